"""What is put right: a misspelt name, and the organisation that somebody is registered for."""

from dataclasses import replace

import pytest

from mailworker.domain.account import Concern
from mailworker.domain.decision import Decision
from mailworker.domain.deliberation import Asker
from mailworker.domain.notice import Row, RowStatus
from mailworker.domain.registration import Registration
from mailworker.domain.request import Action, Missing, Request
from mailworker.domain.spelling import corrects
from mailworker.domain.states import RegistrationStatus
from tests.domain.test_decision import (
    CONFIRMED,
    ELS,
    JAN,
    PROGRAMME,
    SECRETARY,
    SMALL,
    STRANGER,
    VITO,
    WAITING,
    ann,
    ask,
    cancel,
    register,
    row,
    wish,
)

PETERS = Asker("jan@aquafin.test", "Jan Peters", 10)
RIGHT = wish(Action.REPLACE, "Jan Peters", "grondwater", by="Jan Peeters")
TO_VITO = Request(Action.CORRECT, "Jan Peeters", "VITO")


def states(decision: Decision) -> dict[tuple[str, str, str], tuple[RegistrationStatus, int | None, int]]:
    """Status, place and arrival of each registration, by participant, organisation and table."""
    rows: dict[int, Registration] = {}
    for change in decision.changes:
        number = change.after.id or len(rows) + 1
        rows[number] = change.after
    return {(r.participant, r.organisation, r.table): (r.status, r.place, r.arrival) for r in rows.values()}


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Jan Peters", "Jan Peeters"),
        ("Peeters Jan", "Jan Peeters"),
        ("Peters Jan", "Jan Peeters"),
        ("jan péeters", "Jan Peeters"),
        ("J. Peeters", "Jan Peeters"),
        ("Sofie Claes", "Sophie Claes"),
        ("Els Declerck", "Els De Clercq"),
        ("Jan Vandenberghe", "Jan Van den Berghe"),
        ("Els Maes", "Els Maes-Claes"),
        ("Jan Peeters", "Jan Pieter Peeters"),
        ("Kathleen Dhont", "Kathleen D'Hondt"),
        ("Jan Peetres", "Jan Peeters"),
    ],
)
def test_a_name_is_one_persons_in_two_spellings(wrong: str, right: str) -> None:
    assert corrects(wrong, right)
    assert corrects(right, wrong)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tom Claes", "Tim Claes"),
        ("Maria Maes", "Marie Maes"),
        ("Louis Aerts", "Louise Aerts"),
        ("An Maes", "Jan Maes"),
        ("Els Maes", "Els Mees"),
        ("Jan Vermeulen", "Jan Vermeiren"),
        ("Jan Claes", "Jan Peeters"),
        ("Jan Peeters", "Els Maes"),
        ("Jan", "Jan Peeters"),
        ("", ""),
    ],
)
def test_two_people_are_not_one_for_a_letter(one: str, other: str) -> None:
    assert not corrects(one, other)
    assert not corrects(other, one)


def test_a_corrected_name_is_the_same_registration_with_its_place_and_arrival() -> None:
    history = ask(PETERS, register("Jan Peters", "grondwater"))
    history = ask(ELS, register("Els Maes", "grondwater"), given=history)
    after = ask(replace(PETERS, arrival=99), RIGHT, given=history)
    assert after.changes[-1].rule == "name corrected"
    assert states(after) == {
        ("Jan Peeters", "Aquafin", "grondwater"): (CONFIRMED, 1, 10),
        ("Els Maes", "Aquafin", "grondwater"): (WAITING, None, 20),
    }
    told = replace(row("Jan Peeters", "grondwater", RowStatus.CONFIRMED), renamed_from="Jan Peters")
    assert (after.rows, after.concerns) == ((told,), ())


def test_a_corrected_name_keeps_its_position_in_the_line() -> None:
    history = ask(ELS, register("Els Maes", "grondwater"))
    history = ask(PETERS, register("Jan Peters", "grondwater"), given=history)
    history = ask(STRANGER, register("Ann Vos", "grondwater"), given=history)
    after = ask(replace(PETERS, arrival=99), RIGHT, given=history)
    assert after.rows == (replace(row("Jan Peeters", "grondwater", RowStatus.WAITING, 1), renamed_from="Jan Peters"),)


