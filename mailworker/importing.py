"""importing: mails that people kept in files to stored raw messages, as `receive` does with those on a server.

A mail that is stored already, from the mailbox or from an earlier import, is known again and changes nothing. They are
handled by the next round, the oldest first.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session, sessionmaker

from mailworker import archives
from mailworker.archives import Contents, Entry
from mailworker.message import identity
from mailworker.store import inbox

_BATCH = 50
_BATCH_OCTETS = 4 * 1024 * 1024
"""A transaction ends where its mails grow past this, so that memory does not depend on how many large ones follow."""
_UIDVALIDITY = 1
"""An archive's numbers hold for good."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an archive brought: mails that are new, those that were here before, and the names of what is no mail."""

    new: int
    known: int
    unreadable: tuple[str, ...]


def store(
    sessions: sessionmaker[Session],
    contents: Contents,
    *,
    limit: int,
    silent: bool,
    now: datetime,
    seen: Callable[[int], None] = lambda done: None,
) -> Imported:
    """Stores all mails of an archive, in the order of their dates; of each at most `limit` octets.

    Because of those that are new and `silent` nobody gets mail. `seen` is told how many are done. What was stored
    before it is broken off stays stored, and the next import goes on from there.
    """
    new = known = 0
    unreadable = list(contents.unreadable)
    done = 0
    for batch in _batches(contents.entries):
        stored, gone = _store(sessions, contents, batch, limit=limit, silent=silent, now=now)
        new += sum(stored)
        known += len(stored) - sum(stored)
        unreadable += gone
        done += len(batch)
        seen(done)
    return Imported(new, known, tuple(unreadable))


def _batches(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    batch: list[Entry] = []
    for entry in entries:
        batch.append(entry)
        if len(batch) == _BATCH or sum(one.length for one in batch) > _BATCH_OCTETS:
            yield batch
            batch = []
    if batch:
        yield batch


def _store(
    sessions: sessionmaker[Session],
    contents: Contents,
    batch: Sequence[Entry],
    *,
    limit: int,
    silent: bool,
    now: datetime,
) -> tuple[list[bool], list[str]]:
    """For each mail that could be read whether it is new, and the names of the others."""
    stored, gone = [], []
    with sessions.begin() as session:
        box = inbox.mailbox(session, f"import:{contents.path}"[:400], _UIDVALIDITY)
        for entry in batch:
            try:
                delivery = _delivery(contents, entry, limit)
            except OSError:
                gone.append(entry.name)
            else:
                stored.append(inbox.store(session, box, delivery, now, silent=silent))
    return stored, gone


def _delivery(contents: Contents, entry: Entry, limit: int) -> inbox.Delivery:
    content, size = archives.content(contents, entry, limit)
    return inbox.Delivery(
        uid=entry.number,
        content=content,
        size=size,
        received_at=entry.at,
        message_id=identity.message_id(content),
        digest=identity.content_digest(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )
