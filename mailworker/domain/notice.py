"""A notice: a mail we owe a person, as facts. The templates say it in words; text and HTML say the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from mailworker.domain.request import Action, Missing, Request


class NoticeKind(StrEnum):
    """What the mail is about; each has a folder templates/<language>/<kind>."""

    CONFIRMATION = "confirmation"
    """At least one place is the participant's, nothing is missing."""
    WAITING = "waiting"
    """All that was asked for waits behind a colleague."""
    CANCELLATION = "cancellation"
    """Only places were given back."""
    QUESTION = "question"
    """Something is missing: asks for exactly that, and tells what is already done."""
    REMINDER = "reminder"
    """The same question once more, after some days without an answer."""
    REVIEW = "review"
    """A colleague will look at it."""
    DECLINED = "declined"
    """Staff looked at it, and it can't be done; with their reason."""
    PROMOTION = "promotion"
    """To who waited: the place is now theirs."""
    INFORMATION = "information"
    """To a person concerned by what somebody else asked: registered, replaced or cancelled by them."""


class RowStatus(StrEnum):
    """What became of one participant at one table, in the order in which we tell it."""

    CONFIRMED = "confirmed"
    ALREADY_CONFIRMED = "already confirmed"
    WAITING = "waiting"
    ALREADY_WAITING = "already waiting"
    CANCELLED = "cancelled"
    ALREADY_CANCELLED = "already cancelled"
    NOT_REGISTERED = "not registered"
    """A cancellation or replacement of somebody who has no place or wait there."""
    REFUSED = "refused"
    """Every place of the organisation is taken and the programme keeps no waiting list."""
    UNDER_REVIEW = "under review"
    """Staff decide."""


class State(StrEnum):
    """What the first line of a notice says of the whole; no two of them may be taken for one another."""

    CONFIRMED = "confirmed"
    PARTLY_WAITING = "partly waiting"
    """Some places are theirs, for others they wait."""
    PARTLY = "partly confirmed"
    """Some places are theirs; something else was not possible or is not decided yet."""
    WAITING = "waiting"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    DECLINED = "declined"
    """Staff said no."""
    UNCHANGED = "unchanged"
    INCOMPLETE = "incomplete"
    UNDER_REVIEW = "under review"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the answer's table. `table` is its id; `position` is the place in the waiting list, from 1.

    `table_full`: it waits, or was refused, since the table itself has no place left, not for a colleague's place.
    `renamed_from`, `moved_from`: the name, or the organisation, that stood there before this mail corrected it.
    `displaced`: they had the place until somebody turned out to be of the same organisation, and earlier.
    `promoted`: they waited for it, in a notice that also tells of something that was asked for them.
    """

    table: str
    participant: str
    organisation: str
    status: RowStatus
    position: int | None = None
    table_full: bool = False
    renamed_from: str = ""
    moved_from: str = ""
    displaced: bool = False
    promoted: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One fact to ask for. `about` is the request that lacks it; `candidates` are possible answers, if any.

    Candidates for tables are ids or other words of the sender's choice; without any, every table is one.
    """

    missing: Missing
    about: Request
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that one sentence tells: these people (name, organisation) have this status at these tables.

    `instead_of` is who leaves, where this is a replacement. `position` is set when all have the same. `renamed_from`,
    `moved_from`, `displaced` and `promoted` are those of all its rows.
    """

    status: RowStatus
    people: tuple[tuple[str, str], ...]
    tables: tuple[str, ...]
    instead_of: str = ""
    position: int | None = None
    renamed_from: str = ""
    moved_from: str = ""
    displaced: bool = False
    promoted: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """One mail to one recipient.

    `recipient` is an address. `token` names the conversation ("7K3Q") and is no secret. `subject` is the subject of
    the mail it answers, "" for a mail of our own accord. `understood` are the requests as we read them.
    `reason` is why staff declined it, in their words. `merged` is another name of the organisation, where two of the
    register turned out to be one and that is why we write.
    `staff_question`: their mail also asked something that a colleague will answer.
    `asked_by`: the name of the person whose mail caused it, where that is not the recipient. A notice of kind
    information or promotion has only rows that its recipient may know of; `to_participant` is true when they are the
    recipient's own places, so that we may say "you".
    """

    kind: NoticeKind
    recipient: str
    token: str
    subject: str = ""
    rows: tuple[Row, ...] = ()
    questions: tuple[Question, ...] = ()
    understood: tuple[Request, ...] = ()
    staff_question: bool = False
    asked_by: str = ""
    reason: str = ""
    to_participant: bool = False
    merged: str = ""

    @property
    def state(self) -> State:
        """What to say of the whole: never more than what every row holds true."""
        match self.kind:
            case NoticeKind.QUESTION | NoticeKind.REMINDER:
                return State.INCOMPLETE
            case NoticeKind.REVIEW:
                return State.UNDER_REVIEW
            case NoticeKind.DECLINED:
                return State.DECLINED
            case _:
                return _state({row.status for row in self.rows}, self.kind)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The rows as sentences, in the order of RowStatus; a replacement is one of them, not two."""
        return _groups(self.rows, self.understood)


