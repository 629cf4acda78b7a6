"""The second look: what a mail does not bear out is held with its reason, and what it says plainly passes.

In held.tsv a line is the rule, what was understood (wrongly) and the mail; in passes.tsv what was understood (rightly)
and the mail. "R", "C" and "P" are register, cancel and replace, as in the letters; Els Maes of Aquafin writes.
"""

from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailworker.domain.request import Action, Request
from mailworker.message import inbound
from mailworker.message.body import read_body
from mailworker.reading.context import context_of
from mailworker.reading.second_look.look import looked_at_again
from mailworker.reading.wish import Doubt
from tests import accuracy

_LINES = Path(__file__).parent / "second_look"
_KNOWLEDGE = accuracy.knowledge()
_ACTIONS = {"R": Action.REGISTER, "C": Action.CANCEL, "P": Action.REPLACE}


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (_LINES / name).read_text("utf-8").splitlines() if line]


def _requests(text: str) -> list[Request]:
    found = []
    for piece in text.split(" + "):
        action, _, rest = piece.partition(" ")
        who, _, tables = rest.partition(": ")
        name, _, newcomer = who.partition(">")
        found.append(Request(_ACTIONS[action], name, "Aquafin", tuple(tables.split("+")), newcomer or None))
    return found


def _second_look(text: str, requests: list[Request], subject: str = "bericht") -> Doubt | None:
    message = EmailMessage()
    message["From"], message["To"] = "Els Maes <els.maes@aquafin.be>", "toezichtdrinkwater@vmm.be"
    message["Subject"] = subject
    message.set_content(f"Beste,\n\n{text}\n\nMet vriendelijke groeten\nEls Maes\nAquafin\n")
    parsed = inbound.parse(bytes(message))
    context = context_of(parsed, read_body(parsed), _KNOWLEDGE.programme, _KNOWLEDGE.directory)
    return looked_at_again(context, requests)


@pytest.mark.parametrize(("rule", "understood", "text"), _rows("held.tsv"), ids=lambda value: value[:60])
def test_what_the_mail_does_not_bear_out_is_held(rule: str, understood: str, text: str) -> None:
    doubt = _second_look(text.replace("\\n", "\n"), _requests(understood))
    assert doubt is not None
    assert doubt.rule == rule


@pytest.mark.parametrize(("understood", "text"), _rows("passes.tsv"), ids=lambda value: value[:60])
def test_what_the_mail_says_plainly_passes(understood: str, text: str) -> None:
    assert _second_look(text.replace("\\n", "\n"), _requests(understood)) is None


def test_a_subject_that_names_other_tables_than_were_understood_is_held() -> None:
    doubt = _second_look("Ik neem deel aan grondwater.", _requests("R Els Maes: grondwater"), "tafel hemelwater")
    assert doubt is not None
    assert doubt.rule == "subject and text differ"


@pytest.mark.parametrize(
    "organisation",
    ["Pour les Papeteries du Senne", "Kwekerij Ter Beke BVBA in Wetteren", "Hoeve Ter Linden te Zulte", "Polder doet"],
)
def test_what_is_no_name_of_an_organisation_is_held(organisation: str) -> None:
    requests = [Request(Action.REGISTER, "Els Maes", organisation, ("grondwater",))]
    doubt = _second_look("Ik schrijf mij in voor grondwater.", requests)
    assert doubt is not None
    assert doubt.rule == "unclear organisation"


@pytest.mark.parametrize(
    "organisation", ["Boerenhof De Linde", "Van Damme Watertechniek", "Instituut voor Natuur en Bos"]
)
def test_an_organisation_that_we_do_not_know_passes(organisation: str) -> None:
    requests = [Request(Action.REGISTER, "Els Maes", organisation, ("grondwater",))]
    assert _second_look(f"Namens {organisation} schrijf ik mij in voor grondwater.", requests) is None


def test_what_is_incomplete_is_only_asked_about() -> None:
    requests = [
        Request(Action.REGISTER, "Els Maes", "Aquafin", ("grondwater",)),
        Request(Action.REGISTER, None, "Aquafin", ("hemelwater",)),
    ]
    text = "Ik kom naar grondwater. Wie naar hemelwater gaat, weten we nog niet."
    assert _second_look(text, requests) is None
    assert _second_look(f"{text} Grondwater toch niet.", requests[1:]) is None


_PIECES = (
    "grondwater hemelwater tafel niet neen , . : ; ( ) > => - / [x] [ ] ik Els Maes Jan Peeters of en als dan vervangt "
    "schrap van naar alle vijf zelf ? 12 straat"
)
_WORDS = st.sampled_from([*_PIECES.split(), "\n"])


@given(
    st.lists(_WORDS, max_size=40).map(" ".join) | st.text(max_size=200),
    st.text(max_size=20),
    st.sampled_from(list(Action)),
)
@settings(max_examples=120, deadline=None)
def test_no_mail_and_no_request_make_it_raise(text: str, name: str, action: Action) -> None:
    requests = [
        Request(action, name, name, ("grondwater", "hemelwater"), name),
        Request(Action.REGISTER, "Els Maes", "Aquafin", ("hemelwater",)),
    ]
    doubt = _second_look(text.encode("utf-8", "replace").decode(), requests)
    assert doubt is None or doubt.why.endswith(".")
