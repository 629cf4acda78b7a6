"""What the audit trail says of a stretch of time, and how it is arranged: by table, by kind, halves put together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailworker.domain.programme import Programme


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the audit trail about a registration, or about a mail that staff or the rule said no to.

    `what` is the status that it got, or the ruling; `rule` is why; `message` the mail that led to it; `asked_by` is
    an address, "" where the trail does not say. `note` is what staff added in their own words. `formerly` is the name
    or the organisation that stood there before it was put right.
    """

    id: int
    at: datetime
    what: str
    rule: str
    message: int | None = None
    table: str = ""
    participant: str = ""
    organisation: str = ""
    asked_by: str = ""
    note: str = ""
    formerly: str = ""


class ChangeKind(StrEnum):
    """What happened at a table, in the order in which it is told."""

    NEW = "new"
    REPLACED = "replaced"
    CANCELLED = "cancelled"
    WAITING = "waiting"
    REFUSED = "refused"
    CORRECTED = "corrected"
    OTHER = "other"
    """A line of the trail that this version does not know: told all the same."""


_KINDS = {
    "confirmed": ChangeKind.NEW,
    "waiting": ChangeKind.WAITING,
    "cancelled": ChangeKind.CANCELLED,
    "refused": ChangeKind.REFUSED,
    "decline": ChangeKind.REFUSED,
    "corrected": ChangeKind.CORRECTED,
}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened at a table: who, and what became of them.

    `instead_of` is who left for a newcomer, or what stood there before it was put right.
    """

    kind: ChangeKind
    last: Happening
    instead_of: str = ""


def changes(happenings: Iterable[Happening], programme: Programme) -> tuple[Change, ...]:
    """What happened, by table in the programme's order, by kind, and in the order in which it happened.

    The two halves of a replacement are one change. A table that the programme dropped comes last.
    """
    order = {table: place for place, table in enumerate(programme.table_ids)}
    kinds = {kind: place for place, kind in enumerate(ChangeKind)}
    found = _paired(sorted(happenings, key=lambda one: one.id))
    return tuple(
        sorted(
            found,
            key=lambda change: (
                order.get(change.last.table, len(order)),
                change.last.table,
                kinds[change.kind],
                change.last.id,
            ),
        )
    )


def _paired(happenings: Sequence[Happening]) -> Iterator[Change]:
    left: dict[tuple[int | None, str, str], Happening] = {}
    for one in happenings:
        seat = (one.message, one.table, one.organisation)
        kind = _KINDS.get(one.what, ChangeKind.OTHER)
        if one.rule == "replaced":
            # Whoever left before and was followed by nobody at this table was replaced by one who was there already.
            if (alone := left.pop(seat, None)) is not None:
                yield Change(ChangeKind.CANCELLED, alone)
            left[seat] = one
        elif one.rule == "replacement":
            leaver = left.pop(seat, None)
            yield Change(ChangeKind.REPLACED, one, leaver.participant if leaver else "")
        else:
            yield Change(kind, one, one.formerly if kind is ChangeKind.CORRECTED else "")
    yield from (Change(ChangeKind.CANCELLED, alone) for alone in left.values())
