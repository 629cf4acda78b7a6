"""Corrections of an earlier registration: a name that was misspelt, the wrong organisation.

A name that is corrected is a replacement of the old spelling by the new one; whether both are one person is decided
against the register. What is corrected of an organisation, or without saying how, a person must look at.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from mailworker.domain.request import Action
from mailworker.reading.context import Context
from mailworker.reading.phrases.patterns import any_of, one_of
from mailworker.reading.said import Said, without_names
from mailworker.reading.who.actors import Actor, Who
from mailworker.reading.who.person_names import key, same_person
from mailworker.reading.wish import Doubt, Span, Wish, places, whole

_ALIKE = 0.6
"""How much of the differing words of two spellings must be the same."""

_UNCLEAR = Doubt("name", "The mail corrects a name, but not clearly how.")
_ORGANISATION = Doubt("organisation", "The mail corrects the organisation of a registration.")

_SAYS_NAME_WRONG = one_of(r"""
(?:naam|namen|achternaam|voornaam|familienaam) .{0,60}?(?:verkeerd|fout|foute|foutief|foutieve|niet (?:juist|correct|\
goed)|gespeld|misspelt|misspelled|een (?:schrijf|tik|typ)fout|met (?:twee|een|dubbele?|2|1|drie))
(?:verkeerd|fout|foutief) (?:gespeld|geschreven|getypt|vermeld)
(?:verkeerde|foute|foutieve) (?:voor|achter|familie)?naam
(?:schrijf|schrijft|schrijven) (?:je|u|men|ik|wij) (?:\w+ ){0,4}met (?:twee|een|dubbele?|2|1)
(?:schrijf|schrijft) .{0,30}?met (?:twee|dubbele?|2)
(?:spelfout|schrijffout|tikfout|typfout) in (?:mijn|de|zijn|haar|onze) (?:\w+)?naam
(?:name|nom) .{0,40}?(?:misspel\w+|wrong|incorrect\w*|mal (?:orthographie|ecrit))
""")
_SAYS_ORGANISATION_WRONG = one_of(r"""
(?:verkeerde|foute|foutieve) (?:organisatie|firma|bedrijf|bedrijfsnaam|werkgever|gemeente|instelling)
(?:ingeschreven|genoteerd|geregistreerd|vermeld|aangemeld)(?: staan)? (?:als|onder|bij|voor) ORG[ ,]\
.{0,20}?(?:moet|moest|maar|werk) .{0,40}?ORG
(?:organisatie|firma|bedrijf\w*|werkgever) .{0,60}?(?:verkeerd|foutief|niet (?:juist|correct)|moet .{0,40} zijn)
ORG .{0,20}(?:moet|moest|had) .{0,12}ORG .{0,20}(?:zijn|worden)
niet (?:bij|voor|van) ORG maar (?:bij|voor|van|wel bij) ORG(?= *[.!]| *$)
""")
_CORRECTS = re.compile(
    r"\b(?:niet|geen|fout\w*|verkeerd\w*|correct\w*|gespeld|geschreven|schreef|heet|moet|moest|ipv|i\.p\.v\.?|naam|not"
    r"|plaats van|should|wrong)\b"
)
_OLD_BEFORE = re.compile(
    r"\b"
    + any_of(r"""
