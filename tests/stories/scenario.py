"""Scenarios: people register, wait, leave, replace, change and answer; each leads to a certain register.

Each mail is delivered to a real mailbox and answered through a real submission server before the next one arrives,
unless the scenario says that they arrive together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

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

    @property
    def expected(self) -> list[tuple[str, str, str, str]]:
        """The register afterwards, sorted."""
        return sorted((who, self.organisation, table, status) for who, table, status in self.register)


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
ASKED_JAN = (("In-Reply-To", "jan.peeters@aquafin.be"),)
"""The mail answers our last mail to that address, whoever sends it."""


def raw(said: Says, day: Day) -> bytes:
    subject = said.subject
    if subject == "TOKEN":
        subject = [one.subject for one in day.sent if one.recipient == said.sender][-1]
    answers = day.last_id_to(said.sender) if said.answers else None
    headers = {name.replace("-", "_"): value for name, value in said.headers if value}
    if asked := headers.get("In_Reply_To"):
        headers["In_Reply_To"] = day.last_id_to(asked)
    whole = mail(f"{said.who} <{said.sender}>", said.text, subject, answers=answers, **headers)
    if ("Message-ID", "") in said.headers:
        whole = b"\r\n".join(line for line in whole.split(b"\r\n") if not line.startswith(b"Message-ID:"))
    return whole


def play(scenario: Scenario, day: Day, tmp_path: Path) -> None:
    """Delivers the mails, one after the other or together; none of them leaves an error behind."""
    if scenario.programme[0]:
        programme = (shipped("config") / "programme.toml").read_text("utf-8")
        if scenario.programme[0] not in programme:
            raise AssertionError("the programme has no such line to change")
        (tmp_path / "programme.toml").write_text(programme.replace(*scenario.programme), "utf-8")
        day.restart(MAILWORKER_FILES__PROGRAMME=str(tmp_path / "programme.toml"))
    for said in scenario.mails:
        whole = raw(said, day)
        for _ in range(said.copies):
            day.mailbox.deliver(whole)
            if not scenario.together:
                _round(day)
    _round(day)


def _round(day: Day) -> None:
    if errors := day.round().errors:
        raise AssertionError(errors)
