"""Organisations of no known kind, told by the place where they stand: behind a person, in brackets, before "wil ik".

A run of capital words is nothing by itself. In these places only an organisation stands: 'Jan Peeters van Delta Hydro',
'Voor De Groene Tak wil ik deelnemen', 'Wij, Chemielux, ...'. A first name, a function or a department is none.
"""

import re
from collections.abc import Iterator

from mailworker.reading.folding import fold
from mailworker.reading.phrases.patterns import words_of
from mailworker.reading.who.names import NOT_NAMES, TITLES
from mailworker.reading.who.person_names import is_first_name

_RUN = (
    r"(?P<run>[A-ZÀ-Þ][\w'’&+-]+(?: (?:(?:van|de|den|der|het|ten|ter|voor|en|&) ){0,2}"
    r"[A-ZÀ-Þ0-9][\w'’&+-]*){0,4})"
)
_ARTICLE = r"(?:(?:de|het|the|la|le|firma|bedrijf|bureau|onze|vzw|nv|bv) )?"
_PERSON = r"[A-ZÀ-Þ][\w'’-]+ (?:(?:van|de|den|der|ten|ter|op|Op|'t|’t) ?){0,3}[A-ZÀ-Þ][\w'’-]+"
_SINGLE = r"(?P<run>[A-ZÀ-Þ][\w'’&+-]{3,30})"
_FIRST = r"(?:ik|wij|we)"
_TOLD = 0
_PLACES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:vzw|vereniging|bedrijf|bedrijfje|bureau|firma|organisatie|coöperatie|club|stichting|zaak) ?\({_RUN}\)",
        rf"{_PERSON}(?:,| ,)? (?:van|uit|bij|from|at) {_ARTICLE}{_RUN}",
        rf"{_PERSON} ?\((?:van |bij )?{_RUN}\)",
        rf"(?:^|\n)\s*{_PERSON}, {_RUN}(?=, )",
        rf"\b[Vv]oor {_ARTICLE}{_RUN},? (?:wil|zou|kom|neem|nemen|sluit|had|zal|ga|doe|meld|schuif|willen|zouden)"
        rf" {_FIRST}"
        r"(?= .{0,80}?\b(?:deel|aan|mee|bij|naar|deelnemen|aansluiten|aanschuiven|meewerken|bijwonen|volgen|komen)\b)",
        rf"\b(?:[Ww]ij|[Ww]e|[Nn]ous|We), {_RUN}, ",
        rf"\b[Ww]ij van {_ARTICLE}{_RUN}",
        rf"(?:^|\n)\s*{_SINGLE} (?:neemt|wil|wenst|zou|schrijft|stuurt|vaardigt|duidt|meldt|kiest|sluit|schuift)"
        r"(?! (?:ik|wij|we|u|jullie|je|er|hij|zij|ze|onze|ons|mijn|de|het|een|die|deze|dit|dat|men|iemand|niemand)"
        r"\b)\b",
    )
)
_NO_ORGANISATION = re.compile(
    r"(?:er|ster|oog|oge|eur|ist|iste|hoofd|manager|expert|coordinator|consulent|officer|advisor|student|ambtenaar"
    r"|verantwoordelijke|secretaris|bestuurder|lid|rector|professor|decaan|beleid|afdeling|directie|dienst|team|cel"
    r"|ordening|wonen|straat|laan|plein|weg|secretariaat|griffie)$"
)


def slot_spans(text: str) -> list[tuple[int, int]]:
    """Where the text names an organisation by its place alone."""
    return [span for place in _PLACES for match in place.finditer(text) if (span := _span(text, match)) is not None]


def _span(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    start, end = match.span("run")
    words = list(_words(text[start:end]))
    while words and fold(words[-1][2]) in NOT_NAMES and words[-1][2].islower():
        end = start + words.pop()[0]
    told = match.re is _PLACES[_TOLD]
    return (start, end) if is_organisation(text[start:end], told) else None


def _words(run: str) -> Iterator[tuple[int, int, str]]:
    for match in re.finditer(r"\S+", run):
        yield match.start(), match.end(), match.group()


def is_organisation(run: str, told: bool = False) -> bool:
    """Whether a run of capital words may be an organisation: no first name leads it, no function or department.

    Where the text has `told` that it is one, "De Groene Emmer" is no function either.
    """
    words = [fold(word).strip(".,'’") for word in run.split()]
    capitals = [fold(word) for word in run.split() if word[:1].isupper()]
    if (
        not capitals
        or is_first_name(words[0])
        or any(w in TITLES or (not told and _NO_ORGANISATION.search(w)) for w in (words if told else capitals))
    ):
        return False
    if words[0] in ("de", "het") and len(words) == 1:
        return False
    plain = [w for w in capitals if w not in ("de", "het")]
    return bool(plain) and any(w not in NOT_NAMES for w in plain) and plain[0] not in _NEVER_FIRST


_NEVER_FIRST = words_of(
    """
    ik wij we u bevoorrading grondwater hemelwater afvalwater oppervlaktewater wateraudit beste geachte graag
    gelieve werktafel tafel eerstgenoemde laatstgenoemde eerste tweede beiden beide allebei wie wat hij zij ze dit dat er
    iemand niemand
    """
)


_PIECES = re.compile(r"\s*[|•·;,]\s*|\s[-–—]\s|\t")
_NOT_WRITTEN_SO = re.compile(r"[\d@:]|www\.|https?|^\W*$")


def under_a_name(lines: list[str], name: str) -> str | None:
    """The organisation of a signature that has no known kind: the line of capitals under the name or beside it."""
    at = next((n for n, line in enumerate(lines) if fold(name) in fold(line)), None)
    if at is None:
        return None
    for line in lines[at : at + 5]:
        for piece in _PIECES.split(line):
            words = [w for w in piece.split() if w.islower() is False]
            if fold(piece).strip() == fold(name) or _NOT_WRITTEN_SO.search(piece) or not 2 <= len(piece.split()) <= 6:
                continue
            if (
                len(words) >= 2
                and re.fullmatch(_RUN, piece.strip())
                and is_organisation(piece.strip())
                and not _plain(words)
            ):
                return piece.strip()
    return None


def _plain(words: list[str]) -> bool:
    """Whether a word of any office stands in it: "Integraal Waterbeleid" is a department."""
    return any(fold(word) in NOT_NAMES - {"de", "het", "nv", "bv", "vzw", "groep", "group"} for word in words)
