"""A sentence in clauses, each with what it says; an enumeration of tables stays whole.

'Eerst dacht ik aan hemelwater, maar nu kies ik voor grondwater' wishes for one, by its clauses.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from mailworker.reading.intent import Intent, intent_of
from mailworker.reading.naming.beside_table import TOGETHER
from mailworker.reading.naming.mention import Mention, Polarity
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.said import Said, without_names


@dataclass(frozen=True, slots=True)
class Clause:
    """A part [start, end) of a sentence with what it says."""

    start: int
    end: int
    text: str
    intent: Intent
    mentions: tuple[Mention, ...]


_CUT = re.compile(
    any_of(r"""
[;,:] | \s[-–]\s
\bmaar\b(?= [^,;.]{0,40}\b(?:kies|kiezen|wil|zou|schrijf|neem|ga|kom|meld|teken) (?:ik|wij|we)\b)
\b(?:en|(?<!doe )(?<!zet )(?<!mij )(?<!me )(?<!ons )maar(?! (?:van|uit|vallen|op|bij|in|voor|weg|aan)\b)|\
(?<=[,;] )dus|want|omdat|terwijl|aangezien|zodat|\
hoewel|and|but|so|because|while|et|mais|donc|car)\b
""")
)


def clauses_of(one: Said) -> list[Clause]:
    """The clauses of a sentence; an enumeration of tables stays whole."""
    folded = one.unit.folded
    mentions = one.wished
    blotted = without_names(folded, mentions, one.people, one.organisations)
    cuts = [0]
    for match in _CUT.finditer(folded):
        first = next((m for m in reversed(mentions) if m.start < match.start()), None)
        second = next((m for m in mentions if m.start >= match.end() - 1), None)
        if first is not None and match.start() < first.end:
            continue
        if first is None and second is not None and _announces(folded, match, second):
            continue
        if first is not None and second is not None and same_enumeration(folded, first, second):
            continue
        cuts.append(match.start())
    cuts.append(len(folded))
    return [
        Clause(
            a,
            b,
            blotted[a:b],
            _intent(_POLITE_ASIDE.sub(" ", blotted[a:b])),
            tuple(m for m in mentions if a <= m.start < b),
        )
        for a, b in pairwise(cuts)
        if a < b
    ]


def _announces(folded: str, match: re.Match[str], mention: Mention) -> bool:
    """'Ik pik er twee uit: hemelwater ...': what stands before the colon goes on to the table behind it."""
    if match.group() != ":" or _STATE.search(folded[: match.start()]):
        return False
    return _COLON.fullmatch(folded[match.end() : mention.start]) is not None


_STATE = re.compile(r"\b(?:zit|zitten|zetel|sta|staan|stond|ben|zijn|had|hadden|heb|hebben)\b")
_COLON = re.compile(
    r"\s*(?:de |het |die (?:over|rond) )?(?:(?:werk)?tafels? )?(?:over |rond |bevoorrading uit )?[\"'(]*"
)
"""What stands between a colon and the table that it announces: 'Ik pik er twee uit: hemelwater ...'."""
_POLITE_ASIDE = re.compile(
    r"\b"
    + any_of(r"""
als (?:het|dat) (?:kan|mag|lukt|past) | indien (?:dat |nog )?mogelijk | zo mogelijk | liefst | if possible
si possible
""")
    + r"\b"
)


@lru_cache(maxsize=2048)
def _intent(text: str) -> Intent:
    return intent_of(text)


def same_enumeration(folded: str, one: Mention, other: Mention) -> bool:
    """Whether nothing but commas, "en" and the like stands between two tables."""
    first, second = (one, other) if one.start < other.start else (other, one)
    between = folded[first.end : second.start]
    if _LEFT_OVER.match(between) or one.every or other.every:
        return False
    if _COMMA.fullmatch(between) and _NEXT_VERB.match(folded[second.end :]) and _VERBAL.search(folded[: first.start]):
        # "Ik blijf bij grondwater, hemelwater mag u schrappen."
        return False
    between = _THE_ONE.sub(" ", _ASIDE.sub(" ", between))
    return len(between) < 40 and TOGETHER.match(between) is not None


_THE_ONE = re.compile(r"\b(?:the one|that|degene|diegene|deze|celle)(?: (?:about|on|over|rond|sur))?\b")
_ASIDE = re.compile(r"\([^()]{0,60}\)")
_COMMA = re.compile(r"[\"')]*\s*[,;]\s*(?:(?:de|het|die) )?[\"']*")
_NEXT_VERB = re.compile(
    r"[\"')]*\s+(?:mag|mogen|blijft?|blijven|komt|komen|laat|laten|hoeft|hoeven|slaa?n?|doen?|doet|neemt?|nemen"
    r"|wil|willen"
    r"|kan|kunnen|is|zijn|valt|vallen|wordt|zou)\b"
)
_VERBAL = re.compile(
    r"\b(?:ik|wij|we|mij|me|ons|schrap\w*|schrijf|noteer\w*|zet|meld|haal|graag|wil|blijf\w*|gelieve|kan|mag)\b"
)
_LEFT_OVER = re.compile(r"\s*over\s*[,;]")
"""'Blijft enkel hemelwater over, grondwater mag weg': that "over" belongs to the verb."""


def enumerations(one: Said) -> list[list[Mention]]:
    """The wished tables in runs, each an enumeration; one that is said no to does not break it: 'X (ja), Y (neen)'."""
    runs: list[list[Mention]] = []
    before: Mention | None = None
    for mention in one.tables.mentions:
        goes_on = before is not None and same_enumeration(one.unit.folded, before, mention)
        if not goes_on:
            runs.append([])
        if mention.polarity is Polarity.YES:
            runs[-1].append(mention)
        before = mention
    return [run for run in runs if run]
