"""The MIME tree of a received mail as a flat list of parts (RFC 2045, 2046, 2183, 2231).

Bounded before anything is parsed: the header block, the number of parts and the octets of text. Attachments are
measured, not decoded. What stands inside an attached message is marked, since its sender did not write it to us.
"""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import collapse_rfc2231_value

from mailworker.message.charset import clean, decode, known_charset
from mailworker.message.headers import decode_words, field_text
from mailworker.message.inbound import Part
from mailworker.message.limits import bounded, left_out, split
from mailworker.message.pgp import BEGIN_ENCRYPTED
from mailworker.message.smime import is_enveloped, signed_content
from mailworker.message.tnef import read_tnef

DEPTH_LIMIT = 60
TEXT_LIMIT = 2 * 1024 * 1024
_WHITE = re.compile(r"\s+")
_TNEF_TYPES = frozenset(("application/ms-tnef", "application/vnd.ms-tnef"))
_SMIME_TYPES = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime"))
_MOST_WRAPPERS = 3
_LONGEST_PARAMETERS = 4096


@dataclass(slots=True)
class Tree:
    """What parsing gave: the root, its parts, and what was wrong."""

    root: Message
    parts: list[Part] = field(default_factory=list)
    defects: list[str] = field(default_factory=list)


def read_tree(raw: bytes) -> Tree:
    """The MIME tree of these octets; what is beyond the limits is left out and named in the defects."""
    cut, defects = bounded(raw)
    try:
        root: Message = email.message_from_bytes(cut)
        tree = Tree(root, defects=defects)
        _Walk(tree).read(root)
    except Exception as fault:  # noqa: BLE001  the parser leaks many types on hostile input; a mail is never lost to one
        head, body = split(cut)
        tree = Tree(
            BytesHeaderParser().parsebytes(head), defects=[*defects, f"structure not read: {type(fault).__name__}"]
        )
        tree.parts.append(Part("text/plain", decode(body[:TEXT_LIMIT]), len(body)))
    return tree


@dataclass(slots=True)
class _Walk:
    """One pass over a tree in the order of the mail; alternatives of one another share a number."""

    tree: Tree
    alternatives: int = 0
    unwrapped: int = 0

    def read(self, message: Message, inside: bool = False, alternative: int = 0, depth: int = 0) -> None:
        _tame(message)
        content_type = message.get_content_type()
        if depth > DEPTH_LIMIT:
            self._fault("nested too deeply")
            return
        if content_type == "message/delivery-status" or content_type.startswith("message/disposition"):
            self._status(message, content_type, inside)
        elif message.is_multipart():
            if content_type.startswith("message/"):
                text = "".join(_header_lines(child) for child in _children(message))
                self.tree.parts.append(_part(message, content_type, text, 0, inside=inside, alternative=alternative))
                inside = True
            elif content_type == "multipart/alternative" and not alternative:
                self.alternatives += 1
                alternative = self.alternatives
            if content_type == "multipart/encrypted" and not inside:
                self._fault("encrypted")
            for child in _children(message):
                self.read(child, inside, 0 if content_type.startswith("message/") else alternative, depth + 1)
        else:
            self._leaf(message, content_type, inside, alternative)

    def _status(self, message: Message, content_type: str, inside: bool) -> None:
        payload = message.get_payload()
        if isinstance(payload, list):
            text = "\n".join(_header_lines(block) for block in _children(message))
        else:
            text = decode(_octets(message))
        self.tree.parts.append(_part(message, content_type, clean(text), len(text), inside=inside, alternative=0))

    def _leaf(self, message: Message, content_type: str, inside: bool, alternative: int) -> None:
        if content_type.startswith("multipart/"):
            content_type = "text/plain"  # a multipart whose boundary never comes: what stands there is visible text
        if content_type.startswith("text/"):
            octets = _octets(message)
            if len(octets) > TEXT_LIMIT:
                self._fault("text cut")
            text: str | None = decode(octets[:TEXT_LIMIT], _charset(message), html=content_type == "text/html")
            size = len(octets)
            if content_type == "text/plain" and not inside and BEGIN_ENCRYPTED in (text or "")[:4000]:
                self._fault("encrypted")
        else:
            text, size = None, _measured(message)
        part = _part(message, content_type, text, size, inside=inside, alternative=alternative)
        self.tree.parts.append(part)
        if content_type in _TNEF_TYPES or part.filename.lower() == "winmail.dat":
            self._unwrap_tnef(message, inside)
        elif content_type in _SMIME_TYPES or part.filename.lower() == "smime.p7m":
            self._unwrap_smime(message, inside)

    def _unwrap_tnef(self, message: Message, inside: bool) -> None:
        found = read_tnef(_octets(message))
        if found is None:
            if not inside:
                self._fault("winmail.dat not read")
            return
        self.alternatives += 1
        for content_type, text in (("text/plain", found.text), ("text/html", found.html)):
            if text.strip():
                self.tree.parts.append(
                    Part(
                        content_type,
                        text[:TEXT_LIMIT],
                        len(text),
                        parameters=(("origin", "tnef"),),
                        inside_message=inside,
                        alternative=self.alternatives,
                    )
                )
        for name in found.attachments:
            self.tree.parts.append(Part("application/octet-stream", None, 0, name, "attachment", inside_message=inside))

    def _unwrap_smime(self, message: Message, inside: bool) -> None:
        octets = _octets(message)
        content = signed_content(octets)
        if content is None and not inside:
            self._fault("encrypted" if is_enveloped(octets) else "signed content not reached")
        elif content is not None and self.unwrapped < _MOST_WRAPPERS:
            self.unwrapped += 1
            self.read(email.message_from_bytes(bounded(content)[0]), inside)

    def _fault(self, defect: str) -> None:
        if defect not in self.tree.defects:
            self.tree.defects.append(defect)


