"""Receipt once, claims that expire, outcomes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session, sessionmaker

from mailworker.domain.states import MessageState
from mailworker.store import inbox
from mailworker.store.schema import MailboxRow, MessageRow, ReceiptRow

NOW = datetime(2021, 7, 5, 9, 0, tzinfo=UTC)
LATER = NOW + inbox.CLAIM_FOR + timedelta(seconds=1)
MAIL = inbox.Delivery(7, b"From: a@b.test\r\n\r\nhallo\r\n", 25, NOW, "one@b.test", "d" * 64, "s" * 64)


def deliver(sessions: sessionmaker[Session], *deliveries: inbox.Delivery, uidvalidity: int = 1) -> list[bool]:
    with sessions.begin() as session:
        box = inbox.mailbox(session, "intake", uidvalidity)
        return [inbox.store(session, box, delivery, NOW) for delivery in deliveries]


def watermark(sessions: sessionmaker[Session]) -> tuple[int, int]:
    with sessions() as session:
        row = session.scalars(select(MailboxRow)).one()
        return row.uidvalidity, row.last_uid


def rows(sessions: sessionmaker[Session]) -> tuple[int, int]:
    """(messages, receipts)"""
    with sessions() as session:
        return tuple(session.scalar(select(func.count()).select_from(table)) or 0 for table in (MessageRow, ReceiptRow))  # type: ignore[return-value]


def test_a_delivery_is_stored_octet_for_octet_and_moves_the_watermark(sessions: sessionmaker[Session]) -> None:
    assert deliver(sessions, MAIL) == [True]
    assert watermark(sessions) == (1, 7)
    with sessions() as session:
        message = session.scalars(select(MessageRow)).one()
        assert inbox.raw(session, message.id) == MAIL.content
        assert (message.state, message.received_at) == (MessageState.RECEIVED, NOW)


def test_the_same_uid_or_the_same_mail_again_is_no_new_message(sessions: sessionmaker[Session]) -> None:
    assert deliver(sessions, MAIL, MAIL, replace(MAIL, uid=8)) == [True, False, False]
    assert (rows(sessions), watermark(sessions)) == ((1, 2), (1, 8))


def test_the_same_message_id_with_other_content_is_a_new_message(sessions: sessionmaker[Session]) -> None:
    assert deliver(sessions, MAIL, replace(MAIL, uid=8, digest="e" * 64)) == [True, True]


def test_under_a_new_uidvalidity_every_mail_is_seen_again_and_known_by_its_content(
    sessions: sessionmaker[Session],
) -> None:
    deliver(sessions, MAIL, replace(MAIL, uid=8, message_id="two@b.test"))
    with sessions.begin() as session:
        assert inbox.mailbox(session, "intake", 2).last_uid == 0
    again = [replace(MAIL, uid=1, message_id="two@b.test"), replace(MAIL, uid=2), replace(MAIL, uid=3, digest="f" * 64)]
    assert deliver(sessions, *again, uidvalidity=2) == [False, False, True]
    assert watermark(sessions) == (2, 3)


def test_a_claim_is_exclusive_until_it_expires(sessions: sessionmaker[Session]) -> None:
    deliver(sessions, MAIL)
    with sessions.begin() as session:
        assert len(inbox.claim(session, NOW)) == 1
    with sessions.begin() as session:
        assert inbox.claim(session, NOW + inbox.CLAIM_FOR) == []
    with sessions.begin() as session:
        assert len(inbox.claim(session, LATER)) == 1


def test_two_sessions_claim_different_messages(sessions: sessionmaker[Session], database_kind: str) -> None:
    deliver(sessions, *(replace(MAIL, uid=uid, message_id=f"{uid}@b.test") for uid in range(1, 41)))
    if database_kind == "sqlite":  # one writer at a time: the second waits for the first
        with sessions.begin() as one:
            first = inbox.claim(one, NOW)
        with sessions.begin() as two:
            second = inbox.claim(two, NOW)
    else:
        with sessions.begin() as one, sessions.begin() as two:
            first, second = inbox.claim(one, NOW), inbox.claim(two, NOW)
    assert len(first) == len(second) == inbox.FIRST_CLAIM
    assert set(first).isdisjoint(second)


def test_what_failed_before_is_claimed_alone(sessions: sessionmaker[Session]) -> None:
    deliver(sessions, *(replace(MAIL, uid=uid, message_id=f"{uid}@b.test") for uid in (1, 2, 3)))
    with sessions.begin() as session:
        killed = inbox.claim(session, NOW)  # and the worker is killed with all three in hand
    with sessions.begin() as session:
        assert inbox.claim(session, LATER) == killed[:1]
    with sessions.begin() as session:
        assert inbox.claim(session, LATER) == killed[1:2]


def test_a_message_that_raises_comes_back_later_each_time_and_ends_as_failed(sessions: sessionmaker[Session]) -> None:
    deliver(sessions, MAIL)
    now, states, waits = NOW, [], []
    for _ in range(inbox.MAX_ATTEMPTS):
        with sessions.begin() as session:
            (message,) = inbox.claim(session, now)
        with sessions.begin() as session:
            states.append(inbox.postpone(session, message, "ValueError: x", now))
        with sessions() as session:
            waits.append(session.get_one(MessageRow, message).due_at - now)
        now += waits[-1]
    assert states == [MessageState.RECEIVED] * (inbox.MAX_ATTEMPTS - 1) + [MessageState.FAILED]
    assert waits == sorted(waits)
    assert waits[0] >= timedelta(minutes=1)
    with sessions.begin() as session:
        assert inbox.claim(session, now + timedelta(days=9)) == []


def test_released_claims_count_as_no_attempt(sessions: sessionmaker[Session]) -> None:
    deliver(sessions, MAIL)
    with sessions.begin() as session:
        inbox.release_claims(session, inbox.claim(session, NOW))
    with sessions.begin() as session:
        (message,) = inbox.claim(session, NOW)
        assert session.get_one(MessageRow, message).attempts == 1


def test_a_settled_message_is_not_handled_by_a_worker_whose_claim_expired(sessions: sessionmaker[Session]) -> None:
    deliver(sessions, MAIL)
    with sessions.begin() as session:
        (message,) = inbox.claim(session, NOW)
    with sessions.begin() as session:
        row = inbox.still_claimed(session, message)
        assert row is not None
        inbox.settle(row, inbox.Outcome(MessageState.HANDLED, "rule", "why"), NOW)
    with sessions.begin() as session:
        assert inbox.still_claimed(session, message) is None
        assert inbox.counts(session)[MessageState.HANDLED] == 1
