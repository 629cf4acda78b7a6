"""A mail of ours as RFC 5322 bytes, ready for the submission server and the same for every retry.

Takes finished words (subject, text, HTML) and who is addressed; knows nothing of templates, queues or servers. The
header block is written here, line by line, and not by the standard library: its folding turns long Message-IDs into
encoded words and decodes encoded words that a stranger left in a subject. The body is the library's (MIME, RFC 2045).
Everything on the wire is 7 bit. Nothing that came from a stranger's mail can begin a header line.

Follows RFC 5322 2.1.1 (lines), 3.6.4 (In-Reply-To, References), RFC 2047 (encoded words), RFC 2231 (file names),
RFC 3834 (Auto-Submitted).
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.header import Header
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Literal

from mailworker.message.inbound import Address

AutoSubmitted = Literal["auto-replied", "auto-generated"]

LOOP_HEADER = "X-Mailworker-Loop"
MESSAGE = "message/rfc822"

_LONGEST_LINE = 78  # RFC 5322 2.1.1: what a line should not exceed; 998 is what it must not
_LONGEST_ID = 500  # a longer Message-ID is hostile, and would leave no room in a line of 998
_MOST_REFERENCES = 20
_LONGEST_TEXT = 400  # characters of a subject or a display name

_ID = re.compile(r"[!-;=?-~]+")  # visible ASCII but angle brackets
_ATEXT = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"{_ATEXT}(?:\.{_ATEXT})*@{_LABEL}(?:\.{_LABEL})*")
_PHRASE = re.compile(rf"{_ATEXT}(?: {_ATEXT})*")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_UNSOUND = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a mail carries; `content_type` is as "text/csv", without parameters.

    One of the type MESSAGE is a whole mail and goes as it is: ASCII, with CRLF and lines of lawful length
    (enclosing.py makes it so).
    """

    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One mail to one recipient.

    `sender` is the mailbox that answers come back to. `message_id`, `in_reply_to` and `references` are without angle
    brackets; ids that cannot stand in a header are left out. `date` is aware. `loop` is the instance name by which we
    know our own mail again.
    """

    subject: str
    text: str
    html: str
    sender: Address
    recipient: str
    message_id: str
    date: datetime
    auto_submitted: AutoSubmitted
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    language: str = "nl"
    loop: str = "mailworker"
    attachments: tuple[Attachment, ...] = ()


def compose(mail: Outgoing) -> bytes:
    """The mail as bytes with CRLF lines, all ASCII; ValueError when its recipient, sender or own id is not lawful."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in _head(mail).items())
    return lines.encode("ascii") + _body(mail).as_bytes()


def text_of(content: bytes) -> str:
    """The text part of a mail that `compose` made."""
    body = message_from_bytes(content, policy=policy.default).get_body(("plain",))
    return str(body.get_content()) if body is not None else ""


def can_be_addressed(address: str) -> bool:
    """Whether a mail to this address can be written: a plain ASCII mailbox of RFC 5321 length."""
    return len(address) <= 254 and _ADDRESS.fullmatch(address) is not None


def answer_references(
    message_id: str | None, in_reply_to: tuple[str, ...], references: tuple[str, ...]
) -> tuple[str, ...]:
    """The References of an answer to the mail with these ids: its own, then its Message-ID (RFC 5322 3.6.4)."""
    known = references or (in_reply_to if len(in_reply_to) == 1 else ())
    return _lawful((*known, message_id) if message_id else known)


def new_message_id(unique: str, domain: str) -> str:
    """The id, without brackets, of the notice that `unique` names; a domain of ours makes it known again."""
    left = re.sub(r"[^A-Za-z0-9._-]", "-", unique).strip(".") or "notice"
    return f"{left}@{domain}"


def _head(mail: Outgoing) -> dict[str, str]:
    if not can_be_addressed(mail.recipient):
        raise ValueError("the recipient is not a mailbox that a mail can be addressed to")
    if not can_be_addressed(mail.sender.address):
        raise ValueError("the sender is not a mailbox that a mail can come from")
    if not _lawful((mail.message_id,)):
        raise ValueError("the Message-ID cannot stand in a header")
    mailbox = _mailbox(mail.sender)
    head = {
        "Date": format_datetime(mail.date),
        "From": mailbox,
        "Reply-To": mailbox,
        "To": mail.recipient,
        "Message-ID": f"<{mail.message_id}>",
    }
    answered = _lawful((mail.in_reply_to,)) if mail.in_reply_to else ()
    references = _lawful(mail.references)
    if answered:
        head["In-Reply-To"] = f"<{answered[0]}>"
    if references:
        head["References"] = "\r\n ".join(f"<{one}>" for one in references)
    head["Subject"] = _unstructured("Subject", mail.subject)
    head["Auto-Submitted"] = mail.auto_submitted
    # "All" would also ask Exchange to keep delivery reports from us, and those we want.
    head["X-Auto-Response-Suppress"] = "OOF, AutoReply"
    if _LANGUAGE.fullmatch(mail.language):
        head["Content-Language"] = mail.language
    head[LOOP_HEADER] = re.sub(r"[^A-Za-z0-9._-]", "-", mail.loop)[:60] or "mailworker"
    return head


