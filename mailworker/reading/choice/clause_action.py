"""What a clause does with the tables that it names: wish for them, give them back, or leave them as they are."""

import re
from collections.abc import Sequence

from mailworker.domain.request import Action
from mailworker.reading.choice.clauses import Clause
from mailworker.reading.phrases.changing import KEEP
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.said import Said

_STILL_DOES = re.compile(r"\bwel (?:nog|verder|voort|gewoon)\b|\b(?:enkel|alleen) nog\b|\bnog (?:enkel|alleen)\b")
_NO_MORE = re.compile(r"\b(?:niet (?:meer|langer)|no longer|ne .{0,20} plus)\b")
MY_SEAT = re.compile(
    r"\b(?:mijn|onze|zijn|haar|my|mon|ma) "
    + any_of(r"""
inschrijving | deelname | registratie | aanmelding | plaats | engagement | registration | participation
inscription
""")
    + r"\b"
)


def action_of(one: Said, clauses: Sequence[Clause], number: int, inherited: Action | None) -> Action | None:
    """What a clause does: what it says, else what the clause before did, else the sentence."""
    clause = clauses[number]
    if (
        KEEP.search(clause.text) or (one.intent.cancel and _STILL_DOES.search(clause.text))
    ) and not clause.intent.hard_cancel:
        return None
    if clause.intent.cancel and (clause.intent.hard_cancel or one.intent.cancel):
        return Action.CANCEL
    if one.intent.cancel and _NO_MORE.search(clause.text):
        return Action.CANCEL
    if clause.intent.past and any(c.intent.hard_cancel and not c.mentions for c in clauses[number + 1 :]):
        return Action.CANCEL
    if MY_SEAT.search(clause.text) and any(c.intent.hard_cancel and not c.mentions for c in clauses):
        return Action.CANCEL
    if clause.intent.wish or re.search(r"\bwel\b", clause.text):
        return Action.REGISTER
    if number and any(c.mentions or c.intent.wish or c.intent.cancel or KEEP.search(c.text) for c in clauses[:number]):
        return inherited
    if one.intent.cancel and not any(c.intent.wish for c in clauses):
        return Action.CANCEL
    following = next((c for c in clauses[number + 1 :] if c.intent.cancel or c.intent.wish), None)
    if following is not None and following.intent.cancel and not following.mentions:
        return Action.CANCEL
    return Action.REGISTER
