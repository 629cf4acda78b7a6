"""How a mail server is reached: address, security, account, and what a failed attempt means for an operator.

Shared by the IMAP and the SMTP edge. Opens no connection itself. TLS is always verified (RFC 8314): there is no
setting that turns verification off, a private authority is named by `ca_file`.
"""

import ipaddress
import ssl
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from mailworker.errors import LoginRefused, ServerUnreachable

CONNECTING = "connecting"


class Security(StrEnum):
    """How the connection is protected; `none` is for loopback only."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Server:
    """One mail server as the settings name it; `section` is IMAP or SMTP, the part of the variables that it came from.

    Timeouts are in seconds: `connect_timeout` for the connection, `timeout` for each wait for an answer.
    """

    section: str
    host: str
    port: int
    security: Security = Security.TLS
    username: str = ""
    password: str = field(default="", repr=False)
    ca_file: Path | None = None
    connect_timeout: float = 10.0
    timeout: float = 60.0

    def __str__(self) -> str:
        return f"{self.section} server {self.host}:{self.port} ({self.security})"

    def variable(self, key: str) -> str:
        """The environment variable that sets this key of the server."""
        return f"MAILWORKER_{self.section}__{key}"


def is_loopback(host: str) -> bool:
    """True when connections to this host cannot leave the machine, judged by its name alone (no look-up)."""
    if host.lower() == "localhost" or host.lower().endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def tls_context(server: Server) -> ssl.SSLContext:
    """A verifying TLS context; ServerUnreachable when the authority file cannot be used."""
    try:
        return ssl.create_default_context(cafile=server.ca_file)
    except OSError as error:
        raise ServerUnreachable(
            f"The certificate authorities for the {server} cannot be read",
            f"Check {server.variable('CA_FILE')}: a readable file of PEM certificates is expected",
        ) from error


def unreachable(server: Server, error: BaseException, doing: str) -> ServerUnreachable:
    """The failure of `doing` as one line for an operator; never a word of what the server or a mail said."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return ServerUnreachable(
            f"The certificate of the {server} is not trusted: {error.verify_message}",
            f"Check {server.variable('HOST')}, or name your own authority with {server.variable('CA_FILE')}",
        )
    if isinstance(error, ssl.SSLError):
        what = "no TLS could be agreed on"
        remedy = f"Check {server.variable('SECURITY')} and {server.variable('PORT')}"
    elif isinstance(error, TimeoutError):
        what = f"no answer within {_patience(server, doing):g} seconds"
        remedy = _check_address(server)
    elif isinstance(error, OSError) and error.strerror:
        what = error.strerror
        remedy = _check_address(server)
    elif isinstance(error, UnicodeError):
        what = "that is no host name"
        remedy = _check_address(server)
    else:
        what = "the server broke off"
        remedy = "The next round connects again"
    return ServerUnreachable(f"The {server} is out of reach while {doing}: {what}", remedy)


def refused(server: Server) -> LoginRefused:
    """The server answered and did not accept the account."""
    return LoginRefused(
        f"The {server} refuses the login",
        f"Check {server.variable('USERNAME')} and {server.variable('PASSWORD')}",
    )


def require_host(server: Server) -> None:
    """ServerUnreachable with what to set, when no host is configured."""
    if not server.host:
        raise ServerUnreachable(f"No {server.section} server is configured", f"Set {server.variable('HOST')}")


def _check_address(server: Server) -> str:
    return f"Check {server.variable('HOST')}, {server.variable('PORT')} and {server.variable('SECURITY')}"


def _patience(server: Server, doing: str) -> float:
    return server.connect_timeout if doing == CONNECTING else server.timeout
