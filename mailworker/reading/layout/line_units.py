"""Lines that stand for themselves: bullets, checkboxes, fields of a form, rows of a table."""

import re
from dataclasses import replace

from mailworker.domain.request import Source
from mailworker.reading.folding import fold
from mailworker.reading.layout.labels import Field, field_of, heading_of
from mailworker.reading.layout.lines import Line
from mailworker.reading.layout.unit import Kind, Unit

_BULLET = re.compile(r"^\s*(?:[-*•·▪‣◦●○–—>]+\s+|[-•·▪–](?=\S)|\(?\d{1,2}[).]\s+|\(?[a-e][).]\s+|o\s{2,})")
_CHECKBOX = re.compile(r"^\s*[-*•]?\s*(?:\[\s?[xv✓✔]?\s?\]|\(\s?[xv]?\s?\)|[☐☑☒✓✔✗✘□■])", re.IGNORECASE)
_COLUMNS = re.compile(r"(?<=\S)(?: {3,})(?=\S)")
_NEXT_LABEL = re.compile(r"(?:(?<=[.;,])| [/|–-]) +(?=([^\W\d_][^:.;,]{2,40}):\s)")


def by_label(line: Line) -> list[Line]:
    """A line in pieces, where it holds several labels of a form: 'Tafel: grondwater. Deelnemer: Jan Peeters.'"""
    head = line.text.partition(":")[0].strip(" *_-•")
    if ":" not in line.text or field_of(fold(head)) is None:
        return [line]
    pieces, begin = [], 0
    for match in _NEXT_LABEL.finditer(line.text):
        if field_of(fold(match.group(1)).strip()) is not None:
            pieces.append(replace(line, text=line.text[begin : match.start()], start=line.start + begin))
            begin = match.end()
    pieces.append(replace(line, text=line.text[begin:], start=line.start + begin))
    return pieces


def line_unit(line: Line, paragraph: int) -> Unit | None:
    """The unit of a line that stands for itself: a bullet, a checkbox, a form's field or a table's row."""
    text = line.text
    folded = fold(text)
    lead = len(text) - len(text.lstrip())
    if "\t" in text.strip() or (text.count("|") >= 2 and text.strip().startswith("|")):
        separator = "\t" if "\t" in text.strip() else "|"
        cells = tuple(cell.strip() for cell in text.strip("\n").strip("|").split(separator))
        if len(cells) == 2 and (found := field_of(fold(cells[0]).rstrip(" :*"))) and heading_of(fold(cells[1])) is None:
            begin = text.index(separator, len(cells[0])) + 1
            return _unit(line, begin, Kind.FIELD, paragraph, field=found)
        return _unit(line, lead, Kind.ROW, paragraph, cells=cells)
    if _COLUMNS.search(text.strip()) and len(text) < 160 and not text.rstrip().endswith((".", "?", "!")):
        return _unit(line, lead, Kind.ROW, paragraph, cells=tuple(_COLUMNS.split(text.strip())))
    if _CHECKBOX.match(text):
        return _unit(line, lead, Kind.ITEM, paragraph)
    bullet = _BULLET.match(text)
    begin = bullet.end() if bullet else lead
    colon = folded.find(":", begin)
    if 0 < colon - begin <= 60:
        found = field_of(folded[begin:colon].strip(" *_.-"))
        if found is not None:
            value = colon + 1
            value += len(text[value:]) - len(text[value:].lstrip(" \t*_"))
            return _unit(line, value, Kind.FIELD, paragraph, field=found)
    if bullet:
        return _unit(line, begin, Kind.ITEM, paragraph)
    return None


def _unit(
    line: Line, begin: int, kind: Kind, paragraph: int, *, field: Field | None = None, cells: tuple[str, ...] = ()
) -> Unit:
    text = line.text[begin:].rstrip()
    return Unit(text, fold(text), line.start + begin, kind, Source.OWN, paragraph, field, cells, line.answers)
