"""Notices that we owe: claims, answers of the server, counts. Takes a session, never commits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import false, func, or_, select
from sqlalchemy.orm import Session

from mailworker.domain import caps
from mailworker.domain.caps import Answered
from mailworker.domain.states import NoticeState
from mailworker.store.schema import EventRow, MessageRow, NoticeRow
from mailworker.store.uniqueness import insert_if_new

CLAIM_FOR = timedelta(minutes=10)
CLAIM_SIZE = 20


@dataclass(frozen=True, slots=True)
class Owed:
    """A composed mail, as `owe` writes it down."""

    message_row: int | None
    conversation_id: int
    kind: str
    recipient: str
    message_id: str
    content: bytes
    words: str
    reports_change: bool = False
    decision: int = 0
    digest_id: int | None = None


@dataclass(frozen=True, slots=True)
class ServerAnswer:
    """What the submission server said: a code of RFC 5321 4.2 (0 where the connection was lost), and its text."""

    code: int
    text: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """A notice that this worker may now submit; `attempts` counts this one."""

    id: int
    recipient: str
    content: bytes
    attempts: int
    owed_at: datetime


def owe(session: Session, owed: Owed, *, withheld: bool, now: datetime) -> None:
    """Writes a notice down, once for each (message or digest, kind, recipient)."""
    values = {
        "message_row": owed.message_row,
        "conversation_id": owed.conversation_id,
        "digest_id": owed.digest_id,
        "kind": owed.kind,
        "recipient": owed.recipient,
        "message_id": owed.message_id,
        "content": owed.content,
        "words": owed.words,
        "decision": owed.decision,
        "reports_change": owed.reports_change,
        "state": NoticeState.WITHHELD if withheld else NoticeState.QUEUED,
        "owed_at": now,
        "due_at": now,
    }
    insert_if_new(session, NoticeRow, values)


def claim(session: Session, now: datetime) -> list[Claimed]:
    """Takes the oldest due notices, and counts the attempt before the wire is touched."""
    due = (
        select(NoticeRow)
        .where(
            NoticeRow.state == NoticeState.QUEUED,
            NoticeRow.due_at <= now,
            or_(NoticeRow.claimed_until.is_(None), NoticeRow.claimed_until < now),
        )
        .order_by(NoticeRow.due_at, NoticeRow.id)
        .limit(CLAIM_SIZE)
        .with_for_update(skip_locked=True)
    )
    rows = list(session.scalars(due))
    for row in rows:
        row.claimed_until = now + CLAIM_FOR
        row.attempts += 1
    return [Claimed(row.id, row.recipient, row.content, row.attempts, row.owed_at) for row in rows]


def give_back(session: Session, ids: list[int]) -> None:
    """Lets claimed notices go that were not tried, without counting an attempt."""
    for row in session.scalars(select(NoticeRow).where(NoticeRow.id.in_(ids), NoticeRow.state == NoticeState.QUEUED)):
        row.claimed_until = None
        row.attempts -= 1


def settle(session: Session, notice: int, state: NoticeState, answer: ServerAnswer, now: datetime) -> None:
    """Writes the end of a notice: sent, refused or expired."""
    row = session.get_one(NoticeRow, notice)
    row.state, row.answer_code, row.answer_text = state, answer.code, answer.text[:1000]
    row.claimed_until, row.settled_at = None, now
    if state in {NoticeState.REFUSED, NoticeState.EXPIRED}:
        session.add(_event(row, state, now, row.message_row))


def bounced(session: Session, message_id: str, said: str, message_row: int, now: datetime) -> None:
    """Marks the sent notice of that Message-ID as bounced, and tells staff; nothing when it is not one of ours."""
    statement = select(NoticeRow).where(NoticeRow.message_id == message_id, NoticeRow.state == NoticeState.SENT)
    row = session.scalars(statement.with_for_update()).one_or_none()
    if row is not None:
        row.state, row.answer_text = NoticeState.BOUNCED, said[:1000]
        session.add(_event(row, NoticeState.BOUNCED, now, message_row))


def _event(row: NoticeRow, state: NoticeState, now: datetime, message_row: int | None) -> EventRow:
    """What staff must hear of: a notice that did not arrive."""
    return EventRow(at=now, message_row=message_row, notice_id=row.id, what=state.value, rule=row.kind, evidence=None)


def defer(session: Session, notice: int, answer: ServerAnswer, due_at: datetime) -> None:
    """Writes a transient answer, and when the notice is due again."""
    row = session.get_one(NoticeRow, notice)
    row.answer_code, row.answer_text = answer.code, answer.text[:1000]
    row.claimed_until, row.due_at = None, due_at


@dataclass(frozen=True, slots=True)
class Listed:
    """A notice as people see it in lists; `answer` is the server's last word about it."""

    id: int
    kind: str
    recipient: str
    state: NoticeState
    owed_at: datetime
    due_at: datetime
    attempts: int
    answer: str


def listing(session: Session) -> list[Listed]:
    """All notices that were not sent, the oldest first."""
    statement = select(NoticeRow).where(NoticeRow.state != NoticeState.SENT).order_by(NoticeRow.id)
    return [
        Listed(
            id=row.id,
            kind=row.kind,
            recipient=row.recipient,
            state=NoticeState(row.state),
            owed_at=row.owed_at,
            due_at=row.due_at,
            attempts=row.attempts,
            answer=f"{row.answer_code or ''} {row.answer_text}".strip(),
        )
        for row in session.scalars(statement)
    ]


