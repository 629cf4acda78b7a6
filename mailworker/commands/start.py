"""What every command begins with and how it ends: the settings, the ledger, errors as one line, exit codes.

Exit codes: 0 done; 1 something that was looked at is wrong; 2 the command line, the configuration or a template has a
fault; 3 a mail server or the database is out of reach.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from mailworker import errors

if TYPE_CHECKING:
    from sqlalchemy.orm import Session, sessionmaker

    from mailworker.settings import Settings

WRONG, FAULT, UNREACHABLE = 1, 2, 3
_UNREACHABLE = (
    errors.ServerUnreachable,
    errors.LoginRefused,
    errors.MailboxMissing,
    errors.DatabaseUnreachable,
)

AsJson = Annotated[bool, typer.Option("--json", help="For programs: JSON on standard output.")]


class Options:
    """What the options before the command said."""

    config: Path | None = None


def settings() -> "Settings":
    """The settings in force; from here on the log is ours, also for what the libraries want to say."""
    from mailworker import maillog
    from mailworker.settings import load

    loaded = load(Options.config, os.environ)
    maillog.configure(level=loaded.log.level, format=loaded.log.format)
    return loaded


@contextmanager
def ledger(loaded: "Settings", *, create: bool = False) -> "Iterator[sessionmaker[Session]]":
    """The database's sessions; DatabaseUnreachable, DatabaseOutdated or DatabaseTooNew when it cannot be used.

    Only with `create` is one that is not there, or empty, prepared: whoever looks at a misspelt path must hear of it.
    """
    from mailworker import wiring
    from mailworker.store import database

    engine = wiring.engine(loaded, create=create)
    try:
        if create:
            database.prepare(engine)
        database.check_revision(engine)
        with database.reachable(engine):
            yield database.session_factory(engine)
    finally:
        engine.dispose()


def complain(error: errors.MailworkerError) -> None:
    """One line on standard error."""
    typer.secho(f"mailworker: {error}", err=True, fg=typer.colors.RED)


def fail(what: str, remedy: str, code: int = WRONG) -> NoReturn:
    """Ends the command with one line that says what is wrong and what to do."""
    complain(errors.MailworkerError(what, remedy))
    raise typer.Exit(code)


def exit_code(error: errors.MailworkerError) -> int:
    """What a script learns from an error."""
    return UNREACHABLE if isinstance(error, _UNREACHABLE) else FAULT
