"""Clauses about others are blanked; what the sentence wishes stays, at its place."""

import pytest

from mailworker.reading.folding import fold
from mailworker.reading.people import find_people
from mailworker.reading.standing_by import speaks_of_succession, without_bystanders
from mailworker.reading.unit import Unit

_TABLES = ("grondwater", "hemelwater")


def _left(text: str, succession: bool = False) -> str:
    people = find_people(text)
    blotted = fold(text)
    for table in _TABLES:
        blotted = blotted.replace(table, "x" * len(table))
    for person in people:
        blotted = blotted[: person.start] + "q" * (person.end - person.start) + blotted[person.end :]
    unit = without_bystanders(Unit(text, fold(text), 0), blotted, people, "Els Maes", succession)
    assert len(unit.text) == len(unit.folded) == len(text)
    return " ".join(unit.text.split())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Jan Peeters houdt grondwater, ik neem hemelwater.", ", ik neem hemelwater."),
        ("Collega Jan Peeters zit al aan de tafel grondwater.", "."),
        ("Jan Peeters heeft geen tijd, dus ik kom naar grondwater.", ", dus ik kom naar grondwater."),
        ("Omdat Jan Peeters al aan de tafel grondwater zit, kies ik hemelwater.", ", kies ik hemelwater."),
        ("An Sels is mijn chef. Ik kom.", ". Ik kom."),
        ("Ter attentie van An Sels: graag grondwater.", ": graag grondwater."),
        ("Ik kom, en niet mijn collega An Sels, naar grondwater.", "Ik kom , naar grondwater."),
        ("Niet ikzelf maar Jan Peeters komt naar grondwater.", "maar Jan Peeters komt naar grondwater."),
        ("Ik neem niet deel aan grondwater, dat doet Jan Peeters.", "grondwater, dat doet Jan Peeters."),
        ("Jan Peeters komt naar grondwater.", "Jan Peeters komt naar grondwater."),
        ("Els Maes houdt grondwater.", "Els Maes houdt grondwater."),
    ],
)
def test_what_is_told_of_others_is_blanked(text: str, left: str) -> None:
    assert _left(text) == left


def test_who_stays_away_matters_where_the_mail_speaks_of_a_replacement() -> None:
    text = "Jan Peeters is ziek."
    assert speaks_of_succession("jan peeters is ziek. ik kom in zijn plaats.")
    assert not speaks_of_succession("ik kom naar de tafel grondwater.")
    assert _left(text, succession=True) == text
