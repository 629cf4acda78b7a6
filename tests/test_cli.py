"""The commands as scripts and people use them: what they print, write and exit with."""

import csv
import json
import sqlite3
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mailworker import cli, console, exports
from mailworker.commands import start
from mailworker.domain.states import RegistrationStatus
from mailworker.resources import shipped
from mailworker.settings import load
from mailworker.store.registrations import Listed

CORPUS = Path(__file__).parent / "mails" / "corpus" / "mails"
SINCE = datetime(2021, 7, 5, 7, 30, tzinfo=UTC)
LISTED = (
    Listed(1, "Jan Peeters", "Aquafin", "grondwater", RegistrationStatus.CONFIRMED, "jan@aquafin.test", SINCE),
    Listed(2, '=HYPERLINK("x")', "+Bedrijf", "hemelwater", RegistrationStatus.WAITING, "@evil.test", SINCE),
)


def run(*arguments: str, exit_code: int = 0, **environ: str) -> str:
    result = CliRunner().invoke(cli.app, arguments, env=environ, catch_exceptions=False)
    assert result.exit_code == exit_code, result.output
    return result.stdout


def test_explain_prints_one_object_a_line_in_the_order_of_the_files() -> None:
    files = sorted(CORPUS.glob("*.eml"), reverse=True)[:12]
    lines = [json.loads(line) for line in run("explain", "--json", *map(str, files)).splitlines()]
    assert [line["file"] for line in lines] == [str(file) for file in files]
    keys = ["file", "outcome", "requests", "missing", "question", "why", "evidence"]
    assert all(list(line) == keys for line in lines)


def test_explain_shows_every_mail_of_the_corpus_to_a_person() -> None:
    files = sorted(CORPUS.glob("*.eml"))
    shown = run("explain", *map(str, files))
    assert shown.count("Subject  ") == len(files)
    assert "\x1b" not in shown, "no terminal, no colours"


def test_what_a_mail_would_send_to_the_terminal_is_made_harmless(tmp_path: Path) -> None:
    mail = tmp_path / "hostile.eml"
    mail.write_bytes(b"From: \x1b[2J <a@b.test>\r\nSubject: \x1b]0;x\x07\r\n\r\ngrondwater \x1b[31m[bold]\r\n")
    shown = run("explain", str(mail))
    assert "\x1b" not in shown
    assert "[bold]" in shown


def test_explain_goes_on_after_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    mail = next(iter(sorted(CORPUS.glob("*.eml"))))
    printed = run("explain", "--json", str(tmp_path / "none.eml"), str(mail), exit_code=start.WRONG)
    assert json.loads(printed)["file"] == str(mail)


def test_registrations_of_an_empty_register(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'ledger.db'}"
    run("db", "upgrade", MAILWORKER_DATABASE__URL=url)
    assert run("registrations", "--json", MAILWORKER_DATABASE__URL=url) == "[]\n"
    assert run("registrations", MAILWORKER_DATABASE__URL=url) == "No registrations yet.\n"


def test_the_json_of_registrations_is_that_of_the_contract() -> None:
    assert json.loads(exports.to_json(LISTED))[0] == {
        "id": 1,
        "participant": "Jan Peeters",
        "organisation": "Aquafin",
        "table": "grondwater",
        "status": "confirmed",
        "address": "jan@aquafin.test",
        "since": "2021-07-05T07:30:00+00:00",
    }


def test_no_cell_of_a_csv_file_is_a_formula_and_times_are_local(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    exports.to_csv(LISTED, file, "Europe/Brussels")
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.reader(opened, delimiter=";"))
    assert rows[1] == ["Jan Peeters", "Aquafin", "grondwater", "confirmed", "jan@aquafin.test", "2021-07-05 09:30"]
    assert [cell[:2] for cell in (rows[2][0], rows[2][1], rows[2][4])] == ["'=", "'+", "'@"]


def test_no_cell_of_a_spreadsheet_is_a_formula(tmp_path: Path) -> None:
    file = tmp_path / "x.xlsx"
    exports.to_xlsx(LISTED, file, "Europe/Brussels")
    with zipfile.ZipFile(file) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        strings = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "=HYPERLINK" in strings
    assert "<autoFilter" in sheet


@pytest.mark.parametrize("arguments", [("--help",), ("poll", "--help"), ("db", "upgrade", "--help")])
def test_every_command_explains_itself(arguments: tuple[str, ...]) -> None:
    assert "Usage" in run(*arguments)


