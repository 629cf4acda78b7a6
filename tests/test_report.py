"""Making digests: each event in exactly one of them, one digest a day, whoever makes it and whatever was missed."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import count

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session, sessionmaker

from mailworker.domain.digest import Digest, Reply
from mailworker.domain.instruction import Instruction, Ruling
from mailworker.domain.organisation import Directory, Organisation
from mailworker.domain.programme import Programme, Table
from mailworker.domain.programme import Session as Sitting
from mailworker.domain.registration import Change, Registration
from mailworker.domain.rhythm import Rhythm
from mailworker.domain.states import MessageState, NoticeState, RegistrationStatus
from mailworker.message.inbound import Address
from mailworker.rendering import Service, Templates
from mailworker.report import Office, files, look, report, report_now
from mailworker.stationery import Stationery
from mailworker.store import held as ledger
from mailworker.store import inbox, registrations
from mailworker.store.database import open_engine, session_factory
from mailworker.store.held import Instructed
from mailworker.store.schema import ConversationRow, DigestRow, EventRow, MailboxRow, MessageRow, NoticeRow
from tests import workbooks

PROGRAMME = Programme("Waterplan", "Dienst Water", "tafels@dienst.example", (
    Table("grondwater", "Bevoorrading uit grondwater", sessions=(Sitting(datetime(2021, 10, 15, 7, 30, tzinfo=UTC)),)),
    Table("hemelwater", "Bevoorrading uit hemelwater", capacity=30),
))  # fmt: skip
OFFICE = Office(
    ("an@dienst.example", "piet@dienst.example"),
    Rhythm(time(7, 30), "Europe/Brussels"),
    PROGRAMME,
    Directory((Organisation("Aquafin", ("Aquafin NV",)), Organisation("Farys"))),
)
STATIONERY = Stationery(
    Templates(None, PROGRAMME, Service("Dienst Water")), Address("", PROGRAMME.mailbox), "mw.dienst.example", "mw"
)
MONDAY = datetime(2021, 10, 11, 5, 30, tzinfo=UTC)
DAY = timedelta(days=1)
_numbers = count(1)


@pytest.fixture
def sessions(database_url: str) -> Iterator[sessionmaker[Session]]:
    engine = open_engine(database_url)
    sessions = session_factory(engine)
    with sessions.begin() as session:
        session.add(MailboxRow(name="box", uidvalidity=1, last_uid=0, polled_at=MONDAY + 365 * DAY))
    yield sessions
    engine.dispose()


def registers(
    sessions: sessionmaker[Session], name: str, organisation: str = "Aquafin", *, at: datetime = MONDAY
) -> int:
    """A mail that registered somebody; the number of the message."""
    with sessions.begin() as session:
        return register(session, name, organisation, at)


def register(session: Session, name: str, organisation: str, at: datetime = MONDAY) -> int:
    """The same within a transaction."""
    number = next(_numbers)
    box = inbox.mailbox(session, "box", 1)
    inbox.store(session, box, inbox.Delivery(number, b"", 0, at, f"{number}@x.test", "d" * 64, "s" * 64), at)
    message = session.scalars(select(MessageRow).where(MessageRow.message_id == f"{number}@x.test")).one()
    message.state, message.sender = MessageState.HANDLED, "jan@aquafin.example"
    key = f"{organisation.lower()}{number}"
    registrations.lock_organisations(session, {key: organisation})
    after = Registration(
        "grondwater", organisation, key, name, RegistrationStatus.CONFIRMED, message.sender, 1, place=1
    )
    registrations.apply(
        session, [Change(None, after, "place free")], message_row=message.id, now=at,
        evidence=lambda _: {"asked_by": "jan@aquafin.example"},
    )  # fmt: skip
    session.flush()
    return message.id


def makes(sessions: sessionmaker[Session], now: datetime, office: Office = OFFICE) -> int:
    """Reports, and hands over to the submission server what is owed."""
    owed = report(sessions, STATIONERY, office, now)
    with sessions.begin() as session:
        session.execute(update(NoticeRow).values(state=NoticeState.SENT))
    return owed


def told(sessions: sessionmaker[Session]) -> dict[str, list[str]]:
    """The participants that each digest's list of changes names, by day."""
    with sessions() as session:
        rows = session.execute(
            select(DigestRow.day, NoticeRow.content)
            .outerjoin(NoticeRow, NoticeRow.digest_id == DigestRow.id)
            .where((NoticeRow.recipient == OFFICE.recipients[0]) | NoticeRow.id.is_(None))
            .order_by(DigestRow.id)
        ).all()
    return {day: _names(content) if content else [] for day, content in rows}


