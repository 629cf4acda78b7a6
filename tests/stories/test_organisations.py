"""One organisation however it is spelled: names and domains that staff give, and two that turn out to be one."""

import json

from sqlalchemy import select

from mailworker.domain.states import MessageState
from mailworker.store.schema import EventRow
from tests.stories.command_line import command
from tests.stories.conftest import Day, mail


def wish(name: str, organisation: str, tables: str = "grondwater", domain: str = "ander.be") -> bytes:
    address = f"{name.lower().replace(' ', '.')}@{domain}"
    return mail(f"{name} <{address}>", f"Dag, namens {organisation} schrijf ik me in voor {tables}.\n\n{name}")


def text(day: Day, address: str) -> str:
    return [one.text for one in day.sent if one.recipient == address][-1].replace("\r\n", "\n")


def test_a_name_that_is_given_counts_from_the_next_round_on(day: Day) -> None:
    day.arrives(wish("Jan Peeters", "Aquafin"))
    given = command(day, "organisations", "alias", "aquafin", "Aqf Zuid")
    assert (given.returncode, given.stdout) == (0, "Aqf Zuid is a name of Aquafin from now on\n")
    day.arrives(wish("Tom Claes", "aqf-zuid nv"))
    assert day.register[-1] == ("Tom Claes", "Aquafin", "grondwater", "waiting")
    listed = command(day, "registrations", "--organisation", "aqf zuid", "--json").stdout
    assert [one["participant"] for one in json.loads(listed)] == ["Jan Peeters", "Tom Claes"]
    els = ("--participant", "Els Maes", "--organisation", "Aqf Zuid NV", "--address", "els@ander.be")
    assert command(day, "registrations", "add", *els, "--table", "hemelwater").returncode == 0
    day.round()
    assert day.register[-1] == ("Els Maes", "Aquafin", "hemelwater", "confirmed")
    again = command(day, "organisations", "alias", "Aquafin", "AQF ZUID")
    assert (again.returncode, again.stdout) == (0, "AQF ZUID is a name of Aquafin already\n")
    (known,) = [
        one
        for one in json.loads(command(day, "organisations", "list", "--json").stdout)
        if one["organisation"] == "Aquafin"
    ]
    assert (known["configured"], known["registrations"], "Aqf Zuid" in known["aliases"]) == (True, 3, True)
    assert [(one["kind"], one["value"], one["by"]) for one in known["given"]] == [("name", "Aqf Zuid", "command line")]


def test_a_domain_that_is_given_tells_the_organisation_of_who_writes_from_there(day: Day) -> None:
    assert command(day, "organisations", "domain", "Aquafin", "aqf-zuid.be").returncode == 0
    day.arrives(mail("Tom Claes <tom.claes@aqf-zuid.be>", "Dag, ik schrijf me in voor grondwater.\n\nTom Claes"))
    assert day.register == [("Tom Claes", "Aquafin", "grondwater", "confirmed")]


def test_what_is_given_can_be_taken_back(day: Day) -> None:
    command(day, "organisations", "alias", "Aquafin", "Aqf Zuid")
    assert command(day, "organisations", "alias", "Aquafin", "aqf zuid", "--remove").returncode == 0
    assert command(day, "organisations", "alias", "Aquafin", "aqf zuid", "--remove").returncode == 1
    day.arrives(wish("Tom Claes", "Aqf Zuid"))
    assert day.register == [("Tom Claes", "Aqf Zuid", "grondwater", "confirmed")]
    with day.worker.sessions() as session:
        told = list(session.scalars(select(EventRow.what).where(EventRow.registration_id.is_(None))))
    assert told == ["alias", "alias removed"]


def test_what_belongs_to_another_is_refused_in_a_clear_sentence(day: Day) -> None:
    day.arrives(wish("Tom Claes", "Aqf Zuid"))
    refusals = {
        ("alias", "Aquafin", "Farys"): "'Farys' is a name of Farys",
        ("alias", "Aquafin", "Aqf Zuid"): "People are registered for 'Aqf Zuid'",
        ("alias", "Nergens", "Iets"): "There is no organisation 'Nergens'",
        ("alias", "Aquafin", "?!"): "'?!' is no name",
        ("domain", "Aquafin", "farys.be"): "'farys.be' is a domain of Farys",
        ("domain", "Aquafin", "gmail.com"): "Everybody may have an address at gmail.com",
        ("domain", "Aquafin", "geen domein"): "'geen domein' is no domain",
        ("merge", "Farys", "Aquafin"): "Nobody knows or registered for 'Farys'",
        ("merge", "Aqf Zuid", "Nergens"): "Nobody knows or registered for 'Nergens'",
        ("merge", "Aqf Zuid", "aqf zuid"): "Both are Aqf Zuid",
    }
    for arguments, says in refusals.items():
        refused = command(day, "organisations", *arguments)
        assert (refused.returncode, refused.stderr.startswith(f"mailworker: {says}")) == (1, True), refused.stderr


def test_a_configured_organisation_is_merged_by_its_configuration_only(day: Day) -> None:
    day.arrives(wish("Tom Claes", "Farys"))
    refused = command(day, "organisations", "merge", "Farys", "Aquafin", "--yes")
    assert refused.returncode == 1
    assert refused.stderr.startswith("mailworker: Farys is an organisation of the configuration")


