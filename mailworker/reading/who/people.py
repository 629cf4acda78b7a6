"""People whom a text names in full, in running text, lists and signatures.

A name is read from its shape (capitals, particles, initials) and from what stands around it; a list of first names
only settles doubt.
"""

import re
from collections.abc import Iterable, Sequence
from enum import Enum

from mailworker.reading.folding import fold
from mailworker.reading.phrases.patterns import any_of, words_of
from mailworker.reading.who.mail_addresses import ADDRESS
from mailworker.reading.who.names import NOT_NAMES, PARTICLES, SURNAME_STARTS, TITLES
from mailworker.reading.who.person_names import (
    ORGANISATION_TAILS,
    Name,
    Person,
    Token,
    cased,
    free,
    is_capital,
    is_first_name,
    is_full,
    is_initial,
    is_particle,
    key,
    ordered,
    tokens_of,
    without_titles,
)
from mailworker.reading.who.small_letters import small_letter_people


def name_of_text(text: str) -> str | None:
    """The person's name that a text consists of (a form's value, a cell, a line), or None."""
    stripped = text.strip(" \t.,;:-–*_\"'()")
    people = find_people(stripped, lone=True)
    if len(people) != 1:
        return None
    rest = (stripped[: people[0].start] + stripped[people[0].end :]).strip()
    return (
        people[0].name if not rest or re.match(r"^[\s(,;/|–-]", stripped[people[0].end :]) or people[0].title else None
    )


def find_people(
    text: str, known: Sequence[str] = (), masked: Sequence[tuple[int, int]] = (), lone: bool = False
) -> list[Person]:
    """The full names in a text, in order. `known` names are found in any letters; `masked` spans hold no people.

    With `lone` the text is a value by itself, so that small letters and unlisted names are taken too.
    """
    tokens = tokens_of(text)
    found: list[Person] = []
    used: list[tuple[int, int]] = [*masked, *(match.span() for match in ADDRESS.finditer(text))]
    for person in _known_people(text, tokens, known):
        if free(person.start, person.end, used):
            found.append(person)
            used.append((person.start, person.end))
    number = 0
    while number < len(tokens):
        run = _run_at(text, tokens, number)
        if run is None:
            number += 1
            continue
        first, last = run
        named = _person(text, tokens, first, last, lone)
        if named is not None and free(named.start, named.end, used):
            found.append(named)
            used.append((named.start, named.end))
            number = last
            continue
        number += 1
    if lone and not found:
        found.extend(_lone(text, tokens))
    for person in small_letter_people(text, tokens):
        if free(person.start, person.end, used):
            found.append(person)
            used.append((person.start, person.end))
    return sorted(found, key=lambda person: person.start)


def _known_people(text: str, tokens: Sequence[Token], known: Sequence[str]) -> Iterable[Person]:
    """Names that we know from elsewhere in the mail, in any letters and either order."""
    words = [(name, key(name)) for name in known if len(key(name)) >= 2]
    for name, wanted in words:
        for first in range(len(tokens)):
            letters: list[str] = []
            for last in range(first, min(first + 6, len(tokens))):
                if last > first and text[tokens[last - 1].end : tokens[last].start].strip(" ,\n") != "":
                    break
                letters += re.findall(r"[a-z]+", tokens[last].folded)
                if len(letters) >= len(wanted):
                    if tuple(sorted(letters)) == wanted:
                        shown = _in_order(name, [token.text for token in tokens[first : last + 1]])
                        yield Person(shown, tokens[first].start, tokens[last].end, 3)
                    break


def _in_order(name: str, words: Sequence[str]) -> str:
    """The name as the text writes it, where only the text has the first name in front."""
    plain = all(is_capital(word) and not word.isupper() for word in words if not is_particle(word))
    turned = plain and is_first_name(words[0]) and not is_first_name(name.split(maxsplit=1)[0]) and len(words) > 1
    return " ".join(words) if turned and key(" ".join(words)) == key(name) else name


_ALSO_PREPOSITIONS = words_of("in op aan uit te onder het al ben do e y af d' l'")
"""Particles that are other words as well: with a small letter they end a name."""
_WITHIN = PARTICLES - _ALSO_PREPOSITIONS


class _Part(Enum):
    """What the next word is to a name that has begun."""

    NAME = "a word of it"
    LAST = "its last word"
    PARTICLE = "a particle within it, if a word of it follows"
    OUTSIDE = "no part of it"


def _run_at(text: str, tokens: Sequence[Token], number: int) -> tuple[int, int] | None:
    """The longest run [first, last) from here that has the shape of a full name."""
    token = tokens[number]
    starts_surname = token.folded in SURNAME_STARTS and is_capital(token.text)
    if not _may_begin(token, starts_surname):
        return None
    last = end = number + 1
    capitals = 0 if starts_surname and not is_first_name(token.text) else 1
    part = _Part.NAME
    while last < len(tokens) and last - number < 7 and part is not _Part.LAST:
        part = _part(text, tokens, last, tokens[end - 1], end - number)
        if part is _Part.OUTSIDE:
            break
        last += 1
        if part is not _Part.PARTICLE:
            capitals, end = capitals + 1, last
    return (number, end) if capitals >= 2 or (capitals >= 1 and end - number >= 2) else None


def _may_begin(token: Token, starts_surname: bool) -> bool:
    if not (is_capital(token.text) or token.folded in ("'t", "'s")):
        return False
    if token.folded.strip(".") in NOT_NAMES and not starts_surname and not is_first_name(token.text):
        return False
    return token.folded not in TITLES and (not token.text.endswith(".") or is_initial(token.text))


