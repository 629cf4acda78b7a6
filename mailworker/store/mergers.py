"""Two organisations of the register, looked at and made one. Takes a session, never commits."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from mailworker.domain.merge import Merger, merge
from mailworker.domain.organisation import Directory, identity
from mailworker.domain.programme import Programme
from mailworker.domain.registration import Registration
from mailworker.store import registrations
from mailworker.store.schema import EventRow, OrganisationRow, RegistrationRow


@dataclass(frozen=True, slots=True)
class Pair:
    """An organisation of the register by its key and name, and the one that it turns out to be."""

    key: str
    name: str
    into_key: str
    into: str


def registered(session: Session, directory: Directory, name: str) -> tuple[str, str] | None:
    """Key and name of the organisation of the register that is meant: spelled like this, or known under that name."""
    known = directory.find(name)
    for key in dict.fromkeys((identity(name), identity(known.name) if known else "")):
        row = session.scalars(select(OrganisationRow).where(OrganisationRow.key == key)).first() if key else None
        if row is not None:
            return row.key, row.name
    return None


def propose(session: Session, pair: Pair, programme: Programme) -> Merger:
    """What becomes of the register when the pair is one; nobody else decides about it until the transaction ends."""
    rows = registrations.of_organisations(session, [pair.key, pair.into_key])
    shared = {table.id for table in programme.tables if table.capacity is not None} & {row.table for row in rows}
    registrations.lock_tables(session, shared)
    registrations.lock_organisations(session, {pair.key: pair.name, pair.into_key: pair.into})
    keys = [pair.key, pair.into_key]
    found = registrations.of_organisations(session, keys) + registrations.of_tables(session, shared)
    everybody = {row.id: row for row in found}
    into = pair.into_key, pair.into
    return merge(everybody.values(), into, programme, of=lambda row: row.organisation_key == pair.key)


def carry_out(session: Session, pair: Pair, merger: Merger, *, by: str, message: int | None, now: datetime) -> None:
    """Writes what was proposed in the same transaction, with the audit trail of each registration."""
    ids = {row.key: row.id for row in session.scalars(select(OrganisationRow))}
    closed = {row.id for row in merger.twice}
    for change in merger.changes:
        before, after = change.before, change.after
        row = session.get_one(RegistrationRow, after.id)
        if before is not None and before.status is not after.status:
            row.since = now
        row.organisation_id = ids[after.organisation_key]
        row.participant_address, row.address, row.arrival = after.participant_address, after.address, after.arrival
        row.status, row.place, row.seat = after.status, after.place, after.seat
        # One by one, so that a place is free in the database before the next row takes it.
        session.flush()
        session.add(
            EventRow(
                at=now,
                message_row=message,
                registration_id=row.id,
                what="moved" if after.id in closed or _same_status(before, after) else after.status,
                rule=change.rule,
                evidence={"from": pair.name, "into": pair.into, "asked_by": by if "@" in by else ""},
            )
        )
    evidence = {"value": pair.name, "organisation": pair.into}
    into = ids[pair.into_key]
    session.add(
        EventRow(at=now, message_row=message, organisation_id=into, what="merge", rule=by[:100], evidence=evidence)
    )


def _same_status(before: Registration | None, after: Registration) -> bool:
    return before is not None and before.status is after.status
