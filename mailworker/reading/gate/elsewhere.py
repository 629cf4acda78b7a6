"""Mails that name a table, a person and an organisation and want no seat: who acts on them acts on nobody's wish.

Somebody else's plan, a job, a sale, minutes, the register looked up, a memory, a refusal: each is told by its phrases,
unless a sentence beside it plainly asks for a seat.
"""

import re
from collections.abc import Callable, Sequence

from mailworker.reading.choice.clauses import clauses_of
from mailworker.reading.context import Context
from mailworker.reading.phrases import elsewhere
from mailworker.reading.phrases.wish import WISH
from mailworker.reading.said import Said
from mailworker.reading.wish import Doubt

_MATTERS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (elsewhere.HEARSAY, "hearsay", "The mail tells what somebody else plans to do."),
    (elsewhere.JOB, "job", "The mail is about a job, not about a table."),
    (elsewhere.LOOK_UP, "question", "The mail asks what the register says."),
    (elsewhere.OTHER_WATER, "other matter", "The mail is about another matter than the tables."),
    (elsewhere.LONG_AGO, "memory", "The mail tells of the past."),
    (elsewhere.NOT_COMING, "refusal", "The sender does not take part."),
    (elsewhere.OFFER, "offer", "The mail offers something."),
    (elsewhere.LOGISTICS, "logistics", "The mail is about a room, a meal or an agenda."),
    (elsewhere.INFORMED, "information only", "The mail asks to be informed, not for a seat."),
)


def wants_no_seat(context: Context) -> Doubt | None:
    """The rule that tells a mail without a wish of its own, or None."""
    for pattern, rule, why in _MATTERS:
        told = [one for one in context.said if pattern.search(one.unit.folded) and not one.intent.cancel]
        if told and not (_asks_for_seat(context, told) or _wishes_beside(told, pattern)):
            return Doubt(rule, why)
    return None


def _wishes_beside(told: Sequence[Said], pattern: re.Pattern[str]) -> bool:
    """Whether a clause beside asks for a table: 'Ik neem deel aan grondwater, over de rest hoor ik het graag.'"""
    return pattern is elsewhere.INFORMED and any(
        clause.intent.register and not pattern.search(one.unit.folded[clause.start : clause.end])
        for one in told
        if one.intent.self_verb or one.intent.self_strong
        for clause in clauses_of(one)
        if any(not mention.every for mention in clause.mentions)
    )


def _asks_for_seat(context: Context, told: Sequence[Said]) -> bool:
    """Whether something beside these sentences asks for a seat, or for one to be given back or passed on."""
    if context.records:
        return True
    return any(plainly_wishes(one) for one in context.said if one not in told)


_OTHERS_SEATS = re.compile(
    r"\b(?:de|alle|andere|the|les|voor|for) (?:andere )?(?:deelnemers?|participants?|leden|members)\b"
)


def _wishes_for_itself(one: Said) -> bool:
    """Whether a sentence wishes by more than by naming "the participants"."""
    if not one.intent.wish:
        return False
    return (
        bool(WISH.search(_OTHERS_SEATS.sub(" ", one.unit.folded)))
        or one.intent.self_strong
        or bool(one.tables.mentions and one.actors)
    )


_PLAIN: tuple[Callable[[Said], bool], ...] = (
    lambda one: _wishes_for_itself(one) or one.intent.hard_cancel or one.intent.replace or one.intent.change,
    lambda one: one.is_fragment and bool(one.wished),
)


def plainly_wishes(one: Said) -> bool:
    """Whether a sentence asks for something that we do, and is no question."""
    if one.intent.only_asks or one.intent.past or elsewhere.NOT_COMING.search(one.unit.folded):
        return False
    return any(plain(one) for plain in _PLAIN)
