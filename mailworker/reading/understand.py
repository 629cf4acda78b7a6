"""From raw mail to what a clerk makes of it: the ordered gates, then the reading.

`explain` and the worker use this same path, so that what is explained is what is done.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mailworker.domain.organisation import Directory
from mailworker.domain.programme import Programme
from mailworker.domain.request import Action, Outcome, Reading, Request, Source
from mailworker.message import automatic, inbound, trust
from mailworker.message.automatic import Kind, Ourselves, Verdict
from mailworker.message.body import Body, read_body
from mailworker.message.inbound import Inbound
from mailworker.message.ours import without_ours
from mailworker.message.trust import Authentication
from mailworker.reading.layout.lines import is_too_long
from mailworker.reading.reader import read

_NEVER_ANSWERED = {
    Kind.BOUNCE: "A delivery report.",
    Kind.AUTOMATIC: "An automatic answer.",
    Kind.LIST: "A newsletter or a mail of a list.",
    Kind.OWN: "Our own mail, come back.",
    Kind.SPAM: "Spam.",
}

_ENCRYPTED = "-----BEGIN PGP MESSAGE-----"
"""Armour within the text of a mail; in a part of its own it is no text."""


def _nothing(_address: str) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the readers know: the programme, the organisations, and who we are."""

    programme: Programme
    directory: Directory
    ourselves: Ourselves
    authserv_ids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Understanding:
    """One mail, all that was made of it on the way, and the reading at the end."""

    inbound: Inbound
    body: Body
    verdict: Verdict
    authentication: Authentication
    reading: Reading


def understand(raw: bytes, knowledge: Knowledge, sent_to: Callable[[str], Sequence[str]] = _nothing) -> Understanding:
    """What a raw mail asks; never raises on what a stranger sent.

    `sent_to` gives the texts of our mails to an address, by which our words in an answer are known again.
    """
    parsed = inbound.parse(raw)
    sent = sent_to(parsed.sender.address) if parsed.sender is not None else ()
    body = without_ours(read_body(parsed), sent)
    verdict = automatic.classify(parsed, body, knowledge.ourselves)
    authentication = trust.authentication(parsed, knowledge.authserv_ids)
    reading = _reading(parsed, body, verdict, authentication, knowledge)
    return Understanding(parsed, body, verdict, authentication, reading)


def _reading(
    parsed: Inbound, body: Body, verdict: Verdict, authentication: Authentication, knowledge: Knowledge
) -> Reading:
    if verdict.kind in _NEVER_ANSWERED:
        return Reading(Outcome.IGNORE, why=_NEVER_ANSWERED[verdict.kind], rule=verdict.rule)
    if _ENCRYPTED in body.own:
        why = "The mail is encrypted and can't be read."
        return Reading(Outcome.REVIEW, takes_part=True, why=why, rule="unreadable")
    if is_too_long(body):
        return Reading(
            Outcome.REVIEW, takes_part=True, why="The mail is longer than the readers read.", rule="too long"
        )
    reading = _as_it_stands(read(parsed, body, knowledge.programme, knowledge.directory), body)
    if authentication is Authentication.FAILED:
        # What it asks stays in the reading: staff see it as a proposal, and nothing is done with it.
        why = "The mail failed the sender's authentication (DMARC)."
        return replace(reading, outcome=Outcome.REVIEW, question=False, takes_part=False, why=why, rule="dmarc")
    if verdict.kind is Kind.SUSPICIOUS and not _clearly_registers(reading):
        why = f"The mail looks suspicious ({verdict.rule}). {reading.why}"
        return replace(reading, outcome=Outcome.REVIEW, takes_part=False, why=why, rule=verdict.rule)
    return reading


def _as_it_stands(reading: Reading, body: Body) -> Reading:
    """With the evidence as the mail has it: readers leave out of a sentence what does not count before they look."""
    written = {Source.OWN, Source.SIGNATURE}
    shown = (replace(e, text=body.text[e.start : e.end]) if e.source in written else e for e in reading.evidence)
    return replace(reading, evidence=tuple(shown))


def _clearly_registers(reading: Reading) -> bool:
    return reading.outcome is Outcome.HANDLE and all(request.action is Action.REGISTER for request in reading.requests)


def explanation(understanding: Understanding, file: str) -> dict[str, Any]:
    """The object of `explain --json` for one mail."""
    reading = understanding.reading
    speaks = reading.outcome in (Outcome.HANDLE, Outcome.ASK)
    return {
        "file": file,
        "outcome": reading.outcome.value,
        "requests": [_request(request) for request in reading.requests] if speaks else [],
        "missing": [fact.value for fact in reading.missing] if reading.outcome is Outcome.ASK else [],
        "question": reading.question and reading.outcome is not Outcome.IGNORE,
        "why": reading.why,
        "evidence": [
            {
                "field": one.field,
                "value": one.value,
                "source": one.source.value,
                "text": one.text,
                "start": one.start,
                "end": one.end,
                "certainty": one.certainty,
            }
            for one in reading.evidence
        ],
    }


def _request(request: Request) -> dict[str, Any]:
    out: dict[str, Any] = {
        "action": request.action.value,
        "participant": request.participant,
        "organisation": request.organisation,
        "tables": list(request.tables),
    }
    if request.action is Action.REPLACE:
        out["replacement"] = request.replacement
    return out
