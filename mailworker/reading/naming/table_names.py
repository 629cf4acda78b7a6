"""What the tables of a programme are called: ids, names, configured words, shared stems, abbreviations, typing errors.

The words are the programme's configuration; id and name alone give a sensible reading.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import OSA

from mailworker.domain.programme import Programme, Table
from mailworker.reading.folding import fold
from mailworker.reading.naming.beside_table import with_neighbourhood
from mailworker.reading.naming.mention import Mention

_OF_DEPARTMENT = re.compile(
    r"\b(?:dienst|afdeling|cel|team|sectie|departement|vakgroep|onderzoeksgroep|directie|service|department)"
    r" (?:(?:[a-z]+,? )?(?:en|&) )?$"
)
"""'Dienst waterlopen' is no table."""
_WORD = re.compile(r"[a-z]{7,24}")
_BESIDE_ABBREVIATION = re.compile(r"\b[A-Z]{2,3}\s?(?:[,/+&]|en)\s?\0|\0\s?(?:[,/+&]|en)\s?[A-Z]{2,3}\b")
"""'GW en HW': two of them are no chance."""
_ABBREVIATION_CONTEXT = re.compile(r"\b(?:wt|tafels?|werktafels?|table)\b")


@lru_cache(maxsize=16)
def vocabulary(programme: Programme) -> "Vocabulary":
    """The words for the tables of a programme, compiled once."""
    return Vocabulary(programme)


@dataclass(slots=True)
class _Found:
    """The places found so far; none overlaps another."""

    taken: list[bool]
    mentions: list[Mention] = field(default_factory=list)

    def add(
        self, start: int, end: int, table_id: str, *, near: bool = False, weak: bool = False, misspelt: bool = False
    ) -> None:
        """Notes a place, unless a part of it is taken."""
        if not any(self.taken[start:end]):
            self.taken[start:end] = [True] * (end - start)
            self.mentions.append(Mention(start, end, (table_id,), near, weak, misspelt=misspelt))


class Vocabulary:
    """What the tables of a programme are called."""

    def __init__(self, programme: Programme) -> None:
        self.ids = programme.table_ids
        self._order = {table_id: number for number, table_id in enumerate(self.ids)}
        self.phrases: dict[str, str] = {}
        self.whole_names: set[str] = set()
        cores = _cores(programme.tables)
        for table in programme.tables:
            for phrase in (table.id, table.name, cores[table.id], *table.words):
                folded = " ".join(fold(phrase).replace("-", " ").split())
                if folded:
                    self.phrases.setdefault(folded, table.id)
            if fold(table.name) != cores[table.id]:
                self.whole_names.add(" ".join(fold(table.name).split()))
        self._strong_suffixes = _shared_suffixes([cores[i] for i in self.ids])
        self._own = {fold(i) for i in self.ids} | set(cores.values()) | self.whole_names
        self._abbreviations = {p for p in self.phrases if len(p) <= 3 and p not in self._own}
        self.groups = _groups(programme.tables)
        self._pattern = self._compile()
        self._stems, self._stem_pattern = self._compile_stems()
        self._heads = self._compile_heads()
        self._singles = {
            phrase: table_id
            for phrase, table_id in self.phrases.items()
            if " " not in phrase and len(phrase) >= 8 and (phrase in self._own or not self._is_weak(phrase))
        }
        for table_id in self.ids:
            if len(table_id) >= 6:
                self._singles.setdefault(fold(table_id) + "tafel", table_id)

    def _is_weak(self, phrase: str) -> bool:
        """Whether a word may stand in any mail about water without meaning a table."""
        if phrase in self._own:
            return False
        return not any(
            (phrase.endswith(suffix) and len(phrase) > len(suffix) + 2) for suffix in self._strong_suffixes
        ) and not (
            " " in phrase
            and any(mark in phrase for mark in ("water", "eau"))
            and not re.search(r"\b(?:van|uit)\b", phrase)
        )

    def _compile(self) -> re.Pattern[str]:
        alternatives = []
        for phrase in sorted(self.phrases, key=lambda p: (-len(p), p)):
            if phrase in self._abbreviations:
                continue
            parts = [re.escape(part) for part in phrase.split(" ")]
            alternatives.append(r"[\s-]{1,3}".join(parts))
            for suffix in self._strong_suffixes:
                if " " not in phrase and phrase.endswith(suffix) and len(phrase) > len(suffix) + 2:
                    alternatives.append(re.escape(phrase[: -len(suffix)]) + r"[\s-]{1,2}" + re.escape(suffix))
        if not alternatives:
            return re.compile(r"(?!)")
        return re.compile(
            rf"(?<![a-z0-9@.])(?P<word>{'|'.join(alternatives)})(?P<tail>-?(?:werk)?tafels?|s)?(?![a-z0-9])(?!@"
            rf"|\.(?:be|com|eu|org)\b)"
        )

    def _compile_stems(self) -> tuple[dict[str, str], re.Pattern[str] | None]:
        """Stems that share their last part in an enumeration: "grond-, hemel- en afvalwater"."""
        stems: dict[str, str] = {}
        suffixes = [s for s in self._strong_suffixes if not s.startswith(" ")]
        for phrase, table_id in self.phrases.items():
            for suffix in suffixes:
                if phrase.endswith(suffix) and len(phrase) > len(suffix) + 2:
                    stem = phrase[: -len(suffix)].strip()
                    if re.fullmatch(r"[a-z]{3,14}", stem):
                        stems.setdefault(stem, table_id)
        if not stems or not suffixes:
            return {}, None
        stem = "|".join(sorted(map(re.escape, stems), key=lambda s: (-len(s), s)))
        suffix = "|".join(map(re.escape, suffixes))
        return stems, re.compile(
            rf"(?<![a-z0-9])(?:(?:{stem})\s?-?\s?(?:,\s?(?:en|of|and|or|et)?|/|\+|&|\ben/of\b|\ben\b|\bof\b|\band\b"
            r"|\bor\b|\balsook\b|\bals\b|\bniet\b|;)\s?(?:ook |de |het |voor )?\s?){1,5}"
            rf"(?:{stem})(?:\s|-)?(?:{suffix})(?:-?(?:werk)?tafels?)?(?![a-z0-9])"
        )

    def _compile_heads(self) -> re.Pattern[str] | None:
        """Phrases that share their first word in an enumeration: "eaux souterraines et de surface"."""
        tails: dict[str, str] = {}
        for phrase, table_id in self.phrases.items():
            if phrase.startswith("eaux "):
                tails[phrase[5:]] = table_id
                if phrase[5:].startswith("de "):
                    tails[phrase[8:]] = table_id
        self._tails = tails
        if not tails:
            return None
        tail = "|".join(sorted(map(re.escape, tails), key=lambda s: (-len(s), s)))
        return re.compile(rf"\beaux (?:{tail})(?:\s*(?:,|et|ou|&|/|\+)\s*(?:aux? |les |des )?(?:{tail})\b)+")

    def mentions(self, folded: str, original: str) -> list[Mention]:
        """Every place where the text names a table, in order, without overlaps."""
        found = _Found([False] * (len(folded) + 1))
        if self._stem_pattern is not None:
            for match in self._stem_pattern.finditer(folded):
                for part in re.finditer(r"[a-z]+", match.group()):
                    stem = part.group()
                    table_id = self._stems.get(stem) or self._of_word(stem)
                    if table_id:
                        found.add(match.start() + part.start(), match.start() + part.end(), table_id)
        if self._heads is not None:
            for match in self._heads.finditer(folded):
                for tail in sorted(self._tails, key=len, reverse=True):
                    for part in re.finditer(rf"\b{re.escape(tail)}\b", match.group()):
                        found.add(match.start() + part.start(), match.start() + part.end(), self._tails[tail])
        for match in self._pattern.finditer(folded):
            if self._part_of_other(folded, match):
                continue
            phrase = " ".join(match["word"].replace("-", " ").split())
            table_id = self.phrases.get(phrase) or self.phrases.get(phrase.replace(" ", ""))
            if table_id is None:
                continue
            near = (match["tail"] or "").endswith(("tafel", "tafels")) or phrase in self.whole_names
            weak = self._is_weak(phrase) or (match["tail"] == "s" and phrase in self._own)
            if weak and _OF_DEPARTMENT.search(folded[: match.start()]):
                continue
            found.add(match.start(), match.end(), table_id, near=near, weak=weak)
        self._add_abbreviations(folded, original, found)
        self._add_bare_stems(folded, found)
        self._add_misspelt(folded, found)
        return with_neighbourhood(folded, sorted(found.mentions, key=lambda mention: mention.start))

    def _of_word(self, word: str) -> str | None:
        for suffix in self._strong_suffixes:
            if word.endswith(suffix) and word[: -len(suffix)] in self._stems:
                return self._stems[word[: -len(suffix)]]
        return None

    def _part_of_other(self, folded: str, match: re.Match[str]) -> bool:
        """Whether the word is only the first half of another one: "hemelwater- en droogteplannen"."""
        rest = folded[match.end() : match.end() + 40]
        if not rest.startswith("-"):
            return False
        if re.match(r"-\s?(?:en|of|,|/|&|and|or)\s?-?\s?[a-z]+", rest):
            follower = re.match(r"-\s?(?:en|of|,|/|&|and|or)\s?-?\s?([a-z]+)", rest)
            return follower is not None and not re.search(r"water|audit|tafel", follower.group(1))
        return re.match(r"-[a-z]", rest) is not None

    def _add_bare_stems(self, folded: str, found: _Found) -> None:
        """'Graag tafels "grond" en "hemel"': stems right behind the word for table."""
        for match in re.finditer(
            r"\btafels?\s+((?:[\"']?[a-z]{4,12}[\"']?(?:,? en |, | & | \+ )?){1,5})(?![a-z])", folded
        ):
            words = list(re.finditer(r"[a-z]{4,12}", match.group(1)))
            stems = [w for w in words if w.group() in self._stems]
            if stems and words[0].group() in self._stems:
                for word in stems:
                    start = match.start(1) + word.start()
                    found.add(start, start + len(word.group()), self._stems[word.group()], near=True)

    def _add_abbreviations(self, folded: str, original: str, found: _Found) -> None:
        """GW, OW and the like: in capitals, or beside a word for table."""
        for abbreviation in self._abbreviations:
            for match in re.finditer(rf"(?<![a-z0-9]){re.escape(abbreviation)}(?![a-z0-9])", folded):
                capitals = original[match.start() : match.end()].isupper()
                context = _ABBREVIATION_CONTEXT.search(folded[max(0, match.start() - 30) : match.start()])
                beside = _BESIDE_ABBREVIATION.search(original[: match.start()] + "\0" + original[match.end() :])
                if capitals or context:
                    near, weak = bool(context), not (context or beside)
                    found.add(match.start(), match.end(), self.phrases[abbreviation], near=near, weak=weak)

    def _add_misspelt(self, folded: str, found: _Found) -> None:
        checked = 0
        for match in _WORD.finditer(folded):
            word = match.group()
            if found.taken[match.start()] or word in self._singles or checked > 2000:
                continue
            checked += 1
            table_id = self._misspelt(word)
            if table_id is not None:
                near = word.endswith(("tafel", "tafels"))
                found.add(match.start(), match.end(), table_id, near=near, misspelt=True)

    @lru_cache(maxsize=4096)  # noqa: B019 (a vocabulary lives as long as its programme)
    def _misspelt(self, word: str) -> str | None:
        """The one table whose name is meant by a word with a typing error."""
        found: dict[str, int] = {}
        for single, table_id in self._singles.items():
            if abs(len(single) - len(word)) > 2 or single[0] != word[0]:
                continue
            # A plural or a longer compound is another word, not a typing error.
            if word.startswith(single) or (single.startswith(word) and len(single) - len(word) > 1):
                continue
            allowed = 1 if min(len(single), len(word)) < 9 else 2
            distance = OSA.distance(single, word, score_cutoff=allowed)
            if distance <= allowed and (distance < 2 or single[:2] == word[:2] or single[-3:] == word[-3:]):
                found[table_id] = min(distance, found.get(table_id, 9))
        return next(iter(found)) if len(found) == 1 else None

    def in_order(self, ids: frozenset[str] | set[str]) -> tuple[str, ...]:
        """The ids in the programme's order."""
        return tuple(sorted((i for i in ids if i in self._order), key=self._order.__getitem__))


