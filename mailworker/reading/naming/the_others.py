"""Tables that are named by what was said before: 'de andere vier', 'de rest', 'bij die laatste', 'voor het eerste'."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mailworker.reading.naming.mention import Mention, Polarity
from mailworker.reading.naming.table_names import Vocabulary
from mailworker.reading.phrases.changing import KEEP
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.said import Said, with_tables

_OTHERS = r"(?:andere|overige|resterende|overblijvende|others?|remaining|autres)"
_COUNTED = re.compile(
    rf"\b(?:de |the |les )?(?:{_OTHERS} (?P<count>vier|drie|twee|4|3|2|four|three|two|quatre|trois|deux)"
    rf"|(?P<before>vier|drie|twee|4|3|2|four|three|two) {_OTHERS})\b"
)
_ALL = re.compile(
    rf"\b(?:al(?:le)?(?: de)?|all(?: the)?|tous les|toutes les|elke|iedere) {_OTHERS}\b(?: (?:werk)?(?:tafels?"
    rf"|tables))?"
    rf"|\b(?:de|the|les) {_OTHERS} (?:werk)?(?:tafels|tables)\b|\bal het andere\b"
)
_NUMBER = {"vier": 4, "drie": 3, "twee": 2, "four": 4, "three": 3, "two": 2, "quatre": 4, "trois": 3, "deux": 2}
_DECLINES = re.compile(
    r"\b"
    + any_of(r"""
bespaar | (?:van ?op|op|van) (?:een )?afstand | niet | neen | nee | geen | niemand | not | no
sla(?:an)? .{0,20}over | pas(?:sen)? | laten? .{0,30}(?:aan|voorbij|vallen|liggen|schieten|\
passeren|varen|voor wat) | interesseren (?:mij|ons) minder | zie(?:n)? .{0,10}af | hoeven | hoeft
""")
    + r"\b"
)


def with_others(said: Sequence[Said], words: Vocabulary) -> list[Said]:
    """The sentences, with the tables that 'de andere vier' and 'alle andere tafels' stand for."""
    out = list(said)
    for number, one in enumerate(said):
        match = _COUNTED.search(one.unit.folded) or _ALL.search(one.unit.folded)
        if match is None or one.intent.asks or any(m.every or m.start > match.end() for m in one.wished):
            continue
        keeps = KEEP.search(one.unit.folded) is not None
        if not (_wishes(one) or keeps) or (_declined(one, match) and not one.intent.cancel and not keeps):
            continue
        rest = _rest(said, number, match, words)
        if not rest:
            continue
        others = Mention(match.start(), match.end(), tuple(rest), True, every=True)
        beside = list(one.tables.mentions)
        if not (keeps or one.intent.cancel):
            beside = [replace(m, polarity=Polarity.NO) for m in beside]
        out[number] = with_tables(one, sorted([*beside, others], key=lambda m: m.start))
        if not keeps and not any(o.wished and (o.intent.wish or o.is_fragment) for o in out[:number]):
            for before in range(number):
                mentions = [replace(m, polarity=Polarity.NO) for m in out[before].tables.mentions]
                out[before] = with_tables(out[before], mentions)
    return out


def _declined(one: Said, match: re.Match[str]) -> bool:
    """Whether the clause of the others says no to them."""
    folded = one.unit.folded
    start = max(folded.rfind(cut, 0, match.start()) for cut in (",", ";", ":", " maar ")) + 1
    ends = [at for cut in (",", ";", " maar ") if (at := folded.find(cut, match.end())) >= 0]
    return _DECLINES.search(folded[start : min(ends, default=len(folded))]) is not None


def _wishes(one: Said) -> bool:
    return one.intent.wish or one.intent.cancel or one.is_fragment


def _rest(said: Sequence[Said], number: int, match: re.Match[str], words: Vocabulary) -> list[str]:
    """The tables that are left: of those that the writer has, if the mail lists them, else of the programme's."""
    groups = match.groupdict()
    count = groups.get("count") or groups.get("before")
    wanted = None if count is None else _NUMBER.get(count, int(count) if count.isdigit() else 0)
    had = _listed_before(said[:number])
    since = [o for n, o in enumerate(said[: number + 1]) if had is None or n > had]
    named = {i for other in since for m in other.tables.mentions for i in m.ids}
    pool = words.ids if had is None else words.in_order({i for m in said[had].tables.mentions for i in m.ids})
    rest = [i for i in pool if i not in named]
    if not named or (wanted is not None and len(rest) != wanted):
        return []
    one = said[number]
    speaks = one.intent.wish and (one.intent.self_strong or one.intent.self_verb or bool(one.actors))
    return rest if wanted is not None or speaks else []


_HAS = re.compile(
    r"\b(?:zit|zitten|sta|staan)\b.{0,40}\btafels\b"
    r"|\b(?:ben|zijn|had|hadden|heb|hebben|sta|staan)\b.{0,60}\b(?:ingeschreven|genoteerd|aangemeld)\b"
    r"|\bmijn (?:drie|vier|twee|inschrijvingen)\b"
)


