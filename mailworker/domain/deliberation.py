"""The state of one decision while its requests are carried out one after the other, and the steps that all share."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from mailworker.domain.account import Account
from mailworker.domain.notice import RowStatus
from mailworker.domain.programme import Programme
from mailworker.domain.registration import Register, Registration, person_key
from mailworker.domain.states import RegistrationStatus


@dataclass(frozen=True, slots=True)
class Asker:
    """Who wrote the mail: its From address and display name, and the id of the message, which is its arrival.

    `authorised`: staff looked at the mail and want it done, so that it may change what others registered.
    """

    address: str
    name: str
    arrival: int
    authorised: bool = False


@dataclass(slots=True)
class Deliberation:
    """The state of one decision while its requests are taken one after the other."""

    register: Register
    programme: Programme
    asker: Asker
    key_of: Callable[[str], str]
    account: Account
    reasons: list[str] = field(default_factory=list)

    def seat(self, registration: Registration) -> Registration | None:
        """The registration with a free place of its organisation and a free seat, None when one of them is taken.

        A place that it already holds, as a newcomer does who replaces somebody, stays its own.
        """
        table = self.programme.table(registration.table)
        place = registration.place or self.register.free_place(table.id, registration.organisation_key, table.limit)
        seat = registration.seat
        if seat is None and table.capacity is not None:
            seat = self.register.free_seat(table.id, table.capacity)
            if seat is None:
                return None
        return (
            replace(registration, status=RegistrationStatus.CONFIRMED, place=place, seat=seat)
            if place is not None
            else None
        )

    def take(self, after: Registration, rule: str) -> Registration:
        """Writes a change down and owes the asker and the participant a word about it."""
        stored = self.register.take(after, rule)
        self.account.tell(stored)
        self.account.inform(stored)
        return stored

    def not_done(self, table_id: str, key: str, names: tuple[str, str], status: RowStatus, reason: str = "") -> None:
        """Leaves something as it is, for these names (participant, organisation); with a reason staff decide."""
        self.account.leave_open((table_id, key, person_key(names[0])), names[0], names[1], status)
        if reason:
            self.reasons.append(reason)

    def may_change(self, registration: Registration) -> bool:
        """Whether this mail counts for it: of the participant, of who registered them, or wanted by staff."""
        return self.asker.authorised or registration.may_be_changed_by(self.asker.address)
