"""The programme that people register for: its tables, their sessions and limits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class WhenTaken(StrEnum):
    """What happens to who comes when every place of the organisation at the table is taken."""

    WAITING = "waiting"
    REFUSE = "refuse"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting of a table; `starts` is aware, in the programme's time zone."""

    starts: datetime
    place: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A werktafel. `words` are other ways in which people name it; `limit` is participants per organisation.

    `capacity` is participants in all, None for as many as come.
    """

    id: str
    name: str
    words: tuple[str, ...] = ()
    limit: int = 1
    sessions: tuple[Session, ...] = ()
    capacity: int | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """What the worker takes registrations for; `tables` stand in the order in which people are told of them."""

    name: str
    organiser: str
    mailbox: str
    tables: tuple[Table, ...]
    language: str = "nl"
    timezone: str = "Europe/Brussels"
    sessions_per_table: int | None = None
    ends: date | None = None
    when_taken: WhenTaken = WhenTaken.WAITING

    def table(self, table_id: str) -> Table:
        """The table of that id; KeyError when the programme has none."""
        for table in self.tables:
            if table.id == table_id:
                return table
        raise KeyError(table_id)

    @property
    def table_ids(self) -> tuple[str, ...]:
        return tuple(table.id for table in self.tables)

    def in_order(self, table_ids: Iterable[str]) -> tuple[str, ...]:
        """Those ids that the programme has, once each, in its order."""
        wanted = set(table_ids)
        return tuple(table.id for table in self.tables if table.id in wanted)
