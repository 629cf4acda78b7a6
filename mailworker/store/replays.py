"""Stored messages to be looked at once more, some at a time, with what became of them. Never commits."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, sessionmaker

from mailworker.domain.states import MessageState
from mailworker.store.database import reading
from mailworker.store.schema import MessageRow, RawRow

_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Past:
    """What became of a message: `reading` is what was stored as read, `instruction` what staff decided, if they did.

    `decisions` is how often they decided; an instruction without a decision was entered by hand.
    """

    number: int
    state: MessageState
    rule: str
    why: str
    error: str
    reading: Mapping[str, Any] | None
    instruction: Mapping[str, Any] | None
    decisions: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which messages: those with these `numbers`, where numbers are given, and in this `state`, where one is."""

    numbers: frozenset[int] | None = None
    state: MessageState | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        """As SQL."""
        found: list[ColumnElement[bool]] = []
        if self.numbers is not None:
            found.append(MessageRow.id.in_(self.numbers))
        if self.state is not None:
            found.append(MessageRow.state == self.state)
        return found


def count(session: Session, chosen: Chosen) -> int:
    """How many there are."""
    return session.execute(select(func.count()).select_from(MessageRow).where(*chosen.conditions())).scalar_one()


def unknown(session: Session, numbers: Collection[int]) -> list[int]:
    """Those of the numbers that no message has."""
    known = set(session.scalars(select(MessageRow.id).where(MessageRow.id.in_(numbers))))
    return sorted(set(numbers) - known)


def each(sessions: sessionmaker[Session], chosen: Chosen) -> Iterator[Past]:
    """One after the other, the oldest first; no transaction is open while the caller looks at one."""
    after = 0
    while True:
        with reading(sessions) as session:
            statement = select(MessageRow).where(MessageRow.id > after, *chosen.conditions())
            rows = [_past(row) for row in session.scalars(statement.order_by(MessageRow.id).limit(_AT_ONCE))]
        yield from rows
        if len(rows) < _AT_ONCE:
            return
        after = rows[-1].number


def raw(session: Session, number: int) -> bytes | None:
    """The stored octets of a message; None when they are not kept any more."""
    return session.scalars(select(RawRow.content).where(RawRow.message_row == number)).one_or_none()


def _past(row: MessageRow) -> Past:
    return Past(
        number=row.id,
        state=MessageState(row.state),
        rule=row.rule,
        why=row.why,
        error=row.error,
        reading=row.reading,
        instruction=row.instruction,
        decisions=row.decisions,
    )
