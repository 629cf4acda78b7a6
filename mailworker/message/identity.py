"""Which mail it is: a digest of what the sender wrote, and a Message-ID for mail that came without one.

The same mail delivered twice, by another route or into another mailbox, has the same digest: what servers add on the
way is left out. Linear, in constant memory, without parsing MIME; it never raises.
"""

import hashlib
import re
from collections.abc import Iterator

from mailworker.message.headers import decode_words, field_text, message_ids

# The identity of a mail in the database: fields may be added only together with a new name for the digest.
_FIELDS = ("from", "to", "cc", "date", "subject", "message-id", "in-reply-to", "content-type")
_BLANK_LINE = re.compile(rb"\r?\n\r?\n|\r\r|\A\r?\n")
_FIELD = re.compile(rb"([!-9;-~]*):(.*)", re.DOTALL)
_WHITE = re.compile(rb"[ \t\r\n]+")
_ENVELOPE = (b"From ", b">From ")
_HEADER_LIMIT = 256 * 1024
_CHUNK = 1024 * 1024


_LAWFUL_ID = re.compile(r"[!-~]{1,250}")
"""Visible ASCII of a length that every database can index; what is not like that names nothing (RFC 5322 3.6.4)."""


def content_digest(raw: bytes) -> str:
    """SHA-256, in hexadecimal, of what the sender wrote: some header fields and the body, line ends aside."""
    head, body_start = _head(raw)
    digest = hashlib.sha256()
    fields: dict[bytes, list[bytes]] = {}
    for name, value in _fields(head):
        fields.setdefault(name, []).append(value)
    for wanted in _FIELDS:
        for value in fields.get(wanted.encode(), ()):
            digest.update(wanted.encode() + b":" + value + b"\n")
    digest.update(b"\n")
    for chunk in _body(raw, body_start):
        digest.update(chunk)
    return digest.hexdigest()


def message_id(raw: bytes) -> str:
    """The identifier in the Message-ID field without its brackets, or one of our own made from the digest."""
    for name, value in _fields(_head(raw)[0]):
        if name == b"message-id":
            found = message_ids(decode_words(field_text(value.decode("ascii", "surrogateescape"))))
            if found and _LAWFUL_ID.fullmatch(found[0]):
                return found[0]
    return f"sha256-{content_digest(raw)}@no-message-id.invalid"


def _head(raw: bytes) -> tuple[bytes, int]:
    """The header block, up to the limit, and where the body starts."""
    end = _BLANK_LINE.search(raw)
    stop, start = (end.start(), end.end()) if end else (len(raw), len(raw))
    return raw[: min(stop, _HEADER_LIMIT)], start


def _fields(head: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name in small letters and value of each field, unfolded, with single spaces, up to a line that is no field."""
    open_field: list[bytes] = []
    for line in [*head.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"), b""]:
        if line[:1] in (b" ", b"\t"):
            open_field.append(line)
            continue
        if field := _FIELD.match(b"\n".join(open_field)):
            yield field[1].lower(), _WHITE.sub(b" ", field[2]).strip()
        open_field = []
        if _FIELD.match(line):
            open_field = [line]
        elif not line.startswith(_ENVELOPE):
            return


def _body(raw: bytes, start: int) -> Iterator[bytes]:
    """The body in pieces, with line feeds for line ends and none after the last line."""
    end = len(raw)
    while end > start:
        tail = raw[max(start, end - _CHUNK) : end]
        kept = len(tail.rstrip(b"\r\n"))
        end -= len(tail) - kept
        if kept:
            break
    at = start
    while at < end:
        stop = min(at + _CHUNK, end)
        if raw[stop - 1 : stop] == b"\r" and stop < end:
            stop += 1
        yield raw[at:stop].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        at = stop
