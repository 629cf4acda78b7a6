"""Which notices one mail leads to: one answer to who wrote it, and one word to each other person concerned."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from mailworker.domain.account import Concern
from mailworker.domain.conversation import Intent
from mailworker.domain.decision import Decision
from mailworker.domain.notice import Notice, NoticeKind, Question, Row, RowStatus
from mailworker.domain.request import Missing, Reading, Request

_HOLDS = {RowStatus.CONFIRMED, RowStatus.ALREADY_CONFIRMED}
_WAITS = {RowStatus.WAITING, RowStatus.ALREADY_WAITING, RowStatus.REFUSED}
_LEFT = {RowStatus.CANCELLED, RowStatus.ALREADY_CANCELLED}


@dataclass(frozen=True, slots=True)
class Thread:
    """Where an answer goes: to whom, in which conversation, under which subject. `asker` is the sender's name."""

    recipient: str
    token: str
    subject: str
    asker: str


def notices(
    reading: Reading, intent: Intent, decision: Decision, thread: Thread, may_be_told: Callable[[Concern], bool]
) -> tuple[Notice, ...]:
    """The notices that are owed, the answer to the sender first; one at most for each recipient.

    Who sent nothing that looks like a wish to take part gets no answer at all: a forged sender would get it.
    `may_be_told` says whether a person whom the mail concerns may get mail because of it.
    """
    kind = _kind(intent, decision)
    told = [_others(thread, group) for group in _by_recipient(decision.concerns, may_be_told)]
    if kind is NoticeKind.REVIEW and not decision.rows and not reading.takes_part:
        return tuple(told)
    answer = Notice(
        kind=kind,
        recipient=thread.recipient,
        token=thread.token,
        subject=thread.subject,
        rows=decision.rows,
        questions=_questions(intent.incomplete, reading.near),
        understood=(*intent.complete, *intent.incomplete, *intent.open),
        staff_question=reading.question,
        to_participant=False,
    )
    return (answer, *told)


def reminder(pending: Sequence[Request], thread: Thread) -> Notice:
    """The open question once more."""
    return Notice(
        kind=NoticeKind.REMINDER,
        recipient=thread.recipient,
        token=thread.token,
        subject=thread.subject,
        questions=_questions(pending, ()),
        understood=tuple(pending),
    )


def declined(reading: Reading, thread: Thread, reason: str) -> Notice:
    """Staff's no, with their reason."""
    return Notice(
        kind=NoticeKind.DECLINED,
        recipient=thread.recipient,
        token=thread.token,
        subject=thread.subject,
        understood=reading.requests,
        reason=reason,
    )


def _kind(intent: Intent, decision: Decision) -> NoticeKind:
    statuses = {row.status for row in decision.rows}
    if intent.incomplete:
        return NoticeKind.QUESTION
    if statuses & _HOLDS:
        return NoticeKind.CONFIRMATION
    if statuses & _WAITS:
        return NoticeKind.WAITING
    if statuses & _LEFT and not decision.for_staff:
        return NoticeKind.CANCELLATION
    return NoticeKind.REVIEW


def _questions(requests: Sequence[Request], near: Sequence[str]) -> tuple[Question, ...]:
    """One question for each missing fact of each request; two requests that lack the organisation are asked once."""
    questions: list[Question] = []
    for request in requests:
        for missing in request.missing:
            asked = {question.missing for question in questions}
            if missing is Missing.ORGANISATION and missing in asked:
                continue
            questions.append(Question(missing, request, tuple(near) if missing is Missing.ORGANISATION else ()))
    return tuple(questions)


def _by_recipient(
    concerns: Sequence[Concern], may_be_told: Callable[[Concern], bool]
) -> list[tuple[NoticeKind, list[Concern]]]:
    """What each person hears, in one notice; good news alone is a promotion."""
    groups: dict[str, list[Concern]] = {}
    for concern in concerns:
        if may_be_told(concern):
            groups.setdefault(concern.address.lower(), []).append(concern)
    only_promoted = {address: all(concern.promoted for concern in group) for address, group in groups.items()}
    return [
        (NoticeKind.PROMOTION if only_promoted[address] else NoticeKind.INFORMATION, group)
        for address, group in groups.items()
    ]


def _others(thread: Thread, group: tuple[NoticeKind, list[Concern]]) -> Notice:
    kind, concerns = group
    beside = kind is NoticeKind.INFORMATION
    rows: tuple[Row, ...] = tuple(replace(one.row, promoted=one.promoted and beside) for one in concerns)
    return Notice(
        kind=kind,
        recipient=concerns[0].address,
        token=thread.token,
        rows=rows,
        # Who lost a place need not hear whose mail showed that somebody else came earlier.
        asked_by=thread.asker if kind is NoticeKind.INFORMATION and not any(row.displaced for row in rows) else "",
        to_participant=all(concern.own for concern in concerns),
    )
