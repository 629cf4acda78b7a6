"""All that was found in one mail, before anything is decided: its letter, sentences, forms and sender."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mailworker.domain.organisation import Directory
from mailworker.domain.programme import Programme
from mailworker.message.body import Body
from mailworker.message.inbound import Inbound
from mailworker.reading.choice.only import with_denials, with_only
from mailworker.reading.choice.ticks import with_ticks
from mailworker.reading.choice.told import with_told
from mailworker.reading.choice.topics import with_topics
from mailworker.reading.language import language_of
from mailworker.reading.layout.capitals import calmed, in_capitals
from mailworker.reading.layout.forms import records_of
from mailworker.reading.layout.labels import Field
from mailworker.reading.layout.letter import Letter, letter_of
from mailworker.reading.layout.record import Record
from mailworker.reading.layout.unit import Kind, Unit
from mailworker.reading.naming.table_names import Vocabulary, vocabulary
from mailworker.reading.said import Said, Surroundings, distinct, say, without_names
from mailworker.reading.who.name_lines import is_single_name
from mailworker.reading.who.people import find_people
from mailworker.reading.who.person_names import key, same_person
from mailworker.reading.who.referring import with_references
from mailworker.reading.who.sender import Sender, from_name, sender_of
from mailworker.reading.who.standing_by import Succession, may_be_aside, succession_of, without_bystanders
from mailworker.reading.whose.organisations import find_organisations
from mailworker.reading.whose.signed_organisations import domain_label
from mailworker.reading.whose.subjects import behind_writer, with_subjects


@dataclass(frozen=True, slots=True)
class Context:
    """All that was found in one mail."""

    inbound: Inbound
    letter: Letter
    said: tuple[Said, ...]
    subject: Said
    records: tuple[Record, ...]
    sender: Sender
    words: Vocabulary
    directory: Directory
    organiser: frozenset[str]
    language: str

    @property
    def own(self) -> str:
        """The folded words of the sender."""
        return "\n".join(one.unit.folded for one in self.said)

    @property
    def answers_us(self) -> bool:
        """Whether the mail replies to a question."""
        return self.letter.reply and ("?" in self.letter.quoted or not self.letter.quoted)

    @property
    def asks(self) -> bool:
        """Whether the mail asks something that only staff can answer."""
        if any(one.intent.asks for one in self.said):
            return True
        return any(unit.field is Field.QUESTION and unit.text.strip(" /-") for unit in self.letter.units)

    @property
    def is_about_tables(self) -> bool:
        """Whether the mail speaks of tables or of registering."""
        if any(one.tables.mentions or one.intent.table_word for one in (*self.said, self.subject)):
            return True
        return "inschrij" in f"{self.own}\n{self.subject.unit.folded}"


def context_of(inbound: Inbound, body: Body, programme: Programme, directory: Directory) -> Context:
    """All that is found in a mail."""
    letter = letter_of(inbound, body)
    words = vocabulary(programme)
    organiser = _organiser(programme, directory)
    header = from_name(inbound, directory)
    if in_capitals(letter):
        letter = calmed(letter, [header] if header else [], directory)
    records, rest = records_of(letter.units, words)
    names = [header] if header else []
    names += [p.name for unit in letter.closing[:6] for p in find_people(unit.text, names)[:1] if p.sure > 1]
    names += [p.name for unit in (*rest, letter.subject) for p in find_people(unit.text) if p.sure > 1]
    names += [name for record in records for name, *_ in record.people if name]
    label = domain_label(inbound.sender.domain if inbound.sender else "", directory)
    surroundings = Surroundings(tuple(distinct(names)[:12]), organiser, label)
    succession = succession_of(f"{letter.own}\n{letter.subject.folded}")
    said = [_say(unit, words, directory, surroundings, header, succession) for unit in rest]
    said, trailing = _without_name_under_it(said, letter, header)
    letter = replace(letter, closing=(*trailing, *letter.closing))
    subject = say(letter.subject, words, directory, surroundings)
    sender = sender_of(inbound, letter, [*said, subject], directory)
    if sender.name is None:
        sender = _signed_behind(said) or _in_subject(subject, said) or sender
    said = with_told(with_topics(with_ticks(said)), _own_organisations(inbound, letter, directory))
    said = with_only(with_denials(said))
    said = with_references(behind_writer(with_subjects(said), sender.name), sender.name)
    language = language_of(" ".join([letter.own, letter.subject.folded]))
    return Context(inbound, letter, tuple(said), subject, tuple(records), sender, words, directory, organiser, language)


def _say(
    unit: Unit, words: Vocabulary, directory: Directory, mail: Surroundings, header: str | None, succession: Succession
) -> Said:
    """All that is found in a unit, less the clauses that only tell of others."""
    one = say(unit, words, directory, mail)
    if not one.people and not one.intent.unnamed and not may_be_aside(unit.folded):
        return one
    blotted = without_names(unit.folded, one.tables.mentions, one.people, one.organisations)
    plain = without_bystanders(unit, blotted, one.people, header, succession)
    return one if plain is unit else say(plain, words, directory, mail)


_BEHIND = re.compile(r"[,.;!\u2013-]\s*$")


def _signed_behind(said: Sequence[Said]) -> Sender | None:
    """The name that ends the last sentence: 'zet mij bij hemelwater, jens torfs'."""
    last = said[-1] if said else None
    if last is None or len(last.people) != 1 or not (last.intent.self_strong or last.intent.self_verb):
        return None
    person, unit = last.people[0], last.unit
    if unit.text[person.end :].strip(" .!") or not _BEHIND.search(unit.text[: person.start]):
        return None
    text = unit.text[person.start : person.end]
    return Sender(person.name, unit.source, text, unit.at(person.start), unit.at(person.end))


_INSCRIBES = re.compile(
    r"\b(?:inschrijving|aanmelding|deelname|registratie|kandidatuur|registration|inscription)\W+(?:van )?$"
)


def _in_subject(subject: Said, said: Sequence[Said]) -> Sender | None:
    """The one person of a subject such as 'inschrijving Joachim Van Roeyen', where the text names nobody."""
    if len(subject.people) != 1 or any(one.people for one in said):
        return None
    person, unit = subject.people[0], subject.unit
    if not _INSCRIBES.search(unit.folded[: person.start]):
        return None
    text = unit.text[person.start : person.end]
    return Sender(person.name, unit.source, text, unit.at(person.start), unit.at(person.end))


def _own_organisations(inbound: Inbound, letter: Letter, directory: Directory) -> frozenset[str]:
    """The organisations of the signature and of the mail domain."""
    found = {a.name for unit in letter.closing for a in find_organisations(unit.text, directory)}
    by_domain = directory.of_domain(inbound.sender.domain) if inbound.sender is not None else None
    return frozenset(found | ({by_domain.name} if by_domain is not None else set()))


def _organiser(programme: Programme, directory: Directory) -> frozenset[str]:
    """Names of the organisation that the programme is of: who writes to it also names it."""
    found = set()
    for piece in re.split(r"[()]", programme.organiser):
        if piece.strip() and (organisation := directory.find(piece)) is not None:
            found.add(organisation.name)
    return frozenset(found)


def _without_name_under_it(said: Sequence[Said], letter: Letter, header: str | None) -> tuple[list[Said], list[Unit]]:
    """The sentences, and the lines at their end that are only the writer's name and function."""
    rest = _before_name_line(said, header)
    taken: list[Unit] = [one.unit for one in said[len(rest) :]]
    while rest and rest[-1].unit.answers is None and len(taken) < 6 and rest[-1].unit.kind is Kind.SENTENCE:
        last = rest[-1]
        if _is_below_table(rest, header):
            break
        if is_single_name(last) or _is_signature_line(last, bool(taken)):
            taken.insert(0, rest.pop().unit)
            continue
        break
    named = [number for number, unit in enumerate(taken) if find_people(unit.text, [header] if header else [])]
    first_name = [
        n for n, unit in enumerate(taken) if header and key(unit.text) and set(key(unit.text)) <= set(key(header))
    ]
    if not named and not first_name:
        # Only lines that name nobody: an organisation under the mail is still a signature.
        if taken and any(one.organisations for one in said[len(rest) :]):
            return rest, taken
        return list(said), []
    return rest, taken


