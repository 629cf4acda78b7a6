"""What the second look makes of tables: whether the mail wants each one that was chosen, and no other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from mailworker.domain.request import Action
from mailworker.reading.phrases.patterns import one_of
from mailworker.reading.second_look import words
from mailworker.reading.second_look.clauses import Place, Sentence
from mailworker.reading.second_look.view import View
from mailworker.reading.wish import Doubt

_A_FEW = 4
_BEGINNING = len("- bevoorrading uit ")
_BOXES = re.compile(r"[\[(]\s{0,2}[xv✓✔]?\s{0,2}[\])]|[☐☑☒✓✔✗✘□■]")


def denied(view: View) -> Doubt | None:
    """Somebody is registered for a table of which the mail only says that it is not wanted."""
    if not view.only_registers or _is_about_all(view):
        return None
    for table in view.tables:
        places = [(one, place) for one in view.sentences for place in one.places if place.table == table]
        if places and all(is_declined(one, p) and not _is_of_writer(view, table, one, p) for one, p in places):
            return Doubt("denied table", "The mail seems to say no to a table that was understood.")
    return None


def is_declined(one: Sentence, place: Place) -> bool:
    """Whether the clause of a table says no."""
    start, end = one.clause_of(place)
    clause = one.plain[start:end]
    explained = [match.span() for match in words.DECLINES_NOT.finditer(clause)]
    return any(not any(a <= m.start() < b for a, b in explained) for m in words.DECLINES.finditer(clause))


def _is_of_writer(view: View, table: str, one: Sentence, place: Place) -> bool:
    """Whether it is the writer who does not come to that table, and somebody else does."""
    start, end = one.clause_of(place)
    others = all(not view.is_sender(request.participant) for request in view.requests if table in request.tables)
    return others and re.search(r"\b(?:ik|zelf|i|me)\b", one.plain[start:end]) is not None


def _is_about_all(view: View) -> bool:
    return any(words.ALL.search(one.plain) for one in view.sentences)


def only_background(view: View) -> Doubt | None:
    """One person is registered for a table that stands far from any word of wishing, and for one beside it."""
    if not view.only_registers or len(view.names) > 1 or view.is_form or _is_about_all(view):
        return None
    places = _own_places(view)
    wished = {t for t in view.tables if any(_wishes(one) for one, _ in places[t])}
    far = {t for t in view.tables - wished if places[t] and all(_is_told(one, place) for one, place in places[t])}
    if wished and far:
        return Doubt("unaccounted table", "A table that was understood may only be spoken of.")
    return None


def _own_places(view: View) -> Mapping[str, list[tuple[Sentence, Place]]]:
    found: dict[str, list[tuple[Sentence, Place]]] = defaultdict(list)
    for one in view.own:
        if not _BOXES.search(one.text):
            for place in one.places:
                found[place.table].append((one, place))
    return found


def _wishes(one: Sentence) -> bool:
    return bool(words.INSCRIBES.search(one.plain) or words.WISHES.search(one.plain))


_BESIDES = re.compile(r"\b(?:ook|tevens|eveneens|daarnaast|idem|also|too|aussi)\b")


def _is_told(one: Sentence, place: Place) -> bool:
    """Whether a sentence of some length has no word of wishing; a line that begins with a table is one of a list."""
    return (
        not _wishes(one)
        and not _BESIDES.search(one.plain)
        and len(one.plain.split()) > _A_FEW
        and place.start > _BEGINNING
    )


_ONE_OF_THEM = re.compile(
    r"\b(?:er (?:maar |slechts )?een (?:laten|van|af|weg|minder|schrappen|opgeven)"
    r"|een ervan|(?:een|1) van (?:de|mijn|onze)|eentje|one of)\b"
)


def more_than_said(view: View) -> Doubt | None:
    """All tables are given up by a mail that names some of them, and never all."""
    for request in view.requests:
        if request.action is Action.CANCEL and set(request.tables) == set(view.all_tables):
            named = {place.table for one in view.own for place in one.places}
            if _ONE_OF_THEM.search(view.text):
                return Doubt("unclear cancellation", "The mail gives up one table, and all of them would be given up.")
            if named and named != set(view.all_tables) and not _is_about_all(view):
                return Doubt("unclear cancellation", "The mail names a table, and all of them would be given up.")
    return None


_STAYS = one_of(r"""
blijf(?:t)? | blijven | behoud\w* | hou | houd(?:en|t)? | laat \w+ staan | ongewijzigd | wel nog | nog wel | wel
enkel nog | erbij | keep | stays? | remains? | garde | reste
""")


_UNCHANGED = one_of(r"""
verandert (?:er )?(?:niets|niks) | blijf(?:t)? | blijven | behoud\w* | hou ik | houd ik | ongewijzigd | stays?
remains? | laat \w+ staan
""")


def kept(view: View) -> Doubt | None:
    """A table is given up of which the mail says that it stays; or one is asked for beside, that only stays."""
    given = {t for r in view.requests if r.action is Action.CANCEL for t in r.tables}
    taken = {t for r in view.requests if r.action is not Action.CANCEL for t in r.tables}
    for one, place in _places(view):
        start, end = one.clause_of(place)
        clause = one.plain[start:end]
        leaves = words.DECLINES.search(clause) or words.LEAVES.search(clause)
        if place.table in given - taken and _STAYS.search(clause) and not leaves:
            return Doubt("unclear cancellation", "The mail seems to keep a table that would be given up.")
        if given and place.table in taken - given and _UNCHANGED.search(clause):
            return Doubt("unaccounted table", "The mail seems only to keep a table that would be asked for.")
    return None


_OR = re.compile(
    r"\W*\b(?:of|or|ou|ofwel|hetzij)\b\W*(?:(?:voor|bij|aan|de|het|die|over"
    r"|the|tafel|van|rond|ofwel|hetzij|bevoorrading|uit) )*"
)


def either_or(view: View) -> Doubt | None:
    """Two tables are taken of which the mail leaves open which."""
    if not view.only_registers:
        return None
    if any(words.CHOOSES_NOT.search(one.plain) for one in view.own):
        return Doubt("unaccounted table", "The mail leaves the choice of a table open.")
    for one in view.sentences:
        for place, other in pairwise(one.places):
            either = place.table != other.table and {place.table, other.table} <= view.tables
            if either and _OR.fullmatch(one.text, place.end, other.start):
                return Doubt("unaccounted table", "The mail leaves the choice between two tables open.")
    return None


_OF_SUBJECT = re.compile(r"\b(?:onderwerp|titel|subject|objet)\b")


def subject_says_other(view: View) -> Doubt | None:
    """The subject names tables, and none of those that are taken."""
    subject = {place.table for one in view.sentences if not one.own for place in one.places if place.clear}
    answers = view.letter.reply or view.letter.forward or _OF_SUBJECT.search(view.text)
    if view.only_registers and not answers and subject and not subject & view.tables:
        return Doubt("subject and text differ", "The subject names other tables than the text.")
    return None


def _places(view: View) -> Iterator[tuple[Sentence, Place]]:
    return ((one, place) for one in view.own for place in one.places)


_REFUSES = one_of(r"""
niet(?! alleen| enkel| te) | niemand | geen | hoeft | hoeven | voorbij\w* | pas | passen
laten? (?:we|wij|ik)\b | liggen | overslaan | bespaar\w* | not | none | neen? | anderen | een ander | eentje
een van | twee van | keuze uit | uit de vijf | (?<!elk )(?<!elke )(?<!alle )van de vijf
""")


def unnamed(view: View) -> Doubt | None:
    """A table is chosen that the mail does not name, and no word for all or the rest stands for it."""
    named = {place.table for one in view.sentences for place in one.places}
    if view.letter.quoted:
        # An answer between the lines of ours says yes to what stands there.
        return None
    for request in view.requests:
        if request.action is not Action.REGISTER or set(request.tables) <= named:
            continue
        if not any(_stands_for_all(one) for one in view.sentences) and not _ABBREVIATED.search(view.text):
            return Doubt("denied table", "A table was understood that the mail does not seem to ask for.")
    return None


_ABBREVIATED = re.compile(r"\b\w*(?:water?|wat|w|audit)\b\.?(?=[^.]{0,20}(?:tafel|aub|$))")


def _stands_for_all(one: Sentence) -> bool:
    """Whether a word for all tables stands in a clause that does not refuse them."""
    for start, end in one.clauses():
        clause = one.plain[start:end]
        if words.ALL.search(clause) and not _REFUSES.search(clause):
            return True
    return False


_COMES = one_of(r"""
in te schrijven | inschrijven | sluit (?:ik )?(?:graag )?aan | aan te sluiten | aanschuiven | aan te schuiven
ga (?:ik )?voor | zou (?:ik )?(?:graag|liever|willen) | graag | wil ik | volgen | noteer | erbij | liever
wel naar
""")


def given_and_wished(view: View) -> Doubt | None:
    """A table is given up in a clause that wishes for it."""
    given = {t for r in view.requests if r.action is Action.CANCEL for t in r.tables}
    if len(given) < 2 or len(given) == len(view.all_tables):
        return None
    for one in view.own:
        for number, place in enumerate(one.places):
            start, _ = one.clause_of(place)
            begin = max(start, one.places[number - 1].end) if number else start
            before = one.plain[begin : place.start]
            if place.table in given and _COMES.search(before) and not _GIVES.search(before):
                return Doubt("unclear cancellation", "The mail seems to wish for a table that would be given up.")
    return None


_GIVES = re.compile(
    rf"{words.LEAVES.pattern}|{words.DECLINES.pattern}|\b(?:schrap\w*|af|weg|uit"
    r"|niet|stop\w*|vrij\w*|in (?:de )?plaats|opgeven|ontslag)\b"
)
