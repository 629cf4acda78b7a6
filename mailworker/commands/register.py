"""For staff and operators: the register as a table, as JSON and as files; one registration's story; entries by hand."""

import uuid
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mailworker.commands import start
from mailworker.domain.conversation import LONGEST_NAME
from mailworker.domain.instruction import Instruction, Ruling
from mailworker.domain.request import Action, Request
from mailworker.domain.states import RegistrationStatus

if TYPE_CHECKING:
    from mailworker.settings import Settings

registrations = typer.Typer(help="Who takes part in which table for which organisation, and who waits.")

Participant = Annotated[str, typer.Option("--participant", metavar="NAME", help="Full name.")]
OfOrganisation = Annotated[str, typer.Option("--organisation", metavar="NAME", help="Organisation.")]
Tables = Annotated[list[str], typer.Option("--table", metavar="ID", help="Once for each table.")]
Address = Annotated[str, typer.Option("--address", metavar="ADDRESS", help="Who gets the answer.")]


@registrations.callback(invoke_without_command=True)
def listing(  # noqa: PLR0917  (options, each given by its name)
    context: typer.Context,
    as_json: start.AsJson = False,
    csv: Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write a CSV file.")] = None,
    xlsx: Annotated[Path | None, typer.Option("--xlsx", metavar="FILE", help="Write a spreadsheet.")] = None,
    table: Annotated[str, typer.Option("--table", metavar="ID", help="Only this table.")] = "",
    organisation: Annotated[str, typer.Option("--organisation", metavar="NAME", help="Only this one.")] = "",
    status: Annotated[RegistrationStatus | None, typer.Option("--status", help="Only this status.")] = None,
) -> None:
    """List the registrations: who takes part in which table for which organisation, and who waits."""
    if context.invoked_subcommand:
        return
    from mailworker import console, exports
    from mailworker.domain.organisation import identity
    from mailworker.store import organisations
    from mailworker.store import registrations as register

    settings = start.settings()
    _require_tables(settings, [table] if table else [])
    with start.ledger(settings) as sessions, sessions() as session:
        listed = register.listing(session, statuses=[status] if status else ())
        directory = organisations.directory_with(session, settings.directory)
    if table:
        listed = [one for one in listed if one.table == table]
    if organisation:
        known = directory.find(organisation)
        wanted = identity(known.name if known else organisation)
        listed = [one for one in listed if identity(one.organisation) == wanted]
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


@registrations.command()
def show(number: Annotated[int, typer.Argument(metavar="ID", help="The number that the list shows.")]) -> None:
    """Tell a registration's whole story: what happened, who asked, by which rule, on what evidence."""
    from mailworker import console
    from mailworker.store import registrations as register

    with start.ledger(start.settings()) as sessions, sessions() as session:
        told = register.story(session, number)
    if told is None:
        start.fail(f"There is no registration {number}", "Look at: mailworker registrations")
    console.show_story(*told)


@registrations.command()
def add(participant: Participant, organisation: OfOrganisation, table: Tables, address: Address) -> None:
    """Register somebody by hand: by the same rules, with the same audit and answer, in the next round."""
    _by_hand(Action.REGISTER, participant, organisation, table, address)


@registrations.command()
def cancel(participant: Participant, organisation: OfOrganisation, table: Tables, address: Address) -> None:
    """Cancel somebody's registrations by hand: who waits is promoted, all concerned are told, in the next round."""
    _by_hand(Action.CANCEL, participant, organisation, table, address)


def _by_hand(action: Action, participant: str, organisation: str, tables: list[str], address: str) -> None:
    from mailworker.message import identity
    from mailworker.message.outgoing import can_be_addressed
    from mailworker.store import inbox
    from mailworker.worker import clock

    settings = start.settings()
    _require_tables(settings, tables)
    if not can_be_addressed(address):
        start.fail(f"{address!r} is no mail address", "Name one that the answer can go to", start.FAULT)
    if not participant.strip() or not organisation.strip() or len(participant + organisation) > LONGEST_NAME:
        start.fail("A participant and an organisation have a name", "Write both, of ordinary length", start.FAULT)
    known = settings.directory.find(organisation)
    request = Request(
        action,
        " ".join(participant.split()),
        known.name if known else " ".join(organisation.split()),
        settings.programme.in_order(tables),
        participant_address=address if action is Action.REGISTER else None,
    )
    raw = _entry(request, address, settings.programme.mailbox, now := clock())
    delivery = inbox.Delivery(
        uid=0,
        content=raw,
        size=len(raw),
        received_at=now,
        message_id=identity.message_id(raw),
        digest=identity.content_digest(raw),
        sha256="",
    )
    instruction = Instruction(Ruling.ACCEPT, "command line", requests=(request,))
    with start.ledger(settings) as sessions, sessions.begin() as session:
        number = inbox.store_by_hand(session, delivery, instruction, now)
    typer.echo(f"noted as message {number}; the next round carries it out and answers {address}")


def _entry(request: Request, address: str, mailbox: str, now: datetime) -> bytes:
    """The entry as a mail, so that it stands in the ledger like everything else that was asked."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = address
    mail["To"] = mailbox
    mail["Subject"] = "Werktafels"
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = f"<{uuid.uuid4()}@by-hand.invalid>"
    mail.set_content(f"Entered by hand: {request.action} {request.participant}, {request.organisation}.\n")
    return bytes(mail)


def _require_tables(settings: "Settings", tables: list[str]) -> None:
    unknown = [table for table in tables if table not in settings.programme.table_ids]
    if unknown:
        known = ", ".join(settings.programme.table_ids)
        start.fail(f"There is no table {', '.join(unknown)}", f"The tables are: {known}", start.FAULT)
