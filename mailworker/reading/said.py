"""One unit of a mail with all that was found in it: tables, people, organisations, intent, and who is spoken of.

A person counts as an actor (somebody who takes part, leaves or comes) unless the words around the name say that he or
she only stands by: in copy, consulted, thanked, writing for somebody else.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mailworker.domain.organisation import Directory
from mailworker.reading.intent import Intent, intent_of
from mailworker.reading.layout.unit import Kind, Unit
from mailworker.reading.naming.mention import Mention, Polarity, TablesRead
from mailworker.reading.naming.table_names import Vocabulary
from mailworker.reading.naming.tables import read_tables
from mailworker.reading.phrases.patterns import any_of, words_of
from mailworker.reading.who.actors import Actor, actors_of
from mailworker.reading.who.half_names import half_names
from mailworker.reading.who.names import TITLES
from mailworker.reading.who.people import comma_name, find_people
from mailworker.reading.who.person_names import Person, key, same_person
from mailworker.reading.who.roles import Role, roles_of
from mailworker.reading.whose.affiliation import Affiliation
from mailworker.reading.whose.cues import leads_a_person
from mailworker.reading.whose.organisations import find_organisations

_MOST_UNKNOWN = 3
_SHORT = 3
"""Letters of an abbreviation: "An Sels (WA)" goes to a table, and is of no organisation."""
_PLAIN_WORDS = words_of(
    """
    voor bij aan naar van uit met het een der den ten ter tot rond over graag aub ook nog enkel alleen wel ja nee
    neen yes oui non tafel tafels werktafel werktafels table tables wtt onze ons mij wij namens vanuit naam
    organisatie deelnemer deelnemers deelname inschrijving inschrijven aanmelding kandidaat kandidatuur keuze
    voorkeur interesse zoals beloofd afgesproken besproken gevraagd kick off kickoff telefonisch vermeld idem zelf
    mezelf ikzelf ondergetekende dank bedankt alvast please the for and thema thema's bevoorrading respectievelijk
    zowel als plus dus graag kan mag afd afdeling dienst dept departement nodig alstublieft alsjeblieft beide
    allebei onderwerp collega collega's medewerker adviseur ingenieur annulatie annuleren uitschrijven uitschrijving
    afmelding afmelden schrappen wijziging vervanging inplaats plaats instead pour aux les des antwoord bij deze
    hierbij volgt keuzes eentje maar natuurlijk uiteraard
    """
)


@dataclass(frozen=True, slots=True)
class Said:
    """A unit and what was found in it."""

    unit: Unit
    intent: Intent
    tables: TablesRead
    people: tuple[Person, ...]
    organisations: tuple[Affiliation, ...]
    actors: tuple[Actor, ...]
    checked: bool | None = None
    """A box before it: ticked or not."""
    roles: tuple[Role, ...] = ()
    """The part that each of the people plays."""

    @property
    def wished(self) -> tuple[Mention, ...]:
        """The tables that it names without saying no to them."""
        return tuple(m for m in self.tables.mentions if m.polarity is Polarity.YES)

    @property
    def is_fragment(self) -> bool:
        """Whether it is a few words without a verb: a table, a name, an organisation."""
        return not self.intent.verb and len(self.unit.folded.split()) <= 14 and self.unknown_words <= _MOST_UNKNOWN

    @property
    def unknown_words(self) -> int:
        """How many of its words are neither names nor words that go with them."""
        text = without_names(self.unit.folded, self.tables.mentions, self.people)
        for affiliation in self.organisations:
            text = text[: affiliation.start] + " " * (affiliation.end - affiliation.start) + text[affiliation.end :]
        words = re.findall(r"[a-z]{3,}", text)
        return sum(
            1 for w in words if not w.startswith(("xxxxx", "qqqq")) and w not in _PLAIN_WORDS and w not in TITLES
        )


_CHECKED = re.compile(r"^\s*[-*•]?\s*(?:\[\s?[xv✓✔]\s?\]|\(\s?[xv]\s?\)|[☑☒✓✔■])", re.IGNORECASE)
_UNCHECKED = re.compile(r"^\s*[-*•]?\s*(?:\[\s{0,2}\]|\(\s{0,2}\)|[☐□✗✘])")

_OF_PLACE = re.compile(
    r"\b"
    + any_of(r"""
