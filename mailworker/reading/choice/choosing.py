"""Which of the tables that a mail names are wished for, given back or left as they are.

A sentence is read clause by clause: 'eerst dacht ik aan hemelwater, maar nu kies ik voor grondwater' wishes for one.
Where a clause wishes and names a table, only such tables count; else a line that names no more than a table, then what
the sentence before the wish named.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mailworker.domain.request import Action
from mailworker.reading.changing.given_back import given_back, kept_of
from mailworker.reading.choice.pointing_back import (
    CLEAR,
    Ranked,
    actions_without_table,
    beside_wish,
    refer_back,
    speaks_for_itself,
    wishes_without_table,
)
from mailworker.reading.choice.ranking import candidates
from mailworker.reading.layout.unit import Kind
from mailworker.reading.naming.mention import Mention, Polarity, Vagueness
from mailworker.reading.naming.table_names import Vocabulary
from mailworker.reading.naming.the_others import with_both, with_first_and_second, with_latter, with_others
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.said import Said
from mailworker.reading.who.actors import Who

_LAST = 5


@dataclass(slots=True)
class Chosen:
    """The tables of the sentences that wish for something, and what is vague."""

    of: dict[int, list[tuple[Mention, Action]]] = field(default_factory=dict)
    vague: Vagueness | None = None
    kept: set[str] = field(default_factory=set)
    denied: set[str] = field(default_factory=set)


def choose(said: Sequence[Said], answers: bool, words: Vocabulary) -> Chosen:
    """The tables that are wished for; `answers`: the mail answers our question, so that a bare word is an answer."""
    chosen = Chosen()
    said = with_first_and_second(with_both(with_latter(with_others(said, words))))
    if returned := given_back(said):
        chosen.of = {n: [(m, Action.CANCEL) for m in mentions] for n, mentions in returned.items()}
        chosen.kept = set(kept_of(said))
        return chosen
    ranked = _ranked(said, answers, chosen)
    refer_back(said, ranked)
    if not ranked:
        _only_one(said, chosen)
        return chosen
    best = min(ranked)
    if best >= _LAST - 1 and not speaks_for_itself(said, ranked[best], answers):
        return chosen
    if best >= CLEAR and chosen.vague in (Vagueness.SOME, Vagueness.ORDER):
        ranked = _beside_vague(said, ranked)
    if best == 1:
        _prefer_near(said, ranked)
    cancels = best == _LAST and set(actions_without_table(said)) == {Action.CANCEL}
    for rank in range(1, CLEAR + 1) if best <= CLEAR else (best,):
        near = ranked.get(rank, ()) if rank <= CLEAR else beside_wish(said, ranked[rank])
        for number, mention, action in near:
            chosen.of.setdefault(number, []).append((mention, Action.CANCEL if cancels else action))
    _correct(said, chosen)
    for number, pairs in chosen.of.items():
        chosen.of[number] = sorted(_without_denied(pairs, chosen.denied), key=lambda pair: pair[0].start)
        if best > CLEAR and pairs:
            chosen.vague = chosen.vague or said[number].tables.vague
    return chosen


def _ranked(said: Sequence[Said], answers: bool, chosen: Chosen) -> dict[int, list[Ranked]]:
    """The tables of all sentences by rank; what is vague, kept and denied is noted in `chosen`."""
    ranked: dict[int, list[Ranked]] = {}
    cancels_alone = any(_cancels_alone(one) for one in said)
    listed = _under_wish(said)
    for number, one in enumerate(said):
        chosen.denied |= {i for m in one.tables.mentions if m.polarity is Polarity.NO for i in m.ids}
        if one.intent.only_asks or one.checked is False:
            continue
        if one.tables.vague is not None and _may_wish(one):
            chosen.vague = chosen.vague or one.tables.vague
        for rank, mention, action in candidates(one, answers, cancels_alone, number in listed):
            if action is None:
                chosen.kept |= set(mention.ids)
            elif rank <= _LAST:
                ranked.setdefault(rank, []).append((number, mention, action))
    return ranked


def _beside_vague(said: Sequence[Said], ranked: dict[int, list[Ranked]]) -> dict[int, list[Ranked]]:
    """'Graag bij een van de tafels': what stands elsewhere in the mail does not say which."""
    vague = {n + step for n, one in enumerate(said) if one.tables.vague is not None for step in (0, 1)}
    return {rank: [(n, m, a) for n, m, a in found if n in vague] for rank, found in ranked.items()}


def _without_denied(pairs: Sequence[tuple[Mention, Action]], denied: set[str]) -> list[tuple[Mention, Action]]:
    """'Graag alle tafels. Enkel de wateraudit mag u overslaan.'"""
    return [(replace(m, ids=tuple(i for i in m.ids if i not in denied)), a) if m.every else (m, a) for m, a in pairs]


def _under_wish(said: Sequence[Said]) -> set[int]:
    """The lines of lists whose heading wishes: 'Ik schrijf mij in voor de volgende tafels:'."""
    found: set[int] = set()
    wishes = False
    for number, one in enumerate(said):
        if one.unit.kind is Kind.ITEM:
            found |= {number} if wishes else set()
        else:
            wishes = one.intent.wish and not one.intent.past and one.unit.folded.rstrip().endswith(":")
    return found


_PLACE = re.compile(r"\b(?:bij|aan|at)\s+(?:de |het |the )?$")


def _at_place(one: Said) -> bool:
    """Whether a sentence names a table as a place: 'bij oppervlaktewater hadden wij nog niemand'."""
    return not one.intent.past and any(_PLACE.search(one.unit.folded[: m.start]) and not m.weak for m in one.wished)


def _only_one(said: Sequence[Said], chosen: Chosen) -> None:
    """'Wij doen ook wateraudits. Mag ik aan die tafel aanschuiven?': the one table that the mail speaks of."""
    wishing = [
        one
        for number, one in enumerate(said)
        if wishes_without_table(one)
        and (
            one.intent.same_table
            or " dus " in one.unit.folded
            or any(_at_place(o) for o in said[max(0, number - 2) : number])
        )
    ]
    found = [(n, m) for n, one in enumerate(said) for m in one.wished if not m.every and not chosen.kept & {*m.ids}]
    if wishing and found and chosen.vague is None and len({i for _, m in found for i in m.ids}) == 1:
        number, mention = found[0]
        action = Action.CANCEL if all(one.intent.cancel for one in wishing) else Action.REGISTER
        chosen.of[number] = [(mention, action)]


_MOREOVER = re.compile(
    r"\b"
    + any_of(r"""
