"""The rule of the programme: one participant per organisation per table, in order of arrival."""

from dataclasses import replace

import pytest

from mailworker.domain.account import Concern
from mailworker.domain.decision import Decision, decide
from mailworker.domain.deliberation import Asker
from mailworker.domain.notice import Row, RowStatus
from mailworker.domain.programme import Programme, Table, WhenTaken
from mailworker.domain.registration import Register, Registration
from mailworker.domain.request import Action, Request
from mailworker.domain.states import RegistrationStatus

CONFIRMED, WAITING, CANCELLED = RegistrationStatus.CONFIRMED, RegistrationStatus.WAITING, RegistrationStatus.CANCELLED
TABLES = (Table("grondwater", "Grond"), Table("hemelwater", "Hemel"), Table("wateraudit", "Audit"))
PROGRAMME = Programme("Programma", "VMM", "tafels@vmm.test", TABLES)
EVERY_TABLE = PROGRAMME.table_ids

JAN = Asker("jan@aquafin.test", "Jan Peeters", 10)
ELS = Asker("els@aquafin.test", "Els Maes", 20)
SECRETARY = Asker("secretariaat@aquafin.test", "Secretariaat", 30)
STRANGER = Asker("iemand@mail.test", "Ann Vos", 40)


def wish(action: Action, who: str, *tables: str, by: str | None = None) -> Request:
    return Request(action, who, "Aquafin", tables, replacement=by)


def register(who: str, *tables: str) -> Request:
    return wish(Action.REGISTER, who, *tables)


def cancel(who: str, *tables: str) -> Request:
    return wish(Action.CANCEL, who, *tables)


def row(who: str, table: str, status: RowStatus, position: int | None = None) -> Row:
    return Row(table, who, "Aquafin", status, position)


def ask(asker: Asker, *requests: Request, given: Decision | None = None, programme: Programme = PROGRAMME) -> Decision:
    """The decision on these requests after the given one: a history of a few mails without a database."""
    before = given.changes if given else ()
    rows: dict[int, Registration] = {}
    for change in before:
        before_it = change.before.key if change.before is not None else None
        number = next((n for n, known in rows.items() if known.key == before_it), len(rows) + 1)
        rows[number] = replace(change.after, id=number)
    decision = decide(requests, Register(rows.values()), programme, asker, str.casefold)
    return replace(decision, changes=(*before, *decision.changes))


def standing(decision: Decision) -> dict[tuple[str, str], RegistrationStatus]:
    return {(c.after.participant, c.after.table): c.after.status for c in decision.changes}


def test_the_first_of_an_organisation_is_confirmed_at_every_table_asked_for() -> None:
    decision = ask(JAN, register("Jan Peeters", "grondwater", "hemelwater"))
    assert decision.rows == (
        row("Jan Peeters", "grondwater", RowStatus.CONFIRMED),
        row("Jan Peeters", "hemelwater", RowStatus.CONFIRMED),
    )
    assert [change.after.place for change in decision.changes] == [1, 1]
    assert (decision.concerns, decision.for_staff) == ((), False)


def test_a_second_participant_of_an_organisation_waits() -> None:
    first = ask(JAN, register("Jan Peeters", "grondwater"))
    second = ask(ELS, register("Els Maes", "grondwater", "hemelwater"), given=first)
    assert second.rows == (
        row("Els Maes", "grondwater", RowStatus.WAITING, 1),
        row("Els Maes", "hemelwater", RowStatus.CONFIRMED),
    )


def test_another_organisation_is_not_hindered() -> None:
    first = ask(JAN, register("Jan Peeters", "grondwater"))
    other = replace(register("Ann Vos", "grondwater"), organisation="VITO")
    assert ask(STRANGER, other, given=first).rows == (Row("grondwater", "Ann Vos", "VITO", RowStatus.CONFIRMED),)


def test_two_colleagues_in_one_mail_share_no_place() -> None:
    decision = ask(SECRETARY, register("Jan Peeters", "grondwater"), register("Els Maes", "grondwater"))
    assert decision.rows == (
        row("Jan Peeters", "grondwater", RowStatus.CONFIRMED),
        row("Els Maes", "grondwater", RowStatus.WAITING, 1),
    )


