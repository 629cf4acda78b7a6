"""What staff read in the morning, after days with registrations, doubts, mails that did not arrive, and downtime."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from mailworker.domain.states import MessageState
from mailworker.resources import shipped
from tests import workbooks
from tests.stories.conftest import MAILBOX, Day, Sent, mail

STAFF = ("an.vos@vmm.be", "piet.bos@vmm.be")
MONDAY = datetime(2021, 10, 11, 8, 0, tzinfo=UTC)
MORNING = timedelta(hours=21, minutes=30)
"""From ten o'clock on one day to half past seven on the next, as clocks in Brussels show it."""
JAN = "Jan Peeters <jan.peeters@aquafin.be>"
ELS = "Els Van den Berghe <els.vandenberghe@aquafin.be>"
TOM = "Tom Maes <tom@bronwaterzuid.be>"


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MONDAY - timedelta(hours=3), tick=False) as clock:
        yield clock


@pytest.fixture
def office(day: Day, clock: time_machine.Traveller, tmp_path: Path) -> Day:
    """A programme with a session on Friday and a table of thirty seats, and staff who get the digest since Monday."""
    programme = (shipped("config") / "programme.toml").read_text("utf-8")
    session = '[[tables.sessions]]\nstarts = 2021-10-15T09:30:00\nplace = "Aalst"\n'
    head, grondwater, rest = re.split(r"(?=\[\[tables\]\]\nid = \"(?:grondwater|afvalwater)\")", programme)
    (tmp_path / "programme.toml").write_text(f"{head}{grondwater}capacity = 30\n{session}{rest}", "utf-8")
    day.restart(
        MAILWORKER_DIGEST__RECIPIENTS=",".join(STAFF), MAILWORKER_FILES__PROGRAMME=str(tmp_path / "programme.toml")
    )
    clock.move_to(MONDAY - timedelta(hours=2, minutes=30))
    assert day.round().reported == 2
    clock.move_to(MONDAY)
    return day


def monday(day: Day) -> None:
    """Two registrations, one who waits, a question, something missing, and an answer that does not arrive."""
    day.arrives(mail(JAN, "Dag, ik schrijf me in voor de werktafels grondwater en hemelwater.\n\nJan Peeters\nAquafin"))
    day.arrives(mail(ELS, "Dag, ik schrijf me in voor de werktafel grondwater.\n\nEls Van den Berghe\nAquafin"))
    day.submission.answer("550 5.1.1 no such user", recipient="tom@bronwaterzuid.be")
    day.arrives(mail(TOM, "Dag, ik schrijf me in voor de werktafel hemelwater.\n\nTom Maes\nBronwater Zuid"))
    held = mail("Ann Claes <ann@farys.be>", "Beste, wanneer gaat de eerste werktafel door? Groeten, Ann Claes", "Vraag")
    assert day.arrives(held).handled == [MessageState.HELD]
    asked = mail("Bo Wils <bo@pidpa.be>", "Dag, ik doe graag mee met een van de werktafels.\n\nBo Wils\nPidpa")
    assert day.arrives(asked).handled == [MessageState.ASKED]


def digests(day: Day, to: str = STAFF[0]) -> list[Sent]:
    return [one for one in day.sent if one.recipient == to]


def attached(digest: Sent) -> dict[str, bytes]:
    files = {}
    for part in digest.message.iter_attachments():
        content = part.get_payload(decode=True)
        files[str(part.get_filename())] = content if isinstance(content, bytes) else bytes(part.get_content())
    return files


def words(digest: Sent) -> str:
    return digest.text.replace("\r\n", "\n")


def section(digest: Sent, heading: str) -> str:
    """The lines below a heading, up to the next one."""
    below = words(digest).partition(f"{heading}\n\n")[2]
    return re.split(r"\n\n[A-Z][A-Z’ ]+\n\n", below, maxsplit=1)[0].strip()


