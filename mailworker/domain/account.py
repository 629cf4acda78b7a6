"""The account of one decision: of each participant at each table the last state, once, to all whom it concerns.

Requests of one mail may touch the same participant: put in a place by one, taken out of it by the next. So what was
touched is noted while the requests are carried out, and told from the register when all of them are done.
"""

from dataclasses import dataclass, field

from mailworker.domain.notice import Row, RowStatus
from mailworker.domain.programme import Programme
from mailworker.domain.registration import Key, Register, Registration
from mailworker.domain.states import RegistrationStatus

_CANCELLED, _CONFIRMED = RegistrationStatus.CANCELLED, RegistrationStatus.CONFIRMED


@dataclass(frozen=True, slots=True)
class Concern:
    """Somebody other than the asker whom a change concerns.

    `promoted`: they waited and now have the place. `own`: the address is the participant's, not the one that
    registered them.
    """

    address: str
    row: Row
    promoted: bool
    own: bool


@dataclass(frozen=True, slots=True)
class _Open:
    """What was asked about somebody and not done: `names` are participant and organisation as the mail has them."""

    key: Key
    names: tuple[str, str]
    status: RowStatus


@dataclass(slots=True)
class Account:
    """What is to be told, while it is gathered."""

    register: Register
    programme: Programme
    asker: str
    """The address of who wrote the mail."""
    _touched: list[Key | _Open] = field(default_factory=list)
    _concerned: dict[tuple[str, Key], tuple[str, bool, bool]] = field(default_factory=dict)

    def tell(self, registration: Registration) -> None:
        """The asker hears what became of this registration."""
        self._touched.append(registration.key)

    def leave_open(self, key: Key, participant: str, organisation: str, status: RowStatus) -> None:
        """The asker hears that this was not done."""
        self._touched.append(_Open(key, (participant, organisation), status))

    def inform(self, registration: Registration, *, promoted: bool = False) -> None:
        """Owes the participant a word, unless they are the asker. Who has no own address is told at the other one."""
        address = registration.participant_address or registration.address
        if address.lower() != self.asker.lower():
            own = registration.participant_address is not None
            self._concerned[address.lower(), registration.key] = (address, promoted, own)

    def rows(self) -> tuple[Row, ...]:
        """The transcript for the asker, by table in the programme's order."""
        settled = {one for one in self._touched if not isinstance(one, _Open)}
        rows: list[Row] = []
        for one in dict.fromkeys(self._touched):
            row = self._undone(one, settled) if isinstance(one, _Open) else self._settled(one)
            if row is not None and row not in rows:
                rows.append(row)
        order = {table: n for n, table in enumerate(self.programme.table_ids)}
        return tuple(sorted(rows, key=lambda row: order.get(row.table, len(order))))

    def concerns(self) -> tuple[Concern, ...]:
        """Each other person at each table once, by what the register says in the end."""
        told = []
        for (_, key), (address, promoted, own) in self._concerned.items():
            if (row := self._settled(key)) is not None:
                told.append(Concern(address, row, promoted and row.status is RowStatus.CONFIRMED, own))
        return tuple(told)

    def _settled(self, key: Key) -> Row | None:
        """What the register says of somebody; None where they go on under another name or organisation."""
        now, before = self.register.at_key(key), self.register.before(key)
        if now is None:
            return None
        renamed = moved = ""
        if before is not None and before.active and now.active:
            renamed = before.participant if before.participant != now.participant else ""
            moved = before.organisation if before.organisation_key != now.organisation_key else ""
        full = now.status is RegistrationStatus.WAITING and self.only_full(now.table, now.organisation_key)
        return Row(
            now.table,
            now.participant,
            now.organisation,
            _status(now, None if renamed or moved else before),
            self.register.position(now, of_all=full) if now.status is RegistrationStatus.WAITING else None,
            table_full=full,
            renamed_from=renamed,
            moved_from=moved,
            displaced=_displaced(now, before) and not moved,
        )

    def _undone(self, one: _Open, settled: set[Key]) -> Row:
        status = one.status
        if status is RowStatus.NOT_REGISTERED and one.key in settled:
            # The same mail also registered them, or took them out: "was not registered" would contradict that.
            status = RowStatus.UNDER_REVIEW
        table, organisation_key, _ = one.key
        full = status is RowStatus.REFUSED and self.only_full(table, organisation_key)
        return Row(table, *one.names, status, table_full=full)

    def only_full(self, table_id: str, organisation_key: str) -> bool:
        """Whether nobody can come though the organisation has a place left: the table itself is full."""
        if table_id not in self.programme.table_ids:
            return False
        limit = self.programme.table(table_id).limit
        return self.register.free_place(table_id, organisation_key, limit) is not None


def _displaced(now: Registration, before: Registration | None) -> bool:
    """Who gave their place up and came back waits by their own wish, as of that mail."""
    held = before is not None and before.status is _CONFIRMED and before.arrival == now.arrival
    return held and now.status is RegistrationStatus.WAITING


def _status(now: Registration, before: Registration | None) -> RowStatus:
    if now.status is _CANCELLED:
        was_so = before is not None and not before.active
        return RowStatus.ALREADY_CANCELLED if was_so else RowStatus.CANCELLED
    was_so = before is not None and before.status is now.status
    if now.status is _CONFIRMED:
        return RowStatus.ALREADY_CONFIRMED if was_so else RowStatus.CONFIRMED
    return RowStatus.ALREADY_WAITING if was_so else RowStatus.WAITING
