"""Conversations: which mails belong together, and what is still open between us and a person."""

import hashlib
import re
import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from mailworker.domain.instruction import request_from_values, request_to_values
from mailworker.domain.request import Request
from mailworker.store.schema import ConversationRow, NoticeRow
from mailworker.store.uniqueness import insert_if_new

_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without 0, 1, I and O: the token is read aloud on the telephone."""
_STAFF_TOKEN = 12
"""Letters of a token that is a secret: 60 bits."""
TOKEN = re.compile(r"\[WT-([2-9A-HJ-NP-Z]{4,12})\]")


def find(session: Session, *, answers: Iterable[str], subject: str, address: str) -> ConversationRow | None:
    """The conversation that a mail belongs to: by the messages it answers, the token in its subject, or the one open
    question to its sender.

    A thread or a token counts only for the address that the conversation is with: both can be forwarded, and neither
    is a secret.
    """
    mine = _with(address, staff=False)
    found = _named(session, mine, answers, subject)
    if found is not None:
        return found
    open_ones = [row for row in session.scalars(mine) if row.pending]
    return open_ones[0] if len(open_ones) == 1 else None


def find_answered(session: Session, answers: Iterable[str]) -> ConversationRow | None:
    """The conversation with an open question that a mail answers by its thread, whoever sent it; no token will do."""
    anybody = select(ConversationRow).where(ConversationRow.staff.is_(False)).with_for_update(of=ConversationRow)
    found = _named(session, anybody, answers, "")
    return found if found is not None and found.pending else None


def find_with_staff(session: Session, *, answers: Iterable[str], subject: str, address: str) -> ConversationRow | None:
    """The conversation with that member of staff that a mail belongs to: it answers a mail of ours, or has its token.

    The token is a secret between them and us, and so is the Message-ID, which holds it.
    """
    return _named(session, _with(address, staff=True), answers, subject)


def names_staff(session: Session, *, answers: Iterable[str], subject: str) -> bool:
    """Whether a mail answers a mail of ours to some member of staff, whoever sent it."""
    return _named(session, select(ConversationRow).where(ConversationRow.staff), answers, subject) is not None


def _with(address: str, *, staff: bool) -> Select[ConversationRow]:
    mine = select(ConversationRow).where(ConversationRow.address == address.lower(), ConversationRow.staff.is_(staff))
    return mine.with_for_update(of=ConversationRow)


def _named(
    session: Session, mine: Select[ConversationRow], answers: Iterable[str], subject: str
) -> ConversationRow | None:
    """The one of these conversations that the thread or the subject of a mail names."""
    thread = [answer for answer in answers if answer]
    if thread:
        joined = mine.join(NoticeRow, NoticeRow.conversation_id == ConversationRow.id)
        # The latest of our mails that it names: References lists the whole thread.
        found = session.scalars(
            joined.where(NoticeRow.message_id.in_(thread)).order_by(NoticeRow.id.desc()).limit(1)
        ).first()
        if found is not None:
            return found
    tokens = TOKEN.findall(subject)
    return session.scalars(mine.where(ConversationRow.token == tokens[-1])).first() if tokens else None


def start_with_staff(session: Session, *, address: str, now: datetime) -> ConversationRow:
    """A new conversation with a member of staff, with a long token that nobody can guess."""
    token = "".join(secrets.choice(_ALPHABET) for _ in range(_STAFF_TOKEN))
    row = ConversationRow(token=token, address=address.lower(), opened_at=now, pending=[], rounds=0, staff=True)
    session.add(row)
    session.flush()
    return row


def start(session: Session, *, seed: str, address: str, now: datetime) -> ConversationRow:
    """A new conversation with a token of its own; the same seed gives the same token, while that is free."""
    for attempt in range(100):
        size = 4 + attempt // 8
        digest = hashlib.sha256(f"{seed}/{attempt}".encode()).digest()
        token = "".join(_ALPHABET[octet % len(_ALPHABET)] for octet in digest[:size])
        values = {
            "token": token,
            "address": address.lower(),
            "opened_at": now,
            "pending": [],
            "rounds": 0,
            "staff": False,
        }
        new_id = insert_if_new(session, ConversationRow, values)
        if new_id is not None:
            return session.get_one(ConversationRow, new_id)
    raise AssertionError("a hundred tokens of growing length cannot all be taken")


def pending(row: ConversationRow | None) -> tuple[Request, ...]:
    """The incomplete requests that we asked about."""
    return tuple(request_from_values(item) for item in row.pending) if row is not None else ()


def leave_open(row: ConversationRow, requests: Sequence[Request], now: datetime, *, asked: bool = True) -> None:
    """Notes what is open between us, asked for now or (not `asked`) before; nothing closes the question."""
    row.pending = [request_to_values(request) for request in requests]
    if not requests:
        row.rounds = 0
    elif asked:
        row.rounds += 1
        row.asked_at, row.reminded_at = now, None
