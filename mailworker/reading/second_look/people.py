"""What the second look makes of people: whether the participants are people, and nobody else is meant."""

import re
from collections.abc import Iterator, Sequence

from mailworker.reading.folding import fold
from mailworker.reading.phrases.patterns import one_of, words_of
from mailworker.reading.second_look.clauses import Sentence
from mailworker.reading.second_look.view import View
from mailworker.reading.who.names import FIRST_NAMES, NOT_NAMES, PARTICLES
from mailworker.reading.who.person_names import key, same_person
from mailworker.reading.wish import Doubt

_INITIALS = 3
"""Letters and dot of the longest initial: "Th."."""
_VOWEL = re.compile(r"[aeiouy]")
_STREET = re.compile(r"(?:straat|steenweg|laan|plein|dreef|kaai|singel|gracht|square|boulevard|avenue|chaussee)$")
_NO_NAME_WORD = one_of(r"""
dienst | afdeling | team | cel | secretariaat | departement | directie | stad | gemeente | provincie | ocmw
werktafel | tafel | groet\w* | vriendelijke | hartelijke | dank | bedankt | mvg | beste | geachte | college
bestuur | namens | collega | graag | ik | wij | zelf | mijn | onze | tel | gsm | www | info | grondwater
hemelwater | afvalwater | oppervlaktewater | wateraudit | vzw | nv | bvba
""")


def no_name(view: View) -> Doubt | None:
    """A participant is a street, a department, two people in one, or stands nowhere in the mail."""
    whole = _whole(view)
    sender = view.inbound.sender
    header = fold(f"{sender.name} {sender.address}") if sender is not None else ""
    local = re.sub(r"[^a-z]", "", header.rpartition(" ")[2].partition("@")[0])
    present = frozenset(re.findall(r"[a-z]+", f"{whole} {header}"))
    for name in view.names:
        if not _is_name(name, whole) or any(w not in present and w not in local for w in key(name) if len(w) > 1):
            return Doubt("no name", "What was understood as a participant may be no person.")
    return None


def _is_name(name: str, whole: str) -> bool:
    given = [word for word in fold(name).split() if word not in PARTICLES]
    if _NO_NAME_WORD.search(fold(name)) or len(given) < 2 or not any(len(word.strip(".")) > 1 for word in given):
        return False
    if any(len(word) > _INITIALS and word.endswith(".") and word.count(".") == 1 for word in given):
        return False
    if any(len(word) > 1 and "." not in word and not _VOWEL.search(word) for word in given):
        return False
    if len(given) == 4 and {given[0], given[2]} <= FIRST_NAMES and not {given[1], given[3]} & FIRST_NAMES:
        return False
    if _STREET.search(given[-1]) and given[0] not in FIRST_NAMES:
        return False
    return re.search(rf"(?<!\w){re.escape(fold(name))} [1-9]\d{{0,3}}\b(?! \d)", whole) is None


def _whole(view: View) -> str:
    units = (view.letter.subject, *view.letter.units, *view.letter.closing)
    return "\n".join(" ".join((unit.folded, *map(fold, unit.cells))) for unit in units)


_BESIDE = one_of(r"""
afwezigheid | verhindering | ter attentie | t\.?a\.?v\.? | over aan | minder | chef | baas | directeur
diensthoofd | afdelingshoofd | overleg\w* | besproken | gesproken | sprak | vraag | verzoek | opdracht | akkoord
cc | kopie | copy | contact\w* | bereik\w* | tel\w* | bel\w* | gebeld | mail\w* | dank\w* | groet\w* | volgens
via | doorgestuurd | verslag | gekregen | kreeg | vernomen | gehoord | hoorde | zei | meldde | liet | afspraken
agenda | back-?up | reserve | secretar\w* | assistent\w* | info\w* | ken\w* | zoals | ook al | al | blijft
behoudt | houdt | verandert | terecht | geen tijd | ceo | voorzitter | voorzitster | heeft (?:mij|me|ons)
ook bij | voorganger | stuurde | schreef | vroeg | vertelde | raadde | wees | namens | ondertekend | getekend
studie\w* | idee | suggest\w* | told | asked | thanks | informed | gaf | gezegd | aangeraden | verwees
doorverwe\w* | bezorgd\w* | uitnod\w* | bericht | brief | antwoord\w* | nieuws\w* | kennis | weet | op de hoogte
coordinat\w* | handteken\w* | dossier\w* | schepen | burgemeester | minister | gedeputeerde | ingetrokken
zichzelf | zich | plaatsvervang\w* | leidinggevende | suggereer\w* | on leave | trok(?:ken)? | leiding | team
volgde | gedacht | professor | prof\.? | niet | straat | laan | plein | tafel\b.{0,30}\bvan
""")
"""Beside somebody who is only spoken of."""
_ACTS = one_of(r"""
x{4,} | in ?schrij\w+ | deel\w* | volgt? | komt? | gaat? | neemt? | doet | vertegenw\w+ | aan ?schui\w+
zetelt? | wil | zal | zou | kandida\w+ | afvaardig\w* | vervang\w* | plaats | mee | naam | aan | bij | voor
join\w* | attend\w* | represent\w* | register\w* | replac\w* | takes? | inscri\w+ | particip\w* | noteer
noteren | werk van
""")
"""Beside somebody who takes part or leaves."""
_NEAR = 80


