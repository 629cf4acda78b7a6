"""What a sentence wants: register, cancel, change, replace, ask, complain; and what makes a wish uncertain.

Phrases of Dutch, English and French, matched on one folded sentence at a time. They say what a sentence contains;
the reader decides what the mail as a whole asks.
"""

import re
from dataclasses import dataclass

_WISH = re.compile(
    r"\b(?:(?:mag|mogen|kan|kunnen) (?:u|je|jullie) (?:mij|me|ons) (?:\w+ ){0,2}(?:verwachten|rekenen|inplannen)|put (?:my|our) name (?:forward|down)|name (?:forward|down) for|(?:dat|het|dit) (?:wordt|zal|is|worden)(?: \w+){0,2}? x{5,}|ga ik (?:dat|het) (?:zelf )?(?:zijn|doen)|(?:wordt|is|zal) (?:het|dat)(?= [a-z]+ [a-z]+\b)|ben ik dat(?: zelf)?|zal ik dat zelf|(?:doe|doet|doen|neem|neemt|nemen|kies|kiest|kiezen|volg|volgt|volgen|wil|willen|pak|pakt|behartigt|trekt|verkies|verkiest|ga voor|gaan voor)\b(?: (?!niet\b|geen\b)\w+){0,3}? x{5,}|x{5,}(?: \w+){0,2} (?:volgen|opvolgen|volg|volgt|doen|doe)|doe mij\b|telt? (?:u |je |jullie )?(?:mij|me|ons) mee|tellen (?:jullie )?(?:mij|me|ons) mee|stel(?:t|len)? (?:mij|me|ons|zich) (?:\w+ ){0,3}beschikbaar|deel uitmaken|deel uit te maken|vervoegen|uitnodiging ontvangen|in ?schrij\w*|ingeschreven|in te schrijven|schrij(?:f|ft|ven)\b.{0,120}?\b(?:in|op)(?=[\s.,;:!?)]|$)|aan ?meld\w*|aangemeld|aan te melden|meld(?:t|en)?\b.{0,100}?\baan\b|ge(?:ef|eft|ven)\b.{0,80}?\b(?:op|door)\b|opgeven|opgegeven|opschrijven|intekenen|in te tekenen|teken(?:t|en)?\b.{0,60}?\b(?:in|present)\b|noteer\w*|noteren|regist(?:reer|reren|reert|ratie)\w*"
    r"|neem(?:t)?\b.{0,120}?\b(?:deel|plaats|zitting)\b|nemen\b.{0,120}?\b(?:deel|plaats|zitting)\b|deel ?(?:nemen|te nemen|neem|neemt|genomen|name)\b|mee ?(?:doen|te doen|werken|te werken|denken|te denken|praten|te praten|volgen|schuiven|stappen|bouwen)|meegedaan|doe[nt]?\b.{0,60}?\bmee\b|(?:werk|denk)(?:t|en)?\b.{0,50}?\bmee\b|(?:graag|wil|willen|zou|zouden|ook)\b.{0,80}?\bmee (?:aan|in|op|bij|rond)\b"
    r"|aan ?(?:sluiten|te sluiten|schuiven|te schuiven)|sluit(?:en)?\b.{0,80}?\baan\b|schui(?:f|ft|ven)\b.{0,80}?\b(?:aan|bij|mee)\b|zet(?:ten)?\b.{0,50}?\b(?:bij|op|neer)\b|(?:op|aan) (?:de|jullie|uw) (?:deelnemers)?lijst|een ?plaats(?:je)?\b|plaatsje|een (?:zitje|stoel|plek)\b|(?:plaats|zitje) (?:aan|in|bij)\b|kandida(?:at|atstelling|ten|tuur)|kandideer|vertegenwoordig\w*|afgevaardigd\w*|af ?vaardig\w*|af te vaardigen|vaardig\w*\b.{0,120}?\baf\b"
    r"|dui(?:dt|den|d)\b.{0,100}?\baan\b|aangeduid|aanduiden|aan te duiden|dra(?:agt|gen|ag)\b.{0,100}?\bvoor\b|voordragen|voorgedragen|nomin\w+|stuur(?:t|en)?\b|sturen\b|zend(?:t|en)\b|bij ?wonen|bij te wonen|woon(?:t)?\b.{0,80}?\bbij\b|zetel(?:t|en)?\b|zitting\b|in ?(?:stappen|te stappen)|stap(?:t|pen)?\b.{0,60}?\b(?:in|mee)\b|erbij\b|er (?:\w+ ){0,4}bij\b|van de partij|present\b|kie(?:s|st|zen)\b.{0,50}?\bvoor\b|opteer\w*|opteren|reken(?:en)?\b.{0,20}\bop|rekenen\b"
    r"|(?:ik|wij|we)\b.{0,30}\b(?:volg|volgen|op te volgen|kom|komen)\b|(?:volg|kom) ik\b|(?:volgen|komen) (?:wij|we)\b|(?:wil|zou|zal|zullen|willen|graag|gaan|ga)\b.{0,90}?\b(?:volgen|opvolgen|bijwonen|zitten|komen)\b|toe ?(?:voegen|te voegen)|voeg(?:t|en)?\b.{0,80}?\b(?:toe|bij)\b|opnemen\b|op te nemen|interesse\b|geinteresseerd|belangstelling|beperk(?:t|en)? (?:ons|ik|mij|me|zich)|voor mijn rekening|graag\b.{0,60}\b(?:tafel|bij|voor|aan)\b|aub\b|a\.u\.b"
    r"|sign (?:me|us|him|her|up|\w+ \w+ up)\b|regist\w+|enrol\w*|join\w*|participat\w*|attend\w*|take part|put (?:me|us|him|her|\w+ \w+) (?:down|on)|add (?:me|us|him|her|\w+ \w+) to|represent\w*|nominat\w*|count me in|sit (?:in|on|at)|inscri\w+|rejoindre|rejoins|sieger\w*|faire partie|participer\w*|prendre part|prend(?:s|ra|rai)? part|assister\w*|siegerai\w*)\b"
)
_FAREWELL = re.compile(r"(?:^|[,.!]\s*)(?:\w+, )?tot (?:op|dan|ziens|binnenkort|in (?:het|de)|volgende|de (?:eerste|volgende)|het)\b|\b(?:kijk(?:en)? (?:\w+ ){0,3}uit naar|see you|looking forward|a bientot|benieuwd naar)\b")
_REGISTER = re.compile(
    r"\b(?:in ?schrij\w*|ingeschreven|in te schrijven|schrij(?:f|ft|ven)\b.{0,90}?\b(?:in|op)(?=[\s.,;:!?)]|$)|inschreef|aan ?meld\w*|aangemeld|aan te melden|meld(?:t|en)?\b.{0,70}?\baan\b"
    r"|ge(?:ef|eft|ven)\b.{0,40}?\bop\b|opgeven|opgegeven|opgegeven|optekenen|opschrijven|opgeschreven|op te schrijven|intekenen|in te tekenen|teken(?:t|en)?\b.{0,40}?\b(?:in|present)\b|noteer\w*|noteren|genoteerd|regist(?:reer|reren|reert|ratie)\w*"
    r"|neem(?:t)?\b.{0,80}?\b(?:deel|plaats|zitting)\b|nemen\b.{0,80}?\b(?:deel|plaats|zitting)\b|deel ?(?:neem|neemt|nemen|te nemen|genomen|name|nemer|nemers|neemster)\w*|mee ?(?:doen|te doen|werken|te werken|denken|te denken|praten|te praten|draaien|te draaien|volgen|gaan|te gaan|bouwen|schuiven|stappen)|meedoe|doe[nt]?\b.{0,40}?\bmee\b|werk(?:t|en)?\b.{0,30}?\bmee\b|denk(?:t|en)?\b.{0,30}?\bmee\b|ga(?:at|an)?\b.{0,25}?\bmee\b"
    r"|(?:graag|wil|willen|zou|zouden|ook)\b.{0,60}?\bmee\b|mee (?:aan|in|op|naar|bij|met|voor|me)\b|aan ?(?:sluiten|te sluiten|schuiven|te schuiven)|sluit(?:en)?\b.{0,50}?\baan\b|schui(?:f|ft|ven)\b.{0,60}?\b(?:aan|bij|mee)\b|aan tafel\b|zet(?:ten)?\b.{0,30}?\b(?:bij|op|neer)\b|(?:op|toevoegen aan|voor|tot) (?:de|jullie|uw) (?:deelnemers)?lijst|een ?plaats(?:je)?\b|plaatsje|een (?:zitje|stoel|plek)\b|een plek|(?:plaats|zitje) (?:aan|in|bij|voor)\b"
    r"|kandida(?:at|atstelling|ten|tuur)|kandideer|vertegenwoordig\w*|afgevaardigd\w*|af ?vaardig\w*|af te vaardigen|vaardig\w*\b.{0,70}?\baf\b|dui(?:dt|den|d)\b.{0,50}?\baan\b|aangeduid|aan te duiden|aanduiden|dra(?:agt|gen|ag)\b.{0,40}?\bvoor\b|voordragen|voor te dragen|voorgedragen|nominatie|nomin\w+|stuur(?:t|en)?\b|sturen wij|zend(?:t|en)?\b|afvaardiging|delege(?:ert|ren)|bij ?wonen|bij te wonen|woon(?:t)?\b.{0,50}?\bbij\b|wonen\b.{0,50}?\bbij\b"
    r"|(?:op)?volg(?:t|en|de)?\b|op te volgen|zetel(?:t|en)?\b|zitting\b|zit(?:ten)?\b.{0,40}?\b(?:aan|in|bij|op|voor)\b|(?:op|aan|in|bij|rond)\b.{0,40}?\b(?:te )?zitten\b|in ?(?:stappen|te stappen)|stap(?:t|pen)?\b.{0,40}?\b(?:in|mee)\b|(?:graag|er|wij|ik|is|zijn|ben|wij|we|ook)\b.{0,30}?\b(?:erbij|van de partij|er bij)\b|bij (?:te )?(?:zijn|komen)\b|present\b|aanwezig (?:zijn|te zijn)|zal (?:ik |er )?aanwezig|ben aanwezig|ga(?:an|at)? (?:ik |wij |we )?voor\b"
    r"|kies(?:t)? (?:ik |wij |we )?voor|kiezen (?:wij |we |ik )?voor|keuze|gekozen|voorkeur|verkies\w*|opteer\w*|opteren|kom(?:t)?\b.{0,40}?\b(?:naar|bij|mee|zitten)\b|komen\b.{0,40}?\b(?:naar|bij|mee|zitten)\b|graag\b|gaarne|gere|geiren|interess?e\b|geinteresseerd|belangstelling|interesseert|toe ?(?:voegen|te voegen|gevoegd)|voeg(?:t|en)?\b.{0,40}?\b(?:toe|bij)\b|op(?:nemen|te nemen|genomen)\b|opnemen|op te nemen"
    r"|voor mijn rekening|reken(?:en)? op|mij\b.{0,20}\brekenen|engageer|engageren|beperk(?:t|en)? (?:ons|ik|wij|mij|me|zich)|inbrengen in|een bijdrage leveren|bijdragen|bij te dragen|lijkt (?:me|mij|ons)|spreekt (?:me|mij|ons)|past (?:het )?best|past (?:bij|goed)|aub\b|a\.u\.b|alsjeblieft|alstublieft|aftreden als|tred(?:en|t)? (?:ik )?op|treed ik op|(?:graag|wel|nog|ook) (?:er )?bij\b|er(?:nog)? (?:nog |ook )?bij\b|erbij\b|ben ik zelf|zal (?:dat|dit) (?:doen|opnemen|op zich nemen|waarnemen)|ga (?:dat|dit) (?:doen|opnemen)|doe (?:dat|dit)|doet (?:dat|dit)|neem(?:t)? (?:dat|dit) op|mijn naam\b|contactpersoon|contactpunt|uitnodiging ontvangen|bevestig\b.{0,20}\bdeelname|reserveer|reserveren|voorbehouden|inplannen|plan mij in|deelachtig"
    r"|in te vullen door|ingevuld door|voeg\w* .{0,30} bij de tafel|zal (?:zich )?\w+ .{0,30} voegen|bij de tafel \w+ voegen|officieel kandidaat|vervoeg\w*|te vervoegen|beschouwen als (?:mijn|onze|een) inschrijving|als (?:mijn|onze) inschrijving beschouwen"
    r"|sign (?:me|us|him|her|up|\w+ \w+ up)\b|signing up|signup|register\w*|registration|registering|enrol\w*|enroll\w*|join\w*|participat\w*|attend\w*|take part|taking part|put (?:me|us|him|her|\w+ \w+) (?:down|on)|add (?:me|us|him|her|\w+ \w+) to|like to be|would like|i'd like|we'd like|be part of|count me in|represent\w*|contribute|delegat\w*|nominat\w*|interested in|include (?:me|us)|book (?:me|us|a)|reserve"
    r"|inscri\w+|m'inscri\w*|rejoindre|rejoins|sieger\w*|faire partie|integrer|participer\w*|participation|prendre part|prend(?:s|ra|rai)? part|representera\w*|represent\w*|assister\w*|souhait\w+|voudr\w+|desir\w+|je serai|noter|notez|ajouter|ajoutez|enregistrer)\b"
)
_HARD_CANCEL = re.compile(
    r"\b(?:zet\b.{0,60}?\b(?:deelname|inschrijving|engagement|medewerking)\b.{0,60}?\bstop|reken(?:en)? (?:\w+ ){0,2}niet (?:meer |langer )?op (?:mij|ons|me)|(?:mag|kan) (?:\w+ ){0,4}niet (?:meer|langer) op (?:mij|ons) rekenen|zonder mij\b|laat maar zitten|streep (?:mij|me|hem|haar)|door ?strepen|door ?halen|door te halen|weg ?doen|weg te doen|eruit halen|eruit te halen|bedank ik voor|verzaak\w*|afstand (?:doen )?van|hou (?:ik )?(?:\w+ ){0,3}voor bekeken|stop ermee|stopt ermee|ermee (?:stoppen|ophouden)|kap ermee|verstek (?:laten )?gaan|komt te vervallen|vervalt|beeindig\w*|plaats (?:\w+ ){0,4}aan iemand anders (?:geven|laten)|vrij voor (?:iemand|een) ander|laat\b.{0,40}?\bvallen|laten vallen|te laten vallen|geannuleerd|af ?halen|af te halen|afgehaald|stap(?:t|pen)? (?:ik |wij |we )?uit\b|uit ?stappen|uit te stappen|annul(?:eer|eert|eren|atie|ering|er|ez)\w*|cancel\w*|geschrapt|schrap(?:t|pen|ping)?\b(?! wat)|uit ?schrij(?:f|ft|ven|ving)\w*|uit te schrijven|uitgeschreven|schrij(?:f|ft|ven)\b.{0,60}?\buit(?=\s*(?:[.,;!?)]|$|voor|van|aub|a\.u|bij|graag|op))|af ?meld(?:en|ing|t|ingen)?\b|af te melden|afgemeld|meld(?:t|en)?\b.{0,60}?\baf\b"
    r"|af ?(?:haken|te haken|gehaakt)|haa?k(?:t|en)?\b.{0,30}?\baf\b|terug ?trek\w*|terug te trekken|teruggetrokken|tre(?:k|kt|kken)\b.{0,70}?\bterug\b|in te trekken|intrekken|trek(?:t|ken)?\b.{0,50}?\b(?:inschrijving|kandidatuur|deelname|aanmelding)\b.{0,20}\bin\b"
    r"|haal(?:t)? (?:\w+ ){0,3}?(?:mij|me|hem|haar|ons|er|die|dat|onze|mijn|\w+ \w+)\b.{0,50}?\b(?:uit|van|af|eruit|weg)\b|halen (?:\w+ ){0,3}?(?:mij|me|hem|haar|ons|er|die|onze|mijn|\w+ \w+)\b.{0,40}?\b(?:uit|van|af|eruit|weg)\b|verwijder(?:en|t|d)?\b(?! .{0,30}\bgegevens)|(?:mag|mogen|kan|kunnen)\b.{0,50}?\b(?:weg|eruit|er uit|vervallen|vrijgegeven|vrijgemaakt|weggelaten|eraf|weghalen)\b|moet(?:en)?\b.{0,60}?\b(?:uit (?:de|het|die|alle)|eruit|eraf)\b"
    r"|(?:mag|kan|wil) (?:ik|hij|zij|ze) (?:daar |er |dus |ook |nog ){0,3}(?:van|uit) (?:de|die|deze) (?:deelnemers|wacht)?(?:lijst|tafel)|van (?:de|die|jullie|uw|deze|alle) (?:deelnemers|wacht)?lijst(?:en)?\b.{0,30}?\b(?:af|halen|gehaald|schrappen|verwijder\w*|weg)\b|doe mij (?:er )?maar (?:uit|weg)|vrij te geven|vrij ?geven|vrijgegeven|geef\b.{0,40}?\b(?:vrij|terug)\b|plaats (?:komt|is|wordt) (?:dus |nu |weer )?vrij|afzeggen|af te zeggen|afgezegd|zeg(?:gen|t)?\b.{0,40}?\baf\b|opzeggen|stopzetten"
    r"|take (?:me|us|him|her|\w+ \w+) off|withdraw\w*|unregister|deregister|de-register|unsubscribe (?:me|us) from|remove (?:me|us|him|her|my|our|\w+ \w+)|pull out|step down|drop(?:ping)? out|give up my (?:seat|place)"
    r"|desinscri\w*|desist\w*|retir(?:er|ez|e|ons) (?:\w+ ){0,3}(?:nom|inscription|participation|candidature|de la liste)|me retire|annul\w+)\b"
)
_SOFT_CANCEL = re.compile(
    r"\b(?:(?:niet|geen) (?:meer|langer)\b.{0,60}?\b(?:deel ?nemen|deel|opvolgen|op te volgen|volgen|bijwonen|bij te wonen|aanwezig|komen|mee|lukken|lukt|rond|vertegenwoordig\w*|zetelen|aan|blijven|zitten|doen|combineren|bolwerken|naar)\b|(?:kan|kunnen|zal|zullen|ga|gaan|neem|neemt|nemen|volg|kom|komt|doe|lukt|krijg)\b.{0,70}?\b(?:niet|geen enkele\b.{0,40}) (?:meer|langer|nog)\b"
    r"|(?:toch|helaas|uiteindelijk|spijtig genoeg|jammer genoeg) (?:toch )?niet (?:meer )?(?:kunnen )?(?:deelnemen|deel|volgen|komen|bijwonen|aanwezig|meer|lukken|mee)|\bzal(?: ik| hij| zij| ze)?(?: toch| helaas)? niet (?:kunnen|meer)|(?:hij|zij|ze|ik) (?:kan|zal|komt?)(?: er)? (?:helaas |toch |spijtig genoeg |dan )?niet(?! meer)\b.{0,30}(?:komen|deelnemen|volgen|bij zijn|;|\.|$)|\btoch niet (?:kunnen|naar|bij|aan|meer)|geen enkele\b.{0,40}\b(?:nog|meer)\b"
    r"|zie(?:n|t)? (?:\w+ ){0,3}(?:toch |alsnog )?af van|stop(?:t|pen)?\b.{0,20}\b(?:met|deelname)|komt niet naar\b|valt weg|vallen weg|laat(?: ik)?\b.{0,30}?\bvallen\b|laten vallen|te laten vallen|moet(?: ik)?\b.{0,40}?\b(?:passen|verstek)|te hoog gegrepen|no longer|not be able to (?:attend|participate|join)|cannot (?:attend|participate|join)(?: any ?more)?|can't (?:attend|make it|participate)|won't be able"
    r"|ne (?:pourrai|pourra|pourrons|participerai|participera|participerons|peux|peut|pouvons|serai|serons)\w* (?:plus|pas)|ne .{0,20} plus (?:participer|assister|suivre))\b"
)
_REFUSAL = re.compile(
    r"\b(?:(?:neemt?|nemen|zal|zullen|gaan|ga|kan|kunnen|wensen|wens|wenst|willen|wil)\b.{0,50}?\b(?:niet|geen)\b.{0,30}?\b(?:deel|deelnemen|deel te nemen|aan deel|in te gaan|mee|meedoen|ingaan|inschrijven|in te schrijven|meewerken|aansluiten)|nemen (?:dus |helaas )?niet deel|niet (?:in te gaan|ingaan) op|niet (?:in te schrijven|deel te nemen|aan te melden|te laten vertegenwoordigen|mee te doen|mee te werken|kandidaat)|geen (?:interesse|belangstelling|behoefte|kandidaat|kandidaten|deelname|afvaardiging|vertegenwoordig\w+|tijd|capaciteit|ruimte)|zien (?:\w+ ){0,3}af van|zie (?:\w+ ){0,3}af van|afzien van|laten (?:\w+ ){0,3}aan ons voorbij ?gaan|(?:moeten|moet) (?:\w+ ){0,3}passen|slaan (?:\w+ ){0,3}over|gaan (?:\w+ ){0,3}niet in op|niet (?:mogelijk|haalbaar) om (?:\w+ ){0,5}deel|past niet in"
    r"|not (?:be )?(?:interested|participat\w*|able to participate|join\w*|take part)|will not (?:participate|take part|join|attend)|decline|pass on this|ne (?:participer\w+|souhait\w+|desir\w+|prendr\w+)\b.{0,30}\bpas)\b"
)
_CHANGE = re.compile(
    r"\b(?:wijzig\w*|verander\w*|wissel(?:en)?\b|te wisselen|switch\w*|verplaats\w*|over ?(?:stappen|te stappen|schakelen|zetten)|stap(?:pen)? over|om ?(?:zetten|te zetten|wisselen|ruilen|boeken)|zet\b.{0,60}\bom\b|ruil(?:en|t)?\b|verhuis\w*|aanpassen|aan te passen|aangepast|pas(?:t|sen)?\b.{0,30}\baan\b|had\b.{0,40}\bbedoeld|rechtzetten|recht te zetten|vergist|vergissing|verkeerde tafel|verkeerd(?:e)? (?:ingeschreven|doorgegeven)|moest\b.{0,40}\bzijn|moet\b.{0,30}\b(?:zijn|worden)|in plaats van|i\.?p\.?v\.?|inplaats van|liever (?:\w+ ){0,4}dan|instead of|rather than|plutot que|au lieu de|prefer\w*|change\w*|move (?:me|us|my)|modifi\w*|passer de)\b"
)
_IN_PLACE = re.compile(r"\b(?:in plaats van|inplaats van|i\.?p\.?v\.?|instead of|au lieu de|plutot que|rather than)(?=\s)")
_BACKUP = re.compile(
    r"\b(?:plaatsvervang\w*|back-?up|reserve|invaller|stand-?in|remplacant eventuel|deputy)\b|\b(?:als|indien|wanneer|mocht|bij|in geval van|tijdens|if|when|in case|en cas|si)\b.{0,40}\b(?:niet kan|niet kunnen|afwezig\w*|verhinderd|verhindering|ziek\w*|verlof|vakantie|overmacht|absence|absent|unable|cannot|empechement|niet beschikbaar|buiten strijd)\b"
)
_NO_REPLACEMENT = re.compile(r"\b(?:geen|no|pas de|niet|niemand)\b.{0,30}\b(?:vervang\w*|opvolg(?:er|ster)|successor|replacement|remplacant\w*)|\b(?:vervanger|opvolger) is er niet\b")
_REPLACE = re.compile(
    r"\b(?:vervang(?:en|t|ing|er|ster|d)?\b|vervangen door|te vervangen|plaatsvervang\w*|opvolg(?:er|ster)|opgevolgd door|volgt (?:hem|haar|mij|me) (?:\w+ ){0,3}op\b|volg ik (?:\w+ ){0,4}op\b(?= als| aan| in| voor)|volgt\b.{0,40}\bop als|neem(?:t)? (?:ik )?de (?:plaats|stoel) van|tak(?:e|es|ing) (?:my|his|her|the) (?:place|seat|chair)|(?:in|neemt) (?:zijn|haar|mijn|diens|hun) (?:plaats|stoel)|(?:zijn|haar|mijn|diens) (?:plaats|stoel|zitje|plek|inschrijving)\b.{0,60}?\b(?:gaat naar|wordt ingenomen|overneemt|doorgeven aan|overdragen|over te dragen|wordt overgenomen|aan)\b|(?:stoel|stokje|fakkel|plaats|zitje|plek) (?:\w+ ){0,8}(?:door aan|over aan|doorgeven|doorgegeven|overdragen|innemen)|geef ik (?:\w+ ){0,8}door aan|ben de nieuwe|(?:het )?werk van|neem(?:t)?\b(?:(?!\bdeel\b).){0,60}\b(?:overneemt|over(?= (?:van|voor)\b|\s*(?:[.,;!?)]|$)))|overneem\w*|overneemt|overnemen|over te nemen|overgenomen|fakkel|in de plaats|komt in\b.{0,20}\bplaats"
    r"|take over|taking over|takes over|successor|replac\w*|in (?:my|his|her) place|stead|substitute|remplac\w*|succed\w*|a ma place|a sa place|prendra la releve)\b"
)
_MORE_REFUSAL = re.compile(r"\bniet (?:meer|langer)\b|\bno longer\b|\bplus\b")
_PAST = re.compile(
    r"\b(?:had|hadden) (?:zich|haar|hem)\b.{0,60}?\b(?:opgegeven|ingeschreven|aangemeld)|\b(?:hebt|heeft|hebben|heb)\b(?! (?:\w+ ){0,2}graag).{0,60}?\b(?:gezet|geplaatst|ingedeeld|staan)\b|\b(?:(?:vorige|afgelopen) (?:week|maand|jaar|keer|vrijdag|maandag|dinsdag|woensdag|donderdag)|eerder|destijds|indertijd|onlangs|gisteren|enkele (?:weken|dagen) geleden|(?:week|weken|maand|maanden|dagen) geleden|in (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)|op \d{1,2} \w+)\b.{0,60}?\b(?:registreerden|schreven|schreef|ingeschreven|aangemeld|meldden|meldde|gaf|gaven|genoteerd|opgegeven|registered|signed|gemaild|bevestigd)\b"
    r"|\b(?:registreerden|schreven (?:wij|we|jullie|u)|schreef (?:ik|u)|ik (?:schreef|meldde|gaf)|(?:wij|we) (?:schreven|meldden)|meldden (?:wij|we)|meldde (?:ik|hij|zij)|gaf (?:ik|hij|zij)|gaven (?:wij|we))\b|\b(?:ben|is|was|sta|staat|stond|zijn|waren|werd|heb|hebben|heeft)\b(?! (?:\w+ ){0,3}graag).{0,60}?\b(?:al |reeds )?(?:ingeschreven|aangemeld|genoteerd|geregistreerd|opgegeven)\b|\binschreven\b|\b(?:sta|staat|stond) (?:\w+ ){0,3}(?:op de (?:deelnemers)?lijst|nu (?:nog )?(?:bij|op|in))|\bmijn (?:eerdere|vorige|huidige|oorspronkelijke) (?:inschrijving|mail|keuze)|\b(?:was|is|were|am|are) (?:currently |already )?(?:registered|signed up)|\bmy registration was|\bhad registered|\bm'etais inscrit\w*|\bnous etions inscrit\w*|\b(?:suis|est|etais) inscrit"
)
_CONDITION = re.compile(
    r"\b(?:vooraleer (?:ik|we|wij)|voordat (?:ik|we|wij)|alvorens|eer (?:ik|we|wij) (?:mij|me|ons)|before (?:i|we) (?:sign|register|join)|onder voorbehoud|op voorwaarde|voorwaarde is|mits\b|tenzij|afhankelijk van|hangt (?:er |nog )?(?:van )?af|zo ja\b|zo niet|indien (?!nodig|gewenst|u (?:nog )?(?:vragen|meer|bijkomende)|er (?:nog )?(?:vragen|problemen)|mogelijk|nog mogelijk|jullie (?:nog )?(?:vragen|info)|vereist|van toepassing|het kan|dat kan|nog iets|iets)|enkel als|alleen als|slechts als|pas als|if (?:possible there|there|the dates|it|you (?:still )?have (?:a )?(?:place|room|seat)|we|the|that|so)|unless|provided|depending|subject to|in that case|sous reserve|a condition|sauf si|si (?:il|possible il|vous|les|le|la|elle)|s'il (?:reste|y a)|en fonction)\b"
    r"|\bals (?:er (?:nog|daar|dan|voldoende|een|geen|dit|wat)|het (?:nog )?(?:niet|op|in|tijdens|past|digitaal|online|fysiek|'s)|de (?:data|sessies|agenda|uren|timing|eerste|vergadering)|mijn (?:agenda|baas|directeur|chef)|mijn \w+ (?:akkoord|het)|onze (?:directie|raad|directeur)|wij (?:mogen|welkom|toegelaten)|we (?:mogen|welkom|toegelaten)|ik (?:mag|tijd|welkom|toestemming|groen|kan|er)|dat (?:op|in|past|niet)|jullie (?:nog )?(?:plaats|ruimte|mij|iemand)|u (?:nog )?(?:plaats|ruimte|mij)|niemand|\w+ (?:niet|akkoord|het niet))\b"
    r"|\b(?:in ?zover|voor zover|zolang|stel dat|in geval)\b|\bpas (?:\w+ ){0,3}(?:beslissen|zeker|bevestigen)|\bmocht (?:er|het|dat|grondwater|hemelwater|ik|deze|die)\b(?!.{0,40}\bvragen)"
)
_BENIGN_CONDITION = re.compile(
    r"\b(?:vragen|vraag|nodig (?:heeft|hebt|hebben)|inlichtingen|meer info|bijkomende info|informatie (?:nodig|wenst)|contacteren|contact op|hoor (?:ik|je|jij|u)|laat (?:gerust|maar|het)|indien nodig|questions|als het (?:over|gaat)|als dat mag|als het kan|als dat kan|als het mag|if any|bellen|bereikbaar|aarzel|iets niet klopt|iets ontbreekt|anders hoor|problemen?)\b"
)
_TENTATIVE = re.compile(
    r"\b(?:misschien|wellicht|waarschijnlijk|vermoedelijk|mogelijk(?:s)? (?:ook|nog|kom|komt|neem)|eventueel|twijfel\w*|nog niet (?:zeker|beslist|helemaal zeker|uit|besloten|bepaald)|weet (?:ik |nog )?(?:het )?nog niet|(?:moet(?:en)?|zal|zullen) (?:\w+ ){0,5}(?:nog )?(?:navragen|overleggen|bekijken|aftoetsen|intern bespreken|afstemmen|nakijken|afchecken|bespreken|beslissen)|overweeg|overwegen|denken? (?:er(?:aan|over)|na over|eraan)|denk ik na|te bevestigen|onder voorbehoud|voorlopig (?:optie|onder)|in optie|optie op|bekijk(?:en)? (?:\w+ ){0,3}(?:of|intern)|beslissen (?:\w+ ){0,4}later|laten (?:\w+ ){0,4}(?:nog )?weten of|laat (?:\w+ ){0,4}(?:nog )?weten of (?:ik|we|wij)|zou kunnen dat|als tweede keuze|tweede keus|reservekeuze|bij voorkeur .{0,40} anders|nog even (?:wachten|afwachten|bekijken)|kom ik op terug|kom er (?:later )?op terug"
    r"|perhaps|maybe|might|possibly|not (?:yet )?(?:sure|decided)|considering|tentative(?:ly)?|to be confirmed|tbc|peut-etre|eventuellement|probablement|pas encore (?:sur|decide)|a confirmer)\b"
)
_SECOND_THOUGHTS = re.compile(
    r"\b(?:alhoewel|bij nader inzien|of nee|of neen|nee wacht|nee,? toch|neen,? toch|wacht,|toch beter|of toch|toch maar (?:niet)?|weet ge wat|weet je wat|bedenk me|bedenk mij|bij nadere? |op de valreep|euh|correctie|rechtzetting|ik bedoel\w*|sorry,? ik bedoel\w*|on second thought|actually,? no|finalement|ou plutot|laat maar(?! (?:\w+ ){0,2}(?:weten|horen|komen|iets)))\b"
)
_CORRECTION = re.compile(r"\b(?:correctie|rechtzetting|ik bedoel(?:de)?|bedoelde ik|moet (?:natuurlijk )?\w+ zijn|i mean|i meant|correction)\b")
_COMPLAINT = re.compile(
    r"\b(?:ongehoord|ombuds\w+|verwaardig\w*|eis(?:en)? (?:\w+ ){0,4}(?:antwoord|reactie|uitleg)|(?:nog steeds|nog altijd|nooit) (?:\w+ ){0,3}antwoord|geen antwoord (?:gekregen|ontvangen|gehad)|aangetekend|advocaat|rechtbank|schadevergoeding|ingebrekestelling|wantoestand\w*|verbazing|verbaasd|nooit (?:\w+ ){0,3}(?:ingeschreven|opgegeven|aangemeld|gevraagd)|nergens (?:\w+ ){0,2}(?:opgegeven|ingeschreven|aangemeld)|zonder (?:mijn|ons) (?:medeweten|toestemming)|klacht(?!en? (?:over|van) (?:bewoners|burgers))|klagen|schande\w*|onaanvaardbaar|onbegrijpelijk|ontgoocheld|teleurgesteld|teleurstellend|niet akkoord|begrijp(?:en)? (?:\w+ ){0,3}niet waarom|niet (?:te )?begrijpen|protest\w*|bezwaar (?:tegen|aan)|aan te klagen|onvrede|ontevreden|oneerlijk|onrechtvaardig|belachelijk|niet correct|niet ernstig|niet fair|wanbeheer|ramp\b|frustr\w+|verontwaardig\w*|waarom (?:sta|staat|zijn|word|worden|mag|mogen|kan|krijg|krijgen|ben|is)|complain\w*|unacceptable|disappoint\w*|inadmissible|plainte|inacceptable|ergernis|erger mij|storend|betreur\w*|hoe komt het dat|vind het (?:\w+ ){0,3}(?:vreemd|raar|jammer|spijtig|erg) dat)\b"
)
_CITIZEN = re.compile(
    r"\b(?:als (?:gewone |bezorgde |betrokken |geinteresseerde )?(?:burger|inwoner|inwoonster|particulier|buurtbewoner|bewoner|privepersoon|individu)|(?:gewone|bezorgde|betrokken|geinteresseerde|mondige) (?:burger|inwoner|inwoonster|bewoner)|ten persoonlijke titel|op persoonlijke titel|in eigen naam|prive ?persoon|uit persoonlijke (?:interesse|naam)|geen (?:enkele )?(?:vereniging|organisatie|bedrijf)\b|niet (?:aan|bij) (?:een|geen) organisatie|zonder organisatie|citoyen\w*|as a citizen|private citizen|concerned citizen|gepensioneerd(?:e)? (?:en|leraar|leerkracht|ambtenaar|ingenieur)|ik ben (?:\w+ ){0,3}(?:burger|inwoner|inwoonster|particulier))\b"
)
_LEGAL = re.compile(
    r"\b(?:gdpr|avg|rgpd|persoonsgegevens|recht (?:op|van) (?:inzage|verwijdering|vergetelheid)|gegevens (?:te )?(?:verwijderen|wissen|wist)|gegevensbescherming|dpo|vergetelheid|wob-verzoek|openbaarheid van bestuur|bestuursdocument\w*|donnees personnelles|personal data)\b"
)
_EVENT = re.compile(
    r"\b(?:webinar\w*|studiedag\w*|opleiding\w*|congres\w*|symposi\w+|infosessie\w*|infoavond\w*|informatievergadering|excursie\w*|cursus\w*|workshop\w*|lezing\w*|conferentie\w*|training\w*|seminarie\w*|seminar\w*|plaatsbezoek\w*|vlario-?dag|open ?dag|opendeurdag|netwerkmoment|receptie|nieuwsbrief|e-learning|vacature|stage|openbaar onderzoek|hoorzitting)\b"
)
_TABLE_WORD = re.compile(
    r"\b(?:[a-z]*tafels?|werktafel\(s\)|working tables?|work tables?|working groups?|tables? de travail|tables?|wt's?|werkgroep(?:en)?|themagroep\w*|overlegtafel\w*)\b|\b(?:strategische planning|waterbevoorrading)\b"
)
_SAME_TABLE = re.compile(
    r"\b(?:boven(?:staande|vermelde|genoemde)|(?:in|uit|van) (?:het |de )?(?:onderwerp|titel|subject|object|objet|hoofding)|(?:zie|cfr\.?|cf\.?|conform|volgens|zoals (?:in|vermeld in)) (?:het |de )?(?:onderwerp|titel)|onderwerp vermelde|voormelde|voornoemde|deze tafel|die tafel|dit thema|hierboven|bovenvermeld|daarvoor|hiervoor|er(?:voor|bij)|subject line|above|ci-dessus|en objet)\b"
)
_ATTACHMENT = re.compile(
    r"\b(?:(?:in|als) (?:de )?bijlage|bijgevoegd\w*|bijgaand\w*|in bijl\.?|attached|attachment|en annexe|ci-joint\w*|pi[e]ce jointe|aanhangsel|toegevoegd bestand|excel\w*|xlsx|pdf|docx?|scan|foto)\b"
)
_ATTACHED_LIST = re.compile(
    r"\b(?:lijst\w*|formulier\w*|deelnemerslijst\w*|overzicht\w*|tabel|excel\w*|inschrijving(?:en|sformulier\w*)?|ingevuld\w*|gegevens|antwoordstrook|antwoordformulier|deelnemers|namen|contactpersonen|list|form|liste|formulaire|document|kandidaturen|kandidatuur|brief|foto|scan|afvaardiging|aanmelding(?:en)?|rooster|keuze(?:s)?)\b"
)
_FORWARDED_WISH = re.compile(
    r"\b(?:(?:dat|het|dit) (?:wordt|zal|is|worden)(?: \w+){0,2}? x{5,}|ga ik (?:dat|het) (?:zelf )?(?:zijn|doen)|(?:wordt|is|zal) (?:het|dat)(?= [a-z]+ [a-z]+\b)|ben ik dat(?: zelf)?|zal ik dat zelf|(?:doe|doet|doen|neem|neemt|nemen|kies|kiest|kiezen|volg|volgt|volgen|wil|willen|pak|pakt|behartigt|trekt|verkies|verkiest|ga voor|gaan voor)\b(?: (?!niet\b|geen\b)\w+){0,3}? x{5,}|x{5,}(?: \w+){0,2} (?:volgen|opvolgen|volg|volgt|doen|doe)|doe mij\b|te?lt? (?:u|je|jullie )?(?:mij|me|ons) mee|stel(?:t|len)? (?:mij|me|ons|zich) (?:\w+ ){0,3}beschikbaar|deel uitmaken|deel uit te maken|vervoegen|uitnodiging ontvangen|onderstaand\w*|hieronder|zie onder(?:aan)?|zie lager|doorgestuurd\w*|doorsturen|stuur(?:en)? (?:\w+ ){0,4}door|ter (?:info|informatie|opvolging|kennisgeving)|bestemd voor|voor gevolg|voor verdere|below|forward\w*|fyi|ci-dessous|transf\w+)\b"
)
_SESSION_ONLY = re.compile(
    r"\b(?:(?:enkel|alleen|slechts|only) (?:voor |for )?(?:deze|die|de (?:eerste|tweede|derde|volgende|laatste)|this|that|the (?:first|next)) (?:ene )?(?:sessie|keer|session|vergadering|datum|dag)|(?:eerste|tweede|derde|vierde|vijfde|volgende|laatste|ene) sessie\b|sessie (?:van|op) \d|deze sessie|die sessie|sessie [1-5]\b|(?:first|second|next) session|die dag (?:niet|kan)|eenmalig)\b"
)
_UNDECIDED_PERSON = re.compile(
    r"\b(?:(?:de )?naam (?:\w+ ){0,4}(?:volgt|volgen|bezorg\w*|laten (?:we|wij|ik)|geven (?:we|wij|ik) (?:\w+ ){0,2}(?:later|nog|door)|nog (?:door|niet|bezorgen))|namen volgen|(?:wie|welke (?:collega|persoon|medewerker)) (?:\w+ ){0,6}(?:nog|later|precies|exact|wordt|komt|gaat|zal|zullen)\b|nog (?:te bepalen|niet (?:bekend|beslist|gekend|aangeduid|geweten|bepaald|duidelijk|ingevuld|vast))|nader te bepalen|n\.?t\.?b\.?|t\.?b\.?d\.?|volgt (?:later|nog|zo snel|spoedig|zodra)|laten? (?:\w+ ){0,4}(?:nog|later) weten (?:wie|welke)|(?:kijken|bekijken|zien|navragen|uitzoeken|afspreken|spreken nog af) wie|to be (?:announced|determined|decided|confirmed)|name will follow|nom suivra|a determiner|(?:wij|we|ik) (?:\w+ ){0,3}nog iemand (?:te zoeken|zoeken|aanduiden)|wordt nog (?:aangeduid|bepaald|gezocht|beslist))\b"
)
_UNNAMED = re.compile(
    r"\b(?:(?:een|1|mijn|onze|ons|de|nog een|een andere|een tweede|de nieuwe|een nieuwe|een van onze|een van mijn|haar|zijn|a|our|my|one of our|one of my|un|une|notre|mon|ma) (?:\w+ )?(?:collega|collegue|directeur|directrice|medewerker|medewerkster|vertegenwoordiger|vertegenwoordigster|afgevaardigde|ingenieur|expert|experte|adviseur|diensthoofd|afdelingshoofd|bestuurder|voorzitter|schepen|burgemeester|deelnemer|deelneemster|persoon|specialist|hydroloog|milieuambtenaar|duurzaamheidsambtenaar|ambtenaar|technicus|projectleider|projectleidster|coordinator|baas|chef|opvolger|opvolgster|vervanger|vervangster|kandidaat|lid|delegatie|bestuurslid|griffier|dijkgraaf|stagiair|doctoraatsstudent|onderzoeker|milieucoordinator|manager|colleague|director|engineer|representative|researcher|collegue|directeur|ingenieur)|iemand|someone|somebody|quelqu'un|(?:twee|drie|2|3|enkele|meerdere|een paar) (?:\w+ )?(?:collega's|medewerkers|personen|mensen|vertegenwoordigers|afgevaardigden|colleagues|people)|(?:die|dat|deze) (?:persoon|collega))\b"
)
_SELF_STRONG = re.compile(
    r"\b(?:ikzelf|mezelf|mijzelf|ik zelf|ondergetekende|ondergetekend|myself|soussignee?|moi-meme|(?:mij|me|mijn inschrijving|mijn deelname|mijn kandidatuur|mijn naam|mijn stoel|mijn plaats|mijn persoon|my registration|my participation|my name|ma participation|mon inscription)(?=[\s,.!?;:)]|$))\b"
)
_SELF_VERB = re.compile(
    r"\b(?:(?:neem|doe|kom|volg|schuif|sluit|teken|vertegenwoordig|zetel|zit|stap|ga|geef|meld|wil|wens|zou|had|zal|kan|mag|heb|ben|kies|opteer|kandideer|treed|engageer|woon|werk|denk|verkies|hoop|schrijf) ik(?:zelf)?\b|\bik (?:\w+ ){0,2}(?:neem|doe|kom|volg|schuif|sluit|teken|vertegenwoordig|zetel|zit|stap|ga|wil|wens|zou|had|zal|kies|opteer|kandideer|treed|engageer|woon|werk|meld|geef|ben|schrijf|hou|zal)|i (?:would|will|want|wish|am|shall|can|represent|join)|i'd|i'll|i'm|je (?:souhaite|voudrais|participerai|participe|representerai|represente|desire|serai|m'inscris)|graag (?:ook )?(?:ik|voor mij)|ik ook|ook ik|voor mij\b|voor mijzelf)\b"
)
_AGENT = re.compile(
    r"\b(?:schrij(?:f|ven) (?:ik|wij|we)|(?:ik|wij|we) schrij(?:f|ven)|meld(?:en)? (?:ik|wij|we)|(?:ik|wij|we) (?:melden|meld|vaardigen|duiden|sturen|stuur|dragen|draag|geven|geef|registreren|wensen|delegeren|stellen)|mag ik|kan ik|mogen (?:wij|we)|wil ik|zou ik|graag (?:schrijf|meld|geef|stel|draag)|register|registering|nominate|inscris|inscrivons|hierbij de inschrijving|in te schrijven|inschrijven voor|noteren|noteer|noteert)\b"
)
_NOT_SELF = re.compile(
    r"\b(?:vroeg(?:en)?|vraagt|laat|laten|lieten?|liet|stuur(?:t|en)?|stuurde|bezorg(?:t|en|de)?|bel(?:t|len)?|mail(?:t|en)?|contacteer|contacteert|helpt?|help|lijkt|interesseert|bereikte|geef(?:t)?|gaf|zeg(?:t|gen)?|vertel\w*|bericht|informeer\w*|verwittig\w*|antwoord\w*|spreekt|werd|hou(?:d|dt)?|houden|stoort|bij|naar|van|met|aan|via|na|past) (?:u |jullie |je |ze |dit |dat |er |ook |gerust )?(?:mij|me)\b|\b(?:mij|me) (?:laten weten|bevestigen|bezorgen|informeren|contacteren|bellen|opbellen|terugbellen|zeggen|meedelen|vertellen|verwittigen|mailen|op de hoogte|kennen|herinner|afvraag|af\b|dunkt|best|wel (?:iets|wat)|erg|sterk|te richten)"
)
_THANKS = re.compile(r"\b(?:dank|dankjewel|dankuwel|bedankt|merci|thanks|thank you|thx|prima|perfect|super|top|genoteerd|goed ontvangen|in orde|oke?|great|fijn|mooi zo|tot dan|well received)\b")
_QUESTION_WORD = re.compile(
    r"\b(?:wie|wat|waar|wanneer|welke?|hoe|hoeveel|waarom|waarvoor|wanneer|hoelang|is er|zijn er|zijn de|is het|is de|is dat|is dit|komt er|komen er|moet(?:en)? (?:ik|we|wij|er|dat)|wordt (?:er|dit|dat|het)|worden (?:er|de)|gaan? de|gaat (?:het|dit|dat)|krijg(?:en)? (?:we|wij|ik)|hebben jullie|heeft u|heb je|volstaat|klopt het|who|what|where|when|which|how|why|is there|are there|will (?:there|the|it)|do (?:we|i|you)|does|is it|are the|quand|ou (?:se|aura|est)|comment|combien|quel\w*|est-ce que|y a-t-il|faut-il)\b"
)
_POSSIBILITY = re.compile(
    r"\b(?:nog plaats|nog vrij|nog plek|nog ruimte|nog (?:altijd )?mogelijk|nog (?:in)?schrijven|nog kan|kan (?:het|dat) nog|is het (?:nog )?mogelijk|mogelijk om|toegelaten|toegestaan|welkom|met (?:twee|drie|meer(?:dere)?|2|3|hoeveel)|meerdere (?:personen|collega's|deelnemers)|twee (?:personen|mensen|deelnemers)|ook (?:bedrijven|studiebureaus|burgers|landbouwers|privepersonen)|(?:mogen|kunnen) (?:\w+ )?(?:bedrijven|studiebureaus|burgers|studenten|particulieren|gemeenten|buitenstaanders|waarnemers)|in aanmerking|als (?:interne|burger|waarnemer|observator|student|buitenstaander|gast)|te laat|is it (?:still )?possible|still possible|places left|allowed|welcome to|est-il (?:encore )?possible|encore possible|peut-on)\b"
)
_TO_YOU = re.compile(
    r"\b(?:(?:kan|kunt|kunnen|wil|wilt|willen|zou|zouden|zoudt|tel|telt|tellen|pas|past|geef|geeft|geven|maak|maakt|laat|laten|noteer|noteert|noteren|schrijft|schrijven|zet|zetten|plaatst|plaatsen|voegt|voegen|registreert|registreren|neemt|nemen|haalt|halen|past|passen|schrapt|schrappen|annuleert|annuleren|verplaatst|verplaatsen|meldt|melden|doen|doe|reserveert|reserveren|wijzigt|wijzigen|vervangt|vervangen) (?:u|je|jij|jullie|ge|gij|iemand|men|vmm)\b|could you|can you|would you|will you|please|pourriez|pouvez|voulez|veuillez)"
)
_MAY = re.compile(
    r"\bzou(?:den)? (?:ik|wij|we) (?:\w+ ){0,5}(?:mogen|kunnen)\b|^(?:en |dus |of |\W*)?(?:mag|kan|mogen|kunnen|may|can|could|puis-je|pourrais-je|pouvons-nous) (?:ik|wij|we|i|hemelwater|grondwater|afvalwater|oppervlaktewater|de wateraudit|wateraudit|die|dat|deze|dit|mijn|onze|hij|zij|er|\w+ \w+|\w+|my|our)\b|\b(?:mag|kan|mogen|kunnen) (?:ik|wij|we|die|deze|mijn|onze|dat)\b"
)
_CONFIRM_ONLY = re.compile(
    r"\b(?:ontvangst|bevestig\w*|goed ontvangen|goed aangekomen|in orde|alles duidelijk|ok zo|gelukt|confirm\w*|well received|accuse de reception|confirmer|akkoord|hoe maakt|hoe gaat het)\b"
)
_ASKS_PLAINLY = re.compile(
    r"\b(?:graag verne(?:em|men)|verneem (?:ik )?graag|vernemen (?:wij |we )?graag|ver(?:neem|nemen) (?:ook )?(?:wanneer|waar|of)|la(?:at|ten) (?:u |je |jullie |ons |mij |me |maar |nog |ook |even |eens |gerust ){1,5}weten (?:of (?!dit|dat (?:goed|in|lukt|ok)|het (?:goed|in|lukt|gelukt)|alles|mijn|onze|de inschrijving|u dit|je dit|ik)|wanneer|waar|hoe|wat|welke|hoeveel|wie)|vroeg (?:me|mij) (?:\w+ )?af|vraag (?:me|mij) (?:\w+ )?af|vragen ons (?:\w+ )?af|had (?:ik|graag) (?:\w+ )?(?:graag )?geweten|hadden (?:we|wij) (?:\w+ )?geweten|benieuwd (?:of|wanneer|waar|wat|hoe|welke|hoeveel)|hoor(?:en)? (?:ik|we|wij)? ?graag (?:wanneer|waar|welke|wat|hoe|hoeveel|of (?!dit|het|alles|mijn|onze))|graag (?:ook |nog |wat |alvast |even )*(?:meer |extra |bijkomende |verdere )?(?:info|informatie|uitleg|toelichting|verduidelijking|duidelijkheid) (?:over|omtrent|rond|i\.?v\.?m|betreffende|inzake)|(?:meer|extra|bijkomende) (?:info|informatie|uitleg) (?:over|omtrent|rond)|kan iemand|bel (?:me|mij|ons)|(?:mij|me|ons) (?:even )?(?:op|terug)bellen|i (?:was|am) wondering|please let (?:me|us) know (?:when|where|whether|how|what|which)|would like to know|je voudrais savoir|merci de (?:me|nous) (?:dire|preciser|indiquer)|tweede vraagje|vraagje|vraag(?:je)?\s?:)\b"
)
_IDEM = re.compile(r"\b(?:idem|ook|eveneens|hetzelfde|tevens|mee|samen met|likewise|too|also|egalement|aussi|net als ik|zelfde (?:geldt )?voor|evenals|alsook)\b")
_RESPECTIVELY = re.compile(r"\b(?:respectievelijk|resp\.?|respectively|respectivement|in die volgorde|in deze volgorde|in that order)(?=\W|$)")
_EACH_ALL = re.compile(r"\b(?:beiden?|allebei|elk|alle(?:maal| drie| twee)|samen|both|telkens|tous les deux|each)\b")
_VERB = re.compile(
    r"\b(?:we|wij|ik|hij|zij|ze|jullie|dacht|dachten|ging|laat|laten|liet|kies|kiest|kiezen|neem|volg|volgt|volgen|schrijf|schrijft|stuur|stuurt|meld|geef|vaardigt|duidt|vervangt|werk|werkt|werken|wens|moest|is|zijn|ben|bent|was|waren|wordt|worden|werd|werden|heeft|hebben|heb|had|hadden|kan|kunnen|zal|zullen|zou|zouden|wil|willen|mag|mogen|moet|moeten|gaat|gaan|ga|komt|komen|kom|doet|doen|doe|blijft|blijven|staat|staan|sta|geeft|geven|neemt|nemen|zit|zitten|vindt|vinden|vind|lijkt|denk|denken|weet|weten|zie|zien|ziet|krijgt|krijgen|wens|wensen|wenst|are|am|were|has|have|had|will|would|can|could|should|est|sont|suis|sommes|avons|ai|a|sera|serai)\b"
)
_NOT_LIST = re.compile(r"\b(?:zonder|geen) bijlagen?\b|\bnota\b|\bpresentatie\b|\bmail in bijlage\b")


