"""What stops a loop that every other rule missed, and does not stop a busy secretary."""

from mailworker.domain.states import MessageState
from tests.stories.conftest import Day, mail

TABLES = ("grondwater", "afvalwater", "oppervlaktewater", "hemelwater")
NAMES = ("Jan Peeters", "Els Maes", "Tom Claes", "An Wouters")


def test_a_machine_that_answers_our_answers_is_held_after_a_few(day: Day) -> None:
    states = []
    for number in range(6):
        words = f"Dag, wij doen graag mee aan een werktafel. Bericht {number}.\n\nEls Maes\nAquafin"
        done = day.arrives(mail("Els Maes <els.maes@aquafin.be>", words, f"Bericht {number}"))
        states += done.handled
    assert states.count(MessageState.HELD) >= 3
    assert len(day.sent) <= 3


def test_a_secretary_who_registers_many_colleagues_in_many_mails_gets_an_answer_to_each(day: Day) -> None:
    for name, table in zip(NAMES * 2, TABLES + TABLES[::-1], strict=True):
        words = f"Gelieve {name} (Aquafin) in te schrijven voor de werktafel {table}.\n\nSecretariaat Aquafin"
        done = day.arrives(mail("Secretariaat <secretariaat@aquafin.be>", words, f"{name} {table}"))
        assert done.handled == [MessageState.HANDLED]
    assert len(day.sent) == 8
