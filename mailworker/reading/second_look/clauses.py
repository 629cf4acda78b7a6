"""A mail cut into clauses for the second look: plainly, by its stops, commas and turns, with the tables in each.

It knows no wish and no role, and nothing of how the readers choose: what it finds is set against what they understood.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from mailworker.reading.layout.letter import Letter
from mailworker.reading.layout.unit import Unit
from mailworker.reading.naming.table_names import Vocabulary
from mailworker.reading.phrases.patterns import any_of

_CUT = re.compile(
    r"[,;:()\n]|\.\s|\s-\s|\s/\s|\b"
    + any_of(r"""
maar | want | omdat | aangezien | terwijl | dus | enkel | alleen | doch | echter | hoewel | zodat | but
because | since | while | mais | car | parce que
""")
    + r"\b"
)
_TOGETHER = re.compile(
    r"[\s\"')-]*(?:,|;|/|&|\+)?[\s\"'(-]*"
    + any_of(r"""
en | of | and | or | et | ou | als | zowel | alsook | evenals | noch | plus | ook | de | het | die | over | rond
van | voor | aan | bij | op | in | naar | uit | the | la | les | l' | des | du | table | tafels? | werktafels?
bevoorrading | \s
""")
    + r"*[\s\"'(]*"
)
"""What stands between the tables of one list; `*` since "en ook de" is several of them."""
_LAST = re.compile(r"\b(?:en|and|et|of|or|ou)\b|&")
_STOP = re.compile(r"[,;/\n.]")
_SHORT = 26


@dataclass(frozen=True, slots=True)
class Place:
    """A place [start, end) of a sentence that names a table."""

    table: str
    start: int
    end: int
    clear: bool
    """It names the table by itself, or the word "tafel" stands beside it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a line: `text` is folded.

    In `plain` stands an "x" for each letter of a table's name, a "q" for each of a person of the requests and a "z" for
    each of an organisation of theirs.
    """

    unit: Unit
    text: str
    plain: str
    places: tuple[Place, ...]
    own: bool
    """It stands in the mail itself, not in its subject."""

    def clause_of(self, place: Place) -> tuple[int, int]:
        """Where the clause begins and ends that names the table; a list of tables is one clause."""
        cuts = [0, *_cuts_of(self), len(self.text)]
        start = max(cut for cut in cuts if cut <= place.start)
        return start, min(cut for cut in cuts if cut >= place.end)

    def clauses(self) -> Iterator[tuple[int, int]]:
        """Where each of the clauses begins and ends."""
        return pairwise([0, *_cuts_of(self), len(self.text)])

    def cuts(self) -> Iterator[int]:
        """Where the clauses part."""
        lists = list(self._lists())
        last = 0
        for match in _CUT.finditer(self.plain):
            at = match.start()
            joined = match.group() == ":" and not self._parts(last, at)
            if not joined and not any(a <= at < b for a, b in lists):
                last = match.end()
                yield at

    def _parts(self, start: int, colon: int) -> bool:
        """Whether a colon parts: "dit is wat wij willen: grondwater" are two clauses, "grondwater: neen" is one."""
        before = any(start <= place.start < colon for place in self.places)
        behind = any(
            place.start > colon and not _STOP.search(self.plain, colon + 1, place.start) for place in self.places
        )
        return colon - start >= _SHORT or (before and behind)

    def _lists(self) -> Iterator[tuple[int, int]]:
        """What stands between the tables of one list; behind its "en" the list ends."""
        ended = False
        for one, other in pairwise(self.places):
            gap = self.text[one.end : other.start]
            joined = _TOGETHER.fullmatch(gap) is not None and not (ended and "," in gap)
            ended = joined and (ended or _LAST.search(gap) is not None)
            if joined:
                yield one.end, other.start


@lru_cache(maxsize=64)
def _cuts_of(sentence: Sentence) -> tuple[int, ...]:
    """Asked for every table of a sentence, so worked out once."""
    return tuple(sentence.cuts())


Blots = Sequence[tuple[re.Pattern[str], str]]
"""What is blotted out, and the letter put in its place."""


def sentences_of(letter: Letter, words: Vocabulary, blots: Blots = ()) -> tuple[Sentence, ...]:
    """The subject and the sentences of the sender's own words, in order."""
    return tuple(_sentence(unit, words, unit is not letter.subject, blots) for unit in (letter.subject, *letter.units))


def _sentence(unit: Unit, words: Vocabulary, own: bool, blots: Blots) -> Sentence:
    mentions = words.mentions(unit.folded, unit.text)
    places = tuple(Place(one, m.start, m.end, m.is_clear) for m in mentions for one in m.ids)
    plain = unit.folded
    for place in places:
        plain = plain[: place.start] + "x" * (place.end - place.start) + plain[place.end :]
    for pattern, sign in blots:
        for match in pattern.finditer(plain):
            plain = plain[: match.start()] + sign * len(match.group()) + plain[match.end() :]
    return Sentence(unit, unit.folded, plain, places, own)
