"""The life cycles on one page: what a message, a registration and a notice can be, and how they get out of it.

There is no "in progress" state: a claim is a column that expires by itself, so that a worker which is killed
between two lines leaves nothing behind that somebody would have to clean up.
"""

from enum import StrEnum


class MessageState(StrEnum):
    """An inbound message. `received` is the only state that the worker acts on by itself."""

    RECEIVED = "received"
    """Stored, not yet understood; or its last attempt failed and the next one is due later."""
    HANDLED = "handled"
    """Acted upon and answered; the end of most mails."""
    ASKED = "asked"
    """We asked for what was missing; an answer in its conversation completes it."""
    HELD = "held"
    """A person must decide; staff release or dismiss it."""
    IGNORED = "ignored"
    """Never answered: automatic mail, list mail, our own mail."""
    FAILED = "failed"
    """Ours to fix: every attempt raised; an operator replays it."""


class RegistrationStatus(StrEnum):
    """A registration. Rows are never deleted; a cancellation promotes the oldest that waits."""

    CONFIRMED = "confirmed"
    WAITING = "waiting"
    CANCELLED = "cancelled"


class NoticeState(StrEnum):
    """A mail we owe a person. "Sent" means that the next server took it over (RFC 5321 4.2.1), never "delivered"."""

    QUEUED = "queued"
    SENT = "sent"
    REFUSED = "refused"
    """Answered with 5yz: trying again would get the same answer."""
    EXPIRED = "expired"
    """Answered with 4yz, or not at all, until the give-up time."""
    WITHHELD = "withheld"
    """Written in approval mode: staff release it."""
    BOUNCED = "bounced"
    """Sent, and a delivery report (RFC 3464) came back."""
