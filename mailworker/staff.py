"""staff: who decides by mail, and what they are told.

A mail is a decision of staff when its From is on the list, our own server vouches for it, and it answers a mail of ours
to that very person, by its thread or by the token in its subject. All three: an address can be written by anybody, a
forwarded digest holds the token, and a domain's word is good for all its people.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from mailworker.domain.digest import Held, with_nearest
from mailworker.domain.orders import HELD, TRANSCRIPT, HeldMail, Order, Orders, Transcript, Verb
from mailworker.domain.organisation import Directory
from mailworker.domain.states import MessageState
from mailworker.message.automatic import Kind
from mailworker.message.enclosing import LARGEST, enclosed, name_of
from mailworker.message.trust import Authentication
from mailworker.ordering import Ordering, understood
from mailworker.reading.layout.written import texts_of
from mailworker.reading.staff_orders.orders import read_orders
from mailworker.reading.understand import Knowledge, Understanding
from mailworker.stationery import Stationery
from mailworker.store import conversations, inbox, outbox
from mailworker.store.schema import ConversationRow, MessageRow

_DECIDES = frozenset((Verb.ACCEPT, Verb.DECLINE, Verb.DISMISS, Verb.SEND))
"""The orders that nobody writes by chance, as "1 is Aquafin" may answer a question of ours."""
_NO_PERSON = frozenset((Kind.BOUNCE, Kind.AUTOMATIC, Kind.LIST, Kind.OWN))
_MOST_TRANSCRIPTS = 20
"""Transcripts to one address within an hour: more than that is a machine answering a machine."""
_MOST_HELD = 40
"""Mails to one address within a day that each tell of one held mail; the digest tells of all the others as well."""


@dataclass(frozen=True, slots=True)
class Staff:
    """`addresses` may decide by mail; with `at_once` they are told of a mail as soon as it waits for them.

    `configured` are the organisations of the configuration, without what staff gave them.
    """

    addresses: tuple[str, ...] = ()
    at_once: bool = False
    configured: Directory = field(default_factory=lambda: Directory(()))

    def has(self, address: str) -> bool:
        """Whether that address is one of staff's."""
        return address.lower() in {one.lower() for one in self.addresses}


def decide(
    session: Session,
    row: MessageRow,
    understanding: Understanding,
    *,
    staff: Staff,
    knowledge: Knowledge,
    stationery: Stationery,
    now: datetime,
) -> inbox.Outcome | None:
    """Carries out what a member of staff orders in answer to a mail of ours, and owes the transcript.

    None for every other mail: it takes the ordinary path. What anybody else answers to a mail to staff is held and
    changes nothing, and so is what a colleague answers to somebody else's mail, to none, or without our server's word.
    """
    sender = understanding.inbound.sender
    if sender is None or understanding.verdict.kind in _NO_PERSON:
        return None
    talk = _talk_of(session, understanding, sender.address, staff)
    if not isinstance(talk, ConversationRow):
        return talk
    if outbox.number_owed(session, TRANSCRIPT, sender.address, now - timedelta(hours=1)) >= _MOST_TRANSCRIPTS:
        why = f"{_MOST_TRANSCRIPTS} transcripts went to this address within an hour: it may be a machine"
        return inbox.Outcome(MessageState.HELD, "too many orders", why)
    ours = [text for content in outbox.contents_of(session, talk.id) for text in texts_of(content)]
    orders, later = _within_what_they_saw(session, read_orders(understanding.body, sender, ours), sender.address)
    ordering = Ordering(session, knowledge, staff.configured, stationery, sender.address, row.id, now)
    carried = ordering.carry_out(orders)
    transcript = Transcript(understanding.inbound.subject, carried, orders.unclear, stationery.withheld, later)
    stationery.owe_to_staff(
        session,
        stationery.templates.render_transcript(transcript),
        talk,
        recipient=sender.address,
        kind=TRANSCRIPT,
        now=now,
        message=row,
        answers=understanding.inbound,
    )
    done = sum(one.done for one in carried)
    why = f"{done} of {len(carried) + len(orders.unclear)} orders of staff carried out"
    return inbox.Outcome(MessageState.HANDLED, "staff", why, conversation_id=talk.id)


