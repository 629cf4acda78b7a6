"""What staff type into the very mails that we send them: the templates and the reader of orders know each other."""

import re
from datetime import UTC, datetime

import pytest

from mailworker.domain.digest_specimens import digest_specimens
from mailworker.domain.orders import Filled, Orders, Verb
from mailworker.message.body import read_body
from mailworker.message.inbound import Address, parse
from mailworker.message.outgoing import Outgoing, compose
from mailworker.reading.layout.written import texts_of
from mailworker.reading.staff_orders.orders import read_orders
from mailworker.rendering import Rendered, Service, Templates
from tests.message.writing import html_mail, raw_mail
from tests.test_digest_words import PROGRAMME

TEMPLATES = Templates(None, PROGRAMME, Service("Dienst"))
BUSY = TEMPLATES.render_digest(digest_specimens(PROGRAMME)["a busy day"])
REPLY = {"In_Reply_To": "<digest.1@ours.example>", "sender": "An Claes <an.claes@dienst.example>"}
OUTLOOK = """\

________________________________
Van: Dienst <tafels@planning.example>
Verzonden: maandag 5 juli 2021 7:30
Aan: An Claes <an.claes@dienst.example>
Onderwerp: Werktafels 5/7

"""
FORM = "Naam: Jan Peeters\nOrganisatie: Aquafin\nTafels: grondwater\n"
FILLED = Filled(participant="Jan Peeters", organisation="Aquafin", tables="grondwater")


def composed(words: Rendered) -> bytes:
    return compose(
        Outgoing(
            subject=words.subject,
            text=words.text,
            html=words.html,
            sender=Address("Dienst", "tafels@planning.example"),
            recipient="an.claes@dienst.example",
            message_id="digest.1@planning.example",
            date=datetime(2021, 7, 5, tzinfo=UTC),
            auto_submitted="auto-generated",
        )
    )


def orders(raw: bytes, words: Rendered = BUSY) -> Orders:
    inbound = parse(raw)
    return read_orders(read_body(inbound), inbound.sender, texts_of(composed(words)))


def numbers() -> list[int]:
    """The numbers of the held mails that the digest offers a decision about."""
    found = re.findall(r"“negeer (\d+)”", BUSY.text)
    return [int(number) for number in found]


def marked(text: str) -> str:
    return "\nOp ma 5 jul. 2021 om 07:30 schreef Dienst <tafels@planning.example>:\n\n" + "".join(
        f"> {line}\n" for line in text.splitlines()
    )


def test_nothing_that_a_digest_says_is_an_order() -> None:
    for quoted in (OUTLOOK + BUSY.text, marked(BUSY.text), OUTLOOK + BUSY.text.replace("\n", "\n\n")):
        assert orders(raw_mail("Bedankt!" + quoted, "Re: Werktafels", **REPLY)).given == ()
    head = "<b>Van:</b> Dienst &lt;a@b.example&gt;<br><b>Verzonden:</b> 5 juli 2021 7:30<br><b>Aan:</b> An"
    assert orders(html_mail(f"<p>Bedankt!</p><hr><p>{head}</p>{BUSY.html}", "Re: Werktafels", **REPLY)).given == ()


@pytest.mark.parametrize("index", range(len(numbers())))
def test_a_form_typed_under_an_item_is_about_that_item(index: int) -> None:
    number = numbers()[index]
    lines = BUSY.text.split("\n")
    (at,) = [place for place, line in enumerate(lines) if f"“negeer {number}”" in line]
    typed = "\n".join([*lines[: at + 1], FORM, *lines[at + 1 :]])
    html = BUSY.html
    where = html.index("</p>", html.index(f"“negeer {number}”")) + 4
    page = f"{html[:where]}<p>{FORM.strip().replace(chr(10), '<br>')}</p>{html[where:]}"
    head = '<div class="gmail_attr">Op ma 5 jul. 2021 om 07:30 schreef Dienst &lt;a@b.example&gt;:</div>'
    gmail = f'<div class="gmail_quote">{head}<blockquote class="gmail_quote">{page}</blockquote></div>'
    last = "".join(f"> {line}\n" for line in lines[at + 1 :])
    for raw in (
        raw_mail(OUTLOOK + typed, "Re: Werktafels", **REPLY),
        raw_mail(marked("\n".join(lines[: at + 1])) + f"\n{FORM}\n{last}", "Re: Werktafels", **REPLY),
        html_mail(gmail, "Re: Werktafels", **REPLY),
    ):
        found = orders(raw)
        assert [(order.verb, order.numbers, order.filled) for order in found.given] == [
            (Verb.FILL_IN, (number,), FILLED)
        ]


def test_a_form_under_the_whole_digest_is_about_nothing_and_told_back() -> None:
    found = orders(raw_mail(marked(BUSY.text) + "\n" + FORM, "Re: Werktafels", **REPLY))
    assert (found.given, found.unclear) == ((), (FORM.strip().replace("\n", " / "),))


def test_orders_typed_into_the_html_of_a_digest() -> None:
    number = numbers()[0]
    html = BUSY.html
    where = html.index("</p>", html.index(f"“negeer {number}”")) + 4
    page = f"{html[:where]}<p>ok {number}</p>{html[where:]}"
    quoted = f'<div>Zie onder</div><blockquote type="cite">{page}</blockquote>'
    assert [(o.verb, o.numbers) for o in orders(html_mail(quoted, "Re: Werktafels", **REPLY)).given] == [
        (Verb.ACCEPT, (number,))
    ]
