"""`mailworker stats`: what it prints and draws of a ledger, and that it names nobody."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mailworker import cli
from mailworker.commands import start
from mailworker.domain.registration import Change, Registration
from mailworker.domain.states import MessageState, RegistrationStatus
from mailworker.store import inbox, registrations
from mailworker.store.database import open_engine, session_factory
from mailworker.store.schema import MessageRow

MIDNIGHT = datetime(2021, 10, 13, 22, 0, tzinfo=UTC)
"""14 October begins, where the programme is."""
JAN = Registration(
    "grondwater", "Aquafin", "aquafin", "Jan Peeters", RegistrationStatus.CONFIRMED, "jan@aquafin.test", 1, place=1
)


@pytest.fixture
def written(database_url: str) -> str:
    """The URL of a ledger with one mail that registered somebody."""
    engine = open_engine(database_url)
    with session_factory(engine).begin() as session:
        box = inbox.mailbox(session, "intake", 1)
        inbox.store(session, box, inbox.Delivery(1, b"", 0, MIDNIGHT, "m@x.test", "d" * 64, "s" * 64), MIDNIGHT)
        session.get_one(MessageRow, 1).state = MessageState.HANDLED
        registrations.lock_organisations(session, {"aquafin": "Aquafin"})
        change = Change(None, JAN, "place free")
        registrations.apply(session, [change], message_row=1, now=MIDNIGHT, evidence=lambda _: {})
    engine.dispose()
    return database_url


def run(url: str, *arguments: str, exit_code: int = 0) -> str:
    environ = {"MAILWORKER_DATABASE__URL": url, "COLUMNS": "80"}
    result = CliRunner().invoke(cli.app, ["stats", *arguments], env=environ, catch_exceptions=False)
    assert result.exit_code == exit_code, result.output
    return result.stdout


def test_the_facts_are_by_local_day(written: str) -> None:
    facts = json.loads(run(written, "--json"))
    assert facts["tables"][0] == {"table": "grondwater", "confirmed": 1, "waiting": 0, "cancelled": 0}
    assert facts["days"] == [
        {
            "day": "2021-10-14",
            "joined": {"grondwater": 1},
            "left": {},
            "confirmed": {"grondwater": 1},
            "mails": {"handled": 1},
        }
    ]


def test_people_get_tables_and_a_picture_and_no_names(written: str, tmp_path: Path) -> None:
    shown = run(written, "--png", str(tmp_path / "x.png"))
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG")
    assert "2021-10-14" in shown
    assert "1 +1" in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert [name for name in ("Peeters", "Aquafin", "jan@") if name in shown] == []


def test_a_stretch_in_which_nothing_happened_says_so(written: str, tmp_path: Path) -> None:
    assert run(written, "--since", "15/10/2021") == "No mail came in and nobody was registered.\n"
    assert run(written, "--until", "2021-10-14") != "No mail came in and nobody was registered.\n"
    assert run(written, "--until", "2021-10-13", "--png", str(tmp_path / "x.png"), exit_code=start.WRONG) == ""
    assert list(tmp_path.glob("*.png")) == []


def test_a_turned_round_stretch_and_a_file_that_cannot_be_written_are_faults(written: str, tmp_path: Path) -> None:
    assert run(written, "--since", "2021-10-14", "--until", "2021-10-13", exit_code=start.FAULT) == ""
    assert run(written, "--png", str(tmp_path), exit_code=start.WRONG) == ""
