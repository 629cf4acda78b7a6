"""A person's name: its words, given name and surname, its spelling, and whether two names mean one person.

Given name and surname are told apart by capitals, particles, first names and the mail address; nothing here looks for
names in a text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from mailworker.reading.folding import fold
from mailworker.reading.phrases.patterns import words_of
from mailworker.reading.who.names import ALSO_SURNAMES, FIRST_NAMES, PARTICLES, SURNAME_STARTS, TITLES

_TOKEN = re.compile(r"(?:'[ts]|[^\W\d_](?:[^\W\d_]|['’`\-](?=[^\W\d_]))*|[DdLlOo]['’](?=[^\W\d_]))\.?", re.UNICODE)
ORGANISATION_TAILS = tuple(
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


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    folded: str
    start: int
    end: int


def tokens_of(text: str) -> list[Token]:
    return [Token(m.group(), fold(m.group()), m.start(), m.end()) for m in _TOKEN.finditer(text)]


@lru_cache(maxsize=4096)
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
    return bool(shared) and (_are_initials(rest_short, rest_long) or _are_initials(rest_long, rest_short))


def _are_initials(letters: Sequence[str], words: Sequence[str]) -> bool:
    """Whether these are the first letters of those words, one for each: J-M for Jean-Marie."""
    if not letters or any(len(letter) > 1 for letter in letters):
        return False
    return sorted(letters) == sorted(word[0] for word in words)


def is_first_name(word: str) -> bool:
    """Whether the word is a common first name, or made of such names with a dash."""
    folded = fold(word).strip(".")
    return folded in FIRST_NAMES or ("-" in folded and folded.split("-")[0] in FIRST_NAMES)


def is_particle(word: str) -> bool:
    return fold(word) in PARTICLES


def is_capital(word: str) -> bool:
    stripped = word.lstrip("'’")
    return bool(stripped) and (stripped[0].isupper() or (word[:2].lower() in ("d'", "d’") and stripped[2:3].isupper()))


def is_initial(word: str) -> bool:
    return (
        bool(re.fullmatch(r"(?:[^\W\d_]\.(?:-?[^\W\d_]\.){0,3}|[^\W\d_]-[^\W\d_]|[^\W\d_]\.?)", word))
        and word[0].isupper()
    )


_ABBREVIATED_TITLE = re.compile(r"[^\W\d_]{3,8}\.")
"""'Bosw.', 'Kapt.': more letters than an initial has."""


def without_titles(words: Sequence[str]) -> list[str]:
    rest = list(words)
    while len(rest) > 1 and (fold(rest[0]) in TITLES or _ABBREVIATED_TITLE.fullmatch(rest[0])):
        rest.pop(0)
    while len(rest) > 2 and fold(rest[-1]).strip(".,") in {"ir", "ing", "dr", "phd", "msc", "mba", "prof"}:
        rest.pop()
    return rest


def ordered(words: Sequence[str], address: str) -> Name | None:
    """Given name and surname of words without a comma: capitals, first names, particles and the address tell."""
    capitals = [w.isupper() and len(w) > 1 and not is_initial(w) for w in words]
    if any(capitals) and not all(capitals):
        at = capitals.index(False) if capitals[0] else capitals.index(True)
        surname = [w for w, c in zip(words, capitals, strict=True) if c]
        first = [w for w, c in zip(words, capitals, strict=True) if not c]
        if capitals[0] and not any(capitals[at:]):
            return Name(" ".join(first), " ".join(surname))
        if not capitals[0] and all(capitals[at:]):
            return Name(" ".join(words[:at]), " ".join(words[at:]))
    first_last = is_first_name(words[0]), is_first_name(words[-1])
    if is_initial(words[-1]) and not is_initial(words[0]) and not (len(words) == 2 and is_first_name(words[0])):
        return Name(words[-1], " ".join(words[:-1]))
    starts_with_particle = fold(words[0]) in SURNAME_STARTS and len(words) > 2
    reverse = False
    if starts_with_particle or (first_last != (True, False) and _address_says(words, address, given_first=False)):
        reverse = True
    elif first_last == (False, True):
        reverse = not _address_says(words, address, given_first=True) and fold(words[-1]) not in ALSO_SURNAMES
    if reverse:
        at = len(words) - 1
        while at > 1 and is_first_name(words[at - 1]) and is_first_name(words[at]) and not is_particle(words[at - 1]):
            at -= 1
        return Name(" ".join(words[at:]), " ".join(words[:at]))
    split = 1
    while split < len(words) - 1 and is_first_name(words[split]) and not is_particle(words[split]):
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


def cased(name: Name) -> Name:
    """A name in capitals or small letters, as it is written on a badge; one in mixed letters stays."""

    def words(text: str) -> str:
        if not (text.isupper() or text.islower()) or is_initial(text):
            return text
        out = [_title_word(word) for number, word in enumerate(text.split(" "))]
        return " ".join(out)

    return replace(name, given=words(name.given), surname=words(name.surname))


def _title_word(word: str) -> str:
    if word.startswith(("'", "’")) and len(word) <= 2:
        return word.lower()
    pieces = re.split(r"([-'’])", word)
    return "".join(p[:1].upper() + p[1:].lower() if p else p for p in pieces)


def is_full(name: Name) -> bool:
    """Whether there is a first name or its initial, and a surname that is written out: "J.V.D." is nobody."""
    if not name.given or all(is_particle(w) for w in name.given.split()):
        return False
    return any(not is_initial(w) and len(w) > 1 and not is_particle(w) for w in name.surname.split())


def free(start: int, end: int, used: Sequence[tuple[int, int]]) -> bool:
    """Whether none of the used spans holds a part of [start, end)."""
    return all(end <= a or b <= start for a, b in used)
