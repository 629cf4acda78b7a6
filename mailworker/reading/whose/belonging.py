"""Which organisation a sentence gives to each of its people: 'Toon van X en Lies van Y', 'X met Toon en Y met Lies'."""

import re
from collections.abc import Sequence

from mailworker.reading.said import Said
from mailworker.reading.who.actors import Actor, Who
from mailworker.reading.whose.affiliation import Affiliation, Cue
from mailworker.reading.whose.cues import WITH

_OF_THE_WRITER = re.compile(r"\s*(?:,|\()?\s*(?:van|bij|voor|namens|vanuit|uit|of|from)?\s*(?:de |het )?$")


def organisation_of(one: Said, actor: Actor | None = None) -> Affiliation | None:
    """The one organisation that a line names for its people, or the one that stands beside the actor."""
    own: dict[str, Affiliation] = {}
    for affiliation in one.organisations:
        if affiliation.cue >= Cue.NAMED:
            own.setdefault(affiliation.name, affiliation)
    if len(own) < 2 or actor is None:
        return next(iter(own.values())) if len(own) == 1 else None
    if actor.who is Who.NAMED:
        return _beside(one, actor, list(own.values()))
    if actor.who is Who.SENDER:
        behind = [a for a in own.values() if a.start >= actor.end]
        return next((a for a in behind if _OF_THE_WRITER.fullmatch(one.unit.folded[actor.end : a.start])), None)
    return None


def _beside(one: Said, actor: Actor, own: Sequence[Affiliation]) -> Affiliation | None:
    """The organisation between this person and the next, or the one before, where each of them leads one person."""
    starts = [person.start for person in one.people] + [other.start for other in one.actors]
    if _leads(one, own):
        before = [a for a in own if a.end <= actor.start]
        return before[-1] if before else None
    following = min((start for start in starts if start > actor.start), default=len(one.unit.text))
    between = [a for a in own if actor.end <= a.start < following]
    return between[0] if len(between) == 1 else None


def _leads(one: Said, own: Sequence[Affiliation]) -> bool:
    """Whether each organisation stands before its own person: 'de Polder X met Jan Claes'."""
    led = 0
    for affiliation in own:
        person = min((p for p in one.people if p.start >= affiliation.end), key=lambda p: p.start, default=None)
        led += person is not None and WITH.fullmatch(one.unit.folded[affiliation.end : person.start]) is not None
    return led == len(own)
