"""What a mail that names no table may be meant to put right, of those who are registered already.

Read by itself such a mail looks like one more wish; against the register it may be a correction. Staff decide which.
"""

from collections.abc import Sequence

from mailworker.domain.organisation import identity
from mailworker.domain.registration import Registration, same_person
from mailworker.domain.request import Action, Request
from mailworker.domain.spelling import corrects


def respelling(request: Request, own: Sequence[Registration]) -> Request | None:
    """The correction that may be meant, where who is registered already, in another spelling, names no table."""
    if request.action is not Action.REGISTER or request.tables or request.participant is None:
        return None
    if any(same_person(registration.participant, request.participant) for registration in own):
        return None
    theirs = [r for r in own if r.active and corrects(r.participant, request.participant)]
    if len({(r.participant_key, r.organisation_key) for r in theirs}) != 1:
        return None
    tables = tuple(dict.fromkeys(registration.table for registration in theirs))
    wrong = theirs[0]
    return Request(Action.REPLACE, wrong.participant, wrong.organisation, tables, request.participant)


def is_elsewhere(request: Request, own: Sequence[Registration]) -> bool:
    """Whether who should be registered, at no table, has registrations for another organisation only."""
    if request.action is not Action.REGISTER or request.tables or not (request.participant and request.organisation):
        return False
    theirs = {identity(r.organisation) for r in own if r.active and same_person(r.participant, request.participant)}
    return bool(theirs) and identity(request.organisation) not in theirs


def to_correct(requests: Sequence[Request], own: Sequence[Registration], organisation: str) -> tuple[Request, ...]:
    """The corrections that staff mean who answer such a mail with the organisation; none where it asks something else.

    The sender's registrations go there: of those whom the mail names, if it names any. Who has them for several other
    organisations must say which one is wrong.
    """
    if any(request.action is not Action.REGISTER or request.tables for request in requests):
        return ()
    names = [request.participant for request in requests if request.participant]
    wrong = [
        registration
        for registration in own
        if registration.active
        and identity(registration.organisation) != identity(organisation)
        and (not names or any(same_person(registration.participant, name) for name in names))
    ]
    if len({registration.organisation_key for registration in wrong}) != 1:
        return ()
    people = dict.fromkeys(registration.participant for registration in wrong)
    return tuple(Request(Action.CORRECT, participant, organisation) for participant in people)
