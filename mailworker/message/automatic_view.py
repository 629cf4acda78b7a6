"""A mail as the rules of automatic mail look at it: header values normalised, the sender's words in small letters."""

import re
from dataclasses import dataclass
from functools import cached_property

from mailworker.message.body import Body, Label
from mailworker.message.inbound import Address, Inbound
from mailworker.message.wishes import asks_to_take_part

_WHITE = re.compile(r"\s+")
_LONGEST_TEXT = 6000


@dataclass(frozen=True, slots=True)
class Ourselves:
    """Who we are: our addresses, the domain of our Message-IDs, the name in our loop header.

    `own_lists` are List-Ids of lists that feed the mailbox, `trusted_senders` addresses that are never automatic.
    """

    addresses: frozenset[str]
    id_domain: str = ""
    instance: str = ""
    own_lists: frozenset[str] = frozenset()
    trusted_senders: frozenset[str] = frozenset()


class View:
    """What the rules read; nothing in it is computed twice."""

    def __init__(self, inbound: Inbound, body: Body, ourselves: Ourselves) -> None:
        self.inbound = inbound
        self.body = body
        self.ourselves = ourselves
        self.our_addresses = frozenset(address.lower() for address in ourselves.addresses)
        self.sender = inbound.sender
        self.subject = inbound.subject.lower()

    @cached_property
    def fields(self) -> dict[str, tuple[str, ...]]:
        """Every header by its name in small letters: values without comments and parameters, in small letters."""
        found: dict[str, list[str]] = {}
        for name, value in self.inbound.headers:
            found.setdefault(name.lower(), []).append(normalised(value))
        return {name: tuple(values) for name, values in found.items()}

    def values(self, name: str) -> tuple[str, ...]:
        return self.fields.get(name, ())

    @cached_property
    def local_part(self) -> str:
        return self.sender.address.rpartition("@")[0].lower() if self.sender else ""

    @cached_property
    def words(self) -> str:
        """The sender's own words, signature and footers, on one line in small letters; no quotes or forwards."""
        labels = (Label.OWN, Label.SIGNATURE, Label.DISCLAIMER)
        return _WHITE.sub(" ", self.body.of(*labels)[:_LONGEST_TEXT]).strip().lower().replace("’", "'")

    @cached_property
    def own(self) -> str:
        return _WHITE.sub(" ", self.body.own[:_LONGEST_TEXT]).strip().lower().replace("’", "'")

    @cached_property
    def asks(self) -> bool:
        return asks_to_take_part(self.body.own[:_LONGEST_TEXT].lower().replace("’", "'"))

    @property
    def answers_something(self) -> bool:
        return bool(self.inbound.in_reply_to or self.inbound.references)

    def is_ours(self, address: Address) -> bool:
        return address.address.lower() in self.our_addresses


def normalised(value: str) -> str:
    """A header value without RFC 5322 comments and parameters, trimmed, in small letters."""
    if "(" in value:
        value = without_comments(value)
    return value.partition(";")[0].strip().lower()


def without_comments(value: str) -> str:
    """The value without its comments, which nest and may hold escaped brackets; linear."""
    out: list[str] = []
    depth = 0
    escaped = quoted = False
    for letter in value:
        if escaped:
            escaped = False
        elif letter == "\\":
            escaped = True
        elif letter == '"' and not depth:
            quoted = not quoted
        elif letter == "(" and not quoted:
            depth += 1
            continue
        elif letter == ")" and depth and not quoted:
            depth -= 1
            continue
        if not depth:
            out.append(letter)
    return "".join(out)
