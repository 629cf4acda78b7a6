"""What a conversation adds to a mail: the answer to our question completes what we asked about, and what the register
says of the sender completes a change.

Read on its own, "Voor hemelwater" asks for nearly everything; in its thread it is the missing piece. What one mail
says counts; what is filled in here only ever fills a gap, never overrides a word.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from mailworker.domain.organisation import identity
from mailworker.domain.putting_right import is_elsewhere, respelling
from mailworker.domain.registration import Registration, person_key, same_person
from mailworker.domain.request import Action, Missing, Outcome, Reading, Request, Source
from mailworker.domain.spelling import corrects

_T = TypeVar("_T")

LONGEST_NAME = 250
"""Characters of a name that a register can hold and a person can have."""

MAX_ROUNDS = 2
"""How often we ask in one conversation before staff take it over."""

NO_ANSWER = "no answer came to our question, nor to the reminder"
STILL_INCOMPLETE = f"still incomplete after {MAX_ROUNDS} questions"
"""Why staff took over a question; an answer that comes later still closes it."""
_RESPELLED = "they are registered in another spelling: is the name to be put right, or is this another wish?"
_ELSEWHERE = "they are registered for another organisation: is that to be put right, or is this another wish?"
_ANSWERED, _SAID_ANEW = "an answer to our question came", "the sender wrote the whole wish anew"
"""Why a question is no longer open."""


@dataclass(frozen=True, slots=True)
class Intent:
    """What is to be done after one mail: requests that are complete, requests to ask about, or staff (`held`).

    `open` are requests that we asked about before and don't ask again: this mail says nothing of them, or staff take
    them over with what it says.
    `closed` is why a question that was open is no longer, "" where it still is.
    """

    complete: tuple[Request, ...] = ()
    incomplete: tuple[Request, ...] = ()
    held: str = ""
    open: tuple[Request, ...] = ()
    closed: str = ""


def settle(
    reading: Reading,
    pending: Sequence[Request],
    rounds: int,
    own: Sequence[Registration],
    sender_name: str,
    *,
    decided: bool = False,
) -> Intent:
    """Joins what one mail says to what its conversation still lacks and to what the register knows of its sender.

    `pending` are the incomplete requests that we last asked about, `rounds` how often we asked; `own` are the active
    registrations that this sender may change. `decided`: staff looked at the mail and want it done.
    """
    if reading.outcome not in {Outcome.HANDLE, Outcome.ASK}:
        return Intent(held=reading.why or "a person must look")
    if any(len(name) > LONGEST_NAME for request in reading.requests for name in _said(request)):
        return Intent(held="a name is too long to be one")
    known = [registration.participant for registration in own]
    requests, anew = _answered(reading, pending, known, sender_name) if pending else (reading.requests, False)
    requests = tuple(_known(request, own, sender_name) for request in requests)
    complete = tuple(request for request in requests if not request.missing)
    incomplete = tuple(request for request in requests if request.missing)
    if not pending:
        corrected = respelling(requests[0], own) if len(requests) == 1 else None
        if corrected is not None:
            return Intent((corrected,)) if decided else Intent(held=_RESPELLED)
        elsewhere = len(requests) == 1 and not decided and is_elsewhere(requests[0], own)
        return Intent(held=_ELSEWHERE) if elsewhere else Intent(complete, incomplete)
    asked = tuple(request for request in incomplete if request in pending)
    fresh = tuple(request for request in incomplete if request not in pending)
    if fresh and rounds >= MAX_ROUNDS:
        return Intent(complete, held=STILL_INCOMPLETE, open=(*asked, *fresh))
    if not complete and (not fresh or _lacks(incomplete) == _lacks(pending)):
        return Intent(held="the answer does not bring what we asked for")
    closed = "" if asked else _SAID_ANEW if anew else _ANSWERED
    return Intent(complete, fresh, open=asked, closed=closed)


def from_second_address(
    reading: Reading,
    pending: Sequence[Request],
    rounds: int,
    own: Sequence[Registration],
    *,
    sender_name: str,
    asked_at: str,
) -> Intent | None:
    """What an answer completes that the participant sends from another address than the one that we asked at.

    None where it is not the participant's, or does not complete all of it: it then counts as a mail of its own. It only
    ever registers, and the participant hears of it at the address that we asked at, which stays their own.
    """
    if [request.action for request in pending] != [Action.REGISTER] or not _same(sender_name, pending[0].participant):
        return None
    intent = settle(reading, pending, rounds, own, sender_name)
    theirs = [r for r in intent.complete if r.action is Action.REGISTER and _same(sender_name, r.participant)]
    if intent.held or intent.incomplete or intent.open or len(theirs) != 1 or len(intent.complete) != 1:
        return None
    return replace(intent, complete=(replace(theirs[0], participant_address=asked_at),))


def still_open(pending: Sequence[Request], complete: Sequence[Request]) -> tuple[Request, ...]:
    """What we asked about and these requests, which are carried out, do not settle."""
    return tuple(request for request in pending if not _overtaken(request, complete))


def _said(request: Request) -> list[str]:
    return [name for name in (request.participant, request.organisation, request.replacement) if name]


def _lacks(requests: Sequence[Request]) -> list[tuple[Missing, ...]]:
    return sorted(request.missing for request in requests)


def _answered(
    reading: Reading, pending: Sequence[Request], known: Sequence[str], sender_name: str
) -> tuple[tuple[Request, ...], bool]:
    """The pending requests with the gaps that this mail fills, and what the mail asks beside them.

    With it, whether the mail says a whole wish by itself rather than fill a gap.
    A request counts as one beside them when the sender speaks of its participant, or when it is of another kind: a bare
    table in answer to "which table for your colleague?" is about the colleague, though somebody else signs.
    """
    written = _spoken_of(reading, sender_name)
    kinds = {request.action for request in pending}
    beside = [
        request
        for request in reading.requests
        if request.action not in kinds
        or (not request.missing and (_names(request) & written or _differs(request, pending, reading)))
    ]
    if any(not request.missing for request in beside):
        return (*beside, *still_open(pending, beside)), True
    answers = [request for request in reading.requests if request.action in kinds]
    name = _new_name(reading, answers, pending, known)
    completed = [_fill(request, answers, name, alone=len(pending) == 1) for request in pending]
    more = [r for r in answers if r.missing and _names(r) & written and not _covers(r, completed)]
    used = {name for request in completed for name in _names(request)}
    return (*completed, *beside, *(request for request in more if not _names(request) & used)), False


def _written(reading: Reading) -> set[str]:
    """The keys of all names that stand in the sender's own words."""
    return {person_key(e.value) for e in reading.evidence if e.source is Source.OWN}


