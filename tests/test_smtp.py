"""Submission to a real SMTP server that answers as it is told, and to one that misbehaves."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from mailworker.connection import Security, Server
from mailworker.errors import LoginRefused, ServerUnreachable
from mailworker.smtp import Answer, AnswerKind, Submission
from tests.servers import submission as servers
from tests.servers.ports import free_ports
from tests.servers.submission import At, Drop, SubmissionServer, Submitted

MAIL = b"Subject: antwoord\r\n\r\nBeste\r\n.met een punt\r\n"
US, AN, BO = "werktafels@example.test", "an@example.test", "bo@example.test"
OK = Answer(AnswerKind.ACCEPTED, 250, "2.0.0 Ok: queued")


def server_of(server: SubmissionServer, **other: object) -> Server:
    known = Server(
        "SMTP",
        server.host if server.ca_file is None else "localhost",
        server.port,
        Security(server.security),
        server.username or "",
        server.password if server.username else "",
        server.ca_file,
        timeout=10,
    )
    return replace(known, **other)  # type: ignore[arg-type]


@pytest.fixture
def submission(submission_server: SubmissionServer) -> Iterator[Submission]:
    with Submission(server_of(submission_server)) as submission:
        yield submission


def test_the_server_gets_envelope_and_bytes_as_they_are_over_one_connection(
    submission_server: SubmissionServer, submission: Submission
) -> None:
    assert [submission.submit(US, AN, MAIL), submission.submit("", BO, MAIL)] == [OK, OK]
    assert submission_server.submitted == [
        Submitted(US, (AN,), MAIL, 1, None),
        Submitted("", (BO,), MAIL, 1, None),
    ]


@pytest.mark.parametrize("at", list(At))
@pytest.mark.parametrize(
    ("said", "kind"),
    [("451 4.3.0 later", AnswerKind.TRANSIENT), ("550 5.1.1 unknown", AnswerKind.PERMANENT)],
)
def test_what_an_answer_means_is_told_by_its_first_digit_and_the_connection_serves_on(
    at: At, said: str, kind: AnswerKind, submission_server: SubmissionServer, submission: Submission
) -> None:
    submission_server.answer(said, at=at)
    assert submission.submit(US, AN, MAIL) == Answer(kind, int(said[:3]), said[4:])
    assert submission.submit(US, BO, MAIL) == OK
    assert submission_server.submitted == [Submitted(US, (BO,), MAIL, 1, None)]


@pytest.mark.parametrize("at", [At.RCPT, At.DATA])
def test_421_in_the_middle_is_for_now_and_the_next_mail_has_a_new_connection(
    at: At, submission_server: SubmissionServer, submission: Submission
) -> None:
    submission_server.answer("421 4.3.2 closing", at=at)
    assert submission.submit(US, AN, MAIL) == Answer(AnswerKind.TRANSIENT, 421, "4.3.2 closing")
    assert submission.submit(US, BO, MAIL) == OK
    assert submission_server.submitted == [Submitted(US, (BO,), MAIL, 2, None)]


def test_421_at_once_on_a_kept_connection_costs_the_mail_nothing(
    submission_server: SubmissionServer, submission: Submission
) -> None:
    submission.submit(US, AN, MAIL)
    submission_server.answer("421 4.4.2 idle too long", at=At.MAIL)
    assert submission.submit(US, BO, MAIL) == OK
    assert [submitted.connection for submitted in submission_server.submitted] == [1, 2]


def test_421_at_once_on_a_new_connection_is_for_now(
    submission_server: SubmissionServer, submission: Submission
) -> None:
    submission_server.answer("421 4.3.2 closing", at=At.MAIL)
    assert submission.submit(US, AN, MAIL) == Answer(AnswerKind.TRANSIENT, 421, "4.3.2 closing")


@pytest.mark.parametrize(("drop", "taken"), [(Drop.UNTAKEN, 0), (Drop.BEFORE_ANSWER, 1)])
def test_a_connection_that_breaks_before_the_answer_leaves_the_mail_for_another_time(
    drop: Drop, taken: int, submission_server: SubmissionServer, submission: Submission
) -> None:
    submission_server.answer(drop)
    lost = Answer(
        AnswerKind.TRANSIENT, 0, "the connection was lost after the mail was sent: it may have been taken over"
    )
    assert submission.submit(US, AN, MAIL) == lost
    assert submission.submit(US, AN, MAIL) == OK
    assert len(submission_server.submitted) == taken + 1


@pytest.mark.parametrize("end", ["closed after the answer", "reset while it lay idle", "the server was away"])
def test_a_kept_connection_that_lapsed_is_replaced_unnoticed(
    end: str, submission_server: SubmissionServer, submission: Submission
) -> None:
    if end == "closed after the answer":
        submission_server.answer(Drop.AFTER_ANSWER)
    assert submission.submit(US, AN, MAIL) == OK
    if end == "reset while it lay idle":
        submission_server.break_connections()
    elif end == "the server was away":
        submission_server.stop()
        submission_server.start()
    assert submission.submit(US, BO, MAIL) == OK
    assert [submitted.connection for submitted in submission_server.submitted] == [1, 2]


def test_a_server_that_goes_away_is_out_of_reach_and_used_again_when_it_is_back(
    submission_server: SubmissionServer, submission: Submission
) -> None:
    submission.submit(US, AN, MAIL)
    submission_server.stop()
    for _attempt in range(2):
        with pytest.raises(ServerUnreachable) as gone:
            submission.submit(US, BO, MAIL)
        assert str(gone.value) == (
            f"The SMTP server 127.0.0.1:{submission_server.port} (none) is out of reach while connecting: "
            "Connection refused. Check MAILWORKER_SMTP__HOST, MAILWORKER_SMTP__PORT and MAILWORKER_SMTP__SECURITY"
        )
    submission_server.start()
    assert submission.submit(US, BO, MAIL) == OK


@pytest.mark.parametrize("security", list(servers.Security))
def test_a_login_works_under_every_security(
    security: servers.Security, start_submission: Callable[..., SubmissionServer]
) -> None:
    server = start_submission(security=security, username="werktafels")
    with Submission(server_of(server)) as submission:
        submission.check()
        assert submission.submit(US, AN, MAIL) == OK
    assert [submitted.login for submitted in server.submitted] == ["werktafels"]


@pytest.mark.parametrize("password", ["fout", "gehéim"])
def test_a_wrong_password_is_an_error_of_its_own_that_does_not_show_it(
    password: str, start_submission: Callable[..., SubmissionServer]
) -> None:
    server = start_submission(username="werktafels")
    with Submission(server_of(server, password=password)) as submission, pytest.raises(LoginRefused) as wrong:
        submission.submit(US, AN, MAIL)
    assert str(wrong.value) == (
        f"The {submission.server} refuses the login. Check MAILWORKER_SMTP__USERNAME and MAILWORKER_SMTP__PASSWORD"
    )


def test_a_password_in_any_script_is_a_password(start_submission: Callable[..., SubmissionServer]) -> None:
    server = start_submission(username="wérktafels", password="gehéim ✓")
    with Submission(server_of(server)) as submission:
        assert submission.submit(US, AN, MAIL) == OK


def test_a_mail_is_not_refused_for_want_of_a_login(start_submission: Callable[..., SubmissionServer]) -> None:
    server = start_submission(username="werktafels")
    with Submission(server_of(server, username="", password="")) as submission:
        for _attempt in range(2):
            with pytest.raises(LoginRefused):
                submission.submit(US, AN, MAIL)


def test_a_login_that_the_server_does_not_offer_is_left_out(
    submission_server: SubmissionServer,
) -> None:
    with Submission(server_of(submission_server, username="werktafels", password="geheim")) as submission:
        assert submission.submit(US, AN, MAIL) == OK


@pytest.mark.parametrize("security", [servers.Security.STARTTLS, servers.Security.TLS])
def test_a_certificate_that_is_not_trusted_is_named(
    security: servers.Security, start_submission: Callable[..., SubmissionServer]
) -> None:
    server = start_submission(security=security)
    with Submission(server_of(server, ca_file=None)) as submission, pytest.raises(ServerUnreachable) as untrusted:
        submission.check()
    assert str(untrusted.value) == (
        f"The certificate of the {submission.server} is not trusted: self-signed certificate. "
        "Check MAILWORKER_SMTP__HOST, or name your own authority with MAILWORKER_SMTP__CA_FILE"
    )


def test_starttls_that_is_not_offered_is_told(submission_server: SubmissionServer) -> None:
    with (
        Submission(server_of(submission_server, security=Security.STARTTLS)) as submission,
        pytest.raises(ServerUnreachable) as clear,
    ):
        submission.check()
    assert str(clear.value) == f"The {submission.server} offers no STARTTLS. Check MAILWORKER_SMTP__SECURITY"


def test_a_mail_above_the_servers_limit_is_refused_before_it_is_sent(
    start_submission: Callable[..., SubmissionServer],
) -> None:
    server = start_submission(size_limit=1000)
    with Submission(server_of(server)) as submission:
        answer = submission.submit(US, AN, MAIL + b"x" * 1000)
        assert (answer.kind, answer.code) == (AnswerKind.PERMANENT, 552)
        assert submission.submit(US, AN, MAIL) == OK


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        (b"Subject: x\n\n.\nMAIL FROM:<>\n", b"Subject: x\r\n\r\n.\r\nMAIL FROM:<>\r\n"),
        (b"Subject: x\r\n\r\n..\r\r.\n\r\nzonder einde", b"Subject: x\r\n\r\n..\r\n\r\n.\r\n\r\nzonder einde\r\n"),
        (b".\r\n", b".\r\n"),
    ],
)
def test_no_line_of_a_mail_can_end_it(
    given: bytes, taken: bytes, submission_server: SubmissionServer, submission: Submission
) -> None:
    assert submission.submit(US, AN, given) == OK
    assert [submitted.raw for submitted in submission_server.submitted] == [taken]


@pytest.mark.parametrize(
    "recipient",
    ["", "an@example.test>\r\nRCPT TO:<bo@example.test", "an @example.test", "<an@example.test>", "a\0@b.test"],
)
def test_an_address_that_could_be_a_command_is_refused_here(
    recipient: str, submission_server: SubmissionServer, submission: Submission
) -> None:
    expected = Answer(AnswerKind.PERMANENT, 553, "not an address that SMTP can carry")
    assert submission.submit(US, recipient, MAIL) == expected
    assert submission_server.connections == 0


def test_an_address_in_another_script_goes_where_the_server_can_take_it(
    submission_server: SubmissionServer, submission: Submission
) -> None:
    assert submission.submit(US, "zoë@example.test", MAIL) == OK
    assert submission.submit(US, AN, MAIL) == OK
    assert [submitted.recipients for submitted in submission_server.submitted] == [("zoë@example.test",), (AN,)]


# A server that says what a test wants, for what aiosmtpd never does.

Answers = dict[str, str]
READY: Answers = {
    "": "220 ready",
    "EHLO": "250-here\r\n250 SIZE",
    "MAIL": "250 ok",
    "RCPT": "250 ok",
    "DATA": "354 go on",
    ".": "250 taken",
    "RSET": "250 ok",
    "NOOP": "250 ok",
    "QUIT": "221 bye",
}


class Scripted:
    """Answers each command by its first word; what it has no answer for is met with silence. `heard` is what came."""

    def __init__(self, answers: Answers) -> None:
        self.heard: list[str] = []
        self._answers = READY | answers
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(timeout=20)

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _address = self._listening.accept()
                with connection, suppress(OSError), connection.makefile("rwb") as wire:
                    self._talk(cast(BinaryIO, wire))

    def _talk(self, wire: BinaryIO) -> None:
        self._say(wire, "")
        content = False
        for line in wire:
            word, _, rest = line.decode().strip().partition(" ")
            if content and word != ".":
                continue
            word = word.upper()
            self.heard.append(f"{word} {rest}".strip())
            content = word == "DATA" and self._answers["DATA"].startswith("354")
            self._say(wire, word)

    def _say(self, wire: BinaryIO, word: str) -> None:
        if self._answers.get(word):
            wire.write(self._answers[word].encode() + b"\r\n")
            wire.flush()


@contextmanager
def scripted(answers: Answers, **other: object) -> Iterator[tuple[Scripted, Submission]]:
    server = Scripted(answers)
    known = Server("SMTP", "127.0.0.1", server.port, Security.NONE, connect_timeout=0.3, timeout=0.3)
    with Submission(replace(known, **other), final_timeout=0.3) as submission:  # type: ignore[arg-type]
        yield server, submission
    server.close()


def test_a_server_that_never_greets_is_given_up_after_the_timeout() -> None:
    with scripted({"": ""}) as (_server, submission), pytest.raises(ServerUnreachable) as silent:
        submission.submit(US, AN, MAIL)
    assert silent.value.what.endswith("is out of reach while connecting: no answer within 0.3 seconds")


@pytest.mark.parametrize(
    ("silent_at", "stage"),
    [
        ("MAIL", "before the mail was begun"),
        ("RCPT", "before the mail was sent"),
        (".", "after the mail was sent: it may have been taken over"),
    ],
)
def test_a_server_that_falls_silent_is_given_up_and_not_spoken_to_again(silent_at: str, stage: str) -> None:
    with scripted({silent_at: ""}) as (server, submission):
        lost = Answer(AnswerKind.TRANSIENT, 0, f"the connection was lost {stage}")
        assert submission.submit(US, AN, MAIL) == lost
        assert submission.submit(US, AN, MAIL) == lost
    assert [heard.split()[0] for heard in server.heard].count("EHLO") == 2


@pytest.mark.parametrize("greeting", ["554 no service", "421 too busy"])
def test_a_server_that_turns_everybody_away_is_out_of_reach(greeting: str) -> None:
    with scripted({"": greeting}) as (_server, submission), pytest.raises(ServerUnreachable) as away:
        submission.submit(US, AN, MAIL)
    assert str(away.value) == (
        f"The {submission.server} answers {greeting[:3]} while connecting. The next round tries again"
    )


def test_503_to_a_login_is_no_login() -> None:
    answers = {"EHLO": "250-here\r\n250 AUTH LOGIN PLAIN", "AUTH": "503 send EHLO first"}
    for offered in ("LOGIN PLAIN", "LOGIN"):
        answers["EHLO"] = f"250-here\r\n250 AUTH {offered}"
        with scripted(answers, username="an", password="x") as (_server, submission), pytest.raises(LoginRefused):
            submission.check()


def test_a_login_that_cannot_be_checked_now_is_no_refused_login() -> None:
    answers = {"EHLO": "250-here\r\n250 AUTH PLAIN", "AUTH": "454 4.7.0 Temporary authentication failure"}
    with (
        scripted(answers, username="an", password="x") as (_server, submission),
        pytest.raises(ServerUnreachable) as no,
    ):
        submission.check()
    assert no.value.what == f"The {submission.server} cannot check logins now (454)"


def test_no_way_to_log_in_with_a_password_is_told() -> None:
    answers = {"EHLO": "250-here\r\n250 AUTH XOAUTH2"}
    with scripted(answers, username="an", password="x") as (_server, submission), pytest.raises(LoginRefused) as none:
        submission.check()
    assert none.value.what == f"The {submission.server} takes no login with a password"


@pytest.mark.parametrize(
    ("word", "said", "expected"),
    [
        ("DATA", "250 what?", Answer(AnswerKind.TRANSIENT, 0, "an answer out of place: what?")),
        (".", "354 more", Answer(AnswerKind.TRANSIENT, 0, "an answer out of place: more")),
        ("MAIL", "nonsense", Answer(AnswerKind.TRANSIENT, 0, "an answer out of place: ense")),
        ("RCPT", "503 5.5.1 MAIL first", Answer(AnswerKind.TRANSIENT, 503, "5.5.1 MAIL first")),
    ],
)
def test_an_answer_that_is_out_of_place_says_nothing_of_the_mail(word: str, said: str, expected: Answer) -> None:
    with scripted({word: said}) as (_server, submission):
        assert submission.submit(US, AN, MAIL) == expected
        assert submission._smtp is None


def test_an_answer_of_many_lines_is_one_line_without_control_characters() -> None:
    said = "550-5.7.1 first\r\n550-\x1b[31mred\x07\r\n550 " + "y" * 600
    with scripted({"RCPT": said}) as (_server, submission):
        answer = submission.submit(US, AN, MAIL)
    assert answer == Answer(AnswerKind.PERMANENT, 550, ("5.7.1 first [31mred " + "y" * 600)[:400])


def test_we_greet_with_our_address_and_name_the_size() -> None:
    with scripted({}) as (server, submission):
        submission.submit(US, AN, MAIL)
    assert server.heard == [
        "EHLO [127.0.0.1]",
        f"MAIL FROM:<{US}> SIZE={len(MAIL)}",
        f"RCPT TO:<{AN}>",
        "DATA",
        ".",
        "QUIT",
    ]


def test_a_port_where_nobody_listens_and_a_host_that_is_none_are_told() -> None:
    (port,) = free_ports(1)
    closed = Server("SMTP", "127.0.0.1", port, Security.NONE)
    for server, what in (
        (closed, "is out of reach while connecting: Connection refused"),
        (replace(closed, host="a" * 70), "is out of reach while connecting: that is no host name"),
    ):
        with Submission(server) as submission, pytest.raises(ServerUnreachable) as unreachable:
            submission.check()
        assert unreachable.value.what == f"The {server} {what}"
    with Submission(replace(closed, host="")) as submission, pytest.raises(ServerUnreachable) as unset:
        submission.check()
    assert str(unset.value) == "No SMTP server is configured. Set MAILWORKER_SMTP__HOST"


def test_an_authority_file_that_went_away_is_told(submission_server: SubmissionServer, tmp_path: Path) -> None:
    server = server_of(submission_server, security=Security.STARTTLS, ca_file=tmp_path / "gone.pem")
    with Submission(server) as submission, pytest.raises(ServerUnreachable) as gone:
        submission.check()
    assert gone.value.remedy == "Check MAILWORKER_SMTP__CA_FILE: a readable file of PEM certificates is expected"
