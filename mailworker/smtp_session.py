"""A logged-in connection to the submission server, and what it means when there is none (RFC 5321, 3207, 4954).

Knows smtplib's peculiarities so that smtp.py can speak of mails.
"""

import base64
import smtplib
import ssl

from mailworker.connection import CONNECTING, Security, Server, refused, require_host, tls_context, unreachable
from mailworker.errors import LoginRefused, MailworkerError, ServerUnreachable

LOGIN_NEEDED = frozenset((530, 534, 535, 538))
"""Answers that speak of our account and not of a mail (RFC 4954 6)."""
_LOGGED_IN = 235
_GO_ON = 334


def connect(server: Server) -> smtplib.SMTP:
    """A connection that is ready for a mail; ServerUnreachable or LoginRefused when there is none to be had."""
    require_host(server)
    context = None if server.security is Security.NONE else tls_context(server)
    try:
        smtp = _connected(server, context)
    except (OSError, smtplib.SMTPException, UnicodeError) as error:
        raise not_usable(server, error, CONNECTING) from error
    try:
        _greet(smtp)
        if server.security is Security.STARTTLS:
            smtp.starttls(context=context)
            # What was said in clear counts for nothing (RFC 3207 4.2); without a new EHLO some servers answer 503.
            _greet(smtp)
        assert smtp.sock is not None
        smtp.sock.settimeout(server.timeout)
        _log_in(smtp, server)
    except MailworkerError:
        smtp.close()
        raise
    except (OSError, smtplib.SMTPException) as error:
        smtp.close()
        raise not_usable(server, error, CONNECTING) from error
    return smtp


def not_usable(server: Server, error: Exception, doing: str) -> MailworkerError:
    """The failure as one line for an operator, without a word of what the server said."""
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return ServerUnreachable(f"The {server} offers no STARTTLS", f"Check {server.variable('SECURITY')}")
    if isinstance(error, smtplib.SMTPResponseException):
        return ServerUnreachable(f"The {server} answers {error.smtp_code} while {doing}", "The next round tries again")
    if isinstance(error, smtplib.SMTPException):
        # smtplib puts the system's error into words and keeps it as the context only.
        said = error.__context__
        cause = said if isinstance(said, OSError) and not isinstance(said, smtplib.SMTPException) else error
        return unreachable(server, cause, doing)
    return unreachable(server, error, doing)


def _connected(server: Server, context: ssl.SSLContext | None) -> smtplib.SMTP:
    # The name is set after connecting: smtplib would ask the DNS for ours, without a timeout.
    if server.security is Security.TLS:
        return smtplib.SMTP_SSL(
            server.host, server.port, local_hostname="localhost", timeout=server.connect_timeout, context=context
        )
    return smtplib.SMTP(server.host, server.port, local_hostname="localhost", timeout=server.connect_timeout)


def _greet(smtp: smtplib.SMTP) -> None:
    """EHLO with our address as a literal, as a client without a name of its own does (RFC 5321 4.1.4)."""
    assert smtp.sock is not None
    address = smtp.sock.getsockname()[0]
    code, text = smtp.ehlo(f"[IPv6:{address}]" if ":" in address else f"[{address}]")
    if not 200 <= code <= 299:
        raise smtplib.SMTPHeloError(code, text)


def _log_in(smtp: smtplib.SMTP, server: Server) -> None:
    # A server that offers no login takes mail from us as we are; one that does not says so at MAIL (530).
    if not server.username or not smtp.has_extn("auth"):
        return
    plain = "PLAIN" in smtp.esmtp_features["auth"].upper().split()
    code = _plain(smtp, server) if plain else _other(smtp, server)
    if code == _LOGGED_IN:
        return
    if 400 <= code <= 499:
        raise ServerUnreachable(f"The {server} cannot check logins now ({code})", "The next round tries again")
    raise refused(server)


def _plain(smtp: smtplib.SMTP, server: Server) -> int:
    """AUTH PLAIN (RFC 4616). smtplib's own knows ASCII only, and takes 503 for a success."""
    secret = base64.b64encode(f"\0{server.username}\0{server.password}".encode()).decode()
    code, _text = smtp.docmd("AUTH", f"PLAIN {secret}")
    if code == _GO_ON:
        code, _text = smtp.docmd(secret)
    return code


def _other(smtp: smtplib.SMTP, server: Server) -> int:
    try:
        return int(smtp.login(server.username, server.password)[0])
    except UnicodeEncodeError as error:
        raise refused(server) from error
    except smtplib.SMTPAuthenticationError as error:
        return error.smtp_code
    except smtplib.SMTPServerDisconnected:
        raise
    except smtplib.SMTPException as error:
        raise LoginRefused(
            f"The {server} takes no login with a password", "Ask who runs it for one that does"
        ) from error
