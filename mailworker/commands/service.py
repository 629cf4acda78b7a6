"""For operators: the service, one round of it, its check-up, its database; and the demo for everybody."""

import os

import typer

from mailworker.commands import start


def run() -> None:
    """Run the service: poll, handle and answer until SIGTERM or SIGINT."""
    from mailworker import wiring

    wiring.assemble(start.settings()).run()


def poll() -> None:
    """Do one round (receive, handle, send) and exit: 0 when all went well, 3 when a server was out of reach."""
    from mailworker import console, wiring

    worker = wiring.assemble(start.settings())
    try:
        done = worker.round()
    finally:
        worker.close()
    console.show_round(done)
    for error in done.errors:
        start.complain(error)
    if done.errors:
        raise typer.Exit(start.UNREACHABLE)


def demo() -> None:
    """Show the whole thing on an embedded mail server with sample mails; needs no account and ends by itself."""
    from mailworker.demo import show

    show.run(os.environ)


def check() -> None:
    """Check configuration, templates, database, IMAP and SMTP: each ok, or what is wrong and what to do."""
    from mailworker import checkup, console

    failed = 0
    for finding in checkup.findings(start.settings()):
        console.show_finding(finding)
        failed = failed or finding.exit_code
    if failed:
        raise typer.Exit(failed)


def upgrade() -> None:
    """Bring the database to the revision that this version works with; changes nothing when it is there."""
    from mailworker import wiring
    from mailworker.store import database

    before, after = database.upgrade(wiring.engine(start.settings()))
    typer.echo(f"already at revision {after}" if before == after else f"{before or 'empty'} -> revision {after}")
