"""What makes an order of staff doubtful though its own line is plain: words beside it, and who typed it.

"ok 12" and under it "nee, 12 toch niet" is no yes; "ok 12" in a colleague's or a participant's mail that is quoted
above ours is nobody's order. What is doubtful is told back. Pure.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from mailworker.domain.orders import Order, Orders, Verb
from mailworker.reading.folding import fold
from mailworker.reading.layout.written import Line

_LIMITS = re.compile(
    r"\b(?:niet|nooit|nog|pas|als|indien|mits|tenzij|behalve|uitgezonderd|wacht|misschien|eerst|zodra|wanneer|not?|if|don't)\b"
)
_TELEPHONE = re.compile(r"\+?\(?\d[\d ()./-]{6,}\d")
_NUMBER = re.compile(r"(?<![\w.,/:-])#?(\d{1,9})(?![\w/%€]|[.,:]\d)")
_FROM = re.compile(r"\s*(?:van|from|de|von)\s*:\s*\S")
_WROTE = re.compile(r"\b(?:schreef|wrote|geschreven|ecrit)\b")
_HEAD = re.compile(
    r"\s*(?:van|from|de|verzonden|sent|envoye|datum|date|aan|to|a|cc|onderwerp|subject|objet|bijlagen?|attachments?)\s*:"
    r"|.*<\S+@\S+>|.*:\s*$"
)


def limits(text: str) -> bool:
    """Whether words that lead to an order take it back or make it depend on something."""
    return _LIMITS.search(fold(text)) is not None


def doubted(given: Sequence[Order], unclear: Sequence[str]) -> Orders:
    """The orders; one about whose number the writer says something else that is not understood is told back too."""
    said = [_TELEPHONE.sub(" ", words) for words in unclear]
    numbers = {int(number) for words in said for number in _NUMBER.findall(words)}
    kept: list[Order] = []
    told = list(unclear)
    for order in given:
        if order.verb is Verb.SEND:
            named = any(first <= number <= last for number in numbers for first, last in order.spans)
            doubtful = named or (not order.spans and (bool(numbers) or any(limits(words) for words in said)))
        else:
            doubtful = bool(numbers.intersection(order.numbers))
        left = tuple(number for number in order.numbers if number not in numbers)
        if doubtful and order.said not in told:
            told.append(order.said)
        if not doubtful or left:
            kept.append(replace(order, numbers=left) if doubtful else order)
    return Orders(tuple(kept), tuple(told))


def without_strangers(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines; nothing of the quotation counts as typed by the writer where somebody else's mail stands above ours."""
    quoted = [line for line in lines if line.quoted and line.text.strip()]
    first = next((at for at, line in enumerate(quoted) if _is_ours(line)), len(quoted))
    above = quoted[:first]
    heads = [at for at, line in enumerate(above) if _HEAD.match(fold(line.text)) or _WROTE.search(fold(line.text))]
    mails = sum(bool(_FROM.match(fold(line.text)) or _WROTE.search(fold(line.text))) for line in above)
    body = above[max(heads, default=-1) + 1 :]
    if mails <= 1 and not any(line.touched for line in body):
        return tuple(lines)
    return tuple(replace(line, typed=False, touched=False) if line.quoted else line for line in lines)


def _is_ours(line: Line) -> bool:
    return not line.touched and len(line.text.split()) >= 3 and _HEAD.match(fold(line.text)) is None
