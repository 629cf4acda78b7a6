"""Tables that a sentence only tells of: others sit there, they were thought of, the writer follows them elsewhere.

What is told is no wish, however much it sounds like one: 'Farys volgt grondwater, ik volg hemelwater'. A clause in
which the writer speaks of taking part is never taken for talk.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from mailworker.reading.naming.mention import Mention, Polarity
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.said import Said, with_tables, without_names
from mailworker.reading.who.actors import Who

_FIRST_PERSON = re.compile(
    r"\b(?:ik|mij|me|mezelf|ikzelf|mijzelf|wij|we|ons|i|we|us|je|nous|noteer|schrijf|inschrijving)\b"
)
_TAKES_PART = re.compile(
    r"\b"
    + any_of(r"""
(?:schrijf|meld|noteer|zet|geef|teken|kies|kom|neem|schuif|sluit|doe|volg|zetel) (?:ik|mij|me|wij|we|dus|u mij)
(?:mij|me|ons) (?:\w+ ){0,4}(?:in|aan|op|bij) | in ?schrij\w* | deel ?(?:te )?nemen | kandidaat | afgevaardigde
gekozen voor
""")
    + r"\b"
)
_RELATIVE = re.compile(
    r"(?:^|[,(]\s*)(?:die|dat|welke|who|which|qui)\s+(?!(?:van|over|rond|inzake|omtrent)\b)(?:\w+ ){0,4}?\0"
)
"""'Farys, dat zelf grondwater volgt': the table stands for the \\0."""
_WHO = re.compile(r"^\W*(?:(?:en|maar|of|want) )?(?:wie|waarom|hoe)\b")
_CALLS = re.compile(
    r"\b(?:mag|mogen|kan|kunt|kunnen) (?:u|je|jullie) (?:mij|me|ons) (?:\w+ ){0,3}(?:bellen|contacteren|mailen"
    r"|verwittigen"
    r"|aanspreken|iets laten weten|optrommelen)\b|\blaat (?:het )?(?:mij|me|ons) (?:dan )?(?:gerust )?weten\b"
)
_IF = re.compile(r"^\W*(?:als|indien|mocht\w*|moest\w*|wanneer|if)\b")
_TAKEN = re.compile(
    r"^[^;.]{0,40}\b(?:zit|zitten|zetelt|zetelen|is|zijn|wordt|worden|volgt|volgen)\b (?:\w+ ){0,3}"
    + any_of(r"""
(?:al|reeds) (?:\w+ ){0,4}(?:bezet|vertegenwoordigd|ingevuld|gevolgd|opgevolgd|volk|genoeg|voldoende|vol|volzet|iemand)
(?:al|reeds) (?:goed |ruim |door )
""")
)
_BY_OTHERS = re.compile(
    r"^[^;.]{0,30}\b(?:wordt|worden|is|zijn) (?:\w+ ){0,3}(?:gevolgd|opgevolgd|waargenomen|ingevuld|bezet"
    r"|behartigd) door\b"
)
_ALSO = re.compile(r"\W*x{5,} (?:ook|evenzeer|eveneens|net zo goed|idem)\W*")
_OFFERED = re.compile(
    r"\b(?:jullie|u|je|men|ze|zij|vmm) (?:boden|bood|stelden|stelde|suggereerde\w*|raadde\w*|bevestigde\w*)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:succes|geluk|plezier) (?:nog )?(?:met|bij|aan|in)\b|\b(?:volg|volgen|doen|doe|bekijken|behandelen"
    r"|regelen) (?:wij|we|ik) (?:\w+ )?(?:via|intern|binnen|elders|langs|in een"
    r" andere|van ?op afstand|op afstand)\b|\b(?:wij|we|ik) (?:volg|volgen) (?:\w+ ){0,3}(?:via|intern|elders|langs)\b"
)
_WISHES_NEXT = re.compile(r"\ben (?:kom|neem|wil|schrijf|meld|zou|ga|sluit|schuif|volg|doe|zal)\b")
_CONSIDERED = re.compile(
    r"\b"
    + any_of(r"""
