"""What automatic mail says: word lists in Dutch, French, English and German, in small letters.

Patterns only; which of them together mean what is told in `automatic_text`.
"""

import re


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


STRONG_SUBJECT = _any_of(
    r"automatisch(?:e)?\s(?:antwoord|beantwoording|bericht|reply|reactie|ontvangst\w*)",
    r"out[\s-]of[\s-](?:the[\s-])?office|automatic\sreply|auto[\s-]?(?:reply|response|antwort|antwoord|svar)\b|oof:"
    r"|ooo:",
    r"r[ée]ponse\sautomatique|automatische\santwort|abwesenheitsnotiz|automatisk\ssvar|risposta\sautomatica"
    r"|fuori\ssede|respuesta\sautom[áa]tica",
    r"auto:\s.{0,80}(?:niet\sop\skantoor|out\sof\sthe\soffice|absent|abwesend|not\sin\sthe\soffice|terug\sop)",
)
RECEIPT_SUBJECT = _any_of(
    r"ontvangst\svan\s(?:uw|je)\s",
    r"(?:ontvangst(?:bevestiging|melding|bericht)|bevestiging\svan\sontvangst|accus[ée]\sde\sr[ée]ception"
    r"|empfangsbest[äa]tigung|acknowledge?ment\sof\sreceipt)\b",
    r"(?:\[[^\]]{1,40}\]\s*)?(?:wij|we)\shebben\s(?:uw|je)\b.{1,40}\bontvangen|(?:\[[^\]]{1,40}\]\s*)?(?:uw"
    r"|je)\s\w+\s(?:is|werd)\s(?:goed\s)?(?:ontvangen|geregistreerd)",
    r"(?:\[[^\]]{1,40}\]\s*)?(?:we\s(?:have\s)?received\syour|your\s(?:request|ticket|message"
    r"|case)\b.{0,40}\b(?:received|created|registered))",
)
WEAK_SUBJECT = _any_of(
    r"(?:(?:ik\sben\s)?afwezig(?:heid(?:sbericht|smelding)?)?|met\s(?:verlof|vakantie)|buiten\skantoor|niet\saanwezig"
    r"|absen(?:ce|t)(?:\sdu\sbureau)?|abwesen(?:d|heit)|fr[åa]nvaro|auto)"
    r"(?=\s*$|\s*[:(\[-]|\s(?:re|antw|aw|tot|van|t\.?e\.?m|t/m|wegens|jusqu|du|bis|vom|until|from)\b)",
    r".{1,80}\sis\sout\sof\sthe\soffice",
)
REPLY_PREFIX = re.compile(r"\s*(?:re|fwd?|antw?|aw|tr|wg|doorst)\s?:")
ABSENT = _any_of(
    r"\b(?:ben|zijn)\s(?:ik\s|we\s|wij\s)?er\s(?:even\s|momenteel\s|tijdelijk\s)?niet\b|\b(?:wegens|omwille\svan"
    r"|tijdens)\s.{0,30}\b(?:verlof"
    r"|vakantie|feestdag\w*|sluiting\w*)\b.{0,60}\bgesloten\b",
    r"\b(?:deze|dit)\s(?:mailbox|e-?mail-?adres|mailadres|adres|postvak)\s(?:wordt|is)\sniet\s(?:meer|langer)\b"
    r"|\bthis\s(?:mailbox|e-?mail\saddress)\sis\sno\slonger\b",
    r"\b(?:(?:ik|we|wij)\s(?:ben|zijn)|ben\sik|zijn\s(?:we|wij))\b.{0,60}\b(?:afwezig|met\s(?:verlof|vakantie"
    r"|zwangerschapsverlof"
    r"|ouderschapsverlof|ziekteverlof|pensioen)|buiten\skantoor|niet\s(?:op\s(?:kantoor|het\swerk)|aanwezig"
    r"|bereikbaar|beschikbaar)|onbereikbaar|out\sof\soffice|in\shet\sbuitenland)",
    r"\bik\sgeniet\b.{0,40}\b(?:vakantie|verlof)|\bwerk\s(?:ik\s)?(?:niet\s(?:meer|langer))\b|\bniet\s(?:meer"
    r"|langer)\swerkzaam|\bgesloten\b.{0,40}\b(?:verlof|vakantie|feestdag\w*)|\bmijn\safwezigheid\b",
    r"\b(?:i\sam|i'm|we\sare)\b.{0,40}\b(?:out\sof\s(?:the\s)?office|on\s(?:annual\s|parental\s|maternity\s"
    r"|sick\s)?(?:leave|holiday|vacation)|away|not\sin\sthe\soffice|abroad|travel+ing)",
    r"\bje\ssuis\b.{0,40}\b(?:absente?|en\s(?:cong[ée]|vacances)|hors\sdu\sbureau)|\bmon\sabsence\b",
    r"\bich\sbin\b.{0,60}\b(?:nicht\s(?:im\sb[üu]ro|erreichbar)|abwesend|im\surlaub|in\surlaub)",
)
OPENING = re.compile(
    r"^(?:(?:beste|geachte|dag|hallo|hoi|hi|hello|dear|bonjour|goedendag|goeiedag|guten\s\w+"
    r"|sehr\s\w+)\b[^,.!]{0,40}[,.!]?\s*)?"
    r"(?:(?:hartelijk\s)?(?:bedankt|dank|thanks?|merci"
    r"|vielen\sdank)\b[^.!]{0,80}[.!]\s*)?(?:english\s(?:version\s)?below\W*)?"
)
MACHINE_ABSENT = _any_of(
    r"\b(?:bericht|mails?|e-?mails?)\b.{0,20}\b(?:wordt|worden)\b.{0,40}\b(?:behandeld|beantwoord|opgevolgd|gelezen)\b",
    r"\b(?:gelieve|kan|kunt)\b.{0,10}\b(?:uw|je)\s(?:mail|e-?mail|bericht|vraag)\b.{0,30}\b(?:richten|sturen|stellen)\b"
    r"|\bplease\s(?:send|address|direct)\syour\b",
    r"\b(?:wordt|worden|word)\s(?:niet|automatisch)\s(?:door\w+|gelezen|opgevolgd|behandeld|beantwoord|gecheckt)"
    r"|\bniet\sdoorgestuurd\b|\blees\b.{0,25}\b(?:mails?|berichten)\b.{0,12}\b(?:niet|beperkt|onregelmatig)",
    r"\b(?:bij|na|vanaf)\smijn\s(?:terugkeer|terugkomst)|\bik\sben\s(?:er\s)?(?:weer\s|opnieuw\s)?terug\b"
    r"|\bterug\s(?:op\s(?:kantoor|het\swerk|\d)|vanaf|op\s(?:maandag|dinsdag|woensdag|donderdag|vrijdag))"
    r"|\ben\s(?:ben|lees)\b.{0,20}\bterug",
    r"\b(?:voor|bij|in)\s(?:zeer\s)?(?:dringende|urgente)\b|\bindien\s(?:dringend|urgent)|\bkan\s(?:u"
    r"|je)\b.{0,60}\bcontacte(?:ren|er)|\bcontacteer\b.{0,60}\b(?:collega|dringend)|\bwenden?\stot\b",
    r"\b(?:limited|no|restricted|intermittent)\saccess\b|\b(?:urgent|immediate)\s(?:matters|cases|assistance"
    r"|questions|issues|attention)|\bupon\smy\sreturn|\bwhen\si\s(?:am\sback|return)|\bplease\scontact\b"
    r"|\bback\s(?:in\sthe\soffice|on)\b",
    r"\b(?:en\scas\sd'urgence|pour\stoute\surgence|[àa]\smon\sretour|de\sretour\sle|acc[èe]s\slimit[ée])"
    r"|\b(?:in\sdringenden|nach\smeiner\sr[üu]ckkehr|wieder\s(?:im\sb[üu]ro|erreichbar))",
    r"\bbeantwoord(?:en)?\b.{0,60}\b(?:terug|zodra|wanneer|na)\b|\b(?:zal|zullen)\s(?:ik|wij"
    r"|we)?\b.{0,40}\bmail\b.{0,40}\b(?:beantwoorden|bekijken|behandelen)",
)
SAYS_AUTOMATIC = _any_of(
    r"^\W{0,3}(?:automatisch\santwoord|automatic\sreply|out\sof\soffice|r[ée]ponse\sautomatique)\b",
    r"\bgeautomatiseerd\w*\s(?:e-?mail\w*|mail|bericht\w*|antwoord|reactie)\b",
    r"\b(?:dit|deze)\s(?:is|mail\sis|e-?mail\sis|bericht\sis)\seen\sautomatisch\w*(?:\s(?:gegenereerd|verzonden"
    r"|aangemaakt|verstuurd)\w*)?\s(?:e-?mail|mail|bericht|antwoord|reactie|ontvangst\w*|melding)",
    r"\bautomatisch\s(?:gegenereerd|aangemaakt|verstuurd|verzonden)\w*\b.{0,40}\b(?:e-?mail|mail|bericht)\b"
    r"|\b(?:e-?mail|mail|bericht|antwoord)\b.{0,20}\b(?:werd|wordt|is)\sautomatisch\s(?:gegenereerd|verstuurd"
    r"|verzonden|aangemaakt)",
    r"\bgelieve\s(?:dus\s)?niet\s(?:te\s(?:antwoorden|reageren|beantwoorden)\s)?(?:op|via)\s(?:dit|deze)\b"
    r"|\bgelieve\s(?:op\s)?(?:dit|deze)\s\w+\sniet\ste\sbeantwoorden",
    r"\b(?:u\s(?:kan|kunt)|kan|kunt\su)\sniet\s(?:antwoorden|reageren)\sop\s(?:dit|deze)\b"
    r"|\bantwoord\sniet\sop\s(?:dit|deze)\b|\bniet\sgemonitord",
    r"\bthis\sis\san?\s(?:automat(?:ed|ic)|auto-?generated|system)\s?(?:generated\s)?(?:e-?mail|message|response"
    r"|reply|notification|acknowledg\w*)|\bdo\snot\s(?:reply|respond)\sto\sthis",
    r"\b(?:ceci\sest|il\ss'agit\sd')\s?(?:un|une)?\s?(?:message|r[ée]ponse|courriel|e-?mail)\sautomatique"
    r"|\bne\spas\sr[ée]pondre\s[àa]\sce",
    r"\b(?:dies\sist\seine|diese)\sautomatisch\w*|\bantworten\ssie\s(?:bitte\s)?nicht\sauf\sdiese",
)
RECEIVED = _any_of(
    r"\b(?:uw|je|jouw)\s(?:melding|bericht|mail|e-?mail\w*|aanvraag|vraag|verzoek|ticket|schrijven|klacht"
    r"|dossier)\b.{0,40}\b(?:ontvangen|geregistreerd|aangemaakt|binnengekomen|aangekomen|in\sbehandeling)",
    r"\bhebben\s(?:wij\s|we\s)?(?:uw|je|jouw)\s(?:melding|bericht|mail|e-?mail\w*|aanvraag|vraag"
    r"|verzoek)\b.{0,30}\bontvangen",
    r"\b(?:bedankt|dank\su?|dank\sje|dank)\b.{0,10}\bvoor\s(?:(?:uw|je|jouw)\s(?:melding|bericht|mail|e-?mail\w*"
    r"|aanvraag|vraag"
    r"|interesse|contactname|schrijven)\b|het\scontact\w*)",
    r"\byour\s(?:message|request|e-?mail|inquiry|enquiry|ticket|case)\b.{0,40}\b(?:received|registered|logged"
    r"|created)|\bthank\syou\sfor\s(?:your\s(?:e-?mail|message|request|inquiry)|contacting)",
    r"\bavons\sbien\sre[çc]u\svotre|\bmerci\s(?:de|pour)\svotre\s(?:message|courriel|e-?mail|demande)"
    r"|\bihre\s(?:anfrage|nachricht|e-?mail)\b.{0,40}\b(?:erhalten|eingegangen)",
    r"\b(?:vielen\s)?dank\sf[üu]r\sihre\s(?:anfrage|nachricht|e-?mail)",
    r"\bvotre\s(?:message|courriel|e-?mail|demande)\sa\sbien\s[ée]t[ée]\s(?:re[çc]ue?|enregistr[ée]e?)\b",
)
REGISTERED = _any_of(
    r"\b(?:uw|je)\s(?:melding|ticket|klacht|dossier|vraag|bericht)\s(?:is|werd)\s(?:goed\s)?geregistreerd\b",
    r"\bvotre\s(?:ticket|demande|plainte|dossier)\sa\s(?:bien\s)?[ée]t[ée]\senregistr[ée]e?\b",
    r"\byour\s(?:ticket|case|complaint)\s(?:has\sbeen|was)\s(?:registered|created|logged)\b",
)
"""What only the programs of a counter say."""
_SOON = (
    r"(?:binnen|zo\s(?:snel|spoedig|vlug)\smogelijk|spoedig|weldra|within|as\ssoon\sas\spossible|shortly"
    r"|sous|dans\sles|d[èe]s\sque|innerhalb|so\sbald|sobald)"
)
_WE = (
    r"(?:wij|we|men|er\s(?:wordt|zal|neemt)|medewerkers?|collega's|team|dienst|behandelaar|agent|our\s\w+|staff"
    r"|somebody|someone"
    r"|nous|notre\s\w+|[ée]quipe|wir)"
)
_DEAL = (
    r"(?:\w*antwoord\w*|contact\w*|behandel\w*|reager\w*|terugkoppel\w*|bezorg\w*|opvolg\w*|opgenomen|respond\w*"
    r"|repl(?:y|ies)|answer\w*|get\sback|be\sin\stouch|r[ée]pon\w+|recontact\w*|traiter\w*|trait[ée]\w*|melden"
    r"|bearbeit\w*|antwort\w*)"
)
WILL_ANSWER = _any_of(
    rf"\b(?:u|je|you|vous|sie)\s(?:ontvangt|krijgt|mag|will\sreceive|recevrez"
    rf"|erhalten)\b.{{0,60}}\b{_SOON}\b.{{0,60}}\b{_DEAL}",
    rf"\b(?:u|je|you|vous|sie)\s(?:ontvangt|krijgt|mag|will\sreceive|recevrez"
    rf"|erhalten)\b.{{0,60}}\b{_DEAL}\b.{{0,60}}\b{_SOON}",
    rf"\b{_WE}\b.{{0,80}}\b{_DEAL}\b.{{0,80}}\b{_SOON}\b|\b{_WE}\b.{{0,80}}\b{_SOON}\b.{{0,80}}\b{_DEAL}\b",
    rf"\b{_DEAL}\b.{{0,20}}\b{_WE}\b.{{0,80}}\b{_SOON}\b|\b{_SOON}\b.{{0,40}}\b{_DEAL}\b.{{0,20}}\b(?:wij|we|door)\b",
    r"\b(?:ticket|dossier|melding|zaak|case|referentie|reference)(?:nummer|number|nr\.?)?\b.{0,20}\d{3,}"
    r"|\bonder\s(?:het\s)?(?:nummer|referentie)\b|\b(?:aanvraag|ticket|melding|request|case)\s#\s?\d{3,}|\[(?:ticket"
    r"|case|sr)\W{0,3}[a-z]*-?\d{3,}\]",
)
CHALLENGE = _any_of(
    r"\bgeen\srobot\b|\bnot\sa\srobot\b|\bspamfilter\b.{0,200}\b(?:klik|link|bevestig)|\b(?:tegengehouden|held"
    r"|blocked|quarantined?|retenu)\b.{0,200}\b(?:klik|click|cliquez|bevestig|confirm|verify)",
    r"\b(?:verify|confirm|bevestig)\b.{0,60}\b(?:that\syou\sare|your\s(?:e-?mail|address|identity|message)|dat\su"
    r"|uw\s(?:e-?mail)?adres|als\safzender)\b.{0,200}\b(?:deliver|afgeleverd|afleveren|bezorgd|inbox|whitelist)",
    r"\b(?:challenge-response|sender\sverification|whitelist\syou|spamarrest|boxbe|tmda)\b",
)
READ_SUBJECT = re.compile(
    r"(?:niet\s)?gelezen\s?:|(?:not\s)?read\s?:|lu\s?:|(?:un)?gelesen\s?:|verwijderd\s?:|leesbevestiging"
    r"|read\sreceipt|return\sreceipt|deleted\s?:"
)
READ_BODY = _any_of(
    r"\b(?:ontvangstbevestiging|leesbevestiging|weergegeven|was\s(?:read|displayed|deleted)|return\sreceipt"
    r"|read\sreceipt|accus[ée]\sde\slecture|lesebest[äa]tigung|empfangsbest[äa]tigung)\b",
    r"\bis\s(?:gelezen|verwijderd|weergegeven)\b.{0,10}\bop\b|\ba\s[ée]t[ée]\slu|\bwurde\b.{0,40}\bgelesen"
    r"|zonder\ste\szijn\sgelezen",
)
NEWSLETTER = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:uitschrijven|afmelden|schrijf\s(?:je|u)\s(?:hier\s)?uit|(?:je|u)\suit|uit\ste\sschrijven|unsubscribe"
        r"|meld\s(?:u|je)\s(?:hier\s)?af|se\sd[ée](?:sa"
        r"|s)?bonner|d[ée]sabonn\w*|d[ée]sinscri\w*|abmelden|abbestellen)\b(?!\s(?:voor|van"
        r"|bij)\s(?:de\s)?(?:werk)?tafel)",
        r"\b(?:bekijk|lees|open|view|read|voir|ansehen)\b.{0,30}\b(?:browser|online|webversie|navigateur"
        r"|web\sversion)\b|\bonline\s(?:versie|version)\b",
        r"\b(?:u|je|you|vous|sie)\s(?:ontvangt|krijgt|receive|are\sreceiving|recevez|erhalten)\s(?:deze|dit|this|ce"
        r"|cet|cette|diese)\b.{0,60}\b(?:omdat|because|car|parce|weil)\b",
        r"\b(?:abonne\w+|geabonneerd|abonnees?|subscribed|subscribers?|abonn[ée]s?)\b",
        r"\bbeheer\s(?:uw|je)\s(?:voorkeuren|abonnement|profiel)|\b(?:profiel|voorkeuren|preferences|gegevens"
        r"|abonnement|subscription|pr[ée]f[ée]rences)\s(?:wijzigen"
        r"|aanpassen|beheren|update|center)|\b(?:update|manage|change)\s(?:your\s)?(?:profile|preferences"
        r"|subscription)",
        r"\b(?:nieuwsbrief|newsletter|(?:flash|update|editie|edition|nummer|issue|bulletin)\s(?:#|nr\.?\s?)?\d+"
        r"|in\sdit\snummer|nieuwsfl(?:its|ash)|\w{3,}nieuws"
        r"|weekbericht|weekoverzicht|e-?zine|infolettre|mailing)\b",
        r"\bverschijnt\s(?:maandelijks|wekelijks|tweewekelijks|om\sde|elke|vier\skeer)\b",
        r"\b(?:niet\s(?:langer|meer)|geen\s(?:mails?|berichten)\smeer)\s(?:ontvangen|krijgen)\b"
        r"|\bno\slonger\s(?:wish\s)?to\sreceive\b",
        r"\b(?:alle\srechten\svoorbehouden|all\srights\sreserved|tous\sdroits\sr[ée]serv[ée]s)\b",
        r"\b(?:lees\smeer|read\smore|lire\sla\ssuite|meer\slezen|ontdek\smeer|schrijf\s(?:je|u)\s(?:nu\s)?in!"
        r"|vacature:|save\sthe\sdate)",
    )
)
DESK = re.compile(
    r"(?:info|onthaal|contact|klanten|klantenzorg|meldpunt|meldingen|secretariaat|klantendienst|helpdesk|servicedesk|support|post|mail|gemeente|stad|bestuur"
    r"|milieu|omgeving|loket|receptie|office|algemeen|administratie)(?:[._-]\w+)?"
)
LEAVES = NEWSLETTER[0]
BECAUSE = NEWSLETTER[2]
FIRST_PERSON = _any_of(r"\b(?:ik|mij|mijn|mezelf|ikzelf|ondergetekende|namens|graag|gelieve|i|my|mon|ma)\b")
"""A person who asks speaks of themselves; a newsletter speaks of "we" and "u"."""
CALENDAR_LINE = _any_of(
    r"(?:titel|title|titre|betreff|wanneer|when|quand|wann|waar|where|o[ùu]|wo|agenda|calendar|calendrier|wie|who"
    r"|qui|wer|deelnemers?|organisator|organizer|deelnemen|video\w*|beschrijving|onderwerp|subject|tijd|time|locatie"
    r"|location)\s?:.*",
    r".{0,120}\b(?:geaccepteerd|geweigerd|afgewezen|aanvaard|voorlopig\s\w+|accepted|declined|tentatively\s\w+"
    r"|accept[ée]e?|refus[ée]e?|d[ée]clin[ée]e?|angenommen|abgelehnt|zugesagt)\b.{0,60}",
    r"(?:uitnodiging|invitation|einladung)\s(?:van|from|de|von)\s.*|(?:u\sontvangt|you\s(?:are\sreceiving|received)"
    r"|vous\srecevez|sie\serhalten)\s.*|(?:als\su|to\sstop|pour\sne\splus|doorsturen|forwarding|le\stransfert"
    r"|view\syour|bekijk).*",
    r"https?://\S*|<?\S+@\S+>?|[-–—•*_=\s]*|\*?\s?.{2,60}\s-\s(?:organisator|organizer|organisateur|organisator)",
)
RECALL = _any_of(
    r"(?:recall|intrekken|intrekking|rappel|r[üu]ckruf)\s?:|.{0,80}\bwould\slike\sto\srecall\sthe\smessage"
    r"|.{0,80}\bwil\shet\sbericht\b.{0,120}\bintrekken",
    r".{2,60}\s(?:reageerde|heeft\sgereageerd|reacted)\s(?:op|to)\s(?:uw|je|jouw|your)\s(?:bericht|message|e-?mail)",
)
BOUNCE_WORDS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\baction:\s?(?:failed|delayed)",
            r"\bstatus:\s?[245]\.\d{1,3}\.\d{1,3}",
            r"\bfinal-recipient:",
            r"\bdiagnostic-code:",
        r"\bremote-mta:",
            r"\breporting-mta:",
            r"\b5\d\d[ -]5\.\d\.\d",
            r"\bthe\sfollowing\saddress(?:es)?\b.{0,60}\b(?:failed|error|permanent)",
        r"\bpermanent\s(?:fatal\s)?error|\bgiven\sup\b", r"\bcopy\sof\sthe\smessage|\boriginal\smessage\sheaders",
    )
)  # fmt: skip
FORM_LINE = re.compile(
    r"\s*(naam|voornaam|familienaam|achternaam|e-?mail(?:adres)?|organisatie|bedrijf|gemeente|functie|telefoon|gsm"
    r"|name|first name|last name|nom|pr[ée]nom|organisation|organization|company|werktafels?|bericht|opmerking\w*"
    r"|message)\s?[:\t=]\s*\S",
    re.IGNORECASE,
)
