"""Header fields as values: unfolding, encoded words (RFC 2047), message identifiers, dates, addresses (RFC 5322 3.4).

Linear in the size of the header block, which `mime` caps. Addresses are read by mail-parser, after the encoded words
were decoded here: a name is decoded once, and what it holds can never become an address.
"""

import binascii
import quopri
import re
from datetime import datetime
from email.message import Message

from mailworker.message.charset import decode
from mailworker.message.inbound import Address

_ENCODED_WORD = re.compile(r"=\?([^?\s]{1,40})\?([bBqQ])\?([^?]*)\?=")
_MESSAGE_ID = re.compile(r"<\s*([^<>\s]{1,900})\s*>")
_WEEKDAY = re.compile(r"\s*[^\W\d]+\.?\s*,\s*")
_ZONES = {"CET": "+0100", "MET": "+0100", "CEST": "+0200", "MEST": "+0200", "BST": "+0100", "WEST": "+0100"}
_ZONE = re.compile(r"\b(" + "|".join(_ZONES) + r")\b")
_ADDRESS = re.compile(r"[^\s<>\"(),;:\\@\[\]]{1,256}@[^\s<>\"(),;:\\@]{1,255}")
_WHITE = re.compile(r"\s+")
_LONGEST_ADDRESS_FIELD = 100_000
_ADDRESS_FIELDS = ("From", "Reply-To", "To", "Cc")


def field_text(raw: object) -> str:
    """A raw field value as text: unfolded, 8-bit octets repaired, encoded words left as they are."""
    value = str(raw)
    if not value.isascii():
        value = decode(value.encode("utf-8", "surrogateescape"))
    return value.replace("\r", "").replace("\n", "") if "\n" in value or "\r" in value else value


def decode_words(value: str, quoted: bool = False) -> str:
    """The value with its encoded words decoded; with `quoted` each stands in quotation marks, fit for a phrase."""
    if "=?" not in value:
        return value
    pieces: list[str] = []
    end = 0
    inside_quotes = False
    run: list[tuple[str, bytes]] = []
    for word in _ENCODED_WORD.finditer(value):
        between = value[end : word.start()]
        if between.strip() or not run:
            pieces.append(_joined(run, quoted and not inside_quotes))
            run = []
            pieces.append(between)
            inside_quotes ^= between.replace("\\\\", "").replace('\\"', "").count('"') % 2 == 1
        run.append((word[1].partition("*")[0].lower(), _word_octets(word[2], word[3])))
        end = word.end()
    pieces.append(_joined(run, quoted and not inside_quotes))
    pieces.append(value[end:])
    return "".join(pieces)


def _word_octets(encoding: str, text: str) -> bytes:
    raw = text.encode("utf-8", "ignore")
    if encoding in "qQ":
        return quopri.decodestring(raw.replace(b"_", b" "), header=True)
    data = raw.rstrip(b"=")
    try:
        return binascii.a2b_base64(data[: len(data) - (len(data) % 4 == 1)] + b"==")
    except binascii.Error:
        return b""


def _joined(run: list[tuple[str, bytes]], quoted: bool) -> str:
    """Adjacent words of one charset decoded together: some programs split a character over two of them."""
    pieces: list[str] = []
    at = 0
    while at < len(run):
        charset = run[at][0]
        octets = [run[at][1]]
        while (at := at + 1) < len(run) and run[at][0] == charset:
            octets.append(run[at][1])
        pieces.append(decode(b"".join(octets), charset))
    text = _WHITE.sub(" ", "".join(pieces))
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"' if quoted and text else text


def message_ids(value: str) -> tuple[str, ...]:
    """The identifiers in a References, In-Reply-To or Message-ID field, without brackets, once each, in order."""
    found = _MESSAGE_ID.findall(value)
    if not found and len(words := value.split()) == 1:
        found = [words[0].strip("<>")[:900]] if words[0].strip("<>") else []
    return tuple(dict.fromkeys(found))


class Mailboxes:
    """The addresses and the date of a mail, as mail-parser reads them from its first fields of each name."""

    def __init__(self, fields: list[tuple[str, str]]) -> None:
        import mailparser

        head = Message()
        for wanted in _ADDRESS_FIELDS:
            for value in [value for name, value in fields if name.lower() == wanted.lower()][:1]:
                head[wanted] = decode_words(value, quoted=True)[:_LONGEST_ADDRESS_FIELD]
        for value in [value for name, value in fields if name.lower() == "date"][:1]:
            zoned = _ZONE.sub(lambda zone: _ZONES[zone[1]], value[:200])
            head["Date"] = _WEEKDAY.sub("", zoned, count=1) if _WEEKDAY.match(zoned) else zoned
        parsed = mailparser.MailParser(head)
        self.from_ = _addresses(parsed.from_)
        self.reply_to = _addresses(parsed.reply_to)
        self.to = _addresses(parsed.to)
        self.cc = _addresses(parsed.cc)
        self.date: datetime | None = parsed.date


def plain_mailboxes(value: str) -> tuple[Address, ...]:
    """What looks like an address in this field, without names: for fields that the library refuses."""
    found = _ADDRESS.findall(value[:_LONGEST_ADDRESS_FIELD])
    return tuple(dict.fromkeys(Address("", _lowered(address)) for address in found))


def _addresses(pairs: object) -> tuple[Address, ...]:
    read = []
    for name, address in pairs if isinstance(pairs, list) else ():
        if _ADDRESS.fullmatch(address):
            read.append(Address(_WHITE.sub(" ", decode_words(str(name))).strip(), _lowered(address)))
    return tuple(read)


def _lowered(address: str) -> str:
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.lower()}"
