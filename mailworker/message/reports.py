"""Delivery status notifications (RFC 3464): which recipient was not reached, for which mail of ours.

Only what stands in the report itself counts, not in a report that somebody attached.
"""

import re
from dataclasses import dataclass

from mailworker.message.headers import message_ids
from mailworker.message.inbound import Inbound

_REPORTS = ("message/delivery-status", "message/global-delivery-status")
_FIELD = re.compile(r"([A-Za-z-]{3,40})\s*:\s*(.*)")
_MOST_RECIPIENTS = 200


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What became of one recipient: `action` is failed, delayed, delivered, relayed or expanded."""

    recipient: str
    action: str
    status: str = ""
    diagnostic: str = ""

    @property
    def failed(self) -> bool:
        return self.action == "failed" or (not self.action and self.status.startswith("5"))


def delivery_reports(inbound: Inbound) -> tuple[DeliveryReport, ...]:
    """The recipients that the mail reports about, in order; empty where it is no delivery report."""
    reports: list[DeliveryReport] = []
    for part in inbound.parts:
        if part.content_type in _REPORTS and not part.inside_message:
            for block in re.split(r"\n\s*\n", part.text or "")[: _MOST_RECIPIENTS + 1]:
                fields = _fields(block)
                recipient = fields.get("final-recipient") or fields.get("original-recipient")
                if recipient is not None:
                    reports.append(
                        DeliveryReport(
                            recipient.rpartition(";")[2].strip().strip("<>"),
                            fields.get("action", "").split()[0].lower() if fields.get("action", "").split() else "",
                            fields.get("status", "").partition(" ")[0],
                            fields.get("diagnostic-code", "").rpartition(";")[2].strip()[:500],
                        )
                    )
    return tuple(reports)


def reported_message_ids(inbound: Inbound) -> tuple[str, ...]:
    """The Message-IDs of the mail that came back, from the headers in the report; then what the report answers."""
    found: list[str] = []
    for part in inbound.parts:
        if part.content_type in ("message/rfc822", "message/global", "text/rfc822-headers"):
            found += message_ids(_fields(part.text or "").get("message-id", ""))
    return tuple(dict.fromkeys((*found, *inbound.in_reply_to)))


def _fields(block: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    last = ""
    for line in block.split("\n")[:400]:
        if line[:1] in " \t" and last:
            fields[last] = f"{fields[last]} {line.strip()}"[:2000]
        elif match := _FIELD.match(line):
            last = match[1].lower()
            fields.setdefault(last, match[2].strip())
    return fields