def main_says(capsys: pytest.CaptureFixture[str], *arguments: str, exit_code: int, **environ: str) -> str:
    """What the command as people start it says on standard error."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environ.items():
            patch.setenv(name, value)
        patch.setattr(sys, "argv", ["mailworker", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
    assert ended.value.code == exit_code
    return capsys.readouterr().err


@pytest.mark.parametrize("arguments", [("registrations",), ("db", "upgrade"), ("check",), ("poll",)])
def test_a_database_of_a_later_version_is_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    file = tmp_path / "ledger.db"
    url = f"sqlite:///{file}"
    run("db", "upgrade", MAILWORKER_DATABASE__URL=url)
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    servers = {f"MAILWORKER_{server}__{key}": "x" for server in ("IMAP", "SMTP") for key in ("HOST", "PASSWORD")}
    said = "The database has revision 9999, which this version does not know: a later mailworker made it."
    if arguments == ("check",):
        assert said in run("check", exit_code=start.FAULT, MAILWORKER_DATABASE__URL=url)
        return
    says = main_says(capsys, *arguments, exit_code=start.FAULT, MAILWORKER_DATABASE__URL=url, **servers)
    remedy = "Install that version again, or set MAILWORKER_DATABASE__URL to another database"
    assert says == f"mailworker: {said} {remedy}\n"


@pytest.mark.parametrize("arguments", [("registrations",), ("held", "--json"), ("outbox",), ("stats",), ("digest",)])
def test_who_looks_at_a_misspelt_path_hears_of_it_and_no_database_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    file = tmp_path / "new" / "leger.db"
    url = f"sqlite:///{file}"
    says = main_says(capsys, *arguments, exit_code=start.UNREACHABLE, MAILWORKER_DATABASE__URL=url)
    assert f"There is no database {file}" in says
    assert "run, poll and db upgrade make a database" in says
    assert list(tmp_path.iterdir()) == []


def test_an_empty_database_is_prepared_by_who_writes_into_it_not_by_who_looks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ledger.db").touch()
    url = f"sqlite:///{tmp_path / 'ledger.db'}"
    says = main_says(capsys, "registrations", exit_code=start.FAULT, MAILWORKER_DATABASE__URL=url)
    assert "no tables of ours yet" in says
    assert "Run: mailworker db upgrade" in says


def test_the_check_makes_no_database_and_says_where_none_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    checked = run("check", exit_code=start.FAULT, MAILWORKER_DATABASE__URL=f"sqlite:///{tmp_path / 'x' / 'l.db'}")
    assert "not there yet, the first start makes it" in checked
    assert [one.name for one in tmp_path.iterdir()] == ["file"]
    url = f"sqlite:///{tmp_path / 'file' / 'l.db'}"
    assert "cannot be made in" in run("check", exit_code=start.UNREACHABLE, MAILWORKER_DATABASE__URL=url)


def test_postgresql_without_its_driver_names_the_extra(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    url = "postgresql://u:geheim@127.0.0.1/x"
    says = main_says(capsys, "registrations", exit_code=start.FAULT, MAILWORKER_DATABASE__URL=url)
    assert "pip install 'mailworker[postgres]'" in says
    assert "geheim" not in says


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "Which messages?"),
        (("1", "--failed"), "Which messages?"),
        (("--dry-run", "--failed", "--all"), "Which messages? Name IDs, --failed for all that failed, or --all"),
        (("--all",), "--all and --json go with --dry-run"),
        (("1", "--json"), "--all and --json go with --dry-run"),
    ],
)
def test_which_messages_are_meant_and_what_for_must_be_clear(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], says: str
) -> None:
    assert says in main_says(capsys, "replay", *arguments, exit_code=start.FAULT).replace("?.", "?")


def test_the_register_is_readable_at_80_columns_and_has_addresses_where_there_is_room(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    programme = load(shipped("config") / "mailworker.toml", {}).programme
    listed = [*LISTED, replace(LISTED[0], id=1003, organisation="Vlaamse Milieumaatschappij", table="oppervlaktewater")]
    monkeypatch.setenv("COLUMNS", "80")
    console.show_registrations(listed, programme)
    narrow = capsys.readouterr().out
    assert max(map(len, narrow.splitlines())) <= 80
    (jan,) = (line for line in narrow.splitlines() if "│ 1 " in line)
    assert [cell.strip() for cell in jan.strip("│").split("│")] == [
        *("1", "grondwater", "Aquafin", "Jan Peeters", "confirmed", "2021-07-05")
    ]
    monkeypatch.setenv("COLUMNS", "120")
    console.show_registrations(listed, programme)
    (jan,) = (line for line in capsys.readouterr().out.splitlines() if "│ 1 " in line)
    assert [cell.strip() for cell in jan.strip("│").split("│")][5:] == ["2021-07-05 09:30", "jan@aquafin.test"]
