"""handle: stored message to decision, rows and owed notices, in one transaction each.

A mail that raises is rolled back whole and tried again later, with everybody behind it served meanwhile; after its
last attempt it is left `failed` for an operator. A clash with another worker is no failure: the mail is handled afresh.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.orm.exc import StaleDataError

from mailworker import maillog
from mailworker.domain import answer, conversation, decision, instruction
from mailworker.domain.conversation import Intent
from mailworker.domain.decision import Concern, Decision
from mailworker.domain.instruction import Instruction, Ruling
from mailworker.domain.notice import Notice, NoticeKind
from mailworker.domain.organisation import Directory, identity
from mailworker.domain.registration import Change, Register, Registration
from mailworker.domain.request import Outcome, Request
from mailworker.domain.states import MessageState
from mailworker.errors import DatabaseUnreachable
from mailworker.message import outgoing
from mailworker.message.inbound import Address, Inbound
from mailworker.message.trust import Authentication
from mailworker.reading.understand import Knowledge, Understanding, explanation, understand
from mailworker.stationery import Stationery
from mailworker.store import conversations, inbox, registrations
from mailworker.store.schema import ConversationRow, MessageRow

_CLASHES = 5
"""How often in a row a mail is handled afresh because another worker was faster, before it waits its turn."""


@dataclass(frozen=True, slots=True)
class Desk:
    """All that handling needs beside the database: what we know, and how we write."""

    knowledge: Knowledge
    stationery: Stationery


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
    understanding = understand(inbox.raw(session, row.id), desk.knowledge)
    reading, inbound = understanding.reading, understanding.inbound
    row.sender = inbound.sender.address[:400] if inbound.sender else ""
    row.subject = inbound.subject[:1000]
    facts = explanation(understanding, "")
    ruling = instruction.from_values(row.instruction) if row.instruction else None
    if reading.outcome is Outcome.IGNORE and ruling is None:
        return inbox.Outcome(MessageState.IGNORED, reading.rule, reading.why, reading=facts)
    closed = _gate(understanding, ruling)
    if closed:
        rule, why = closed
        return inbox.Outcome(MessageState.HELD, rule, why, reading.question, facts)
    assert inbound.sender is not None, "the gate holds mail without a sender"
    case = _Case(session, row, understanding, inbound.sender, desk, now)
    return case.by_instruction(ruling) if ruling else case.settle()


def _gate(understanding: Understanding, ruling: Instruction | None) -> tuple[str, str] | None:
    """Why this mail may not be acted upon or answered by us alone: the rule and the sentence, or None.

    What staff decided about passes, but for a mail that nobody can be answered by.
    """
    sender = understanding.inbound.sender
    if sender is None or not outgoing.can_be_addressed(sender.address):
        return "no-sender", "the mail has no From address that an answer can go to"
    if ruling is not None:
        return None
    if understanding.authentication is Authentication.FAILED:
        return "dmarc-failed", "the mail's authentication failed: its sender may be forged"
    return None


@dataclass(slots=True)
class _Case:
    """One mail from a sender whom we may answer, within one transaction."""

    session: Session
    row: MessageRow
    understanding: Understanding
    sender: Address
    desk: Desk
    now: datetime

    def settle(self) -> inbox.Outcome:
        """By what the mail says, in its conversation."""
        talk = self._conversation()
        asked = conversations.pending(talk)
        own = registrations.of_address(self.session, self.sender.address)
        rounds = talk.rounds if talk else 0
        intent = conversation.settle(self.understanding.reading, asked, rounds, own, self.sender.name)
        talk = talk or self._new_conversation(self.sender.address)
        result, too_many = self._carry_out(intent, talk, own)
        if intent.incomplete or (asked and not intent.held):
            # A mail that a person must look at leaves an earlier question open.
            conversations.leave_open(talk, intent.incomplete, self.now)
            inbox.answered(self.session, talk.id)
        return self._outcome(intent, [reason for reason in (intent.held, *result.reasons, too_many) if reason], talk)

    def by_instruction(self, ruling: Instruction) -> inbox.Outcome:
        """By what staff decided; it is not held again, whatever it finds."""
        self.understanding = replace(self.understanding, reading=ruling.applied(self.understanding.reading))
        reading = self.understanding.reading
        talk = self._conversation() or self._new_conversation(self.sender.address)
        intent = Intent()
        if ruling.ruling is Ruling.DECLINE:
            if self.understanding.authentication is not Authentication.FAILED:
                declined = answer.declined(reading, self._thread(talk), ruling.reason)
                self._owe(declined, talk, reports_change=True, capped=False)
        elif reading.requests:
            own = registrations.of_address(self.session, self.sender.address)
            intent = conversation.settle(reading, (), 0, own, self.sender.name)
            self._carry_out(intent, talk, own, authorised=True)
            conversations.leave_open(talk, intent.incomplete, self.now)
        return self._outcome(intent, [], talk)

    def _carry_out(
        self, intent: Intent, talk: ConversationRow, own: Sequence[Registration], *, authorised: bool = False
    ) -> tuple[Decision, str]:
        """Decides on what is complete, and writes the changes and all that is owed because of them.

        With the decision, why the answer to the sender was one too many ("" when it was not).
        """
        result = self._decide(intent.complete, [registration.organisation for registration in own], authorised)
        reading = self.understanding.reading
        too_many = ""
        for notice in answer.notices(reading, intent, result, self._thread(talk), self._may_be_told):
            changed = bool(result.changes)
            said = self._owe(notice, talk, reports_change=changed, capped=not authorised)
            too_many = too_many or ("" if changed else said)
        registrations.apply(
            self.session, result.changes, message_row=self.row.id, now=self.now, evidence=self._evidence
        )
        return result, too_many

    def _outcome(self, intent: Intent, reasons: Sequence[str], talk: ConversationRow) -> inbox.Outcome:
        reading = self.understanding.reading
        state = MessageState.ASKED if intent.incomplete else MessageState.HANDLED
        return inbox.Outcome(
            state=MessageState.HELD if reasons else state,
            rule=reading.rule,
            why="; ".join(dict.fromkeys(reasons)) or reading.why,
            staff_question=reading.question,
            reading=explanation(self.understanding, ""),
            conversation_id=talk.id,
        )

    def _thread(self, talk: ConversationRow) -> answer.Thread:
        return answer.Thread(self.sender.address, talk.token, self.understanding.inbound.subject, self.sender.name)

    def _conversation(self) -> ConversationRow | None:
        inbound = self.understanding.inbound
        return conversations.find(
            self.session,
            answers=(*inbound.in_reply_to, *inbound.references),
            subject=inbound.subject,
            address=self.sender.address,
        )

    def _new_conversation(self, address: str) -> ConversationRow:
        seed = f"{self.row.digest}/{address.lower()}"
        return conversations.start(self.session, seed=seed, address=address, now=self.now)

    def _decide(self, requests: Sequence[Request], own: Sequence[str], authorised: bool) -> Decision:
        """Decides on the part of the register that the requests touch, which nobody else may change meanwhile."""
        programme = self.desk.knowledge.programme
        names = {r.organisation for r in requests if r.organisation} | set(own)
        keys = {self._key(name): self._name(name) for name in names}
        shared = {t for r in requests for t in r.tables if programme.table(t).capacity is not None}
        if requests:
            registrations.lock_tables(self.session, shared)
            registrations.lock_organisations(self.session, keys)
        rows = registrations.of_organisations(self.session, keys) + registrations.of_tables(self.session, shared)
        asker = decision.Asker(self.sender.address, self.sender.name, self.row.id, authorised)
        return decision.decide(requests, Register(rows), programme, asker, self._key)

    def _key(self, organisation: str) -> str:
        return identity(self._name(organisation)) or organisation.casefold()

    def _name(self, organisation: str) -> str:
        known = self._directory.find(organisation)
        return known.name if known is not None else organisation

    @property
    def _directory(self) -> Directory:
        return self.desk.knowledge.directory

    def _may_be_told(self, concern: Concern) -> bool:
        """Mail goes to people who wrote to us themselves, or whose address shares the sender's or the organisation's
        domain: an address that a stranger merely names must not get mail from us."""
        if not outgoing.can_be_addressed(concern.address):
            return False
        domain = concern.address.rpartition("@")[2].lower()
        known = self._directory.of_domain(domain)
        return (
            not concern.own
            or (domain == self.sender.domain and domain not in self._directory.shared_domains)
            or (known is not None and known.name == self._name(concern.row.organisation))
            or inbox.wrote_to_us(self.session, concern.address, before=self.row.id)
        )

    def _owe(self, notice: Notice, talk: ConversationRow, *, reports_change: bool, capped: bool) -> str:
        """The answer belongs to this conversation; a word to somebody else opens one with them."""
        inbound: Inbound | None = self.understanding.inbound
        if notice.kind in {NoticeKind.PROMOTION, NoticeKind.INFORMATION}:
            talk, inbound = self._new_conversation(notice.recipient), None
            notice = replace(notice, token=talk.token)
        return self.desk.stationery.owe(
            self.session,
            notice,
            because_of=self.row,
            talk=talk,
            now=self.now,
            answers=inbound,
            reports_change=reports_change,
            capped=capped,
        )

    def _evidence(self, change: Change) -> dict[str, object]:
        """What the audit trail keeps beside a change: who asked, and the spans that say so."""
        return {
            "asked_by": self.sender.address,
            "spans": [
                {"field": e.field, "value": e.value, "source": e.source.value, "text": e.text}
                for e in self.understanding.reading.evidence
            ],
        }
