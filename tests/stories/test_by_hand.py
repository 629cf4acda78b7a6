"""Entries by hand follow the same rules, with the same audit and answer as a mail."""

import json

import pytest

from tests.stories import command_line
from tests.stories.command_line import Ended
from tests.stories.conftest import Day, mail


def command(day: Day, *arguments: str) -> Ended:
    return command_line.command(day, "registrations", *arguments)


ELS = ("--participant", "Els Maes", "--organisation", "aquafin nv", "--address", "els.maes@aquafin.be")


@pytest.fixture
def taken(day: Day) -> Day:
    """A day on which a colleague holds the place."""
    day.arrives(mail("Jan Peeters <jan.peeters@aquafin.be>", "Ik kom naar grondwater.\n\nJan Peeters\nAquafin"))
    return day


def test_an_entry_by_hand_waits_like_everybody_else_and_is_answered(taken: Day) -> None:
    assert command(taken, "add", *ELS, "--table", "grondwater", "--table", "hemelwater").returncode == 0
    taken.round()
    assert taken.register[1:] == [
        ("Els Maes", "Aquafin", "grondwater", "waiting"),
        ("Els Maes", "Aquafin", "hemelwater", "confirmed"),
    ]
    assert taken.sent[-1].recipient == "els.maes@aquafin.be"


def test_a_cancellation_by_hand_promotes_and_its_story_is_told(taken: Day) -> None:
    command(taken, "add", *ELS, "--table", "grondwater")
    taken.round()
    jan = ("--participant", "Jan Peeters", "--organisation", "Aquafin", "--address", "jan.peeters@aquafin.be")
    assert command(taken, "cancel", *jan, "--table", "grondwater").returncode == 0
    taken.round()
    assert [row[3] for row in taken.register] == ["cancelled", "confirmed"]
    (els,) = json.loads(command(taken, "--json", "--status", "confirmed").stdout)
    assert (els["participant"], els["table"]) == ("Els Maes", "grondwater")
    story = command(taken, "show", "2").stdout
    assert "waiting (place taken)" in story
    assert "confirmed (place came free)" in story


def test_an_unknown_table_or_an_address_that_is_none_is_one_clear_line(day: Day) -> None:
    wrong = command(day, "add", *ELS, "--table", "zeewater")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "The tables are: grondwater" in wrong.stderr
    assert command(day, "add", *ELS[:4], "--address", "nobody", "--table", "grondwater").returncode == 2
    assert day.round().handled == []
