"""What the second look makes of who goes where: names and tables that stand side by side must be side by side."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from mailworker.domain.request import Action
from mailworker.reading.folding import fold
from mailworker.reading.second_look.clauses import Place, Sentence
from mailworker.reading.second_look.tables import is_declined
from mailworker.reading.second_look.view import View
from mailworker.reading.wish import Doubt

_WHERE = Doubt("who goes where", "Who goes to which table is not clear.")

_SELF = re.compile(r"\b(?:ik|mij|mezelf|ikzelf|mijzelf|ondergetekende|i|me|myself|je|moi|zelf)\b")
_PIECE = re.compile(r"[,:;()\n/]|\.\s|\b(?:en|and|et|maar|terwijl)\b")
_FORWARD = re.compile(
    r"[\s(:=>-]*(?:(?:voor|bij|naar|aan|op|in|for|at|pour|neemt|volgt|doet|kiest|gaat|komt|zit|de|het|die"
    r"|tafels?|werktafels?|over|rond|bevoorrading|uit|the|table)\s+)*"
)
_BACKWARD = re.compile(r"\s*(?:[:=(>]|->|\s-)+\s*(?:de heer |mevrouw |mevr\.? |dhr\.? |collega )?")


def goes_elsewhere(view: View) -> Doubt | None:
    """Several people are registered, and one of them stands beside a table that is not theirs."""
    tables: dict[str, set[str]] = defaultdict(set)
    for request in view.requests:
        tables[request.participant or ""] |= set(request.tables)
    if not view.only_registers or len(tables) < 2 or re.search(r"\bresp(?:\.|ecti)", view.text):
        return None
    for one in view.own:
        if _stands_wrongly(one, tables, view) or _stands_alone_wrongly(one, tables, view):
            return _WHERE
    return None


def _stands_wrongly(one: Sentence, tables: Mapping[str, set[str]], view: View) -> bool:
    """Whether a table stands right behind a name, or right before it with a sign between, and is not theirs."""
    people = [(start, end, name) for name in tables for start, end in _places_of(one.text, name, view)]
    for start, end, name in people:
        # "Grondwater > Jan Peeters hemelwater > An Sels": what stands before a name with a sign goes first.
        after = [p for p in one.places if p.start >= end and _FORWARD.fullmatch(one.text, end, p.start)]
        before = [p for p in one.places if p.end <= start and _BACKWARD.fullmatch(one.text, p.end, start)]
        beside = before[-1:] or after[:1]
        if any(p.table not in tables[name] and not is_declined(one, p) for p in beside):
            return True
    return False


def _places_of(text: str, name: str, view: View) -> Iterator[tuple[int, int]]:
    words = fold(name).split()
    for form in (words, [*words[1:], words[0]]):
        for match in re.finditer(rf"(?<!\w){re.escape(' '.join(form))}(?!\w)", text):
            yield match.span()
    if view.is_sender(name):
        for match in re.finditer(r"\b(?:ikzelf|mezelf|ik)\b(?=\s*(?:\(|:|voor|bij|naar|=|-))", text):
            yield match.span()


def _stands_alone_wrongly(one: Sentence, tables: Mapping[str, set[str]], view: View) -> bool:
    """Whether somebody stands alone in a piece of a sentence with tables that are not theirs."""
    cuts = [0, *(match.start() for match in _PIECE.finditer(one.plain)), len(one.text)]
    for start, end in pairwise(cuts):
        named = [p.table for p in one.places if start <= p.start < end and not is_declined(one, p)]
        who = [name for name in tables if _speaks_of(one.text[start:end], name, tables, view)]
        if named and len(who) == 1 and not set(named) & tables[who[0]]:
            return True
    return False


@lru_cache(maxsize=1024)
def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(name).split())


def _speaks_of(text: str, name: str, tables: Mapping[str, set[str]], view: View) -> bool:
    """Whether a piece of a sentence speaks of that person, by full name, first name or as the writer."""
    words = _words(name)
    alone = sum(1 for other in tables if _words(other)[:1] == words[:1]) == 1
    forms = [" ".join(words), " ".join([*words[1:], *words[:1]]), *(words[:1] if alone else [])]
    if any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) for form in forms):
        return True
    return view.is_sender(name) and _SELF.search(text) is not None


_BOX = re.compile(r"[\[(]\s{0,3}(?P<tick>[xv✓✔]?)\s{0,3}[\])]|(?P<sign>[☐☑☒✓✔✗✘□■])")


def ticked(view: View) -> Doubt | None:
    """A table with a box of its own is chosen though the box is empty, or left out though it is ticked."""
    boxes = [(one, list(_BOX.finditer(one.text))) for one in view.own if len(one.places) == 1]
    alone = [(one.places[0], found[0]) for one, found in boxes if len(found) == 1]
    if not view.only_registers or len(alone) < 2:
        return None
    for place, box in alone:
        if _is_ticked(box) != (place.table in view.tables):
            return Doubt("unaccounted table", "The boxes of the mail say something else than what was understood.")
    return None


def _is_ticked(box: re.Match[str]) -> bool:
    return bool(box["tick"]) or (box["sign"] or "☐") in "☑☒✓✔■"


_TURNS = (
    re.compile(r"\b(?:van|from|de)\b[^.;x]{0,25}(?P<old>x{4,})[^.;x]{0,30}\b(?:naar|to|a)\b[^.;x]{0,25}(?P<new>x{4,})"),
    re.compile(
        r"(?P<old>x{4,})[^.;x]{0,25}\b(?:om|in)?(?:ge)?(?:te )?ruil\w*\b[^.;x]{0,12}\bvoor\b[^.;x]{0,30}(?P<new>x{4,})"
    ),
    re.compile(
        r"(?P<new>x{4,})[^.;x]{0,25}\b(?:in (?:de )?plaats van|i\.?p\.?v\.?|instead of)\b[^.;x]{0,20}(?P<old>x{4,})"
    ),
    re.compile(r"\bin (?:de )?plaats van\b[^.;x]{0,20}(?P<old>x{4,})[^.;x]{0,40}(?P<new>x{4,})"),
)


def turned_round(view: View) -> Doubt | None:
    """A change of table goes the other way than the words say."""
    given = {t for r in view.requests if r.action is Action.CANCEL for t in r.tables}
    taken = {t for r in view.requests if r.action is Action.REGISTER for t in r.tables}
    if not given or not taken:
        return None
    for one in view.own:
        for turn in _TURNS:
            for match in turn.finditer(one.plain):
                old, new = _table_at(one, match.start("old")), _table_at(one, match.start("new"))
                if old is not None and new is not None and (old.table in taken - given or new.table in given - taken):
                    return Doubt("who goes where", "Which table is given up and which is taken is not clear.")
    return None


def _table_at(one: Sentence, start: int) -> Place | None:
    return next((place for place in one.places if place.start == start), None)
