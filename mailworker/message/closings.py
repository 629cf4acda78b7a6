"""Where a mail's own words end: sign-offs, and the signature under them. Dutch, French, English and German.

One line at a time. A sign-off at the end of a sentence is part of the sentence; a sentence under a signature is the
sender speaking again.
"""

import re

from mailworker.message.inbound import Address

_LONGEST = 300
_LONGEST_SIGN_OFF = 90


def _any_of(*patterns: str) -> str:
    return "(?:" + "|".join(patterns) + ")"


# Before "groeten" stand adjectives and a few small words: a longer clause is a sentence that happens to end so.
_BEFORE = r"(?:(?:met|mede|veel|de|onze|mijn|dank|bedankt|alvast|nog|een|en|heel|zeer|[a-zéë]{2,15}e),?\s{1,2}){0,5}"
_END = r"(?![^\W_]|-)"
_SIGN_OFF = re.compile(
    r"[\s*_]*"
    + _any_of(
        # Dutch
        _BEFORE + r"(?:groet(?:en|jes|je)?|groetn|grt(?:jes|js|n|z)?|grtz|gr\.|gr(?=\s*,|\s*$|\s[A-Z]))" + _END,
        r"m\.?\s?v\.?\s?r?\.?\s?g\.?r?\.?" + _END,
        r"(?:met\s)?v\.?\s?r?\.?\s?gr?\.?(?=[\s,.!]|$)|(?:met\s)?vr\.?\s(?:gr\.?|groet(?:en|jes)?)" + _END,
        _BEFORE + r"(?:hoogachtend|hoogachting|achting|eerbied)" + _END,
        # French
        r"(?:(?:[\wàâéèêîôûç]{1,15}|l['’]\w+)\s){0,4}(?:cordialement|salutations|sinc[èe]rement|amiti[ée]s)"
        r"(?:\s(?:distingu[ée]es|cordiales|les\smeilleures))?" + _END,
        r"bien\s(?:[àa]\s(?:vous|toi)|v[ôo]tre)",
        r"(?:veuillez|nous\svous\sprions|je\svous\sprie)\b.{0,40}\bagr[ée]er\b.{0,120}",
        r"cdlt\b|cdt\b|bav\b",
        # English
        r"(?:(?:with|my|kind|kindest|best|warm|warmest|many|friendly|thanks|thank|you|and|&)\s){0,5}regards" + _END,
        r"(?:with\s)?(?:kind|kindest|best|warm|warmest|friendly|all\sgood)\s(?:wishes|greetings)",
        r"(?:yours|very)?\s?(?:sincerely|faithfully|truly)(?:\syours)?",
        r"rgds\b|brgds\b",
        # German
        r"(?:(?:mit|viele|beste|die|[a-zäöüß]{2,15}e[mnr]?)\s){0,4}gr(?:ü|ue?)(?:ß|ss)(?:en?)?" + _END,
        r"m\.?\s?f\.?\s?g\.?" + _END,
        r"hochachtungsvoll",
    )
    + r"(?P<rest>.*)",
    re.IGNORECASE,
)
_THANKS = _any_of(
    r"(?:alvast\s|hartelijk\s|heel\s(?:hartelijk\s)?|veel\s|van\sharte\s|nogmaals\s)?(?:bedankt|dank(?:\s?(?:u"
    r"|je))?(?:\s?wel)?|merci"
    r"|mercikes|thx|thanks|thank\syou|danke|tx)(?:\s(?:alvast|op\svoorhand|beaucoup|vooraf))?",
    r"(?:met\s)?(?:alvast\s|veel\s|hartelijke?\s)?dank(?:\s(?:bij\svoorbaat|op\svoorhand|vooraf|in\sadvance))?",
    r"many\sthanks|thanks\sin\sadvance|merci\sd['’]avance|d['’]avance\smerci|vielen\sdank|besten\sdank",
)
_LEAVE = _any_of(
    r"tot\s(?:dan|binnenkort|ziens|snel|gauw|later|weerziens|hoors|op\s\w+)|[àa]\sbient[ôo]t|see\syou|bis\sbald"
    r"|mazzel|salukes",
    r"ciao|cheers|best|br|kr|vriendelijk|bien\sà\svous",
    r"(?:nog\seen\s)?(?:prettige?|fijne?|goede?)\s(?:dag|avond|middag|week|weekend|vakantie|zomer)",
    r"bonne\s(?:r[ée]ception|journ[ée]e|soir[ée]e|semaine)",
)
_SOFT_SIGN_OFF = re.compile(
    rf"[\s*_]*(?:{_THANKS}|{_LEAVE})(?:,?\s(?:en|et|and|und|&)\s(?:{_THANKS}|{_LEAVE}))?[\s,.!;:*_)-]*", re.IGNORECASE
)
_WORD_OF_NAME = (
    r"(?:[A-ZÀ-Þ][\w'’.-]*|['’]t|d['’]\w+|l['’]\w+|van|de|den|der|ten|ter|te|het|en|et|and|und|von|du|des|le|la|namens"
    r"|uit|vanuit|from|&|\+|/|-|–)"
)
_REST_IS_NAME = re.compile(rf"[\s,.!;:*_–-]*(?:{_WORD_OF_NAME}[\s,.*_]*){{0,9}}[\s*_!.,;:)(]*")
_NAME_LINE = re.compile(rf"[\s*_]*(?:{_WORD_OF_NAME}[\s,]+){{0,5}}{_WORD_OF_NAME}[\s*_,.]*")
_NICKNAME = re.compile(r"[\s*_-]*[\w'’.-]{1,15}[\s*_.,]*")
_IN_ANOTHER_LANGUAGE = re.compile(r"\s*(?:/|\||–|\s-\s)\s*")
_DELIMITER = re.compile(r"--\s?$")
_POSTSCRIPT = re.compile(r"[\s*_]*(?:p\.?\s?s\.?|n\.?\s?b\.?|p\.?s\.?\s?\d)\s?[:.,;\s-]", re.IGNORECASE)
_CONTACT = re.compile(
    _any_of(
        r"@|https?:|www\.|\+\d\d",
        r"\b(?:tel|gsm|fax|mob|mobiel|mobile|telefoon|phone|t[ée]l|[tfme]|e-?mail|btw|tva|vat|kbo|rpr|iban"
        r"|ond\.?\s?nr)\b\.?\s?[:|/+]",
        r"\b[tmf]\s?\+?\d{2}|\b0\d{1,3}[ ./-]\d{2,3}[ ./-]\d{2}",
        r"\b(?:B-?)?[1-9]\d{3}\s[A-ZÀ-Þ]",
        r"\w(?:straat|laan|plein|weg|kaai|lei|dreef|baan|dijk|markt|singel|park|hof)\s\d|\b(?:rue|avenue|chauss[ée]e"
        r"|boulevard|bd|av)\b.{2,40}\d",
    ),
    re.IGNORECASE,
)
_SLOGAN = re.compile(
    r"\b"
    + _any_of(
        r"volg\s(?:ons|mij)|bezoek\s(?:ons|onze)|ontdek|lees\s(?:meer|hier|ook)|meer\s(?:info|weten)|klik\shier"
        r"|nieuwsbrief|newsletter|brochure",
        r"follow\s(?:us|me)|discover|visit\s(?:us|our)|d[ée]couvrez|suivez|linkedin|facebook|twitter|instagram"
        r"|youtube|like\sons",
        r"schrijf\s(?:je|u)\s(?:nu\s)?in|inschrijven\svia|webinar|kom\snaar|openingsuren|kantooruren|aanwezig\sop"
        r"|bereikbaar|werkdagen",
        r"(?:ik\s)?werk\s(?:niet|deeltijds|halftijds|steeds|thuis|op|van)|i\s(?:do\snot\s)?work\s(?:on|from|part)"
        r"|afwezig\sop|vier\svijfden?|4/5",
        r"(?:actief|active)\sin|partner\svan|lid\svan|member\sof",
    )
    + r"\b",
    re.IGNORECASE,
)
# A company's motto says "wij"; a sender says "ik", addresses the reader, or wants something.
_SPEAKING = re.compile(
    r"\b(?:ik|ikzelf|mij|me|mijn|jij|jullie|graag|gelieve|aub|a\.u\.b|mag|zou|zouden|moet|(?:kan|kunt|kunnen|wil"
    r"|wilt)\s(?:u|je|jullie)"
    r"|(?:wij|we)\s(?:wil|willen|wens|wensen|zou|zouden|nemen|schrijven|kiezen|komen|melden|geven|sluiten|kunnen"
    r"|hadden)"
    r"|i|my|please|could|would|can\syou|we\s(?:want|wish|would|will|also)"
    r"|je|j['’]\w+|mon|ma|merci|pourriez|pouvez|nous\s(?:souhait|voudr|particip|aim)\w+"
    r"|ich|mein\w*|bitte|wir\s(?:m[öo]chten|w[üu]rden|nehmen|melden))\b",
    re.IGNORECASE,
)
_ANOTHER_SUBJECT = re.compile(
    r"[\s*_-]*(?:ook|nog|en|oh|o\sja|trouwens|verder|daarnaast|bijkomend|tot\sslot|extra|also|and|aussi|und|noch"
    r"|auch)\b[\s,:]",
    re.IGNORECASE,
)


