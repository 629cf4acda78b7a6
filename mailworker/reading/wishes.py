"""From sentences to wishes: which sentences ask for something, for which tables, and who is meant.

A wish is one action for one person; what the mail leaves open stays None and is asked for. Where two readings are
possible, `Doubt` says so and a person decides.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from mailworker.domain.request import Action
from mailworker.reading.affiliation import Affiliation, Cue
from mailworker.reading.folding import fold
from mailworker.reading.letter import Kind, Unit
from mailworker.reading.pairing import Pair, merged, pairs_of
from mailworker.reading.said import Actor, Said, Who, with_tables, without_names
from mailworker.reading.tables import TOGETHER, Mention, Polarity, Vagueness, Vocabulary


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a unit that shows a value."""

    unit: Unit
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Wish:
    """One action for one person. `tables` are ids; `where` shows each of them; `group` is the line that says it."""

    action: Action
    actor: Actor | None
    tables: frozenset[str]
    where: tuple[tuple[str, Span], ...] = ()
    actor_span: Span | None = None
    organisation: tuple[str, Span, bool] | None = None
    newcomer: Actor | None = None
    newcomer_span: Span | None = None
    address: str | None = None
    cue: Span | None = None


class Doubt(Exception):  # noqa: N818 - a reading that two clerks would give differently, not an error
    """The mail can be read in two ways; `rule` names why."""

    def __init__(self, rule: str, why: str) -> None:
        super().__init__(why)
        self.rule = rule
        self.why = why


@dataclass(slots=True)
class Chosen:
    """The tables of the sentences that wish for something, and what is vague."""

    of: dict[int, list[tuple[Mention, Action]]] = field(default_factory=dict)
    vague: Vagueness | None = None
    kept: set[str] = field(default_factory=set)
    denied: set[str] = field(default_factory=set)

    def ids(self, action: Action | None = None) -> set[str]:
        return {i for pairs in self.of.values() for m, a in pairs if action in (None, a) for i in m.ids}


_GOVERNS = re.compile(
    r"(?:\b(?:voor|bij|aan|naar|in|op|over|rond|tot|for|at|to|in|on|pour|aux?|a|sur|naar|van|rondom|inzake|uit)\s+(?:de |het |die |dat |'t |the |la |les |l'|onze |jullie |thema |onderwerp |luik |de thema's )*[\"'(:]*"
    r"|^[\W\d]*(?:wt |graag |ook |nog |en |enkel |alleen |only |just )*[\"'(:]*|[:;=,&+/]\s*[\"'(]*|\b(?:en|of|and|et|ook|enkel|alleen|graag|liefst|voor|only|als|van|plus|zowel|wel|het luik|luik|het|volg ik|volg|volgt|opvolgen|kies|verkies|wil|willen|neem|doe|interesse)\s+(?:de |het |'t )?)$"
)
_OBJECT = re.compile(r"^[\"')]*\s*(?:graag|aub|a\.u\.b|opvolg\w*|volg\w*|op te volgen|bij te wonen|bijwonen|op\b|please|s\.?v\.?p|erbij|er (?:nog |ook )?bij|ook|interesseert|spreekt|lijkt|past|wel\b|mag|kan|is voor|:? ?(?:ja|yes|oui|x|ok)\b)")


_OTHER = re.compile(
    r"\b(?:de |the |les )?(?:(?:andere|overige|resterende|overblijvende|other|remaining|autres) (?P<count>vier|drie|twee|4|3|2|four|three|two|quatre|trois|deux)|(?P<before>vier|drie|twee|4|3|2|four|three|two) (?:andere|overige|others?|remaining|autres))\b"
)
_NUMBER = {"vier": 4, "drie": 3, "twee": 2, "4": 4, "3": 3, "2": 2, "four": 4, "three": 3, "two": 2, "quatre": 4, "trois": 3, "deux": 2}


