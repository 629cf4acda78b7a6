"""Other names and mail domains that staff gave to organisations, on top of the configuration. Never commits.

A name or a domain belongs to one organisation: one that is another's own is refused, since what two of them claim
would belong to neither.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from mailworker.domain.organisation import Directory, identity
from mailworker.store.schema import AliasRow, EventRow, OrganisationRow, RegistrationRow
from mailworker.store.uniqueness import insert_if_new

NAME, DOMAIN = "name", "domain"
_EVENTS = {NAME: "alias", "name removed": "alias removed"}
_LONGEST = 300
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")


class Added(StrEnum):
    """What became of a name or a domain that staff gave to an organisation."""

    DONE = "done"
    KNOWN = "known"
    """It was that organisation's already."""
    TAKEN = "taken"
    """It is another organisation's."""
    SHARED = "shared"
    """Everybody may have an address at that domain."""
    UNFIT = "unfit"
    """It is no name, or no domain."""


@dataclass(frozen=True, slots=True)
class Addition:
    """`owner` is the organisation that has it already; `registered`: under that very name people are registered."""

    added: Added
    owner: str = ""
    registered: bool = False


@dataclass(frozen=True, slots=True)
class Alias:
    """One name or domain that staff gave: `kind` is "name" or "domain"."""

    organisation: str
    kind: str
    value: str
    added_at: datetime
    added_by: str


def listing(session: Session) -> list[Alias]:
    """All names and domains that staff gave, by organisation."""
    rows = session.scalars(select(AliasRow).order_by(AliasRow.organisation, AliasRow.kind.desc(), AliasRow.id))
    return [Alias(row.organisation, row.kind, row.value, row.added_at, row.added_by) for row in rows]


def directory_with(session: Session, directory: Directory) -> Directory:
    """The configured organisations together with what staff gave them."""
    aliases: dict[str, tuple[str, ...]] = {}
    domains: dict[str, tuple[str, ...]] = {}
    for kind, organisation, value in session.execute(
        select(AliasRow.kind, AliasRow.organisation, AliasRow.value).order_by(AliasRow.id)
    ):
        given = aliases if kind == NAME else domains
        given[organisation] = (*given.get(organisation, ()), value)
    return directory.with_additions(aliases, domains) if aliases or domains else directory


def known_as(session: Session, directory: Directory, name: str) -> str | None:
    """The organisation that the name means, of those that are known or have registrations; None for any other."""
    found = directory.find(name)
    return found.name if found is not None else _registered_as(session, identity(name))


def add_alias(
    session: Session,
    directory: Directory,
    organisation: str,
    alias: str,
    *,
    by: str,
    now: datetime,
    message: int | None = None,
) -> Addition:
    """Gives another name to an organisation; `directory` is the one with all that staff gave before.

    `by` is who does, `message` the mail in which they say so.
    """
    value = " ".join(alias.split())
    key = identity(value)
    if not key or len(value) > _LONGEST or len(key) > _LONGEST:
        return Addition(Added.UNFIT)
    owner = directory.exactly(key)
    if owner is not None:
        return Addition(Added.KNOWN if owner.name == organisation else Added.TAKEN, owner.name)
    if identity(organisation) == key:
        return Addition(Added.KNOWN, organisation)
    registered = _registered_as(session, key)
    if registered is not None:
        return Addition(Added.TAKEN, registered, registered=True)
    return _add(session, NAME, value, organisation, by=by, now=now, message=message)


def add_domain(
    session: Session, directory: Directory, organisation: str, domain: str, *, by: str, now: datetime
) -> Addition:
    """Gives a mail domain to an organisation: whoever writes from there speaks for it."""
    value = domain.strip().lower().rpartition("@")[2].rstrip(".")
    if not _HOST.fullmatch(value):
        return Addition(Added.UNFIT)
    if value in directory.shared_domains:
        return Addition(Added.SHARED)
    owners = [one.name for one in directory.organisations if value in {known.lower() for known in one.domains}]
    if owners:
        return Addition(Added.KNOWN if owners == [organisation] else Added.TAKEN, owners[0])
    return _add(session, DOMAIN, value, organisation, by=by, now=now)


def remove(session: Session, kind: str, value: str, *, by: str, now: datetime) -> bool:
    """Takes a name or a domain back that staff gave; whether there was one."""
    key = identity(value) if kind == NAME else value.strip().lower()
    row = session.scalars(select(AliasRow).where(AliasRow.kind == kind, AliasRow.key == key)).one_or_none()
    if row is None:
        return False
    _note(session, f"{kind} removed", row.value, row.organisation, by=by, now=now)
    session.execute(delete(AliasRow).where(AliasRow.id == row.id))
    return True


def hand_over(session: Session, organisation: str, to: str, *, by: str, now: datetime) -> None:
    """One organisation turned out to be another: its name, and what staff gave it, are the other's from now on."""
    session.execute(update(AliasRow).where(AliasRow.organisation == organisation).values(organisation=to))
    _add(session, NAME, organisation, to, by=by, now=now)


def _add(
    session: Session, kind: str, value: str, organisation: str, *, by: str, now: datetime, message: int | None = None
) -> Addition:
    key = identity(value) if kind == NAME else value
    values = {
        "kind": kind,
        "key": key,
        "value": value,
        "organisation": organisation,
        "added_at": now,
        "added_by": by[:400],
    }
    if insert_if_new(session, AliasRow, values) is not None:
        _note(session, kind, value, organisation, by=by, now=now, message=message)
        return Addition(Added.DONE, organisation)
    row = session.scalars(select(AliasRow).where(AliasRow.kind == kind, AliasRow.key == key)).one()
    return Addition(Added.KNOWN if row.organisation == organisation else Added.TAKEN, row.organisation)


def _registered_as(session: Session, key: str) -> str | None:
    """The name of the organisation of that identity, where somebody was ever registered for it."""
    statement = (
        select(OrganisationRow.name)
        .join(RegistrationRow, RegistrationRow.organisation_id == OrganisationRow.id)
        .where(OrganisationRow.key == key)
        .limit(1)
    )
    return session.scalars(statement).first()


def _note(
    session: Session, kind: str, value: str, organisation: str, *, by: str, now: datetime, message: int | None = None
) -> None:
    """The line of the audit trail: staff read of it in the digest."""
    evidence = {"value": value, "organisation": organisation}
    what = _EVENTS.get(kind, kind)
    session.add(EventRow(at=now, message_row=message, what=what, rule=by[:100], evidence=evidence))
