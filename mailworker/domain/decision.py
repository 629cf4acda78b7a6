"""The rule of the programme, applied: requests and a part of the register in, changes and a transcript out.

Pure. Who may change what, who comes first, who is promoted and who is told is decided here and nowhere else; the
database's constraints hold the limit even when two decisions race.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from mailworker.domain.notice import Row, RowStatus
from mailworker.domain.programme import Programme, WhenTaken
from mailworker.domain.registration import Change, Register, Registration, person_key
from mailworker.domain.request import Action, Request
from mailworker.domain.states import RegistrationStatus

_CANCELLED, _CONFIRMED, _WAITING = (
    RegistrationStatus.CANCELLED,
    RegistrationStatus.CONFIRMED,
    RegistrationStatus.WAITING,
)


@dataclass(frozen=True, slots=True)
class Asker:
    """Who wrote the mail: its From address and display name, and the id of the message, which is its arrival.

    `authorised`: staff looked at the mail and want it done, so that it may change what others registered.
    """

    address: str
    name: str
    arrival: int
    authorised: bool = False


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
class Decision:
    """What is done for one mail.

    `rows` is the transcript for the asker. `for_staff` says that some row waits for a person (`reasons` says why).
    """

    changes: tuple[Change, ...]
    rows: tuple[Row, ...]
    concerns: tuple[Concern, ...]
    reasons: tuple[str, ...]

    @property
    def for_staff(self) -> bool:
        return bool(self.reasons)


@dataclass(slots=True)
class _Deliberation:
    """The state of one decision while its requests are taken one after the other."""

    register: Register
    programme: Programme
    asker: Asker
    key_of: Callable[[str], str]
    rows: list[Row] = field(default_factory=list)
    concerns: list[Concern] = field(default_factory=list)
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
        return replace(registration, status=_CONFIRMED, place=place, seat=seat) if place is not None else None

    def only_full(self, table_id: str, key: str) -> bool:
        """Whether nobody can come though the organisation has a place left: the table itself is full."""
        limit = self.programme.table(table_id).limit
        return self.register.free_place(table_id, key, limit) is not None

    def row(self, table: str, participant: str, organisation: str, status: RowStatus, *, full: bool = False) -> Row:
        row = Row(table, participant, organisation, status, table_full=full)
        self.rows.append(row)
        return row

    def inform(self, registration: Registration, row: Row, *, promoted: bool = False) -> None:
        """Owes the participant a word, unless they are the asker. Who has no own address is told at the other one."""
        address = registration.participant_address or registration.address
        if address.lower() != self.asker.address.lower():
            self.concerns.append(Concern(address, row, promoted, own=registration.participant_address is not None))


def decide(
    requests: Sequence[Request],
    register: Register,
    programme: Programme,
    asker: Asker,
    key_of: Callable[[str], str],
) -> Decision:
    """Carries out complete requests on the register: leaving first, then replacing, then coming.

    That order makes a change of table free its place before anybody is registered, whatever the order of the words.
    `key_of` gives an organisation's identity. The register holds every row of a table with a capacity.
    ValueError for a request that lacks something.
    """
    if any(request.missing for request in requests):
        raise ValueError("an incomplete request cannot be carried out")
    work = _Deliberation(register, programme, asker, key_of)
    steps = {Action.CANCEL: _cancel, Action.REPLACE: _replace, Action.REGISTER: _register}
    for action, step in steps.items():
        for request in requests:
            if request.action is action:
                step(work, request)
    rows = [_with_position(work, row) for row in work.rows]
    order = {table: n for n, table in enumerate(programme.table_ids)}
    rows.sort(key=lambda row: order.get(row.table, len(order)))
    return Decision(tuple(register.changes), tuple(rows), tuple(work.concerns), tuple(work.reasons))


def _with_position(work: _Deliberation, row: Row) -> Row:
    """A waiting row's position is known once all requests of the mail are done."""
    if row.status not in {RowStatus.WAITING, RowStatus.ALREADY_WAITING}:
        return row
    registration = work.register.find(row.table, work.key_of(row.organisation), row.participant, work.asker.address)
    assert registration is not None, "a waiting row stands in the register"
    if registration.status is _CONFIRMED:
        return replace(row, status=RowStatus.CONFIRMED)
    full = work.only_full(row.table, registration.organisation_key)
    return replace(row, position=work.register.position(registration, of_all=full), table_full=full)


def _register(work: _Deliberation, request: Request) -> None:
    assert request.participant is not None
    assert request.organisation is not None
    for table_id in request.tables:
        key = work.key_of(request.organisation)
        _promote(work, table_id, key)
        present = work.register.find(table_id, key, request.participant, work.asker.address)
        if present is not None and present.active:
            confirmed = present.status is _CONFIRMED
            status = RowStatus.ALREADY_CONFIRMED if confirmed else RowStatus.ALREADY_WAITING
            work.row(table_id, present.participant, present.organisation, status)
            continue
        _seat(work, request, table_id, key)


