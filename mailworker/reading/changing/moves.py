"""Changes of table: which tables go and which come: 'van X naar Y', 'X ipv Y', 'het moest Y zijn en niet X'.

Every run of tables leans to one side by the words around it; what leans to none is taken for the side that is
missing. Where both sides can't be told, nothing is moved.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mailworker.reading.choice.clauses import same_enumeration
from mailworker.reading.intent import intent_of
from mailworker.reading.naming.mention import Mention, Polarity
from mailworker.reading.phrases import moves as moving
from mailworker.reading.said import Said, without_names
from mailworker.reading.who.actors import Actor, Who

_SURELY = 4
"""How much a word that leaves no doubt weighs; the others weigh less."""


@dataclass(frozen=True, slots=True)
class Run:
    """Tables of a sentence that are named together, and how they lean: below 0 they go, above 0 they come."""

    said: Said
    mentions: tuple[Mention, ...]
    lean: int
    stays: bool = False
    was: bool = False
    """Only told to be a registration there was."""

    @property
    def ids(self) -> frozenset[str]:
        """The tables."""
        return frozenset(i for m in self.mentions for i in m.ids)


@dataclass(frozen=True, slots=True)
class Move:
    """From some tables to others, of one actor or of whoever the mail speaks of; one side may be empty."""

    old: tuple[Run, ...]
    new: tuple[Run, ...]
    actor: Actor | None = None


_FROM_TO = re.compile(
    r"\bvan\b(?:(?!\b(?:ben|is|zijn|was|wil|ga|gaat|heb|hebben|kijk)\b).){0,40}\bnaar\b|\bfrom\b.{0,40}\bto\b"
    r"|\bbeter\b.{0,60}\bdan\b"
)


def speaks_of_move(one: Said) -> bool:
    """Whether a sentence speaks of a change at all."""
    folded = one.unit.folded
    rather = one.intent.past and moving.RATHER.search(folded) is not None
    return one.intent.change or one.intent.replace or rather or _FROM_TO.search(folded) is not None


def moves_of(one: Said) -> list[Move]:
    """The changes of table in a sentence; none where it names only one table or no change."""
    if not speaks_of_move(one):
        return []
    runs = list(runs_of(one))
    if len(frozenset[str]().union(*(run.ids for run in runs))) < 2:
        return []
    people: list[Actor] = []
    for actor in one.actors:
        if actor.who is not Who.UNNAMED and not any(o.who is actor.who and o.name == actor.name for o in people):
            people.append(actor)
    if len(people) > 1:
        return _for_each(people, runs, len(one.unit.folded))
    move = move_between(runs, people[0] if people else None)
    return [move] if move else []


def _for_each(people: Sequence[Actor], runs: Sequence[Run], end: int) -> list[Move]:
    moves = []
    bounds = [*(p.start for p in people[1:]), end]
    for actor, bound in zip(people, bounds, strict=True):
        move = move_between([run for run in runs if actor.start <= run.mentions[0].start < bound], actor)
        if move is None:
            return []
        moves.append(move)
    return moves


def move_between(runs: Sequence[Run], actor: Actor | None = None) -> Move | None:
    """The change that these runs tell; None where a side is empty, or both have the same table."""
    runs = [run for run in runs if not run.stays]
    old = [run for run in runs if run.lean < 0]
    new = [run for run in runs if run.lean > 0]
    open_ = [run for run in runs if run.lean == 0]
    if open_ and bool(old) == bool(new):
        return None
    if old:
        new = new or open_
    else:
        old = open_
    gone, come = ({i for run in side for i in run.ids} for side in (old, new))
    return Move(tuple(old), tuple(new), actor) if gone and come and not gone & come else None


def runs_of(one: Said) -> Iterator[Run]:
    """The runs of tables of a sentence, in order."""
    folded = one.unit.folded
    blotted = without_names(folded, one.tables.mentions, one.people, one.organisations)
    groups: list[list[Mention]] = []
    for mention in one.tables.mentions:
        if mention.every:
            continue
        joined = groups and mention.polarity is groups[-1][-1].polarity
        if joined and same_enumeration(folded, groups[-1][-1], mention):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    for number, group in enumerate(groups):
        floor = groups[number - 1][-1].end if number else 0
        ceiling = groups[number + 1][0].start if number + 1 < len(groups) else len(folded)
        before = _own(blotted[floor : group[0].start], first=False)
        between = blotted[group[-1].end : ceiling]
        after = _own(between, first=True)
        becomes = after == between and number + 1 < len(groups) and moving.BECOMES.match(between) is not None
        yield _run(one, tuple(group), before, after, becomes)


_BOUNDARY = re.compile(
    r"(?:[,;:(]|(?<!p\.v)\.)\s(?!(?:en|and) )|\s[-–]\s|\b(?:en|maar|and|but|et|mais|want|dus)\b(?! (?:niet|not)\b)|\)"
)


def _own(between: str, *, first: bool) -> str:
    """The part of the text between two tables that belongs to one of them: up to a comma, an "en", or all of it."""
    cuts = [match for match in _BOUNDARY.finditer(between) if match.start() > 0 or not first]
    if not cuts:
        return between
    return between[: cuts[0].start()] if first else between[cuts[-1].end() :]


def _run(one: Said, mentions: tuple[Mention, ...], before: str, after: str, becomes: bool) -> Run:
    goes = _SURELY * (mentions[0].polarity is Polarity.NO) + 3 * becomes
    goes += 3 * bool(moving.GOES_BEFORE.search(before)) + 2 * bool(moving.GOES_WEAKLY.search(before))
    goes += 3 * bool(moving.GOES_BY.search(before)) + 3 * bool(moving.GOES_AFTER.search(after))
    goes += 2 * bool(moving.LEAVES_AFTER.search(after)) + _SURELY * bool(moving.REPLACED_BY.search(after))
    clause = f"{before}xxxxx{after}"
    was = intent_of(clause).past or bool(moving.WAS.search(before) or moving.WAS_AFTER.match(after))
    comes = 3 * bool(moving.COMES_BEFORE.search(before)) + bool(moving.COMES_WEAKLY.search(before))
    comes += 2 * bool(moving.COMES_BY.search(before)) + 3 * bool(moving.COMES_AFTER.search(after))
    lean = min(comes - goes, 0) - 3 if was and not moving.RATHER.search(clause) else comes - goes
    stays = bool(moving.STAYS.search(after) or moving.STAYS.search(before))
    return Run(one, mentions, lean, stays, was and not goes)


def move_over(said: Sequence[Said]) -> Move | None:
    """The change that several sentences tell: 'Ik had X opgegeven. Y ligt mij beter. Kan ik wisselen?'."""
    if not any(speaks_of_move(one) or one.intent.correction for one in said):
        return None
    runs = [run for one in said if not one.intent.only_asks for run in runs_of(one)]
    merged: dict[frozenset[str], list[Run]] = {}
    for run in runs:
        merged.setdefault(run.ids, []).append(run)
    if len(merged) < 2:
        return None
    summed = [_summed(same) for same in merged.values()]
    move = move_between(summed)
    if move is None or any(run.lean == 0 for run in summed if not run.stays):
        return None
    beside = any(moving.MOREOVER.search(run.said.unit.folded) for run in move.new)
    return None if beside and all(run.was for run in move.old) else move


def _summed(same: Sequence[Run]) -> Run:
    """What all that is said of a table comes to."""
    first = same[0]
    return Run(
        first.said,
        first.mentions,
        sum(run.lean for run in same),
        any(run.stays for run in same),
        all(run.was for run in same),
    )


def half_move(said: Sequence[Said]) -> Move | None:
    """A change of which the mail names one side only: 'grondwater ruilen voor een andere tafel'."""
    runs = [run for one in said if not one.intent.only_asks for run in runs_of(one)]
    if len({i for run in runs for i in run.ids}) != 1:
        return None
    for one in (run.said for run in runs):
        plain = without_names(one.unit.folded, one.tables.mentions, one.people, one.organisations)
        if speaks_of_move(one) and moving.OTHER_TABLE.search(plain):
            return Move((runs[0],), ())
        if moving.MOVES_TO.search(plain) and not moving.MOREOVER.search(plain) and runs[0].lean > 0:
            return Move((), (runs[0],))
    return None


def exchanges(one: Said) -> bool:
    """Whether a sentence exchanges one table for another, whichever they are."""
    plain = without_names(one.unit.folded, one.tables.mentions, one.people, one.organisations)
    return moving.EXCHANGES.search(plain) is not None and len({i for m in one.tables.mentions for i in m.ids}) > 1
