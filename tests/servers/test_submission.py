"""What tests may rely on in the scripted submission server."""

import smtplib
import ssl
from collections.abc import Callable

import pytest

from tests.servers.certificate import Certificate
from tests.servers.submission import At, Drop, Security, SubmissionServer, Submitted

MAIL = b"Subject: antwoord\r\n\r\nBeste\r\n.met een punt\r\n"
US, AN, BO = "werktafels@example.test", "an@example.test", "bo@example.test"


def connect(server: SubmissionServer) -> smtplib.SMTP:
    return smtplib.SMTP(server.host, server.port, timeout=5)


def test_it_keeps_envelope_and_bytes(submission_server: SubmissionServer) -> None:
    with connect(submission_server) as client:
        client.sendmail(US, [AN, BO], MAIL)
        client.sendmail("", [AN], MAIL)
    with connect(submission_server) as client:
        client.sendmail(US, [BO], MAIL)
    assert submission_server.submitted == [
        Submitted(US, (AN, BO), MAIL, 1, None),
        Submitted("", (AN,), MAIL, 1, None),
        Submitted(US, (BO,), MAIL, 2, None),
    ]
    assert submission_server.connections == 2


def test_a_scripted_answer_is_for_the_next_message_only(submission_server: SubmissionServer) -> None:
    submission_server.answer("451 4.3.0 later", "550 5.7.1 no")
    with connect(submission_server) as client:
        with pytest.raises(smtplib.SMTPDataError) as first:
            client.sendmail(US, [AN], MAIL)
        with pytest.raises(smtplib.SMTPDataError) as second:
            client.sendmail(US, [AN], MAIL)
        client.sendmail(US, [AN], MAIL)
    assert first.value.args == (451, b"4.3.0 later")
    assert second.value.args == (550, b"5.7.1 no")
    assert len(submission_server.submitted) == 1


def test_a_recipient_can_be_refused_for_good(submission_server: SubmissionServer) -> None:
    submission_server.answer("550 5.1.1 unknown", at=At.RCPT, recipient=BO, times=None)
    with connect(submission_server) as client:
        assert client.sendmail(US, [AN, BO], MAIL) == {BO: (550, b"5.1.1 unknown")}
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            client.sendmail(US, [BO], MAIL)
    assert [submitted.recipients for submitted in submission_server.submitted] == [(AN,)]
    submission_server.forget_script()
    with connect(submission_server) as client:
        assert client.sendmail(US, [BO], MAIL) == {}


def test_a_sender_can_be_refused(submission_server: SubmissionServer) -> None:
    submission_server.answer("451 4.7.1 greylisted", at=At.MAIL, times=2)
    with connect(submission_server) as client:
        for _attempt in range(2):
            with pytest.raises(smtplib.SMTPSenderRefused):
                client.sendmail(US, [AN], MAIL)
        client.sendmail(US, [AN], MAIL)


def test_421_closes_the_connection(submission_server: SubmissionServer) -> None:
    submission_server.answer("421 4.3.2 closing", at=At.MAIL)
    client = connect(submission_server)
    with pytest.raises(smtplib.SMTPSenderRefused):
        client.sendmail(US, [AN], MAIL)
    with connect(submission_server) as again:
        again.sendmail(US, [AN], MAIL)


@pytest.mark.parametrize(("drop", "taken"), [(Drop.UNTAKEN, 0), (Drop.BEFORE_ANSWER, 1)])
def test_a_connection_breaks_off_instead_of_an_answer(
    submission_server: SubmissionServer, drop: Drop, taken: int
) -> None:
    submission_server.answer(drop)
    client = connect(submission_server)
    with pytest.raises(smtplib.SMTPServerDisconnected):
        client.sendmail(US, [AN], MAIL)
    assert len(submission_server.submitted) == taken


def test_a_connection_closes_after_the_answer(submission_server: SubmissionServer) -> None:
    submission_server.answer(Drop.AFTER_ANSWER)
    client = connect(submission_server)
    assert client.sendmail(US, [AN], MAIL) == {}
    with pytest.raises(smtplib.SMTPServerDisconnected):
        client.sendmail(US, [AN], MAIL)
    assert len(submission_server.submitted) == 1


def test_a_size_limit_is_announced_and_kept(start_submission: Callable[..., SubmissionServer]) -> None:
    server = start_submission(size_limit=1000)
    with connect(server) as client:
        client.ehlo()
        assert client.esmtp_features["size"] == "1000"
        with pytest.raises(smtplib.SMTPSenderRefused) as refused:
            client.sendmail(US, [AN], MAIL + b"x" * 1000)
    assert refused.value.smtp_code == 552


@pytest.mark.parametrize("security", list(Security))
def test_a_login_is_required_where_there_is_one(
    start_submission: Callable[..., SubmissionServer], certificate: Certificate, security: Security
) -> None:
    server = start_submission(security=security, username="werktafels")
    context = certificate.client_context()
    client = (
        smtplib.SMTP_SSL("localhost", server.port, timeout=5, context=context)
        if security is Security.TLS
        else smtplib.SMTP("localhost", server.port, timeout=5)
    )
    with client:
        if security is Security.STARTTLS:
            with pytest.raises(smtplib.SMTPSenderRefused):
                client.sendmail(US, [AN], MAIL)
            client.starttls(context=context)
        with pytest.raises(smtplib.SMTPSenderRefused):
            client.sendmail(US, [AN], MAIL)
        with pytest.raises(smtplib.SMTPAuthenticationError):
            client.login("werktafels", "fout")
        client.login("werktafels", server.password)
        client.sendmail(US, [AN], MAIL)
    assert [submitted.login for submitted in server.submitted] == ["werktafels"]


@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN"])
def test_both_ways_to_log_in_work(start_submission: Callable[..., SubmissionServer], mechanism: str) -> None:
    server = start_submission(username="werktafels")
    with connect(server) as client:
        client.ehlo()
        client.user, client.password = "werktafels", server.password
        client.auth(mechanism, getattr(client, f"auth_{mechanism.lower()}"))
        client.sendmail(US, [AN], MAIL)
    assert len(server.submitted) == 1


def test_no_login_is_offered_where_there_is_none(submission_server: SubmissionServer) -> None:
    with connect(submission_server) as client:
        client.ehlo()
        assert not client.has_extn("auth")


def test_tls_without_trust_is_refused_by_the_client(start_submission: Callable[..., SubmissionServer]) -> None:
    server = start_submission(security=Security.STARTTLS)
    with connect(server) as client, pytest.raises(ssl.SSLCertVerificationError):
        client.starttls(context=ssl.create_default_context())


def test_an_outage_breaks_connections_off_and_keeps_the_port(submission_server: SubmissionServer) -> None:
    client = connect(submission_server)
    client.sendmail(US, [AN], MAIL)
    submission_server.stop()
    with pytest.raises(smtplib.SMTPServerDisconnected):
        client.sendmail(US, [AN], MAIL)
    with pytest.raises(ConnectionRefusedError):
        connect(submission_server)
    submission_server.start()
    with connect(submission_server) as again:
        again.sendmail(US, [BO], MAIL)
    assert [submitted.recipients for submitted in submission_server.submitted] == [(AN,), (BO,)]


def test_broken_connections_can_be_made_anew(submission_server: SubmissionServer) -> None:
    client = connect(submission_server)
    client.ehlo()
    submission_server.break_connections()
    with pytest.raises(smtplib.SMTPServerDisconnected):
        client.sendmail(US, [AN], MAIL)
    with connect(submission_server) as again:
        again.sendmail(US, [AN], MAIL)
    assert submission_server.connections == 2
