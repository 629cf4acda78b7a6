"""Mail that was kept in files, taken in on the command line and handled like any other, with or without a word."""

import json
import mailbox as formats
from pathlib import Path

import pytest
from sqlalchemy import func, select

from mailworker.domain.states import MessageState
from mailworker.store.schema import EventRow, MessageRow, RawRow, ReceiptRow
from tests.stories.command_line import command
from tests.stories.conftest import Day, mail

JAN = "Jan Peeters <jan.peeters@aquafin.be>"
ELS = "Els Maes <els.maes@aquafin.be>"
WISH = "Dag, graag schrijf ik me in voor de werktafel {}.\n\n{}\nAquafin"
FIRST = mail(JAN, WISH.format("grondwater", "Jan Peeters"), Date="Thu, 01 Jul 2021 09:00:00 +0200")
SECOND = mail(ELS, WISH.format("grondwater", "Els Maes"), Date="Fri, 02 Jul 2021 09:00:00 +0200")
VAGUE = mail(ELS, "Dag, graag schrijf ik me in voor een werktafel.\n\nEls Maes\nAquafin")
STAFF = {"MAILWORKER_STAFF__ADDRESSES": "clerk@vmm.be", "MAILWORKER_STAFF__NOTIFY_AT_ONCE": "true"}


def an_mbox(file: Path, *mails: bytes) -> Path:
    """As the standard library writes it: line feeds, From_ lines, and "From " in a mail quoted."""
    box = formats.mbox(file)
    for one in mails:
        message = formats.mboxMessage(one)
        message.set_from("jan@example.be", (2021, 6, 3, 10, 0, 0, 3, 154, 0))
        box.add(message)
    box.close()
    return file


def rows(day: Day) -> list[MessageRow]:
    with day.worker.sessions() as session:
        return list(session.scalars(select(MessageRow).order_by(MessageRow.id)))


def number_of(day: Day, table: type[MessageRow] | type[ReceiptRow]) -> int:
    with day.worker.sessions() as session:
        return session.scalars(select(func.count()).select_from(table)).one()


def test_the_oldest_mail_of_an_mbox_gets_the_place_wherever_it_stands(day: Day, tmp_path: Path) -> None:
    box = an_mbox(tmp_path / "oud.mbox", SECOND, FIRST)
    imported = command(day, "import", box)
    assert (imported.returncode, imported.stdout, imported.stderr) == (
        0, "2 new, 0 known before, 0 unreadable\n", "",
    )  # fmt: skip
    assert day.round().handled == [MessageState.HANDLED, MessageState.HANDLED]
    assert day.register == [
        ("Jan Peeters", "Aquafin", "grondwater", "confirmed"),
        ("Els Maes", "Aquafin", "grondwater", "waiting"),
    ]
    assert [one.recipient for one in day.sent] == ["jan.peeters@aquafin.be", "els.maes@aquafin.be"]
    with day.worker.sessions() as session:
        assert list(session.scalars(select(RawRow.content).order_by(RawRow.message_row))) == [FIRST, SECOND]
    assert [row.received_at.isoformat() for row in rows(day)] == [
        "2021-07-01T07:00:00+00:00", "2021-07-02T07:00:00+00:00",
    ]  # fmt: skip


def test_a_second_import_changes_nothing_and_one_of_more_mails_brings_those(day: Day, tmp_path: Path) -> None:
    box = an_mbox(tmp_path / "oud.mbox", FIRST)
    command(day, "import", box)
    day.round()
    before = (rows(day)[0].state, number_of(day, ReceiptRow), len(day.sent))
    assert command(day, "import", box).stdout == "0 new, 1 known before, 0 unreadable\n"
    assert day.round().handled == []
    assert (rows(day)[0].state, number_of(day, ReceiptRow), len(day.sent)) == before
    an_mbox(box, SECOND)
    assert command(day, "import", box).stdout == "1 new, 1 known before, 0 unreadable\n"


def test_a_mail_that_came_from_the_mailbox_is_known_again_in_a_file(day: Day, tmp_path: Path) -> None:
    quoted = mail(JAN, "From now on I also join in.\n\n>From here I quote.\n\nJan Peeters\nAquafin")
    day.mailbox.deliver(quoted)
    day.arrives(FIRST)
    assert command(day, "import", an_mbox(tmp_path / "oud.mbox", FIRST)).stdout == (
        "0 new, 1 known before, 0 unreadable\n"
    )
    folder = tmp_path / "map"
    folder.mkdir()
    (folder / "1.eml").write_bytes(quoted.replace(b"\r\n", b"\n"))
    assert command(day, "import", folder).stdout == "0 new, 1 known before, 0 unreadable\n"
    assert number_of(day, MessageRow) == 2


