"""Our own mail within somebody's answer, also where their program sends it back without marking it as a quotation.

Our mails name tables and people, so not one word of them may be taken for the sender's. Two ways to know them again:
by their shape (state, programme, closing), and by what we sent to this sender, which the caller may give.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from mailworker.message.body import Body, Label, Span

_STATE = re.compile(
    r"(?:\W{0,3}\s*)(?:bevestigd|deels bevestigd(?:, deels wachtlijst)?|wachtlijst|afgemeld|geen plaats|niets gewijzigd"
    r"|nog niet volledig|niet mogelijk|wordt bekeken)\s*(?::|$)",
    re.IGNORECASE,
)
_SUBTITLE = re.compile(r"\s*werktafels? \S", re.IGNORECASE)
_CLOSING = re.compile(r"laten\s+wissen\?\s+Antwoord\s+dan\s+op\s+deze\s+mail\.?[^\n]*\n?", re.IGNORECASE)
_NEAR = 10
"""Lines within which the subtitle follows the state."""
_TELLING = 20
"""Letters from which a line that stands in our mail is ours, and nobody else's words by chance."""
_GAP = 2
"""Lines in a row that may stand within our mail without being known (a program's own, a changed one)."""


def without_ours(body: Body, sent: Sequence[str] = ()) -> Body:
    """The body with our own mails in it labelled as quotes; `sent` are texts that we sent to this sender."""
    lines = list(_lines(body.text))
    ranges = [*_by_shape(body.text, lines), *_by_text(lines, sent)]
    if not ranges:
        return body
    return Body(body.text, tuple(_relabelled(body.spans, ranges)), body.origin)


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line), line
        start += len(line)


def _by_shape(text: str, lines: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    known_until = -1
    for number, (start, _, line) in enumerate(lines):
        if start < known_until or not _STATE.match(line):
            continue
        following = [one for _, _, one in lines[number + 1 : number + 1 + _NEAR]]
        if any(_SUBTITLE.match(one) for one in following):
            closing = _CLOSING.search(text, start)
            known_until = closing.end() if closing else len(text)
            yield start, known_until


def _by_text(lines: Sequence[tuple[int, int, str]], sent: Sequence[str]) -> Iterator[tuple[int, int]]:
    for text in sent:
        ours = _letters(text)
        first = _letters(next(iter(text.strip().splitlines()), ""))
        begin = end = unknown = 0
        for start, stop, line in lines:
            letters = _letters(line)
            if end == 0:
                telling = len(letters) >= _TELLING and (letters in first or first in letters)
                if telling:
                    begin, end = start, stop
            elif not letters or letters in ours:
                end, unknown = stop, 0
            elif (unknown := unknown + 1) > _GAP:
                break
        if end:
            yield begin, end


def _letters(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _relabelled(spans: Iterable[Span], ranges: Sequence[tuple[int, int]]) -> Iterator[Span]:
    edges = sorted({edge for pair in ranges for edge in pair})
    for span in spans:
        cuts = [span.start, *(edge for edge in edges if span.start < edge < span.end), span.end]
        for start, end in pairwise(cuts):
            inside = any(begin <= start < stop for begin, stop in ranges)
            own = span.label in {Label.OWN, Label.SIGNATURE, Label.STRUCK}
            yield Span(Label.QUOTE if inside and own else span.label, start, end)
