"""remind: an open question without an answer to one reminder, and then to staff.

An answer that comes later still completes what was asked: only who looks after it changes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session, sessionmaker

from mailworker import maillog
from mailworker.case import Desk
from mailworker.domain import answer, conversation
from mailworker.domain.states import MessageState
from mailworker.message.inbound import parse
from mailworker.stationery import Stationery
from mailworker.store import conversations, inbox
from mailworker.store.schema import ConversationRow, MessageRow


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many were reminded, and how many were given to staff."""

    reminded: int = 0
    held: int = 0


def remind(
    sessions: sessionmaker[Session],
    desk: Desk,
    after: timedelta,
    clock: Callable[[], datetime],
    stopping: Callable[[], bool] = lambda: False,
) -> Reminded:
    """Reminds, once, everybody who left our question open for that long; the same time later staff take over."""
    reminded = held = 0
    while not stopping():
        now = clock()
        with sessions.begin() as session:
            row = inbox.unanswered(session, now - after)
            if row is None:
                break
            talk = session.get_one(ConversationRow, row.conversation_id)
            if talk.reminded_at is None and talk.pending:
                _remind(session, row, talk, desk.stationery, now)
                reminded += 1
            else:
                row.state, row.settled_at = MessageState.HELD, now
                row.why = conversation.NO_ANSWER
                desk.tell_staff(session, row, now)
                held += 1
            settled = row.id, MessageState(row.state)
        maillog.message_settled(message=settled[0], state=settled[1])
    return Reminded(reminded, held)


def _remind(session: Session, row: MessageRow, talk: ConversationRow, stationery: Stationery, now: datetime) -> None:
    thread = answer.Thread(talk.address, talk.token, row.subject, "")
    notice = answer.reminder(conversations.pending(talk), thread)
    theirs = parse(inbox.raw(session, row.id))
    stationery.owe(session, notice, because_of=row, talk=talk, now=now, answers=theirs, capped=False)
    talk.reminded_at = now