def _part(text: str, tokens: Sequence[Token], at: int, before: Token, words: int) -> _Part:
    """What the word there is to a name of so many words, of which `before` is the last."""
    word = tokens[at]
    gap = text[tokens[at - 1].end : word.start]
    if not re.fullmatch(r"[ \n\t]{1,3}", gap) and not (gap == "" and tokens[at - 1].text[-1:] in "'’."):
        return _Part.OUTSIDE
    if word.folded in _OF and _is_surname(before, words) and not _noble(tokens, at):
        return _Part.OUTSIDE
    if word.folded in _WITHIN:
        return _Part.PARTICLE
    if word.folded in PARTICLES and is_capital(word.text):
        return _Part.NAME if is_first_name(word.text) else _Part.PARTICLE
    plain = word.folded.strip(".") in NOT_NAMES and not is_first_name(word.text)
    if not is_capital(word.text) or plain or word.folded in TITLES:
        return _Part.OUTSIDE
    return _Part.LAST if word.text.endswith(".") and not is_initial(word.text) else _Part.NAME


def _noble(tokens: Sequence[Token], at: int) -> bool:
    """Whether a second surname follows: "Maertens de Noordhout"; "de" alone leads to no organisation."""
    if tokens[at].text != "de" or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    return is_capital(following.text) and following.folded.strip(".") not in NOT_NAMES


_OF = frozenset(("van", "uit", "bij", "aan", "op", "in", "de", "het"))
"""What stands between a complete name and the organisation: "Jan Peeters van Aquafin"."""


def _is_surname(token: Token, words: int) -> bool:
    """Whether a name is complete with this word: "Jan Peeters van Aquafin" ends before the particle."""
    return words > 1 and token.folded not in PARTICLES and not is_first_name(token.text) and not is_initial(token.text)


_PLACE_BEFORE = re.compile(
    r"\b"
    + any_of(r"""
dienst | afdeling | vakgroep | directie | cel | faculteit | departement | unit | sectie | onderzoeksgroep
project | programma | gebouw | campus | zaal | straat | rue
""")
    + r"\s+$"
)


def _person(text: str, tokens: Sequence[Token], first: int, last: int, lone: bool) -> Person | None:
    words = _words(text, tokens, first, last)
    before = text[max(0, tokens[first].start - 40) : tokens[first].start]
    title = _title_before(tokens, first, text)
    if _PLACE_BEFORE.search(fold(before)) and not title:
        return None
    # A capital that only opens the sentence is no part of the name behind it.
    if len(words) > 2 and not is_first_name(words[0]) and is_first_name(words[1]) and _opens_sentence(before):
        return None
    words[-1] = words[-1].rstrip(".") if not is_initial(words[-1]) else words[-1]
    end = tokens[last - 1].start + len(words[-1])
    if any(fold(w).endswith(ORGANISATION_TAILS) and len(w) > 7 and not is_first_name(w) for w in words):
        return None
    name = ordered(words, "")
    if name is None or not is_full(name):
        return None
    sure = 1
    if (
        title
        or is_first_name(name.given.split()[0])
        or is_initial(name.given)
        or re.match(r"\s*[(<]\s*[\w.+-]{2,40}@", text[end : end + 60])
    ):
        sure = 3
    elif lone:
        sure = 2
    return Person(cased(name).full, tokens[first].start, end, sure, title)


def _words(text: str, tokens: Sequence[Token], first: int, last: int) -> list[str]:
    """The words of a name; initials without a space between them are one: "J.P. Van Damme"."""
    words = [tokens[first].text]
    for number in range(first + 1, last):
        if tokens[number - 1].end == tokens[number].start and is_initial(words[-1]) and is_initial(tokens[number].text):
            words[-1] += tokens[number].text
        else:
            words.append(tokens[number].text)
    return words


def _opens_sentence(before: str) -> bool:
    return not before.strip() or before.rstrip()[-1:] in ".!?:;,\n-"


def _title_before(tokens: Sequence[Token], first: int, text: str) -> str:
    if first == 0:
        return ""
    previous = tokens[first - 1]
    if text[previous.end : tokens[first].start].strip(" .\n") == "" and (
        previous.folded in TITLES or previous.folded.rstrip(".") in TITLES
    ):
        return previous.folded.rstrip(".")
    return ""


_COMMA_NAME = re.compile(
    r"^\s*(?P<surname>(?:[^\W\d_][\w'’-]*\s){0,3}[^\W\d_][\w'’-]*)"
    r",\s?(?P<given>[^\W\d_][\w'’-]*(?:\s[^\W\d_][\w'’-]*)?)\s*(?=$|[(:;,\t–-])"
)


def comma_name(text: str) -> Person | None:
    """'Adriaensen, Quinten (doctoraatsstudent)' at the start of a cell or a list's line."""
    match = _COMMA_NAME.match(text)
    if match is None:
        return None
    given, surname = match["given"], match["surname"]
    words = [*given.split(), *surname.split()]
    if any(not is_capital(w) and not is_particle(w) for w in words) or any(fold(w) in NOT_NAMES for w in words):
        return None
    if is_first_name(given.split()[0]) and not is_first_name(surname.split()[0]):
        return Person(cased(Name(given, surname)).full, match.start("surname"), match.end("given"), 3)
    return None


def _lone(text: str, tokens: Sequence[Token]) -> list[Person]:
    """A value that is a name in small letters."""
    words = [t.text for t in tokens]
    if not 2 <= len(words) <= 5 or re.search(r"[\d@:?!]", text) or len(text) > 60:
        return []
    words = without_titles(words)
    if len(words) < 2 or any(fold(w) in NOT_NAMES - PARTICLES for w in words) or not is_first_name(words[0]):
        return []
    name = ordered(words, "")
    return [Person(cased(name).full, tokens[len(tokens) - len(words)].start, tokens[-1].end, 2)] if name else []
