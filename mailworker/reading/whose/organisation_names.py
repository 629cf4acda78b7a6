"""Where a name of an organisation begins and ends in a text, and how its bearer would write it."""

import re
from collections.abc import Sequence

from mailworker.domain.organisation import without_legal_form
from mailworker.reading.folding import fold
from mailworker.reading.who.names import NOT_NAMES
from mailworker.reading.who.person_names import is_first_name
from mailworker.reading.whose.organisation_kinds import AFTER_A_NAME, DEPARTMENT, INNER, NAME_PARTS, NEVER_INSIDE

_OWN_KIND = re.compile(
    r"[a-z][a-z-]*(?:bedrijf|bedrijfje|erij|bureau|zaak|firma|winkel) (?=[A-ZÀ-Þ]\S* (?:\S+ )?[A-ZÀ-Þ])"
)


def without_own_kind(text: str, folded: str, start: int, end: int) -> int:
    """Where the name begins behind "ons groentebedrijf Hof ter Linden": who owns it tells its kind first."""
    if not re.search(r"\b(?:ons|onze|mijn|een|our)\s+$", folded[:start]):
        return start
    kind = _OWN_KIND.match(text, start, end)
    return kind.end() if kind is not None else start


def whole_name(text: str, words: Sequence[tuple[int, int]], last: int) -> int:
    """Where the name ends that begins with the domain's word: "Metalux Genk" in a mail from metalux.be."""
    end = words[last][1]
    for start, stop in words[last + 1 : last + 4]:
        word = text[start:stop]
        if text[end:start] != " " or not word[0].isupper() or is_first_name(word) or fold(word) in AFTER_A_NAME:
            break
        end = stop
    return end


def with_article(text: str, start: int) -> int:
    """Where a name begins whose article has a capital: "namens De Groene Tak"."""
    match = re.search(r"\b(?:De|Het|The|La|Le) $", text[max(0, start - 4) : start])
    return start - len(match.group()) if match is not None else start


RUN = re.compile(
    r"[A-ZÀ-Þ0-9][\w'’&+-]{1,30}(?: (?:(?:van|de|den|der|het|ten|ter|&|voor) ){0,2}[A-ZÀ-Þ0-9][\w'’&+-]{0,30}){0,4}"
)
_ADJECTIVE = re.compile(r"([A-ZÀ-Þ][\w'-]{3,24}) $")


def adjectives(text: str, start: int) -> int:
    """Where the capital words before a kind begin: 'Technisch Instituut', 'Regionaal Landschap'."""
    for _ in range(3):
        match = _ADJECTIVE.search(text[max(0, start - 26) : start])
        if match is None or not text[start].isupper() or not _is_adjective(fold(match.group(1))):
            break
        start -= len(match.group())
    return start


def _is_adjective(word: str) -> bool:
    """Whether a word before a kind may be part of the name: "Milieudienst Gemeente X" is a part of Gemeente X."""
    return word not in (NOT_NAMES | NEVER_INSIDE) - NAME_PARTS and not DEPARTMENT.search(word)


def trim(text: str, start: int, end: int) -> int:
    """Where a name ends without the marks and brackets behind it."""
    return start + len(text[start:end].rstrip(" ,.(;:-\n"))


_NEXT_WORD = re.compile(r"([ \n]{1,2}|[-–&+]|\s&\s|\s\+\s)(['’]?[^\W\d_][\w'’.&+-]*|\d{1,4}(?=\s[A-Z])|&)")


def name_end(text: str, folded: str, begin: int) -> int | None:
    """Where a name that starts with its kind ends: after its last capital word."""
    at = begin
    end: int | None = None
    for _ in range(9):
        match = _NEXT_WORD.match(text, at)
        if match is None:
            break
        word = match.group(2)
        plain = fold(word).rstrip(".")
        if plain in ("en", "and", "et", "&") and _person_follows(text, match.end()):
            break
        if plain in NEVER_INSIDE and not (plain == "voor" and (end is None or _whom_for(text, match.end()))):
            break
        if word[:1].isupper() or (word[:1].isdigit()) or (word[:1] in "'’" and word[1:2].isupper()):
            at = match.end()
            end = at - (1 if word.endswith(".") else 0)
            if word.endswith("."):
                break
        elif plain in INNER:
            at = match.end()
        else:
            break
    return end


def _whom_for(text: str, at: int) -> bool:
    """Whether "voor" goes on with the name: "Vereniging voor Hengelaars", not "Stad Gent voor Grondwater"."""
    match = re.match(r"\s(?:de |het )?([A-ZÀ-Þ][\w'’-]+)", text[at : at + 40])
    return match is not None and fold(match.group(1)) not in NEVER_INSIDE and not is_first_name(match.group(1))


def _person_follows(text: str, at: int) -> bool:
    """Whether a first name stands there: "Bosgroep Zuid en Lies Put" are two."""
    match = re.match(r"\s+([A-ZÀ-Þ][\w'’-]+)", text[at : at + 40])
    return match is not None and is_first_name(match.group(1))


def name_start(text: str, folded: str, end: int) -> int | None:
    """Where a name before a legal form starts: at the first of the capital words before it."""
    words = [(m.group(), m.start()) for m in re.finditer(r"['’]?[^\W_][\w'’&+.-]*|&|\+", text[max(0, end - 80) : end])]
    offset = max(0, end - 80)
    start: int | None = None
    for word, at in reversed(words):
        plain = fold(word)
        between = text[offset + at + len(word) : start if start is not None else end]
        if re.search(r"[,.;:()\n|/]", between.replace("(", "", 1) if start is None else between):
            break
        if plain in NEVER_INSIDE:
            break
        if word[:1].isupper() or word in "&+" or word[:1].isdigit():
            start = offset + at
        elif plain not in INNER:
            break
    return start


_LEGAL_INSIDE = re.compile(r"(?<=\w),? \(?(?:NV|BV|BVBA|CVBA|CV|VZW|nv|bv|bvba|cvba|vzw)\)?(?= (?:te|uit|in|van)\b)")


def shown_name(written: str) -> str:
    """A name as its bearer would write it: with a capital, without the article before its kind."""
    text = re.sub(r"\s+", " ", written).strip(" ,.;:-\"'")
    if cut := _LEGAL_INSIDE.search(text):
        text = text[: cut.start()]
    text = without_legal_form(text)
    return text[:1].upper() + text[1:]
