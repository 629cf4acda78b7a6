"""Whether the receiving server vouches for the sender: Authentication-Results (RFC 8601), DMARC only (RFC 7489).

Nothing is verified here. Only a header that names one of our own servers counts, and of those the topmost: what stands
below came with the mail. Microsoft 365 writes a form without a server's name, which anybody can write, so it never
counts.
"""

from collections.abc import Iterator
from enum import StrEnum

from mailworker.message.inbound import Inbound

_LONGEST = 64 * 1024


class Authentication(StrEnum):
    """What our own server found about the domain in From."""

    PASSED = "passed"
    FAILED = "failed"
    ABSENT = "absent"
    """It said nothing, or nothing that decides: no policy, a temporary error, SPF or DKIM alone."""


def authentication(inbound: Inbound, authserv_ids: frozenset[str]) -> Authentication:
    """What the topmost Authentication-Results of these servers says of DMARC."""
    trusted = {identity.lower().rstrip(".") for identity in authserv_ids}
    for value in inbound.all("authentication-results"):
        identity, *results = list(_clauses(value[:_LONGEST])) or [""]
        if _identity(identity) in trusted:
            return _dmarc(inbound, results)
    return Authentication.ABSENT


def _dmarc(inbound: Inbound, results: list[str]) -> Authentication:
    found = Authentication.ABSENT
    for clause in results:
        words = " ".join(clause.split()).replace(" =", "=").replace("= ", "=").split()
        method, _, result = (words[0] if words else "").lower().partition("=")
        if method.partition("/")[0] != "dmarc":
            continue
        if result == "fail":
            return Authentication.FAILED
        if result == "pass":
            # A pass for somebody else's domain is no word about this sender, and no mail of theirs has it.
            if not _speaks_of_sender(inbound, words[1:]):
                return Authentication.FAILED
            found = Authentication.PASSED
    return found


def _speaks_of_sender(inbound: Inbound, properties: list[str]) -> bool:
    """Whether the result is about the domain that we take for the sender's: a mail may have two From fields."""
    domain = inbound.sender.domain if inbound.sender else ""
    for word in properties:
        name, mark, value = word.lower().partition("=")
        if name == "header.from" and mark:
            return value.strip('"').rpartition("@")[2].rstrip(".") == domain.rstrip(".")
    return bool(domain)


def _identity(clause: str) -> str:
    """The server's name at the head of the field, quoted or not, without its version; "" where there is none."""
    text = clause.strip()
    if text.startswith('"'):
        name, mark, rest = text[1:].partition('"')
        words = [name, *rest.split()] if mark else []
    else:
        words = text.split()
    if not words or len(words) > 2 or "=" in words[0] or (len(words) == 2 and not words[1].isdecimal()):
        return ""
    return words[0].lower().rstrip(".")


def _clauses(value: str) -> Iterator[str]:
    """The field split at its semicolons, comments left out, quoted strings kept whole; linear."""
    piece: list[str] = []
    depth = 0
    quoted = escaped = False
    for letter in value:
        if escaped:
            escaped = False
            if not depth:
                piece.append(letter)
        elif letter == "\\" and (quoted or depth):
            escaped = True
        elif depth:
            depth += (letter == "(") - (letter == ")")
        elif letter == '"':
            quoted = not quoted
            piece.append(letter)
        elif letter == "(" and not quoted:
            depth = 1
            piece.append(" ")
        elif letter == ";" and not quoted:
            yield "".join(piece)
            piece = []
        else:
            piece.append(letter)
    yield "".join(piece)
