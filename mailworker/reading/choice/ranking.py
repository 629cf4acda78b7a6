"""How clearly each table of a sentence is wished for, and what is wished: rank 1 is clearest.

Its place (a line of a list, a ticked box, an answer), its clause, the sentence, and last its bare name speak for it.
"""

import re
from collections.abc import Iterator, Sequence

from mailworker.domain.request import Action
from mailworker.reading.choice.bare_lines import MOREOVER_AT, goes_on, is_bare
from mailworker.reading.choice.clause_action import MY_SEAT, action_of
from mailworker.reading.choice.clauses import Clause, clauses_of, enumerations
from mailworker.reading.layout.unit import Kind
from mailworker.reading.naming.mention import Mention
from mailworker.reading.phrases.changing import KEEP
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.said import Said
from mailworker.reading.who.actors import Who

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


_SELF_AT = re.compile(
    r"(?:^\W*ik\s*[:=] |\b(?:ik ?zelf|me ?zelf|mij ?zelf|ondergetekende|myself|moi)\b,? )(?:dan )?(?:(?:voor|bij"
    r"|aan|naar|op|for|pour) )?"
    r"(?:de |het |die (?:over|rond) )?(?:(?:werk)?tafel )?$"
)
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


def candidates(
    one: Said, answers: bool, cancels: bool = False, listed: bool = False
) -> Iterator[tuple[int, Mention, Action | None]]:
    """Each table of a sentence with its rank (1 is clearest) and what is wished; None: it stays as it is."""
    clauses = clauses_of(one)
    ranks: dict[int, int] = {}
    actions: dict[int, Action | None] = {}
    inherited: Action | None = None
    for number, clause in enumerate(clauses):
        action = action_of(one, clauses, number, inherited)
        if action is Action.REGISTER and cancels and clause.mentions and MY_SEAT.search(clause.text):
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
    for run in enumerations(one):
        best = min(ranks[m.start] for m in run)
        ranks.update({m.start: best for m in run})
    for mention in wished:
        yield ranks[mention.start], mention, actions[mention.start]


def _rank(one: Said, clauses: Sequence[Clause], number: int, mention: Mention, *, answers: bool, listed: bool) -> int:
    """How clearly a table is wished for, 1 most: by its place, by its clause, by the sentence, or only by its name."""
    unit, clause = one.unit, clauses[number]
    if one.checked is True or (unit.kind is Kind.ITEM and (one.is_fragment or listed)) or unit.answers is not None:
        return 1
    set_aside = _set_aside(one, clauses, number, mention)
    if set_aside is not None:
        return set_aside
    before = clause.text[: mention.start - clause.start]
    acts = _acts(one, clauses, number, before)
    if acts and _ALREADY.search(clause.text) and not _FIRST_PERSON.search(clause.text):
        return 8
    governed = bool(
        _GOVERNS.search(unit.folded[clause.start : mention.start])
        or _OBJECT.match(unit.folded[mention.end :])
        or _OF_PERSON.search(before)
    )
    if acts and mention.near:
        return 1
    if acts and not mention.weak and (governed or clause.intent.cancel or one.intent.correction):
        return 2
    if not mention.weak and any(a.who is Who.NAMED for a in one.actors):
        return 2
    return _rank_of_name(one, clause, mention, before, answers=answers, acts=acts, governed=governed)


def _set_aside(one: Said, clauses: Sequence[Clause], number: int, mention: Mention) -> int | None:
    """The rank of what only tells: of before, of others, of all tables as a turn of phrase; None for the rest."""
    intent, clause = one.intent, clauses[number]
    if (intent.past or clause.intent.past) and not (clause.intent.cancel or _still_wishes(clause.text)):
        # "Ik sta ook bij grondwater genoteerd, schrap dat."
        return 3 if any(c.intent.hard_cancel and not c.mentions for c in clauses if c is not clause) else 6
    if _in_brackets_of_others(one.unit.folded, mention) or _in_brackets_of_before(one.unit.folded, mention):
        return 8
    if mention.every and _empty_every(one, mention):
        return 7
    return 9 if (intent.farewell or intent.session_only) and not intent.wish else None


def _acts(one: Said, clauses: Sequence[Clause], number: int, before: str) -> bool:
    """Whether a clause wishes, by itself or with the clauses beside it; `before` stands before the table in it."""
    clause = clauses[number]
    if clause.intent.wish or clause.intent.cancel or clause.intent.change or clause.intent.replace:
        return True
    if not clause.intent.verb and _inherits(clauses, number):
        return True
    if one.intent.correction or _SELF_AT.search(before):
        return True
    return MOREOVER_AT.search(before) is not None and any(c.intent.wish for c in clauses[:number])


def _rank_of_name(
    one: Said, clause: Clause, mention: Mention, before: str, *, answers: bool, acts: bool, governed: bool
) -> int:
    """The rank of a table that nothing but its name, the sentence or an answer speaks for."""
    if answers and not mention.weak and _IT_IS.search(before):
        return 3
    if goes_on(one, mention, before):
        return 3
    if is_bare(one) and (mention.is_clear or answers):
        return 3 if not _describes(one, mention) else 7
    if mention.near and (one.intent.wish or clause.intent.register):
        return 3 if clause.intent.register else 4
    if mention.near or (acts and (governed or not mention.weak)):
        return 4
    return 8 if mention.weak else 5


_IT_IS = re.compile(
    r"\b(?:het gaat|gaat het|dat is|dat zijn|het is|it is|c'est) (?:dan |dus )?(?:om |over )?(?:de "
    r"|het )?(?:(?:werk)?tafel )?$"
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
