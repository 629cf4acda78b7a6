"""What staff are told of one day, as facts, and how they are arranged. The templates say it in words.

Two kinds of facts stand here. What happened comes from the audit trail and stands in exactly one digest. What still
waits for somebody (held, withheld, awaiting) is told every day until it is done.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from mailworker.domain.happenings import Change, ChangeKind, Happening
from mailworker.domain.organisation import Directory
from mailworker.domain.programme import Programme, Session
from mailworker.domain.request import Request
from mailworker.domain.states import MessageState, NoticeState

KIND = "digest"
"""The kind of the notice that brings a digest."""


class Proposal(StrEnum):
    """What we would do with a held mail in the place of staff."""

    CARRY_OUT = "carry out"
    """All that it asks is known: staff only say yes."""
    CHECK_SENDER = "check sender"
    """It says clearly what it wants, but its sender may be forged."""
    NAME_ORGANISATION = "name organisation"
    """Its organisation is not one that we know; another name of it is near."""
    ANSWER = "answer"
    """It asks something that only staff can answer."""
    FILL_IN = "fill in"
    """Something is missing or unclear: read it, and say what is to be done."""
    PUT_ASIDE = "put aside"
    """It asks for nothing."""
    DISTRUST = "distrust"
    """It poses as a decision of staff, and nothing proves that it is one."""


_PROPOSED = {
    "thanks": Proposal.PUT_ASIDE,
    "staff not authenticated": Proposal.DISTRUST,
    "not of staff": Proposal.DISTRUST,
}
"""What these rules leave no doubt about."""


class Reply(StrEnum):
    """What staff can answer to a held mail in a word or two, beside filling in what is to be done."""

    IS = "is"
    """Its organisation is one that we know."""
    ACCEPT = "accept"
    DECLINE = "decline"
    DISMISS = "dismiss"


@dataclass(frozen=True, slots=True)
class Held:
    """A mail that waits for staff; `number` is the one they answer with.

    `rule` and `why` say what stopped us, `requests` what was understood, `nearest` the known organisation whose name
    looks most like its unknown one. `handled`: what it asked is done, only its question is left, until staff say that
    they answered it.
    """

    number: int
    sender: str
    subject: str
    received_at: datetime
    rule: str
    why: str
    question: bool = False
    requests: tuple[Request, ...] = ()
    nearest: str = ""
    handled: bool = False

    @property
    def proposal(self) -> Proposal:
        if self.handled or (self.question and not self.requests):
            return Proposal.ANSWER
        if not self.requests and self.rule in _PROPOSED:
            return _PROPOSED[self.rule]
        if self.rule.startswith("dmarc"):
            return Proposal.CHECK_SENDER
        if self.nearest:
            return Proposal.NAME_ORGANISATION
        return Proposal.CARRY_OUT if self._complete else Proposal.FILL_IN

    @property
    def replies(self) -> tuple[Reply, ...]:
        """The answers that lead to something, the one that we propose first."""
        refusable = self.proposal not in {Proposal.ANSWER, Proposal.PUT_ASIDE, Proposal.DISTRUST}
        possible = {Reply.IS: bool(self.nearest), Reply.ACCEPT: self._complete, Reply.DECLINE: refusable}
        return tuple(reply for reply in Reply if possible.get(reply, True))

    @property
    def _complete(self) -> bool:
        return bool(self.requests) and not any(request.missing for request in self.requests)


def with_nearest(held: Held, directory: Directory) -> Held:
    """The held mail with the known organisation whose name looks most like its unknown one, if it has one."""
    names = (request.organisation for request in held.requests if request.organisation)
    unknown = next((name for name in names if directory.find(name) is None), None)
    return replace(held, nearest=next(iter(directory.nearest(unknown, 1)), "")) if unknown else held


@dataclass(frozen=True, slots=True)
class Withheld:
    """A mail of ours that staff release before it leaves; `says` is its first line, which tells what became of it."""

    number: int
    kind: str
    recipient: str
    owed_at: datetime
    says: str = ""


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A mail of ours that did not arrive: `state` is what became of it then, `now` what it is by now."""

    number: int
    kind: str
    recipient: str
    state: NoticeState
    now: NoticeState
    code: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Awaiting:
    """Somebody whom we asked something; `reminded_at` is None until they were asked once more."""

    number: int
    address: str
    requests: tuple[Request, ...]
    asked_at: datetime
    reminded_at: datetime | None