def _listed_before(before: Sequence[Said]) -> int | None:
    """The sentence that lists the tables at which the writer sits."""
    for number, one in enumerate(before):
        if _HAS.search(one.unit.folded) and len({i for m in one.tables.mentions for i in m.ids}) > 1:
            return number
    return None


_FIRST_TWO = re.compile(r"(?:twee eerste|eerste twee|first two)")
_BOTH = re.compile(
    r"\b(?:voor|bij|aan|op|in) (?:de|die) (?:twee eerste|eerste twee)(?: tafels| thema's)?\b|\b(?:voor|bij|aan|op"
    r"|in|van|for|at) (?:alle)?(?:beide|allebei|both)\b(?! (?:collega|heren|dames|personen))"
)


def with_both(said: Sequence[Said]) -> list[Said]:
    """'Schrijf mij voor beide in' means the two tables named just before it."""
    out = list(said)
    for number, one in enumerate(said):
        match = _BOTH.search(one.unit.folded)
        if match is None or not number or one.tables.mentions or not _wishes(one):
            continue
        ids = list(
            dict.fromkeys(i for m in said[number - 1].tables.mentions if m.polarity is not Polarity.NO for i in m.ids)
        )
        if len(ids) == 2 or (_FIRST_TWO.search(match.group()) and len(ids) > 2):
            ids = ids[:2]
            out[number] = with_tables(one, [Mention(match.start(), match.end(), tuple(ids), True)])
    return out


_LATTER = re.compile(
    r"\b(?:bij|voor|naar|aan|in|for|at|in) (?:(?:die|deze|dat|dit|de|het|the) )(?:laatst(?:e|genoemde)|latter)\b"
    r"(?: (?:werk)?tafel| van de twee)?"
)
_ORDINAL = re.compile(
    r"\b(?:bij|voor|naar|aan|in|op|for|at) (?:de|het|the) (?P<which>eerste|tweede|first|second)(?= *[.,;!)]| *$"
    r"| aub| graag| in\b)"
)
_FORMER = re.compile(
    r"\b(?:bij|voor|naar|aan|in|for|at|in) (?:(?:die|de|het|the) )(?:eerst(?:genoemde|vermelde)|former)\b"
    r"(?: (?:werk)?tafel)?|\b(?:bij|voor|naar|aan|in) (?:de|het) eerste (?:van (?:die|de|deze) twee)\b"
)


_FIRST = re.compile(
    r"\b(?:voor|bij|aan|naar|in|op|de|van) (?:de |het |die )?eerste\b(?! (?:plaats|keer|sessie|instantie))"
)
_SECOND = re.compile(
    r"\b(?:voor|bij|aan|naar|in|op|de) (?:de |het |die )?(?:tweede|andere|laatste)\b(?! (?:plaats|keer|sessie))"
)


def with_first_and_second(said: Sequence[Said]) -> list[Said]:
    """'Voor de eerste mag u Jan inschrijven, voor de tweede An': the two tables of the sentence before, in order."""
    out = list(said)
    for number in range(1, len(said)):
        one, before = said[number], said[number - 1]
        first, second = _FIRST.search(one.unit.folded), _SECOND.search(one.unit.folded)
        ids = list(dict.fromkeys(i for m in before.tables.mentions for i in m.ids))
        if first is None or second is None or len(ids) != 2 or one.tables.mentions or before.actors:
            continue
        places = sorted([(first.span(), ids[0]), (second.span(), ids[1])])
        out[number] = with_tables(one, [Mention(a, b, (table,), True) for (a, b), table in places])
        out[number - 1] = with_tables(before, [replace(m, polarity=Polarity.KEEP) for m in before.tables.mentions])
    return out


def with_latter(said: Sequence[Said]) -> list[Said]:
    """'Bij die laatste' is the table named last before it, 'de eerstgenoemde' the first."""
    out = list(said)
    for number, one in enumerate(said):
        folded = one.unit.folded
        match, last = _LATTER.search(folded), True
        if match is None:
            match, last = _FORMER.search(folded), False
        if match is None:
            match = _ORDINAL.search(folded)
            two = number > 0 and len({i for m in out[number - 1].tables.mentions for i in m.ids}) == 2
            if match is None or not two or one.tables.mentions:
                continue
            last = match["which"] in ("tweede", "second")
            ordered = out[number - 1].tables.mentions
            meant_by_order = ordered[-1] if last else ordered[0]
            out[number] = with_tables(one, [Mention(match.start(), match.end(), meant_by_order.ids, True)])
            if not any(m.polarity is Polarity.YES for m in ordered) or not out[number - 1].intent.self_strong:
                told = [replace(m, polarity=Polarity.KEEP) for m in ordered]
                out[number - 1] = with_tables(out[number - 1], told)
            continue
        inside = [m for m in one.wished if m.end <= match.start()]
        before = inside or (list(out[number - 1].wished) if number else [])
        if not before or any(m.every for m in before) or any(m.start >= match.end() for m in one.wished):
            continue
        if inside and len(inside) < 2:
            continue
        meant = before[-1] if last else before[0]
        others = [replace(m, polarity=Polarity.KEEP) for m in one.tables.mentions]
        mention = Mention(match.start(), match.end(), meant.ids, True)
        out[number] = with_tables(one, sorted([*others, mention], key=lambda m: m.start))
    return out
