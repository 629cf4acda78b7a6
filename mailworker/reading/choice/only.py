"""Wishes that leave nothing beside them, and denials that point back.

'Wij beperken ons uitsluitend tot oppervlaktewater': what else the writer names is not wished for. 'Mijn chef zag mij
graag op grondwater. Daar heb ik voor bedankt': the sentence says no to the table of the one before it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from mailworker.reading.naming.mention import Mention, Polarity
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.said import Said, with_tables, without_names
from mailworker.reading.who.actors import Who

_ONLY = any_of(r"""
enkel(?: en alleen)? | alleen(?: maar)? | uitsluitend | slechts | louter | exclusief | only | solely | just | uniquement
seulement
""")
_TO_TABLE = (
    r"(?:voor|bij|aan|in|naar|op|tot|met|over|rond|van|van de|to|for|at|in|on|pour|a|aux?)?\s*(?:de |het |die "
    r"|dat |the "
    r"|la |les )?(?:(?:werk)?(?:tafels?|tables?) )?(?:over |rond |van )?(?:de |het )?[\"'(]*x{5,}"
)
_BETWEEN = any_of(r"""
nog | maar | graag | dus | wel | die | deze | deel | deelnemen | te | nemen | neem | neemt | inschrijven | schrijf
schrijven
in | mij | me | ons | ik | wij | we | wil | wens | wensen | willen | interesse | geinteresseerd | een | plaats
tafel | thema
onderwerp | werktafel | daar | om | to | join | a | seat | want | would | like | zitten | zit | kom | komen
meedoen | mee
""")
_EXCLUSIVE = re.compile(
    rf"\b(?<!niet )(?<!not ){_ONLY} (?:{_BETWEEN} ){{0,5}}?{_TO_TABLE}"
    rf"|\bbeperk\w* (?:\w+ ){{0,6}}?{_TO_TABLE}"
    rf"|\bhou(?:d|den)? (?:ik |wij |we )?het (?:\w+ ){{0,2}}?bij (?:\w+ ){{0,2}}?{_TO_TABLE}"
    rf"|\b(?:een|1|one) (?:enkele )?(?:tafel|table)\b\W*(?:namelijk |nl\.? |met name |zijnde )?{_TO_TABLE}"
    r"|x{5,}\W*(?:en )?(?:niets anders|niks anders|meer niet|nothing else|alleen\b|enkel\b)"
    rf"|\b(?:maar|slechts) (?:een|1)\b[^.;]{{0,30}}[:,] {_TO_TABLE}"
    rf"|\bniet\b[^.;]{{0,80}}\bmaar (?:wel )?{_TO_TABLE}"
)
_FIRST_PERSON = re.compile(r"\b(?:ik|mij|me|ikzelf|wij|we|ons|onze|i|us|our|je|nous)\b")
_MOREOVER = re.compile(
    r"\b(?:ook|daarnaast|eveneens|bovendien|tevens|verder|alsook|daarbij|bijkomend|also|as well|aussi)\b"
)
_NEGATIVE = re.compile(r"\b(?:niet|geen|overslaan|weglaten|schrap\w*|uitgezonderd|behalve)\b")


def with_only(said: Sequence[Said]) -> list[Said]:
    """The sentences; where one wishes for some tables only, the writer's other tables are told of, not wished for."""
    found = next((n for n, one in enumerate(said) if _exclusive_ids(one)), None)
    if found is None or _several_people(said) or any(_tells_of_before(one) for one in said):
        return list(said)
    wished = _exclusive_ids(said[found])
    if any(_adds(one, wished) for one in said):
        return list(said)
    return [_narrowed(one, wished) for one in said]


def _tells_of_before(one: Said) -> bool:
    """Whether a sentence speaks of a registration that there is: then a change may be meant."""
    return one.intent.cancel or one.intent.change or (one.intent.past and bool(one.wished))


def _several_people(said: Sequence[Said]) -> bool:
    names = {a.name for one in said for a in one.actors if a.who is Who.NAMED}
    kinds = {a.who for one in said for a in one.actors if one.wished}
    return len(names) > 1 or (bool(names) and Who.SENDER in kinds) or Who.UNNAMED in kinds


def _exclusive_ids(one: Said) -> frozenset[str]:
    """The tables that a sentence wishes for and for nothing beside them."""
    if one.intent.only_asks or one.intent.past or one.checked is False or any(m.every for m in one.wished):
        return frozenset()
    if not (one.intent.wish or one.is_fragment or _FIRST_PERSON.search(one.unit.folded)):
        return frozenset()
    text = without_names(one.unit.folded, one.tables.mentions, one.people)
    for match in _EXCLUSIVE.finditer(text):
        inside = [m for m in one.wished if match.start() <= m.start < match.end()]
        if inside and not _NEGATIVE.search(text[inside[-1].end :].partition(",")[0]):
            return frozenset(i for m in [*inside, *_together(one, inside[-1].end)] for i in m.ids)
    return frozenset()


