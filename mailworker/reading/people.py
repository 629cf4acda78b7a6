"""People in a mail: From display names of all shapes, names in running text and signatures, addresses beside them.

A name is read from its shape (capitals, particles, initials) and from what stands around it; a list of first names
only settles doubt. Mailbox names and organisations are no people.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mailworker.reading.folding import fold
from mailworker.reading.names import (
    ALSO_SURNAMES,
    FIRST_NAMES,
    GENERIC_MAILBOX,
    NOT_NAMES,
    PARTICLES,
    SURNAME_STARTS,
    TITLES,
)
from mailworker.reading.phrases import any_of, words_of

_LONGEST = 80
_TOKEN = re.compile(r"(?:'[ts]|[^\W\d_](?:[^\W\d_]|['’`\-](?=[^\W\d_]))*|[DdLlOo]['’](?=[^\W\d_]))\.?", re.UNICODE)
_PARENTHESES = re.compile(r"\s*[(\[{][^)\]}]{0,80}[)\]}]?")
_CUT = re.compile(r"\s+(?:[-–—|/@•·]|via|namens|by|from|bij|at)\s+.*$|\s*[|•·;].*$", re.IGNORECASE)
_TITLE_TAIL = re.compile(r",\s*(?:ph\.?d\.?|msc|bsc|ir\.?|ing\.?|dr\.?|prof\.?|mba|lic\.?|em\.?)\b.*$", re.IGNORECASE)
_ORGANISATION_TAILS = tuple(
    words_of(
        """
    secretariaat dienst bestuur cooperatie bureau bedrijf vereniging centrum maatschappij instituut polder raad bond
    federatie veiling groep team desk onthaal comite kring agentschap departement werken beheer beleid systems group
    consult engineering techniek telers planning
    """
    )
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's full name in the order of speech, as a confirmation would address them."""

    given: str
    surname: str

    @property
    def full(self) -> str:
        return f"{self.given} {self.surname}".strip()


@dataclass(frozen=True, slots=True)
class Person:
    """A name in a text, at [start, end). `sure`: 3 a title, a first name or an address says so, 1 its shape."""

    name: str
    start: int
    end: int
    sure: int = 1
    title: str = ""


def key(name: str) -> tuple[str, ...]:
    """The words of a name in any order: equal for two spellings of one person's name."""
    return tuple(sorted(re.findall(r"[a-z]+", fold(name.replace("ß", "ss")))))


def same_person(one: str, other: str) -> bool:
    """Whether two names mean one person: the same words, or an initial or a shorter form of one of them."""
    a, b = key(one), key(other)
    if a == b or "".join(a) == "".join(b):
        return True
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) < 2:
        return False
    if set(short) <= set(long):
        return True
    rest_short, rest_long = [w for w in short if w not in long], [w for w in long if w not in short]
    shared = [w for w in short if w in long and len(w) > 2]
    return (
        bool(shared)
        and len(rest_short) == len(rest_long) == 1
        and (
            (len(rest_short[0]) == 1 and rest_long[0].startswith(rest_short[0]))
            or (len(rest_long[0]) == 1 and rest_short[0].startswith(rest_long[0]))
        )
    )


def is_first_name(word: str) -> bool:
    """Whether the word is a common first name, or made of such names with a dash."""
    folded = fold(word).strip(".")
    return folded in FIRST_NAMES or ("-" in folded and folded.split("-")[0] in FIRST_NAMES)


def _is_particle(word: str) -> bool:
    return fold(word) in PARTICLES


def _is_capital(word: str) -> bool:
    stripped = word.lstrip("'’")
    return bool(stripped) and (stripped[0].isupper() or (word[:2].lower() in ("d'", "d’") and stripped[2:3].isupper()))


def _is_initial(word: str) -> bool:
    return bool(re.fullmatch(r"(?:[^\W\d_]\.(?:-?[^\W\d_]\.){0,3}|[^\W\d_]\.?)", word)) and word[0].isupper()


