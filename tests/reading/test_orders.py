"""Staff answer from Outlook, Gmail and telephones: their orders are found above, under and within the quoted mail."""

import pytest

from mailworker.domain.orders import Filled, Order, Orders, Verb, contradicted, in_words
from mailworker.domain.programme import Programme, Table
from mailworker.domain.request import Action
from mailworker.message.body import read_body
from mailworker.message.inbound import parse
from mailworker.reading.staff_orders.orders import read_orders, tables_of
from tests.message.writing import alternative, html_mail, raw_mail

AN = "An Claes <an.claes@dienst.example>"
OURS = """\
Te behandelen: 2 mails

1. Nummer 12, mail van Els Maes (els.maes@waterland.example), 2 uur oud
Afmelding van Jan Peeters (Waterland) voor grondwater
Antwoord met: ok 12 | weiger 12 [reden] | negeer 12 | 12 is [organisatie]
of vul in:
Nummer: 12
Actie: afmelden
Naam: Jan Peeters
Organisatie:
Tafels: grondwater

2. Nummer 14, mail van Tom Wouters (tom@provincie.example), 1 dag oud
Inschrijving van Tom Wouters voor hemelwater
Antwoord met: ok 14 | weiger 14 [reden] | negeer 14 | 14 is [organisatie]
of vul in:
Nummer: 14
Actie: inschrijven
Naam: Tom Wouters
Organisatie:
Tafels: hemelwater

Met vriendelijke groeten
Secretariaat werktafels
"""
REPLY = {"In_Reply_To": "<digest.1@ours.example>", "sender": AN}


def orders(raw: bytes, *ours: str) -> Orders:
    inbound = parse(raw)
    return read_orders(read_body(inbound), inbound.sender, ours or (OURS,))


def plain(text: str, subject: str = "Re: Te behandelen [WT-23456789AB]") -> Orders:
    return orders(raw_mail(text, subject, **REPLY))


def told(found: Orders) -> list[tuple[str, tuple[int, ...], str]]:
    return [(o.verb.value, o.numbers, o.reason or o.organisation) for o in found.given]


def marked(text: str = OURS) -> str:
    return "".join(f"> {line}\n" for line in text.splitlines())


OUTLOOK = """\

________________________________
Van: Secretariaat werktafels <tafels@planning.example>
Verzonden: maandag 5 juli 2021 7:30
Aan: An Claes <an.claes@dienst.example>
Onderwerp: Te behandelen [WT-23456789AB]

"""
GMAIL = "\nOp ma 5 jul. 2021 om 07:30 schreef Secretariaat werktafels <tafels@planning.example>:\n\n"
IPHONE = """\

Verstuurd vanaf mijn iPhone

> Op 5 jul. 2021 om 07:30 heeft Secretariaat <tafels@planning.example> het volgende geschreven:
>
"""

OKS = [("accept", (12, 14), "")]


@pytest.mark.parametrize(
    "text",
    [
        "ok 12 en 14",
        "ok 12 en 14\n\nMet vriendelijke groeten,\nAn Claes\nDienst Water\nTel. 02 555 01 02",
        "Dag,\n\nOK 12, 14.\n\nMvg\nAn",
        "ok 12 en 14" + OUTLOOK + OURS,
        "Ok 12 en 14\n\nAn Claes\nDienst Water | Kadeplein 1, 1000 Brussel" + OUTLOOK + OURS,
        "ok 12, 14\n" + GMAIL + marked(),
        "Ok 12 en 14" + IPHONE + marked(),
        "OK 12 en 14\n\nDownload Outlook voor Android" + OUTLOOK + OURS,
        "Beste\n\nHierbij mijn beslissingen:\n\n- ok 12, 14\n\nAlvast bedankt,\nAn" + GMAIL + marked(),
        "Ok:\n- 12\n- 14\n" + GMAIL + marked(),
        "ok 12,\n14\n" + GMAIL + marked(),
        "Bedankt!\nok 12 en 14\nGroetjes\nAn\n",
    ],
)
def test_an_order_above_the_quoted_mail(text: str) -> None:
    found = plain(text)
    assert (told(found), found.unclear) == (OKS, ())