def test_a_table_with_two_places_takes_two() -> None:
    roomy = replace(PROGRAMME, tables=(replace(TABLES[0], limit=2), *TABLES[1:]))
    names = ("Jan Peeters", "Els Maes", "Ann Vos")
    decision = ask(SECRETARY, *(register(name, "grondwater") for name in names), programme=roomy)
    assert [r.status for r in decision.rows] == [RowStatus.CONFIRMED, RowStatus.CONFIRMED, RowStatus.WAITING]
    assert [change.after.place for change in decision.changes] == [1, 2, None]


@pytest.mark.parametrize("name", ["Jan Peeters", "jan péeters", "Peeters Jan", "J. Peeters"])
def test_the_same_wish_again_changes_nothing_and_tells_the_present_status(name: str) -> None:
    first = ask(JAN, register("Jan Peeters", "grondwater"))
    again = ask(JAN, register(name, "grondwater"), given=first)
    assert again.changes == first.changes
    assert again.rows == (row("Jan Peeters", "grondwater", RowStatus.ALREADY_CONFIRMED),)


def test_initials_from_another_address_are_another_person() -> None:
    first = ask(JAN, register("Jan Peeters", "grondwater"))
    assert ask(ELS, register("J. Peeters", "grondwater"), given=first).rows == (
        row("J. Peeters", "grondwater", RowStatus.WAITING, 1),
    )


def test_who_waits_and_asks_again_keeps_their_position() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"))
    history = ask(ELS, register("Els Maes", "grondwater"), given=history)
    history = ask(STRANGER, register("Ann Vos", "grondwater"), given=history)
    again = ask(replace(ELS, arrival=99), register("Els Maes", "grondwater"), given=history)
    assert again.rows == (row("Els Maes", "grondwater", RowStatus.ALREADY_WAITING, 1),)


def test_a_cancellation_promotes_who_waits_longest_and_owes_them_a_word() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"))
    history = ask(ELS, register("Els Maes", "grondwater"), given=history)
    history = ask(STRANGER, register("Ann Vos", "grondwater"), given=history)
    after = ask(JAN, cancel("Jan Peeters", "grondwater"), given=history)
    assert standing(after) == {
        ("Jan Peeters", "grondwater"): CANCELLED,
        ("Els Maes", "grondwater"): CONFIRMED,
        ("Ann Vos", "grondwater"): WAITING,
    }
    assert after.rows == (row("Jan Peeters", "grondwater", RowStatus.CANCELLED),)
    good_news = row("Els Maes", "grondwater", RowStatus.CONFIRMED)
    assert after.concerns == (Concern(ELS.address, good_news, promoted=True, own=True),)


def test_who_cancelled_and_comes_back_queues_at_the_end() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"))
    history = ask(ELS, register("Els Maes", "grondwater"), given=history)
    history = ask(STRANGER, register("Ann Vos", "grondwater"), given=history)
    history = ask(ELS, cancel("Els Maes", "grondwater"), given=history)
    back = ask(replace(ELS, arrival=50), register("Els Maes", "grondwater"), given=history)
    assert back.rows == (row("Els Maes", "grondwater", RowStatus.WAITING, 2),)


@pytest.mark.parametrize("asker", [STRANGER, ELS])
def test_a_cancellation_by_somebody_else_goes_to_staff_and_changes_nothing(asker: Asker) -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"))
    after = ask(asker, cancel("Jan Peeters", "grondwater"), given=history)
    assert after.changes == history.changes
    assert after.rows == (row("Jan Peeters", "grondwater", RowStatus.UNDER_REVIEW),)
    assert after.reasons == ("neither the participant nor who registered them wrote this",)


def test_the_address_that_registered_a_participant_may_cancel_and_the_participant_is_told() -> None:
    named = replace(register("Jan Peeters", "grondwater"), participant_address=JAN.address)
    history = ask(SECRETARY, named)
    after = ask(SECRETARY, cancel("Jan Peeters", "grondwater"), given=history)
    gone = row("Jan Peeters", "grondwater", RowStatus.CANCELLED)
    assert after.rows == (gone,)
    assert after.concerns == (Concern(JAN.address, gone, promoted=False, own=True),)


