"""replaying: what today's reader and rules make of stored mails, beside what was decided about them then.

Reads one mail at a time and writes nothing. The register, the conversation and the caps as they were then are gone:
what depended on them is compared by what was read, not by what could be done. A mail that staff decided about counts
as one that was held.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session, sessionmaker

from mailworker import handle
from mailworker.domain.request import Outcome
from mailworker.domain.states import MessageState
from mailworker.message import outgoing
from mailworker.reading.gate.ungated import ungated
from mailworker.reading.understand import Knowledge, explanation, understand
from mailworker.store import outbox, replays
from mailworker.store.database import reading
from mailworker.store.replays import Chosen, Past

FAILED = "failed"
_STAFF = "staff: "
"""What the rule begins with by which a message was handled that staff decided about."""


class Skipped(StrEnum):
    """Why a message is not compared."""

    NOT_DECIDED = "not decided yet"
    BY_HAND = "entered by hand"
    OF_STAFF = "a decision of staff by mail"
    NO_RAW = "no longer kept"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is made of a mail: `outcome` is handle, ask, review, ignore or failed, `requests` as `explain` has them."""

    outcome: str
    rule: str
    why: str
    requests: Sequence[Mapping[str, Any]] = ()
    question: bool = False

    @property
    def by_staff(self) -> bool:
        return self.rule.startswith(_STAFF)


@dataclass(frozen=True, slots=True)
class Compared:
    """One message: what was decided `then`, and what would be `now`; or why it is not compared."""

    number: int
    then: Verdict | None = None
    now: Verdict | None = None
    skipped: Skipped | None = None

    @property
    def differs(self) -> tuple[str, ...]:
        """In what: outcome, requests, question, reason; nothing when all of it is the same."""
        then, now = self.then, self.now
        if then is None or now is None or (then.by_staff and now.outcome == Outcome.REVIEW):
            return ()
        if then.outcome != now.outcome:
            return ("outcome", "requests") if _key(then) != _key(now) else ("outcome",)
        found = {
            "requests": _key(then) != _key(now),
            "question": then.question is not now.question,
            "reason": then.rule != now.rule,
        }
        return tuple(name for name, different in found.items() if different)


def compare(sessions: sessionmaker[Session], knowledge: Knowledge, chosen: Chosen) -> Iterator[Compared]:
    """Each message in turn, the oldest first, in constant memory; holds no transaction while a mail is read."""

    def sent_to(address: str) -> list[str]:
        with reading(sessions) as session:
            return [outgoing.text_of(content) for content in outbox.contents_to(session, address)]

    for past in replays.each(sessions, chosen):
        skipped = _skipped(past)
        raw = None
        if skipped is None:
            with reading(sessions) as session:
                raw = replays.raw(session, past.number)
        if raw is None:
            yield Compared(past.number, skipped=skipped or Skipped.NO_RAW)
            continue
        now = _now(raw, knowledge, sent_to)
        yield Compared(past.number, _then(past, now), now)


def _skipped(past: Past) -> Skipped | None:
    if past.state is MessageState.RECEIVED:
        return Skipped.NOT_DECIDED
    if past.instruction is not None and not past.decisions:
        return Skipped.BY_HAND
    return Skipped.OF_STAFF if past.reading is None and past.state is not MessageState.FAILED else None


def _now(raw: bytes, knowledge: Knowledge, sent_to: Callable[[str], Sequence[str]]) -> Verdict:
    """By the same steps as `handle`, up to where the register would be asked."""
    try:
        understanding = understand(raw, knowledge, sent_to)
        reading = understanding.reading
        closed = None if reading.outcome is Outcome.IGNORE else handle.gate(understanding, None)
        held = closed is not None or reading.outcome is Outcome.REVIEW
        facts = explanation(ungated(understanding, knowledge) if held else understanding, "")
    except Exception as error:  # noqa: BLE001  (one bad mail must never stop those behind it)
        return Verdict(FAILED, type(error).__name__, str(error))
    rule, why = closed or (reading.rule, reading.why)
    outcome = Outcome.REVIEW if held else reading.outcome
    return Verdict(outcome.value, rule, why, facts["requests"], facts["question"])


def _then(past: Past, now: Verdict) -> Verdict:
    """What was decided; by `now` one that its reader held is told from one that was held though it was read well."""
    if past.state is MessageState.FAILED:
        return Verdict(FAILED, "", past.error)
    reading = past.reading or {}
    outcome = str(reading.get("outcome", Outcome.REVIEW))
    rule = past.rule
    if past.instruction is not None:
        outcome, rule = Outcome.REVIEW, f"{_STAFF}{past.instruction['ruling']}"
    elif past.state is MessageState.IGNORED:
        outcome = Outcome.IGNORE
    elif past.state is MessageState.HELD and not (rule == now.rule and now.outcome in {Outcome.HANDLE, Outcome.ASK}):
        outcome = Outcome.REVIEW
    return Verdict(str(outcome), rule, past.why, reading.get("requests", ()), bool(reading.get("question")))


def _key(verdict: Verdict) -> list[str]:
    """The requests in one form, whatever the order in which they and their tables are told."""
    return sorted(
        json.dumps({**one, "tables": sorted(one.get("tables", ()))}, sort_keys=True) for one in verdict.requests
    )
