"""Who goes with which tables within one sentence or line: 'Jan voor grondwater, An voor hemelwater', 'respectievelijk'.

Where the sentence leaves it open who goes where, it says so; nobody is put at a table by chance.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mailworker.reading.naming.mention import Mention
from mailworker.reading.said import Said
from mailworker.reading.who.actors import Actor, Who
from mailworker.reading.who.person_names import key

_SEPARATOR = re.compile(
    r",\s*(?:en|maar|terwijl|and|et|but)\b|[;,]|\b(?:en|terwijl|and|while|et|tandis que)\b|\s[-–/|]\s"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Some actors and the tables that go with each of them; one of the two may be empty."""

    actors: tuple[Actor, ...]
    tables: tuple[Mention, ...]


def pairs_of(said: Said, tables: Sequence[Mention], actors: Sequence[Actor] | None = None) -> list[Pair] | None:
    """The actors and tables of a sentence, coupled; None where the sentence leaves it open."""
    people = merged(said.actors if actors is None else actors, tables)
    if not people or not tables:
        return [Pair(tuple(people), tuple(tables))] if people or tables else []
    if len(people) == 1:
        return [Pair(tuple(people), tuple(tables))]
    ids = [i for m in tables for i in m.ids]
    if said.intent.respectively:
        if len(people) == len(tables):
            return [Pair((one,), (table,)) for one, table in zip(people, tables, strict=True)]
        return None
    groups = _groups(people, tables)
    if len(groups) == 2:
        if len(people) == 1 or len(set(ids)) == 1 or said.intent.each or any(m.every for m in tables):
            return [Pair(tuple(people), tuple(tables))]
        return None
    return _alternating(groups) or _by_clause(said, people, tables)


def merged(actors: Sequence[Actor], tables: Sequence[Mention] = ()) -> list[Actor]:
    """The actors without saying one of them twice: 'mij, Els Wauters' is one; on the other side of a table two."""
    out: list[Actor] = []
    for actor in actors:
        said = [o for o in out if not any(o.end <= m.start < actor.start for m in tables)]
        if not any(_is_same(actor, other) for other in said):
            out.append(actor)
    return out


def _is_same(one: Actor, other: Actor) -> bool:
    if one.who is not other.who or one.who is Who.UNNAMED:
        return False
    return one.who is Who.SENDER or bool(one.name and other.name and key(one.name) == key(other.name))


@dataclass(slots=True)
class _Run:
    """People, or tables, that follow each other."""

    actors: list[Actor] = field(default_factory=list)
    tables: list[Mention] = field(default_factory=list)


def _groups(people: Sequence[Actor], tables: Sequence[Mention]) -> list[_Run]:
    """Runs of actors and runs of tables, in order of mention."""
    groups: list[_Run] = []
    events: list[Actor | Mention] = [*people, *tables]
    for one in sorted(events, key=lambda event: event.start):
        if not groups or bool(groups[-1].actors) != isinstance(one, Actor):
            groups.append(_Run())
        if isinstance(one, Actor):
            groups[-1].actors.append(one)
        else:
            groups[-1].tables.append(one)
    return groups


def _alternating(groups: Sequence[_Run]) -> list[Pair] | None:
    """Actors, tables, actors, tables; or the other way round."""
    if len(groups) % 2:
        return None
    pairs = []
    for first, second in zip(groups[::2], groups[1::2], strict=True):
        people, tables = first.actors or second.actors, first.tables or second.tables
        if len(people) > 1 and len({i for m in tables for i in m.ids}) > 1:
            return None
        pairs.append(Pair(tuple(people), tuple(tables)))
    return pairs


def _by_clause(said: Said, people: Sequence[Actor], tables: Sequence[Mention]) -> list[Pair] | None:
    """Each clause with its own actor and tables: 'voor grondwater schrijf ik Jan in en An voor hemelwater'."""
    cuts = [0, *(m.start() for m in _SEPARATOR.finditer(said.unit.folded)), len(said.unit.folded) + 1]
    pairs: list[Pair] = []
    pending_people: list[Actor] = []
    pending_tables: list[Mention] = []
    for begin, end in itertools.pairwise(cuts):
        pending_people += [a for a in people if begin <= a.start < end]
        pending_tables += [m for m in tables if begin <= m.start < end]
        if pending_people and pending_tables:
            if len(pending_people) > 1 and len({i for m in pending_tables for i in m.ids}) > 1:
                return None
            pairs.append(Pair(tuple(pending_people), tuple(pending_tables)))
            pending_people, pending_tables = [], []
    if pending_people or not pairs:
        return None
    if pending_tables:
        last = pairs[-1]
        pairs[-1] = Pair(last.actors, (*last.tables, *pending_tables))
    return pairs
