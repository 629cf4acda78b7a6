"""ordering: what staff order by mail, carried out in the transaction of their mail.

A held message gets an instruction, the same as on the command line, with the requests that staff saw or filled in; it
is handled by that in the same round. Nothing is guessed: what could be meant in two ways is left and told.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from mailworker import merging
from mailworker.domain import conversation
from mailworker.domain.instruction import Instruction, Ruling, from_values
from mailworker.domain.orders import UNFILLED, Carried, Filled, Order, Orders, Result, Verb, contradicted
from mailworker.domain.organisation import Directory, identity, without_legal_form
from mailworker.domain.putting_right import to_correct
from mailworker.domain.request import Action, Request
from mailworker.domain.states import MessageState
from mailworker.message import outgoing
from mailworker.message.trust import Authentication
from mailworker.reading.gate.ungated import ungated
from mailworker.reading.staff_orders.orders import tables_of
from mailworker.reading.understand import Knowledge, Understanding, understand
from mailworker.stationery import Stationery
from mailworker.store import held, inbox, mergers, organisations, outbox, registrations
from mailworker.store.held import Instructed
from mailworker.store.organisations import Added, Addition
from mailworker.store.schema import MessageRow

_NOT_DONE = {Instructed.UNKNOWN: Result.UNKNOWN, Instructed.NOT_HELD: Result.NOT_HELD}
_SEVERAL = (",", ";", " en ", " & ", " and ")


def understood(session: Session, number: int, knowledge: Knowledge) -> Understanding:
    """What a stored message says, whatever gate held it."""

    def sent_to(address: str) -> list[str]:
        return [outgoing.text_of(content) for content in outbox.contents_to(session, address)]

    return ungated(understand(inbox.raw(session, number), knowledge, sent_to), knowledge)


def hindrance(session: Session, number: int, knowledge: Knowledge, organisation: str = "") -> Result | None:
    """Why a held message cannot be carried out as it was understood; None when it can, or does not wait.

    With an organisation it may be one that puts right for which the sender's people are registered.
    """
    row = inbox.find(session, number)
    if row is None or row.state != MessageState.HELD:
        return None
    read = understood(session, number, knowledge)
    sender = read.inbound.sender
    if sender is None or not outgoing.can_be_addressed(sender.address):
        return Result.NO_SENDER
    own = registrations.of_address(session, sender.address) if organisation else []
    corrects = to_correct(read.reading.requests, own, organisation)
    return None if read.reading.requests or corrects else Result.NOTHING_READ


@dataclass(frozen=True, slots=True)
class Ordering:
    """Who orders, in which mail, and all that carrying it out needs.

    `configured` are the organisations of the configuration alone; `knowledge` also knows what staff gave them.
    """

    session: Session
    knowledge: Knowledge
    configured: Directory
    stationery: Stationery
    by: str
    message: int
    now: datetime

    def carry_out(self, orders: Orders) -> tuple[Carried, ...]:
        """Carries out what can be, and tells of each order and number what became of it."""
        pairs = orders.single()
        against = contradicted(pairs)
        by_number: dict[int, list[Order]] = {}
        for order, number in pairs:
            by_number.setdefault(number, []).append(order)
        held.lock(self.session, list(by_number))
        carried = [self._decide(number, given, number in against) for number, given in by_number.items()]
        for order in orders.given:
            if order.verb is Verb.SEND:
                carried += self._let_go(order)
        return tuple(one for one in carried if one is not None)

    def _let_go(self, order: Order) -> list[Carried]:
        numbers = outbox.let_go(self.session, order.spans or None, by=self.by, now=self.now, message=self.message)
        told = [Carried(Verb.SEND, Result.DONE, said=order.said, numbers=tuple(numbers))] if numbers else []
        missed = [first for first, last in order.spans if first == last and first not in numbers]
        if not numbers or missed:
            said = order.said if not numbers else ", ".join(str(number) for number in missed)
            told.append(Carried(Verb.SEND, Result.NONE_WITHHELD, said=said))
        return told

    def _decide(self, number: int, orders: Sequence[Order], contradicts: bool) -> Carried | None:
        order = orders[0]
        row = inbox.find(self.session, number)
        question = row is not None and order.verb is Verb.DISMISS and held.has_open_question(row)
        if row is None or (row.state != MessageState.HELD and not question):
            # What stands within a quoted mail may have been ordered there long ago.
            beside = all(one.beside for one in orders)
            return None if beside else self._not_held(order, number, row)
        plain = Carried(order.verb, Result.DONE, number, order.said, row.sender, question=question)
        if contradicts:
            return replace(plain, result=Result.CONTRADICTED)
        if order.verb is Verb.DISMISS:
            return self._instruct(plain, Instruction(Ruling.DISMISS, self.by))
        read = understood(self.session, number, self.knowledge)
        sender = read.inbound.sender
        if sender is None or not outgoing.can_be_addressed(sender.address):
            return replace(plain, result=Result.NO_SENDER)
        if order.verb is Verb.DECLINE:
            return self._decline(plain, order, read)
        if order.verb is Verb.NAME:
            return self._name(plain, order, read)
        if order.verb is Verb.FILL_IN:
            return self._fill_in(plain, orders, read)
        return self._accept(plain, read, read.reading.requests)

    def _not_held(self, order: Order, number: int, row: MessageRow | None) -> Carried:
        if row is None:
            return Carried(order.verb, Result.UNKNOWN, number, order.said)
        decided = from_values(row.instruction).by if row.instruction else ""
        return Carried(order.verb, Result.NOT_HELD, number, order.said, row.sender, decided)

    def _instruct(self, told: Carried, instruction: Instruction) -> Carried:
        assert told.number is not None
        became = held.instruct(self.session, told.number, instruction, self.now)
        return replace(told, result=_NOT_DONE.get(became, Result.DONE))

    def _decline(self, told: Carried, order: Order, read: Understanding) -> Carried:
        if order.reason == UNFILLED:
            return replace(told, result=Result.NO_REASON)
        silent = read.authentication is Authentication.FAILED
        told = replace(told, reason=order.reason, silent=silent)
        return self._instruct(told, Instruction(Ruling.DECLINE, self.by, reason=order.reason))

    def _accept(self, told: Carried, read: Understanding, requests: tuple[Request, ...]) -> Carried:
        """Lets these requests be carried out; says whether the sender will be asked for something first."""
        if not requests:
            return replace(told, result=Result.NOTHING_READ)
        instruction = Instruction(Ruling.ACCEPT, self.by, requests=requests)
        sender = read.inbound.sender
        assert sender is not None
        own = registrations.of_address(self.session, sender.address)
        intent = conversation.settle(instruction.applied(read.reading), (), 0, own, sender.name, decided=True)
        return self._instruct(replace(told, asks=bool(intent.incomplete)), instruction)

    def _name(self, told: Carried, order: Order, read: Understanding) -> Carried:
        """The requests for that organisation: those that name none, or the one that nobody knows."""
        directory, requests = self.knowledge.directory, read.reading.requests
        name = organisations.known_as(self.session, directory, order.organisation)
        if name is None:
            near = directory.nearest(order.organisation)
            return replace(told, result=Result.UNKNOWN_ORGANISATION, organisation=order.organisation, candidates=near)
        own = registrations.of_address(self.session, read.inbound.sender.address if read.inbound.sender else "")
        if corrections := to_correct(requests, own, name):
            return self._accept(replace(told, organisation=name), read, corrections)
        if not requests:
            return replace(told, result=Result.NOTHING_READ)
        named = {identity(r.organisation): r.organisation for r in requests if r.organisation}
        strange = {key: written for key, written in named.items() if directory.find(written) is None}
        meant = strange or ({} if any(r.organisation is None for r in requests) else named)
        if len(meant) > 1:
            return replace(told, result=Result.SEVERAL_ORGANISATIONS)
        settled = tuple(
            replace(r, organisation=name) if r.organisation is None or identity(r.organisation) in meant else r
            for r in requests
        )
        told = self._accept(replace(told, organisation=name), read, settled)
        other = next((written for written in meant.values() if identity(written) != identity(name)), "")
        return self._remember(told, name, other) if other and told.done else told

    def _remember(self, told: Carried, organisation: str, other: str) -> Carried:
        """Remembers the name that the mail has; one that people are registered under, where nobody loses by it."""
        addition = organisations.add_alias(
            self.session,
            self.knowledge.directory,
            organisation,
            other,
            by=self.by,
            now=self.now,
            message=self.message,
        )
        if addition.registered and self._united(addition, organisation):
            return replace(told, alias=other)
        if addition.added is Added.DONE:
            return replace(told, alias=other)
        if addition.added is Added.TAKEN:
            return replace(told, alias=other, owner=addition.owner, registered=addition.registered)
        return told

    def _united(self, addition: Addition, organisation: str) -> bool:
        pair = merging.pair_of(self.session, self.configured, self.knowledge.directory, addition.owner, organisation)
        if isinstance(pair, merging.Refused):
            return False
        merger = mergers.propose(self.session, pair, self.knowledge.programme)
        if merger.lose:
            return False
        merging.unite(
            self.session,
            pair,
            merger,
            directory=self.knowledge.directory,
            stationery=self.stationery,
            by=self.by,
            now=self.now,
            message=self.message,
        )
        return True

    def _fill_in(self, told: Carried, orders: Sequence[Order], read: Understanding) -> Carried:
        """What the forms say, each for one participant, with what was understood where they say nothing."""
        requests: list[Request] = []
        for order in orders:
            assert order.filled is not None
            request = self._filled(told, order.filled, read.reading.requests)
            if isinstance(request, Carried):
                return request
            requests.append(request)
        return self._accept(told, read, tuple(requests))

    def _filled(self, told: Carried, filled: Filled, wishes: tuple[Request, ...]) -> Request | Carried:
        action = filled.action or (Action.REPLACE if filled.replacement else None)
        if action is None:
            if any(request.action is not Action.REGISTER for request in wishes):
                return replace(told, result=Result.NO_ACTION)
            action = Action.REGISTER
        if any(mark in name for name in (filled.participant, filled.replacement) for mark in _SEVERAL):
            return replace(told, result=Result.SEVERAL_PEOPLE)
        same = [request for request in wishes if request.action is action]
        base = same[0] if len(same) == 1 else Request(action)
        tables, strange = tables_of(filled.tables, self.knowledge.programme)
        if strange:
            return replace(told, result=Result.UNKNOWN_TABLES, said=", ".join(strange))
        request = replace(
            base,
            participant=filled.participant or base.participant,
            replacement=(filled.replacement or base.replacement) if action is Action.REPLACE else None,
            organisation=self._organisation(filled.organisation) or base.organisation,
            tables=tables or base.tables,
        )
        comes = filled.replacement or filled.participant
        if comes and comes not in {base.replacement, base.participant}:
            request = replace(request, participant_address=None)
        return replace(told, result=Result.INCOMPLETE, missing=request.missing) if request.missing else request

    def _organisation(self, written: str) -> str:
        """The organisation of a form as we write it; one that nobody knows as staff write it."""
        if not written:
            return ""
        known = organisations.known_as(self.session, self.knowledge.directory, written)
        return known or without_legal_form(written)
