"""An organisation that a text names, and what its place says about who speaks for it.

What a place says differs: "namens X" and "X schrijft in" make the sender speak for it, "na overleg met X" only mentions
it. Which one counts for a request is decided elsewhere, from these cues."""

from dataclasses import dataclass
from enum import IntEnum


class Cue(IntEnum):
    """How much the place says that somebody speaks for the organisation."""

    DENIED = -1
    """It is named to say that it is not the one: "Sweco zelf neemt niet deel"."""
    PASSING = 0
    """Others are spoken of: "na overleg met X", "vroeger bij X"."""
    NAMED = 1
    """It stands there, without more."""
    BELONGS = 2
    """Somebody is of it: "Jan Peeters (X)", "ik werk bij X", "van X"."""
    SPEAKS = 3
    """Somebody speaks for it: "namens X", "X schrijft in", "Organisatie: X"."""


@dataclass(frozen=True, slots=True)
class Affiliation:
    """An organisation in a text, at [start, end). `name` is the configured one, or as written without legal form."""

    name: str
    start: int
    end: int
    known: bool
    cue: Cue = Cue.NAMED
    sure: float = 1.0