def _tame(message: Message) -> None:
    """Cuts fields with parameters: the library reads them, again and again, in quadratic time."""
    for name in ("content-type", "content-disposition"):
        value = message.get(name)
        if value is not None and len(str(value)) > _LONGEST_PARAMETERS:
            message.replace_header(name, str(value)[:_LONGEST_PARAMETERS])


def _header_lines(message: Message) -> str:
    return "".join(f"{name}: {decode_words(field_text(value))}\n" for name, value in message.raw_items())


def _children(message: Message) -> Iterator[Message]:
    payload = message.get_payload()
    for child in payload if isinstance(payload, list) else ():
        if isinstance(child, Message):
            yield child


def _part(message: Message, content_type: str, text: str | None, size: int, *, inside: bool, alternative: int) -> Part:
    return Part(
        content_type=content_type,
        text=text,
        size=size,
        filename=_filename(message),
        disposition=_disposition(message),
        parameters=_parameters(message),
        inside_message=inside,
        alternative=alternative,
    )


def _octets(message: Message) -> bytes:
    try:
        payload = message.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        payload = str(message.get_payload()).encode("utf-8", "surrogateescape")
    return payload if isinstance(payload, bytes) else b""


def _measured(message: Message) -> int:
    """The decoded octets of an attachment, counted without decoding it where that can be told."""
    payload = message.get_payload()
    if not isinstance(payload, str):
        return 0
    if str(message.get("content-transfer-encoding", "")).strip().lower() == "base64":
        if (octets := left_out(payload)) is not None:
            return octets
        letters = len(payload) - sum(map(payload.count, "\r\n =\t"))
        return letters * 3 // 4
    return len(payload)


def _charset(message: Message) -> str | None:
    for name, value in _parameters(message):
        if name == "charset" and known_charset(value):
            return value
    return None


def _disposition(message: Message) -> str:
    return str(message.get("content-disposition", "")).partition(";")[0].strip().lower()[:40]


def _filename(message: Message) -> str:
    """The name as text: RFC 2231 by the library, encoded words although RFC 2047 forbids them there."""
    try:
        name = message.get_filename("")
    except (ValueError, LookupError, TypeError):
        return ""
    return _WHITE.sub(" ", decode_words(field_text(name))).strip()[:255]


def _parameters(message: Message) -> tuple[tuple[str, str], ...]:
    try:
        found: list[tuple[str, object]] = message.get_params(failobj=[], header="content-type")  # type: ignore[assignment]
    except (ValueError, LookupError, TypeError):
        return ()
    read = []
    for name, value in found[1:]:
        text = collapse_rfc2231_value(value) if isinstance(value, tuple) else value
        read.append((name.lower(), decode_words(field_text(text))))
    return tuple(read)
