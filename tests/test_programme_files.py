"""programme.toml and organisations.toml become values of the domain, or a list of all their faults."""

import re
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mailworker.domain.organisation import Organisation
from mailworker.domain.programme import Programme, Session, Table, WhenTaken
from mailworker.errors import Fault
from mailworker.programme_files import read_organisations, read_programme
from mailworker.resources import shipped

HEAD = '[programme]\nname = "P"\norganiser = "O"\nmailbox = "in@example.be"\n'
TABLE = '[[tables]]\nid = "a"\nname = "A"\n'
BRUSSELS = ZoneInfo("Europe/Brussels")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "file.toml"


def test_a_programme_with_everything_in_it_is_read_as_it_is_written(path: Path) -> None:
    path.write_text(
        HEAD + "participants_per_organisation_per_table = 2\nsessions_per_table = 5\nends = 2022-06-30\n"
        'when_taken = "staff"\n'
        + TABLE
        + 'words = ["alfa"]\ncapacity = 12\n[[tables.sessions]]\nstarts = 2021-10-14T09:30:00\nplace = "Aalst"\n'
        "[[tables.sessions]]\nstarts = 2021-12-14T08:30:00Z\n"
        '[[tables]]\nid = "b"\nname = "B"\nlimit = 1\n'
    )
    sessions = (
        Session(datetime(2021, 10, 14, 9, 30, tzinfo=BRUSSELS), "Aalst"),
        Session(datetime(2021, 12, 14, 9, 30, tzinfo=BRUSSELS)),
    )
    expected = Programme(
        name="P",
        organiser="O",
        mailbox="in@example.be",
        tables=(Table("a", "A", ("alfa",), 2, sessions, 12), Table("b", "B", (), 1)),
        sessions_per_table=5,
        ends=date(2022, 6, 30),
        when_taken=WhenTaken.STAFF,
    )
    assert read_programme(path) == (expected, [])


@pytest.mark.parametrize(
    ("toml", "key", "expected"),
    [
        (TABLE, "programme", "a section [programme]; it is missing"),
        (HEAD, "tables", "one or more [[tables]] sections; it is missing"),
        (HEAD + "tables = []", "programme.tables", "no such key; known are"),
        (
            HEAD + "[[tables]]\nid = 'A b'\nname = 'A'",
            "tables[A b].id",
            "small letters and digits, with - or _ between",
        ),
        (
            HEAD + "[[tables]]\nname = 'A'",
            "tables[A].id",
            "small letters and digits, with - or _ between; it is missing",
        ),
        (HEAD + TABLE + "limit = 0", "tables[a].limit", "a whole number, 1 or more"),
        (HEAD + TABLE + "word = ['x']", "tables[a].word", "no such key; did you mean words?"),
        (HEAD + TABLE + "[[tables.sessions]]\nstarts = 20211014", "tables[a].sessions[1].starts", "a date and time"),
        (HEAD + "ends = 2022\n" + TABLE, "programme.ends", "a date such as 2022-06-30"),
        (HEAD + "timezone = '/etc/passwd'\n" + TABLE, "programme.timezone", 'a time zone such as "Europe/Brussels"'),
        (HEAD.replace("in@", "in") + TABLE, "programme.mailbox", "a mail address"),
        (HEAD + "when_taken = 'no'\n" + TABLE, "programme.when_taken", '"waiting", "refuse" or "staff"'),
    ],
)
def test_a_fault_of_the_programme_is_told_by_key(toml: str, key: str, expected: str, path: Path) -> None:
    path.write_text(toml)
    programme, faults = read_programme(path)
    assert programme is None
    first = next(fault for fault in faults if fault.key == key)
    assert first == Fault(str(path), key, first.expected)
    assert first.expected.startswith(expected)


def test_two_tables_with_one_id_or_one_word_are_faults_even_beside_others(path: Path) -> None:
    path.write_text(HEAD + "sessions_per_table = 0\n" + TABLE + 'words = ["water"]\n' + TABLE.replace('"A"', '"Water"'))
    assert read_programme(path) == (
        None,
        [
            Fault(str(path), "programme.sessions_per_table", "a whole number, 1 or more"),
            Fault(str(path), "tables[a].id", 'nothing that belongs to another: "a" stands with a already'),
            Fault(str(path), "tables[a].words", 'nothing that belongs to another: "Water" stands with a already'),
        ],
    )


def test_the_shipped_organisations_have_no_fault() -> None:
    directory, faults = read_organisations(shipped("config") / "organisations.toml")
    assert faults == []
    assert directory is not None
    assert directory.find("Watergroep") == Organisation(
        "De Watergroep",
        ("Watergroep", "Vlaamse Maatschappij voor Watervoorziening", "VMW"),
        ("dewatergroep.be",),
    )


def test_an_enterprise_number_is_read_in_every_spelling_and_judged_by_its_checksum(path: Path) -> None:
    path.write_text(
        '[[organisation]]\nname = "Alpha"\nenterprise_numbers = ["BE 0123.456.749", "0403091220"]\n'
        '[[organisation]]\nname = "Beta"\n'
    )
    directory, found = read_organisations(path)
    assert found == []
    assert directory is not None
    assert directory.organisations[0].enterprise_numbers == ("0123456749", "0403091220")
    path.write_text(
        '[[organisation]]\nname = "Alpha"\nenterprise_numbers = ["BE 0123.456.749"]\n'
        '[[organisation]]\nname = "Beta"\nenterprise_numbers = ["0123456749", "0123.456.789"]\n'
    )
    right = 'a list of enterprise numbers with a right checksum, such as "0123.456.749"'
    twice = 'nothing that belongs to another: "0123456749" stands with Alpha already'
    assert read_organisations(path) == (
        None,
        [
            Fault(str(path), "organisation[Beta].enterprise_numbers[2]", right),
            Fault(str(path), "organisation[Beta].enterprise_numbers", twice),
        ],
    )


def test_what_two_organisations_claim_is_a_fault_for_each(path: Path) -> None:
    path.write_text(
        '[[organisation]]\nname = "Alpha NV"\naliases = ["Eén", "een"]\ndomains = ["Alpha.example", "x.example"]\n'
        '[[organisation]]\nname = "Beta"\naliases = ["alpha"]\ndomains = ["alpha.example", "mail.example", "nope"]\n'
        '[[organisation]]\nname = "Beta"\n'
        '[shared_domains]\nnames = ["Mail.example"]\n'
    )
    claimed = "nothing that belongs to another:"
    assert read_organisations(path) == (
        None,
        [
            Fault(str(path), "organisation[Beta].domains[3]", "a list of mail domains such as example.be"),
            Fault(str(path), "organisation[Beta].aliases", f'{claimed} "alpha" stands with Alpha NV already'),
            Fault(str(path), "organisation[Beta].aliases", f'{claimed} "Beta" stands with Beta already'),
            Fault(str(path), "organisation[Beta].domains", f'{claimed} "alpha.example" stands with Alpha NV already'),
            Fault(
                str(path),
                "organisation[Beta].domains",
                f'{claimed} "mail.example" stands with shared_domains already',
            ),
        ],
    )


def test_the_examples_on_the_page_of_settings_have_no_fault(path: Path) -> None:
    page = (Path(__file__).parent.parent / "docs" / "settings.md").read_text("utf-8")
    programme, organisations = re.findall(r"```toml\n(.*?)```", page, flags=re.DOTALL)
    path.write_text(programme)
    assert read_programme(path)[1] == []
    path.write_text(organisations)
    assert read_organisations(path)[1] == []
