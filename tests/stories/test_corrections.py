"""What is put right by mail: a misspelt name by who may change it, a wrong organisation by one answer of staff."""

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from mailworker.domain.states import MessageState
from mailworker.resources import shipped
from mailworker.store import held
from mailworker.store.schema import EventRow
from tests.stories.command_line import command
from tests.stories.conftest import Day, Sent, mail

AN = "An Claes <an.claes@vmm.be>"
JAN = "Jan Peeters <jan.peeters@telenet.be>"
ELS = "Els Maes <els.maes@aquafin.be>"
SECRETARY = "Secretariaat Aquafin <secretariaat@aquafin.be>"


@pytest.fixture
def desk(day: Day) -> Day:
    """A day with a member of staff who hears of held mail at once."""
    day.environ |= {"MAILWORKER_STAFF__ADDRESSES": "an.claes@vmm.be", "MAILWORKER_STAFF__NOTIFY_AT_ONCE": "true"}
    return day


def to(day: Day, address: str) -> list[Sent]:
    return [one for one in day.sent if one.recipient == address]


def decides(day: Day, words: str) -> str:
    """Staff answer their last mail from us; the transcript that they get."""
    ours = to(day, "an.claes@vmm.be")[-1]
    day.arrives(mail(AN, words, f"RE: {ours.subject}", answers=str(ours.message["Message-ID"])))
    return to(day, "an.claes@vmm.be")[-1].text


def waits_for_staff(day: Day) -> int:
    with day.worker.sessions() as session:
        (one,) = held.listing(session)
    return one.number


def events(day: Day, what: str) -> list[tuple[str, str, str]]:
    with day.worker.sessions() as session:
        rows = session.scalars(select(EventRow).where(EventRow.what == what).order_by(EventRow.id)).all()
    return [(row.rule, str((row.evidence or {}).get("from")), str((row.evidence or {}).get("into"))) for row in rows]


def test_a_misspelt_name_is_put_right_and_whoever_has_it_is_told_once(day: Day) -> None:
    wish = "Gelieve Jan Peters (jan.peters@aquafin.be) in te schrijven voor grondwater en hemelwater."
    day.arrives(mail(SECRETARY, f"Beste,\n\n{wish}\n\nSecretariaat Aquafin"))
    day.arrives(mail(ELS, "Dag, ik schrijf me in voor grondwater.\n\nEls Maes\nAquafin"))
    before = len(day.sent)
    correction = "De naam Jan Peters is fout: dat moet Jan Peeters zijn.\n\nSecretariaat Aquafin"
    assert day.arrives(mail(SECRETARY, f"Beste,\n\n{correction}")).handled == [MessageState.HANDLED]
    assert day.register == [
        ("Jan Peeters", "Aquafin", "grondwater", "confirmed"),
        ("Jan Peeters", "Aquafin", "hemelwater", "confirmed"),
        ("Els Maes", "Aquafin", "grondwater", "waiting"),
    ]
    answer, told = day.sent[before:]
    assert answer.first_line == (
        "Bevestigd: Jan Peeters (Aquafin) is ingeschreven voor grondwater en hemelwater; de naam is verbeterd "
        "(eerst stond er Jan Peters)."
    )
    assert (told.recipient, told.first_line) == (
        "jan.peters@aquafin.be",
        "Bevestigd: Secretariaat Aquafin verbeterde uw naam (eerst stond er Jan Peters): u bent ingeschreven voor "
        "grondwater en hemelwater.",
    )
    assert events(day, "corrected") == [("name corrected", "Jan Peters", "Jan Peeters")] * 2
    story = command(day, "registrations", "show", "1").stdout
    assert "corrected (name corrected)" in story
    assert "from Jan Peters to Jan Peeters" in story


