"""Labels for the lines of a mail: one linear pass over its lines, then whole-line spans that cover the text.

It knows no table, person or organisation: it only tells whose words a line holds.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from mailworker.message.body import Label, Span
from mailworker.message.closings import (
    is_banner,
    is_delimiter,
    is_device_footer,
    is_legal,
    is_sign_off,
    resumes,
)
from mailworker.message.quoting import Style, header_at

LINE_LIMIT = 5000


def label_lines(lines: Sequence[str], hints: Sequence[Label | None], forward: bool, reply: bool) -> list[Label]:
    """A label for each line; `hints` is what HTML's structure says of it, `forward` and `reply` what headers say."""
    scanned = lines[:LINE_LIMIT]
    labels = _quotes(scanned, hints, forward, reply)
    for start, end in _runs_of_own(labels):
        _label_own(scanned, hints, labels, start, end)
    # What nobody can read as written by hand is not the sender's words.
    labels += [labels[-1] if labels and labels[-1] is not Label.OWN else Label.QUOTE] * (len(lines) - len(scanned))
    return labels


def spans_of(lines: Sequence[str], labels: Sequence[Label]) -> tuple[Span, ...]:
    """The spans of lines that each take their line feed with them, the last one none."""
    spans = []
    start = number = 0
    for label, run in groupby(labels):
        end = start
        for _ in run:
            end += len(lines[number]) + (number + 1 < len(lines))
            number += 1
        if end > start:
            spans.append(Span(label, start, end))
        start = end
    return tuple(spans)


def _quotes(lines: Sequence[str], hints: Sequence[Label | None], forward: bool, reply: bool) -> list[Label]:
    labels = [
        hints[number] if hints[number] in (Label.QUOTE, Label.FORWARD) else Label.OWN for number in range(len(lines))
    ]
    found = [label or Label.OWN for label in labels]
    marks = [line.lstrip().startswith(">") for line in lines]
    announced = False
    at = 0
    while at < len(lines):
        if found[at] is not Label.OWN or marks[at]:
            at += 1
            continue
        header = header_at(lines, at, forward)
        if header is None:
            at += 1
            continue
        following = next(
            (n for n in range(header.end, min(header.end + 4, len(lines))) if lines[n].strip()), len(lines)
        )
        set_off = following < len(lines) and (marks[following] or found[following] is not Label.OWN)
        if header.style is Style.MARKED and (set_off or following >= len(lines)):
            found[at:following] = [Label.QUOTE] * (following - at)
            announced = True
            at = following
            continue
        found[at:] = [header.label] * (len(lines) - at)
        break
    if any(marks):
        _mark_quoted(lines, marks, found, announced or (reply and at >= len(lines)))
    return found


def _mark_quoted(lines: Sequence[str], marks: Sequence[bool], labels: list[Label], announced: bool) -> None:
    """Lines that begin with ">" are quoted where the mail is a reply, or where no bullet would look so."""
    at = 0
    while at < len(lines):
        if not marks[at] or labels[at] is not Label.OWN:
            at += 1
            continue
        end = at
        while end < len(lines) and marks[end]:
            end += 1
        block = [line.lstrip() for line in lines[at:end]]
        typical = any(line.rstrip() == ">" or line.startswith((">>", "> >")) for line in block)
        if announced or typical:
            labels[at:end] = [Label.QUOTE] * (end - at)
            if end + 1 < len(lines) and marks[end + 1] and _continues(block[-1], lines[end]):
                labels[end] = Label.QUOTE
        at = end


def _continues(quoted: str, line: str) -> bool:
    """Whether a program broke a long quoted line and forgot the mark on its second half."""
    return len(quoted) >= 60 and quoted.rstrip()[-1:] not in ".?!:;" and line[:1].islower() and len(line) < 40


def _runs_of_own(labels: Sequence[Label]) -> Iterator[tuple[int, int]]:
    start = 0
    for label, run in groupby(list(labels)):
        end = start + sum(1 for _ in run)
        if label is Label.OWN:
            yield start, end
        start = end


def _label_own(lines: Sequence[str], hints: Sequence[Label | None], labels: list[Label], start: int, end: int) -> None:
    """Signature, footers and banners within a run of the sender's own lines."""
    state = Label.OWN
    named = 0
    for first, last in _paragraphs(lines, start, end):
        paragraph = " ".join(line.strip() for line in lines[first:last])
        if is_banner(paragraph):
            labels[first:last] = [Label.DISCLAIMER] * (last - first)
            continue
        if is_legal(paragraph):
            state = Label.DISCLAIMER
        for number in range(first, last):
            line = lines[number]
            if is_device_footer(line.strip()):
                labels[number] = Label.DEVICE_FOOTER
                continue
            if state is Label.OWN and (is_sign_off(line) or is_delimiter(line) or hints[number] is Label.SIGNATURE):
                state, named = Label.SIGNATURE, 0
            elif state is Label.SIGNATURE and hints[number] is not Label.SIGNATURE:
                named += 1
                if number == first and named > 0 and resumes(line):
                    state = Label.OWN
            labels[number] = state
    _give_blank_lines(lines, labels, start, end)


def _paragraphs(lines: Sequence[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        if not lines[at].strip():
            at += 1
            continue
        last = at
        while last < end and lines[last].strip():
            last += 1
        yield at, last
        at = last


def _give_blank_lines(lines: Sequence[str], labels: list[Label], start: int, end: int) -> None:
    """A blank line goes with the line above it."""
    for number in range(start + 1, end):
        if not lines[number].strip():
            labels[number] = labels[number - 1]