def _others(said: Sequence[Said], words: Vocabulary) -> list[Said]:
    """'De andere vier' are those that the sentences before did not name, where their number fits."""
    out = list(said)
    for number, one in enumerate(said):
        match = _OTHER.search(one.unit.folded)
        if match is None or one.wished or one.intent.asks:
            continue
        named = {i for other in said[: number + 1] for m in other.tables.mentions for i in m.ids}
        rest = [i for i in words.ids if i not in named]
        if named and len(rest) == _NUMBER[match["count"] or match["before"]]:
            every = Mention(match.start(), match.end(), tuple(rest), True, every=True)
            out[number] = with_tables(one, [every])
            for before in range(number):
                mentions = [replace(m, polarity=Polarity.NO) for m in out[before].tables.mentions]
                out[before] = with_tables(out[before], mentions)
    return out


def choose(said: Sequence[Said], answers: bool, words: Vocabulary) -> Chosen:
    """The tables that are wished for: where a wish and a table stand together, or a line that names no more."""
    chosen = Chosen()
    said = _others(said, words)
    tiers: dict[int, list[tuple[int, list[tuple[Mention, Action]]]]] = {}
    for number, one in enumerate(said):
        chosen.denied |= {i for m in one.tables.mentions if m.polarity is Polarity.NO for i in m.ids}
        if (one.intent.asks and not one.intent.polite) or one.checked is False:
            continue
        if one.tables.vague is not None and _may_wish(one):
            chosen.vague = chosen.vague or one.tables.vague
        for tier, mention, action in _candidates(one, answers):
            if action is None:
                chosen.kept |= set(mention.ids)
                continue
            tiers.setdefault(tier, []).append((number, [(mention, action)]))
    if not tiers:
        return chosen
    best = min(tiers)
    take = (1, 2, 3) if best <= 3 else (best,)
    for tier in take:
        for number, pairs in tiers.get(tier, ()):
            chosen.of.setdefault(number, []).extend(pairs)
    _correct(said, chosen)
    for pairs in chosen.of.values():
        pairs.sort(key=lambda pair: pair[0].start)
    return chosen


def _correct(said: Sequence[Said], chosen: Chosen) -> None:
    """'Sorry, ik bedoel afvalwater': the tables of a correction stand for those of the sentence before it."""
    for number, one in enumerate(said):
        if not one.intent.correction or number not in chosen.of:
            continue
        before = [n for n in chosen.of if n < number]
        if before:
            chosen.denied |= {i for m, _ in chosen.of[before[-1]] for i in m.ids} - {i for m, _ in chosen.of[number] for i in m.ids}
            chosen.of[before[-1]] = []


def _may_wish(one: Said) -> bool:
    return one.intent.register or one.intent.cancel or one.intent.change or one.intent.replace or one.is_fragment or one.intent.table_word


_KEEPS = re.compile(
    r"\b(?:blij(?:ft|ven|f)\b|laten? (?:we|wij|ik|u|jullie)? ?(?:wel |maar |gerust )?(?:zo |gewoon )?staan|behoud\w*|houd(?:en)? (?:ik|we|wij)|hou ik|ongewijzigd|onveranderd|stays?|remains?|keep(?:ing)?|garde|gardons|reste|staan laten|doe ik (?:wel )?(?:zelf )?verder)\b"
)
_KEEP_FALSE = re.compile(r"\bblij(?:ft|ven|f) (?:ik |we |wij )?(?:graag )?op de hoogte\b")
_SEGMENT = re.compile(r"[;,]|\b(?:en|maar|terwijl|and|but|et|mais|daarentegen)\b")


def _candidates(one: Said, answers: bool) -> Iterator[tuple[int, Mention, Action | None]]:
    """Each table of a sentence with how clearly it is wished for and what is wished."""
    actions = _actions(one)
    wished = one.wished
    strong = [m for m in wished if not m.weak or m.near]
    near = [m for m in wished if m.near]
    counted = one.tables.vague is Vagueness.COUNT
    tiers = {m.start: _tier(one, m, near, strong, answers, counted) for m in wished}
    for first, second in [*pairwise(wished), *pairwise(wished[::-1])]:
        # What stands in one enumeration is wished for alike.
        if same_enumeration(one.unit.folded, first, second) and not (second.weak and not second.near):
            tiers[second.start] = min(tiers[first.start], tiers[second.start])
    for mention in wished:
        action = actions.get(mention.start)
        if action is None:
            yield 9, mention, None
            continue
        yield tiers[mention.start], mention, action


