"""The configured organisations in a text, in all their spellings, longest names first.

A short name counts only in capitals; a misspelt one only where nothing else is near."""

import re
from collections.abc import Sequence

from mailworker.domain.enterprise_number import enterprise_numbers_in
from mailworker.domain.organisation import Directory, Organisation
from mailworker.reading.folding import fold
from mailworker.reading.whose.affiliation import Affiliation

_WORD = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ÿĀ-ſ]+(?:['’.](?=[0-9A-Za-zÀ-ÿ]))?")
_GAP = re.compile(r"[ \n\t]{0,3}(?:[-–—.,&+/'’]{1,2}[ \n\t]{0,2}|[ \n\t])?[ \n\t]{0,2}")
_COMMON_WORDS = frozenset(
    ("de", "het", "water", "vlaamse", "stad", "en", "in", "natuur", "haven", "centrum", "capture")
)
_CAPITAL_RUN = re.compile(
    r"(?:\b(?:De|Het) )?\b[A-ZÀ-Þ][\w'’&+-]{5,30}(?: (?:van |voor |en |de )?[A-ZÀ-Þ][\w'’&+-]{2,30}){0,4}"
)


def capital_runs(text: str) -> list[tuple[int, int]]:
    """Runs of capital words: a known name with a typing error may stand there."""
    spans: list[tuple[int, int]] = []
    for match in _CAPITAL_RUN.finditer(text):
        spans.append(match.span())
        first = re.match(r"(?:(?:De|Het) )?\S+", match.group())
        if first is not None and first.end() < len(match.group()):
            spans.append((match.start(), match.start() + first.end()))
    return spans


def numbered_in(text: str, directory: Directory) -> list[Affiliation]:
    """The known organisations whose enterprise number stands in the text."""
    found = [(directory.of_number(number), start, end) for number, start, end in enterprise_numbers_in(text)]
    return [Affiliation(one.name, start, end, True) for one, start, end in found if one is not None]


def known_in(text: str, directory: Directory) -> list[Affiliation]:
    """The known organisations, longest names first at each place."""
    words = [
        (match.group().rstrip(".'’"), match.start(), match.start() + len(match.group().rstrip(".'’")))
        for match in _WORD.finditer(text)
    ]
    keys = [identity_of_word(word) for word, _, _ in words]
    found: list[Affiliation] = []
    number = 0
    while number < len(words):
        match = _longest_at(text, words, keys, number, directory)
        if match is None:
            number += 1
            continue
        organisation, last = match
        start, end = words[number][1], words[last][2]
        found.append(Affiliation(organisation.name, start, end, True))
        number = last + 1
    return found


def identity_of_word(word: str) -> str:
    """The letters and digits of a word, as they stand in an identity."""
    return "".join(re.findall(r"[0-9a-z]+", fold(word.replace("ß", "ss").replace("æ", "ae").replace("œ", "oe"))))


def _longest_at(
    text: str, words: Sequence[tuple[str, int, int]], keys: Sequence[str], first: int, directory: Directory
) -> tuple[Organisation, int] | None:
    joined = ""
    best: tuple[Organisation, int] | None = None
    for last in range(first, min(first + directory.most_words + 1, len(words))):
        if last > first:
            gap = text[words[last - 1][2] : words[last][1]]
            if len(gap) > 8 or not _GAP.fullmatch(gap):
                break
            if "&" in gap or "+" in gap:
                joined += "en"
        joined += keys[last]
        key = joined
        for article in ("de", "het", "the"):
            if last > first and key.startswith(article) and keys[first] == article:
                key = key[len(article) :]
                break
        organisation = directory.exactly(key)
        if organisation is not None and _spelt_like_a_name(text, words, first, last, key):
            best = organisation, last
    return best


def _spelt_like_a_name(text: str, words: Sequence[tuple[str, int, int]], first: int, last: int, key: str) -> bool:
    """Short names are names only in capitals; the longer ones in any letters."""
    written = text[words[first][1] : words[last][2]]
    if key in _COMMON_WORDS and not (written[:1].isupper() and written != written.capitalize()):
        return False
    # A domain or an address is not a word of the text.
    before, after = text[max(0, words[first][1] - 1) : words[first][1]], text[words[last][2] : words[last][2] + 2]
    if before in {"@", "."} or before == "/" or after[:1] == "@" or re.match(r"\.[a-z]", after):
        return False
    if len(key) <= 4:
        return (
            any(c.isupper() for c in written)
            or re.search(
                r"\b(?:voor|namens|vanuit|bij|van|organisatie:)\s+(?:de |het )?$", fold(text[: words[first][1]])[-20:]
            )
            is not None
        )
    return len(key) > 6 or any(c.isupper() for c in written) or first == last
