"""Sentences of lines that a program wrapped at some column; every character keeps its distance to the first one."""

import re
from dataclasses import replace

from mailworker.domain.request import Source
from mailworker.reading.folding import fold
from mailworker.reading.layout.columns import with_wide_gaps
from mailworker.reading.layout.line_units import by_label, line_unit
from mailworker.reading.layout.lines import Line
from mailworker.reading.layout.unit import Kind, Unit
from mailworker.reading.phrases.patterns import any_of

_ABBREVIATION = re.compile(
    any_of(r"""
\b(?:dr|drs|ir|ing|prof|em|dhr|mevr|mw|mr|mrs|ms|mme|st|nr|bv|bvb|bijv|resp|incl|excl|cfr|cf|ca|max|min|opp|\
oppervl|lic|tel|afd|dept|dep|vs|jl|blz|art|ev|enz|hr|m|vnl|ref|nl|d|o|p|ex|jr|sr|inz|aang|betr|arch|burg)
(?<!['’])\b[a-z] | (?:[a-z]\.){1,3}[a-z]
""")
    + r"$"
)
_BREAK = re.compile(r"[.!?;…]+[)\"'\]]*(?=\s+\S)")
_NEVER_ABBREVIATION = re.compile(r"(?:a\.u\.b|aub)$")


def units_of(lines: list[Line]) -> list[Unit]:
    units: list[Unit] = []
    block: list[Line] = []
    paragraph = 0

    def flush() -> None:
        nonlocal block
        if block:
            units.extend(_sentences(block, paragraph))
            block = []

    lines = with_wide_gaps([piece for line in lines for piece in by_label(line)])
    for number, line in enumerate(lines):
        stripped = line.text.strip()
        if not stripped or line.first:
            flush()
            paragraph += 1
            if not stripped:
                continue
        unit = line_unit(line, paragraph)
        if unit is not None:
            flush()
            units.append(unit)
            continue
        if block and (not _continues(block[-1].text.rstrip(), stripped) or _is_column(lines, number)):
            flush()
        elif not block and units and _wraps_item(units[-1], lines, number, stripped):
            units[-1] = _joined(units[-1], line)
            continue
        block.append(line)
    flush()
    return [unit for unit in units if unit.text.strip()]


_ARROW = re.compile(r"\S\s*(?:-+>|=+>|→)\s*\S")
_NOTHING = re.compile(r"(?:->|=>|→|=|:|\.{3})\s*[/–-]$")
"""A stroke where a value could stand."""
_LABELLED = re.compile(r"^[^\s:][^:]{0,40}:\s")


def _continues(previous: str, following: str) -> bool:
    """Whether a line break is only where a program wrapped the paragraph."""
    if previous.endswith((":", "?", "!")) or (_LABELLED.match(following) and _LABELLED.match(previous)):
        return False
    if _NOTHING.search(previous) or (_ARROW.search(previous) and _ARROW.search(following)):
        return False
    first = following[:1]
    if first.islower() or first in "(&+" or previous.endswith((",", "-", "/", "&", "+")):
        return True
    return len(previous) >= 48 and not (previous.endswith(".") and len(previous) < 60)


_JOINS = frozenset(("en", "of", "et", "ou", "and", "or", "alsook", "evenals", "plus"))
"""At the end of a line: an enumeration goes on below it."""


def _is_column(lines: list[Line], number: int) -> bool:
    """Whether a line and those around it hold a few words each: a list without bullets, not a wrapped paragraph."""
    around = [line.text.split() for line in lines[max(0, number - 2) : number + 3]]
    short = [0 < len(words) <= 3 and words[-1].lower() not in _JOINS for words in around]
    here = number - max(0, number - 2)
    first = max((n + 1 for n in range(here) if not short[n]), default=0)
    last = next((n for n in range(here, len(short)) if not short[n]), len(short))
    return last - first >= 3


def _wraps_item(unit: Unit, lines: list[Line], number: int, stripped: str) -> bool:
    """Whether a line goes on with the list item or field above it."""
    if unit.kind is Kind.FIELD and not unit.text:
        return True
    above = lines[number - 1].text if number else ""
    return (
        unit.kind is Kind.ITEM
        and bool(above.strip())
        and (lines[number].text[:1] == " " or stripped[:1].islower())
        and len(above) >= 40
    )


def _joined(unit: Unit, line: Line) -> Unit:
    if not unit.text:
        lead = len(line.text) - len(line.text.lstrip())
        text = line.text.strip()
        return replace(unit, text=text, folded=fold(text), start=line.start + lead)
    gap = max(1, line.start - unit.start - len(unit.text))
    text = unit.text + " " * min(gap, 80) + line.text.rstrip()
    return replace(unit, text=text, folded=fold(text))


def _sentences(block: list[Line], paragraph: int) -> list[Unit]:
    """The sentences of wrapped lines; every character keeps its distance to the first one."""
    begin = block[0].start
    pieces: list[str] = []
    length = 0
    for line in block:
        gap = line.start - begin - length
        pieces.append(" " * max(gap, 1 if pieces else 0))
        pieces.append(line.text)
        length += max(gap, 1 if len(pieces) > 2 else 0) + len(line.text)
    text = "".join(pieces)
    folded = fold(text)
    units: list[Unit] = []
    start = 0
    kind = Kind.SENTENCE
    for end in [*_ends(text, folded), len(text)]:
        piece = text[start:end]
        lead = len(piece) - len(piece.lstrip())
        piece = piece.strip()
        if piece:
            at = start + lead
            units.append(
                Unit(
                    piece,
                    folded[at : at + len(piece)],
                    begin + at,
                    kind,
                    Source.OWN,
                    paragraph,
                    None,
                    (),
                    block[0].answers,
                )
            )
        start = end
    return units


def _ends(text: str, folded: str) -> list[int]:
    ends = []
    for match in _BREAK.finditer(folded):
        following = text[match.end() :].lstrip()[:1]
        if ")" in match.group() and following.islower():
            continue
        if match.group()[0] == ".":
            before = folded[max(0, match.start() - 12) : match.start()]
            if _ABBREVIATION.search(before) and not (_NEVER_ABBREVIATION.search(before) and not following.islower()):
                continue
        ends.append(match.end())
    return ends