def overlooked(view: View) -> Doubt | None:
    """Somebody does something in the mail and no request is about them."""
    mine = {word for request in view.requests for word in key(request.organisation or "")}
    sender = view.inbound.sender
    known = {word for name in (*view.names, view.sender or "", sender.name if sender else "") for word in key(name)}
    for one in view.own:
        lower = one.text == one.unit.text
        for name, start, end in _people(one, lower):
            around = f"{one.plain[max(0, start - _NEAR) : start]} | {one.plain[end : end + _NEAR]}"
            is_known = set(key(name)) <= known or any(same_person(name, other) for other in view.names)
            if is_known or set(key(name)) & mine or re.match(r"\s?\d", one.text[end:]):
                continue
            if _ACTS.search(around) and not _BESIDE.search(around):
                return Doubt("unaccounted person", "The mail also names somebody else; what for is not clear.")
    return None


_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_OPENS = re.compile(
    r"(?:^|[.:;,(>\n-]|\b(?:en|collega|mevrouw|heer|naam|door|stuurt|sturen|is|wordt|voor|schrijf))\s*$"
)
"""What stands before a name in small letters."""
_ALSO_WORDS = words_of(
    "anders elke ben wil do mark bo ton toon roos merel linde iris bas"
    " ruth trees fleur lore juni april mei storm min tine"
)
_NO_SURNAME = words_of("mee deel en of van voor bij is wil komt gaat neemt doet dus weer samen volgt zit")


def _people(one: Sentence, lower: bool) -> Iterator[tuple[str, int, int]]:
    """The first names of the sentence with the surname behind them; in small letters where all of the mail is."""
    text = one.unit.text
    found = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    number = 0
    while number < len(found):
        start, end = found[number]
        number += 1
        if not _may_begin(text, start, end, lower):
            continue
        last = _surname_end(text, found, number, lower)
        if last > number and not any(p.start < found[last - 1][1] and start < p.end for p in one.places):
            yield text[start : found[last - 1][1]], start, found[last - 1][1]
            number = last


def _may_begin(text: str, start: int, end: int, lower: bool) -> bool:
    word = fold(text[start:end])
    if word not in FIRST_NAMES or word in PARTICLES:
        return False
    return text[start].isupper() or (
        lower and word not in _ALSO_WORDS and _OPENS.search(text[:start].lower()) is not None
    )


def _surname_end(text: str, found: Sequence[tuple[int, int]], number: int, lower: bool) -> int:
    """The place behind the surname that begins at `number`; the same number where there is none."""
    first, last = number, number
    while number < len(found) and number - first < 5 and text[found[number - 1][1] : found[number][0]].isspace():
        word = text[slice(*found[number])]
        number += 1
        if fold(word) in PARTICLES:
            continue
        if not (lower or word[0].isupper()) or fold(word) in NOT_NAMES or len(word) < 3 or fold(word) in _NO_SURNAME:
            break
        last = number
        if lower:
            break
    return last


_TAKES_PART = one_of(r"""
(?:van (?:ons|onze|de|het) \w+ |(?:onze|ons|mijn) \w+ |graag |ook |zelf |voor ons )*(?:neemt|zal|komt|gaat|wil|\
volgt|schuift|sluit|zetelt|doet|vertegenwoordigt)
""")


def first_name_alone(view: View) -> Doubt | None:
    """A first name takes part that belongs to nobody of the requests."""
    sender = view.inbound.sender
    known = {word for name in (*view.names, view.sender or "", sender.name if sender else "") for word in key(name)}
    for one in view.own:
        for match in _WORD.finditer(one.unit.text):
            word = fold(match.group())
            is_known = set(key(word)) <= known or word in NOT_NAMES
            if not match.group()[0].isupper() or word not in FIRST_NAMES or is_known:
                continue
            if _TAKES_PART.match(one.plain[match.end() :].lstrip()) and any(one.places):
                return Doubt("unaccounted person", "The mail also names somebody else; what for is not clear.")
    return None