def _names(content: bytes) -> list[str]:
    changed = mail(content).get_payload(2).get_payload(decode=True).decode("utf-8-sig")  # type: ignore[union-attr]
    return [line.split(";")[4] for line in changed.splitlines()[1:]]


def mail(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def seen(sessions: sessionmaker[Session], now: datetime) -> Digest:
    with sessions() as session:
        return look(session, OFFICE, now)


# --- Once, and nothing left out


def test_each_event_stands_in_exactly_one_digest(sessions: sessionmaker[Session]) -> None:
    registers(sessions, "Jan")
    registers(sessions, "Els")
    assert [makes(sessions, MONDAY + minutes) for minutes in (timedelta(0), timedelta(minutes=1))] == [2, 0]
    registers(sessions, "Tom")
    assert makes(sessions, MONDAY + timedelta(hours=9)) == 0
    assert makes(sessions, MONDAY + DAY) == 2
    assert told(sessions) == {"2021-10-11": ["Jan", "Els"], "2021-10-12": ["Tom"]}


def test_before_its_time_and_without_recipients_events_wait(sessions: sessionmaker[Session]) -> None:
    registers(sessions, "Jan")
    nobody = replace(OFFICE, recipients=())
    assert [makes(sessions, MONDAY - timedelta(seconds=1)), makes(sessions, MONDAY, nobody)] == [0, 0]
    assert told(sessions) == {}
    assert makes(sessions, MONDAY + 3 * DAY) == 2
    assert told(sessions) == {"2021-10-14": ["Jan"]}


def test_days_without_a_worker_are_told_in_the_digest_after_them(sessions: sessionmaker[Session]) -> None:
    registers(sessions, "Jan")
    makes(sessions, MONDAY)
    registers(sessions, "Els", at=MONDAY + DAY)
    late = MONDAY + 3 * DAY + timedelta(hours=2, minutes=12)
    assert [makes(sessions, late), makes(sessions, late + DAY)] == [2, 0]
    assert told(sessions) == {"2021-10-11": ["Jan"], "2021-10-14": ["Els"], "2021-10-15": []}


def test_a_clock_that_is_set_back_tells_nothing_twice_and_leaves_nothing_out(sessions: sessionmaker[Session]) -> None:
    registers(sessions, "Jan")
    makes(sessions, MONDAY + 2 * DAY)
    registers(sessions, "Els")
    assert makes(sessions, MONDAY + DAY) == 2
    registers(sessions, "Tom")
    assert [makes(sessions, MONDAY + 2 * DAY), makes(sessions, MONDAY + 3 * DAY)] == [0, 2]
    assert told(sessions) == {"2021-10-13": ["Jan"], "2021-10-12": ["Els"], "2021-10-14": ["Tom"]}


def test_a_mail_that_cannot_be_written_leaves_no_digest_behind(sessions: sessionmaker[Session]) -> None:
    registers(sessions, "Jan")
    with pytest.raises(ValueError, match="recipient"):
        makes(sessions, MONDAY, replace(OFFICE, recipients=("an@dienst.example", "geen adres")))
    assert told(sessions) == {}
    assert makes(sessions, MONDAY) == 2
    assert told(sessions) == {"2021-10-11": ["Jan"]}


# --- Empty days


def test_an_empty_day_is_silent_and_the_week_has_one_heartbeat(sessions: sessionmaker[Session]) -> None:
    without_sessions = replace(OFFICE, programme=replace(PROGRAMME, tables=PROGRAMME.tables[1:]))
    assert [makes(sessions, MONDAY + day * DAY, without_sessions) for day in range(9)] == [2, 0, 0, 0, 0, 0, 0, 2, 0]


def test_news_after_the_hour_of_an_empty_day_waits_for_the_next_digest(sessions: sessionmaker[Session]) -> None:
    assert [makes(sessions, MONDAY), makes(sessions, MONDAY + DAY)] == [2, 0]
    registers(sessions, "Jan")
    assert [makes(sessions, MONDAY + DAY + timedelta(hours=3)), makes(sessions, MONDAY + 2 * DAY)] == [0, 2]
    assert told(sessions)["2021-10-13"] == ["Jan"]


def test_empty_days_are_told_where_the_setting_says_so(sessions: sessionmaker[Session]) -> None:
    every_day = replace(OFFICE, rhythm=replace(OFFICE.rhythm, empty_days=True))
    assert [makes(sessions, MONDAY + day * DAY, every_day) for day in range(3)] == [2, 2, 2]


# --- By hand


def test_a_digest_that_is_wanted_now_is_made_once_and_counts_for_the_day(sessions: sessionmaker[Session]) -> None:
    registers(sessions, "Jan")
    early = MONDAY - timedelta(hours=2)
    assert [report_now(sessions, STATIONERY, OFFICE, early + number * timedelta(hours=1)) for number in range(3)] == [
        2,
        0,
        0,
    ]
    registers(sessions, "Els")
    assert [makes(sessions, MONDAY), makes(sessions, MONDAY + DAY)] == [0, 2]
    assert told(sessions) == {"2021-10-11": ["Jan"], "2021-10-12": ["Els"]}


def test_a_day_that_was_silent_gets_its_digest_when_somebody_wants_it(sessions: sessionmaker[Session]) -> None:
    assert [makes(sessions, MONDAY), makes(sessions, MONDAY + DAY)] == [2, 0]
    registers(sessions, "Jan")
    assert report_now(sessions, STATIONERY, OFFICE, MONDAY + DAY + timedelta(hours=3)) == 2
    registers(sessions, "Els")
    assert makes(sessions, MONDAY + 2 * DAY) == 2
    assert told(sessions) == {"2021-10-11": [], "2021-10-12": ["Jan"], "2021-10-13": ["Els"]}


def test_a_look_changes_nothing(sessions: sessionmaker[Session]) -> None:
    registers(sessions, "Jan")
    assert [one.last.participant for _ in range(2) for one in seen(sessions, MONDAY).changes] == ["Jan", "Jan"]
    assert told(sessions) == {}


# --- What a digest tells


def test_the_completeness_line_adds_up_and_counts_what_came_since_the_last_digest(
    sessions: sessionmaker[Session],
) -> None:
    for name in ("Jan", "Els", "Tom"):
        registers(sessions, name)
    with sessions.begin() as session:
        session.get_one(MessageRow, 1).state = MessageState.HELD
        session.get_one(MessageRow, 2).state = MessageState.FAILED
    first = seen(sessions, MONDAY).completeness
    assert (first.received, first.new, first.adds_up) == (3, 3, True)
    assert {state: number for state, number in first.states.items() if number} == {
        MessageState.HANDLED: 1, MessageState.HELD: 1, MessageState.FAILED: 1
    }  # fmt: skip
    makes(sessions, MONDAY)
    registers(sessions, "An")
    second = seen(sessions, MONDAY + DAY).completeness
    assert (second.received, second.new, second.adds_up) == (4, 1, True)


def test_since_the_last_digest_means_the_one_that_staff_got(sessions: sessionmaker[Session]) -> None:
    assert makes(sessions, MONDAY) == 2
    with sessions.begin() as session:
        box = inbox.mailbox(session, "box", 1)
        arrived = inbox.Delivery(1, b"", 0, MONDAY, "out-of-office@x.test", "d" * 64, "s" * 64)
        inbox.store(session, box, arrived, MONDAY)
        session.scalars(select(MessageRow)).one().state = MessageState.IGNORED
    assert makes(sessions, MONDAY + DAY) == 0
    wednesday = seen(sessions, MONDAY + 2 * DAY)
    assert (wednesday.since, wednesday.completeness.new) == (MONDAY, 1)


def test_a_question_in_a_mail_that_was_handled_is_told_until_staff_say_that_it_is_done(
    sessions: sessionmaker[Session],
) -> None:
    number = registers(sessions, "Jan")
    with sessions.begin() as session:
        session.get_one(MessageRow, number).staff_question = True
    for day in (MONDAY, MONDAY + DAY):
        assert [(one.number, one.replies) for one in seen(sessions, day).held] == [(number, (Reply.DISMISS,))]
        makes(sessions, day)
    with sessions.begin() as session:
        accept, dismiss = (Instruction(ruling, "an@dienst.example") for ruling in (Ruling.ACCEPT, Ruling.DISMISS))
        became = [ledger.instruct(session, number, one, MONDAY) for one in (accept, dismiss, dismiss)]
        assert became == [Instructed.NOT_HELD, Instructed.DONE, Instructed.NOT_HELD]
        row = session.get_one(MessageRow, number)
        assert (row.state, row.instruction) == (MessageState.HANDLED, None)
    third = seen(sessions, MONDAY + 2 * DAY)
    assert (third.held, [one.ruling for one in third.ruled]) == ((), ["dismiss"])


def test_what_is_held_is_told_every_day_with_the_known_organisation_that_is_near(
    sessions: sessionmaker[Session],
) -> None:
    number = registers(sessions, "Jan")
    with sessions.begin() as session:
        row = session.get_one(MessageRow, number)
        wish = {"action": "register", "participant": "Jan", "organisation": "Akwafin", "tables": ["grondwater"]}
        row.state, row.reading = MessageState.HELD, {"requests": [wish]}
    for day in range(2):
        (held,) = seen(sessions, MONDAY + day * DAY).held
        assert (held.number, held.nearest, held.requests[0].organisation) == (number, "Aquafin", "Akwafin")
        makes(sessions, MONDAY + day * DAY)


def test_a_new_name_of_an_organisation_is_told_once_with_the_known_one_that_is_near(
    sessions: sessionmaker[Session],
) -> None:
    registers(sessions, "Jan", "Aquafin NV")
    number = registers(sessions, "Els", "Akwafin")
    (new,) = seen(sessions, MONDAY).organisations
    assert (new.name, new.message, new.registrations, new.nearest) == ("Akwafin", number, 1, "Aquafin")
    makes(sessions, MONDAY)
    assert seen(sessions, MONDAY + DAY).organisations == ()


def test_a_mail_that_did_not_arrive_is_told_once_with_what_it_is_by_now(sessions: sessionmaker[Session]) -> None:
    number = registers(sessions, "Jan")
    with sessions.begin() as session:
        notice = NoticeRow(
            message_row=number, kind="confirmation", recipient="jan@aquafin.example", message_id="n@x", content=b"",
            state=NoticeState.QUEUED, owed_at=MONDAY, due_at=MONDAY, answer_code=550,
        )  # fmt: skip
        session.add(notice)
        session.flush()
        session.add(EventRow(at=MONDAY, message_row=number, notice_id=notice.id, what="refused", rule="confirmation"))
    (lost,) = seen(sessions, MONDAY).undelivered
    assert (lost.recipient, lost.state, lost.now, lost.code) == (
        "jan@aquafin.example", NoticeState.REFUSED, NoticeState.QUEUED, 550
    )  # fmt: skip
    makes(sessions, MONDAY)
    assert seen(sessions, MONDAY + DAY).undelivered == ()


def test_what_staff_declined_is_told_with_their_reason_at_each_table(sessions: sessionmaker[Session]) -> None:
    number = registers(sessions, "Jan")
    with sessions.begin() as session:
        row = session.get_one(MessageRow, number)
        tables = ["grondwater", "hemelwater"]
        wish = {"action": "register", "participant": "Els", "organisation": "Farys", "tables": tables}
        row.reading, row.instruction = {"requests": [wish]}, {"reason": "Volzet."}
        session.add(EventRow(at=MONDAY, message_row=number, what="decline", rule="an@dienst.example"))
        session.add(EventRow(at=MONDAY, message_row=number, what="accept", rule="an@dienst.example"))
    digest = seen(sessions, MONDAY)
    refused = [one.last for one in digest.changes if one.last.what == "decline"]
    assert [(one.table, one.participant, one.note, one.rule) for one in refused] == [
        (table, "Els", "Volzet.", "an@dienst.example") for table in tables
    ]
    assert [(one.message, one.ruling, one.by) for one in digest.ruled] == [(number, "accept", "an@dienst.example")]


def test_an_event_of_a_kind_that_nobody_knows_is_told_all_the_same(sessions: sessionmaker[Session]) -> None:
    with sessions.begin() as session:
        session.add(EventRow(at=MONDAY, what="alias", rule="an@dienst.example"))
    assert [(one.message, one.ruling) for one in seen(sessions, MONDAY).ruled] == [(None, "alias")]


def test_the_sheet_of_a_session_comes_the_day_before_it_and_fills_a_day_without_other_news(
    sessions: sessionmaker[Session],
) -> None:
    registers(sessions, "Jan Zeebroek")
    registers(sessions, "An Van den Berghe")
    assert [makes(sessions, MONDAY + day * DAY) for day in range(5)] == [2, 0, 0, 2, 0]
    thursday = seen(sessions, MONDAY + 3 * DAY)
    (meeting,) = thursday.meetings
    assert meeting.attendance is not None
    assert [one.name for one in meeting.attendance] == ["An Van den Berghe", "Jan Zeebroek"]
    with sessions() as session:
        book = workbooks.read(files(session, thursday, OFFICE)[0].content)
    assert list(book) == ["15-10 grondwater", "grondwater", "hemelwater"]


# --- The mail


def test_every_recipient_gets_a_mail_of_their_own_that_answers_nobody(sessions: sessionmaker[Session]) -> None:
    registers(sessions, "Jan")
    withheld = replace(STATIONERY, withheld=True)
    assert report(sessions, withheld, OFFICE, MONDAY) == 2
    with sessions() as session:
        notices = session.scalars(select(NoticeRow).order_by(NoticeRow.id)).all()
    assert [(one.recipient, one.kind, one.state) for one in notices] == [
        (recipient, "digest", NoticeState.QUEUED) for recipient in OFFICE.recipients
    ]
    message = mail(notices[0].content)
    assert message["Auto-Submitted"] == "auto-generated"
    assert (message["In-Reply-To"], message["References"], message["To"]) == (None, None, "an@dienst.example")
    assert re.fullmatch(r"Werktafels 11/10: 1 nieuw \[WT-[2-9A-HJ-NP-Z]{12}\]", str(message["Subject"]))
    assert [part.get_filename() for part in message.iter_attachments()] == [
        "deelnemers-2021-10-11.xlsx", "wijzigingen-2021-10-11.csv"
    ]  # fmt: skip
    assert len({one.message_id for one in notices}) == 2
    with sessions() as session:
        talks = session.scalars(select(ConversationRow).order_by(ConversationRow.id)).all()
    assert [(talk.address, talk.staff) for talk in talks] == [(recipient, True) for recipient in OFFICE.recipients]
    assert [one.conversation_id for one in notices] == [talk.id for talk in talks]
    assert len({talk.token for talk in talks}) == 2


def test_a_mail_that_came_back_is_told_without_the_code_that_took_it_over(sessions: sessionmaker[Session]) -> None:
    number = registers(sessions, "Jan")
    with sessions.begin() as session:
        notice = NoticeRow(
            message_row=number, kind="question", recipient="jan@aquafin.example", message_id="n@x", content=b"",
            state=NoticeState.BOUNCED, owed_at=MONDAY, due_at=MONDAY, answer_code=250,
        )  # fmt: skip
        session.add(notice)
        session.flush()
        session.add(EventRow(at=MONDAY, message_row=number, notice_id=notice.id, what="bounced", rule="question"))
    (lost,) = seen(sessions, MONDAY).undelivered
    assert (lost.kind, lost.state, lost.now, lost.code) == (
        "question", NoticeState.BOUNCED, NoticeState.BOUNCED, None
    )  # fmt: skip