def sender_name(display: str, address: str = "", generic: Iterable[str] = ()) -> str | None:
    """The person whom a From display name names, or None where it names a mailbox, an organisation or nobody.

    `generic` are folded words that make it no person's name, such as those of known organisations.
    """
    text = _PARENTHESES.sub("", display[: 2 * _LONGEST]).strip(' "“”„')
    text = _TITLE_TAIL.sub("", _CUT.sub("", text)).strip(' ,"')
    if text.startswith("'") and text.endswith("'"):
        text = text.strip("'")
    if not text or "@" in text or any(c.isdigit() for c in text) or len(text) > _LONGEST:
        return None
    name = _comma_name(text) if "," in text else None
    if (
        name is not None
        and "," in text
        and name.full not in text.replace(",", "")
        and not name.full.startswith(text.partition(",")[2].strip()[:3])
    ):
        text = name.full
    words = [w for w in re.split(r"\s+", text.replace(",", " ")) if w]
    words = _without_titles(words)
    if len(words) < 2 or len(words) > 6 or any(not re.match(r"^['’]?[^\W\d_]", w) for w in words):
        return None
    folded = [fold(w).strip(".,") for w in words]
    not_person = set(generic)
    if any(
        f in GENERIC_MAILBOX
        or f in not_person
        or (len(f) > 6 and f.endswith(_ORGANISATION_TAILS) and not is_first_name(f))
        for f in folded
    ):
        return None
    if "&" in text or any(f in {"en", "and", "et", "voor"} for f in folded):
        return None
    if name is None:
        name = _ordered(words, address)
    if name is None or not _is_full(name):
        return None
    return _cased(name).full


def _without_titles(words: Sequence[str]) -> list[str]:
    rest = list(words)
    while len(rest) > 1 and fold(rest[0]) in TITLES:
        rest.pop(0)
    while len(rest) > 2 and fold(rest[-1]).strip(".,") in {"ir", "ing", "dr", "phd", "msc", "mba", "prof"}:
        rest.pop()
    return rest


def _comma_name(text: str) -> Name | None:
    """'Peeters, Jan', also with titles on either side."""
    left, _, right = text.partition(",")
    surname, given = " ".join(_without_titles(left.split())), " ".join(_without_titles(right.replace(",", " ").split()))
    if not surname or not given or _is_title_only(right):
        return None
    words = surname.split()
    if len(words) > 1 and (is_first_name(words[0]) or is_first_name(words[-1])) and not is_first_name(given.split()[0]):
        # "Wouter De Clercq, Aquafin": what follows the comma is no first name.
        return _ordered(words, "")
    return Name(given, surname)


def _is_title_only(text: str) -> bool:
    return all(fold(word) in TITLES for word in text.replace(",", " ").split())


def _ordered(words: Sequence[str], address: str) -> Name | None:
    """Given name and surname of words without a comma: capitals, first names, particles and the address tell."""
    capitals = [w.isupper() and len(w) > 1 and not _is_initial(w) for w in words]
    if any(capitals) and not all(capitals):
        at = capitals.index(False) if capitals[0] else capitals.index(True)
        surname = [w for w, c in zip(words, capitals, strict=True) if c]
        first = [w for w, c in zip(words, capitals, strict=True) if not c]
        if capitals[0] and not any(capitals[at:]):
            return Name(" ".join(first), " ".join(surname))
        if not capitals[0] and all(capitals[at:]):
            return Name(" ".join(words[:at]), " ".join(words[at:]))
    first_last = is_first_name(words[0]), is_first_name(words[-1])
    if _is_initial(words[-1]) and not _is_initial(words[0]):
        return Name(words[-1], " ".join(words[:-1]))
    starts_with_particle = fold(words[0]) in SURNAME_STARTS and len(words) > 2
    reverse = False
    if starts_with_particle:
        reverse = True
    elif first_last == (True, False):
        reverse = False
    elif first_last == (False, True):
        reverse = not _address_says(words, address, given_first=True) and fold(words[-1]) not in ALSO_SURNAMES
    else:
        reverse = _address_says(words, address, given_first=False)
    if reverse:
        at = len(words) - 1
        while at > 1 and is_first_name(words[at - 1]) and is_first_name(words[at]) and not _is_particle(words[at - 1]):
            at -= 1
        return Name(" ".join(words[at:]), " ".join(words[:at]))
    split = 1
    while split < len(words) - 1 and is_first_name(words[split]) and not _is_particle(words[split]):
        split += 1
    return Name(" ".join(words[:split]), " ".join(words[split:]))


