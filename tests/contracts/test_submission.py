"""What the worker relies on in a submission server: the embedded one of the demo and that of the tests agree."""

import smtplib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from mailworker.demo.server import MailServers
from tests.servers.submission import SubmissionServer

MAIL = b"Subject: antwoord\r\nX: \xc3\xa9\r\n\r\nBeste\r\n.met een punt\r\n"
US, AN, BO = "werktafels@example.test", "an@example.test", "bo@example.test"


@dataclass(frozen=True)
class Account:
    host: str
    port: int
    username: str
    password: str
    taken: Callable[[], list[tuple[str, tuple[str, ...], bytes]]]


@pytest.fixture(params=["embedded", "test server"])
def account(request: pytest.FixtureRequest) -> Iterator[Account]:
    if request.param == "embedded":
        with MailServers() as servers:
            yield Account(
                servers.host,
                servers.smtp_port,
                servers.username,
                servers.password,
                lambda: [(mail.sender, mail.recipients, mail.raw) for mail in servers.answers()],
            )
        return
    server: SubmissionServer = request.getfixturevalue("start_submission")(username="werktafels")
    assert server.username is not None
    yield Account(
        server.host,
        server.port,
        server.username,
        server.password,
        lambda: [(mail.sender, mail.recipients, mail.raw) for mail in server.submitted],
    )


def test_nobody_submits_without_the_login(account: Account) -> None:
    with smtplib.SMTP(account.host, account.port, timeout=20) as client:
        with pytest.raises(smtplib.SMTPSenderRefused) as refused:
            client.sendmail(US, [AN], MAIL)
        with pytest.raises(smtplib.SMTPAuthenticationError):
            client.login(account.username, "fout")
    assert refused.value.smtp_code == 530
    assert account.taken() == []


def test_mails_are_taken_over_in_order_with_envelope_and_bytes(account: Account) -> None:
    with smtplib.SMTP(account.host, account.port, timeout=20) as client:
        client.login(account.username, account.password)
        client.sendmail(US, [AN], MAIL)
        client.sendmail("", [BO], MAIL, mail_options=["BODY=8BITMIME"])
        client.rset()
        client.noop()
        client.sendmail(US, [AN, BO], b"kort\r\n")
    assert account.taken() == [(US, (AN,), MAIL), ("", (BO,), MAIL), (US, (AN, BO), b"kort\r\n")]
