"""Mail in files, as people keep it: an mbox (RFC 4155), a Maildir, or a folder of .eml files. Opened to read only.

Two passes, so that size does not matter: the first finds each mail with its date and where it stands, the second reads
the octets of one mail. What is no mail is named; nothing here is understood beyond the date.
"""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from pathlib import Path

from mailworker.errors import ArchiveUnusable

_HEAD_LIMIT = 256 * 1024
_DATED = re.compile(
    rb"From .*\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +([A-Z][a-z]{2}) +(\d{1,2}) +(\d\d?:\d\d(?::\d\d)?)"
    rb"(?: +[-+A-Z0-9]{1,6})?(?: +[-+A-Z0-9]{1,6})? +(\d{4})\b"
)
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_BARE_LINE_FEED = re.compile(rb"(?<!\r)\n")
_FIELD = re.compile(rb"[!-9;-~]+[ \t]*:")
_BEFORE_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?[\r\n]*(?:>?From .*\n)?")
"""What some programs write before a mail in a file of its own: a byte order mark, a From_ line."""
_EMPTY = (b"\n", b"\r\n")
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
_BLANK = b"\xef\xbb\xbf\r\n"
_AHEAD = timedelta(days=1)
"""How far in the future the date of a mail may lie: clocks go wrong, and so do time zones."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One mail of an archive: `number` is its own in there, `name` what people know it by, `at` when it came.

    It stands in `file` from `start` on, `length` octets long.
    """

    number: int
    name: str
    at: datetime
    file: Path
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Contents:
    """The mails of an archive in the order of their dates, and the names of what is no mail or cannot be read."""

    path: Path
    entries: tuple[Entry, ...]
    unreadable: tuple[str, ...]
    quotes: bool
    """Whether lines that begin with "From " were written with a ">" before them."""


def survey(path: Path, now: datetime, seen: Callable[[int, int], None] = lambda done, whole: None) -> Contents:
    """Finds all mails of an archive; `seen` is told how much of the whole was looked at.

    A mail comes when its Date field says, or else its From_ line, if that can be; else now. ArchiveUnusable when there
    is nothing of that name, or it is no archive.
    """
    path = path.absolute()
    try:
        if path.is_dir():
            return _folder(path, now, seen)
        return _mbox(path, now, seen)
    except OSError as error:
        raise ArchiveUnusable(f"{path} cannot be read ({error.strerror})", _REMEDY) from error


def content(contents: Contents, entry: Entry, limit: int) -> tuple[bytes, int]:
    """The octets of a mail with CRLF for line ends, up to the limit, and how many it has. OSError when it is gone."""
    with entry.file.open("rb") as file:
        file.seek(entry.start)
        raw = file.read(min(entry.length, limit))
    if contents.quotes:
        raw = _QUOTED.sub(rb"\1", raw)
    raw = _BARE_LINE_FEED.sub(b"\r\n", raw)
    size = len(raw) if entry.length <= limit else entry.length
    return raw[:limit], size


_REMEDY = "Name an mbox file, a Maildir, or a folder with .eml files"


def _mbox(path: Path, now: datetime, seen: Callable[[int, int], None]) -> Contents:
    entries, unreadable = [], []
    whole = path.stat().st_size
    for number, mail in enumerate(_split(path), start=1):
        name = f"{path.name}, mail {number}"
        if mail.is_mail:
            at = _moment(mail.head, mail.arrival, now)
            entries.append(Entry(number, name, at, path, mail.start, mail.length))
        else:
            unreadable.append(name)
        seen(mail.start + mail.length, whole)
    return Contents(path, _by_date(entries), tuple(unreadable), quotes=True)


@dataclass(slots=True)
class _Found:
    """A mail in an mbox as it is being found: the start of it is kept, for its header."""

    arrival: datetime | None
    start: int
    length: int = 0
    head: bytes = b""
    in_head: bool = True

    def add(self, line: bytes) -> None:
        self.length += len(line)
        self.in_head = self.in_head and line not in _EMPTY and len(self.head) < _HEAD_LIMIT
        if self.in_head:
            self.head += line

    @property
    def is_mail(self) -> bool:
        return _FIELD.match(self.head) is not None


