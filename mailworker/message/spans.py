"""Labels for the lines of a mail: a linear pass over its lines, then spans that follow each other and cover the text.

It knows no table, person or organisation: it only tells whose words a line holds.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from mailworker.message import closings, footers
from mailworker.message.body import Label, Span
from mailworker.message.inbound import Address
from mailworker.message.quoting import Style, header_at

LINE_LIMIT = 5000
_NOT_OWN = (Label.QUOTE, Label.FORWARD)
_LONGEST_SIGNATURE = 12
_SENTENCE = 4

Lines = Sequence[str]
Hints = Sequence[Label | None]


def label_lines(
    lines: Lines, hints: Hints, *, forward: bool, reply: bool, sender: Address | None = None
) -> list[Label]:
    """A label for each line; `hints` is what HTML's structure says of it, `forward` and `reply` what headers say."""
    scanned = lines[:LINE_LIMIT]
    labels = _quotes(scanned, hints, forward, reply)
    for start, end in _runs(labels, Label.OWN):
        _Own(scanned, hints, labels, start, end, sender).label()
    # Nobody writes so much by hand: what is beyond the limit is kept, but counts as quoted.
    labels += [labels[-1] if labels and labels[-1] in _NOT_OWN else Label.QUOTE] * (len(lines) - len(scanned))
    return labels


def spans_of(
    lines: Lines, labels: Sequence[Label], struck: Mapping[int, Sequence[tuple[int, int]]]
) -> tuple[Span, ...]:
    """The spans of these lines, each with its line feed, the last without one; `struck` splits the sender's own."""
    pieces: list[tuple[Label, int]] = []
    for number, (line, label) in enumerate(zip(lines, labels, strict=True)):
        length = len(line) + (number + 1 < len(lines))
        at = 0
        for start, end in struck.get(number, ()) if label is Label.OWN else ():
            pieces += [(label, start - at), (Label.STRUCK, end - start)]
            at = end
        pieces.append((label, length - at))
    spans: list[Span] = []
    for label, length in pieces:
        if not length:
            continue
        if spans and spans[-1].label is label:
            spans[-1] = Span(label, spans[-1].start, spans[-1].end + length)
        else:
            start = spans[-1].end if spans else 0
            spans.append(Span(label, start, start + length))
    return tuple(spans)


def _runs(labels: Sequence[Label], wanted: Label) -> Iterator[tuple[int, int]]:
    start = 0
    for label, run in groupby(list(labels)):
        end = start + sum(1 for _ in run)
        if label is wanted:
            yield start, end
        start = end


def _quotes(lines: Lines, hints: Hints, forward: bool, reply: bool) -> list[Label]:
    """Quotes and forwards; all the rest is the sender's own so far."""
    quoted = Label.FORWARD if forward else Label.QUOTE
    found = [quoted if hint in _NOT_OWN else Label.OWN for hint in hints[: len(lines)]]
    marks = [line.lstrip().startswith(">") for line in lines]
    announced = rest = False
    at = 0
    while at < len(lines) and not rest:
        header = (
            None if found[at] is not Label.OWN or not lines[at] else header_at(lines, at, forward=forward, reply=reply)
        )
        if header is None:
            at += 1
            continue
        following = _next_filled(lines, header.end)
        set_off = following < len(lines) and (marks[following] or found[following] is not Label.OWN)
        if header.style is Style.ONLY_MARKED and not set_off:
            at += 1
        elif header.style is not Style.REST and set_off:
            found[at:following] = [header.label] * (following - at)
            announced = True
            at = following
        else:
            rest = True
            found[at:] = [Label.OWN if hints[number] is Label.OWN else header.label for number in range(at, len(lines))]
    if any(marks):
        _label_marked(lines, marks, found, quoted, announced or (reply and not rest))
    return found


def _next_filled(lines: Lines, at: int) -> int:
    """The next line with text on it, at most three blank ones further on."""
    for number in range(at, min(at + 4, len(lines))):
        if lines[number].strip():
            return number
    return len(lines)


def _label_marked(lines: Lines, marks: Sequence[bool], labels: list[Label], quoted: Label, announced: bool) -> None:
    """Lines that begin with ">" are quoted where the mail answers another, or where no bullet would look so."""
    at = 0
    while at < len(lines):
        if not marks[at] or labels[at] is not Label.OWN:
            at += 1
            continue
        end = at
        while end < len(lines) and marks[end]:
            end += 1
        block = [line.strip() for line in lines[at:end]]
        if announced or any(line == ">" or line.startswith((">>", "> >")) for line in block):
            labels[at:end] = [quoted] * (end - at)
            if end + 1 < len(lines) and marks[end + 1] and _continues(block[-1], lines[end]):
                labels[end] = quoted
        at = end


