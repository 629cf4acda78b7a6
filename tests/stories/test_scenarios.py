"""Scenarios of our own: people register, wait, leave, replace, change and answer; each leads to a certain register.

Each mail is delivered to a real mailbox and answered through a real submission server before the next one arrives,
unless the scenario says that they arrive together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from mailworker.resources import shipped
from tests.stories.conftest import Day, mail

JAN, ELS, TOM = "Jan Peeters", "Els Maes", "Tom Claes"
CONFIRMED, WAITING, CANCELLED = "confirmed", "waiting", "cancelled"


@dataclass(frozen=True)
class Says:
    """One mail: who writes it, from which address, what they say, and whether it answers our last mail to them."""

    who: str
    text: str
    address: str = ""
    answers: bool = False
    subject: str = "Werktafels"
    copies: int = 1
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def sender(self) -> str:
        return self.address or self.who.lower().replace(" ", ".") + "@aquafin.be"


@dataclass(frozen=True)
class Scenario:
    """`together`: all mails are in the mailbox before the worker looks. `register` is who ends where, and how."""

    name: str
    mails: Sequence[Says]
    register: Sequence[tuple[str, str, str]]
    together: bool = False
    organisation: str = "Aquafin"
    programme: tuple[str, str] = ("", "")
    answers: int | None = None


def comes(who: str, *tables: str, **options: object) -> Says:
    wish = f"Dag, ik schrijf me in voor {' en '.join(tables)}.\n\n{who}\nAquafin"
    return Says(who, wish, **options)  # type: ignore[arg-type]


def leaves(who: str, *tables: str, **options: object) -> Says:
    return Says(who, f"Schrap mij aub voor {' en '.join(tables)}.\n\n{who}\nAquafin", **options)  # type: ignore[arg-type]


LIMIT_2 = ("participants_per_organisation_per_table = 1", "participants_per_organisation_per_table = 2")
ONE_SEAT = ('id = "grondwater"\n', 'id = "grondwater"\ncapacity = 1\n')
REFUSE = ("[programme]\n", '[programme]\nwhen_taken = "refuse"\n')
FAIL = (("Authentication-Results", "mx.vmm.be; dmarc=fail header.from=aquafin.be"),)
NO_ID = (("Message-ID", ""),)

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


def raw(said: Says, day: Day) -> bytes:
    subject = said.subject
    if subject == "TOKEN":
        subject = [one.subject for one in day.sent if one.recipient == said.sender][-1]
    answers = day.last_id_to(said.sender) if said.answers else None
    headers = {name.replace("-", "_"): value for name, value in said.headers if value}
    whole = mail(f"{said.who} <{said.sender}>", said.text, subject, answers=answers, **headers)
    if ("Message-ID", "") in said.headers:
        whole = b"\r\n".join(line for line in whole.split(b"\r\n") if not line.startswith(b"Message-ID:"))
    return whole


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_a_scenario_ends_with_the_expected_register(day: Day, scenario: Scenario, tmp_path: Path) -> None:
    if scenario.programme[0]:
        programme = (shipped("config") / "programme.toml").read_text("utf-8")
        assert scenario.programme[0] in programme
        (tmp_path / "programme.toml").write_text(programme.replace(*scenario.programme), "utf-8")
        day.restart(MAILWORKER_FILES__PROGRAMME=str(tmp_path / "programme.toml"))
    for said in scenario.mails:
        whole = raw(said, day)
        for _ in range(said.copies):
            day.mailbox.deliver(whole)
            if not scenario.together:
                assert day.round().errors == []
    assert day.round().errors == []
    expected = [(who, scenario.organisation, table, status) for who, table, status in scenario.register]
    assert sorted(day.register) == sorted(expected)
    if scenario.answers is not None:
        assert len(day.sent) == scenario.answers