def test_the_morning_after_staff_read_what_happened_and_what_needs_them(
    office: Day, clock: time_machine.Traveller
) -> None:
    assert [one.subject.partition(" [")[0] for one in digests(office)] == ["Werktafels 11/10: niets te melden"]
    monday(office)
    clock.shift(MORNING - timedelta(minutes=1))
    assert office.round().reported == 0
    clock.shift(timedelta(minutes=1))
    assert office.round().reported == 2
    (_, digest) = digests(office)
    assert digest.subject.startswith("Werktafels 12/10: 1 te behandelen, 1 niet bezorgd, 3 nieuw, 1 op de wachtlijst")
    assert digest.message["Auto-Submitted"] == "auto-generated"
    assert digest.message["Reply-To"] == digest.message["From"]
    assert MAILBOX in str(digest.message["From"])
    held = section(digest, "TE BEHANDELEN")
    number = re.findall(r"^Nr\. (\d+): ann@farys\.be, ", held, re.MULTILINE)
    assert "  Onderwerp: Vraag\n  Reden: de mail stelt alleen een vraag\n" in held
    assert f"“negeer {number[0]}”" in held
    assert section(digest, "NIET BEZORGD").splitlines()[0] == (
        "- Bevestiging aan tom@bronwaterzuid.be: geweigerd door de mailserver (550), gisteren"
    )
    assert re.fullmatch(
        r"- bo@pidpa\.be \(nr\. \d+\): gevraagd gisteren; inschrijving van Bo Wils \(Pidpa\); "
        r"nog niet bekend: werktafels",
        section(digest, "WACHTEND OP ANTWOORD"),
    )
    assert re.sub(r"mail \d+", "mail N", section(digest, "WAT VERANDERDE")) == (
        "Grondwater\n"
        "- Nieuw: Jan Peeters (Aquafin); plaats vrij, gevraagd door jan.peeters@aquafin.be (mail N)\n"
        "- Wachtlijst: Els Van den Berghe (Aquafin); plaats van de organisatie bezet, gevraagd door "
        "els.vandenberghe@aquafin.be (mail N)\n\n"
        "Hemelwater\n"
        "- Nieuw: Jan Peeters (Aquafin); plaats vrij, gevraagd door jan.peeters@aquafin.be (mail N)\n"
        "- Nieuw: Tom Maes (Bronwater Zuid); plaats vrij, gevraagd door tom@bronwaterzuid.be (mail N)"
    )
    assert section(digest, "BEZETTING PER WERKTAFEL").splitlines()[:2] == [
        "- Grondwater: 1 van 30 plaatsen, 1 organisatie; wachtlijst: 1",
        "- Afvalwater: nog niemand; wachtlijst: niemand",
    ]
    assert section(digest, "KOMENDE SESSIES") == (
        "- Grondwater: vrijdag 15 oktober 2021 om 9.30 uur, Aalst (1 deelnemer)"
    )
    assert section(digest, "NIEUWE ORGANISATIENAMEN").startswith("- “Bronwater Zuid”: 1 inschrijving")
    machine = section(digest, "DE DIENST ZELF")
    assert "- De postbus is vandaag om 7.30 uur voor het laatst gelezen.\n" in machine
    assert (
        "5 mails ontvangen sinds het begin (5 sinds de vorige samenvatting) = 3 verwerkt + 1 wacht op een antwoord "
        "+ 1 wacht op een beslissing + 0 genegeerd + 0 mislukt + 0 nog te doen. De som klopt.\n"
    ) in machine
    assert "Let op:" not in words(digest)


