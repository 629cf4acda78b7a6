"""For operators: mail that was kept in files, before mailworker read the mailbox."""

from pathlib import Path
from typing import Annotated

import typer

from mailworker.commands import start
from mailworker.errors import ArchiveUnusable


def import_(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="MBOX-OR-DIR", help="An mbox file, a Maildir, or a folder with .eml files.", show_default=False
        ),
    ],
    silent: Annotated[bool, typer.Option("--silent", help="Nobody gets mail because of these mails.")] = False,
) -> None:
    """Take in mails from a file or a folder, the oldest first; the next round handles them. Twice changes nothing."""
    from mailworker import archives, console, importing
    from mailworker.worker import clock

    settings = start.settings()
    with start.ledger(settings, create=True) as sessions, console.progress() as progress:
        looking = progress.add_task("looking for mails", total=None)
        try:
            contents = archives.survey(
                path, clock(), lambda done, whole: progress.update(looking, completed=done, total=whole)
            )
        except ArchiveUnusable as error:
            start.fail(error.what, error.remedy)
        storing = progress.add_task("storing them", total=len(contents.entries))
        done = importing.store(
            sessions,
            contents,
            limit=settings.imap.max_message_bytes,
            silent=silent,
            now=clock(),
            seen=lambda number: progress.update(storing, completed=number),
        )
    typer.echo(f"{done.new} new, {done.known} known before, {len(done.unreadable)} unreadable")
    for name in done.unreadable:
        typer.echo(f"unreadable: {console.plain(name)}", err=True)
    if done.unreadable:
        raise typer.Exit(start.WRONG)
