"""A mail that somebody sent, as a part of a mail of ours (message/rfc822, RFC 2046 5.2.1).

Such a part may not be encoded as a whole, and everything that we send is 7 bit with lines of at most 998 octets (RFC
5322 2.1.1). A mail that is so already goes as it came; of another one the parts are encoded, as a relay would do (RFC
6152); what even then cannot stand in a mail is enclosed as a file.
"""

import re
from email import policy
from email.generator import BytesGenerator
from email.parser import BytesParser
from io import BytesIO

from mailworker.message.outgoing import MESSAGE, Attachment

LARGEST = 10 * 1024 * 1024
"""Octets of originals that one mail of ours brings along; above that many servers would refuse it."""
_LONGEST_LINE = 998
_LINE_END = re.compile(rb"\r\n|\r|\n")


def name_of(number: int) -> str:
    """What the file of the message of that number is called."""
    return f"mail-{number}.eml"


def enclosed(raw: bytes, name: str) -> Attachment:
    """The mail as an attachment of that name; a file of unknown type where no mail program could read it otherwise."""
    for attempt in (_as_it_came, _in_seven_bits):
        content = attempt(raw)
        if content is not None:
            return Attachment(name, MESSAGE, content)
    return Attachment(name, "application/octet-stream", raw)


def _as_it_came(raw: bytes) -> bytes | None:
    """The octets with CRLF at every line's end; None when they cannot stand in a mail."""
    content = _LINE_END.sub(b"\r\n", raw)
    fits = all(len(line) <= _LONGEST_LINE for line in content.split(b"\r\n"))
    return content if fits and content.isascii() and b"\x00" not in content and content.strip() else None


def _in_seven_bits(raw: bytes) -> bytes | None:
    whole = policy.compat32.clone(cte_type="7bit", linesep="\r\n", max_line_length=0)
    written = BytesIO()
    try:
        BytesGenerator(written, mangle_from_=False, policy=whole).flatten(BytesParser(policy=whole).parsebytes(raw))
    except Exception:  # noqa: BLE001  the library leaks many types on hostile input
        return None
    return _as_it_came(written.getvalue())
