"""An SMTP submission server (RFC 6409) that keeps what it is given and answers as a test tells it to.

It is aiosmtpd in a thread of its own; it relays nothing.
"""

import asyncio
import socket
import threading
from collections.abc import Coroutine
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.servers.certificate import Certificate

HOST = "127.0.0.1"


class Security(StrEnum):
    """How the connection is protected; STARTTLS is required, not only offered."""

    NONE = "none"
    STARTTLS = "starttls"
    TLS = "tls"


class At(StrEnum):
    """The command that a scripted answer is for; DATA means the answer after the message."""

    MAIL = "MAIL"
    RCPT = "RCPT"
    DATA = "DATA"


class Drop(Enum):
    """Ways to break off around the answer to a message."""

    UNTAKEN = "untaken"
    """The message came in, but the server did not take it over and says nothing."""
    BEFORE_ANSWER = "before the answer"
    """The server took the message over; its 250 never arrives."""
    AFTER_ANSWER = "after the answer"
    """250 is sent, then the connection is closed."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """A message that the server took over. `connection` counts from 1; `sender` is "" for the null reverse-path."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes
    connection: int
    login: str | None


@dataclass(slots=True)
class _Scripted:
    answer: str | Drop
    at: At
    recipient: str | None
    left: int | None
    """How many more times it is given; None is for good."""


class _Connection(SMTP):
    """One connection: RFC 5321 by aiosmtpd, plus the ways to break off."""

    closes_after_answer = False

    def __init__(self, handler: "_Handler", **options: Any) -> None:
        super().__init__(handler, **options)
        self._lost = handler.lost

    async def push(self, status: Any) -> None:
        await super().push(status)
        text = status.decode("ascii", "replace") if isinstance(status, bytes) else str(status)
        # RFC 5321 4.2.1: who answers 421 closes the channel.
        if (self.closes_after_answer or text.startswith("421")) and self.transport is not None:
            self.transport.close()

    def connection_lost(self, error: Exception | None) -> None:
        super().connection_lost(error)
        self._lost(self)

    async def vanish(self) -> None:
        """The connection is reset; never returns, since the lost connection cancels who waits here."""
        assert self.transport is not None
        self.transport.abort()  # type: ignore[attr-defined]
        await asyncio.Event().wait()


