"""Belgian enterprise numbers (KBO, BTW), in every way they are written, told from telephone numbers by their checksum.

The last two digits are 97 less the remainder of the first eight. A number of nine digits is one of before 2005, with
its leading zero left out. Whose number it is, the directory knows.
"""

import re
from collections.abc import Iterator

_WRITTEN = re.compile(r"(?<![\w+])(?<!\d[.-])(?:[Bb][Ee][ .-]?)?([01]?\d{3}[ .-]?\d{3}[ .-]?\d{3})(?![\w]|[.-]\d)")


def enterprise_number(written: str) -> str | None:
    """The ten digits of an enterprise number, or None where it is none."""
    match = _WRITTEN.fullmatch(written.strip())
    if match is None:
        return None
    digits = re.sub(r"\D", "", match.group(1)).zfill(10)
    return digits if 97 - int(digits[:8]) % 97 == int(digits[8:]) else None


def enterprise_numbers_in(text: str) -> Iterator[tuple[str, int, int]]:
    """The enterprise numbers in a text as ten digits, each with its place [start, end)."""
    for match in _WRITTEN.finditer(text):
        number = enterprise_number(match.group())
        if number is not None:
            yield number, match.start(), match.end()
