"""What the sentences of a mail wish for: sections, ticks, exclusive wishes, talk, the others, the first of two."""

from email.message import EmailMessage
from functools import cache

import pytest

from mailworker.message import inbound
from mailworker.message.body import read_body
from mailworker.reading.choice.choosing import Chosen, choose
from mailworker.reading.context import Context, context_of
from mailworker.reading.understand import Knowledge
from tests import accuracy

_SHORT = {"gw": "grondwater", "aw": "afvalwater", "ow": "oppervlaktewater", "hw": "hemelwater", "wa": "wateraudit"}


@cache
def _knowledge() -> Knowledge:
    return accuracy.knowledge()


def _context(text: str) -> Context:
    message = EmailMessage()
    message["From"], message["To"] = "Els Maes <els.maes@aquafin.be>", "toezichtdrinkwater@vmm.be"
    message["Subject"] = "bericht"
    message.set_content(f"Beste,\n\n{text}\n\nMet vriendelijke groeten\nEls Maes\nAquafin\n")
    parsed = inbound.parse(bytes(message))
    known = _knowledge()
    return context_of(parsed, read_body(parsed), known.programme, known.directory)


def _chosen(text: str) -> Chosen:
    context = _context(text)
    return choose(context.said, context.answers_us, context.words)


def _wished(text: str) -> frozenset[str]:
    return frozenset(i for pairs in _chosen(text).of.values() for mention, _ in pairs for i in mention.ids)


def _ids(short: str) -> frozenset[str]:
    return frozenset(_SHORT[word] for word in short.split())


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("Grondwater. Wij sturen niemand. Afvalwater. Hier kom ik zelf.", "aw"),
        ("Grondwater\nEen boeiend thema.\n\nHemelwater\nDaarvoor kom ik graag.", "hw"),
        ("Grondwater\nIk kom.\n\nHemelwater\nOok hier neem ik deel.", "gw hw"),
        ("Ik kom naar:\n- grondwater: wij pompen\n- hemelwater: wij vangen op", "gw hw"),
    ],
)
def test_in_a_letter_by_table_each_section_decides_about_its_own(text: str, wished: str) -> None:
    assert _wished(text) == _ids(wished)


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("grondwater: x\nafvalwater:\nhemelwater: x", "gw hw"),
        ("grondwater: Els Maes\nafvalwater: /\nhemelwater: niemand", "gw"),
        ("grondwater: neen, dat doen anderen\nhemelwater: ja", "hw"),
        ("v grondwater\nx afvalwater\nv hemelwater", "gw hw"),
        ("grondwater ... Els Maes\nafvalwater ... nog niemand", "gw"),
        ("grondwater -> ik\nafvalwater -> /", "gw"),
    ],
)
def test_a_line_with_a_stroke_or_a_no_behind_its_table_is_not_chosen(text: str, wished: str) -> None:
    assert _wished(text) == _ids(wished)


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("Grondwater en hemelwater boeien mij. Ik schrijf mij enkel in voor grondwater.", "gw"),
        ("Mijn chef zag mij op hemelwater. Daar heb ik voor bedankt. Ik kom naar grondwater.", "gw"),
        ("Wij beperken ons tot één tafel: grondwater. Noteer mij.", "gw"),
        ("Ik schrijf mij in voor grondwater. Ook hemelwater graag.", "gw hw"),
    ],
)
def test_an_exclusive_wish_leaves_nothing_beside_it(text: str, wished: str) -> None:
    assert _wished(text) == _ids(wished)


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("Farys, dat zelf hemelwater volgt, werkt met ons samen. Ik kom naar grondwater.", "gw"),
        ("Wij volgen hemelwater via Vlario op. Voor grondwater schrijf ik mij in.", "gw"),
        ("Wie bij hemelwater zit, weet ik niet. Ik kom naar grondwater.", "gw"),
        ("Ik twijfelde tussen grondwater en hemelwater. Het wordt grondwater, noteer mij.", "gw"),
        ("Ik wens u succes met hemelwater en kom zelf naar grondwater.", "gw"),
    ],
)
def test_what_is_only_told_of_a_table_is_no_wish(text: str, wished: str) -> None:
    assert _wished(text) == _ids(wished)


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("Bij grondwater zit al iemand; op alle andere tafels mag u mij inschrijven.", "aw ow hw wa"),
        ("Grondwater sla ik over, de vier andere volg ik graag.", "aw ow hw wa"),
        ("Wij kennen grondwater en hemelwater. Schrijf mij voor beide in.", "gw hw"),
        ("Tussen grondwater en hemelwater kies ik voor het laatste.", "hw"),
        ("Schrijf mij in voor grondwater. De andere tafels laat ik aan anderen.", "gw"),
    ],
)
def test_tables_may_be_told_by_what_was_said_before(text: str, wished: str) -> None:
    assert _wished(text) == _ids(wished)


def test_what_stays_as_it_is_is_kept_and_not_wished_for() -> None:
    chosen = _chosen("Ik blijf enkel bij grondwater, hemelwater mag u schrappen.")
    assert (chosen.kept, _wished("Ik blijf enkel bij grondwater, hemelwater mag u schrappen.")) == (
        {"grondwater"},
        _ids("hw"),
    )


def test_one_of_the_tables_is_not_the_table_of_the_small_print() -> None:
    text = "Graag sluit ik aan bij een van de werktafels.\n\nConfidential. Aquafin: wastewater treatment."
    assert _wished(text) == frozenset()


def test_a_greeting_and_the_name_under_a_mail_are_not_its_words() -> None:
    context = _context("Graag hemelwater.")
    assert [one.unit.text for one in context.said] == ["Graag hemelwater."]


def test_columns_two_spaces_apart_below_headings_are_a_table() -> None:
    context = _context("Naam  Tafel\nJan Peeters  grondwater\nAn Sels  hemelwater")
    assert [(r.people[0][0], r.tables[0][0].ids) for r in context.records] == [
        ("Jan Peeters", ("grondwater",)),
        ("An Sels", ("hemelwater",)),
    ]


def test_a_table_with_a_column_for_each_person_gives_each_their_tables() -> None:
    context = _context("Tafel\tJan Peeters\tAn Sels\ngrondwater\tx\t\nhemelwater\t\tx")
    assert [(r.people[0][0], [i for m, _ in r.tables for i in m.ids]) for r in context.records] == [
        ("Jan Peeters", ["grondwater"]),
        ("An Sels", ["hemelwater"]),
    ]
