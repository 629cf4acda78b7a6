"""What the evidence of a reading says, stands there: the text of each span is what its source holds at that place."""

import pytest

from mailworker.domain.request import Source
from mailworker.reading.understand import Knowledge, Understanding, understand
from tests import accuracy
from tests.reading.letter_cases import Case, cases


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return accuracy.knowledge()


def _source(understanding: Understanding, source: Source) -> str:
    sender = understanding.inbound.sender
    return {
        Source.OWN: understanding.body.text,
        Source.SIGNATURE: understanding.body.text,
        Source.SUBJECT: understanding.inbound.subject,
        Source.FROM: sender.name if sender is not None else "",
        Source.DOMAIN: sender.address if sender is not None else "",
    }[source]


@pytest.mark.parametrize("case", cases()[::4], ids=lambda case: case.name)
def test_a_span_holds_the_text_that_it_shows(case: Case, knowledge: Knowledge) -> None:
    understanding = understand(case.raw, knowledge)
    for one in understanding.reading.evidence:
        shown = _source(understanding, one.source)[one.start : one.end]
        assert (shown, bool(one.text.strip())) == (one.text, True)
