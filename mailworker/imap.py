"""The mailbox: a folder of an IMAP account (RFC 3501; UIDPLUS, RFC 4315; MOVE, RFC 6851).

Reads with BODY.PEEK, so that looking changes nothing, and names mails by UID only. Never asks for ENVELOPE or
BODYSTRUCTURE: one strange mail makes their parser fail for a whole batch. Remembers nothing about mails; what was
stored is the ledger's matter, under (mailbox, UIDVALIDITY, UID).

One connection is kept from round to round. When it breaks it is thrown away, the call says ServerUnreachable, and
the next `open` connects again. For one thread at a time.
"""

import imaplib
import io
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self

from mailworker.connection import Server
from mailworker.errors import MailboxMissing, ServerUnreachable
from mailworker.imap_session import Declined, connect, declinable, failing_as, hang_up

_MOST_IDS = 500
"""Ids in one command: Dovecot refuses an argument that is too long."""
_MOST_FOUND = 80_000
"""UIDs in one answer to a search: imaplib gives up on a line of a million octets, and a UID takes up to eleven."""
_IN_CHUNKS_ABOVE = 1_000_000
_CHUNK = 256 * 1024
"""A literal is in memory three times while it arrives; a large mail comes in pieces of this size."""
_TOGETHER = 4 * 1024 * 1024
"""Octets of small mails in one command."""
_LEAVE_WITHIN = 5.0
"""Seconds for taking leave: a worker that stops does not wait for a server that hangs."""
_PATIENCE = 10
"""So many timeouts may the transfer of one large mail last."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The folder as it was when it was selected; `uidnext` is 0 where the server does not tell it."""

    uidvalidity: int
    uidnext: int


@dataclass(frozen=True, slots=True)
class Size:
    """What the server says of a mail without handing it over; `internaldate` is in UTC."""

    octets: int
    internaldate: datetime


@dataclass(frozen=True, slots=True)
class Fetched:
    """A mail. When `truncated`, `content` is what we took or could get of it; `size` is what stands on the server."""

    uid: int
    content: bytes
    size: int
    received_at: datetime
    truncated: bool = False


