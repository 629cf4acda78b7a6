"""A working day at the desk: the worker as an operator wires it, on real servers, with people who write to it."""

import email
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP, default
from email.utils import format_datetime
from itertools import count

import pytest

from mailworker import wiring
from mailworker.resources import shipped
from mailworker.settings import Settings, load
from mailworker.store import registrations
from mailworker.worker import Round, Worker
from tests.servers.dovecot import Mailbox
from tests.servers.submission import SubmissionServer

MAILBOX = "toezichtdrinkwater@vmm.be"
_numbers = count(1)


def mail(sender: str, text: str, subject: str = "Werktafels", *, answers: str | None = None, **headers: str) -> bytes:
    """A plain mail as the receiving server hands it over; `answers` is the Message-ID of ours that it replies to."""
    address = sender.rpartition("<")[2].rstrip(">")
    domain = address.rpartition("@")[2]
    message = EmailMessage(policy=SMTP)
    message["Return-Path"] = f"<{address}>"
    message["Authentication-Results"] = f"mx.vmm.be; spf=pass smtp.mailfrom={domain}; dmarc=pass header.from={domain}"
    message["From"] = sender
    message["To"] = MAILBOX
    message["Subject"] = subject
    message["Date"] = format_datetime(datetime(2021, 7, 5, 9, 0, tzinfo=UTC))
    message["Message-ID"] = f"<{next(_numbers)}@{domain}>"
    if answers:
        message["In-Reply-To"] = message["References"] = answers
    for name, value in headers.items():
        del message[name.replace("_", "-")]
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return bytes(message)


@dataclass(frozen=True)
class Sent:
    """A mail that the worker handed to the submission server."""

    recipient: str
    message: EmailMessage
    raw: bytes

    @property
    def subject(self) -> str:
        return str(self.message["Subject"])

    @property
    def text(self) -> str:
        body = self.message.get_body(("plain",))
        assert body is not None
        return str(body.get_content())

    @property
    def html(self) -> str:
        body = self.message.get_body(("html",))
        assert body is not None
        return str(body.get_content())

    @property
    def first_line(self) -> str:
        return self.text.splitlines()[0]


@dataclass
class Day:
    """The mailbox, the submission server, the database, and a worker between them."""

    mailbox: Mailbox
    submission: SubmissionServer
    database_url: str
    environ: dict[str, str] = field(default_factory=dict)
    _worker: Worker | None = None

    @property
    def settings(self) -> Settings:
        return load(shipped("config") / "mailworker.toml", self.environ)

    @property
    def worker(self) -> Worker:
        if self._worker is None:
            self._worker = wiring.assemble(self.settings)
        return self._worker

    def restart(self, **changed: str) -> None:
        """Ends the worker; the next round starts another one, with these variables set."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None
        self.environ |= changed

    def arrives(self, raw: bytes) -> Round:
        """The mail is delivered and the worker does a round."""
        self.mailbox.deliver(raw)
        return self.round()

    def round(self) -> Round:
        return self.worker.round()

    @property
    def sent(self) -> list[Sent]:
        """All that was sent so far."""
        return self.sent_after(0)

    def sent_after(self, number: int) -> list[Sent]:
        """All that was sent so far but the first `number` mails."""
        return [
            Sent(one.recipients[0], email.message_from_bytes(one.raw, policy=default), one.raw)
            for one in self.submission.submitted[number:]
        ]

    def last_id_to(self, address: str) -> str:
        """The Message-ID of the last mail to that address."""
        return str([one.message["Message-ID"] for one in self.sent if one.recipient == address][-1])

    @property
    def register(self) -> list[tuple[str, str, str, str]]:
        """(participant, organisation, table, status), in order of registration."""
        with self.worker.sessions() as session:
            listed = sorted(registrations.listing(session), key=lambda one: one.id)
        return [(one.participant, one.organisation, one.table, one.status.value) for one in listed]


@pytest.fixture
def day(mailbox: Mailbox, submission_server: SubmissionServer, database_url: str) -> Iterator[Day]:
    environ = {
        "MAILWORKER_DATABASE__URL": database_url,
        "MAILWORKER_IMAP__HOST": mailbox.host,
        "MAILWORKER_IMAP__PORT": str(mailbox.port),
        "MAILWORKER_IMAP__SECURITY": "none",
        "MAILWORKER_IMAP__USERNAME": mailbox.username,
        "MAILWORKER_IMAP__PASSWORD": mailbox.password,
        "MAILWORKER_SMTP__HOST": submission_server.host,
        "MAILWORKER_SMTP__PORT": str(submission_server.port),
        "MAILWORKER_SMTP__SECURITY": "none",
    }
    day = Day(mailbox, submission_server, database_url, environ)
    yield day
    day.restart()
