"""The words of transcripts and of held mails: what they say, in both media, whatever strangers wrote."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from mailworker.domain.orders import Carried, HeldMail, Orders, Result, Transcript, Verb
from mailworker.domain.orders_specimens import held_specimens, transcript_specimens
from mailworker.domain.request import Action, Request
from mailworker.message.body import Body, Label, Span
from mailworker.reading.staff_orders.orders import read_orders
from mailworker.rendering import Rendered, Service, Templates
from tests.test_digest_words import PROGRAMME, page_text, tags, words

NOW = datetime(2021, 7, 1, tzinfo=UTC)
TEMPLATES = {name: Templates(None, PROGRAMME, Service("Dienst", formality=name)) for name in ("je", "u")}
TRANSCRIPTS, HELD = transcript_specimens(PROGRAMME), held_specimens(PROGRAMME)


def shown(name: str, formality: str = "u") -> Rendered:
    templates = TEMPLATES[formality]
    if name in TRANSCRIPTS:
        return templates.render_transcript(TRANSCRIPTS[name])
    return templates.render_held(HELD[name], NOW)


NAMES = [*TRANSCRIPTS, *HELD]


def test_a_transcript_says_first_how_much_was_done() -> None:
    assert {name: shown(name).text.split("\n", 1)[0] for name in TRANSCRIPTS} == {
        "all is done": "Uitgevoerd: 14 opdrachten.",
        "one thing is done": "Uitgevoerd: 1 opdracht.",
        "some of it is done": "Deels uitgevoerd: 2 van 19 opdrachten.",
        "its answers wait": "Uitgevoerd: 1 opdracht.",
        "some came later": "Uitgevoerd: 1 opdracht.",
        "one came later": "Niets uitgevoerd: 0 van 1 opdracht.",
        "nothing is done": "Niets uitgevoerd: 0 van 1 opdracht.",
        "nothing is understood": "Niets uitgevoerd: 0 van 2 opdrachten.",
        "nothing is ordered": "Niets uitgevoerd: in uw mail staat geen opdracht.",
    }


def test_the_whole_text_of_a_transcript() -> None:
    transcript = Transcript(
        "Re: Werktafels 5/7 [WT-23456789ABCD]",
        (
            Carried(Verb.NAME, Result.DONE, 12, sender="els@x.example", organisation="Aquafin", alias="AQF"),
            Carried(Verb.ACCEPT, Result.UNKNOWN, 99),
        ),
        ("Bel me even",),
    )
    rendered = TEMPLATES["u"].render_transcript(transcript)
    assert rendered.subject == "Re: Werktafels 5/7"
    assert (
        rendered.text
        == """\
Deels uitgevoerd: 1 van 3 opdrachten.

Werktafels Waterplan

DIT IS GEDAAN

- Nr. 12, mail van els@x.example: wordt uitgevoerd voor Aquafin; de afzender krijgt antwoord. “AQF” is voortaan een \
andere naam van Aquafin.

DIT KON NIET

- Nr. 99: dat nummer bestaat niet.

DIT BEGREPEN WE NIET

- “Bel me even”

Schrijf één opdracht per regel, zoals die in onze mails staan.