def _continues(quoted: str, line: str) -> bool:
    """Whether a program broke a long quoted line and left the mark off its second half."""
    return len(quoted) >= 60 and quoted[-1:] not in ".?!:;" and line[:1].islower() and len(line) < 40


@dataclass(slots=True)
class _Own:
    """One run of the sender's own lines: where in it are banners, the signature and footers."""

    lines: Lines
    hints: Hints
    labels: list[Label]
    start: int
    end: int
    sender: Address | None
    state: Label = Label.OWN
    last_sign_off: int = -1

    def label(self) -> None:
        paragraphs = list(self._paragraphs())
        self.last_sign_off = max((n for n in range(self.start, self.end) if self._closes(n)), default=-1)
        for number, (first, last) in enumerate(paragraphs):
            block = self.lines[first:last]
            top = number == 0 and self.start == 0
            banner = footers.banner_length(block)
            self.labels[first : first + banner] = [Label.DISCLAIMER] * banner
            legal = self._legal_start(first, last, top)
            if self.state is Label.OWN and number + 1 == len(paragraphs) and self._is_contact_block(block):
                self.state = Label.SIGNATURE
            for line in range(first + banner, last):
                if line == legal:
                    self.state = Label.DISCLAIMER
                self._label_line(line, first)
            if top and legal is not None:
                self.state = Label.OWN
        for line in range(self.start + 1, self.end):
            if not self.lines[line].strip():
                self.labels[line] = self.labels[line - 1]

    def _closes(self, number: int) -> bool:
        """Whether a signature starts at that line."""
        line = self.lines[number]
        return self.hints[number] is Label.SIGNATURE or closings.is_sign_off(line) or closings.is_delimiter(line)

    def _legal_start(self, first: int, last: int, top: bool) -> int | None:
        """The line where a legal text starts: such texts stand at the very top or under the signature."""
        if self._opens_program_block(first, last):
            return first
        start = footers.legal_start(self.lines[first:last])
        return None if start is None or (first + start < self.last_sign_off and not top) else first + start

    def _paragraphs(self) -> Iterator[tuple[int, int]]:
        at = self.start
        while at < self.end:
            last = at
            while last < self.end and self.lines[last].strip():
                last += 1
            if last > at:
                yield at, last
            at = last + 1

    def _label_line(self, number: int, first: int) -> None:
        line = self.lines[number]
        if footers.is_device_footer(line.strip()):
            self.labels[number] = Label.DEVICE_FOOTER
            return
        hinted = self.hints[number] is Label.SIGNATURE
        if self.state is Label.OWN:
            if (self._closes(number) and not self._opens_mail(number)) or self._is_leave(number):
                self.state = Label.SIGNATURE
        elif self.state is Label.SIGNATURE:
            if not hinted and (number == first or self._hint_ended(number)) and closings.resumes(line):
                self.state = Label.OWN
        elif number == first and closings.is_postscript(line):
            self.state = Label.OWN
        self.labels[number] = self.state

    def _hint_ended(self, number: int) -> bool:
        return self.hints[number - 1] is Label.SIGNATURE

    def _opens_mail(self, number: int) -> bool:
        """Whether the greeting is the first line, with sentences under it: "Groeten uit Gent!"."""
        if self.hints[number] is Label.SIGNATURE or any(line.strip() for line in self.lines[self.start : number]):
            return False
        return any(len(line.split()) > _SENTENCE for line in self.lines[number + 1 : self.end])

    def _is_leave(self, number: int) -> bool:
        """Whether the line thanks or takes leave below other words, and only names stand under it."""
        if not closings.is_thanks(self.lines[number]):
            return False
        below = [line for line in self.lines[number + 1 : min(self.end, number + 4)] if line.strip()]
        above = " ".join(self.lines[max(self.start, number - 4) : number]).split()
        return len(above) > 1 and bool(below) and closings.is_name(below[0])

    def _is_contact_block(self, block: Lines) -> bool:
        """Whether the last paragraph begins with the sender's own name and tells how to reach them."""
        return (
            len(block) <= _LONGEST_SIGNATURE
            and closings.is_name_of(block[0], self.sender)
            and any(closings.is_contact(line) for line in block[1:])
        )

    def _opens_program_block(self, first: int, last: int) -> bool:
        return (
            last > first + 1
            and footers.is_rule(self.lines[first])
            and any(footers.is_program_block(line) for line in self.lines[first + 1 : first + 3])
        )
