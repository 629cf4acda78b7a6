"""What a member of staff orders in a mail: "ok 12", "weiger 12 volzet", "12 is Aquafin", "verstuur 31-40", a form.

A line is an order as a whole or not at all: "ok 12 uur past me" begins like one and is none. What could be meant as
an order and is not understood is told back, never guessed. Pure; knows no message and no organisation.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mailworker.domain.orders import Order, Orders, Verb
from mailworker.domain.programme import Programme
from mailworker.message import closings
from mailworker.message.body import Body
from mailworker.message.inbound import Address
from mailworker.reading.folding import fold
from mailworker.reading.layout.written import Line, lines_of
from mailworker.reading.naming.mention import Polarity
from mailworker.reading.naming.table_names import vocabulary
from mailworker.reading.naming.tables import read_tables
from mailworker.reading.staff_orders.filled_in import field_of, form_of
from mailworker.reading.staff_orders.order_doubts import doubted, limits, without_strangers
from mailworker.reading.staff_orders.order_line import (
    is_courtesy,
    is_only_numbers,
    is_verb_alone,
    orders_of,
    starts_as_order,
)

_WIDTH = 60
"""A line as long as this may have been broken by a mail program: the next one goes on."""

_BULLET = re.compile(r"\s*(?:[>*•·▪●○–—+→»-]+\s*)*")
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s+")
_ITEM_HEAD = re.compile(r"(?:nr\.?|nummer)?\s*#?(\d{1,9})\b")
_ITEM_END = re.compile(r"\bnegeer (\d{1,9})\b")
"""The words that every item of our mails offers, whatever else it does."""
_EVERY = re.compile(r"alle[sn]?|allemaal")


def read_orders(body: Body, sender: Address | None, ours: Sequence[str] = ()) -> Orders:
    """The orders in an answer of staff, in its order; `ours` are the texts of mails of ours that it may quote."""
    given: list[Order] = []
    unclear: list[str] = []
    lines = without_strangers(lines_of(body, ours))
    item = _Item(frozenset(int(number) for text in ours for number in _ITEM_END.findall(fold(text))))
    for block in _blocks(lines):
        reading = _Block(block, sender, item)
        reading.read()
        given += [replace(order, beside=block[0].quoted) for order in reading.given]
        unclear += reading.unclear if block[0].own else []
    # What is typed into the quoted mail is about a message there; it never lets mail go.
    given = [order for order in given if not (order.beside and order.verb is Verb.SEND)]
    return doubted(given, unclear)


def tables_of(words: str, programme: Programme) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the tables that a form's words name, in the programme's order, and the words that name none."""
    if _EVERY.fullmatch(fold(words).strip(" .")):
        return programme.table_ids, ()
    known = vocabulary(programme)
    ids: set[str] = set()
    strange: list[str] = []
    for piece in re.split(r"[,;/&+\t]|\ben\b", words):
        if not (piece := piece.strip(" .")):
            continue
        found = read_tables(fold(piece), piece, known).mentions
        named = {one for mention in found if mention.polarity is Polarity.YES for one in mention.ids}
        ids |= named
        if not named or len(named) != len({one for mention in found for one in mention.ids}):
            strange.append(piece)
    return programme.in_order(ids), tuple(strange)


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines that stand in the same part of the mail."""
    block: list[Line] = []
    for line in lines:
        if block and (block[-1].own, block[-1].quoted) != (line.own, line.quoted):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


@dataclass(slots=True)
class _Item:
    """The held mail of our quoted mail under which a line stands: between its number and the words that decide it."""

    numbers: frozenset[int]
    about: int | None = None
    _ended: bool = False

    def pass_by(self, line: str) -> None:
        """Goes on past a line of our own."""
        folded = fold(line)
        head = _ITEM_HEAD.match(folded)
        if head is not None and int(head[1]) in self.numbers:
            self.about, self._ended = int(head[1]), False
        elif self._ended:
            self.about = None
        if self.about is not None and str(self.about) in _ITEM_END.findall(folded):
            self._ended = True


class _Block:
    """One run of lines: takes orders from it, line by line, and keeps what it does not understand."""

    def __init__(self, lines: Sequence[Line], sender: Address | None, item: _Item) -> None:
        self.lines = [replace(line, text=_plain(line.text)) for line in lines]
        self._texts = [line.text for line in self.lines]
        self.sender = sender
        self.item = item
        self.given: list[Order] = []
        self.unclear: list[str] = []
        self._last_unclear = -2
        self._under: bool | None = None
        self._signed = False
        self._ordered: tuple[int | None, int] = (None, -1)

    def read(self) -> None:
        at = 0
        while at < len(self.lines):
            at = self._form(at) or self._order(at)

    def _form(self, at: int) -> int:
        """The line after a form that begins here; 0 where none does. One that nobody touched is ours, quoted."""
        form = form_of(self._texts, at, self.item.about or self._above(at))
        if form is None:
            return 0
        if any(line.touched for line in self.lines[at : form.end]):
            if form.order is not None:
                self.given.append(form.order)
            else:
                self._report(at, " / ".join(text for text in self._texts[at : form.end] if text))
        return form.end

    def _above(self, at: int) -> int | None:
        """The one number that the order on the line above is about: "ok 12", and under it what is to be different."""
        number, end = self._ordered
        return number if end <= at <= end + 1 and not any(self._texts[end:at]) else None

    def _order(self, at: int) -> int:
        line = self.lines[at]
        if not line.typed or not line.text:
            if line.quoted and line.text:
                self.item.pass_by(line.text)
            self._signed = False
            self._under = self._under or None
            return at + 1
        text, end = self._joined(at)
        orders = orders_of(text)
        if orders is None:
            self._signed = self._signed or self._is_own_name(text)
            # What stands under the writer's own name tells where they work.
            if not self._signed and not self._is_courtesy(text):
                self._report(at, text, end)
                self._under = True if line.own and text.endswith(":") else self._under
            return end
        if self._under is not None:
            self._under = False
            self._report(at, text, end)
            return end
        if orders[-1].verb is Verb.DECLINE:
            orders[-1], end = self._with_rest_of_reason(orders[-1], end)
        self.given += orders
        numbers = {number for order in orders for number in order.numbers}
        self._ordered = (numbers.pop() if len(numbers) == 1 else None, end)
        return end

    def _joined(self, at: int) -> tuple[str, int]:
        """The line, with those below that only go on with its numbers; and the line after them."""
        text, end = self.lines[at].text, at + 1
        waits = is_verb_alone(text)
        while end < len(self.lines):
            following = self.lines[end]
            open_end = text.endswith(",") or fold(text).endswith(" en")
            if not following.typed or not (waits or open_end) or not is_only_numbers(following.text):
                break
            text, end = f"{text} {following.text}", end + 1
        return text, end

    def _with_rest_of_reason(self, order: Order, end: int) -> tuple[Order, int]:
        """The reason with the lines of its paragraph: those that a mail program broke, or that end no sentence."""
        words = [order.reason]
        previous = self.lines[end - 1].text
        while end < len(self.lines) and order.reason:
            line = self.lines[end]
            goes_on = len(previous) >= _WIDTH or previous[-1:] not in (".", "!", "?")
            if not (line.typed and line.text and goes_on) or orders_of(line.text) or field_of(line.text):
                break
            if self._is_courtesy(line.text):
                break
            words.append(line.text)
            previous, end = line.text, end + 1
        return replace(order, reason=" ".join(words)), end

    def _report(self, at: int, text: str, end: int = 0) -> None:
        """Keeps what is not understood; lines that follow each other are one statement."""
        if self._last_unclear == at and self.unclear:
            self.unclear[-1] += f" {text}"
        else:
            self.unclear.append(text)
        self._last_unclear = end or at + 1

    def _is_own_name(self, text: str) -> bool:
        if self.sender is None:
            return False
        known = _words(f"{self.sender.name} {self.sender.address.partition('@')[0]}")
        return closings.is_name_of(text, self.sender) or (bool(_words(text)) and _words(text) <= known)

    def _is_courtesy(self, text: str) -> bool:
        if is_courtesy(text) or closings.is_thanks(text) or closings.is_sign_off(text) or self._is_own_name(text):
            return True
        # "Hierbij onze beslissingen:" only leads to what follows.
        leads = text.endswith(":") and len(text.split()) <= 8 and not re.search(r"\d", text)
        return leads and not starts_as_order(text) and not limits(text)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", fold(text)))


def _plain(line: str) -> str:
    """The line without quotation and bullet marks, emphasis and doubled blanks."""
    text = _BULLET.sub("", " ".join(line.split()), count=1)
    item = _NUMBERED.match(text)
    if item and orders_of(text) is None and orders_of(text[item.end() :]) is not None:
        text = text[item.end() :]
    return text.strip(" *_\"'“”„«»’‘`")
