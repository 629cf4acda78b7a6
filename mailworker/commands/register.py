"""For staff and operators: the register, as a table, as JSON and as files."""

from pathlib import Path
from typing import Annotated

import typer

from mailworker.commands import start


def registrations(
    as_json: start.AsJson = False,
    csv: Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write a CSV file.")] = None,
    xlsx: Annotated[Path | None, typer.Option("--xlsx", metavar="FILE", help="Write a spreadsheet.")] = None,
) -> None:
    """List the registrations: who takes part in which table for which organisation, and who waits."""
    from mailworker import console, exports
    from mailworker.store import registrations as register

    settings = start.settings()
    with start.ledger(settings) as sessions, sessions() as session:
        listed = register.listing(session)
    try:
        if csv is not None:
            exports.to_csv(listed, csv, settings.programme.timezone)
        if xlsx is not None:
            exports.to_xlsx(listed, xlsx, settings.programme.timezone)
    except OSError as error:
        start.fail(f"The file cannot be written ({error.strerror})", "Name another one")
    if as_json:
        typer.echo(exports.to_json(listed))
    elif csv is None and xlsx is None:
        console.show_registrations(listed, settings.programme)
