"""config/programme.toml and config/organisations.toml as the values of the domain, with all faults at once.

Only what a file can say wrongly is judged here; what a name in a mail means is the reader's.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError

from mailworker.config_files import Count, Location, MailAddress, Name, Section, Text, Texts, faults, key_of, read
from mailworker.domain.enterprise_number import enterprise_number
from mailworker.domain.organisation import Directory, Organisation, identity
from mailworker.domain.programme import Programme, Session, Table, WhenTaken
from mailworker.errors import Fault

_Claims = list[tuple[str, list[str]]]


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError from None
    return name


def _table_id(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(?:[-_][a-z0-9]+)*", text):
        raise ValueError
    return text


def _domain(text: str) -> str:
    lowered = text.lower()
    if not re.fullmatch(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W_](?:[\w-]*[^\W_])?", lowered):
        raise ValueError
    return lowered


def _written_as_date(value: object) -> object:
    # A bare number would count as seconds since 1970.
    if not isinstance(value, date | str):
        raise ValueError
    return value


def _enterprise_number(text: str) -> str:
    number = enterprise_number(text)
    if number is None:
        raise ValueError
    return number


Zone = Annotated[str, AfterValidator(_zone), Field(description='a time zone such as "Europe/Brussels"')]
TableId = Annotated[str, AfterValidator(_table_id), Field(description="small letters and digits, with - or _ between")]
Moment = Annotated[
    datetime, BeforeValidator(_written_as_date), Field(description="a date and time such as 2021-10-14T09:30:00")
]
Day = Annotated[date, BeforeValidator(_written_as_date), Field(description="a date such as 2022-06-30")]
Domain = Annotated[str, AfterValidator(_domain)]
Domains = Annotated[tuple[Domain, ...], Field(description="a list of mail domains such as example.be")]

EnterpriseNumber = Annotated[str, AfterValidator(_enterprise_number)]
EnterpriseNumbers = Annotated[
    tuple[EnterpriseNumber, ...],
    Field(description='a list of enterprise numbers with a right checksum, such as "0123.456.749"'),
]


class _Session(Section):
    starts: Moment
    place: Text = ""


class _Table(Section):
    id: TableId
    name: Name
    words: Texts = ()
    limit: Count | None = None
    capacity: Count | None = None
    sessions: Annotated[tuple[_Session, ...], Field(description="[[tables.sessions]] sections")] = ()


class _Programme(Section):
    name: Name
    organiser: Name
    mailbox: MailAddress
    language: Name = "nl"
    timezone: Zone = "Europe/Brussels"
    participants_per_organisation_per_table: Count = 1
    sessions_per_table: Count | None = None
    ends: Day | None = None
    when_taken: Annotated[WhenTaken, Field(description='"waiting", "refuse" or "staff"')] = WhenTaken.WAITING


class _ProgrammeFile(Section):
    programme: Annotated[_Programme, Field(description="a section [programme]")]
    tables: Annotated[tuple[_Table, ...], Field(min_length=1, description="one or more [[tables]] sections")]


class _Organisation(Section):
    name: Name
    aliases: Texts = ()
    domains: Domains = ()
    enterprise_numbers: EnterpriseNumbers = ()


class _SharedDomains(Section):
    names: Domains = ()


class _OrganisationsFile(Section):
    organisation: Annotated[tuple[_Organisation, ...], Field(description="[[organisation]] sections")] = ()
    shared_domains: Annotated[_SharedDomains, Field(description="a section [shared_domains]")] = _SharedDomains()


def read_programme(path: Path) -> tuple[Programme | None, list[Fault]]:
    """The programme of that file, or its faults."""
    raw, found = read(path)
    if found:
        return None, found
    tables = _items(raw, "tables")
    found += _clashes(path, "tables", "id", [(_owner(table, "id"), _texts(table, "id")) for table in tables])
    words = [(_owner(table, "id"), _texts(table, "name") + _texts(table, "words")) for table in tables]
    found += _clashes(path, "tables", "words", words)
    try:
        told = _ProgrammeFile.model_validate(raw)
    except ValidationError as error:
        return None, faults(error, _ProgrammeFile, _place(path, raw)) + found
    return (None, found) if found else (_programme(told), [])


def read_organisations(path: Path) -> tuple[Directory | None, list[Fault]]:
    """The organisations of that file, or its faults."""
    raw, found = read(path)
    if found:
        return None, found
    listed = _items(raw, "organisation")
    shared = raw.get("shared_domains")
    names = [(_owner(one, "name"), _texts(one, "name") + _texts(one, "aliases")) for one in listed]
    found += _clashes(path, "organisation", "aliases", names, identity)
    domains = [(_owner(one, "name"), _texts(one, "domains")) for one in listed]
    of_many = ("shared_domains", _texts(shared, "names") if isinstance(shared, dict) else [])
    found += _clashes(path, "organisation", "domains", [of_many, *domains])
    numbers = [(_owner(one, "name"), _texts(one, "enterprise_numbers")) for one in listed]
    found += _clashes(path, "organisation", "enterprise_numbers", numbers, lambda text: enterprise_number(text) or text)
    try:
        told = _OrganisationsFile.model_validate(raw)
    except ValidationError as error:
        return None, faults(error, _OrganisationsFile, _place(path, raw)) + found
    return (None, found) if found else (_directory(told), [])


def _programme(told: _ProgrammeFile) -> Programme:
    head = told.programme
    zone = ZoneInfo(head.timezone)
    return Programme(
        name=head.name,
        organiser=head.organiser,
        mailbox=head.mailbox,
        language=head.language,
        timezone=head.timezone,
        sessions_per_table=head.sessions_per_table,
        ends=head.ends,
        when_taken=head.when_taken,
        tables=tuple(
            Table(
                id=table.id,
                name=table.name,
                words=table.words,
                limit=table.limit or head.participants_per_organisation_per_table,
                capacity=table.capacity,
                sessions=tuple(Session(_in_zone(session.starts, zone), session.place) for session in table.sessions),
            )
            for table in told.tables
        ),
    )


def _directory(told: _OrganisationsFile) -> Directory:
    organisations = tuple(
        Organisation(one.name, one.aliases, one.domains, one.enterprise_numbers) for one in told.organisation
    )
    return Directory(organisations, frozenset(told.shared_domains.names))


def _in_zone(moment: datetime, zone: tzinfo) -> datetime:
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)


def _place(path: Path, raw: dict[str, Any]) -> Callable[[Location], tuple[str, str]]:
    return lambda loc: (str(path), key_of(loc, raw))


def _clashes(
    path: Path,
    section: str,
    key: str,
    claims: list[tuple[str, list[str]]],
    spelling: Callable[[str], str] = str.casefold,
) -> list[Fault]:
    """A fault for each text that a second owner claims; `spelling` says which texts are the same."""
    first: dict[str, int] = {}
    found = []
    for number, (owner, texts) in enumerate(claims):
        for text in texts:
            earlier = first.setdefault(spelling(text), number)
            if earlier != number:
                clash = f'nothing that belongs to another: "{text}" stands with {claims[earlier][0]} already'
                found.append(Fault(str(path), f"{section}[{owner}].{key}", clash))
    return found


# What follows reads a file before it is known to be right, so that these faults come with all the others.


def _items(raw: dict[str, Any], section: str) -> list[dict[str, Any]]:
    items = raw.get(section)
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _texts(item: dict[str, Any], key: str) -> list[str]:
    value = item.get(key)
    values = value if isinstance(value, list) else [value]
    return [text for text in values if isinstance(text, str)]


def _owner(item: dict[str, Any], key: str) -> str:
    return next(iter(_texts(item, key)), "?")
