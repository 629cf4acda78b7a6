"""Which lines of an answer its writer added: those above the quoted mail, and those typed into the quoted mail itself.

Outlook and telephones let people type into what they quote without a mark, so a label cannot tell. What we sent is
known word for word: a word of the quotation that is not in it was typed there. The words are compared, not the lines,
since mail programs break lines as they like.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from mailworker.message.body import Body, Label
from mailworker.message.html_text import html_lines
from mailworker.message.inbound import parse
from mailworker.reading.folding import fold

_MOST_WORDS = 6_000
_SAME_MAIL = 0.5
"""Share of a quotation's words that must be ours before the others count as typed into it."""
_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"^(?:\s*>)+\s?")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a staff mail. `own`: it stands among their own words; `quoted`: in the mail that they answer.

    Neither is a signature or what a program puts under it. `typed`: every word is theirs; `touched`: at least one is.
    """

    text: str
    own: bool = False
    quoted: bool = False
    typed: bool = False
    touched: bool = False


def texts_of(content: bytes) -> tuple[str, ...]:
    """What a mail of ours says, in plain text and as a reader sees its HTML: an answer may quote either."""
    texts = []
    for part in parse(content).parts:
        if part.inside_message or part.disposition == "attachment" or not part.text:
            continue
        if part.content_type == "text/html":
            texts.append("\n".join(line.text for line in html_lines(part.text)))
        elif part.content_type == "text/plain":
            texts.append(part.text)
    return tuple(texts)


def lines_of(body: Body, ours: Sequence[str]) -> tuple[Line, ...]:
    """All lines of an answer in their order; `ours` are the texts of mails of ours that it may quote."""
    quoted: list[str] = []
    found: list[Line | None] = []
    for span in body.spans:
        text = body.text[span.start : span.end].removesuffix("\n")
        if span.label in (Label.QUOTE, Label.FORWARD):
            pieces = [_MARKS.sub("", line) for line in text.split("\n")]
            quoted += pieces
            found += [None] * len(pieces)
        elif span.label is not Label.STRUCK:
            own = span.label is Label.OWN
            found += [Line(line, own=own, typed=True, touched=True) for line in text.split("\n")]
    compared = iter(_compared(quoted, ours))
    return tuple(next(compared) if line is None else line for line in found)


def _compared(quoted: Sequence[str], ours: Sequence[str]) -> list[Line]:
    """The quoted lines against that mail of ours which they repeat best."""
    words = [(word, number) for number, line in enumerate(quoted) for word in _WORD.findall(fold(line))]
    inserted: set[int] | None = None
    if 0 < len(words) <= _MOST_WORDS:
        for text in ours:
            added = _added(words, _WORD.findall(fold(text))[:_MOST_WORDS])
            if inserted is None or len(added) < len(inserted):
                inserted = added
    if inserted is None or len(inserted) > len(words) * (1 - _SAME_MAIL):
        return [Line(line, quoted=True) for line in quoted]
    theirs = [0] * len(quoted)
    whole = [0] * len(quoted)
    for place, (_word, number) in enumerate(words):
        whole[number] += 1
        theirs[number] += place in inserted
    return [
        Line(line, quoted=True, typed=0 < theirs[number] == whole[number], touched=theirs[number] > 0)
        for number, line in enumerate(quoted)
    ]


def _added(quoted: Sequence[tuple[str, int]], ours: list[str]) -> set[int]:
    """The places in `quoted`, words with the number of their line, of those that do not stand in `ours` in that order.

    "12 ok" put after "negeer" and "ok 12" put after "negeer 12" give the same words: what is whole lines is meant.
    """
    words = [word for word, _number in quoted]
    matcher = SequenceMatcher(None, ours, words, autojunk=False)
    added: set[int] = set()
    for tag, _start, _end, first, last in matcher.get_opcodes():
        if tag == "insert":
            added.update(range(*_at_line_ends(quoted, first, last)))
        elif tag == "replace":
            added.update(range(first, last))
    return added


def _at_line_ends(quoted: Sequence[tuple[str, int]], first: int, last: int) -> tuple[int, int]:
    """The same insertion moved to where it is whole lines, if it can be; else where it was."""

    def whole(first: int, last: int) -> bool:
        return all(at in (0, len(quoted)) or quoted[at - 1][1] != quoted[at][1] for at in (first, last))

    for step, edge in ((-1, -1), (1, 0)):
        start, end = first, last
        while not whole(start, end):
            left, right = start + edge, end + edge
            if left < 0 or right >= len(quoted) or quoted[left][0] != quoted[right][0]:
                break
            start, end = start + step, end + step
        if whole(start, end):
            return start, end
    return first, last