def test_several_orders_in_one_mail_keep_their_order() -> None:
    found = plain(
        "Dag,\n\n* Ok 12\n* weiger 14: alle plaatsen zijn ingenomen\n1. negeer 15\n2) 16 is Waterland\n"
        "verstuur 31-40\n\nGroeten\nAn" + OUTLOOK + OURS
    )
    assert told(found) == [
        ("accept", (12,), ""),
        ("decline", (14,), "alle plaatsen zijn ingenomen"),
        ("dismiss", (15,), ""),
        ("name", (16,), "Waterland"),
        ("send", (), ""),
    ]
    assert (found.given[-1].spans, found.unclear) == (((31, 40),), ())


def test_a_reason_goes_on_over_the_lines_of_its_paragraph() -> None:
    wrapped = (
        "weiger 12 Alle plaatsen van uw organisatie aan deze tafel zijn al ingenomen;\nprobeer hemelwater.\nok 14\n\nAn"
    )
    assert told(plain(wrapped)) == [
        ("decline", (12,), "Alle plaatsen van uw organisatie aan deze tafel zijn al ingenomen; probeer hemelwater."),
        ("accept", (14,), ""),
    ]
    found = plain("weiger 12 De tafel is vol.\nIk bel hem morgen nog.\n")
    assert (told(found), found.unclear) == ([("decline", (12,), "De tafel is vol.")], ("Ik bel hem morgen nog.",))
    assert told(plain("weiger 12\n\nDit is een ander bericht")) == [("decline", (12,), "")]


def test_between_quoted_lines_with_marks() -> None:
    first, _, rest = marked().partition("> 2. Nummer 14")
    found = plain(GMAIL.lstrip("\n") + first + "\nok 12\n\n> 2. Nummer 14" + rest + "\nweiger 14 te laat\n")
    assert told(found) == [("accept", (12,), ""), ("decline", (14,), "te laat")]


@pytest.mark.parametrize(
    "typed",
    ["ok 12", "OK 12.", "negeer 12", "weiger 12: te laat", "12 is Waterland"],
)
@pytest.mark.parametrize("place", ["of vul in:\nNummer: 12", "Antwoord met: ok 12", "\n2. Nummer 14", "Tafels: grond"])
def test_between_quoted_lines_without_a_mark(typed: str, place: str) -> None:
    before, mark, after = OURS.partition(place)
    assert mark
    found = plain(OUTLOOK + f"{before}{typed}\n{mark}{after}")
    assert [(order.numbers, order.said, order.beside) for order in found.given] == [((12,), typed.rstrip("."), True)]
    assert found.unclear == ()


def test_words_of_our_own_mail_are_no_orders() -> None:
    for text in (OUTLOOK + OURS, GMAIL + marked(), IPHONE + marked(), OUTLOOK + OURS.replace("\n", "\n\n")):
        assert plain(text) == Orders()


def test_a_quotation_that_breaks_our_lines_elsewhere_is_still_ours() -> None:
    broken = OURS.replace(" | ", "\n").replace("2 uur oud\nAfmelding", "2 uur oud Afmelding")
    assert plain(OUTLOOK + broken) == Orders()
    assert told(plain("negeer 12" + OUTLOOK + broken)) == [("dismiss", (12,), "")]


def test_a_quotation_of_another_mail_is_not_looked_at() -> None:
    assert plain("ok 14" + OUTLOOK + "Dag,\nok 12\nverstuur alles\nGroeten", "Re: iets") == Orders(
        (Order(Verb.ACCEPT, "ok 14", (14,)),)
    )


BART = """\

Van: Bart Maes <bart@dienst.example>
Verzonden: maandag 5 juli 2021 9:00
Aan: An Claes <an.claes@dienst.example>
Onderwerp: FW: Te behandelen

"""


