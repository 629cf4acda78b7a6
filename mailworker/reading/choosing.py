"""Which of the tables that a mail names are wished for, given back or left as they are.

A sentence is read clause by clause: 'eerst dacht ik aan hemelwater, maar nu kies ik voor grondwater' wishes for one.
Where a clause wishes and names a table, only such tables count; else a line that names no more than a table, then what
the sentence before the wish named.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from mailworker.domain.request import Action
from mailworker.reading.beside_table import TOGETHER
from mailworker.reading.intent import Intent, intent_of
from mailworker.reading.letter import Kind
from mailworker.reading.mention import Mention, Polarity, Vagueness
from mailworker.reading.phrases import any_of
from mailworker.reading.phrases_leaving import KEEP
from mailworker.reading.said import Said, Who, without_names
from mailworker.reading.table_names import Vocabulary
from mailworker.reading.the_others import with_both, with_first_and_second, with_latter, with_others

_CLEAR = 3
"""Up to this rank a table is clearly wished for; beyond it, only where nothing is clearer."""
_LAST = 5


_Ranked = tuple[int, Mention, Action]
"""The number of a sentence, a table that it names, and what is wished for it."""


@dataclass(slots=True)
class Chosen:
    """The tables of the sentences that wish for something, and what is vague."""

    of: dict[int, list[tuple[Mention, Action]]] = field(default_factory=dict)
    vague: Vagueness | None = None
    kept: set[str] = field(default_factory=set)
    denied: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part [start, end) of a sentence with what it says."""

    start: int
    end: int
    text: str
    intent: Intent
    mentions: tuple[Mention, ...]


def choose(said: Sequence[Said], answers: bool, words: Vocabulary) -> Chosen:
    """The tables that are wished for; `answers`: the mail answers our question, so that a bare word is an answer."""
    chosen = Chosen()
    said = with_first_and_second(with_both(with_latter(with_others(said, words))))
    ranked: dict[int, list[_Ranked]] = {}
    cancels_alone = any(_cancels_alone(one) for one in said)
    listed = _under_wish(said)
    for number, one in enumerate(said):
        chosen.denied |= {i for m in one.tables.mentions if m.polarity is Polarity.NO for i in m.ids}
        if one.intent.only_asks or one.checked is False:
            continue
        if one.tables.vague is not None and _may_wish(one):
            chosen.vague = chosen.vague or one.tables.vague
        for rank, mention, action in _candidates(one, answers, cancels_alone, number in listed):
            if action is None:
                chosen.kept |= set(mention.ids)
            elif rank <= _LAST:
                ranked.setdefault(rank, []).append((number, mention, action))
    _refer_back(said, ranked)
    if not ranked:
        _only_one(said, chosen)
        return chosen
    best = min(ranked)
    if best >= _LAST - 1 and not _speaks_for_itself(said, ranked[best], answers):
        return chosen
    if best >= _CLEAR and chosen.vague in (Vagueness.SOME, Vagueness.ORDER):
        # "Graag bij een van de tafels": what stands elsewhere does not say which.
        vague = {n + step for n, one in enumerate(said) if one.tables.vague is not None for step in (0, 1)}
        ranked = {rank: [(n, m, a) for n, m, a in found if n in vague] for rank, found in ranked.items()}
    if best == 1:
        _prefer_near(said, ranked)
    cancels = best == _LAST and set(_actions_without_table(said)) == {Action.CANCEL}
    for rank in range(1, _CLEAR + 1) if best <= _CLEAR else (best,):
        near = ranked.get(rank, ()) if rank <= _CLEAR else _beside_wish(said, ranked[rank])
        for number, mention, action in near:
            chosen.of.setdefault(number, []).append((mention, Action.CANCEL if cancels else action))
    _correct(said, chosen)
    for number, pairs in chosen.of.items():
        # "Graag alle tafels. Enkel de wateraudit mag u overslaan."
        chosen.of[number] = [
            (replace(m, ids=tuple(i for i in m.ids if i not in chosen.denied)), a) if m.every else (m, a)
            for m, a in pairs
        ]
    for number, pairs in chosen.of.items():
        pairs.sort(key=lambda pair: pair[0].start)
        if best > _CLEAR and pairs:
            chosen.vague = chosen.vague or said[number].tables.vague
    return chosen


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