_FIELD = re.compile(
    r"[\s*_-]*(?:(?:onze|mijn|de|gekozen|our|notre)\s)?(?:voorkeur(?:en)?|keuzes?|werktafels?|tafels?|deelnemers?"
    r"|inschrijving(?:en)?"
    r"|vraag|vragen|opmerking(?:en)?|choice|tables?|participants?|question|remarque|choix)\b[^:]{0,30}:",
    re.IGNORECASE,
)


def is_sign_off(line: str) -> bool:
    """Whether the line is a greeting that closes a mail, alone, in several languages, or with a name behind it."""
    if len(line) > _LONGEST_SIGN_OFF + 60 or not line.strip():
        return False
    if (match := _SIGN_OFF.match(line)) is None:
        return False
    rest = match["rest"]
    if len(rest) < _LONGEST_SIGN_OFF and _REST_IS_NAME.fullmatch(rest):
        return True
    first, *others = _IN_ANOTHER_LANGUAGE.split(line)
    return bool(others) and all(_SIGN_OFF.match(part) or _SOFT_SIGN_OFF.fullmatch(part) for part in (first, *others))


def is_thanks(line: str) -> bool:
    """Whether the line only thanks or takes leave: with nothing but a name under it, a sign-off."""
    return len(line) < 50 and _SOFT_SIGN_OFF.fullmatch(line) is not None