@dataclass(frozen=True, slots=True)
class Intent:
    """What one sentence contains."""

    register: bool = False
    wish: bool = False
    """A plain word of registering, not only one that may go with it."""
    farewell: bool = False
    cancel: bool = False
    hard_cancel: bool = False
    change: bool = False
    in_place: bool = False
    replace: bool = False
    backup: bool = False
    """Who stands in for somebody now and then takes nobody's place."""
    refusal: bool = False
    past: bool = False
    condition: bool = False
    tentative: bool = False
    second_thoughts: bool = False
    correction: bool = False
    complaint: bool = False
    thanks: bool = False
    asks: bool = False
    """A question that only staff can answer."""
    polite: bool = False
    """A question in form, a wish in substance."""
    self_strong: bool = False
    self_verb: bool = False
    agent: bool = False
    unnamed: bool = False
    undecided: bool = False
    same_table: bool = False
    idem: bool = False
    respectively: bool = False
    each: bool = False
    table_word: bool = False
    session_only: bool = False
    verb: bool = False


def intent_of(folded: str) -> Intent:
    """What a folded sentence contains."""
    text = folded[:1500]
    wish = _WISH.search(text) is not None
    register = wish or _REGISTER.search(text) is not None
    hard = _HARD_CANCEL.search(text) is not None
    cancel = hard or _SOFT_CANCEL.search(text) is not None
    change = _CHANGE.search(text) is not None
    backup = _BACKUP.search(text) is not None
    replaces = _REPLACE.search(text) is not None and not _NO_REPLACEMENT.search(text) and not backup
    question_form = "?" in text
    asks, polite = _question(text, register or cancel or change or replaces, question_form)
    return Intent(
        register=register,
        wish=wish,
        farewell=_FAREWELL.search(text) is not None,
        cancel=cancel,
        hard_cancel=hard,
        change=change,
        in_place=_IN_PLACE.search(text) is not None,
        replace=replaces,
        backup=backup,
        refusal=not hard and _REFUSAL.search(text) is not None and not _MORE_REFUSAL.search(text),
        past=_PAST.search(text) is not None,
        condition=is_conditional(text),
        tentative=_TENTATIVE.search(text) is not None,
        second_thoughts=_SECOND_THOUGHTS.search(text) is not None,
        correction=_CORRECTION.search(text) is not None,
        complaint=_COMPLAINT.search(text) is not None,
        thanks=_THANKS.search(text) is not None,
        asks=asks,
        polite=polite,
        self_strong=_SELF_STRONG.search(_NOT_SELF.sub(" ", text)) is not None,
        self_verb=_SELF_VERB.search(text) is not None,
        agent=_AGENT.search(text) is not None,
        unnamed=_UNNAMED.search(text) is not None,
        undecided=_UNDECIDED_PERSON.search(text) is not None,
        same_table=_SAME_TABLE.search(text) is not None,
        idem=_IDEM.search(text) is not None,
        respectively=_RESPECTIVELY.search(text) is not None,
        each=_EACH_ALL.search(text) is not None,
        table_word=_TABLE_WORD.search(text) is not None,
        session_only=_SESSION_ONLY.search(text) is not None,
        verb=_VERB.search(text) is not None,
    )


