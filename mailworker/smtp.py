"""Submission: a finished mail to the server that takes it over (RFC 5321, RFC 6409; SIZE, RFC 1870; AUTH, RFC 4954).

Says what the server answered and what that means; decides nothing, keeps no queue, writes no mail. One recipient in
each transaction, so that one person's full mailbox is no other person's delay. One connection is kept from mail to
mail; after a failure it is thrown away and the next mail gets a new one. For one thread at a time.
"""

import re
import smtplib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from mailworker.connection import Server, refused
from mailworker.smtp_session import LOGIN_NEEDED, connect, not_usable

_LONGEST_TEXT = 400
_LEAVE_WITHIN = 5.0
"""Seconds for taking leave: a worker that stops does not wait for a server that hangs."""
_NO_SUCH_ADDRESS = 553
_CLOSING = 421
_OUT_OF_STEP = 503
_COMPLETED = range(200, 300)
_INTERMEDIATE = range(354, 355)
_STAGES = (
    "before the mail was begun",
    "before the mail was sent",
    "before the mail was sent",
    "after the mail was sent: it may have been taken over",
)


class AnswerKind(StrEnum):
    """What an answer means for the mail (RFC 5321 4.2.1)."""

    ACCEPTED = "accepted"
    TRANSIENT = "transient"
    PERMANENT = "permanent"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said of one mail; `code` is 0 where the connection was lost instead.

    `text` is one line without control characters. It may hold addresses: it is for the database, never for a log.
    """

    kind: AnswerKind
    code: int
    text: str


class Submission:
    """The submission server. `final_timeout` is in seconds, for the answer to a whole mail.

    A short one sends mails twice: the server may have taken the mail over by the time that we stop listening
    (RFC 5321 4.5.3.2.6).
    """

    def __init__(self, server: Server, final_timeout: float = 300.0) -> None:
        self.server = server
        self.final_timeout = final_timeout
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_failure: object) -> None:
        self.close()

    def submit(self, envelope_from: str, recipient: str, data: bytes) -> Answer:
        """Hands one mail over to one recipient; `envelope_from` is "" for the null reverse-path.

        ServerUnreachable or LoginRefused when there is no connection to be had; nothing went over the wire then.
        """
        if not (_lawful(envelope_from) and recipient and _lawful(recipient)):
            return Answer(AnswerKind.PERMANENT, _NO_SUCH_ADDRESS, "not an address that SMTP can carry")
        if self._smtp is not None:
            answer, begun = self._transaction(envelope_from, recipient, data)
            if begun:
                return answer
            # The kept connection had lapsed; nothing of the mail was said.
        self._drop()
        self._smtp = connect(self.server)
        return self._transaction(envelope_from, recipient, data)[0]

    def check(self) -> None:
        """Connects, logs in and exchanges a word; ServerUnreachable or LoginRefused when that fails."""
        self.close()
        self._smtp = connect(self.server)
        try:
            code, _text = self._smtp.noop()
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            raise not_usable(self.server, error, "checking") from error
        if code >= 400:
            self._drop()
            raise not_usable(self.server, smtplib.SMTPResponseException(code, b""), "checking")

    def close(self) -> None:
        """Takes leave of the server where it still listens."""
        if self._smtp is not None:
            with suppress(OSError, smtplib.SMTPException):
                if self._smtp.sock is not None:
                    self._smtp.sock.settimeout(_LEAVE_WITHIN)
                self._smtp.quit()
            self._drop()

    def _drop(self) -> None:
        if self._smtp is not None:
            self._smtp.close()
        self._smtp = None

    def _transaction(self, envelope_from: str, recipient: str, data: bytes) -> tuple[Answer, bool]:
        """What the server says of the mail, and whether it heard of it at all."""
        smtp = self._smtp
        assert smtp is not None
        international = not (envelope_from + recipient).isascii()
        if international and not smtp.has_extn("smtputf8"):
            return Answer(AnswerKind.PERMANENT, _NO_SUCH_ADDRESS, "the server takes ASCII addresses only"), True
        smtp.command_encoding = "utf-8" if international else "ascii"
        options = _options(smtp, data, international)
        steps: tuple[Callable[[], tuple[int, bytes]], ...] = (
            lambda: smtp.docmd("MAIL", f"FROM:<{envelope_from}>{options}"),
            lambda: smtp.docmd("RCPT", f"TO:<{recipient}>"),
            lambda: smtp.docmd("DATA"),
            lambda: self._content(smtp, data),
        )
        answer = Answer(AnswerKind.TRANSIENT, 0, "")
        for number, (step, stage) in enumerate(zip(steps, _STAGES, strict=True)):
            try:
                code, said = step()
            except (OSError, smtplib.SMTPException):
                self._drop()
                return Answer(AnswerKind.TRANSIENT, 0, f"the connection was lost {stage}"), number > 0
            if code in LOGIN_NEEDED:
                self._drop()
                raise refused(self.server)
            answer = _answer(code, said, _INTERMEDIATE if step is steps[2] else _COMPLETED)
            if answer.kind is not AnswerKind.ACCEPTED:
                self._leave_transaction(answer)
                return answer, number > 0 or code != _CLOSING
        return answer, True

    def _content(self, smtp: smtplib.SMTP, data: bytes) -> tuple[int, bytes]:
        """The mail itself and the point that ends it (RFC 5321 4.5.2)."""
        assert smtp.sock is not None
        # A line end of any other kind could end the mail early at one server and not at the next.
        lines = re.sub(rb"\r\n|\r|\n", b"\r\n", data)
        stuffed = re.sub(rb"(?m)^\.", b"..", lines)
        smtp.sock.settimeout(self.final_timeout)
        smtp.send(stuffed + (b".\r\n" if stuffed.endswith(b"\r\n") or not stuffed else b"\r\n.\r\n"))
        answer = smtp.getreply()
        if smtp.sock is not None:
            smtp.sock.settimeout(self.server.timeout)
        return answer

    def _leave_transaction(self, answer: Answer) -> None:
        """Makes the connection ready for the next mail, or throws it away where it is not in step any more."""
        if self._smtp is None or answer.code in {_CLOSING, _OUT_OF_STEP, 0}:
            self._drop()
            return
        try:
            code, _text = self._smtp.rset()
        except (OSError, smtplib.SMTPException):
            code = 0
        if not 200 <= code <= 299:
            self._drop()


def _options(smtp: smtplib.SMTP, data: bytes, international: bool) -> str:
    options = f" SIZE={len(data)}" if smtp.has_extn("size") else ""
    if not data.isascii() and smtp.has_extn("8bitmime"):
        options += " BODY=8BITMIME"
    return options + (" SMTPUTF8" if international else "")


def _answer(code: int, said: bytes, wanted: range) -> Answer:
    text = re.sub(r"[\x00-\x20\x7f-\x9f]+", " ", said.decode("utf-8", "replace")).strip()[:_LONGEST_TEXT]
    if code in wanted:
        return Answer(AnswerKind.ACCEPTED, code, text)
    if code == _OUT_OF_STEP:
        # It speaks of our commands, not of the mail.
        return Answer(AnswerKind.TRANSIENT, code, text)
    if 400 <= code <= 599:
        return Answer(AnswerKind.PERMANENT if code >= 500 else AnswerKind.TRANSIENT, code, text)
    return Answer(AnswerKind.TRANSIENT, 0, f"an answer out of place: {text}")


def _lawful(address: str) -> bool:
    return re.fullmatch(r"[^\x00-\x20\x7f<>]*", address) is not None