def test_what_somebody_else_typed_above_or_into_our_mail_is_nobodys_order() -> None:
    before, mark, after = OURS.partition("\n2. Nummer 14")
    into = f"{before}ok 12\n{mark}{after}"
    for text in (
        f"Zie onder.{BART}ok 12\nnegeer 14\n\nBart{OUTLOOK}{OURS}",
        f"Zie onder.{BART}Ik vulde het in.{OUTLOOK}{into}",
        f"Zie onder.{BART}ok 12\n\n{OURS}",
        f"Zie onder.{GMAIL}{marked(f'ok 12{GMAIL}{marked()}')}",
    ):
        assert plain(text) == Orders((), ("Zie onder.",))
    assert told(plain(f"ok 14{BART}negeer 12{OUTLOOK}{OURS}")) == [("accept", (14,), "")]


@pytest.mark.parametrize(
    ("text", "orders", "unclear"),
    [
        (
            "ok 12 en 14\nnee, toch niet: weiger 12 te laat",
            [("accept", (14,), "")],
            ("nee, toch niet: weiger 12 te laat", "ok 12 en 14"),
        ),
        ("ok 12\n\nSorry, vergeet 12, dat was fout.", [], ("Sorry, vergeet 12, dat was fout.", "ok 12")),
        ("verstuur 31-40\nmaar 33 niet", [], ("maar 33 niet", "verstuur 31-40")),
        ("verstuur alles\nbehalve die van Els", [], ("behalve die van Els", "verstuur alles")),
        ("Als Jan akkoord gaat:\nok 12\n\nok 14", [("accept", (14,), "")], ("Als Jan akkoord gaat: ok 12",)),
        ("Doe dit nog niet:\n\nok 12", [], ("Doe dit nog niet:", "ok 12")),
        ("ok 12\nBel mij op 053 72 12 14 als er iets is", [("accept", (12,), "")], None),
    ],
)
def test_an_order_that_other_words_put_in_doubt_is_told_back(
    text: str, orders: list[tuple[str, tuple[int, ...], str]], unclear: tuple[str, ...] | None
) -> None:
    found = plain(text)
    assert told(found) == orders
    if unclear is not None:
        assert found.unclear == unclear


def test_mail_is_never_let_go_from_within_a_quotation() -> None:
    before, mark, after = OURS.partition("\n2. Nummer 14")
    assert plain(OUTLOOK + f"{before}verstuur alles\n{mark}{after}") == Orders()


FORM = Filled(Action.CANCEL, "Jan Peeters", "", "Waterland", "grondwater")


def test_a_form_filled_in_above() -> None:
    text = "Nummer: 12\nActie: afmelden\nNaam: Jan Peeters\nOrganisatie: Waterland\nTafels: grondwater\n"
    for written in (text, text.upper().replace("JAN PEETERS", "Jan Peeters"), text.replace(":", " :")):
        (order,) = plain(written + OUTLOOK + OURS).given
        assert (order.verb, order.numbers) == (Verb.FILL_IN, (12,))
        filled = order.filled
        assert filled is not None
        assert (filled.action, filled.participant) == (Action.CANCEL, "Jan Peeters")
        assert (filled.organisation.title(), filled.tables.lower()) == ("Waterland", "grondwater")


@pytest.mark.parametrize("quoting", [OUTLOOK + "{}", GMAIL + "{}"])
def test_a_form_filled_in_within_the_quoted_mail(quoting: str) -> None:
    ours = OURS.replace("Organisatie:\nTafels: grondwater", "Organisatie: Waterland\nTafels: grondwater")
    text = ours if quoting.startswith(OUTLOOK) else marked(ours)
    (order,) = plain(quoting.format(text)).given
    assert (order.verb, order.numbers, order.filled, order.beside) == (Verb.FILL_IN, (12,), FORM, True)


def test_two_forms_in_one_mail_and_empty_lines_between_fields() -> None:
    found = plain("Nummer: 12\n\nNaam: Els Maes\nNummer: 14\nTafels: alle\n")
    assert [(order.numbers, order.filled) for order in found.given] == [
        ((12,), Filled(participant="Els Maes")),
        ((14,), Filled(tables="alle")),
    ]


