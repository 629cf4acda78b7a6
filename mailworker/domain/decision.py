"""The rule of the programme, applied: requests and a part of the register in, changes and a transcript out.

Pure. Who may change what, who comes first, who is promoted and who is told is decided here and nowhere else; the
database's constraints hold the limit even when two decisions race.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from mailworker.domain.account import Account, Concern
from mailworker.domain.correction import correct, rename, themselves
from mailworker.domain.deliberation import Asker, Deliberation
from mailworker.domain.notice import Row, RowStatus
from mailworker.domain.programme import Programme, WhenTaken
from mailworker.domain.registration import Change, Register, Registration, person_key
from mailworker.domain.request import Action, Request
from mailworker.domain.spelling import corrects
from mailworker.domain.states import RegistrationStatus

_CANCELLED, _CONFIRMED, _WAITING = (
    RegistrationStatus.CANCELLED,
    RegistrationStatus.CONFIRMED,
    RegistrationStatus.WAITING,
)


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


def decide(
    requests: Sequence[Request],
    register: Register,
    programme: Programme,
    asker: Asker,
    key_of: Callable[[str], str],
) -> Decision:
    """Carries out complete requests on the register: corrections first, then leaving, replacing and coming.

    That order makes a change of table free its place before anybody is registered, whatever the order of the words.
    `key_of` gives an organisation's identity. The register holds every row of a table with a capacity.
    ValueError for a request that lacks something.
    """
    if any(request.missing for request in requests):
        raise ValueError("an incomplete request cannot be carried out")
    account = Account(register, programme, asker.address)
    work = Deliberation(register, programme, asker, key_of, account)
    once = tuple(dict.fromkeys(requests))
    correct(work, (request for request in once if request.action is Action.CORRECT))
    steps = {Action.CANCEL: _cancel, Action.REPLACE: _replace, Action.REGISTER: _register}
    for action, step in steps.items():
        for request in once:
            if request.action is action:
                step(work, request)
    return Decision(tuple(register.changes), account.rows(), account.concerns(), tuple(work.reasons))


def _register(work: Deliberation, request: Request) -> None:
    assert request.participant is not None
    assert request.organisation is not None
    for table_id in request.tables:
        key = work.key_of(request.organisation)
        _promote(work, table_id, key)
        present = work.register.find(table_id, key, request.participant, work.asker.address)
        if present is not None and present.active:
            work.account.tell(present)
        elif present is None and (misspelt := themselves(work, table_id, key, request.participant)) is not None:
            rename(work, misspelt, request.participant)
        else:
            _seat(work, request, table_id, key)


def _seat(work: Deliberation, request: Request, table_id: str, key: str) -> None:
    """Gives somebody new a free place, or what the programme does when none is free."""
    assert request.participant is not None
    assert request.organisation is not None
    newcomer = _newcomer(work, request, table_id, key, request.participant)
    names = (request.participant, request.organisation)
    if (seated := work.seat(newcomer)) is not None:
        work.take(seated, "place free")
    elif work.programme.when_taken is WhenTaken.WAITING or _for_staff_and_decided(work):
        work.take(newcomer, "table full" if work.account.only_full(table_id, key) else "place taken")
    elif work.programme.when_taken is WhenTaken.REFUSE:
        work.not_done(table_id, key, names, RowStatus.REFUSED)
    else:
        work.not_done(table_id, key, names, RowStatus.UNDER_REVIEW, f"no place is left at {table_id}")


def _for_staff_and_decided(work: Deliberation) -> bool:
    """Staff who accept somebody for whom there is no place put them in the line: the limit is nobody's to break."""
    return work.programme.when_taken is WhenTaken.STAFF and work.asker.authorised


def _newcomer(work: Deliberation, request: Request, table_id: str, key: str, name: str) -> Registration:
    """A waiting registration for that name, asked for by this mail."""
    own = request.participant_address
    if own is None and person_key(name) == person_key(work.asker.name):
        own = work.asker.address
    if own is None:
        own = work.register.own_address(key, name)
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


def _cancel(work: Deliberation, request: Request) -> None:
    for present in _leaving(work, request):
        work.take(_left(present), "cancelled")
        _promote(work, present.table, present.organisation_key)


def _replace(work: Deliberation, request: Request) -> None:
    """The newcomer takes the leaver's place, ahead of those who wait; or the leaver's place in the line."""
    assert request.replacement is not None
    for present in _leaving(work, request):
        there = work.register.find(present.table, present.organisation_key, request.replacement)
        if there in {None, present} and corrects(present.participant, request.replacement):
            rename(work, present, request.replacement)
            continue
        work.take(_left(present), "replaced")
        if there is not None and there.status is _CONFIRMED:
            work.account.tell(there)
            _promote(work, present.table, present.organisation_key)
            continue
        newcomer = _newcomer(work, request, present.table, present.organisation_key, request.replacement)
        newcomer = replace(newcomer, organisation=present.organisation, status=present.status)
        if there is not None and there.active:
            # Who waits already keeps their own registration, and who may change it; only the place is new.
            newcomer = replace(there, status=present.status, arrival=min(there.arrival, present.arrival))
        elif present.status is _WAITING:
            newcomer = replace(newcomer, arrival=present.arrival)
        work.take(replace(newcomer, place=present.place, seat=present.seat), "replacement")


def _left(present: Registration) -> Registration:
    return replace(present, status=_CANCELLED, place=None, seat=None)


def _leaving(work: Deliberation, request: Request) -> Iterable[Registration]:
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
        if work.may_change(present):
            yield present
        else:
            names = (present.participant, present.organisation)
            reason = "neither the participant nor who registered them wrote this"
            work.not_done(present.table, present.organisation_key, names, RowStatus.UNDER_REVIEW, reason)


def _absent(work: Deliberation, request: Request, table_id: str, key: str) -> None:
    assert request.participant is not None
    assert request.organisation is not None
    gone = work.register.find(table_id, key, request.participant, work.asker.address)
    done = [gone] if gone is not None and work.may_change(gone) else []
    if request.action is Action.REPLACE:
        there = work.register.find(table_id, key, request.replacement or "")
        came = there is not None and there.active and work.may_change(there)
        renamed = came and not done and corrects(request.participant, request.replacement or "")
        done = [*done, there] if there is not None and (renamed or (done and there.active)) else []
    for one in done:
        work.account.tell(one)
    if not done:
        names = (request.participant, request.organisation)
        reason = "who should leave is not registered there"
        work.not_done(table_id, key, names, RowStatus.NOT_REGISTERED, reason)


def _promote(work: Deliberation, table_id: str, key: str) -> None:
    """Gives free places to those who wait, first come first served, and owes them the good news.

    At a table with a capacity a seat that comes free may be for somebody of another organisation.
    """
    everybody = work.programme.table(table_id).capacity is not None
    for present in work.register.waiting(table_id, None if everybody else key):
        seated = work.seat(present)
        if seated is None:
            continue
        stored = work.register.take(seated, "place came free")
        if stored.may_be_changed_by(work.asker.address):
            work.account.tell(stored)
        work.account.inform(stored, promoted=True)
