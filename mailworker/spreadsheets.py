"""Files that a Belgian spreadsheet program opens rightly: the participants as XLSX, lists as CSV. Octets in memory.

What people wrote stays text: in CSV a cell that would be taken for a formula gets an apostrophe before it (OWASP, CSV
injection), in XLSX it is stored as a string. Moments are local, since neither format knows time zones. The same facts
give the same octets. Headings and words are Dutch, as the mails are that bring these files.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from mailworker.domain.collation import by_surname, folded
from mailworker.domain.happenings import Change, ChangeKind
from mailworker.domain.programme import Session
from mailworker.domain.states import RegistrationStatus
from mailworker.store.registrations import Listed

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv"

Cell = str | int | datetime

_FORMULA = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[=+@＝＋－＠-]|[\t\r\n]")
"""Some programs leave out blanks before they look."""
_STATUS = {
    RegistrationStatus.CONFIRMED: "bevestigd",
    RegistrationStatus.WAITING: "wachtlijst",
    RegistrationStatus.CANCELLED: "afgemeld",
}
_KIND = {
    ChangeKind.NEW: "nieuw",
    ChangeKind.REPLACED: "vervangen",
    ChangeKind.CANCELLED: "afgemeld",
    ChangeKind.WAITING: "wachtlijst",
    ChangeKind.REFUSED: "geweigerd",
    ChangeKind.CORRECTED: "verbeterd",
    ChangeKind.OTHER: "andere",
}
_REASON = {
    "place free": "plaats vrij",
    "place came free": "kwam van de wachtlijst",
    "place taken": "plaats van de organisatie bezet",
    "table full": "werktafel volzet",
    "cancelled": "op vraag",
    "replaced": "op vraag",
    "replacement": "op vraag",
    "merged": "organisaties samengevoegd",
    "name corrected": "naam verbeterd",
    "organisation corrected": "organisatie verbeterd",
    "command line": "beslist door de beheerder",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A registration as it stands in a list; who waits stands in the line by `turn`."""

    participant: str
    organisation: str
    table: str
    status: RegistrationStatus
    address: str
    since: datetime
    turn: tuple[int, int] = (0, 0)


