"""Opaque S/MIME (RFC 8551, CMS RFC 5652): the MIME entity inside signed data. Nothing is verified or decrypted.

A small reader of BER for the one path that leads to the content; indefinite lengths and octet strings in pieces
occur in the wild. It never raises.
"""

from collections.abc import Iterator

_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_COMPRESSED_OR_ENVELOPED = (bytes.fromhex("2a864886f70d010703"), bytes.fromhex("2a864886f70d0109100117"))
_SEQUENCE, _OBJECT, _OCTETS, _OCTETS_IN_PIECES, _CONTEXT = 0x30, 0x06, 0x04, 0x24, 0xA0
_DEEPEST = 8


def signed_content(octets: bytes) -> bytes | None:
    """The octets that were signed, or None where these are no signed data with its content."""
    fields = _fields_of(octets, _SEQUENCE)
    if len(fields) < 2 or fields[0] != (_OBJECT, _SIGNED_DATA) or fields[1][0] != _CONTEXT:
        return None
    signed = _fields_of(fields[1][1], _SEQUENCE)
    if len(signed) < 3 or signed[2][0] != _SEQUENCE:
        return None
    encapsulated = list(_elements(signed[2][1]))
    if len(encapsulated) < 2 or encapsulated[1][0] != _CONTEXT:
        return None
    return b"".join(_octet_strings(encapsulated[1][1])) or None


def is_enveloped(octets: bytes) -> bool:
    """Whether these octets are data that only the holder of a key can read."""
    fields = _fields_of(octets, _SEQUENCE)
    return bool(fields) and fields[0][0] == _OBJECT and fields[0][1] in _COMPRESSED_OR_ENVELOPED


def _fields_of(octets: bytes, tag: int) -> list[tuple[int, bytes]]:
    first = next(_elements(octets), None)
    return list(_elements(first[1])) if first is not None and first[0] == tag else []


def _octet_strings(octets: bytes, depth: int = 0) -> Iterator[bytes]:
    for tag, content in _elements(octets):
        if tag == _OCTETS:
            yield content
        elif tag == _OCTETS_IN_PIECES and depth < _DEEPEST:
            yield from _octet_strings(content, depth + 1)


def _elements(octets: bytes) -> Iterator[tuple[int, bytes]]:
    """The elements that follow each other in these octets, up to the first that is damaged."""
    at = 0
    while at + 2 <= len(octets):
        tag = octets[at]
        start, length = _length(octets, at + 1)
        if tag == 0 and length == 0:
            return
        if length is None:
            end = _end_of_indefinite(octets, start)
            if end is None:
                yield tag, octets[start:]
                return
            yield tag, octets[start:end]
            at = end + 2
        else:
            yield tag, octets[start : start + length]
            at = start + length


def _length(octets: bytes, at: int) -> tuple[int, int | None]:
    """Where the content starts and how long it is; None is an indefinite length."""
    first = octets[at]
    if first == 0x80:
        return at + 1, None
    if first < 0x80:
        return at + 1, first
    count = first & 0x7F
    return at + 1 + count, int.from_bytes(octets[at + 1 : at + 1 + min(count, 8)], "big")


def _end_of_indefinite(octets: bytes, at: int) -> int | None:
    """Where the end-of-contents octets of this element stand, past any that belong to elements within it."""
    open_elements = 1
    while at + 2 <= len(octets):
        if octets[at] == 0 and octets[at + 1] == 0:
            open_elements -= 1
            if open_elements == 0:
                return at
            at += 2
            continue
        start, length = _length(octets, at + 1)
        if length is None:
            open_elements += 1
            at = start
        else:
            at = start + length
    return None
