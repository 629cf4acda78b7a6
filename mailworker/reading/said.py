"""One unit of a mail with all that was found in it: tables, people, organisations, intent, and who is spoken of.

A person counts as an actor (somebody who takes part, leaves or comes) unless the words around the name say that he or
she only stands by: in copy, consulted, thanked, writing for somebody else.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from mailworker.domain.organisation import Directory
from mailworker.reading.affiliation import Affiliation
from mailworker.reading.cues import leads_a_person
from mailworker.reading.half_names import half_names
from mailworker.reading.intent import Intent, intent_of, self_spans, self_verb_spans, unnamed_spans
from mailworker.reading.mention import Mention, Polarity, TablesRead
from mailworker.reading.names import TITLES
from mailworker.reading.organisations import find_organisations
from mailworker.reading.people import comma_name, find_people
from mailworker.reading.person_names import Person, is_first_name, key, same_person
from mailworker.reading.phrases import any_of, words_of
from mailworker.reading.roles import Role, roles_of
from mailworker.reading.table_names import Vocabulary
from mailworker.reading.tables import read_tables
from mailworker.reading.unit import Kind, Unit

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


class Who(Enum):
    """How the text speaks of an actor."""

    NAMED = "by name"
    SENDER = "as the sender"
    UNNAMED = "without a name"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who takes part, at [start, end) of the unit. `name` is None for the sender and for who has no name."""

    who: Who
    start: int
    end: int
    name: str | None = None
    title: str = ""
    sure: int = 1


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
        if (a.name not in organiser or a.cue >= 2 or a.cue < 0) and (a.start, a.end) not in abbreviated
    ]
    mask = [(a.start, a.end) for a in organisations] + [(m.start, m.end) for m in tables.mentions if not m.every]
    people = find_people(unit.text, known, mask)
    leading = comma_name(unit.text)
    if leading and not any(p.start <= leading.end and leading.start <= p.end for p in people):
        people = [leading, *people]
    people = _with_first_names(unit.text, people, known, mask)
    tables = _beside_people(unit.folded, tables, people)
    intent = intent_of(without_names(unit.folded, tables.mentions, people, organisations))
    intent = replace(
        intent,
        table_word=intent.table_word or any(m.near and not m.every for m in tables.mentions),
        cancel=intent.cancel
        and (
            intent.hard_cancel
            or bool(tables.mentions)
            or intent.table_word
            or bool(people)
            or _OF_PLACE.search(unit.folded) is not None
        ),
    )
    alone = (
        unit.kind is not Kind.SENTENCE
        or unit.answers is not None
        or (not intent.verb and len(unit.folded.split()) <= 14)
    )
    wished = intent.wish and any(m.near for m in tables.mentions)
    blotted = without_names(unit.folded, tables.mentions)
    roles = roles_of(blotted, people, alone, intent.replace or intent.in_place, wished)
    roles = [
        Role.PARTICIPANT if leads_a_person(unit.folded, organisations, person.start) else role
        for person, role in zip(people, roles, strict=True)
    ]
    half = half_names(unit.text, [*mask, *((p.start, p.end) for p in people)])
    half_roles = roles_of(blotted, half, alone and bool(tables.mentions), intent.replace or intent.in_place, False)
    half = [
        p for p, role in zip(half, half_roles, strict=True) if role is Role.PARTICIPANT and not _is_one_of(p, known)
    ]
    actors = actors_of(without_names(unit.folded, tables.mentions, people), people, roles, intent, half)
    checked = True if _CHECKED.match(unit.text) else False if _UNCHECKED.match(unit.text) else None
    return Said(unit, intent, tables, tuple(people), tuple(organisations), tuple(actors), checked, tuple(roles))