class Mailbox:
    """One folder of one account. Every method but `close` raises ServerUnreachable when the connection breaks."""

    def __init__(self, server: Server, folder: str = "INBOX") -> None:
        self.server = server
        self.folder = folder
        self._client: Any = None
        self._opened: Opened | None = None
        self._read_only = False
        self._exists = 0
        self._sizes: dict[int, Size] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_failure: object) -> None:
        self.close()

    def open(self) -> Opened:
        """The folder, selected and up to date; LoginRefused or MailboxMissing when it cannot be.

        A connection that is still there is used again, for which one short command suffices.
        """
        self._sizes.clear()
        if self._opened is not None:
            with suppress(ServerUnreachable):
                self.noop()
                return self._opened
        self.close()
        self._client = connect(self.server)
        self._opened = self._select()
        return self._opened

    def noop(self) -> None:
        """Hears what is new, and keeps the server from closing the connection."""
        with self._talking("waiting for news") as client:
            for response in client.noop()[1]:
                if len(response) == 2 and response[1] == b"EXISTS":
                    self._exists = int(response[0])

    def uids_above(self, uid: int) -> list[int]:
        """The UIDs above this one, ascending."""
        found: set[int] = set()
        start = uid + 1
        with self._talking("searching") as client:
            # Only a folder that holds very many mails can answer with very many.
            while self._exists > _MOST_FOUND and self._opened and start + _MOST_FOUND <= self._opened.uidnext:
                found.update(client.search(["UID", f"{start}:{start + _MOST_FOUND - 1}"]))
                start += _MOST_FOUND
            found.update(client.search(["UID", f"{start}:*"]))
        # "n:*" always has the last mail in it, also when that is below n (RFC 3501 6.4.8).
        return sorted(one for one in found if one > uid)

    def sizes(self, uids: Iterable[int]) -> dict[int, Size]:
        """Size and time of receipt; a UID that is no longer there is left out."""
        found: dict[int, Size] = {}
        for some in _slices(list(uids)):
            with self._talking("asking for sizes") as client:
                for uid, told in client.fetch(some, ["RFC822.SIZE", "INTERNALDATE"]).items():
                    octets, when = told.get(b"RFC822.SIZE"), told.get(b"INTERNALDATE")
                    if isinstance(octets, int):
                        found[uid] = Size(octets, (when or datetime.now(UTC)).astimezone(UTC))
        self._sizes.update(found)
        return found

    def fetch(self, uid: int, limit: int) -> Fetched | None:
        """The mail, cut at so many octets; None when it is no longer there."""
        return next(iter(self.fetch_many([uid], limit)), None)

    def fetch_many(self, uids: Sequence[int], limit: int) -> list[Fetched]:
        """The mails in this order, each cut at so many octets; one that is no longer there is left out.

        A mail that the server cannot hand over as a whole comes with what it can, as truncated: it must not keep
        those behind it waiting.
        """
        self.sizes(uid for uid in uids if uid not in self._sizes)
        known = {uid: size for uid in uids if (size := self._sizes.pop(uid, None)) is not None}
        small = {uid: size for uid, size in known.items() if size.octets <= min(limit, _IN_CHUNKS_ABOVE)}
        fetched: dict[int, Fetched | None] = {}
        for some in _by_octets(small):
            fetched.update(self._together(some, small, limit))
        for uid, size in known.items():
            if uid not in small:
                fetched[uid] = self._in_chunks(uid, size, limit)
        return [one for uid in uids if (one := fetched.get(uid)) is not None]

    def mark_seen(self, uids: Sequence[int]) -> None:
        """Shows people what was taken in; where the server does not let us, nothing happens."""
        for some in () if self._read_only else _slices(list(uids)):
            with self._talking("marking as read") as client, suppress(Declined):
                declinable(client.add_flags, some, [rb"\Seen"], silent=True)

    def move(self, uid: int, folder: str) -> bool:
        """Moves the mail there; False when it is no longer here, or the server has no safe way to move one mail.

        MailboxMissing when there is no such folder: none is created.
        """
        if self._read_only:
            return False
        with self._talking("moving") as client:
            try:
                return _move(client, uid, folder)
            except Declined as declined:
                if declined.code == "TRYCREATE":
                    raise self._missing(folder, "MOVE_TO") from declined
                return False

    def require(self, folder: str) -> None:
        """MailboxMissing when mail cannot be moved to that folder: there is none of the name, or it holds no mail."""
        try:
            with self._talking("looking for a folder") as client:
                declinable(client.folder_status, folder, ["UIDVALIDITY"])
        except Declined as declined:
            raise self._missing(folder, "MOVE_TO") from declined

    def close(self) -> None:
        """Takes leave of the server where it still listens."""
        if self._client is not None:
            with suppress(imaplib.IMAP4.error, OSError):
                self._client.socket().settimeout(_LEAVE_WITHIN)
                self._client.logout()
            self._drop()

    def _drop(self) -> None:
        if self._client is not None:
            hang_up(self._client)
        self._client = self._opened = None

    @contextmanager
    def _talking(self, doing: str) -> Iterator[Any]:
        """The connection, for one exchange; after a failure it is out of step with the server and thrown away."""
        if self._client is None:
            raise ServerUnreachable(f"There is no connection to the {self.server}", "The next round connects again")
        try:
            with failing_as(self.server, doing):
                yield self._client
        except Declined:
            raise
        except BaseException:
            self._drop()
            raise

    def _select(self) -> Opened:
        with self._talking("opening the folder") as client:
            try:
                told = self._selected(client)
            except Declined as declined:
                if declined.for_now and declined.__cause__ is not None:
                    raise declined.__cause__ from declined
                raise self._missing(self.folder, "FOLDER") from declined
            self._exists = int(told.get(b"EXISTS", 0))
            if b"UIDVALIDITY" not in told:
                raise ServerUnreachable(f"The {self.server} has no lasting UIDs", "It cannot be read without loss")
            return Opened(int(told[b"UIDVALIDITY"]), int(told.get(b"UIDNEXT", 0)))

    def _selected(self, client: Any) -> dict[bytes, Any]:
        self._read_only = False
        try:
            told: dict[bytes, Any] = declinable(client.select_folder, self.folder)
        except imaplib.IMAP4.readonly:
            self._read_only = True
            told = declinable(client.select_folder, self.folder, readonly=True)
        return told

    def _missing(self, folder: str, key: str) -> MailboxMissing:
        remedy = f"Create it, or check {self.server.variable(key)}"
        return MailboxMissing(f'There is no folder "{folder}" on the {self.server}', remedy)

    def _together(self, uids: list[int], sizes: dict[int, Size], limit: int) -> dict[int, Fetched | None]:
        try:
            with self._talking("fetching") as client:
                answers = declinable(client.fetch, uids, ["BODY.PEEK[]"])
        except Declined:
            # One of them is why; asked alone, only that one fails.
            if len(uids) > 1:
                return {uid: self._together([uid], sizes, limit)[uid] for uid in uids}
            return {uids[0]: self._what_can_be_had(uids[0], sizes[uids[0]])}
        return {uid: self._whole(uid, answers.get(uid, {}), sizes[uid], limit) for uid in uids}

    def _whole(self, uid: int, answer: dict[bytes, Any], size: Size, limit: int) -> Fetched | None:
        if b"BODY[]" not in answer:
            return None
        content = answer[b"BODY[]"]
        if not isinstance(content, bytes):
            return self._what_can_be_had(uid, size)
        return Fetched(uid, content[:limit], len(content), size.internaldate, len(content) > limit)

    def _in_chunks(self, uid: int, size: Size, limit: int) -> Fetched | None:
        taken = io.BytesIO()
        until = time.monotonic() + _PATIENCE * self.server.timeout
        while (offset := taken.tell()) <= limit:
            # One octet beyond the limit tells whether there is more; the size that servers tell is not always true.
            asked = min(_CHUNK, limit + 1 - offset)
            try:
                with self._talking("fetching") as client:
                    if time.monotonic() > until:
                        raise TimeoutError
                    answer = declinable(client.fetch, [uid], [f"BODY.PEEK[]<{offset}.{asked}>"]).get(uid, {})
            except Declined:
                return self._what_can_be_had(uid, size)
            key = f"BODY[]<{offset}>".encode()
            if key not in answer:
                return None
            chunk = answer[key] or b""
            taken.write(chunk)
            if not chunk or (len(chunk) < asked and taken.tell() >= size.octets):
                break
        truncated = taken.tell() > limit
        full = max(size.octets, taken.tell()) if truncated else taken.tell()
        taken.truncate(limit)
        return Fetched(uid, taken.getvalue(), full, size.internaldate, truncated)

    def _what_can_be_had(self, uid: int, size: Size) -> Fetched | None:
        """The headers, where the server declines to hand over the mail as a whole; None when it is gone."""
        if uid not in self.sizes([uid]):
            return None
        content = None
        with suppress(Declined), self._talking("fetching") as client:
            answer = declinable(client.fetch, [uid], ["BODY.PEEK[HEADER]"])
            content = answer.get(uid, {}).get(b"BODY[HEADER]")
        return Fetched(uid, content if isinstance(content, bytes) else b"", size.octets, size.internaldate, True)


