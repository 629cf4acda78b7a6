"""What a person must decide, and what they decided. Takes a session, never commits."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from mailworker.domain.instruction import Instruction, Ruling, to_values
from mailworker.domain.notice import NoticeKind
from mailworker.domain.states import MessageState, NoticeState
from mailworker.store.schema import EventRow, MessageRow, NoticeRow

_DONE = (MessageState.HANDLED, MessageState.ASKED)


@dataclass(frozen=True, slots=True)
class Held:
    """A message that waits for staff: `number` is the one they answer with, `reading` what was understood."""

    number: int
    sender: str
    subject: str
    received_at: datetime
    why: str
    rule: str
    reading: Mapping[str, Any]


class Instructed(StrEnum):
    """What became of an instruction."""

    DONE = "done"
    UNKNOWN = "unknown"
    """No message has that number."""
    NOT_HELD = "not held"
    """Somebody decided before, or it never was held."""


def listing(session: Session) -> list[Held]:
    """All that is held, the oldest first."""
    rows = session.scalars(select(MessageRow).where(MessageRow.state == MessageState.HELD).order_by(MessageRow.id))
    return [
        Held(row.id, row.sender, row.subject, row.received_at, row.why, row.rule, row.reading or {}) for row in rows
    ]


def has_open_question(row: MessageRow) -> bool:
    """Whether a message was handled and also asked something, until staff say that it is answered.

    Who was declined has the reason for an answer.
    """
    declined = row.instruction is not None and row.instruction["ruling"] == Ruling.DECLINE
    return row.staff_question and row.state in _DONE and not declined


def questions(session: Session) -> list[MessageRow]:
    """The messages that were handled and whose question is open, the oldest first."""
    asked = select(MessageRow).where(MessageRow.staff_question, MessageRow.state.in_(_DONE)).order_by(MessageRow.id)
    return [row for row in session.scalars(asked) if has_open_question(row)]


def lock(session: Session, numbers: Collection[int]) -> None:
    """Nobody else decides about these messages until the transaction ends; taken in one order by everybody."""
    session.execute(
        select(MessageRow.id).where(MessageRow.id.in_(numbers)).order_by(MessageRow.id).with_for_update()
    ).all()


def instruct(session: Session, number: int, instruction: Instruction, now: datetime) -> Instructed:
    """Writes a decision down; the message is due at once to be handled by it, or dismissed for good.

    To dismiss one that was handled says that its question is answered, and changes nothing else about it.
    Once: who decides second is told that it is not held any more.
    """
    row = session.scalars(select(MessageRow).where(MessageRow.id == number).with_for_update()).one_or_none()
    if row is None:
        return Instructed.UNKNOWN
    closes = instruction.ruling is Ruling.DISMISS and has_open_question(row)
    if row.state != MessageState.HELD and not closes:
        return Instructed.NOT_HELD
    rule = instruction.by[:100]
    session.add(EventRow(at=now, message_row=row.id, what=instruction.ruling.value, rule=rule, evidence=None))
    if closes:
        row.staff_question = False
        return Instructed.DONE
    row.instruction = to_values(instruction)
    row.decisions += 1
    if instruction.ruling is Ruling.DISMISS:
        row.state, row.settled_at, row.rule = MessageState.IGNORED, now, "staff: dismiss"
    else:
        row.state, row.due_at, row.attempts, row.claimed_until = MessageState.RECEIVED, now, 0, None
    _take_back_review(session, row.id)
    return Instructed.DONE


def _take_back_review(session: Session, message_row: int) -> None:
    """What still waits to be let go and only says that a colleague will look is no longer true once one did."""
    session.execute(
        delete(NoticeRow).where(
            NoticeRow.message_row == message_row,
            NoticeRow.kind == NoticeKind.REVIEW,
            NoticeRow.state == NoticeState.WITHHELD,
            NoticeRow.reports_change.is_(False),
        )
    )


def replay(session: Session, number: int, now: datetime) -> Instructed:
    """Puts a message that failed, is held or was ignored back to be handled afresh by the rules of today."""
    row = session.scalars(select(MessageRow).where(MessageRow.id == number).with_for_update()).one_or_none()
    if row is None:
        return Instructed.UNKNOWN
    if row.state not in {MessageState.FAILED, MessageState.HELD, MessageState.IGNORED}:
        return Instructed.NOT_HELD
    row.state, row.due_at, row.attempts, row.claimed_until = MessageState.RECEIVED, now, 0, None
    row.instruction, row.error = None, ""
    session.add(EventRow(at=now, message_row=row.id, what="replay", rule="", evidence=None))
    return Instructed.DONE


def failed(session: Session) -> list[int]:
    """The numbers of the messages that failed."""
    statement = select(MessageRow.id).where(MessageRow.state == MessageState.FAILED).order_by(MessageRow.id)
    return list(session.scalars(statement))
