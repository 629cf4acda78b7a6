"""The facts of a digest: how they are arranged, what they propose, and when there is nothing to tell."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from mailworker.domain.digest import (
    Completeness,
    Digest,
    Health,
    Held,
    Meeting,
    Proposal,
    Reply,
    Trouble,
    coming,
    needs_sheet,
)
from mailworker.domain.happenings import ChangeKind, Happening, changes
from mailworker.domain.programme import Programme, Session, Table
from mailworker.domain.request import Action, Request
from mailworker.domain.states import MessageState

NOW = datetime(2021, 10, 14, 5, 30, tzinfo=UTC)
DAY = date(2021, 10, 14)
PROGRAMME = Programme("Waterplan", "Dienst Water", "tafels@dienst.example", (
    Table("grondwater", "Bevoorrading uit grondwater", sessions=(Session(NOW + timedelta(days=40)), Session(NOW))),
    Table("hemelwater", "Bevoorrading uit hemelwater", sessions=(Session(NOW + timedelta(days=1), "Aalst"),)),
))  # fmt: skip
HEALTHY = Health(NOW, 0, None, 0, None, ())
COMPLETE = Completeness(5, 2, {MessageState.HANDLED: 4, MessageState.IGNORED: 1})
EMPTY = Digest(DAY, NOW, None, (), (), (), (), (), (), (), (), (), (), HEALTHY, COMPLETE)
WISH = Request(Action.REGISTER, "Jan Peeters", "Aquafin", ("grondwater",))


def happened(id: int, what: str, rule: str, participant: str = "Jan Peeters", **facts: Any) -> Happening:
    facts = {"message": 7, "table": "grondwater", "organisation": "Aquafin", **facts}
    return Happening(id, NOW, what, rule, participant=participant, **facts)


def told(*happenings: Happening) -> list[tuple[str, ChangeKind, str, str]]:
    return [(one.last.table, one.kind, one.last.participant, one.instead_of) for one in changes(happenings, PROGRAMME)]


def test_changes_stand_by_table_in_the_programmes_order_then_by_kind() -> None:
    assert told(
        happened(1, "waiting", "place taken", "Els Maes"),
        happened(2, "confirmed", "place free", "An Claes", table="hemelwater"),
        happened(3, "cancelled", "cancelled"),
        happened(4, "confirmed", "place came free", "Els Maes"),
        happened(5, "cancelled", "cancelled", "Tom Vos", table="dropped since"),
    ) == [
        ("grondwater", ChangeKind.NEW, "Els Maes", ""),
        ("grondwater", ChangeKind.CANCELLED, "Jan Peeters", ""),
        ("grondwater", ChangeKind.WAITING, "Els Maes", ""),
        ("hemelwater", ChangeKind.NEW, "An Claes", ""),
        ("dropped since", ChangeKind.CANCELLED, "Tom Vos", ""),
    ]


def test_the_halves_of_a_replacement_are_one_change() -> None:
    assert told(happened(1, "cancelled", "replaced"), happened(2, "confirmed", "replacement", "Els Maes")) == [
        ("grondwater", ChangeKind.REPLACED, "Els Maes", "Jan Peeters")
    ]


def test_two_replacements_of_one_mail_keep_their_halves_apart() -> None:
    assert told(
        happened(1, "cancelled", "replaced", "Jan Peeters"),
        happened(2, "confirmed", "replacement", "Els Maes"),
        happened(3, "cancelled", "replaced", "Tom Vos"),
        happened(4, "waiting", "replacement", "An Claes"),
    ) == [
        ("grondwater", ChangeKind.REPLACED, "Els Maes", "Jan Peeters"),
        ("grondwater", ChangeKind.REPLACED, "An Claes", "Tom Vos"),
    ]


def test_who_was_replaced_by_somebody_who_sat_there_already_is_told_as_gone() -> None:
    assert told(
        happened(1, "cancelled", "replaced", "Jan Peeters"),
        happened(2, "cancelled", "replaced", "Tom Vos"),
        happened(3, "confirmed", "replacement", "Els Maes"),
    ) == [
        ("grondwater", ChangeKind.REPLACED, "Els Maes", "Tom Vos"),
        ("grondwater", ChangeKind.CANCELLED, "Jan Peeters", ""),
    ]


def test_a_newcomer_whose_other_half_another_mail_brought_stands_alone() -> None:
    assert told(
        happened(1, "cancelled", "replaced", message=7), happened(2, "confirmed", "replacement", "Els Maes", message=8)
    ) == [
        ("grondwater", ChangeKind.REPLACED, "Els Maes", ""),
        ("grondwater", ChangeKind.CANCELLED, "Jan Peeters", ""),
    ]


def test_a_line_of_the_trail_that_nobody_knows_is_told_all_the_same() -> None:
    assert told(happened(1, "moved", "by hand")) == [("grondwater", ChangeKind.OTHER, "Jan Peeters", "")]


def held(**facts: Any) -> Held:
    return replace(
        Held(12, "jan@aquafin.example", "Vraag", NOW, "complete", "somebody else wrote", requests=(WISH,)), **facts
    )


SAYS_NO = (Reply.DECLINE, Reply.DISMISS)


@pytest.mark.parametrize(
    ("one", "proposal", "replies"),
    [
        (held(), Proposal.CARRY_OUT, (Reply.ACCEPT, *SAYS_NO)),
        (held(rule="dmarc-failed"), Proposal.CHECK_SENDER, (Reply.ACCEPT, *SAYS_NO)),
        (held(nearest="Aquaduin"), Proposal.NAME_ORGANISATION, (Reply.IS, Reply.ACCEPT, *SAYS_NO)),
        (held(requests=(), question=True), Proposal.ANSWER, (Reply.DISMISS,)),
        (held(requests=(), question=True, handled=True), Proposal.ANSWER, (Reply.DISMISS,)),
        (held(requests=(replace(WISH, organisation=None),)), Proposal.FILL_IN, SAYS_NO),
        (held(requests=()), Proposal.FILL_IN, SAYS_NO),
    ],
)
def test_what_is_proposed_follows_from_what_is_known(one: Held, proposal: Proposal, replies: tuple[Reply, ...]) -> None:
    assert (one.proposal, one.replies) == (proposal, replies)


def test_a_day_on_which_nothing_happened_is_empty() -> None:
    assert EMPTY.empty
    assert replace(EMPTY, meetings=(Meeting("hemelwater", Session(NOW)),)).empty


@pytest.mark.parametrize(
    "news",
    [
        {"held": (held(),)},
        {"happenings": (happened(1, "confirmed", "place free"),)},
        {"meetings": (Meeting("hemelwater", Session(NOW), ()),)},
        {"health": replace(HEALTHY, failed=(3,))},
    ],
    ids=["held", "happened", "sheet", "failed"],
)
def test_a_day_with_news_is_not_empty(news: dict[str, Any]) -> None:
    assert not replace(EMPTY, **news).empty


@pytest.mark.parametrize(
    ("health", "troubles"),
    [
        (HEALTHY, ()),
        (replace(HEALTHY, polled_at=None), (Trouble.NOT_POLLED,)),
        (replace(HEALTHY, polled_at=NOW - timedelta(minutes=31)), (Trouble.NOT_POLLED,)),
        (replace(HEALTHY, unhandled=2, unhandled_since=NOW - timedelta(minutes=59)), ()),
        (replace(HEALTHY, unhandled=2, unhandled_since=NOW - timedelta(minutes=61)), (Trouble.MAIL_WAITS,)),
        (replace(HEALTHY, queued=2, queued_since=NOW - timedelta(hours=3)), (Trouble.NOTICES_WAIT,)),
        (replace(HEALTHY, failed=(4, 9)), (Trouble.MAIL_FAILED,)),
    ],
)
def test_what_is_silent_or_stuck_is_trouble(health: Health, troubles: tuple[Trouble, ...]) -> None:
    assert replace(EMPTY, health=health).troubles == troubles


def test_mails_that_are_in_no_state_are_trouble() -> None:
    assert COMPLETE.adds_up
    lost = replace(COMPLETE, received=6)
    assert not lost.adds_up
    assert replace(EMPTY, completeness=lost).troubles == (Trouble.DOES_NOT_ADD_UP,)


def test_sessions_of_the_coming_month_are_told_earliest_first() -> None:
    assert coming(PROGRAMME, NOW) == (("hemelwater", PROGRAMME.tables[1].sessions[0]),)
    later = NOW + timedelta(days=12)
    assert coming(PROGRAMME, later) == (("grondwater", PROGRAMME.tables[0].sessions[0]),)


def test_without_a_session_in_the_coming_month_the_next_one_is_told() -> None:
    far = replace(PROGRAMME, tables=PROGRAMME.tables[:1])
    assert coming(far, NOW) == (("grondwater", PROGRAMME.tables[0].sessions[0]),)
    assert coming(far, NOW + timedelta(days=41)) == ()


def test_the_sheet_of_a_session_comes_the_day_before() -> None:
    yesterday = DAY - timedelta(days=1)
    assert [needs_sheet(DAY + timedelta(days=days), DAY, yesterday) for days in (0, 1, 2)] == [False, True, False]


def test_after_days_without_a_digest_the_sheet_of_today_comes_too() -> None:
    last = DAY - timedelta(days=3)
    assert [needs_sheet(DAY + timedelta(days=days), DAY, last) for days in (0, 1, 2)] == [True, True, False]
    assert needs_sheet(DAY, DAY, None)
