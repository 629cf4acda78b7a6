"""Servers that are down, wrong passwords, faults in the configuration: a clear error with what to do, nothing lost."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mailworker.domain.states import MessageState, NoticeState
from mailworker.resources import shipped
from mailworker.store import inbox, outbox
from tests.servers.submission import At
from tests.stories.conftest import Day, mail

JAN = "Jan Peeters <jan.peeters@aquafin.be>"
WISH = "Dag, graag schrijf ik me in voor de werktafel grondwater.\n\nJan Peeters\nAquafin"


def command(day: Day, *arguments: str, **changed: str) -> subprocess.CompletedProcess[str]:
    """The command as an operator runs it."""
    environ = {**os.environ, **day.environ, **changed}
    return subprocess.run(
        [sys.executable, "-m", "mailworker.cli", *arguments],
        env=environ, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def notices(day: Day) -> dict[NoticeState, int]:
    with day.worker.sessions() as session:
        return {state: number for state, number in outbox.counts(session).items() if number}


def test_mail_that_came_before_an_outage_of_the_mailbox_is_answered_all_the_same(day: Day) -> None:
    day.submission.stop()
    done = day.arrives(mail(JAN, WISH))
    assert (done.handled, [type(e).__name__ for e in done.errors]) == ([MessageState.HANDLED], ["ServerUnreachable"])
    day.submission.start()
    day.mailbox.server.stop()
    done = day.round()
    assert [type(e).__name__ for e in done.errors] == ["ServerUnreachable"]
    assert "MAILWORKER_IMAP__HOST" in str(done.errors[0])
    assert done.sent.sent == len(day.sent) == 1
    day.mailbox.server.start()
    day.mailbox.deliver(mail("Els Maes <els@vito.be>", "Ik kom naar hemelwater.\n\nEls Maes, VITO"))
    assert day.round().errors == []
    assert len(day.sent) == 2


def test_an_answer_that_the_server_cannot_take_now_is_kept_and_tried_again(day: Day) -> None:
    day.submission.answer("451 4.7.1 later", at=At.RCPT)
    done = day.arrives(mail(JAN, WISH))
    assert (done.sent.deferred, notices(day)) == (1, {NoticeState.QUEUED: 1})
    assert day.round().sent.sent == 0, "not before it is due"


def test_an_answer_that_the_server_refuses_for_good_is_noted(day: Day) -> None:
    day.submission.answer("550 5.1.1 no such mailbox", at=At.RCPT)
    day.arrives(mail(JAN, WISH))
    assert notices(day) == {NoticeState.REFUSED: 1}
    assert day.register == [("Jan Peeters", "Aquafin", "grondwater", "confirmed")]


def test_poll_is_zero_when_all_went_well_and_three_when_a_server_was_out_of_reach(day: Day) -> None:
    day.mailbox.deliver(mail(JAN, WISH))
    well = command(day, "poll")
    assert (well.returncode, len(day.sent)) == (0, 1), well.stderr
    day.submission.stop()
    day.mailbox.deliver(mail("Els Maes <els@vito.be>", "Ik kom naar hemelwater.\n\nEls Maes, VITO"))
    unreachable = command(day, "poll")
    assert unreachable.returncode == 3
    assert "MAILWORKER_SMTP__HOST" in unreachable.stderr
    assert "Traceback" not in unreachable.stderr


def test_a_wrong_password_is_its_own_error(day: Day) -> None:
    refused = command(day, "poll", MAILWORKER_IMAP__PASSWORD="wrong-one")
    assert refused.returncode == 3
    assert "MAILWORKER_IMAP__PASSWORD" in refused.stderr
    assert "wrong-one" not in refused.stderr + refused.stdout


def test_a_fault_in_the_configuration_stops_before_any_mail_is_touched(day: Day, tmp_path: Path) -> None:
    for name in ("mailworker.toml", "programme.toml", "organisations.toml"):
        (tmp_path / name).write_text((shipped("config") / name).read_text("utf-8"), "utf-8")
    with (tmp_path / "programme.toml").open("a", encoding="utf-8") as programme:
        programme.write('\n[[tables]]\nid = "grondwater"\nname = "Nog eens"\n')
    with (tmp_path / "mailworker.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n[nonsense]\nkey = 1\n")
    day.mailbox.deliver(mail(JAN, WISH))
    faulty = command(day, "--config", str(tmp_path / "mailworker.toml"), "poll", MAILWORKER_IMAP__PROT="143")
    assert faulty.returncode == 2
    for named in ("programme.toml", "nonsense", "MAILWORKER_IMAP__PROT"):
        assert named in faulty.stderr
    assert ["\\Seen" in message.flags for message in day.mailbox.messages()] == [False]


def test_a_template_with_an_unknown_placeholder_stops_before_any_mail_is_touched(day: Day, tmp_path: Path) -> None:
    own = tmp_path / "nl" / "confirmation"
    own.mkdir(parents=True)
    (own / "body.txt").write_text("Beste {{ nobody_knows_this }}\n", "utf-8")
    faulty = command(day, "poll", MAILWORKER_ANSWERS__TEMPLATES=str(tmp_path))
    assert faulty.returncode == 2
    assert "nobody_knows_this" in faulty.stderr
    assert "body.txt" in faulty.stderr


def test_check_says_of_each_part_how_it_does(day: Day) -> None:
    well = command(day, "check")
    assert well.returncode == 0, well.stdout + well.stderr
    assert [line.split()[:2] for line in well.stdout.splitlines()] == [
        ["ok", part] for part in ("configuration", "templates", "database", "IMAP", "SMTP")
    ]
    day.submission.stop()
    ill = command(day, "check", MAILWORKER_IMAP__PASSWORD="wrong")
    assert ill.returncode == 3
    assert [line.split()[0] for line in ill.stdout.splitlines()] == ["ok", "ok", "ok", "FAIL", "FAIL"]
    nowhere = command(day, "check", MAILWORKER_IMAP__MOVE_TO="Verwerkt")
    assert 'There is no folder "Verwerkt"' in nowhere.stdout
    day.mailbox.create_folder("Verwerkt")
    assert "handled mail goes to Verwerkt" in command(day, "check", MAILWORKER_IMAP__MOVE_TO="Verwerkt").stdout


def test_one_mail_that_always_raises_does_not_stop_those_behind_it(day: Day, tmp_path: Path) -> None:
    own = tmp_path / "nl" / "confirmation"
    own.mkdir(parents=True)
    # A fault of an operator's own template that only one mail brings to light.
    (own / "body.txt").write_text("{{ 1 // (0 if 'Tom Claes' in people | map(attribute='name') else 1) }}\n", "utf-8")
    day.restart(MAILWORKER_ANSWERS__TEMPLATES=str(tmp_path))
    day.mailbox.deliver(mail("Tom Claes <tom.claes@vito.be>", WISH.replace("Jan Peeters\nAquafin", "Tom Claes\nVITO")))
    done = day.arrives(mail(JAN, WISH))
    assert done.handled == [MessageState.RECEIVED, MessageState.HANDLED]
    assert day.register == [("Jan Peeters", "Aquafin", "grondwater", "confirmed")]
    with day.worker.sessions() as session:
        assert inbox.counts(session)[MessageState.RECEIVED] == 1


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_the_service_answers_mail_and_ends_cleanly_when_told(day: Day, stop: signal.Signals) -> None:
    day.mailbox.deliver(mail(JAN, WISH))
    service = subprocess.Popen(
        [sys.executable, "-m", "mailworker.cli", "run"],
        env={**os.environ, **day.environ, "MAILWORKER_SCHEDULE__POLL_SECONDS": "1"},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    deadline = time.monotonic() + 30
    while not day.sent and time.monotonic() < deadline:
        time.sleep(0.05)
    service.send_signal(stop)
    _, said = service.communicate(timeout=30)
    assert (service.returncode, len(day.sent)) == (0, 1), said
    assert "Traceback" not in said
