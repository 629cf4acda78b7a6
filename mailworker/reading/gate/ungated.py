"""What a mail asks, whatever stopped us from acting on it: for staff, who looked at it and decide."""

from dataclasses import replace

from mailworker.domain.request import Outcome
from mailworker.reading.reader import read
from mailworker.reading.understand import Knowledge, Understanding


def ungated(understanding: Understanding, knowledge: Knowledge) -> Understanding:
    """The understanding with what a mail says that was held before it was read: forged, perhaps, or suspicious."""
    reading = understanding.reading
    if reading.outcome is not Outcome.REVIEW:
        return understanding
    if not reading.requests:
        said = read(understanding.inbound, understanding.body, knowledge.programme, knowledge.directory)
        reading = replace(said, why=reading.why, rule=reading.rule)
    if reading.requests:
        reading = replace(reading, outcome=Outcome.ASK if reading.missing else Outcome.HANDLE)
    return replace(understanding, reading=reading)
