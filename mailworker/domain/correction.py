"""What is put right: a participant's name, and the organisation that they are registered for.

The registration stays what it is, with its story, its arrival and, as far as the limit lets it, its place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mailworker.domain.deliberation import Deliberation
from mailworker.domain.merge import merge
from mailworker.domain.notice import RowStatus
from mailworker.domain.registration import Change, Registration, person_key, same_person
from mailworker.domain.request import Request
from mailworker.domain.spelling import corrects

NAME_CORRECTED, ORGANISATION_CORRECTED = "name corrected", "organisation corrected"
"""The rules by which it happens, as the audit trail has them."""


def themselves(work: Deliberation, table_id: str, key: str, name: str) -> Registration | None:
    """The registration of who writes, under a misspelt name: nobody waits behind themselves for a typing error."""
    if person_key(name) != person_key(work.asker.name):
        return None
    own = [
        row
        for row in work.register.at(table_id, key)
        if (row.participant_address or "").lower() == work.asker.address.lower() and corrects(row.participant, name)
    ]
    return own[0] if len(own) == 1 else None


def rename(work: Deliberation, present: Registration, name: str) -> None:
    """The participant goes on under the right name: the same registration, with its place and its arrival."""
    own = present.participant_address
    if own is None and person_key(name) == person_key(work.asker.name):
        own = work.asker.address
    after = replace(present, participant=name, participant_address=own)
    if after != present:
        after = work.register.put(Change(present, after, NAME_CORRECTED))
        work.account.inform(after)
    work.account.tell(after)


def correct(work: Deliberation, requests: Iterable[Request]) -> None:
    """The participants' registrations go to the right organisation; its limit is applied again in order of arrival.

    Those who go to one organisation go together, so that the order of the words makes no difference.
    """
    going: dict[str, list[Registration]] = {}
    names: dict[str, str] = {}
    for request in requests:
        assert request.organisation is not None
        into = work.key_of(request.organisation)
        known = (row.organisation for row in work.register if row.organisation_key == into)
        names.setdefault(into, next(known, request.organisation))
        going.setdefault(into, []).extend(_wrong(work, request, into))
    for into, rows in going.items():
        # Whom another request of the mail moved before is no longer where they were.
        still = [row for row in dict.fromkeys(rows) if work.register.at_key(row.key) == row]
        if still:
            _move(work, still, (into, names[into]))


def _wrong(work: Deliberation, request: Request, into: str) -> list[Registration]:
    """The registrations that are to go; what is right already is told, what nobody can tell is left to staff."""
    assert request.participant is not None
    assert request.organisation is not None
    theirs = [
        row
        for row in work.register
        if row.active
        and (not request.tables or row.table in request.tables)
        and row.may_be_changed_by(work.asker.address)
        and same_person(row.participant, request.participant)
    ]
    wrong = [row for row in theirs if row.organisation_key != into]
    for row in theirs:
        if row.organisation_key == into:
            work.account.tell(row)
    if not theirs:
        for table_id in request.tables or work.programme.table_ids:
            reason = "who should be registered for another organisation is not registered by this sender"
            names = (request.participant, request.organisation)
            work.not_done(table_id, into, names, RowStatus.UNDER_REVIEW, reason)
    if len({row.organisation_key for row in wrong}) > 1:
        for row in wrong:
            names = (row.participant, row.organisation)
            reason = "they are registered for several organisations: which one is wrong?"
            work.not_done(row.table, row.organisation_key, names, RowStatus.UNDER_REVIEW, reason)
        return []
    return wrong


def _move(work: Deliberation, rows: Sequence[Registration], into: tuple[str, str]) -> None:
    ids = {row.id for row in rows if row.id is not None}
    merger = merge(work.register, into, work.programme, of=lambda row: row.id in ids, rule=ORGANISATION_CORRECTED)
    for change in merger.changes:
        work.register.put(change)
    moved = {(row.table, into[0], row.participant_key) for row in rows}
    for moved_key in sorted(moved):
        if (now := work.register.at_key(moved_key)) is not None:
            work.account.tell(now)
            work.account.inform(now)
    for row in (*merger.lose, *merger.gain):
        if row.key not in moved:
            work.account.inform(row, promoted=row in merger.gain)
            if row.may_be_changed_by(work.asker.address):
                work.account.tell(row)
