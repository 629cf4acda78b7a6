"""Registrations and mails over time, as numbers: by day, and folded into steps that fit on a page. Names nobody.

Pure: a day is the local date that the caller gives a moment.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from mailworker.domain.states import MessageState

_K = TypeVar("_K")


class Fate(StrEnum):
    """What became of a mail, in the order in which it is told."""

    HANDLED = "handled"
    BY_STAFF = "by staff"
    """It was held, and staff decided about it, whatever they decided."""
    ASKED = "asked"
    HELD = "held"
    IGNORED = "ignored"
    FAILED = "failed"
    TO_DO = "to do"


_FATES = {
    MessageState.RECEIVED: Fate.TO_DO,
    MessageState.HANDLED: Fate.HANDLED,
    MessageState.ASKED: Fate.ASKED,
    MessageState.HELD: Fate.HELD,
    MessageState.IGNORED: Fate.IGNORED,
    MessageState.FAILED: Fate.FAILED,
}
_SETTLED = {MessageState.HANDLED, MessageState.ASKED, MessageState.IGNORED}


def fate(state: MessageState, decisions: int) -> Fate:
    """What became of a mail in that state, about which staff decided so often."""
    return Fate.BY_STAFF if decisions and state in _SETTLED else _FATES[state]


@dataclass(frozen=True, slots=True)
class Span:
    """What happened from one day to another, both included.

    `joined` and `left` are registrations that became, or ceased to be, confirmed, by table; `confirmed` are those at
    the end of it. `mails` came in on these days; what became of them is told as of now. What is nought may be left out.
    """

    first: date
    last: date
    joined: Mapping[str, int]
    left: Mapping[str, int]
    mails: Mapping[Fate, int]
    confirmed: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """How many registrations of a table are in each status now."""

    table: str
    confirmed: int = 0
    waiting: int = 0
    cancelled: int = 0


Moves = Mapping[tuple[date, str], int]
"""Registrations by day and table."""


def by_day(joined: Moves, left: Moves, mails: Mapping[tuple[date, Fate], int]) -> tuple[Span, ...]:
    """The days on which something happened, the first one first."""
    days = sorted({day for day, _ in (*joined, *left, *mails)})
    coming, going, written = _of_days(joined), _of_days(left), _of_days(mails)
    confirmed: Counter[str] = Counter()
    found = []
    for day in days:
        came, went = coming.get(day, {}), going.get(day, {})
        confirmed.update(came)
        confirmed.subtract(went)
        found.append(Span(day, day, came, went, written.get(day, {}), dict(confirmed)))
    return tuple(found)


def _of_days(numbers: Mapping[tuple[date, _K], int]) -> dict[date, dict[_K, int]]:
    found: dict[date, dict[_K, int]] = {}
    for (day, key), number in numbers.items():
        found.setdefault(day, {})[key] = number
    return found


def between(days: Sequence[Span], since: date | None, until: date | None) -> tuple[Span, ...]:
    """The days of that stretch, both ends included; None is no end."""
    return tuple(day for day in days if (since or day.first) <= day.first <= (until or day.first))


class Step(StrEnum):
    """How long one row of a table, or one bar of a picture, lasts."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    def begins(self, day: date) -> date:
        """The first day of the step that the day is in; weeks begin on Monday."""
        if self is Step.WEEK:
            return day - timedelta(days=day.weekday())
        return day.replace(day=1) if self is Step.MONTH else day

    def ends(self, day: date) -> date:
        """The last day of the step that the day is in."""
        if self is Step.WEEK:
            return self.begins(day) + timedelta(days=6)
        return (self.begins(day) + timedelta(days=31)).replace(day=1) - timedelta(days=1) if self is Step.MONTH else day


def step_for(days: Sequence[Span], most: int) -> Step:
    """The shortest step of which the stretch of these days takes at most so many; a month when none is so short."""
    lasting = (days[-1].last - days[0].first).days + 1 if days else 0
    return next((step for step, length in ((Step.DAY, 1), (Step.WEEK, 7)) if lasting <= most * length), Step.MONTH)


def folded(days: Iterable[Span], step: Step) -> tuple[Span, ...]:
    """The days put together by step; a step in which nothing happened is left out."""
    groups: dict[date, list[Span]] = {}
    for day in days:
        groups.setdefault(step.begins(day.first), []).append(day)
    return tuple(
        Span(
            first=begins,
            last=step.ends(begins),
            joined=_summed(one.joined for one in group),
            left=_summed(one.left for one in group),
            mails=_summed(one.mails for one in group),
            confirmed=group[-1].confirmed,
        )
        for begins, group in groups.items()
    )


def _summed(counts: Iterable[Mapping[_K, int]]) -> dict[_K, int]:
    total: Counter[_K] = Counter()
    for one in counts:
        total.update(one)
    return dict(total)
