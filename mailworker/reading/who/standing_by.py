"""Clauses that only tell of others, or of the writer staying away: they are read as if they were not there.

'Jan Peeters houdt grondwater, ik neem hemelwater', 'mijn chef heeft geen tijd, dus ik kom', 'niet ikzelf maar An Sels'.
Such a clause is blanked out of its sentence, so that its tables, people and words of refusal lead nobody astray.
Where the mail speaks of a replacement or a cancellation it may be the very matter, and stays.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from mailworker.reading.layout.unit import Unit
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.who.person_names import Person, same_person

_ASIDE = (
    r"(?: (?:van|bij|uit|of) (?:de |het )?z{3,})?(?:\s*\([^)]{0,40}\)|,\s[^,.;x]{2,50},)?"
    r"(?: (?:en|and) (?:ik|ikzelf|mezelf|myself))?\s+"
)
_HERE = r"(?:(?:nog |wel |gewoon |verder |daar |er |zelf |uiteraard |natuurlijk )*)"
_STAYS = re.compile(
    _ASIDE
    + any_of(rf"""
(?:blijft|blijven) {_HERE}(?:daar|zitten|bij|voor|aan|in|op|ingeschreven|deelnemen|volgen|x{{5,}})
(?:behoudt|behouden|houdt|houden) {_HERE}(?:\w+ ){{0,3}}(?:x{{5,}}|plaats|stoel|zitje|plek)
(?:volgt|doet|neemt) {_HERE}(?:\w+ ){{0,3}}x{{5,}} {_HERE}(?:al|reeds)(?! (?:graag|zeker))
(?:zit|zetelt|zat|staat) {_HERE}(?:al|reeds)
(?:zit|zetelt|staat) (?:\w+ ){{0,3}}x{{5,}} {_HERE}(?:al|reeds)
is {_HERE}(?:al|reeds) (?:\w+ )?(?:ingeschreven|aangemeld|opgegeven|genoteerd|deelnemer|van de partij|lid|aangeduid)
(?:al|reeds) (?:\w+ ){{0,4}}x{{5,}} (?:zit|volgt|zetelt|opneemt|doet|vertegenwoordigt|opvolgt|zetelen|zitten|volgen)
is (?:already|deja) | stays | remains | keeps
""")
    + r"\b"
)
_STAYS_AROUND = re.compile(
    r"(?:plaats|stoel|inschrijving|deelname) van q{4,}[^.;,]{0,40}\b(?:verandert niets|blijft)\b"
)
_AWAY = re.compile(
    _ASIDE
    + any_of(r"""
(?:kan|komt|gaat|neemt|doet|wil|zal|kunnen) (?:er |zelf |helaas |jammer genoeg |spijtig genoeg |deze keer |dan |hier |\
daar )*(?:niet|geen)(?! (?:meer|langer|alleen|enkel))
heeft (?:er |hier |zelf |daar |helaas |momenteel )*(?:geen|onvoldoende|weinig|te weinig) (?:tijd|ruimte|zin|mogelijkheid)
(?:volgt|volgen|bekijkt|bekijken) (?:\w+ ){0,3}(?:van op|vanop|van een|van) (?:een )?(?:afstand|afstandje|zijlijn)
trok(?:ken)? (?:zich|hun|zijn|haar) [^.;,]{0,25}(?:terug|in) | (?:was|waren) ook kandidaat
(?:heeft|hebben) (?:zich|hun|zijn|haar) [^.;,]{0,25}(?:teruggetrokken|ingetrokken)
(?:schrijft|schrijven|meldt|melden) zich (?:\w+ )?(?:apart|zelf|afzonderlijk) | (?:kent|kennen) (?:me|mij|ons)
[^.;,]{0,50}(?:neemt|doet|gaat|komt) (?:zelf |er |hier )?niet (?:deel|mee) | (?:concentreert|richt|focust) zich
is (?:on (?:leave|holiday|sick leave)|unable|not available|unavailable) | (?:cannot|can't|can not|won't|will not) (?!be replaced)
zou(?:den)? (?:oorspronkelijk|eerst|normaal|aanvankelijk|eigenlijk)
interesseert (?:het|dat|dit) (?:\w+ ){0,2}(?:minder|niet) | (?:heeft|hebben) (?:\w+ ){0,2}geen interesse
is (?:helaas |zelf |dan |die dag )*(?:niet (?:beschikbaar|vrij|aanwezig|bereikbaar)|verhinderd|verontschuldigd|ziek|afwezig|met \w*verlof|met pensioen|op pensioen|gepensioneerd|\
op vakantie|weg bij ons)
""")
    + r"\b"
)
_TOLD = re.compile(
    _ASIDE
    + r"(?:schreef|publiceerde|presenteerde|doceerde|vertelde|sprak|hield|gaf(?! (?:zich|zijn naam|haar naam|me|mij)))\b"
)
"""What somebody did before, be it about a table."""
_TELLS = re.compile(
    _ASIDE
    + any_of(r"""