def _tier(one: Said, mention: Mention, near: Sequence[Mention], strong: Sequence[Mention], answers: bool, counted: bool) -> int:
    unit = one.unit
    intent = one.intent
    acts = intent.register or intent.cancel or intent.change or intent.replace
    if one.checked is True or (unit.kind is Kind.ITEM and one.is_fragment) or unit.answers is not None:
        return 1
    if intent.past and not (intent.cancel or intent.change or intent.replace or _still_wishes(one)):
        return 6
    if mention.every and not _REALLY_ALL.search(unit.folded[mention.start : mention.end]) and not _TAKES_PART.search(unit.folded):
        return 7
    if acts and mention.near and (intent.wish or not (intent.farewell or intent.session_only)):
        return 1
    governed = _GOVERNS.search(unit.folded[: mention.start]) or _OBJECT.match(unit.folded[mention.end :])
    if (intent.farewell or intent.session_only) and not intent.wish:
        return 8
    if (acts and intent.wish or intent.cancel or intent.change or intent.replace) and not mention.weak and governed and not near:
        return 2
    if one.is_fragment and (not mention.weak or mention.near or answers):
        return 3 if not _describes(one, mention) else 7
    if acts and not mention.weak and near and (governed and counted or _in_one_list(one, mention, near)):
        return 2
    if mention.near:
        return 4
    if acts and not mention.weak:
        return 5
    return 8


def same_enumeration(folded: str, one: Mention, other: Mention) -> bool:
    """Whether nothing but commas, "en" and the like stands between two tables."""
    first, second = (one, other) if one.start < other.start else (other, one)
    between = folded[first.end : second.start]
    return len(between) < 40 and TOGETHER.match(between) is not None


_REALLY_ALL = re.compile(r"\b(?:al|alle|allemaal|elk|elke|iedere|all|every|each|toutes|chaque|alles|everything|overal|tout)\b")
_TAKES_PART = re.compile(r"\b(?:deel ?nem\w*|deel|schrij\w+|inschrij\w*|aansluit\w*|sluit|vertegenwoordig\w*|meld\w*|aanmeld\w*|noteer\w*|schrap\w*|volg\w*|opvolg\w*|join|attend|participat\w*|register|erbij|mee)\b")
_STILL = re.compile(r"\b(?:graag|ook nog|bijkomend|toevoegen|daarnaast|extra|gelieve|mag|kan u|kunnen jullie|wil|wens|zou|hierbij|bij deze|had mij|had ik|hadden|please|would)\b")


def _still_wishes(one: Said) -> bool:
    return _STILL.search(one.unit.folded) is not None


def _in_one_list(one: Said, mention: Mention, near: Sequence[Mention]) -> bool:
    """Whether a table stands in one enumeration with one that is surely meant."""
    for other in near:
        first, second = (other, mention) if other.start < mention.start else (mention, other)
        between = one.unit.folded[first.end : second.start]
        if len(between) < 70 and re.search(r"\b(?:en ook|ook|alsook|evenals|zowel|and also)\b", between):
            return True
    return False


def _describes(one: Said, mention: Mention) -> bool:
    """Whether a fragment tells about a table rather than names one: 'Hemelwater: de presentatie was leerrijk'."""
    after = one.unit.folded[mention.end :]
    match = re.match(r"\s*:\s*(.+)", after)
    return match is not None and len(match.group(1).split()) > 5 and not one.people


def _actions(one: Said) -> dict[int, Action | None]:
    """What is wished for each table: the cue of its part of the sentence, else of the part before."""
    folded = one.unit.folded
    mentions = one.wished
    overall = Action.CANCEL if one.intent.cancel else Action.REGISTER
    if len(mentions) < 2 and not _KEEPS.search(folded):
        return {m.start: overall for m in mentions}
    cuts = [0]
    for match in _SEGMENT.finditer(folded):
        first = next((m for m in reversed(mentions) if m.start < match.start()), None)
        second = next((m for m in mentions if m.start > match.start()), None)
        if first is not None and second is not None and first.end <= match.start() and not same_enumeration(folded, first, second):
            cuts.append(match.start())
    cuts.append(len(folded) + 1)
    actions: dict[int, Action | None] = {}
    last: Action | None = overall
    set_before = False
    for begin, end in zip(cuts, cuts[1:], strict=False):
        segment = without_names(folded, mentions)[begin:end]
        inside = [m for m in mentions if begin <= m.start < end]
        cue = _segment_action(segment)
        if cue is not _NONE:
            last, set_before = cue, True  # type: ignore[assignment]
        elif not set_before:
            last = overall
        for mention in inside:
            actions[mention.start] = last
    return actions


