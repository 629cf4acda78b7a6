"""From wishes to requests: names and organisations filled in, evidence for each value, one request for each person."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mailworker.domain.request import Action, Evidence, Missing, Request, Source
from mailworker.reading.choice.choosing import Chosen
from mailworker.reading.context import Context
from mailworker.reading.naming.mention import Polarity, Vagueness
from mailworker.reading.naming.table_names import Vocabulary
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.who.actors import Actor, Who
from mailworker.reading.who.mail_addresses import addresses
from mailworker.reading.who.person_names import key, same_person
from mailworker.reading.who.sender import fuller
from mailworker.reading.whose.speaking_for import Speaker
from mailworker.reading.wish import Span, Wish

_SHOWS_SHAPE_ONLY = 3
"""A name below this sureness is one by its shape."""


def request_of(
    context: Context, wish: Wish, chosen: Chosen, speaker: Speaker
) -> tuple[Request, list[Evidence], tuple[str, ...]]:
    """The request of a wish, what shows its values, and the known names nearest to an unknown organisation."""
    person, shown = _person(context, wish.actor, wish.actor_span, "participant", wish.action)
    newcomer: str | None = None
    if wish.newcomer is not None:
        newcomer, more = _person(context, wish.newcomer, wish.newcomer_span, "replacement", wish.action)
        shown += more
    organisation, known, more = _organisation(wish, speaker)
    shown += more
    tables = _tables(context, wish, chosen)
    first_places = {table: span for table, span in reversed(wish.where) if table in tables}
    shown += [_evidence("tables", table, first_places[table]) for table in tables if table in first_places]
    if wish.cue is not None:
        shown.append(_evidence("action", wish.action.value, wish.cue))
    near = context.directory.nearest(organisation) if organisation and not known else ()
    address = wish.address or _address(context, newcomer if wish.newcomer is not None else person)
    return Request(wish.action, person, organisation, tables, newcomer, address), shown, near


def _organisation(wish: Wish, speaker: Speaker) -> tuple[str | None, bool, list[Evidence]]:
    """The organisation of one line where the lines name several, else the one that the mail speaks for."""
    own = wish.organisation
    if own is not None and (speaker.several or own[0] == speaker.name):
        name, span, known = own
        return name, known, [_evidence("organisation", name, span)]
    return speaker.name, speaker.known, [speaker.evidence] if speaker.evidence is not None else []


def _tables(context: Context, wish: Wish, chosen: Chosen) -> tuple[str, ...]:
    """The tables of a wish; a cancellation that names none at all gives all of them back."""
    cancels = wish.action is Action.CANCEL
    tables = context.words.in_order(wish.tables or (_said_no_to(context) if cancels else frozenset()))
    if chosen.vague is not None:
        named_beside = chosen.vague in (Vagueness.SOME, Vagueness.ORDER, Vagueness.UNKNOWN)
        return tables if named_beside else ()
    return context.words.ids if cancels and not tables and not _names_table(context) else tables


def _said_no_to(context: Context) -> set[str]:
    """'Ik neem toch niet deel aan grondwater': what a cancellation says no to is what it gives back."""
    cancelling = [one for one in context.said if one.intent.cancel]
    return {i for one in cancelling for m in one.tables.mentions if m.polarity is Polarity.NO for i in m.ids}


def _names_table(context: Context) -> bool:
    """Whether the mail names a table at all, or one of several: then a cancellation is not one of all."""
    mentions = [m for one in (*context.said, context.subject) for m in one.tables.mentions]
    return any(m.is_clear and not m.every for m in mentions) or _CANCEL_ONE.search(context.own) is not None


_CANCEL_ONE = re.compile(
    r"\b"
    + any_of(r"""