def test_a_cancellation_of_every_table_means_every_table_that_the_participant_has() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater", "wateraudit"))
    after = ask(JAN, cancel("Jan Peeters", *EVERY_TABLE), given=history)
    assert [r.table for r in after.rows] == ["grondwater", "wateraudit"]
    assert set(standing(after).values()) == {CANCELLED}


def test_a_cancellation_of_what_nobody_knows_goes_to_staff() -> None:
    after = ask(JAN, cancel("Jan Peeters", "grondwater"))
    assert after.rows == (row("Jan Peeters", "grondwater", RowStatus.NOT_REGISTERED),)
    assert after.reasons == ("who should leave is not registered there",)


def test_cancelling_twice_is_told_as_such() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"))
    history = ask(JAN, cancel("Jan Peeters", "grondwater"), given=history)
    again = ask(JAN, cancel("Jan Peeters", "grondwater"), given=history)
    assert again.rows == (row("Jan Peeters", "grondwater", RowStatus.ALREADY_CANCELLED),)
    assert not again.for_staff


def test_a_replacement_takes_the_place_ahead_of_those_who_wait() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"))
    history = ask(ELS, register("Els Maes", "grondwater"), given=history)
    after = ask(JAN, wish(Action.REPLACE, "Jan Peeters", "grondwater", by="Ann Vos"), given=history)
    assert standing(after) == {
        ("Jan Peeters", "grondwater"): CANCELLED,
        ("Els Maes", "grondwater"): WAITING,
        ("Ann Vos", "grondwater"): CONFIRMED,
    }


def test_a_replacement_by_somebody_who_already_waits_confirms_them_once() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"))
    history = ask(STRANGER, register("Ann Vos", "grondwater"), given=history)
    history = ask(ELS, register("Els Maes", "grondwater"), given=history)
    after = ask(JAN, wish(Action.REPLACE, "Jan Peeters", "grondwater", by="Els Maes"), given=history)
    assert standing(after) == {
        ("Jan Peeters", "grondwater"): CANCELLED,
        ("Ann Vos", "grondwater"): WAITING,
        ("Els Maes", "grondwater"): CONFIRMED,
    }


def test_a_replacement_of_one_who_waits_takes_their_position_in_the_line() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"))
    history = ask(ELS, register("Els Maes", "grondwater"), given=history)
    history = ask(STRANGER, register("Ann Vos", "grondwater"), given=history)
    after = ask(ELS, wish(Action.REPLACE, "Els Maes", "grondwater", by="Tom Claes"), given=history)
    assert after.rows == (
        row("Els Maes", "grondwater", RowStatus.CANCELLED),
        row("Tom Claes", "grondwater", RowStatus.WAITING, 1),
    )


def test_a_change_of_table_frees_the_place_whatever_the_order_of_the_words() -> None:
    history = ask(JAN, register("Jan Peeters", "hemelwater"))
    history = ask(ELS, register("Els Maes", "hemelwater"), given=history)
    after = ask(JAN, register("Jan Peeters", "grondwater"), cancel("Jan Peeters", "hemelwater"), given=history)
    assert standing(after) == {
        ("Jan Peeters", "hemelwater"): CANCELLED,
        ("Els Maes", "hemelwater"): CONFIRMED,
        ("Jan Peeters", "grondwater"): CONFIRMED,
    }


def test_a_programme_may_refuse_or_leave_to_staff_what_is_taken() -> None:
    first = ask(JAN, register("Jan Peeters", "grondwater"))
    refusing = replace(PROGRAMME, when_taken=WhenTaken.REFUSE)
    refused = ask(ELS, register("Els Maes", "grondwater"), given=first, programme=refusing)
    assert (refused.rows, refused.changes) == ((row("Els Maes", "grondwater", RowStatus.REFUSED),), first.changes)
    asking = replace(PROGRAMME, when_taken=WhenTaken.STAFF)
    left = ask(ELS, register("Els Maes", "grondwater"), given=first, programme=asking)
    assert (left.rows, left.for_staff) == ((row("Els Maes", "grondwater", RowStatus.UNDER_REVIEW),), True)


