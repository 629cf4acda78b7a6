"""`mailworker demo`: a day of sample mails on embedded servers, told step by step.

The worker is the real one, assembled as for `run`; only the settings differ. Needs no account and no root, talks to
loopback only, and leaves what it made (database, answers) in a folder that it names at the end.
"""

import email
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from mailworker import console, maillog, wiring
from mailworker.demo.samples import OUR_LAST_MAIL, Sample, samples
from mailworker.demo.server import MailServers, Submitted
from mailworker.domain.states import MessageState
from mailworker.message.body import Label
from mailworker.reading.understand import Understanding, understand
from mailworker.resources import shipped
from mailworker.settings import Settings, load
from mailworker.store import registrations
from mailworker.worker import Worker

_STATES = {
    MessageState.HANDLED: "handled",
    MessageState.ASKED: "asked for what is missing",
    MessageState.HELD: "held: a colleague decides",
    MessageState.IGNORED: "ignored: never answered",
    MessageState.FAILED: "failed",
    MessageState.RECEIVED: "will be tried again",
}


@dataclass(frozen=True, slots=True)
class _Stage:
    """Where the demo plays; `folder` holds what it makes."""

    worker: Worker
    servers: MailServers
    folder: Path


def run(environ: Mapping[str, str]) -> None:
    """Plays the demo to its end; raises when a step of it does not work."""
    out = console.console()
    folder = Path(tempfile.mkdtemp(prefix="mailworker-demo-"))
    mails = samples()
    with MailServers() as servers:
        settings = _settings(servers, folder, environ)
        maillog.configure(level="error", format="text")
        worker = wiring.assemble(settings)
        stage = _Stage(worker, servers, folder)
        _introduce(out, servers, settings, len(mails))
        try:
            for number, sample in enumerate(mails, 1):
                _step(out, stage, number, sample)
            with worker.sessions() as session:
                console.show_registrations(registrations.listing(session), settings.programme)
        finally:
            worker.close()
        _conclude(out, folder, len(servers.answers()))


def _settings(servers: MailServers, folder: Path, environ: Mapping[str, str]) -> Settings:
    """The shipped configuration, pointed at the embedded servers; the operator's own variables are left out."""
    others = {name: value for name, value in environ.items() if not name.startswith("MAILWORKER_")}
    ours = {
        "MAILWORKER_DATABASE__URL": f"sqlite:///{folder / 'mailworker.db'}",
        "MAILWORKER_IMAP__HOST": servers.host,
        "MAILWORKER_IMAP__PORT": str(servers.imap_port),
        "MAILWORKER_IMAP__SECURITY": "none",
        "MAILWORKER_IMAP__USERNAME": servers.username,
        "MAILWORKER_IMAP__PASSWORD": servers.password,
        "MAILWORKER_SMTP__HOST": servers.host,
        "MAILWORKER_SMTP__PORT": str(servers.smtp_port),
        "MAILWORKER_SMTP__SECURITY": "none",
        "MAILWORKER_SMTP__USERNAME": servers.username,
        "MAILWORKER_SMTP__PASSWORD": servers.password,
    }
    return load(shipped("config") / "mailworker.toml", {**others, **ours})


def _introduce(out: Console, servers: MailServers, settings: Settings, count: int) -> None:
    out.rule(Text("mailworker demo", "bold"))
    out.print(
        f"An IMAP server (port {servers.imap_port}) and an SMTP server (port {servers.smtp_port}) run on "
        f"{servers.host}, in this process. {count} sample mails to {settings.programme.mailbox} arrive one after the "
        "other; after each, the worker does what it does in service: receive, handle, send. All people are invented."
    )


def _step(out: Console, stage: _Stage, number: int, sample: Sample) -> None:
    """Delivers one mail, lets the worker do a round, and shows what came of it."""
    before = stage.servers.answers()
    raw = _in_thread(sample.raw, before)
    understood = understand(raw, stage.worker.desk.knowledge)
    stage.servers.deliver(raw)
    done = stage.worker.round()
    if done.errors:
        raise done.errors[0]
    out.print()
    out.rule(Text(f"{number}. {sample.title}", "bold"), align="left")
    _show_mail(out, understood)
    out.print(Text("understood  ", "bold"), console.verdict(understood.reading), sep="")
    for request in understood.reading.requests:
        out.print(Text(f"            {console.request_sentence(request)}"))
    became = _STATES[done.handled[0]] if done.handled else "known: the same mail was here before"
    out.print(Text("decided     ", "bold"), Text(became), sep="")
    answers = stage.servers.answers()[len(before) :]
    for answer in answers:
        _show_answer(out, answer)
    if not answers:
        out.print(Text("answered    ", "bold"), Text("nothing was sent", "bright_black"), sep="")
    _keep(stage.folder / "answers", number, answers)


def _in_thread(raw: bytes, answers: list[Submitted]) -> bytes:
    """A sample that answers us gets the Message-ID of our last mail to its sender."""
    if OUR_LAST_MAIL not in raw:
        return raw
    sender = email.message_from_bytes(raw)["From"]
    ours = [email.message_from_bytes(a.raw)["Message-ID"] for a in answers if a.recipients[0] in sender]
    return raw.replace(OUR_LAST_MAIL, ours[-1].encode() if ours else b"")


def _show_mail(out: Console, understood: Understanding) -> None:
    inbound = understood.inbound
    sender = f"{inbound.sender.name} <{inbound.sender.address}>" if inbound.sender else "(nobody)"
    words = understood.body.of(Label.OWN, Label.SIGNATURE).strip() or "(no own words)"
    head = Text.assemble(
        (f"From: {console.plain(sender)}\nSubject: {console.plain(inbound.subject)}\n", "bright_black")
    )
    shown = "\n".join(line for line in console.plain(words).splitlines() if line.strip())
    out.print(
        Panel(head.append(shown[:700], "default"), title="came in", title_align="left", border_style="bright_black")
    )


def _show_answer(out: Console, answer: Submitted) -> None:
    """The subject and the first lines of a mail of ours."""
    mail = email.message_from_bytes(answer.raw, policy=email.policy.default)
    body = mail.get_body(("plain",))
    lines = [line for line in str(body.get_content() if body else "").splitlines() if line.strip()]
    out.print(Text("answered    ", "bold"), Text(f"to {answer.recipients[0]}: {mail['Subject']}"), sep="")
    out.print(Padding(Text("\n".join(lines[:6]), "green"), (0, 0, 0, 12)))


def _keep(place: Path, number: int, answers: list[Submitted]) -> None:
    """Writes the answers down for who wants to open them in a mail program or a browser."""
    place.mkdir(exist_ok=True)
    for count, answer in enumerate(answers, 1):
        stem = f"{number:02d}-{count}"
        (place / f"{stem}.eml").write_bytes(answer.raw)
        mail = email.message_from_bytes(answer.raw, policy=email.policy.default)
        html = mail.get_body(("html",))
        if html is not None:
            (place / f"{stem}.html").write_text(html.get_content(), encoding="utf-8")


def _conclude(out: Console, folder: Path, sent: int) -> None:
    out.print()
    out.print(f"{sent} mails were sent. What this demo made lies in {folder} :", soft_wrap=True)
    out.print(
        "  mailworker.db  the ledger (SQLite): every mail as it came, what was read, decided, registered and sent"
    )
    out.print("  answers/       what was sent, as .eml and as .html to open in a browser")
    out.print("Look at it with:")
    out.print(
        f"  MAILWORKER_DATABASE__URL=sqlite:///{folder / 'mailworker.db'} mailworker registrations", soft_wrap=True
    )
