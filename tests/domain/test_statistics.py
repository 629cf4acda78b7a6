"""Registrations and mails over time, by day and folded."""

from datetime import date

import pytest

from mailworker.domain.states import MessageState
from mailworker.domain.statistics import Fate, Span, Step, between, by_day, fate, folded, step_for

JULY_5, JULY_9, JULY_12, AUGUST_2 = date(2021, 7, 5), date(2021, 7, 9), date(2021, 7, 12), date(2021, 8, 2)
JOINED = {(JULY_5, "grondwater"): 2, (JULY_12, "grondwater"): 1, (JULY_12, "hemelwater"): 1}
LEFT = {(JULY_9, "grondwater"): 1}
MAILS = {(JULY_5, Fate.HANDLED): 2, (JULY_9, Fate.HELD): 1, (AUGUST_2, Fate.HANDLED): 4}
DAYS = by_day(JOINED, LEFT, MAILS)


def test_each_day_on_which_something_happened_tells_what_came_what_went_and_what_stands() -> None:
    assert (
        Span(JULY_5, JULY_5, {"grondwater": 2}, {}, {Fate.HANDLED: 2}, {"grondwater": 2}),
        Span(JULY_9, JULY_9, {}, {"grondwater": 1}, {Fate.HELD: 1}, {"grondwater": 1}),
        Span(JULY_12, JULY_12, {"grondwater": 1, "hemelwater": 1}, {}, {}, {"grondwater": 2, "hemelwater": 1}),
        Span(AUGUST_2, AUGUST_2, {}, {}, {Fate.HANDLED: 4}, {"grondwater": 2, "hemelwater": 1}),
    ) == DAYS


def test_a_stretch_has_both_its_ends_and_what_stood_before_it_still_stands() -> None:
    assert between(DAYS, JULY_9, JULY_12) == DAYS[1:3]
    assert between(DAYS, None, JULY_5) == DAYS[:1]
    assert between(DAYS, None, None) == DAYS


def test_days_fold_into_weeks_that_begin_on_monday_and_into_months() -> None:
    weeks = folded(DAYS, Step.WEEK)
    assert [(span.first, span.last) for span in weeks] == [
        (JULY_5, date(2021, 7, 11)),
        (JULY_12, date(2021, 7, 18)),
        (AUGUST_2, date(2021, 8, 8)),
    ]
    july, august = folded(DAYS, Step.MONTH)
    assert july == Span(
        first=date(2021, 7, 1),
        last=date(2021, 7, 31),
        joined={"grondwater": 3, "hemelwater": 1},
        left={"grondwater": 1},
        mails={Fate.HANDLED: 2, Fate.HELD: 1},
        confirmed={"grondwater": 2, "hemelwater": 1},
    )
    assert (august.first, august.last) == (date(2021, 8, 1), date(2021, 8, 31))


@pytest.mark.parametrize(("most", "step"), [(29, Step.DAY), (28, Step.WEEK), (5, Step.WEEK), (4, Step.MONTH)])
def test_the_shortest_step_that_fits_is_taken(most: int, step: Step) -> None:
    assert step_for(DAYS, most) is step


@pytest.mark.parametrize(
    ("state", "decisions", "became"),
    [
        (MessageState.HANDLED, 0, Fate.HANDLED),
        (MessageState.HANDLED, 1, Fate.BY_STAFF),
        (MessageState.IGNORED, 1, Fate.BY_STAFF),
        (MessageState.HELD, 1, Fate.HELD),
        (MessageState.RECEIVED, 1, Fate.TO_DO),
        (MessageState.FAILED, 0, Fate.FAILED),
    ],
)
def test_what_staff_decided_is_told_apart_once_it_is_done(state: MessageState, decisions: int, became: Fate) -> None:
    assert fate(state, decisions) is became
