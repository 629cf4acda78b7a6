"""What gateways, lawyers and telephones add to a mail: banners, disclaimers, device footers. Nobody's own words.

A paragraph counts as legal by one unmistakable line, or by three of the usual turns of such texts together: a sender
may well ask us to treat a registration confidentially.
"""

import re
from collections.abc import Sequence

_LONGEST = 400
_LONGEST_PARAGRAPH = 3000
_WRAPPED = 55
_LONGEST_BANNER = 8
_SENTENCE_ENDS = tuple(".!?:")


def _any_of(*patterns: str) -> str:
    return "(?:" + "|".join(patterns) + ")"


_THING = (
    r"(?:outlook|gmail|yahoo|proton\w*|samsung|galaxy|iphone|ipad|android|blackberry|huawei|xiaomi|oneplus|pixel|nokia"
    r"|smartphone|gsm|telefoon|toestel|tablet|phone|t[ée]l[ée]phone|portable|handy|mobiel|mobile|windows|bluemail"
    r"|nine|spark"
    r"|mail\s(?:voor|for|pour|f[üu]r)|e-?mail-?app|app|applicatie|application|webmail|telenet|courrier)"
)
_DEVICE = re.compile(
    r"[\s*_>\[(-]*"
    + _any_of(
        rf"(?:verzonden|verstuurd|gestuurd|verzond|getypt|geschreven)\s(?:vanaf|via|vanuit|met|van|door|op|vanop)\s"
        rf".{{0,30}}\b{_THING}\b.{{0,90}}",
        r"(?:download|haal|krijg|t[ée]l[ée]charger?z?|get|obtenir|obtenez|holen\ssie\ssich|laden\ssie)\s(?:hier\s)?"
        r"(?:outlook|de\soutlook|bluemail|yahoo\smail)\b.{0,90}",
        r"(?:outlook|bluemail|yahoo\smail|mail)\s(?:voor|for|pour|f[üu]r|op)\s(?:ios|android|iphone|mac|mobile"
        r"|windows)\b"
        r".{0,90}",
        rf"(?:envoy[ée]|exp[ée]di[ée]|[ée]crit)\s(?:depuis|de|du|via|[àa]\spartir\sde"
        rf"|avec)\s.{{0,30}}\b{_THING}\b.{{0,90}}",
        r"envoy[ée]\s(?:depuis|[àa]\spartir\sde)\sl['’]\w+.{0,60}",
        rf"sent\s(?:from|via|with|by|using)\s.{{0,30}}\b{_THING}\b.{{0,90}}",
        rf"(?:gesendet|geschickt|verschickt)\s(?:von|mit|[üu]ber)\s.{{0,30}}\b{_THING}\b.{{0,90}}",
        rf"von\smeinem\s.{{0,30}}\b{_THING}\b.{{0,30}}\s(?:gesendet|geschickt).{{0,40}}",
        r"(?:virusvrij|virus-free|sans\svirus|garanti\ssans\svirus|virenfrei)\b.{0,90}",
        r".{0,50}\b(?:gecontroleerd\sop\svirussen|(?:checked|scanned)\sfor\sviruses"
        r"|op\svirussen\s(?:gescand|gecontroleerd)|auf\sviren\s(?:gepr[üu]ft|untersucht))\b.{0,120}",
        r".{0,50}\b(?:excusez|excuus|excuses|sorry|excuse|pardon)\b.{0,20}"
        r"\b(?:typfouten|tikfouten|typos|fautes\sde\sfrappe|brevity|kortheid)\b.{0,60}",
    )
    + r"[\s*_>\])]*",
    re.IGNORECASE,
)
_OURS = r"(?:de|onze|uw|je|het|the|our|your|this|l['’]|notre|votre|unserer?|der)\s?"
_OUTSIDE = _any_of(
    r"extern(?:e|al|er)?\s(?:e-?mail|mail|afzender|sender|message|bericht|bron|source|domein|domain|absender|party"
    r"|gebruiker)",
    r"(?:exp[ée]diteur|message|courriel|e-?mail)\sexterne",
    rf"(?:buiten|outside|au(?:ß|ss)erhalb|ext[ée]rieure?\s(?:[àa]|de))\s(?:of\s)?{_OURS}\s?(?:\w+\s){{0,2}}"
    r"(?:organi[sz]ati\w+|bedrijf\w*|company|netwerk|network|domein|domain|omgeving|agency|universit\w+|entreprise"
    r"|overheid)",
    r"(?:from|from\san?|de|vient\sde|provient\sde)\s(?:l['’]ext[ée]rieur|outside\b(?!\s\w)|external\s\w+)",
    r"(?:onbekende|unknown)\s(?:afzender|sender)|(?:afzender|sender)\s.{0,20}(?:extern|external|buiten|outside)\b",
)
_BANNER = re.compile(
    r"[\s*_>\[(!⚠️\#|=-]*"
    + _any_of(
        r"(?:caution|warning|attention|opgelet|let\sop|pas\sop|waarschuwing|achtung|vorsicht|voorzichtig|belangrijk"
        r"|important"
        rf"|notice)\s?[:!.,–—-]*\s?.{{0,70}}?\b{_OUTSIDE}.{{0,300}}",
        r"(?:externe?r?|external)\s(?:e-?mail|mail|afzender|sender|message|bericht|absender)\b\s?[:!.\])–—-].{0,200}",
        r"(?:externe?r?|external)\s(?:e-?mail|mail|afzender|sender|message|bericht)[\s\])*]*$",
        rf"(?:deze|dit)\s(?:e-?mail|mail|bericht)\s(?:is\s(?:afkomstig|verzonden|verstuurd)|komt"
        rf"|werd)\s.{{0,30}}\b{_OUTSIDE}"
        r".{0,200}",
        r"(?:this|the)\s(?:e-?mail|message)\s(?:has\s)?(?:originated|originates|comes|came|was\ssent|is)\s.{0,20}\b"
        rf"{_OUTSIDE}.{{0,200}}",
        rf"(?:ce|cet)\s(?:e-?mail|mail|message|courriel)\s(?:provient|vient"
        rf"|a\s[ée]t[ée]\senvoy[ée])\s.{{0,30}}\b{_OUTSIDE}"
        r".{0,200}|ce\s(?:message|courriel)\s(?:provient|vient)\sde\sl['’]ext[ée]rieur.{0,200}",
        r"(?:u\sontvangt\s(?:niet\svaak|zelden)|you\s(?:don['’]t|do\snot)\soften\s(?:get|receive)"
        r"|vous\sne\srecevez\spas\ssouvent)\s.{0,300}",
        r"(?:open|klik)\s(?:geen|niet\sop)\s(?:bijlagen|links|koppelingen).{0,200}",
        r"do\snot\s(?:click|open)\s.{0,20}(?:links|attachments).{0,200}",
    ),
    re.IGNORECASE,
)
_MORE_OF_BANNER = re.compile(
    r"\b(?:links?|koppeling\w*|attachments?|bijlagen?|afzender|sender|exp[ée]diteur|vertrouw\w*|trust|safe|veilig"
    r"|recogni[sz]e"
    r"|herken\w*|learn\swhy|ontdek\swaarom|phishing|verdacht\w*|suspicious|helpdesk)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"\s*(?:beste|geachte|dag|hallo|hoi|hey|hi|hello|dear|bonjour|goede\w*|goeie\w*|madame|mevrouw"
    r"|sehr|guten)\b",
    re.IGNORECASE,
)
_LEGAL_TURNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:e-?mail(?:bericht)?|bericht|mail|boodschap|message|courriel|nachricht|communicati(?:on|e)"
        r"|transmission|bijlagen?|attachments?)\b",
        r"\b(?:vertrouwelijk\w*|confidenti\w+|vertraulich\w*|privileged|eigendom|property\sof|propri[ée]t[ée])\b",
        r"\b(?:(?:uitsluitend|enkel|alleen|exclusively|solely|exclusivement|uniquement|ausschlie(?:ß"
        r"|ss)lich)\s(?:be(?:stemd|doeld)|intended|destin\w+|for\sthe|voor\sde)"
        r"|intended\s(?:recipient|solely|only|exclusively|for)|geadresseerden?|addressees?|bestemmeling\w*"
        r"|destinataires?|bedoelde\sontvanger|empf[äa]nger\w*)",
        r"\b(?:bij|per)\svergissing\b|\bten\sonrechte\b|\bin\serror\b|\bpar\serreur\b|\birrt[üu]mlich|\bfoutief\b"
        r"|\bby\smistake\b",
        r"\b(?:te\s)?(?:vernietig\w*|verwijder\w*|wis|wissen|delete|destroy|d[ée]truire|supprimer|l[öo]schen)\b",
        r"\b(?:aansprakelijk\w*|liab\w+|responsab\w+|haftung|geen\srechten|geen\sverbintenis\w*|legally\sbinding"
        r"|n['’]engage\w*)\b",
        r"\b(?:openbaarmaking|verspreid\w*|verspreiding|kopi[ëe]ren|disclos\w+|dissemination|distribution|copying"
        r"|divulg\w+|verboden|prohibited|interdit\w*|unauthori[sz]ed|rights\sreserved|copyright)\b",
        r"\b(?:afzender|sender|exp[ée]diteur|absender)\b.{0,40}\b(?:verwittig\w*|inform\w*|contact\w*|notify|avertir"
        r"|pr[ée]venir)|\b(?:verwittig\w*|notify|avertir|breng)\b.{0,40}\b(?:afzender|sender|ons|us|exp[ée]diteur)\b",
        r"\b(?:disclaimer|avertissement|privacyverklaring|privacybeleid|privacy\s(?:statement|policy)"
        r"|haftungsausschluss)\b",
    )
)
_LEGAL_LINE = re.compile(
    r"[\s*_>]*"
    + _any_of(
        r".{0,60}\b(?:denk\saan|think\s(?:of|about)|pensez\s[àa]|consider|respecteer|spaar"
        r"|bewaar)\b.{0,20}\b(?:milieu|natuur|bomen|bos|environment|environnement|umwelt|planet)\b.{0,120}",
        r".{0,60}\b(?:think|denk|pensez|bedenk)\s.{0,12}\b(?:before|voor|avant|voordat"
        r"|alvorens)\b.{0,40}\b(?:print\w*|afdruk\w*|imprim\w*|druck\w*).{0,60}",
        r".{0,60}\b(?:print|druk|imprimez)\b.{0,30}\b(?:alleen|enkel|only|seulement|que)\b.{0,60}",
        r"(?:e-?mail\s?)?disclaimer\b.{0,160}",
        r".{0,60}\b(?:e-?mail|mail)?-?disclaimer\b.{0,80}",
        r"(?:ce\smessage|cet\s\w+|this\s(?:e-?mail|message)|dit\s(?:e-?mail)?bericht|deze\se-?mail"
        r"|diese\s\w+)\s.{0,60}\b(?:confidenti\w+|vertrouwelijk\w*|vertraulich\w*)\b.{0,300}",
        r"(?:meer\sinfo\w*\s)?.{0,40}\b(?:privacyverklaring|privacybeleid|privacy\spolicy"
        r"|privacy\sstatement)\b.{0,100}",
    ),
    re.IGNORECASE,
)
_PROGRAM_BLOCK = re.compile(
    r".{0,80}\b(?:mailing\slist|mailinglijst|mailinglist|listinfo|microsoft\steams|zoom[- ](?:meeting|vergadering)"
    r"|google\smeet|webex)\b",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*(?:_{10,}|-{20,}|={10,}|/{10,}|\*{10,}|#{10,})\s*")


def is_device_footer(line: str) -> bool:
    """Whether a program or telephone wrote the line about itself."""
    return len(line) < 240 and _DEVICE.fullmatch(line) is not None


def banner_length(lines: Sequence[str]) -> int:
    """How many lines at the head of this paragraph are the warning of a gateway above mail from outside; mostly 0."""
    if not _BANNER.match(" ".join(line.strip() for line in lines[:3])[:_LONGEST]):
        return 0
    length = 1
    while length < min(len(lines), _LONGEST_BANNER) and (
        _MORE_OF_BANNER.search(lines[length])
        or not (
            _BANNER.match(" ".join(lines[:length])[:_LONGEST]) and lines[length - 1].rstrip()[-1:] in _SENTENCE_ENDS
        )
    ):
        if length > 1 and _GREETING.match(lines[length]):
            break
        length += 1
    return length


def legal_start(lines: Sequence[str]) -> int | None:
    """The line of this paragraph where a legal or environmental text starts, which then runs to its end; or None."""
    for number, line in enumerate(lines):
        if len(line) < _LONGEST and _LEGAL_LINE.match(line):
            return _sentence_start(lines, number)
    text = " ".join(lines)[:_LONGEST_PARAGRAPH]
    if sum(1 for turn in _LEGAL_TURNS if turn.search(text)) < (3 if len(text) > 150 else 4):
        return None
    for number, line in enumerate(lines):
        if any(turn.search(line) for turn in _LEGAL_TURNS[1:]):
            return _sentence_start(lines, number)
    return 0


def _sentence_start(lines: Sequence[str], number: int) -> int:
    """The line where the sentence that runs on into this line starts: programs wrap long lines."""
    while number > 0 and len(lines[number - 1]) >= _WRAPPED and lines[number - 1].rstrip()[-1:] not in _SENTENCE_ENDS:
        number -= 1
    return number


def is_rule(line: str) -> bool:
    """Whether the line is a long rule of one character."""
    return _RULE.fullmatch(line) is not None


def is_program_block(line: str) -> bool:
    """Whether the line opens what a list or a meeting program adds under a rule."""
    return len(line) < 200 and _PROGRAM_BLOCK.match(line) is not None
