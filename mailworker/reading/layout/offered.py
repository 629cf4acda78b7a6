"""The tables that our question offers, where the sender typed the answers into it without marks of a quote.

'U kunt kiezen uit:' and the list below it are our words. A list in which something is ticked stays: that is an answer.
"""

import re

from mailworker.reading.folding import fold
from mailworker.reading.layout.lines import Line

_OFFERS = re.compile(
    r"\W*(?:u|je|jullie) (?:kan|kunt|kunnen|mag) (?:\w+ )?kiezen (?:uit|tussen)\b[^.?!]{0,40}:?\W*"
    r"|\W*kies uit\b[^.?!]{0,30}:\W*"
)
_TICKED = re.compile(r"^\W*(?:x|v|ja|\[\s*[xv]\s*\]|\(\s*[xv]\s*\))(?!\w)|[☑☒✓✔✗✘]|[:=]\s*\S|\b(?:x|ja|graag)\W*$")
_ITEM = re.compile(r"^\s*(?:[-*•·–o]|\d{1,2}[.)])\s+\S")


def without_offer(lines: list[Line]) -> list[Line]:
    """The lines without a list of choices that only we can have written."""
    for number, line in enumerate(lines):
        if not _OFFERS.fullmatch(fold(line.text)):
            continue
        end = number + 1
        while end < len(lines) and (
            _ITEM.match(lines[end].text) or (end == number + 1 and not lines[end].text.strip())
        ):
            end += 1
        listed = [one.text for one in lines[number + 1 : end] if one.text.strip()]
        if len(listed) > 1 and not any(_TICKED.search(fold(text)) for text in listed):
            return [*lines[:number], *lines[end:]]
    return lines
