"""What a mail asks, whatever stopped us from acting on it: for staff, who looked at it and decide."""

from dataclasses import replace

from mailworker.domain.request import Outcome
from mailworker.reading.reader import read
from mailworker.reading.understand import Knowledge, Understanding


def ungated(understanding: Understanding, knowledge: Knowledge) -> Understanding:
    """The understanding with what a mail says that was held before it was read: forged, perhaps, or suspicious."""
    reading = understanding.reading
    if reading.requests or reading.outcome is not Outcome.REVIEW:
        return understanding
    said = read(understanding.inbound, understanding.body, knowledge.programme, knowledge.directory)
    return replace(understanding, reading=replace(said, why=reading.why, rule=reading.rule))
