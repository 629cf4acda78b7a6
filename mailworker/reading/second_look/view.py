"""What the second look reads: the mail's own words in plain clauses, and the requests that they should bear out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailworker.domain.request import Action, Request
from mailworker.message.inbound import Inbound
from mailworker.reading.context import Context
from mailworker.reading.folding import fold
from mailworker.reading.layout.letter import Letter
from mailworker.reading.layout.unit import Kind
from mailworker.reading.second_look.clauses import Sentence, sentences_of
from mailworker.reading.who.person_names import key, same_person

_SHORT = 2
"""Shorter names of organisations are words as well."""


@dataclass(frozen=True, slots=True)
class View:
    """The mail and the requests. `sentences` begin with the subject."""

    inbound: Inbound
    letter: Letter
    sender: str | None
    requests: tuple[Request, ...]
    sentences: tuple[Sentence, ...]
    all_tables: tuple[str, ...]
    unknown: tuple[str, ...]
    """The organisations of the requests that are not configured."""

    @property
    def own(self) -> tuple[Sentence, ...]:
        """The sentences of the mail without its subject."""
        return tuple(one for one in self.sentences if one.own)

    @property
    def only_registers(self) -> bool:
        """Whether nobody leaves or changes."""
        return all(request.action is Action.REGISTER for request in self.requests)

    @property
    def tables(self) -> frozenset[str]:
        """Every table of every request."""
        return frozenset(table for request in self.requests for table in request.tables)

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody whom the requests name."""
        found = [name for r in self.requests for name in (r.participant, r.replacement) if name is not None]
        return tuple(dict.fromkeys(found))

    @property
    def text(self) -> str:
        """The plain text of subject and mail."""
        return "\n".join(one.plain for one in self.sentences)

    @property
    def is_form(self) -> bool:
        """Whether the mail is filled in rather than written."""
        return any(unit.field is not None or unit.kind is Kind.ROW for unit in self.letter.units)

    @property
    def answers(self) -> bool:
        """Whether a line answers a question of ours just above it."""
        return any(unit.answers is not None for unit in self.letter.units)

    def is_sender(self, name: str | None) -> bool:
        """Whether that is the writer."""
        return name is not None and self.sender is not None and same_person(name, self.sender)


def view_of(context: Context, requests: Sequence[Request]) -> View:
    """A mail and its requests, made ready to be compared."""
    sender = context.sender.name
    names = [name for r in requests for name in (r.participant, r.replacement) if name is not None]
    orders = [words for name in (*names, *([sender] if sender else [])) for words in _orders(name)]
    called = tuple(dict.fromkeys(r.organisation for r in requests if r.organisation))
    organisations = [fold(name).split() for name in called if len(name) > _SHORT]
    blots = tuple((found, sign) for found, sign in ((_any(orders), "q"), (_any(organisations), "z")) if found)
    sentences = _without_footer(sentences_of(context.letter, context.words, blots), sender)
    unknown = tuple(name for name in called if context.directory.find(name) is None)
    return View(context.inbound, context.letter, sender, tuple(requests), sentences, context.words.ids, unknown)


_SPEAKS = re.compile(r"^(?:p\.?\s?s|n\.?b)\b|\?|\b(?:ik|mij|mijn|ikzelf|wij|we|gelieve|graag|i|my|me)\b")


def _without_footer(sentences: tuple[Sentence, ...], sender: str | None) -> tuple[Sentence, ...]:
    """The sentences up to the line that is only the writer's name, where nobody speaks again behind it."""
    signed = {key(sender), *map(key, sender.split()[:1])} if sender else set()
    for number, one in enumerate(sentences):
        named_before = any(other.places for other in sentences[1:number])
        if (
            named_before
            and key(one.text) in signed
            and not any(_SPEAKS.search(o.text) for o in sentences[number + 1 :])
        ):
            return sentences[:number]
    return sentences


def _any(phrases: Sequence[Sequence[str]]) -> re.Pattern[str] | None:
    """What finds any of these phrases, whatever spaces and commas stand in them."""
    found = {r"[\s,]+".join(map(re.escape, words)) for words in phrases if words}
    if not found:
        return None
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(sorted(found, key=len, reverse=True))})(?![a-z0-9])")


def _orders(name: str) -> list[list[str]]:
    words = fold(name).split()
    return [words, [*words[1:], *words[:1]]]
