"""Words that a plain registration does not hold: where a mail would be handled and such a word is left, it is held.

A clerk who reads "mijn stoel" or "niet meer" in what looks like a registration reads again. These lists are wide on
purpose: they only ever turn an act into a question to staff.
"""

import re

from mailworker.reading.phrases import changing, past, unsaid


def leaves(folded: str) -> bool:
    """Whether a sentence speaks of somebody who leaves."""
    return bool(past.LEAVES.search(folded))


def leaves_or_changes(folded: str) -> bool:
    """Whether a sentence speaks of leaving, of handing something over or of changing."""
    return bool(past.LEAVING.search(folded))


def plain_of_tables(blotted: str) -> str:
    """A sentence without what it says of tables in the words of people: 'de wateraudit wordt opgevolgd door'."""
    return changing.NO_REPLACEMENT.sub(lambda match: " " * len(match.group()), blotted)


_START = re.compile(r"(?:^|[,;:(]\s*|\b(?:maar|en|dus|enkel|alleen|want)\s+)$")


def depends(folded: str) -> bool:
    """Whether a clause begins with a word of condition that politeness does not explain."""
    if unsaid.POLITE_CONDITION.search(folded):
        return False
    return any(_START.search(folded[max(0, m.start() - 12) : m.start()]) for m in unsaid.DEPENDS.finditer(folded))


_REASON = re.compile(r"\b(?:omdat|want|aangezien|zodat|doordat|because|since|car|puisque|parce que)\b.*$")


def denies(folded: str) -> bool:
    """Whether a part of a sentence holds a word of denial that a usual phrase does not explain."""
    folded = _REASON.sub("", folded)
    explained = [m.span() for m in unsaid.EXPLAINED.finditer(folded)]
    return any(not any(a <= m.start() < b for a, b in explained) for m in unsaid.NEGATION.finditer(folded))