def _move(client: Any, uid: int, folder: str) -> bool:
    if client.has_capability("MOVE"):
        client._imap.untagged_responses.pop("COPYUID", None)
        declinable(client.move, [uid], folder)
        # OK alone may mean that there was nothing to move; UIDPLUS names what was (RFC 4315 3).
        return not client.has_capability("UIDPLUS") or "COPYUID" in client._imap.untagged_responses
    if not client.has_capability("UIDPLUS"):
        # Without UID EXPUNGE we could only expunge what other people have marked as deleted as well.
        return False
    if not client.fetch([uid], ["FLAGS"]):
        return False
    declinable(client.copy, [uid], folder)
    declinable(client.add_flags, [uid], [rb"\Deleted"], silent=True)
    declinable(client.uid_expunge, [uid])
    return True


def _slices(uids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(uids), _MOST_IDS):
        yield uids[start : start + _MOST_IDS]


def _by_octets(sizes: dict[int, Size]) -> Iterator[list[int]]:
    """The UIDs in groups that may be fetched with one command each."""
    group: list[int] = []
    octets = 0
    for uid, size in sizes.items():
        if group and (len(group) >= _MOST_IDS or octets + size.octets > _TOGETHER):
            yield group
            group, octets = [], 0
        group.append(uid)
        octets += size.octets
    if group:
        yield group
