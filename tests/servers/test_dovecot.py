"""What tests may rely on in the private Dovecot."""

import ssl
from datetime import UTC, datetime

import imapclient
import pytest
from imapclient.exceptions import LoginError

from tests.servers.dovecot import Dovecot, Mailbox

MAIL = b"From: an@example.test\r\nSubject: proef\r\n\r\nGraag ingeschreven voor hemelwater.\r\n"
EIGHT_BIT = b"Subject: \xe9\xff raar\r\n\r\nCaf\xe9\t\r\n.\r\nFrom hier\r\nzonder einde"


def test_a_mailbox_starts_empty(mailbox: Mailbox) -> None:
    assert mailbox.messages() == []
    assert mailbox.folders() == ["INBOX"]


def test_mail_is_served_byte_for_byte_in_the_order_of_delivery(mailbox: Mailbox) -> None:
    for raw in (MAIL, EIGHT_BIT, MAIL):
        mailbox.deliver(raw)
    assert [(message.uid, message.raw) for message in mailbox.messages()] == [(1, MAIL), (2, EIGHT_BIT), (3, MAIL)]


def test_mail_delivered_in_one_second_keeps_its_order(mailbox: Mailbox) -> None:
    sent = [b"Subject: %d\r\n\r\n\r\n" % number for number in range(30)]
    for raw in sent:
        mailbox.deliver(raw)
    assert [message.raw for message in mailbox.messages()] == sent


def test_the_time_of_receipt_is_the_internal_date(mailbox: Mailbox) -> None:
    received = datetime(2021, 6, 23, 7, 16, 29, tzinfo=UTC)
    mailbox.deliver(MAIL, received=received)
    with mailbox.client("INBOX") as client:
        client.normalise_times = False
        assert client.fetch([1], ["INTERNALDATE"])[1][b"INTERNALDATE"] == received


def test_mailboxes_do_not_see_each_other(dovecot: Dovecot) -> None:
    first, second = dovecot.new_mailbox(), dovecot.new_mailbox()
    first.deliver(MAIL)
    assert second.messages() == []


def test_a_folder_comes_with_its_first_mail(mailbox: Mailbox) -> None:
    mailbox.deliver(MAIL, folder="Verwerkt/één")
    assert mailbox.folders() == ["INBOX", "Verwerkt", "Verwerkt/één"]
    assert [message.raw for message in mailbox.messages("Verwerkt/één")] == [MAIL]


def test_flags_are_those_that_were_set(mailbox: Mailbox) -> None:
    mailbox.deliver(MAIL)
    assert mailbox.flags(1) == frozenset()
    mailbox.set_flags(1, "\\Seen", "\\Flagged")
    assert mailbox.flags(1) == {"\\Seen", "\\Flagged"}


def test_a_second_client_expunges_under_the_eyes_of_the_first(mailbox: Mailbox) -> None:
    mailbox.deliver(MAIL)
    mailbox.deliver(EIGHT_BIT)
    with mailbox.client("INBOX") as first:
        mailbox.expunge(1)
        first.noop()
        assert first.search("ALL") == [2]
    assert [message.uid for message in mailbox.messages()] == [2]


def test_a_renewed_uid_validity_numbers_the_mails_anew(mailbox: Mailbox) -> None:
    for raw in (MAIL, EIGHT_BIT):
        mailbox.deliver(raw)
    mailbox.expunge(1)
    before = mailbox.uid_validity()
    renewed = mailbox.renew_uid_validity()
    assert renewed > before
    assert mailbox.uid_validity() == renewed
    assert [(message.uid, message.raw) for message in mailbox.messages()] == [(1, EIGHT_BIT)]


def test_a_wrong_password_is_refused_without_delay(mailbox: Mailbox) -> None:
    for _attempt in range(3):
        with imapclient.IMAPClient(mailbox.host, mailbox.port, ssl=False, timeout=5) as client:
            with pytest.raises(LoginError):
                client.login(mailbox.username, "fout")
            client.login(mailbox.username, mailbox.password)


def test_tls_verifies_against_the_ca_file_only(mailbox: Mailbox) -> None:
    context = ssl.create_default_context(cafile=str(mailbox.ca_file))
    with imapclient.IMAPClient("localhost", mailbox.tls_port, ssl_context=context, timeout=5) as client:
        client.login(mailbox.username, mailbox.password)
    with pytest.raises(ssl.SSLCertVerificationError):
        imapclient.IMAPClient("localhost", mailbox.tls_port, timeout=5)


def test_starttls_is_offered_on_the_plain_port(mailbox: Mailbox) -> None:
    context = ssl.create_default_context(cafile=str(mailbox.ca_file))
    with imapclient.IMAPClient("localhost", mailbox.port, ssl=False, timeout=5) as client:
        client.starttls(context)
        client.login(mailbox.username, mailbox.password)
        assert client.folder_exists("INBOX")


def test_an_outage_breaks_connections_off_and_loses_no_mail(dovecot: Dovecot, mailbox: Mailbox) -> None:
    mailbox.deliver(MAIL)
    with mailbox.client("INBOX") as client:
        assert client.search("ALL") == [1]
        dovecot.stop()
        with pytest.raises(client.AbortError):
            client.noop()
        with pytest.raises(ConnectionRefusedError):
            imapclient.IMAPClient(mailbox.host, mailbox.port, ssl=False, timeout=5)
        dovecot.start()
    assert [message.raw for message in mailbox.messages()] == [MAIL]
