"""What gateways, lawyers and telephones add to a mail: banners, disclaimers, device footers. Nobody's own words.

A paragraph counts as legal by one unmistakable line, or by three of the usual turns of such texts together: a sender
may well ask us to treat a registration confidentially.
"""

import re

_LONGEST = 400


def _any_of(*patterns: str) -> str:
    return "(?:" + "|".join(patterns) + ")"


_THING = (
    r"(?:mijn|m['’]n|een|de|my|an?|the|mon|ma|un|meinem?r?|outlook|mail|e-mail|yahoo|gmail|proton\w*|samsung|galaxy"
    r"|iphone|ipad"
    r"|android|blackberry|huawei|xiaomi|smartphone|windows|bluemail|nine|spark|mobile|telenet|aqua|myrealbox|courrier"
    r"|l['’]\w+|onderweg)"
)
_DEVICE = re.compile(
    r"[\s*_>\[(-]*"
    + _any_of(
        rf"(?:verzonden|verstuurd|gestuurd|verzond|getypt|geschreven)\s(?:vanaf|via|vanuit|met|van|door|op"
        rf"|vanop)\s{_THING}\b.{{0,90}}",
        r"(?:download|haal|krijg|t[ée]l[ée]charger?z?|get|obtenir|obtenez|holen\ssie\ssich"
        r"|laden\ssie)\s(?:hier\s)?(?:outlook|de\soutlook|bluemail|mail|yahoo)\b.{0,90}",
        r"(?:outlook|bluemail|yahoo\smail|mail)\s(?:voor|for|pour|f[üu]r|op)\s(?:ios|android|iphone|mac|mobile"
        r"|windows)\b.{0,90}",
        rf"(?:envoy[ée]|exp[ée]di[ée]|[ée]crit)\s(?:depuis|de|du|via|[àa]\spartir\sde|avec)\s{_THING}\b.{{0,90}}",
        rf"sent\s(?:from|via|with|by|using)\s{_THING}\b.{{0,90}}",
        rf"(?:gesendet|geschickt|verschickt)\s(?:von|mit|[üu]ber)\s{_THING}\b.{{0,90}}",
        r"von\smeinem\s.{2,40}\s(?:gesendet|geschickt).{0,40}",
        r"(?:virusvrij|virus-free|sans\svirus|garanti\ssans\svirus|virenfrei)\b.{0,90}",
        r".{0,50}\b(?:gecontroleerd\sop\svirussen|(?:checked|scanned)\sfor\sviruses|op\svirussen\s(?:gescand"
        r"|gecontroleerd)|auf\sviren\s(?:gepr[üu]ft|untersucht))\b.{0,120}",
        r".{0,50}\b(?:excusez|excuus|excuses|sorry|excuse|pardon)\b.{0,20}\b(?:typfouten|tikfouten|typos|fautes"
        r"|brevity|kortheid)\b.{0,60}",
    )
    + r"[\s*_>\])]*",
    re.IGNORECASE,
)
_OUTSIDE = r"(?:extern\w*|external|outside|buiten|ext[ée]rieure?|au(?:ß|ss)erhalb|onbekende?\safzender|unknown\ssender)"
_BANNER = re.compile(
    r"[\s*_>\[(!⚠️\#|=-]*"
    + _any_of(
        rf"(?:caution|warning|attention|opgelet|let\sop|pas\sop|waarschuwing|achtung|vorsicht|voorzichtig|belangrijk"
        rf"|important|notice)\s?[:!.–—-]*\s?.{{0,70}}\b{_OUTSIDE}\b.{{0,300}}",
        r"(?:externe?r?|external)\s(?:e-?mail|mail|afzender|sender|message|bericht|absender"
        r"|exp[ée]diteur)\b\s?[:!.\])–—-].{0,200}",
        r"(?:externe?r?|external)\s(?:e-?mail|mail|afzender|sender|message|bericht)[\s\])*]*$",
        rf"(?:deze|dit)\s(?:e-?mail|mail|bericht)\s(?:is\s(?:afkomstig|verzonden|verstuurd)"
        rf"|komt)\s.{{0,30}}\b{_OUTSIDE}\b.{{0,200}}",
        rf"(?:this|the)\s(?:e-?mail|message)\s(?:has\s)?(?:originated|originates|comes|came|was\ssent"
        rf"|is)\s.{{0,20}}\b{_OUTSIDE}\b.{{0,200}}",
        rf"(?:ce|cet)\s(?:e-?mail|mail|message|courriel)\s(?:provient|vient"
        rf"|a\s[ée]t[ée]\senvoy[ée])\s.{{0,30}}\b{_OUTSIDE}\b.{{0,200}}",
        r"(?:u\sontvangt\s(?:niet\svaak|zelden)|you\s(?:don['’]t|do\snot)\soften\s(?:get|receive)"
        r"|vous\sne\srecevez\spas\ssouvent)\s.{0,300}",
        r"(?:open|klik)\s(?:geen|niet\sop)\s(?:bijlagen|links|koppelingen).{0,200}|do\snot\s(?:click"
        r"|open)\s.{0,20}(?:links|attachments).{0,200}",
    ),
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


def is_banner(paragraph: str) -> bool:
    """Whether the paragraph is the warning that a gateway puts above mail from outside."""
    return len(paragraph) < 700 and _BANNER.match(paragraph[:_LONGEST]) is not None


def is_legal(paragraph: str) -> bool:
    """Whether the paragraph is a legal or environmental footer."""
    if len(paragraph) < _LONGEST and _LEGAL_LINE.match(paragraph):
        return True
    return sum(1 for turn in _LEGAL_TURNS if turn.search(paragraph[:2000])) >= 4 - (len(paragraph) > 150)


def is_rule(line: str) -> bool:
    """Whether the line is a long rule of one character."""
    return _RULE.fullmatch(line) is not None


def is_program_block(line: str) -> bool:
    """Whether the line opens what a list or a meeting program adds under a rule."""
    return len(line) < 200 and _PROGRAM_BLOCK.match(line) is not None
