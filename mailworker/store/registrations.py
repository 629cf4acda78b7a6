"""The register, and its audit trail. Takes a session, never commits."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from mailworker.domain.notice import Row
from mailworker.domain.registration import Change, Key, Registration, person_key
from mailworker.domain.states import RegistrationStatus
from mailworker.store.schema import EventRow, OrganisationRow, RegistrationRow, TableRow
from mailworker.store.uniqueness import insert_if_new

_CORRECTED = "corrected"
"""What happened to a registration that keeps its status."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A registration as people see it in lists; `since` is when it got its present status (UTC).

    Who waits stands in the line by `turn`.
    """

    id: int
    participant: str
    organisation: str
    table: str
    status: RegistrationStatus
    address: str
    since: datetime
    turn: tuple[int, int] = (0, 0)


def lock_organisations(session: Session, names: dict[str, str]) -> None:
    """Makes rows for these organisations (key to name) and locks them until the transaction ends.

    Whoever decides on an organisation's places does so alone; the order of the keys keeps two of them from waiting for
    each other. On SQLite the transaction itself is the lock.
    """
    for key, name in sorted(names.items()):
        insert_if_new(session, OrganisationRow, {"key": key, "name": name})
    statement = (
        select(OrganisationRow.id).where(OrganisationRow.key.in_(names)).order_by(OrganisationRow.key).with_for_update()
    )
    session.execute(statement).all()


def lock_tables(session: Session, table_ids: Collection[str]) -> None:
    """Locks tables with a capacity until the transaction ends: before the organisations, and always in this order."""
    for table_id in sorted(table_ids):
        insert_if_new(session, TableRow, {"table_id": table_id})
    statement = select(TableRow.id).where(TableRow.table_id.in_(table_ids)).order_by(TableRow.table_id)
    session.execute(statement.with_for_update()).all()


def of_tables(session: Session, table_ids: Collection[str]) -> list[Registration]:
    """All registrations at these tables, whatever their status."""
    return _load(session, _joined().where(RegistrationRow.table_id.in_(table_ids))) if table_ids else []


def of_organisations(session: Session, keys: Collection[str]) -> list[Registration]:
    """All registrations of these organisations, whatever their status."""
    return _load(session, _joined().where(OrganisationRow.key.in_(keys))) if keys else []


def of_address(session: Session, address: str) -> list[Registration]:
    """The active registrations that a mail from this address may change."""
    mine = or_(
        func.lower(RegistrationRow.address) == address.lower(),
        func.lower(RegistrationRow.participant_address) == address.lower(),
    )
    return _load(session, _joined().where(mine, RegistrationRow.status != RegistrationStatus.CANCELLED))


def _joined() -> Select[RegistrationRow, str, str]:
    return select(RegistrationRow, OrganisationRow.key, OrganisationRow.name).join(
        OrganisationRow, RegistrationRow.organisation_id == OrganisationRow.id
    )


def _load(session: Session, statement: Select[RegistrationRow, str, str]) -> list[Registration]:
    return [
        Registration(
            table=row.table_id,
            organisation=name,
            organisation_key=key,
            participant=row.participant,
            status=RegistrationStatus(row.status),
            address=row.address,
            arrival=row.arrival,
            place=row.place,
            seat=row.seat,
            participant_address=row.participant_address,
            id=row.id,
        )
        for row, key, name in session.execute(statement.order_by(RegistrationRow.id))
    ]


def apply(
    session: Session,
    changes: Iterable[Change],
    *,
    message_row: int,
    now: datetime,
    evidence: Callable[[Change], dict[str, Any]],
) -> None:
    """Writes changes in their order, each with its line in the audit trail.

    IntegrityError or StaleDataError (from the flush) when another worker was faster: roll back and decide afresh.
    """
    changes = list(changes)
    ids = _ids_of_organisations(session, {change.after.organisation_key for change in changes})
    rows: dict[Key, RegistrationRow] = {}
    for change in changes:
        before, after = change.before, change.after
        row = rows.pop(before.key, None) if before is not None else None
        if row is None and after.id is not None:
            row = session.get(RegistrationRow, after.id)
        if row is None:
            row = RegistrationRow(table_id=after.table)
            session.add(row)
        rows[after.key] = row
        same_status = before is not None and before.status is after.status
        if not same_status:
            row.since = now
        row.organisation_id, row.participant_key = ids[after.organisation_key], after.participant_key
        row.participant, row.participant_address = after.participant, after.participant_address
        row.address, row.arrival = after.address, after.arrival
        row.status, row.place, row.seat = after.status, after.place, after.seat
        # One by one, so that a place is free in the database before the next row takes it.
        session.flush()
        corrected = _corrected(change)
        session.add(
            EventRow(
                at=now,
                message_row=message_row,
                registration_id=row.id,
                what=_CORRECTED if corrected and same_status else after.status,
                rule=change.rule,
                evidence=evidence(change) | corrected,
            )
        )


def _ids_of_organisations(session: Session, keys: Collection[str]) -> dict[str, int]:
    return {row.key: row.id for row in session.scalars(select(OrganisationRow).where(OrganisationRow.key.in_(keys)))}


def _corrected(change: Change) -> dict[str, str]:
    """What stood there before, where a name or an organisation was put right."""
    before, after = change.before, change.after
    if before is None:
        return {}
    if before.organisation_key != after.organisation_key:
        return {"from": before.organisation, "into": after.organisation}
    if before.participant != after.participant:
        return {"from": before.participant, "into": after.participant}
    return {}


def refuse(session: Session, rows: Iterable[Row], *, message_row: int, now: datetime, evidence: dict[str, Any]) -> None:
    """Writes down who got no place at a programme that keeps no waiting list.

    Who never was registered there has no registration to tell it; who was, hears of it in its story.
    """
    for row in rows:
        found = (
            select(RegistrationRow.id)
            .join(OrganisationRow, RegistrationRow.organisation_id == OrganisationRow.id)
            .where(
                RegistrationRow.table_id == row.table,
                RegistrationRow.participant_key == person_key(row.participant),
                OrganisationRow.name == row.organisation,
            )
        )
        names = {"participant": row.participant, "organisation": row.organisation, "table": row.table}
        session.add(
            EventRow(
                at=now,
                message_row=message_row,
                registration_id=session.scalars(found).first(),
                what=row.status.value,
                rule="table full" if row.table_full else "place taken",
                evidence=names | evidence,
            )
        )


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of a registration's story; `message` is the number of the mail that asked for it."""

    at: datetime
    what: str
    rule: str
    message: int | None
    evidence: dict[str, Any]


