"""One line of a staff mail: which orders it is, and which lines only look like one."""

import pytest

from mailworker.domain.orders import UNFILLED, Order, Verb
from mailworker.reading.staff_orders.order_line import orders_of

Plain = tuple[Verb, tuple[int, ...], str]


def told(line: str) -> list[Plain] | None:
    """Verb, numbers, and the reason or organisation, of each order."""
    orders = orders_of(line)
    return None if orders is None else [(o.verb, o.numbers, o.reason or o.organisation) for o in orders]


OK = [
    "ok 12",
    "OK 12",
    "Ok 12.",
    "oké 12",
    "O.K. 12",
    "okay 12!",
    "Akkoord 12",
    "akkoord met 12",
    "ok: 12",
    "OK, 12",
    "ok - 12",
    "ok nr. 12",
    "ok #12",
    "ok nr 12",
    "ok mail 12",
    "12 ok",
    "12: ok",
    "#12: akkoord",
    "Nr. 12 ok",
    "12 is ok",
    "ok 12 aub",
    "ok 12, bedankt!",
    "Ok 12 groetjes An",
    "ok 12 mvg An Claes",
    "Dag, ok 12",
    "Beste collega, ok 12",
    "Hallo An, ok 12.",
    "\u00a0ok\u00a012",
    "Ok12",
    "ok 12 \U0001f44d\U0001f3fb",
    "12 goedgekeurd",
    "12 is in orde",
]


@pytest.mark.parametrize("line", OK)
def test_a_yes_is_a_yes_however_it_is_written(line: str) -> None:
    assert told(line.strip("\u00a0")) == [(Verb.ACCEPT, (12,), "")]


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("ok 12, 14 en 15", (12, 14, 15)),
        ("ok 12,14,15", (12, 14, 15)),
        ("ok 12 14 15", (12, 14, 15)),
        ("OK #12, #14 & #15", (12, 14, 15)),
        ("ok nrs. 12 en 14", (12, 14)),
        ("ok 12-15", (12, 13, 14, 15)),
        ("ok 12 t/m 14", (12, 13, 14)),
        ("ok 12 tem 14", (12, 13, 14)),
        ("ok 12 tot en met 14", (12, 13, 14)),
        ("ok 12, 14-16 en 20", (12, 14, 15, 16, 20)),
        ("12, 14 en 15 ok", (12, 14, 15)),
        ("ok 12, 12", (12,)),
        ("ok 12 and 14", (12, 14)),
    ],
)
def test_several_numbers_are_one_order(line: str, numbers: tuple[int, ...]) -> None:
    assert told(line) == [(Verb.ACCEPT, numbers, "")]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("weiger 12", ""),
        ("Weigeren 12.", ""),
        ("weiger 12 alle plaatsen zijn ingenomen", "alle plaatsen zijn ingenomen"),
        ("weiger 12: alle plaatsen zijn ingenomen.", "alle plaatsen zijn ingenomen."),
        ("Weiger #12 - Alle plaatsen zijn ingenomen", "Alle plaatsen zijn ingenomen"),
        ("weiger 12, want de tafel is vol", "want de tafel is vol"),
        ("weiger 12 reden: de tafel is vol", "de tafel is vol"),
        ("weiger 12 reden de tafel is vol", "de tafel is vol"),
        ("weiger 12 [reden] de tafel is vol", "de tafel is vol"),
        ("weiger 12 reden is dat de tafel vol is", "reden is dat de tafel vol is"),
        ("weiger 12 De tafel is vol. Wilt u naar hemelwater?", "De tafel is vol. Wilt u naar hemelwater?"),
        ("weiger 12 redenen genoeg", "redenen genoeg"),
        ("weiger 12: jullie zijn al met 2, oké?", "jullie zijn al met 2, oké?"),
        ("12 weigeren: te laat", "te laat"),
        ("12 weigeren", ""),
        ("weiger 12, bedankt", ""),
        ("weiger 12 reden", UNFILLED),
        ("weiger 12 [reden]", UNFILLED),
        ("weiger 12 [reden voor de afzender]", UNFILLED),
    ],
)
def test_a_refusal_has_its_reason_to_the_end_of_the_line(line: str, reason: str) -> None:
    assert told(line) == [(Verb.DECLINE, (12,), reason)]


def test_a_refusal_of_several_needs_a_mark_before_the_reason() -> None:
    assert told("weiger 12 en 14: te laat") == [(Verb.DECLINE, (12, 14), "te laat")]
    assert told("weiger 12, 14 omdat de tafel vol is") == [(Verb.DECLINE, (12, 14), "omdat de tafel vol is")]
    assert told("weiger 12, 14") == [(Verb.DECLINE, (12, 14), "")]
    assert told("weiger 12, 3 deelnemers is te veel") is None
    assert told("weiger 12 3 deelnemers is te veel") is None


@pytest.mark.parametrize("line", ["negeer 12", "Negeren: 12", "NEGEER #12!", "12 negeren", "negeer nr. 12 aub"])
def test_a_dismissal(line: str) -> None:
    assert told(line) == [(Verb.DISMISS, (12,), "")]


@pytest.mark.parametrize(
    "line",
    [
        "negeer 12, ik heb haar gebeld",
        "Negeer 12, ik heb haar gebeld.",
        "negeer 12 (is reclame)",
        "negeer 12 - dat is geregeld",
        "negeer 12: dubbel verstuurd",
    ],
)
def test_a_dismissal_may_have_a_remark(line: str) -> None:
    assert told(line) == [(Verb.DISMISS, (12,), "")]


