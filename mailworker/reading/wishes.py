"""From sentences to wishes: which sentences ask for something, for which tables, and who is meant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mailworker.domain.request import Action
from mailworker.reading.choice.choosing import Chosen
from mailworker.reading.choice.pairing import Pair, merged, pairs_of
from mailworker.reading.layout.unit import Kind
from mailworker.reading.naming.mention import Mention
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.said import Said
from mailworker.reading.who.actors import Actor, Who
from mailworker.reading.whose.belonging import organisation_of
from mailworker.reading.wish import WHO_GOES_WHERE, Doubt, Span, Wish, named_in, places, span_of, whole

Tables = Sequence[tuple[Mention, Action]]
"""The tables of a sentence that were chosen, with what is wished for them."""


@dataclass(slots=True)
class _Reading:
    """The wishes so far, and the heading that the lines below it belong to."""

    said: Sequence[Said]
    wishes: list[Wish] = field(default_factory=list)
    heading: Said | None = None
    heading_tables: Tables = ()
    waiting: list[tuple[Actor, Said]] = field(default_factory=list)
    """People of a heading; their tables stand in the lines below it."""


def register_wishes(said: Sequence[Said], chosen: Chosen) -> list[Wish] | Doubt:
    """The wishes of sentences, lines of lists and headings over them, in order."""
    reading = _Reading(said)
    for number, one in enumerate(said):
        tables = chosen.of.get(number, [])
        actors = [a for a in one.actors if _takes_part(one, a, bool(tables))]
        if _is_heading(reading, number, tables, actors) or not (tables or actors):
            continue
        if reading.heading is not None and (one.unit.kind is Kind.ITEM or one.is_fragment):
            below = _below_heading(reading, one, tables, actors)
            if below:
                reading.wishes += below
                continue
        found = _of_sentence(one, tables, actors, reading.wishes)
        if isinstance(found, Doubt):
            return found
        reading.wishes += found
    return _finished(reading)


def _is_heading(reading: _Reading, number: int, tables: Tables, actors: list[Actor]) -> bool:
    """Whether a sentence only announces the lines below it: 'Ik schrijf in voor hemelwater:', 'Namens ons komen:'."""
    one = reading.said[number]
    if reading.heading is not None and one.unit.kind is not Kind.ITEM and not one.is_fragment:
        reading.heading, reading.heading_tables = None, ()
    if not one.unit.folded.rstrip().endswith(":"):
        return False
    if tables and all(a.who is Who.UNNAMED for a in actors) and _names_follow(reading.said, number):
        actors = []
    if bool(tables) == bool(actors):
        return False
    reading.heading, reading.heading_tables = one, tables
    if actors:
        reading.waiting = [(a, one) for a in merged(actors)]
    return True


def _below_heading(reading: _Reading, one: Said, tables: Tables, actors: Sequence[Actor]) -> list[Wish]:
    """People below a heading with tables, or tables below a heading with people."""
    heading = reading.heading
    if heading is None:
        return []
    if reading.heading_tables and actors and not tables:
        above = places(heading.unit, (m for m, _ in reading.heading_tables))
        return _from_pairs(one, [Pair(tuple(merged(actors)), ())], Action.REGISTER, above)
    if reading.waiting and tables and not actors:
        base = _from_pairs(one, [Pair((), tuple(m for m, _ in tables))], tables[0][1])
        return [w.of(a, span_of(by.unit, a)) for a, by in reading.waiting for w in base]
    return []


def _finished(reading: _Reading) -> list[Wish]:
    """The wishes, with headings that no line below them completed."""
    wishes = reading.wishes
    if reading.heading is not None and reading.heading_tables and not any(w.tables for w in wishes):
        mentions = tuple(m for m, _ in reading.heading_tables)
        wishes = [*wishes, *_from_pairs(reading.heading, [Pair((), mentions)], reading.heading_tables[0][1])]
    if reading.waiting and not any(w.actor is not None for w in wishes):
        alone = [Wish(Action.REGISTER, a, actor_span=span_of(by.unit, a)) for a, by in reading.waiting]
        wishes = [w.of(a, span_of(by.unit, a)) for w in wishes for a, by in reading.waiting] or alone
    return wishes


def _names_follow(said: Sequence[Said], number: int) -> bool:
    """Whether the line below a heading says who: 'met twee personen: / Jan Peeters / An Sels'."""
    return number + 1 < len(said) and said[number + 1].is_fragment and bool(named_in(said[number + 1]))


def _takes_part(one: Said, actor: Actor, with_tables: bool) -> bool:
    """Whether a person spoken of in a sentence is one who takes part by it."""
    intent = one.intent
    if intent.only_asks:
        return False
    if intent.past and not with_tables and not (intent.cancel or intent.change or intent.replace):
        return False
    acts = intent.wish or intent.cancel or intent.change or intent.replace
    if actor.who is Who.NAMED:
        answers = one.is_fragment or one.unit.answers is not None
        return (
            with_tables
            or acts
            or answers
            or _SENDS.search(one.unit.folded) is not None
            or _IT_IS.search(one.unit.folded[: actor.start]) is not None
        )
    if actor.who is Who.UNNAMED:
        if intent.hard_cancel and _SOME.match(one.unit.folded[actor.start :]):
            return False
        return (with_tables or acts or intent.register) and not _spoken_of(one, actor)
    return with_tables or (acts and not (_STAYS_AWAY.search(one.unit.folded) and not one.tables.mentions))


_STAYS_AWAY = re.compile(r"\b(?:zelf|ikzelf)\b[^,;.]{0,40}\bniet\b(?! (?:alleen|enkel|te))|\bniet (?:zelf|ikzelf)\b")
"""The writer says not to come: 'Zelf sluit ik niet aan.'"""
_SENDS = re.compile(
    r"\b(?:sturen|stuurt|stuur|zenden|zendt|vaardig\w*|afvaardig\w*|duid(?:t|en)?|draag(?:t)?|dragen)\b"
)
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
    match = _SPOKEN_OF_BEFORE.search(one.unit.folded[max(0, actor.start - 24) : actor.start])
    if match is None:
        return False
    word = match.group().strip()
    if word in {"van", "door", "aan", "bij"}:
        return len(one.actors) > 1
    return word not in {"voor", "en", "met"}


def _of_sentence(one: Said, tables: Tables, actors: Sequence[Actor], before: Sequence[Wish]) -> list[Wish] | Doubt:
    actions = {action for _, action in tables} or {Action.CANCEL if one.intent.cancel else Action.REGISTER}
    people = merged(actors)
    if len(actions) > 1:
        if len(people) > 1:
            return Doubt("who does what", "The mail cancels and registers for several people in one sentence.")
        by_action = {act: tuple(m for m, a in tables if a is act) for act in (Action.CANCEL, Action.REGISTER)}
        return [
            wish
            for action, mentions in by_action.items()
            if mentions
            for wish in _from_pairs(one, [Pair(tuple(people), mentions)], action)
        ]
    pairs = pairs_of(one, [m for m, _ in tables], actors)
    if pairs is None:
        return WHO_GOES_WHERE
    if not tables and one.intent.idem and before and any(a.who is Who.NAMED for a in actors):
        # "Ook An Sels": at the tables of the one before.
        again = replace(before[-1], organisation=_organisation(one))
        return [again.of(a, span_of(one.unit, a)) for a in people]
    return _from_pairs(one, pairs, next(iter(actions)))


def _from_pairs(one: Said, pairs: Sequence[Pair], action: Action, above: Sequence[tuple[str, Span]] = ()) -> list[Wish]:
    """The wishes of a sentence's pairs; `above` are tables that its heading names."""
    wishes = []
    for pair in pairs:
        base = Wish(action, None, organisation=_organisation(one), cue=whole(one.unit))
        base = base.at((*places(one.unit, pair.tables), *above))
        if not pair.actors:
            wishes.append(base)
        wishes += [replace(base.of(a, span_of(one.unit, a)), organisation=_organisation(one, a)) for a in pair.actors]
    return wishes


def _organisation(one: Said, actor: Actor | None = None) -> tuple[str, Span, bool] | None:
    """The organisation that a line gives to its people, or to one of them, with its place."""
    affiliation = organisation_of(one, actor)
    if affiliation is None:
        return None
    return affiliation.name, Span(one.unit, affiliation.start, affiliation.end), affiliation.known
