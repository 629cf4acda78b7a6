"""The embedded mail servers of `mailworker demo`: IMAP by pymap and submission by aiosmtpd, on loopback only.

Both live in one thread of this process, keep everything in memory, relay nothing and forget all when they stop. They
are for trying out and for tests; tests/contracts holds them to what a real server (Dovecot) does for the worker.
"""

import asyncio
import logging
import secrets
import threading
from argparse import Namespace
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeVar

from mailworker.errors import MailworkerError

if TYPE_CHECKING:
    from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

HOST = "127.0.0.1"
_PATIENCE_SECONDS = 20

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Submitted:
    """A mail that was handed to the submission server: the envelope (RFC 5321 2.3.1) and the bytes.

    `sender` is "" for the null reverse-path.
    """

    sender: str
    recipients: tuple[str, ...]
    raw: bytes


class MailServers:
    """A context manager: inside it an IMAP and a submission server answer on `imap_port` and `smtp_port` of `HOST`.

    One user exists, who has an empty INBOX and may submit after logging in. Nothing is encrypted.
    """

    def __init__(self, username: str = "demo", password: str = "") -> None:
        _require_extra()
        self.host = HOST
        self.username = username
        self.password = password or secrets.token_urlsafe(12)
        self.imap_port = 0
        self.smtp_port = 0
        self._answers: list[Submitted] = []
        self._identity: Any = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._running = threading.Event()
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="demo-mail-servers", daemon=True)

    def __enter__(self) -> "MailServers":
        self._thread.start()
        if not self._running.wait(_PATIENCE_SECONDS) or self._failure is not None:
            raise MailworkerError("The embedded mail servers did not start") from self._failure
        return self

    def __exit__(self, *_exception: object) -> None:
        if self._loop is not None and self._stop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(_PATIENCE_SECONDS)

    def deliver(self, raw: bytes, received: datetime | None = None) -> None:
        """The mail is in the INBOX, byte for byte, after all that came before; `received` is its INTERNALDATE."""
        self._within(self._append(raw, received or datetime.now(UTC)))

    def answers(self) -> list[Submitted]:
        """What was handed to the submission server so far, in order."""
        return list(self._answers)

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as failure:  # noqa: BLE001 - whatever it is, it is told to who waits in __enter__
            self._failure = failure
        finally:
            self._running.set()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        # aiosmtpd writes every address into the log of whoever embeds it, and warns of attributes that it sets itself.
        logging.getLogger("mail.log").setLevel(logging.ERROR)
        servers = [await self._serve_imap(), await self._serve_smtp()]
        self.imap_port, self.smtp_port = (server.sockets[0].getsockname()[1] for server in servers)
        self._running.set()
        await self._stop.wait()
        for server in servers:
            server.close()
        connections = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for connection in connections:
            connection.cancel()
        await asyncio.gather(*connections, return_exceptions=True)
        # A closed transport lets go of its socket one turn of the loop later.
        await asyncio.sleep(0)

    async def _serve_imap(self) -> asyncio.Server:
        from proxyprotocol.reader import ProxyProtocolReader
        from pymap.backend.dict import DictBackend
        from pymap.concurrent import Subsystem
        from pymap.imap import IMAPServer
        from pysasl.hashing import Cleartext

        arguments = Namespace(
            debug=False,
            host=HOST,
            port="0",
            cert=None,
            key=None,
            tls=False,
            proxy_protocol=None,
            inherited_sockets=None,
            passlib_cfg=None,
            demo_data=False,
            demo_user=self.username,
            demo_password=self.password,
        )
        # A password that lives as long as this process needs no slow hash, and so no pool of threads to compute it.
        backend, config = await DictBackend.init(
            arguments, hash_context=Cleartext(), cpu_subsystem=Subsystem.for_asyncio(), invalid_user_sleep=0.0
        )
        # Connections inherit this task's context, so it has to be complete before the server starts.
        config.apply_context()
        self._identity = backend.login.demo_user_identity
        connected = ProxyProtocolReader(config.proxy_protocol).get_callback(IMAPServer(backend.login, config))
        return await asyncio.start_server(connected, HOST, 0)

    async def _serve_smtp(self) -> asyncio.Server:
        from aiosmtpd.smtp import SMTP

        loop = asyncio.get_running_loop()
        handler = _Submission(self)

        def connected() -> SMTP:
            return SMTP(
                handler,
                hostname="localhost",
                ident="mailworker demo",
                authenticator=handler.authenticate,
                auth_require_tls=False,
                enable_SMTPUTF8=True,
                loop=loop,
            )

        return await loop.create_server(connected, HOST, 0)

    async def _append(self, raw: bytes, received: datetime) -> None:
        from pymap.parsing.message import AppendMessage

        async with self._identity.new_session() as session:
            inbox = await session.mailbox_set.get_mailbox("INBOX")
            await inbox.append(AppendMessage(raw, received, frozenset()))

    def _within(self, work: Coroutine[Any, Any, _T]) -> _T:
        assert self._loop is not None, "deliver works inside `with` only"
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(_PATIENCE_SECONDS)

    def take(self, submitted: Submitted) -> None:
        """Called by the submission server for each mail that it takes over."""
        self._answers.append(submitted)


class _Submission:
    """What aiosmtpd asks about each command; only the one user may submit (RFC 6409 4.3)."""

    def __init__(self, servers: MailServers) -> None:
        self._servers = servers

    def authenticate(
        self, _smtp: "SMTP", _session: "Session", _envelope: "Envelope", _mechanism: str, given: "LoginPassword"
    ) -> "AuthResult":
        from aiosmtpd.smtp import AuthResult

        wanted = (self._servers.username, self._servers.password)
        return AuthResult(success=(given.login.decode(), given.password.decode()) == wanted, handled=False)

    async def handle_EHLO(  # noqa: N802 - aiosmtpd's name
        self, _smtp: "SMTP", session: "Session", _envelope: "Envelope", hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        # One write: line by line, the client's delayed acknowledgements cost 40 ms a connection.
        return ["\r\n".join(responses)]

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, _smtp: "SMTP", session: "Session", envelope: "Envelope", address: str, options: list[str]
    ) -> str:
        if not session.authenticated:
            return "530 5.7.0 Authentication required"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 Ok"

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, _smtp: "SMTP", _session: "Session", envelope: "Envelope"
    ) -> str:
        raw = envelope.original_content
        assert isinstance(raw, bytes)
        sender = "" if envelope.mail_from in (None, "<>") else str(envelope.mail_from)
        self._servers.take(Submitted(sender, tuple(str(recipient) for recipient in envelope.rcpt_tos), raw))
        return "250 2.0.0 Ok: queued"


def _require_extra() -> None:
    if not (find_spec("pymap") and find_spec("aiosmtpd")):
        raise MailworkerError(
            "The demo needs its embedded mail servers, which are not installed", "Run: pip install 'mailworker[demo]'"
        )