def test_whose_name_somebody_else_corrects_is_told_in_one_notice() -> None:
    named = replace(register("Jan Peters", "grondwater", "hemelwater"), participant_address=JAN.address)
    history = ask(SECRETARY, named)
    after = ask(SECRETARY, replace(RIGHT, tables=PROGRAMME.table_ids), given=history)
    assert after.concerns == tuple(
        Concern(JAN.address, row_, promoted=False, own=True)
        for row_ in (
            replace(row("Jan Peeters", table, RowStatus.CONFIRMED), renamed_from="Jan Peters")
            for table in ("grondwater", "hemelwater")
        )
    )


def test_a_stranger_corrects_nobodys_name() -> None:
    history = ask(PETERS, register("Jan Peters", "grondwater"))
    after = ask(STRANGER, RIGHT, given=history)
    assert after.changes == history.changes
    assert after.rows == (row("Jan Peters", "grondwater", RowStatus.UNDER_REVIEW),)


def test_the_same_correction_again_tells_how_it_is() -> None:
    history = ask(PETERS, register("Jan Peters", "grondwater"))
    history = ask(PETERS, RIGHT, given=history)
    again = ask(PETERS, RIGHT, given=history)
    assert again.changes == history.changes
    assert again.rows == (row("Jan Peeters", "grondwater", RowStatus.ALREADY_CONFIRMED),)
    assert not again.for_staff


def test_the_right_name_that_waits_by_itself_takes_the_place_of_the_wrong_one() -> None:
    history = ask(SECRETARY, register("Jan Peters", "grondwater"))
    history = ask(JAN, register("Jan Peeters", "grondwater"), given=history)
    after = ask(SECRETARY, RIGHT, given=history)
    assert after.rows == (
        row("Jan Peters", "grondwater", RowStatus.CANCELLED),
        row("Jan Peeters", "grondwater", RowStatus.CONFIRMED),
    )


def test_nobody_waits_behind_themselves_for_a_typing_error() -> None:
    history = ask(PETERS, register("Jan Peters", "grondwater"))
    after = ask(replace(JAN, arrival=30), register("Jan Peeters", "grondwater"), given=history)
    assert after.rows == (replace(row("Jan Peeters", "grondwater", RowStatus.CONFIRMED), renamed_from="Jan Peters"),)


def test_two_people_whose_names_are_alike_are_two_where_somebody_else_registers_them() -> None:
    after = ask(SECRETARY, register("Jan Peters", "grondwater"), register("Jan Peeters", "grondwater"))
    assert [(r.participant, r.status) for r in after.rows] == [
        ("Jan Peters", RowStatus.CONFIRMED),
        ("Jan Peeters", RowStatus.WAITING),
    ]


def test_an_organisation_that_is_put_right_takes_the_registrations_along() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater", "hemelwater"))
    after = ask(replace(JAN, arrival=99, authorised=True), TO_VITO, given=history)
    assert {change.rule for change in after.changes[2:]} == {"organisation corrected"}
    assert states(after) == {
        ("Jan Peeters", "VITO", "grondwater"): (CONFIRMED, 1, 10),
        ("Jan Peeters", "VITO", "hemelwater"): (CONFIRMED, 1, 10),
    }
    assert after.rows == tuple(
        Row(table, "Jan Peeters", "VITO", RowStatus.CONFIRMED, moved_from="Aquafin")
        for table in ("grondwater", "hemelwater")
    )


def test_who_came_later_to_the_right_organisation_waits_and_is_told() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"))
    history = ask(VITO, ann(), given=history)
    after = ask(replace(JAN, arrival=99), TO_VITO, given=history)
    assert states(after) == {
        ("Jan Peeters", "VITO", "grondwater"): (CONFIRMED, 1, 10),
        ("Ann Vos", "VITO", "grondwater"): (WAITING, None, 40),
    }
    waits = Row("grondwater", "Ann Vos", "VITO", RowStatus.WAITING, 1, displaced=True)
    assert after.concerns == (Concern(VITO.address, waits, promoted=False, own=True),)