def _shown(reading: Reading) -> set[str]:
    """The keys of all names of which the reading shows where they stand, if only under the mail or in From."""
    return {person_key(e.value) for e in reading.evidence if e.field in {"participant", "replacement"}}


def _spoken_of(reading: Reading, sender_name: str) -> set[str]:
    """The keys of the names that the sender speaks of: their own one does not count where they only sign with it."""
    wishes = [e.end for e in reading.evidence if e.source is Source.OWN and e.field in {"action", "tables"}]
    last = max(wishes, default=0)
    return {
        person_key(e.value)
        for e in reading.evidence
        if e.source is Source.OWN
        and e.field in {"participant", "replacement"}
        and (not same_person(e.value, sender_name) or not same_person(e.text, e.value) or e.start < last)
    }


def _names(request: Request) -> set[str]:
    return {person_key(name) for name in (request.participant, request.replacement) if name}


def _covers(request: Request, others: Sequence[Request]) -> bool:
    """Whether another request says the same as this one where this one says anything."""
    return any(
        other.action is request.action
        and (not request.tables or set(request.tables) <= set(other.tables))
        and (request.participant is None or _same(request.participant, other.participant))
        and (request.organisation is None or request.organisation == other.organisation)
        for other in others
    )


def _differs(request: Request, pending: Sequence[Request], reading: Reading) -> bool:
    """Whether it says, in so many words or under the mail, another organisation for the person we asked about."""
    says = any(
        e.field == "organisation" and e.value == request.organisation and e.source in {Source.OWN, Source.SIGNATURE}
        for e in reading.evidence
    )
    return says and any(
        asked.organisation is not None
        and identity(asked.organisation) != identity(request.organisation or "")
        and asked.participant is not None
        and _same(asked.participant, request.participant)
        for asked in pending
    )


