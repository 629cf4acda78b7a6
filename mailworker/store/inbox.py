"""Messages that came in: receipt, claims, outcomes. Takes a session, never commits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, exists, func, or_, select, update
from sqlalchemy.orm import Session, aliased

from mailworker.domain import retry
from mailworker.domain.conversation import NO_ANSWER, STILL_INCOMPLETE
from mailworker.domain.instruction import Instruction, to_values
from mailworker.domain.states import MessageState
from mailworker.store.schema import ConversationRow, MailboxRow, MessageRow, RawRow, ReceiptRow
from mailworker.store.uniqueness import insert_if_new

CLAIM_FOR = timedelta(minutes=10)
"""How long a claim holds: a worker that is killed gives its messages back by this much time passing."""
FIRST_CLAIM = 20
"""How many fresh messages one claim takes. Those that failed before are claimed alone, so that one which kills its
worker cannot use up its neighbours' attempts."""
MAX_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a server handed over: `content` may be cut at the size limit, `size` is what stands on the server.

    `message_id` and `digest` say which mail it is, `sha256` which octets; `received_at` is the INTERNALDATE.
    """

    uid: int
    content: bytes
    size: int
    received_at: datetime
    message_id: str
    digest: str
    sha256: str


def mailbox(session: Session, name: str, uidvalidity: int) -> MailboxRow:
    """The row of a folder, under that UIDVALIDITY: when it changed, the watermark starts again at 0."""
    insert_if_new(session, MailboxRow, {"name": name, "uidvalidity": uidvalidity, "last_uid": 0})
    row = session.scalars(select(MailboxRow).where(MailboxRow.name == name).with_for_update()).one()
    if row.uidvalidity != uidvalidity:
        row.uidvalidity, row.last_uid = uidvalidity, 0
    return row


def store(session: Session, box: MailboxRow, delivery: Delivery, now: datetime, *, silent: bool = False) -> bool:
    """Writes a delivery down and moves the watermark; says whether the mail is one that was not here before.

    Because of a new one that is `silent` nobody gets mail.
    """
    message = {
        "message_id": delivery.message_id,
        "digest": delivery.digest,
        "size": delivery.size,
        "stored": len(delivery.content),
        "received_at": delivery.received_at,
        "stored_at": now,
        "state": MessageState.RECEIVED,
        "due_at": now,
        "silent": silent,
    }
    new_id = insert_if_new(session, MessageRow, message)
    if new_id is not None:
        session.add(RawRow(message_row=new_id, content=delivery.content))
        session.flush()
    message_row = (
        new_id
        or session.scalars(
            select(MessageRow.id).where(
                MessageRow.message_id == delivery.message_id, MessageRow.digest == delivery.digest
            )
        ).one()
    )
    receipt = {
        "mailbox_id": box.id,
        "uidvalidity": box.uidvalidity,
        "uid": delivery.uid,
        "message_row": message_row,
        "sha256": delivery.sha256,
        "stored_at": now,
    }
    insert_if_new(session, ReceiptRow, receipt)
    box.last_uid = max(box.last_uid, delivery.uid)
    return new_id is not None


def store_by_hand(session: Session, delivery: Delivery, instruction: Instruction, now: datetime) -> int:
    """Writes down what somebody enters by hand: a message that no mailbox delivered, to be handled by instruction."""
    row = MessageRow(
        message_id=delivery.message_id,
        digest=delivery.digest,
        size=delivery.size,
        stored=len(delivery.content),
        received_at=now,
        stored_at=now,
        due_at=now,
        instruction=to_values(instruction),
    )
    session.add(row)
    session.flush()
    session.add(RawRow(message_row=row.id, content=delivery.content))
    return row.id


def claim(session: Session, now: datetime) -> list[int]:
    """Takes the oldest due messages for this worker, and counts the attempt; their ids, oldest first.

    On PostgreSQL rows that another worker is claiming are skipped; SQLite has one writer at a time anyway.
    """
    due = (
        select(MessageRow)
        .where(
            MessageRow.state == MessageState.RECEIVED,
            MessageRow.due_at <= now,
            or_(MessageRow.claimed_until.is_(None), MessageRow.claimed_until < now),
        )
        .order_by(MessageRow.id)
        .limit(FIRST_CLAIM)
        .with_for_update(skip_locked=True)
    )
    rows = []
    for row in session.scalars(due):
        if row.attempts < MAX_ATTEMPTS:
            rows.append(row)
        else:  # every attempt ended with the end of its worker, so nobody was left to note it
            row.state, row.settled_at, row.claimed_until = MessageState.FAILED, now, None
            row.error = row.error or "the worker ended while it handled this message"
    fresh = [row for row in rows if row.attempts == 0]
    taken = fresh if rows and rows[0].attempts == 0 else rows[:1]
    for row in taken:
        row.claimed_until = now + CLAIM_FOR
        row.attempts += 1
    return [row.id for row in taken]


def raw(session: Session, message_row: int) -> bytes:
    """The stored octets of a message."""
    return session.scalars(select(RawRow.content).where(RawRow.message_row == message_row)).one()


def find(session: Session, message_row: int) -> MessageRow | None:
    """The row of that number."""
    return session.get(MessageRow, message_row)


def still_claimed(session: Session, message_row: int) -> MessageRow | None:
    """The row, locked, when it still waits to be handled; None when another worker settled it meanwhile."""
    statement = select(MessageRow).where(MessageRow.id == message_row).with_for_update()
    row = session.scalars(statement).one_or_none()
    return row if row is not None and row.state == MessageState.RECEIVED else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a message ends: its state, the rule and the sentence for staff, and what was read in it."""

    state: MessageState
    rule: str
    why: str
    staff_question: bool = False
    reading: dict[str, Any] | None = None
    conversation_id: int | None = None


