"""Several workers on one PostgreSQL: the limit holds, nothing is done twice, and a killed one leaves nothing undone."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from mailworker import receive, wiring
from mailworker.domain.states import MessageState
from mailworker.resources import shipped
from mailworker.store import inbox
from mailworker.store.schema import MessageRow
from mailworker.worker import Round, Worker, clock
from tests.stories.conftest import Day, mail

WORKERS = 4
NAMES = [f"{given} {family}" for given in ("Jan", "Els", "Tom", "An") for family in ("Claes", "Maes", "Wouters")]


@pytest.fixture(params=["postgresql"])
def database_kind() -> str:
    return "postgresql"


def all_at_once(day: Day) -> list[Round]:
    """A round of several workers at the same time."""
    workers: list[Worker] = [wiring.assemble(day.settings) for _ in range(WORKERS)]
    try:
        with ThreadPoolExecutor(WORKERS) as pool:
            return list(pool.map(Worker.round, workers))
    finally:
        for worker in workers:
            worker.close()


def address_of(name: str) -> str:
    return name.lower().replace(" ", ".") + "@mail.be"


def wish(name: str, table: str = "grondwater") -> bytes:
    address = name.lower().replace(" ", ".") + "@aquafin.be"
    return mail(f"{name} <{address}>", f"Dag, ik schrijf me in voor de werktafel {table}.\n\n{name}\nAquafin")


def test_the_last_place_is_given_once_and_every_mail_is_answered_once(day: Day) -> None:
    for name in NAMES:
        day.mailbox.deliver(wish(name))
    rounds = all_at_once(day)
    assert [error for done in rounds for error in done.errors] == []
    assert sorted(row[3] for row in day.register) == ["confirmed"] + ["waiting"] * (len(NAMES) - 1)
    assert sorted(row[0] for row in day.register) == sorted(NAMES)
    day.round()
    assert sorted(one.recipient for one in day.sent) == sorted(
        name.lower().replace(" ", ".") + "@aquafin.be" for name in NAMES
    )


def test_cancellations_that_cross_leave_no_place_empty_while_somebody_waits(day: Day) -> None:
    for name in NAMES:
        day.arrives(wish(name))
    leaving = NAMES[: len(NAMES) // 2]
    for name in leaving:
        address = name.lower().replace(" ", ".") + "@aquafin.be"
        day.mailbox.deliver(mail(f"{name} <{address}>", f"Schrap mij voor grondwater aub.\n\n{name}, Aquafin"))
    rounds = all_at_once(day)
    assert [error for done in rounds for error in done.errors] == []
    statuses = {row[0]: row[3] for row in day.register}
    assert {statuses[name] for name in leaving} == {"cancelled"}
    staying = [statuses[name] for name in NAMES if name not in leaving]
    assert sorted(staying) == ["confirmed"] + ["waiting"] * (len(staying) - 1)


def test_seats_and_places_hold_while_people_of_several_organisations_come_and_go_at_once(
    day: Day, tmp_path: Path
) -> None:
    programme = (shipped("config") / "programme.toml").read_text("utf-8")
    small = programme.replace("per_table = 1\n", "per_table = 2\n")
    small = small.replace('id = "grondwater"\n', 'id = "grondwater"\ncapacity = 5\n')
    (tmp_path / "programme.toml").write_text(small, "utf-8")
    day.restart(MAILWORKER_FILES__PROGRAMME=str(tmp_path / "programme.toml"))
    organisations = dict(zip(NAMES, ("Aquafin", "VITO", "Farys") * 4, strict=True))
    for name, organisation in organisations.items():
        text = f"Dag, ik schrijf me in voor grondwater.\n\n{name}\n{organisation}"
        day.mailbox.deliver(mail(f"{name} <{address_of(name)}>", text))
    assert [error for done in all_at_once(day) for error in done.errors] == []
    first = {row[0] for row in day.register if row[3] == "confirmed"}
    assert len(first) == 5
    assert max(Counter(organisations[name] for name in first).values()) <= 2
    for name in sorted(first)[:3]:
        day.mailbox.deliver(mail(f"{name} <{address_of(name)}>", f"Schrap mij voor grondwater aub.\n\n{name}"))
    day.mailbox.deliver(mail(f"Bert Bos <{address_of('Bert Bos')}>", "Ik kom naar grondwater.\n\nBert Bos\nPidpa"))
    assert [error for done in all_at_once(day) for error in done.errors] == []
    day.round()
    after = {row[0]: row[3] for row in day.register}
    confirmed = {name for name, status in after.items() if status == "confirmed"}
    assert {after[name] for name in sorted(first)[:3]} == {"cancelled"}
    assert len(confirmed) == 5
    assert max(Counter(({"Bert Bos": "Pidpa"} | organisations)[name] for name in confirmed).values()) <= 2
    # Each person hears of each thing that happened to them once: their answer, their leaving, their promotion.
    promoted = confirmed - first - {"Bert Bos"}
    answers = {name: 1 + (name in sorted(first)[:3]) + (name in promoted) for name in organisations}
    told = Counter(one.recipient for one in day.sent)
    assert {name: told[address_of(name)] for name in organisations} == answers
    own = [one.first_line.partition(":")[0] for one in day.sent if one.recipient == address_of("Bert Bos")]
    assert own in (["Bevestigd"], ["Wachtlijst"], ["Wachtlijst", "Bevestigd"])


def test_what_a_killed_worker_had_in_hand_is_handled_by_another_once_its_claim_expires(day: Day) -> None:
    day.mailbox.deliver(wish("Jan Claes"))
    killed = wiring.assemble(day.settings)
    receive.receive(killed.mailbox, killed.sessions, killed.intake, clock)
    long_ago = clock() - inbox.CLAIM_FOR - timedelta(seconds=1)
    with killed.sessions.begin() as session:
        session.execute(update(MessageRow).values(due_at=long_ago))
        (message,) = inbox.claim(session, long_ago)
    killed.close()
    assert day.round().handled == [MessageState.HANDLED]
    with day.worker.sessions() as session:
        assert inbox.still_claimed(session, message) is None
