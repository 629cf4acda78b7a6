"""merging: two organisations of the register become one, everybody concerned is told, the old name is remembered.

Used where staff say so by mail and on the command line; each owns the transaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from mailworker.domain.merge import Merger
from mailworker.domain.notice import Notice, NoticeKind, Row, RowStatus
from mailworker.domain.organisation import Directory, identity
from mailworker.domain.registration import Register, Registration
from mailworker.domain.states import RegistrationStatus
from mailworker.message import outgoing
from mailworker.stationery import Stationery
from mailworker.store import conversations, inbox, mergers, organisations, registrations
from mailworker.store.mergers import Pair


class Refusal(StrEnum):
    """Why two organisations cannot be made one."""

    UNKNOWN = "unknown"
    """Nobody is registered for the first, or nobody knows the second."""
    SAME = "same"
    """They are one already."""
    CONFIGURED = "configured"
    """The first is one of the configured organisations, of which only the configuration decides."""


@dataclass(frozen=True, slots=True)
class Refused:
    """`name` is the one that the refusal is about, `candidates` are known names that look like it."""

    why: Refusal
    name: str
    candidates: tuple[str, ...] = ()


def pair_of(session: Session, configured: Directory, directory: Directory, name: str, into: str) -> Pair | Refused:
    """The two organisations that are meant, where the first may become the second.

    `configured` are the organisations of the configuration, `directory` also has what staff gave them.
    """
    left = mergers.registered(session, directory, name)
    if left is None:
        return Refused(Refusal.UNKNOWN, name, directory.nearest(name))
    key, its_name = left
    target = organisations.known_as(session, directory, into)
    if target is None:
        return Refused(Refusal.UNKNOWN, into, directory.nearest(into))
    into_key = identity(target)
    if into_key == key or _merged_before(session, directory, key, target):
        return Refused(Refusal.SAME, target)
    owner = configured.exactly(key)
    if owner is not None and owner.name != target:
        return Refused(Refusal.CONFIGURED, owner.name)
    return Pair(key, its_name, into_key, target)


def _merged_before(session: Session, directory: Directory, key: str, target: str) -> bool:
    """Whether the name is known as the other one's, and nobody is registered under it any more."""
    known = directory.exactly(key)
    left = registrations.of_organisations(session, [key])
    return known is not None and known.name == target and not any(row.active for row in left)


def unite(
    session: Session,
    pair: Pair,
    merger: Merger,
    *,
    directory: Directory,
    stationery: Stationery,
    by: str,
    now: datetime,
    message: int | None = None,
) -> None:
    """Does what was proposed in this transaction: the register, its audit trail, a notice to each person, the alias."""
    mergers.carry_out(session, pair, merger, by=by, message=message, now=now)
    organisations.hand_over(session, pair.name, pair.into, by=by, now=now)
    _Telling(session, pair, directory, stationery, now).tell(merger.lose, merger.gain)


@dataclass(frozen=True, slots=True)
class _Telling:
    """One notice for each address, about all tables at once."""

    session: Session
    pair: Pair
    directory: Directory
    stationery: Stationery
    now: datetime

    def tell(self, lose: Sequence[Registration], gain: Sequence[Registration]) -> None:
        """Tells who lost a place, and who has one now; good news alone is a promotion."""
        of_address: dict[tuple[str, bool], list[Registration]] = {}
        for one in (*lose, *gain):
            own = one.participant_address is not None and self._may_be_told(one, one.participant_address)
            address = one.participant_address if own and one.participant_address else one.address
            if outgoing.can_be_addressed(address):
                of_address.setdefault((address.lower(), own), []).append(one)
        for (address, own), theirs in of_address.items():
            only_gain = all(one in gain for one in theirs)
            kind = NoticeKind.PROMOTION if only_gain else NoticeKind.INFORMATION
            rows = tuple(replace(self._row(one), promoted=one in gain and not only_gain) for one in theirs)
            self._owe(kind, address, rows, own)

    def _owe(self, kind: NoticeKind, address: str, rows: tuple[Row, ...], own: bool) -> None:
        seed = f"{kind}/{own}/{self.pair.key}/{self.pair.into_key}/{address}/{self.now.isoformat()}"
        talk = conversations.start(self.session, seed=seed, address=address, now=self.now)
        merged = self.pair.name if kind is NoticeKind.INFORMATION else ""
        notice = Notice(kind, address, talk.token, rows=rows, to_participant=own, merged=merged)
        self.stationery.owe(
            self.session, notice, because_of=None, talk=talk, now=self.now, reports_change=True, capped=False
        )

    def _row(self, one: Registration) -> Row:
        if one.status is not RegistrationStatus.WAITING:
            return Row(one.table, one.participant, one.organisation, RowStatus.CONFIRMED)
        line = Register(registrations.of_organisations(self.session, [one.organisation_key]))
        position = line.position(one)
        return Row(one.table, one.participant, one.organisation, RowStatus.WAITING, position)

    def _may_be_told(self, one: Registration, address: str) -> bool:
        """As with every change: an address that somebody else merely named gets no mail from us."""
        domain = address.rpartition("@")[2].lower()
        known = self.directory.of_domain(domain)
        same = domain == one.address.rpartition("@")[2].lower() and domain not in self.directory.shared_domains
        return (
            same or (known is not None and known.name == one.organisation) or inbox.wrote_to_us(self.session, address)
        )