eentje | een (?:ervan|van (?:de|mijn|onze)) | 1 van | one of | een tafel | eentje minder | een inschrijving
er (?:een|1|twee|2) (?:\w+ )?(?:laten|schrappen|afvallen|weg|minder|te veel|van)
sommige | (?<!geen )enkele
""")
    + r"\b"
)


def _evidence(field: str, value: str, span: Span, certainty: float = 1.0) -> Evidence:
    unit = span.unit
    text = unit.text[span.start : span.end]
    return Evidence(field, value, unit.source, text, unit.at(span.start), unit.at(span.end), certainty)


def _person(
    context: Context, actor: Actor | None, span: Span | None, field: str, action: Action
) -> tuple[str | None, list[Evidence]]:
    """The name of who is meant: the one that stands there, or the sender's."""
    sender = context.sender
    if actor is not None and actor.who is Who.NAMED and actor.name is not None:
        name = actor.name
        if sender.name is not None and same_person(name, sender.name):
            name = fuller(name, sender.name)
        certainty = 1.0 if actor.sure >= _SHOWS_SHAPE_ONLY else 0.9
        return name, [_evidence(field, name, span, certainty)] if span is not None else []
    if actor is not None and actor.who is Who.UNNAMED:
        return None, []
    if actor is None and action is not Action.CANCEL and _is_open(context):
        return None, []
    if sender.name is None or (sender.disputed and not _signs_for_itself(context, actor)):
        return None, []
    # "Ik" in the sender's own words, where that is who the wish is for: a name that only stands under it says less.
    said = [_evidence(field, sender.name, span)] if actor is not None and span is not None else []
    return sender.name, [
        *said,
        Evidence(field, sender.name, sender.source, sender.text, sender.start, sender.end, 0.95),
    ]


def _is_open(context: Context) -> bool:
    """Whether the mail says that it is not known yet who comes."""
    return any(one.intent.undecided and not one.intent.asks for one in context.said)


def _signs_for_itself(context: Context, actor: Actor | None) -> bool:
    """Whether who signs, and is not who the From header names, speaks of taking part themselves."""
    return context.sender.source is not Source.FROM and actor is not None and actor.who is Who.SENDER


def _address(context: Context, person: str | None) -> str | None:
    """The mail address that the text gives for a person: one whose local part holds the surname."""
    words = key(person) if person is not None else ()
    if not words:
        return None
    sender = context.inbound.sender
    for address in addresses(context.letter.own):
        local = re.sub(r"[^a-z]", "", address.partition("@")[0].lower())
        is_senders = sender is not None and address.lower() == sender.address.lower()
        if not is_senders and all(word in local for word in words if len(word) > 3):
            return _as_written(context, address)
    return None


def _as_written(context: Context, address: str) -> str:
    for unit in context.letter.units:
        at = unit.folded.find(address)
        if at >= 0:
            return unit.text[at : at + len(address)]
    return address


def merged_requests(requests: Sequence[Request], words: Vocabulary) -> list[Request]:
    """One request for each action and person."""
    out: list[Request] = []
    for request in requests:
        number = next((n for n, other in enumerate(out) if _is_same(other, request)), None)
        if number is None:
            out.append(request)
            continue
        other = out[number]
        out[number] = replace(
            other,
            tables=words.in_order({*other.tables, *request.tables}),
            participant_address=other.participant_address or request.participant_address,
        )
    # Two wishes for nobody in particular at nothing in particular are one.
    says = [r for r in out if r.participant or r.tables or r.organisation is None]
    return list(dict.fromkeys(says or out[:1]))


def _is_same(one: Request, other: Request) -> bool:
    return one.participant is not None and (
        (one.action, one.participant, one.organisation, one.replacement)
        == (other.action, other.participant, other.organisation, other.replacement)
    )


def clash(requests: Sequence[Request]) -> bool:
    """Whether somebody is put at a table and taken from it at once."""
    taken = {(r.participant, t) for r in requests if r.action is Action.REGISTER for t in r.tables}
    given = {(r.participant, t) for r in requests if r.action is Action.CANCEL for t in r.tables}
    return bool(taken & given)


_VERBS = {Action.REGISTER: "registers", Action.CANCEL: "cancels", Action.REPLACE: "replaces"}


def why_of(requests: Sequence[Request], missing: Sequence[Missing]) -> str:
    """One sentence for staff: what the mail asks and what it leaves open."""
    sentence = "The mail " + "; ".join(_said(request) for request in requests)
    if missing:
        sentence += "; missing: " + ", ".join(dict.fromkeys(fact.value for fact in missing))
    return sentence + "."


def _said(request: Request) -> str:
    who = request.participant or "somebody"
    by = f" by {request.replacement or 'somebody'}" if request.action is Action.REPLACE else ""
    whose = request.organisation or "no organisation that we know"
    tables = ", ".join(request.tables) or "no table that we know"
    return f"{_VERBS[request.action]} {who}{by} of {whose} for {tables}"