def _address_says(words: Sequence[str], address: str, given_first: bool) -> bool:
    """Whether the local part begins with the first word (or with the last one) and ends with the other."""
    local = fold(address.partition("@")[0])
    parts = [p for p in re.split(r"[._+]", local) if p]
    if len(parts) < 2:
        return False
    given = words[0] if given_first else words[-1]
    rest = words[1:] if given_first else words[:-1]
    letters = "".join(re.findall(r"[a-z]", fold("".join(rest))))
    return re.sub(r"[^a-z]", "", parts[0]) == re.sub(r"[^a-z]", "", fold(given)) and re.sub(
        r"[^a-z]", "", "".join(parts[1:])
    ).startswith(letters[:5])


def _cased(name: Name) -> Name:
    """A name in capitals or small letters, as it is written on a badge; one in mixed letters stays."""

    def words(text: str) -> str:
        if not (text.isupper() or text.islower()) or _is_initial(text):
            return text
        out = [_title_word(word) for number, word in enumerate(text.split(" "))]
        return " ".join(out)

    return replace(name, given=words(name.given), surname=words(name.surname))


def _title_word(word: str) -> str:
    if word.startswith(("'", "’")) and len(word) <= 2:
        return word.lower()
    pieces = re.split(r"([-'’])", word)
    return "".join(p[:1].upper() + p[1:].lower() if p else p for p in pieces)


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


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    folded: str
    start: int
    end: int


