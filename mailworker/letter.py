"""A notice as the templates see it: tables by name, the next session, and every stranger's word made harmless.

What the sender wrote is cleaned here once, before any template sees it: one line, no control or direction
characters, a bounded length, and nothing that a mail program would turn into a link. Escaping for HTML is the
template engine's, and comes on top. Configuration (programme, service) is ours and stands as it is written.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from mailworker.domain.notice import Group, Notice, Question, Row, RowStatus
from mailworker.domain.programme import Programme, Session, Table
from mailworker.domain.request import Missing, Request
from mailworker.domain.spelling import corrects

_LONGEST_WORDS = 120
_LONGEST_WORD = 40
_LONGEST_SUBJECT = 120
_LONGEST_REASON = 600
_WITH_SESSION = {RowStatus.CONFIRMED, RowStatus.ALREADY_CONFIRMED, RowStatus.WAITING, RowStatus.ALREADY_WAITING}
_QUEUED = {RowStatus.WAITING, RowStatus.ALREADY_WAITING}

_TOKEN = re.compile(r"\[WT-[A-Z0-9]{1,12}\]", re.IGNORECASE)
_REPLY_PREFIX = re.compile(r"(?:re|antw|antwoord|aw|sv|rép)\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?:\s?", re.IGNORECASE)
_SCHEME = re.compile(r"\b[a-z][a-z0-9+.-]{1,15}:/+", re.IGNORECASE)
# "evil.example" and "EVIL.COM", but not the initials of "J.Peeters" or the saint of "St.Niklaas".
_HOST_DOT = re.compile(r"(?<=[\w-])\.(?=[a-z]{2,}\b)|(?<=[\w-]{2})\.(?=[A-Za-z]{2,3}\b)")


@dataclass(frozen=True, slots=True)
class Person:
    """`organisation` is empty where it was named before or is not known."""

    name: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the overview. `session` is None and `sessions_over` false while the date is open.

    `expects_session` is true where a date matters: for who has the place or waits for it.
    """

    table: str
    person: Person
    status: str
    position: int | None
    expects_session: bool
    session: Session | None
    sessions_over: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """What one sentence tells: Group, in words that may be shown."""

    status: str
    people: tuple[Person, ...]
    tables: tuple[str, ...]
    instead_of: str
    position: int | None
    table_full: bool
    renamed_from: str
    moved_from: str
    displaced: bool
    promoted: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """A request as we read it; what is not known is empty. `respelled`: it puts a name right, and nobody leaves."""

    action: str
    participant: str
    organisation: str
    tables: tuple[str, ...]
    replacement: str
    respelled: bool
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    missing: str
    about: Wish
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Queue:
    """Why somebody waits or was refused (`waits` false): never who has the place, only whose organisation has it."""

    people: tuple[Person, ...]
    organisations: tuple[str, ...]
    one_place_each: bool
    table_full: bool
    waits: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """The names that a template may use, apart from `service`, `programme`, `you` and the filters."""

    kind: str
    state: str
    token: str
    subject: str
    rows: tuple[Line, ...]
    sentences: tuple[Sentence, ...]
    people: tuple[Person, ...]
    queue: Queue | None
    questions: tuple[Ask, ...]
    wishes_in_question: tuple[Wish, ...]
    understood: tuple[Wish, ...]
    staff_question: bool
    asked_by: str
    reason: str
    to_participant: bool
    merged: str
    tables: tuple[str, ...]


def write(notice: Notice, programme: Programme, now: datetime) -> Letter:
    """The notice in words that may be shown; sessions that began before `now` (aware) are over."""
    questions = tuple(_ask(question, programme) for question in notice.questions)
    return Letter(
        kind=notice.kind.value,
        state=notice.state.value,
        token=re.sub(r"[^A-Za-z0-9]", "", notice.token),
        subject=thread_subject(notice.subject),
        rows=_lines(notice.rows, programme, now),
        sentences=_sentences(notice.groups, notice.rows, programme),
        people=tuple(dict.fromkeys(_person(row) for row in notice.rows)),
        queue=_queue([row for row in notice.rows if row.status in _QUEUED | {RowStatus.REFUSED}], programme),
        questions=questions,
        wishes_in_question=tuple(dict.fromkeys(question.about for question in questions)),
        understood=tuple(wish(request, programme) for request in notice.understood),
        staff_question=notice.staff_question,
        asked_by=harmless(notice.asked_by),
        reason=harmless(notice.reason, _LONGEST_REASON),
        to_participant=notice.to_participant,
        merged=harmless(notice.merged),
        tables=tuple(short_name(table) for table in programme.tables),
    )


def harmless(words: str | None, longest: int = _LONGEST_WORDS) -> str:
    """A stranger's words as one line that no mail program takes for a link, cut at `longest` characters."""
    line = _HOST_DOT.sub(" .", _SCHEME.sub("", one_line(words or "", longest * 2)))
    # A word without end would push the overview out of the page.
    return _cut(" ".join(_cut(word, _LONGEST_WORD) for word in line.split()), longest)


