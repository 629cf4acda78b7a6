"""Registrations, and the part of the register that one decision looks at."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mailworker.domain.states import RegistrationStatus


def person_key(name: str) -> str:
    """One key for a person's name however it is written: case, accents, punctuation and word order aside."""
    return " ".join(sorted(words_of(name)))


def same_person(one: str, other: str) -> bool:
    """Whether two names can be one person's: equal, or equal but for given names that are shortened to initials.

    Only meant for names that the same address gave: "S. Claeys" and "Sofie Claeys" of two addresses may be two people.
    """
    if person_key(one) == person_key(other):
        return True
    first, second = words_of(one), words_of(other)
    if len(first) != len(second) or len(first) < 2 or first[1:] != second[1:]:
        return False
    short, long = sorted((first[0], second[0]), key=len)
    return len(short) == 1 and long.startswith(short)


def words_of(name: str) -> list[str]:
    """The words of a person's name, small and without accents and apostrophes."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c) and c not in "'’")
    return letters.split()


Key = tuple[str, str, str]
"""Which registration is meant: its table, and the identities of its organisation and of its participant."""


@dataclass(frozen=True, slots=True)
class Registration:
    """One participant of one organisation at one table: the last state of all that happened to it.

    `place` is the number of the place of its organisation that a confirmed registration holds, from 1 to the table's
    limit; `seat` the number of its seat at a table with a capacity, from 1 to that; None for all others. `arrival`
    orders the waiting list: the id of the message that put it there. `address` wrote the mail that registered the
    participant, `participant_address` is the participant's own, where known. `id` is None until stored.
    """

    table: str
    organisation: str
    organisation_key: str
    participant: str
    status: RegistrationStatus
    address: str
    arrival: int
    place: int | None = None
    seat: int | None = None
    participant_address: str | None = None
    id: int | None = None

    @property
    def participant_key(self) -> str:
        return person_key(self.participant)

    @property
    def key(self) -> Key:
        return self.table, self.organisation_key, self.participant_key

    @property
    def active(self) -> bool:
        return self.status is not RegistrationStatus.CANCELLED

    def may_be_changed_by(self, address: str) -> bool:
        """Whether a mail from that address counts: the participant's own, or the one that registered them."""
        return address.lower() in {self.address.lower(), (self.participant_address or "").lower()}


@dataclass(frozen=True, slots=True)
class Change:
    """One step of the register: `before` is None for a new row. `rule` is the short stable name of why it happened."""

    before: Registration | None
    after: Registration
    rule: str


class Register:
    """A working copy of a part of the register: answers questions, takes changes, remembers them in order.

    It is the only thing in the domain with a state of its own, and lives for one decision.
    """

    def __init__(self, registrations: Iterable[Registration]) -> None:
        self._rows = {row.key: row for row in registrations}
        self._before = dict(self._rows)
        self.changes: list[Change] = []

    def __iter__(self) -> Iterator[Registration]:
        return iter(list(self._rows.values()))

    def at(self, table: str, organisation_key: str) -> list[Registration]:
        """The active registrations of an organisation at a table."""
        return [r for r in self if r.table == table and r.organisation_key == organisation_key and r.active]

    def waiting(self, table: str, organisation_key: str | None = None) -> list[Registration]:
        """Who waits there, of that organisation or of all, the first in line first."""
        queue = [r for r in self if r.table == table and r.status is RegistrationStatus.WAITING]
        if organisation_key is not None:
            queue = [r for r in queue if r.organisation_key == organisation_key]
        return sorted(queue, key=lambda r: (r.arrival, r.id is None, r.id or 0))

    def position(self, registration: Registration, *, of_all: bool = False) -> int:
        """Where a waiting registration stands in the line of its organisation, or of all, from 1."""
        line = self.waiting(registration.table, None if of_all else registration.organisation_key)
        return [r.key for r in line].index(registration.key) + 1

    def free_place(self, table: str, organisation_key: str, limit: int) -> int | None:
        """The lowest number that nobody of the organisation holds at the table, up to the limit."""
        held = {r.place for r in self.at(table, organisation_key)}
        return next((number for number in range(1, limit + 1) if number not in held), None)

    def free_seat(self, table: str, capacity: int) -> int | None:
        """The lowest seat number that nobody at all holds at the table, up to its capacity."""
        held = {r.seat for r in self if r.table == table and r.status is RegistrationStatus.CONFIRMED}
        return next((number for number in range(1, capacity + 1) if number not in held), None)

    def find(self, table: str, organisation_key: str, participant: str, address: str = "") -> Registration | None:
        """A participant's row at a table, whatever its status; `address` allows for a name with initials."""
        row = self._rows.get((table, organisation_key, person_key(participant)))
        if row is None and address:
            known = [r for r in self.at(table, organisation_key) if r.may_be_changed_by(address)]
            row = next((r for r in known if same_person(r.participant, participant)), None)
        return row

    def own_address(self, organisation_key: str, participant: str) -> str | None:
        """The participant's own address, where their registrations at any table agree on one."""
        person = organisation_key, person_key(participant)
        own = {r.participant_address for r in self if r.key[1:] == person and r.participant_address is not None}
        return own.pop() if len({address.lower() for address in own}) == 1 else None

    def at_key(self, key: Key) -> Registration | None:
        """The row of that key, whatever its status."""
        return self._rows.get(key)

    def before(self, key: Key) -> Registration | None:
        """What the row that stands under this key now was before the first change, under whatever key."""
        return self._before.get(key)

    def take(self, after: Registration, rule: str) -> Registration:
        """Writes a new state of a row down."""
        before = self._rows.get(after.key)
        stored = replace(after, id=before.id if before else None)
        self._rows[stored.key] = stored
        self.changes.append(Change(before, stored, rule))
        return stored

    def put(self, change: Change) -> Registration:
        """Writes a row down that goes on under another name or organisation, where nobody else has its new key."""
        before, after = change.before, change.after
        if before is not None and before.key != after.key:
            assert after.key not in self._rows, "two rows cannot become one"
            del self._rows[before.key]
            if (first := self._before.pop(before.key, None)) is not None:
                self._before[after.key] = first
        self._rows[after.key] = after
        self.changes.append(change)
        return after
