"""A piece of a mail, a sentence or a line, with the place where it stood."""

from dataclasses import dataclass
from enum import StrEnum

from mailworker.domain.request import Source
from mailworker.reading.layout.labels import Field


class Kind(StrEnum):
    """What a unit is."""

    SENTENCE = "sentence"
    ITEM = "item"
    """A line of a list, or a line of its own."""
    FIELD = "field"
    """A line of a form: a known label and its value."""
    ROW = "row"
    """A row of a table; `cells` are its columns."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of the mail. `start` is where it stood in the body's text (or in the subject)."""

    text: str
    folded: str
    start: int
    kind: Kind = Kind.SENTENCE
    source: Source = Source.OWN
    paragraph: int = 0
    field: Field | None = None
    cells: tuple[str, ...] = ()
    answers: Field | None = None
    """What our question just above it, in the quoted mail, asked for."""
    struck: bool = False

    def at(self, position: int) -> int:
        """Where in the source a position in `text` stood."""
        return self.start + position
