"""Scenarios of our own: the rule, the waiting list, and the ways to come, leave and answer."""

from pathlib import Path

import pytest

from tests.stories.conftest import Day
from tests.stories.scenario import (
    CANCELLED,
    CONFIRMED,
    ELS,
    FAIL,
    JAN,
    LIMIT_2,
    NO_ID,
    ONE_SEAT,
    TOM,
    WAITING,
    Says,
    Scenario,
    comes,
    leaves,
    play,
)

SCENARIOS = [
    Scenario("one person for one table", [comes(JAN, "grondwater")], [(JAN, "grondwater", CONFIRMED)], answers=1),
    Scenario(
        "the same mail three times is one message",
        [comes(JAN, "grondwater", copies=3)],
        [(JAN, "grondwater", CONFIRMED)],
        answers=1,
    ),
    Scenario(
        "the same wish in another mail is answered with the present status",
        [comes(JAN, "grondwater"), comes(JAN, "grondwater", subject="Nogmaals")],
        [(JAN, "grondwater", CONFIRMED)],
        answers=2,
    ),
    Scenario(
        "the same wish by the secretary changes nothing",
        [
            comes(JAN, "grondwater"),
            Says("Secretariaat", f"Gelieve {JAN} (Aquafin) in te schrijven voor grondwater.", "info@aquafin.be"),
        ],
        [(JAN, "grondwater", CONFIRMED)],
    ),
    Scenario(
        "a mail without Message-ID that is delivered twice is one message",
        [comes(JAN, "grondwater", copies=2, headers=NO_ID)],
        [(JAN, "grondwater", CONFIRMED)],
        answers=1,
    ),
    Scenario(
        "two colleagues within one poll",
        [comes(JAN, "grondwater"), comes(ELS, "grondwater")],
        [(JAN, "grondwater", CONFIRMED), (ELS, "grondwater", WAITING)],
        together=True,
    ),
    Scenario(
        "a mail succeeds in part",
        [comes(JAN, "grondwater"), comes(ELS, "grondwater", "hemelwater")],
        [(JAN, "grondwater", CONFIRMED), (ELS, "grondwater", WAITING), (ELS, "hemelwater", CONFIRMED)],
    ),
    Scenario(
        "who waits gives up",
        [comes(JAN, "grondwater"), comes(ELS, "grondwater"), leaves(ELS, "grondwater")],
        [(JAN, "grondwater", CONFIRMED), (ELS, "grondwater", CANCELLED)],
    ),
    Scenario(
        "the line moves in order of arrival",
        [comes(JAN, "grondwater"), comes(ELS, "grondwater"), comes(TOM, "grondwater"), leaves(JAN, "grondwater")],
        [(JAN, "grondwater", CANCELLED), (ELS, "grondwater", CONFIRMED), (TOM, "grondwater", WAITING)],
    ),
    Scenario(
        "a promotion crosses a cancellation",
        [comes(JAN, "grondwater"), comes(ELS, "grondwater"), leaves(JAN, "grondwater"), leaves(ELS, "grondwater")],
        [(JAN, "grondwater", CANCELLED), (ELS, "grondwater", CANCELLED)],
        together=True,
    ),
    Scenario(
        "who left comes back behind those who wait",
        [comes(JAN, "grondwater"), comes(ELS, "grondwater"), leaves(JAN, "grondwater"), comes(JAN, "grondwater")],
        [(ELS, "grondwater", CONFIRMED), (JAN, "grondwater", WAITING)],
    ),
    Scenario(
        "leaving without naming a table leaves all of them",
        [comes(JAN, "grondwater", "hemelwater"), Says(JAN, f"Ik meld me af voor alle werktafels.\n\n{JAN}\nAquafin")],
        [(JAN, "grondwater", CANCELLED), (JAN, "hemelwater", CANCELLED)],
    ),
    Scenario(
        "a replacement takes the place",
        [comes(JAN, "grondwater"), Says(JAN, f"{ELS} vervangt mij aan de tafel grondwater.\n\n{JAN}\nAquafin")],
        [(JAN, "grondwater", CANCELLED), (ELS, "grondwater", CONFIRMED)],
    ),
    Scenario(
        "a replacement goes ahead of who waits",
        [
            comes(JAN, "grondwater"),
            comes(TOM, "grondwater"),
            Says(JAN, f"{ELS} vervangt mij aan de tafel grondwater.\n\n{JAN}\nAquafin"),
        ],
        [(JAN, "grondwater", CANCELLED), (TOM, "grondwater", WAITING), (ELS, "grondwater", CONFIRMED)],
    ),
    Scenario(
        "a replacement by who already waits",
        [
            comes(JAN, "grondwater"),
            comes(TOM, "grondwater"),
            comes(ELS, "grondwater"),
            Says(JAN, f"{ELS} vervangt mij aan de tafel grondwater.\n\n{JAN}\nAquafin"),
        ],
        [(JAN, "grondwater", CANCELLED), (TOM, "grondwater", WAITING), (ELS, "grondwater", CONFIRMED)],
    ),
    Scenario(
        "a replacement by a stranger is for staff",
        [
            comes(JAN, "grondwater"),
            Says(TOM, f"{ELS} vervangt {JAN} van Aquafin aan de tafel grondwater.\n\n{TOM}", "tom@telenet.be"),
        ],
        [(JAN, "grondwater", CONFIRMED)],
    ),
    Scenario(
        "a change of table",
        [
            comes(JAN, "grondwater"),
            Says(JAN, f"Kan u mijn inschrijving voor grondwater omzetten naar hemelwater?\n\n{JAN}\nAquafin"),
        ],
        [(JAN, "grondwater", CANCELLED), (JAN, "hemelwater", CONFIRMED)],
    ),
    Scenario(
        "a table more, in answer to the confirmation",
        [comes(JAN, "grondwater"), Says(JAN, f"Schrijf mij ook in voor hemelwater.\n\n{JAN}", answers=True)],
        [(JAN, "grondwater", CONFIRMED), (JAN, "hemelwater", CONFIRMED)],
    ),
    Scenario(
        "the missing table comes in the thread",
        [Says(JAN, f"Ik neem graag deel aan een werktafel.\n\n{JAN}\nAquafin"), Says(JAN, "Hemelwater", answers=True)],
        [(JAN, "hemelwater", CONFIRMED)],
    ),
    Scenario(
        "the answer comes without In-Reply-To, with the token in its subject",
        [
            Says(JAN, f"Ik neem graag deel aan een werktafel.\n\n{JAN}\nAquafin"),
            Says(JAN, "Hemelwater", subject="TOKEN"),
        ],
        [(JAN, "hemelwater", CONFIRMED)],
    ),
    Scenario(
        "the answer comes in a new mail without any trace of the thread",
        [
            Says(JAN, f"Ik neem graag deel aan een werktafel.\n\n{JAN}\nAquafin"),
            Says(JAN, "grondwater en de audit aub", subject="tafels"),
        ],
        [(JAN, "grondwater", CONFIRMED), (JAN, "wateraudit", CONFIRMED)],
    ),
    Scenario(
        "who was asked and writes everything again from a second address is registered",
        [
            Says(JAN, f"Ik neem graag deel aan een werktafel.\n\n{JAN}\nAquafin"),
            comes(JAN, "hemelwater", address="jan.peeters@telenet.be"),
        ],
        [(JAN, "hemelwater", CONFIRMED)],
    ),
    Scenario(
        "a cancellation from the participant's second address is for staff",
        [comes(JAN, "grondwater"), leaves(JAN, "grondwater", address="jan.peeters@telenet.be")],
        [(JAN, "grondwater", CONFIRMED)],
    ),
    Scenario(
        "the secretary who registered may cancel",
        [
            Says("Onthaal", f"Wij schrijven {JAN} (Aquafin) in voor grondwater.\n\nOnthaal Aquafin", "info@aquafin.be"),
            Says("Onthaal", f"{JAN} (Aquafin) komt toch niet; schrap hem voor grondwater.", "info@aquafin.be"),
        ],
        [(JAN, "grondwater", CANCELLED)],
    ),
    Scenario(
        "a forged cancellation changes nothing and is not answered",
        [comes(JAN, "grondwater"), leaves(JAN, "grondwater", headers=FAIL)],
        [(JAN, "grondwater", CONFIRMED)],
        answers=1,
    ),
    Scenario(
        "an out-of-office to our question leaves the question open",
        [
            Says(JAN, f"Ik neem graag deel aan een werktafel.\n\n{JAN}\nAquafin"),
            Says(JAN, "Ik ben met verlof.", answers=True, headers=(("Auto-Submitted", "auto-replied"),)),
            Says(JAN, "Hemelwater", answers=True),
        ],
        [(JAN, "hemelwater", CONFIRMED)],
        answers=2,
    ),
    Scenario(
        "three spellings of one organisation share its place",
        [
            Says(JAN, f"Ik kom naar grondwater.\n\n{JAN}\nUniversiteit Gent", "jan@telenet.be"),
            Says(ELS, f"Ik kom naar grondwater.\n\n{ELS}\nUGent", "els@telenet.be"),
            Says(TOM, f"Ik kom naar grondwater.\n\n{TOM}", "tom.claes@ugent.be"),
        ],
        [(JAN, "grondwater", CONFIRMED), (ELS, "grondwater", WAITING), (TOM, "grondwater", WAITING)],
        organisation="Universiteit Gent",
    ),
    Scenario(
        "a limit of two lets two come and a third wait",
        [comes(JAN, "grondwater"), comes(ELS, "grondwater"), comes(TOM, "grondwater")],
        [(JAN, "grondwater", CONFIRMED), (ELS, "grondwater", CONFIRMED), (TOM, "grondwater", WAITING)],
        programme=LIMIT_2,
    ),
    Scenario(
        "a full table lets the next one wait, and who waits gets the seat that comes free",
        [comes(JAN, "grondwater"), comes(ELS, "grondwater"), leaves(JAN, "grondwater")],
        [(JAN, "grondwater", CANCELLED), (ELS, "grondwater", CONFIRMED)],
        programme=ONE_SEAT,
    ),
]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_a_scenario_ends_with_the_expected_register(day: Day, scenario: Scenario, tmp_path: Path) -> None:
    play(scenario, day, tmp_path)
    assert sorted(day.register) == scenario.expected
    assert scenario.answers in {None, len(day.sent)}
