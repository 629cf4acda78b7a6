"""For whoever wants to know what is read in a mail, and why."""

from pathlib import Path
from typing import Annotated

import typer

from mailworker import errors
from mailworker.commands import start

Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Mails as .eml files.", show_default=False)]


def explain(files: Files, as_json: start.AsJson = False) -> None:
    """Show what would be read in these mails, and why. Touches no mailbox and no database."""
    from mailworker import console, wiring
    from mailworker.reading.understand import explanation, understand

    knowledge = wiring.knowledge(start.settings())
    unreadable = False
    for file in files:
        try:
            raw = file.read_bytes()
        except OSError as error:
            unreadable = True
            start.complain(errors.MailworkerError(f"{file} cannot be read ({error.strerror})", "Name .eml files"))
            continue
        understood = understand(raw, knowledge)
        if as_json:
            typer.echo(console.one_line_json(explanation(understood, str(file))))
        else:
            console.show_understanding(understood, file)
    if unreadable:
        raise typer.Exit(start.WRONG)
