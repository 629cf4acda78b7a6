"""A digest as the templates see it: tables by name, moments local, lists cut to what a mail can hold, every stranger's
word made harmless (letter.py).

What a mail cannot hold is counted, and stands in full in the files that come with it or in the next digest.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import TypeVar
from zoneinfo import ZoneInfo

from mailworker.briefing_lines import (
    AwaitingLine,
    Books,
    Briefing,
    ChangeLine,
    HealthLine,
    HeldLine,
    MeetingLine,
    NoticeLine,
    OccupancyLine,
    OrganisationLine,
    Part,
    RuledLine,
    TableChanges,
)
from mailworker.domain.digest import (
    Awaiting,
    Digest,
    Held,
    Meeting,
    NewOrganisation,
    Occupancy,
    Trouble,
    Undelivered,
    Withheld,
)
from mailworker.domain.happenings import Change, ChangeKind
from mailworker.domain.programme import Programme
from mailworker.domain.states import MessageState
from mailworker.letter import harmless, one_line, table_name, wish
from mailworker.message.enclosing import name_of

MOST = 25
"""So many lines of one kind are shown. A mail that is too long is cut off by mail programs, where nobody chose."""
_MOST_CHANGES = 50
"""So many changes in all, where there are more: they are read in a minute, and programs do not cut off what follows."""
_LONGEST_ADDRESS = 90
_LONGEST_SAYING = 300

_F = TypeVar("_F")
_T = TypeVar("_T")

# What stopped us, by the sentence that the rules give for staff: the short name by which the templates know it.
_DOUBTS = (
    (re.compile("neither the participant nor who registered them"), "not theirs to change"),
    (re.compile("who should leave is not registered"), "not registered"),
    (re.compile("no place is left at"), "no place left"),
    (re.compile("registered for another organisation"), "organisation"),
    (re.compile("registered in another spelling"), "spelling"),
    (re.compile("still incomplete after"), "still incomplete"),
    (re.compile("the answer does not bring"), "no answer in the answer"),
    (re.compile("no answer came to our question"), "no answer"),
    (re.compile(r"answers? (?:without a change )?went (?:to this|out)|^the same answer went"), "too many answers"),
    (re.compile("may be forged|failed the sender's authentication"), "forged"),
    (re.compile("no From address"), "no sender"),
)


def brief(digest: Digest, programme: Programme, files: Sequence[str] = ()) -> Briefing:
    """The digest in words that may be shown; `files` are the names of what is attached."""
    zone = ZoneInfo(programme.timezone)
    seats = {one.table: one.confirmed for one in digest.occupancy}

    def days(moment: datetime) -> int:
        return max((digest.day - moment.astimezone(zone).date()).days, 0)

    return Briefing(
        day=digest.day,
        made_at=digest.made_at.astimezone(zone),
        since=digest.since.astimezone(zone) if digest.since else None,
        counts=_counts(digest),
        held=_part(digest.held, lambda one: held_line(one, programme, days(one.received_at), files)),
        withheld=_part(digest.withheld, lambda one: _withheld(one, days(one.owed_at))),
        undelivered=_part(digest.undelivered, lambda one: _undelivered(one, days(one.at))),
        awaiting=_part(digest.awaiting, lambda one: _awaiting(one, programme, days(one.asked_at))),
        changes=_changes(digest.changes, programme),
        ruled=_part(digest.ruled, lambda one: RuledLine(one.ruling, one.message or 0, _address(one.by))),
        occupancy=_occupancy(digest.occupancy, programme),
        meetings=tuple(_meeting(one, programme, zone, seats.get(one.table, 0)) for one in digest.meetings),
        organisations=_part(digest.organisations, _organisation),
        health=_health(digest, zone),
        troubles=tuple(trouble.value for trouble in digest.troubles),
        books=_books(digest),
        files=tuple(file for file in files if file not in {name_of(one.number) for one in digest.held}),
    )


def _counts(digest: Digest) -> tuple[tuple[str, int], ...]:
    counted = (
        ("held", len(digest.held)),
        ("withheld", len(digest.withheld)),
        ("failed", len(digest.health.failed)),
        ("undelivered", len(digest.undelivered)),
        *((kind.value, digest.number(kind)) for kind in ChangeKind),
        ("sheets", sum(one.attendance is not None for one in digest.meetings)),
        ("troubles", sum(one is not Trouble.MAIL_FAILED for one in digest.troubles)),
    )
    return tuple((what, number) for what, number in counted if number)


def held_line(one: Held, programme: Programme, age: int, files: Sequence[str] = ()) -> HeldLine:
    """A mail that waits for staff, in words that may be shown; `age` is in days of the calendar.

    `files` are the names of what is attached: the mail itself may be one of them.
    """
    file = name_of(one.number)
    return HeldLine(
        number=one.number,
        sender=_address(one.sender),
        subject=harmless(one.subject),
        age=age,
        doubts=tuple(_doubts(one)),
        understood=tuple(wish(request, programme) for request in one.requests),
        proposal=one.proposal.value,
        replies=tuple(reply.value for reply in one.replies),
        nearest=harmless(one.nearest),
        file=file if file in files else "",
    )


def _doubts(one: Held) -> Iterable[str]:
    if one.handled:
        return ["question beside"]
    found = [name for pattern, name in _DOUBTS if pattern.search(one.why)]
    return found or [harmless(one.rule)]


def _withheld(one: Withheld, age: int) -> NoticeLine:
    return NoticeLine(one.number, one.kind, _address(one.recipient), age, says=one_line(one.says, _LONGEST_SAYING))


def _undelivered(one: Undelivered, age: int) -> NoticeLine:
    now = one.now.value if one.now is not one.state else ""
    return NoticeLine(one.number, one.kind, _address(one.recipient), age, one.state.value, now, one.code or 0)


def _awaiting(one: Awaiting, programme: Programme, age: int) -> AwaitingLine:
    asked = tuple(wish(request, programme) for request in one.requests)
    return AwaitingLine(one.number, _address(one.address), asked, age, one.reminded_at is not None)


def _changes(told: Iterable[Change], programme: Programme) -> tuple[TableChanges, ...]:
    tables = [(table, tuple(group)) for table, group in groupby(told, key=lambda one: one.last.table)]
    shown = sum(min(len(group), MOST) for _table, group in tables)
    most = MOST if shown <= _MOST_CHANGES else max(_MOST_CHANGES // len(tables), 3)
    return tuple(
        TableChanges(table_name(table, programme) if table else "", _part(group, _change, most))
        for table, group in tables
    )


def _change(one: Change) -> ChangeLine:
    last = one.last
    return ChangeLine(
        kind=one.kind.value,
        participant=harmless(last.participant),
        organisation=harmless(last.organisation),
        instead_of=harmless(one.instead_of),
        reason=_address(last.rule),
        note=harmless(last.note),
        asked_by=_address(last.asked_by),
        message=last.message or 0,
    )


def _occupancy(tables: Sequence[Occupancy], programme: Programme) -> tuple[OccupancyLine, ...]:
    fullest = max((one.confirmed for one in tables), default=0)
    return tuple(
        OccupancyLine(
            table=table_name(one.table, programme),
            confirmed=one.confirmed,
            organisations=one.organisations,
            capacity=one.capacity,
            waiting=one.waiting,
            percent=_percent(one.confirmed, one.capacity or fullest),
        )
        for one in tables
    )


def _percent(part: int, whole: int) -> int:
    """Somebody is never nothing, and not quite all is never all."""
    if part <= 0 or whole <= 0:
        return 0
    return 100 if part >= whole else min(max(round(100 * part / whole), 2), 98)


def _meeting(one: Meeting, programme: Programme, zone: ZoneInfo, confirmed: int) -> MeetingLine:
    people = None
    if one.attendance is not None:
        people = tuple((harmless(person.name), harmless(person.organisation)) for person in one.attendance)
    starts = one.session.starts.astimezone(zone)
    return MeetingLine(table_name(one.table, programme), starts, one.session.place, confirmed, people)


def _organisation(one: NewOrganisation) -> OrganisationLine:
    return OrganisationLine(harmless(one.name), harmless(one.nearest), one.registrations, one.message or 0)


def _health(digest: Digest, zone: ZoneInfo) -> HealthLine:
    def minutes(since: datetime | None) -> int | None:
        return None if since is None else max(int((digest.made_at - since).total_seconds() // 60), 0)

    health = digest.health
    return HealthLine(
        polled_at=health.polled_at.astimezone(zone) if health.polled_at else None,
        unhandled=health.unhandled,
        unhandled_age=minutes(health.unhandled_since),
        queued=health.queued,
        queued_age=minutes(health.queued_since),
        failed=health.failed[:MOST],
    )


def _books(digest: Digest) -> Books:
    books, states = digest.completeness, digest.completeness.states
    return Books(
        received=books.received,
        new=books.new,
        handled=states.get(MessageState.HANDLED, 0),
        asked=states.get(MessageState.ASKED, 0),
        held=states.get(MessageState.HELD, 0),
        ignored=states.get(MessageState.IGNORED, 0),
        failed=states.get(MessageState.FAILED, 0),
        to_do=states.get(MessageState.RECEIVED, 0),
        adds_up=books.adds_up,
    )


def _address(address: str) -> str:
    """For colleagues, who may want to write there: as it is, on one line."""
    return one_line(address, _LONGEST_ADDRESS)


def _part(facts: Sequence[_F], line: Callable[[_F], _T], most: int = MOST) -> Part[_T]:
    return Part(tuple(line(one) for one in facts[:most]), max(len(facts) - most, 0))
