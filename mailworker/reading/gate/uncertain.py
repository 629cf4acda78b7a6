"""Wishes that are none yet: conditional ones, tentative ones, and those that the mail takes back."""

import re

from mailworker.reading.context import Context
from mailworker.reading.gate.matters import hangs_on_answer, speaks_twice
from mailworker.reading.said import Said
from mailworker.reading.wish import Doubt


def _asks(one: Said) -> bool:
    intent = one.intent
    return intent.wish or intent.cancel or intent.change or intent.replace


def _wishes(one: Said) -> bool:
    intent = one.intent
    return intent.register or intent.cancel or intent.change or intent.replace or bool(one.tables.mentions)


def uncertain(context: Context) -> Doubt | None:
    """The wish hangs on something, is not sure yet, or is taken back."""
    wished = [one for one in (*context.said, context.subject) if _wishes(one) and one.checked is not False]
    if (
        any(one.intent.condition for one in wished)
        or any(
            one.intent.condition and number and _asks(context.said[number - 1])
            for number, one in enumerate(context.said)
        )
        or any(
            number and hangs_on_answer(one.unit.folded) and context.said[number - 1].intent.asks
            for number, one in enumerate(context.said)
        )
    ):
        return Doubt("conditional wish", "The wish hangs on something that is not known yet.")
    tentative = [one for one in wished if one.intent.tentative and not (one.intent.asks and not one.tables.mentions)]
    if any(_about_wish(one) for one in tentative):
        return Doubt("uncertain wish", "The sender is not sure yet.")
    if any(one.intent.second_thoughts and not one.intent.correction for one in context.said) and not _settled(context):
        return Doubt("second thoughts", "The mail takes back what it says.")
    return None


_UNSURE_PERSON = re.compile(
    r"\b(?:wie|naam|naam van|who|name|persoon|opvolger|vervanger)\b"
    r"|\bwelke\b(?:\W*$| (?:werk)?tafels?\b)"
)


def _about_wish(one: Said) -> bool:
    """Whether the doubt is about taking part at all, not about who it will be or what the sender may know."""
    if one.intent.undecided or _UNSURE_PERSON.search(one.unit.folded):
        return False
    return not re.search(
        r"\b(?:wellicht|misschien) (?:ken|kennen|weet|weten|herinner\w*|nog van)\b|\bkennen (?:mij|me)"
        r"\b.{0,20}\bwellicht\b|\beventuele?\b.{0,30}\b(?:vragen|data|documenten|kosten)",
        one.unit.folded,
    )


_DECIDES = re.compile(r"\b(?:toch maar|toch beter|of toch|bij nader inzien|finalement)\b")


def _decides(context: Context, one: Said) -> bool:
    """Whether it is the end of a doubt about the only table named: 'ik kies dus toch maar voor grondwater'."""
    ids = {i for o in (*context.said, context.subject) for m in o.tables.mentions for i in m.ids}
    plain = _DECIDES.sub(" ", one.unit.folded)
    denies = re.search(r"\b(?:niet|geen|not|pas)\b", context.own)
    return len(ids) == 1 and one.intent.wish and not one.intent.cancel and not denies and not speaks_twice(plain)


def _settled(context: Context) -> bool:
    """Whether a second thought is a plain change or cancellation."""
    for number, one in enumerate(context.said):
        if not one.intent.second_thoughts:
            continue
        if _decides(context, one):
            continue
        around = context.said[max(0, number - 1) : number + 2]
        plain = any(o.intent.change or o.intent.hard_cancel or o.intent.replace or o.intent.cancel for o in around)
        if not plain or re.search(
            r"\b(?:alhoewel|weet ge wat|weet je wat|of nee|of neen|of toch|toch maar)\b", one.unit.folded
        ):
            return False
    return True
