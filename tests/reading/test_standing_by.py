"""Clauses about others are blanked; what the sentence wishes stays, at its place."""

import pytest

from mailworker.reading.folding import fold
from mailworker.reading.layout.unit import Unit
from mailworker.reading.who.people import find_people
from mailworker.reading.who.standing_by import Succession, succession_of, without_bystanders

_TABLES = ("grondwater", "hemelwater")


def _left(text: str, succession: Succession = Succession.NONE) -> str:
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


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("jan peeters is ziek. ik kom in zijn plaats.", Succession.SEAT),
        ("ik ben de opvolger van jan peeters als jurist. hij zat in de tafel grondwater.", Succession.SEAT),
        ("ik ben de opvolger van jan peeters als jurist. schrijf mij in.", Succession.OFFICE),
        ("ik kom naar de tafel grondwater.", Succession.NONE),
    ],
)
def test_a_mail_speaks_of_a_seat_of_an_office_or_of_no_succession(text: str, of: Succession) -> None:
    assert succession_of(text) is of


def test_who_stays_away_matters_where_a_seat_is_handed_over() -> None:
    text = "Jan Peeters is ziek."
    assert _left(text, Succession.SEAT) == text


def test_a_predecessor_in_an_office_is_told_of() -> None:
    assert _left("Ik ben de opvolger van Jan Peeters als jurist bij ons.", Succession.OFFICE) == "Ik ben bij ons."
