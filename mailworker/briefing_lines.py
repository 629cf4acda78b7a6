"""What the templates of a digest see: lines to be shown, and no more than a mail can hold."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from mailworker.letter import Wish

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Part(Generic[_T]):
    """The lines that are shown, and how many `more` there are."""

    lines: tuple[_T, ...]
    more: int


@dataclass(frozen=True, slots=True)
class HeldLine:
    """`age` is in days of the calendar; `doubts` are short names, the rule of the reader last.

    `file` is the name under which the mail itself is attached, "" where it is not.
    """

    number: int
    sender: str
    subject: str
    age: int
    doubts: tuple[str, ...]
    understood: tuple[Wish, ...]
    proposal: str
    replies: tuple[str, ...]
    nearest: str
    file: str


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A mail of ours: `state` and `now` are "" where nothing is to be said of them, `code` is 0 without an answer.

    `says` is its first line, where staff decide whether it leaves.
    """

    number: int
    kind: str
    recipient: str
    age: int
    state: str = ""
    now: str = ""
    code: int = 0
    says: str = ""


@dataclass(frozen=True, slots=True)
class AwaitingLine:
    number: int
    address: str
    asked: tuple[Wish, ...]
    age: int
    reminded: bool


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """`asked_by` is an address, "" where it is not known; `message` 0 where no mail led to it."""

    kind: str
    participant: str
    organisation: str
    instead_of: str
    reason: str
    note: str
    asked_by: str
    message: int


@dataclass(frozen=True, slots=True)
class TableChanges:
    """`table` is "" for what concerns none."""

    table: str
    part: Part[ChangeLine]


@dataclass(frozen=True, slots=True)
class OccupancyLine:
    """`percent` is how much of the bar is full: of the capacity, or of the fullest table where there is none."""

    table: str
    confirmed: int
    organisations: int
    capacity: int | None
    waiting: int
    percent: int


@dataclass(frozen=True, slots=True)
class MeetingLine:
    table: str
    starts: datetime
    place: str
    confirmed: int
    people: tuple[tuple[str, str], ...] | None


@dataclass(frozen=True, slots=True)
class OrganisationLine:
    name: str
    nearest: str
    registrations: int
    message: int


@dataclass(frozen=True, slots=True)
class RuledLine:
    ruling: str
    message: int
    by: str


@dataclass(frozen=True, slots=True)
class HealthLine:
    """Ages in minutes, None where there is nothing to be old."""

    polled_at: datetime | None
    unhandled: int
    unhandled_age: int | None
    queued: int
    queued_age: int | None
    failed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Books:
    """Where the mails are: `received` is the sum of the others, unless it does not add up."""

    received: int
    new: int
    handled: int
    asked: int
    held: int
    ignored: int
    failed: int
    to_do: int
    adds_up: bool


@dataclass(frozen=True, slots=True)
class Briefing:
    """The names that a template of the digest may use, apart from `service`, `programme`, `you` and the filters.

    `counts` are (what, how many), without those that are 0, in the order of telling.
    """

    day: date
    made_at: datetime
    since: datetime | None
    counts: tuple[tuple[str, int], ...]
    held: Part[HeldLine]
    withheld: Part[NoticeLine]
    undelivered: Part[NoticeLine]
    awaiting: Part[AwaitingLine]
    changes: tuple[TableChanges, ...]
    ruled: Part[RuledLine]
    occupancy: tuple[OccupancyLine, ...]
    meetings: tuple[MeetingLine, ...]
    organisations: Part[OrganisationLine]
    health: HealthLine
    troubles: tuple[str, ...]
    books: Books
    files: tuple[str, ...]
