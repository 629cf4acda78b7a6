"""Lines that name a table and next to nothing else, and short sentences that add one: 'Grondwater', 'ook voor X'."""

import re

from mailworker.reading.layout.unit import Kind
from mailworker.reading.naming.mention import Mention
from mailworker.reading.said import Said


def goes_on(one: Said, mention: Mention, before: str) -> bool:
    """Whether a short sentence adds a table to the wish before it: 'En als het mag ook voor afvalwater.'"""
    if mention.weak or one.intent.past or len(one.unit.folded.split()) > _SHORT or not MOREOVER_AT.search(before):
        return False
    return _FINITE.search(one.unit.folded[mention.end :]) is None


_SHORT = 12
_FINITE = re.compile(r"\b(?:is|geldt|was|zijn|heeft|hebben|wordt|worden|lijkt|kan|moet|niet)\b")


def is_bare(one: Said) -> bool:
    """Whether a line names a table and next to nothing else: "Fijn initiatief, die tafel grondwater!" is praise."""
    if not one.is_fragment:
        return False
    if one.intent.wish or one.people or one.unit.kind is not Kind.SENTENCE or any(m.every for m in one.wished):
        return True
    if MOREOVER_AT.search(one.unit.folded[: one.wished[0].start] if one.wished else ""):
        return True
    noes = len(re.findall(r"\b(?:geen|niet|noch|nee|neen)\b", one.unit.folded))
    return one.unknown_words - noes <= (2 if len(one.wished) > 1 else 1) and not _PRAISE.search(one.unit.folded)


MOREOVER_AT = re.compile(
    r"\book (?:nog )?(?:voor|bij|aan|naar) (?:de |het |die )?(?:(?:werk)?tafel )?(?:over |rond |van )?(?:de |het )?$"
)
_PRAISE = re.compile(r"\b(?:bedankt|dank|merci|thanks|proficiat|succes|info|informatie|uitleg|vraag|vraagje|over de)\b")
