"""The ordered gates before a mail is read, the shape of `explain --json`, and mails that are meant to hurt."""

from dataclasses import replace
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailworker.domain.request import Outcome
from mailworker.reading.naming.table_names import vocabulary
from mailworker.reading.naming.tables import read_tables
from mailworker.reading.understand import Knowledge, explanation, understand
from tests import accuracy

_KNOWLEDGE = accuracy.knowledge()
_WISH = "Beste,\n\nGraag schrijf ik mij in voor de werktafel grondwater.\n\nEls Maes\nAquafin\n"


def _mail(text: str = _WISH, sender: str = "Els Maes <els.maes@aquafin.be>", **headers: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = sender, "toezichtdrinkwater@vmm.be"
    message["Subject"] = headers.pop("subject", "inschrijving")
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return bytes(message)


def test_a_plain_wish_is_handled() -> None:
    said = explanation(understand(_mail(), _KNOWLEDGE), "a.eml")
    assert said["outcome"] == "handle"
    assert said["requests"] == [
        {"action": "register", "participant": "Els Maes", "organisation": "Aquafin", "tables": ["grondwater"]}
    ]


def test_an_explanation_has_exactly_the_keys_of_its_contract() -> None:
    said = explanation(understand(_mail(), _KNOWLEDGE), "a.eml")
    assert set(said) == {"file", "outcome", "requests", "missing", "question", "why", "evidence"}


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"List_Id": "<news.list.test>", "List_Unsubscribe": "<mailto:x@list.test>", "Precedence": "bulk"},
    ],
    ids=["automatic", "list"],
)
def test_a_machine_is_never_answered_whatever_it_says(headers: dict[str, str]) -> None:
    reading = understand(_mail(**headers), _KNOWLEDGE).reading
    assert reading.outcome is Outcome.IGNORE
    assert reading.rule != ""


def test_a_sender_that_fails_authentication_is_held() -> None:
    knowledge = Knowledge(_KNOWLEDGE.programme, _KNOWLEDGE.directory, _KNOWLEDGE.ourselves, frozenset({"mx.vmm.be"}))
    raw = _mail(Authentication_Results="mx.vmm.be; dmarc=fail header.from=aquafin.be")
    reading = understand(raw, knowledge).reading
    assert (reading.outcome, reading.rule) == (Outcome.REVIEW, "dmarc")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Ik schrijf mij in voor grondwater, mits mijn directie akkoord gaat.", "conditional wish"),
        ("Witam, chcialbym zapisac sie na stol, prosze o potwierdzenie oraz dziekuje i pozdrawiam.", "language"),
        ("In bijlage vindt u het ingevulde inschrijvingsformulier met onze deelnemers.", "attachment"),
    ],
)
def test_a_mail_that_a_person_must_see_is_held_with_its_reason(text: str, rule: str) -> None:
    reading = understand(_mail(f"Beste,\n\n{text}\n\nEls Maes\n", subject="bericht"), _KNOWLEDGE).reading
    assert (reading.outcome, reading.rule) == (Outcome.REVIEW, rule)


@given(st.binary(max_size=2000))
@settings(max_examples=60, deadline=None)
def test_no_bytes_make_the_readers_raise(raw: bytes) -> None:
    assert isinstance(understand(raw, _KNOWLEDGE).reading.outcome, Outcome)


@given(st.text(max_size=800))
@settings(max_examples=60, deadline=None)
def test_no_text_makes_the_readers_raise(text: str) -> None:
    raw = b"From: a@b.test\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text.encode(
        "utf-8", "replace"
    )
    assert isinstance(understand(raw, _KNOWLEDGE).reading.outcome, Outcome)


@given(
    st.sampled_from(["Jan Peeters", "An Van den Broeck", "Özlem Yıldız", "Jean-Pierre D'Hondt", "Lotte Claes-Maes"]),
    st.sampled_from(["grondwater", "hemelwater", "oppervlaktewater", "grondwatter", "opervlaktewater"]),
    st.sampled_from(
        [
            "Graag schrijf ik mijn collega {name} in voor de werktafel {table}.",
            "Voor de werktafel {table} vaardigen wij {name} af.",
            "{name} zal ons vertegenwoordigen aan de tafel {table}.",
            "Onze afgevaardigde voor {table} is {name}.",
        ]
    ),
)
@settings(max_examples=60, deadline=None)
def test_names_and_tables_are_read_in_any_order_and_with_typing_errors(name: str, table: str, sentence: str) -> None:
    raw = _mail(f"Beste,\n\n{sentence.format(name=name, table=table)}\n\nMet vriendelijke groeten\nEls Maes\nAquafin\n")
    requests = understand(raw, _KNOWLEDGE).reading.requests
    meant = {"grondwatter": "grondwater", "opervlaktewater": "oppervlaktewater"}.get(table, table)
    assert [(r.participant, r.organisation, r.tables) for r in requests] == [(name, "Aquafin", (meant,))]


def test_a_programme_without_words_is_read_by_its_ids_and_names() -> None:
    programme = _KNOWLEDGE.programme
    bare = replace(programme, tables=tuple(replace(table, words=()) for table in programme.tables))
    text = "graag de werktafels grondwater en hemelwater"
    assert read_tables(text, text, vocabulary(bare)).ids() == {"grondwater", "hemelwater"}
