"""receive: mailbox to stored raw message.

The octets, their SHA-256 and (mailbox, UIDVALIDITY, UID) are committed before any flag or move: flags and folders are
a courtesy to people, the ledger is the memory. Nothing is parsed here beyond what tells one mail from another, so
there is no mail that cannot be received.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session, sessionmaker

from mailworker import maillog
from mailworker.imap import Fetched, Mailbox
from mailworker.message import identity
from mailworker.store import inbox

_BATCH_OCTETS = 4 * 1024 * 1024
"""A batch ends where its mails grow past this, so that memory does not depend on how many large ones follow."""


@dataclass(frozen=True, slots=True)
class Intake:
    """How the mailbox is read: `limit` is the most octets of one mail that are stored, `batch` the most mails that one
    transaction holds, `move_to` the folder for what is stored ("" leaves it where it is)."""

    name: str
    limit: int
    batch: int = 50
    move_to: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """What one look at the mailbox brought: mails that are new, and deliveries of mails that were here before."""

    new: int = 0
    known: int = 0


def receive(
    mailbox: Mailbox,
    sessions: sessionmaker[Session],
    intake: Intake,
    clock: Callable[[], datetime],
    stopping: Callable[[], bool] = lambda: False,
) -> Received:
    """Stores every message above the watermark, oldest first.

    ServerUnreachable, LoginRefused, MailboxMissing or DatabaseUnreachable when one of them is: what was stored before
    stays stored, the rest is still on the server.
    """
    opened = mailbox.open()
    with sessions.begin() as session:
        box = inbox.mailbox(session, intake.name, opened.uidvalidity)
        watermark, box.polled_at = box.last_uid, clock()
    uids = mailbox.uids_above(watermark)
    new = known = 0
    for batch in _batches(mailbox, uids, intake.batch):
        if stopping():
            break
        fetched = mailbox.fetch_many(batch, intake.limit)
        stored = _store(sessions, intake, opened.uidvalidity, fetched, clock())
        new += sum(stored)
        known += len(stored) - sum(stored)
        _courtesy(mailbox, intake, [one.uid for one in fetched])
    return Received(new, known)


def _batches(mailbox: Mailbox, uids: Sequence[int], most: int) -> list[list[int]]:
    sizes = mailbox.sizes(uids)
    batches: list[list[int]] = []
    octets = 0
    for uid in uids:
        if uid not in sizes:
            continue  # expunged since the search; nothing of it is left to store
        if not batches or len(batches[-1]) >= most or octets >= _BATCH_OCTETS:
            batches.append([])
            octets = 0
        batches[-1].append(uid)
        octets += sizes[uid].octets
    return batches


def _store(
    sessions: sessionmaker[Session], intake: Intake, uidvalidity: int, fetched: Sequence[Fetched], now: datetime
) -> list[bool]:
    with sessions.begin() as session:
        box = inbox.mailbox(session, intake.name, uidvalidity)
        stored = [inbox.store(session, box, _delivery(one, uidvalidity), now) for one in fetched]
    for one, is_new in zip(fetched, stored, strict=True):
        maillog.message_stored(uid=one.uid, octets=one.size, truncated=one.truncated, new=is_new)
    return stored


def _delivery(fetched: Fetched, uidvalidity: int) -> inbox.Delivery:
    """Two mails of which the server gives nothing at all are not one mail: their place tells them apart."""
    place = f"uid-{uidvalidity}-{fetched.uid}@no-content.invalid"
    return inbox.Delivery(
        uid=fetched.uid,
        content=fetched.content,
        size=fetched.size,
        received_at=fetched.received_at,
        message_id=identity.message_id(fetched.content) if fetched.content.strip() else place,
        digest=identity.content_digest(fetched.content),
        sha256=hashlib.sha256(fetched.content).hexdigest(),
    )


def _courtesy(mailbox: Mailbox, intake: Intake, uids: list[int]) -> None:
    """Shows people what we have: after the commit, and never something that we rely on."""
    if not uids:
        return
    mailbox.mark_seen(uids)
    if intake.move_to:
        for uid in uids:
            mailbox.move(uid, intake.move_to)
