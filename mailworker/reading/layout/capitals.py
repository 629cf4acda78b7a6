"""A mail that is typed in capitals, in the letters that it would have had: names with a capital, other words without.

Readers tell names by their capitals; where everything is a capital, a name is what follows a first name or the kind of
an organisation, or what the From header says. Offsets stay as they are.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from mailworker.domain.organisation import Directory
from mailworker.reading.folding import fold
from mailworker.reading.layout.letter import Letter
from mailworker.reading.layout.unit import Unit
from mailworker.reading.who.names import NOT_NAMES, PARTICLES
from mailworker.reading.who.person_names import is_first_name

_FEWEST_LETTERS = 30
_SHARE = 0.9
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_KIND = re.compile(
    r"(?:polder|watering|gemeente|stad|provincie|vzw|nv|bv|universiteit|hogeschool|instituut|vereniging|federatie"
    r"|bond|boerenbond|koepel|dienst|departement|agentschap|intercommunale|[a-z]{3,}(?:erij|bedrijf|hoeve|bond|groep))"
)


def in_capitals(letter: Letter) -> bool:
    """Whether the sender's own words are in capitals throughout."""
    letters = [c for unit in letter.units for c in unit.text if c.isalpha()]
    return len(letters) >= _FEWEST_LETTERS and sum(c.isupper() for c in letters) >= _SHARE * len(letters)


def calmed(letter: Letter, names: Sequence[str], directory: Directory) -> Letter:
    """The same letter with small letters where no name stands; `names` are people that the header gives."""
    known = frozenset(word for name in names for word in re.findall(r"\w+", fold(name)))
    return replace(letter, units=tuple(_calm(unit, known, directory) for unit in letter.units))


def _calm(unit: Unit, known: frozenset[str], directory: Directory) -> Unit:
    pieces = list(unit.text)
    within = False
    at = 0
    for match in _WORD.finditer(unit.text):
        word, folded = match.group(), fold(match.group())
        within = within and re.search(r"[.,;:()?!]", unit.text[at : match.start()]) is None
        at = match.end()
        starts = folded in known or is_first_name(word) or _KIND.fullmatch(folded) is not None
        within = starts or (within and (folded in PARTICLES or folded not in NOT_NAMES))
        short_name = len(word) <= 5 and directory.exactly(folded) is not None
        pieces[match.start() : match.end()] = word if short_name else _written(word, within)
    return replace(unit, text="".join(pieces), cells=tuple(c.capitalize() for c in unit.cells))


def _written(word: str, name: bool) -> str:
    return word[0] + word[1:].lower() if name else word.lower()