def _talk_of(
    session: Session, understanding: Understanding, address: str, staff: Staff
) -> ConversationRow | inbox.Outcome | None:
    """The conversation with that member of staff which the mail goes on with; else how it is held, or None."""
    inbound = understanding.inbound
    answers = (*inbound.in_reply_to, *inbound.references)
    if not staff.has(address):
        if not conversations.names_staff(session, answers=answers, subject=inbound.subject):
            return None
        why = "it answers a mail to staff, and its sender is none of them"
        return inbox.Outcome(MessageState.HELD, "not of staff", why)
    talk = conversations.find_with_staff(session, answers=answers, subject=inbound.subject, address=address)
    if talk is None:
        if conversations.names_staff(session, answers=answers, subject=inbound.subject):
            why = "it answers a mail that was sent to another member of staff"
        elif _orders_out_of_thread(session, understanding):
            why = "it decides like staff, but answers no mail of ours"
        else:
            return None
    elif understanding.authentication is not Authentication.PASSED:
        why = "it answers a mail to staff, but nothing vouches for its sender"
    else:
        return talk
    return inbox.Outcome(MessageState.HELD, "staff not authenticated", why)


def _within_what_they_saw(session: Session, orders: Orders, address: str) -> tuple[Orders, int]:
    """With "verstuur alles" as all that they saw or decided, and how many answers came later and stay withheld.

    What came after their last digest they do not know yet.
    """
    shown = outbox.shown_to(session, address)
    if shown is None or not any(_lets_all_go(order) for order in orders.given):
        return orders, 0
    decided, later = outbox.withheld_after(session, shown)
    spans = ((0, shown), *((number, number) for number in decided))
    given = tuple(replace(order, spans=spans) if _lets_all_go(order) else order for order in orders.given)
    return replace(orders, given=given), later


def _lets_all_go(order: Order) -> bool:
    return order.verb is Verb.SEND and not order.spans


def _orders_out_of_thread(session: Session, understanding: Understanding) -> bool:
    """Whether a member of staff writes orders that answer no mail of ours: the ordinary path
    would take them for a wish of their own."""
    inbound, sender = understanding.inbound, understanding.inbound.sender
    assert sender is not None
    given = read_orders(understanding.body, sender).given
    if not any(order.verb in _DECIDES and not order.beside for order in given):
        return False
    answers = (*inbound.in_reply_to, *inbound.references)
    talk = conversations.find(session, answers=answers, subject=inbound.subject, address=sender.address)
    return talk is None


def tell(
    session: Session, row: MessageRow, *, staff: Staff, knowledge: Knowledge, stationery: Stationery, now: datetime
) -> None:
    """Owes staff a mail about a message that is held from now on, if they want one at once; once for each message.

    Never about what comes from staff themselves: that would be told to who wrote it.
    """
    if not staff.at_once or staff.has(row.sender):
        return
    day = now - timedelta(days=1)
    recipients = [
        address
        for address in staff.addresses
        if not outbox.is_owed(session, row.id, HELD, address)
        and outbox.number_owed(session, HELD, address, day) < _MOST_HELD
    ]
    if not recipients:
        return
    raw = inbox.raw(session, row.id)
    original = (enclosed(raw, name_of(row.id)),) if len(raw) <= LARGEST else ()
    mail = HeldMail(
        _facts(row, understood(session, row.id, knowledge), knowledge.directory), original[0].name if original else ""
    )
    rendered = stationery.templates.render_held(mail, now)
    for address in recipients:
        talk = conversations.start_with_staff(session, address=address, now=now)
        stationery.owe_to_staff(
            session, rendered, talk, recipient=address, kind=HELD, now=now, message=row, attachments=original
        )


def _facts(row: MessageRow, understanding: Understanding, directory: Directory) -> Held:
    held = Held(
        number=row.id,
        sender=row.sender,
        subject=row.subject,
        received_at=row.received_at,
        rule=row.rule,
        why=row.why,
        question=row.staff_question,
        requests=understanding.reading.requests,
    )
    return with_nearest(held, directory)