_WHO_BEFORE = re.compile(
    r"(?:q{4,}|\b(?:ik|ikzelf|hij|zij|ze|eerstgenoemde|laatstgenoemde))(?:\s*\([^)x]*\))? (?:dan )?(?:de |het |die van )*$"
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


_STAYS_AWAY = re.compile(
    r"^[^;:]{0,90}\b(?:komt|gaat|doet|schuift|sluit|neemt|is|comes) (?:\w+ ){0,2}(?:niet|not) (?:\w+ )?(?:mee"
    r"|deel|aan|bij)\b"
)
"""A colleague without a name of whom it only says that he does not come along."""
_INTRANSITIVE = re.compile(
    r"\b"
    + any_of(r"""
deel | mee | deelnemen | meedoen | meewerken | meedenken | aansluiten | aanschuiven | bijwonen
vertegenwoordig\w* | zetel\w* | volg\w* | opvolgen | neem | doe | kom | komen | kies | zitten | zit | stap
instappen | treed | intekenen | teken | participate | join | attend | represent\w* | participer\w*
representer\w* | aanwezig | kandidaat | schuif
""")
    + r"\b"
)
_TRANSITIVE = re.compile(
    r"\b"
    + any_of(r"""
aangemeld | ingeschreven | opgegeven | genoteerd | afgevaardigd | toegevoegd | voorgedragen
inschrijven | in te schrijven | aanmelden | aan te melden | opgeven | op te geven | noteren | af ?vaardigen
voordragen | sturen | aanduiden | registreren | toevoegen | schrijf | meld | geef | duid | draag | stuur
register | nominate | inscrire | inscris
""")
    + r"\b"
)


def actors_of(
    folded: str, people: Sequence[Person], roles: Sequence[Role], intent: Intent, half_named: Sequence[Person] = ()
) -> list[Actor]:
    """Who takes part by this sentence, in order of mention."""
    spoken = [p for p, role in zip(people, roles, strict=True) if role is Role.PARTICIPANT]
    actors = [Actor(Who.NAMED, p.start, p.end, p.name, p.title, p.sure) for p in spoken]
    for start, end in self_spans(folded):
        if not (spoken and _NOT_MYSELF.match(folded[end:])):
            actors.append(Actor(Who.SENDER, start, end))
    if intent.self_verb and not any(a.who is Who.SENDER for a in actors):
        named = [a for a in actors if a.who is Who.NAMED]
        for start, end in self_verb_spans(folded)[:4]:
            agent_only = bool(named or _SENDS_SOMEBODY.search(folded)) and (
                _TRANSITIVE.search(folded) is not None or not _INTRANSITIVE.search(folded[start : start + 90])
            )
            if not agent_only or _TAKES_TABLE.match(folded[start:]):
                actors.append(Actor(Who.SENDER, start, end))
    for start, end in unnamed_spans(folded):
        told = _STAYS_AWAY.search(folded[end:]) or (actors and _PREDICATE.search(folded[:start]))
        if not _has_name(folded, start, end, people) and not told:
            actors.append(Actor(Who.UNNAMED, start, end))
    if any(a.who is Who.SENDER for a in actors):
        actors += [Actor(Who.UNNAMED, *match.span(1)) for match in _FOR_SOMEBODY.finditer(folded)]
    for person in half_named:
        if all(person.end <= a.start or a.end <= person.start for a in actors if a.who is not Who.SENDER):
            actors = [a for a in actors if a.who is not Who.UNNAMED or not (0 <= person.start - a.end <= 3)]
            actors.append(Actor(Who.UNNAMED, person.start, person.end))
    return _either(folded, _without_spoken_of(folded, sorted(actors, key=lambda actor: actor.start)))


_NOT_MYSELF = re.compile(
    r" (?:\w+ ){0,2}?(?:heb (?:\w+ )?geen tijd|kan (?:\w+ )?niet|ben (?:\w+ )?(?:niet|verhinderd)|blijf (?:lekker |gewoon )?thuis"
    r"|kom (?:\w+ )?niet|neem (?:\w+ )?niet|moet passen|pas)\b"
)
"""'Ikzelf heb geen tijd, maar Jan Peeters wel'."""
_FOR_SOMEBODY = re.compile(
    r"x{5,}[\"')]* (?:is )?voor (een (?:[a-z]+ )?[a-z]{3,}(?:er|or|ist|eur|oog|lid|man|vrouw|ster|genoot))\b"
)
"""'Een bij hemelwater voor mezelf, een bij afvalwater voor een bedrijfsleider'."""
_TAKES_TABLE = re.compile(
    r"i(?:'ll| will| would| shall)? (?:take|cover|do|follow|attend|join) (?:on )?(?:the )?x{5,}"
    r"|(?:ik(?:zelf)? )?(?:neem|doe|volg|zou|kies|pak|wil|zal|behartig)\b(?: ik(?:zelf)?)?"
    r"(?: (?:zelf|graag|dan|wel|dus|voorlopig))* (?:de |het )?(?:tafel )?x{5,}(?!.{0,40}\b(?:door|laten|voor q{4}|aan q{4}))"
)
"""'Ik zou grondwater doen en Jan Peeters hemelwater': the table is the writer's own."""
_PREDICATE = re.compile(r"\b(?:is|ben|zijn|wordt|word|blijft|blijf|am|are|suis|est)\b[^.;,]{0,60}$")
"""'Ik ben het aanspreekpunt en de deelnemer': what somebody is, is not somebody else."""


def _is_one_of(person: Person, known: Sequence[str]) -> bool:
    """Whether a first name or a surname belongs to somebody whose full name the mail gives."""
    return any(set(key(person.name)) <= set(key(name)) for name in known)


_SENDS_SOMEBODY = re.compile(
    r"\b"
    + any_of(r"""
(?:stuur|duid|vaardig|draag|geef|meld|schrijf) ik | ik (?:stuur|vaardig) | sturen (?:we|wij)
(?:we|wij) sturen
""")
    + r"\b.{0,40}\b"
    + any_of(r"""
iemand | een collega | een medewerk(?:er|ster) | een vertegenwoordig(?:er|ster)
""")
    + r"\b"
)
_EITHER = re.compile(
    r"\s*(?:,\s*)?(?:of|ofwel|hetzij|or|ou|en anders|of anders)\s+(?:(?:mijn|onze|collega|ik|ikzelf|de heer"
    r"|mevrouw)\s+)*"
)


def _either(folded: str, actors: Sequence[Actor]) -> list[Actor]:
    """'Ofwel Jan Peeters ofwel An Sels': one of two people is nobody yet."""
    out: list[Actor] = []
    for actor in actors:
        if out and actor.who is not Who.UNNAMED and _EITHER.fullmatch(folded[out[-1].end : actor.start]):
            out[-1] = Actor(Who.UNNAMED, out[-1].start, actor.end)
            continue
        out.append(actor)
    return out


_JOINED = re.compile(
    r"(?:\b(?:en|samen met|alsook|evenals|plus|voor|and|together with|et|met)|[&+,])(?: (?:onze|mijn|ons|our"
    r"|my|notre|mon|collega))*\s*$"
)


def _without_spoken_of(folded: str, actors: Sequence[Actor]) -> list[Actor]:
    """Without the colleagues that have no name and are only spoken of beside somebody who takes part."""
    if all(actor.who is Who.UNNAMED for actor in actors):
        return list(actors)
    return [
        actor
        for number, actor in enumerate(actors)
        if actor.who is not Who.UNNAMED
        or (number > 0 and _JOINED.search(folded[: actor.start]))
        or (number == 0 and re.match(r"\s*(?:\([^)]*\)\s*)?(?:en|and|et)\b", folded[actor.end :]))
    ]


def _has_name(folded: str, start: int, end: int, people: Sequence[Person]) -> bool:
    """Whether the colleague, the director is the person named beside: 'onze collega Jan Peeters', 'Jan, onze chef'."""
    for person in people:
        if 0 <= person.start - end <= 45 and not re.search(r"[.;]|\b(?:en|maar)\b", folded[end : person.start]):
            return True
        if 0 <= start - person.end <= 40 and re.fullmatch(
            r"[\s,(-]*(?:\([^)]*\))?[\s,(-]*(?:is |wordt |,? ?als |van [\w -]{2,30}, ?)?", folded[person.end : start]
        ):
            return True
    # A word such as "die persoon" or "onze voorzitter" that is only spoken of elsewhere in the sentence.
    return bool(people) and re.search(r"\b(?:is|wordt|heet|namelijk|zijnde|zal)\b", folded[end : end + 40]) is not None


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
    words = [
        w
        for w in re.findall(r"[a-z]+", rest)
        if w
        not in {
            "dr",
            "ir",
            "ing",
            "prof",
            "mevr",
            "dhr",
            "mr",
            "ms",
            "mevrouw",
            "de",
            "heer",
            "namens",
            "van",
            "bij",
            "voor",
            "nv",
            "vzw",
            "bv",
            "cvba",
            "cv",
            "het",
            "afd",
            "dept",
            "dienst",
            "afdeling",
            "team",
        }
    ]
    before = re.findall(r"[a-z]+", text[: person.start])
    return len(words) <= 6 and len([w for w in before if w in words]) <= 2


def with_tables(said: Said, mentions: Sequence[Mention]) -> Said:
    """The same unit with other tables."""
    return replace(said, tables=TablesRead(tuple(mentions), said.tables.vague))


def first_name_only(text: str) -> bool:
    """Whether a line is just a first name: 'Katrien'."""
    words = text.strip(" ,.!\n").split()
    return len(words) == 1 and is_first_name(words[0])
