"""A logged-in IMAP connection, and what its failures mean (RFC 3501; response codes of RFC 5530).

Knows imapclient's and imaplib's peculiarities so that imap.py can speak of mail. Selects no folder.
"""

import imaplib
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import LoginError, ProtocolError

from mailworker.connection import CONNECTING, Security, Server, refused, require_host, tls_context, unreachable
from mailworker.errors import LoginRefused, MailworkerError, ServerUnreachable

_NOT_NOW = frozenset(("UNAVAILABLE", "SERVERBUG", "INUSE", "LIMIT"))
_CODE = re.compile(r"\[([A-Z]+)[] ]")
# What imapclient's parser raises on an answer that it cannot make sense of, beside its own errors.
_NONSENSE = (ValueError, TypeError, LookupError)


class Declined(Exception):
    """The server answered NO or BAD and the connection is as good as before; `code` is the response code, or ""."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

    @property
    def for_now(self) -> bool:
        """True when the server itself says that it is a matter of time."""
        return self.code in _NOT_NOW


def declinable(command: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
    """The command's answer; Declined when the server says NO or BAD to it."""
    try:
        return command(*arguments, **options)
    except (imaplib.IMAP4.abort, ProtocolError):
        raise
    except imaplib.IMAP4.error as error:
        raise Declined(_code(error)) from error


@contextmanager
def failing_as(server: Server, doing: str) -> Iterator[None]:
    """Turns every failure of the connection into ServerUnreachable; Declined passes."""
    try:
        yield
    except (Declined, MailworkerError):
        raise
    except (imaplib.IMAP4.abort, OSError, UnicodeError) as error:
        raise unreachable(server, error, doing) from error
    except (imaplib.IMAP4.error, *_NONSENSE) as error:
        raise ServerUnreachable(
            f"The {server} gave no usable answer while {doing}", "The next round connects again"
        ) from error


def connect(server: Server) -> IMAPClient:
    """A connection that is logged in; ServerUnreachable or LoginRefused when it cannot be."""
    require_host(server)
    implicit = server.security is Security.TLS
    context = None if server.security is Security.NONE else tls_context(server)
    with failing_as(server, CONNECTING):
        client = IMAPClient(
            server.host,
            port=server.port,
            ssl=implicit,
            ssl_context=context if implicit else None,
            timeout=SocketTimeout(connect=server.connect_timeout, read=server.timeout),
        )
    # It sets 5, with which every literal is formatted for a log line that nobody wants: five times the cost of a
    # fetch, and words of participants in a log.
    client._imap.debug = 0
    client.normalise_times = False
    try:
        with failing_as(server, CONNECTING):
            if server.security is Security.STARTTLS:
                client.starttls(context)
        with failing_as(server, "logging in"):
            _log_in(client, server)
    except BaseException:
        hang_up(client)
        raise
    return client


def hang_up(client: IMAPClient) -> None:
    """Closes the connection without a word."""
    with suppress(imaplib.IMAP4.error, OSError):
        client.shutdown()


def _log_in(client: IMAPClient, server: Server) -> None:
    try:
        if client.has_capability("AUTH=PLAIN"):
            client.plain_login(server.username, server.password)
        else:
            # imaplib quotes the password only.
            username = server.username.replace("\\", "\\\\").replace('"', '\\"')
            client.login(f'"{username}"', server.password)
    except UnicodeEncodeError as error:
        raise refused(server) from error
    except LoginError as error:
        # imapclient calls a connection that broke meanwhile a refused login as well.
        if isinstance(error.__context__, imaplib.IMAP4.abort):
            raise error.__context__ from error
        code = _code(error)
        if code in _NOT_NOW:
            raise ServerUnreachable(f"The {server} cannot check logins now", "The next round tries again") from error
        if code == "PRIVACYREQUIRED":
            remedy = f"Set {server.variable('SECURITY')} to tls or starttls"
            raise LoginRefused(f"The {server} takes no login in clear", remedy) from error
        raise refused(server) from error


def _code(error: Exception) -> str:
    found = _CODE.search(str(error))
    return found[1] if found else ""
