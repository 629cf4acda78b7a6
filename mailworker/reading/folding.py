"""Text in the form in which it is searched: small letters without accents, with every character at its place.

What is found in the folded text stands at the same offsets in the text that was folded; so a reader can search
without accents and still show the sender's own spelling.
"""

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_ALIKE = {
    "’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "ß": "s", "đ": "d", "Đ": "d", "ı": "i", "\r": " ",
}  # fmt: skip
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\ufe0f")


def _fold_character(character: str) -> str:
    plain = _ALIKE.get(character)
    if plain is not None:
        return plain
    decomposed = unicodedata.normalize("NFKD", character)
    base = decomposed[0] if decomposed else character
    lower = base.lower()
    return lower if len(lower) == 1 else base


class _Table(dict[int, str]):
    """The folded form of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        if len(self) < 10_000:
            self[code] = folded
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """The text in small letters, without accents, with plain quotes, dashes and spaces; of the same length."""
    if text.isascii():
        return text.lower()
    return text.translate(_TABLE)


@dataclass(frozen=True, slots=True)
class Clean:
    """A text without invisible characters and with composed accents; `origins` leads back to where it came from.

    `origins` is empty when every character stands where it stood.
    """

    text: str
    origins: tuple[int, ...] = ()

    def origin(self, position: int) -> int:
        """Where in the original text this position was."""
        if not self.origins:
            return position
        if position >= len(self.origins):
            return self.origins[-1] + 1 if self.origins else 0
        return self.origins[position]


def clean(text: str) -> Clean:
    """The text as it looks to a reader."""
    if text.isascii() or (unicodedata.is_normalized("NFC", text) and _INVISIBLE.isdisjoint(text)):
        return Clean(text)
    characters: list[str] = []
    origins: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        # At most a few accents belong to a letter; a longer pile is not a word of anybody.
        while end < len(text) and end - start < 8 and unicodedata.combining(text[end]):
            end += 1
        for character in unicodedata.normalize("NFC", text[start:end]):
            if character not in _INVISIBLE:
                characters.append(character)
                origins.append(start)
        start = end
    return Clean("".join(characters), tuple(origins))


@dataclass(frozen=True, slots=True)
class Joined:
    """Pieces of one text put behind each other; `starts` are their places here, `origins` their places there."""

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, position: int) -> int:
        """Where in the whole text this position of the joined text was."""
        index = max(0, bisect_right(self.starts, position) - 1)
        return self.origins[index] + position - self.starts[index] if self.starts else 0