class SubmissionServer:
    """`start` and `stop` any number of times on the same port; what was taken over stays.

    With a username, only that login may submit. `size_limit` is in octets and announced (RFC 1870).
    """

    def __init__(
        self,
        *,
        security: Security = Security.NONE,
        certificate: Certificate | None = None,
        username: str | None = None,
        password: str = "geheim",
        size_limit: int | None = None,
    ) -> None:
        self.host = HOST
        self.security = security
        self.username = username
        self.password = password
        self.ca_file = certificate.cert_file if certificate else None
        self._context = certificate.server_context() if certificate and security is not Security.NONE else None
        self._size_limit = size_limit
        self._lock = threading.Lock()
        self._submitted: list[Submitted] = []
        self._script: list[_Scripted] = []
        self._connections = 0
        self._open: set[_Connection] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._server: asyncio.Server | None = None
        self.port = 0

    @property
    def submitted(self) -> list[Submitted]:
        """The messages that were taken over, in order; also those whose 250 never arrived."""
        with self._lock:
            return list(self._submitted)

    @property
    def connections(self) -> int:
        """How many connections there were, since the first start."""
        with self._lock:
            return self._connections

    def answer(
        self, *answers: str | Drop, at: At = At.DATA, recipient: str | None = None, times: int | None = 1
    ) -> None:
        """The next answers to that command, instead of 250: each one `times` times, or for good where it is None.

        With a recipient only for that address: at RCPT, or after a message to it. Scripts for a recipient are looked
        at in the order in which they were given.
        """
        with self._lock:
            for answer in answers:
                if isinstance(answer, Drop) and at is not At.DATA:
                    raise ValueError("breaking off is scripted after the message only")
                self._script.append(_Scripted(answer, at, recipient, times))

    def forget_script(self) -> None:
        """From now on everything is answered with 250 again."""
        with self._lock:
            self._script.clear()

    def start(self) -> "SubmissionServer":
        """Accepts connections when this returns."""
        if self._loop is not None:
            return self
        listening = socket.create_server((HOST, self.port), backlog=100)
        self.port = listening.getsockname()[1]
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="submission-server", daemon=True)
        self._thread.start()
        self._run(self._listen(listening))
        return self

    def stop(self) -> None:
        """Every connection is broken off and nothing listens any more."""
        if self._loop is None or self._thread is None:
            return
        self._run(self._hang_up())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=20)
        self._loop.close()
        self._loop = self._thread = None

    def __enter__(self) -> "SubmissionServer":
        return self.start()

    def __exit__(self, *_exception: object) -> None:
        self.stop()

    def break_connections(self) -> None:
        """Every open connection is reset; the server goes on listening."""
        self._run(self._reset())

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        assert self._loop is not None
        asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=20)

    async def _listen(self, listening: socket.socket) -> None:
        implicit = self._context if self.security is Security.TLS else None
        self._server = await asyncio.get_running_loop().create_server(self._connection, sock=listening, ssl=implicit)

    async def _hang_up(self) -> None:
        assert self._server is not None
        self._server.close()
        await self._reset()
        await self._server.wait_closed()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _reset(self) -> None:
        for connection in list(self._open):
            if connection.transport is not None and not connection.transport.is_closing():
                connection.transport.abort()  # type: ignore[attr-defined]
        await asyncio.sleep(0)

    def _connection(self) -> _Connection:
        starttls = self._context if self.security is Security.STARTTLS else None
        with self._lock:
            self._connections += 1
            number = self._connections
        connection = _Connection(
            _Handler(self, number),
            data_size_limit=self._size_limit,
            hostname="localhost",
            ident="test server",
            tls_context=starttls,
            require_starttls=starttls is not None,
            auth_require_tls=starttls is not None,
            authenticator=self._authenticate,
            enable_SMTPUTF8=True,
            loop=asyncio.get_running_loop(),
        )
        self._open.add(connection)
        return connection

    def _authenticate(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, given: LoginPassword
    ) -> AuthResult:
        login, password = given.login.decode(), given.password.decode()
        right = self.username is not None and (login, password) == (self.username, self.password)
        return AuthResult(success=right, handled=False, auth_data=login if right else None)

    def next_answer(self, at: At, recipients: tuple[str, ...]) -> str | Drop | None:
        with self._lock:
            for scripted in self._script:
                if scripted.at is at and scripted.left != 0 and scripted.recipient in (None, *recipients):
                    if scripted.left is not None:
                        scripted.left -= 1
                    return scripted.answer
        return None

    def take_over(self, submitted: Submitted) -> None:
        with self._lock:
            self._submitted.append(submitted)

    def lost(self, connection: _Connection) -> None:
        self._open.discard(connection)


class _Handler:
    """What aiosmtpd asks about each command of one connection."""

    def __init__(self, server: SubmissionServer, number: int) -> None:
        self._server = server
        self._number = number
        self.lost = server.lost

    async def handle_EHLO(
        self, _smtp: SMTP, session: Session, _envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        if self._server.username is None:
            responses = [response for response in responses if not response.startswith("250-AUTH")]
        # One write: line by line, the client's delayed acknowledgements cost 40 ms a connection.
        return ["\r\n".join(responses)]

    async def handle_MAIL(
        self, _smtp: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self._server.username is not None and not session.authenticated:
            return "530 5.7.0 Authentication required"
        scripted = self._server.next_answer(At.MAIL, ())
        if scripted is not None:
            return str(scripted)
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 Ok"

    async def handle_RCPT(
        self, _smtp: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        scripted = self._server.next_answer(At.RCPT, (address,))
        if scripted is not None:
            return str(scripted)
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 2.1.5 Ok"

    async def handle_DATA(self, smtp: _Connection, session: Session, envelope: Envelope) -> str:
        recipients = tuple(str(recipient) for recipient in envelope.rcpt_tos)
        scripted = self._server.next_answer(At.DATA, recipients)
        if isinstance(scripted, str):
            return scripted
        if scripted is Drop.UNTAKEN:
            await smtp.vanish()
        raw = envelope.original_content
        assert isinstance(raw, bytes)
        sender = str(envelope.mail_from).strip("<>")
        self._server.take_over(Submitted(sender, recipients, raw, self._number, session.auth_data))
        if scripted is Drop.BEFORE_ANSWER:
            await smtp.vanish()
        smtp.closes_after_answer = scripted is Drop.AFTER_ANSWER
        return "250 2.0.0 Ok: queued"