_LEAD = re.compile(
    r"[\s\"'(]*(?:de |het |the |la |les )?(?:(?:werk)?(?:tafel|table) )?(?:over |rond )?(?:de |het )?"
    r"(?:bevoorrading uit |hergebruik (?:van )?)?[\"']*"
)


def _leads(one: Said, mention: Mention) -> bool:
    """Whether a line begins with that table and goes on about it: 'Grondwater: wij pompen zelf'."""
    folded = one.unit.folded
    return (
        _LEAD.fullmatch(folded[: mention.start]) is not None
        and re.match(r"[\"')]*\s*(?:[:(,–-]|$)", folded[mention.end :]) is not None
    )


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


def _refer_back(said: Sequence[Said], ranked: dict[int, list[_Ranked]]) -> None:
    """'Blijft over: oppervlaktewater. Daar neem ik aan deel': a wish whose table the sentence before it names."""
    if ranked.get(1):
        return
    clear = {(n, m.start) for rank in range(1, _CLEAR + 1) for n, m, _ in ranked.get(rank, ())}
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
            ranked.setdefault(_CLEAR, []).extend((number - 1, m, action) for m in meant)


def _speaks_for_itself(said: Sequence[Said], found: Sequence[_Ranked], answers: bool) -> bool:
    """Whether a table that stands in no wish is meant all the same: by a wish beside it, or by a bare line."""
    return (
        answers
        or any(_wishes_without_table(one) for one in said)
        or any(_asks_itself(said[n]) for n, m, _ in found if not m.weak)
        or any(_is_bare(said[n]) or (m.is_clear and _VOLITION.search(said[n].unit.folded)) for n, m, _ in found)
    )


_ONE = re.compile(
    r"\b(?:(?:die|deze|that|this|cette) (?:werk)?(?:tafel|table)|daarvoor|hiervoor|daarbij|daaraan|hieraan)\b"
)


def _beside_wish(said: Sequence[Said], found: Sequence[_Ranked]) -> list[_Ranked]:
    """Of tables that stand in no wish those of the wishing sentence, else of the nearest one, before rather than after.

    'Wij gebruiken hemelwater. ... Grondwater is ons ding. Schrijf mij daarvoor in': the last is meant.
    """
    wishing = next((n for n, one in enumerate(said) if _wishes_without_table(one)), None)
    if wishing is None:
        return list(found)
    before = [n for n, _, _ in found if n <= wishing]
    nearest = max(before) if before else min(n for n, _, _ in found)
    kept = [(n, m, a) for n, m, a in found if n == nearest]
    if _ONE.search(said[wishing].unit.folded) and nearest < wishing:
        folded = said[nearest].unit.folded
        while len(kept) > 1 and not same_enumeration(folded, kept[0][1], kept[1][1]):
            kept = kept[1:]
    return kept


def _asks_itself(one: Said) -> bool:
    """Whether a sentence wishes on the writer's own behalf, or of somebody whom it names."""
    return one.intent.wish and not one.intent.past and (one.intent.polite or one.intent.self_verb or bool(one.actors))


def _goes_on(one: Said, mention: Mention, before: str) -> bool:
    """Whether a short sentence adds a table to the wish before it: 'En als het mag ook voor afvalwater.'"""
    if mention.weak or one.intent.past or len(one.unit.folded.split()) > _SHORT or not _MOREOVER_AT.search(before):
        return False
    return _FINITE.search(one.unit.folded[mention.end :]) is None


_SHORT = 12
_FINITE = re.compile(r"\b(?:is|geldt|was|zijn|heeft|hebben|wordt|worden|lijkt|kan|moet|niet)\b")


def _is_bare(one: Said) -> bool:
    """Whether a line names a table and next to nothing else: "Fijn initiatief, die tafel grondwater!" is praise."""
    if not one.is_fragment:
        return False
    if one.intent.wish or one.people or one.unit.kind is not Kind.SENTENCE or any(m.every for m in one.wished):
        return True
    if _MOREOVER_AT.search(one.unit.folded[: one.wished[0].start] if one.wished else ""):
        return True
    noes = len(re.findall(r"\b(?:geen|niet|noch|nee|neen)\b", one.unit.folded))
    return one.unknown_words - noes <= (2 if len(one.wished) > 1 else 1) and not _PRAISE.search(one.unit.folded)


