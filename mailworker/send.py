"""send: outbox row to the submission server.

At least once: the attempt is counted before the wire is touched, the Message-ID is fixed, and a worker that is killed
between the server's 250 and our commit sends the same octets again. 4yz and lost connections are transient, 5yz is
permanent (RFC 5321 4.2.1); what is still transient at the give-up time is `expired`, and staff see it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session, sessionmaker

from mailworker import maillog
from mailworker.domain import retry
from mailworker.domain.states import NoticeState
from mailworker.errors import LoginRefused, ServerUnreachable
from mailworker.smtp import Answer, AnswerKind, Submission
from mailworker.store import outbox
from mailworker.store.outbox import Claimed, ServerAnswer


@dataclass(frozen=True, slots=True)
class Delivery:
    """`envelope_sender` is the reverse-path (RFC 5321 2.3.1), so that bounces come back to the mailbox.

    `give_up_after` is the age at which a notice that is still refused for the moment expires.
    """

    envelope_sender: str
    give_up_after: timedelta


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of the notices that were due."""

    sent: int = 0
    deferred: int = 0
    refused: int = 0
    expired: int = 0

    def __add__(self, other: "Sent") -> "Sent":
        return Sent(
            self.sent + other.sent,
            self.deferred + other.deferred,
            self.refused + other.refused,
            self.expired + other.expired,
        )


def send(
    submission: Submission,
    sessions: sessionmaker[Session],
    delivery: Delivery,
    clock: Callable[[], datetime],
    stopping: Callable[[], bool] = lambda: False,
) -> Sent:
    """Submits every notice that is due, the oldest first, each recipient in a transaction of its own.

    ServerUnreachable or LoginRefused when the server cannot be used: what was claimed is due again a little later.
    """
    total = Sent()
    while not stopping():
        with sessions.begin() as session:
            claimed = outbox.claim(session, clock())
        if not claimed:
            break
        total += _submit_all(claimed, submission, sessions, delivery, clock=clock, stopping=stopping)
    return total


def _submit_all(
    claimed: list[Claimed],
    submission: Submission,
    sessions: sessionmaker[Session],
    delivery: Delivery,
    *,
    clock: Callable[[], datetime],
    stopping: Callable[[], bool],
) -> Sent:
    total = Sent()
    for number, notice in enumerate(claimed):
        if stopping():
            _give_back(sessions, claimed[number:])
            break
        try:
            answer = submission.submit(delivery.envelope_sender, notice.recipient, notice.content)
        except (ServerUnreachable, LoginRefused):
            # Nothing went over the wire, so nothing counts as an attempt; but a notice's age does.
            _expire(sessions, claimed[number:], delivery, clock())
            raise
        total += _record(sessions, notice, answer, delivery, clock())
    return total


def _record(
    sessions: sessionmaker[Session], notice: Claimed, answer: Answer, delivery: Delivery, now: datetime
) -> Sent:
    said = ServerAnswer(answer.code, answer.text)
    with sessions.begin() as session:
        match answer.kind:
            case AnswerKind.ACCEPTED:
                state, result = NoticeState.SENT, Sent(sent=1)
            case AnswerKind.PERMANENT:
                state, result = NoticeState.REFUSED, Sent(refused=1)
            case AnswerKind.TRANSIENT if now - notice.owed_at >= delivery.give_up_after:
                state, result = NoticeState.EXPIRED, Sent(expired=1)
            case AnswerKind.TRANSIENT:
                state, result = NoticeState.QUEUED, Sent(deferred=1)
        if state is NoticeState.QUEUED:
            outbox.defer(session, notice.id, said, now + retry.delay(notice.attempts, notice.id))
        else:
            outbox.settle(session, notice.id, state, said, now)
    maillog.notice_answered(notice=notice.id, state=state, code=answer.code, attempts=notice.attempts)
    return result


def _give_back(sessions: sessionmaker[Session], claimed: list[Claimed]) -> None:
    with sessions.begin() as session:
        outbox.give_back(session, [notice.id for notice in claimed])


def _expire(sessions: sessionmaker[Session], claimed: list[Claimed], delivery: Delivery, now: datetime) -> None:
    """Gives notices back that could not be tried; those that are too old by now expire."""
    old = [notice for notice in claimed if now - notice.owed_at >= delivery.give_up_after]
    with sessions.begin() as session:
        outbox.give_back(session, [notice.id for notice in claimed])
        for notice in old:
            outbox.settle(session, notice.id, NoticeState.EXPIRED, ServerAnswer(0, "no server could be reached"), now)
    for notice in old:
        maillog.notice_answered(notice=notice.id, state=NoticeState.EXPIRED, code=0, attempts=notice.attempts)
