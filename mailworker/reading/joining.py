"""People of one sentence and tables of another, put together where there is only one way to do it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mailworker.domain.request import Action
from mailworker.reading.context import Context
from mailworker.reading.who.actors import Who
from mailworker.reading.who.person_names import same_person
from mailworker.reading.wish import WHO_GOES_WHERE, Doubt, Wish, different


def joined(context: Context, wishes: Sequence[Wish]) -> list[Wish] | Doubt:
    """The wishes with people and tables together, or what stands in the way."""
    whole = _without_general([w for w in wishes if w.actor is not None and w.tables])
    tables = [w for w in wishes if w.actor is None and w.tables]
    people = [w for w in wishes if w.actor is not None and not w.tables]
    volunteer = _volunteer(whole, people)
    if volunteer is not None:
        return [w.of(volunteer.actor, volunteer.actor_span) for w in whole]
    if tables:
        return _tables_for(context, whole, tables, people)
    if not people:
        return whole or [w for w in wishes if w.actor is None and not w.tables]
    if not whole:
        return people
    return _extra_people(context, whole, people)


def _volunteer(whole: Sequence[Wish], people: Sequence[Wish]) -> Wish | None:
    """'Iemand van ons moet daarbij zijn. Ik stel me beschikbaar': the writer is that somebody."""
    if not whole or any(w.who is not Who.UNNAMED for w in whole):
        return None
    return people[0] if people and all(w.who is Who.SENDER for w in people) else None


def _tables_for(
    context: Context, whole: Sequence[Wish], tables: Sequence[Wish], people: Sequence[Wish]
) -> list[Wish] | Doubt:
    """Tables that no sentence gives to anybody, for the people of the mail."""
    chosen = [w for w in people if w.who is Who.NAMED] or [w for w in people if w.who is Who.UNNAMED] or list(people)
    out = list(whole)
    if not chosen:
        before = different(whole)
        if len(before) > 1:
            return Doubt("who goes where", "The mail names several people, and a table that goes with none of them.")
        return out + ([w.of(before[0].actor, before[0].actor_span) for w in tables] if before else list(tables))
    every = any(len(w.tables) == len(context.words.ids) for w in tables)
    if len(different(chosen)) > 1 and len({table for w in tables for table in w.tables}) > 1 and not every:
        return WHO_GOES_WHERE
    for wish in tables:
        fitting = [p for p in chosen if p.action is wish.action] or chosen
        out += [
            replace(wish, actor=p.actor, actor_span=p.actor_span, organisation=p.organisation or wish.organisation)
            for p in different(fitting)
        ]
    return out


_ALSO = re.compile(r"\b(?:ook|nog|daarnaast|zelf|also)\b")


def _without_general(wishes: Sequence[Wish]) -> list[Wish]:
    """Without "wij willen bij elke tafel iemand" where a later sentence says who comes to those tables."""
    return [wish for number, wish in enumerate(wishes) if not _is_explained(wish, wishes[number + 1 :])]


def _is_explained(wish: Wish, following: Sequence[Wish]) -> bool:
    if wish.who is not Who.UNNAMED or wish.action is not Action.REGISTER:
        return False
    later = [w for w in following if w.cue != wish.cue and w.who in (Who.NAMED, Who.SENDER)]
    if any(w.cue is not None and _ALSO.search(w.cue.unit.folded) for w in later):
        return False
    return wish.tables <= {table for w in later for table in w.tables}


def _extra_people(context: Context, whole: Sequence[Wish], people: Sequence[Wish]) -> list[Wish] | Doubt:
    """People without tables beside complete wishes: the same people again, or somebody whose tables are open."""
    out = list(whole)
    for wish in people:
        actor = wish.actor
        if actor is None or actor.who is not Who.NAMED or any(same_person(w.name, wish.name) for w in out if w.name):
            continue
        if all(w.who is Who.UNNAMED for w in out):
            out = [w.of(actor, wish.actor_span) for w in out]
        elif context.sender.name is not None and same_person(wish.name, context.sender.name):
            out = [w.of(actor, wish.actor_span) if w.who is Who.SENDER else w for w in out]
        elif all(w.who is Who.SENDER for w in out) and not any(one.intent.idem for one in context.said):
            return Doubt(
                "who takes part", "The mail names a person beside its writer; who of them takes part is not clear."
            )
        else:
            return Doubt("who goes where", "The mail names a person without saying at which table.")
    return out
