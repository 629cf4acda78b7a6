"""One mail from a sender whom we may answer: everything that follows from it, within one transaction.

`handle` owns the transaction and the gates before it. What the mail asks is joined to its conversation, decided on,
written into the register with its audit trail, and what we owe because of it goes into the outbox; or none of it does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy.orm import Session

from mailworker import staff
from mailworker.domain import answer, conversation, decision
from mailworker.domain.account import Concern
from mailworker.domain.conversation import Intent
from mailworker.domain.decision import Decision
from mailworker.domain.deliberation import Asker
from mailworker.domain.instruction import Instruction, Ruling
from mailworker.domain.notice import Notice, NoticeKind, RowStatus
from mailworker.domain.organisation import Directory, identity
from mailworker.domain.putting_right import to_correct
from mailworker.domain.registration import Change, Register, Registration
from mailworker.domain.request import Request
from mailworker.domain.states import MessageState
from mailworker.message import outgoing
from mailworker.message.inbound import Address, Inbound
from mailworker.message.trust import Authentication
from mailworker.reading.gate.ungated import ungated
from mailworker.reading.understand import Knowledge, Understanding, explanation
from mailworker.staff import Staff
from mailworker.stationery import Stationery
from mailworker.store import conversations, inbox, registrations
from mailworker.store.schema import ConversationRow, MessageRow


@dataclass(frozen=True, slots=True)
class Desk:
    """All that handling needs beside the database: what we know, how we write, and who decides by mail."""

    knowledge: Knowledge
    stationery: Stationery
    staff: Staff = field(default_factory=Staff)

    def decided_by_staff(
        self, session: Session, row: MessageRow, understanding: Understanding, now: datetime
    ) -> inbox.Outcome | None:
        """What became of a mail in which staff decide about others; None for any other mail."""
        return staff.decide(
            session,
            row,
            understanding,
            staff=self.staff,
            knowledge=self.knowledge,
            stationery=self.stationery,
            now=now,
        )

    def tell_staff(self, session: Session, row: MessageRow, now: datetime) -> None:
        """Staff hear of a message that is held from now on, if they want to at once."""
        staff.tell(session, row, staff=self.staff, knowledge=self.knowledge, stationery=self.stationery, now=now)


@dataclass(slots=True)
class Case:
    """One mail from a sender whom we may answer, within one transaction."""

    session: Session
    row: MessageRow
    understanding: Understanding
    sender: Address
    desk: Desk
    now: datetime
    untold: dict[str, str] = field(default_factory=dict)
    """Addresses of people concerned who get no mail, and why."""

    def settle(self) -> inbox.Outcome:
        """By what the mail says, in its conversation."""
        talk = self._conversation()
        asked = conversations.pending(talk)
        own = registrations.of_address(self.session, self.sender.address)
        rounds = talk.rounds if talk else 0
        intent = self._from_second_address(own) if talk is None else None
        intent = intent or conversation.settle(self.understanding.reading, asked, rounds, own, self.sender.name)
        talk = talk or self._new_conversation(self.sender.address)
        result, too_many = self._carry_out(intent, talk, own)
        if not intent.held and (asked or intent.incomplete):
            self._leave_open(talk, intent)
        elif intent.open:
            # A mail that a person must look at leaves an earlier question open, less what it answered of it.
            conversations.leave_open(talk, intent.open, self.now, asked=False)
        reasons = [reason for reason in (intent.held, *result.reasons, too_many) if reason]
        if self.row.silent and intent.incomplete and not reasons:
            reasons = ["something is missing, and a silent import asks nobody"]
        return self._outcome(intent, reasons, talk)

    def _from_second_address(self, own: Sequence[Registration]) -> Intent | None:
        """What the mail completes of a question that we asked its sender at another address, which is then closed."""
        inbound = self.understanding.inbound
        other = conversations.find_answered(self.session, (*inbound.in_reply_to, *inbound.references))
        if other is None:
            return None
        asked, reading = conversations.pending(other), self.understanding.reading
        intent = conversation.from_second_address(
            reading, asked, other.rounds, own, sender_name=self.sender.name, asked_at=other.address
        )
        if intent is not None:
            conversations.leave_open(other, (), self.now)
            inbox.answered(self.session, other.id, f"{intent.closed} (message {self.row.id})")
        return intent

    def by_instruction(self, ruling: Instruction) -> inbox.Outcome:
        """By what staff decided; it is not held again, whatever it finds."""
        own = registrations.of_address(self.session, self.sender.address)
        if ruling.ruling is Ruling.ACCEPT and ruling.organisation and not ruling.requests:
            read = self.understanding.reading.requests
            corrections = to_correct(read, own, self._name(ruling.organisation))
            ruling = replace(ruling, requests=corrections)
        self.understanding = replace(self.understanding, reading=ruling.applied(self.understanding.reading))
        reading = self.understanding.reading
        talk = self._conversation() or self._new_conversation(self.sender.address)
        intent = Intent()
        if ruling.ruling is Ruling.DECLINE:
            if self.understanding.authentication is not Authentication.FAILED:
                declined = answer.declined(reading, self._thread(talk), ruling.reason)
                self._owe(declined, talk, reports_change=True, capped=False)
        elif not reading.requests:
            # "ok" to a mail that asks for nothing we know of: it stays with staff, who can say what is meant.
            return self._outcome(intent, ["nothing in it can be carried out: fill in the form, or put it aside"], talk)
        else:
            intent = conversation.settle(reading, (), 0, own, self.sender.name, decided=True)
            self._carry_out(intent, talk, own, authorised=True)
            asked = conversations.pending(talk)
            rest = conversation.still_open(asked, intent.complete)
            closed = "" if rest else "staff settled it"
            if asked or intent.incomplete:
                self._leave_open(talk, replace(intent, open=rest, closed=closed))
        return self._outcome(intent, [], talk)

    def _leave_open(self, talk: ConversationRow, intent: Intent) -> None:
        """Notes what is open in the conversation from now on, and why what was open no longer is."""
        conversations.leave_open(talk, (*intent.open, *intent.incomplete), self.now, asked=bool(intent.incomplete))
        if intent.incomplete or not intent.open:
            why = "asked again" if intent.incomplete else intent.closed
            inbox.answered(self.session, talk.id, f"{why} (message {self.row.id})")

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
        refused = [row for row in result.rows if row.status is RowStatus.REFUSED]
        registrations.refuse(self.session, refused, message_row=self.row.id, now=self.now, evidence=self._asked())
        return result, too_many

    def _outcome(self, intent: Intent, reasons: Sequence[str], talk: ConversationRow) -> inbox.Outcome:
        reading = self.understanding.reading
        # Staff see what a held mail asks, also where it was not to be acted upon.
        seen = ungated(self.understanding, self.desk.knowledge) if reasons else self.understanding
        state = MessageState.ASKED if intent.incomplete else MessageState.HANDLED
        return inbox.Outcome(
            state=MessageState.HELD if reasons else state,
            rule=reading.rule,
            why="; ".join(dict.fromkeys(reasons)) or reading.why,
            staff_question=reading.question,
            reading=explanation(seen, ""),
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
        # A correction without tables is about all of them.
        tables = {t for r in requests for t in r.tables or programme.table_ids}
        shared = {t for t in tables if programme.table(t).capacity is not None}
        if requests:
            registrations.lock_tables(self.session, shared)
            registrations.lock_organisations(self.session, keys)
        rows = registrations.of_organisations(self.session, keys) + registrations.of_tables(self.session, shared)
        asker = Asker(self.sender.address, self.sender.name, self.row.id, authorised)
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
        reason = self._why_not_told(concern)
        if reason:
            self.untold[concern.address.lower()] = reason
        return not reason

    def _why_not_told(self, concern: Concern) -> str:
        """Why a person whom the mail concerns gets no mail because of it; "" when they do.

        Mail goes to people who wrote to us themselves, or whose address shares the sender's or the organisation's
        domain: an address that a stranger merely names must not get mail from us.
        """
        if not outgoing.can_be_addressed(concern.address):
            return "the address cannot be written to"
        domain = concern.address.rpartition("@")[2].lower()
        known = self._directory.of_domain(domain)
        related = (
            not concern.own
            or (domain == self.sender.domain and domain not in self._directory.shared_domains)
            or (known is not None and known.name == self._name(concern.row.organisation))
            or inbox.wrote_to_us(self.session, concern.address, before=self.row.id)
        )
        return "" if related else "nobody of that address ever wrote to us"

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
        """What the audit trail keeps beside a change: who asked, the spans that say so, why somebody is not told."""
        concerned = (change.after.participant_address or change.after.address).lower()
        return {"not_told": self.untold.get(concerned, ""), **self._asked()}

    def _asked(self) -> dict[str, object]:
        return {
            "asked_by": self.sender.address,
            "spans": [
                {"field": e.field, "value": e.value, "source": e.source.value, "text": e.text}
                for e in self.understanding.reading.evidence
            ],
        }
