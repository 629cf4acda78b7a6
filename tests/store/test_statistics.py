"""The numbers of the statistics, from the audit trail and the mails, by local day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.orm import Session, sessionmaker

from mailworker.domain.registration import Change, Registration
from mailworker.domain.states import MessageState, RegistrationStatus
from mailworker.domain.statistics import Fate, Standing
from mailworker.store import inbox, registrations, statistics
from mailworker.store.schema import EventRow, MessageRow, RegistrationRow

BRUSSELS = ZoneInfo("Europe/Brussels")
CONFIRMED, WAITING, CANCELLED = RegistrationStatus.CONFIRMED, RegistrationStatus.WAITING, RegistrationStatus.CANCELLED
JAN = Registration("grondwater", "Aquafin", "aquafin", "Jan Peeters", CONFIRMED, "jan@aquafin.test", 1, place=1)
ELS = replace(JAN, participant="Els Maes", status=WAITING, place=None, arrival=2)
WINTER, SUMMER = datetime(2021, 3, 27, 23, 30, tzinfo=UTC), datetime(2021, 3, 28, 22, 30, tzinfo=UTC)
"""Half past midnight local time, on the day before the clock goes forward and on the day after."""


def day_of(moment: datetime) -> date:
    return moment.astimezone(BRUSSELS).date()


@pytest.fixture
def session(sessions: sessionmaker[Session]) -> Iterator[Session]:
    """One in which two mails came in."""
    with sessions() as session:
        box = inbox.mailbox(session, "intake", 1)
        for uid, received in enumerate((WINTER, SUMMER), 1):
            mail = inbox.Delivery(uid, b"", 0, received, f"{uid}@x.test", "d" * 64, "s" * 64)
            inbox.store(session, box, mail, SUMMER)
        yield session


def write(session: Session, now: datetime, *rows: Registration) -> None:
    registrations.lock_organisations(session, {"aquafin": "Aquafin"})
    changes = [Change(None, row, "place free") for row in rows]
    registrations.apply(session, changes, message_row=1, now=now, evidence=lambda _: {})


def stored(session: Session) -> list[Registration]:
    return registrations.of_organisations(session, ["aquafin"])


def test_registrations_come_and_go_on_the_local_day_of_the_trail(session: Session) -> None:
    write(session, WINTER, JAN, ELS)
    jan, els = stored(session)
    write(session, SUMMER, replace(jan, status=CANCELLED, place=None), replace(els, status=CONFIRMED, place=1))
    found = statistics.movements(session, day_of)
    before, after = date(2021, 3, 28), date(2021, 3, 29)
    assert found.joined == {(before, "grondwater"): 1, (after, "grondwater"): 1}
    assert found.left == {(after, "grondwater"): 1}
    assert statistics.standings(session) == {"grondwater": Standing("grondwater", 1, 0, 1)}


def test_a_row_that_was_closed_when_two_organisations_became_one_left_on_that_day(session: Session) -> None:
    write(session, WINTER, JAN)
    row = session.get_one(RegistrationRow, stored(session)[0].id)
    row.status, row.place, row.since = CANCELLED, None, SUMMER
    session.add(EventRow(at=SUMMER, registration_id=row.id, what="moved", rule="merged"))
    session.flush()
    assert statistics.movements(session, day_of).left == {(date(2021, 3, 29), "grondwater"): 1}


def test_mails_count_on_the_local_day_on_which_they_came_by_what_became_of_them(session: Session) -> None:
    session.get_one(MessageRow, 2).state = MessageState.HELD
    session.flush()
    assert statistics.mails(session, day_of) == {(date(2021, 3, 28), Fate.TO_DO): 1, (date(2021, 3, 29), Fate.HELD): 1}