_NONE = object()


def _segment_action(segment: str) -> object:
    from mailworker.reading.intent import intent_of

    if _KEEPS.search(segment) and not _KEEP_FALSE.search(segment):
        return None
    intent = intent_of(segment)
    if intent.cancel:
        return Action.CANCEL
    if intent.register and re.search(
        r"\b(?:in ?schrij\w*|schrijf|aanmeld\w*|meld|zet|voeg\w*|toevoeg\w*|noteer\w*|neem|deelnem\w*|volg|register|add|put|join|inscri\w*|graag (?:wel|bij|nog|ook)|er ?bij|wel)\b", segment
    ):
        return Action.REGISTER
    return _NONE


_DEPENDENT_ITEM = re.compile(r":\s*$")


def register_wishes(said: Sequence[Said], chosen: Chosen) -> list[Wish]:
    """The wishes of sentences, lines of lists and headings over them, in order."""
    wishes: list[Wish] = []
    heading: Said | None = None
    heading_tables: list[tuple[Mention, Action]] = []
    pending_people: list[tuple[Actor, Said]] = []
    for number, one in enumerate(said):
        tables = chosen.of.get(number, [])
        actors = [a for a in one.actors if _takes_part(one, a, bool(tables))]
        if heading is not None and one.unit.kind is not Kind.ITEM and not one.is_fragment:
            heading, heading_tables = None, []
        if one.unit.folded.rstrip().endswith(":") and bool(tables) != bool(actors):
            heading, heading_tables = one, tables
            if tables and not actors:
                continue
            if actors and not tables:
                pending_people = [(a, one) for a in merged(actors)]
                continue
        if not tables and not actors:
            continue
        if heading is not None and one.unit.kind is Kind.ITEM or heading is not None and one.is_fragment:
            if heading_tables and actors and not tables:
                wishes += _from_pairs(one, [Pair(tuple(merged(actors)), ())], Action.REGISTER, heading, heading_tables)
                continue
            if pending_people and tables and not actors:
                wishes += [
                    replace(w, actor=a, actor_span=Span(by.unit, a.start, a.end))
                    for a, by in pending_people
                    for w in _from_pairs(one, [Pair((), tuple(m for m, _ in tables))], tables[0][1])
                ]
                continue
        wishes += _of_sentence(one, tables, actors, wishes)
    if heading is not None and heading_tables and not wishes:
        wishes += _from_pairs(heading, [Pair((), tuple(m for m, _ in heading_tables))], heading_tables[0][1])
    elif heading_tables and heading is not None and not any(w.tables for w in wishes):
        wishes += _from_pairs(heading, [Pair((), tuple(m for m, _ in heading_tables))], heading_tables[0][1])
    if pending_people and not any(w.actor is not None for w in wishes):
        wishes = [
            replace(w, actor=a, actor_span=Span(by.unit, a.start, a.end)) for w in wishes for a, by in pending_people
        ] or [Wish(Action.REGISTER, a, frozenset(), (), Span(by.unit, a.start, a.end)) for a, by in pending_people]
    return wishes


def _takes_part(one: Said, actor: Actor, with_tables: bool) -> bool:
    """Whether a person spoken of in a sentence is one who takes part by it."""
    intent = one.intent
    if intent.asks and not intent.polite:
        return False
    acts = intent.register or intent.cancel or intent.change or intent.replace
    if actor.who is Who.NAMED:
        return with_tables or acts or one.is_fragment or one.unit.answers is not None or _IT_IS.search(one.unit.folded[: actor.start]) is not None
    if actor.who is Who.UNNAMED:
        return (with_tables or acts) and not _spoken_of(one, actor)
    return with_tables or acts