def is_delimiter(line: str) -> bool:
    """Whether the line is the "-- " that mail programs put above a signature, or an imitation of it."""
    return _DELIMITER.match(line) is not None


def is_name(line: str) -> bool:
    """Whether the line could be a person's name or an organisation's, and nothing else."""
    return len(line) < 70 and (_NAME_LINE.fullmatch(line) or _NICKNAME.fullmatch(line)) is not None


def is_name_of(line: str, sender: Address | None) -> bool:
    """Whether the line is the name that the sender's header or address gives, with or without a title."""
    if sender is None or len(line) > 70:
        return False
    words = {word.strip(".,*_()").lower() for word in line.split()}
    known = {word.strip(".,()\"'").lower() for word in sender.name.split()}
    known |= set(re.split(r"[._+-]", sender.address.partition("@")[0].lower()))
    shared = {word for word in words & known if len(word) > 2}
    return len(shared) > 1 and len(words) <= len(shared) + 3


def resumes(line: str) -> bool:
    """Whether somebody speaks again under a signature: a postscript, or a sentence to the reader."""
    line = line[:_LONGEST]
    if _POSTSCRIPT.match(line) or _FIELD.match(line):
        return True
    words = line.split()
    if len(words) < 4 or _CONTACT.search(line) or _SLOGAN.search(line):
        return False
    return _SPEAKING.search(line) is not None and (
        line.rstrip(" )*_")[-1:] in tuple(".?!:") or len(words) > 7 or _ANOTHER_SUBJECT.match(line) is not None
    )


def is_postscript(line: str) -> bool:
    """Whether the line opens a postscript."""
    return _POSTSCRIPT.match(line) is not None


def is_contact(line: str) -> bool:
    """Whether the line holds a telephone number, a postal or mail address, or the like."""
    return _CONTACT.search(line[:_LONGEST]) is not None
