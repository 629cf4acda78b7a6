"""Alembic's entry: runs on the connection that `database.upgrade` hands over, one upgrade at a time."""

from alembic import context
from sqlalchemy import text

from mailworker.store.schema import Base

_LOCK = 0x6D61696C  # "mail": an advisory lock, so that workers which start together upgrade one after the other


def run() -> None:
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        context.run_migrations()


run()
