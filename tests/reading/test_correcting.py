"""Corrections of a name are replacements of one spelling by another; others are for staff."""

import pytest

from mailworker.domain.request import Action
from mailworker.reading.changing.correcting import corrections
from mailworker.reading.wish import Doubt
from tests.reading.sentences import context_with

_ALL = {"grondwater", "afvalwater", "oppervlaktewater", "hemelwater", "wateraudit"}


@pytest.mark.parametrize(
    ("text", "old", "new", "tables"),
    [
        ("Het is Sofie Maes, niet Sofie Mees.", "Sofie Mees", "Sofie Maes", _ALL),
        ("Bij grondwater staat Jan Peters. Dat moet Jan Peeters zijn.", "Jan Peters", "Jan Peeters", {"grondwater"}),
        ("Mijn naam is Maes en niet Mees.", "Els Mees", "Els Maes", _ALL),
    ],
)
def test_the_wrong_spelling_is_replaced_by_the_right_one(text: str, old: str, new: str, tables: set[str]) -> None:
    found = corrections(context_with(text))
    assert not isinstance(found, Doubt)
    (wish,) = found
    assert wish.newcomer is not None
    assert (wish.action, wish.name, wish.newcomer.name) == (Action.REPLACE, old, new)
    assert set(wish.tables) == tables


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Mijn naam is verkeerd gespeld in uw bevestiging.", "name"),
        ("Mijn achternaam schrijf je met twee l'en.", "name"),
        ("Wij zijn ingeschreven als Aquafin, maar het moet Farys zijn.", "organisation"),
    ],
)
def test_what_is_not_told_is_for_staff(text: str, rule: str) -> None:
    found = corrections(context_with(text))
    assert isinstance(found, Doubt)
    assert found.rule == rule


def test_two_people_of_like_names_correct_nothing() -> None:
    assert corrections(context_with("Jan Peeters volgt grondwater en Jan Peters volgt hemelwater.")) == []
