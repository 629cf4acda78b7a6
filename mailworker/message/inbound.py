"""One received mail as values (RFC 5322, MIME RFC 2045 to 2049, encoded words RFC 2047).

Parsing never raises on what a stranger sent: what the library refuses is read with the standard library's lenient
parser, and what even that cannot make sense of is empty and named in `defects`.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Address:
    """A mailbox of RFC 5322 3.4: the decoded display name, and the address with its domain in small letters."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2].lower()


@dataclass(frozen=True, slots=True)
class Part:
    """A leaf of the MIME tree, in order. `text` is decoded for text parts, else None; `size` is decoded octets.

    `inside_message` is true for what stands within an attached message/rfc822: that is not the sender's own mail.
    """

    content_type: str
    text: str | None
    size: int
    filename: str = ""
    disposition: str = ""
    parameters: tuple[tuple[str, str], ...] = ()
    inside_message: bool = False


@dataclass(frozen=True, slots=True)
class Inbound:
    """A mail's headers and parts. `headers` holds all occurrences in order, unfolded and decoded.

    `message_id`, `in_reply_to` and `references` are without angle brackets. `sender` is the first From mailbox.
    `return_path` is None where no server wrote one, and "" for the null reverse-path.
    """

    headers: tuple[tuple[str, str], ...]
    message_id: str | None
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    sender: Address | None
    from_: tuple[Address, ...]
    reply_to: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    date: datetime | None
    return_path: str | None
    parts: tuple[Part, ...]
    content_type: str = "text/plain"
    defects: tuple[str, ...] = ()

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of that header, topmost first."""
        wanted = name.lower()
        return tuple(value for header, value in self.headers if header.lower() == wanted)

    def first(self, name: str) -> str | None:
        """The topmost value of that header, if there is one."""
        return next(iter(self.all(name)), None)
