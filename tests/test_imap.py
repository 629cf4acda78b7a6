"""The mailbox on a real Dovecot; what Dovecot never does stands in test_imap_oddities.py."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mailworker.connection import Security, Server
from mailworker.errors import LoginRefused, MailboxMissing, ServerUnreachable
from mailworker.imap import Fetched, Mailbox, Opened, Size
from tests.servers import dovecot as servers
from tests.servers.ports import free_ports

MIB = 1024 * 1024
RECEIVED = datetime(2021, 6, 23, 7, 16, 29, tzinfo=UTC)


def mail(words: str = "Graag ingeschreven.") -> bytes:
    return f"From: an@example.test\r\nSubject: proef\r\n\r\n{words}\r\n".encode()


def server_of(mailbox: servers.Mailbox, **other: object) -> Server:
    server = Server("IMAP", mailbox.host, mailbox.port, Security.NONE, mailbox.username, mailbox.password, timeout=10)
    return replace(server, **other)  # type: ignore[arg-type]


@pytest.fixture
def inbox(mailbox: servers.Mailbox) -> Iterator[Mailbox]:
    with Mailbox(server_of(mailbox)) as inbox:
        yield inbox


def test_what_was_delivered_is_found_sized_and_fetched_byte_for_byte(mailbox: servers.Mailbox, inbox: Mailbox) -> None:
    raw = b"Subject: \xe9\xff\r\n\r\nCaf\xe9\t\r\n.\r\nzonder einde"
    mailbox.deliver(raw, received=RECEIVED)
    mailbox.deliver(mail())
    assert inbox.open() == Opened(mailbox.uid_validity(), 3)
    assert inbox.uids_above(0) == [1, 2]
    assert inbox.sizes([1]) == {1: Size(len(raw), RECEIVED)}
    assert inbox.fetch(1, MIB) == Fetched(1, raw, len(raw), RECEIVED)
    assert [one.content for one in inbox.fetch_many([2, 1], MIB)] == [mail(), raw]


def test_looking_and_fetching_change_no_flag(mailbox: servers.Mailbox, inbox: Mailbox) -> None:
    mailbox.deliver(mail())
    mailbox.deliver(mail("x" * 1_100_000))
    inbox.open()
    assert len(inbox.fetch_many(inbox.uids_above(0), 2 * MIB)) == 2
    assert (mailbox.flags(1), mailbox.flags(2)) == (frozenset(), frozenset())


def test_nothing_above_the_last_uid_is_found_though_the_server_names_the_last_mail(
    mailbox: servers.Mailbox, inbox: Mailbox
) -> None:
    mailbox.deliver(mail())
    inbox.open()
    with mailbox.client("INBOX") as client:
        assert client.search(["UID", "5000:*"]) == [1]
    assert inbox.uids_above(4999) == []
    assert inbox.uids_above(1) == []


def test_a_folder_of_many_mails_is_searched_in_windows(
    mailbox: servers.Mailbox, inbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mailworker.imap._MOST_FOUND", 3)
    for _number in range(10):
        mailbox.deliver(mail())
    mailbox.expunge(5)
    inbox.open()
    mailbox.deliver(mail())
    inbox.noop()
    assert inbox.uids_above(0) == [1, 2, 3, 4, 6, 7, 8, 9, 10, 11]
    assert inbox.uids_above(3) == [4, 6, 7, 8, 9, 10, 11]
    assert inbox.uids_above(11) == []


def test_ids_go_out_in_commands_that_a_server_takes(
    mailbox: servers.Mailbox, inbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mailworker.imap._MOST_IDS", 2)
    for number in range(5):
        mailbox.deliver(mail(str(number)))
    inbox.open()
    assert list(inbox.sizes([1, 2, 3, 4, 5, 6])) == [1, 2, 3, 4, 5]
    assert [one.content for one in inbox.fetch_many([5, 3, 1], MIB)] == [mail("4"), mail("2"), mail("0")]
    inbox.mark_seen([1, 2, 3, 4, 5])
    assert {uid: mailbox.flags(uid) for uid in range(1, 6)} == dict.fromkeys(range(1, 6), frozenset({"\\Seen"}))


@pytest.mark.parametrize("size", [999_999, 1_000_001, 5 * MIB])
def test_a_mail_is_whole_whether_it_comes_in_one_piece_or_many(
    size: int, mailbox: servers.Mailbox, inbox: Mailbox
) -> None:
    raw = mail("".join(chr(65 + n % 26) for n in range(size)))
    mailbox.deliver(raw, received=RECEIVED)
    inbox.open()
    assert inbox.fetch(1, 25 * MIB) == Fetched(1, raw, len(raw), RECEIVED)


@pytest.mark.parametrize("limit", [1, 100, 262_144, 1_500_000])
def test_a_mail_above_the_limit_is_cut_there_and_its_full_size_told(
    limit: int, mailbox: servers.Mailbox, inbox: Mailbox
) -> None:
    raw = mail("y" * 2_000_000)
    mailbox.deliver(raw, received=RECEIVED)
    inbox.open()
    assert inbox.fetch(1, limit) == Fetched(1, raw[:limit], len(raw), RECEIVED, truncated=True)


def test_a_mail_of_exactly_the_limit_is_whole(mailbox: servers.Mailbox, inbox: Mailbox) -> None:
    for raw in (mail(), mail("z" * 1_200_000)):
        mailbox.deliver(raw)
        inbox.open()
        uid = inbox.uids_above(0)[-1]
        fetched = inbox.fetch(uid, len(raw))
        assert fetched is not None
        assert (fetched.content, fetched.size, fetched.truncated) == (raw, len(raw), False)


def test_a_mail_that_another_client_expunges_between_search_and_fetch_is_left_out(
    mailbox: servers.Mailbox, inbox: Mailbox
) -> None:
    for number in range(3):
        mailbox.deliver(mail(str(number)))
    inbox.open()
    assert inbox.uids_above(0) == [1, 2, 3]
    mailbox.expunge(2)
    assert [one.uid for one in inbox.fetch_many([1, 2, 3], MIB)] == [1, 3]
    assert inbox.fetch(2, MIB) is None
    mailbox.deliver(mail("later"))
    inbox.open()
    assert inbox.uids_above(3) == [4]


def test_a_mail_that_is_expunged_after_its_size_was_told_is_left_out(mailbox: servers.Mailbox, inbox: Mailbox) -> None:
    for words in ("a", "b" * 1_200_000, "c"):
        mailbox.deliver(mail(words))
    inbox.open()
    assert sorted(inbox.sizes([1, 2, 3])) == [1, 2, 3]
    mailbox.expunge(1)
    mailbox.expunge(2)
    inbox.noop()
    assert [one.content for one in inbox.fetch_many([1, 2, 3], 2 * MIB)] == [mail("c")]


def test_a_new_uidvalidity_shows_at_the_next_opening(mailbox: servers.Mailbox) -> None:
    for number in range(3):
        mailbox.deliver(mail(str(number)))
    with Mailbox(server_of(mailbox)) as inbox:
        before = inbox.open()
    mailbox.expunge(1)
    renewed = mailbox.renew_uid_validity()
    with Mailbox(server_of(mailbox)) as inbox:
        assert inbox.open() == Opened(renewed, 3)
        assert inbox.uids_above(0) == [1, 2]
    assert before == Opened(renewed - 1, 4)


def test_a_new_uidvalidity_under_an_open_connection_shows_at_the_next_opening(
    mailbox: servers.Mailbox, inbox: Mailbox
) -> None:
    mailbox.deliver(mail())
    before = inbox.open()
    renewed = mailbox.renew_uid_validity()
    assert inbox.open().uidvalidity == renewed
    assert before.uidvalidity == renewed - 1


def test_one_connection_serves_round_after_round(mailbox: servers.Mailbox, inbox: Mailbox) -> None:
    inbox.open()
    first = inbox._client
    mailbox.deliver(mail())
    inbox.open()
    assert inbox._client is first
    assert inbox.uids_above(0) == [1]


def test_after_an_outage_the_next_opening_connects_again(
    dovecot: servers.Dovecot, mailbox: servers.Mailbox, inbox: Mailbox
) -> None:
    mailbox.deliver(mail())
    inbox.open()
    dovecot.stop()
    with pytest.raises(ServerUnreachable) as lost:
        inbox.uids_above(0)
    assert str(lost.value).startswith(f"The {inbox.server} is out of reach while searching: ")
    with pytest.raises(ServerUnreachable) as gone:
        inbox.uids_above(0)
    assert gone.value.what == f"There is no connection to the {inbox.server}"
    with pytest.raises(ServerUnreachable):
        inbox.open()
    dovecot.start()
    inbox.open()
    assert inbox.uids_above(0) == [1]


def test_an_outage_between_two_rounds_goes_unnoticed(
    dovecot: servers.Dovecot, mailbox: servers.Mailbox, inbox: Mailbox
) -> None:
    inbox.open()
    dovecot.stop()
    dovecot.start()
    mailbox.deliver(mail())
    inbox.open()
    assert inbox.uids_above(0) == [1]


def test_a_stored_mail_is_moved_and_not_copied(mailbox: servers.Mailbox, inbox: Mailbox) -> None:
    mailbox.create_folder("Verwerkt")
    for number in range(2):
        mailbox.deliver(mail(str(number)))
    inbox.open()
    assert inbox.move(1, "Verwerkt") is True
    assert [one.uid for one in mailbox.messages()] == [2]
    assert [one.raw for one in mailbox.messages("Verwerkt")] == [mail("0")]


def test_a_mail_that_is_gone_is_not_moved(mailbox: servers.Mailbox, inbox: Mailbox) -> None:
    mailbox.create_folder("Verwerkt")
    mailbox.deliver(mail())
    inbox.open()
    mailbox.expunge(1)
    assert inbox.move(1, "Verwerkt") is False
    assert inbox.move(77, "Verwerkt") is False
    assert mailbox.messages("Verwerkt") == []


def test_a_folder_to_move_into_is_looked_for_before_it_is_needed(mailbox: servers.Mailbox, inbox: Mailbox) -> None:
    inbox.open()
    with pytest.raises(MailboxMissing, match="MAILWORKER_IMAP__MOVE_TO"):
        inbox.require("Verwerkt é")
    mailbox.create_folder("Verwerkt é")
    inbox.require("Verwerkt é")
    assert inbox.uids_above(0) == []


def test_no_folder_is_created_to_move_into(mailbox: servers.Mailbox, inbox: Mailbox) -> None:
    mailbox.deliver(mail())
    inbox.open()
    with pytest.raises(MailboxMissing) as missing:
        inbox.move(1, "Verwerkt")
    assert str(missing.value) == (
        f'There is no folder "Verwerkt" on the {inbox.server}. Create it, or check MAILWORKER_IMAP__MOVE_TO'
    )
    assert mailbox.folders() == ["INBOX"]
    assert [one.uid for one in mailbox.messages()] == [1]


def test_a_folder_that_does_not_exist_is_told_with_its_setting(mailbox: servers.Mailbox) -> None:
    with Mailbox(server_of(mailbox), "Aanmeldingen/één") as inbox, pytest.raises(MailboxMissing) as missing:
        inbox.open()
    assert missing.value.remedy == "Create it, or check MAILWORKER_IMAP__FOLDER"
    mailbox.deliver(mail(), folder="Aanmeldingen/één")
    with Mailbox(server_of(mailbox), "Aanmeldingen/één") as inbox:
        inbox.open()
        assert inbox.uids_above(0) == [1]


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_private_authority_is_trusted_by_its_file_only(security: Security, mailbox: servers.Mailbox) -> None:
    port = mailbox.tls_port if security is Security.TLS else mailbox.port
    server = server_of(mailbox, host="localhost", port=port, security=security)
    with Mailbox(replace(server, ca_file=mailbox.ca_file)) as inbox:
        assert inbox.open().uidnext == 1
    with Mailbox(server) as inbox, pytest.raises(ServerUnreachable) as untrusted:
        inbox.open()
    assert str(untrusted.value) == (
        f"The certificate of the {server} is not trusted: self-signed certificate. "
        "Check MAILWORKER_IMAP__HOST, or name your own authority with MAILWORKER_IMAP__CA_FILE"
    )


def test_tls_on_a_port_without_it_is_told(mailbox: servers.Mailbox) -> None:
    server = server_of(mailbox, security=Security.TLS, ca_file=mailbox.ca_file)
    with Mailbox(server) as inbox, pytest.raises(ServerUnreachable) as wrong:
        inbox.open()
    assert wrong.value.remedy == "Check MAILWORKER_IMAP__SECURITY and MAILWORKER_IMAP__PORT"


@pytest.mark.parametrize("password", ["fout", "gehéim", 'met "aanhaling" \\ en spatie'])
def test_a_wrong_password_is_an_error_of_its_own_that_does_not_show_it(password: str, mailbox: servers.Mailbox) -> None:
    with Mailbox(server_of(mailbox, password=password)) as inbox, pytest.raises(LoginRefused) as refused:
        inbox.open()
    assert str(refused.value) == (
        f"The {inbox.server} refuses the login. Check MAILWORKER_IMAP__USERNAME and MAILWORKER_IMAP__PASSWORD"
    )


def test_a_port_where_nobody_listens_is_told(mailbox: servers.Mailbox) -> None:
    (port,) = free_ports(1)
    with Mailbox(server_of(mailbox, port=port)) as inbox, pytest.raises(ServerUnreachable) as closed:
        inbox.open()
    assert str(closed.value) == (
        f"The IMAP server 127.0.0.1:{port} (none) is out of reach while connecting: Connection refused. "
        "Check MAILWORKER_IMAP__HOST, MAILWORKER_IMAP__PORT and MAILWORKER_IMAP__SECURITY"
    )


def test_no_host_at_all_is_told() -> None:
    with Mailbox(Server("IMAP", "", 993)) as inbox, pytest.raises(ServerUnreachable) as unset:
        inbox.open()
    assert str(unset.value) == "No IMAP server is configured. Set MAILWORKER_IMAP__HOST"


def test_no_word_of_a_mail_or_login_is_logged_at_any_level(
    mailbox: servers.Mailbox, inbox: Mailbox, caplog: pytest.LogCaptureFixture
) -> None:
    mailbox.deliver(mail("kanarie-7c1f"))
    with caplog.at_level(logging.DEBUG):
        inbox.open()
        # A private attribute: should an upgrade move it, fetching would cost five times as much.
        assert inbox._client._imap.debug == 0
        inbox.fetch(1, MIB)
    assert "kanarie-7c1f" not in caplog.text
    assert mailbox.password not in caplog.text
