"""Octets to text, whatever the sender's program declared (RFC 2045 to 2047, and the habits of the field).

It never raises: unknown, unsuitable and wrongly declared charsets are repaired. What HTML says of itself in a meta
element is heard where the MIME header is silent.
"""

import codecs
import re
import unicodedata
from functools import lru_cache

_UTF8 = "utf-8"
_WESTERN = "cp1252"
_ASCII_FAMILY = frozenset({"ascii", _UTF8, "iso8859-1", _WESTERN, "iso8859-15"})
# Only true charsets: Python's registry also knows zip, hex, rot13, idna and punycode, which are no charsets, and some
# of which take quadratic time or unpack bombs.
_CHARSET_NAME = re.compile(
    r"(utf_?(7|8|8_sig|16(_[bl]e)?|32(_[bl]e)?)|ascii|iso8859_\d+|iso2022_\w+|cp\d+|koi8_\w|mac_\w+|big5\w*"
    r"|gb\w*|hz|shift_jis\w*|euc_\w+|johab|tis_620|ptcp154|kz1048)\Z"
)
_C1_TO_WESTERN = {code: bytes([code]).decode(_WESTERN, "ignore") or None for code in range(0x80, 0xA0)}
_C1 = re.compile("[\x80-\x9f]")
_MOJIBAKE = re.compile("[\u00c2\u00c3][\u0080-\u00bf\u0152-\u2122]|\u00e2\u20ac")
_META = re.compile(rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_MARK_RUN = re.compile(
    "([\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{8})"
    "[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+"
)
_MULTI_OCTET = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
_MANY_FAULTS = 1000
_STRAY = "mailworker.stray"
_UNDEFINED = "mailworker.undefined"


@lru_cache(maxsize=256)
def known_charset(name: str) -> str | None:
    """Python's name of that charset, or None where there is no such charset."""
    try:
        found = codecs.lookup(name.strip().strip("\"'").lower()).name
    except (LookupError, ValueError, UnicodeError):
        return None
    return found if _CHARSET_NAME.match(found.replace("-", "_")) else None


def decode(octets: bytes, declared: str | None = None, html: bool = False) -> str:
    """The text of these octets, cleaned, with the charset that most likely was meant."""
    return clean(_decode(octets, declared, html))


def clean(text: str) -> str:
    """The same text without NUL, control characters and lone surrogates, lines ending in a line feed, composed."""
    if text.isascii():
        if _NOT_TEXT.search(text):
            text = _NOT_TEXT.sub("", text)
        return _LINE_ENDS.sub("\n", text) if _LINE_ENDS.search(text) else text
    if _C1.search(text):
        text = text.translate(_C1_TO_WESTERN)
    text = _LINE_ENDS.sub("\n", _NOT_TEXT.sub("", text))
    if unicodedata.is_normalized("NFC", _MARK_RUN.sub(r"\1", text)):
        return text
    # Composing sorts a run of marks by insertion: a run of thousands would take quadratic time.
    return unicodedata.normalize("NFC", _MARK_RUN.sub(r"\1", text))


def _decode(octets: bytes, declared: str | None, html: bool) -> str:
    if octets.startswith(codecs.BOM_UTF8):
        octets, declared = octets[3:], _UTF8
    elif octets.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        declared = "utf-16"
    name = known_charset(declared) if declared else None
    if name is None and html and (meta := _META.search(octets[:4096])):
        name = known_charset(meta[1].decode("ascii"))
    if name is not None and name.startswith(("utf-16", "utf-32")) and b"\0" not in octets:
        name = None
    if name is None or name in _ASCII_FAMILY:
        return _western(octets, name)
    return octets.decode(name, "replace")


def _western(octets: bytes, declared: str | None) -> str:
    """Text declared as one of the charsets that programs confuse: valid UTF-8 is UTF-8, the rest windows-1252."""
    if octets.isascii():
        return octets.decode("ascii")
    try:
        return _twice_encoded(octets.decode(_UTF8))
    except UnicodeDecodeError:
        pass
    if declared == "iso8859-15":
        return octets.decode(declared)
    if declared == _UTF8:
        faults = octets.decode(_UTF8, "replace").count("\ufffd")
        if faults <= min(_MANY_FAULTS, len(_MULTI_OCTET.findall(octets))):
            return octets.decode(_UTF8, _STRAY)
    return octets.decode("latin-1").translate(_C1_TO_WESTERN)


def _stray_octets(fault: UnicodeError) -> tuple[str, int]:
    """Error handler of a codec: octets that are no UTF-8 are read as windows-1252."""
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    stray = fault.object[fault.start : fault.end]
    return stray.decode("latin-1").translate(_C1_TO_WESTERN), fault.end


def _same_octets(fault: UnicodeError) -> tuple[bytes, int]:
    """Error handler of a codec: what windows-1252 leaves undefined stands for the octet of that number."""
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    return fault.object[fault.start : fault.end].encode("latin-1"), fault.end


codecs.register_error(_STRAY, _stray_octets)
codecs.register_error(_UNDEFINED, _same_octets)


def _twice_encoded(text: str) -> str:
    """Undoes UTF-8 that was taken for windows-1252 and encoded again, where the whole text was."""
    if not _MOJIBAKE.search(text):
        return text
    try:
        return text.encode(_WESTERN, _UNDEFINED).decode(_UTF8)
    except UnicodeError:
        return text
