"""What the worker relies on in an IMAP server: the embedded one of the demo and Dovecot keep the same contract."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import imapclient
import pytest
from imapclient.exceptions import IMAPClientError, LoginError

from mailworker.demo.server import MailServers
from tests.servers.dovecot import Mailbox

MAIL = b"From: an@example.test\r\nSubject: proef\r\n\r\nGraag ingeschreven voor hemelwater.\r\n"
EIGHT_BIT = b"Subject: \xe9\xff raar\r\n\r\nCaf\xe9\t\r\n.\r\nFrom hier\r\nzonder einde"
CHUNK = 256 * 1024


@dataclass(frozen=True)
class Account:
    host: str
    port: int
    username: str
    password: str
    deliver: Callable[..., None]

    @contextmanager
    def client(self) -> Iterator[imapclient.IMAPClient]:
        with imapclient.IMAPClient(self.host, self.port, ssl=False, timeout=20) as client:
            client.login(self.username, self.password)
            yield client


@pytest.fixture(params=["embedded", "dovecot"])
def account(request: pytest.FixtureRequest) -> Iterator[Account]:
    if request.param == "dovecot":
        mailbox: Mailbox = request.getfixturevalue("mailbox")
        yield Account(mailbox.host, mailbox.port, mailbox.username, mailbox.password, mailbox.deliver)
        return
    with MailServers() as servers:
        yield Account(servers.host, servers.imap_port, servers.username, servers.password, servers.deliver)


def test_a_wrong_password_is_a_refused_login(account: Account) -> None:
    with imapclient.IMAPClient(account.host, account.port, ssl=False, timeout=20) as client:
        with pytest.raises(LoginError):
            client.login(account.username, "fout")
        client.login(account.username, account.password)


def test_a_folder_that_does_not_exist_cannot_be_selected(account: Account) -> None:
    with account.client() as client, pytest.raises(IMAPClientError):
        client.select_folder("Bestaat niet")


def test_the_worker_finds_the_extensions_that_it_uses(account: Account) -> None:
    with account.client() as client:
        assert {b"MOVE", b"UIDPLUS", b"IDLE"} <= set(client.capabilities())


def test_uid_validity_stays_the_same(account: Account) -> None:
    with account.client() as client:
        first = client.select_folder("INBOX")[b"UIDVALIDITY"]
    account.deliver(MAIL)
    with account.client() as client:
        second = client.select_folder("INBOX")
    assert second[b"UIDVALIDITY"] == first
    assert second[b"EXISTS"] == 1


def test_uids_ascend_in_the_order_of_delivery(account: Account) -> None:
    sent = [b"Subject: %d\r\n\r\n\r\n" % number for number in range(20)]
    for raw in sent:
        account.deliver(raw)
    with account.client() as client:
        client.select_folder("INBOX")
        uids = client.search("ALL")
        fetched = client.fetch(uids, ["BODY.PEEK[]"])
    assert uids == sorted(uids)
    assert [fetched[uid][b"BODY[]"] for uid in uids] == sent


def test_a_search_above_a_uid_finds_what_is_new(account: Account) -> None:
    for _number in range(4):
        account.deliver(MAIL)
    with account.client() as client:
        client.select_folder("INBOX")
        first, second, third, fourth = client.search("ALL")
        assert client.search(["UID", f"{third}:*"]) == [third, fourth]
        # RFC 3501 6.4.8: "*" is the last message, so that a range above it still finds that one.
        assert [uid for uid in client.search(["UID", f"{fourth + 1}:*"]) if uid > fourth] == []
        assert client.search(["UID", f"{first}:{second}"]) == [first, second]


def test_a_message_is_served_byte_for_byte_with_its_size_and_time(account: Account) -> None:
    received = datetime(2021, 6, 23, 7, 16, 29, tzinfo=UTC)
    account.deliver(EIGHT_BIT, received=received)
    with account.client() as client:
        client.normalise_times = False
        client.select_folder("INBOX")
        (uid,) = client.search("ALL")
        fetched = client.fetch([uid], ["RFC822.SIZE", "INTERNALDATE", "BODY.PEEK[]"])[uid]
    assert fetched[b"RFC822.SIZE"] == len(EIGHT_BIT)
    assert fetched[b"INTERNALDATE"] == received
    assert fetched[b"BODY[]"] == EIGHT_BIT


def test_a_big_message_comes_in_chunks(account: Account) -> None:
    raw = MAIL + b"".join(b"%077d\r\n" % number for number in range(8000))
    account.deliver(raw)
    with account.client() as client:
        client.select_folder("INBOX")
        (uid,) = client.search("ALL")
        received = b""
        while len(received) < len(raw):
            part = client.fetch([uid], [f"BODY.PEEK[]<{len(received)}.{CHUNK}>"])
            received += part[uid][b"BODY[]<%d>" % len(received)]
        beyond = client.fetch([uid], [f"BODY.PEEK[]<{len(raw)}.{CHUNK}>"])[uid]
    assert received == raw
    assert beyond[b"BODY[]<%d>" % len(raw)] in (b"", None)


def test_peeking_leaves_a_message_unseen_and_the_flag_can_be_set(account: Account) -> None:
    account.deliver(MAIL)
    with account.client() as client:
        client.select_folder("INBOX")
        (uid,) = client.search("ALL")
        client.fetch([uid], ["BODY.PEEK[]"])
        assert client.search("UNSEEN") == [uid]
        client.add_flags([uid], [imapclient.SEEN], silent=True)
    with account.client() as client:
        client.select_folder("INBOX")
        assert client.search("UNSEEN") == []


def test_a_vanished_uid_is_absent_from_the_answer(account: Account) -> None:
    account.deliver(MAIL)
    with account.client() as client:
        client.select_folder("INBOX")
        (uid,) = client.search("ALL")
        assert list(client.fetch([uid, uid + 5], ["BODY.PEEK[]"])) == [uid]


def test_a_message_moves_to_a_folder_that_was_made_for_it(account: Account) -> None:
    account.deliver(MAIL)
    account.deliver(EIGHT_BIT)
    with account.client() as client:
        client.create_folder("Verwerkt")
        client.select_folder("INBOX")
        first, second = client.search("ALL")
        client.move([first], "Verwerkt")
        assert client.search("ALL") == [second]
        client.select_folder("Verwerkt", readonly=True)
        (moved,) = client.search("ALL")
        assert client.fetch([moved], ["BODY.PEEK[]"])[moved][b"BODY[]"] == MAIL


def test_idle_wakes_when_a_mail_arrives(account: Account) -> None:
    with account.client() as client:
        client.select_folder("INBOX")
        client.idle()
        account.deliver(MAIL)
        events = client.idle_check(timeout=20)
        client.idle_done()
        assert (1, b"EXISTS") in events
        assert len(client.search("ALL")) == 1