is (?:mijn|onze|ons) (?:\w+ )?(?:leidinggevende|chef|baas|diensthoofd|afdelingshoofd|teamleider|overste|promotor|\
voorganger|werkgever)(?= *(?:[.,;]|en |$))
(?:mag|wil|zou|moet|hoeft|krijgt|ontvangt) (?:\w+ ){0,3}(?:verslag\w*|uitnodiging\w*|documenten|notulen|slides) [^.;,]*?\
(?:ontvangen|krijgen|hebben)
(?:en|ook) kopie | in (?:cc|kopie)
[^.;,]{0,50}\w{2,}(?:te|de)n? (?:mij|me|ons|er) (?:over|van|op|door|aan|uit|dat)
[^.;,]{0,50}(?:krijgt|ontvangt|wil|leest) (?:\w+ ){0,3}(?:kopie|verslag\w*)
[^.;,]{0,40}(?:staat in voor|verzorgt|regelt|zorgt voor|helpt|ondersteunt)
[^.;,]{0,50}leest (?:\w+ ){0,3}mee
""")
    + r"\b"
)
_FORMERLY = re.compile(
    r"\b(?:(?:mijn|onze|de) )?(?:voorganger|voorgangster|ex-collega|oud-collega|(?:vroegere|gewezen|voormalige) \w+)\s+$"
)
_NOT_THEM = re.compile(r"(?:, )?(?:\ben )?(?:\bdus )?\b(?:niet|not|pas) (?:mijn |onze |my )?(?:collega |colleague )?$")
_FIRST_PERSON = re.compile(r"\b(?:ik|ikzelf|mij|mezelf|ondergetekende|i|me|myself)\b")
_SPOKEN_TO = re.compile(
    r"(?:\b(?:ter attentie van|t\.?a\.?v\.?|attn\.?|contacteer|terecht bij|contact opnemen met|bereikbaar via"
    r"|te bereiken via|bij vragen|overlaten aan|over aan|met kopie aan|kopie aan|mijn contact(?:persoon)? (?:daar|bij|binnen) (?:\w+ ){0,3}(?:is|heet))|^\W*(?:beste|dag|geachte|hallo|hoi|hey))"
    r":? (?:mevrouw |de heer |mijn collega |collega |onze |(?:zijn|haar) \w+ )*$"
)
_START = re.compile(r"^|[.;:,]|\b(?:en|maar|want|omdat|aangezien|terwijl|dus|and|but|as)\b")
_WITH_ANOTHER = re.compile(r"q{4,}\s*(?:\([^)]*\)\s*)?$")
_LED_BY_FUNCTION = re.compile(r"\b(?:mijn|onze|ons|de) (?:[a-z-]+ )?[a-z-]+$")
_END = re.compile(
    r"[.;]|, (?:maar|but) |,? (?:en|maar|dus|daarom|terwijl|and|but|so) (?=(?:ik|ikzelf|wij|we|zelf|voor|mijn|onze|q{4}|mij|noteer|schrijf"
    r"|graag|i|my)\b|q{4})|, (?=(?:\w+ )?(?:ik|wij|we|zelf|dus|daarom|zodat)\b)|$"
)
_IN_OFFICE = re.compile(
    r"(?:\b(?:de |het |onze )?(?:nieuwe )?(?:opvolg(?:er|ster)|successor) (?:van|of)|\b(?:ik vervang|vervang ik|i replaced?)) $"
)
_OFFICE = re.compile(
    r" (?:als|in de functie van|as) (?!deelne|vertegenwoord|afgevaard|lid\b|contact|aanspreek|represent|member)[a-z-]+"
)
"""A successor in an office; whether a seat goes with it is another matter."""
_SEAT = re.compile(
    r"\b(?:zat|stond|zetelde|plaats\w*|zitje|stoel|zetel|(?:zijn|haar|diens) (?:inschrijving|deelname|rol|naam)|overnem\w*"
    r"|neem\w* .{0,40}over|ingeschreven|nam deel|volgde|i\.?p\.?v|schrap\w*|lijst|wissel\w*|seat|place|instead)\b"
)
_SUCCESSION = re.compile(
    r"\b(?:vervang\w*|opvolg\w*|(?:zijn|haar|diens|mijn|hun) (?:plaats|stoel|zitje)|in (?:de|zijn|haar) plaats|i\.?p\.?v"
    r"|neem\w* .{0,30}over|overnemen|overneemt|annul\w+|schrap\w*|uitschrij\w*|uit te schrijven|afmeld\w*|replac\w+"
    r"|remplac\w+|instead|wissel\w*|ruil\w*|dra(?:ag|agt|gen) .{0,40}over|gee?\w+ .{0,40}door|wijziging|(?:aanpassen|aan te passen|wijzigen)(?! (?:\w+ ){0,3}planning))\b"
)
_NOT_ME = re.compile(
    r"\b"
    + any_of(r"""
