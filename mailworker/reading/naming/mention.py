"""A place where a text names tables: which, how clearly, and whether it says yes or no to them.

It knows no words; the readers of tables make these, and all others read them.
"""

from dataclasses import dataclass
from enum import Enum


class Polarity(Enum):
    """Whether the text names a table to have it, to say no to it, or to say that it stays as it is."""

    YES = "yes"
    NO = "no"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place [start, end) where a text names tables.

    `near` is true where the word "tafel" stands beside it or the whole name is given: then even a weak word (a
    paraphrase such as "effluent") names a table.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    near: bool = False
    weak: bool = False
    polarity: Polarity = Polarity.YES
    every: bool = False
    misspelt: bool = False

    @property
    def is_clear(self) -> bool:
        """Whether it names a table by itself or by what stands beside it."""
        return self.near or not self.weak


class Vagueness(Enum):
    """Why a text that speaks of tables names none, or not which."""

    ORDER = "by number or order"
    UNKNOWN = "a table that does not exist"
    EITHER = "one of several, not chosen"
    SAME = "the same as somebody else"
    SOME = "one of them, not which"
    COUNT = "another number of tables than are named"


@dataclass(frozen=True, slots=True)
class TablesRead:
    """The mentions of a text in order, and what is vague in it."""

    mentions: tuple[Mention, ...]
    vague: Vagueness | None = None

    def ids(self, polarity: Polarity = Polarity.YES) -> frozenset[str]:
        """The ids that are named with that polarity."""
        return frozenset(i for mention in self.mentions if mention.polarity is polarity for i in mention.ids)
