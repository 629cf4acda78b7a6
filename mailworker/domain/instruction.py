"""What staff decide about a mail that was held: an instruction, by which it is handled once more.

The same path for a decision by mail and for one on the command line, so that rules, audit and notices are the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from mailworker.domain.request import Action, Outcome, Reading, Request


class Ruling(StrEnum):
    """What is to become of a held mail."""

    ACCEPT = "accept"
    """Do what it asks, as read or as staff corrected it."""
    DECLINE = "decline"
    """Do nothing, and tell the sender why."""
    DISMISS = "dismiss"
    """Do nothing and say nothing."""


@dataclass(frozen=True, slots=True)
class Instruction:
    """One decision: `by` is the staff member's address, or "command line".

    `requests` are what staff filled in, instead of what was read; `organisation` is what an unknown or missing
    organisation is; `reason` is what a declined sender is told.
    """

    ruling: Ruling
    by: str
    requests: tuple[Request, ...] = ()
    organisation: str = ""
    reason: str = ""

    def applied(self, reading: Reading) -> Reading:
        """The reading as staff see it: complete requests are to be handled, whatever stopped us before."""
        requests = self.requests or reading.requests
        if self.organisation:
            requests = tuple(replace(request, organisation=self.organisation) for request in requests)
        outcome = Outcome.HANDLE if requests and not any(request.missing for request in requests) else Outcome.ASK
        return replace(reading, outcome=outcome, requests=requests, takes_part=True, rule=f"staff: {self.ruling}")


def to_values(instruction: Instruction) -> dict[str, Any]:
    """The instruction as JSON values."""
    return {
        "ruling": instruction.ruling.value,
        "by": instruction.by,
        "requests": [request_to_values(request) for request in instruction.requests],
        "organisation": instruction.organisation,
        "reason": instruction.reason,
    }


def from_values(values: Mapping[str, Any]) -> Instruction:
    """The instruction that `to_values` gave these values."""
    return Instruction(
        Ruling(values["ruling"]),
        values["by"],
        tuple(request_from_values(request) for request in values["requests"]),
        values["organisation"],
        values["reason"],
    )


def request_to_values(request: Request) -> dict[str, Any]:
    """A request as JSON values."""
    return {
        "action": request.action.value,
        "participant": request.participant,
        "organisation": request.organisation,
        "tables": list(request.tables),
        "replacement": request.replacement,
        "participant_address": request.participant_address,
    }


def request_from_values(values: Mapping[str, Any]) -> Request:
    """The request that `request_to_values` gave these values."""
    return Request(**{**values, "action": Action(values["action"]), "tables": tuple(values["tables"])})
