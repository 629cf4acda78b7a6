"""The fixtures that all tests share: real servers, started once a run where they are slow, and fresh stores.

`mailbox`               a new, empty mailbox of the run's Dovecot (tests.servers.dovecot.Mailbox)
`dovecot`               that Dovecot itself, to stop and start it; after the test it runs again
`submission_server`     an SMTP server that takes everything without TLS or login
`start_submission`      one with options: start_submission(security=..., username=..., size_limit=...)
`certificate`           the self-signed certificate of the run's TLS servers
`database_kind`         "sqlite", then "postgresql": a test that uses it, or a database, runs once with each
`empty_database_url`    a database without tables
`database_url`          a database at the newest revision
`postgres`              the run's PostgreSQL itself
`chromium`              a browser that shows HTML as a mail program would (tests.servers.chromium.Chromium)
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from mailworker.store.database import open_engine, upgrade
from tests.servers.certificate import Certificate, make_certificate
from tests.servers.chromium import Chromium
from tests.servers.dovecot import Dovecot, Mailbox
from tests.servers.postgres import Postgres
from tests.servers.submission import SubmissionServer

# `make test` tries the same examples each time, on machines of any speed; `make fuzz` looks for new ones.
settings.register_profile("suite", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=3000, deadline=None, print_blob=True)
settings.load_profile("suite")


@pytest.fixture(autouse=True)
def _own_settings_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings of whoever runs the tests reach no test."""
    for name in os.environ:
        if name.startswith("MAILWORKER_") and not name.startswith("MAILWORKER_TEST_"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture(scope="session")
def running_dovecot() -> Iterator[Dovecot]:
    server = Dovecot()
    try:
        server.start()
        yield server
    finally:
        server.close()


@pytest.fixture
def dovecot(running_dovecot: Dovecot) -> Iterator[Dovecot]:
    yield running_dovecot
    running_dovecot.start()


@pytest.fixture
def mailbox(dovecot: Dovecot) -> Mailbox:
    return dovecot.new_mailbox()


@pytest.fixture
def start_submission(request: pytest.FixtureRequest) -> Iterator[Callable[..., SubmissionServer]]:
    started: list[SubmissionServer] = []

    def start(**options: Any) -> SubmissionServer:
        certificate = request.getfixturevalue("certificate") if "security" in options else None
        server = SubmissionServer(certificate=certificate, **options)
        started.append(server)
        return server.start()

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def submission_server(start_submission: Callable[..., SubmissionServer]) -> SubmissionServer:
    return start_submission()


@pytest.fixture(scope="session")
def running_postgres() -> Iterator[Postgres]:
    server = Postgres()
    try:
        server.start()
        yield server
    finally:
        server.close()


@pytest.fixture
def postgres(running_postgres: Postgres) -> Iterator[Postgres]:
    yield running_postgres
    running_postgres.start()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    browser = Chromium()
    yield browser
    browser.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def empty_database_url(database_kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    if database_kind == "sqlite":
        yield sqlite_url(tmp_path / "empty.sqlite3")
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = server.create_database()
    yield server.url(name)
    server.drop_database(name)


@pytest.fixture
def database_url(database_kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    if database_kind == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        shutil.copy(template, tmp_path / "mailworker.sqlite3")
        yield sqlite_url(tmp_path / "mailworker.sqlite3")
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = server.create_database(template=request.getfixturevalue("postgres_template"))
    yield server.url(name)
    server.drop_database(name)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file to copy; it has no -wal beside it once the last connection is closed."""
    file = tmp_path_factory.mktemp("template") / "template.sqlite3"
    migrate(sqlite_url(file))
    return file


@pytest.fixture(scope="session")
def postgres_template(running_postgres: Postgres) -> str:
    """The name of a migrated database to copy; nobody may be connected to it."""
    name = running_postgres.create_database()
    migrate(running_postgres.url(name))
    return name


def migrate(url: str) -> None:
    """The database is at the newest revision and nobody is connected to it any more."""
    engine = open_engine(url)
    upgrade(engine)
    engine.dispose()


def sqlite_url(file: Path) -> str:
    """SQLAlchemy's URL of that file."""
    return f"sqlite:///{file}"