@pytest.mark.parametrize(
    "line",
    [
        "negeer 12, maar bel haar eerst",
        "negeer 12, of toch niet",
        "negeer 12, tenzij ze terugbelt",
        "negeer 12, dat is hetzelfde als 14",
        "negeer 12, mag dat?",
        "negeer 12 ik heb haar gebeld",
        "ok 12, ik heb haar gebeld",
        "negeer 12, ok 13 en bel haar",
    ],
)
def test_a_remark_that_could_mean_more_makes_the_line_no_order(line: str) -> None:
    assert told(line) is None


@pytest.mark.parametrize(
    ("line", "organisation"),
    [
        ("12 is Aquafin", "Aquafin"),
        ("#12 is aquafin.", "aquafin"),
        ("nr. 12 is De Watergroep nv", "De Watergroep nv"),
        ("12 = Aquafin", "Aquafin"),
        ("12=Aquafin", "Aquafin"),
        ("12 is “Stad Mechelen”", "Stad Mechelen"),
        ("ok 12 is Aquafin", "Aquafin"),
        ("12 is 't Serclaes en Zonen", "'t Serclaes en Zonen"),
    ],
)
def test_a_name_for_an_organisation(line: str, organisation: str) -> None:
    assert told(line) == [(Verb.NAME, (12,), organisation)]


@pytest.mark.parametrize(
    ("line", "spans"),
    [
        ("verstuur 31-40", ((31, 40),)),
        ("Verstuur 31 - 40.", ((31, 40),)),
        ("verstuur 31, 33", ((31, 31), (33, 33))),
        ("verstuur 31 t/m 40 en 45", ((31, 40), (45, 45))),
        ("verzend #31", ((31, 31),)),
        ("31-40 versturen", ((31, 40),)),
        ("verstuur 1-5000", ((1, 5000),)),
        ("verstuur alles", ()),
        ("Verstuur alles!", ()),
        ("verstuur: alle antwoorden", ()),
        ("alles versturen aub", ()),
    ],
)
def test_mail_that_is_let_go(line: str, spans: tuple[tuple[int, int], ...]) -> None:
    orders = orders_of(line) or []
    assert [(order.verb, order.spans, order.numbers) for order in orders] == [(Verb.SEND, spans, ())]


def test_a_line_may_hold_several_orders() -> None:
    assert told("ok 12, negeer 13 en ok 15") == [
        (Verb.ACCEPT, (12,), ""),
        (Verb.DISMISS, (13,), ""),
        (Verb.ACCEPT, (15,), ""),
    ]
    assert told("ok 12; weiger 14 te laat") == [(Verb.ACCEPT, (12,), ""), (Verb.DECLINE, (14,), "te laat")]
    assert told("12 is Aquafin, 13 is Farys") == [(Verb.NAME, (12,), "Aquafin"), (Verb.NAME, (13,), "Farys")]
    assert told("12 is Aquafin, 13 negeren") == [(Verb.NAME, (12,), "Aquafin"), (Verb.DISMISS, (13,), "")]
    assert told("12 is Aquafin en ok 13") == [(Verb.NAME, (12,), "Aquafin"), (Verb.ACCEPT, (13,), "")]
    assert told("Ok, weiger 12 te laat") == [(Verb.DECLINE, (12,), "te laat")]


def test_an_order_is_quoted_in_its_own_words() -> None:
    assert [order.said for order in orders_of("Dag, Ok 12; weiger 14 te laat.") or ()] == [
        "Ok 12",
        "weiger 14 te laat",
    ]
    assert orders_of("ok 12, bedankt") == [Order(Verb.ACCEPT, "ok 12", (12,))]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "ok",
        "12",
        "12, 14",
        "ok 12 uur past me",
        "ok 12 september",
        "ok, 12 september past me",
        "ok 12.30 uur",
        "ok 12u30",
        "ok 12%",
        "ok 12e verdieping",
        "ok 12?",
        "12 ok?",
        "is 12 ok",
        "niet ok 12",
        "nog niet ok 12",
        "ok 12 niet",
        "ok 12 maar enkel voor grondwater",
        "ok 12 voor grondwater",
        "ok 12 bedankt maar niet voor hemelwater",
        "ok 12/13",
        "ok 14-12",
        "ok 12-500",
        "ok alles",
        "ik heb 12 gebeld",
        "Wij zijn met 12 en dat is ok",
        "de 12 mails zijn ok",
        "12 is",
        "12 is 14",
        "12 weigeren mag niet",
        "12 deelnemers weigeren",
        "weiger",
        "weiger de mail van 12",
        "weiger 12 te laat, ok 13",
        "weiger 12: te laat, 13 negeren",
        "ok 12 \U0001f44e",
        "weiger 12 - 3 mensen is te veel",
        "verstuur",
        "verstuur alles behalve 33",
        "verstuurd vanaf mijn iPhone",
        "Verzonden: maandag 12 juli 2021 9:12",
        "negeer deze mail",
        "okidoki 12",
        "bel 053 72 62 10",
        "ok" + " 1" * 600 + " x",
    ],
)
def test_what_only_looks_like_an_order_is_none(line: str) -> None:
    assert told(line) is None
