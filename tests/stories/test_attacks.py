"""What somebody tried in order to break it, each with the promise that held it, or holds it now."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from mailworker import receive
from mailworker.domain.instruction import Instruction, Ruling
from mailworker.domain.states import MessageState
from mailworker.errors import DatabaseUnreachable
from mailworker.store import database, held, inbox
from mailworker.store.schema import MessageRow
from mailworker.worker import clock
from tests.stories.conftest import Day, mail

JAN = "Jan Peeters <jan.peeters@aquafin.be>"
WISH = "Dag, graag schrijf ik me in voor de werktafel grondwater.\n\nJan Peeters\nAquafin"
CANCEL = "Schrap mij aub voor grondwater.\n\nJan Peeters\nAquafin"
FAILED = "mx.vmm.be; dmarc=fail header.from=aquafin.be"


def command(day: Day, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mailworker.cli", *arguments],
        env={**os.environ, **day.environ}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def test_the_service_ends_when_it_is_told_in_the_middle_of_a_round(day: Day) -> None:
    for number in range(12):
        words = WISH.replace("Aquafin", f"Bedrijf Nummer{number}")
        day.mailbox.deliver(mail(f"Jan Peeters <jan{number}@bedrijf{number}.be>", words))
    service = subprocess.Popen(
        [sys.executable, "-m", "mailworker.cli", "run"],
        env={**os.environ, **day.environ}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert service.stderr is not None
    for line in service.stderr:
        if "message stored" in line:
            break
    time.sleep(0.3)
    service.send_signal(signal.SIGTERM)
    try:
        _, said = service.communicate(timeout=30)
    finally:
        service.kill()
    assert service.returncode == 0, said
    day.round()
    assert len(day.sent) == len({one.message["Message-ID"] for one in day.sent}) == 12


def test_a_second_from_address_does_not_lend_its_word_to_the_first(day: Day) -> None:
    day.arrives(mail(JAN, WISH))
    result = "mx.vmm.be; dmarc=pass header.from=evil.test"
    two = mail(JAN, CANCEL, Authentication_Results=result, From=f"{JAN}, Boef <boef@evil.test>")
    assert day.arrives(two).handled == [MessageState.HELD]
    elsewhere = mail(JAN, CANCEL, "Nogmaals", Authentication_Results=result)
    assert day.arrives(elsewhere).handled == [MessageState.HELD]
    assert [row[3] for row in day.register] == ["confirmed"]


def test_a_hostile_message_id_stops_nobody(day: Day) -> None:
    hostile = mail(JAN, WISH).replace(b"Message-ID: <", b"Message-ID: <" + "\U0001f4a7".encode() * 880)
    day.mailbox.deliver(hostile)
    done = day.arrives(mail("Els Maes <els.maes@vito.be>", "Ik kom naar hemelwater.\n\nEls Maes\nVITO"))
    assert (done.errors, done.handled) == ([], [MessageState.HANDLED] * 2)


def test_a_forged_looking_mail_that_staff_release_is_carried_out_and_answered(day: Day) -> None:
    assert day.arrives(mail(JAN, WISH, Authentication_Results=FAILED)).handled == [MessageState.HELD]
    (held,) = json.loads(command(day, "held", "--json").stdout)
    assert command(day, "release", str(held["id"])).returncode == 0
    assert day.round().handled == [MessageState.HANDLED]
    assert [row[3] for row in day.register] == ["confirmed"]
    assert [one.recipient for one in day.sent] == ["jan.peeters@aquafin.be"]


def test_a_released_mail_that_asks_for_nothing_stays_with_staff(day: Day) -> None:
    assert day.arrives(mail(JAN, "Wat vindt u van het weer?\n\nJan Peeters")).handled == [MessageState.HELD]
    with day.worker.sessions.begin() as session:  # as a colleague may do whose program knows no better
        assert held.instruct(session, 1, Instruction(Ruling.ACCEPT, "command line"), clock()) is held.Instructed.DONE
    assert day.round().handled == [MessageState.HELD]


def test_a_mail_that_ends_its_worker_each_time_is_failed_in_the_end(day: Day) -> None:
    day.mailbox.deliver(mail(JAN, WISH))
    worker = day.worker
    receive.receive(worker.mailbox, worker.sessions, worker.intake, clock)
    now = clock() + timedelta(seconds=1)
    for _ in range(inbox.MAX_ATTEMPTS):
        with worker.sessions.begin() as session:
            assert len(inbox.claim(session, now)) == 1  # and the worker is killed with it in hand
        now += inbox.CLAIM_FOR + timedelta(seconds=1)
    with worker.sessions.begin() as session:
        assert inbox.claim(session, now) == []
    with worker.sessions() as session:
        assert inbox.counts(session)[MessageState.FAILED] == 1
    with worker.sessions.begin() as session:  # an operator who mended the cause replays it
        session.execute(update(MessageRow).values(state=MessageState.RECEIVED, attempts=0, due_at=now))


def test_a_database_url_that_names_a_folder_leaves_the_folder_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir(mode=0o755)
    with pytest.raises(DatabaseUnreachable, match="is no file"):
        database.open_engine(f"sqlite:///{folder}")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755
    with pytest.raises(DatabaseUnreachable):
        database.open_engine("postgresql://u:geheim@host:port/db")