(?:aandacht|focus|discussie|middelen|zorgen?) (?:\w+ ){0,2}(?:gaat|ging|gaan|gingen) (?:\w+ )?(?:naar|over)
afbreuk (?:te doen )?aan | het belang van | ondanks | niettegenstaande
vra(?:agt|gen) (?:mij|me|ons) (?:\w+ ){0,3}(?:naar|over)
sprake (?:was )?(?:van|om) | over (?:\w+ ){0,3}(?:nagedacht|gesproken|getwijfeld|gediscussieerd)
(?:na)?gedacht (?:over|aan) | (?:na)?dachten (?:\w+ )?(?:over|aan) | getwijfeld (?:tussen|of|over)
twijfel\w* tussen | keuze tussen | gesproken over | gelezen over | las (?:ik|u|we|wij) (?:\w+ )?over
(?:opdeling|indeling|onderscheid|verschil|spanningsveld) (?:in|tussen|van)
weten (?:wij|we) dat | bekend dat
(?:in|volgens) (?:de|een|onze) (?:\w+ ){0,2}(?:nota|verslag|brief|mail)\b.{0,60}?(?:stond|\
staat|was sprake)
""")
    + r"\b"
)
_TURN = re.compile(r"\b(?:maar|doch|echter|toch|uiteindelijk|dus|daarom|but|mais|zien (?:onszelf|ons|mezelf))\b")
_CUT = re.compile(
    r"[;,:()]|\s[-–]\s|\b(?:maar|want|omdat|terwijl|aangezien|but|because|while|mais|car)\b|\ben(?= (?:wie|dat|ik"
    r"|wij|we)\b)"
)


def with_told(said: Sequence[Said], own: Collection[str]) -> list[Said]:
    """The sentences, with the tables marked of which they only tell; `own`: the organisations of the writer."""
    wishes = any(_is_own_wish(one) for one in said)
    marked = [_marked(one, own, wishes) for one in said]
    for number in range(1, len(marked)):
        one, before = marked[number], marked[number - 1]
        talks = before.tables.mentions and before.intent.verb and not before.intent.wish
        if talks and _ALSO.fullmatch(without_names(one.unit.folded, one.tables.mentions)):
            # "Grondwater is belangrijk. Oppervlaktewater ook."
            marked[number] = with_tables(one, [replace(m, polarity=Polarity.KEEP) for m in one.tables.mentions])
    return marked


def _is_own_wish(one: Said) -> bool:
    """Whether a sentence wishes in the first person for a table that it names."""
    return bool(one.wished) and one.intent.wish and not one.intent.past and bool(_FIRST_PERSON.search(one.unit.folded))


def _marked(one: Said, own: Collection[str], wishes: bool) -> Said:
    if not one.wished or one.intent.only_asks or one.unit.field is not None:
        return one
    text = without_names(one.unit.folded, one.tables.mentions, one.people)
    marked = [
        replace(m, polarity=Polarity.KEEP) if m.polarity is Polarity.YES and _is_told(one, text, m, own, wishes) else m
        for m in one.tables.mentions
    ]
    told = with_tables(one, marked)
    if not told.wished and own and any(m.polarity is Polarity.KEEP for m in marked):
        # Who follows the table instead is not whom the mail speaks for.
        told = replace(told, organisations=tuple(a for a in one.organisations if a.name in own))
    return told


def _is_told(one: Said, text: str, mention: Mention, own: Collection[str], wishes: bool) -> bool:
    start, end = _clause(one, text, mention)
    clause = text[start:end]
    if _TURN.search(clause[: mention.start - start]) is None and _considered(text, mention):
        return True
    if mention.every:
        return False
    elsewhere = _ELSEWHERE.search(clause)
    if elsewhere is not None and not _WISHES_NEXT.search(clause[elsewhere.end() : max(0, mention.start - start)]):
        return True
    placed = text[max(0, start - 2) : mention.start] + "\0"
    own_voice = _FIRST_PERSON.search(clause) or _TAKES_PART.search(clause)
    if _IF.match(clause) and _CALLS.search(text[end:]):
        return True
    if _OFFERED.search(clause):
        return True
    if own_voice:
        return False
    if _WHO.match(clause) and not text.rstrip().endswith("?"):
        return True
    if _RELATIVE.search(placed) and any(a.end <= mention.start for a in one.organisations):
        return True
    if _TAKEN.match(text[mention.end : end]):
        return True
    if _BY_OTHERS.match(text[mention.end : end]) and not any(a.who is Who.NAMED for a in one.actors):
        return True
    return wishes and _of_another(one, start, mention, own)


def _considered(text: str, mention: Mention) -> bool:
    """Whether the table stands behind words of having thought or spoken of it, and no turn stands between."""
    ends = [match.end() for match in _CONSIDERED.finditer(text, 0, mention.start)]
    if not ends:
        return False
    between = text[ends[-1] : mention.start]
    return not _TURN.search(between) and not _TAKES_PART.search(between) and "." not in between


def _of_another(one: Said, start: int, mention: Mention, own: Collection[str]) -> bool:
    """'De Watergroep volgt grondwater': another organisation is the subject, and the writer speaks for a known one."""
    if not own or any(a.who is not Who.UNNAMED for a in one.actors):
        return False
    subjects = [a for a in one.organisations if start <= a.start < mention.start]
    return bool(subjects) and all(a.name not in own for a in subjects) and subjects[0].start - start <= 4


def _clause(one: Said, text: str, mention: Mention) -> tuple[int, int]:
    """The part of the sentence that the table stands in; commas of an enumeration do not count."""
    cuts = [0, *_cuts(text), len(text)]
    start = max(cut for cut in cuts if cut <= mention.start)
    end = min(cut for cut in cuts if cut >= mention.end)
    return start, end


_BESIDE = re.compile(r"x{5,}(?:-?tafels?)?[\"')]*\s*$")
_GOES_ON = re.compile(r"\W*(?:(?:en|of|and|et|ook) )?(?:de |het |die (?:over|rond) )?(?:(?:werk)?tafels? )?x{5,}")


_NEAR = 100
"""Characters before a comma in which the table beside it stands."""


@lru_cache(maxsize=64)
def _cuts(text: str) -> tuple[int, ...]:
    """Asked for every table of a sentence, so worked out once; and each comma looks only at what is near it."""
    return tuple(match.start() for match in _CUT.finditer(text) if not _enumerates(text, match))


def _enumerates(text: str, cut: re.Match[str]) -> bool:
    at = cut.start()
    beside = cut.group() == "," and _BESIDE.search(text[max(0, at - _NEAR) : at])
    return bool(beside and _GOES_ON.match(text[at : at + _NEAR]))
