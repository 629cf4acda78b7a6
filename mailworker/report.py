"""report: what happened since the last digest, and what waits for somebody, to one mail for each of staff who get it.

A digest is a row, written with the mails that bring it in one transaction: an event stands in the digest whose row
covers its id, and in no other. A day that needs none has its row all the same, so that it is not asked again at noon.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, sessionmaker

from mailworker import maillog, spreadsheets
from mailworker.briefing import MOST
from mailworker.domain import rhythm
from mailworker.domain.collation import by_surname, folded
from mailworker.domain.digest import (
    Digest,
    Held,
    Meeting,
    NewOrganisation,
    Occupancy,
    Participant,
    coming,
    needs_sheet,
    with_nearest,
)
from mailworker.domain.happenings import changes
from mailworker.domain.organisation import Directory
from mailworker.domain.programme import Programme
from mailworker.domain.rhythm import Rhythm
from mailworker.domain.states import RegistrationStatus
from mailworker.errors import DatabaseUnreachable
from mailworker.letter import table_name
from mailworker.message.enclosing import LARGEST, enclosed, name_of
from mailworker.message.outgoing import Attachment
from mailworker.spreadsheets import Sheet
from mailworker.stationery import Stationery
from mailworker.store import digests, happenings, inbox, registrations
from mailworker.store.digests import Told
from mailworker.store.registrations import Listed

_TAKES_PART = (RegistrationStatus.CONFIRMED, RegistrationStatus.WAITING)


@dataclass(frozen=True, slots=True)
class Office:
    """Who gets the digest and when, and what is known of the programme and of organisations."""

    recipients: tuple[str, ...]
    rhythm: Rhythm
    programme: Programme
    directory: Directory


def report(sessions: sessionmaker[Session], stationery: Stationery, office: Office, now: datetime) -> int:
    """Makes the digest that is due, if one is; says how many mails bring it. Without recipients events wait."""
    day = rhythm.due_day(now, office.rhythm)
    if day is None or not office.recipients:
        return 0
    with _broken_off(), sessions() as session:
        if digests.made(session, day):
            return 0
    return _make(sessions, stationery, office, day, now, wanted=False)


def report_now(sessions: sessionmaker[Session], stationery: Stationery, office: Office, now: datetime) -> int:
    """Makes today's digest before its time or though it is empty; 0 when it went out before."""
    return _make(sessions, stationery, office, office.rhythm.local_day(now), now, wanted=True)


def look(session: Session, office: Office, now: datetime) -> Digest:
    """What a digest of this moment would tell; changes nothing. The first thing that the session does."""
    digests.look(session)
    return _facts(session, office, office.rhythm.local_day(now), now)[0]


def files(session: Session, digest: Digest, office: Office) -> tuple[Attachment, ...]:
    """The files that come with a digest: who takes part, what changed, and the mails that wait for a decision."""
    timezone = office.programme.timezone
    listed = registrations.listing(session, statuses=_TAKES_PART)
    sheets = [
        Sheet(one.table, table_name(one.table, office.programme), one.session)
        for one in digest.meetings
        if one.attendance is not None
    ]
    tables = dict.fromkeys((*office.programme.table_ids, *(one.table for one in listed)))
    sheets += [Sheet(table, table_name(table, office.programme)) for table in tables]
    workbook = spreadsheets.participants(
        spreadsheets.places_of(listed), sheets, timezone=timezone, made_at=digest.made_at
    )
    changed = spreadsheets.changes(digest.changes, timezone=timezone)
    day = digest.day.isoformat()
    return (
        Attachment(f"deelnemers-{day}.xlsx", spreadsheets.XLSX, workbook),
        Attachment(f"wijzigingen-{day}.csv", spreadsheets.CSV, changed),
        *_originals(session, digest.held[:MOST]),
    )


def _originals(session: Session, held: Iterable[Held]) -> Iterator[Attachment]:
    """These mails as they came, the smaller ones where all of them are too much for one mail of ours."""
    left = LARGEST
    for one in held:
        raw = inbox.raw(session, one.number)
        if raw and len(raw) <= left:
            left -= len(raw)
            yield enclosed(raw, name_of(one.number))