def test_the_files_that_come_with_it_open_and_hold_everybody(office: Day, clock: time_machine.Traveller) -> None:
    monday(office)
    clock.shift(MORNING)
    office.round()
    files = attached(digests(office)[-1])
    (number,) = re.findall(r"^Nr\. (\d+): ", section(digests(office)[-1], "TE BEHANDELEN"), re.MULTILINE)
    original = f"mail-{number}.eml"
    assert list(files) == ["deelnemers-2021-10-12.xlsx", "wijzigingen-2021-10-12.csv", original]
    assert b"wanneer gaat de eerste werktafel door?" in files[original]
    assert f"  De mail zelf: bijlage {original}\n" in words(digests(office)[-1])
    book = workbooks.read(files["deelnemers-2021-10-12.xlsx"])
    assert list(book) == ["grondwater", "afvalwater", "oppervlaktewater", "hemelwater", "wateraudit"]
    assert [row[:3] for row in book["grondwater"].rows[1:]] == [
        ["Jan Peeters", "Aquafin", "bevestigd"],
        ["Els Van den Berghe", "Aquafin", "wachtlijst"],
    ]
    assert book["grondwater"].rows[1][4] == datetime(2021, 10, 11, 10, 0)
    assert {(sheet.frozen, sheet.formulas) for sheet in book.values()} == {(1, 0)}
    changed = files["wijzigingen-2021-10-12.csv"].decode("utf-8-sig").splitlines()
    assert [line.split(";")[2:6] for line in changed[1:]] == [
        ["grondwater", "nieuw", "Jan Peeters", "Aquafin"],
        ["grondwater", "wachtlijst", "Els Van den Berghe", "Aquafin"],
        ["hemelwater", "nieuw", "Jan Peeters", "Aquafin"],
        ["hemelwater", "nieuw", "Tom Maes", "Bronwater Zuid"],
    ]


def test_days_of_downtime_are_told_in_one_digest_with_the_sheet_of_the_session(
    office: Day, clock: time_machine.Traveller
) -> None:
    monday(office)
    clock.shift(MORNING)
    office.round()
    office.mailbox.deliver(mail(JAN, "Schrap mij voor grondwater aub.\n\nJan Peeters, Aquafin"))
    clock.shift(timedelta(days=2, hours=1, minutes=42))
    assert office.round().reported == 2
    (_, _, digest) = digests(office)
    assert digest.subject.startswith("Werktafels 14/10: 1 te behandelen, 1 nieuw, 1 afgemeld, 1 aanwezigheidslijst")
    assert "Sinds dinsdag 12 oktober 2021 om 7.30 uur\n" in words(digest)
    assert re.sub(r" \(mail \d+\)", "", section(digest, "WAT VERANDERDE")) == (
        "Grondwater\n"
        "- Nieuw: Els Van den Berghe (Aquafin); kwam van de wachtlijst, gevraagd door jan.peeters@aquafin.be\n"
        "- Afgemeld: Jan Peeters (Aquafin); op vraag van jan.peeters@aquafin.be"
    )
    assert section(digest, "KOMENDE SESSIES").endswith(
        "Aanwezigheidslijst grondwater, vrijdag 15 oktober 2021 om 9.30 uur\n1. Els Van den Berghe (Aquafin)"
    )
    assert "NIET BEZORGD" not in words(digest)
    assert next(iter(workbooks.read(attached(digest)["deelnemers-2021-10-14.xlsx"]))) == "15-10 grondwater"


def test_one_digest_a_day_to_each_of_staff_whatever_the_rounds_and_restarts(
    office: Day, clock: time_machine.Traveller
) -> None:
    monday(office)
    clock.shift(MORNING)
    for _ in range(3):
        office.round()
        office.restart()
        clock.shift(timedelta(hours=2))
    assert [len(digests(office, who)) for who in STAFF] == [2, 2]


def test_a_digest_that_staff_send_on_to_the_mailbox_is_not_answered(office: Day, clock: time_machine.Traveller) -> None:
    monday(office)
    clock.shift(MORNING)
    office.round()
    digest = digests(office)[-1]
    sent = len(office.sent)
    back = b"Return-Path: <an.vos@vmm.be>\r\n" + digest.raw
    assert office.arrives(back).handled == [MessageState.IGNORED]
    assert len(office.sent) == sent


def test_without_recipients_nobody_gets_a_digest_and_the_first_one_tells_it_all(
    office: Day, clock: time_machine.Traveller
) -> None:
    office.restart(MAILWORKER_DIGEST__RECIPIENTS="")
    monday(office)
    sent = len(office.sent)
    clock.shift(MORNING)
    assert office.round().reported == 0
    assert len(office.sent) == sent
    office.restart(MAILWORKER_DIGEST__RECIPIENTS=STAFF[1])
    clock.shift(timedelta(days=1))
    office.round()
    digest = digests(office, STAFF[1])[-1]
    assert digest.subject.startswith("Werktafels 13/10: 1 te behandelen, 1 niet bezorgd, 3 nieuw")