_MOREOVER_AT = re.compile(
    r"\book (?:nog )?(?:voor|bij|aan|naar) (?:de |het |die )?(?:(?:werk)?tafel )?(?:over |rond |van )?(?:de |het )?$"
)
_SELF_AT = re.compile(
    r"\b(?:ik ?zelf|me ?zelf|mij ?zelf|ondergetekende|myself|moi)\b,? (?:dan )?(?:(?:voor|bij|aan|naar|op|for|pour) )?"
    r"(?:de |het |die (?:over|rond) )?(?:(?:werk)?tafel )?$"
)
_PRAISE = re.compile(r"\b(?:bedankt|dank|merci|thanks|proficiat|succes|info|informatie|uitleg|vraag|vraagje|over de)\b")
_VOLITION = re.compile(
    r"\b"
    + any_of(r"""
wil | willen | wenst | wensen | wens | zou | zouden | zal | zullen | graag | hoop | hopen | ga | gaan | kom
meld | mag | would | want | will | wish | souhait\w* | voudr\w*
""")
    + r"\b"
)


_PLACE = re.compile(r"\b(?:bij|aan|at)\s+(?:de |het |the )?$")


def _at_place(one: Said) -> bool:
    """Whether a sentence names a table as a place: 'bij oppervlaktewater hadden wij nog niemand'."""
    return not one.intent.past and any(_PLACE.search(one.unit.folded[: m.start]) and not m.weak for m in one.wished)


def _only_one(said: Sequence[Said], chosen: Chosen) -> None:
    """'Wij doen ook wateraudits. Mag ik aan die tafel aanschuiven?': the one table that the mail speaks of."""
    wishing = [
        one
        for number, one in enumerate(said)
        if _wishes_without_table(one)
        and (
            one.intent.same_table
            or " dus " in one.unit.folded
            or any(_at_place(o) for o in said[max(0, number - 2) : number])
        )
    ]
    found = [(n, m) for n, one in enumerate(said) for m in one.wished if not m.every]
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


def _prefer_near(said: Sequence[Said], ranked: dict[int, list[_Ranked]]) -> None:
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


def _actions_without_table(said: Sequence[Said]) -> list[Action]:
    """What the clauses do that wish for a table which another one names."""
    return [
        Action.CANCEL if clause.intent.cancel else Action.REGISTER
        for one in said
        if not one.intent.asks or one.intent.polite
        for clause in clauses_of(one)
        if (clause.intent.wish or clause.intent.cancel) and not clause.mentions
    ]


def _wishes_without_table(one: Said) -> bool:
    """Whether a sentence, or a clause of it, wishes for a table that another one names."""
    if one.intent.only_asks:
        return False
    return any((c.intent.wish or c.intent.cancel) and not c.mentions for c in clauses_of(one))


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


_CUT = re.compile(
    any_of(r"""
[;,:] | \s[-–]\s
\bmaar\b(?= [^,;.]{0,40}\b(?:kies|kiezen|wil|zou|schrijf|neem|ga|kom|meld|teken) (?:ik|wij|we)\b)
\b(?:en|maar(?! (?:van|uit|vallen|op|bij|in|voor|weg|aan)\b)|(?<=[,;] )dus|want|omdat|terwijl|aangezien|zodat|\
hoewel|and|but|so|because|while|et|mais|donc|car)\b
""")
)


def clauses_of(one: Said) -> list[Clause]:
    """The clauses of a sentence; an enumeration of tables stays whole."""
    folded = one.unit.folded
    mentions = one.wished
    blotted = without_names(folded, mentions, one.people, one.organisations)
    cuts = [0]
    for match in _CUT.finditer(folded):
        first = next((m for m in reversed(mentions) if m.start < match.start()), None)
        second = next((m for m in mentions if m.start >= match.end() - 1), None)
        if first is not None and match.start() < first.end:
            continue
        if first is not None and second is not None and same_enumeration(folded, first, second):
            continue
        cuts.append(match.start())
    cuts.append(len(folded))
    return [
        Clause(
            a,
            b,
            blotted[a:b],
            _intent(_POLITE_ASIDE.sub(" ", blotted[a:b])),
            tuple(m for m in mentions if a <= m.start < b),
        )
        for a, b in pairwise(cuts)
        if a < b
    ]


_POLITE_ASIDE = re.compile(
    r"\b"
    + any_of(r"""
als (?:het|dat) (?:kan|mag|lukt|past) | indien (?:dat |nog )?mogelijk | zo mogelijk | liefst | if possible
si possible
""")
    + r"\b"
)


@lru_cache(maxsize=2048)
def _intent(text: str) -> Intent:
    return intent_of(text)


