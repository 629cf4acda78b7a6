"""What a decision tells: each participant at each table once, by what the register says in the end."""

from dataclasses import replace

from mailworker.domain.account import Concern
from mailworker.domain.notice import RowStatus
from mailworker.domain.request import Action, Request
from tests.domain.test_decision import ELS, JAN, SECRETARY, ask, cancel, register, row, wish


def swapped(one: str, other: str, *tables: str) -> tuple[Request, Request]:
    return wish(Action.REPLACE, one, *tables, by=other), wish(Action.REPLACE, other, *tables, by=one)


def test_who_is_put_in_a_place_and_taken_out_of_it_by_one_mail_is_told_once_how_it_ends() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"))
    after = ask(JAN, *swapped("Jan Peeters", "Tom Claes", "grondwater"), given=history)
    assert after.rows == (
        row("Jan Peeters", "grondwater", RowStatus.ALREADY_CONFIRMED),
        row("Tom Claes", "grondwater", RowStatus.CANCELLED),
    )


def test_who_is_put_in_the_line_and_taken_out_of_it_by_one_mail_is_told_once_how_it_ends() -> None:
    history = ask(ELS, register("Els Maes", "grondwater"))
    history = ask(JAN, register("Jan Peeters", "grondwater"), given=history)
    after = ask(JAN, *swapped("Jan Peeters", "Tom Claes", "grondwater"), given=history)
    assert after.rows == (
        row("Jan Peeters", "grondwater", RowStatus.ALREADY_WAITING, 1),
        row("Tom Claes", "grondwater", RowStatus.CANCELLED),
    )
    assert not after.for_staff


def test_two_spellings_of_one_participant_in_a_mail_are_one_row() -> None:
    after = ask(JAN, register("Jan Peeters", "grondwater"), register("J. Peeters", "grondwater"))
    assert after.rows == (row("Jan Peeters", "grondwater", RowStatus.CONFIRMED),)


def test_a_newcomer_who_was_to_be_replaced_before_they_came_is_registered_and_the_rest_is_for_staff() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"))
    tom_leaves = wish(Action.REPLACE, "Tom Claes", "grondwater", by="Ann Vos")
    tom_comes = wish(Action.REPLACE, "Jan Peeters", "grondwater", by="Tom Claes")
    after = ask(JAN, tom_leaves, tom_comes, given=history)
    assert after.rows == (
        row("Tom Claes", "grondwater", RowStatus.UNDER_REVIEW),
        row("Jan Peeters", "grondwater", RowStatus.CANCELLED),
        row("Tom Claes", "grondwater", RowStatus.CONFIRMED),
    )
    assert after.for_staff


def test_the_same_replacement_again_is_told_as_done() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"))
    swap = wish(Action.REPLACE, "Jan Peeters", "grondwater", by="Els Maes")
    history = ask(JAN, swap, given=history)
    again = ask(JAN, swap, given=history)
    assert again.changes == history.changes
    assert again.rows == (
        row("Jan Peeters", "grondwater", RowStatus.ALREADY_CANCELLED),
        row("Els Maes", "grondwater", RowStatus.ALREADY_CONFIRMED),
    )
    assert not again.for_staff


def test_who_waits_and_is_put_in_a_colleagues_place_hears_of_it_and_may_still_give_it_back() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"))
    history = ask(ELS, register("Els Maes", "grondwater"), given=history)
    history = ask(JAN, wish(Action.REPLACE, "Jan Peeters", "grondwater", by="Els Maes"), given=history)
    assert history.concerns == (
        Concern(ELS.address, row("Els Maes", "grondwater", RowStatus.CONFIRMED), promoted=False, own=True),
    )
    after = ask(ELS, cancel("Els Maes", "grondwater"), given=history)
    assert after.rows == (row("Els Maes", "grondwater", RowStatus.CANCELLED),)


def test_who_is_told_that_they_wait_is_told_their_position() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"))
    named = replace(register("Els Maes", "grondwater"), participant_address=ELS.address)
    after = ask(SECRETARY, named, given=history)
    waits = row("Els Maes", "grondwater", RowStatus.WAITING, 1)
    assert after.concerns == (Concern(ELS.address, waits, promoted=False, own=True),)


def test_a_promotion_that_the_same_mail_takes_back_is_no_good_news() -> None:
    history = ask(SECRETARY, register("Jan Peeters", "grondwater"))
    named = replace(register("Els Maes", "grondwater"), participant_address=ELS.address)
    history = ask(SECRETARY, named, given=history)
    leaves = cancel("Jan Peeters", "grondwater")
    after = ask(SECRETARY, leaves, wish(Action.REPLACE, "Els Maes", "grondwater", by="Ann Vos"), given=history)
    gone = row("Els Maes", "grondwater", RowStatus.CANCELLED)
    assert after.concerns == (Concern(ELS.address, gone, promoted=False, own=True),)


def test_a_newcomer_whose_address_is_given_is_told_and_may_give_the_place_back() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"))
    swap = replace(wish(Action.REPLACE, "Jan Peeters", "grondwater", by="Els Maes"), participant_address=ELS.address)
    history = ask(JAN, swap, given=history)
    confirmed = row("Els Maes", "grondwater", RowStatus.CONFIRMED)
    assert history.concerns == (Concern(ELS.address, confirmed, promoted=False, own=True),)
    after = ask(ELS, cancel("Els Maes", "grondwater"), given=history)
    assert after.rows == (row("Els Maes", "grondwater", RowStatus.CANCELLED),)
