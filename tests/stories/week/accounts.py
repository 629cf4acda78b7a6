"""What came of the week, in the form of the files that say what must: register.txt, sent.txt, digests.txt."""

import re
from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import select

from mailworker.domain.digest import KIND as DIGEST
from mailworker.domain.orders import TRANSCRIPT
from mailworker.store.schema import NoticeRow, OrganisationRow, RegistrationRow
from tests import workbooks
from tests.stories.conftest import Sent
from tests.stories.week.desk import Week, section, text
from tests.stories.week.script import BRUSSELS, FOLDER

Account = dict[str, list[str]]
"""Headings with the lines below them."""

_BOOKS = re.compile(
    r"(\d+) mails? ontvangen sinds het begin \((\d+) sinds de vorige samenvatting\) = (\d+) verwerkt "
    r"\+ (\d+) wacht(?:en)? op een antwoord \+ (\d+) wacht(?:en)? op een beslissing "
    r"\+ (\d+) genegeerd \+ (\d+) mislukt \+ (\d+) nog te doen\. De som klopt\."
)
_COUNTED = ("received", "new", "handled", "asked", "held", "ignored", "failed", "to do")
_STATUS = {"bevestigd": "confirmed", "wachtlijst": "waiting"}


def written(file: str) -> Account:
    """What a file expects: headings, and below each the lines that are indented; the first paragraph tells about it."""
    account: Account = {}
    heading = ""
    for line in (FOLDER / file).read_text("utf-8").partition("\n\n")[2].splitlines():
        if line.startswith("    "):
            account[heading].append(line.strip())
        elif line:
            heading = line
            account[heading] = []
    return account


def register(week: Week) -> Account:
    """By table: who takes part, who waits in the order of the line, and who left."""
    statement = (
        select(RegistrationRow, OrganisationRow.name)
        .join(OrganisationRow, RegistrationRow.organisation_id == OrganisationRow.id)
        .order_by(RegistrationRow.arrival, RegistrationRow.id)
    )
    with week.day.worker.sessions() as session:
        found = [
            (row.table_id, f"{row.status}: {row.participant} ({name})") for row, name in session.execute(statement)
        ]
    return _by_heading(found)


def in_line(account: Account) -> Account:
    """The register with only its waiting lists in an order that means something."""
    waiting = {table: [one for one in lines if one.startswith("waiting")] for table, lines in account.items()}
    return {
        table: [*waiting[table], *sorted(one for one in lines if one not in waiting[table])]
        for table, lines in sorted(account.items())
    }


def sent(week: Week) -> Account:
    """By recipient: each mail's kind, the mail in whose thread it stands, and what it tells; in order."""
    with week.day.worker.sessions() as session:
        kinds = {f"<{one}>": kind for one, kind in session.execute(select(NoticeRow.message_id, NoticeRow.kind))}
    found = []
    for one in week.sent:
        kind = kinds[str(one.message["Message-ID"])]
        thread = week.names[str(one.message["In-Reply-To"])] if one.message["In-Reply-To"] else ""
        found.append((one.recipient, f"{kind}{' to ' + thread if thread else ''}: {_told(one, kind)}"))
    return _by_heading(found)


def _told(one: Sent, kind: str) -> str:
    if kind == DIGEST:
        made = one.message["Date"].datetime.astimezone(BRUSSELS)
        return f"{one.subject.split()[1].rstrip(':')} at {made:%H:%M}"
    if kind == TRANSCRIPT:
        return one.first_line
    questions = re.findall(r"^\d\. (.+)$", text(one), re.MULTILINE)
    rows = re.findall(r"^- (.+?): (.+?) \(.+?\), (.+)$", section(one, "OVERZICHT PER WERKTAFEL"), re.MULTILINE)
    people: dict[str, list[str]] = defaultdict(list)
    for table, person, status in rows:
        people[person].append(f"{table.rpartition(' ')[2].lower()} {status}")
    overview = [f"{person}: {', '.join(tables)}" for person, tables in people.items()]
    return "; ".join([*questions, *overview]) or "nothing"


def digests(week: Week) -> Account:
    """By day and counts: where the mails are."""
    found = []
    for one in week.digests:
        numbers = books(one)
        sums = [f"{number} {what}" for number, what in zip(numbers, _COUNTED, strict=True)]
        subject = re.sub(r"^Werktafels | \[WT-[A-Z2-9]{12}\]$", "", one.subject)
        found.append((subject, f"{', '.join(sums[:2])}: {', '.join(sums[2:])}"))
    return _by_heading(found)


def books(digest: Sent) -> list[int]:
    """The numbers of the completeness line: received, new, and where the received ones are."""
    (numbers,) = _BOOKS.findall(section(digest, "DE DIENST ZELF"))
    return [int(number) for number in numbers]


def retold(week: Week) -> set[tuple[str, str]]:
    """The register as somebody knows it who read nothing but the changes of each digest: (table, line).

    A digest tells by kind; who waited and came from the waiting list on the same day takes part.
    """
    known: dict[tuple[str, str], str] = {}
    for digest in week.digests:
        for table, kind, who in sorted(_changes(digest), key=lambda change: change[1] != "Wachtlijst"):
            person, _, before = re.sub(", in de plaats van |, eerst ", "\n", who).partition("\n")
            organisation = person.rpartition(" (")[2]
            former = table, f"{before} ({organisation}"
            if kind == "Verbeterd":
                known[table, person] = known.pop(former)
            elif kind != "Geweigerd":
                known[table, person] = {"Afgemeld": "cancelled", "Wachtlijst": "waiting"}.get(kind, "confirmed")
            if kind == "Vervangen":
                known[former] = "cancelled"
    return {(table, f"{status}: {person}") for (table, person), status in known.items()}


def _changes(digest: Sent) -> Iterator[tuple[str, str, str]]:
    table = ""
    for line in section(digest, "WAT VERANDERDE").splitlines():
        if match := re.fullmatch(r"- (\w+): (.+?\)?(?:, (?:in de plaats van|eerst) [^;]+)?); .*", line):
            yield table, match[1], match[2]
        elif line:
            table = line.lower()


def attached(digest: Sent) -> Account:
    """Who takes part and who waits, in order, by the workbook that comes with a digest."""
    (book,) = [part for part in digest.message.iter_attachments() if str(part.get_filename()).endswith(".xlsx")]
    sheets = workbooks.read(bytes(book.get_payload(decode=True)))
    return {
        table: [f"{_STATUS[str(row[2])]}: {row[0]} ({row[1]})" for row in sheet.rows[1:]]
        for table, sheet in sheets.items()
    }


def _by_heading(found: list[tuple[str, str]]) -> Account:
    account: Account = defaultdict(list)
    for heading, line in found:
        account[heading].append(line)
    return dict(account)
