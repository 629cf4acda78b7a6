"""A transcript, and a mail that waits for staff, as the templates see them: every stranger's word made harmless."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from mailworker.briefing import held_line
from mailworker.briefing_lines import HeldLine
from mailworker.domain.digest import Held
from mailworker.domain.orders import Carried, HeldMail, Result, Transcript, in_words
from mailworker.domain.programme import Programme
from mailworker.domain.request import Request
from mailworker.letter import harmless, one_line, table_name, thread_subject

_LONGEST_REASON = 600
_LONGEST_ADDRESS = 90


@dataclass(frozen=True, slots=True)
class CarriedLine:
    """What became of an order about one number; `number` is 0 where it is about none, `notices` are numbers in words.

    `verb` and `result` are those of domain/orders.py.
    """

    verb: str
    result: str
    number: int
    said: str
    sender: str
    decided_by: str
    reason: str
    organisation: str
    alias: str
    owner: str
    registered: bool
    candidates: tuple[str, ...]
    missing: tuple[str, ...]
    asks: bool
    silent: bool
    question: bool
    notices: str
    count: int


@dataclass(frozen=True, slots=True)
class TranscriptLetter:
    """The names that a template of a transcript may use, apart from `service`, `programme`, `you` and the filters.

    `done` and `left` are the orders that were carried out and those that were not; `given` is how many there are,
    with what was not understood. `answers_wait`: what follows from them leaves only when staff let it go; `later` is
    how many of our answers wait that staff have not seen.
    """

    subject: str
    done: tuple[CarriedLine, ...]
    left: tuple[CarriedLine, ...]
    unclear: tuple[str, ...]
    given: int
    answers_wait: bool
    later: int


@dataclass(frozen=True, slots=True)
class HeldLetter:
    """The names that a template of a held mail may use; `form` are (label, value) of the form to copy.

    `received` is local; `file` is "" where the original is too large to come along.
    """

    line: HeldLine
    received: datetime
    form: tuple[tuple[str, str], ...]
    file: str


def transcript_letter(transcript: Transcript, programme: Programme) -> TranscriptLetter:
    """The transcript in words that may be shown."""
    done = [one for one in transcript.carried if one.done]
    left = [one for one in transcript.carried if not one.done]
    unclear = tuple(harmless(words, _LONGEST_REASON) for words in transcript.unclear)
    return TranscriptLetter(
        subject=thread_subject(transcript.subject),
        done=tuple(_carried(one, programme) for one in done),
        left=tuple(_carried(one, programme) for one in left),
        unclear=unclear,
        given=len(done) + len(left) + len(unclear),
        answers_wait=transcript.answers_wait,
        later=transcript.later,
    )


def held_letter(mail: HeldMail, programme: Programme, now: datetime) -> HeldLetter:
    """The held mail in words that may be shown, its age as of `now` (aware)."""
    zone = ZoneInfo(programme.timezone)
    received = mail.held.received_at.astimezone(zone)
    age = max((now.astimezone(zone).date() - received.date()).days, 0)
    return HeldLetter(
        line=held_line(mail.held, programme, age),
        received=received,
        form=tuple(_form(mail.held, programme)),
        file=one_line(mail.file, _LONGEST_ADDRESS),
    )


def _form(held: Held, programme: Programme) -> Iterable[tuple[str, str]]:
    """The form with what was understood filled in, where that is one thing."""
    request = held.requests[0] if len(held.requests) == 1 else None
    yield "number", str(held.number)
    yield "action", request.action.value if request else ""
    yield "participant", harmless(request.participant) if request else ""
    if request is not None and request.replacement:
        yield "replacement", harmless(request.replacement)
    yield "organisation", harmless(request.organisation) if request else ""
    yield "tables", _tables(request, programme) if request else ""


def _tables(request: Request, programme: Programme) -> str:
    return ", ".join(table_name(table, programme) for table in request.tables)


def _carried(one: Carried, programme: Programme) -> CarriedLine:
    candidates = one.candidates
    if one.result is Result.UNKNOWN_TABLES:
        candidates = tuple(table_name(table, programme) for table in programme.table_ids)
    return CarriedLine(
        verb=one.verb.value,
        result=one.result.value,
        number=one.number or 0,
        said=harmless(one.said),
        sender=one_line(one.sender, _LONGEST_ADDRESS),
        decided_by=one_line(one.decided_by, _LONGEST_ADDRESS),
        reason=harmless(one.reason, _LONGEST_REASON),
        organisation=harmless(one.organisation),
        alias=harmless(one.alias),
        owner=harmless(one.owner),
        registered=one.registered,
        candidates=tuple(harmless(name) for name in candidates),
        missing=tuple(fact.value for fact in one.missing),
        asks=one.asks,
        silent=one.silent,
        question=one.question,
        notices=in_words(one.numbers),
        count=len(one.numbers),
    )
