"""`mailworker digest`: what it shows, writes and sends."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mailworker import cli
from mailworker.commands import start
from mailworker.errors import ConfigurationError
from tests.servers.submission import SubmissionServer

STAFF = "an.vos@dienst.example"


@pytest.fixture
def environ(tmp_path: Path, sqlite_template: Path, submission_server: SubmissionServer) -> dict[str, str]:
    shutil.copy(sqlite_template, tmp_path / "ledger.db")
    return {
        "MAILWORKER_DATABASE__URL": f"sqlite:///{tmp_path / 'ledger.db'}",
        "MAILWORKER_DIGEST__RECIPIENTS": f"{STAFF},{STAFF.upper()}",
        "MAILWORKER_SMTP__HOST": submission_server.host,
        "MAILWORKER_SMTP__PORT": str(submission_server.port),
        "MAILWORKER_SMTP__SECURITY": "none",
    }


def run(environ: dict[str, str], *arguments: str, exit_code: int = 0) -> str:
    result = CliRunner().invoke(cli.app, ["digest", *arguments], env=environ, catch_exceptions=False)
    assert result.exit_code == exit_code, result.output
    return result.stdout


def test_without_an_option_it_shows_what_would_be_sent_and_to_whom(environ: dict[str, str]) -> None:
    shown = run(environ)
    for words in ("Werktafels ", f"to {STAFF}", "TE BEHANDELEN", "BEZETTING PER WERKTAFEL", "De som klopt."):
        assert words in shown
    assert "\x1b" not in shown, "no terminal, no colours"


def test_the_facts_are_one_json_object(environ: dict[str, str]) -> None:
    facts = json.loads(run(environ, "--json"))
    assert (facts["recipients"], facts["went_out"], facts["empty"]) == ([STAFF], False, False)
    assert facts["troubles"] == ["not polled"]
    assert facts["completeness"] == {
        "received": 0, "new": 0, "adds_up": True,
        "states": {"received": 0, "handled": 0, "asked": 0, "held": 0, "ignored": 0, "failed": 0},
    }  # fmt: skip
    assert next(one["table"] for one in facts["occupancy"]) == "grondwater"


def test_the_preview_is_the_page_that_would_be_sent(environ: dict[str, str], tmp_path: Path) -> None:
    page = tmp_path / "digest.html"
    assert run(environ, "--preview", str(page)).startswith(f"{page}: Werktafels ")
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    run(environ, "--preview", str(tmp_path / "none" / "digest.html"), exit_code=start.WRONG)


def test_what_is_sent_by_hand_is_sent_once(environ: dict[str, str], submission_server: SubmissionServer) -> None:
    assert run(environ, "--send").splitlines()[0].endswith(": 1 owed")
    assert run(environ, "--send").splitlines()[0].endswith(": made before, nothing was added")
    assert [one.recipients for one in submission_server.submitted] == [(STAFF,)]
    assert "Today's digest" in run(environ)
    assert json.loads(run(environ, "--json"))["went_out"] is True


def test_a_server_that_takes_nothing_leaves_the_digest_in_the_outbox(
    environ: dict[str, str], submission_server: SubmissionServer
) -> None:
    submission_server.answer("450 4.2.1 busy")
    run(environ, "--send", exit_code=start.UNREACHABLE)
    shown = CliRunner().invoke(cli.app, ["outbox", "--json"], env=environ).stdout
    assert [(one["kind"], one["state"]) for one in json.loads(shown)] == [("digest", "queued")]


def test_without_recipients_nothing_can_be_sent(environ: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError, match=r"digest\.recipients: addresses of staff"):
        run(environ | {"MAILWORKER_DIGEST__RECIPIENTS": ""}, "--send")


def test_only_one_thing_is_done_at_a_time(environ: dict[str, str]) -> None:
    run(environ, "--send", "--json", exit_code=start.FAULT)