def retry(session: Session, notice: int, now: datetime) -> bool:
    """Makes a notice due now, whatever stopped it, as if it were new; says whether it was one that can be sent."""
    row = session.scalars(select(NoticeRow).where(NoticeRow.id == notice).with_for_update()).one_or_none()
    if row is None or row.state == NoticeState.SENT:
        return False
    row.state, row.owed_at, row.due_at, row.attempts = NoticeState.QUEUED, now, now, 0
    row.settled_at, row.claimed_until = None, None
    return True


def let_go(
    session: Session, spans: Sequence[tuple[int, int]] | None, *, by: str, now: datetime, message: int | None = None
) -> list[int]:
    """Queues withheld notices, those whose numbers lie in one of the spans or, without spans, all; gives their numbers.

    Only what is withheld is touched, the oldest first. Its age counts from now: it was not ours to send before. `by`
    is who lets them go, `message` their mail.
    """
    wanted = select(NoticeRow).where(NoticeRow.state == NoticeState.WITHHELD).order_by(NoticeRow.id)
    if spans is not None:
        wanted = wanted.where(or_(false(), *(NoticeRow.id.between(first, last) for first, last in spans)))
    rows = list(session.scalars(wanted.with_for_update()))
    for row in rows:
        row.state, row.owed_at, row.due_at = NoticeState.QUEUED, now, now
    numbers = [row.id for row in rows]
    if numbers:
        event = EventRow(at=now, message_row=message, what="let go", rule=by[:100], evidence={"notices": numbers})
        session.add(event)
    return numbers


def shown_to(session: Session, recipient: str) -> int | None:
    """The number before which all that is withheld stood in the last digest to that address; None without a digest."""
    statement = select(func.max(NoticeRow.id)).where(
        func.lower(NoticeRow.recipient) == recipient.lower(), NoticeRow.digest_id.is_not(None)
    )
    return session.execute(statement).scalar_one()


def withheld_after(session: Session, number: int) -> tuple[list[int], int]:
    """Of the withheld notices with a higher number those that follow from a decision of staff, and how many others."""
    decided: list[int] = []
    others = 0
    statement = select(NoticeRow.id, MessageRow.instruction).outerjoin(
        MessageRow, NoticeRow.message_row == MessageRow.id
    )
    wanted = (NoticeRow.state == NoticeState.WITHHELD, NoticeRow.id > number)
    for notice, instruction in session.execute(statement.where(*wanted).order_by(NoticeRow.id)):
        if instruction:
            decided.append(notice)
        else:
            others += 1
    return decided, others


def contents_of(session: Session, conversation_id: int, most: int = 5) -> list[bytes]:
    """The latest mails of ours in a conversation, the newest first."""
    statement = select(NoticeRow.content).where(NoticeRow.conversation_id == conversation_id)
    return list(session.scalars(statement.order_by(NoticeRow.id.desc()).limit(most)))


def is_owed(session: Session, message_row: int, kind: str, recipient: str) -> bool:
    """Whether a mail of that kind was owed to somebody because of a message."""
    statement = select(NoticeRow.id).where(
        NoticeRow.message_row == message_row, NoticeRow.kind == kind, NoticeRow.recipient == recipient
    )
    return session.scalars(statement).first() is not None


def number_owed(session: Session, kind: str, recipient: str, since: datetime) -> int:
    """How many mails of a kind we owed to an address since then, whatever became of them."""
    statement = select(func.count()).where(
        func.lower(NoticeRow.recipient) == recipient.lower(), NoticeRow.owed_at > since, NoticeRow.kind == kind
    )
    return session.execute(statement).scalar_one()


def contents_to(session: Session, recipient: str, most: int = 5) -> list[bytes]:
    """The latest mails that we owed to an address, the newest first."""
    statement = (
        select(NoticeRow.content)
        .where(func.lower(NoticeRow.recipient) == recipient.lower())
        .order_by(NoticeRow.id.desc())
        .limit(most)
    )
    return list(session.scalars(statement))


def answered(session: Session, recipient: str, words: str, now: datetime) -> Answered:
    """How many answers we owed lately, to this address, its domain and everybody, whatever became of them."""
    domain = "@" + recipient.rpartition("@")[2].lower()
    to, answer = func.lower(NoticeRow.recipient), NoticeRow.kind.not_in(caps.TO_STAFF)
    theirs = session.execute(
        select(NoticeRow.owed_at, NoticeRow.reports_change, NoticeRow.words).where(
            to == recipient.lower(), NoticeRow.owed_at > now - caps.DAY, answer
        )
    ).all()
    quiet = [(at, said) for at, reports_change, said in theirs if not reports_change]
    of_domain, burst = session.execute(
        select(
            func.count().filter(to.endswith(domain, autoescape=True)),
            func.count().filter(NoticeRow.owed_at > now - caps.BURST),
        ).where(NoticeRow.owed_at > now - caps.HOUR, NoticeRow.reports_change.is_(False), answer)
    ).one()
    return Answered(
        address_hour=sum(at > now - caps.HOUR for at, _ in quiet),
        address_day=len(quiet),
        domain_hour=of_domain,
        same_day=sum(said == words for _, said in quiet),
        changes_day=len(theirs) - len(quiet),
        everybody_burst=burst,
    )


def counts(session: Session) -> dict[NoticeState, int]:
    """How many notices are in each state."""
    found = {
        NoticeState(state): number
        for state, number in session.execute(select(NoticeRow.state, func.count()).group_by(NoticeRow.state))
    }
    return {state: found.get(state, 0) for state in NoticeState}
