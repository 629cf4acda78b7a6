"""What one form or one row of a table says: people, organisation, tables, who leaves and who comes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mailworker.reading.folding import fold
from mailworker.reading.layout.labels import Field
from mailworker.reading.layout.unit import Unit
from mailworker.reading.naming.mention import Mention, Polarity
from mailworker.reading.naming.table_names import Vocabulary
from mailworker.reading.naming.tables import read_tables
from mailworker.reading.who.mail_addresses import addresses
from mailworker.reading.who.people import find_people, name_of_text

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
    half: str = ""
    """One word behind "Naam": the given name, or the surname where a given name follows."""
    surname: str = ""
    order: int = 0
    open_tables: bool = False

    @property
    def empty(self) -> bool:
        return not (self.people or self.organisation or self.tables or self.leaver or self.newcomer or self.vague)


def fill(record: Record, unit: Unit, kind: Field, words: Vocabulary) -> None:
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
        record.half = value
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
        # "Naam: Ceulemans", "Voornaam: Griet": the first was the surname.
        record.given, record.surname = value, record.surname or record.half
    else:
        record.surname = value
    if record.given and record.surname:
        record.people.append((f"{record.given} {record.surname}", unit, 0, len(unit.text)))
        record.nameless = False


def form_of(units: Sequence[Unit], words: Vocabulary) -> list[Record]:
    """The records of a run of fields; a label that comes back starts the next one."""
    records: list[Record] = []
    record = Record()
    seen: set[Field] = set()
    for unit in units:
        if unit.field is None:
            continue
        repeats = unit.field in seen and unit.field in (Field.PERSON, Field.GIVEN, Field.ORGANISATION)
        if repeats and (unit.field is not Field.ORGANISATION or record.tables or record.people):
            records.append(record)
            record, seen = Record(order=len(records)), set()
        seen.add(unit.field)
        fill(record, unit, unit.field, words)
    records.append(record)
    return [r for r in records if not r.empty or r.open_tables or r.nameless]
