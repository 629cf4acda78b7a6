"""What today's rules would decide differently from what was decided then: shown, and nothing changed by it."""

import json
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified
from typer.testing import CliRunner, Result

from mailworker import cli
from mailworker.commands import start
from mailworker.domain.instruction import Instruction, Ruling
from mailworker.domain.states import MessageState
from mailworker.store import held
from mailworker.store.schema import Base, MessageRow
from mailworker.worker import clock
from tests.stories.conftest import Day, mail

JAN = "Jan Peeters <jan.peeters@aquafin.be>"
ELS = "Els Maes <els.maes@aquafin.be>"
WISH = "Dag, graag schrijf ik me in voor de werktafel grondwater.\n\nJan Peeters\nAquafin"
CANCEL = "Dag, mijn collega Jan Peeters moet uit de tafel grondwater, gelieve hem te schrappen.\n\nEls Maes\nAquafin"
FORGED = {"Authentication_Results": "mx.vmm.be; dmarc=fail header.from=aquafin.be"}


def replay(day: Day, *arguments: str, exit_code: int = 0) -> Result:
    command = ["replay", "--dry-run", *arguments]
    result = CliRunner().invoke(cli.app, command, env=day.environ, catch_exceptions=False)
    assert result.exit_code == exit_code, result.output
    return result


def differences(day: Day, *arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in replay(day, "--json", *arguments).stdout.splitlines()]


def everything(day: Day) -> dict[str, list[Any]]:
    """All rows of all tables."""
    with day.worker.sessions() as session:
        tables = Base.metadata.sorted_tables
        return {table.name: [tuple(row) for row in session.execute(select(table))] for table in tables}


@pytest.fixture
def busy(day: Day) -> Day:
    """A day with mails that were handled (1), held by the register (2), held at the gate (3), asked about (4), held by
    the reader (5), ignored (6), entered by hand and not yet handled (7)."""
    day.arrives(mail(JAN, WISH))
    day.arrives(mail(ELS, CANCEL))
    day.arrives(mail(JAN, WISH.replace("grondwater", "hemelwater"), **FORGED))
    day.arrives(mail("Tom Claes <tom@claes.test>", "Dag, ik wil graag meedoen.\n\nTom Claes"))
    day.arrives(mail("An Smet <an@smet.test>", "Dag, wanneer begint de tafel grondwater precies?\n\nAn Smet"))
    day.arrives(mail("x@list.test", "Nieuws", List_Id="<x.list.test>", Precedence="list"))
    with day.worker.sessions() as session:
        states = list(session.scalars(select(MessageRow.state).order_by(MessageRow.id)))
    assert states == ["handled", "held", "held", "asked", "held", "ignored"]
    entry = ["registrations", "add", "--participant=Els Maes", "--organisation=Aquafin", "--table=grondwater"]
    command = [*entry, "--address=els.maes@aquafin.be"]
    assert CliRunner().invoke(cli.app, command, env=day.environ, catch_exceptions=False).exit_code == 0
    return day


def test_what_was_decided_by_the_same_rules_is_no_difference_and_nothing_is_changed(busy: Day) -> None:
    before = everything(busy)
    shown = replay(busy, "--all").stdout
    assert shown == "6 mails compared: 6 decided the same today, 0 differently; not compared: 1 not decided yet\n"
    assert everything(busy) == before
    busy.round()
    assert replay(busy, "--all", "--json").stderr.endswith("; not compared: 1 entered by hand\n")


def test_another_outcome_other_requests_and_another_reason_are_told(busy: Day) -> None:
    with busy.worker.sessions.begin() as session:
        first, asked, last = (session.get_one(MessageRow, number) for number in (1, 4, 5))
        assert first.reading is not None
        first.reading["requests"][0]["tables"] = ["wateraudit"]
        flag_modified(first, "reading")
        asked.state, asked.rule, asked.why = MessageState.HELD, "odd words", "The mail says [bold]nothing."
        last.rule = "odd words"
    before = everything(busy)
    found = differences(busy, "--all")
    assert [(one["id"], one["differs"]) for one in found] == [
        (1, ["requests"]),
        (4, ["outcome"]),
        (5, ["reason"]),
    ]
    assert [one["requests"][0]["tables"] for one in (found[0]["then"], found[0]["now"])] == [
        ["wateraudit"],
        ["grondwater"],
    ]
    assert (found[1]["then"]["outcome"], found[1]["now"]["outcome"]) == ("review", "ask")
    assert (found[2]["then"]["rule"], found[2]["now"]["rule"]) == ("odd words", "question")
    shown = replay(busy, "1", "4").stdout
    assert "[bold]nothing" in shown
    assert shown.endswith("2 mails compared: 0 decided the same today, 2 differently\n")
    assert everything(busy) == before


def test_a_mail_that_staff_decided_about_counts_as_one_that_was_held(busy: Day) -> None:
    with busy.worker.sessions.begin() as session:
        for number, ruling in ((2, Ruling.ACCEPT), (3, Ruling.ACCEPT), (5, Ruling.DISMISS)):
            held.instruct(session, number, Instruction(ruling, "command line"), clock())
    busy.round()
    (found,) = differences(busy, "--all")
    # What the reader held is held today as well; what the register held was read well then and is now.
    assert (found["id"], found["then"]["outcome"], found["then"]["rule"]) == (2, "review", "staff: accept")
    assert (found["now"]["outcome"], found["differs"]) == ("handle", ["outcome"])


def test_a_failed_message_is_read_again_and_an_unknown_one_is_named(busy: Day) -> None:
    with busy.worker.sessions.begin() as session:
        row = session.get_one(MessageRow, 1)
        row.state, row.error, row.reading = MessageState.FAILED, "KeyError: 'x'", None
    (found,) = differences(busy, "--failed")
    assert (found["id"], found["then"]["outcome"], found["now"]["outcome"]) == (1, "failed", "handle")
    assert "There is no message 98, 99" in replay(busy, "98", "1", "99", exit_code=start.WRONG).stderr