niet | geen | i\.?p\.?v\.? | in plaats van | inplaats van | not | schreef | schreven | staat | stond | vermeldt
vermeldde | vermeld als | noteerde | noteerden | noemde | genoteerd als | ingeschreven als | instead of | als
""")
    + r"\s+(?:(?:er|u|jullie|daar|ten onrechte|de heer|mevrouw|mijn naam als),? )*[\"'“‘]?$"
)
_OLD_AFTER = re.compile(
    r"[\"'”’]?[\s,;]*(?:maar )?(?:dat |die |en dat |dit )?(?:moet|moest|is (?:fout|verkeerd)|should"
    r"|(?:te |in )?(?:verbeteren|wijzigen|veranderen|aanpassen|corrigeren) (?:in|naar|tot))\b"
)
_NEW_BEFORE = re.compile(
    r"\b(?:moet|moest|wordt|maar|heet|is|should be|wel|ben|naam)\s+(?:wel |dus |eigenlijk )?[\"'“‘]?$"
)
_NOT = re.compile(
    r"\b(?:niet|geen|not|ipv|i\.p\.v\.|in plaats van)\s+(?:met )?[\"'“‘]?((?:[^\W\d_][\w'’-]+\s?){1,3})", re.IGNORECASE
)


def corrections(context: Context) -> list[Wish] | Doubt:
    """The name that the mail corrects, or why a person must look; nothing where it corrects none."""
    if any(_SAYS_ORGANISATION_WRONG.search(_blotted(one)) for one in context.said):
        return _ORGANISATION
    wish = next(_pairs(context), None)
    if wish is not None:
        return [wish]
    return _UNCLEAR if any(_SAYS_NAME_WRONG.search(one.unit.folded) for one in context.said) else []


def _blotted(one: Said) -> str:
    return without_names(one.unit.folded, one.tables.mentions, one.people, one.organisations)


def _pairs(context: Context) -> Iterator[Wish]:
    """Two spellings of one name, of which the text says that one is right."""
    spots = [(one, p.name, p.start, p.end) for one in context.said for p in one.people]
    for one, name, start, end in spots:
        for other_one, other, other_start, other_end in spots:
            if not _alike(name, other) or not (
                _CORRECTS.search(one.unit.folded) or _CORRECTS.search(other_one.unit.folded)
            ):
                continue
            if _is_old(one, start, end) > _is_old(other_one, other_start, other_end):
                yield _wish(context, (one, name, start, end), (other_one, other, other_start, other_end))
    names = [name for _, name, *_ in spots] + ([context.sender.name] if context.sender.name else [])
    for one in context.said:
        for match in _NOT.finditer(one.unit.text):
            for word in re.finditer(r"\S+", match.group(1)):
                wrong = word.group()
                found = ((o, n) for n in names if wrong[0].isupper() and (o := _with_word(n, wrong)) is not None)
                old = next(found, None)
                if old is not None:
                    at = match.start(1)
                    yield _wish(context, (one, old[0], at + word.start(), at + word.end()), (one, old[1], 0, 0))


def _is_old(one: Said, start: int, end: int) -> int:
    before, after = one.unit.folded[max(0, start - 50) : start], one.unit.folded[end : end + 50]
    old = 2 * bool(_OLD_BEFORE.search(before)) + bool(_OLD_AFTER.match(after))
    return old - bool(_NEW_BEFORE.search(before))


def _alike(one: str, other: str) -> bool:
    """Whether two names that mean different people are two spellings of one: 'Sofie Mees', 'Sofie Maes'."""
    if same_person(one, other):
        return False
    a, b = key(one), key(other)
    mine, theirs = [w for w in a if w not in b], [w for w in b if w not in a]
    if not mine or not theirs or len(mine) > 2 or len(theirs) > 2 or not set(a) & set(b):
        return False
    return SequenceMatcher(None, "".join(mine), "".join(theirs)).ratio() >= _ALIKE


def _with_word(name: str, word: str) -> str | None:
    """The name with the wrong word in the place of the right one: 'het is Maes en niet Mees'."""
    for right in re.findall(r"[^\W\d_][\w'’-]+", name):
        a, b = right.lower(), word.lower()
        if a != b and a[0] == b[0] and len(b) > 2 and SequenceMatcher(None, a, b).ratio() >= _ALIKE:
            return name.replace(right, word)
    return None


def _wish(context: Context, old: tuple[Said, str, int, int], new: tuple[Said, str, int, int]) -> Wish:
    tables = tuple(w for one in context.said for w in places(one.unit, one.tables.mentions))
    where = tables or tuple((table, whole(old[0].unit)) for table in context.words.ids)
    leaver, newcomer = (Actor(Who.NAMED, start, end, name) for _, name, start, end in (old, new))
    spans = [Span(one.unit, start, end) if end else None for one, _, start, end in (old, new)]
    wish = Wish(Action.REPLACE, leaver, actor_span=spans[0], newcomer=newcomer, newcomer_span=spans[1])
    return wish.at(where)