@dataclass(frozen=True, slots=True)
class Ruled:
    """A decision of staff: `ruling` is its word, `by` their address."""

    message: int | None
    ruling: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Occupancy:
    """How full a table is. `capacity` is None where as many come as want."""

    table: str
    confirmed: int
    organisations: int
    waiting: int
    capacity: int | None


@dataclass(frozen=True, slots=True)
class Participant:
    name: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session to come; `attendance` is None until the day before."""

    table: str
    session: Session
    attendance: tuple[Participant, ...] | None = None


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    """A name that nobody configured, with the mail that brought it and the known name that looks most like it."""

    name: str
    message: int | None
    registrations: int
    nearest: str


class Trouble(StrEnum):
    """What is wrong with the machine."""

    NOT_POLLED = "not polled"
    MAIL_WAITS = "mail waits"
    NOTICES_WAIT = "notices wait"
    MAIL_FAILED = "mail failed"
    DOES_NOT_ADD_UP = "does not add up"


@dataclass(frozen=True, slots=True)
class Health:
    """How the machine does: None where there is nothing to be old. `failed` are numbers of messages."""

    polled_at: datetime | None
    unhandled: int
    unhandled_since: datetime | None
    queued: int
    queued_since: datetime | None
    failed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Completeness:
    """Where every mail that came in is now; `new` of them came since the last digest."""

    received: int
    new: int
    states: Mapping[MessageState, int]

    @property
    def adds_up(self) -> bool:
        return sum(self.states.values()) == self.received


@dataclass(frozen=True, slots=True)
class Digest:
    """The facts of one digest; `since` is when the one before was made. Every sequence is in the order of telling."""

    day: date
    made_at: datetime
    since: datetime | None
    held: tuple[Held, ...]
    withheld: tuple[Withheld, ...]
    undelivered: tuple[Undelivered, ...]
    awaiting: tuple[Awaiting, ...]
    happenings: tuple[Happening, ...]
    changes: tuple[Change, ...]
    ruled: tuple[Ruled, ...]
    occupancy: tuple[Occupancy, ...]
    meetings: tuple[Meeting, ...]
    organisations: tuple[NewOrganisation, ...]
    health: Health
    completeness: Completeness

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        return tuple(_troubles(self.health, self.completeness, self.made_at))

    @property
    def empty(self) -> bool:
        """Nothing happened, nobody has to do anything, nobody meets tomorrow."""
        news = (self.held, self.withheld, self.undelivered, self.happenings, self.ruled, self.organisations)
        sheets = any(meeting.attendance is not None for meeting in self.meetings)
        return not (any(news) or sheets or self.troubles)

    def number(self, kind: ChangeKind) -> int:
        """How many changes of that kind there are."""
        return sum(change.kind is kind for change in self.changes)


_SILENT = timedelta(minutes=30)
_STUCK = timedelta(hours=1)
"""What is tried again is mostly done within the hour; what is older is worth a word."""


def _troubles(health: Health, completeness: Completeness, now: datetime) -> Iterator[Trouble]:
    if health.polled_at is None or now - health.polled_at > _SILENT:
        yield Trouble.NOT_POLLED
    if health.unhandled_since is not None and now - health.unhandled_since > _STUCK:
        yield Trouble.MAIL_WAITS
    if health.queued_since is not None and now - health.queued_since > _STUCK:
        yield Trouble.NOTICES_WAIT
    if health.failed:
        yield Trouble.MAIL_FAILED
    if not completeness.adds_up:
        yield Trouble.DOES_NOT_ADD_UP


_HORIZON = timedelta(days=31)


def coming(programme: Programme, now: datetime) -> tuple[tuple[str, Session], ...]:
    """The (table id, session) that begin within a month after `now`, the earliest first; else the first after it."""
    order = {table: place for place, table in enumerate(programme.table_ids)}
    found = [(table.id, session) for table in programme.tables for session in table.sessions if session.starts > now]
    found.sort(key=lambda one: (one[1].starts, order[one[0]]))
    soon = [one for one in found if one[1].starts - now <= _HORIZON]
    return tuple(soon or found[:1])


def needs_sheet(session_day: date, day: date, last_day: date | None) -> bool:
    """Whether the digest of `day` brings a session's attendance sheet: on the day before it.

    After days without a digest (`last_day` had the last one) it still comes for what is today or tomorrow.
    """
    tomorrow = day + timedelta(days=1)
    return session_day <= tomorrow and (last_day is None or session_day > last_day + timedelta(days=1))
