"""One line of a staff mail as orders: "ok 12, 14 en 15", "weiger 12: volzet", "12 is Aquafin", "verstuur 31-40".

A line is orders from its beginning to its end or none at all: "ok 12 uur past me" begins like one and is none.
"""

import re
from collections.abc import Sequence

from mailworker.domain.orders import UNFILLED, Order, Verb
from mailworker.reading.folding import fold

_LONGEST_LINE = 1000
_LONGEST_SPAN = 20
"""Numbers that "ok 12-15" may mean: more than that is nobody's decision one by one."""
_NUMBER = r"(?:(?:nrs?\.?|nummers?|no\.?|n°|mails?|berichten|bericht)\s*)?#?\s*(?P<n>\d{1,9})(?![\w%€]|\.\d)"
_VERBS = {
    Verb.ACCEPT: r"o\.?k\.?|oke|okee|okay|akkoord|aanvaard|aanvaarden|goedgekeurd|goedkeuren",
    Verb.DECLINE: r"weiger|weigeren|weigering|afwijzen",
    Verb.DISMISS: r"negeer|negeren",
    Verb.SEND: r"verstuur|versturen|verzend|verzenden",
}
_ANY_VERB = "|".join(_VERBS.values())
_IS = re.compile(r"\s*(?:is|=)\s+(?=\S)|\s*=\s*(?=\S)")
_FILLER = re.compile(r"\s*(?:[:,.–-]\s*)?(?:(?:met|voor|op)\s+)?")
_COLON = re.compile(r"\s*[:,-]?\s*")
_SEPARATOR = re.compile(r"\s*(?:[,;&+]\s*(?:en\s+)?|\b(?:en|and)\b|\s)\s*")
_SPAN = re.compile(r"\s*(?:-|\bt/m\b|\btem\b|\bt\.?e\.?m\.?|\btot(?:\s+en\s+met)?\b)\s*")
_BETWEEN = re.compile(r"\s*[.;,!]*\s*(?:\ben\s+)?")
_EVERYTHING = re.compile(r"alles|allemaal|alle(?:\s+(?:mails|antwoorden|berichten))?\b")
_NUMBERS = re.compile(_NUMBER)
_VERB_AT = {verb: re.compile(rf"(?:{words})(?![^\W\d]|-)") for verb, words in _VERBS.items()}
_HOLDS_ORDER = re.compile(
    rf"(?:^|[\s,;.(])(?:(?:{_ANY_VERB})\s*:?\s*(?:nr\.?\s*)?#?\d|#?\d{{1,9}}(?:\s+is\s"
    rf"|\s*[:–-]?\s*(?:{_ANY_VERB})(?!\w)))",
    re.IGNORECASE,
)
_NEXT_NAME = re.compile(
    rf"\s*(?:[,;.]\s*(?:en\s+)?|\ben\s+)"
    rf"(?=#?\d{{1,9}}(?:\s*(?:is|=)\s|\s*[:–-]?\s*(?:{_ANY_VERB})(?!\w))|(?:{_ANY_VERB})\s*:?\s*#?\d)"
)
_REASON = re.compile(r"\s*(?:[:,.–-]\s*)?")
_REASON_WORD = re.compile(r"[\[(]?\s*reden\s*[\])]?\s*(?:[:=-]\s*|$)|\[\s*reden[^\]]*\]\s*|reden\s+(?!is\b)(?=\S)")
_BECAUSE = re.compile(r"\s*(?:[:–-]|reden\b|omdat\b|want\b|wegens\b|\[|$)")
_COURTESY = re.compile(
    r"[\s,.;!:-]*(?P<words>(?:(?:a\.?u\.?b\.?|alstublieft|alsjeblieft|asjeblieft|graag|bedankt|dank|u|je|wel|merci|thx"
    r"|thanks|alvast|hoor|(?:met\s+)?(?:vriendelijke\s+)?(?:groet(?:en|jes)?|grt[jnz]?e?s?)|mvg|gr)\b[\s,.;!]*)*)"
)
# "negeer 12, ik heb haar gebeld": a word to a colleague. Whatever could limit or undo the order is none.
_REMARK = re.compile(
    r"\s*(?:[,;:(–]|-\s)\s*(?!.*(?:\d|\?|\b(?:maar|niet|nog|pas|tot|totdat|tenzij|behalve|als|indien|mits"
    r"|misschien|of|toch"
    r"|wacht|alleen|enkel|straks|morgen|later|voorlopig)\b))(?=\w+\s+\w)[^\n]*"
)
# "ok 12 👍", as telephones end a line. What could mean the opposite is not among them.
_SMILES = re.compile(r"[\s👍👌🙂😊😀😃😄🙏✔✅☑❤\U0001F3FB-\U0001F3FF\uFE0F]+$")
_IS_GOOD = re.compile(rf"(?:{_VERBS[Verb.ACCEPT]})|goed|prima|in orde")
_NAMES = re.compile(r"(?:[A-ZÀ-Þ][\w'’-]*[\s,.]*){1,3}")
_GREETING = re.compile(
    r"(?:dag|hallo|hi|hey|beste|geachte|goede?(?:morgen|middag|namiddag|avond|dag)|goede\s+(?:morgen|middag|avond))\b"
    r"[^\d,:;.!?]{0,60}[,:;.!]*"
)
_OPENING = re.compile(
    rf"(?:(?:{_GREETING.pattern})\s*)?(?:(?:{_VERBS[Verb.ACCEPT]})\s*[,.;:!]\s*(?=(?:{_ANY_VERB})\s))?"
)


