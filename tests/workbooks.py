"""Reads an XLSX workbook as a spreadsheet program would see it: by its parts, with nothing but the standard library."""

import io
import zipfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from xml.etree import ElementTree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

Value = str | float | datetime


@dataclass(frozen=True, slots=True)
class Sheet:
    """`frozen` is the number of rows that stay in sight, `filtered` the range of the filters."""

    rows: list[list[Value]]
    frozen: int
    filtered: str
    formulas: int
    links: int


def read(octets: bytes) -> dict[str, Sheet]:
    """The sheets by name, in their order. A number in a date format is read as a moment."""
    with zipfile.ZipFile(io.BytesIO(octets)) as book:
        assert book.testzip() is None
        strings = ["".join(text.text or "" for text in item.iter(f"{_MAIN}t")) for item in _shared(book)]
        dates = _date_styles(book)
        targets = {
            one.attrib["Id"]: one.attrib["Target"]
            for one in ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))
        }
        workbook = ElementTree.fromstring(book.read("xl/workbook.xml"))
        return {
            sheet.attrib["name"]: _sheet(book.read(f"xl/{targets[sheet.attrib[_REFERENCE]]}"), strings, dates)
            for sheet in workbook.iter(f"{_MAIN}sheet")
        }


def _shared(book: zipfile.ZipFile) -> ElementTree.Element:
    if "xl/sharedStrings.xml" not in book.namelist():
        return ElementTree.Element("none")
    return ElementTree.fromstring(book.read("xl/sharedStrings.xml"))


def _date_styles(book: zipfile.ZipFile) -> set[int]:
    styles = ElementTree.fromstring(book.read("xl/styles.xml"))
    formats = {one.attrib["numFmtId"] for one in styles.iter(f"{_MAIN}numFmt") if "yy" in one.attrib["formatCode"]}
    cells = styles.find(f"{_MAIN}cellXfs")
    assert cells is not None
    return {place for place, cell in enumerate(cells) if cell.attrib["numFmtId"] in formats}


def _sheet(octets: bytes, strings: list[str], dates: set[int]) -> Sheet:
    root = ElementTree.fromstring(octets)
    pane, filters = root.find(f".//{_MAIN}pane"), root.find(f"{_MAIN}autoFilter")
    return Sheet(
        rows=[[_value(cell, strings, dates) for cell in row] for row in root.iter(f"{_MAIN}row")],
        frozen=int(pane.attrib["ySplit"]) if pane is not None else 0,
        filtered=filters.attrib["ref"] if filters is not None else "",
        formulas=len(list(root.iter(f"{_MAIN}f"))),
        links=len(list(root.iter(f"{_MAIN}hyperlink"))),
    )


def _value(cell: ElementTree.Element, strings: list[str], dates: set[int]) -> Value:
    given = cell.find(f"{_MAIN}v")
    if given is None or given.text is None:
        return ""
    if cell.attrib.get("t") == "s":
        return strings[int(given.text)]
    if int(cell.attrib.get("s", 0)) in dates:
        # Days since the end of 1899, as spreadsheets count them.
        return datetime(1899, 12, 30) + timedelta(seconds=round(float(given.text) * 86400))
    return float(given.text)