def _split(path: Path) -> Iterator[_Found]:
    """The mails of an mbox, one line in memory at a time.

    A From_ line has a date, or comes after an empty line where the file's first one has none: that way a sentence of a
    mail that begins with "From" ends no mail, and a writer who leaves the empty line out loses none.
    """
    with path.open("rb") as file:
        first = file.readline(_HEAD_LIMIT)
        if first and not first.startswith(b"From "):
            raise ArchiveUnusable(f"{path} is no mbox: its first line is no From_ line", _REMEDY)
        dated = _DATED.match(first) is not None
        found = _Found(_arrival(first), file.tell())
        position, empty, whole_line = file.tell(), 0, first.endswith(b"\n")
        while line := file.readline(_HEAD_LIMIT):
            separates = whole_line and line.startswith(b"From ") and (_DATED.match(line) if dated else empty)
            if separates:
                found.length -= empty
                yield found
                found = _Found(_arrival(line), position + len(line))
            else:
                found.add(line)
            position += len(line)
            whole_line = line.endswith(b"\n")
            empty = len(line) if line in _EMPTY and not separates else 0
        if first:
            found.length -= empty
            yield found


def _arrival(line: bytes) -> datetime | None:
    """The date of a From_ line: UTC, as RFC 4155 has it."""
    match = _DATED.match(line)
    if match is None:
        return None
    month, day, time, year = (part.decode() for part in match.groups())
    return _parsed(f"{day} {month} {year} {time} +0000")


def _folder(path: Path, now: datetime, seen: Callable[[int, int], None]) -> Contents:
    maildir = (path / "cur").is_dir() and (path / "new").is_dir()
    if maildir:
        files = sorted(file for part in ("cur", "new") for file in (path / part).iterdir() if _is_mail_of_maildir(file))
    else:
        files = sorted(file for file in path.rglob("*") if file.suffix.lower() in _SUFFIXES and file.is_file())
        if not files:
            raise ArchiveUnusable(f"There are no .eml files in {path}", _REMEDY)
    entries, unreadable = [], []
    for done, file in enumerate(files, start=1):
        name = str(file.relative_to(path))
        try:
            with file.open("rb") as opened:
                head = opened.read(_HEAD_LIMIT)
            length = file.stat().st_size
        except OSError:
            head, length = b"", 0
        before = _BEFORE_HEAD.match(head)
        start = before.end() if before else 0
        if _FIELD.match(head, start):
            at = _moment(head[start:], _arrival(head[:start].lstrip(_BLANK)), now)
            entries.append(Entry(_number(file, path), name, at, file, start, length - start))
        else:
            unreadable.append(name)
        seen(done, len(files))
    return Contents(path, _by_date(entries), tuple(unreadable), quotes=False)


_SUFFIXES = frozenset((".eml", ".msg"))
"""Outlook's own .msg is no mail in text; somebody who saved some must hear that they were not imported."""


def _is_mail_of_maildir(file: Path) -> bool:
    return not file.name.startswith(".") and file.is_file()


def _number(file: Path, folder: Path) -> int:
    """The number of a file by its name, whatever other files come; a Maildir's flags are no part of the name."""
    name = str(file.relative_to(folder)) if file.suffix.lower() in _SUFFIXES else file.name.partition(":2,")[0]
    return int.from_bytes(hashlib.sha256(name.encode("utf-8", "surrogateescape")).digest()[:7], "big")


def _by_date(entries: list[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.at))


def _moment(head: bytes, arrival: datetime | None, now: datetime) -> datetime:
    field = BytesHeaderParser().parsebytes(head)["Date"]
    for at in (_parsed(str(field)) if field is not None else None, arrival):
        if at is not None and _EARLIEST <= at <= now + _AHEAD:
            return at
    return now


def _parsed(date: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(date)
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