def settle(row: MessageRow, outcome: Outcome, now: datetime) -> None:
    """Writes a message's outcome, and lets its claim go."""
    row.state, row.rule, row.why = outcome.state, outcome.rule, outcome.why
    row.staff_question, row.reading = outcome.staff_question, outcome.reading
    row.conversation_id = outcome.conversation_id
    row.claimed_until, row.settled_at, row.error = None, now, ""


def postpone(session: Session, message_row: int, error: str, now: datetime) -> MessageState:
    """After an attempt that raised: due again later, or `failed` when it was the last."""
    row = session.scalars(select(MessageRow).where(MessageRow.id == message_row).with_for_update()).one()
    if row.state == MessageState.RECEIVED:
        row.error, row.claimed_until = error[:2000], None
        row.due_at = now + retry.delay(row.attempts, row.id)
        if row.attempts >= MAX_ATTEMPTS:
            row.state, row.settled_at = MessageState.FAILED, now
    return MessageState(row.state)


def wrote_to_us(session: Session, address: str, *, before: int | None = None) -> bool:
    """Whether a mail from this address was handled, before that message where one is named."""
    handled = (MessageState.HANDLED, MessageState.ASKED)
    statement = select(MessageRow.id).where(
        func.lower(MessageRow.sender) == address.lower(), MessageRow.state.in_(handled)
    )
    if before is not None:
        statement = statement.where(MessageRow.id < before)
    return session.scalars(statement.limit(1)).first() is not None


def answered(session: Session, conversation_id: int, why: str) -> None:
    """The messages of a conversation that waited for an answer wait no longer, not even for staff, for that reason."""
    asked = MessageRow.state == MessageState.ASKED
    late = and_(MessageRow.state == MessageState.HELD, MessageRow.why.in_((NO_ANSWER, STILL_INCOMPLETE)))
    session.execute(
        update(MessageRow)
        .where(MessageRow.conversation_id == conversation_id, or_(asked, late))
        .values(state=MessageState.HANDLED, why=why)
    )


def unanswered(session: Session, since: datetime) -> MessageRow | None:
    """The oldest message that we asked about, or reminded of, before then without an answer; locked.

    Where an answer came that staff look at, nobody is reminded.
    """
    answer = aliased(MessageRow)
    looked_at = exists().where(
        answer.conversation_id == MessageRow.conversation_id,
        answer.state == MessageState.HELD,
        answer.id > MessageRow.id,
    )
    waits = func.coalesce(ConversationRow.reminded_at, ConversationRow.asked_at)
    statement = (
        select(MessageRow)
        .join(ConversationRow, MessageRow.conversation_id == ConversationRow.id)
        .where(MessageRow.state == MessageState.ASKED, waits <= since, ~looked_at)
        .order_by(MessageRow.id)
        .limit(1)
        .with_for_update(of=MessageRow, skip_locked=True)
    )
    return session.scalars(statement).first()


def counts(session: Session) -> dict[MessageState, int]:
    """How many messages are in each state."""
    rows: Sequence[Any] = session.execute(select(MessageRow.state, func.count()).group_by(MessageRow.state)).all()
    found = {MessageState(state): number for state, number in rows}
    return {state: found.get(state, 0) for state in MessageState}


def release_claims(session: Session, ids: Sequence[int]) -> None:
    """Gives messages back that a worker claimed and will not handle, as if it had not tried."""
    session.execute(
        update(MessageRow)
        .where(MessageRow.id.in_(ids), MessageRow.state == MessageState.RECEIVED)
        .values(claimed_until=None, attempts=MessageRow.attempts - 1)
    )