def places_of(listed: Iterable[Listed]) -> list[Place]:
    """The registrations of the register as they stand in lists."""
    return [
        Place(one.participant, one.organisation, one.table, one.status, one.address, one.since, one.turn)
        for one in listed
    ]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The list of one table; `session` makes it an attendance sheet, to be signed there."""

    table: str
    title: str
    session: Session | None = None


def participants(places: Iterable[Place], sheets: Sequence[Sheet], *, timezone: str, made_at: datetime) -> bytes:
    """A workbook with a sheet for each of these: who takes part by surname, then who waits in the order of the line."""
    by_table: dict[str, list[Place]] = {}
    for place in in_order(places):
        by_table.setdefault(place.table, []).append(place)

    def fill(book: "_Book") -> None:
        for sheet in sheets:
            listed = by_table.get(sheet.table, [])
            if sheet.session is None:
                book.add(sheet.title, _LISTED, [_listed(place) for place in listed])
            else:
                present = [place for place in listed if place.status is RegistrationStatus.CONFIRMED]
                moment = sheet.session.starts.astimezone(ZoneInfo(timezone))
                rows: list[list[Cell]] = [[place.participant, place.organisation, "", ""] for place in present]
                caption = f"{sheet.title}, {moment:%d/%m/%Y %H:%M} {sheet.session.place}".strip()
                book.add(f"{moment:%d-%m} {sheet.title}", _ATTENDANCE, rows, caption=caption)

    return _workbook(fill, timezone, made_at)


def registrations(places: Iterable[Place], *, timezone: str, made_at: datetime) -> bytes:
    """A workbook of one sheet with all of these, table by table."""
    rows = [_registered(place) for place in in_order(places)]
    return _workbook(lambda book: book.add("Deelnemers", _REGISTERED, rows), timezone, made_at)


def registrations_csv(places: Iterable[Place], *, timezone: str) -> bytes:
    """The same list as CSV."""
    rows = [_registered(place) for place in in_order(places)]
    return _csv([heading for heading, _ in _REGISTERED], rows, timezone)


def changes(told: Iterable[Change], *, timezone: str) -> bytes:
    """What happened, a line for each change, with the numbers of the event and of the mail that led to it."""
    headings = ("Nummer", "Tijdstip", "Werktafel", "Wat", "Deelnemer", "Organisatie", "In de plaats van", "Waarom")
    rows: list[list[Cell]] = []
    for one in told:
        last = one.last
        why = _REASON.get(last.rule, f"beslist door {last.rule}" if "@" in last.rule else last.rule)
        if one.kind is ChangeKind.REFUSED and last.note:
            why = f"{why}: {last.note}"
        mail: Cell = last.message if last.message is not None else ""
        who: list[Cell] = [last.participant, last.organisation, one.instead_of, why, last.asked_by, mail]
        rows.append([last.id, last.at, last.table, _KIND[one.kind], *who])
    return _csv([*headings, "Gevraagd door", "Mail"], rows, timezone)


def in_order(places: Iterable[Place]) -> list[Place]:
    """As Belgians sort, table by table: who takes part, then who waits in the order of the line, then who left."""
    order = list(RegistrationStatus)

    def key(place: Place) -> tuple[Any, ...]:
        # Not by the time: who replaces somebody in the line waits since now, but in that place.
        turn = place.turn if place.status is RegistrationStatus.WAITING else (0, 0)
        return (
            place.table,
            order.index(place.status),
            turn,
            by_surname(place.participant),
            folded(place.organisation),
        )

    return sorted(places, key=key)


_Column = tuple[str, int]
_LISTED: tuple[_Column, ...] = (("Deelnemer", 30), ("Organisatie", 34), ("Status", 13), ("Adres", 34), ("Sinds", 18))
_REGISTERED: tuple[_Column, ...] = (*_LISTED[:2], ("Werktafel", 20), *_LISTED[2:])
_ATTENDANCE: tuple[_Column, ...] = (("Deelnemer", 30), ("Organisatie", 34), ("Aanwezig", 12), ("Handtekening", 34))


def _listed(place: Place) -> list[Cell]:
    return [place.participant, place.organisation, _STATUS[place.status], place.address, place.since]


def _registered(place: Place) -> list[Cell]:
    """With the status in the word of `registrations --json`: scripts read these files as well."""
    return [place.participant, place.organisation, place.table, place.status.value, place.address, place.since]


def _csv(headings: Sequence[str], rows: Iterable[Sequence[Cell]], timezone: str) -> bytes:
    """UTF-8 with BOM and semicolons, as Belgian spreadsheets expect it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(headings)
    for row in rows:
        writer.writerow([_plain(cell, timezone) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: Cell, timezone: str) -> str:
    if isinstance(cell, datetime):
        return cell.astimezone(ZoneInfo(timezone)).strftime("%Y-%m-%d %H:%M")
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else str(cell)


class _Book:
    """A workbook that is being filled: header frozen, filters on, as wide as a printed page."""

    def __init__(self, book: Any, timezone: str) -> None:
        self._book = book
        self._zone = ZoneInfo(timezone)
        self._bold = book.add_format({"bold": True, "bottom": 1})
        self._moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm", "align": "left"})
        self._names: set[str] = set()

    def add(self, name: str, columns: Sequence[_Column], rows: Sequence[Sequence[Cell]], *, caption: str = "") -> None:
        sheet = self._book.add_worksheet(self._name(name))
        sheet.write_row(0, 0, [heading for heading, _ in columns], self._bold)
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime):
                    local = cell.astimezone(self._zone).replace(tzinfo=None)
                    sheet.write_datetime(number, column, local, self._moment)
                else:
                    sheet.write_string(number, column, str(cell))
        for column, (_, width) in enumerate(columns):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        # "&" begins a code in a printed header.
        sheet.set_header(f"&L{(caption or name).replace('&', '&&')[:200]}")

    def _name(self, wanted: str) -> str:
        """A name that a sheet may have: at most 31 characters, a few of them forbidden, no two alike."""
        plain = re.sub(r"[\[\]:*?/\\']", " ", wanted).strip() or "Blad"
        name, number = plain[:31], 1
        while name.casefold() in self._names:
            number += 1
            name = f"{plain[:27]} {number}"
        self._names.add(name.casefold())
        return name


def _workbook(fill: Callable[[_Book], None], timezone: str, made_at: datetime) -> bytes:
    import xlsxwriter

    octets = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(octets, options) as book:
        book.set_properties({"created": made_at.astimezone(ZoneInfo("UTC")).replace(tzinfo=None)})
        fill(_Book(book, timezone))
    return octets.getvalue()
