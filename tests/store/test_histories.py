"""Random histories of mails, written into a database: its constraints never stop what the rule decides."""

from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from sqlalchemy import delete
from sqlalchemy.orm import Session, sessionmaker

from mailworker.domain.decision import decide
from mailworker.domain.deliberation import Asker
from mailworker.domain.registration import Register, Registration
from mailworker.domain.request import Request
from mailworker.store import inbox, registrations
from mailworker.store.schema import EventRow, RegistrationRow
from tests.domain.test_histories import ORGANISATIONS, PROGRAMME, address, check_limits, histories
from tests.domain.test_histories import History as InMemory

NOW = datetime(2021, 7, 5, 9, 0, tzinfo=UTC)
KEYS = {name.casefold(): name for name in ORGANISATIONS}


def message(session: Session) -> int:
    box = inbox.mailbox(session, "intake", 1)
    inbox.store(session, box, inbox.Delivery(1, b"", 0, NOW, "m@x.test", "d" * 64, "s" * 64), NOW)
    return 1


def carried_out(session: Session, sender: str, asked: list[Request], arrival: int) -> list[Registration]:
    """The register after one mail, as the database has it."""
    rows = registrations.of_organisations(session, KEYS)
    asker = Asker(address(sender), sender, arrival)
    decision = decide(asked, Register(rows), PROGRAMME, asker, str.casefold)
    registrations.apply(session, decision.changes, message_row=1, now=NOW, evidence=lambda change: {})
    session.expire_all()
    return registrations.of_organisations(session, KEYS)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(histories)
def test_what_is_decided_can_be_written_and_is_what_the_database_says(
    sessions: sessionmaker[Session], history: list[tuple[str, list[Request]]]
) -> None:
    memory = InMemory()
    with sessions.begin() as session:
        session.execute(delete(EventRow))
        session.execute(delete(RegistrationRow))
        message(session)
        registrations.lock_organisations(session, KEYS)
        for arrival, (sender, asked) in enumerate(history, start=1):
            memory.arrives(sender, asked)
            stored = carried_out(session, sender, asked, arrival)
            known = sorted((row.key, row.status, row.place, row.seat, row.arrival) for row in memory.rows.values())
            assert sorted((row.key, row.status, row.place, row.seat, row.arrival) for row in stored) == known
            check_limits(memory)