_HOLD = {RowStatus.CONFIRMED, RowStatus.ALREADY_CONFIRMED}
_WAIT = {RowStatus.WAITING, RowStatus.ALREADY_WAITING}
_LEAVE = {RowStatus.CANCELLED, RowStatus.ALREADY_CANCELLED}
_WITHOUT_ROWS = {
    NoticeKind.CONFIRMATION: State.CONFIRMED,
    NoticeKind.PROMOTION: State.CONFIRMED,
    NoticeKind.WAITING: State.WAITING,
    NoticeKind.CANCELLATION: State.CANCELLED,
}


def _state(statuses: set[RowStatus], kind: NoticeKind) -> State:
    open_ends = statuses & {RowStatus.REFUSED, RowStatus.UNDER_REVIEW, RowStatus.NOT_REGISTERED}
    if statuses & _HOLD:
        if statuses & _WAIT:
            return State.PARTLY_WAITING
        return State.PARTLY if open_ends else State.CONFIRMED
    if statuses & _WAIT:
        return State.WAITING
    if statuses & _LEAVE:
        return State.CANCELLED
    if RowStatus.UNDER_REVIEW in statuses:
        return State.UNDER_REVIEW
    if RowStatus.REFUSED in statuses:
        return State.REFUSED
    return State.UNCHANGED if open_ends else _WITHOUT_ROWS.get(kind, State.UNCHANGED)


def _groups(rows: Sequence[Row], understood: Sequence[Request]) -> tuple[Group, ...]:
    leavers = _leavers(rows, understood)
    told = {(leaver, table) for (_, table), leaver in leavers.items()}
    groups: list[Group] = []
    for status in RowStatus:
        of_status = [row for row in rows if row.status is status]
        if status is RowStatus.CANCELLED:
            of_status = [row for row in of_status if (row.participant, row.table) not in told]
        groups += _alike(of_status, status, leavers if status is RowStatus.CONFIRMED else {})
    return tuple(groups)


def _leavers(rows: Sequence[Row], understood: Sequence[Request]) -> dict[tuple[str, str], str]:
    """Who left, by (newcomer, table), where both halves of a replacement stand in these rows."""
    done = {(row.participant, row.table, row.status) for row in rows}
    return {
        (request.replacement, table): request.participant
        for request in understood
        if request.action is Action.REPLACE and request.replacement and request.participant
        for table in request.tables
        if (request.participant, table, RowStatus.CANCELLED) in done
        and (request.replacement, table, RowStatus.CONFIRMED) in done
    }


_Marks = tuple[str, str, bool, bool]


def _alike(rows: Sequence[Row], status: RowStatus, leavers: dict[tuple[str, str], str]) -> list[Group]:
    """The rows by person, and then the persons by the same tables."""
    own: dict[tuple[str, str, str, _Marks], list[Row]] = {}
    for row in rows:
        leaver = leavers.get((row.participant, row.table), "")
        marks = row.renamed_from, row.moved_from, row.displaced, row.promoted
        own.setdefault((row.participant, row.organisation, leaver, marks), []).append(row)
    shared: dict[tuple[tuple[str, ...], str, int | None, _Marks], list[tuple[str, str]]] = {}
    for (name, organisation, leaver, marks), of_person in own.items():
        positions = {row.position for row in of_person}
        position = positions.pop() if len(positions) == 1 else None
        tables = tuple(row.table for row in of_person)
        shared.setdefault((tables, leaver, position, marks), []).append((name, organisation))
    return [
        Group(status, tuple(people), tables, leaver, position, *marks)
        for (tables, leaver, position, marks), people in shared.items()
    ]
