"""A week of registrations, run by two colleagues who know only mail: a hundred mails, and what they answer the digest.

Ten of the mails wait for a decision, one is handled and also asks something, and two answer the digest without the
right to. On Monday every answer is withheld, on Wednesday the machine is off, nobody writes at the weekend. The mails,
the register that must come of them, and every mail that must be sent are written by hand, in week/.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from mailworker.resources import shipped
from tests.stories.conftest import Day
from tests.stories.week import accounts
from tests.stories.week.desk import STAFF, Week

GMAIL_CUTS_AT = 102 * 1024
"""Octets of HTML that it shows; what stands below, the completeness line for one, is behind a link."""
SESSION = '[[tables.sessions]]\nstarts = 2021-10-29T09:30:00\nplace = "Aalst"\n'


@pytest.fixture
def week(day: Day, tmp_path: Path) -> Iterator[Week]:
    """The programme has a session on Friday and eight seats at the wateraudit; one address does not exist."""
    programme = (shipped("config") / "programme.toml").read_text("utf-8")
    for place, more in (('[[tables]]\nid = "afvalwater"', SESSION), ('name = "Wateraudit"', "capacity = 8\n")):
        assert programme.count(place) == 1
        programme = programme.replace(place, f"{more}{place}")
    (tmp_path / "programme.toml").write_text(programme, "utf-8")
    day.environ |= {
        "MAILWORKER_FILES__PROGRAMME": str(tmp_path / "programme.toml"),
        "MAILWORKER_DIGEST__RECIPIENTS": ",".join(STAFF),
    }
    day.submission.answer("550 5.1.1 no such user", recipient="celine.dhoore@brugge.be", times=None)
    with time_machine.travel(datetime(2021, 10, 25, 4, 0, tzinfo=UTC), tick=False) as watch:
        yield Week(day, watch)


def test_a_week_is_run_from_the_digest_alone(week: Week) -> None:
    week.play()
    assert sum(name.isdigit() for name in week.names.values()) == 100
    assert accounts.digests(week) == accounts.written("digests.txt")
    must = accounts.in_line(accounts.written("register.txt"))
    assert accounts.in_line(accounts.register(week)) == must
    assert accounts.sent(week) == accounts.written("sent.txt")
    for digest in week.digests:
        received, _, *places = accounts.books(digest)
        assert received == sum(places) == week.read[str(digest.message["Message-ID"])]
        assert len(digest.html.encode()) < GMAIL_CUTS_AT
    assert accounts.retold(week) == {(table, line) for table, lines in must.items() for line in lines}
    active = {table: [line for line in lines if not line.startswith("cancelled")] for table, lines in must.items()}
    assert accounts.in_line(accounts.attached(week.digests[-1])) == active