def orders_of(line: str) -> list[Order] | None:
    """The orders that one line is, from its beginning to its end; None where it is something else."""
    line = _SMILES.sub("", line)
    reader = _Reader(line)
    orders = reader.clauses() if len(line) <= _LONGEST_LINE else None
    if not orders or not reader.at_end:
        return None
    # Who asks "ok 12?" has not decided; a reason may well end in a question.
    asks = line.rstrip(" .!)").endswith("?") and len(orders[-1].reason.split()) < 3
    return None if asks else orders


def is_only_numbers(line: str) -> bool:
    """Whether the line goes on with the numbers of the one above it."""
    reader = _Reader(line)
    return bool(reader.numbers()) and not reader.folded[reader.at :].strip(" .,en")


def is_verb_alone(line: str) -> bool:
    """Whether the line is the word of an order whose numbers stand below."""
    return re.fullmatch(rf"(?:{_ANY_VERB})\s*[:.]?", fold(line)) is not None


def starts_as_order(line: str) -> bool:
    """Whether the line begins with the word of an order."""
    return any(pattern.match(fold(line)) for pattern in _VERB_AT.values())


def is_courtesy(line: str) -> bool:
    """Whether the line only greets, thanks or takes leave."""
    folded = fold(line)
    return _GREETING.fullmatch(folded) is not None or _is_leave(line, 0) or not re.search(r"\w", folded)


def _is_leave(line: str, at: int) -> bool:
    """Whether only thanks, a greeting and names are left."""
    match = _COURTESY.match(fold(line), at)
    rest = line[match.end() :] if match else line[at:]
    return not rest or (match is not None and bool(match["words"]) and _NAMES.fullmatch(rest) is not None)


def _match_end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


