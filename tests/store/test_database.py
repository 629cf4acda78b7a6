"""The engine and the revision of the schema, on SQLite and PostgreSQL."""

import stat
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text

from mailworker.errors import DatabaseOutdated, DatabaseTooNew, DatabaseUnreachable
from mailworker.store import database
from mailworker.store.schema import MailboxRow


# SQLite does not tell of an index on an expression; PostgreSQL does, and there it is compared.
@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based index")
def test_upgrade_makes_the_schema_that_the_models_describe(empty_database_url: str) -> None:
    engine = database.open_engine(empty_database_url)
    before, after = database.upgrade(engine)
    assert before is None
    assert database.upgrade(engine) == (after, after)
    database.check_revision(engine)
    with engine.connect() as connection:
        config = database.alembic_config()
        config.attributes["connection"] = connection
        command.check(config)  # raises when the models and the migrations differ
    engine.dispose()


def test_an_empty_database_is_prepared_and_one_of_another_revision_waits_for_its_operator(
    empty_database_url: str,
) -> None:
    engine = database.open_engine(empty_database_url)
    database.prepare(engine)
    database.check_revision(engine)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM alembic_version"))
    with pytest.raises(DatabaseOutdated, match="Run: mailworker db upgrade"):
        database.prepare(engine)
    engine.dispose()


def test_a_database_that_a_later_version_made_is_left_alone(empty_database_url: str) -> None:
    engine = database.open_engine(empty_database_url)
    database.prepare(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for touch in (database.prepare, database.check_revision, database.upgrade):
        with pytest.raises(DatabaseTooNew, match="revision 9999, which this version does not know"):
            touch(engine)
    engine.dispose()


def test_a_file_that_is_not_there_is_made_only_where_that_is_wanted(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new' / 'ledger.db'}"
    assert database.is_there(url) is False
    with pytest.raises(DatabaseUnreachable, match="There is no database"):
        database.open_engine(url, create=False)
    assert list(tmp_path.iterdir()) == []
    database.open_engine(url).dispose()
    assert database.is_there(url) is True


def test_who_reads_keeps_nobody_from_writing_and_sees_what_was_there_when_it_began(database_url: str) -> None:
    engine = database.open_engine(database_url)
    sessions = database.session_factory(engine)
    count = text("SELECT count(*) FROM mailbox")
    with database.reading(sessions) as session:
        assert session.execute(count).scalar_one() == 0
        with sessions.begin() as writing:
            writing.add(MailboxRow(name="box", uidvalidity=1))
        assert session.execute(count).scalar_one() == 0
    with database.reading(sessions) as session:
        assert session.execute(count).scalar_one() == 1
    engine.dispose()


def test_a_sqlite_file_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "new" / "ledger.db"
    engine = database.open_engine(f"sqlite:///{file}")
    database.prepare(engine)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in file.parent.iterdir()}
    engine.dispose()
    assert set(modes.values()) == {0o600}


@pytest.mark.parametrize(
    "url", ["nonsense", "oracle://x", "sqlite:////proc/none/x.db", "postgresql+psycopg://u:geheim@127.0.0.1:1/x"]
)
def test_a_database_that_cannot_be_used_is_one_clear_error_without_the_password(url: str) -> None:
    with pytest.raises(DatabaseUnreachable) as raised:
        database.prepare(database.open_engine(url))
    assert "MAILWORKER_DATABASE__URL" in str(raised.value)
    assert "geheim" not in str(raised.value)
