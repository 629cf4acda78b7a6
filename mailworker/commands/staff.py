"""For staff and operators: what is held and how to decide it, what we owe and how it fares."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from mailworker.commands import start
from mailworker.domain.instruction import Instruction, Ruling

if TYPE_CHECKING:
    from mailworker.domain.orders import Result
    from mailworker.store.held import Instructed

Number = Annotated[
    int, typer.Argument(metavar="ID", min=1, max=2**31 - 1, help="The number that `held` or the digest shows.")
]
Numbers = Annotated[
    list[int],
    typer.Argument(metavar="ID...", min=1, max=2**31 - 1, help="The numbers that `held` or the digest shows."),
]

_NO_SENDER = "no sender"
_HINDERED = {
    "nothing read": "nothing in it was understood that can be carried out",
    _NO_SENDER: "it has no address that an answer can go to",
}
"""What is told of a Result (domain/orders.py) that keeps a message from being handled."""
_INSTEAD = (
    "Enter what it asks by hand (mailworker registrations add, or cancel) and dismiss it; who only needs an answer can "
    "be declined with a reason"
)

held = typer.Typer(help="What a person must decide: list it, look at it, release or dismiss it.")
outbox = typer.Typer(help="What we owe people and how it fares: list it, try again.")


@held.callback(invoke_without_command=True)
def held_list(context: typer.Context, as_json: start.AsJson = False) -> None:
    """List what is held, the oldest first."""
    if context.invoked_subcommand:
        return
    from mailworker import console
    from mailworker.store import held as ledger

    with start.ledger(start.settings()) as sessions, sessions() as session:
        listed, questions = ledger.listing(session), [row.id for row in ledger.questions(session)]
    if as_json:
        typer.echo(console.held_json(listed))
    else:
        console.show_held(listed, questions)


def show(number: Number) -> None:
    """Show a message as it came in, what was read in it, and what became of it."""
    from mailworker import console, wiring
    from mailworker.reading.understand import understand
    from mailworker.store import inbox, organisations

    settings = start.settings()
    knowledge = wiring.knowledge(settings)
    with start.ledger(settings) as sessions, sessions() as session:
        row = inbox.find(session, number)
        raw = inbox.raw(session, number) if row is not None else b""
        knowledge = replace(knowledge, directory=organisations.directory_with(session, knowledge.directory))
    if row is None:
        start.fail(f"There is no message {number}", "Look at: mailworker held")
    console.show_understanding(understand(raw, knowledge), f"message {number}")
    console.show_outcome(row.state, row.why, row.rule, row.error)


def release(
    numbers: Numbers,
    organisation: Annotated[
        str, typer.Option("--organisation", metavar="NAME", help="The organisation that is meant.")
    ] = "",
) -> None:
    """Let held messages be carried out as they were understood; the next round does it and answers.

    One in which nothing was understood that can be carried out stays held.
    """
    instruction = Instruction(Ruling.ACCEPT, "command line", organisation=organisation)
    _instruct(numbers, instruction, unless=_HINDERED)


def decline(
    number: Number, reason: Annotated[str, typer.Argument(metavar="REASON", help="What the sender is told.")]
) -> None:
    """Tell the sender of a held message that it cannot be done, and why; the next round sends it."""
    _instruct([number], Instruction(Ruling.DECLINE, "command line", reason=reason), unless=(_NO_SENDER,))


def dismiss(numbers: Numbers) -> None:
    """Put held messages aside: nothing is done and nobody is told. Also closes the question of one that was handled."""
    _instruct(numbers, Instruction(Ruling.DISMISS, "command line"))


@outbox.callback(invoke_without_command=True)
def outbox_list(context: typer.Context, as_json: start.AsJson = False) -> None:
    """List what we owe and what was not delivered, the oldest first; what was sent is counted."""
    if context.invoked_subcommand:
        return
    from mailworker import console
    from mailworker.store import outbox as ledger

    with start.ledger(start.settings()) as sessions, sessions() as session:
        listed, counts = ledger.listing(session), ledger.counts(session)
    if as_json:
        typer.echo(console.outbox_json(listed))
    else:
        console.show_outbox(listed, counts)


def retry(numbers: Numbers) -> None:
    """Queue notices again that were refused, expired or withheld, and those that wait for their next attempt."""
    from mailworker.store import outbox as ledger
    from mailworker.worker import clock

    unknown = []
    with start.ledger(start.settings()) as sessions, sessions.begin() as session:
        unknown = [number for number in numbers if not ledger.retry(session, number, clock())]
    for number in numbers:
        typer.echo(f"{number}: " + ("not one that waits" if number in unknown else "queued"))
    if unknown:
        start.fail(f"Not queued: {', '.join(map(str, unknown))}", "Look at: mailworker outbox")


def send(
    numbers: Annotated[
        list[int] | None,
        typer.Argument(
            metavar="ID...", min=1, max=2**31 - 1, help="The numbers that `outbox` shows.", show_default=False
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All that is withheld.")] = False,
) -> None:
    """Let notices go that are withheld in approval mode; the next round sends them."""
    from mailworker.store import outbox as ledger
    from mailworker.worker import clock

    if bool(numbers) is everything:
        start.fail("Which notices?", "Name their IDs, or --all", start.FAULT)
    spans = None if everything else [(number, number) for number in numbers or ()]
    with start.ledger(start.settings()) as sessions, sessions.begin() as session:
        gone = ledger.let_go(session, spans, by="command line", now=clock())
    for number in gone if everything else numbers or ():
        typer.echo(f"{number}: " + ("queued" if number in gone else "not withheld"))
    if len(gone) < len(set(numbers or ())):
        start.fail("Not all of them are withheld", "Look at: mailworker outbox")
    if not gone:
        typer.echo("Nothing is withheld.")


def _instruct(numbers: list[int], instruction: Instruction, *, unless: Collection[str] = ()) -> None:
    from mailworker import ordering, wiring
    from mailworker.store import held as ledger
    from mailworker.store import organisations
    from mailworker.worker import clock

    settings = start.settings()
    became: dict[int, Instructed | Result] = {}
    with start.ledger(settings) as sessions, sessions.begin() as session:
        ledger.lock(session, numbers)
        knowledge = wiring.knowledge(settings)
        knowledge = replace(knowledge, directory=organisations.directory_with(session, knowledge.directory))
        for number in numbers:
            hindrance = ordering.hindrance(session, number, knowledge, instruction.organisation) if unless else None
            if hindrance is not None and hindrance in unless:
                became[number] = hindrance
            else:
                became[number] = ledger.instruct(session, number, instruction, clock())
    tell(became, f"{instruction.ruling}: noted")


def tell(became: "Mapping[int, Instructed | Result]", done: str) -> None:
    """What became of each message; ends with WRONG, and what to do instead, when something was not done."""
    from mailworker.store.held import Instructed

    for number, result in became.items():
        typer.echo(f"{number}: {done if result is Instructed.DONE else _HINDERED.get(result, result)}")
    if wrong := [number for number, result in became.items() if result is not Instructed.DONE]:
        hindered = any(became[number] in _HINDERED for number in wrong)
        remedy = _INSTEAD if hindered else "Look at: mailworker held"
        start.fail(f"Nothing was done about {', '.join(map(str, wrong))}", remedy)


for command in (show, release, decline, dismiss):
    held.command()(command)
outbox.command()(retry)
outbox.command()(send)
