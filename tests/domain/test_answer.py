"""Whom one mail leads to mail for: the sender, and each other person concerned, once."""

from dataclasses import replace

from mailworker.domain.answer import Thread, notices
from mailworker.domain.conversation import Intent
from mailworker.domain.decision import Decision
from mailworker.domain.notice import NoticeKind
from mailworker.domain.request import Action, Outcome, Reading, Request
from tests.domain.test_decision import ELS, JAN, SECRETARY, ask, cancel, register

THREAD = Thread(SECRETARY.address, "7K3Q", "Werktafels", SECRETARY.name)


def told(decision: Decision, *requests: Request) -> list[tuple[NoticeKind, str, list[tuple[str, bool]]]]:
    """Kind, recipient and rows (table, promoted) of each notice."""
    reading = Reading(Outcome.HANDLE, requests, takes_part=True)
    owed = notices(reading, Intent(requests), decision, THREAD, lambda concern: True)
    return [(one.kind, one.recipient, [(row.table, row.promoted) for row in one.rows]) for one in owed]


def test_who_is_promoted_and_registered_by_one_mail_hears_of_both_in_one_notice() -> None:
    history = ask(SECRETARY, register("Jan Peeters", "grondwater"))
    history = ask(ELS, register("Els Maes", "grondwater"), given=history)
    els = replace(register("Els Maes", "hemelwater"), participant_address=ELS.address)
    wishes = cancel("Jan Peeters", "grondwater"), els
    assert told(ask(SECRETARY, *wishes, given=history), *wishes) == [
        (NoticeKind.CONFIRMATION, SECRETARY.address, [("grondwater", False), ("hemelwater", False)]),
        (NoticeKind.INFORMATION, ELS.address, [("grondwater", True), ("hemelwater", False)]),
    ]


def test_good_news_alone_is_a_promotion() -> None:
    history = ask(SECRETARY, register("Jan Peeters", "grondwater"))
    history = ask(ELS, register("Els Maes", "grondwater"), given=history)
    leaves = cancel("Jan Peeters", "grondwater")
    assert told(ask(SECRETARY, leaves, given=history), leaves) == [
        (NoticeKind.CANCELLATION, SECRETARY.address, [("grondwater", False)]),
        (NoticeKind.PROMOTION, ELS.address, [("grondwater", False)]),
    ]


def test_who_sent_nothing_that_looks_like_a_wish_gets_no_answer_and_the_others_do_not_either() -> None:
    nothing = ask(JAN)
    reading = Reading(Outcome.REVIEW, takes_part=False)
    assert notices(reading, Intent(held="why"), nothing, THREAD, lambda concern: True) == ()
    leaves = Request(Action.CANCEL, "Jan Peeters", "Aquafin", ("grondwater",))
    history = ask(JAN, register("Jan Peeters", "grondwater"))
    (review,) = told(ask(ELS, leaves, given=history), leaves)
    assert review[0] is NoticeKind.REVIEW
