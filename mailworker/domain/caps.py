"""How much we answer before a person looks: what stops a loop that every other rule missed.

An answer that reports a change of the register is never what a loop feeds on: it counts only towards a generous daily
number. Questions, repeated states and "a colleague will look at it" are *quiet*, and are what is counted here.
"""

from dataclasses import dataclass
from datetime import timedelta

TO_STAFF = frozenset(("digest", "held", "transcript"))
"""Kinds of mail that staff get; they are no answers, and not counted."""
HOUR, DAY, BURST = timedelta(hours=1), timedelta(days=1), timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Caps:
    """The most answers within a time: quiet ones to an address and to a domain, the same one, all to an address, and
    quiet ones to everybody (the breaker)."""

    address_hour: int = 3
    address_day: int = 10
    domain_hour: int = 30
    same_day: int = 2
    changes_day: int = 20
    everybody_burst: int = 60


@dataclass(frozen=True, slots=True)
class Answered:
    """How many answers we owed lately, each count over the time that its cap is about."""

    address_hour: int = 0
    address_day: int = 0
    domain_hour: int = 0
    same_day: int = 0
    changes_day: int = 0
    everybody_burst: int = 0


def over(caps: Caps, answered: Answered, *, reports_change: bool) -> str:
    """Why one more answer would be too many, as a sentence for staff; "" when it would not."""
    if reports_change:
        if answered.changes_day >= caps.changes_day:
            return f"{answered.changes_day} answers went to this address within a day: it may be a machine"
        return ""
    if answered.same_day >= caps.same_day:
        return f"the same answer went to this address {answered.same_day} times within a day"
    if answered.address_hour >= caps.address_hour:
        return f"{answered.address_hour} answers without a change went to this address within an hour"
    if answered.address_day >= caps.address_day:
        return f"{answered.address_day} answers without a change went to this address within a day"
    if answered.domain_hour >= caps.domain_hour:
        return f"{answered.domain_hour} answers without a change went to this mail domain within an hour"
    if answered.everybody_burst >= caps.everybody_burst:
        return f"{answered.everybody_burst} answers without a change went out within ten minutes: something may loop"
    return ""
