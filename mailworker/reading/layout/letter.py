"""A mail as a letter: greeting, sentences, lines of lists and forms, the name under it, and the subject.

Plain text is wrapped at some column and HTML is not; here both become the same units, each a sentence or a line of a
list, a table or a form, with the place where it stood. It knows no intent and no name.
"""

import re
from dataclasses import dataclass

from mailworker.domain.request import Source
from mailworker.message.body import Body, Label
from mailworker.message.inbound import Inbound
from mailworker.reading.folding import clean, fold
from mailworker.reading.layout.closing import split_closing
from mailworker.reading.layout.greeting import without_greeting
from mailworker.reading.layout.lines import LONGEST_LINE, MOST_CHARACTERS, Line, own_lines
from mailworker.reading.layout.offered import without_offer
from mailworker.reading.layout.sentences import units_of
from mailworker.reading.layout.unit import Kind, Unit


@dataclass(frozen=True, slots=True)
class Letter:
    """What the sender wrote. `closing` are the lines of the name under the mail and of the signature."""

    subject: Unit
    units: tuple[Unit, ...]
    closing: tuple[Unit, ...]
    reply: bool
    forward: bool
    quoted: str
    """What is quoted or forwarded, folded; never the sender's words."""

    @property
    def own(self) -> str:
        """The folded words of the sender, without greeting and closing."""
        return "\n".join(unit.folded for unit in self.units)


_REPLY = re.compile(
    r"^\s*(?:(?:\[[^\]]{1,30}\]|extern:?|ext:)\s*)*(?:re|antw?|aw|ref|betr|sv|antwoord)\s?(?:\[\d+\])?\s?:\s*"
)
_FORWARD = re.compile(r"^\s*(?:(?:\[[^\]]{1,30}\]|extern:?|ext:)\s*)*(?:fwd?|doorst|doorgest|tr|wg)\s?:\s*")
_TOKEN = re.compile(r"\s*\[wt-[a-z0-9]{3,8}\]\s*$")


def letter_of(inbound: Inbound, body: Body) -> Letter:
    """The letter in a mail."""
    subject = clean(inbound.subject[:LONGEST_LINE])
    folded_subject = fold(subject.text)
    reply, forward = bool(_REPLY.match(folded_subject)), bool(_FORWARD.match(folded_subject))
    begin = 0
    while match := (_REPLY.match(folded_subject, begin) or _FORWARD.match(folded_subject, begin)):
        if match.end() == begin:
            break
        begin = match.end()
    end = match.start() if (match := _TOKEN.search(folded_subject)) else len(folded_subject)
    subject_unit = Unit(subject.text[begin:end], folded_subject[begin:end], begin, Kind.SENTENCE, Source.SUBJECT)
    units, closing = _units(body)
    quoted = fold(clean(body.of(Label.QUOTE, Label.FORWARD)[:MOST_CHARACTERS]).text)
    return Letter(subject_unit, tuple(units), tuple(closing), reply or bool(inbound.in_reply_to), forward, quoted)


def _units(body: Body) -> tuple[list[Unit], list[Unit]]:
    lines, signature = own_lines(body)
    lines = without_offer(without_greeting(lines))
    lines, closing = split_closing(lines)
    return units_of(lines), _closing_units([*closing, *signature])


def _closing_units(lines: list[Line]) -> list[Unit]:
    return [
        Unit(line.text.strip(), fold(line.text.strip()), line.start + len(line.text) - len(line.text.lstrip()),
             Kind.ITEM, Source.SIGNATURE)
        for line in lines
        if line.text.strip()
    ]  # fmt: skip