def _is_below_table(said: Sequence[Said], header: str | None) -> bool:
    """Whether the last line names somebody else right below a table: 'Tafel hemelwater / An Sels' is no signature."""
    if len(said) < 2 or not said[-1].people or header is None or same_person(said[-1].people[0].name, header):
        return False
    above = said[-2]
    near = above.unit.paragraph == said[-1].unit.paragraph
    return near and above.is_fragment and bool(above.wished) and not above.people and not above.intent.wish


_RESUMES = re.compile(r"^(?:p\.?\s?s|n\.?b)\b|\?|\b(?:ik|mij|mijn|ikzelf|wij|we|gelieve|graag|kan u|i|my)\b")


def _before_name_line(said: Sequence[Said], header: str | None) -> list[Said]:
    """The sentences before a line that is only the writer's name, where nobody speaks again after it."""
    if header is None:
        return list(said)
    for number in range(1, len(said)):
        one = said[number]
        if one.unit.answers is not None or one.unit.field is not None:
            continue
        letters = key(one.unit.text)
        is_name = (bool(letters) and (letters == key(header) or letters == key(header.split()[0]))) or (
            is_single_name(one) and same_person(one.people[0].name, header) and one.people[0].start == 0
        )
        after = said[number + 1 :]
        if any(m.is_clear for o in after for m in o.wished) and not any(o.wished for o in said[:number]):
            continue
        if is_name and not any(_RESUMES.search(o.unit.folded) or o.unit.field is not None for o in after):
            return list(said[:number])
    return list(said)


_GIVES_A_NAME = re.compile(r"\b(?:haar|zijn|de|wiens) (?:volledige )?naam\b|\bname is\b")


def _is_signature_line(one: Said, below: bool) -> bool:
    intent = one.intent
    if one.tables.mentions or intent.asks or intent.polite or one.unit.text.rstrip().endswith((":", "?")):
        return False
    if len(one.unit.text) > 70 or not one.is_fragment or _GIVES_A_NAME.search(one.unit.folded):
        return False
    if len(one.people) > 1:
        return False
    if one.unit.text.rstrip()[-1:] in ".!" and not one.people:
        return False
    words = one.unit.folded.split()
    return (
        len(words) <= 7 and not intent.cancel and not (intent.register and not one.organisations) and not intent.thanks
    )