def is_conditional(text: str) -> bool:
    """Whether the sentence makes its wish hang on something."""
    if _BACKUP.search(text):
        return False
    return _CONDITION.search(text) is not None and not _BENIGN_CONDITION.search(text)


def _question(text: str, wishes: bool, question_form: bool) -> tuple[bool, bool]:
    """Whether the sentence asks something of staff, and whether it is a wish in the form of a question."""
    if not question_form:
        return _ASKS_PLAINLY.search(text) is not None, False
    if _CONFIRM_ONLY.search(text) and not _QUESTION_WORD.search(text):
        return False, True
    if _POSSIBILITY.search(text):
        return True, False
    if wishes and (_TO_YOU.search(text) or _MAY.search(text)) and not _QUESTION_WORD.search(text):
        return False, True
    if wishes and _TO_YOU.search(text) and re.search(r"\b(?:die|dat|deze|welke)\b", text) and not re.search(
        r"\b(?:wanneer|waar|hoe|hoeveel|waarom|is er|zijn er|when|where|how)\b", text
    ):
        return False, True
    return True, False


def is_legal_request(folded: str) -> bool:
    """Whether the mail speaks of rights over personal data or documents."""
    return _LEGAL.search(folded) is not None


def is_citizen(folded: str) -> bool:
    """Whether the sender writes for no organisation."""
    return _CITIZEN.search(folded) is not None


