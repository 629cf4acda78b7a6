"""Registrations as files for people: CSV and XLSX that a spreadsheet opens rightly, and the JSON of the contract.

What participants wrote stays text: a cell that a spreadsheet would take for a formula gets an apostrophe in CSV
(OWASP, CSV injection) and is stored as a string in XLSX.
"""

import csv
import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from mailworker.store.registrations import Listed

HEADINGS = ("Deelnemer", "Organisatie", "Werktafel", "Status", "Adres", "Sinds")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_json(listed: Sequence[Listed]) -> str:
    """A JSON list of objects as the contract has them; `since` is UTC (RFC 3339)."""
    return json.dumps(
        [
            {
                "participant": one.participant,
                "organisation": one.organisation,
                "table": one.table,
                "status": one.status.value,
                "address": one.address,
                "since": one.since.isoformat(timespec="seconds"),
            }
            for one in listed
        ],
        ensure_ascii=False,
        indent=1,
    )


def to_csv(listed: Sequence[Listed], path: Path, timezone: str) -> None:
    """Writes UTF-8 with BOM and semicolons, as Belgian spreadsheets expect it."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADINGS)
        for one in listed:
            since = _local(one, timezone).strftime("%Y-%m-%d %H:%M")
            row = (one.participant, one.organisation, one.table, one.status.value, one.address, since)
            writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])


def to_xlsx(listed: Sequence[Listed], path: Path, timezone: str) -> None:
    """Writes one sheet with a frozen header, filters and typed dates."""
    import xlsxwriter

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        sheet = book.add_worksheet("Deelnemers")
        bold, moment = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        sheet.write_row(0, 0, HEADINGS, bold)
        for number, one in enumerate(listed, 1):
            for column, cell in enumerate(
                (one.participant, one.organisation, one.table, one.status.value, one.address)
            ):
                sheet.write_string(number, column, cell)
            # The format has no time zone: the local time, as people read it.
            sheet.write_datetime(number, 5, _local(one, timezone).replace(tzinfo=None), moment)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(listed), 1), len(HEADINGS) - 1)
        sheet.set_column(0, 1, 30)
        sheet.set_column(2, 3, 18)
        sheet.set_column(4, 5, 26)


def _local(one: Listed, timezone: str) -> datetime:
    return one.since.astimezone(ZoneInfo(timezone))
