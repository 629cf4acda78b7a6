"""Settings in, assembled worker out: the only place that builds things. `run`, `poll` and `demo` are wired alike."""

from datetime import timedelta

from sqlalchemy import Engine

from mailworker.case import Desk
from mailworker.domain.caps import Caps
from mailworker.domain.programme import Programme
from mailworker.domain.rhythm import Rhythm
from mailworker.errors import ConfigurationError
from mailworker.imap import Mailbox
from mailworker.message.automatic import Ourselves
from mailworker.message.inbound import Address
from mailworker.reading.understand import Knowledge
from mailworker.receive import Intake
from mailworker.rendering import Service, Templates
from mailworker.report import Office
from mailworker.send import Delivery
from mailworker.settings import AnswersMode, Settings
from mailworker.smtp import Submission
from mailworker.staff import Staff
from mailworker.stationery import Stationery
from mailworker.store import database
from mailworker.worker import Worker


def knowledge(settings: Settings) -> Knowledge:
    """What reading needs to know: the programme, the organisations, who we are and whose word we trust."""
    return Knowledge(
        programme=settings.programme,
        directory=settings.directory,
        ourselves=Ourselves(
            addresses=frozenset({settings.programme.mailbox.lower()}),
            id_domain=id_domain(settings.instance, settings.programme),
            instance=settings.instance,
        ),
        authserv_ids=frozenset(settings.trust.authserv_ids),
    )


def id_domain(instance: str, programme: Programme) -> str:
    """The right side of our Message-IDs: by it we know our own mail again, and nobody else's."""
    return f"{instance}.{programme.mailbox.rpartition('@')[2]}".lower()


def templates(settings: Settings) -> Templates:
    """The templates as the settings have them; TemplateError when there are none."""
    answers = settings.answers
    service = Service(
        name=answers.service_name,
        phone=answers.service_phone,
        address=answers.service_address,
        formality=answers.formality,
    )
    return Templates(settings.templates, settings.programme, service)


def engine(settings: Settings, *, create: bool = True) -> Engine:
    """The engine of the database that the settings name; without `create` it must be there."""
    return database.open_engine(settings.database.sqlalchemy_url, create=create)


def mailbox(settings: Settings) -> Mailbox:
    """The folder that we poll."""
    return Mailbox(settings.imap_server, settings.imap.folder)


def submission(settings: Settings) -> Submission:
    """The server that takes our mail over."""
    return Submission(settings.smtp_server, settings.smtp.final_timeout_seconds)


def delivery(settings: Settings) -> Delivery:
    """What sending needs to know beside the server."""
    return Delivery(settings.programme.mailbox, timedelta(hours=settings.smtp.give_up_after_hours))


def stationery(settings: Settings, written: Templates) -> Stationery:
    """How we write, with these templates."""
    programme = settings.programme
    return Stationery(
        templates=written,
        sender=Address(settings.smtp.from_name or programme.organiser, programme.mailbox),
        id_domain=id_domain(settings.instance, programme),
        instance=settings.instance,
        language=programme.language,
        withheld=settings.answers.mode is AnswersMode.WITHHELD,
        caps=Caps(address_day=settings.answers.daily_limit_per_address),
    )


def staff(settings: Settings) -> Staff:
    """Who decides by mail, and whether they hear of held mail at once."""
    return Staff(settings.staff_addresses, settings.staff.notify_at_once, settings.directory)


def office(settings: Settings) -> Office:
    """Who gets the digest, and when."""
    digest, programme = settings.digest, settings.programme
    recipients: dict[str, str] = {}
    for address in digest.recipients:
        recipients.setdefault(address.lower(), address)
    rhythm = Rhythm(digest.time, programme.timezone, digest.empty_days)
    return Office(tuple(recipients.values()), rhythm, programme, settings.directory)


def assemble(settings: Settings) -> Worker:
    """A worker that is ready to run.

    ConfigurationError when a server is not named or a template has a fault, TemplateError, ExtraMissing,
    DatabaseUnreachable, DatabaseOutdated or DatabaseTooNew: all before the first mail is touched.
    """
    settings.require_servers()
    written = templates(settings)
    if faults := written.check():
        raise ConfigurationError(faults)
    bind = engine(settings)
    database.prepare(bind)
    return Worker(
        engine=bind,
        sessions=database.session_factory(bind),
        mailbox=mailbox(settings),
        submission=submission(settings),
        intake=Intake(
            name=f"{settings.imap_server.username}@{settings.imap.host}/{settings.imap.folder}",
            limit=settings.imap.max_message_bytes,
            batch=settings.imap.batch,
            move_to=settings.imap.move_to,
        ),
        desk=Desk(
            knowledge=knowledge(settings),
            stationery=stationery(settings, written),
            staff=staff(settings),
        ),
        delivery=delivery(settings),
        remind_after=timedelta(days=settings.answers.remind_after_days),
        office=office(settings),
        poll_seconds=settings.schedule.poll_seconds,
        send_seconds=settings.schedule.send_seconds,
    )