def story(session: Session, registration: int) -> tuple[Listed, list[Happened]] | None:
    """A registration and all that happened to it, the oldest first; None when there is none of that number."""
    listed = [one for one in listing(session) if one.id == registration]
    if not listed:
        return None
    events = session.scalars(select(EventRow).where(EventRow.registration_id == registration).order_by(EventRow.id))
    return listed[0], [Happened(e.at, e.what, e.rule, e.message_row, e.evidence or {}) for e in events]


def listing(session: Session, *, statuses: Collection[RegistrationStatus] = ()) -> list[Listed]:
    """All registrations by table, organisation and arrival; only those with these statuses, if any are given."""
    statement = (
        select(RegistrationRow, OrganisationRow.name)
        .join(OrganisationRow, RegistrationRow.organisation_id == OrganisationRow.id)
        .order_by(RegistrationRow.table_id, OrganisationRow.name, RegistrationRow.arrival, RegistrationRow.id)
    )
    if statuses:
        statement = statement.where(RegistrationRow.status.in_(statuses))
    return [
        Listed(
            id=row.id,
            participant=row.participant,
            organisation=name,
            table=row.table_id,
            status=RegistrationStatus(row.status),
            address=row.participant_address or row.address,
            since=row.since,
            turn=(row.arrival, row.id),
        )
        for row, name in session.execute(statement)
    ]