niet (?:ikzelf|ik|mezelf|mijzelf)(?=,? (?:maar|wel|doch)\b)
not (?:me|myself|i)(?=,? but\b)
(?:oorspronkelijk|eerst|aanvankelijk|normaal|eigenlijk) (?:zou|ging|wou|wilde) (?:ikzelf|ik zelf|ik) (?:(?!x{5})\w+ ){0,4}?\
(?=maar\b)
(?:ikzelf|ik zelf|zelf|mezelf) (?:dus |wel )?niet(?=,? maar\b)
(?:ikzelf|ik zelf|zelf|ik) (?:(?!x{5}|q{4}|maar|niet alleen|niet enkel)\w+ ){0,6}(?:niet|geen tijd|geen ruimte)(?: (?!x{5}|q{4})\w+){0,4}?(?: x{5,})?\
(?=,? (?:maar|dat|wel|die) |[,;.] (?:(?:maar|wel|dat|die|dit) )?(?:\w+ ){0,3}q{4})
""")
    + r"\b"
)


_OTHERS_DO = re.compile(
    r"\b(?:de |onze )?(?:collega's|mensen|vrienden) (?:van|bij) (?:de |het )?z{3,}(?:(?:,| en)\s*(?:de |het )?z{3,})*"
    r" (?:doen|volgen|nemen|komen|zitten|gaan)\b"
)
"""What people of other organisations take upon them."""
_NOT_FOR_OURS = re.compile(
    r"\((?:dus )?(?:niet|not) (?:voor|namens|vanuit|for) (?:mijn|ons|onze|my|our) [a-z ]{3,20}\)"
    r"|\b(?:en|and) (?:dus )?(?:niet|not) (?:mij|me|mezelf|mijzelf|ik|ikzelf|myself)\b"
)
"""What is denied of others or of oneself in passing: "haar en niet mij"."""


_ASIDES = re.compile(r"\b(?:niet|not|collega's|mensen|vrienden)\b")


_THEMSELVES = re.compile(
    r"\b(?:regelen|regelt|doen|doet|melden|meldt|laten|laat|schrijven|schrijft) (?:zij|ze|hij) "
    r"(?:(?:dat|dit|zich|u|jullie) )?(?:zelf|apart)\b"
)
"""Of a sentence about people who write for themselves."""


def may_be_aside(folded: str) -> bool:
    """Whether a sentence that names nobody may hold a clause about others all the same."""
    return _ASIDES.search(folded) is not None


class Succession(Enum):
    """Whether a mail speaks of somebody who follows another."""

    NONE = "of nobody"
    OFFICE = "in an office"
    SEAT = "at a table, so that who stays away matters"


def succession_of(folded: str) -> Succession:
    """What a mail says of replacing, cancelling and following another."""
    if not _SUCCESSION.search(folded):
        return Succession.NONE
    return Succession.SEAT if _SEAT.search(folded) or not _OFFICE.search(folded) else Succession.OFFICE


def without_bystanders(
    unit: Unit, blotted: str, people: Sequence[Person], sender: str | None, succession: Succession
) -> Unit:
    """The unit with blanks for the clauses that only tell of others; `blotted` shows q for people, x for tables."""
    text = list(unit.text)
    blanked = False
    others = [p for p in people if sender is None or not same_person(p.name, sender)]
    for start, end in [*_of_others(blotted, others, succession), *_of_writer(blotted, others)]:
        text[start:end] = " " * (end - start)
        blanked = blanked or end > start
    if not blanked:
        return unit
    plain = "".join(text)
    folded = "".join(" " if new == " " else old for old, new in zip(unit.folded, plain, strict=True))
    return replace(unit, text=plain, folded=folded)


def _of_others(blotted: str, people: Sequence[Person], succession: Succession) -> list[tuple[int, int]]:
    found = [_of_one(blotted, person, succession) for person in people]
    if people and (match := _STAYS_AROUND.search(blotted)):
        found.append((_clause_start(blotted, match.start()), _clause_end(blotted, match.end())))
    return [span for span in found if span is not None]


def _of_one(blotted: str, person: Person, succession: Succession) -> tuple[int, int] | None:
    """The clause, or only the name, of somebody who is told of."""
    if _STAYS.match(blotted, person.end) or _TOLD.match(blotted, person.end):
        return _clause(blotted, person)
    before = blotted[: person.start]
    if succession is not Succession.NONE:
        return _in_office(blotted, before, person) if succession is Succession.OFFICE else None
    if not _names_table(blotted, person) and (_AWAY.match(blotted, person.end) or _TELLS.match(blotted, person.end)):
        return _clause(blotted, person)
    beside = _NOT_THEM.search(before)
    if beside is None or not _FIRST_PERSON.search(before[: beside.start()]):
        beside = _FORMERLY.search(before) or _SPOKEN_TO.search(before)
    return (beside.start(), person.end) if beside is not None else None


def _in_office(blotted: str, before: str, person: Person) -> tuple[int, int] | None:
    """'De opvolgster van Dirk Maes als klimaatambtenaar': a job, and no seat."""
    follows, office = _IN_OFFICE.search(before), _OFFICE.match(blotted, person.end)
    return (follows.start(), office.end()) if follows is not None and office is not None else None


def _clause(blotted: str, person: Person) -> tuple[int, int]:
    return _clause_start(blotted, person.start), _clause_end(blotted, person.end)


def _names_table(blotted: str, person: Person) -> bool:
    start, end = _clause(blotted, person)
    return "xxxxx" in blotted[start:end]


def _clause_start(blotted: str, at: int) -> int:
    start = max((match.start() for match in _START.finditer(blotted, 0, at)), default=0)
    while match := _WITH_ANOTHER.search(blotted[:start]):
        start = max((found.start() for found in _START.finditer(blotted, 0, match.start())), default=0)
    led = _LED_BY_FUNCTION.search(blotted[:start]) if not blotted[start:at].strip(" ,") else None
    return led.start() if led is not None else start


def _clause_end(blotted: str, at: int) -> int:
    match = _END.search(blotted, at)
    return match.start() if match is not None else len(blotted)


def _of_writer(blotted: str, people: Sequence[Person]) -> list[tuple[int, int]]:
    """Where the writer says not to come, and the sentence goes on with who does: the table said with it stays."""
    spans = [match.span() for match in _NOT_FOR_OURS.finditer(blotted)]
    spans += [(0, len(blotted))] if _THEMSELVES.search(blotted) else []
    spans += [(match.start(), _clause_end(blotted, match.end())) for match in _OTHERS_DO.finditer(blotted)]
    for match in _NOT_ME.finditer(blotted):
        if not (any(p.start >= match.end() for p in people) or re.search(r"\bcollega\b", blotted[match.end() :])):
            continue
        table = match.group().find("xxxxx")
        spans.append((match.start(), match.start() + table if table >= 0 else match.end()))
    return spans
