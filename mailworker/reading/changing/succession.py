"""One person for another: who leaves and who comes: 'B vervangt A', 'mijn plaats gaat naar B', 'in zijn plaats komt B'.

Each name leans to one side by the words around it; a name that leans to none takes the side that is missing. The
sender leaves or comes by sentences of their own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mailworker.reading.phrases import succession
from mailworker.reading.said import Said, distinct
from mailworker.reading.who.actors import Actor, Who
from mailworker.reading.who.person_names import same_person


@dataclass(frozen=True, slots=True)
class Replacement:
    """Who leaves and who comes, with the sentences that say so."""

    leaver: Actor
    newcomer: Actor
    leaver_said: Said | None
    newcomer_said: Said | None


@dataclass(slots=True)
class _Told:
    """What the sentences tell of each side."""

    said: Sequence[Said]
    leaving: list[str] = field(default_factory=list)
    coming: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    sender_leaves: bool = False
    sender_comes: bool = False
    anchor: Said | None = None


def replacement_of(said: Sequence[Said], sender: str | None) -> Replacement | None:
    """Who leaves and who comes by these sentences; None where that is not clear."""
    told = _told(said)
    if len(told.coming) == 1 and len(told.leaving) > 1:
        told.leaving = [name for name in told.leaving if not same_person(name, told.coming[0])]
    told.coming = [name for name in told.coming if not _among(name, told.leaving)]
    unsure = [
        name
        for name in told.open
        if not _among(name, [*told.leaving, *told.coming])
        and not (sender is not None and told.sender_leaves and same_person(name, sender))
    ]
    if not _placed(told, unsure) or len(told.leaving) > 1 or len(told.coming) > 1:
        return None
    return _among_named(told) or _open_place(told)


def _told(said: Sequence[Said]) -> _Told:
    told = _Told(said)
    leaving, coming, open_ = [], [], []
    for one in said:
        folded = one.unit.folded
        told.sender_leaves = told.sender_leaves or succession.SENDER_LEAVES.search(folded) is not None
        told.sender_comes = told.sender_comes or succession.SENDER_COMES.search(folded) is not None
        if one.intent.replace:
            told.anchor = told.anchor or one
        for name, lean, acts in _leanings(one):
            if lean < 0:
                leaving.append(name)
            elif lean > 0:
                coming.append(name)
            elif acts:
                open_.append(name)
    told.leaving, told.coming, told.open = distinct(leaving), distinct(coming), distinct(open_)
    return told


_RELATIVE = re.compile(r"^(\s*\([^)]{0,40}\))?\s*,\s*(?:die|who|qui)\b[^,]{0,70},")


def _leanings(one: Said) -> Iterator[tuple[str, int, bool]]:
    """Each name of a sentence, to which side it leans (below 0: leaves), and whether it takes part at all."""
    folded = one.unit.folded
    acting = {actor.start: actor.name for actor in one.actors if actor.who is Who.NAMED and actor.name}
    spots = {person.start: (person.name, person.end) for person in one.people}
    spots |= {actor.start: (actor.name, actor.end) for actor in one.actors if actor.start in acting and actor.name}
    for start, (name, end) in sorted(spots.items()):
        before = folded[max(0, start - 70) : start]
        after = folded[end : end + 120]
        told_of = succession.WAS_SEATED.match(after) is not None
        after = _RELATIVE.sub(" ", after)[:90]
        hands_over = before.endswith("van ") and after.startswith(" naar ")
        comes = bool(succession.COMES_BEFORE.search(before)) + bool(succession.COMES_AFTER.match(after))
        leaves = 2 * bool(succession.LEAVES_BEFORE.search(before)) + bool(succession.LEAVES_AFTER.match(after))
        leaves += told_of + 2 * hands_over
        yield name, comes - leaves, start in acting


def _among(name: str, others: Sequence[str]) -> bool:
    return any(same_person(name, other) for other in others)


def _placed(told: _Told, unsure: list[str]) -> bool:
    """Gives a side to the one person who leans to none; False where that can't be told."""
    if len(unsure) > 1:
        return False
    if not unsure:
        return True
    if told.leaving and not told.coming:
        told.coming = unsure
    elif told.coming and not told.leaving and not told.sender_leaves:
        told.leaving = unsure
    elif not told.coming and not told.leaving and told.sender_leaves:
        told.coming = unsure
    elif not told.coming and not told.leaving and told.sender_comes:
        told.leaving = unsure
    return told.sender_leaves or told.sender_comes or bool(told.leaving or told.coming)


def _among_named(told: _Told) -> Replacement | None:
    """Two people, one of whom may be the sender."""
    leaver = _actor(told.leaving[0], told.said) if told.leaving else None
    newcomer = _actor(told.coming[0], told.said) if told.coming else None
    sender = Actor(Who.SENDER, 0, 0)
    if leaver is not None and newcomer is not None:
        return Replacement(leaver[0], newcomer[0], leaver[1], newcomer[1])
    if newcomer is not None and told.sender_leaves:
        return Replacement(sender, newcomer[0], told.anchor, newcomer[1])
    if leaver is not None and told.sender_comes:
        return Replacement(leaver[0], sender, leaver[1], told.anchor)
    return None


def _open_place(told: _Told) -> Replacement | None:
    """Somebody leaves and a successor without a name comes."""
    opened = next((one for one in told.said if succession.SOMEBODY_COMES.search(one.unit.folded)), None)
    if told.coming or opened is None:
        return None
    nobody = Actor(Who.UNNAMED, 0, 0)
    leaver = _actor(told.leaving[0], told.said) if told.leaving else None
    if leaver is not None:
        return Replacement(leaver[0], nobody, leaver[1], opened)
    return Replacement(Actor(Who.SENDER, 0, 0), nobody, told.anchor, opened) if told.sender_leaves else None


def _actor(name: str, said: Sequence[Said]) -> tuple[Actor, Said] | None:
    for one in said:
        for actor in one.actors:
            if actor.who is Who.NAMED and actor.name and same_person(actor.name, name):
                return Actor(Who.NAMED, actor.start, actor.end, name, actor.title, actor.sure), one
        for person in one.people:
            if same_person(person.name, name):
                return Actor(Who.NAMED, person.start, person.end, name, person.title, person.sure), one
    return None
