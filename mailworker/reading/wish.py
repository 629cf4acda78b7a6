"""What is passed on from sentences to requests: a wish is one action for one person, with the place of each value.

What the mail leaves open stays None and is asked for. Where a mail can be read in two ways it is a `Doubt`, and a
person decides.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mailworker.domain.request import Action
from mailworker.reading.layout.unit import Unit
from mailworker.reading.naming.mention import Mention
from mailworker.reading.said import Said
from mailworker.reading.who.actors import Actor, Who


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a unit that shows a value."""

    unit: Unit
    start: int
    end: int


Where = tuple[tuple[str, Span], ...]
"""Ids of tables, each with the place that names it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One action for one person. `tables` are ids; `where` shows each of them; `cue` is the sentence that says it."""

    action: Action
    actor: Actor | None
    tables: frozenset[str] = frozenset()
    where: Where = ()
    actor_span: Span | None = None
    organisation: tuple[str, Span, bool] | None = None
    """Its name, where it stands, and whether it is a known one."""
    newcomer: Actor | None = None
    newcomer_span: Span | None = None
    address: str | None = None
    cue: Span | None = None

    @property
    def who(self) -> Who | None:
        """How the mail speaks of the person, if it does."""
        return self.actor.who if self.actor is not None else None

    @property
    def name(self) -> str:
        """The name of the person, "" where the mail gives none."""
        return (self.actor.name or "") if self.actor is not None else ""

    def of(self, actor: Actor | None, span: Span | None) -> "Wish":
        """The same wish for that person."""
        return replace(self, actor=actor, actor_span=span)

    def at(self, where: Where) -> "Wish":
        """The same wish at those tables."""
        return replace(self, tables=frozenset(table for table, _ in where), where=where)


@dataclass(frozen=True, slots=True)
class Doubt:
    """The mail can be read in two ways; `rule` names why."""

    rule: str
    why: str


WHO_GOES_WHERE = Doubt("who goes where", "The mail names several people and tables, but not clearly who goes where.")


def places(unit: Unit, mentions: Iterable[Mention]) -> Where:
    """The tables that these mentions name, with their places."""
    return tuple((table, Span(unit, m.start, m.end)) for m in mentions for table in m.ids)


def whole(unit: Unit) -> Span:
    """All of a unit."""
    return Span(unit, 0, len(unit.text))


def span_of(unit: Unit, actor: Actor) -> Span:
    """Where an actor stands."""
    return Span(unit, actor.start, actor.end)


def named_in(said: Said) -> list[Actor]:
    """The people whom a sentence names as those who take part."""
    return [actor for actor in said.actors if actor.who is Who.NAMED]


def different(wishes: Sequence[Wish]) -> list[Wish]:
    """One wish for each person."""
    out: list[Wish] = []
    for wish in wishes:
        if wish.actor is not None and not any(o.who is wish.who and o.name == wish.name for o in out):
            out.append(wish)
    return out