def test_two_organisations_become_one_and_everybody_concerned_is_told(day: Day) -> None:
    day.arrives(wish("Jan Peeters", "Aqf Zuid", "grondwater en hemelwater"))
    day.arrives(wish("Els Maes", "Aquafin", "grondwater", "aquafin.be"))
    day.arrives(wish("Jan Peeters", "Aquafin", "hemelwater"))
    before = (day.register, len(day.sent))

    shown = command(day, "organisations", "merge", "aqf zuid", "aquafin")
    assert shown.returncode == 0
    assert shown.stdout.split("\n") == [
        "Aqf Zuid would be Aquafin",
        "  would keep the place: Jan Peeters (Aquafin) at grondwater",
        "  would keep the place: Jan Peeters (Aquafin) at hemelwater",
        "  would lose the place and wait: Els Maes (Aquafin) at grondwater",
        "  stand in both, and keep one registration: Jan Peeters (Aqf Zuid) at hemelwater",
        "Nothing was changed. To do it: the same command with --yes",
        "",
    ]
    day.round()
    assert (day.register, len(day.sent)) == before

    assert command(day, "organisations", "merge", "Aqf Zuid", "Aquafin", "--yes").returncode == 0
    day.round()
    assert [row for row in day.register if row[3] != "cancelled"] == [
        ("Jan Peeters", "Aquafin", "grondwater", "confirmed"),
        ("Els Maes", "Aquafin", "grondwater", "waiting"),
        ("Jan Peeters", "Aquafin", "hemelwater", "confirmed"),
    ]
    assert [one.recipient for one in day.sent[before[1] :]] == ["els.maes@aquafin.be"]
    told = text(day, "els.maes@aquafin.be")
    assert told.startswith("Wachtlijst: ")
    assert "Aqf Zuid en Aquafin zijn één organisatie." in told
    with day.worker.sessions() as session:
        trail = [(e.what, e.rule) for e in session.scalars(select(EventRow).order_by(EventRow.id))][4:]
    # Jan's own row, the one of his that is closed, and the one that goes on with his earlier arrival.
    assert sorted(trail) == [
        ("alias", "command line"),
        ("merge", "command line"),
        *[("moved", "merged")] * 3,
        ("waiting", "merged"),
    ]
    day.arrives(wish("Piet Wouters", "Aqf Zuid"))
    assert day.register[-1] == ("Piet Wouters", "Aquafin", "grondwater", "waiting")
    again = command(day, "organisations", "merge", "Aqf Zuid", "Aquafin", "--yes")
    assert again.stderr.startswith("mailworker: Both are Aquafin")


def test_who_waits_after_a_merger_comes_in_when_the_place_is_given_back(day: Day) -> None:
    day.arrives(wish("Jan Peeters", "Aqf Zuid"))
    day.arrives(wish("Els Maes", "Aquafin", "grondwater", "aquafin.be"))
    command(day, "organisations", "merge", "Aqf Zuid", "Aquafin", "--yes")
    day.arrives(mail("Jan Peeters <jan.peeters@ander.be>", "Schrap mij voor grondwater aub.\n\nJan Peeters"))
    assert day.register == [
        ("Jan Peeters", "Aquafin", "grondwater", "cancelled"),
        ("Els Maes", "Aquafin", "grondwater", "confirmed"),
    ]


def test_a_forged_mail_that_staff_accept_on_the_command_line_is_carried_out_as_it_says(day: Day) -> None:
    forged = wish("Tom Claes", "Aquafin").replace(b"dmarc=pass", b"dmarc=fail")
    assert day.arrives(forged).handled == [MessageState.HELD]
    (held,) = json.loads(command(day, "held", "--json").stdout)
    assert [request["participant"] for request in held["reading"]["requests"]] == ["Tom Claes"]
    command(day, "release", str(held["id"]))
    day.round()
    assert day.register == [("Tom Claes", "Aquafin", "grondwater", "confirmed")]


def test_withheld_notices_are_let_go_on_the_command_line(day: Day) -> None:
    day.environ |= {"MAILWORKER_ANSWERS__MODE": "withheld"}
    for name in ("Jan Peeters", "Els Maes", "Tom Claes"):
        day.arrives(wish(name, "Aquafin"))
    first, second, third = (one["id"] for one in json.loads(command(day, "outbox", "--json").stdout))
    one = command(day, "outbox", "send", str(first))
    assert (one.returncode, one.stdout) == (0, f"{first}: queued\n")
    assert day.round().sent.sent == 1
    twice = command(day, "outbox", "send", str(first), str(second))
    assert (twice.returncode, twice.stdout) == (1, f"{first}: not withheld\n{second}: queued\n")
    rest = command(day, "outbox", "send", "--all")
    assert (rest.returncode, rest.stdout) == (0, f"{third}: queued\n")
    assert day.round().sent.sent == 2
    assert command(day, "outbox", "send").returncode == 2
    assert command(day, "outbox", "send", "--all").stdout == "Nothing is withheld.\n"
