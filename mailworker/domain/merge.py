"""Two organisations of the register turn out to be one: the rule applied again, in order of arrival.

Pure. A place that somebody holds goes before one that somebody waits for: who was put in a colleague's place, ahead of
the line, stays there. Of those who hold one, the first to come keep theirs, as many as the limit allows.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from mailworker.domain.programme import Programme
from mailworker.domain.registration import Change, Registration
from mailworker.domain.states import RegistrationStatus

RULE = "merged"
PROMOTED = "place came free"
_CANCELLED, _CONFIRMED, _WAITING = (
    RegistrationStatus.CANCELLED,
    RegistrationStatus.CONFIRMED,
    RegistrationStatus.WAITING,
)


@dataclass(frozen=True, slots=True)
class Merger:
    """What becomes of the register, in the order in which it can be written: places come free before they are taken.

    `keep` hold a place of the one organisation afterwards; `lose` held one and wait now; `gain` waited and have one
    now, at a table with a capacity also of other organisations; `twice` are rows of people whom both organisations
    had registered: they are closed, and the other row goes on.
    """

    changes: tuple[Change, ...]
    keep: tuple[Registration, ...]
    lose: tuple[Registration, ...]
    gain: tuple[Registration, ...]
    twice: tuple[Registration, ...]


def merge(
    rows: Iterable[Registration],
    into: tuple[str, str],
    programme: Programme,
    *,
    of: Callable[[Registration], bool],
    rule: str = RULE,
) -> Merger:
    """The register with the rows `of` which it holds moved to the organisation `into`, a key and a name.

    `rows` are all of the organisations concerned, and all at a table with a capacity where one of them has a row.
    `rule` is the name of why.
    """
    work = _Merging(list(rows), into, programme, of, rule)
    tables = {row.table for row in work.rows if of(row)}
    for table in sorted(tables, key=_order(programme)):
        work.table(table)
    return Merger(tuple(work.changes), tuple(work.keep), tuple(work.lose), tuple(work.gain), tuple(work.twice))


def _order(programme: Programme) -> Callable[[str], tuple[int, str]]:
    places = {table: place for place, table in enumerate(programme.table_ids)}
    return lambda table: (places.get(table, len(places)), table)


def _arrival(row: Registration) -> tuple[int, int]:
    return row.arrival, row.id or 0


@dataclass(slots=True)
class _Merging:
    rows: list[Registration]
    into: tuple[str, str]
    programme: Programme
    of: Callable[[Registration], bool]
    rule: str
    changes: list[Change] = field(default_factory=list)
    keep: list[Registration] = field(default_factory=list)
    lose: list[Registration] = field(default_factory=list)
    gain: list[Registration] = field(default_factory=list)
    twice: list[Registration] = field(default_factory=list)

    def concerns(self, row: Registration) -> bool:
        """Whether the row is of the one organisation afterwards."""
        return row.organisation_key == self.into[0] or self.of(row)

    def table(self, table: str) -> None:
        limit, capacity = self._bounds(table)
        here = {row.id: row for row in self.rows if row.table == table}
        merged = self._one_row_each(here)
        holding = sorted((row for row in merged if row.status is _CONFIRMED), key=_arrival)
        staying = holding if limit is None else holding[:limit]
        leaving = [replace(row, status=_WAITING, place=None, seat=None) for row in holding[len(staying) :]]
        self.lose += leaving
        self._move([*leaving, *(row for row in merged if row.status is not _CONFIRMED)], here)
        placed = _numbered(staying, here)
        self._move(placed, here)
        self.keep += placed
        self._promote(here, limit, capacity)

    def _bounds(self, table: str) -> tuple[int | None, int | None]:
        """The limit and the capacity; a table that the programme dropped has none."""
        if table not in self.programme.table_ids:
            return None, None
        known = self.programme.table(table)
        return known.limit, known.capacity

    def _one_row_each(self, here: dict[int | None, Registration]) -> list[Registration]:
        """A row for each person, under the one organisation, in the best state that either of theirs has."""
        by_person: dict[str, list[Registration]] = {}
        for row in here.values():
            if self.concerns(row):
                by_person.setdefault(row.participant_key, []).append(row)
        return [self._joined(theirs, here) for theirs in by_person.values()]

    def _joined(self, rows: Sequence[Registration], here: dict[int | None, Registration]) -> Registration:
        stays = next((row for row in rows if row.organisation_key == self.into[0]), rows[0])
        best = min(rows, key=lambda row: (_RANK[row.status], row is not stays, _arrival(row)))
        for row in rows:
            if row is not stays and row.active:
                closed = replace(row, status=_CANCELLED, place=None, seat=None)
                self.changes.append(Change(row, closed, self.rule))
                self.twice.append(closed)
                here[row.id] = closed
        joined = replace(best, id=stays.id, organisation_key=self.into[0], organisation=self.into[1])
        arrivals = [row.arrival for row in rows if row.active] or [stays.arrival]
        return replace(joined, participant=stays.participant, arrival=min(arrivals))

    def _move(self, rows: Sequence[Registration], here: dict[int | None, Registration]) -> None:
        for row in rows:
            before = here[row.id]
            if before != row:
                self.changes.append(Change(before, row, self.rule))
            here[row.id] = row

    def _promote(self, here: dict[int | None, Registration], limit: int | None, capacity: int | None) -> None:
        """A seat that came free at a table with a capacity is for whoever waits longest and may have it."""
        for row in sorted(here.values(), key=_arrival):
            if row.status is not _WAITING or limit is None:
                continue
            others = [one for one in here.values() if one.status is _CONFIRMED]
            own = {one.place for one in others if one.organisation_key == row.organisation_key}
            place = _free(own, limit)
            seat = _free({one.seat for one in others}, capacity) if capacity is not None else None
            if place is None or (capacity is not None and seat is None):
                continue
            promoted = replace(row, status=_CONFIRMED, place=place, seat=seat)
            self.changes.append(Change(row, promoted, PROMOTED))
            here[row.id] = promoted
            self.gain.append(promoted)


_RANK = {_CONFIRMED: 0, _WAITING: 1, _CANCELLED: 2}


def _numbered(rows: Sequence[Registration], here: dict[int | None, Registration]) -> list[Registration]:
    """The rows with a place number each: who was of that organisation before keeps theirs, the others get what is free.

    Seats are the table's, and stay with whom they were given to.
    """
    settled = {row.id: row.place for row in rows if here[row.id].organisation_key == row.organisation_key}
    settled = {number: place for number, place in settled.items() if here[number].place == place}
    taken = set(settled.values())
    placed = []
    for row in rows:
        if row.id not in settled:
            place = _free(taken, len(rows))
            taken.add(place)
            placed.append(replace(row, place=place))
        else:
            placed.append(row)
    return placed


def _free(taken: set[int | None], most: int) -> int | None:
    return next((number for number in range(1, most + 1) if number not in taken), None)