def same_enumeration(folded: str, one: Mention, other: Mention) -> bool:
    """Whether nothing but commas, "en" and the like stands between two tables."""
    first, second = (one, other) if one.start < other.start else (other, one)
    between = folded[first.end : second.start]
    if _LEFT_OVER.match(between) or one.every or other.every:
        return False
    if _COMMA.fullmatch(between) and _NEXT_VERB.match(folded[second.end :]) and _VERBAL.search(folded[: first.start]):
        # "Ik blijf bij grondwater, hemelwater mag u schrappen."
        return False
    between = _THE_ONE.sub(" ", _ASIDE.sub(" ", between))
    return len(between) < 40 and TOGETHER.match(between) is not None


_THE_ONE = re.compile(r"\b(?:the one|that|degene|diegene|deze|celle)(?: (?:about|on|over|rond|sur))?\b")
_ASIDE = re.compile(r"\([^()]{0,60}\)")
_COMMA = re.compile(r"[\"')]*\s*[,;]\s*(?:(?:de|het|die) )?[\"']*")
_NEXT_VERB = re.compile(
    r"[\"')]*\s+(?:mag|mogen|blijft?|blijven|komt|komen|laat|laten|hoeft|hoeven|slaa?n?|doen?|doet|neemt?|nemen|wil|willen"
    r"|kan|kunnen|is|zijn|valt|vallen|wordt|zou)\b"
)
_VERBAL = re.compile(
    r"\b(?:ik|wij|we|mij|me|ons|schrap\w*|schrijf|noteer\w*|zet|meld|haal|graag|wil|blijf\w*|gelieve|kan|mag)\b"
)
_LEFT_OVER = re.compile(r"\s*over\s*[,;]")
"""'Blijft enkel hemelwater over, grondwater mag weg': that "over" belongs to the verb."""


_STILL_DOES = re.compile(r"\bwel (?:nog|verder|voort|gewoon)\b|\b(?:enkel|alleen) nog\b|\bnog (?:enkel|alleen)\b")
_NO_MORE = re.compile(r"\b(?:niet (?:meer|langer)|no longer|ne .{0,20} plus)\b")
_BESIDE = re.compile(
    r"\b"
    + any_of(r"""
na | naast | zoals | net als | net zoals | bovenop | boven op | in tegenstelling tot | behalve | besides
in addition to | apart from | outre | en plus de
""")
    + r"\s+(?:bij |voor |in |aan )?(?:(?:de|het|die|mijn|onze|the|la|les)\s+)?(?:(?:werk)?(?:tafels?|table"
    r"|inschrijving|deelname)\s+)?(?:van |over |rond |voor |bij |aan )?(?:de |het )?$"
)
_ALREADY = re.compile(r"\b(?:al|reeds|already|deja)\b")
_FIRST_PERSON = re.compile(r"\b(?:ik|mij|me|mezelf|ikzelf|i|je|myself)\b")
_MY_SEAT = re.compile(
    r"\b(?:mijn|onze|zijn|haar|my|mon|ma) "
    + any_of(r"""
inschrijving | deelname | registratie | aanmelding | plaats | engagement | registration | participation
inscription
""")
    + r"\b"
)


def _cancels_alone(one: Said) -> bool:
    """Whether a sentence cancels without saying what."""
    return one.intent.hard_cancel and not one.tables.mentions and not one.intent.only_asks


def _candidates(
    one: Said, answers: bool, cancels: bool = False, listed: bool = False
) -> Iterator[tuple[int, Mention, Action | None]]:
    """Each table of a sentence with its rank (1 is clearest) and what is wished; None: it stays as it is."""
    clauses = clauses_of(one)
    ranks: dict[int, int] = {}
    actions: dict[int, Action | None] = {}
    inherited: Action | None = None
    for number, clause in enumerate(clauses):
        action = _action(one, clauses, number, inherited)
        if action is Action.REGISTER and cancels and clause.mentions and _MY_SEAT.search(clause.text):
            action = Action.CANCEL
        if clause.mentions or clause.intent.wish or clause.intent.cancel or KEEP.search(clause.text):
            inherited = action
        for mention in clause.mentions:
            ranks[mention.start] = _rank(
                one, clauses, number, mention, answers=answers, listed=listed and _leads(one, mention)
            )
            keeps = _BESIDE.search(one.unit.folded[max(0, mention.start - 60) : mention.start]) and not mention.every
            actions[mention.start] = None if keeps else action
    wished = one.wished
    for run in _enumerations(one):
        best = min(ranks[m.start] for m in run)
        ranks.update({m.start: best for m in run})
    for mention in wished:
        yield ranks[mention.start], mention, actions[mention.start]


