"""The check-up before a start, and when something is wrong: each part ok, or what is wrong and what to do about it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mailworker import plotting, wiring
from mailworker.errors import (
    ConfigurationError,
    DatabaseUnreachable,
    LoginRefused,
    MailboxMissing,
    MailworkerError,
    ServerUnreachable,
)
from mailworker.settings import Settings
from mailworker.store import database

_FAULT, _UNREACHABLE = 2, 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One part and how it does: `exit_code` is 0 when it is ok, `says` is what a person reads."""

    part: str
    exit_code: int
    says: str


def findings(settings: Settings) -> Iterator[Finding]:
    """Looks at every part, whatever became of those before it. Nothing is changed anywhere."""
    programme = settings.programme
    known = len(settings.directory.organisations)
    yield Finding("configuration", 0, f"{settings.config}: {len(programme.tables)} tables, {known} organisations known")
    yield _find("templates", lambda: _templates(settings))
    yield _find("database", lambda: _database(settings))
    yield _find("IMAP", lambda: _imap(settings))
    yield _find("SMTP", lambda: _smtp(settings))


def _find(part: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(part, 0, look())
    except (ServerUnreachable, LoginRefused, MailboxMissing, DatabaseUnreachable) as error:
        return Finding(part, _UNREACHABLE, str(error))
    except MailworkerError as error:
        return Finding(part, _FAULT, str(error))


def _templates(settings: Settings) -> str:
    if faults := wiring.templates(settings).check():
        raise ConfigurationError(faults)
    plotting.words(settings.templates, settings.programme.language)
    return f"{settings.templates}: all kinds of mail can be written"


def _database(settings: Settings) -> str:
    if not database.is_there(settings.database.sqlalchemy_url):
        return f"{settings.database.sqlalchemy_url}: not there yet, the first start makes it"
    engine = wiring.engine(settings, create=False)
    try:
        shown = engine.url.render_as_string(hide_password=True)
        if database.is_empty(engine):
            return f"{shown}: empty, the first start prepares it"
        database.check_revision(engine)
        return f"{shown}: at the revision of this version"
    finally:
        engine.dispose()


def _imap(settings: Settings) -> str:
    settings.require_imap()
    mailbox = wiring.mailbox(settings)
    try:
        opened = mailbox.open()
        if settings.imap.move_to:
            mailbox.require(settings.imap.move_to)
    finally:
        mailbox.close()
    moves = f"; handled mail goes to {settings.imap.move_to}" if settings.imap.move_to else ""
    return f"{settings.imap_server}: folder {settings.imap.folder} opens, UIDVALIDITY {opened.uidvalidity}{moves}"


def _smtp(settings: Settings) -> str:
    settings.require_smtp()
    submission = wiring.submission(settings)
    try:
        submission.check()
    finally:
        submission.close()
    return f"{settings.smtp_server}: takes mail from us"
