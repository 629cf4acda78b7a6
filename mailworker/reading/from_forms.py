"""The wishes of forms and tables; what a form leaves out may stand in the sentences beside it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mailworker.domain.request import Action
from mailworker.reading.choice.choosing import Chosen
from mailworker.reading.context import Context
from mailworker.reading.layout.record import Record
from mailworker.reading.layout.unit import Unit
from mailworker.reading.who.actors import Actor, Who
from mailworker.reading.whose.speaker import speaker_of
from mailworker.reading.wish import Span, Where, Wish, places, whole


def wishes_of_records(context: Context, chosen: Chosen) -> list[Wish]:
    """The wishes of the mail's forms and tables, in order."""
    cancels = any(one.intent.hard_cancel for one in (*context.said, context.subject))
    action = Action.CANCEL if cancels else Action.REGISTER
    wishes = [wish for record in context.records for wish in _of_record(context, record, action)]
    return _with_tables_beside(context, wishes, chosen)


def is_complete(wishes: Sequence[Wish]) -> bool:
    """Whether each wish has a person and tables."""
    return all(w.tables and w.actor is not None for w in wishes)


def _with_tables_beside(context: Context, wishes: list[Wish], chosen: Chosen) -> list[Wish]:
    """The tables of the sentences, for a form that has a place for people only."""
    if any(w.tables for w in wishes) or any(r.open_tables or r.vague for r in context.records):
        return wishes
    where = tuple(w for n, pairs in chosen.of.items() for w in places(context.said[n].unit, (m for m, _ in pairs)))
    return [w.at(where) for w in wishes] if where and chosen.vague is None else wishes


def _of_record(context: Context, record: Record, action: Action) -> list[Wish]:
    tables: Where = () if record.vague else tuple((i, whole(unit)) for m, unit in record.tables for i in m.ids)
    organisation = _organisation(context, record)
    base = Wish(action, None, organisation=organisation, address=record.address).at(tables)
    if record.leaver is not None or record.newcomer is not None:
        return [_replacement(record, base)]
    if not record.people:
        says = tables or record.nameless or organisation is not None
        return [base.of(Actor(Who.UNNAMED, 0, 0) if record.nameless else None, None)] if says else []
    if len(record.people) > 1:
        base = replace(base, address=None)
    return [
        base.of(
            Actor(Who.NAMED, start, end, name, "", 3) if name else Actor(Who.SENDER, start, end), Span(unit, start, end)
        )
        for name, unit, start, end in record.people
    ]


def _organisation(context: Context, record: Record) -> tuple[str, Span, bool] | None:
    if record.organisation is None:
        return None
    text, unit = record.organisation
    speaker = speaker_of(context, [], text)
    return (speaker.name, whole(unit), speaker.known) if speaker.name else None


_MYSELF = re.compile(r"ik|ondergetekende|mezelf")


def _replacement(record: Record, base: Wish) -> Wish:
    """One person for another: what the form leaves out is its participant."""
    participant: tuple[Actor, Span | None] = (Actor(Who.UNNAMED, 0, 0), None)
    if record.people:
        name, unit, start, end = record.people[0]
        participant = Actor(Who.NAMED, start, end, name), Span(unit, start, end)
    leaver, leaver_span = _entered(record.leaver) if record.leaver is not None else participant
    newcomer, newcomer_span = _entered(record.newcomer) if record.newcomer is not None else participant
    return replace(base.of(leaver, leaver_span), action=Action.REPLACE, newcomer=newcomer, newcomer_span=newcomer_span)


def _entered(entry: tuple[str | None, Unit]) -> tuple[Actor, Span | None]:
    name, unit = entry
    who = Who.NAMED if name else Who.SENDER if _MYSELF.search(unit.folded) else Who.UNNAMED
    return Actor(who, 0, len(unit.text), name), whole(unit)
