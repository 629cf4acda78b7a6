"""The lines of the sender's own words and those of the signature, with what a quote above them asked."""

import re
from dataclasses import dataclass

from mailworker.message.body import Body, Label
from mailworker.reading.folding import clean, fold
from mailworker.reading.layout.labels import Field, field_of

MOST_CHARACTERS = 20_000
"""Of a sender's own words; nobody registers with more."""
MOST_READ = 10_000
"""Beyond this a person reads the mail: the readers weigh each name against each table."""
_MOST_LINES = 400
LONGEST_LINE = 2_000


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    start: int
    answers: Field | None = None
    first: bool = False


def is_too_long(body: Body) -> bool:
    """Whether the sender wrote more than is read: what stands in the rest nobody would have seen."""
    pieces = [body.text[span.start : span.end] for span in body.spans if span.label is Label.OWN]
    if sum(map(len, pieces)) > MOST_READ:
        return True
    lines = [line for piece in pieces for line in piece.split("\n")]
    return len(lines) > _MOST_LINES or any(len(line) > LONGEST_LINE for line in lines)


def own_lines(body: Body) -> tuple[list[Line], list[Line]]:
    """The lines of the sender's own words and those of the signature; an own run after a quote answers it."""
    own: list[Line] = []
    signature: list[Line] = []
    asked: Field | None = None
    used = 0
    for span in body.spans:
        piece = body.text[span.start : span.end]
        if span.label in (Label.QUOTE, Label.FORWARD):
            asked = _asked(piece)
            continue
        if span.label not in (Label.OWN, Label.SIGNATURE) or used > MOST_CHARACTERS:
            continue
        used += len(piece)
        # A short form looks like a signature, but no signature says "Werktafel:".
        is_own = span.label is Label.OWN or _is_form(piece)
        target = own if is_own else signature
        position = span.start
        first = True
        for text in piece.split("\n")[:_MOST_LINES]:
            shown = clean(text[:LONGEST_LINE])
            target.append(Line(shown.text.replace("\xa0", " "), position, asked if is_own else None, first))
            position += len(text) + 1
            first = False
        if target:
            target.append(Line("", position))
    return own[: 2 * _MOST_LINES], signature[:60]


def _is_form(piece: str) -> bool:
    lines = [fold(line) for line in piece.split("\n")[:60]]
    return any(field_of(line.partition(":")[0].strip(" *-•\t")) is Field.TABLES for line in lines if ":" in line)


_ASKED_WHO = re.compile(r"\b(?:wie|deelnemer|voornaam|naam en voornaam|who|participant|qui)\b")
_ASKED_WHERE = re.compile(r"\b(?:organisatie|bedrijf|organi[sz]ation|namens wie)\b")
_ASKED_TABLES = re.compile(r"\b(?:werktafels?|werktafel\(s\)|tafels?|tables?)\b")


def _asked(quote: str) -> Field | None:
    """What the last line of a quote asks for, if it asks."""
    lines = [line for line in quote.split("\n") if line.strip(" >\t\xa0")]
    if not lines:
        return None
    last = fold(" ".join(lines[-2:])[-400:])
    question = last.rfind("?")
    if question < 0 or last[question + 1 :].strip(" >)"):
        return None
    last = re.split(r"[?>]", last[:question])[-1]
    if _ASKED_WHERE.search(last):
        return Field.ORGANISATION
    if _ASKED_TABLES.search(last):
        return Field.TABLES
    if _ASKED_WHO.search(last):
        return Field.PERSON
    return None