mij | me | mijn | ik | hem | haar | hij | zij | inschrijving\w* | deelname | naam | lijst | wachtlijst
plaats | i | my | me | je | mon | ma
""")
    + r"\b"
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the rest of the mail says: full names, names of the organiser, the sender's own part of the mail domain."""

    known: tuple[str, ...] = ()
    organiser: frozenset[str] = frozenset()
    label: str = ""


def say(unit: Unit, words: Vocabulary, directory: Directory, mail: Surroundings) -> Said:
    """All that is found in a unit."""
    known, organiser, label = mail.known, mail.organiser, mail.label
    tables = read_tables(unit.folded, unit.text, words)
    abbreviated = [(m.start, m.end) for m in tables.mentions if m.end - m.start <= _SHORT]
    organisations = [
        a
        for a in find_organisations(unit.text, directory, label)
        if (a.name not in organiser or a.cue >= 2 or a.cue < 0)
        and (a.start, a.end) not in abbreviated
        and not (unit.folded[: a.start].endswith("naam van ") and any(key(a.name) == key(name) for name in known))
    ]
    mask = [(a.start, a.end) for a in organisations] + [(m.start, m.end) for m in tables.mentions if not m.every]
    people = [p for p in find_people(unit.text, known, mask) if not _goes_on(unit, p, organisations)]
    leading = comma_name(unit.text)
    if leading and not any(p.start <= leading.end and leading.start <= p.end for p in people):
        people = [leading, *people]
    people = _with_first_names(unit.text, people, known, mask)
    tables = _beside_people(unit.folded, tables, people)
    intent = _intent(unit, tables, people, organisations)
    found = _Found(unit, intent, tables, people, organisations)
    roles = _roles(found)
    half = half_names(unit.text, [*mask, *((p.start, p.end) for p in people)])
    half = [p for p in _participants(found, half) if not _is_one_of(p, known)]
    actors = actors_of(without_names(unit.folded, tables.mentions, people), people, roles, intent, half)
    checked = True if _CHECKED.match(unit.text) else False if _UNCHECKED.match(unit.text) else None
    return Said(unit, intent, tables, tuple(people), tuple(organisations), tuple(actors), checked, tuple(roles))


_UNSURE = 1


def _goes_on(unit: Unit, person: Person, organisations: Sequence[Affiliation]) -> bool:
    """Whether capital words without a first name only go on with the organisation before them in a sentence."""
    beside = any(a.end + 1 == person.start and unit.text[a.end] == " " for a in organisations)
    return beside and person.sure == _UNSURE and unit.kind is Kind.SENTENCE


@dataclass(frozen=True, slots=True)
class _Found:
    """What is known of a unit before anybody's part in it."""

    unit: Unit
    intent: Intent
    tables: TablesRead
    people: Sequence[Person]
    organisations: Sequence[Affiliation]

    @property
    def blotted(self) -> str:
        return without_names(self.unit.folded, self.tables.mentions)

    @property
    def alone(self) -> bool:
        """Whether a name in it speaks for itself: a line of a list, an answer, a few words."""
        unit = self.unit
        few = not self.intent.verb and len(unit.folded.split()) <= 14
        return unit.kind is not Kind.SENTENCE or unit.answers is not None or few


def _intent(unit: Unit, tables: TablesRead, people: Sequence[Person], organisations: Sequence[Affiliation]) -> Intent:
    """What the unit wants; who tells only of not coming gives up a seat where one is spoken of."""
    intent = intent_of(without_names(unit.folded, tables.mentions, people, organisations))
    seat = bool(tables.mentions) or intent.table_word or bool(people) or _OF_PLACE.search(unit.folded) is not None
    return replace(
        intent,
        table_word=intent.table_word or any(m.near and not m.every for m in tables.mentions),
        cancel=intent.cancel and (intent.hard_cancel or seat),
    )


def _roles(found: _Found) -> list[Role]:
    intent = found.intent
    wished = intent.wish and any(m.near for m in found.tables.mentions)
    roles = roles_of(found.blotted, found.people, found.alone, intent.replace or intent.in_place, wished)
    return [
        Role.PARTICIPANT if leads_a_person(found.unit.folded, found.organisations, person.start) else role
        for person, role in zip(found.people, roles, strict=True)
    ]


