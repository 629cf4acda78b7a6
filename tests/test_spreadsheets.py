"""The files that staff open: what stands where, in which order, and that no word of a participant does anything."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from mailworker import exports, spreadsheets
from mailworker.domain.happenings import Change, ChangeKind, Happening
from mailworker.domain.programme import Session
from mailworker.domain.states import RegistrationStatus
from mailworker.spreadsheets import Place, Sheet
from mailworker.store.registrations import Listed
from tests import workbooks

NOW = datetime(2021, 10, 14, 5, 30, tzinfo=UTC)
LOCAL = datetime(2021, 10, 14, 7, 30)
BRUSSELS = "Europe/Brussels"
CONFIRMED, WAITING, CANCELLED = RegistrationStatus.CONFIRMED, RegistrationStatus.WAITING, RegistrationStatus.CANCELLED
SHEETS = (Sheet("grondwater", "grondwater"), Sheet("audit", "Wateraudit: [alle] *onderwerpen* / vragen & meer"))


def place(
    participant: str,
    organisation: str = "Aquafin",
    *,
    table: str = "grondwater",
    status: RegistrationStatus = CONFIRMED,
) -> Place:
    return Place(participant, organisation, table, status, "a@b.example", NOW)


def workbook(*places: Place, sheets: tuple[Sheet, ...] = SHEETS) -> dict[str, workbooks.Sheet]:
    return workbooks.read(spreadsheets.participants(places, sheets, timezone=BRUSSELS, made_at=NOW))


def lines(octets: bytes) -> list[list[str]]:
    assert octets.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(octets.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_each_table_has_its_sheet_with_a_frozen_header_filters_and_typed_dates() -> None:
    book = workbook(place("Jan Peeters"), place("Els Maes", "Farys", table="audit"))
    assert list(book) == ["grondwater", "Wateraudit   alle   onderwerpen"]
    header: list[workbooks.Value] = ["Deelnemer", "Organisatie", "Status", "Adres", "Sinds"]
    assert book["grondwater"] == workbooks.Sheet(
        [header, ["Jan Peeters", "Aquafin", "bevestigd", "a@b.example", LOCAL]], 1, "A1:E2", 0, 0
    )
    assert book["Wateraudit   alle   onderwerpen"].rows[1][0] == "Els Maes"


def test_a_table_without_anybody_has_an_empty_sheet() -> None:
    assert [len(sheet.rows) for sheet in workbook().values()] == [1, 1]


def test_sheets_whose_names_are_alike_are_told_apart() -> None:
    sheets = tuple(Sheet(str(number), "Bevoorrading uit oppervlaktewater") for number in range(3))
    assert list(workbook(sheets=sheets)) == [
        "Bevoorrading uit oppervlaktewat", "Bevoorrading uit oppervlakt 2", "Bevoorrading uit oppervlakt 3"
    ]  # fmt: skip


def test_participants_stand_by_surname_then_who_waits_in_the_order_of_the_line_then_who_left() -> None:
    book = workbook(
        replace(place("Aad Aerts", status=WAITING), since=NOW.replace(hour=6), turn=(9, 2)),
        replace(place("Zoë Zeebroek", status=WAITING), since=NOW.replace(hour=9), turn=(6, 3)),
        place("An Aerts", status=CANCELLED),
        place("Els Van den Berghe"),
        place("Piet Vanaken"),
        place("Éric Évrard"),
        place("Jan Peeters"),
    )
    assert [row[0] for row in book["grondwater"].rows[1:]] == [
        "Éric Évrard", "Jan Peeters", "Piet Vanaken", "Els Van den Berghe", "Zoë Zeebroek", "Aad Aerts", "An Aerts"
    ]  # fmt: skip


def test_an_attendance_sheet_holds_who_has_a_place_and_room_to_sign() -> None:
    session = Session(datetime(2021, 10, 15, 7, 30, tzinfo=UTC), "Aalst")
    book = workbook(
        place("Jan Peeters"), place("Els Maes", status=WAITING), sheets=(Sheet("grondwater", "grondwater", session),)
    )
    assert {name: sheet.rows for name, sheet in book.items()} == {
        "15-10 grondwater": [
            ["Deelnemer", "Organisatie", "Aanwezig", "Handtekening"],
            ["Jan Peeters", "Aquafin", "", ""],
        ]
    }


HOSTILE = (
    "=1+1",
    "@SUM(A1)",
    "+32 53 72",
    "-2",
    "\t=1",
    "http://evil.example",
    "＝1+1",
    "12",
    "=cmd|' /C calc'!A0",
    " =1",
    "\u200b=1",
)


def test_what_looks_like_a_formula_a_link_or_a_number_is_text_in_a_workbook() -> None:
    sheet = workbook(*(place(word, word) for word in HOSTILE))["grondwater"]
    assert (sheet.formulas, sheet.links) == (0, 0)
    assert {str(row[0]) for row in sheet.rows[1:]} == set(HOSTILE)


def test_what_looks_like_a_formula_gets_an_apostrophe_in_csv() -> None:
    octets = spreadsheets.registrations_csv([place(word, word) for word in HOSTILE], timezone=BRUSSELS)
    plain = {"http://evil.example", "12"}
    assert {row[0] for row in lines(octets)[1:]} == {word if word in plain else f"'{word}" for word in HOSTILE}


def test_the_same_facts_give_the_same_octets() -> None:
    one, other = (
        spreadsheets.participants([place("Jan Peeters")], SHEETS, timezone=BRUSSELS, made_at=NOW) for _ in range(2)
    )
    assert one == other


def test_changes_stand_in_a_list_with_who_what_why_and_the_mail() -> None:
    newcomer = Happening(8, NOW, "confirmed", "replacement", 12, "grondwater", "Els Maes", "=Aquafin", "els@a.example")
    refused = Happening(9, NOW, "decline", "piet@dienst.example", None)
    noted = replace(refused, id=10, rule="command line", note="=te laat")
    octets = spreadsheets.changes(
        (
            Change(ChangeKind.REPLACED, newcomer, "Jan; Peeters"),
            Change(ChangeKind.REFUSED, refused),
            Change(ChangeKind.REFUSED, noted),
        ),
        timezone=BRUSSELS,
    )
    assert lines(octets) == [
        ["Nummer", "Tijdstip", "Werktafel", "Wat", "Deelnemer", "Organisatie", "In de plaats van", "Waarom",
         "Gevraagd door", "Mail"],
        ["8", "2021-10-14 07:30", "grondwater", "vervangen", "Els Maes", "'=Aquafin", "Jan; Peeters", "op vraag",
         "els@a.example", "12"],
        ["9", "2021-10-14 07:30", "", "geweigerd", "", "", "", "beslist door piet@dienst.example", "", ""],
        ["10", "2021-10-14 07:30", "", "geweigerd", "", "", "", "beslist door de beheerder: =te laat", "", ""],
    ]  # fmt: skip
    assert octets.endswith(b"\r\n")


def test_registrations_are_written_as_files_with_the_table_beside_each(tmp_path: Path) -> None:
    listed = [
        Listed(1, "Jan Peeters", "Aquafin", "hemelwater", CONFIRMED, "jan@aquafin.example", NOW),
        Listed(2, "Els Maes", "Farys", "grondwater", CANCELLED, "els@farys.example", NOW),
    ]
    exports.to_csv(listed, tmp_path / "r.csv", BRUSSELS)
    exports.to_xlsx(listed, tmp_path / "r.xlsx", BRUSSELS)
    headings = ["Deelnemer", "Organisatie", "Werktafel", "Status", "Adres", "Sinds"]
    assert lines((tmp_path / "r.csv").read_bytes()) == [
        headings,
        ["Els Maes", "Farys", "grondwater", "cancelled", "els@farys.example", "2021-10-14 07:30"],
        ["Jan Peeters", "Aquafin", "hemelwater", "confirmed", "jan@aquafin.example", "2021-10-14 07:30"],
    ]
    book = workbooks.read((tmp_path / "r.xlsx").read_bytes())
    assert book["Deelnemers"].rows[0] == headings
    assert book["Deelnemers"].rows[2] == [
        "Jan Peeters",
        "Aquafin",
        "hemelwater",
        "confirmed",
        "jan@aquafin.example",
        LOCAL,
    ]