def test_a_wrong_organisation_is_put_right_by_one_answer_of_staff(desk: Day) -> None:
    desk.arrives(mail(JAN, "Dag, ik schrijf me in voor grondwater en hemelwater.\n\nJan Peeters\nFarys"))
    desk.arrives(mail("Tom Claes <tom.claes@farys.be>", "Ik kom naar hemelwater.\n\nTom Claes\nFarys"))
    desk.arrives(mail(ELS, "Dag, ik schrijf me in voor grondwater.\n\nEls Maes\nAquafin"))
    wrong = "Dag, wij zijn ingeschreven als Farys, dat moet Aquafin zijn.\n\nJan Peeters"
    assert desk.arrives(mail(JAN, wrong)).handled == [MessageState.HELD]
    number = waits_for_staff(desk)
    before = len(desk.sent)
    assert f"Nr. {number}" in decides(desk, f"{number} is Aquafin")
    assert desk.register == [
        ("Jan Peeters", "Aquafin", "grondwater", "confirmed"),
        ("Jan Peeters", "Aquafin", "hemelwater", "confirmed"),
        ("Tom Claes", "Farys", "hemelwater", "confirmed"),
        ("Els Maes", "Aquafin", "grondwater", "waiting"),
    ]
    told = {one.recipient: one.first_line for one in desk.sent[before:] if one.recipient != "an.claes@vmm.be"}
    assert told == {
        "jan.peeters@telenet.be": "Bevestigd: Jan Peeters (Aquafin) is ingeschreven voor grondwater en hemelwater; de "
        "organisatie is verbeterd (eerst stond er Farys).",
        "els.maes@aquafin.be": "Wachtlijst: u staat op de wachtlijst voor grondwater, op plaats 1.",
        "tom.claes@farys.be": "Bevestigd: u bent ingeschreven voor hemelwater.",
    }
    assert "bleek zich eerder te hebben ingeschreven" in to(desk, "els.maes@aquafin.be")[-1].text
    assert events(desk, "corrected") == [("organisation corrected", "Farys", "Aquafin")] * 2
    assert "corrected (organisation corrected)" in command(desk, "registrations", "show", "1").stdout


def test_a_colleague_fills_in_which_organisation_is_right(desk: Day) -> None:
    desk.arrives(mail(JAN, "Dag, ik schrijf me in voor grondwater.\n\nJan Peeters\nFarys"))
    assert desk.arrives(mail(JAN, "Dag, mijn organisatie staat verkeerd.\n\nJan Peeters")).handled == [
        MessageState.HELD
    ]
    form = f"{waits_for_staff(desk)}\nActie: verbeteren\nNaam: Jan Peeters\nOrganisatie: Rioolbeheer Kempen"
    assert "1 opdracht" in decides(desk, form)
    assert desk.register == [("Jan Peeters", "Rioolbeheer Kempen", "grondwater", "confirmed")]


def test_the_command_line_puts_an_organisation_right_as_well(day: Day) -> None:
    day.arrives(mail(JAN, "Dag, ik schrijf me in voor grondwater.\n\nJan Peeters\nFarys"))
    day.arrives(mail(JAN, "Dag, wij zijn ingeschreven als Farys, dat moet Aquafin zijn.\n\nJan Peeters"))
    released = command(day, "held", "release", str(waits_for_staff(day)), "--organisation", "Aquafin")
    assert released.returncode == 0
    day.round()
    assert day.register == [("Jan Peeters", "Aquafin", "grondwater", "confirmed")]


def test_who_is_refused_stands_in_the_trail_and_in_the_digest(day: Day, tmp_path: Path) -> None:
    programme = (shipped("config") / "programme.toml").read_text("utf-8")
    refusing = programme.replace("[programme]\n", '[programme]\nwhen_taken = "refuse"\n')
    (tmp_path / "programme.toml").write_text(refusing, "utf-8")
    day.restart(MAILWORKER_FILES__PROGRAMME=str(tmp_path / "programme.toml"))
    day.arrives(mail(JAN, "Dag, ik schrijf me in voor grondwater.\n\nJan Peeters\nAquafin"))
    day.arrives(mail(ELS, "Dag, ik schrijf me in voor grondwater.\n\nEls Maes\nAquafin"))
    assert day.sent[-1].first_line.startswith("Geen plaats: voor Els Maes (Aquafin) is er geen plaats meer")
    with day.worker.sessions() as session:
        (event,) = session.scalars(select(EventRow).where(EventRow.what == "refused"))
    evidence = event.evidence or {}
    assert (event.rule, evidence["participant"], evidence["organisation"], evidence["table"], evidence["asked_by"]) == (
        "place taken",
        "Els Maes",
        "Aquafin",
        "grondwater",
        "els.maes@aquafin.be",
    )
    digest = json.loads(command(day, "digest", "--json").stdout)
    told = [(one["kind"], one["last"]["participant"], one["last"]["rule"]) for one in digest["changes"]]
    assert told == [("new", "Jan Peeters", "place free"), ("refused", "Els Maes", "place taken")]
    text = command(day, "digest").stdout
    assert "Geweigerd: Els Maes (Aquafin); plaats van de organisatie bezet" in " ".join(text.split())
