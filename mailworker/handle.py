"""handle: stored message to decision, rows and owed notices, in one transaction each.

A mail that raises is rolled back whole and tried again later, with everybody behind it served meanwhile; after its
last attempt it is left `failed` for an operator. A clash with another worker is no failure: the mail is handled afresh.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.orm.exc import StaleDataError

from mailworker import maillog
from mailworker.case import Case, Desk
from mailworker.domain import instruction
from mailworker.domain.instruction import Instruction
from mailworker.domain.request import Outcome
from mailworker.domain.states import MessageState
from mailworker.errors import DatabaseUnreachable
from mailworker.message import outgoing, reports
from mailworker.message.automatic import Kind
from mailworker.message.trust import Authentication
from mailworker.reading.gate.ungated import ungated
from mailworker.reading.understand import Understanding, explanation, understand
from mailworker.store import inbox, outbox
from mailworker.store.schema import MessageRow

_CLASHES = 5
"""How often in a row a mail is handled afresh because another worker was faster, before it waits its turn."""


def claim(sessions: sessionmaker[Session], now: datetime) -> list[int]:
    """Takes due messages for this worker; their ids, oldest first, empty when none is due."""
    with sessions.begin() as session:
        return inbox.claim(session, now)


def release(sessions: sessionmaker[Session], ids: Sequence[int]) -> None:
    """Gives claimed messages back that will not be handled in this run."""
    with sessions.begin() as session:
        inbox.release_claims(session, ids)


def handle(message_row: int, sessions: sessionmaker[Session], desk: Desk, now: datetime) -> MessageState | None:
    """Handles one claimed message; its new state, or None when another worker had settled it meanwhile."""
    try:
        state = _afresh_on_clash(message_row, sessions, desk, now)
    except OperationalError as error:
        raise DatabaseUnreachable(
            f"The database broke off ({type(error.orig).__name__})", "Nothing is lost; the next round tries again"
        ) from error
    except Exception as error:  # noqa: BLE001  (one bad mail must never stop those behind it)
        with sessions.begin() as session:
            state = inbox.postpone(session, message_row, f"{type(error).__name__}: {error}", now)
        maillog.message_raised(message=message_row, error=error, state=state)
        return state
    if state is not None:
        maillog.message_settled(message=message_row, state=state)
    return state


def _afresh_on_clash(
    message_row: int, sessions: sessionmaker[Session], desk: Desk, now: datetime
) -> MessageState | None:
    for attempt in range(_CLASHES):
        try:
            with sessions.begin() as session:
                row = inbox.still_claimed(session, message_row)
                if row is None:
                    return None
                outcome = _settled(session, row, desk, now)
                inbox.settle(row, outcome, now)
                if outcome.state is MessageState.HELD:
                    desk.tell_staff(session, row, now)
                return outcome.state
        except (IntegrityError, StaleDataError, OperationalError) as error:
            if attempt == _CLASHES - 1 or not _is_clash(error):
                raise
    raise AssertionError("the last clash is raised")


def _is_clash(error: DBAPIError | StaleDataError) -> bool:
    """Whether another worker was faster: a constraint, a changed row, a deadlock (PostgreSQL, class 40)."""
    if not isinstance(error, OperationalError):
        return True
    return str(getattr(error.orig, "sqlstate", "") or "").startswith("40")


def _settled(session: Session, row: MessageRow, desk: Desk, now: datetime) -> inbox.Outcome:
    """Reads one message, passes the gates, decides, and writes everything that follows but the message's own state."""

    def sent_to(address: str) -> list[str]:
        return [outgoing.text_of(content) for content in outbox.contents_to(session, address)]

    understanding = understand(inbox.raw(session, row.id), desk.knowledge, sent_to)
    reading, inbound = understanding.reading, understanding.inbound
    row.sender = inbound.sender.address[:400] if inbound.sender else ""
    row.subject = inbound.subject[:1000]
    facts = explanation(understanding, "")
    ruling = instruction.from_values(row.instruction) if row.instruction else None
    if ruling is not None:
        understanding = ungated(understanding, desk.knowledge)
    elif (by_staff := desk.decided_by_staff(session, row, understanding, now)) is not None:
        return by_staff
    if reading.outcome is Outcome.IGNORE and ruling is None:
        _note_bounces(session, understanding, row, now)
        return inbox.Outcome(MessageState.IGNORED, reading.rule, reading.why, reading=facts)
    closed = gate(understanding, ruling)
    if closed:
        rule, why = closed
        # Staff see what it asks; nobody else acts on it.
        facts = explanation(ungated(understanding, desk.knowledge), "")
        return inbox.Outcome(MessageState.HELD, rule, why, reading.question, facts)
    assert inbound.sender is not None, "the gate holds mail without a sender"
    case = Case(session, row, understanding, inbound.sender, desk, now)
    return case.by_instruction(ruling) if ruling else case.settle()


def _note_bounces(session: Session, understanding: Understanding, row: MessageRow, now: datetime) -> None:
    """A report that a mail of ours did not arrive marks that mail; it changes nothing else."""
    if understanding.verdict.kind is not Kind.BOUNCE:
        return
    failed = [report for report in reports.delivery_reports(understanding.inbound) if report.failed]
    said = "; ".join(f"{report.status} {report.diagnostic}".strip() for report in failed)
    for message_id in reports.reported_message_ids(understanding.inbound):
        outbox.bounced(session, message_id, said or "a delivery report came back", row.id, now)


def gate(understanding: Understanding, ruling: Instruction | None) -> tuple[str, str] | None:
    """Why this mail may not be acted upon or answered by us alone: the rule and the sentence, or None.

    What staff decided about passes, but for a mail that nobody can be answered by.
    """
    sender = understanding.inbound.sender
    if sender is None or not outgoing.can_be_addressed(sender.address):
        return "no-sender", "the mail has no From address that an answer can go to"
    if ruling is not None:
        return None
    if len(understanding.inbound.from_) > 1 or len(understanding.inbound.all("from")) > 1:
        return "two-senders", "the mail has more than one From address: nobody knows whose word it is"
    if understanding.authentication is Authentication.FAILED:
        return "dmarc-failed", "the mail's authentication failed: its sender may be forged"
    return None
