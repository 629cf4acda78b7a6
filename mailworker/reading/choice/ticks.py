"""Lines that name one table each with a tick, a "neen" or a stroke behind it: which of them are chosen."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from mailworker.reading.folding import fold
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.said import Said
from mailworker.reading.who.actors import Actor, Who

_TICK = re.compile(
    r"^\W*(?:[xXvV✓✔☑]|ja|yes|oui|ok|wel|graag|interesse|inschrijven)\W*(?:graag|aub|a\.u\.b\.?)?\W*$", re.IGNORECASE
)
_NOBODY = re.compile(
    r"^\W*(?:(?:wij |we )?(?:sturen |zenden )?(?:hier |daar )?"
    + any_of(r"""
(?:nog |voorlopig )?niemand(?: van ons)?
geen(?: (?:deelnemer|afgevaardigde|deelname|interesse|vertegenwoordiger|kandidaat|inschrijving))?
nee(?: bedankt| dank u| dank je)? | neen(?: bedankt| dank u| dank je)? | no | non | nope | nok | none | nobody
personne | n\.?v\.?t\.? | niet(?: van toepassing| voor ons| voor mij| deelnemen| interessant| relevant)? | n/?a | 0
nihil | (?:hier |daar )?pas(?:sen)?(?: wij| we| ik)? | (?:wij|we|ik) pas(?:sen)?
(?:voorlopig|nog|zeker|helaas|dit keer|deze keer) niet
""")
    + r")?\W*$"
)
_NO_BECAUSE = re.compile(r"^\W*(?:neen?|no|non|niet|niemand)\s*(?:[,;:(–-]|want|omdat|wegens|aangezien|because|car)")
_BARE = re.compile(r"[^\w/✗✘–—-]*$")
_LONGEST = 70


def says_nobody(value: str) -> bool:
    """Whether a cell, or what stands behind a table, says that nobody comes; a question mark does not."""
    folded = fold(value)
    return "?" not in value and (_NOBODY.match(folded) or _NO_BECAUSE.match(folded)) is not None


def is_tick(value: str) -> bool:
    """Whether a cell, or what stands behind a table, is a tick and no more."""
    return _TICK.match(value) is not None


def with_ticks(said: Sequence[Said]) -> list[Said]:
    """The lines; where several name one table each, those without a tick, or with a "neen", are not chosen."""
    out = list(said)
    first = 0
    while first < len(out):
        last = first
        while last < len(out) and _names_one(out[last]):
            last += 1
        if last - first > 1:
            out[first:last] = [_with_value(one) for one in out[first:last]]
        for number, ticked in enumerate(_ticked(out[first:last])):
            if ticked is not None:
                out[first + number] = replace(out[first + number], checked=ticked)
        first = max(last, first + 1)
    return out


_SELF = re.compile(r"^\W*(?:ik|ikke|ikzelf|mij|mijzelf|mezelf|ondergetekende|me|myself|moi)\W*$", re.IGNORECASE)
_OPEN = re.compile(
    r"^\W*"
    + any_of(r"""
(?:wordt|worden) (?:nog|later) .{0,60} | nog (?:te bepalen|aan te duiden|iemand\b.{0,60}|onbekend|af te spreken)
(?:naam )?volgt(?! (?:ik|hij|zij|ze|wij|we)\b).{0,20}
(?:n\.?t\.?b|t\.?b\.?d|nnb)\.? | later te bepalen | \?+ | iemand\b.{0,60}
""")
    + r"\W*$"
)


def _with_value(one: Said) -> Said:
    """A line whose value is "ik", or says that it is not known yet who comes."""
    if one.people:
        return one
    at = one.tables.mentions[-1].end
    value, end = one.unit.text[at:], len(one.unit.text)
    if _SELF.match(value):
        return replace(one, actors=(Actor(Who.SENDER, at, end),), checked=True)
    if _OPEN.match(fold(value)) and value.strip() != "?":
        return replace(one, actors=(Actor(Who.UNNAMED, at, end),), checked=True)
    return one


def _names_one(one: Said) -> bool:
    """Whether a line begins with a table, or with several in a row, and is short enough to say little more."""
    mentions = one.tables.mentions
    between = (one.unit.folded[a.end : b.start] for a, b in pairwise(mentions))
    return len(mentions) > 0 and len(one.unit.text) <= _LONGEST * len(mentions) and all(map(_LISTED.fullmatch, between))


_LISTED = re.compile(
    r"[\s\"')]*(?:,|/|&|\+|;|en|and|et)[\s\"'(]*(?:(?:de|het) )?(?:(?:werk)?tafel )?(?:bevoorrading uit )?"
)
_LEAD = re.compile(r"\W*(?:(?:de |het |werk|tafel|wt|over|rond|bevoorrading|uit|[1-5])\s*){0,6}\W*", re.IGNORECASE)
_MARK = re.compile(r"\s*([xv✓✔✗+])\s+(?=\w)", re.IGNORECASE)
"""'x grondwater', '+ hemelwater' before a table."""


def _ticked(lines: Sequence[Said]) -> list[bool | None]:
    """Whether each line is chosen; None where ticks decide nothing."""
    undecided: list[bool | None] = [None] * len(lines)
    marks = [m.group(1).lower() if (m := _MARK.match(one.unit.text)) else "" for one in lines]
    if len(set(marks)) == 2 and len(lines) >= 3:
        # "v" beside "x" says yes beside no; one of them beside nothing says yes.
        best = next(mark for mark in ("v", "✓", "✔", "+", "x", "✗") if mark in marks)
        return [mark == best for mark in marks]
    values = [one.unit.text[one.tables.mentions[-1].end :] for one in lines]
    leads = all(_LEAD.fullmatch(one.unit.folded[: one.tables.mentions[0].start]) for one in lines)
    if len(lines) < 2 or not leads:
        return undecided
    bare = [_BARE.match(value) is not None for value in values]
    ticks = [is_tick(value) for value in values]
    refused = [says_nobody(value) and not empty for value, empty in zip(values, bare, strict=True)]
    if len(lines) >= 3 and any(ticks) and all(t or b or r for t, b, r in zip(ticks, bare, refused, strict=True)):
        return list(ticks)
    if any(refused):
        return [False if r else True if t else None for r, t in zip(refused, ticks, strict=True)]
    return undecided
