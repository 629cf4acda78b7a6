"""Who leaves and who comes, in whatever order the sentence names them."""

import pytest

from mailworker.reading.changing.succession import replacement_of
from mailworker.reading.who.actors import Actor, Who
from tests.reading.sentences import context_with


def _who(actor: Actor) -> str:
    return actor.name or {Who.SENDER: "the sender", Who.UNNAMED: "somebody"}[actor.who]


def _read(text: str) -> tuple[str, str] | None:
    found = replacement_of(context_with(text).said, "Els Maes")
    return (_who(found.leaver), _who(found.newcomer)) if found is not None else None


@pytest.mark.parametrize(
    "text",
    [
        "An Sels vervangt Jan Peeters bij grondwater.",
        "Jan Peeters wordt bij grondwater vervangen door An Sels.",
        "De plaats van Jan Peeters bij grondwater mag naar An Sels gaan.",
        "Na het vertrek van Jan Peeters zal An Sels grondwater volgen.",
        "Jan Peeters, die tot nu toe grondwater volgde, wordt opgevolgd door An Sels.",
        "Bij grondwater geeft Jan Peeters de fakkel door aan An Sels.",
    ],
)
def test_two_names_lean_to_the_two_sides(text: str) -> None:
    assert _read(text) == ("Jan Peeters", "An Sels")


@pytest.mark.parametrize(
    "text",
    ["An Sels neemt mijn plaats in bij grondwater.", "Ik word bij grondwater vervangen door An Sels."],
)
def test_the_sender_may_leave(text: str) -> None:
    assert _read(text) == ("the sender", "An Sels")


@pytest.mark.parametrize(
    "text",
    ["Ik vervang Jan Peeters bij grondwater.", "Als opvolger van Jan Peeters kom ik naar grondwater."],
)
def test_the_sender_may_come(text: str) -> None:
    assert _read(text) == ("Jan Peeters", "the sender")


def test_a_successor_may_have_no_name_yet() -> None:
    assert _read("Jan Peeters stopt met grondwater, wie hem vervangt is nog niet bekend.") == (
        "Jan Peeters",
        "somebody",
    )


def test_three_names_are_not_guessed_at() -> None:
    assert _read("Jan Peeters, An Sels en Bart Nijs vervangen elkaar bij grondwater.") is None
