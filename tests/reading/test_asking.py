"""Questions, wishes in the form of questions, and questions behind a wish."""

import pytest

from mailworker.reading.intent import intent_of


@pytest.mark.parametrize(
    ("sentence", "asks", "polite"),
    [
        ("kan u mij inschrijven voor xxxxxxxxxx?", False, True),
        ("is het in orde als ik bij xxxxxxxxxx aansluit?", False, True),
        ("ik wou vragen of ik mag meedoen met xxxxxxxxxx.", False, True),
        ("krijg ik hiervan een bevestiging?", False, True),
        ("schrijf mij in voor xxxxxxxxxx en laat mij weten waar de sessies doorgaan.", True, True),
        ("ik kom naar xxxxxxxxxx, wanneer is de eerste sessie?", True, True),
        ("is er nog plaats bij xxxxxxxxxx?", True, False),
        ("graag verneem ik wanneer xxxxxxxxxx samenkomt.", True, False),
        ("ik schrijf mij in voor xxxxxxxxxx.", False, False),
    ],
)
def test_a_sentence_asks_or_wishes_or_both(sentence: str, asks: bool, polite: bool) -> None:
    intent = intent_of(sentence)
    assert (intent.asks, intent.polite) == (asks, polite)


@pytest.mark.parametrize(
    ("sentence", "conditional"),
    [
        ("als de verplaatsing vergoed wordt, wil ik wel komen naar xxxxxxxxxx.", True),
        ("mits de sessies online zijn, kom ik naar xxxxxxxxxx.", True),
        ("ik schrijf me in voor xxxxxxxxxx, als dat nog mogelijk is.", False),
        ("ik schrijf me in voor xxxxxxxxxx. indien u nog vragen heeft, bel gerust.", False),
    ],
)
def test_politeness_is_no_condition(sentence: str, conditional: bool) -> None:
    assert intent_of(sentence).condition is conditional