@pytest.mark.parametrize("above", ["12", "Nr. 12:", "#12", "Nummer 12", "nummer: 12"])
def test_a_form_under_a_number_alone(above: str) -> None:
    assert [(o.verb, o.numbers, o.filled) for o in plain(f"{above}\nNaam: Els Maes\nTafels: grondwater\n").given] == [
        (Verb.FILL_IN, (12,), Filled(participant="Els Maes", tables="grondwater"))
    ]


def test_a_form_under_an_order_is_about_its_number_and_goes_before_a_bare_yes() -> None:
    for gap in ("\n", "\n\n"):
        found = plain(f"ok 12{gap}Naam: Els Maes\n")
        assert [(order.verb, number) for order, number in found.single()] == [(Verb.FILL_IN, 12)]
    found = plain("weiger 12\nNaam: Els Maes\n")
    assert contradicted(found.single()) == {12}
    assert plain("ok 12 en 14\nNaam: Els Maes\n").unclear == ("Naam: Els Maes",)


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("Naam: Jan Peeters\nTafels: grondwater", "Naam: Jan Peeters / Tafels: grondwater"),
        ("Nummer: 12", "Nummer: 12"),
        ("Nummer: 12\nNaam: [naam]\nTafels: ...", "Nummer: 12 / Naam: [naam] / Tafels: ..."),
        ("Nummer: 12\nActie: bellen\nNaam: Jan", "Nummer: 12 / Actie: bellen / Naam: Jan"),
    ],
)
def test_a_form_that_cannot_be_read_is_told_back(text: str, unclear: str) -> None:
    assert plain(text) == Orders((), (unclear,))


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("Ik heb 12 gebeld, dat komt in orde.", ("Ik heb 12 gebeld, dat komt in orde.",)),
        ("Die van 12 mag gewoon\nmeedoen van mij.", ("Die van 12 mag gewoon meedoen van mij.",)),
        ("ok 12 maar enkel voor grondwater", ("ok 12 maar enkel voor grondwater",)),
        ("Wie is 12?\n\nEn wat met 14?", ("Wie is 12?", "En wat met 14?")),
        ("12", ("12",)),
        ("Dag,\n\nBedankt voor het overzicht!\n\nAn", ("Bedankt voor het overzicht!",)),
        ("", ()),
    ],
)
def test_what_is_not_understood_is_told_back_and_never_guessed(text: str, unclear: tuple[str, ...]) -> None:
    for quotation in ("", OUTLOOK + OURS, GMAIL + marked()):
        assert plain(text + quotation) == Orders((), unclear)


def test_what_is_understood_stands_beside_what_is_not() -> None:
    found = plain("ok 12\nJan van Farys mag ook komen\nok 14\n")
    assert (told(found), found.unclear) == (
        [("accept", (12,), ""), ("accept", (14,), "")],
        ("Jan van Farys mag ook komen",),
    )


GMAIL_HTML = (
    '<div dir="ltr">Ok 12<br></div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Op ma 5 jul. 2021 om '
    '07:30 schreef Secretariaat &lt;<a href="mailto:tafels@planning.example">tafels@planning.example</a>&gt;:<br></div>'
    '<blockquote class="gmail_quote" style="margin:0">{}</blockquote></div>'
)
OUTLOOK_HTML = (
    '<html><body><div class="WordSection1"><p class="MsoNormal">{}<o:p></o:p></p><div><div style="border:none;'
    'border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>Van:</b> Secretariaat '
    "&lt;tafels@planning.example&gt; <br><b>Verzonden:</b> maandag 5 juli 2021 7:30<br><b>Aan:</b> An Claes "
    "&lt;an.claes@dienst.example&gt;<br><b>Onderwerp:</b> Te behandelen [WT-23456789AB]</p></div></div>"
    "{}</div></body></html>"
)
IPHONE_HTML = (
    '<html><body dir="auto">{}<br><div dir="ltr">Verstuurd vanaf mijn iPhone</div><div dir="ltr"><br><blockquote type='
    '"cite">Op 5 jul. 2021 om 07:30 heeft Secretariaat &lt;tafels@planning.example&gt; het volgende geschreven:<br><br>'
    '</blockquote></div><blockquote type="cite"><div dir="ltr">{}</div></blockquote></body></html>'
)
PAGE = "<div>" + OURS.replace("\n", "<br>\n") + "</div>"