def _make(
    sessions: sessionmaker[Session], stationery: Stationery, office: Office, day: date, now: datetime, *, wanted: bool
) -> int:
    with _broken_off(), sessions.begin() as session:
        digests.hold_still(session)
        # Somebody else may have made it, or sent it, while we waited for our turn.
        if digests.sent(session, day) or (digests.made(session, day) and not wanted):
            return 0
        digest, events, told = _facts(session, office, day, now)
        number = digests.write(session, told, events)
        last_sent = digests.last_sent(session, day)
        send = wanted or rhythm.worth_sending(day, empty=digest.empty, last_sent=last_sent, rhythm=office.rhythm)
        recipients = office.recipients if send else ()
        if recipients:
            attachments = files(session, digest, office)
            stationery.owe_digest(session, digest, recipients, attachments, number=number)
    maillog.digest_made(digest=number, events=len(digest.happenings), recipients=len(recipients))
    return len(recipients)


@contextmanager
def _broken_off() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        raise DatabaseUnreachable(
            f"The database broke off ({type(error.orig).__name__})", "Nothing is lost; the next minute tries again"
        ) from error


def _facts(session: Session, office: Office, day: date, now: datetime) -> tuple[Digest, digests.Cut, Told]:
    """The digest, the events that it tells, and what the next one must know of it."""
    events = digests.cut(session, digests.last(session))
    # What staff saw last: a silent day told its events, none, but to nobody.
    before = digests.last(session, sent=True)
    trail = happenings.trail(session, events)
    places = registrations.listing(session, statuses=_TAKES_PART)
    held = [*happenings.held(session), *happenings.questions(session)]
    digest = Digest(
        day=day,
        made_at=now,
        since=before.made_at if before else None,
        held=tuple(with_nearest(one, office.directory) for one in sorted(held, key=lambda one: one.number)),
        withheld=tuple(happenings.withheld(session)),
        undelivered=tuple(trail.undelivered),
        awaiting=tuple(happenings.awaiting(session)),
        happenings=tuple(trail.happenings),
        changes=changes(trail.happenings, office.programme),
        ruled=tuple(trail.ruled),
        occupancy=_occupancy(places, office.programme),
        meetings=_meetings(places, office.programme, day, now, digests.last_made(session, day)),
        organisations=tuple(_new_organisations(happenings.arrivals(session, events), office.directory)),
        health=happenings.health(session),
        completeness=happenings.completeness(session, before.received if before else 0),
    )
    return digest, events, Told(day, now, events.up_to, digest.completeness.received)


def _nearest(name: str, directory: Directory) -> str:
    return next(iter(directory.nearest(name, 1)), "")


def _new_organisations(arrivals: Iterable[happenings.Arrival], directory: Directory) -> Iterable[NewOrganisation]:
    for one in arrivals:
        if directory.find(one.name) is None:
            yield NewOrganisation(one.name, one.message, one.registrations, _nearest(one.name, directory))


def _occupancy(places: Iterable[Listed], programme: Programme) -> tuple[Occupancy, ...]:
    seats: dict[str, list[Listed]] = {table: [] for table in programme.table_ids}
    for place in places:
        seats.setdefault(place.table, []).append(place)
    capacity = {table.id: table.capacity for table in programme.tables}
    found = []
    for table, listed in seats.items():
        confirmed = [place for place in listed if place.status is RegistrationStatus.CONFIRMED]
        organisations = {place.organisation for place in confirmed}
        waiting = len(listed) - len(confirmed)
        found.append(Occupancy(table, len(confirmed), len(organisations), waiting, capacity.get(table)))
    return tuple(found)


def _meetings(
    places: Iterable[Listed], programme: Programme, day: date, now: datetime, last_day: date | None
) -> tuple[Meeting, ...]:
    zone = ZoneInfo(programme.timezone)
    present: dict[str, list[Participant]] = {}
    for place in places:
        if place.status is RegistrationStatus.CONFIRMED:
            present.setdefault(place.table, []).append(Participant(place.participant, place.organisation))
    found = []
    for table, session in coming(programme, now):
        sheet = None
        if needs_sheet(session.starts.astimezone(zone).date(), day, last_day):
            sheet = tuple(
                sorted(present.get(table, ()), key=lambda one: (by_surname(one.name), folded(one.organisation)))
            )
        found.append(Meeting(table, session, sheet))
    return tuple(found)