Bevat persoonsgegevens: alleen voor wie de werktafels organiseert.
"""
    )


def test_answers_that_staff_must_let_go_are_announced() -> None:
    ok = Carried(Verb.ACCEPT, Result.DONE, 12, sender="els@x.example")
    says = "De antwoorden die hierop volgen, vertrekken pas als u ze vrijgeeft"
    told = {
        verb: says in TEMPLATES["u"].render_transcript(Transcript("", (replace(ok, verb=verb),), withheld=True)).text
        for verb in Verb
    }
    assert [verb for verb, tells in told.items() if not tells] == [Verb.DISMISS, Verb.SEND]
    assert says not in TEMPLATES["u"].render_transcript(Transcript("", (ok,))).text


def test_the_form_of_a_held_mail_has_what_was_understood() -> None:
    form = shown("a replacement").text.partition("ontbreekt.\n\n")[2].partition("\n\n")[0]
    assert form.split("\n") == [
        "  Nummer: 12",
        "  Actie: vervangen",
        "  Naam: Jan Peeters",
        "  Vervanger: An d'Hoore",
        "  Organisatie: Aquafin",
        "  Tafels: grondwater, afvalwater",
    ]
    assert "  Actie:\n  Naam:\n  Organisatie:\n  Tafels:\n" in shown("several wishes").text


@pytest.mark.parametrize("name", NAMES)
def test_text_and_html_say_the_same(name: str) -> None:
    for formality in ("je", "u"):
        rendered = shown(name, formality)
        page = page_text(rendered.html)
        assert words(page) == words(rendered.text)
        letters = page.casefold().replace(" ", "")
        lines = [line.strip(" -").casefold().replace(" ", "") for line in rendered.text.split("\n")]
        # The head of an item stands there with its number in another form.
        assert [line for line in lines if line not in letters and not line.startswith("nr.12:")] == []


@pytest.mark.parametrize("name", NAMES)
def test_je_and_u_are_never_mixed(name: str) -> None:
    informal, polite = (shown(name, formality).text.casefold() for formality in ("je", "u"))
    assert words(informal) & {"u", "uw", "wilt"} == set()
    assert words(polite) & {"je", "jij", "jouw"} == set()
    assert len(informal.split("\n")) == len(polite.split("\n"))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_in_them_fetches_or_links(name: str) -> None:
    found = r"<(?:a|img|link|script|iframe|form|input|button|svg|object)\b|url\(|https?:|@import"
    assert re.findall(found, shown(name).html) == []


@pytest.mark.parametrize("name", NAMES)
def test_what_they_say_is_no_order_even_where_a_program_does_not_mark_it_as_quoted(name: str) -> None:
    rendered = shown(name)
    page = LexborHTMLParser(rendered.html).body
    assert page is not None
    for text in (rendered.text, page.text(separator="\n")):
        found = read_orders(Body(text, (Span(Label.QUOTE, 0, len(text)),)), None, (text,))
        assert found == Orders()
    if name in TRANSCRIPTS:
        text = rendered.text
        assert read_orders(Body(text, (Span(Label.OWN, 0, len(text)),)), None, ()).given == ()


HOSTILE = st.text(max_size=60) | st.text(alphabet="a<>&\"'{}%#[]()\r\n\t\x00\x1b\u202e\u2028\u200b.:/@ ", max_size=60)


@given(HOSTILE, HOSTILE)
def test_no_word_of_a_stranger_adds_a_line_or_a_tag(one: str, other: str) -> None:
    for sample in TRANSCRIPTS.values():
        hostile = replace(
            sample,
            subject="x" + one if sample.subject else "",
            carried=tuple(
                replace(
                    carried,
                    sender="x" + one if carried.sender else "",
                    reason="x" + other if carried.reason else "",
                    alias="x" + other if carried.alias else "",
                    organisation=one,
                    said=other,
                )
                for carried in sample.carried
            ),
            unclear=tuple(one for _ in sample.unclear),
        )
        _same_shape(TEMPLATES["u"].render_transcript(sample), TEMPLATES["u"].render_transcript(hostile))
    held = HELD["a replacement"].held
    wish = Request(Action.REPLACE, "x" + one, "x" + other, held.requests[0].tables, "x" + one)
    hostile_held = HeldMail(replace(held, sender="x" + one, subject="x" + other, requests=(wish,)), "mail-12.eml")
    _same_shape(shown("a replacement"), TEMPLATES["u"].render_held(hostile_held, NOW))


def _same_shape(plain: Rendered, hostile: Rendered) -> None:
    assert tags(hostile.html) == tags(plain.html)
    assert len(hostile.text.splitlines()) == len(plain.text.splitlines())
    assert len(hostile.subject.splitlines()) == 1
