"""The facts of a digest as the ledger has them: what happened between two events, and what waits now. Never commits."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mailworker.domain.digest import Awaiting, Completeness, Health, Held, Ruled, Undelivered, Withheld
from mailworker.domain.happenings import Happening
from mailworker.domain.request import Action, Request
from mailworker.domain.states import MessageState, NoticeState
from mailworker.message import outgoing
from mailworker.store import conversations, inbox
from mailworker.store import held as stored
from mailworker.store.digests import Cut
from mailworker.store.schema import (
    ConversationRow,
    EventRow,
    MailboxRow,
    MessageRow,
    NoticeRow,
    OrganisationRow,
    RegistrationRow,
)

_REFUSALS = {"decline", "refused"}
_LOST = {NoticeState.REFUSED, NoticeState.EXPIRED, NoticeState.BOUNCED}


@dataclass(slots=True)
class Trail:
    """The events between two ids, by what they are about; none is left out."""

    happenings: list[Happening] = field(default_factory=list)
    undelivered: list[Undelivered] = field(default_factory=list)
    ruled: list[Ruled] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Arrival:
    """An organisation whose first registration was made between two events."""

    name: str
    message: int | None
    registrations: int


def trail(session: Session, events: Cut) -> Trail:
    """What the audit trail says between two events, in its order."""
    statement = (
        select(EventRow, RegistrationRow, OrganisationRow.name, MessageRow, NoticeRow)
        .outerjoin(RegistrationRow, EventRow.registration_id == RegistrationRow.id)
        .outerjoin(OrganisationRow, RegistrationRow.organisation_id == OrganisationRow.id)
        .outerjoin(MessageRow, EventRow.message_row == MessageRow.id)
        .outerjoin(NoticeRow, EventRow.notice_id == NoticeRow.id)
        .where(EventRow.id > events.after, EventRow.id <= events.up_to)
        .order_by(EventRow.id)
    )
    found = Trail()
    rows: Iterable[Any] = session.execute(statement)
    for event, registration, organisation, message, notice in rows:
        if registration is not None:
            found.happenings.append(_registered(event, registration, organisation))
        elif notice is not None and event.what in _LOST:
            found.undelivered.append(_undelivered(event, notice))
        elif notice is None and event.what in _REFUSALS:
            found.happenings += _refused(event, message)
        else:
            found.ruled.append(Ruled(event.message_row, event.what, event.rule, event.at))
    return found


def arrivals(session: Session, events: Cut) -> list[Arrival]:
    """The organisations that registered for the first time between two events, in that order."""
    first = func.min(EventRow.id)
    statement = (
        select(OrganisationRow.name, first, func.count(func.distinct(RegistrationRow.id)))
        .join(RegistrationRow, RegistrationRow.organisation_id == OrganisationRow.id)
        .join(EventRow, EventRow.registration_id == RegistrationRow.id)
        .group_by(OrganisationRow.id, OrganisationRow.name)
        .having(first > events.after, first <= events.up_to)
        .order_by(first)
    )
    return [
        Arrival(name, session.get_one(EventRow, event).message_row, registrations)
        for name, event, registrations in session.execute(statement)
    ]


def held(session: Session) -> list[Held]:
    """The mails that staff decide about, the oldest first."""
    return [_held(row) for row in _messages(session, MessageRow.state == MessageState.HELD)]


def questions(session: Session) -> list[Held]:
    """The mails that were handled and also asked something that staff have not answered yet, the oldest first."""
    return [_held(row, handled=True) for row in stored.questions(session)]


def withheld(session: Session) -> list[Withheld]:
    """The notices that staff release, the oldest first."""
    statement = select(NoticeRow).where(NoticeRow.state == NoticeState.WITHHELD).order_by(NoticeRow.id)
    return [
        Withheld(row.id, row.kind, row.recipient, row.owed_at, outgoing.text_of(row.content).partition("\n")[0].strip())
        for row in session.scalars(statement)
    ]


def awaiting(session: Session) -> list[Awaiting]:
    """The conversations in which an answer is owed to us, the oldest question first."""
    latest = (
        select(func.max(MessageRow.id).label("id"), MessageRow.conversation_id)
        .where(MessageRow.state == MessageState.ASKED)
        .group_by(MessageRow.conversation_id)
        .subquery()
    )
    statement = select(ConversationRow, latest.c.id).join(latest, latest.c.conversation_id == ConversationRow.id)
    return [
        Awaiting(number, talk.address, conversations.pending(talk), talk.asked_at or talk.opened_at, talk.reminded_at)
        for talk, number in session.execute(statement.order_by(ConversationRow.asked_at, ConversationRow.id))
    ]


def health(session: Session) -> Health:
    """How the machine does."""
    waits = MessageRow.state == MessageState.RECEIVED
    unhandled, unhandled_since = session.execute(
        select(func.count(), func.min(MessageRow.stored_at)).where(waits)
    ).one()
    queued, queued_since = session.execute(
        select(func.count(), func.min(NoticeRow.owed_at)).where(NoticeRow.state == NoticeState.QUEUED)
    ).one()
    return Health(
        polled_at=session.execute(select(func.max(MailboxRow.polled_at))).scalar_one(),
        unhandled=unhandled,
        unhandled_since=unhandled_since,
        queued=queued,
        queued_since=queued_since,
        failed=tuple(row.id for row in _messages(session, MessageRow.state == MessageState.FAILED)),
    )


def completeness(session: Session, told_before: int) -> Completeness:
    """Where every mail is that ever came in; `told_before` of them were there at the last digest."""
    received = session.execute(select(func.count()).select_from(MessageRow)).scalar_one()
    return Completeness(received, received - told_before, inbox.counts(session))


def _messages(session: Session, *conditions: Any) -> Iterator[MessageRow]:
    yield from session.scalars(select(MessageRow).where(*conditions).order_by(MessageRow.id))


def _held(row: MessageRow, *, handled: bool = False) -> Held:
    requests = () if handled else _requests(row)
    return Held(
        number=row.id,
        sender=row.sender,
        subject=row.subject,
        received_at=row.received_at,
        rule=row.rule,
        why=row.why,
        question=row.staff_question,
        requests=requests,
        handled=handled,
    )


def _requests(row: MessageRow) -> tuple[Request, ...]:
    """What was read in a message, as `explain --json` has it."""
    return tuple(_request(values) for values in (row.reading or {}).get("requests", ()))


def _request(values: Mapping[str, Any]) -> Request:
    return Request(
        action=Action(values["action"]),
        participant=values.get("participant"),
        organisation=values.get("organisation"),
        tables=tuple(values.get("tables") or ()),
        replacement=values.get("replacement"),
    )


def _registered(event: EventRow, registration: RegistrationRow, organisation: str) -> Happening:
    evidence = event.evidence or {}
    return Happening(
        id=event.id,
        at=event.at,
        what=event.what,
        rule=event.rule,
        message=event.message_row,
        table=registration.table_id,
        participant=registration.participant,
        organisation=organisation,
        asked_by=str(evidence.get("asked_by", "")),
        formerly=str(evidence.get("from", "")),
    )


def _undelivered(event: EventRow, notice: NoticeRow) -> Undelivered:
    state = NoticeState(event.what)
    return Undelivered(
        number=notice.id,
        kind=notice.kind,
        recipient=notice.recipient,
        state=state,
        now=NoticeState(notice.state),
        # A mail that came back was taken over first: its code says nothing of why.
        code=None if state is NoticeState.BOUNCED else notice.answer_code,
        at=event.at,
    )


def _refused(event: EventRow, message: MessageRow | None) -> Iterator[Happening]:
    """What was said no to: by its own evidence, else by what was read in the mail, a line for each person and table."""
    asked_by = message.sender if message is not None else ""
    note = str((message.instruction or {}).get("reason", "")) if message is not None else ""
    given = event.evidence or {}
    requests = (_request({"action": Action.REGISTER, **given, "tables": [given["table"]]}),) if "table" in given else ()
    for request in requests or (_requests(message) if message is not None else ()) or (Request(Action.REGISTER),):
        for table in request.tables or ("",):
            yield Happening(
                id=event.id,
                at=event.at,
                what=event.what,
                rule=event.rule,
                message=event.message_row,
                table=table,
                participant=request.participant or "",
                organisation=request.organisation or "",
                asked_by=asked_by,
                note=note,
            )
