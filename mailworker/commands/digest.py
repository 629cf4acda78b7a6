"""For staff and operators: the digest, as it would be sent now, as facts, as a page, or sent before its time."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mailworker.commands import start
from mailworker.errors import ConfigurationError, Fault

if TYPE_CHECKING:
    from mailworker.settings import Settings


def digest(
    as_json: start.AsJson = False,
    preview: Annotated[
        Path | None, typer.Option("--preview", metavar="FILE.html", help="Write the page that would be sent.")
    ] = None,
    send: Annotated[
        bool, typer.Option("--send", help="Send it now: today's digest, once; what comes after it is for the next one.")
    ] = False,
) -> None:
    """Show the digest that staff would get now: what they must decide, what changed, how the machine does."""
    if sum((as_json, preview is not None, send)) > 1:
        start.fail("Only one of --json, --preview and --send", "Choose one", start.FAULT)
    loaded = start.settings()
    if send:
        _send(loaded)
    else:
        _show(loaded, as_json, preview)


def _show(loaded: "Settings", as_json: bool, preview: Path | None) -> None:
    from mailworker import console_digest, report, wiring
    from mailworker.store import digests
    from mailworker.worker import clock

    office = wiring.office(loaded)
    with start.ledger(loaded) as sessions, sessions() as session:
        facts = report.look(session, office, clock())
        files = [file.name for file in report.files(session, facts, office)]
        went_out = digests.sent(session, facts.day)
    if as_json:
        typer.echo(console_digest.to_json(facts, office.recipients, went_out=went_out))
        return
    rendered = wiring.templates(loaded).render_digest(facts, files)
    if preview is None:
        console_digest.show(rendered, office.recipients, facts.day if went_out else None)
        return
    try:
        preview.write_text(rendered.html, encoding="utf-8")
    except OSError as error:
        start.fail(f"The file cannot be written ({error.strerror})", "Name another one")
    typer.echo(f"{preview}: {rendered.subject}")


def _send(loaded: "Settings") -> None:
    from mailworker import report, send, wiring
    from mailworker.worker import clock

    if not loaded.digest.recipients:
        expected = "addresses of staff, or set MAILWORKER_DIGEST__RECIPIENTS"
        raise ConfigurationError([Fault(str(loaded.config), "digest.recipients", expected)])
    loaded.require_smtp()
    templates = wiring.templates(loaded)
    if faults := templates.check():
        raise ConfigurationError(faults)
    office, now = wiring.office(loaded), clock()
    with start.ledger(loaded) as sessions:
        owed = report.report_now(sessions, wiring.stationery(loaded, templates), office, now)
        submission = wiring.submission(loaded)
        try:
            sent = send.send(submission, sessions, wiring.delivery(loaded), clock)
        finally:
            submission.close()
    day = office.rhythm.local_day(now)
    typer.echo(f"digest of {day}: {owed} owed" if owed else f"digest of {day}: made before, nothing was added")
    typer.echo(f"mails: {sent.sent} sent, {sent.deferred} deferred, {sent.refused + sent.expired} given up")
    if sent.deferred or sent.refused or sent.expired:
        start.fail("Not every mail was sent", "Look at: mailworker outbox", start.UNREACHABLE)
