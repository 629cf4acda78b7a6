"""The command line: which commands there are, the options before them, and errors as one line and an exit code.

Thin: what a command does stands in `commands`, and there it only calls what does the work.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from mailworker import errors
from mailworker.commands import (
    archive,
    digest,
    explain,
    organisations,
    register,
    replay,
    service,
    staff,
    start,
    statistics,
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
db.command()(service.upgrade)

for command in (
    service.run,
    service.poll,
    service.demo,
    explain.explain,
    staff.show,
    staff.release,
    staff.decline,
    staff.dismiss,
    staff.retry,
    replay.replay,
    digest.digest,
    statistics.stats,
    service.check,
):
    app.command()(command)
app.command("import")(archive.import_)
app.add_typer(register.registrations, name="registrations")
app.add_typer(staff.held, name="held")
app.add_typer(staff.outbox, name="outbox")
app.add_typer(organisations.organisations, name="organisations")
app.add_typer(db, name="db")


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
    start.Options.config = config


def main() -> None:
    """The entry point: errors of the world become one clear line and an exit code, never a traceback."""
    try:
        app()
    except errors.ConfigurationError as error:
        for fault in error.faults:
            typer.secho(f"mailworker: {fault}", err=True, fg=typer.colors.RED)
        sys.exit(start.FAULT)
    except errors.MailworkerError as error:
        start.complain(error)
        sys.exit(start.exit_code(error))


if __name__ == "__main__":
    main()
