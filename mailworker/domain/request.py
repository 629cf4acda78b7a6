"""What one mail asks: the requests that a careful clerk reads in it, what is missing, and what stops us from acting."""

from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What a request wants done. A change of table is a cancel and a register."""

    REGISTER = "register"
    CANCEL = "cancel"
    REPLACE = "replace"
    CORRECT = "correct"
    """The participant is registered for the wrong organisation; `organisation` is the right one. Only staff say so.

    Without tables it is all that they are registered for.
    """


class Missing(StrEnum):
    """A fact without which a request cannot be carried out, in the order in which we ask for them."""

    PARTICIPANT = "participant"
    ORGANISATION = "organisation"
    TABLES = "tables"


class Outcome(StrEnum):
    """What a clerk does with the mail as a whole."""

    HANDLE = "handle"
    """All that each request needs is in the mail."""
    ASK = "ask"
    """The wish is clear; something needed is missing or ambiguous."""
    REVIEW = "review"
    """A person must look."""
    IGNORE = "ignore"
    """Never answer: automatic mail, list mail, our own mail, obvious spam."""


class Source(StrEnum):
    """Where in the mail a value stood."""

    OWN = "own words"
    SUBJECT = "subject"
    SIGNATURE = "signature"
    FROM = "from"
    DOMAIN = "domain"


@dataclass(frozen=True, slots=True)
class Request:
    """One wish for one participant; what is not known is None or empty.

    `participant` is a full name without titles. `organisation` is the configured name, or the sender's spelling
    without its legal form. `tables` are ids in the programme's order. `replacement` is the newcomer's name where
    `participant` leaves. `participant_address` is the own mail address of who takes part, of a replacement the
    newcomer, where the mail gives one.
    """

    action: Action
    participant: str | None = None
    organisation: str | None = None
    tables: tuple[str, ...] = ()
    replacement: str | None = None
    participant_address: str | None = None

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What this request lacks, in the order in which we ask."""
        lacking = []
        if self.participant is None or (self.action is Action.REPLACE and self.replacement is None):
            lacking.append(Missing.PARTICIPANT)
        if self.organisation is None:
            lacking.append(Missing.ORGANISATION)
        if not self.tables and self.action is not Action.CORRECT:
            lacking.append(Missing.TABLES)
        return tuple(lacking)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why we believe a value: `text` is the exact span [start, end) of the source, in characters.

    `field` is one of action, participant, organisation, tables, replacement, question. `certainty` is 0 to 1.
    """

    field: str
    value: str
    source: Source
    text: str
    start: int
    end: int
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """What one mail asks, as a whole.

    `missing` is the union over the requests. `question`: the mail also asks something only staff can answer.
    `takes_part`: the mail looks like a wish to take part, leave or change, or a question about the programme, so that
    a sender may be told that a colleague will look at it; what does not is held without a word (no backscatter).
    `why` is one sentence for staff; `rule` is the short stable name of what decided.
    `near` are the nearest known organisations where the mail's own is unknown.
    """

    outcome: Outcome
    requests: tuple[Request, ...] = ()
    question: bool = False
    takes_part: bool = False
    why: str = ""
    rule: str = ""
    evidence: tuple[Evidence, ...] = ()
    near: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[Missing, ...]:
        lacking = {fact for request in self.requests for fact in request.missing}
        return tuple(fact for fact in Missing if fact in lacking)
