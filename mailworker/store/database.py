"""The engine, its transactions, and the revision of the schema.

SQLite (WAL) is the default and serves one worker for years; any number of workers share one PostgreSQL. Transactions
that write take SQLite's write lock at once (BEGIN IMMEDIATE): a plain BEGIN that reads first and writes then fails
without waiting when another one writes meanwhile.
"""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, inspect, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from mailworker.errors import DatabaseOutdated, DatabaseTooNew, DatabaseUnreachable, ExtraMissing

BUSY_TIMEOUT_MS = 15_000
_READS_ONLY = "mailworker_reads_only"
"""The execution option of a connection whose transaction does not take SQLite's write lock."""


def open_engine(url: str, *, create: bool = True) -> Engine:
    """An engine for that URL; DatabaseUnreachable when it names no database that we can work with.

    ExtraMissing when its driver is not installed. A SQLite file is made with its folder, readable by its owner only: it
    holds people's names and their mail. Without `create` none is made: one that is not there is DatabaseUnreachable.
    """
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() != "sqlite":
            return create_engine(parsed, pool_pre_ping=True)
        if parsed.database and parsed.database != ":memory:":
            if not create and not Path(parsed.database).exists():
                raise _missing(Path(parsed.database))
            _prepare_file(Path(parsed.database))
        engine = create_engine(parsed, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000})
    except (ArgumentError, SQLAlchemyError, ImportError, ValueError) as error:
        if isinstance(error, ImportError) and parsed.get_backend_name() == "postgresql":
            raise ExtraMissing(
                "The driver of PostgreSQL, which the database URL names, is missing", "postgres"
            ) from error
        raise DatabaseUnreachable(
            "The database URL is not one we can use",
            "Set MAILWORKER_DATABASE__URL to sqlite:///path/to/file.db, or to postgresql://user:password@host/name",
        ) from error
    event.listen(engine, "connect", _configure_sqlite)
    event.listen(engine, "begin", _begin)
    return engine


def is_there(url: str) -> bool:
    """Whether the database exists, as far as that shows without connecting: False for a SQLite file yet to be made.

    DatabaseUnreachable when it could not be made either.
    """
    parsed = make_url(url)
    path = Path(parsed.database or "").absolute()
    if parsed.get_backend_name() != "sqlite" or path.exists():
        return True
    nearest = next(folder for folder in path.parents if folder.exists())
    if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
        raise DatabaseUnreachable(
            f"The database file {path} cannot be made in {nearest}",
            "Give the worker's user the right to write that folder, or set MAILWORKER_DATABASE__URL to another file",
        )
    return False


def _missing(path: Path) -> DatabaseUnreachable:
    return DatabaseUnreachable(
        f"There is no database {path}",
        "Check MAILWORKER_DATABASE__URL; mailworker run, poll and db upgrade make a database",
    )


def _prepare_file(path: Path) -> None:
    if path.exists() and not path.is_file():
        raise DatabaseUnreachable(
            f"The database {path} is no file", "Set MAILWORKER_DATABASE__URL to sqlite:///path/to/file.db"
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        elif path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            path.chmod(0o600)
    except OSError as error:
        raise DatabaseUnreachable(
            f"The database file {path} cannot be opened ({error.strerror})",
            "Give the worker's user the right to write that folder, or set MAILWORKER_DATABASE__URL to another file",
        ) from error


def _configure_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    # FULL: what "receive" committed must survive a power cut, since the mail may be moved on the server right after.
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _begin(connection: Any) -> None:
    reads_only = connection.get_execution_options().get(_READS_ONLY, False)
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")


@contextmanager
def reading(sessions: sessionmaker[Session]) -> Iterator[Session]:
    """A session that sees the database as it is now, whatever others commit, and keeps nobody from writing."""
    with sessions() as session:
        server = session.get_bind().dialect.name == "postgresql"
        snapshot = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        session.connection(execution_options=snapshot if server else {_READS_ONLY: True})
        yield session


def session_factory(engine: Engine) -> sessionmaker[Session]:
    """Sessions whose objects stay readable after the commit."""
    return sessionmaker(engine, expire_on_commit=False)


@contextmanager
def reachable(engine: Engine) -> Iterator[None]:
    """Turns a database that does not answer into an error that says what to do; the password is never shown."""
    try:
        yield
    except DatabaseError as error:
        if type(error) not in {OperationalError, DatabaseError}:
            raise  # a constraint, a wrong value: not the database's state, but what was asked of it
        where = engine.url.render_as_string(hide_password=True)
        raise DatabaseUnreachable(
            f"The database {where} does not answer ({type(error.orig).__name__})",
            "Check MAILWORKER_DATABASE__URL (a SQLite file must be one), that the server runs, that the disk has room",
        ) from error


def upgrade(engine: Engine) -> tuple[str | None, str]:
    """Brings the database to this version's revision; gives the revisions before and after. DatabaseTooNew for one
    that a later version made."""
    from alembic import command

    with reachable(engine), engine.connect() as connection:
        before = _current(connection)
        connection.rollback()
        _require_known(before)
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        return before, _head()


def prepare(engine: Engine) -> None:
    """Makes the tables in an empty database; DatabaseOutdated or DatabaseTooNew for one that is of another revision.

    Only what holds nothing is changed without being asked: a database with registrations waits for its operator.
    """
    if is_empty(engine):
        upgrade(engine)
    check_revision(engine)


def is_empty(engine: Engine) -> bool:
    """Whether the database has no tables at all."""
    with reachable(engine), engine.connect() as connection:
        return not inspect(connection).get_table_names()


def check_revision(engine: Engine) -> None:
    """DatabaseOutdated, or DatabaseTooNew, unless the database has the revision that this version works with."""
    with reachable(engine), engine.connect() as connection:
        current = _current(connection)
    _require_known(current)
    if current != _head():
        have = f"revision {current}" if current else "no tables of ours yet"
        raise DatabaseOutdated(f"The database has {have}, this version needs {_head()}", "Run: mailworker db upgrade")


def _require_known(revision: str | None) -> None:
    from alembic.script import ScriptDirectory

    known = {script.revision for script in ScriptDirectory.from_config(alembic_config()).walk_revisions()}
    if revision is not None and revision not in known:
        raise DatabaseTooNew(
            f"The database has revision {revision}, which this version does not know: a later mailworker made it",
            "Install that version again, or set MAILWORKER_DATABASE__URL to another database",
        )


def _current(connection: Any) -> str | None:
    from alembic.runtime.migration import MigrationContext

    return MigrationContext.configure(connection).get_current_revision()


def _head() -> str:
    from alembic.script import ScriptDirectory

    head = ScriptDirectory.from_config(alembic_config()).get_current_head()
    assert head is not None, "the package ships migrations"
    return head


def alembic_config() -> Any:
    """Alembic set up in code: where the revisions stand, no file and no URL."""
    from alembic.config import Config

    config = Config(stdout=sys.stdout)  # not what it was when alembic was imported
    config.set_main_option("script_location", "mailworker.store:migrations")
    config.set_main_option("path_separator", "os")
    return config
