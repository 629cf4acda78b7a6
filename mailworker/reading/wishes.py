"""From sentences to wishes: which sentences ask for something, for which tables, and who is meant.

A wish is one action for one person; what the mail leaves open stays None and is asked for. Where two readings are
possible, `Doubt` says so and a person decides.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mailworker.domain.request import Action
from mailworker.reading.affiliation import Affiliation, Cue
from mailworker.reading.choosing import Chosen
from mailworker.reading.folding import fold
from mailworker.reading.letter import Kind, Unit
from mailworker.reading.pairing import Pair, merged, pairs_of
from mailworker.reading.phrases import any_of
from mailworker.reading.said import Actor, Said, Who
from mailworker.reading.tables import Mention


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a unit that shows a value."""

    unit: Unit
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Wish:
    """One action for one person. `tables` are ids; `where` shows each of them; `group` is the line that says it."""

    action: Action
    actor: Actor | None
    tables: frozenset[str]
    where: tuple[tuple[str, Span], ...] = ()
    actor_span: Span | None = None
    organisation: tuple[str, Span, bool] | None = None
    newcomer: Actor | None = None
    newcomer_span: Span | None = None
    address: str | None = None
    cue: Span | None = None


class Doubt(Exception):
    """The mail can be read in two ways; `rule` names why."""

    def __init__(self, rule: str, why: str) -> None:
        super().__init__(why)
        self.rule = rule
        self.why = why


def register_wishes(said: Sequence[Said], chosen: Chosen) -> list[Wish]:
    """The wishes of sentences, lines of lists and headings over them, in order."""
    wishes: list[Wish] = []
    heading: Said | None = None
    heading_tables: list[tuple[Mention, Action]] = []
    pending_people: list[tuple[Actor, Said]] = []
    for number, one in enumerate(said):
        tables = chosen.of.get(number, [])
        actors = [a for a in one.actors if _takes_part(one, a, bool(tables))]
        if heading is not None and one.unit.kind is not Kind.ITEM and not one.is_fragment:
            heading, heading_tables = None, []
        heads = one.unit.folded.rstrip().endswith(":")
        if heads and tables and all(a.who is Who.UNNAMED for a in actors) and _names_follow(said, number):
            actors = []
        if heads and bool(tables) != bool(actors):
            heading, heading_tables = one, tables
            if tables and not actors:
                continue
            if actors and not tables:
                pending_people = [(a, one) for a in merged(actors)]
                continue
        if not tables and not actors:
            continue
        if (heading is not None and one.unit.kind is Kind.ITEM) or (heading is not None and one.is_fragment):
            if heading_tables and actors and not tables:
                wishes += _from_pairs(one, [Pair(tuple(merged(actors)), ())], Action.REGISTER, heading, heading_tables)
                continue
            if pending_people and tables and not actors:
                wishes += [
                    replace(w, actor=a, actor_span=Span(by.unit, a.start, a.end))
                    for a, by in pending_people
                    for w in _from_pairs(one, [Pair((), tuple(m for m, _ in tables))], tables[0][1])
                ]
                continue
        wishes += _of_sentence(one, tables, actors, wishes)
    if (heading is not None and heading_tables and not wishes) or (
        heading_tables and heading is not None and not any(w.tables for w in wishes)
    ):
        wishes += _from_pairs(heading, [Pair((), tuple(m for m, _ in heading_tables))], heading_tables[0][1])
    if pending_people and not any(w.actor is not None for w in wishes):
        wishes = [
            replace(w, actor=a, actor_span=Span(by.unit, a.start, a.end)) for w in wishes for a, by in pending_people
        ] or [Wish(Action.REGISTER, a, frozenset(), (), Span(by.unit, a.start, a.end)) for a, by in pending_people]
    return wishes


def _names_follow(said: Sequence[Said], number: int) -> bool:
    """Whether the line below a heading says who: 'met twee personen: / Jan Peeters / An Sels'."""
    return (
        number + 1 < len(said)
        and said[number + 1].is_fragment
        and any(a.who is Who.NAMED for a in said[number + 1].actors)
    )


def _takes_part(one: Said, actor: Actor, with_tables: bool) -> bool:
    """Whether a person spoken of in a sentence is one who takes part by it."""
    intent = one.intent
    if intent.asks and not intent.polite:
        return False
    if intent.past and not with_tables and not (intent.cancel or intent.change or intent.replace):
        return False
    acts = intent.wish or intent.cancel or intent.change or intent.replace
    if actor.who is Who.NAMED:
        return (
            with_tables
            or acts
            or one.is_fragment
            or one.unit.answers is not None
            or _IT_IS.search(one.unit.folded[: actor.start]) is not None
        )
    if actor.who is Who.UNNAMED:
        if intent.hard_cancel and _SOME.match(one.unit.folded[actor.start :]):
            return False
        return (with_tables or acts or intent.register) and not _spoken_of(one, actor)
    return with_tables or acts


