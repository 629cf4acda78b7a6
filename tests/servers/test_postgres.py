"""What tests may rely on in the databases that the fixtures give them."""

import pytest
import sqlalchemy
from sqlalchemy.exc import OperationalError

from tests.servers.postgres import Postgres


def run(url: str, statement: str) -> object:
    engine = sqlalchemy.create_engine(url)
    try:
        with engine.begin() as connection:
            return connection.scalar(sqlalchemy.text(statement))
    finally:
        engine.dispose()


def test_an_empty_database_of_that_kind_has_no_tables(empty_database_url: str, database_kind: str) -> None:
    engine = sqlalchemy.create_engine(empty_database_url)
    assert engine.dialect.name == database_kind
    assert sqlalchemy.inspect(engine).get_table_names() == []
    engine.dispose()


def test_it_speaks_utf8(empty_database_url: str) -> None:
    assert run(empty_database_url, "SELECT 'één – ✓'") == "één – ✓"


def test_a_database_can_copy_another(postgres: Postgres) -> None:
    template = postgres.create_database()
    engine = sqlalchemy.create_engine(postgres.url(template))
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("CREATE TABLE kopie AS SELECT 7 AS aantal"))
    engine.dispose()
    copy = postgres.create_database(template=template)
    assert run(postgres.url(copy), "SELECT aantal FROM kopie") == 7


def test_a_database_goes_away_under_an_open_connection(postgres: Postgres) -> None:
    name = postgres.create_database()
    engine = sqlalchemy.create_engine(postgres.url(name))
    with engine.connect() as connection:
        assert connection.scalar(sqlalchemy.text("SELECT 1")) == 1
        postgres.drop_database(name)
        connection.invalidate()
    engine.dispose()
    with pytest.raises(OperationalError):
        run(postgres.url(name), "SELECT 1")


def test_an_outage_breaks_connections_off_and_keeps_the_data(postgres: Postgres) -> None:
    url = postgres.url(postgres.create_database())
    engine = sqlalchemy.create_engine(url)
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("CREATE TABLE blijft AS SELECT 7 AS aantal"))
    engine.dispose()
    postgres.stop()
    with pytest.raises(OperationalError):
        run(url, "SELECT 1")
    postgres.start()
    assert run(url, "SELECT aantal FROM blijft") == 7