def test_a_silent_import_fills_the_register_and_the_digest_and_nobody_gets_mail(day: Day, tmp_path: Path) -> None:
    day.restart(**STAFF)
    cancel = mail(
        ELS,
        "Dag, mijn collega Jan Peeters moet uit de tafel grondwater, gelieve hem te schrappen.\n\nEls Maes\nAquafin",
    )
    box = an_mbox(tmp_path / "oud.mbox", FIRST, SECOND, VAGUE, cancel)
    assert command(day, "import", "--silent", box).returncode == 0
    assert sorted(day.round().handled) == [
        MessageState.HANDLED, MessageState.HANDLED, MessageState.HELD, MessageState.HELD,
    ]  # fmt: skip
    assert [row[0] for row in day.register] == ["Jan Peeters", "Els Maes"]
    assert [one.recipient for one in day.sent] == []
    assert [row.why for row in rows(day) if row.state == MessageState.HELD] == [
        "something is missing, and a silent import asks nobody",
        "neither the participant nor who registered them wrote this",
    ]
    with day.worker.sessions() as session:
        assert set(session.scalars(select(EventRow.what))) >= {"confirmed", "waiting"}
    facts = json.loads(command(day, "digest", "--json").stdout)
    assert len(facts["held"]) == 2


def test_staff_release_a_silent_mail_and_still_nobody_gets_mail(day: Day, tmp_path: Path) -> None:
    cancel = mail(
        ELS,
        "Dag, mijn collega Jan Peeters moet uit de tafel grondwater, gelieve hem te schrappen.\n\nEls Maes\nAquafin",
    )
    command(day, "import", "--silent", an_mbox(tmp_path / "oud.mbox", FIRST, cancel))
    day.round()
    (held,) = json.loads(command(day, "held", "--json").stdout)
    assert command(day, "release", str(held["id"])).returncode == 0
    assert day.round().handled == [MessageState.HANDLED]
    assert day.register == [("Jan Peeters", "Aquafin", "grondwater", "cancelled")]
    assert day.sent == []


def test_a_silent_import_does_not_silence_a_mail_that_came_before_nor_one_that_follows(
    day: Day, tmp_path: Path
) -> None:
    day.mailbox.deliver(FIRST)
    command(day, "poll")
    command(day, "import", "--silent", an_mbox(tmp_path / "oud.mbox", FIRST, SECOND))
    assert [row.silent for row in rows(day)] == [False, True]
    day.arrives(mail(JAN, "Dag, ik schrijf me uit voor de werktafel grondwater.\n\nJan Peeters\nAquafin"))
    assert [(row[0], row[3]) for row in day.register] == [("Jan Peeters", "cancelled"), ("Els Maes", "confirmed")]
    assert [one.recipient for one in day.sent] == [
        "jan.peeters@aquafin.be", "jan.peeters@aquafin.be", "els.maes@aquafin.be",
    ]  # fmt: skip


def test_a_folder_is_taken_in_with_its_folders_and_what_is_no_mail_is_named(day: Day, tmp_path: Path) -> None:
    folder = tmp_path / "mails"
    (folder / "2021" / "juli").mkdir(parents=True)
    (folder / "2021" / "juli" / "a.EML").write_bytes(FIRST.replace(b"\r\n", b"\n"))
    (folder / "b.eml").write_bytes(SECOND)
    (folder / "leeg.eml").write_bytes(b"")
    (folder / "outlook.msg").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500))
    (folder / "nota.txt").write_bytes(b"Subject: not a mail\n\n")
    imported = command(day, "import", folder)
    assert (imported.returncode, imported.stdout) == (1, "2 new, 0 known before, 2 unreadable\n")
    assert imported.stderr == "unreadable: leeg.eml\nunreadable: outlook.msg\n"
    assert [row.received_at.day for row in rows(day)] == [1, 2]


def test_a_maildir_is_taken_in_and_a_flag_makes_no_other_mail_of_it(day: Day, tmp_path: Path) -> None:
    folder = tmp_path / "Maildir"
    formats.Maildir(folder).close()
    (folder / "cur" / "1.host:2,").write_bytes(FIRST)
    (folder / "new" / "2.host").write_bytes(SECOND)
    assert command(day, "import", folder).stdout == "2 new, 0 known before, 0 unreadable\n"
    (folder / "cur" / "1.host:2,").rename(folder / "cur" / "1.host:2,S")
    (folder / "new" / "2.host").rename(folder / "cur" / "2.host:2,")
    assert command(day, "import", folder).stdout == "0 new, 2 known before, 0 unreadable\n"
    assert number_of(day, ReceiptRow) == 2


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (None, "cannot be read (No such file or directory)"),
        (b"Jaarverslag 2021\n", "is no mbox: its first line is no From_ line"),
    ],
)
def test_what_is_no_archive_is_one_clear_line(day: Day, tmp_path: Path, made: bytes | None, says: str) -> None:
    file = tmp_path / "oud.mbox"
    if made is not None:
        file.write_bytes(made)
    refused = command(day, "import", file)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.splitlines() == [
        f"mailworker: {file} {says}. Name an mbox file, a Maildir, or a folder with .eml files"
    ]


def test_an_mbox_that_nobody_may_write_to_is_only_read(day: Day, tmp_path: Path) -> None:
    box = an_mbox(tmp_path / "oud.mbox", FIRST)
    box.chmod(0o400)
    before = (box.read_bytes(), box.stat().st_mtime_ns)
    assert command(day, "import", box).returncode == 0
    assert (box.read_bytes(), box.stat().st_mtime_ns) == before
    assert sorted(one.name for one in tmp_path.iterdir() if "oud" in one.name) == ["oud.mbox"]