_IT_IS = re.compile(
    r"\b"
    + any_of(r"""
het betreft | het gaat om | dat is | dat word ik | dat wordt | dat ben ik | dit is | gaat het om | naam is
heet | it is | it concerns | c'est | il s'agit de | namelijk | met name | te weten
""")
    + r"\W*(?:\w+ ){0,3}$"
)
_SOME = re.compile(r"(?:een|iemand|someone|somebody|another|un|une)\b")
_SPOKEN_OF_AFTER = re.compile(
    r"^[^,;.]{0,25}?\b"
    + any_of(r"""
asked | told | suggested | wants me | requested | heeft | had | vroeg | vraagt | wil (?:\w+ )?dat
wou (?:\w+ )?dat | zei | zegt | denkt | vindt | besliste | stuurde | verwees | gaf | zit (?:daar|er) al
kan niet | neemt niet | komt niet | volgde | is (?:verhinderd|ziek|met verlof|op de hoogte)
""")
    + r"\b"
)
_SPOKEN_OF_BEFORE = re.compile(
    r"\b"
    + any_of(r"""
namens | overleg met | op vraag van | in opdracht van | via | van | door | met dank aan | dank aan | voor
met | bij | aan | zoals | on behalf of | naast | en
""")
    + r"\s+$"
)


def _spoken_of(one: Said, actor: Actor) -> bool:
    """Whether a colleague without a name is only spoken of: 'onze schepen wil dat ik ook grondwater opvolg'."""
    if _SPOKEN_OF_AFTER.match(one.unit.folded[actor.end : actor.end + 60]):
        return True
    before = one.unit.folded[max(0, actor.start - 24) : actor.start]
    match = _SPOKEN_OF_BEFORE.search(before)
    others = [a for a in one.actors if a is not actor]
    return (match is not None and match.group().strip() not in ("voor", "en", "met", "van", "door", "aan", "bij")) or (
        match is not None and match.group().strip() in ("van", "door", "aan", "bij") and bool(others)
    )


def _of_sentence(
    one: Said, tables: Sequence[tuple[Mention, Action]], actors: Sequence[Actor], before: Sequence[Wish]
) -> list[Wish]:
    wishes: list[Wish] = []
    actions = {action for _, action in tables} or {Action.CANCEL if one.intent.cancel else Action.REGISTER}
    if len(actions) == 1:
        action = next(iter(actions))
        pairs = pairs_of(one, [m for m, _ in tables], actors)
        if pairs is None:
            raise Doubt("who goes where", "The mail names several people and tables, but not clearly who goes where.")
        idem = not tables and one.intent.idem and before and any(a.who is Who.NAMED for a in actors)
        if idem:
            last = before[-1]
            return [
                replace(last, actor=a, actor_span=Span(one.unit, a.start, a.end), organisation=_organisation(one))
                for a in merged(actors)
            ]
        return _from_pairs(one, pairs, action)
    people = merged(actors)
    for action in (Action.CANCEL, Action.REGISTER):
        mentions = tuple(m for m, a in tables if a is action)
        if mentions:
            if len(people) > 1:
                raise Doubt("who does what", "The mail cancels and registers for several people in one sentence.")
            wishes += _from_pairs(one, [Pair(tuple(people), mentions)], action)
    return wishes


def _from_pairs(
    one: Said,
    pairs: Sequence[Pair],
    action: Action,
    heading: Said | None = None,
    heading_tables: Sequence[tuple[Mention, Action]] = (),
) -> list[Wish]:
    wishes = []
    for pair in pairs:
        ids: list[tuple[str, Span]] = [(i, Span(one.unit, m.start, m.end)) for m in pair.tables for i in m.ids]
        if heading is not None:
            ids += [(i, Span(heading.unit, m.start, m.end)) for m, _ in heading_tables for i in m.ids]
        base = Wish(
            action,
            None,
            frozenset(i for i, _ in ids),
            tuple(ids),
            organisation=_organisation(one),
            cue=Span(one.unit, 0, len(one.unit.text)),
        )
        if not pair.actors:
            wishes.append(base)
        wishes += [
            replace(base, actor=a, actor_span=Span(one.unit, a.start, a.end), organisation=_organisation(one, a))
            for a in pair.actors
        ]
    return wishes


def _organisation(one: Said, actor: Actor | None = None) -> tuple[str, Span, bool] | None:
    """The one organisation that a line names for its people, or the one beside a person: 'Toon van X en Lies van Y'."""
    own: dict[str, Affiliation] = {}
    for affiliation in one.organisations:
        if affiliation.cue >= Cue.NAMED:
            own.setdefault(affiliation.name, affiliation)
    if len(own) > 1 and actor is not None and actor.who is Who.NAMED:
        following = min((p.start for p in one.people if p.start > actor.start), default=len(one.unit.text))
        own = {n: a for n, a in own.items() if actor.end <= a.start < following}
    if len(own) != 1:
        return None
    affiliation = next(iter(own.values()))
    return affiliation.name, Span(one.unit, affiliation.start, affiliation.end), affiliation.known


def folded_value(text: str) -> str:
    """A value as it is compared."""
    return " ".join(fold(text).split())
