"""Tables with headings: a row for each person, a row or a column for each table, headings in the first column."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mailworker.reading.choice.ticks import says_nobody
from mailworker.reading.folding import fold
from mailworker.reading.layout.labels import Field, heading_of
from mailworker.reading.layout.record import Record, fill, form_of
from mailworker.reading.layout.unit import Kind, Unit
from mailworker.reading.naming.mention import Mention
from mailworker.reading.naming.table_names import Vocabulary
from mailworker.reading.naming.tables import read_tables
from mailworker.reading.who.people import find_people

_CROSS = re.compile(r"^\(?\[?\s?(?:x|v|ja|yes|oui|ok|1|✓|✔|☑|☒|●|•|\*)\s?\]?\)?$")


def grid_of(rows: Sequence[Unit], words: Vocabulary) -> list[Record] | None:
    """The records of a table by its headings; None for a table without headings that we know."""
    head = rows[0].cells
    fields = [heading_of(fold(cell)) for cell in head]
    columns = [read_tables(fold(cell), cell, words).mentions for cell in head]
    crossed = sum(1 for c in columns if len({i for m in c for i in m.ids}) == 1) >= 2
    if not crossed and (found := _by_person(rows, words)) is not None:
        return found
    if not crossed:
        ticked = Field.TABLES in fields and any(_is_tick_column(rows, n) for n in range(len(head)))
        rows = _attended(rows, fields)
        if not ticked and sum(1 for f in fields if f not in (None, Field.NOTHING)) < 2:
            return _sideways(rows, words)
    records: list[Record] = []
    for row in rows[1:]:
        record = Record(order=len(records))
        for number, cell in enumerate(row.cells[: len(head)]):
            if not cell.strip():
                continue
            at = row.text.find(cell)
            unit = replace(row, text=cell, folded=fold(cell), start=row.start + max(at, 0), kind=Kind.FIELD, cells=())
            kind = fields[number] or (Field.PERSON if crossed and number == 0 else None)
            if crossed and len(columns[number]) == 1:
                records += _crossed(record, unit, columns[number][0], len(records))
            elif kind is not None:
                fill(record, unit, kind, words)
        if not record.empty:
            records.append(record)
    return records


def _crossed(record: Record, unit: Unit, table: Mention, order: int) -> list[Record]:
    """A cell below a table's name: a tick for who stands before it in the row, or the people who come."""
    if _CROSS.match(unit.folded.strip()):
        record.tables.append((table, unit))
        return []
    if says_nobody(unit.text):
        return []
    return [
        Record([(person.name, unit, person.start, person.end)], tables=[(table, unit)], order=order + number)
        for number, person in enumerate(find_people(unit.text, lone=True))
    ]


def _by_person(rows: Sequence[Unit], words: Vocabulary) -> list[Record] | None:
    """The records of a table with a column for each person and a row for each table."""
    heads = [find_people(cell, lone=True) for cell in rows[0].cells]
    columns = [n for n, people in enumerate(heads) if n and len(people) == 1]
    named = [read_tables(fold(row.cells[0]), row.cells[0], words).mentions for row in rows[1:]]
    if not columns or len(rows) < 3 or not all(len(mentions) == 1 for mentions in named):
        return None
    if not all(_is_tick_column(rows, n) for n in columns):
        return None
    records = []
    for order, number in enumerate(columns):
        person = heads[number][0]
        head = replace(rows[0], text=rows[0].cells[number], folded=fold(rows[0].cells[number]), kind=Kind.FIELD)
        record = Record([(person.name, head, person.start, person.end)], order=order)
        for row, mentions in zip(rows[1:], named, strict=True):
            if _CROSS.match(fold(_cell(row, number)).strip()):
                record.tables.append((mentions[0], row))
        records.append(record)
    return records


def _attended(rows: Sequence[Unit], fields: Sequence[Field | None]) -> list[Unit]:
    """The rows of a table with a line for each table, less those at which nobody comes."""
    if Field.TABLES not in fields:
        return list(rows)
    at = fields.index(Field.TABLES)
    asked = [n for n, field in enumerate(fields) if field is Field.PERSON or (n != at and _is_tick_column(rows, n))]
    kept = [row for row in rows[1:] if not any(says_nobody(_cell(row, n)) for n in asked)]
    return [rows[0], *kept] if asked and kept else list(rows)


def _is_tick_column(rows: Sequence[Unit], number: int) -> bool:
    """Whether a column holds ticks and the lack of them, and nothing else."""
    cells = [fold(_cell(row, number)).strip() for row in rows[1:]]
    return any(_CROSS.match(cell) for cell in cells) and all(_CROSS.match(c) or says_nobody(c) for c in cells)


def _cell(row: Unit, number: int) -> str:
    return row.cells[number] if number < len(row.cells) else ""


def _sideways(rows: Sequence[Unit], words: Vocabulary) -> list[Record] | None:
    """A table with its headings in the first column is a form."""
    if not all(len(row.cells) >= 2 for row in rows):
        return None
    fields = [heading_of(fold(row.cells[0])) for row in rows]
    if sum(1 for f in fields if f not in (None, Field.NOTHING)) < 2:
        return None
    units = []
    for row, kind in zip(rows, fields, strict=True):
        value = " ".join(row.cells[1:])
        at = max(row.text.find(row.cells[1]), 0)
        units.append(
            replace(row, text=value, folded=fold(value), start=row.start + at, kind=Kind.FIELD, field=kind, cells=())
        )
    return form_of(units, words)
