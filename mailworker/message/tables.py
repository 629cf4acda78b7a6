"""Lines being written, and the tables of HTML: which hold data, row by row, and which only lay out a page."""

import re
from dataclasses import dataclass, field

from mailworker.message.body import Label

_WHITE = re.compile(r"[ \t\n\r\f\xa0]+")
_MOST_COLUMNS = 40
_LONGEST_CELL = 400
_SHORT_CELL = 120
_MOST_LINES_IN_CELL = 12


@dataclass(frozen=True, slots=True)
class HtmlLine:
    """A visible line, and the label that the document's structure gives it, if any."""

    text: str
    hint: Label | None = None


@dataclass(slots=True)
class Buffer:
    """The lines of the document or of one cell, and the line that is being written."""

    lines: list[HtmlLine] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    hint: Label | None = None
    holds_table: bool = False
    holds_only_bullet: bool = False
    columns: int = 1
    rows: int = 1

    def write(self, text: str, hint: Label | None) -> None:
        """Adds text to the line; where whose words they are changes within a line, a new line begins."""
        if not text:
            return
        if self.pieces and hint is not self.hint and not text.isspace():
            self.flush()
        if not self.pieces:
            self.hint = hint
        self.pieces.append(text)
        self.holds_only_bullet = False

    def flush(self) -> None:
        """Ends the line if there is anything on it; a no-break space alone makes a blank line."""
        text = "".join(self.pieces)
        self.pieces = []
        self.holds_only_bullet = False
        if text.strip(" \t\n\r\f"):
            self.lines.append(HtmlLine(_WHITE.sub(" ", text).strip(), self.hint))

    def end_line(self, hint: Label | None) -> None:
        """Ends the line even if it is empty, as a line break does."""
        before = len(self.lines)
        self.flush()
        if len(self.lines) == before:
            self.lines.append(HtmlLine("", hint))

    def blank(self, hint: Label | None) -> None:
        """The space between two paragraphs."""
        if self.lines and self.lines[-1].text:
            self.lines.append(HtmlLine("", hint))


@dataclass(slots=True)
class Table:
    """The rows of one table; a cell holds its own lines."""

    rows: list[list[Buffer]] = field(default_factory=list)
    hanging: dict[int, Buffer] = field(default_factory=dict)

    def start_row(self) -> None:
        self.rows.append([])

    def add(self, cell: Buffer) -> None:
        """Puts a cell in the present row; one that spans rows says the same in each of them."""
        if not self.rows:
            self.start_row()
        row = self.rows[-1]
        while (above := self.hanging.pop(len(row), None)) is not None:
            self._put(row, above, above.rows - 1)
        self._put(row, cell, cell.rows)
        row.extend(Buffer() for _ in range(min(cell.columns, _MOST_COLUMNS) - 1))

    def _put(self, row: list[Buffer], cell: Buffer, rows: int) -> None:
        if rows > 1 and len(row) < _MOST_COLUMNS:
            self.hanging[len(row)] = Buffer(lines=cell.lines, rows=rows)
        row.append(cell)

    def lines(self) -> list[HtmlLine]:
        """The table as lines: a row of data on one line with tabs, other cells one below the other."""
        data = self._holds_data()
        out: list[HtmlLine] = []
        for row in self.rows:
            texts = [[line.text for line in cell.lines if line.text] for cell in row]
            filled = sum(1 for lines in texts if lines)
            short = filled > 1 and all(len(lines) <= 1 and len("".join(lines)) <= _SHORT_CELL for lines in texts)
            if len(row) > 1 and filled and (data or short):
                hint = next((line.hint for cell in row for line in cell.lines if line.text), None)
                out.append(HtmlLine("\t".join(", ".join(lines) for lines in texts), hint))
            else:
                for cell in row:
                    out += cell.lines
        return out

    def _holds_data(self) -> bool:
        """Whether several rows have several filled cells, none of them a page of its own."""
        full = 0
        for row in self.rows:
            filled = [cell for cell in row if any(line.text for line in cell.lines)]
            full += len(filled) > 1
            for cell in filled:
                if cell.holds_table or len(cell.lines) > _MOST_LINES_IN_CELL:
                    return False
                if sum(len(line.text) for line in cell.lines) > _LONGEST_CELL:
                    return False
        return full > 1
