"""Rows of tables that were broken: cells on lines of their own, rows of which only the first cell is filled in."""

from collections.abc import Sequence
from dataclasses import replace

from mailworker.reading.layout.labels import heading_of
from mailworker.reading.layout.unit import Kind, Unit
from mailworker.reading.who.people import name_of_text


def mended(units: Sequence[Unit]) -> list[Unit]:
    """Rows whose cells stand on lines of their own, put together again, by their headings."""
    out: list[Unit] = []
    number = 0
    while number < len(units):
        width = _heading_width(units, number)
        if width < 2:
            out.append(units[number])
            number += 1
            continue
        rows: list[Unit] = []
        at = number
        while at + width <= len(units) and all(_is_cell(u) for u in units[at : at + width]):
            cells = units[at : at + width]
            if rows and not any(read_something(c) for c in cells):
                break
            rows.append(
                replace(
                    cells[0],
                    kind=Kind.ROW,
                    text="\t".join(c.text for c in cells),
                    folded="\t".join(c.folded for c in cells),
                    cells=tuple(c.text for c in cells),
                )
            )
            at += width
        if len(rows) < 2:
            out.append(units[number])
            number += 1
            continue
        out += rows
        number = at
    return out


def with_short_rows(units: Sequence[Unit]) -> list[Unit]:
    """The units; a short line right below a table's rows is a row of which only the first cell is filled in."""
    out: list[Unit] = []
    for unit in units:
        above = out[-1] if out else None
        if (
            above is not None
            and above.kind is Kind.ROW
            and above.paragraph == unit.paragraph
            and _is_cell(unit)
            and ("water" in unit.folded or "audit" in unit.folded)
            and len(unit.folded.split()) <= 4
        ):
            unit = replace(unit, kind=Kind.ROW, cells=(unit.text,))
        out.append(unit)
    return out


def read_something(unit: Unit) -> bool:
    """Whether a cell holds a name or a table."""
    return name_of_text(unit.text) is not None or "water" in unit.folded or "audit" in unit.folded


def _is_cell(unit: Unit) -> bool:
    return (
        unit.kind in (Kind.SENTENCE, Kind.ITEM)
        and len(unit.text) <= 70
        and not unit.text.rstrip().endswith((".", "?", "!"))
    )


def _heading_width(units: Sequence[Unit], at: int) -> int:
    width = 0
    while at + width < len(units) and width < 8:
        unit = units[at + width]
        if unit.kind is Kind.FIELD or len(unit.text) > 40 or heading_of(unit.folded) is None:
            break
        width += 1
    return width