def one_line(words: str, longest: int) -> str:
    """The words without control, direction, invisible and unassigned characters, on one line."""
    seen = (
        char if unicodedata.category(char)[0] != "C" else " " if char in "\t\r\n\v\f" else ""
        for char in unicodedata.normalize("NFC", words[: longest * 8])
    )
    return _cut(" ".join("".join(seen).split()), longest)


def thread_subject(theirs: str) -> str:
    """Their subject without our token and without what earlier answers put before it; "" when nothing is left."""
    line = " ".join(_TOKEN.sub(" ", one_line(theirs, 1000)).split())
    while match := _REPLY_PREFIX.match(line):
        line = line[match.end() :]
    return _cut(line, _LONGEST_SUBJECT)


def short_name(table: Table) -> str:
    """The word by which people call the table: its id where that is a word of its name, else the name."""
    return table.id if re.search(rf"\b{re.escape(table.id)}\b", table.name, re.IGNORECASE) else table.name


def table_name(table_id: str, programme: Programme) -> str:
    """The word by which people call the table of that id, or the id where the programme dropped it."""
    return short_name(_table(table_id, programme))


def _cut(line: str, longest: int) -> str:
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def _person(row: Row) -> Person:
    return Person(harmless(row.participant), harmless(row.organisation))


def _named(table_ids: Iterable[str], programme: Programme) -> tuple[str, ...]:
    order = programme.table_ids
    ids = sorted(dict.fromkeys(table_ids), key=lambda one: order.index(one) if one in order else len(order))
    return tuple(table_name(one, programme) for one in ids)


def _table(table_id: str, programme: Programme) -> Table:
    """The table, or its bare id where the programme dropped it since: an old registration must still be told of."""
    return programme.table(table_id) if table_id in programme.table_ids else Table(table_id, table_id)


def _lines(rows: Iterable[Row], programme: Programme, now: datetime) -> tuple[Line, ...]:
    rows = tuple(rows)
    people = list(dict.fromkeys((row.participant, row.organisation) for row in rows))
    order = {table: place for place, table in enumerate(programme.table_ids)}

    def place(row: Row) -> tuple[int, int]:
        return people.index((row.participant, row.organisation)), order.get(row.table, len(order))

    return tuple(_line(row, programme, now) for row in sorted(rows, key=place))


def _line(row: Row, programme: Programme, now: datetime) -> Line:
    table = _table(row.table, programme)
    coming = min((one for one in table.sessions if one.starts > now), key=lambda one: one.starts, default=None)
    local = coming and Session(coming.starts.astimezone(ZoneInfo(programme.timezone)), coming.place)
    return Line(
        table=table.name,
        person=_person(row),
        status=row.status.value,
        position=row.position,
        expects_session=row.status in _WITH_SESSION,
        session=local,
        sessions_over=bool(table.sessions) and coming is None,
    )


def _sentences(groups: Iterable[Group], rows: Iterable[Row], programme: Programme) -> tuple[Sentence, ...]:
    full = {(row.participant, row.table) for row in rows if row.table_full}
    named: set[tuple[str, str]] = set()
    sentences = []
    for group in groups:
        people = tuple(
            Person(harmless(name), "" if (name, organisation) in named else harmless(organisation))
            for name, organisation in group.people
        )
        named.update(group.people)
        sentences.append(
            Sentence(
                status=group.status.value,
                people=people,
                tables=_named(group.tables, programme),
                instead_of=harmless(group.instead_of),
                position=group.position,
                table_full=any((name, table) in full for name, _ in group.people for table in group.tables),
                renamed_from=harmless(group.renamed_from),
                moved_from=harmless(group.moved_from),
                displaced=group.displaced,
                promoted=group.promoted,
            )
        )
    return tuple(sentences)


def _queue(rows: list[Row], programme: Programme) -> Queue | None:
    if not rows:
        return None
    behind = [row for row in rows if not row.table_full]
    return Queue(
        people=tuple(dict.fromkeys(_person(row) for row in rows)),
        organisations=tuple(dict.fromkeys(harmless(row.organisation) for row in behind)),
        one_place_each=all(_table(row.table, programme).limit == 1 for row in behind),
        table_full=len(behind) < len(rows),
        waits=any(row.status in _QUEUED for row in rows),
    )


def wish(request: Request, programme: Programme) -> Wish:
    """A request in words that may be shown."""
    return Wish(
        action=request.action.value,
        participant=harmless(request.participant),
        organisation=harmless(request.organisation),
        tables=_named(request.tables, programme),
        replacement=harmless(request.replacement),
        respelled=corrects(request.participant or "", request.replacement or ""),
        missing=tuple(fact.value for fact in request.missing),
    )


def _ask(question: Question, programme: Programme) -> Ask:
    candidates = question.candidates
    if question.missing is Missing.TABLES:
        candidates = candidates or programme.table_ids
        known = {table.id: short_name(table) for table in programme.tables}
        candidates = tuple(known.get(candidate, candidate) for candidate in candidates)
    return Ask(question.missing.value, wish(question.about, programme), tuple(harmless(one) for one in candidates))
