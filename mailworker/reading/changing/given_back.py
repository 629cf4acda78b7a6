"""A table that the writer cannot come to, given back by a sentence that points to it: 'Schrap mij daarvoor maar.'

What the mail says of other tables is only that they stay: where it asks for more, this reader leaves it to the others.
"""

import re
from collections.abc import Iterator, Sequence

from mailworker.reading.choice.clauses import clauses_of
from mailworker.reading.naming.mention import Mention, Polarity
from mailworker.reading.phrases.changing import KEEP
from mailworker.reading.said import Said
from mailworker.reading.who.actors import Who

_STILL = re.compile(r"\bwel\b")


def given_back(said: Sequence[Said]) -> dict[int, list[Mention]]:
    """The tables that are said no to and then given back by a word that points to them, by sentence."""
    if not all(_only_stays(one) for one in said):
        return {}
    found: dict[int, list[Mention]] = {}
    for number, one in enumerate(said):
        if one.intent.hard_cancel and one.intent.same_table and not one.intent.only_asks:
            at = next((n for n in (number, number - 1) if n >= 0 and _denied(said[n])), None)
            if at is not None:
                found[at] = _denied(said[at])
    return found


def _denied(one: Said) -> list[Mention]:
    """The tables to which the writer does not come."""
    if one.intent.only_asks or any(actor.who is not Who.SENDER for actor in one.actors):
        return []
    return [m for m in one.tables.mentions if m.polarity is Polarity.NO and not m.every]


def _only_stays(one: Said) -> bool:
    """Whether a sentence wishes nothing of the tables that it names but that they stay."""
    return all(_stays(one, mention) for mention in one.wished)


def _stays(one: Said, mention: Mention) -> bool:
    clause = next(c for c in clauses_of(one) if mention in c.mentions)
    if KEEP.search(clause.text):
        return True
    return _STILL.search(clause.text) is not None and not (one.intent.self_strong or one.intent.polite)


def kept_of(said: Sequence[Said]) -> Iterator[str]:
    """The tables that stay."""
    return (table for one in said for mention in one.wished for table in mention.ids)
