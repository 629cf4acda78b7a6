"""What crosses: answers, decisions of staff, reminders and changes that are on their way at the same time."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from sqlalchemy import select

from mailworker.domain.states import MessageState
from mailworker.resources import shipped
from mailworker.store.schema import ConversationRow, MessageRow
from tests.stories.command_line import command
from tests.stories.conftest import Day, mail

JAN = "Jan Peeters <jan.peeters@aquafin.be>"
ELS = "Els Maes <els.maes@aquafin.be>"
ONTHAAL = "Onthaal <info@aquafin.be>"
NO_TABLE = "Ik neem graag deel aan een werktafel.\n\nJan Peeters\nAquafin"


@pytest.fixture
def watch() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(datetime(2021, 7, 5, 9, 0, tzinfo=UTC), tick=False) as watch:
        yield watch


def messages(day: Day) -> list[tuple[str, str]]:
    """State and reason of each message that came in."""
    with day.worker.sessions() as session:
        return [(row.state, row.why) for row in session.scalars(select(MessageRow).order_by(MessageRow.id))]


def open_questions(day: Day) -> int:
    with day.worker.sessions() as session:
        return sum(bool(talk.pending) for talk in session.scalars(select(ConversationRow)))


def kinds(day: Day, address: str) -> list[str]:
    """The states with which our mails to that address begin."""
    return [one.first_line.partition(":")[0] for one in day.sent if one.recipient == address]


def test_an_answer_after_staff_took_over_completes_the_wish_and_takes_it_off_their_list(
    day: Day, watch: time_machine.Traveller
) -> None:
    day.arrives(mail(JAN, NO_TABLE))
    for _ in range(2):
        watch.shift(timedelta(days=3, minutes=1))
        day.round()
    assert [state for state, _ in messages(day)] == [MessageState.HELD]
    watch.shift(60)
    day.arrives(mail(JAN, "Hemelwater", answers=day.last_id_to("jan.peeters@aquafin.be")))
    assert day.register == [("Jan Peeters", "Aquafin", "hemelwater", "confirmed")]
    assert messages(day)[0] == (MessageState.HANDLED, "an answer to our question came (message 2)")
    assert kinds(day, "jan.peeters@aquafin.be") == ["Nog niet volledig", "Nog niet volledig", "Bevestigd"]


def test_who_writes_the_whole_wish_anew_is_not_reminded_of_the_question(
    day: Day, watch: time_machine.Traveller
) -> None:
    day.arrives(mail(JAN, NO_TABLE))
    watch.shift(60)
    day.arrives(mail(JAN, "Graag schrijf ik mij in voor grondwater.\n\nJan Peeters\nAquafin", "Inschrijving"))
    assert messages(day)[0] == (MessageState.HANDLED, "the sender wrote the whole wish anew (message 2)")
    watch.shift(timedelta(days=4))
    assert day.round().reminded.reminded == 0
    assert kinds(day, "jan.peeters@aquafin.be") == ["Nog niet volledig", "Bevestigd"]


def test_nobody_is_reminded_while_staff_look_at_their_answer(day: Day, watch: time_machine.Traveller) -> None:
    day.arrives(mail(JAN, NO_TABLE))
    watch.shift(60)
    question = "Wanneer gaat de tafel grondwater door? Dat wil ik eerst weten.\n\nJan Peeters"
    answer = mail(JAN, question, answers=day.last_id_to("jan.peeters@aquafin.be"))
    assert day.arrives(answer).handled == [MessageState.HELD]
    watch.shift(timedelta(days=4))
    assert day.round().reminded.reminded == 0
    assert command(day, "held", "dismiss", "2").returncode == 0
    day.round()
    day.round()
    states = ["Nog niet volledig", "Wordt bekeken", "Nog niet volledig"]
    assert kinds(day, "jan.peeters@aquafin.be") == states


def test_a_wish_for_a_colleague_leaves_the_question_open_and_says_so_without_asking_again(
    day: Day, watch: time_machine.Traveller
) -> None:
    day.arrives(mail(ONTHAAL, "Graag een plaats aan een werktafel voor Jan Peeters (Aquafin).\n\nOnthaal"))
    watch.shift(60)
    day.arrives(mail(ONTHAAL, "Els Maes (Aquafin) neemt deel aan hemelwater.\n\nOnthaal", "Els"))
    first, second = day.sent
    assert first.first_line.startswith("Nog niet volledig: ")
    assert second.first_line == "Bevestigd: Els Maes (Aquafin) is ingeschreven voor hemelwater."
    assert "- Inschrijving van Jan Peeters (Aquafin); nog niet bekend: werktafels" in second.text
    assert (open_questions(day), [state for state, _ in messages(day)]) == (1, ["asked", "handled"])
    watch.shift(timedelta(days=4))
    assert day.round().reminded.reminded == 1
    assert kinds(day, "info@aquafin.be") == ["Nog niet volledig", "Bevestigd", "Nog niet volledig"]


def test_what_staff_release_while_our_question_is_open_closes_it(day: Day, watch: time_machine.Traveller) -> None:
    day.arrives(mail(JAN, NO_TABLE))
    watch.shift(60)
    answer = mail(
        JAN,
        "Ik wil enkel deelnemen aan grondwater als er nog plaats is.\n\nJan Peeters",
        answers=day.last_id_to("jan.peeters@aquafin.be"),
    )
    assert day.arrives(answer).handled == [MessageState.HELD]
    assert open_questions(day) == 1
    register = "--participant", "Jan Peeters", "--organisation", "Aquafin", "--address", "jan.peeters@aquafin.be"
    assert command(day, "registrations", "add", *register, "--table", "grondwater").returncode == 0
    day.round()
    assert day.register == [("Jan Peeters", "Aquafin", "grondwater", "confirmed")]
    assert (open_questions(day), messages(day)[0][1]) == (0, "staff settled it (message 3)")


def test_our_own_lines_that_come_back_without_a_mark_ask_for_nothing(day: Day) -> None:
    day.arrives(mail(JAN, "Graag schrijf ik mij in voor grondwater.\n\nJan Peeters\nAquafin"))
    ours = day.sent[0].text.replace("\r\n", "\n")
    part = ours[ours.index("OVERZICHT") :]
    answer = mail(JAN, f"Top, dank je!\n\n{part}", answers=day.last_id_to("jan.peeters@aquafin.be"))
    assert day.arrives(answer).handled == [MessageState.HELD]
    assert len(day.sent) == 1


def test_an_exchange_of_two_colleagues_in_one_mail_leaves_each_where_they_are_told_to_be(day: Day) -> None:
    for name, table in (("Jan Peeters", "grondwater"), ("Els Maes", "hemelwater")):
        day.arrives(mail(ONTHAAL, f"Gelieve {name} (Aquafin) in te schrijven voor {table}.\n\nOnthaal"))
    text = (
        "Jan Peeters (Aquafin) wordt vervangen door Els Maes aan de tafel grondwater.\n"
        "Els Maes (Aquafin) wordt vervangen door Jan Peeters aan de tafel grondwater.\n\nOnthaal"
    )
    day.arrives(mail(ONTHAAL, text))
    confirmed = {row[:1] + row[2:3] for row in day.register if row[3] == "confirmed"}
    assert confirmed == {("Jan Peeters", "grondwater"), ("Els Maes", "hemelwater")}
    assert {state for state, _ in messages(day)} <= {MessageState.HANDLED, MessageState.HELD}


def test_a_table_with_three_seats_and_two_for_each_organisation_keeps_both_while_people_come_and_go(
    day: Day, tmp_path: Path
) -> None:
    programme = (shipped("config") / "programme.toml").read_text("utf-8")
    roomy = programme.replace("per_table = 1\n", "per_table = 2\n").replace(
        'id = "grondwater"\n', 'id = "grondwater"\ncapacity = 3\n'
    )
    (tmp_path / "programme.toml").write_text(roomy, "utf-8")
    day.restart(MAILWORKER_FILES__PROGRAMME=str(tmp_path / "programme.toml"))
    people = {
        "Jan Peeters": "Aquafin",
        "Els Maes": "Aquafin",
        "Tom Claes": "Aquafin",
        "Ann Vos": "VITO",
        "Bert Bos": "Farys",
        "Cis Dom": "Farys",
    }
    for name, organisation in people.items():
        address = name.lower().replace(" ", ".") + "@mail.be"
        day.arrives(mail(f"{name} <{address}>", f"Ik kom naar grondwater.\n\n{name}\n{organisation}"))
    statuses = {row[0]: row[3] for row in day.register}
    assert statuses == {name: "confirmed" if n in {0, 1, 3} else "waiting" for n, name in enumerate(people)}
    assert "De werktafel is volzet." in [one.text for one in day.sent if one.recipient == "bert.bos@mail.be"][-1]
    day.arrives(mail("Ann Vos <ann.vos@mail.be>", "Schrap mij voor grondwater aub.\n\nAnn Vos\nVITO"))
    day.arrives(mail("Jan Peeters <jan.peeters@mail.be>", "Schrap mij voor grondwater aub.\n\nJan Peeters\nAquafin"))
    assert {row[0] for row in day.register if row[3] == "confirmed"} == {"Els Maes", "Bert Bos", "Tom Claes"}
    assert [one.recipient for one in day.sent[-4:]] == [
        "ann.vos@mail.be",
        "bert.bos@mail.be",
        "jan.peeters@mail.be",
        "tom.claes@mail.be",
    ]
