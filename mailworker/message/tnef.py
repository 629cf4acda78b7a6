"""The winmail.dat that Outlook sends instead of MIME (MS-OXTNEF): the body, and the names of what is attached.

A reader of its own in place of a library: only the three forms of the body count (text, HTML, compressed RTF). It
never raises; a damaged or hostile file gives what stood before the damage.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from mailworker.message.charset import decode
from mailworker.message.rtf import decompressed, rtf_text

_SIGNATURE = 0x223E9F78
_BODY = 0x0002800C
_PROPERTIES = 0x00069003
_CODE_PAGE = 0x00069007
_ATTACHMENT_TITLE = 0x00018010
_BODY_TEXT, _BODY_HTML, _BODY_RTF = 0x1000, 0x1013, 0x1009
_FIXED = {0x0001: 0, 0x0002: 4, 0x0003: 4, 0x0004: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8, 0x000A: 4, 0x000B: 4}
_FIXED |= {0x0014: 8, 0x0040: 8, 0x0048: 16}
_MANY_VALUES = 0x1000
_STRING, _UNICODE = 0x001E, 0x001F
_MOST_PROPERTIES = 5000


@dataclass(frozen=True, slots=True)
class Tnef:
    """What a winmail.dat holds: its body as text or as HTML, and the file names of its attachments."""

    text: str = ""
    html: str = ""
    attachments: tuple[str, ...] = ()


def read_tnef(octets: bytes) -> Tnef | None:
    """The body of a winmail.dat, or None where these octets are none."""
    if len(octets) < 6 or struct.unpack_from("<I", octets)[0] != _SIGNATURE:
        return None
    code_page = "cp1252"
    text = html = ""
    rtf = b""
    attachments: list[str] = []
    for identity, data in _attributes(octets):
        if identity == _CODE_PAGE and len(data) >= 4:
            code_page = f"cp{struct.unpack_from('<I', data)[0]}"
        elif identity == _BODY:
            text = decode(data.rstrip(b"\0"), code_page)
        elif identity == _ATTACHMENT_TITLE:
            attachments.append(decode(data.rstrip(b"\0"), code_page))
        elif identity == _PROPERTIES:
            for tag, kind, value in _properties(data):
                if tag == _BODY_TEXT:
                    text = decode(value, "utf-16-le" if kind == _UNICODE else code_page).rstrip("\0")
                elif tag == _BODY_HTML:
                    html = decode(value, None if kind != _STRING else code_page, html=True)
                elif tag == _BODY_RTF:
                    rtf = decompressed(value)
    if rtf and not text.strip() and not html.strip():
        text, html = rtf_text(rtf)
    return Tnef(text, html, tuple(attachments))


def _attributes(octets: bytes) -> Iterator[tuple[int, bytes]]:
    at = 6
    while at + 9 <= len(octets):
        _, identity, length = struct.unpack_from("<BII", octets, at)
        data = octets[at + 9 : at + 9 + length]
        yield identity, data
        at += 9 + length + 2


def _properties(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """MAPI properties: tag, type and octets of each; reading ends at the first that makes no sense."""
    try:
        count = min(struct.unpack_from("<I", data)[0], _MOST_PROPERTIES)
        at = 4
        for _ in range(count):
            kind, tag = struct.unpack_from("<HH", data, at)
            at += 4
            if tag >= 0x8000:
                at = _past_name(data, at)
            several = kind & _MANY_VALUES
            kind &= 0x0FFF
            values = 1
            if several or kind not in _FIXED:
                values = struct.unpack_from("<I", data, at)[0]
                at += 4
                if values > _MOST_PROPERTIES:
                    return
            for _ in range(values):
                length = _FIXED.get(kind)
                if length is None:
                    length = struct.unpack_from("<I", data, at)[0]
                    at += 4
                yield tag, kind, data[at : at + length]
                at += length + (-length % 4)
    except struct.error:
        return


def _past_name(data: bytes, at: int) -> int:
    """Where a named property's name ends: a number, or a string of that many octets."""
    if struct.unpack_from("<I", data, at + 16)[0] == 0:
        return at + 24
    length = struct.unpack_from("<I", data, at + 20)[0]
    return int(at + 24 + length + (-length % 4))
