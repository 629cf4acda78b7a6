"""How Belgians sort: people by surname with its particles ("Van den Berghe" under V), accents and case folded.

Spaces and apostrophes do not count either, so that Vandenberghe and Van den Berghe stand together.
"""

import unicodedata

# A surname begins at the first of these after the given name.
_SURNAME_STARTS = (
    "van vande vanden vander von de den der d' du des di da dos del della le la les l' el al ben bin ten ter te zu op "
    "in t 't 's mac"
)
_PARTICLES = frozenset(_SURNAME_STARTS.split())
# Letters that no decomposition takes apart.
_WHOLE = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "đ": "d"})


def folded(text: str) -> str:
    """The letters and digits of a text, small and without accents."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_WHOLE)).casefold()
    return "".join(char for char in decomposed if char.isalnum())


def by_surname(name: str) -> tuple[str, str]:
    """The key that sorts a person: surname, then the rest."""
    words = name.replace("’", "'").split()
    start = next((place for place, word in enumerate(words) if place and word.casefold() in _PARTICLES), None)
    if words and words[0].casefold() in _PARTICLES:
        start = 0
    if start is None:
        start = max(len(words) - 1, 0)
    return folded("".join(words[start:])), folded("".join(words[:start]))
