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

    A delivery or disposition report counts as text. An attached message/rfc822 has a part of its own, with its header
    fields as text, followed by the parts it holds. `inside_message` is true for what stands within one: that is not
    the sender's own mail. Parts with the same `alternative`, from 1, say the same in different ways
    (multipart/alternative); 0 is none.
    """

    content_type: str
    text: str | None
    size: int
    filename: str = ""
    disposition: str = ""
    parameters: tuple[tuple[str, str], ...] = ()
    inside_message: bool = False
    alternative: int = 0


@dataclass(frozen=True, slots=True)
class Inbound:
    """A mail's headers and parts. `headers` holds all occurrences in order, unfolded and decoded.

    `message_id`, `in_reply_to` and `references` are without angle brackets. `sender` is the first From mailbox.
    `return_path` is None where no server wrote one, and "" for the null reverse-path.
    `defects` are short and fixed: "encrypted", "signed content not reached", "winmail.dat not read", "text cut",
    "header block cut", "too many parts", "nested too deeply", "structure not read: ..." and "addresses not read: ..."
    with the fault's type.
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


def parse(raw: bytes) -> Inbound:
    """The mail that these octets are; it never raises, and what cannot be read is named in `defects`."""
    from mailworker.message.headers import Mailboxes, decode_words, field_text, message_ids, plain_mailboxes
    from mailworker.message.mime import read_tree

    tree = read_tree(raw)
    fields = [(str(name), field_text(value)) for name, value in tree.root.raw_items()]
    headers = tuple((name, decode_words(value).strip()) for name, value in fields)
    defects = list(tree.defects)
    first: dict[str, str] = {}
    for name, value in headers:
        first.setdefault(name.lower(), value)
    date = None
    try:
        mailboxes = Mailboxes(fields)
        from_, reply_to, to, cc = mailboxes.from_, mailboxes.reply_to, mailboxes.to, mailboxes.cc
        date = mailboxes.date
    except Exception as fault:  # noqa: BLE001  the library leaks many types on hostile input
        defects.append(f"addresses not read: {type(fault).__name__}")
        from_, reply_to, to, cc = (plain_mailboxes(first.get(name, "")) for name in ("from", "reply-to", "to", "cc"))
    return Inbound(
        headers=headers,
        message_id=next(
            (found for name, value in headers if name.lower() == "message-id" for found in message_ids(value)), None
        ),
        in_reply_to=message_ids(first.get("in-reply-to", "")),
        references=message_ids(first.get("references", "")),
        sender=from_[0] if from_ else None,
        from_=from_,
        reply_to=reply_to,
        to=to,
        cc=cc,
        subject=" ".join(first.get("subject", "").split()),
        date=date,
        return_path=_return_path(first.get("return-path")),
        parts=tuple(tree.parts),
        content_type=tree.root.get_content_type(),
        defects=tuple(defects),
    )


def _return_path(value: str | None) -> str | None:
    return None if value is None else value.strip().strip("<>").strip()
