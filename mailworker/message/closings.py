# ruff: noqa: E501  the word lists are one pattern each
"""Where the sender's words end: sign-offs, signatures, legal footers, banners and what programs add.

Word lists in Dutch, French, English and German, matched a line or a paragraph at a time.
"""

import re

_LONGEST = 400

_GREET = r"(?:groet(?:en|jes|je)?|grtjes|grtn|gr|groetnis)"
_SIGN_OFF = re.compile(
    rf"""[\s*_>]*(?:
      (?:met\s)?(?:de\s|onze\s)?(?:(?:zeer|heel|oprecht|veel)\s)?(?:vriendelijk|hartelijk|collegial|warm|sportiev|zonnig|beleefd|welgemeend|lieve?)e?\s{_GREET}
    | m\.?v\.?g(?:\.|\b)(?!\w) | v\.?g(?:\.|r\.?)?(?=[\s,.!]|$) | {_GREET}(?=[\s,.!*_-]|$) | m(?:et|\.)\s?{_GREET} | met\svr\.?\s?{_GREET} | mvrgr\b | vr\.?\s?{_GREET}
    | (?:dank|bedankt|alvast\sbedankt|alvast\sdank)\sen\s(?:met\s)?(?:vriendelijke\s|hartelijke\s)?{_GREET}
    | (?:hoogachtend|met\s(?:de\s)?(?:meeste\s)?(?:hoogachting|achting)|met\seerbied)
    | (?:bien\s)?cordialement | (?:tr[èe]s\s)?(?:cordiales|sinc[èe]res|meilleures)\ssalutations | salutations(?:\s(?:distingu[ée]es|cordiales))?
    | bien\s(?:[àa]\s(?:vous|toi)|cordialement) | sinc[èe]rement | bonne\s(?:r[ée]ception|journ[ée]e)
    | veuillez\sagr[ée]er.{{0,120}} | je\svous\sprie\sd['’]agr[ée]er.{{0,120}}
    | (?:with\s)?(?:kind|kindest|best|warm|warmest|friendly)\s(?:regards|wishes|greetings) | regards(?=[\s,.!]|$) | (?:yours\s)?(?:sincerely|faithfully|truly)(?:\syours)?
    | cheers(?=[\s,.!]|$) | rgds\b | br(?=\s*,?\s*$) | kr(?=\s*,?\s*$) | many\sthanks\s(?:and|&)\s.{{0,20}}regards | thanks\s(?:and|&)\s(?:kind\s|best\s)?regards
    | mit\s(?:freundlichen|besten|herzlichen)\s(?:gr[üu](?:ß|ss)en|gr[üu](?:ß|ss)) | m\.?f\.?g(?:\.|\b) | (?:viele|beste|herzliche|freundliche|liebe|sch[öo]ne)\sgr[üu](?:ß|ss)e | hochachtungsvoll
    )(?P<rest>.*)""",
    re.IGNORECASE | re.VERBOSE,
)
_REST_IS_NAME = re.compile(
    r"[\s,.!;:*_–-]*(?:(?:[A-ZÀ-Þ][\w'’.-]*|van|de|den|der|ten|ter|en|et|and|von|du|le|la|&|namens|uit|from)[\s,.]*){0,9}[\s*_!.,;:)(]*"
)
_DELIMITER = re.compile(r"--\s?$|__$|[-_]{2,3}\s*$")
_POSTSCRIPT = re.compile(r"[\s*_]*(?:p\.?\s?s\.?|n\.?b\.?)\s?[:.,;\s-]", re.IGNORECASE)
_CONTACT = re.compile(
    r"@|https?:|www\.|\+\d|\b(?:tel|t|m|gsm|fax|mob|mobile|telefoon|phone|t[ée]l|e-?mail|btw|tva|vat|kbo|rpr|iban)\b\s?[.:|/]|\d{2,4}[ ./-]\d{2}[ ./-]\d{2}"
    r"|\b[1-9]\d{3}\s[A-ZÀ-Þ]|\b(?:straat|laan|plein|steenweg|kaai|rue|avenue|chauss[ée]e|boulevard|bus)\b|\w(?:straat|laan|plein|weg|steenweg|kaai|lei)\s\d",
    re.IGNORECASE,
)
_PROMOTION = re.compile(
    r"\b(?:volg\sons|bezoek\sons|ontdek|lees\smeer|meer\sinfo|klik|nieuwsbrief|newsletter|follow\sus|discover|visit|d[ée]couvrez|suivez|linkedin|facebook|twitter|instagram|brochure"
    r"|like\sons|schrijf\s(?:je|u)\sin|werkdagen|aanwezig\sop|bereikbaar\sop|(?:ik\s)?werk(?:t)?\s(?:niet|deeltijds|halftijds|op)|kantooruren|openingsuren)\b",
    re.IGNORECASE,
)
_SPEAKING = re.compile(
    r"\b(?:ik|we|wij|mij|me|mijn|ons|onze|u|uw|je|jij|jullie|graag|gelieve|kan|kunt|kunnen|mag|zou|zouden|wil|willen|i|my|you|your|please|could|je|nous|vous|pourriez|merci|ich|wir|sie|bitte)\b",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"""[\s*_>\[(-]*(?:
      (?:verzonden|verstuurd|gestuurd|geschreven)\s(?:vanaf|via|vanuit|met|van|door|op)\s(?:mijn|m['’]n|een|de|outlook|mail|e-mail|yahoo|gmail|proton|samsung|galaxy|iphone|ipad|android|blackberry|huawei|xiaomi|smartphone|telenet|windows|signal|je\b).{0,80}
    | (?:download|haal|krijg|t[ée]l[ée]charge[rz]?|get|obtenir|holen\ssie\ssich|laden\ssie)\s(?:hier\s)?(?:outlook|de\soutlook|bluemail|mail)\b.{0,80}
    | (?:outlook|bluemail|yahoo\smail)\s(?:voor|for|pour|f[üu]r|op)\s(?:ios|android|iphone|mac|mobile)\b.{0,60}
    | (?:envoy[ée]|exp[ée]di[ée])\s(?:depuis|de|du|via|[àa]\spartir\sde|avec)\s(?:mon|ma|un|outlook|l['’]|yahoo|gmail|mail|courrier|mobile|proton).{0,80}
    | sent\s(?:from|via|with|by)\s(?:my|an?|the|outlook|mail|yahoo|gmail|proton|samsung|galaxy|iphone|ipad|android|blackberry|huawei|windows|bluemail|nine|spark|mobile).{0,80}
    | (?:gesendet|von\smeine[mr])\s(?:von|mit|iphone|ipad|samsung|galaxy|handy|smartphone|android).{0,80}
    | von\smeinem\s.{2,40}\sgesendet.{0,40}
    | (?:virusvrij|virus-free|sans\svirus|garanti\ssans\svirus|virenfrei)\b.{0,80}
    | .{0,40}(?:gecontroleerd\sop\svirussen|checked\sfor\sviruses|scanned\sfor\sviruses|v[ée]rifi[ée]e?\s.{0,40}virus|auf\sviren\s(?:gepr[üu]ft|untersucht)).{0,120}
    )[\s*_>\])]*""",
    re.IGNORECASE | re.VERBOSE,
)
_BANNER = re.compile(
    r"""[\s*_>\[(!⚠️\#|]*(?:
      (?:caution|warning|attention|opgelet|let\sop|pas\sop|waarschuwing|achtung|voorzichtig|belangrijk|important|notice)\s?[:!.\-–—]*\s*.{0,60}
        \b(?:extern\w*|external|outside|buiten|ext[ée]rieur\w*|externe\w*|au[ßs]erhalb|onbekende?\safzender|unknown\ssender)\b.{0,300}
    | (?:externe?|external)\s(?:e-?mail|mail|afzender|sender|message|bericht)\b.{0,200}
    | (?:deze|dit)\s(?:e-?mail|mail|bericht)\s(?:is\s(?:afkomstig|verzonden|verstuurd)|komt)\s.{0,30}\b(?:buiten|extern\w*)\b.{0,200}
    | (?:this|the)\s(?:e-?mail|message)\s(?:originated|comes|came|was\ssent|is)\s.{0,20}\b(?:outside|external)\b.{0,200}
    | (?:ce|cet)\s(?:e-?mail|mail|message|courriel)\s(?:provient|vient|a\s[ée]t[ée]\senvoy[ée])\s.{0,30}\b(?:ext[ée]rieur|externe)\b.{0,200}
    | (?:u\sontvangt\s(?:niet\svaak|zelden)|you\s(?:don['’]t|do\snot)\soften\sget)\s(?:e-?mail|berichten).{0,300}
    | .{0,20}(?:niet\sop\skoppelingen|klik\sniet\sop\s(?:links|koppelingen)|do\snot\sclick\s(?:on\s)?(?:any\s)?links|ne\scliquez\spas).{0,200}
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_LEGAL_SIGNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:e-?mail(?:bericht)?|bericht|mail|boodschap|message|courriel|nachricht|communication|communicatie|transmission)\b",
        r"\b(?:vertrouwelijk\w*|confidenti\w+|vertraulich\w*|privileged|bevoorrecht\w*)\b",
        r"\b(?:(?:uitsluitend|enkel|alleen|exclusively|solely|exclusivement|uniquement|ausschlie[ßs]+lich)\s(?:be(?:stemd|doeld)|intended|destin[ée]e?s?|for\sthe|voor\sde\sge|r[ée]serv)|be(?:stemd|doeld)\svoor\sde\sgeadresseerde"
        r"|intended\s(?:recipient|solely|only|exclusively|for\sthe)|geadresseerde|addressee|destinataire|empf[äa]nger)",
        r"\b(?:bij|per)\svergissing|\bten\sonrechte|\bin\serror\b|\bpar\serreur\b|\birrt[üu]mlich",
        r"\b(?:vernietig\w*|verwijder\w*|delete|destroy|d[ée]truire|supprimer|l[öo]schen)\b",
        r"\b(?:aansprakelijk\w*|aansprakelijkheid|liab\w+|responsab\w+|haftung|rechten\s(?:worden\s)?ontleend|geen\srechten|verbintenis|legally\sbinding|engage\w*)\b",
        r"\b(?:openbaarmaking|verspreid\w*|kopi[ëe]ren|disclos\w+|distribut\w+|copying|divulg\w+|reproduct\w+|verboden|prohibited|interdit\w*|unauthori[sz]ed)\b",
        r"\b(?:disclaimer|avertissement|privacyverklaring|privacybeleid|privacy\s(?:statement|policy)|gdpr|avg)\b",
    )
)
_LEGAL_LINE = re.compile(
    r"""[\s*_>]*(?:
      .{0,60}\b(?:denk\saan|think\s(?:of|about)|pensez\s[àa]|consider|please\sconsider)\b.{0,20}\b(?:het\smilieu|de\s(?:natuur|bomen)|environment|l['’]environnement|before\s(?:you\s)?print).{0,120}
    | .{0,40}\b(?:think|denk|pensez)\s(?:na\s)?(?:before|voor|avant|voordat).{0,20}\b(?:print|afdruk|imprim).{0,60}
    | .{0,80}\b(?:print|druk)\b.{0,40}\b(?:alleen|enkel|only)\sals\s.{0,60}
    | (?:e-?mail\s)?disclaimer\b.{0,120}
    | (?:lees|read|zie|see|consultez|bekijk)\s.{0,30}\bdisclaimer\b.{0,120}
    | .{0,40}\b(?:e-?maildisclaimer|mail-disclaimer)\b.{0,80}
    | (?:ce\smessage|this\s(?:e-?mail|message)|dit\s(?:e-?mail)?bericht|deze\se-?mail)\s.{0,40}\b(?:confidenti\w+|vertrouwelijk\w*).{0,300}
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def is_sign_off(line: str) -> bool:
    """Whether the line is a greeting that closes a mail, alone or with a name behind it."""
    match = _SIGN_OFF.match(line[:_LONGEST])
    return match is not None and len(line) < 160 and _REST_IS_NAME.fullmatch(match["rest"]) is not None


def is_delimiter(line: str) -> bool:
    """Whether the line is the "-- " that Usenet put above a signature, or one of its imitations."""
    return _DELIMITER.match(line) is not None


def is_device_footer(line: str) -> bool:
    """Whether a program or telephone wrote the line about itself."""
    return len(line) < 220 and _DEVICE.fullmatch(line) is not None


def is_banner(paragraph: str) -> bool:
    """Whether the paragraph is the warning that a gateway puts above mail from outside."""
    return len(paragraph) < 700 and _BANNER.match(paragraph[:_LONGEST]) is not None


def is_legal(paragraph: str) -> bool:
    """Whether the paragraph is a legal or environmental footer: one clear line, or three of the usual turns."""
    if _LEGAL_LINE.match(paragraph[:_LONGEST]):
        return True
    return sum(1 for sign in _LEGAL_SIGNS if sign.search(paragraph[:2000])) >= 3


def resumes(line: str) -> bool:
    """Whether somebody speaks again under a signature: a postscript, or a sentence addressed to the reader."""
    line = line[:_LONGEST]
    if _POSTSCRIPT.match(line):
        return True
    words = line.split()
    if len(words) < 5 or _CONTACT.search(line) or _PROMOTION.search(line):
        return False
    return line.rstrip()[-1:] in ".?!:" and _SPEAKING.search(line) is not None


def is_contact(line: str) -> bool:
    """Whether the line holds a telephone number, an address or the like."""
    return _CONTACT.search(line[:_LONGEST]) is not None