def speaks_of_event(folded: str) -> bool:
    """Whether the mail speaks of a webinar, a study day or another thing that one registers for elsewhere."""
    return _EVENT.search(folded) is not None


def speaks_of_tables(folded: str) -> bool:
    """Whether the mail speaks of tables or of the programme."""
    return _TABLE_WORD.search(folded) is not None


def points_to_attachment(folded: str) -> bool:
    """Whether the wish stands in an attachment: a list, a form."""
    return any(
        _ATTACHMENT.search(sentence) and _ATTACHED_LIST.search(sentence) and not _NOT_LIST.search(sentence)
        for sentence in re.split(r"[.!?\n]", folded)
    )


def points_to_quote(folded: str) -> bool:
    """Whether the text says that what matters stands in the mail below it."""
    return _FORWARDED_WISH.search(folded) is not None


_IN_THAT_CASE = re.compile(r"\b(?:in dat geval|dan (?:wil|schrijf|zou|graag|neem|mag|kom|schuif)|indien (?:ja|dat|dit|wel)|als (?:dat|dit) (?:zo is|mag|kan|wel)|zo ja|if so|in that case|then (?:i|we|please)|si oui|dans ce cas)\b")


def hangs_on_answer(folded: str) -> bool:
    """Whether a sentence after a question hangs on the answer: 'Is IMDC welkom? In dat geval graag ...'."""
    return _IN_THAT_CASE.search(folded) is not None