class _Reader:
    """One line, read from left to right. `at` is where the reader is; each method moves it on or leaves it."""

    def __init__(self, line: str) -> None:
        self.line, self.folded = line, fold(line)
        self.at = _match_end(_OPENING, self.folded, 0)

    @property
    def at_end(self) -> bool:
        return _is_leave(self.line, self.at)

    def clauses(self) -> list[Order] | None:
        """All orders of the line, or None."""
        orders: list[Order] = []
        while True:
            before = self.at
            order = self._clause()
            if order is None:
                self.at = before
                return orders or None
            orders.append(order)
            if self.at_end:
                return orders
            self.at = _match_end(_BETWEEN, self.folded, self.at)

    def _clause(self) -> Order | None:
        start = self.at
        for verb, pattern in _VERB_AT.items():
            if match := pattern.match(self.folded, self.at):
                self.at = _match_end(_FILLER, self.folded, match.end())
                return self._send(start) if verb is Verb.SEND else self._after(verb, start)
        return self._numbers_first(start)

    def _after(self, verb: Verb, start: int) -> Order | None:
        numbers = self.numbers()
        if not numbers:
            return None
        if verb is Verb.ACCEPT and len(numbers) == 1 and _IS.match(self.folded, self.at):
            return self._name(numbers, start)
        if verb is not Verb.DECLINE:
            order = self._order(verb, start, numbers)
            if verb is Verb.DISMISS and not _HOLDS_ORDER.search(self.folded, self.at):
                self.at = _match_end(_REMARK, self.folded, self.at)
            return order
        if len(numbers) > 1 and not _BECAUSE.match(self.folded, self.at):
            # "weiger 12, 3 deelnemers is te veel": who can tell where the numbers end?
            return None
        return self._decline(numbers, start)

    def _numbers_first(self, start: int) -> Order | None:
        if match := _EVERYTHING.match(self.folded, self.at):
            self.at = _match_end(_COLON, self.folded, match.end())
            return self._order(Verb.SEND, start) if self._word(Verb.SEND) else None
        spans = self.spans()
        if not spans:
            return None
        numbers = _listed(spans)
        if len(numbers) == 1 and _IS.match(self.folded, self.at):
            return self._name(numbers, start)
        self.at = _match_end(_COLON, self.folded, self.at)
        if self._word(Verb.SEND):
            return self._order(Verb.SEND, start, spans=spans)
        for verb in (Verb.ACCEPT, Verb.DISMISS):
            if numbers and self._word(verb):
                return self._order(verb, start, numbers)
        if numbers and self._word(Verb.DECLINE) and _BECAUSE.match(self.folded, self.at):
            return self._decline(numbers, start)
        return None

    def _word(self, verb: Verb) -> bool:
        end = _match_end(_VERB_AT[verb], self.folded, self.at)
        moved, self.at = end > self.at, end
        return moved

    def _send(self, start: int) -> Order | None:
        if match := _EVERYTHING.match(self.folded, self.at):
            self.at = match.end()
            return self._order(Verb.SEND, start)
        spans = self.spans()
        return self._order(Verb.SEND, start, spans=spans) if spans else None

    def _name(self, numbers: tuple[int, ...], start: int) -> Order | None:
        begin = _match_end(_IS, self.folded, self.at)
        follows = _NEXT_NAME.search(self.folded, begin)
        end = follows.start() if follows else len(self.line)
        name = self.line[begin:end].strip(' .,;!*_"“”„«»')
        self.at = end
        if _IS_GOOD.fullmatch(fold(name)):
            return self._order(Verb.ACCEPT, start, numbers)
        if not re.search(r"[^\W\d_]", name) or _HOLDS_ORDER.search(fold(name)):
            return None
        return self._order(Verb.NAME, start, numbers, organisation=name)

    def _decline(self, numbers: tuple[int, ...], start: int) -> Order | None:
        """With the reason to the end of the line; "reden" alone, as our mails write it, is not one."""
        begin = _match_end(_REASON, self.folded, self.at)
        word = _REASON_WORD.match(self.folded, begin)
        reason = self.line[word.end() if word else begin :].strip(' "“”„«»')
        self.at = len(self.line)
        if _HOLDS_ORDER.search(fold(reason)):
            return None
        if word and not reason:
            return self._order(Verb.DECLINE, start, numbers, reason=UNFILLED)
        return self._order(Verb.DECLINE, start, numbers, reason="" if _is_leave(reason, 0) else reason)

    def _order(
        self,
        verb: Verb,
        start: int,
        numbers: tuple[int, ...] = (),
        *,
        spans: tuple[tuple[int, int], ...] = (),
        reason: str = "",
        organisation: str = "",
    ) -> Order:
        said = self.line[start : self.at].strip(" ,.;!")
        return Order(verb, said, numbers, spans, reason, organisation)

    def numbers(self) -> tuple[int, ...]:
        """The numbers that stand here; none where a span of them is too long to be meant."""
        return _listed(self.spans())

    def spans(self) -> tuple[tuple[int, int], ...]:
        """The numbers and spans of numbers that stand here."""
        found: list[tuple[int, int]] = []
        at = self.at
        while match := _NUMBERS.match(self.folded, at):
            first = last = int(match["n"])
            self.at = match.end()
            to = _NUMBERS.match(self.folded, _match_end(_SPAN, self.folded, self.at))
            if to and to.start() > self.at and _SPAN.match(self.folded, self.at):
                last, self.at = int(to["n"]), to.end()
            found.append((first, last))
            separator = _SEPARATOR.match(self.folded, self.at)
            if separator is None:
                break
            at = separator.end()
        return tuple(found) if all(first <= last for first, last in found) else ()


def _listed(spans: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    if any(last - first >= _LONGEST_SPAN for first, last in spans):
        return ()
    return tuple(dict.fromkeys(number for first, last in spans for number in range(first, last + 1)))