def _lawful(ids: tuple[str, ...]) -> tuple[str, ...]:
    """Those ids that may stand in a header, once each; of many the first, which is the thread's root, and the last."""
    sound = [one for one in dict.fromkeys(ids) if len(one) <= _LONGEST_ID and _ID.fullmatch(one)]
    if len(sound) > _MOST_REFERENCES:
        sound = [sound[0], *sound[-(_MOST_REFERENCES - 1) :]]
    return tuple(sound)


def _mailbox(address: Address) -> str:
    name = _one_line(address.name)
    if not name:
        return address.address
    if not name.isascii() or "=?" in name:
        phrase = _encoded("From", name)
    elif _PHRASE.fullmatch(name):
        phrase = name
    else:
        phrase = '"' + re.sub(r'([\\"])', r"\\\1", name) + '"'
    space = " " if len("Reply-To: ") + len(phrase) + len(address.address) + 3 <= _LONGEST_LINE else "\r\n "
    return f"{phrase}{space}<{address.address}>"


def _unstructured(name: str, value: str) -> str:
    line = _one_line(value)
    # A literal "=?" would be decoded by the reader's program into something that was never said: encode all of it.
    if not line.isascii() or "=?" in line or any(len(word) > _LONGEST_LINE - 2 for word in line.split()):
        return _encoded(name, line)
    folded, room = "", _LONGEST_LINE - len(name) - 2
    for word in line.split():
        if not folded:
            folded, room = word, room - len(word)
        elif len(word) + 1 > room:
            folded, room = f"{folded}\r\n {word}", _LONGEST_LINE - 1 - len(word)
        else:
            folded, room = f"{folded} {word}", room - len(word) - 1
    return folded


def _encoded(name: str, value: str) -> str:
    return Header(value, "utf-8", header_name=name, maxlinelen=76).encode(linesep="\r\n")


def _one_line(value: str) -> str:
    return " ".join(_UNSEEN.sub(" ", value).split())[:_LONGEST_TEXT].rstrip()


def _body(mail: Outgoing) -> EmailMessage:
    """The words in two media, and the attachments beside them: multipart/mixed only where there are any."""
    body = EmailMessage(policy=policy.SMTP)
    text, html = _sound(mail.text), _sound(mail.html)
    body.set_content(text, charset="utf-8", cte="quoted-printable")
    body.add_alternative(html, subtype="html", charset="utf-8", cte="quoted-printable")
    # "=_" cannot occur in quoted-printable or base64, so no content ends a part; the same mail is the same bytes.
    seed = hashlib.sha256(f"{mail.message_id}\n{text}\n{html}".encode())
    words = "=_" + seed.hexdigest()[:32]
    body.set_boundary(words)
    for file in mail.attachments:
        _attach(body, file)
        seed.update(file.name.encode() + hashlib.sha256(file.content).digest())
    if mail.attachments:
        body.set_boundary("=_" + seed.hexdigest()[32:])
    return body


def _attach(body: EmailMessage, file: Attachment) -> None:
    name = _one_line(file.name)
    if file.content_type == MESSAGE:
        part = EmailMessage(policy=policy.SMTP)
        part["Content-Type"] = MESSAGE
        part.add_header("Content-Disposition", "attachment", filename=name)
        # As text, so that the library writes it as it stands and does not take it apart.
        part.set_payload(file.content.decode("ascii"))
        if body.get_content_subtype() != "mixed":
            body.make_mixed()
        body.attach(part)
        return
    maintype, _, subtype = file.content_type.partition("/")
    charset = {"charset": "utf-8"} if maintype == "text" else {}
    body.add_attachment(file.content, maintype=maintype, subtype=subtype, cte="base64", filename=name, params=charset)


def _sound(words: str) -> str:
    return _UNSOUND.sub("\N{REPLACEMENT CHARACTER}", words.replace("\r\n", "\n"))
