"""Columns that are set by spaces, dots or strokes: they become tabs as wide as they were."""

import re
from dataclasses import replace

from mailworker.reading.folding import fold
from mailworker.reading.layout.labels import heading_of
from mailworker.reading.layout.lines import Line

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")


def with_wide_gaps(lines: list[Line]) -> list[Line]:
    """The lines; below a row of headings, two spaces stand between columns where their number fits."""
    out = _with_leaders(lines)
    width = 0
    for number, line in enumerate(out):
        pieces = _GAP.split(line.text.strip())
        if not line.text.strip():
            width = 0
        elif len(pieces) >= 2 and sum(heading_of(fold(p)) is not None for p in pieces) >= 2 and "\t" not in line.text:
            width = len(pieces)
            out[number] = replace(line, text=_GAP.sub(_tab, line.text))
        elif width and len(pieces) == width:
            out[number] = replace(line, text=_GAP.sub(_tab, line.text))
    return out


_LEADERS = re.compile(r"(?<=\w)\s*(?:\.{3,}|…+|_{3,}|(?: \.){3,})[.…\s]*(?=[^\W_])")


def _with_leaders(lines: list[Line]) -> list[Line]:
    """The lines; dots or strokes that lead from one column to the next, on lines below each other, are a tab."""
    led = [len(_LEADERS.findall(line.text)) == 1 and len(line.text) <= 120 for line in lines]
    beside = [led[n] and ((n > 0 and led[n - 1]) or (n + 1 < len(lines) and led[n + 1])) for n in range(len(lines))]
    return [
        replace(line, text=_LEADERS.sub(_tab, line.text)) if row else line
        for line, row in zip(lines, beside, strict=True)
    ]


def _tab(gap: re.Match[str]) -> str:
    """A tab as wide as the gap, so that everything stays where it stood."""
    return "\t" + " " * (len(gap.group()) - 1)
