"""Which organisation a name or a mail domain means: the configured ones, under all their spellings.

Two spellings of one organisation have one identity, so that the limit per organisation cannot be evaded by a dash
or a legal form. A misspelt name is recognised only where nothing else is near: "Stad Genk" is never "Stad Gent",
and a part of a name never means the whole ("mechelen" is not "OCMW Mechelen").
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from mailworker.domain.authority import of_authority, spellings, without_department

_LONGEST = 120
"""Characters of a name that are looked at: what is longer is no name."""

_LEADING_FORMS = frozenset(("nv", "bv", "bvba", "cvba", "cv", "vzw", "asbl", "sprl", "srl", "agb", "iva", "eva", "apb"))
_TRAILING_FORMS = frozenset(
    ("sa", "ebvba", "scrl", "sc", "ivzw", "aisbl", "vof", "snc", "commv", "gcv", "cvso", "gmbh")
)
_FOREIGN_FORMS = frozenset(("ltd", "inc", "plc", "llc", "se", "ag", "esv"))
_LEGAL_FORMS = _LEADING_FORMS | _TRAILING_FORMS | _FOREIGN_FORMS
# A display name keeps these: "AGB Deinze" without its form would be a town.
_FORMS_OF_THE_NAME = frozenset(("agb", "iva", "eva", "apb", "se"))
_ARTICLES = frozenset(("de", "het", "the"))
_PUBLIC_LAW = re.compile(r"\bnv\s+van\s+publiek(?:\s+recht|rechtelijk\s+recht)\b", re.IGNORECASE)
_SPECIAL = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae", "œ": "oe", "&": " en ", "+": " en "}
)
_WORD = re.compile(r"[0-9a-z]+")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,6}(?:[a-z]\b)?")
_FORM_AT_END = re.compile(r"[\s,(/-]+\(?\s*((?:[A-Za-z]\.?){2,6})\s*\)?\s*$")
_FORM_AT_START = re.compile(r"^\s*((?:[A-Za-z]\.?){2,6})[\s,]+(?=\S)")


def _words(name: str) -> list[str]:
    """The plain small words of a name, without legal forms and a leading article."""
    text = _PUBLIC_LAW.sub(" ", without_department(name[:_LONGEST]).translate(_SPECIAL))
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    text = _DOTTED.sub(lambda match: match.group().replace(".", ""), text.replace("'", "").replace("’", ""))
    words = _WORD.findall(text)
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    while len(words) > 1 and words[0] in _LEADING_FORMS:
        words.pop(0)
    if len(words) > 1 and words[0] in _ARTICLES:
        words.pop(0)
    if words[:2] == ["autonoom", "gemeentebedrijf"] and len(words) > 2:
        words = words[2:]
    return of_authority(words) or words


def identity(name: str) -> str:
    """One key for all spellings of a name; "" for a name without a letter or digit."""
    return "".join(_words(name))


def without_legal_form(name: str) -> str:
    """The name as its bearer writes it, less its legal form."""
    text = _PUBLIC_LAW.sub("", name).strip(" ,;:-")
    while match := _FORM_AT_END.search(text):
        form = match.group(1).replace(".", "").casefold()
        if form not in _LEGAL_FORMS - _FORMS_OF_THE_NAME:
            break
        text = text[: match.start()].rstrip(" ,;:(/-")
    match = _FORM_AT_START.match(text)
    if match and match.group(1).replace(".", "").casefold() in _LEADING_FORMS - _FORMS_OF_THE_NAME:
        text = text[match.end() :]
    return text.strip(" ,;:")


@dataclass(frozen=True, slots=True)
class Organisation:
    """`name` is how we write it, `aliases` are other names, `domains` are mail domains that only it uses.

    `enterprise_numbers` are ten digits each.
    """

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    enterprise_numbers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Directory:
    """The organisations that are known. What several of them claim, a name, a domain or a number, belongs to none."""

    organisations: tuple[Organisation, ...]
    shared_domains: frozenset[str] = frozenset()
    _by_identity: dict[str, Organisation | None] = field(init=False, repr=False, compare=False)
    _by_letters: dict[str, Organisation | None] = field(init=False, repr=False, compare=False)
    _by_domain: dict[str, Organisation | None] = field(init=False, repr=False, compare=False)
    _by_number: dict[str, Organisation | None] = field(init=False, repr=False, compare=False)
    _sorted_words: dict[str, Organisation] = field(init=False, repr=False, compare=False)
    most_words: int = field(init=False, repr=False, compare=False)
    """Words of the longest known name: who looks for names in a text need not look further."""

    def __post_init__(self) -> None:
        by_identity: dict[str, Organisation | None] = {}
        by_letters: dict[str, Organisation | None] = {}
        by_domain: dict[str, Organisation | None] = {}
        by_number: dict[str, Organisation | None] = {}
        sorted_words: dict[str, Organisation] = {}
        most = 1
        for organisation in self.organisations:
            for name in (organisation.name, *organisation.aliases):
                words = _words(name)
                _claim(by_identity, "".join(words), organisation)
                for letters in spellings(words) if words else ():
                    _claim(by_letters, letters, organisation)
                sorted_words.setdefault(" ".join(sorted(words)), organisation)
                most = max(most, len(words) + 2)
            for domain in organisation.domains:
                _claim(by_domain, domain.lower().rstrip("."), organisation)
            for number in organisation.enterprise_numbers:
                _claim(by_number, number, organisation)
        object.__setattr__(self, "_by_identity", by_identity)
        object.__setattr__(self, "_by_letters", by_letters)
        object.__setattr__(self, "_by_domain", by_domain)
        object.__setattr__(self, "_by_number", by_number)
        object.__setattr__(self, "_sorted_words", sorted_words)
        object.__setattr__(self, "most_words", most)

    def exactly(self, key: str) -> Organisation | None:
        """The organisation whose name has these letters and digits."""
        return self._by_identity.get(key) or self._by_letters.get(key)

    def find(self, name: str) -> Organisation | None:
        """The organisation that the name means: by identity, or misspelt where no other one is near."""
        words = _words(name)
        key = "".join(words)
        if not key:
            return None
        if key in self._by_identity:
            return self._by_identity[key]
        return self._misspelt(sorted(words))

    def _misspelt(self, words: list[str]) -> Organisation | None:
        asked = " ".join(words)
        near = process.extract(asked, self._sorted_words.keys(), scorer=fuzz.ratio, score_cutoff=78, limit=8)
        best: dict[str, int] = {}
        organisations: dict[str, Organisation] = {}
        for known, _score, _index in near:
            distance = _typing_errors(words, known.split(" "))
            if distance is None:
                continue
            organisation = self._sorted_words[known]
            organisations[organisation.name] = organisation
            best[organisation.name] = min(distance, best.get(organisation.name, distance))
        ranked = sorted(best.items(), key=lambda pair: (pair[1], pair[0]))
        if not ranked or (len(ranked) > 1 and ranked[1][1] - ranked[0][1] < 2):
            return None
        return organisations[ranked[0][0]]

    def of_domain(self, domain: str) -> Organisation | None:
        """The one organisation that uses this mail domain or a domain above it; shared domains prove nothing."""
        labels = domain.lower().strip(".").split(".")[-10:]
        for first in range(len(labels) - 1):
            suffix = ".".join(labels[first:])
            if suffix in self.shared_domains:
                return None
            if suffix in self._by_domain:
                return self._by_domain[suffix]
        return None

    def of_number(self, number: str) -> Organisation | None:
        """The one organisation that bears this enterprise number, given as its ten digits."""
        return self._by_number.get(number)

    def nearest(self, name: str, count: int = 3) -> tuple[str, ...]:
        """Names of the known organisations that look most like this one, best first."""
        asked = " ".join(sorted(_words(name)))
        if not asked:
            return ()
        found: list[str] = []
        near = process.extract(asked, self._sorted_words.keys(), scorer=fuzz.ratio, limit=4 * count)
        for known, _score, _index in near:
            if (known_name := self._sorted_words[known].name) not in found:
                found.append(known_name)
        return tuple(found[:count])

    def with_additions(
        self, aliases: Mapping[str, tuple[str, ...]], domains: Mapping[str, tuple[str, ...]]
    ) -> "Directory":
        """A directory that also knows these aliases and domains, by organisation name; new names are added."""
        known = {organisation.name: organisation for organisation in self.organisations}
        for name in (*aliases, *domains):
            known.setdefault(name, Organisation(name))
        return Directory(
            tuple(
                Organisation(
                    organisation.name,
                    _once((*organisation.aliases, *aliases.get(organisation.name, ()))),
                    _once((*organisation.domains, *domains.get(organisation.name, ()))),
                    organisation.enterprise_numbers,
                )
                for organisation in known.values()
            ),
            self.shared_domains,
        )


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _claim(table: dict[str, Organisation | None], key: str, organisation: Organisation) -> None:
    """Note the claim; two organisations that claim one key both lose it."""
    if not key:
        return
    if key in table and table[key] is not organisation:
        table[key] = None
    else:
        table[key] = organisation


def _typing_errors(asked: list[str], known: list[str]) -> int | None:
    """Typing errors between two names whose words are sorted; None where they are different names."""
    if len(asked) != len(known):
        return None
    total = 0
    for one, other in zip(asked, known, strict=True):
        errors = _word_errors(one, other)
        if errors is None:
            return None
        total += errors
    return total


def _word_errors(one: str, other: str) -> int | None:
    """Short words must be equal: one letter apart, they are other words (VLM and VMM, Genk and Gent)."""
    if one == other:
        return 0
    shortest = min(len(one), len(other))
    allowed = 0 if shortest < 6 else 1 if shortest < 10 else 2
    distance = OSA.distance(one, other, score_cutoff=allowed)
    return distance if distance <= allowed else None
