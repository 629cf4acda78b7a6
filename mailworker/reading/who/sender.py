"""Who wrote the mail: the person, from the name under it, what it says of itself and the From header."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailworker.domain.organisation import Directory, identity
from mailworker.domain.request import Source
from mailworker.message.inbound import Inbound
from mailworker.reading.folding import fold
from mailworker.reading.layout.letter import Letter
from mailworker.reading.layout.unit import Unit
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.said import Said
from mailworker.reading.who.display_names import sender_name
from mailworker.reading.who.people import find_people, name_of_text
from mailworker.reading.who.person_names import is_first_name, is_initial, key, same_person
from mailworker.reading.whose.organisations import find_organisations


@dataclass(frozen=True, slots=True)
class Sender:
    """The person who writes, if a full name is known. `text`, [start, end) and `source` tell where it stands."""

    name: str | None
    source: Source = Source.FROM
    text: str = ""
    start: int = 0
    end: int = 0
    disputed: bool = False
    """The From header and the name under the mail are two people."""


def from_name(inbound: Inbound, directory: Directory) -> str | None:
    """The person in the From header."""
    if inbound.sender is None:
        return None
    display = inbound.sender.name
    known = list(find_organisations(display, directory))
    generic = {
        word
        for affiliation in known
        for word in re.findall(r"[a-z]+", fold(display[affiliation.start : affiliation.end]))
        if not ("(" in display and affiliation.start > display.index("("))
    }
    if known and not any("(" in display and a.start > display.index("(") for a in known):
        # "Jan Peeters Aquafin", "Aquafin - Jan Peeters"
        for affiliation in known:
            display = display[: affiliation.start] + " " + display[affiliation.end :]
        display = re.sub(r"\s+[-|/–,]\s*$|^\s*[-|/–,]\s+|\b(?:van|bij|namens|@)\s*$", "", display.strip()).strip()
        generic = set()
    return sender_name(display, inbound.sender.address, generic)


_I_AM = re.compile(
    r"\b(?:"
    + any_of(r"""
ik ben | mijn naam is | ik heet | my name is | i am | i'm | je suis | je m'appelle | tis | het is hier | ik,
ikzelf, | ik zelf, | i, | ondergetekende,? | hier
""")
    + r"\s+(?:de heer |mevrouw |dr\.? |ir\.? |prof\.? )*)$"
)


def sender_of(inbound: Inbound, letter: Letter, said: Sequence[Said], directory: Directory) -> Sender:
    """The person who writes; who only gives a first name has the full name of the From header, if that fits."""
    header = from_name(inbound, directory)
    signed = _signed([unit for unit in letter.closing if directory.find(unit.text) is None], header)
    if signed is not None and _is_half_organisation(signed[1], directory):
        signed = None
        header = header if header is not None and not _is_half_organisation(header, directory) else None
    stated = _stated(said)
    if stated is not None:
        name, one = stated
        return Sender(fuller(name, header), Source.OWN, *one)
    if signed is not None:
        unit, name, start, end = signed
        if header is None or same_person(name, header):
            return Sender(fuller(name, header), unit.source, unit.text[start:end], unit.at(start), unit.at(end))
        return Sender(name, unit.source, unit.text[start:end], unit.at(start), unit.at(end), disputed=True)
    if header is not None and inbound.sender is not None:
        if _other_first_name(letter.closing, header):
            return Sender(None, disputed=True)
        return Sender(header, Source.FROM, inbound.sender.name, 0, len(inbound.sender.name))
    return Sender(None)


def _is_half_organisation(name: str, directory: Directory) -> bool:
    """Whether what looks like a name is a first name and an organisation: "Pieterjan Vlario"."""
    return directory.exactly(identity(name.partition(" ")[2])) is not None


def fuller(name: str, header: str | None) -> str:
    """The fuller of two spellings of one name; the one that the writer set under the mail where they are alike."""
    if header is None or not same_person(name, header):
        return name
    initials = any(is_initial(word) for word in name.split())
    header_initials = any(is_initial(word) for word in header.split())
    if (initials and not header_initials) or (
        len(key(header)) > len(key(name)) and not header_initials and len(header.split()) > len(name.split())
    ):
        return header
    if name.islower() or name.isupper():
        return header
    return name


def _signed(closing: Sequence[Unit], header: str | None) -> tuple[Unit, str, int, int] | None:
    """The first full name in the closing lines; where several sign, the one of the From header."""
    found: list[tuple[Unit, str, int, int]] = []
    for unit in closing[:14]:
        known = [header] if header else []
        people = find_people(unit.text, known)
        if not people and (name := name_of_text(unit.text)) is not None:
            found.append((unit, name, 0, len(unit.text)))
            continue
        for person in people:
            if person.start > 40 and not person.title:
                continue
            found.append((unit, person.name, person.start, person.end))
    if not found:
        return None
    if header is not None:
        for one in found:
            if same_person(one[1], header):
                return one
    likely = [one for one in found if is_first_name(one[1].split()[0]) or one[1][1:2] == "."]
    names = {key(one[1]) for one in (likely or found)}
    if len(names) > 1 and header is None and len(likely) > 1:
        return None
    return (
        (likely or found)[0]
        if likely or found[0][0] is closing[0] or (len(closing) > 1 and found[0][0] is closing[1])
        else None
    )


def _stated(said: Sequence[Said]) -> tuple[str, tuple[str, int, int]] | None:
    """Who the writer says to be: 'ik ben Bart Nijs', 'Ik, René Böhm, wil'."""
    for one in said:
        for person in one.people:
            if _I_AM.search(one.unit.folded[max(0, person.start - 40) : person.start]) and len(person.name.split()) > 1:
                unit = one.unit
                return person.name, (unit.text[person.start : person.end], unit.at(person.start), unit.at(person.end))
    return None


def _other_first_name(closing: Sequence[Unit], header: str) -> bool:
    """Whether somebody else than the From header's person signs with a first name."""
    for unit in closing[:2]:
        word = unit.text.strip(" ,.!-")
        if not word:
            continue
        if re.fullmatch(r"[^\W\d_][\w'’-]{2,20}", word) and is_first_name(word):
            given = fold(header.split(maxsplit=1)[0])
            folded = fold(word)
            return not (folded[:2] == given[:2] or folded in key(header) or given.startswith(folded) or folded in given)
        return False
    return False
