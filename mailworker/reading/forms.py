"""Forms and tables: labels with values, rows under headings, crosses in a grid, cells that were broken apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mailworker.reading.folding import fold
from mailworker.reading.labels import Field, heading_of
from mailworker.reading.mail_addresses import addresses
from mailworker.reading.mention import Mention, Polarity
from mailworker.reading.people import find_people, name_of_text
from mailworker.reading.table_names import Vocabulary
from mailworker.reading.tables import read_tables
from mailworker.reading.ticks import says_nobody
from mailworker.reading.unit import Kind, Unit

_CROSS = re.compile(r"^\(?\[?\s?(?:x|v|ja|yes|oui|ok|1|✓|✔|☑|☒|●|•|\*)\s?\]?\)?$")
_SELF = re.compile(r"^\W*(?:ondergetekende|ikzelf|mezelf|mijzelf|ik|ik zelf|mij|myself|me|moi-meme|soussignee?)\W*$")
_SPEAKS_FOR = re.compile(r"\b(?:voor|namens|van|bij|for|of|pour)\s(?:de |het )?$")
"""'Lore Ongenae, voor Antea Group': the second is no person."""
_UNKNOWN_PERSON = re.compile(
    r"\b(?:n\.?t\.?b\.?|t\.?b\.?d\.?|nog|volgt|later|onbekend|collega|\?+|iemand)\b|^\W*\?+\W*$"
)


@dataclass(slots=True)
class Record:
    """What one form or one row says. `people` are (name or None for the sender, unit, start, end)."""

    people: list[tuple[str | None, Unit, int, int]] = field(default_factory=list)
    nameless: bool = False
    organisation: tuple[str, Unit] | None = None
    tables: list[tuple[Mention, Unit]] = field(default_factory=list)
    vague: bool = False
    leaver: tuple[str | None, Unit] | None = None
    newcomer: tuple[str | None, Unit] | None = None
    address: str | None = None
    given: str = ""
    surname: str = ""
    order: int = 0
    open_tables: bool = False

    @property
    def empty(self) -> bool:
        return not (self.people or self.organisation or self.tables or self.leaver or self.newcomer or self.vague)


def records_of(units: Sequence[Unit], words: Vocabulary) -> tuple[list[Record], list[Unit]]:
    """The records in forms and tables, and the units that belong to none of them."""
    units = _with_short_rows(_mended(units))
    records: list[Record] = []
    rest: list[Unit] = []
    number = 0
    while number < len(units):
        unit = units[number]
        if unit.field is Field.PERSON and read_tables(unit.folded, unit.text, words).mentions:
            rest.append(replace(unit, kind=Kind.ITEM, field=None))
            number += 1
            continue
        if unit.kind is Kind.FIELD:
            last = number
            while (
                last < len(units)
                and units[last].kind is Kind.FIELD
                and not (
                    units[last].field is Field.PERSON
                    and read_tables(units[last].folded, units[last].text, words).mentions
                )
            ):
                last += 1
            records += _form(units[number:last], words)
            rest += [u for u in units[number:last] if u.field in (Field.QUESTION, Field.WISH)]
            number = last
            continue
        if unit.kind is Kind.ROW:
            last = number
            while last < len(units) and units[last].kind is Kind.ROW:
                last += 1
            found = _grid(units[number:last], words)
            if found is None:
                rest += [_as_item(u) for u in units[number:last]]
            else:
                records += found
            number = last
            continue
        rest.append(unit)
        number += 1
    return records, rest


def _as_item(unit: Unit) -> Unit:
    text = unit.text.replace("\t", " ; ") if "\t" in unit.text else unit.text
    return replace(unit, kind=Kind.ITEM, text=text, folded=fold(text))


def _mended(units: Sequence[Unit]) -> list[Unit]:
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


def _with_short_rows(units: Sequence[Unit]) -> list[Unit]:
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


def _form(units: Sequence[Unit], words: Vocabulary) -> list[Record]:
    """The records of a run of fields; a label that comes back starts the next one."""
    records: list[Record] = []
    record = Record()
    seen: set[Field] = set()
    for unit in units:
        if unit.field is None:
            continue
        repeats = unit.field in seen and unit.field in (Field.PERSON, Field.GIVEN, Field.ORGANISATION)
        if repeats and (unit.field is not Field.ORGANISATION or record.tables or record.people):
            records.append(_finished(record))
            record, seen = Record(order=len(records)), set()
        seen.add(unit.field)
        _fill(record, unit, unit.field, words)
    records.append(_finished(record))
    return [r for r in records if not r.empty or r.open_tables or r.nameless]


def _finished(record: Record) -> Record:
    if record.surname and record.given:
        return record
    if record.surname and not record.people and record.given:
        return record
    return record


def _fill(record: Record, unit: Unit, kind: Field, words: Vocabulary) -> None:
    value = unit.text.strip(" .;,/-–_*")
    if kind is Field.PERSON:
        _fill_people(record, unit, value)
    elif kind in (Field.GIVEN, Field.SURNAME):
        _fill_part(record, unit, value, kind)
    elif kind is Field.ORGANISATION and value and not _UNKNOWN_PERSON.search(fold(value)):
        record.organisation = (unit.text.strip(" ."), unit)
    elif kind is Field.TABLES:
        read = read_tables(unit.folded, unit.text, words)
        record.tables += [(m, unit) for m in read.mentions if m.polarity is Polarity.YES]
        record.vague = record.vague or read.vague is not None
        record.open_tables = not record.tables
    elif kind is Field.ADDRESS:
        record.address = next(iter(addresses(unit.text)), None)
    elif kind is Field.LEAVER:
        record.leaver = (None if _SELF.match(fold(value)) else name_of_text(value), unit)
    elif kind is Field.NEWCOMER:
        record.newcomer = (None if _SELF.match(fold(value)) else name_of_text(value), unit)


def _fill_people(record: Record, unit: Unit, value: str) -> None:
    if not value:
        return
    if _SELF.match(fold(value)):
        record.people.append((None, unit, 0, len(unit.text)))
        return
    people = [p for p in find_people(unit.text, lone=True) if not _SPEAKS_FOR.search(fold(unit.text[: p.start]))]
    if not people and len(value.split()) == 1 and re.fullmatch(r"[^\W\d_][\w'’-]+", value):
        # "Voornaam: Vicky", "Naam: Roosen": the second is the surname.
        _fill_part(record, unit, value, Field.SURNAME if record.given else Field.GIVEN)
        record.nameless = not record.people
        return
    if not people:
        record.nameless = True
    for person in people:
        record.people.append((person.name, unit, person.start, person.end))


def _fill_part(record: Record, unit: Unit, value: str, kind: Field) -> None:
    """First name and surname on lines of their own; either may come first."""
    if not value:
        return
    if kind is Field.GIVEN:
        record.given = value
    else:
        record.surname = value
    if record.given and record.surname:
        record.people.append((f"{record.given} {record.surname}", unit, 0, len(unit.text)))
        record.nameless = False


def _grid(rows: Sequence[Unit], words: Vocabulary) -> list[Record] | None:
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
        for number, cell in enumerate(row.cells):
            if not cell.strip() or number >= len(head):
                continue
            at = row.text.find(cell)
            unit = replace(row, text=cell, folded=fold(cell), start=row.start + max(at, 0), kind=Kind.FIELD, cells=())
            if crossed and columns[number] and len(columns[number]) == 1:
                if _CROSS.match(fold(cell).strip()):
                    record.tables.append((columns[number][0], unit))
                elif not re.match(r"^\W*(?:nee|neen|no|non|-|/)?\W*$", fold(cell)):
                    for person in find_people(cell, lone=True):
                        other = Record([(person.name, unit, person.start, person.end)], order=len(records))
                        other.tables.append((columns[number][0], unit))
                        records.append(other)
                continue
            kind = fields[number]
            if kind is None and crossed and number == 0:
                kind = Field.PERSON
            if kind is not None:
                _fill(record, unit, kind, words)
        if not record.empty:
            records.append(_finished(record))
    return records


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
    return _form(units, words)
