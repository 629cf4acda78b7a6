"""Compressed RTF (MS-OXRTFCP), and the text or HTML that it wraps (MS-OXRTFEX). Used for winmail.dat only.

Not a renderer: it takes text, paragraphs and characters, and leaves fonts, pictures and fields out.
"""

import re
import struct

from mailworker.message.charset import clean, decode

_COMPRESSED, _PLAIN = 0x75465A4C, 0x414C454D
_LARGEST = 4 * 1024 * 1024
_DICTIONARY = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS "
    b"Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b"
    b"\\i\\u\\tab\\tx"
)
_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(\*|[^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+", re.DOTALL
)
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{2,5})")
_SKIPPED = frozenset(
    (b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"generator", b"listtable", b"themedata")
)
_CHARACTERS = {
    b"par": "\n", b"line": "\n", b"tab": "\t", b"cell": "\t", b"row": "\n", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"endash": "–", b"emdash": "—",
}  # fmt: skip


def decompressed(octets: bytes) -> bytes:
    """The RTF in these octets, as much as is undamaged."""
    if len(octets) < 16:
        return b""
    _, size, magic, _ = struct.unpack_from("<IIII", octets)
    if magic == _PLAIN:
        return octets[16 : 16 + size]
    if magic != _COMPRESSED:
        return b""
    window = bytearray(_DICTIONARY.ljust(4096, b" "))
    write = len(_DICTIONARY)
    out = bytearray()
    at = 16
    size = min(size, _LARGEST)
    while at < len(octets) and len(out) < size:
        control = octets[at]
        at += 1
        for bit in range(8):
            if at >= len(octets) or len(out) >= size:
                break
            if control >> bit & 1:
                if at + 1 >= len(octets):
                    return bytes(out)
                reference = octets[at] << 8 | octets[at + 1]
                at += 2
                offset, length = reference >> 4, (reference & 15) + 2
                if offset == write % 4096:
                    return bytes(out)
                for step in range(length):
                    byte = window[(offset + step) % 4096]
                    out.append(byte)
                    window[write % 4096] = byte
                    write += 1
            else:
                out.append(octets[at])
                window[write % 4096] = octets[at]
                write += 1
                at += 1
    return bytes(out)


def rtf_text(rtf: bytes) -> tuple[str, str]:
    """The text and the HTML that this RTF holds; one of them is empty."""
    page = _CODE_PAGE.search(rtf[:4096])
    reader = _Reader(f"cp{page[1].decode('ascii')}" if page else "cp1252", b"\\fromhtml1" in rtf[:4096])
    reader.read(rtf)
    written = clean("".join(reader.out).encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return ("", written) if reader.html else (written, "")


class _Reader:
    """One pass over the tokens of RTF; groups that hold no text are skipped whole."""

    def __init__(self, code_page: str, html: bool) -> None:
        self.code_page = code_page
        self.html = html
        self.out: list[str] = []
        self.pending = bytearray()
        self.depth = 0
        self.skip_below = 0
        self.tag_below = 0
        self.hidden = False
        self.fallback = 0
        self.fallback_length = 1

    def read(self, rtf: bytes) -> None:
        starred = False
        for token in _TOKEN.finditer(rtf):
            word, number, octet, symbol, brace, text = token.groups()
            if brace:
                self._group(brace)
                starred = False
            elif symbol == b"*":
                starred = True
            elif word:
                self._word(word, number, starred)
                starred = False
            elif not self._silent():
                if octet:
                    self._octets(bytes((int(octet, 16),)))
                elif symbol in (b"\\", b"{", b"}"):
                    self._octets(symbol)
                elif symbol == b"~":
                    self._write("\xa0")
                elif text:
                    self._octets(text)
        self._flush()

    def _silent(self) -> bool:
        return bool(self.skip_below) or (self.hidden and not self.tag_below)

    def _group(self, brace: bytes) -> None:
        self._flush()
        self.depth += 1 if brace == b"{" else -1
        if self.depth < self.skip_below:
            self.skip_below = 0
        if self.depth < self.tag_below:
            self.tag_below = 0

    def _word(self, word: bytes, number: bytes | None, starred: bool) -> None:
        if word == b"htmltag" and self.html and not self.skip_below:
            self.tag_below = self.depth
        elif word == b"htmlrtf":
            self._flush()
            self.hidden = number != b"0"
        elif (starred or word in _SKIPPED) and not self.skip_below:
            self._flush()
            self.skip_below = self.depth
        elif self._silent():
            return
        elif word == b"uc" and number:
            self.fallback_length = max(0, int(number))
        elif word == b"u" and number:
            code = int(number) % 65536
            self._flush()
            self.out.append(chr(code))
            self.fallback = self.fallback_length
        elif word in _CHARACTERS:
            self._write("\r\n" if self.html and word in (b"par", b"line") else _CHARACTERS[word])

    def _octets(self, octets: bytes) -> None:
        dropped = min(self.fallback, len(octets))
        self.fallback -= dropped
        self.pending += octets[dropped:]

    def _write(self, text: str) -> None:
        self._flush()
        self.out.append(text)

    def _flush(self) -> None:
        if self.pending:
            self.out.append(decode(bytes(self.pending), self.code_page))
            self.pending.clear()
