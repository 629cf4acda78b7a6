"""More scenarios: what is put right, what crosses, and questions that are answered in other ways than expected."""

from pathlib import Path

import pytest

from tests.stories.conftest import Day
from tests.stories.scenario import (
    ASKED_JAN,
    CANCELLED,
    CONFIRMED,
    ELS,
    JAN,
    LIMIT_2,
    REFUSE,
    TOM,
    WAITING,
    Says,
    Scenario,
    comes,
    leaves,
    play,
)

SCENARIOS = [
    Scenario(
        "a misspelt name is put right and nobody in the line moves",
        [
            comes("Jan Peters", "grondwater", address="jan.peeters@aquafin.be"),
            comes(ELS, "grondwater"),
            Says(JAN, f"Dag, mijn naam is verkeerd gespeld: het is {JAN} en niet Jan Peters.\n\n{JAN}\nAquafin"),
        ],
        [(JAN, "grondwater", CONFIRMED), (ELS, "grondwater", WAITING)],
        answers=3,
    ),
    Scenario(
        "who mistyped their name and writes again does not wait behind themselves",
        [comes("Jan Peters", "grondwater", address="jan.peeters@aquafin.be"), comes(JAN, "grondwater")],
        [(JAN, "grondwater", CONFIRMED)],
    ),
    Scenario(
        "two names that are alike are two people where the secretary registers both",
        [
            Says(
                "Onthaal",
                f"Gelieve {TOM} en Tim Claes van Aquafin in te schrijven voor hemelwater.\n\nOnthaal Aquafin",
                "info@aquafin.be",
            )
        ],
        [(TOM, "hemelwater", CONFIRMED), ("Tim Claes", "hemelwater", WAITING)],
        answers=1,
    ),
    Scenario(
        "who waits is replaced, and the newcomer takes over the position in the line",
        [
            comes(JAN, "grondwater"),
            comes(ELS, "grondwater"),
            comes(TOM, "grondwater"),
            Says(ELS, "Ann Vos vervangt mij aan de tafel grondwater.\n\nEls Maes\nAquafin"),
            leaves(JAN, "grondwater"),
        ],
        [
            (JAN, "grondwater", CANCELLED),
            (ELS, "grondwater", CANCELLED),
            (TOM, "grondwater", WAITING),
            ("Ann Vos", "grondwater", CONFIRMED),
        ],
    ),
    Scenario(
        "a colleague who registers by herself crosses the mail that puts her in the place",
        [
            comes(JAN, "grondwater"),
            comes(ELS, "grondwater"),
            Says(JAN, f"{ELS} vervangt mij aan de tafel grondwater.\n\n{JAN}\nAquafin"),
        ],
        [(JAN, "grondwater", CANCELLED), (ELS, "grondwater", CONFIRMED)],
        together=True,
        answers=4,
    ),
    Scenario(
        "a newcomer whose address is given hears of the place and may hand it on",
        [
            comes(JAN, "grondwater"),
            Says(JAN, f"{ELS} (els.maes@aquafin.be) vervangt mij aan de tafel grondwater.\n\n{JAN}\nAquafin"),
            Says(ELS, f"{TOM} vervangt mij aan de tafel grondwater.\n\n{ELS}\nAquafin", answers=True),
        ],
        [(JAN, "grondwater", CANCELLED), (ELS, "grondwater", CANCELLED), (TOM, "grondwater", CONFIRMED)],
        answers=4,
    ),
    Scenario(
        "the same replacement twice changes nothing the second time",
        [
            comes(JAN, "grondwater"),
            Says(JAN, f"{ELS} vervangt mij aan de tafel grondwater.\n\n{JAN}\nAquafin"),
            Says(JAN, f"{ELS} vervangt mij aan de tafel grondwater.\n\n{JAN}\nAquafin", subject="Nogmaals"),
        ],
        [(JAN, "grondwater", CANCELLED), (ELS, "grondwater", CONFIRMED)],
        answers=3,
    ),
    Scenario(
        "who gives up and comes back within one poll stands at the end of the line",
        [
            comes(JAN, "grondwater"),
            comes(ELS, "grondwater"),
            comes(TOM, "grondwater"),
            leaves(ELS, "grondwater"),
            comes(ELS, "grondwater", subject="Toch"),
            leaves(JAN, "grondwater"),
        ],
        [(JAN, "grondwater", CANCELLED), (TOM, "grondwater", CONFIRMED), (ELS, "grondwater", WAITING)],
        together=True,
    ),
    Scenario(
        "a whole wish for a colleague while our question is open is carried out and the question is not repeated",
        [
            Says("Onthaal", f"Graag een plaats aan een werktafel voor {JAN}.\n\nOnthaal Aquafin", "info@aquafin.be"),
            Says("Onthaal", f"{ELS} neemt deel aan hemelwater.\n\nOnthaal Aquafin", "info@aquafin.be", subject="Els"),
            Says("Onthaal", "Grondwater graag.\n\nOnthaal Aquafin", "info@aquafin.be", answers=True),
        ],
        [(ELS, "hemelwater", CONFIRMED), (JAN, "grondwater", CONFIRMED)],
        answers=3,
    ),
    Scenario(
        "our question about one person is answered by a colleague, who says everything",
        [
            Says(JAN, f"Ik neem graag deel aan een werktafel.\n\n{JAN}\nAquafin"),
            Says(ELS, f"{JAN} neemt deel aan hemelwater.\n\nEls Maes\nAquafin"),
        ],
        [(JAN, "hemelwater", CONFIRMED)],
        answers=2,
    ),
    Scenario(
        "our question who comes is answered with nothing but a colleague's name",
        [
            Says(JAN, "Wij nemen deel aan hemelwater met een collega van ons.\n\nJan Peeters\nAquafin"),
            Says(JAN, "Mia De Backer", answers=True),
        ],
        [("Mia De Backer", "hemelwater", CONFIRMED)],
        answers=2,
    ),
    Scenario(
        "the whole wish anew for another organisation goes before what we asked about",
        [
            Says(JAN, "Ik neem graag deel aan een werktafel voor Natuurpunt.\n\nJan Peeters", "jan@telenet.be"),
            Says(JAN, "Graag inschrijven voor hemelwater.\n\nJan Peeters\nAquafin", "jan@telenet.be"),
        ],
        [(JAN, "hemelwater", CONFIRMED)],
        answers=2,
    ),
    Scenario(
        "who has two addresses cancels from the one that the secretary gave",
        [
            Says(
                "Onthaal",
                f"Gelieve {ELS} (els.maes@aquafin.be) van Aquafin in te schrijven voor grondwater.\n\nOnthaal Aquafin",
                "info@aquafin.be",
            ),
            leaves(ELS, "grondwater", address="els.maes@telenet.be"),
            leaves(ELS, "grondwater"),
        ],
        [(ELS, "grondwater", CANCELLED)],
        answers=4,
    ),
    Scenario(
        "three seats and two places for each organisation: the limit counts before the table is full",
        [
            comes(JAN, "grondwater"),
            comes(ELS, "grondwater"),
            comes(TOM, "grondwater"),
            leaves(JAN, "grondwater"),
            comes("Ann Vos", "grondwater"),
        ],
        [
            (JAN, "grondwater", CANCELLED),
            (ELS, "grondwater", CONFIRMED),
            (TOM, "grondwater", CONFIRMED),
            ("Ann Vos", "grondwater", WAITING),
        ],
        programme=LIMIT_2,
    ),
    Scenario(
        "without a waiting list who comes second is refused, and may ask again once the place is free",
        [
            comes(JAN, "grondwater"),
            comes(ELS, "grondwater"),
            leaves(JAN, "grondwater"),
            comes(TOM, "grondwater"),
            comes(ELS, "grondwater", subject="Nu wel?"),
        ],
        [(JAN, "grondwater", CANCELLED), (TOM, "grondwater", CONFIRMED)],
        programme=REFUSE,
        answers=5,
    ),
    Scenario(
        "a newcomer hears of the place at the address that they wrote from about another table",
        [
            comes(ELS, "hemelwater"),
            comes(JAN, "grondwater"),
            Says(JAN, f"{ELS} vervangt mij aan de tafel grondwater.\n\n{JAN}\nAquafin"),
            leaves(ELS, "grondwater"),
        ],
        [(ELS, "hemelwater", CONFIRMED), (JAN, "grondwater", CANCELLED), (ELS, "grondwater", CANCELLED)],
        answers=5,
    ),
    Scenario(
        "what the answer to our second question brings is kept though staff look at it, and the rest completes it",
        [
            Says("Jan", "Dag, ik wil graag meedoen aan een werktafel.", "jan.p@telenet.be"),
            Says("Jan", "Jan Peeters", "jan.p@telenet.be", answers=True),
            Says("Jan", "Van Aquafin", "jan.p@telenet.be", answers=True),
            Says("Jan", "hemelwater", "jan.p@telenet.be", answers=True),
        ],
        [(JAN, "hemelwater", CONFIRMED)],
        answers=4,
    ),
    Scenario(
        "the answer to our question comes from the second address, and both addresses may change what it completes",
        [
            Says(JAN, f"Ik neem graag deel aan een werktafel.\n\n{JAN}\nAquafin"),
            Says(JAN, f"Voor grondwater graag.\n\n{JAN}", "jan.p@telenet.be", headers=ASKED_JAN),
            leaves(JAN, "grondwater"),
        ],
        [(JAN, "grondwater", CANCELLED)],
        answers=4,
    ),
    Scenario(
        "somebody else who answers our question is asked who takes part and completes nothing",
        [
            Says(JAN, f"Ik neem graag deel aan een werktafel.\n\n{JAN}\nAquafin"),
            Says(TOM, "Voor grondwater graag.", "tom@telenet.be", headers=ASKED_JAN),
        ],
        [],
        answers=2,
    ),
    Scenario(
        "a word of thanks after the confirmation asks for nothing and is not answered",
        [
            comes(JAN, "grondwater"),
            Says(JAN, f"Bedankt!\n\nMet vriendelijke groeten\n{JAN}", answers=True),
            Says(JAN, "Merci\n\nMvg\nJan", answers=True),
        ],
        [(JAN, "grondwater", CONFIRMED)],
        answers=1,
    ),
]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_a_scenario_ends_with_the_expected_register(day: Day, scenario: Scenario, tmp_path: Path) -> None:
    play(scenario, day, tmp_path)
    assert sorted(day.register) == scenario.expected
    assert scenario.answers in {None, len(day.sent)}
