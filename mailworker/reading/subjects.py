"""'Delta Hydro neemt graag deel. Onze vertegenwoordiger is Jan Peeters': what looks like a name and speaks as "we"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mailworker.reading.affiliation import Affiliation, Cue
from mailworker.reading.person_names import Person, is_first_name
from mailworker.reading.phrases import any_of
from mailworker.reading.said import Said, Who

_REPRESENTED = re.compile(
    r"\b"
    + any_of(r"""
(?:onze|ons|haar) (?:\w+ )?(?:vertegenwoordig\w+|afgevaardigde|deelnem\w+|contactpersoon|aanspreekpunt|collega|\
medewerk\w+|directeur|ingenieur|expert)
vertegenwoordigd door | our (?:representative|delegate|colleague) | notre (?:representante?|deleguee?)
""")
    + r"\b"
)
_TAKES_PART = re.compile(
    r"\s*"
    + any_of(r"""
neemt | wil | wenst | zou | schrijft | stuurt | vaardigt | duidt | meldt | kiest | sluit | schuift | doet
komt | wordt | will | would | wants | participe\w*
""")
    + r"\b"
)


def with_subjects(said: Sequence[Said]) -> list[Said]:
    """The sentences, with the organisation that a sentence begins with, where another person represents it."""
    out = list(said)
    for number, one in enumerate(said):
        person = next((p for p in one.people if p.start == 0 and _may_be_organisation(p, one)), None)
        if person is None or not _represented(said, number, person):
            continue
        name = one.unit.text[person.start : person.end]
        speaks = Affiliation(name, person.start, person.end, False, Cue.SPEAKS, 0.7)
        out[number] = replace(
            one,
            people=tuple(p for p in one.people if p is not person),
            roles=tuple(r for p, r in zip(one.people, one.roles, strict=True) if p is not person),
            actors=tuple(a for a in one.actors if a.who is not Who.NAMED or a.start != person.start),
            organisations=(speaks, *one.organisations),
        )
    return out


def _may_be_organisation(person: Person, one: Said) -> bool:
    written = one.unit.text[person.start : person.end]
    if person.sure > 1 or any(is_first_name(word) for word in written.split()):
        return False
    return _TAKES_PART.match(one.unit.folded[person.end :]) is not None and not one.organisations


def _represented(said: Sequence[Said], number: int, person: Person) -> bool:
    """Whether a sentence from there on names somebody else as who represents it."""
    for one in said[number:]:
        others = [p for p in one.people if p.name != person.name]
        if others and _REPRESENTED.search(one.unit.folded):
            return True
    return False
