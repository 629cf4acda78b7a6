"""What only greets at the head of a mail: on a line of its own, or before the first comma."""

import re
from dataclasses import replace

from mailworker.reading.folding import fold
from mailworker.reading.layout.lines import Line
from mailworker.reading.phrases.patterns import any_of

_GREETING_WORD = any_of(r"""
beste | geachte | dag | hallo | hallokes | hoi | hey | hi | hello
goede?\s?(?:dag|morgen|middag|avond|namiddag) | goeie\s?(?:dag|morgen|middag|avond|n?avond)
goeden?\s?(?:dag|morgen|middag|avond) | goeiemorgen | goeiendag | dear | bonjour | bonsoir | madame | monsieur
chers? | cheres? | mevrouw | mijnheer | meneer | mijne heren | heren | dames | l\.?s\.?
good (?:morning|afternoon|day) | greetings | aan (?:de|het|wie) | to whom it may concern | liebe[r]?
sehr geehrte[r]? | guten tag | salut | yo | helaba | waarde | ter attentie van | t\.a\.v\.
""")
_GREETED = (
    r"(?:(?!\b"
    + any_of(r"""
ik | ikzelf | wij | we | hierbij | graag | namens | vanuit | mag | kan | i | i'm | je | nous | voor mij
noteer | schrijf | zet | gelieve | zal | zou | zullen | wil | wenst | is | heeft | neemt | komt | wordt | gaat
vertegenwoordigt | will | would | is
""")
    + r"\b)[^.,!?:;\n]){0,60}?"
)
_GREETING = re.compile(rf"^\s*{_GREETING_WORD}\b{_GREETED}(?:[,!:.;]+|$|\n)\s*")
_CALLED = re.compile(r"^\s*[A-ZÀ-Þ][\w'’-]{1,20}(?: [A-ZÀ-Þ][\w'’-]{1,20})?\s*,\s*$")
"""Somebody called by name alone: "Veerle,"."""
_TABLE_LIKE = re.compile(r"water|audit|tafel")
_GREETING_MORE = re.compile(rf"^\s*(?:{_GREETING_WORD})\b{_GREETED}(?:[,!.:]+|$)\s*")


def without_greeting(lines: list[Line]) -> list[Line]:
    """The lines less the words that only greet: on a line of their own, or before the first comma."""
    out = list(lines)
    for number, line in enumerate(out[:12]):
        if not line.text.strip():
            continue
        folded = fold(line.text)
        if (
            _CALLED.match(line.text)
            and not _TABLE_LIKE.search(folded)
            and any(o.text.strip() for o in lines[number + 1 :])
        ):
            out[number] = replace(line, text="")
            break
        match = _GREETING.match(folded)
        if match is None or (match.end() >= len(folded) and len(folded) > 80):
            break
        end = match.end()
        while more := _GREETING_MORE.match(folded, end):
            if more.end() == end:
                break
            end = more.end()
        out[number] = replace(line, text=line.text[end:], start=line.start + end)
        if out[number].text.strip():
            break
    return out
