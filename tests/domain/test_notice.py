"""What a notice says of the whole, and which rows one sentence tells."""

import pytest

from mailworker.domain.notice import Group, Notice, NoticeKind, Row, RowStatus, State
from mailworker.domain.request import Action, Request

JAN, AN = ("Jan Peeters", "Aquafin"), ("An Claes", "Aquafin")


def rows(status: RowStatus, person: tuple[str, str], *tables: str, position: int | None = None) -> tuple[Row, ...]:
    return tuple(Row(table, *person, status, position) for table in tables)


def notice(*of_rows: Row, kind: NoticeKind = NoticeKind.CONFIRMATION, understood: tuple[Request, ...] = ()) -> Notice:
    return Notice(kind, "jan@voorbeeld.test", "7K3Q", rows=of_rows, understood=understood)


@pytest.mark.parametrize(
    ("statuses", "state"),
    [
        (["confirmed", "already confirmed"], State.CONFIRMED),
        (["confirmed", "cancelled"], State.CONFIRMED),
        (["confirmed", "waiting"], State.PARTLY_WAITING),
        (["already confirmed", "already waiting", "refused"], State.PARTLY_WAITING),
        (["confirmed", "refused"], State.PARTLY),
        (["confirmed", "under review"], State.PARTLY),
        (["confirmed", "not registered"], State.PARTLY),
        (["waiting", "cancelled"], State.WAITING),
        (["cancelled", "not registered"], State.CANCELLED),
        (["already cancelled"], State.CANCELLED),
        (["under review", "refused"], State.UNDER_REVIEW),
        (["refused", "not registered"], State.REFUSED),
        (["not registered"], State.UNCHANGED),
    ],
)
def test_the_state_never_promises_more_than_every_row_holds(statuses: list[str], state: State) -> None:
    told = notice(*(Row("grondwater", *JAN, RowStatus(status)) for status in statuses))
    assert told.state is state


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        (NoticeKind.QUESTION, State.INCOMPLETE),
        (NoticeKind.REMINDER, State.INCOMPLETE),
        (NoticeKind.REVIEW, State.UNDER_REVIEW),
        (NoticeKind.PROMOTION, State.CONFIRMED),
    ],
)
def test_a_question_and_a_review_are_no_confirmation_whatever_was_done(kind: NoticeKind, state: State) -> None:
    assert notice(*rows(RowStatus.CONFIRMED, JAN, "grondwater"), kind=kind).state is state


def test_the_tables_of_one_person_are_one_sentence() -> None:
    assert notice(*rows(RowStatus.CONFIRMED, JAN, "grondwater", "hemelwater")).groups == (
        Group(RowStatus.CONFIRMED, (JAN,), ("grondwater", "hemelwater")),
    )


def test_two_people_at_the_same_tables_are_one_sentence_and_at_others_two() -> None:
    same = (*rows(RowStatus.CONFIRMED, JAN, "grondwater"), *rows(RowStatus.CONFIRMED, AN, "grondwater"))
    other = (*rows(RowStatus.CONFIRMED, JAN, "grondwater"), *rows(RowStatus.CONFIRMED, AN, "hemelwater"))
    assert notice(*same).groups == (Group(RowStatus.CONFIRMED, (JAN, AN), ("grondwater",)),)
    assert notice(*other).groups == (
        Group(RowStatus.CONFIRMED, (JAN,), ("grondwater",)),
        Group(RowStatus.CONFIRMED, (AN,), ("hemelwater",)),
    )


def test_what_is_good_is_told_first() -> None:
    told = notice(
        *rows(RowStatus.CANCELLED, JAN, "audit"),
        *rows(RowStatus.WAITING, JAN, "hemelwater", position=2),
        *rows(RowStatus.CONFIRMED, JAN, "grondwater"),
    )
    assert told.groups == (
        Group(RowStatus.CONFIRMED, (JAN,), ("grondwater",)),
        Group(RowStatus.WAITING, (JAN,), ("hemelwater",), position=2),
        Group(RowStatus.CANCELLED, (JAN,), ("audit",)),
    )


def test_a_position_is_told_only_when_every_table_has_the_same() -> None:
    different = (*rows(RowStatus.WAITING, JAN, "a", position=1), *rows(RowStatus.WAITING, JAN, "b", position=2))
    assert notice(*different).groups == (Group(RowStatus.WAITING, (JAN,), ("a", "b"), position=None),)


def test_a_replacement_is_one_sentence_and_what_else_happened_another() -> None:
    wish = Request(Action.REPLACE, JAN[0], "Aquafin", ("grondwater", "hemelwater"), AN[0])
    told = notice(
        *rows(RowStatus.CANCELLED, JAN, "grondwater", "audit"),
        *rows(RowStatus.CONFIRMED, AN, "grondwater", "audit"),
        *rows(RowStatus.NOT_REGISTERED, JAN, "hemelwater"),
        understood=(wish,),
    )
    assert told.groups == (
        Group(RowStatus.CONFIRMED, (AN,), ("grondwater",), instead_of=JAN[0]),
        Group(RowStatus.CONFIRMED, (AN,), ("audit",)),
        Group(RowStatus.CANCELLED, (JAN,), ("audit",)),
        Group(RowStatus.NOT_REGISTERED, (JAN,), ("hemelwater",)),
    )


def test_a_replacement_of_which_the_reader_may_not_know_the_other_half_names_nobody() -> None:
    wish = Request(Action.REPLACE, JAN[0], "Aquafin", ("grondwater",), AN[0])
    told = notice(*rows(RowStatus.CONFIRMED, AN, "grondwater"), understood=(wish,))
    assert told.groups == (Group(RowStatus.CONFIRMED, (AN,), ("grondwater",)),)
