"""The person whom a From display name names: "Peeters, Jan (Dienst Water)", "PEETERS Jan", with titles on either side.

Mailbox names and organisations are no people.
"""

import re
from collections.abc import Iterable

from mailworker.reading.folding import fold
from mailworker.reading.who.names import GENERIC_MAILBOX, TITLES
from mailworker.reading.who.person_names import (
    ORGANISATION_TAILS,
    Name,
    cased,
    is_first_name,
    is_full,
    ordered,
    without_titles,
)

_LONGEST = 80
_PARENTHESES = re.compile(r"\s*[(\[{][^)\]}]{0,80}[)\]}]?")
_CUT = re.compile(r"\s+(?:[-–—|/@•·]|via|namens|by|from|bij|at)\s+.*$|\s*[|•·;].*$", re.IGNORECASE)
_TITLE_TAIL = re.compile(r",\s*(?:ph\.?d\.?|msc|bsc|ir\.?|ing\.?|dr\.?|prof\.?|mba|lic\.?|em\.?)\b.*$", re.IGNORECASE)


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
    words = without_titles(words)
    if len(words) < 2 or len(words) > 6 or any(not re.match(r"^['’]?[^\W\d_]", w) for w in words):
        return None
    folded = [fold(w).strip(".,") for w in words]
    not_person = set(generic)
    if any(
        f in GENERIC_MAILBOX
        or f in not_person
        or (len(f) > 6 and f.endswith(ORGANISATION_TAILS) and not is_first_name(f))
        for f in folded
    ):
        return None
    if "&" in text or any(f in {"en", "and", "et", "voor"} for f in folded):
        return None
    if name is None:
        name = ordered(words, address)
    if name is None or not is_full(name):
        return None
    return cased(name).full


def _comma_name(text: str) -> Name | None:
    """'Peeters, Jan', also with titles on either side."""
    left, _, right = text.partition(",")
    surname, given = " ".join(without_titles(left.split())), " ".join(without_titles(right.replace(",", " ").split()))
    if not surname or not given or _is_title_only(right):
        return None
    words = surname.split()
    if len(words) > 1 and (is_first_name(words[0]) or is_first_name(words[-1])) and not is_first_name(given.split()[0]):
        # "Wouter De Clercq, Aquafin": what follows the comma is no first name.
        return ordered(words, "")
    return Name(given, surname)


def _is_title_only(text: str) -> bool:
    return all(fold(word) in TITLES for word in text.replace(",", " ").split())
