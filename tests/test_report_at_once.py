"""Several workers on one PostgreSQL: one digest a day, and each event in exactly one, whatever commits meanwhile."""

import random
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session, sessionmaker

from mailworker.store.database import open_engine, session_factory
from tests.test_report import DAY, MONDAY, makes, register, told

WORKERS = 4


@pytest.fixture(params=["postgresql"])
def database_kind() -> str:
    return "postgresql"


@pytest.fixture
def engines(database_url: str) -> Iterator[list[Engine]]:
    engines = [open_engine(database_url) for _ in range(WORKERS)]
    yield engines
    for engine in engines:
        engine.dispose()


@pytest.fixture
def workers(engines: list[Engine]) -> list[sessionmaker[Session]]:
    return [session_factory(engine) for engine in engines]


def test_workers_that_look_at_the_same_moment_make_one_digest(workers: list[sessionmaker[Session]]) -> None:
    with workers[0].begin() as session:
        register(session, "Jan", "Aquafin")
    with ThreadPoolExecutor(WORKERS) as pool:
        assert sorted(pool.map(lambda worker: makes(worker, MONDAY), workers)) == [0, 0, 0, 2]
    assert told(workers[0]) == {"2021-10-11": ["Jan"]}


def test_an_event_that_is_being_written_while_a_later_one_is_there_is_waited_for(
    workers: list[sessionmaker[Session]], engines: list[Engine]
) -> None:
    with ThreadPoolExecutor(1) as pool:
        with workers[0].begin() as slow:
            register(slow, "Slow", "Aquafin")
            with workers[1].begin() as fast:
                # The event's id is the later one; it is there first.
                fast.execute(text("INSERT INTO event (at, what, rule) VALUES (now(), 'alias', 'an')"))
            making = pool.submit(makes, workers[2], MONDAY)
            wait_for_a_lock(engines[3])
        assert making.result(timeout=20) == 2
    assert told(workers[0]) == {"2021-10-11": ["Slow"]}


def wait_for_a_lock(engine: Engine) -> None:
    """Somebody waits for the audit trail to stand still."""
    waits = text("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'event'::regclass")
    until = time.monotonic() + 20
    with engine.connect() as connection:
        while not connection.execute(waits).scalar_one():
            assert time.monotonic() < until
            connection.rollback()
            time.sleep(0.01)


def test_registrations_that_come_in_all_the_while_stand_in_one_digest_each(
    workers: list[sessionmaker[Session]],
) -> None:
    names = [f"Persoon {number}" for number in range(60)]
    days = 6

    def writes(part: int) -> None:
        dice = random.Random(part)
        for name in names[part::2]:
            with workers[part].begin() as session:
                register(session, name, f"Organisatie {dice.randrange(1000)}")

    def reports(part: int) -> list[int]:
        return [makes(workers[part], MONDAY + day * DAY) for day in range(days)]

    with ThreadPoolExecutor(WORKERS) as pool:
        writing = [pool.submit(writes, part) for part in range(2)]
        reporting = [pool.submit(reports, part) for part in range(2, 4)]
        made = [sum(day) for day in zip(*(one.result(timeout=60) for one in reporting), strict=True)]
        for one in writing:
            one.result(timeout=60)
    assert max(made) == 2
    makes(workers[0], MONDAY + days * DAY)
    assert Counter(name for told_names in told(workers[0]).values() for name in told_names) == Counter(names)