def _tokens(text: str) -> list[_Token]:
    return [_Token(m.group(), fold(m.group()), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def find_people(
    text: str, known: Sequence[str] = (), masked: Sequence[tuple[int, int]] = (), lone: bool = False
) -> list[Person]:
    """The full names in a text, in order. `known` names are found in any letters; `masked` spans hold no people.

    With `lone` the text is a value by itself, so that small letters and unlisted names are taken too.
    """
    tokens = _tokens(text)
    found: list[Person] = []
    used: list[tuple[int, int]] = [*masked, *(match.span() for match in _ADDRESS.finditer(text))]
    for person in _known_people(text, tokens, known):
        if _free(person.start, person.end, used):
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
        if named is not None and _free(named.start, named.end, used):
            found.append(named)
            used.append((named.start, named.end))
            number = last
            continue
        number += 1
    if lone and not found:
        found.extend(_lone(text, tokens))
    return sorted(found, key=lambda person: person.start)


def _free(start: int, end: int, used: Sequence[tuple[int, int]]) -> bool:
    return all(end <= a or b <= start for a, b in used)


def _known_people(text: str, tokens: Sequence[_Token], known: Sequence[str]) -> Iterable[Person]:
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
                        yield Person(name, tokens[first].start, tokens[last].end, 3)
                    break


def _run_at(text: str, tokens: Sequence[_Token], number: int) -> tuple[int, int] | None:
    """The longest run [first, last) from here that has the shape of a full name."""
    token = tokens[number]
    starts_surname = token.folded in SURNAME_STARTS and _is_capital(token.text)
    if not (_is_capital(token.text) or token.folded in ("'t", "'s")):
        return None
    if token.folded.strip(".") in NOT_NAMES and not starts_surname and not is_first_name(token.text):
        return None
    if token.folded in TITLES or (token.text.endswith(".") and not _is_initial(token.text)):
        return None
    last = number + 1
    end = number + 1
    capitals = 0 if starts_surname and not is_first_name(token.text) else 1
    while last < len(tokens) and last - number < 7:
        gap = text[tokens[last - 1].end : tokens[last].start]
        if not re.fullmatch(r"[ \n\t]{1,3}", gap) and not (gap == "" and tokens[last - 1].text[-1:] in "'’."):
            break
        word = tokens[last]
        if word.folded in _OF and _is_surname(tokens[end - 1], end - number) and not _noble(tokens, last):
            break
        if word.folded in PARTICLES and word.folded not in (
            "in",
            "op",
            "aan",
            "uit",
            "te",
            "onder",
            "het",
            "al",
            "ben",
            "do",
            "e",
            "y",
            "af",
            "d'",
            "l'",
        ):
            last += 1
            continue
        if word.folded in PARTICLES and _is_capital(word.text):
            last += 1
            if is_first_name(word.text):
                capitals, end = capitals + 1, last
            continue
        if (
            not _is_capital(word.text)
            or (word.folded.strip(".") in NOT_NAMES and not is_first_name(word.text))
            or word.folded in TITLES
        ):
            break
        if word.text.endswith(".") and not _is_initial(word.text):
            last += 1
            capitals, end = capitals + 1, last
            break
        last += 1
        capitals, end = capitals + 1, last
    return (number, end) if capitals >= 2 or (capitals >= 1 and end - number >= 2) else None


def _noble(tokens: Sequence[_Token], at: int) -> bool:
    """Whether a second surname follows: "Maertens de Noordhout"; "de" alone leads to no organisation."""
    if tokens[at].text != "de" or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    return _is_capital(following.text) and following.folded.strip(".") not in NOT_NAMES


_OF = frozenset(("van", "uit", "bij", "aan", "op", "in", "de", "het"))
"""What stands between a complete name and the organisation: "Jan Peeters van Aquafin"."""


def _is_surname(token: _Token, words: int) -> bool:
    """Whether a name is complete with this word: "Jan Peeters van Aquafin" ends before the particle."""
    return words > 1 and token.folded not in PARTICLES and not is_first_name(token.text)


_PLACE_BEFORE = re.compile(
    r"\b"
    + any_of(r"""
dienst | afdeling | vakgroep | directie | cel | faculteit | departement | unit | sectie | onderzoeksgroep
project | programma | gebouw | campus | zaal | straat | rue
""")
    + r"\s+$"
)


def _person(text: str, tokens: Sequence[_Token], first: int, last: int, lone: bool) -> Person | None:
    words = [tokens[i].text for i in range(first, last)]
    before = text[max(0, tokens[first].start - 40) : tokens[first].start]
    title = _title_before(tokens, first, text)
    if _PLACE_BEFORE.search(fold(before)) and not title:
        return None
    # A capital that only opens the sentence is no part of the name behind it.
    if len(words) > 2 and not is_first_name(words[0]) and is_first_name(words[1]) and _opens_sentence(before):
        return None
    words[-1] = words[-1].rstrip(".") if not _is_initial(words[-1]) else words[-1]
    end = tokens[last - 1].start + len(words[-1])
    if any(fold(w).endswith(_ORGANISATION_TAILS) and len(w) > 7 for w in words):
        return None
    name = _ordered(words, "")
    if name is None or not _is_full(name):
        return None
    sure = 1
    if (
        title
        or is_first_name(name.given.split()[0])
        or _is_initial(name.given)
        or re.match(r"\s*[(<]\s*[\w.+-]{2,40}@", text[end : end + 60])
    ):
        sure = 3
    elif lone:
        sure = 2
    return Person(_cased(name).full, tokens[first].start, end, sure, title)


def _is_full(name: Name) -> bool:
    """Whether there is a first name or its initial, and a surname that is written out: "J.V.D." is nobody."""
    if not name.given or all(_is_particle(w) for w in name.given.split()):
        return False
    return any(not _is_initial(w) and len(w) > 1 and not _is_particle(w) for w in name.surname.split())


def _opens_sentence(before: str) -> bool:
    return not before.strip() or before.rstrip()[-1:] in ".!?:;,\n-"


def _title_before(tokens: Sequence[_Token], first: int, text: str) -> str:
    if first == 0:
        return ""
    previous = tokens[first - 1]
    if text[previous.end : tokens[first].start].strip(" .\n") == "" and (
        previous.folded in TITLES or previous.folded.rstrip(".") in TITLES
    ):
        return previous.folded.rstrip(".")
    return ""


_FIRST_NAME = re.compile(r"(?<![\w'’.@-])[A-ZÀ-Þ][a-zà-ÿ]{1,15}(?:-[A-ZÀ-Þ][a-zà-ÿ]{1,15})?(?![\w'’@-])")
_TITLED_SURNAME = re.compile(
    r"\b"
    + any_of(r"""
[Mm]evrouw | [Mm]evr\.? | [Mm]w\. | [Dd]e heer | [Dd]hr\.? | [Mm]rs?\. | [Mm]s\. | [Mm]adame | [Mm]onsieur
[Dd]r\. | [Pp]rof\. | [Ii]r\.
""")
    + r"\s+(?P<name>(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Vv]anden|[Vv]ander)\s+){0,2}[A-ZÀ-Þ][\w'’-]{1,25})"
    r"(?![\w'’-]|\s[A-ZÀ-Þ])"
)
_ALSO_WORDS = frozenset(
    ("ben", "an", "do", "mei", "wil", "roos", "al", "may", "mark", "will", "ine", "bo", "sam", "door", "rik", "jos")
)


def half_names(text: str, taken: Sequence[tuple[int, int]]) -> list[Person]:
    """People whom the text names by a first name alone, or by a title and a surname: too little to register them."""
    found = []
    for match in _TITLED_SURNAME.finditer(text):
        start, end = match.span("name")
        if _free(start, end, taken) and fold(match["name"]) not in NOT_NAMES:
            found.append(Person(match["name"], start, end))
    for match in _FIRST_NAME.finditer(text):
        start, end = match.span()
        word = match.group()
        if not is_first_name(word) or not _free(start, end, [*taken, *((p.start, p.end) for p in found)]):
            continue
        if (fold(word) in _ALSO_WORDS and (start == 0 or text[:start].rstrip()[-1:] in ".!?:;")) or fold(
            word
        ) in NOT_NAMES:
            continue
        if re.match(r"\s(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er)\s){0,2}[A-ZÀ-Þ]", text[end : end + 14]) or re.search(
            r"[A-ZÀ-Þ][\w'’-]*[\s-]$", text[max(0, start - 20) : start]
        ):
            continue
        found.append(Person(word, start, end))
    return sorted(found, key=lambda person: person.start)


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
    if any(not _is_capital(w) and not _is_particle(w) for w in words) or any(fold(w) in NOT_NAMES for w in words):
        return None
    if is_first_name(given.split()[0]) and not is_first_name(surname.split()[0]):
        return Person(_cased(Name(given, surname)).full, match.start("surname"), match.end("given"), 3)
    return None


def _lone(text: str, tokens: Sequence[_Token]) -> list[Person]:
    """A value that is a name in small letters."""
    words = [t.text for t in tokens]
    if not 2 <= len(words) <= 5 or re.search(r"[\d@:?!]", text) or len(text) > 60:
        return []
    words = _without_titles(words)
    if len(words) < 2 or any(fold(w) in NOT_NAMES - PARTICLES for w in words) or not is_first_name(words[0]):
        return []
    name = _ordered(words, "")
    return [Person(_cased(name).full, tokens[len(tokens) - len(words)].start, tokens[-1].end, 2)] if name else []


_ADDRESS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")


def address_beside(text: str, person: Person) -> str | None:
    """The mail address that stands right behind a name: 'Hilde Aerts (hilde.aerts@vito.be)'."""
    match = re.match(r"[\s(<\[,;:|/–-]{1,6}(?:mailto:)?", text[person.end : person.end + 10])
    begin = person.end + (match.end() if match else 0)
    found = _ADDRESS.match(text, begin)
    return found.group() if found and match else None


def addresses(text: str) -> list[str]:
    """Every mail address in a text."""
    return _ADDRESS.findall(text[:5000])