_PRONOUN = re.compile(
    r"\b(?:hij|hem|(?:zij|ze)(?= (?:\w+ )?(?:wil|zal|neemt|komt|kan|volgt|gaat|wenst|zou|vertegenwoordigt|schuift|sluit|zetelt|moet|mag)\b)|haar(?= (?:\w+ ){0,4}(?:in|op|aan|voor|te|noteren|inschrijven|schrijven|zetten|toevoegen|schrappen)\b)|him|she|he|her(?= (?:for|down|to|on|up|off)\b))\b"
)
_PRONOUNS = re.compile(r"\b(?:hen|(?:zij|ze)(?= (?:\w+ )?(?:willen|zullen|nemen|komen|kunnen|volgen|gaan|wensen|zouden|vertegenwoordigen|schuiven|zetelen|mogen)\b)|beiden?|allebei|them|they|both of them)\b")


def pronoun(folded: str) -> tuple[int, int, bool] | None:
    """Where a sentence speaks of somebody by a pronoun, and whether of several."""
    if (match := _PRONOUNS.search(folded)) is not None:
        return match.start(), match.end(), True
    if (match := _PRONOUN.search(folded)) is not None:
        return match.start(), match.end(), False
    return None


_SOUGHT = re.compile(r"^.{0,30}?\b(?:te )?(?:zoeken|zoekt|zoek|nodig|gezocht|zochten|vonden|vinden|looking for|needed)\b|^ (?:kan|mij|me|hierover|anders|daarover|hiervan)")


def unnamed_spans(folded: str) -> list[tuple[int, int]]:
    """Where a sentence speaks of a person without a name: 'een collega', 'onze directeur'."""
    return [match.span() for match in _UNNAMED.finditer(folded) if not _SOUGHT.search(folded[match.end() : match.end() + 60])]


def self_spans(folded: str) -> list[tuple[int, int]]:
    """Where a sentence speaks of the sender as who takes part: 'mij', 'ikzelf', 'ondergetekende'."""
    hidden = [match.span() for match in _NOT_SELF.finditer(folded)]
    return [
        match.span()
        for match in _SELF_STRONG.finditer(folded)
        if not any(a <= match.start() and match.end() <= b for a, b in hidden)
    ]


def self_verb_spans(folded: str) -> list[tuple[int, int]]:
    """Where the sender is the subject of a verb of taking part: 'ik neem deel', 'zal ik volgen'."""
    return [match.span() for match in _SELF_VERB.finditer(folded)]
