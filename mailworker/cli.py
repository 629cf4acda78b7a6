"""The commands: thin. Each loads the settings, calls what does the work, and turns errors into exit codes.

Exit codes: 0 done; 1 something that was looked at is wrong; 2 the command line, the configuration or a template has a
fault; 3 a mail server or the database is out of reach.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from mailworker import errors

if TYPE_CHECKING:
    from mailworker.settings import Settings

FAULT, UNREACHABLE = 2, 3
_UNREACHABLE = (
    errors.ServerUnreachable,
    errors.LoginRefused,
    errors.MailboxMissing,
    errors.DatabaseUnreachable,
)

app = typer.Typer(
    name="mailworker",
    help="The careful clerk behind a registration mailbox: polls it, understands the mail, registers, answers.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)
db = typer.Typer(help="The database.", no_args_is_help=True)
app.add_typer(db, name="db")

Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Mails as .eml files.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="For programs: JSON on standard output.")]


class State:
    """What the options before the command said."""

    config: Path | None = None


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"mailworker {version('mailworker')}")
        raise typer.Exit


@app.callback()
def options(
    config: Annotated[
        Path | None,
        typer.Option(
            "--config",
            metavar="FILE",
            help="Another mailworker.toml (else MAILWORKER_CONFIG, ./config/mailworker.toml, the shipped one).",
            show_default=False,
        ),
    ] = None,
    _show_version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """The careful clerk behind a registration mailbox: polls it, understands the mail, registers, answers."""
    State.config = config


@app.command()
def run() -> None:
    """Run the service: poll, handle and answer until SIGTERM or SIGINT."""
    from mailworker import wiring

    wiring.assemble(_settings()).run()


@app.command()
def poll() -> None:
    """Do one round (receive, handle, send) and exit: 0 when all went well, 3 when a server was out of reach."""
    from mailworker import console, wiring

    worker = wiring.assemble(_settings())
    try:
        done = worker.round()
    finally:
        worker.close()
    console.show_round(done)
    for error in done.errors:
        _complain(error)
    if done.errors:
        raise typer.Exit(UNREACHABLE)


@app.command()
def demo() -> None:
    """Show the whole thing on an embedded mail server with sample mails; needs no account and ends by itself."""
    from mailworker.demo import show

    show.run(os.environ)


@app.command()
def explain(files: Files, as_json: AsJson = False) -> None:
    """Show what would be read in these mails, and why. Touches no mailbox and no database."""
    from mailworker import console, wiring
    from mailworker.reading.understand import explanation, understand

    knowledge = wiring.knowledge(_settings())
    unreadable = False
    for file in files:
        try:
            raw = file.read_bytes()
        except OSError as error:
            unreadable = True
            _complain(errors.MailworkerError(f"{file} cannot be read ({error.strerror})", "Name .eml files"))
            continue
        understood = understand(raw, knowledge)
        if as_json:
            typer.echo(console.one_line_json(explanation(understood, str(file))))
        else:
            console.show_understanding(understood, file)
    if unreadable:
        raise typer.Exit(1)


@app.command()
def registrations(
    as_json: AsJson = False,
    csv: Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write a CSV file.")] = None,
    xlsx: Annotated[Path | None, typer.Option("--xlsx", metavar="FILE", help="Write a spreadsheet.")] = None,
) -> None:
    """List the registrations: who takes part in which table for which organisation, and who waits."""
    from mailworker import console, exports, wiring
    from mailworker.store import database
    from mailworker.store import registrations as register

    settings = _settings()
    engine = wiring.engine(settings)
    database.prepare(engine)
    with database.reachable(engine), database.session_factory(engine)() as session:
        listed = register.listing(session)
    try:
        if csv is not None:
            exports.to_csv(listed, csv, settings.programme.timezone)
        if xlsx is not None:
            exports.to_xlsx(listed, xlsx, settings.programme.timezone)
    except OSError as error:
        _fail(errors.MailworkerError(f"The file cannot be written ({error.strerror})", "Name another one"), 1)
    if as_json:
        typer.echo(exports.to_json(listed))
    elif csv is None and xlsx is None:
        console.show_registrations(listed, settings.programme)


@app.command()
def check() -> None:
    """Check configuration, templates, database, IMAP and SMTP: each ok, or what is wrong and what to do."""
    from mailworker import checkup, console

    settings = _settings()
    failed = 0
    for finding in checkup.findings(settings):
        console.show_finding(finding)
        failed = failed or finding.exit_code
    if failed:
        raise typer.Exit(failed)


@db.command()
def upgrade() -> None:
    """Bring the database to the revision that this version works with; changes nothing when it is there."""
    from mailworker import wiring
    from mailworker.store import database

    before, after = database.upgrade(wiring.engine(_settings()))
    typer.echo(f"already at revision {after}" if before == after else f"{before or 'empty'} -> revision {after}")


def _settings() -> "Settings":
    """The settings in force; from here on the log is ours, also for what the libraries want to say."""
    from mailworker import maillog
    from mailworker.settings import load

    settings = load(State.config, os.environ)
    maillog.configure(level=settings.log.level, format=settings.log.format)
    return settings


def _complain(error: errors.MailworkerError) -> None:
    typer.secho(f"mailworker: {error}", err=True, fg=typer.colors.RED)


def _fail(error: errors.MailworkerError, code: int) -> NoReturn:
    _complain(error)
    raise typer.Exit(code)


def main() -> None:
    """The entry point: errors of the world become one clear line and an exit code, never a traceback."""
    try:
        app()
    except errors.ConfigurationError as error:
        for fault in error.faults:
            typer.secho(f"mailworker: {fault}", err=True, fg=typer.colors.RED)
        sys.exit(FAULT)
    except errors.MailworkerError as error:
        _complain(error)
        sys.exit(UNREACHABLE if isinstance(error, _UNREACHABLE) else FAULT)


if __name__ == "__main__":
    main()
