"""How much we answer before a person looks."""

from dataclasses import fields

import pytest

from mailworker.domain.caps import Answered, Caps, over

CAPS = Caps()
QUIET = [field.name for field in fields(Caps) if field.name != "changes_day"]


@pytest.mark.parametrize("which", QUIET)
def test_each_cap_stops_one_quiet_answer_too_many(which: str) -> None:
    most = getattr(CAPS, which)
    assert over(CAPS, Answered(**{which: most - 1}), reports_change=False) == ""
    assert str(most) in over(CAPS, Answered(**{which: most}), reports_change=False)


def test_an_answer_that_reports_a_change_counts_towards_a_generous_number_only() -> None:
    busy = Answered(**dict.fromkeys(QUIET, 1000))
    assert over(CAPS, busy, reports_change=True) == ""
    assert "20" in over(CAPS, Answered(changes_day=20), reports_change=True)
