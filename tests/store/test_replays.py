"""Stored messages once more: all of them, in their order, some at a time."""

from datetime import UTC, datetime

from sqlalchemy.orm import Session, sessionmaker

from mailworker.domain.states import MessageState
from mailworker.store import inbox, replays
from mailworker.store.replays import Chosen
from mailworker.store.schema import MessageRow

NOW = datetime(2021, 7, 5, 9, 0, tzinfo=UTC)
MANY = 230


def test_more_messages_than_one_look_takes_come_once_each_in_their_order(sessions: sessionmaker[Session]) -> None:
    with sessions.begin() as session:
        box = inbox.mailbox(session, "intake", 1)
        for uid in range(1, MANY + 1):
            mail = inbox.Delivery(uid, b"x%d" % uid, 1, NOW, f"{uid}@x.test", "d" * 64, "s" * 64)
            inbox.store(session, box, mail, NOW)
        session.get_one(MessageRow, 7).state = MessageState.FAILED
    assert [past.number for past in replays.each(sessions, Chosen())] == list(range(1, MANY + 1))
    assert [past.number for past in replays.each(sessions, Chosen(state=MessageState.FAILED))] == [7]
    wanted = Chosen(numbers=frozenset((3, MANY, MANY + 1)))
    assert [past.number for past in replays.each(sessions, wanted)] == [3, MANY]
    with sessions() as session:
        assert (replays.count(session, wanted), replays.unknown(session, [3, MANY + 1])) == (2, [MANY + 1])
        assert (replays.raw(session, 3), replays.raw(session, MANY + 1)) == (b"x3", None)
