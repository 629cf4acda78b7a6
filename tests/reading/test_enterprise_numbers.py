"""An enterprise number under a mail tells the organisation, and is nothing else: no name, no table."""

from dataclasses import replace
from email.message import EmailMessage

import pytest

from mailworker.domain.organisation import Directory, Organisation
from mailworker.domain.request import Outcome, Request
from mailworker.reading.understand import understand
from tests import accuracy

NUMBER = "BE 0123.456.749"


def _requests(text: str, address: str = "lies.maes@telenet.be") -> tuple[Outcome, list[tuple[str | None, ...]]]:
    knowledge = accuracy.knowledge()
    numbered = Organisation("Zandpoort Hydro", ("ZPH",), (), ("0123456749",))
    known = (*knowledge.directory.organisations, numbered)
    directory = Directory(known, knowledge.directory.shared_domains)
    message = EmailMessage()
    message["From"], message["To"] = f"Lies Maes <{address}>", "toezichtdrinkwater@vmm.be"
    message["Subject"] = "inschrijving"
    message.set_content(text)
    reading = understand(bytes(message), replace(knowledge, directory=directory)).reading
    return reading.outcome, [_shown(request) for request in reading.requests]


def _shown(request: Request) -> tuple[str | None, ...]:
    return (request.participant, request.organisation, *request.tables)


@pytest.mark.parametrize(
    "signature",
    [
        f"Lies Maes\nBTW {NUMBER}",
        "Lies Maes | Zandpoort Waterbeheer | ondernemingsnr. 0123.456.749",
        "Lies Maes\nZandpoort Waterbeheer BV\nKBO 0123456749 - tel. 0475 12 34 56",
        f"Lies Maes\nZPH\n{NUMBER}",
    ],
)
def test_a_number_in_the_signature_tells_the_organisation_under_any_name(signature: str) -> None:
    text = f"Beste,\n\nGraag schrijf ik mij in voor de werktafel grondwater.\n\nMet vriendelijke groeten\n{signature}\n"
    assert _requests(text) == (Outcome.HANDLE, [("Lies Maes", "Zandpoort Hydro", "grondwater")])


def test_a_number_that_nobody_bears_is_no_organisation_no_name_and_no_table() -> None:
    text = (
        "Beste,\n\nGraag schrijf ik mij in voor de werktafel grondwater.\n\n"
        "Met vriendelijke groeten\nLies Maes\nBTW BE 0403.091.220\n"
    )
    assert _requests(text) == (Outcome.ASK, [("Lies Maes", None, "grondwater")])
    text = text.replace("grondwater", "grondwater namens Aquafin")
    assert _requests(text) == (Outcome.HANDLE, [("Lies Maes", "Aquafin", "grondwater")])


def test_a_known_name_in_the_signature_goes_before_the_number_of_another() -> None:
    text = f"Schrijf mij in voor grondwater.\n\nMet vriendelijke groeten\nLies Maes\nAquafin\n{NUMBER}\n"
    outcome, requests = _requests(text, "lies.maes@aquafin.be")
    assert (outcome, requests) == (Outcome.HANDLE, [("Lies Maes", "Aquafin", "grondwater")])
