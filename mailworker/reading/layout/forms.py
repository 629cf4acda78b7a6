"""Forms and tables: labels with values, rows under headings, crosses in a grid, cells that were broken apart."""

from collections.abc import Sequence
from dataclasses import replace

from mailworker.reading.folding import fold
from mailworker.reading.layout.grids import grid_of
from mailworker.reading.layout.labels import Field
from mailworker.reading.layout.mended_rows import mended, with_short_rows
from mailworker.reading.layout.record import Record, form_of
from mailworker.reading.layout.unit import Kind, Unit
from mailworker.reading.naming.table_names import Vocabulary
from mailworker.reading.naming.tables import read_tables


def records_of(units: Sequence[Unit], words: Vocabulary) -> tuple[list[Record], list[Unit]]:
    """The records in forms and tables, and the units that belong to none of them."""
    units = with_short_rows(mended(units))
    records: list[Record] = []
    rest: list[Unit] = []
    number = 0
    while number < len(units):
        unit = units[number]
        last = number + 1
        if _is_field(unit, words):
            while last < len(units) and _is_field(units[last], words):
                last += 1
            records += form_of(units[number:last], words)
            rest += [u for u in units[number:last] if u.field in (Field.QUESTION, Field.WISH)]
        elif unit.kind is Kind.ROW:
            while last < len(units) and units[last].kind is Kind.ROW:
                last += 1
            found = grid_of(units[number:last], words)
            records += found or []
            rest += [_as_item(u) for u in units[number:last]] if found is None else []
        else:
            rest.append(replace(unit, kind=Kind.ITEM, field=None) if unit.kind is Kind.FIELD else unit)
        number = last
    return records, rest


def _is_field(unit: Unit, words: Vocabulary) -> bool:
    """Whether it is a field of a form; a person's label with a table behind it is a line of a list."""
    if unit.kind is not Kind.FIELD:
        return False
    return unit.field is not Field.PERSON or not read_tables(unit.folded, unit.text, words).mentions


def _as_item(unit: Unit) -> Unit:
    text = unit.text.replace("\t", " ; ") if "\t" in unit.text else unit.text
    return replace(unit, kind=Kind.ITEM, text=text, folded=fold(text))
