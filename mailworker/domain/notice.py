"""A notice: a mail we owe a person, as facts. The templates say it in words; text and HTML say the same."""

from dataclasses import dataclass
from enum import StrEnum

from mailworker.domain.request import Missing, Request


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
    PROMOTION = "promotion"
    """To who waited: the place is now theirs."""
    INFORMATION = "information"
    """To a person concerned by what somebody else asked: registered, replaced or cancelled by them."""


class RowStatus(StrEnum):
    """What became of one participant at one table."""

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


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the answer's table. `table` is its id; `position` is the place in the waiting list, from 1."""

    table: str
    participant: str
    organisation: str
    status: RowStatus
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One fact to ask for. `about` is the request that lacks it; `candidates` are possible answers, if any."""

    missing: Missing
    about: Request
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """One mail to one recipient.

    `recipient` is an address. `token` names the conversation ("7K3Q") and is no secret. `subject` is the subject of
    the mail it answers, "" for a mail of our own accord. `understood` are the requests as we read them.
    `staff_question`: their mail also asked something that a colleague will answer.
    `asked_by`: the name of the person whose mail caused it, where that is not the recipient.
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
