"""Refusals: who does not take part, and asks for nothing beside that."""

import re

from mailworker.reading.choice.clauses import clauses_of
from mailworker.reading.context import Context
from mailworker.reading.intent import intent_of
from mailworker.reading.said import Said, without_names
from mailworker.reading.who.actors import Who
from mailworker.reading.whose.affiliation import Cue
from mailworker.reading.wish import Doubt


def refusal(context: Context) -> Doubt | None:
    """Whoever writes does not come, and asks for nothing to be changed."""
    soft = [one for one in context.said if one.intent.cancel and not one.intent.hard_cancel]
    if (
        (
            soft
            and not context.letter.reply
            and not any(
                o.intent.hard_cancel or o.intent.replace or o.intent.change or o.intent.past
                for o in (*context.said, context.subject)
            )
        )
        and not any(one.wished and one.intent.wish for one in context.said if one not in soft)
        and not any(_of_place(one) for one in soft)
    ):
        return Doubt("refusal", "The sender does not come, but asks for nothing to be changed.")
    refusing = [one for one in context.said if one.intent.refusal and not one.intent.past]
    if not refusing:
        return None
    others = [
        one
        for one in context.said
        if one not in refusing
        and (one.intent.register or one.intent.cancel or one.is_fragment)
        and (one.wished or any(a.who is not Who.UNNAMED for a in one.actors))
    ]
    if others or context.records or any(one.intent.replace or one.intent.in_place for one in context.said):
        return None
    if all(any(a.cue is Cue.DENIED for a in one.organisations) and one.wished for one in refusing):
        return None
    if any(one.wished and one.intent.register and (_mixed(one) or _but_wishes(one)) for one in refusing):
        return None
    if any(one.intent.hard_cancel for one in (*context.said, context.subject)):
        return None
    return Doubt("refusal", "The sender does not take part.")


_SEAT = re.compile(r"\b(?:inschrijving|deelname|lijst|mijn plaats|tafel|werktafel|table|registration|participation)\b")


def _of_place(one: Said) -> bool:
    """Whether who can not come any more speaks of a seat at a table: then it is given back."""
    return bool(_SEAT.search(one.unit.folded)) or any(
        c.intent.cancel and any(m.is_clear for m in c.mentions) for c in clauses_of(one)
    )


_BUT = re.compile(r"\b(?:maar|but|mais)\b")


def _but_wishes(one: Said) -> bool:
    """'Zelf heb ik geen tijd, maar Jan Peeters komt wel naar grondwater': a wish behind the refusal."""
    text = without_names(one.unit.folded, one.tables.mentions, one.people, one.organisations)
    but = _BUT.search(text)
    if but is None:
        return False
    behind = intent_of(text[but.end() :])
    return behind.register and not behind.refusal and any(m.start > but.end() for m in one.wished)


def _mixed(one: Said) -> bool:
    """Whether a sentence refuses one table and asks for another."""
    negative = {m.start for m in one.tables.mentions if m not in one.wished}
    return bool(negative) and bool(one.wished)