_IT_IS = re.compile(r"\b(?:het betreft|het gaat om|dat is|dit is|gaat het om|naam is|heet|it is|it concerns|c'est|il s'agit de|namelijk|met name|te weten)\W*(?:\w+ ){0,3}$")
_SPOKEN_OF_AFTER = re.compile(r"^[^,;.]{0,25}?\b(?:heeft|had|vroeg|vraagt|wil dat|wou dat|zei|zegt|denkt|vindt|besliste|stuurde|verwees|gaf|zit (?:daar|er) al|kan niet|neemt niet|komt niet|volgde|is (?:verhinderd|ziek|met verlof|op de hoogte))\b")
_SPOKEN_OF_BEFORE = re.compile(r"\b(?:namens|overleg met|op vraag van|in opdracht van|via|van|door|met dank aan|dank aan|voor|met|bij|aan|zoals|on behalf of|naast|en)\s+$")


def _spoken_of(one: Said, actor: Actor) -> bool:
    """Whether a colleague without a name is only spoken of: 'onze schepen wil dat ik ook grondwater opvolg'."""
    if _SPOKEN_OF_AFTER.match(one.unit.folded[actor.end : actor.end + 60]):
        return True
    before = one.unit.folded[max(0, actor.start - 24) : actor.start]
    match = _SPOKEN_OF_BEFORE.search(before)
    others = [a for a in one.actors if a is not actor]
    return match is not None and match.group().strip() not in ("voor", "en", "met", "van", "door", "aan", "bij") or (
        match is not None and match.group().strip() in ("van", "door", "aan", "bij") and bool(others)
    )


def _of_sentence(
    one: Said, tables: Sequence[tuple[Mention, Action]], actors: Sequence[Actor], before: Sequence[Wish]
) -> list[Wish]:
    wishes: list[Wish] = []
    actions = {action for _, action in tables} or {Action.CANCEL if one.intent.cancel else Action.REGISTER}
    if len(actions) == 1:
        action = next(iter(actions))
        pairs = pairs_of(one, [m for m, _ in tables], actors)
        if pairs is None:
            raise Doubt("who goes where", "The mail names several people and tables, but not clearly who goes where.")
        idem = not tables and one.intent.idem and before and any(a.who is Who.NAMED for a in actors)
        if idem:
            last = before[-1]
            return [
                replace(last, actor=a, actor_span=Span(one.unit, a.start, a.end), organisation=_organisation(one))
                for a in merged(actors)
            ]
        return _from_pairs(one, pairs, action)
    people = merged(actors)
    for action in (Action.CANCEL, Action.REGISTER):
        mentions = tuple(m for m, a in tables if a is action)
        if mentions:
            if len(people) > 1:
                raise Doubt("who does what", "The mail cancels and registers for several people in one sentence.")
            wishes += _from_pairs(one, [Pair(tuple(people), mentions)], action)
    return wishes


def _from_pairs(
    one: Said,
    pairs: Sequence[Pair],
    action: Action,
    heading: Said | None = None,
    heading_tables: Sequence[tuple[Mention, Action]] = (),
) -> list[Wish]:
    wishes = []
    for pair in pairs:
        ids: list[tuple[str, Span]] = [(i, Span(one.unit, m.start, m.end)) for m in pair.tables for i in m.ids]
        if heading is not None:
            ids += [(i, Span(heading.unit, m.start, m.end)) for m, _ in heading_tables for i in m.ids]
        base = Wish(
            action,
            None,
            frozenset(i for i, _ in ids),
            tuple(ids),
            organisation=_organisation(one),
            cue=Span(one.unit, 0, len(one.unit.text)),
        )
        if not pair.actors:
            wishes.append(base)
        wishes += [replace(base, actor=a, actor_span=Span(one.unit, a.start, a.end)) for a in pair.actors]
    return wishes


def _organisation(one: Said) -> tuple[str, Span, bool] | None:
    """The one organisation that a line names for its people."""
    own: dict[str, Affiliation] = {}
    for affiliation in one.organisations:
        if affiliation.cue >= Cue.NAMED:
            own.setdefault(affiliation.name, affiliation)
    if len(own) != 1:
        return None
    affiliation = next(iter(own.values()))
    return affiliation.name, Span(one.unit, affiliation.start, affiliation.end), affiliation.known


def folded_value(text: str) -> str:
    """A value as it is compared."""
    return " ".join(fold(text).split())