def _seat(work: _Deliberation, request: Request, table_id: str, key: str) -> None:
    """Gives somebody new a free place, or what the programme does when none is free."""
    assert request.participant is not None
    assert request.organisation is not None
    newcomer = _newcomer(work, request, table_id, key, request.participant)
    names = (table_id, request.participant, request.organisation)
    full = work.only_full(table_id, key)
    if (seated := work.seat(newcomer)) is not None:
        stored = work.register.take(seated, "place free")
        work.inform(stored, work.row(*names, RowStatus.CONFIRMED))
    elif work.programme.when_taken is WhenTaken.WAITING or _for_staff_and_decided(work):
        stored = work.register.take(newcomer, "table full" if full else "place taken")
        work.inform(stored, work.row(*names, RowStatus.WAITING, full=full))
    elif work.programme.when_taken is WhenTaken.REFUSE:
        work.row(*names, RowStatus.REFUSED, full=full)
    else:
        work.row(*names, RowStatus.UNDER_REVIEW)
        work.reasons.append(f"no place is left at {table_id}")


def _for_staff_and_decided(work: _Deliberation) -> bool:
    """Staff who accept somebody for whom there is no place put them in the line: the limit is nobody's to break."""
    return work.programme.when_taken is WhenTaken.STAFF and work.asker.authorised


def _newcomer(work: _Deliberation, request: Request, table_id: str, key: str, name: str) -> Registration:
    """A waiting registration for that name, asked for by this mail."""
    own = request.participant_address if request.action is Action.REGISTER else None
    if own is None and person_key(name) == person_key(work.asker.name):
        own = work.asker.address
    return Registration(
        table=table_id,
        organisation=request.organisation or "",
        organisation_key=key,
        participant=name,
        status=_WAITING,
        address=work.asker.address,
        arrival=work.asker.arrival,
        participant_address=own,
    )


def _cancel(work: _Deliberation, request: Request) -> None:
    assert request.participant is not None
    assert request.organisation is not None
    for present in _leaving(work, request):
        stored = work.register.take(_left(present), "cancelled")
        row = work.row(present.table, present.participant, present.organisation, RowStatus.CANCELLED)
        work.inform(stored, row)
        _promote(work, present.table, present.organisation_key)


def _replace(work: _Deliberation, request: Request) -> None:
    """The newcomer takes the leaver's place, ahead of those who wait; or the leaver's place in the line."""
    assert request.replacement is not None
    for present in _leaving(work, request):
        left = work.register.take(_left(present), "replaced")
        row = work.row(present.table, present.participant, present.organisation, RowStatus.CANCELLED)
        work.inform(left, row)
        there = work.register.find(present.table, present.organisation_key, request.replacement)
        if there is not None and there.status is _CONFIRMED:
            work.row(present.table, request.replacement, present.organisation, RowStatus.ALREADY_CONFIRMED)
            _promote(work, present.table, present.organisation_key)
            continue
        newcomer = _newcomer(work, request, present.table, present.organisation_key, request.replacement)
        newcomer = replace(newcomer, organisation=present.organisation, status=present.status)
        newcomer = replace(newcomer, place=present.place, seat=present.seat)
        if present.status is _WAITING:
            earlier = there.arrival if there is not None and there.active else present.arrival
            newcomer = replace(newcomer, arrival=min(earlier, present.arrival))
        stored = work.register.take(newcomer, "replacement")
        status = RowStatus.CONFIRMED if stored.status is _CONFIRMED else RowStatus.WAITING
        work.inform(stored, work.row(present.table, request.replacement, present.organisation, status))


def _left(present: Registration) -> Registration:
    return replace(present, status=_CANCELLED, place=None, seat=None)


def _leaving(work: _Deliberation, request: Request) -> Iterable[Registration]:
    """The registrations that this mail may end; what it may not, or what is not there, goes to staff.

    A request that names every table means every table that the participant has.
    """
    assert request.participant is not None
    assert request.organisation is not None
    key = work.key_of(request.organisation)
    found: list[Registration] = []
    absent: list[str] = []
    for table_id in request.tables:
        present = work.register.find(table_id, key, request.participant, work.asker.address)
        if present is None or not present.active:
            absent.append(table_id)
        else:
            found.append(present)
    everything = set(request.tables) == set(work.programme.table_ids)
    if not found or not everything:
        for table_id in absent:
            _absent(work, request, table_id, key)
    for present in found:
        if _may_change(work, present):
            yield present
        else:
            work.row(present.table, present.participant, present.organisation, RowStatus.UNDER_REVIEW)
            work.reasons.append("neither the participant nor who registered them wrote this")


def _may_change(work: _Deliberation, registration: Registration) -> bool:
    return work.asker.authorised or registration.may_be_changed_by(work.asker.address)


def _absent(work: _Deliberation, request: Request, table_id: str, key: str) -> None:
    assert request.participant is not None
    assert request.organisation is not None
    gone = work.register.find(table_id, key, request.participant, work.asker.address)
    if gone is not None and request.action is Action.CANCEL and _may_change(work, gone):
        work.row(table_id, gone.participant, gone.organisation, RowStatus.ALREADY_CANCELLED)
        return
    work.row(table_id, request.participant, request.organisation, RowStatus.NOT_REGISTERED)
    work.reasons.append("who should leave is not registered there")


def _promote(work: _Deliberation, table_id: str, key: str) -> None:
    """Gives free places to those who wait, first come first served, and owes them the good news.

    At a table with a capacity a seat that comes free may be for somebody of another organisation.
    """
    everybody = work.programme.table(table_id).capacity is not None
    for present in work.register.waiting(table_id, None if everybody else key):
        seated = work.seat(present)
        if seated is None:
            continue
        stored = work.register.take(seated, "place came free")
        row = Row(table_id, present.participant, present.organisation, RowStatus.CONFIRMED)
        if stored.may_be_changed_by(work.asker.address):
            work.rows.append(row)
        work.inform(stored, row, promoted=True)
