"""'Delta Hydro neemt graag deel. Onze vertegenwoordiger is Jan Peeters': what looks like a name and speaks as "we"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.said import Said
from mailworker.reading.who.actors import Who
from mailworker.reading.who.person_names import Person, is_first_name, same_person
from mailworker.reading.whose.affiliation import Affiliation, Cue

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
        out[number] = _as_organisation(one, person, speaks)
    return out


def _as_organisation(one: Said, person: Person, affiliation: Affiliation) -> Said:
    """The sentence with what looked like a person as an organisation."""
    return replace(
        one,
        people=tuple(p for p in one.people if p is not person),
        roles=tuple(r for p, r in zip(one.people, one.roles, strict=True) if p is not person),
        actors=tuple(a for a in one.actors if a.who is not Who.NAMED or a.start != person.start),
        organisations=tuple(sorted((affiliation, *one.organisations), key=lambda a: a.start)),
    )


def behind_writer(said: Sequence[Said], sender: str | None) -> list[Said]:
    """The sentences, with what stands behind the writer's own name: 'Ferdi Mahieu, Tuinhier Menen.'."""
    out = list(said)
    for number, one in enumerate(said):
        if sender is None or len(one.people) != 2 or one.organisations:
            continue
        first, second = one.people
        between = one.unit.text[first.end : second.start]
        if (
            second.sure == 1
            and not is_first_name(second.name.split()[0])
            and same_person(first.name, sender)
            and re.fullmatch(r", | \(| - | / ", between)
            and not one.unit.text[second.end :].strip(" .)")
        ):
            name = one.unit.text[second.start : second.end]
            belongs = Affiliation(name, second.start, second.end, False, Cue.BELONGS, 0.7)
            out[number] = _as_organisation(one, second, belongs)
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
