"""People whom a text names by half: a first name alone, a title and a surname, initials. Too little to register them."""

import re
from collections.abc import Sequence

from mailworker.reading.folding import fold
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.who.names import NOT_NAMES
from mailworker.reading.who.person_names import Person, free, is_first_name

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
_INITIALS = re.compile(r"(?<![\w.@/-])(?:[A-Z]\.){2,4}(?![\w@/-]|\s?(?:[Vv]an|[Dd]e|[A-ZÀ-Þ]\w))")
_ALSO_WORDS = frozenset(
    ("ben", "an", "do", "mei", "wil", "roos", "al", "may", "mark", "will", "ine", "bo", "sam", "door", "rik", "jos")
)


def half_names(text: str, taken: Sequence[tuple[int, int]]) -> list[Person]:
    """People whom the text names by a first name alone, or by a title and a surname: too little to register them."""
    found = [Person(m.group(), m.start(), m.end()) for m in _INITIALS.finditer(text) if free(m.start(), m.end(), taken)]
    for match in _TITLED_SURNAME.finditer(text):
        start, end = match.span("name")
        if free(start, end, taken) and fold(match["name"]) not in NOT_NAMES:
            found.append(Person(match["name"], start, end))
    for match in _FIRST_NAME.finditer(text):
        start, end = match.span()
        word = match.group()
        if not is_first_name(word) or not free(start, end, [*taken, *((p.start, p.end) for p in found)]):
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