def _participants(found: _Found, half: Sequence[Person]) -> list[Person]:
    """Those of the half names who take part."""
    alone = found.alone and bool(found.tables.mentions)
    roles = roles_of(found.blotted, half, alone, found.intent.replace or found.intent.in_place, False)
    return [person for person, role in zip(half, roles, strict=True) if role is Role.PARTICIPANT]


_WHO_BEFORE = re.compile(
    r"(?:q{4,}|\b(?:ik|ikzelf|hij|zij|ze|eerstgenoemde|laatstgenoemde))(?:\s*\([^)x]*\))? (?:dan )?(?:de |het "
    r"|die van )*$"
)
_WHO_AFTER = re.compile(r"\W{1,3}(?:volgt|doet|neemt|volg|doe|neem) (?:q{4,}|(?:ik|ikzelf|hij|zij|ze)\b)")


def _beside_people(folded: str, tables: TablesRead, people: Sequence[Person]) -> TablesRead:
    """The tables, a weak word being clear beside who takes it: 'Jan neemt afvalwater en An de audit'."""
    if all(m.is_clear for m in tables.mentions):
        return tables
    blotted = without_names(folded, tables.mentions, people)
    several = any(m.is_clear for m in tables.mentions)

    def is_near(mention: Mention) -> bool:
        if _WHO_AFTER.match(blotted, mention.end):
            return True
        return several and _WHO_BEFORE.search(blotted, 0, mention.start) is not None

    return replace(tables, mentions=tuple(replace(m, near=m.near or is_near(m)) for m in tables.mentions))


def without_names(
    folded: str,
    mentions: Sequence[Mention],
    people: Sequence[Person] = (),
    organisations: Sequence[Affiliation] = (),
) -> str:
    """The text with all names blotted out, so that they read as no other words: "Bevoorrading uit" is no "uit"."""
    for affiliation in organisations:
        folded = folded[: affiliation.start] + "z" * (affiliation.end - affiliation.start) + folded[affiliation.end :]
    for mention in mentions:
        if not mention.every:
            folded = folded[: mention.start] + "x" * (mention.end - mention.start) + folded[mention.end :]
    for person in people:
        folded = folded[: person.start] + "q" * (person.end - person.start) + folded[person.end :]
    return folded


def _with_first_names(
    text: str, people: Sequence[Person], known: Sequence[str], masked: Sequence[tuple[int, int]]
) -> list[Person]:
    """People whom the text calls by the first name that it gave in full elsewhere."""
    found = list(people)
    for name in known:
        given = name.split(" ")[0]
        if len(given) < 2 or given.endswith("."):
            continue
        if sum(1 for other in known if other.split(" ")[0] == given) > 1:
            continue
        for match in re.finditer(rf"(?<![\w'’-]){re.escape(given)}(?![\w'’-])", text):
            start, end = match.span()
            if all(end <= p.start or p.end <= start for p in found) and all(end <= a or b <= start for a, b in masked):
                if re.match(r"\s+(?:van |de |den |der )*[A-ZÀ-Þ]\w", text[end : end + 20]) and not re.match(
                    r"\s+[A-Z]\w+\s*,", text[end : end + 20]
                ):
                    continue
                found.append(Person(name, start, end, 2))
                break
    return sorted(found, key=lambda person: person.start)


def _is_one_of(person: Person, known: Sequence[str]) -> bool:
    """Whether a first name or a surname belongs to somebody whose full name the mail gives."""
    return any(set(key(person.name)) <= set(key(name)) for name in known)


def distinct(names: Iterable[str | None]) -> list[str]:
    """The names of different people among these, the fullest form of each."""
    found: list[str] = []
    for name in names:
        if name is None:
            continue
        for number, other in enumerate(found):
            if same_person(name, other):
                if len(key(name)) > len(key(other)) or (len(name) > len(other) and len(key(name)) == len(key(other))):
                    found[number] = name
                break
        else:
            found.append(name)
    return found


def with_tables(said: Said, mentions: Sequence[Mention]) -> Said:
    """The same unit with other tables."""
    return replace(said, tables=TablesRead(tuple(mentions), said.tables.vague))