ook | daarnaast | eveneens | bovendien | tevens | verder | alsook | idem | daarbij | also | as well | too
aussi | egalement | wel
""")
    + r"\b"
)


def _prefer_near(said: Sequence[Said], ranked: dict[int, list[Ranked]]) -> None:
    """Where a sentence wishes for "de tafel grondwater", another that only speaks of hemelwater tells about it."""
    clear = {number for number, _, _ in ranked[1]}
    for rank in (2, 3):
        ranked[rank] = [
            (number, mention, action)
            for number, mention, action in ranked.get(rank, ())
            if number in clear
            or action is Action.CANCEL
            or _MOREOVER.search(said[number].unit.folded)
            or said[number].intent.correction
            or said[number].unit.kind is not Kind.SENTENCE
            or any(a.who is Who.NAMED for a in said[number].actors)
        ]


def _correct(said: Sequence[Said], chosen: Chosen) -> None:
    """'Sorry, ik bedoel afvalwater': the tables of a correction stand for those of the sentence before it."""
    for number, one in enumerate(said):
        if not one.intent.correction or number not in chosen.of:
            continue
        before = [n for n in chosen.of if n < number]
        if before:
            meant = {i for m, _ in chosen.of[number] for i in m.ids}
            chosen.denied |= {i for m, _ in chosen.of[before[-1]] for i in m.ids} - meant
            chosen.of[before[-1]] = []


def _may_wish(one: Said) -> bool:
    intent = one.intent
    return intent.register or intent.cancel or intent.change or intent.replace or one.is_fragment or intent.table_word


def _cancels_alone(one: Said) -> bool:
    """Whether a sentence cancels without saying what."""
    return one.intent.hard_cancel and not one.tables.mentions and not one.intent.only_asks