_GOES_ON = re.compile(r"[\"')]*\s*(?:,|en|and|et|&|\+|/)\s*(?:(?:voor|bij|aan|van|de|het|die|the|la)\s+)*[\"']*")


def _together(one: Said, end: int) -> list[Mention]:
    """The tables that go on with an enumeration."""
    out = []
    for mention in one.wished:
        if mention.start >= end and _GOES_ON.fullmatch(one.unit.folded[end : mention.start]):
            out.append(mention)
            end = mention.end
    return out


def _adds(one: Said, wished: frozenset[str]) -> bool:
    """Whether a sentence plainly wishes for another table beside those: 'Ook bij hemelwater graag'."""
    others = [m for m in one.wished if not set(m.ids) & wished]
    return bool(others) and one.intent.wish and not one.intent.past and _MOREOVER.search(one.unit.folded) is not None


def _narrowed(one: Said, wished: frozenset[str]) -> Said:
    mentions = [
        replace(m, polarity=Polarity.KEEP) if m.polarity is Polarity.YES and not set(m.ids) <= wished else m
        for m in one.tables.mentions
    ]
    return with_tables(one, mentions) if mentions != list(one.tables.mentions) else one


_POINTS_BACK = re.compile(
    r"^\W*(?:(?:maar|doch|helaas) )?(?:(?:daar|hier)(?:voor|aan|bij|in|van|mee)?|dat|dit|die|deze|het|that|this)\b"
)
_REFUSES = re.compile(
    r"\b"
    + any_of(r"""
bedankt | bedank | pas(?:te|ten)? (?:ik|wij|we) | (?:ik|wij|we) pas(?:sen)? | achterhaald | verleden tijd
een vergissing
klopt (?:\w+ )?niet(?: meer)? | geldt niet (?:meer|langer) | gaat (?:\w+ )?niet (?:meer )?door
is niet (?:meer|langer) \
(?:actueel|waar|juist|aan de orde) | (?:is|was) (?:\w+ )?(?:te veel|niet nodig|niets? voor (?:mij|ons)|een misverstand)
(?:doe|doen|volg|volgen|wil|willen|kan|kunnen|ga|gaan) (?:ik|wij|we) (?:\w+ ){0,3}niet
(?:ik|wij|we) (?:\w+ ){0,3}niet(?! (?:alleen|enkel)) | zie(?:n)? (?:ik|wij|we) .{0,12}van af
zie(?:n)? (?:ik|wij|we) niet \
zitten | laat(?:en)? (?:ik|wij|we) .{0,30}(?:over|vallen|liggen|schieten) | heb(?:ben)? (?:ik|wij|we) \
(?:\w+ ){0,3}(?:niets|niks|weinig|geen) | evenmin | no longer | lukt (?:\w+ )?niet
gaat (?:\w+ )?niet(?= met|[.,;!]|$) | is niet haalbaar | zit er niet in
""")
    + r"(?![a-z])"
)


def with_denials(said: Sequence[Said]) -> list[Said]:
    """The sentences; a table is said no to where the next sentence points back to it with a refusal."""
    out = list(said)
    for number in range(1, len(said)):
        one, before = said[number], out[number - 1]
        refuses = _POINTS_BACK.match(one.unit.folded) and _REFUSES.search(one.unit.folded.partition(":")[0])
        if not refuses or not before.wished or one.intent.asks or before.checked is not None:
            continue
        if one.tables.mentions and not one.intent.past and _names_before(one):
            continue
        wished = {i for m in before.wished for i in m.ids}
        plain = before.intent.wish and before.intent.self_strong and not before.intent.past
        if plain and not any(o.intent.wish and any(not set(m.ids) <= wished for m in o.wished) for o in said[number:]):
            # "Schrijf mij in voor grondwater. Dat hoeft niet vandaag."
            continue
        denied = [replace(m, polarity=Polarity.NO) for m in before.tables.mentions]
        out[number - 1] = with_tables(before, denied)
    return out


def _names_before(one: Said) -> bool:
    """Whether a sentence names a table in the very part that refuses: then it refuses that one."""
    head = one.unit.folded.partition(":")[0]
    return any(m.start < len(head) for m in one.tables.mentions)
