"""Insert a row unless its like is there: the constraint decides, in one statement, for any number of workers."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from mailworker.store.schema import Base


def insert_if_new(session: Session, model: type[Base], values: dict[str, Any]) -> int | None:
    """The id of the new row; None when a uniqueness constraint says that it exists.

    A concurrent insert of the like is waited for, so that what is None here can be read right after.
    """
    table = model.__table__
    dialect = session.get_bind().dialect.name
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    statement = insert(model).values(values).on_conflict_do_nothing().returning(table.c.id)
    return session.execute(statement).scalar_one_or_none()
