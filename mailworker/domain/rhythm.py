"""When a digest is due, and whether a day has something to tell. Pure: what the clock says is an argument.

A day's digest is due from its time of day on, until the local day ends: after downtime it is late, on the same day, or
its events go into the next one. Nothing depends on a timer that fired or did not.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`at` is a time of day in `timezone`; `empty_days`: whether a day without news gets its digest too."""

    at: time
    timezone: str
    empty_days: bool = False

    def local_day(self, now: datetime) -> date:
        """The date on the wall where staff work."""
        return now.astimezone(ZoneInfo(self.timezone)).date()

    def moment(self, day: date) -> datetime:
        """When that day's digest is due (UTC): an hour that the clock skips is the one after it, an hour that comes
        twice is the first of the two."""
        return datetime.combine(day, self.at, ZoneInfo(self.timezone)).astimezone(UTC)


def due_day(now: datetime, rhythm: Rhythm) -> date | None:
    """The day whose digest is due now; None before its time. `now` is aware."""
    day = rhythm.local_day(now)
    return day if now >= rhythm.moment(day) else None


def worth_sending(day: date, *, empty: bool, last_sent: date | None, rhythm: Rhythm) -> bool:
    """Whether the digest of a day goes out: it has news, or empty days are wanted, or the week has had none yet.

    The weekly heartbeat is Monday's; when that day was missed the next one brings it. `last_sent` is the last day
    before this one whose digest was sent.
    """
    monday = day - timedelta(days=day.weekday())
    return not empty or rhythm.empty_days or last_sent is None or last_sent < monday
