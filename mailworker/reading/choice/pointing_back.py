"""Wishes without a table, which point back to one that another sentence names: 'Schrijf mij daarvoor in.'"""

import re
from collections.abc import Sequence

from mailworker.domain.request import Action
from mailworker.reading.choice.bare_lines import is_bare
from mailworker.reading.choice.clauses import clauses_of, same_enumeration
from mailworker.reading.naming.mention import Mention
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.said import Said

CLEAR = 3
"""Up to this rank a table is clearly wished for; beyond it, only where nothing is clearer."""
Ranked = tuple[int, Mention, Action]
"""The number of a sentence, a table that it names, and what is wished for it."""
_COUNTS = {
    "twee": 2,
    "beide": 2,
    "two": 2,
    "both": 2,
    "deux": 2,
    "drie": 3,
    "three": 3,
    "trois": 3,
    "vier": 4,
    "four": 4,
}


def refer_back(said: Sequence[Said], ranked: dict[int, list[Ranked]]) -> None:
    """'Blijft over: oppervlaktewater. Daar neem ik aan deel': a wish whose table the sentence before it names."""
    if ranked.get(1):
        return
    clear = {(n, m.start) for rank in range(1, CLEAR + 1) for n, m, _ in ranked.get(rank, ())}
    for number in range(1, len(said)):
        one, before = said[number], said[number - 1]
        if not (one.intent.same_table and one.intent.wish) or one.tables.mentions or one.intent.only_asks:
            continue
        if before.intent.past or before.intent.cancel or before.intent.refusal or before.intent.only_asks:
            continue
        meant = [m for m in before.wished if not m.every and (number - 1, m.start) not in clear]
        count = next((n for word, n in _COUNTS.items() if re.search(rf"\b{word}\b", one.unit.folded)), 1)
        if meant and len({i for m in meant for i in m.ids}) == count:
            action = Action.CANCEL if one.intent.cancel else Action.REGISTER
            ranked.setdefault(CLEAR, []).extend((number - 1, m, action) for m in meant)


def speaks_for_itself(said: Sequence[Said], found: Sequence[Ranked], answers: bool) -> bool:
    """Whether a table that stands in no wish is meant all the same: by a wish beside it, or by a bare line."""
    return (
        answers
        or any(wishes_without_table(one) for one in said)
        or any(_asks_itself(said[n]) for n, m, _ in found if not m.weak)
        or any(is_bare(said[n]) or (m.is_clear and _VOLITION.search(said[n].unit.folded)) for n, m, _ in found)
    )


_ONE = re.compile(
    r"\b(?:(?:die|deze|that|this|cette) (?:werk)?(?:tafel|table)|daarvoor|hiervoor|daarbij|daaraan|hieraan)\b"
)


def beside_wish(said: Sequence[Said], found: Sequence[Ranked]) -> list[Ranked]:
    """Of tables that stand in no wish those of the wishing sentence, else of the nearest one, before rather than after.

    'Wij gebruiken hemelwater. ... Grondwater is ons ding. Schrijf mij daarvoor in': the last is meant.
    """
    wishing = next((n for n, one in enumerate(said) if wishes_without_table(one)), None)
    if wishing is None or not found:
        return list(found)
    before = [n for n, _, _ in found if n <= wishing]
    nearest = max(before) if before else min(n for n, _, _ in found)
    kept = [(n, m, a) for n, m, a in found if n == nearest]
    if _ONE.search(said[wishing].unit.folded) and nearest < wishing:
        folded = said[nearest].unit.folded
        first = len(kept) - 1
        while first > 0 and same_enumeration(folded, kept[first - 1][1], kept[first][1]):
            first -= 1
        kept = kept[first:]
    return kept


def _asks_itself(one: Said) -> bool:
    """Whether a sentence wishes on the writer's own behalf, or of somebody whom it names."""
    return one.intent.wish and not one.intent.past and (one.intent.polite or one.intent.self_verb or bool(one.actors))


_VOLITION = re.compile(
    r"\b"
    + any_of(r"""
wil | willen | wenst | wensen | wens | zou | zouden | zal | zullen | graag | hoop | hopen | ga | gaan | kom
meld | mag | would | want | will | wish | souhait\w* | voudr\w*
""")
    + r"\b"
)


def actions_without_table(said: Sequence[Said]) -> list[Action]:
    """What the clauses do that wish for a table which another one names."""
    return [
        Action.CANCEL if clause.intent.cancel else Action.REGISTER
        for one in said
        if not one.intent.asks or one.intent.polite
        for clause in clauses_of(one)
        if (clause.intent.wish or clause.intent.cancel) and not clause.mentions
    ]


def wishes_without_table(one: Said) -> bool:
    """Whether a sentence, or a clause of it, wishes for a table that another one names."""
    if one.intent.only_asks:
        return False
    return any((c.intent.wish or c.intent.cancel) and not c.mentions for c in clauses_of(one))