def _overtaken(request: Request, others: Sequence[Request]) -> bool:
    """Whether the sender says the same anew, or something whole for the same participant."""
    return _covers(request, others) or any(
        request.participant is not None
        and not other.missing
        and other.action is request.action
        and _same(request.participant, other.participant)
        for other in others
    )


def _same(one: str, other: str | None) -> bool:
    return other is not None and same_person(one, other)


def _fill(request: Request, answers: Sequence[Request], name: str | None, *, alone: bool) -> Request:
    """Fills the gaps of one pending request from what the answer says, where it says it once."""
    filled = request
    # A table that the answer names beside what we asked for comes on top: nobody took the first one back.
    if (alone or not filled.tables) and (tables := _only([r.tables for r in answers])):
        filled = replace(filled, tables=tuple(dict.fromkeys((*filled.tables, *tables))))
    if filled.organisation is None and (organisation := _only([r.organisation for r in answers])):
        filled = replace(filled, organisation=organisation)
    if Missing.PARTICIPANT in filled.missing and name is not None:
        if filled.action is Action.REPLACE and filled.participant is not None:
            filled = replace(filled, replacement=name)
        else:
            filled = replace(filled, participant=name)
    return filled


def _new_name(
    reading: Reading, answers: Sequence[Request], pending: Sequence[Request], known: Sequence[str]
) -> str | None:
    """The one name that the answer brings: written by the sender, not merely the one who signs or sends.

    Somebody who answers "I do not know yet" signs that too; so a signature or a From header gives a name only where
    neither the conversation nor the register has a name of theirs.
    """
    names = [name for request in answers for name in (request.participant, request.replacement) if name]
    taken = {name for request in pending for name in (request.participant, request.replacement) if name} | set(known)
    fresh = [name for name in names if not any(same_person(name, other) for other in taken)]
    if taken:
        signs = _shown(reading) - _written(reading)
        fresh = [name for name in fresh if person_key(name) not in signs]
    return _only(fresh)


def _only(values: Sequence[_T | None]) -> _T | None:
    """The value, where all that are given agree on one."""
    given = [value for value in values if value]
    return given[0] if given and all(value == given[0] for value in given) else None


def _known(request: Request, own: Sequence[Registration], sender_name: str) -> Request:
    """Fills the organisation, or the participant, from the sender's registrations, where only one is possible.

    Who is replaced without a word about the table, is replaced at the only one that they have; a name is put right at
    all of them.
    """
    if request.action is Action.REPLACE and not request.tables and request.participant:
        theirs = [r for r in own if r.active and same_person(r.participant, request.participant)]
        tables = tuple(dict.fromkeys(r.table for r in theirs))
        if len(tables) == 1 or corrects(request.participant, request.replacement or ""):
            request = replace(request, tables=tables)
    complete = request.organisation is not None and request.participant is not None
    # Somebody new without a name is somebody else: "a colleague" is never the one who writes.
    if complete or (request.action is Action.REGISTER and request.participant is None):
        return request
    candidates = [r for r in own if r.active]
    if request.participant is not None:
        candidates = [r for r in candidates if same_person(r.participant, request.participant)]
    elif request.organisation is not None:
        candidates = [r for r in candidates if r.organisation == request.organisation]
    if request.action is not Action.REGISTER and request.tables:
        candidates = [r for r in candidates if r.table in request.tables]
    people = {r.participant_key for r in candidates}
    organisations = {r.organisation_key for r in candidates}
    if len(people) != 1 or len(organisations) != 1:
        return request
    participant = request.participant or candidates[0].participant
    if request.action is Action.REGISTER and not same_person(participant, sender_name):
        return request
    return replace(request, participant=participant, organisation=request.organisation or candidates[0].organisation)
