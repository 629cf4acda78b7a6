"""What is held, and what staff make of it on the command line: the same rules, notices and audit as by mail."""

import json

import pytest
from sqlalchemy import select

from mailworker.domain.states import MessageState
from mailworker.store.schema import EventRow
from tests.stories.command_line import command
from tests.stories.conftest import Day, mail

JAN = "Jan Peeters <jan.peeters@aquafin.be>"
ELS = "Els Maes <els.maes@aquafin.be>"
WISH = "Dag, graag schrijf ik me in voor de werktafel grondwater.\n\nJan Peeters\nAquafin"
CANCEL = "Dag, mijn collega Jan Peeters moet uit de tafel grondwater, gelieve hem te schrappen.\n\nEls Maes\nAquafin"


@pytest.fixture
def number(day: Day) -> str:
    """The number of a cancellation by a colleague who did not register the participant."""
    day.arrives(mail(JAN, WISH))
    assert day.arrives(mail(ELS, CANCEL)).handled == [MessageState.HELD]
    (held,) = json.loads(command(day, "held", "--json").stdout)
    assert held["why"] == "neither the participant nor who registered them wrote this"
    return str(held["id"])


def test_a_released_cancellation_is_carried_out_and_everybody_concerned_is_told(day: Day, number: str) -> None:
    released = command(day, "release", number)
    assert (released.returncode, released.stdout) == (0, f"{number}: accept: noted\n")
    assert day.round().handled == [MessageState.HANDLED]
    assert day.register == [("Jan Peeters", "Aquafin", "grondwater", "cancelled")]
    assert {one.recipient for one in day.sent[2:]} == {"els.maes@aquafin.be", "jan.peeters@aquafin.be"}
    with day.worker.sessions() as session:
        told = [(e.what, e.rule) for e in session.scalars(select(EventRow).order_by(EventRow.id))]
    assert told == [("confirmed", "place free"), ("accept", "command line"), ("cancelled", "cancelled")]


def test_a_declined_mail_changes_nothing_and_its_sender_is_told_why(day: Day, number: str) -> None:
    assert command(day, "decline", number, "Jan laat zelf weten of hij stopt.").returncode == 0
    assert day.round().handled == [MessageState.HANDLED]
    assert day.register == [("Jan Peeters", "Aquafin", "grondwater", "confirmed")]
    assert day.sent[-1].recipient == "els.maes@aquafin.be"
    assert "Jan laat zelf weten of hij stopt." in day.sent[-1].text
    assert "Jan laat zelf weten of hij stopt." in day.sent[-1].html


def test_a_dismissed_mail_changes_nothing_and_nobody_is_told(day: Day, number: str) -> None:
    before = len(day.sent)
    assert command(day, "dismiss", number).returncode == 0
    assert (day.round().handled, len(day.sent)) == ([], before)
    assert command(day, "held").stdout == "Nothing is held.\n"


def test_a_release_of_what_nothing_was_understood_of_says_so_at_once_and_leaves_it_held(day: Day, number: str) -> None:
    day.arrives(mail("An Smet <an.smet@stad.test>", "Dag, bedankt voor de fijne vergadering vorige week!\n\nAn Smet"))
    (other,) = [str(one["id"]) for one in json.loads(command(day, "held", "--json").stdout) if str(one["id"]) != number]
    released = command(day, "release", other, number)
    assert released.returncode == 1
    assert released.stdout == (
        f"{other}: nothing in it was understood that can be carried out\n{number}: accept: noted\n"
    )
    assert f"Nothing was done about {other}. Enter what it asks by hand" in released.stderr
    assert day.round().handled == [MessageState.HANDLED]
    assert [str(one["id"]) for one in json.loads(command(day, "held", "--json").stdout)] == [other]
    assert command(day, "release", other, "--organisation", "Aquafin").returncode == 1


def test_the_question_of_a_handled_mail_is_listed_until_it_is_dismissed(day: Day) -> None:
    day.arrives(mail(JAN, WISH.replace("grondwater.", "grondwater. Is er parking?")))
    listed = command(day, "held").stdout
    assert "Handled, with a question that staff answer themselves: 1\n" in listed
    assert command(day, "release", "1").stdout == "1: not held\n"
    assert command(day, "dismiss", "1").stdout == "1: dismiss: noted\n"
    assert command(day, "held").stdout == "Nothing is held.\n"
    assert day.round().handled == []
    assert day.register == [("Jan Peeters", "Aquafin", "grondwater", "confirmed")]


def test_a_decision_counts_once_and_an_unknown_number_is_said(day: Day, number: str) -> None:
    assert command(day, "dismiss", number).returncode == 0
    again = command(day, "release", number, "9999")
    assert again.returncode == 1
    assert again.stdout == f"{number}: not held\n9999: unknown\n"


def test_show_tells_what_came_in_and_what_became_of_it(day: Day, number: str) -> None:
    shown = command(day, "show", number).stdout
    for words in ("Els Maes", "Jan Peeters moet uit de tafel grondwater", "cancel Jan Peeters of Aquafin", "held:"):
        assert words in shown


def test_a_refused_answer_is_listed_and_can_be_tried_again(day: Day) -> None:
    day.submission.answer("550 5.2.2 mailbox full")
    day.arrives(mail(JAN, WISH))
    (notice,) = json.loads(command(day, "outbox", "--json").stdout)
    assert (notice["state"], notice["recipient"]) == ("refused", "jan.peeters@aquafin.be")
    assert "550" in notice["answer"]
    assert command(day, "retry", str(notice["id"])).returncode == 0
    assert day.round().sent.sent == 1
    assert json.loads(command(day, "outbox", "--json").stdout) == []


def test_a_replayed_message_is_handled_afresh_without_a_second_answer(day: Day, number: str) -> None:
    before = len(day.sent)
    assert command(day, "replay", number).returncode == 0
    assert day.round().handled == [MessageState.HELD]
    assert len(day.sent) == before