def _groups(tables: Sequence[Table]) -> dict[str, tuple[str, ...]]:
    """The first words that several names share, but not all, with their tables."""
    first = {table.id: fold(table.name).split()[0] for table in tables}
    groups = {word: tuple(i for i, w in first.items() if w == word) for word in first.values()}
    return {word: ids for word, ids in groups.items() if 1 < len(ids) < len(tables)}


def _cores(tables: Sequence[Table]) -> dict[str, str]:
    """The part of each name that the other names do not begin with: "grondwater" of "Bevoorrading uit grondwater"."""
    words = {table.id: fold(table.name).split() for table in tables}
    cores = {}
    for table in tables:
        own = words[table.id]
        shared = 0
        for other in tables:
            if other.id == table.id:
                continue
            length = 0
            while length < min(len(own), len(words[other.id])) - 1 and own[length] == words[other.id][length]:
                length += 1
            shared = max(shared, length)
        cores[table.id] = " ".join(own[shared:])
    return cores


def _shared_suffixes(cores: Sequence[str]) -> tuple[str, ...]:
    """What several names end in ("water"), longest first."""
    found: dict[str, int] = {}
    singles = [core for core in cores if " " not in core]
    for one in singles:
        for other in singles:
            if one >= other:
                continue
            length = 0
            while length < min(len(one), len(other)) - 2 and one[-1 - length] == other[-1 - length]:
                length += 1
            if length >= 4:
                found[one[-length:]] = found.get(one[-length:], 0) + 1
    # "rwater" is shared by chance: what more names share is the word.
    best = [s for s in found if not any(s != o and s.endswith(o) for o in found)]
    return tuple(sorted(best, key=lambda s: (-len(s), s)))