def _enumerations(one: Said) -> list[list[Mention]]:
    """The wished tables in runs, each an enumeration; one that is said no to does not break it: 'X (ja), Y (neen)'."""
    runs: list[list[Mention]] = []
    before: Mention | None = None
    for mention in one.tables.mentions:
        goes_on = before is not None and same_enumeration(one.unit.folded, before, mention)
        if not goes_on:
            runs.append([])
        if mention.polarity is Polarity.YES:
            runs[-1].append(mention)
        before = mention
    return [run for run in runs if run]


def _action(one: Said, clauses: Sequence[Clause], number: int, inherited: Action | None) -> Action | None:
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
    if _MY_SEAT.search(clause.text) and any(c.intent.hard_cancel and not c.mentions for c in clauses):
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


def _rank(one: Said, clauses: Sequence[Clause], number: int, mention: Mention, *, answers: bool, listed: bool) -> int:
    unit, intent, clause = one.unit, one.intent, clauses[number]
    if one.checked is True or (unit.kind is Kind.ITEM and (one.is_fragment or listed)) or unit.answers is not None:
        return 1
    if (intent.past or clause.intent.past) and not (clause.intent.cancel or _still_wishes(clause.text)):
        # "Ik sta ook bij grondwater genoteerd, schrap dat."
        return 3 if any(c.intent.hard_cancel and not c.mentions for c in clauses if c is not clause) else 6
    if _in_brackets_of_others(unit.folded, mention) or _in_brackets_of_before(unit.folded, mention):
        return 8
    if mention.every and _empty_every(one, mention):
        return 7
    if (intent.farewell or intent.session_only) and not intent.wish:
        return 9
    acts = clause.intent.wish or clause.intent.cancel or clause.intent.change or clause.intent.replace
    if not acts and not clause.intent.verb:
        acts = _inherits(clauses, number)
    before = clause.text[: mention.start - clause.start]
    acts = acts or intent.correction or _SELF_AT.search(before) is not None
    acts = acts or (_MOREOVER_AT.search(before) is not None and any(c.intent.wish for c in clauses[:number]))
    if acts and _ALREADY.search(clause.text) and not _FIRST_PERSON.search(clause.text):
        return 8
    governed = bool(
        _GOVERNS.search(unit.folded[clause.start : mention.start])
        or _OBJECT.match(unit.folded[mention.end :])
        or _OF_PERSON.search(clause.text[: mention.start - clause.start])
    )
    if acts and mention.near:
        return 1
    if acts and not mention.weak and (governed or clause.intent.cancel or intent.correction):
        return 2
    if not mention.weak and any(a.who is Who.NAMED for a in one.actors):
        return 2
    if answers and not mention.weak and _IT_IS.search(clause.text[: mention.start - clause.start]):
        return 3
    if _goes_on(one, mention, before):
        return 3
    if _is_bare(one) and (mention.is_clear or answers):
        return 3 if not _describes(one, mention) else 7
    if mention.near and (intent.wish or clause.intent.register):
        return 3 if clause.intent.register else 4
    if mention.near or (acts and (governed or not mention.weak)):
        return 4
    if not mention.weak:
        return 5
    return 8


_IT_IS = re.compile(
    r"\b(?:het gaat|gaat het|dat is|dat zijn|het is|it is|c'est) (?:dan |dus )?(?:om |over )?(?:de |het )?(?:(?:werk)?tafel )?$"
)
"""What an answer to our question begins with."""
_BRACKETS = re.compile(r"\([^()]{8,}\)")
_BEFORE = re.compile(r"\b(?:eerst|aanvankelijk|dachten|dacht|twijfel\w*|at first|thought|d'abord)\b")


def _in_brackets_of_before(folded: str, mention: Mention) -> bool:
    """'(eerst dachten we aan grondwater, daarna aan afvalwater)'."""
    return any(m.start() < mention.start < m.end() and _BEFORE.search(m.group()) for m in _BRACKETS.finditer(folded))


_OF_OTHERS = re.compile(r"\((?:die|zij|ze|who|they|dat|waar) [^()]*\)")


