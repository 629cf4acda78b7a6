"""How phrases are written down: one to a line, as small regular expressions on folded text, compiled into one.

In the text that they are matched on, names of tables and of people are blotted out: `TABLE` stands for one, with the
word "tafel" before it or not, `PERSON` for a full name, `ORG` for an organisation.
"""

import re


def any_of(lines: str) -> str:
    """A group of alternatives, one to a line or set apart by " | "; "\\" at the end goes on, "#" is a comment."""
    joined = re.sub(r"\\\n\s*", "", lines)
    kept = [line for line in joined.splitlines() if not line.lstrip().startswith("#")]
    return "(?:" + "|".join(piece.strip() for line in kept for piece in line.split(" | ") if piece.strip()) + ")"


def words_of(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


TABLE = (
    r"(?:(?:de |het |die |dat |onze |uw |jullie |the |la |les |l'|'t )*(?:werk)?(?:tafels? |wt |tables? |thema |luik )?"
    r"(?:over |rond |van |rondom |on |about |sur |des |de )?(?:de |het |die |the |la |l'|les )?(?:bevoorrading uit )?"
    r"[\"'(]*x{5,})"
)
"""One table in blotted text."""

PERSON = r"(?:(?:de heer |mevrouw |dhr\. |mevr\. |collega |mijn collega |onze collega )?q{4,})"

ORG = r"(?:(?:de |het |onze |the )?z{3,})"

_GAP = re.compile(r"(\.\{0,\d+\}\??)(?=(?:\(\?:)?[a-z])")
"""What may stand between two words of a phrase; the second one begins a word of its own, "water uit" is no "er uit"."""


def one_of(lines: str) -> re.Pattern[str]:
    """A pattern for any of the phrases, as whole words; "TABLE", "PERSON" and "ORG" are filled in."""
    phrases = any_of(lines).replace("TABLE", TABLE).replace("PERSON", PERSON).replace("ORG", ORG)
    phrases = _GAP.sub(r"\1(?<![a-z0-9])", phrases)
    return re.compile(rf"(?<![a-z0-9]){phrases}(?![a-z0-9])")
