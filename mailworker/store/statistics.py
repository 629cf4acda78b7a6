"""The numbers behind the statistics, row by row so that any number of them fits in memory. Never commits."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mailworker.domain.states import MessageState, RegistrationStatus
from mailworker.domain.statistics import Fate, Standing, fate
from mailworker.store.schema import EventRow, MessageRow, RegistrationRow

_AT_ONCE = 1000
_CONFIRMED = RegistrationStatus.CONFIRMED
_STATUSES = frozenset(RegistrationStatus)


@dataclass(slots=True)
class Movements:
    """Registrations that became (`joined`) and ceased to be (`left`) confirmed, by day and table."""

    joined: Counter[tuple[date, str]] = field(default_factory=Counter)
    left: Counter[tuple[date, str]] = field(default_factory=Counter)

    def move(self, day: date, table: str, *, before: bool, after: bool) -> None:
        """Counts one registration that was confirmed before and is after, or not."""
        if before is not after:
            (self.joined if after else self.left)[day, table] += 1


def movements(session: Session, day_of: Callable[[datetime], date]) -> Movements:
    """What the audit trail tells of every registration, up to the status that it has now; `day_of` gives local days."""
    statement = (
        select(
            RegistrationRow.id,
            RegistrationRow.table_id,
            RegistrationRow.status,
            RegistrationRow.since,
            EventRow.at,
            EventRow.what,
        )
        .outerjoin(EventRow, EventRow.registration_id == RegistrationRow.id)
        .order_by(RegistrationRow.id, EventRow.id)
        .execution_options(yield_per=_AT_ONCE)
    )
    found = Movements()
    for _, rows in groupby(session.execute(statement), key=lambda row: row.id):
        confirmed = False
        for row in rows:
            if row.what in _STATUSES:
                found.move(day_of(row.at), row.table_id, before=confirmed, after=row.what == _CONFIRMED)
                confirmed = row.what == _CONFIRMED
        # Two rows of one person that became one: the trail calls the closed one moved.
        found.move(day_of(row.since), row.table_id, before=confirmed, after=row.status == _CONFIRMED)
    return found


def mails(session: Session, day_of: Callable[[datetime], date]) -> Counter[tuple[date, Fate]]:
    """The mails by the day on which they came in, and by what became of them."""
    statement = select(MessageRow.received_at, MessageRow.state, MessageRow.decisions)
    rows = session.execute(statement.execution_options(yield_per=_AT_ONCE))
    return Counter((day_of(at), fate(MessageState(state), decisions)) for at, state, decisions in rows)


def standings(session: Session) -> dict[str, Standing]:
    """How many registrations of each table that has any are in each status."""
    statement = select(RegistrationRow.table_id, RegistrationRow.status, func.count()).group_by(
        RegistrationRow.table_id, RegistrationRow.status
    )
    counts: dict[str, dict[str, int]] = {}
    for table, status, number in session.execute(statement):
        counts.setdefault(table, {})[status] = number
    return {table: Standing(table, **numbers) for table, numbers in counts.items()}
