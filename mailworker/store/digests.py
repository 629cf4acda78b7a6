"""Digests: which events each of them tells, cut by event id, and the mails that bring it. Never commits.

An id is given to an event before its transaction commits, so that "all events up to this one" says something only
while nobody is writing events: whoever makes a digest holds the audit trail still until the digest is stored.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from mailworker.store.schema import DigestRow, EventRow, NoticeRow
from mailworker.store.uniqueness import insert_if_new


@dataclass(frozen=True, slots=True)
class Told:
    """What the last digest said: the events up to `up_to_event`, `received` mails in all."""

    day: date
    made_at: datetime
    up_to_event: int
    received: int


@dataclass(frozen=True, slots=True)
class Cut:
    """The events that a digest tells: those after one id, up to another."""

    after: int
    up_to: int


def look(session: Session) -> None:
    """From here on the session sees the ledger as it is now, whatever others commit meanwhile: its sums add up."""
    if session.get_bind().dialect.name == "postgresql":
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})


def hold_still(session: Session) -> None:
    """Nobody else writes events or makes a digest until this transaction ends; the first thing that a session does.

    Events that are being written are waited for. On SQLite the transaction itself is the lock.
    """
    look(session)
    if session.get_bind().dialect.name == "postgresql":
        # Who writes events waits behind us: we give up before they notice, and the next minute tries again.
        session.execute(text("SET LOCAL lock_timeout = '10s'"))
        session.execute(text("LOCK TABLE event IN SHARE ROW EXCLUSIVE MODE"))


def last(session: Session, *, sent: bool = False) -> Told | None:
    """The digest that told the latest events, whatever day the clock gave it; with `sent`, of those that went out."""
    latest = select(DigestRow).order_by(DigestRow.up_to_event.desc(), DigestRow.id.desc()).limit(1)
    if sent:
        latest = latest.where(DigestRow.id.in_(select(NoticeRow.digest_id)))
    row = session.scalars(latest).first()
    if row is None:
        return None
    return Told(date.fromisoformat(row.day), row.made_at, row.up_to_event, row.facts.get("received", 0))


def cut(session: Session, told: Told | None) -> Cut:
    """The events that no digest has told yet."""
    after = told.up_to_event if told else 0
    newest = session.execute(select(func.max(EventRow.id))).scalar_one() or 0
    return Cut(after, max(after, newest))


def made(session: Session, day: date) -> bool:
    """Whether that day has its digest, or was found to need none."""
    return session.scalars(select(DigestRow.id).where(DigestRow.day == day.isoformat())).first() is not None


def sent(session: Session, day: date) -> bool:
    """Whether the digest of that day went out, or is on its way."""
    statement = select(NoticeRow.id).join(DigestRow, NoticeRow.digest_id == DigestRow.id)
    return session.scalars(statement.where(DigestRow.day == day.isoformat()).limit(1)).first() is not None


def last_sent(session: Session, before: date) -> date | None:
    """The last day before that one whose digest went out."""
    statement = select(func.max(DigestRow.day)).join(NoticeRow, NoticeRow.digest_id == DigestRow.id)
    day = session.execute(statement.where(DigestRow.day < before.isoformat())).scalar_one()
    return date.fromisoformat(day) if day else None


def last_made(session: Session, before: date) -> date | None:
    """The last day before that one with a digest, sent or not needed."""
    day = session.execute(select(func.max(DigestRow.day)).where(DigestRow.day < before.isoformat())).scalar_one()
    return date.fromisoformat(day) if day else None


def write(session: Session, told: Told, events: Cut) -> int:
    """Writes the day's digest down; its id. A day that was found to need none may still get one."""
    # Numbers only: what stands in the mail itself is forgotten with the mail.
    facts = {"received": told.received}
    values = {
        "day": told.day.isoformat(),
        "after_event": events.after,
        "up_to_event": events.up_to,
        "made_at": told.made_at,
        "facts": facts,
    }
    new_id = insert_if_new(session, DigestRow, values)
    if new_id is not None:
        return new_id
    row = session.scalars(select(DigestRow).where(DigestRow.day == values["day"]).with_for_update()).one()
    row.up_to_event, row.made_at, row.facts = events.up_to, told.made_at, facts
    session.flush()
    return row.id
