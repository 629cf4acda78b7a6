"""When a digest is due: at its time of day on the wall, whatever the clock of the world does."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from mailworker.domain.rhythm import Rhythm, due_day, worth_sending

MORNING = Rhythm(time(7, 30), "Europe/Brussels")
THURSDAY = date(2021, 10, 14)
MONDAY = date(2021, 10, 11)


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC)


def days_due(
    rhythm: Rhythm, start: datetime, end: datetime, step: timedelta = timedelta(minutes=1)
) -> dict[date, datetime]:
    """The days whose digest was due, with the first moment at which somebody who looks every `step` found it so."""
    found: dict[date, datetime] = {}
    now = start
    while now < end:
        if (day := due_day(now, rhythm)) is not None:
            found.setdefault(day, now)
        now += step
    return found


def test_a_digest_is_due_from_its_time_of_day_on() -> None:
    assert due_day(utc(2021, 10, 14, 5, 29, 59), MORNING) is None
    assert due_day(utc(2021, 10, 14, 5, 30), MORNING) == THURSDAY


@pytest.mark.parametrize(
    ("start", "hours"),
    [(utc(2021, 3, 26, 12), [6, 5, 5]), (utc(2021, 10, 29, 12), [5, 6, 6])],
    ids=["into summer time", "out of summer time"],
)
def test_it_is_half_past_seven_on_the_wall_on_both_sides_of_a_change_of_the_clock(
    start: datetime, hours: list[int]
) -> None:
    found = days_due(MORNING, start + timedelta(hours=12), start + timedelta(days=3, hours=12))
    due = [found[day] for day in sorted(found)]
    assert [(moment.hour, moment.minute) for moment in due] == [(hour, 30) for hour in hours]


def test_an_hour_that_the_clock_skips_brings_the_digest_right_after_the_gap() -> None:
    night = Rhythm(time(2, 30), "Europe/Brussels")
    found = days_due(night, utc(2021, 3, 27, 23), utc(2021, 3, 28, 21))
    assert found == {date(2021, 3, 28): utc(2021, 3, 28, 1, 30)}


def test_an_hour_that_comes_twice_brings_one_digest_at_its_first_time() -> None:
    night = Rhythm(time(2, 30), "Europe/Brussels")
    found = days_due(night, utc(2021, 10, 30, 22), utc(2021, 10, 31, 22, 59))
    assert found == {date(2021, 10, 31): utc(2021, 10, 31, 0, 30)}


def test_after_downtime_the_day_is_still_due_until_it_ends() -> None:
    assert due_day(utc(2021, 10, 14, 9, 12), MORNING) == THURSDAY
    assert due_day(utc(2021, 10, 14, 21, 59), MORNING) == THURSDAY


def test_a_day_that_passed_is_not_made_up_for() -> None:
    """Down from Wednesday until the night after Thursday: both days' events go into Friday's digest."""
    assert due_day(utc(2021, 10, 14, 22, 30), MORNING) is None
    assert due_day(utc(2021, 10, 15, 5, 30), MORNING) == date(2021, 10, 15)


def test_a_clock_that_is_set_back_asks_again_for_a_day_that_was_made_and_for_no_other() -> None:
    seen = [due_day(moment, MORNING) for moment in (utc(2021, 10, 14, 6), utc(2021, 10, 14, 5), utc(2021, 10, 14, 6))]
    assert seen == [THURSDAY, None, THURSDAY]


@pytest.mark.parametrize("offset", [timedelta(0), timedelta(hours=9), timedelta(hours=-5)])
def test_the_zone_in_which_now_is_told_does_not_matter(offset: timedelta) -> None:
    assert due_day(utc(2021, 10, 14, 5, 30).astimezone(timezone(offset)), MORNING) == THURSDAY


def test_a_day_with_news_is_always_worth_sending() -> None:
    assert worth_sending(THURSDAY, empty=False, last_sent=date(2021, 10, 13), rhythm=MORNING)


def test_an_empty_day_is_worth_sending_by_the_setting_alone() -> None:
    every_day = Rhythm(time(7, 30), "Europe/Brussels", empty_days=True)
    assert [worth_sending(THURSDAY, empty=True, last_sent=MONDAY, rhythm=r) for r in (MORNING, every_day)] == [
        False,
        True,
    ]


def test_a_week_without_news_has_one_heartbeat() -> None:
    last_sent: date | None = date(2021, 10, 8)
    sent = []
    for day in (MONDAY + timedelta(days=number) for number in range(14)):
        if worth_sending(day, empty=True, last_sent=last_sent, rhythm=MORNING):
            sent.append(day)
            last_sent = day
    assert sent == [MONDAY, MONDAY + timedelta(days=7)]


def test_a_monday_that_was_missed_has_its_heartbeat_on_the_next_day() -> None:
    tuesday = MONDAY + timedelta(days=1)
    assert worth_sending(tuesday, empty=True, last_sent=date(2021, 10, 8), rhythm=MORNING)
    assert not worth_sending(tuesday, empty=True, last_sent=MONDAY, rhythm=MORNING)


def test_the_first_digest_of_all_shows_that_staff_are_reached() -> None:
    assert worth_sending(THURSDAY, empty=True, last_sent=None, rhythm=MORNING)
