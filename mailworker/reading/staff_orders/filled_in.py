"""The short form of staff: lines with a label and a value, under the number of the message that they are about.

The number is a line of the form, or stands alone on the line above it; where they are typed into our own mail it is
that of the item under which they stand.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from mailworker.domain.orders import Filled, Order, Verb
from mailworker.domain.request import Action
from mailworker.reading.folding import fold


class Field(StrEnum):
    """What a line of the form says."""

    NUMBER = "number"
    ACTION = "action"
    PARTICIPANT = "participant"
    REPLACEMENT = "replacement"
    ORGANISATION = "organisation"
    TABLES = "tables"


_LABELS = {
    Field.NUMBER: ("nummer", "nr", "nr.", "bericht", "mail"),
    Field.ACTION: ("actie", "wat", "vraag"),
    Field.PARTICIPANT: ("naam", "deelnemer", "naam deelnemer", "voornaam en naam"),
    Field.REPLACEMENT: ("vervanger", "nieuwe deelnemer", "vervangen door", "wordt vervangen door"),
    Field.ORGANISATION: ("organisatie", "naam organisatie"),
    Field.TABLES: ("tafels", "tafel", "tafel(s)", "werktafels", "werktafel", "werktafel(s)"),
}
_OF = {label: field for field, labels in _LABELS.items() for label in labels}
_ACTIONS = {
    Action.REGISTER: ("inschrijven", "inschrijving", "schrijf in", "registreren"),
    Action.CANCEL: ("afmelden", "afmelding", "uitschrijven", "uitschrijving", "schrappen"),
    Action.REPLACE: ("vervangen", "vervanging"),
    Action.CORRECT: ("verbeteren", "verbetering", "verbeter", "corrigeren", "correctie"),
}
_ACTION_OF = {word: action for action, words in _ACTIONS.items() for word in words}
_FIELD = re.compile(r"\s*([a-z][a-z .()]{0,24}?)\s*[:=]\s*(.*)")
_PLACEHOLDER = re.compile(r"[\[(<].*[\])>]|[_.…\s-]*|\?+")
_ALONE = re.compile(r"(?:nr\.?|nummer)?\s*#?\s*(\d{1,9})\s*[:.)]?")
_NUMBER = re.compile(r"(?:nr\.?\s*)?#?\s*(\d{1,9})\.?")


@dataclass(frozen=True, slots=True)
class Form:
    """A form that ends before line `end`; `order` is None where its number or its action can't be read."""

    end: int
    order: Order | None


def field_of(line: str) -> tuple[Field, str] | None:
    """The label and the value of a line of the form; None for any other line."""
    match = _FIELD.fullmatch(fold(line))
    if match is None or (found := _OF.get(match[1].strip())) is None:
        return None
    value = line[match.start(2) :].strip(" ;*_")
    return found, "" if _PLACEHOLDER.fullmatch(value) else value


def form_of(lines: Sequence[str], at: int, about: int | None = None) -> Form | None:
    """The form that begins at that line, if one does; a label that comes back begins the next one.

    `about` is the number that it is about where it has none of its own.
    """
    values: dict[Field, str] = {}
    alone = _ALONE.fullmatch(fold(lines[at]))
    if alone is not None:
        values[Field.NUMBER] = alone[1]
    end = number = at + (alone is not None)
    while number < len(lines) and number - end < 2:
        if not lines[number]:
            number += 1
            continue
        found = field_of(lines[number])
        if found is None or found[0] in values:
            break
        values[found[0]] = found[1]
        end = number = number + 1
    if not values or (alone is not None and len(values) == 1):
        return None
    if about is not None:
        values.setdefault(Field.NUMBER, str(about))
    return Form(end, _order(values, " / ".join(line for line in lines[at:end] if line)))


def _order(values: dict[Field, str], said: str) -> Order | None:
    match = _NUMBER.fullmatch(values.get(Field.NUMBER, ""))
    wish = fold(values.get(Field.ACTION, "")).strip(" .")
    given = [field for field, value in values.items() if value and field is not Field.NUMBER]
    if match is None or not given or (wish and wish not in _ACTION_OF):
        return None
    filled = Filled(
        action=_ACTION_OF[wish] if wish else None,
        participant=values.get(Field.PARTICIPANT, ""),
        replacement=values.get(Field.REPLACEMENT, ""),
        organisation=values.get(Field.ORGANISATION, ""),
        tables=values.get(Field.TABLES, ""),
    )
    return Order(Verb.FILL_IN, said, (int(match[1]),), filled=filled)