VITO = Asker("ann@vito.test", "Ann Vos", 40)
SMALL = replace(PROGRAMME, tables=(replace(TABLES[0], capacity=1), *TABLES[1:]))


def ann(action: Action = Action.REGISTER) -> Request:
    return Request(action, "Ann Vos", "VITO", ("grondwater",))


def test_a_newcomer_is_told_at_the_address_of_their_own_that_another_table_has() -> None:
    given = ask(ELS, register("Els Maes", "hemelwater"), given=ask(JAN, register("Jan Peeters", "grondwater")))
    decision = ask(JAN, wish(Action.REPLACE, "Jan Peeters", "grondwater", by="Els Maes"), given=given)
    here = row("Els Maes", "grondwater", RowStatus.CONFIRMED)
    assert decision.concerns == (Concern("els@aquafin.test", here, promoted=False, own=True),)
    assert standing(ask(ELS, cancel("Els Maes", "grondwater"), given=decision))["Els Maes", "grondwater"] is CANCELLED


def test_a_newcomer_with_two_addresses_of_their_own_is_told_at_neither() -> None:
    given = ask(ELS, register("Els Maes", "hemelwater"), given=ask(JAN, register("Jan Peeters", "grondwater")))
    given = ask(Asker("els@mail.test", "Els Maes", 25), register("Els Maes", "wateraudit"), given=given)
    decision = ask(JAN, wish(Action.REPLACE, "Jan Peeters", "grondwater", by="Els Maes"), given=given)
    assert decision.concerns == ()


def test_a_full_table_lets_another_organisation_wait_and_says_that_the_table_is_full() -> None:
    first = ask(JAN, register("Jan Peeters", "grondwater"), programme=SMALL)
    second = ask(VITO, ann(), given=first, programme=SMALL)
    assert second.rows == (Row("grondwater", "Ann Vos", "VITO", RowStatus.WAITING, 1, table_full=True),)
    assert [(c.after.place, c.after.seat, c.rule) for c in second.changes] == [
        (1, 1, "place free"),
        (None, None, "table full"),
    ]


def test_a_seat_that_comes_free_is_for_who_waits_longest_of_all_organisations() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"), programme=SMALL)
    history = ask(VITO, ann(), given=history, programme=SMALL)
    history = ask(replace(ELS, arrival=50), register("Els Maes", "grondwater"), given=history, programme=SMALL)
    after = ask(JAN, cancel("Jan Peeters", "grondwater"), given=history, programme=SMALL)
    assert standing(after) == {
        ("Jan Peeters", "grondwater"): CANCELLED,
        ("Ann Vos", "grondwater"): CONFIRMED,
        ("Els Maes", "grondwater"): WAITING,
    }
    assert [(c.address, c.promoted) for c in after.concerns] == [(VITO.address, True)]


def test_a_free_seat_passes_over_who_waits_behind_a_colleague() -> None:
    two = replace(PROGRAMME, tables=(replace(TABLES[0], capacity=2), *TABLES[1:]))
    history = ask(JAN, register("Jan Peeters", "grondwater"), programme=two)
    history = ask(ELS, register("Els Maes", "grondwater"), given=history, programme=two)
    after = ask(VITO, ann(), given=history, programme=two)
    assert after.rows == (Row("grondwater", "Ann Vos", "VITO", RowStatus.CONFIRMED),)


def test_a_replacement_keeps_the_seat_at_a_full_table() -> None:
    history = ask(JAN, register("Jan Peeters", "grondwater"), programme=SMALL)
    history = ask(VITO, ann(), given=history, programme=SMALL)
    after = ask(JAN, wish(Action.REPLACE, "Jan Peeters", "grondwater", by="Els Maes"), given=history, programme=SMALL)
    assert standing(after) == {
        ("Jan Peeters", "grondwater"): CANCELLED,
        ("Ann Vos", "grondwater"): WAITING,
        ("Els Maes", "grondwater"): CONFIRMED,
    }


def test_an_incomplete_request_is_never_carried_out() -> None:
    with pytest.raises(ValueError, match="incomplete"):
        ask(JAN, register("Jan Peeters"))
