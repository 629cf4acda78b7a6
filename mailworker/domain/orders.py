"""What staff order by mail, as values. Reading a mail for orders is reading/orders.py, carrying them out staff.py.

A number is that of a held message, except where mail is released: there it is that of a notice in the outbox.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mailworker.domain.digest import Held
from mailworker.domain.request import Action, Missing

TRANSCRIPT, HELD = "transcript", "held"
"""The kinds of the mails that answer staff, and that tell them at once of a mail that waits for them."""


class Verb(StrEnum):
    """What is to become of a held message, or of notices that wait for staff."""

    ACCEPT = "accept"
    """Do what it asks, as it was understood."""
    NAME = "name"
    """Do it for this organisation, and remember the name that the mail has for it."""
    FILL_IN = "fill in"
    """Do what the form says instead."""
    DECLINE = "decline"
    DISMISS = "dismiss"
    SEND = "send"
    """Let notices go that were withheld."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A short form as staff filled it in; what they left empty is "" or None, and stays as it was understood.

    `tables` are their words, which the programme's tables are looked up by.
    """

    action: Action | None = None
    participant: str = ""
    replacement: str = ""
    organisation: str = ""
    tables: str = ""


UNFILLED = "[reden]"
"""The reason of a refusal in which the word for it was left standing, as our mails write it."""


@dataclass(frozen=True, slots=True)
class Order:
    """One order. `said` are the words that it stands in.

    `numbers` are the messages that it is about; a release has `spans` of notices (first, last) instead, and none of
    them means everything that is withheld. `beside`: it does not stand among the words above the quoted mail.
    """

    verb: Verb
    said: str
    numbers: tuple[int, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    reason: str = ""
    organisation: str = ""
    filled: Filled | None = None
    beside: bool = False

    @property
    def meaning(self) -> tuple[object, ...]:
        """What it wants done, whatever the words and the numbers."""
        return (self.verb, self.reason, self.organisation, self.filled)


@dataclass(frozen=True, slots=True)
class Orders:
    """What one mail orders, in its order; `unclear` are words that may be meant as one and are not understood."""

    given: tuple[Order, ...] = ()
    unclear: tuple[str, ...] = ()

    def single(self) -> list[tuple[Order, int]]:
        """Each (order, number) once; a bare yes gives way to an order that says more about the same number."""
        pairs: dict[tuple[object, ...], tuple[Order, int]] = {}
        fuller = {number for order in self.given if order.verb in _FULLER for number in order.numbers}
        for order in self.given:
            for number in order.numbers:
                if order.verb is not Verb.ACCEPT or number not in fuller:
                    pairs.setdefault((number, *order.meaning), (order, number))
        return list(pairs.values())


_FULLER = {Verb.NAME, Verb.FILL_IN}


def contradicted(pairs: Iterable[tuple[Order, int]]) -> set[int]:
    """The numbers that are given two different orders in one mail: nobody can know which of them is meant.

    Several forms about one number are several people that one mail is about.
    """
    orders: dict[int, list[Order]] = {}
    for order, number in pairs:
        orders.setdefault(number, []).append(order)
    return {
        number
        for number, given in orders.items()
        if len(given) > 1 and not all(order.verb is Verb.FILL_IN for order in given)
    }


class Result(StrEnum):
    """What became of an order about one number."""

    DONE = "done"
    UNKNOWN = "unknown"
    """No message has that number."""
    NOT_HELD = "not held"
    """It does not wait for a decision, or somebody decided before."""
    NO_SENDER = "no sender"
    """That mail has no address that an answer can go to."""
    CONTRADICTED = "contradicted"
    """The same mail orders something else about it."""
    NOTHING_READ = "nothing read"
    """Nothing in that mail was understood that could be done."""
    NO_REASON = "no reason"
    """The word for the reason stands there, but not the reason."""
    UNKNOWN_ORGANISATION = "unknown organisation"
    SEVERAL_ORGANISATIONS = "several organisations"
    """The mail names more than one that could be meant."""
    UNKNOWN_TABLES = "unknown tables"
    SEVERAL_PEOPLE = "several people"
    """A form is about one participant."""
    INCOMPLETE = "incomplete"
    """The form, with what was understood, still lacks something."""
    NO_ACTION = "no action"
    """The mail does not ask for a registration, and the form does not say what it is to be."""
    NONE_WITHHELD = "none withheld"
    """Nothing of that is withheld."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of one order about one number, for the transcript.

    `sender` wrote the held message. `decided_by` is who decided before. `alias` is the name that the mail has for
    `organisation`: remembered from now on, unless it is the name of `owner` (`registered`: people are registered under
    it, and some would lose their place if it were the same). `candidates` are known names or tables that may be meant,
    `missing` what the form lacks. `asks`: the sender is asked for what is still missing. `silent`: the sender may be
    forged and is told nothing. `question`: the mail was handled, and only its question waited. `numbers` are the
    notices that go out.
    """

    verb: Verb
    result: Result
    number: int | None = None
    said: str = ""
    sender: str = ""
    decided_by: str = ""
    reason: str = ""
    organisation: str = ""
    alias: str = ""
    owner: str = ""
    registered: bool = False
    candidates: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    asks: bool = False
    silent: bool = False
    question: bool = False
    numbers: tuple[int, ...] = ()

    @property
    def done(self) -> bool:
        return self.result is Result.DONE


@dataclass(frozen=True, slots=True)
class Transcript:
    """The answer to a mail of staff: `subject` is theirs, `unclear` are their words that are not understood.

    `withheld`: every answer waits until staff let it go, also those that follow from this mail. `later` of them staff
    have not seen yet: they were not meant when all was let go.
    """

    subject: str
    carried: tuple[Carried, ...] = ()
    unclear: tuple[str, ...] = ()
    withheld: bool = False
    later: int = 0

    @property
    def answers_wait(self) -> bool:
        """Whether answers follow that staff must let go before they leave."""
        return self.withheld and any(
            one.done and one.verb not in {Verb.DISMISS, Verb.SEND} and not one.silent for one in self.carried
        )


@dataclass(frozen=True, slots=True)
class HeldMail:
    """What staff are told at once of a mail that waits for them; `file` is the name of the original, "" without it."""

    held: Held
    file: str = ""


def in_words(numbers: Sequence[int]) -> str:
    """Numbers as people write them, runs of three and more as a span: "31-33, 36"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    pieces: list[str] = []
    for run in runs:
        pieces += [f"{run[0]}-{run[-1]}"] if len(run) > 2 else [str(number) for number in run]
    return ", ".join(pieces)
