"""Our own mail within somebody's answer, also where their program sends it back without marking it as a quotation.

Our mails name tables and people, so not one word of them may be taken for the sender's. Ways to know them again: by
their shape (state, programme, closing, sections), and by what we sent to this sender, which the caller may give. Of a
mail that came back in part, each line that stands in ours is ours; what the sender typed between them is not.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

from mailworker.message.body import Body, Label, Span

_STATE = re.compile(
    r"(?:\W{0,3}\s*)(?:bevestigd|deels bevestigd(?:, deels wachtlijst)?|wachtlijst|afgemeld|geen plaats|niets gewijzigd"
    r"|nog niet volledig|niet mogelijk|wordt bekeken)\s*(?::|$)",
    re.IGNORECASE,
)
_SUBTITLE = re.compile(r"\s*werktafels? \S", re.IGNORECASE)
_CLOSING = re.compile(r"laten\s+wissen\?\s+Antwoord\s+dan\s+op\s+deze\s+mail\.?[^\n]*\n?", re.IGNORECASE)
_SECTION = re.compile(
    r"\W{0,3}(?:overzicht per werktafel|zo begrepen we (?:je|uw) mail|wijzigen\? antwoord op deze mail)\W{0,3}\s*$",
    re.IGNORECASE,
)
"""The headings of our mails."""
_ITEM = re.compile(r"\s*(?:[-–—•*·▪]\s*\S|volgende sessie\s*:|schrijf bijvoorbeeld\s*:)|\s*$", re.IGNORECASE)
"""What stands under them, and blank lines between."""
_FIXED = re.compile(
    r"\W{0,3}(?:automatisch verwerkt; een medewerker leest mee|per organisatie is er één plaats aan een werktafel\b"
    r"|komt er een plaats vrij, dan schrijven we\b|klopt dit niet\? antwoord op deze mail\b"
    r"|antwoord gewoon op deze mail\. eén regel|antwoord gewoon op deze mail\. één regel"
    r"|er is nog niets ingeschreven of gewijzigd\b|wil(?:t u| je) (?:uw|je) gegevens inkijken\b)",
    re.IGNORECASE,
)
"""Sentences of ours that nobody else writes."""
_NEAR = 10
"""Lines within which the subtitle follows the state."""
_TELLING = 20
"""Letters from which a line that stands in our mail is ours, and nobody else's words by chance."""
_PIECE = 35
"""Letters from which a piece of a longer line of ours, as a program broke it, is ours: longer than a table's name."""
_GAP = 2
"""Lines in a row that may stand within our mail without being known (a program's own, a changed one)."""


def without_ours(body: Body, sent: Sequence[str] = ()) -> Body:
    """The body with our own mails in it labelled as quotes; `sent` are texts that we sent to this sender."""
    lines = list(_lines(body.text))
    written = [(start, stop, _letters(line)) for start, stop, line in lines] if sent else []
    # Where a program marked our mail as a quotation, what stands unmarked between its lines is typed there.
    marked = [(span.start, span.end) for span in body.spans if span.label is Label.QUOTE]
    begins = {start for start, _, _ in lines if not any(begin <= start < end for begin, end in marked)}
    whole = [*_by_shape(body.text, lines, begins), *_by_text(written, sent, begins)]
    ranges = [*whole, *_by_section(lines), *_by_line(written, sent)]
    if not ranges:
        return body
    return Body(body.text, tuple(_relabelled(body.spans, list(_joined(body.text, ranges)))), body.origin)


def _joined(text: str, ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The ranges with the blanks and strokes around them, in one where nothing else stands between two of them."""
    begin = end = 0
    for start, stop in sorted(ranges):
        if end and (start <= end or not _letters(text[end:start])):
            end = max(end, stop)
            continue
        if end:
            yield begin, end
        before = text[:start].rstrip("-_*=\u2014\u2013 \t\r\n")
        begin, end = max(end, start if not before else min(start, text.find("\n", len(before)) + 1)), stop
    yield begin, end


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line), line
        start += len(line)


def _by_shape(text: str, lines: Sequence[tuple[int, int, str]], begins: Set[int]) -> Iterator[tuple[int, int]]:
    """From the state to the closing; `begins` are where the lines start that a mail of ours may begin with."""
    known_until = -1
    for number, (start, _, line) in enumerate(lines):
        if start < known_until or start not in begins or not _STATE.match(line):
            continue
        following = [one for _, _, one in lines[number + 1 : number + 1 + _NEAR]]
        if any(_SUBTITLE.match(one) for one in following):
            closing = _CLOSING.search(text, start)
            known_until = closing.end() if closing else len(text)
            yield start, known_until


def _by_text(
    written: Sequence[tuple[int, int, str]], sent: Sequence[str], begins: Set[int]
) -> Iterator[tuple[int, int]]:
    """From the first line of a mail of ours on; `written` are the letters of each line."""
    for text in sent:
        ours = _letters(text)
        first = _letters(next(iter(text.strip().splitlines()), ""))
        begin = end = unknown = 0
        for start, stop, letters in written:
            if end == 0:
                telling = len(letters) >= _TELLING and (letters in first or first in letters)
                if telling and start in begins:
                    begin, end = start, stop
            elif not letters or letters in ours:
                end, unknown = stop, 0
            elif (unknown := unknown + 1) > _GAP:
                break
        if end:
            yield begin, end


def _by_section(lines: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """Headings of ours with the lists under them, and sentences that only we write."""
    under = False
    for start, stop, line in lines:
        heads = _SECTION.match(line) is not None
        under = heads or (under and _ITEM.match(line) is not None)
        if under or _FIXED.match(line):
            yield start, stop


def _by_line(lines: Sequence[tuple[int, int, str]], sent: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Lines that stand in a mail of ours: long ones by themselves, short ones and ends of broken ones beside those."""
    ours = {letters for text in sent for line in text.splitlines() if (letters := _letters(line))}
    long = [letters for letters in ours if len(letters) >= _PIECE]
    written = [one for one in lines if one[2]]
    telling = {
        number
        for number, (_, _, letters) in enumerate(written)
        if (len(letters) >= _TELLING and letters in ours)
        or (len(letters) >= _PIECE and any(letters in line for line in long))
    }
    for step in (1, -1):
        for number in sorted(telling, reverse=step < 0):
            beside = number + step
            while 0 <= beside < len(written) and beside not in telling:
                pair = (written[beside - step][2], written[beside][2])
                broken = "".join(pair if step > 0 else reversed(pair))
                if written[beside][2] not in ours and not any(broken in line for line in long):
                    break
                telling.add(beside)
                beside += step
    yield from ((written[number][0], written[number][1]) for number in sorted(telling))


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