def _in_brackets_of_others(folded: str, mention: Mention) -> bool:
    """'(die nemen zelf grondwater op zich)'."""
    return any(
        m.start() < mention.start < m.end() and not _FIRST_PERSON.search(m.group()) for m in _OF_OTHERS.finditer(folded)
    )


def _inherits(clauses: Sequence[Clause], number: int) -> bool:
    """Whether a clause without a verb goes on with a wish: the one before it, else the one after it."""
    for clause in reversed(clauses[:number]):
        if clause.intent.wish or clause.intent.cancel:
            return True
        if clause.intent.verb or clause.mentions:
            return False
    if any(c.mentions for c in clauses[:number]):
        return False
    return any(
        (c.intent.wish or c.intent.cancel) and (not c.mentions or re.search(r"\book\b", c.text))
        for c in clauses[number + 1 : number + 3]
    )


def _empty_every(one: Said, mention: Mention) -> bool:
    """Whether "alles" or "de vijf tafels" is only a turn of phrase."""
    if one.intent.thanks and not one.intent.table_word:
        return True
    text = one.unit.folded
    return not _REALLY_ALL.search(text[mention.start : mention.end]) and not _TAKES_PART.search(text)


_REALLY_ALL = re.compile(
    r"\b"
    + any_of(r"""
al | alle | allemaal | elk | elke | iedere | all | every | each | andere | overige | other | others
remaining | autres | toutes | chaque | alles | everything | overal | tout
""")
    + r"\b"
)
_TAKES_PART = re.compile(
    r"\b"
    + any_of(r"""
deel ?nem\w* | deel | schrij\w+ | inschrij\w* | aansluit\w* | sluit | vertegenwoordig\w* | meld\w*
aanmeld\w* | noteer\w* | schrap\w* | volg\w* | opvolg\w* | join | attend | participat\w* | register | erbij
mee
""")
    + r"\b"
)
_STILL = re.compile(
    r"\b"
    + any_of(r"""
graag | ook nog | bijkomend | toevoegen | daarnaast | extra | gelieve | mag | kan u | kunnen jullie | wil
wens | zou | hierbij | bij deze
(?:had|hadden) (?:mij|ik|me|we|wij|ons)? ?(?:\w+ ){0,2}(?:graag|ook)
please | would
""")
    + r"\b"
)
_GOVERNS = re.compile(
    any_of(r"""
\b(?:voor|bij|aan|naar|in|op|over|rond|tot|for|at|to|in|on|pour|aux?|a|sur|rondom|inzake|join|attend)\s+(?:de |\
het |die |dat |'t |the |la |les |l'|onze |jullie |thema |onderwerp |luik |de thema's |\
bevoorrading uit )*[\"'(:]*
^[\W\d]*(?:wt |graag |ook |nog |en |enkel |alleen |only |just |maar |dus |de |het )*[\"'(:]*
[:;=,&+/]\s*[\"'(]*
\b(?:en|of|and|et|ook|enkel|alleen|graag|liefst|voor|only|als|plus|zowel|wel|het luik|luik|het|volg\w*|opvolgen|\
kie[sz]\w*|verkies|wil|willen|neem\w*|doe[nt]?|interesse|mij|me|ons|maar|ik|wij|we|wordt|worden|is|zijn|kan|\
kunnen|mag|mogen|komt|komen)\s+(?:de |het |'t )?
""")
    + r"$"
)
_OF_PERSON = re.compile(r"q{4,}\s+(?:de |het |die |the )?$")
"""'... en An Sels de audit'."""
_OBJECT = re.compile(
    r"^[\"')]*\s*"
    + any_of(r"""
graag | aub | a\.u\.b | opvolg\w* | volg\w* | op te volgen | bij te wonen | bijwonen | op\b | please
s\.?v\.?p | erbij | er (?:nog |ook )?bij | ook | interesseert | spreekt | lijkt | past | wel\b | mag | kan
wil | zou | is voor | betreft | :? ?(?:ja|yes|oui|x|ok)\b | voor
""")
)


def _still_wishes(text: str) -> bool:
    return _STILL.search(text) is not None


def _describes(one: Said, mention: Mention) -> bool:
    """Whether a fragment tells about a table rather than names one: 'Hemelwater: de presentatie was leerrijk'."""
    match = re.match(r"\s*:\s*(.+)", one.unit.folded[mention.end :])
    return match is not None and len(match.group(1).split()) > 5 and not one.people
