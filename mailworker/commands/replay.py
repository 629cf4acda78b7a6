"""For operators: messages to be handled afresh, and what today's rules would make of those that were handled."""

from typing import Annotated

import typer

from mailworker.commands import start
from mailworker.commands.staff import tell


def replay(
    numbers: Annotated[
        list[int] | None, typer.Argument(metavar="ID...", min=1, max=2**31 - 1, show_default=False)
    ] = None,
    failed: Annotated[bool, typer.Option("--failed", help="All messages that failed.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="All messages; with --dry-run only.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Change nothing: show what would be decided differently today.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="With --dry-run: each difference as one JSON object a line.")
    ] = False,
) -> None:
    """Handle messages afresh by the rules of today: what failed, is held or was ignored.

    With --dry-run, any message: what today's reader, rules, programme and organisations make of it is put beside what
    was decided then: outcome, requests, reason. The register, the conversation and the limits of that moment are gone,
    so that a mail counts by what was read in it. One that staff decided about counts as held. Nothing is changed.
    """
    if sum((bool(numbers), failed, everything)) != 1:
        wanted = "Name IDs, --failed for all that failed" + (", or --all" if dry_run else "")
        start.fail("Which messages?", wanted, start.FAULT)
    if not dry_run and (everything or as_json):
        start.fail("--all and --json go with --dry-run", "What was handled is not handled again", start.FAULT)
    if dry_run:
        _compare(frozenset(numbers) if numbers else None, failed=failed, as_json=as_json)
    else:
        _replay(numbers or [], failed=failed)


def _replay(numbers: list[int], *, failed: bool) -> None:
    from mailworker.store import held as ledger
    from mailworker.worker import clock

    with start.ledger(start.settings()) as sessions, sessions.begin() as session:
        wanted = ledger.failed(session) if failed else numbers
        became = {one: ledger.replay(session, one, clock()) for one in wanted}
    tell(became, "will be handled afresh")


def _compare(numbers: frozenset[int] | None, *, failed: bool, as_json: bool) -> None:
    from dataclasses import replace

    from mailworker import console, console_replay, replaying, wiring
    from mailworker.domain.states import MessageState
    from mailworker.store import organisations, replays

    settings = start.settings()
    knowledge = wiring.knowledge(settings)
    chosen = replays.Chosen(numbers, MessageState.FAILED if failed else None)
    tally = console_replay.Tally()
    with start.ledger(settings) as sessions:
        with sessions() as session:
            knowledge = replace(knowledge, directory=organisations.directory_with(session, knowledge.directory))
            total = replays.count(session, chosen)
            unknown = replays.unknown(session, numbers or ())
        with console.progress() as progress:
            comparing = progress.add_task("reading mails", total=total)
            for one in replaying.compare(sessions, knowledge, chosen):
                tally.add(one)
                progress.advance(comparing)
                if as_json and one.differs:
                    typer.echo(console_replay.to_json(one))
    if as_json:
        typer.echo(str(tally), err=True)
    else:
        console_replay.show(tally)
    if unknown:
        start.fail(f"There is no message {', '.join(map(str, unknown))}", "Look at: mailworker held")
