"""A received mail cut down to what may be parsed: header block, number of parts, attachments.

MIME parsers take time and memory in proportion to all of a mail, several times over, and more than in proportion to
hostile ones. What is left out here is still in the stored mail.
"""

import re

HEADER_LIMIT = 256 * 1024
PART_LIMIT = 2000
_LARGE = 128 * 1024
_PART_HEADER_LIMIT = 4096
_HEADER_END = re.compile(rb"\r?\n\r?\n|\r\r")
_ENVELOPE_LINE = re.compile(rb"(?:From |>From )[^\r\n]{0,1000}\r?\n")
_BASE64 = re.compile(rb"^content-transfer-encoding:\s*base64\b", re.IGNORECASE | re.MULTILINE)
_NEEDED = re.compile(
    rb"^content-type:\s*(?:text|message|multipart)/|ms-tnef|pkcs7|winmail\.dat|smime\.p7", re.IGNORECASE | re.MULTILINE
)
_LEFT_OUT = re.compile(r"=left-out:(\d{1,12})=")


def bounded(raw: bytes) -> tuple[bytes, list[str]]:
    """The mail without its large attachments and what is beyond the limits, and what was cut."""
    defects: list[str] = []
    if envelope := _ENVELOPE_LINE.match(raw):
        raw = raw[envelope.end() :]
    if len(raw) > HEADER_LIMIT and _HEADER_END.search(raw, 0, HEADER_LIMIT) is None:
        rest = _HEADER_END.search(raw, HEADER_LIMIT)
        cut = raw.rfind(b"\n", 0, HEADER_LIMIT) + 1 or HEADER_LIMIT
        raw = raw[:cut] + b"\r\n" + (raw[rest.end() :] if rest else b"")
        defects.append("header block cut")
    if raw.count(b"\n--") > PART_LIMIT:
        end = 0
        for _ in range(PART_LIMIT):
            end = raw.find(b"\n--", end + 1)
        raw = raw[: end + 1]
        defects.append("too many parts")
    return (_without_attachments(raw) if len(raw) > _LARGE else raw), defects


def split(raw: bytes) -> tuple[bytes, bytes]:
    """The header block and the body."""
    end = _HEADER_END.search(raw)
    return (raw[: end.end()], raw[end.end() :]) if end else (raw, b"")


def left_out(payload: str) -> int | None:
    """The octets of an attachment that was left out, where this stands in its place."""
    mark = _LEFT_OUT.fullmatch(payload.strip()) if len(payload) < 60 else None
    return int(mark[1]) if mark else None


def _without_attachments(raw: bytes) -> bytes:
    """The mail with a note of its size in place of each large attachment in base64."""
    pieces: list[bytes] = []
    kept = 0
    start = raw.find(b"\n--")
    while start >= 0:
        end = raw.find(b"\n--", start + 3)
        stop = end if end >= 0 else len(raw)
        if stop - start > _LARGE and (header := _HEADER_END.search(raw, start, start + _PART_HEADER_LIMIT)):
            fields = raw[start : header.end()]
            if _BASE64.search(fields) and not _NEEDED.search(fields):
                letters = raw[header.end() : stop]
                octets = (len(letters) - sum(map(letters.count, (b"\r", b"\n", b"=", b" ")))) * 3 // 4
                pieces += (raw[kept : header.end()], b"=left-out:%d=" % octets)
                kept = stop
        start = end
    return b"".join((*pieces, raw[kept:])) if pieces else raw
