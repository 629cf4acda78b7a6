"""Who is meant by "hij", "haar", "zij", "laatstgenoemde" or "de directeur": people whom the mail named before.

A pronoun is resolved where only one person fits: by gender, by order, by the function that stood beside the name.
Where several fit, somebody without a name takes part, so that the mail is asked about and nobody is guessed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.said import Said, without_names
from mailworker.reading.who.actors import Actor, Who, actors_of
from mailworker.reading.who.genders import gender_of
from mailworker.reading.who.person_names import Person, same_person
from mailworker.reading.who.roles import Role, roles_of

_FURTHEST = 4
"""How many sentences that name people a pronoun looks back."""
_ONE_OF_THEM = any_of(r"""
wil | zal | neemt | komt | kan | volgt | gaat | wenst | zou | vertegenwoordigt | schuift | sluit | zetelt | moet
mag | doet | zit | werkt | wordt | blijft | kiest | staat | tekent | vervangt
""")
_SEVERAL_OF_THEM = any_of(r"""
willen | zullen | nemen | komen | kunnen | volgen | gaan | wensen | zouden | vertegenwoordigen | schuiven | zetelen
mogen | doen | zitten | sluiten
""")
_AT = r"(?:(?:voor|bij|naar|aan|in|op) )?(?:de |het |die van )*(?:(?:werk)?tafels? )?(?:over |rond |van )?(?:de |het )?x{5,}"
_PRONOUN = re.compile(
    rf"""(?<![a-z'-])(?:
    (?P<man>hij|hem|him|he|zijn(?=\ (?:inschrijving|deelname|plaats|stoel|aanmelding|naam|tafel|keuze|voorkeur)\b))
    |(?P<woman>
        (?:zij|ze)(?=\ (?:\w+\ ){{0,2}}?{_ONE_OF_THEM}(?![a-z]))
        |(?:zij|ze)(?=\ {_AT.replace(" ", r"[ ]")})
        |(?<=dat\ )(?:zij|ze)(?=\ .{{0,40}}?{_ONE_OF_THEM}(?![a-z]))
        |(?:(?<=doet\ )|(?<=komt\ )|(?<=neemt\ )|(?<=volgt\ )|(?<=wil\ )|(?<=zal\ )|(?<=gaat\ )|(?<=zit\ ))(?:zij|ze)
        |haar(?=\ (?:\w+\ ){{0,4}}(?:in|op|aan|voor|te|noteren|inschrijven|schrijven|zetten|toevoegen|schrappen)\b)
        |haar(?=\ (?:inschrijving|deelname|plaats|stoel|aanmelding|naam|tafel|keuze|voorkeur)\b)
        |she|her(?=\ (?:for|down|to|on|up|off)\b)
    )
    |(?P<first>(?:de\ )?(?:eerstgenoemde|eerste|eerst\ vermelde)(?=\ (?:{_ONE_OF_THEM}|{_AT.replace(" ", r"[ ]")})(?![a-z])))
    |(?P<second>(?:de\ )?tweede(?=\ (?:{_ONE_OF_THEM}|{_AT.replace(" ", r"[ ]")})(?![a-z])))
    |(?P<last>(?:de\ )?(?:laatstgenoemde|laatste|laatst\ vermelde)(?=\ (?:{_ONE_OF_THEM}|{_AT.replace(" ", r"[ ]")})(?![a-z])))
    |(?P<several>hen|them|they|both\ of\ them|beiden|beide(?!\ (?:\w+s|\w+en|x+)\b)|allebei|(?:zij|ze)(?=\ (?:\w+\ ){{0,2}}?{_SEVERAL_OF_THEM}(?![a-z])))
    )(?![a-z])""",
    re.VERBOSE,
)
_SUBJECTS = frozenset(("hij", "zij", "ze", "he", "she"))


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Somebody whom a sentence speaks of, with what tells them from others."""

    actor: Actor
    gender: str
    role: Role
    function: str


def with_references(said: Sequence[Said], sender: str | None) -> list[Said]:
    """The sentences, with the people whom they call by a pronoun, by their order or by their function."""
    out: list[Said] = []
    groups: list[list[_Spoken]] = []
    for one in said:
        here = _spoken(one)
        out.append(_said_once(_resolved(one, here, groups, sender), sender))
        others = [s for s in here if s.actor.name is None or sender is None or not same_person(s.actor.name, sender)]
        if others:
            groups = [others, *groups[: _FURTHEST - 1]]
    return out


def _said_once(one: Said, sender: str | None) -> Said:
    """The sentence without the writer's name beside "mij": 'ik, Els Maes, schrijf mij in' speaks of one."""
    if sender is None or not any(a.who is Who.SENDER for a in one.actors):
        return one
    others = [a for a in one.actors if a.who is not Who.NAMED or not a.name or not same_person(a.name, sender)]
    return one if len(others) == len(one.actors) else replace(one, actors=tuple(others))


_FUNCTION_BEFORE = re.compile(r"\b(?:onze|ons|mijn|de|het|our|my)\s+(?:\w+\s+)?(?P<function>[a-z-]{4,25}),?\s*$")
_FUNCTION_AFTER = re.compile(r"\s*[,(]\s*(?:onze |ons |mijn |de |een |our |my )?(?P<function>[a-z-]{4,25})\b")
_NO_FUNCTION = frozenset(
    ("collega", "heer", "mevrouw", "beide", "samen", "tafel", "werktafel", "naam", "voor", "voortaan")
)


def _spoken(one: Said) -> list[_Spoken]:
    """The people whom a sentence names, or else those whom it speaks of without a name."""
    found = []
    for person, role in zip(one.people, one.roles, strict=True):
        actor = Actor(Who.NAMED, person.start, person.end, person.name, person.title, person.sure)
        before, after = one.unit.folded[max(0, person.start - 50) : person.start], one.unit.folded[person.end :]
        beside = _FUNCTION_BEFORE.search(before) or _FUNCTION_AFTER.match(after)
        function = beside["function"] if beside and beside["function"] not in _NO_FUNCTION else ""
        found.append(_Spoken(actor, gender_of(person.name, person.title), role, function))
    if found:
        return found
    return [_Spoken(a, "", Role.PARTICIPANT, "") for a in one.actors if a.who is Who.UNNAMED]


def _resolved(one: Said, here: Sequence[_Spoken], groups: Sequence[Sequence[_Spoken]], sender: str | None) -> Said:
    """A sentence with the people that its pronouns mean beside those that it names."""
    if not (one.intent.register or one.intent.cancel or one.intent.replace or one.tables.mentions):
        return one
    blotted = without_names(one.unit.folded, one.tables.mentions, one.people, one.organisations)
    meant: list[Actor] = []
    for match in _PRONOUN.finditer(blotted):
        if not _counts(one, match):
            continue
        before = [s for s in here if s.actor.end <= match.start() and s.actor.who is Who.NAMED]
        alone = [s for s in before if sender is None or s.actor.name is None or not same_person(s.actor.name, sender)]
        several = match.lastgroup == "several"
        nearest = before if several else alone
        meant += _meant(match, [nearest, *groups] if nearest else groups)
    if not any(a.who is Who.NAMED for a in one.actors):
        meant += _by_function(blotted, groups)
    return _with(one, meant) if meant else one


def _counts(one: Said, match: re.Match[str]) -> bool:
    """Whether a pronoun may be one who takes part: in a sentence that names people, a table must follow."""
    named = [a for a in one.actors if a.who is Who.NAMED]
    if not named:
        return True
    subject = match.group() in _SUBJECTS or match.lastgroup in ("first", "second", "last")
    table = min((m.start for m in one.tables.mentions if m.start >= match.end()), default=None)
    return subject and table is not None and not any(match.end() <= a.start < table for a in one.actors)


def _meant(match: re.Match[str], groups: Sequence[Sequence[_Spoken]]) -> list[Actor]:
    start, end, kind = match.start(), match.end(), match.lastgroup
    if not groups:
        return []
    if kind == "several":
        if "be" in match.group() and len({s.actor.name for s in groups[0]}) < 2:
            return []  # "Ik neem beide voor mijn rekening" speaks of tables.
        return [replace(s.actor, start=start, end=end) for s in groups[0]]
    if kind in ("first", "second", "last"):
        number = {"first": 0, "second": 1, "last": -1}[kind]
        several = next((g for g in groups if len({s.actor.name for s in g}) > 1), None)
        return [replace(several[number].actor, start=start, end=end)] if several is not None else []
    gender = "m" if kind == "man" else "f"
    for group in groups:
        fits = [s for s in group if s.gender in (gender, "")]
        if not fits:
            continue
        fits = [s for s in fits if s.gender == gender] or fits
        fits = [s for s in fits if s.role is not Role.BYSTANDER] or fits
        if len({s.actor.name for s in fits}) == 1:
            return [replace(fits[0].actor, start=start, end=end)]
        return [Actor(Who.UNNAMED, start, end)]
    return []


def _by_function(blotted: str, groups: Sequence[Sequence[_Spoken]]) -> list[Actor]:
    """'De directeur volgt ...' after 'onze directeur, Jan Peeters'."""
    spoken = [s for group in groups[:2] for s in group if s.function and s.actor.name]
    found = []
    for one in spoken:
        if len({s.actor.name for s in spoken if s.function == one.function}) > 1:
            continue
        match = re.search(rf"\b(?:de|het|onze|ons|mijn) {re.escape(one.function)}\b", blotted)
        if match is not None:
            found.append(replace(one.actor, start=match.start(), end=match.end()))
    return found


def _with(one: Said, meant: Sequence[Actor]) -> Said:
    """The sentence with these people too, each once between two tables, and without the "ik" that only writes."""
    folded = one.unit.folded
    called = [Person(a.name or "", a.start, a.end, 3, a.title) for a in meant]
    plain = without_names(folded, one.tables.mentions)
    roles = roles_of(plain, called, fragment=True, replaces=False, wished=True)
    kept = [
        (p, Role.PARTICIPANT if _WAS_THERE.match(plain[p.end :]) else r)
        for p, r in zip(called, roles, strict=True)
        if r is not Role.BYSTANDER or _WAS_THERE.match(plain[p.end :])
    ]
    real = [(p, r) for p, r in zip(one.people, one.roles, strict=True) if not _moved(one, p, [c for c, _ in kept])]
    everybody = sorted([*real, *kept], key=lambda pair: pair[0].start)
    people, parts = [p for p, _ in everybody], [r for _, r in everybody]
    half = [Person("", a.start, a.end) for a in one.actors if a.who is Who.UNNAMED and one.unit.text[a.start].isupper()]
    blotted = without_names(folded, one.tables.mentions, people)
    actors = actors_of(blotted, people, parts, one.intent, half)
    actors = [replace(a, who=Who.UNNAMED, name=None) if a.who is Who.NAMED and not a.name else a for a in actors]
    actors = [a for a in actors if a.who is not Who.SENDER or not _only_writes(blotted, a)]
    return replace(one, actors=tuple(actors))


def _moved(one: Said, person: Person, called: Sequence[Person]) -> bool:
    """Whether a pronoun behind a name takes its place: no table stands between the names and the first pronoun."""
    behind = [c for c in called if person.end <= c.start]
    return any(c.name == person.name for c in behind) and not any(
        person.end <= m.start < behind[0].start for m in one.tables.mentions
    )


_WAS_THERE = re.compile(r"\s(?:zat|stond|was|volgde|woonde)\b")
"""Of somebody who leaves: "hij zat in de tafel grondwater"."""
_WRITES = re.compile(r"(?:kan|mag|mogen|wil|zou|had|wou) ik(?:zelf)?\b")


def _only_writes(blotted: str, actor: Actor) -> bool:
    """'Kan ik hem ...': who asks it for somebody else."""
    return _WRITES.match(blotted[actor.start :]) is not None
