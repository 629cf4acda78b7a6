"""A region, a district or a branch behind an organisation: 'Aquafin Regio West' is Aquafin, and nobody's name.

It finds where such a part ends, and an unknown organisation that only its part gives away: 'Delta Regio Gent'.
"""

import re

from mailworker.reading.folding import fold
from mailworker.reading.who.names import NOT_NAMES, TITLES, UNITS
from mailworker.reading.who.person_names import is_first_name

_UNIT = "(?:" + "|".join(sorted({form for word in UNITS for form in (word, word.capitalize(), word.upper())})) + ")"
_PLACE = r"[A-ZÀ-Þ0-9][\w'’-]*(?:[ -](?:en )?[A-ZÀ-Þ0-9][\w'’-]*){0,2}"
_PART = re.compile(rf"[ \t]*(?:[-–,/][ \t]*)?\(?{_UNIT} {_PLACE}\)?(?![\w'’-])")
_WITH_PART = re.compile(rf"(?P<name>[A-ZÀ-Þ][\w'’&-]*(?: [A-ZÀ-Þ][\w'’&-]*){{0,2}}) {_UNIT} {_PLACE}(?![\w'’-])")
_ABBREVIATION = 4
"""Letters of a word that may shorten a name: "Aqf Regio West" leaves it to the signature or the domain."""


def end_with_part(text: str, end: int) -> int:
    """Where an organisation ends with the part of it that stands behind its name."""
    match = _PART.match(text, end)
    return match.end() if match is not None else end


def with_part(text: str) -> list[tuple[int, int]]:
    """Where a name of capital words stands before a region or a branch of it."""
    spans = ((_start(text, match), match.end()) for match in _WITH_PART.finditer(text))
    return [(start, end) for start, end in spans if start is not None]


def _start(text: str, match: re.Match[str]) -> int | None:
    """Where the name begins behind the words that open a sentence, or None where it is no name."""
    words = [(word.start(), fold(word.group())) for word in re.finditer(r"\S+", match["name"])]
    while words and words[0][1] in NOT_NAMES:
        words.pop(0)
    if not words or (len(words) == 1 and len(words[0][1]) < _ABBREVIATION):
        return None
    if is_first_name(words[0][1]) or any(word in NOT_NAMES or word in TITLES for _, word in words):
        return None
    return match.start("name") + words[0][0]
