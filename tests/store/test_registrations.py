"""The register: the limit is held by the database, whoever decides."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.orm.exc import StaleDataError

from mailworker.domain.notice import Row, RowStatus
from mailworker.domain.registration import Change, Registration
from mailworker.domain.states import RegistrationStatus
from mailworker.store import inbox, registrations
from mailworker.store.schema import EventRow, RegistrationRow

NOW = datetime(2021, 7, 5, 9, 0, tzinfo=UTC)
CONFIRMED, WAITING, CANCELLED = RegistrationStatus.CONFIRMED, RegistrationStatus.WAITING, RegistrationStatus.CANCELLED
JAN = Registration("grondwater", "Aquafin", "aquafin", "Jan Peeters", CONFIRMED, "jan@aquafin.test", 1, place=1)
ELS = replace(JAN, participant="Els Maes", status=WAITING, place=None, address="els@aquafin.test", arrival=2)


@pytest.fixture
def message(sessions: sessionmaker[Session]) -> int:
    """A stored message that the changes come from."""
    with sessions.begin() as session:
        box = inbox.mailbox(session, "intake", 1)
        inbox.store(session, box, inbox.Delivery(1, b"", 0, NOW, "m@x.test", "d" * 64, "s" * 64), NOW)
        return inbox.claim(session, NOW)[0]


def write(sessions: sessionmaker[Session], message: int, *changes: Change) -> None:
    with sessions.begin() as session:
        registrations.lock_organisations(session, {c.after.organisation_key: c.after.organisation for c in changes})
        registrations.apply(session, changes, message_row=message, now=NOW, evidence=lambda c: {"rule": c.rule})


def stored(sessions: sessionmaker[Session]) -> list[Registration]:
    with sessions() as session:
        return registrations.of_organisations(session, ["aquafin"])


def new(*rows: Registration) -> Sequence[Change]:
    return [Change(None, row, "place free") for row in rows]


def test_what_was_written_is_read_again_with_its_audit_line(sessions: sessionmaker[Session], message: int) -> None:
    write(sessions, message, *new(JAN, ELS))
    assert [replace(row, id=None) for row in stored(sessions)] == [JAN, ELS]
    with sessions() as session:
        events = session.scalars(select(EventRow).order_by(EventRow.id)).all()
    assert [(e.what, e.rule, e.message_row, e.evidence) for e in events] == [
        ("confirmed", "place free", message, {"rule": "place free"}),
        ("waiting", "place free", message, {"rule": "place free"}),
    ]


def test_one_place_cannot_be_given_twice(sessions: sessionmaker[Session], message: int) -> None:
    write(sessions, message, *new(JAN))
    with pytest.raises(IntegrityError):
        write(sessions, message, *new(replace(ELS, status=CONFIRMED, place=1)))
    assert [row.participant for row in stored(sessions)] == ["Jan Peeters"]


@pytest.mark.parametrize(
    "wrong", [replace(JAN, place=None), replace(ELS, place=1), replace(JAN, place=0)], ids=["none", "waits", "zero"]
)
def test_only_what_is_confirmed_holds_a_place(
    sessions: sessionmaker[Session], message: int, wrong: Registration
) -> None:
    with pytest.raises(IntegrityError):
        write(sessions, message, *new(wrong))


def test_a_place_changes_hands_within_one_mail(sessions: sessionmaker[Session], message: int) -> None:
    write(sessions, message, *new(JAN, ELS))
    jan, els = stored(sessions)
    gone = replace(jan, status=CANCELLED, place=None)
    write(
        sessions,
        message,
        Change(jan, gone, "cancelled"),
        Change(els, replace(els, status=CONFIRMED, place=1), "place came free"),
    )
    assert [(row.participant, row.status, row.place) for row in stored(sessions)] == [
        ("Jan Peeters", CANCELLED, None),
        ("Els Maes", CONFIRMED, 1),
    ]


def test_a_row_that_another_worker_changed_meanwhile_is_not_overwritten(
    sessions: sessionmaker[Session], message: int
) -> None:
    write(sessions, message, *new(JAN))
    (jan,) = stored(sessions)
    slow = sessions()
    loaded = slow.get_one(RegistrationRow, jan.id)
    slow.commit()
    write(sessions, message, Change(jan, replace(jan, status=CANCELLED, place=None), "cancelled"))
    assert (loaded.status, loaded.version) == (CONFIRMED, 1)
    loaded.address = "other@aquafin.test"
    with pytest.raises(StaleDataError):
        slow.flush()
    slow.close()


def test_an_address_finds_what_it_may_change(sessions: sessionmaker[Session], message: int) -> None:
    write(sessions, message, *new(JAN, replace(ELS, participant_address="Els.Maes@aquafin.test")))
    with sessions() as session:
        found = [
            registrations.of_address(session, address) for address in ("JAN@aquafin.test", "els.maes@AQUAFIN.test")
        ]
    assert [[row.participant for row in rows] for rows in found] == [["Jan Peeters"], ["Els Maes"]]


def test_the_listing_names_the_participants_own_address_where_it_is_known(
    sessions: sessionmaker[Session], message: int
) -> None:
    write(sessions, message, *new(JAN, replace(ELS, participant_address="els.maes@aquafin.test")))
    with sessions() as session:
        listed = registrations.listing(session)
        waiting = registrations.listing(session, statuses=[WAITING])
    assert [(one.participant, one.address, one.since) for one in listed] == [
        ("Jan Peeters", "jan@aquafin.test", NOW),
        ("Els Maes", "els.maes@aquafin.test", NOW),
    ]
    assert [one.participant for one in waiting] == ["Els Maes"]


def test_a_correction_is_written_into_the_same_row_with_what_stood_there(
    sessions: sessionmaker[Session], message: int
) -> None:
    write(sessions, message, *new(JAN))
    (jan,) = stored(sessions)
    right = replace(jan, participant="Jan Pieters")
    moved = replace(right, organisation="VITO", organisation_key="vito")
    later = NOW + timedelta(days=1)
    with sessions.begin() as session:
        registrations.lock_organisations(session, {"vito": "VITO"})
        changes = (Change(jan, right, "name corrected"), Change(right, moved, "organisation corrected"))
        registrations.apply(session, changes, message_row=message, now=later, evidence=lambda c: {})
        rows = registrations.of_organisations(session, ["aquafin", "vito"])
        events = session.scalars(select(EventRow).order_by(EventRow.id)).all()[1:]
        told = [(e.what, e.rule, e.evidence, e.registration_id) for e in events]
        since = [one.since for one in registrations.listing(session)]
    assert (rows, since) == ([moved], [NOW])
    assert told == [
        ("corrected", "name corrected", {"from": "Jan Peeters", "into": "Jan Pieters"}, jan.id),
        ("corrected", "organisation corrected", {"from": "Aquafin", "into": "VITO"}, jan.id),
    ]


def test_who_is_refused_is_written_down_in_the_story_of_an_earlier_registration_if_there_is_one(
    sessions: sessionmaker[Session], message: int
) -> None:
    write(sessions, message, *new(replace(JAN, status=CANCELLED, place=None)))
    (jan,) = stored(sessions)
    refused = [
        Row("grondwater", "Jan Peeters", "Aquafin", RowStatus.REFUSED),
        Row("grondwater", "Els Maes", "Aquafin", RowStatus.REFUSED, table_full=True),
    ]
    with sessions.begin() as session:
        registrations.refuse(session, refused, message_row=message, now=NOW, evidence={"asked_by": "x@y.test"})
        events = session.scalars(select(EventRow).order_by(EventRow.id)).all()[1:]
        told = [(e.what, e.rule, e.registration_id, (e.evidence or {})["participant"]) for e in events]
    assert told == [
        ("refused", "place taken", jan.id, "Jan Peeters"),
        ("refused", "table full", None, "Els Maes"),
    ]
