"""Our own mail in an answer is never the sender's words, marked as a quotation or not."""

import textwrap
from datetime import UTC, datetime

import pytest

from mailworker import wiring
from mailworker.domain.notice import Notice
from mailworker.domain.request import Outcome
from mailworker.domain.specimens import specimens
from mailworker.message.body import Body, Label, Span
from mailworker.message.ours import without_ours
from mailworker.reading.understand import understand
from mailworker.resources import shipped
from mailworker.settings import load
from tests.stories.conftest import mail

SETTINGS = load(shipped("config") / "mailworker.toml", {})
TEMPLATES, KNOWLEDGE = wiring.templates(SETTINGS), wiring.knowledge(SETTINGS)
NOTICES = specimens(SETTINGS.programme)
NOW = datetime(2021, 7, 5, tzinfo=UTC)
JAN = "Jan Peeters <jan.peeters@aquafin.be>"


def own(text: str) -> Body:
    return Body(text, (Span(Label.OWN, 0, len(text)),))


@pytest.mark.parametrize("name", NOTICES)
def test_none_of_our_mails_asks_for_anything_when_it_comes_back_unmarked_below_a_thank_you(name: str) -> None:
    rendered = TEMPLATES.render(NOTICES[name], NOW)
    for body in (rendered.text, rendered.text.replace("\n\n", "\n")):
        reading = understand(mail(JAN, f"Bedankt!\n\n{body}", "Re: Werktafels [WT-7K3Q]"), KNOWLEDGE).reading
        assert reading.outcome is Outcome.REVIEW


@pytest.mark.parametrize("name", NOTICES)
def test_what_comes_back_of_our_mail_without_its_beginning_is_ours_all_the_same(name: str) -> None:
    text = TEMPLATES.render(NOTICES[name], NOW).text
    paragraphs = text.split("\n\n")
    for first in range(1, len(paragraphs)):
        rest = "\n\n".join(paragraphs[first:])
        for written in (
            rest,
            rest.replace("\n\n", "\n"),
            "\n".join(textwrap.fill(line, 72) for line in rest.split("\n")),
        ):
            assert without_ours(own(f"Bedankt!\n\n{written}"), [text]).own.strip() == "Bedankt!"


def test_an_answer_typed_between_the_lines_of_our_question_stays_the_senders() -> None:
    text = TEMPLATES.render(NOTICES["question about everything"], NOW).text
    _, _, asked = text.partition("1. ")
    answered = asked.replace("\n2. ", "\nJan Peeters\n2. ").replace("\n3. ", "\nAquafin\n3. ")
    body = without_ours(own(f"Zie onder.\n\n1. {answered}"), [text])
    assert body.own.split() == ["Zie", "onder.", "Jan", "Peeters", "Aquafin"]


@pytest.mark.parametrize("word", ["hemelwater", "grondwater en de audit aub"])
def test_an_answer_typed_between_the_marked_lines_of_our_question_stays_the_senders(word: str) -> None:
    text = TEMPLATES.render(NOTICES["question"], NOW).text
    marked = textwrap.indent(text, "> ", lambda _: True)
    for lead in ("", "Op ma 5 jul. 2021 om 11:02 schreef VMM <toezichtdrinkwater@vmm.be>:\n\n"):
        answer = lead + marked.replace("deel?\n", f"deel?\n\n{word}\n\n", 1)
        understood = understand(mail(JAN, answer, "Re: x"), KNOWLEDGE, lambda _: [text])
        assert understood.body.own.strip() == word


def test_the_headings_of_our_mails_ask_for_nothing_where_nobody_knows_what_was_sent() -> None:
    text = TEMPLATES.render(NOTICES["confirmation"], NOW).text
    part = text[text.index("OVERZICHT") : text.index("Met vriendelijke")]
    reading = understand(mail(JAN, f"Bedankt voor de bevestiging!\n\n{part}", "Re: x"), KNOWLEDGE).reading
    assert reading.outcome is Outcome.REVIEW


def test_the_answer_above_our_unmarked_question_is_still_read() -> None:
    notice: Notice = NOTICES["question"]
    text = TEMPLATES.render(notice, NOW).text
    reading = understand(mail(JAN, f"Hemelwater aub, voor Jan Peeters.\n\n{text}", "Re: x"), KNOWLEDGE).reading
    assert [request.tables for request in reading.requests] == [("hemelwater",)]


def test_what_stands_below_our_mail_is_the_senders_again() -> None:
    text = TEMPLATES.render(NOTICES["confirmation"], NOW).text
    body = without_ours(own(f"Bedankt!\n\n{text}\nEn ook grondwater graag.\n"))
    assert body.own.split() == ["Bedankt!", "En", "ook", "grondwater", "graag."]


def test_words_of_an_operators_own_template_are_known_by_what_was_sent() -> None:
    sent = "Dag Jan, je bent ingeschreven voor grondwater en wateraudit.\n\nTot dan!\nHet team\n"
    body = without_ours(own(f"Top.\n\n{sent}"), [sent])
    assert body.own.strip() == "Top."
    assert without_ours(own("Top.\n\nTot dan!\n"), [sent]).own == "Top.\n\nTot dan!\n"


def test_a_table_that_our_mail_names_too_stays_the_senders_word() -> None:
    text = TEMPLATES.render(NOTICES["question"], NOW).text
    answer = own("Bevoorrading uit grondwater\n")
    assert without_ours(answer, [text]) == answer