def test_html_of_gmail_outlook_and_iphone() -> None:
    for html in (
        GMAIL_HTML.format(PAGE),
        OUTLOOK_HTML.format("Ok 12", PAGE),
        IPHONE_HTML.format("Ok 12", PAGE),
    ):
        both = alternative("Ok 12\n\n" + marked(), html, "Re: x", {"In-Reply-To": "<digest.1@ours.example>"})
        for raw in (html_mail(html, "Re: x", **REPLY), both):
            assert told(orders(raw)) == [("accept", (12,), "")]


def test_typed_into_the_html_that_outlook_and_iphone_quote() -> None:
    typed = PAGE.replace("of vul in:<br>\nNummer: 14", "<b>weiger 14 te laat</b><br>of vul in:<br>\nNummer: 14")
    for html in (OUTLOOK_HTML.format("Zie hieronder.", typed), IPHONE_HTML.format("Zie hieronder.", typed)):
        found = orders(html_mail(html, "Re: x", **REPLY))
        assert (told(found), found.unclear) == ([("decline", (14,), "te laat")], ("Zie hieronder.",))


def test_of_several_mails_of_ours_the_one_that_is_quoted_best_counts() -> None:
    other = "Uitgevoerd: 1 beslissing\n\n- 12: ok\n"
    assert orders(raw_mail(OUTLOOK + OURS, "Re: x", **REPLY), other, OURS) == Orders()


def test_hostile_lengths_end_soon() -> None:
    many = "ok 12 " * 200_000
    assert plain(many).given == ()
    assert told(plain("ok 12\n" + GMAIL + "> ok 14 weiger\n" * 20_000)) == [("accept", (12,), "")]


# --- Values


def test_one_order_about_a_number_counts_once_and_a_fuller_one_before_a_bare_yes() -> None:
    found = plain("ok 12\nok 12, 14\n12 is Waterland\n")
    assert [(order.verb, number) for order, number in found.single()] == [(Verb.ACCEPT, 14), (Verb.NAME, 12)]


def test_two_different_orders_about_a_number_contradict() -> None:
    found = plain("ok 12\nnegeer 12\nok 14\nok 14\nweiger 15 te laat\nweiger 15 vol\n")
    assert contradicted(found.single()) == {12, 15}
    two_people = plain("Nummer: 12\nNaam: Els Maes\nNummer: 12\nNaam: Tom Claes\n")
    assert (len(two_people.single()), contradicted(two_people.single())) == (2, set())


def test_numbers_in_words() -> None:
    assert [in_words(numbers) for numbers in ([], [3], [4, 3], [7, 1, 2, 3, 9, 10])] == [
        "",
        "3",
        "3, 4",
        "1-3, 7, 9, 10",
    ]


PROGRAMME = Programme(
    "Waterplan",
    "Dienst",
    "tafels@planning.example",
    (
        Table("grondwater", "Bevoorrading uit grondwater"),
        Table("hemelwater", "Bevoorrading uit hemelwater", ("regenwater",)),
        Table("audit", "Wateraudit"),
    ),
)


@pytest.mark.parametrize(
    ("words", "ids", "strange"),
    [
        ("hemelwater, grondwater", ("grondwater", "hemelwater"), ()),
        ("Regenwater en wateraudit", ("hemelwater", "audit"), ()),
        ("alle", ("grondwater", "hemelwater", "audit"), ()),
        ("alle tafels", ("grondwater", "hemelwater", "audit"), ()),
        ("grondwater; zeewater", ("grondwater",), ("zeewater",)),
        ("niet grondwater", (), ("niet grondwater",)),
        ("", (), ()),
    ],
)
def test_the_tables_of_a_form(words: str, ids: tuple[str, ...], strange: tuple[str, ...]) -> None:
    assert tables_of(words, PROGRAMME) == (ids, strange)
