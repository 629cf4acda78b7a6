"""Lines that hold one name and next to nothing else: the name under a mail."""

import re

from mailworker.reading.layout.unit import Kind
from mailworker.reading.phrases.patterns import words_of
from mailworker.reading.said import Said

_GOES_WITH_NAME = words_of(
    """
    dr ir ing prof mevr dhr mr ms mevrouw de heer namens van bij
    voor nv vzw bv cvba cv het afd dept dienst afdeling team
    """
)


def is_single_name(said: Said) -> bool:
    """Whether the unit is the name under a mail: one person, with at most a function or an organisation."""
    unit = said.unit
    return (
        unit.kind in (Kind.SENTENCE, Kind.ITEM)
        and len(said.people) == 1
        and not said.tables.mentions
        and not said.intent.asks
        and not said.intent.polite
        and len(unit.text) <= 90
        and said.is_fragment
        and not (said.intent.register and not _set_off(said))
        and _only_name(said)
    )


def _set_off(said: Said) -> bool:
    """Whether the name stands first and apart: 'Jan Peeters, contactpersoon'."""
    person = said.people[0]
    return person.start == 0 and re.match(r"\s*(?:[,(|–-]|$)", said.unit.folded[person.end :]) is not None


_IT_IS = re.compile(r"\b(?:het betreft|het gaat om|it concerns|il s'agit de|(?:zijn|haar|de) (?:volledige )?naam)\b")


def _only_name(said: Said) -> bool:
    person = said.people[0]
    text = said.unit.folded
    if _IT_IS.search(text[: person.start]):
        return False
    rest = text[: person.start] + "|" + text[person.end :]
    for affiliation in said.organisations:
        rest = rest.replace(text[affiliation.start : affiliation.end], " ")
    words = [word for word in re.findall(r"[a-z]+", rest) if word not in _GOES_WITH_NAME]
    before = re.findall(r"[a-z]+", text[: person.start])
    return len(words) <= 6 and len([w for w in before if w in words]) <= 2