def test_who_came_later_than_the_right_organisations_own_waits_and_a_colleague_gets_the_place_left_behind() -> None:
    history = ask(replace(VITO, arrival=5), ann())
    history = ask(JAN, register("Jan Peeters", "grondwater"), given=history)
    history = ask(ELS, register("Els Maes", "grondwater"), given=history)
    after = ask(replace(JAN, arrival=99), TO_VITO, given=history)
    assert states(after) == {
        ("Ann Vos", "VITO", "grondwater"): (CONFIRMED, 1, 5),
        ("Jan Peeters", "VITO", "grondwater"): (WAITING, None, 10),
        ("Els Maes", "Aquafin", "grondwater"): (CONFIRMED, 1, 20),
    }
    assert after.rows == (Row("grondwater", "Jan Peeters", "VITO", RowStatus.WAITING, 1, moved_from="Aquafin"),)
    good_news = row("Els Maes", "grondwater", RowStatus.CONFIRMED)
    assert after.concerns == (Concern(ELS.address, good_news, promoted=True, own=True),)


def test_the_seat_at_a_full_table_goes_along() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"), programme=SMALL)
    history = ask(ELS, register("Els Maes", "grondwater"), given=history, programme=SMALL)
    after = ask(replace(JAN, arrival=99), TO_VITO, given=history, programme=SMALL)
    assert [(c.after.participant, c.after.organisation, c.after.seat) for c in after.changes[2:]] == [
        ("Jan Peeters", "VITO", 1)
    ]


def test_who_is_registered_for_several_organisations_is_left_to_staff() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"))
    other = replace(register("Jan Peeters", "hemelwater"), organisation="Farys")
    history = ask(JAN, other, given=history)
    after = ask(JAN, TO_VITO, given=history)
    assert after.changes == history.changes
    assert [(r.organisation, r.status) for r in after.rows] == [
        ("Aquafin", RowStatus.UNDER_REVIEW),
        ("Farys", RowStatus.UNDER_REVIEW),
    ]


def test_nobody_moves_what_others_registered() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"))
    after = ask(STRANGER, TO_VITO, given=history)
    assert after.changes == history.changes
    assert after.for_staff


def test_an_organisation_that_is_right_already_is_told_as_such() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"))
    after = ask(JAN, replace(TO_VITO, organisation="Aquafin"), given=history)
    assert after.changes == history.changes
    assert after.rows == (row("Jan Peeters", "grondwater", RowStatus.ALREADY_CONFIRMED),)


def test_a_correction_needs_no_table_and_who_moved_may_leave_in_the_same_mail() -> None:
    assert Request(Action.CORRECT).missing == (Missing.PARTICIPANT, Missing.ORGANISATION)
    history = ask(JAN, register("Jan Peeters", "grondwater"))
    leaves = replace(cancel("Jan Peeters", "grondwater"), organisation="VITO")
    after = ask(JAN, TO_VITO, leaves, given=history)
    assert after.rows == (Row("grondwater", "Jan Peeters", "VITO", RowStatus.CANCELLED),)


def test_people_who_go_to_one_organisation_together_go_in_order_of_arrival_whatever_the_order_of_the_words() -> None:
    history = ask(ELS, register("Els Maes", "grondwater"))
    history = ask(replace(SECRETARY, arrival=21), register("Jan Peeters", "grondwater"), given=history)
    history = ask(replace(SECRETARY, arrival=22), register("Ann Vos", "grondwater"), given=history)
    wishes = (Request(Action.CORRECT, name, "VITO") for name in ("Ann Vos", "Jan Peeters"))
    after = ask(replace(SECRETARY, arrival=99), *wishes, given=history)
    assert states(after) == {
        ("Els Maes", "Aquafin", "grondwater"): (CONFIRMED, 1, 20),
        ("Jan Peeters", "VITO", "grondwater"): (CONFIRMED, 1, 21),
        ("Ann Vos", "VITO", "grondwater"): (WAITING, None, 22),
    }
