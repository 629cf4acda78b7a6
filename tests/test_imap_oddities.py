"""What servers other than Dovecot do, or do on a bad day, as a scripted server."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mailworker.connection import Security, Server
from mailworker.errors import ServerUnreachable
from mailworker.imap import Fetched, Mailbox, Opened
from tests.scripted_imap import READY, Answers, Scripted

MIB = 1024 * 1024
RECEIVED = datetime(2021, 6, 23, 7, 16, 29, tzinfo=UTC)
Start = Callable[..., tuple[Scripted, Mailbox]]
SIZES = ['* 1 FETCH (UID 5 RFC822.SIZE 40 INTERNALDATE "23-Jun-2021 07:16:29 +0000")', "{tag} OK done"]


@pytest.fixture
def scripted() -> Iterator[Start]:
    started: list[tuple[Scripted, Mailbox]] = []

    def start(answers: Answers, greeting: str = "* OK ready", timeout: float = 10) -> tuple[Scripted, Mailbox]:
        server = Scripted(answers, greeting)
        account = Server(
            "IMAP", "127.0.0.1", server.port, Security.NONE, "an", "geheim", connect_timeout=timeout, timeout=timeout
        )
        started.append((server, Mailbox(account)))
        return started[-1]

    yield start
    for server, mailbox in started:
        mailbox.close()
        server.close()


def test_a_server_that_never_greets_is_given_up_after_the_timeout(
    scripted: Start,
) -> None:
    _server, mailbox = scripted({}, greeting="", timeout=0.3)
    with pytest.raises(ServerUnreachable) as silent:
        mailbox.open()
    assert silent.value.what.endswith("is out of reach while connecting: no answer within 0.3 seconds")


def test_a_server_that_falls_silent_is_given_up_after_the_timeout(
    scripted: Start,
) -> None:
    _server, mailbox = scripted({"UID SEARCH": []}, timeout=0.3)
    mailbox.open()
    with pytest.raises(ServerUnreachable) as silent:
        mailbox.uids_above(0)
    assert silent.value.what.endswith("is out of reach while searching: no answer within 0.3 seconds")


def test_a_connection_that_breaks_during_the_login_is_no_refused_login(
    scripted: Start,
) -> None:
    _server, mailbox = scripted({"AUTHENTICATE": ["+ ", "hang up"]})
    with pytest.raises(ServerUnreachable) as lost:
        mailbox.open()
    assert lost.value.what.endswith("is out of reach while logging in: the server broke off")


def test_a_server_that_cannot_check_logins_now_is_no_refused_login(
    scripted: Start,
) -> None:
    _server, mailbox = scripted({"AUTHENTICATE": ["+ ", "{tag} NO [UNAVAILABLE] Temporary authentication failure."]})
    with pytest.raises(ServerUnreachable):
        mailbox.open()


def test_without_plain_authentication_the_user_name_is_quoted(
    scripted: Start,
) -> None:
    server, mailbox = scripted({"CAPABILITY": ["* CAPABILITY IMAP4rev1", "{tag} OK done"], "LOGIN": ["{tag} OK done"]})
    mailbox.server = replace(mailbox.server, username='VMM\\an "de" wit')
    mailbox.open()
    assert [heard for heard in server.heard if heard.startswith("LOGIN")] == ['LOGIN "VMM\\\\an \\"de\\" wit" "geheim"']


def test_a_folder_that_may_only_be_read_is_read_and_left_alone(
    scripted: Start,
) -> None:
    read_only = [*READY["SELECT"][:-1], "{tag} OK [READ-ONLY] done"]
    server, mailbox = scripted(
        {"SELECT": read_only, "EXAMINE": read_only, "UID SEARCH": ["* SEARCH 5", "{tag} OK done"]}
    )
    assert mailbox.open() == Opened(7, 9)
    assert mailbox.uids_above(4) == [5]
    mailbox.mark_seen([5])
    assert mailbox.move(5, "Verwerkt") is False
    assert [heard for heard in server.heard if heard.startswith(("UID STORE", "UID MOVE", "UID COPY"))] == []


def test_a_server_that_does_not_let_us_mark_mail_stops_nothing(
    scripted: Start,
) -> None:
    server, mailbox = scripted({"UID STORE": ["{tag} NO not permitted"], "NOOP": ["{tag} OK done"]})
    mailbox.open()
    mailbox.mark_seen([5])
    mailbox.noop()
    assert [heard.split()[0] for heard in server.heard if heard.startswith(("UID STORE", "NOOP"))] == ["UID", "NOOP"]


def test_without_move_a_mail_is_copied_and_only_that_mail_expunged(
    scripted: Start,
) -> None:
    done = ["{tag} OK done"]
    server, mailbox = scripted(
        {
            "UID FETCH": ["* 1 FETCH (UID 5 FLAGS ())", *done],
            "UID COPY": done,
            "UID STORE": done,
            "UID EXPUNGE": ["* 1 EXPUNGE", *done],
        }
    )
    mailbox.open()
    assert mailbox.move(5, "Verwerkt") is True
    assert server.heard[-4:] == [
        "UID FETCH 5 (FLAGS)",
        'UID COPY 5 "Verwerkt"',
        "UID STORE 5 +FLAGS.SILENT (\\Deleted)",
        "UID EXPUNGE 5",
    ]


def test_without_a_safe_way_to_move_one_mail_it_stays(scripted: Start) -> None:
    server, mailbox = scripted({"CAPABILITY": ["* CAPABILITY IMAP4rev1 AUTH=PLAIN", "{tag} OK done"]})
    mailbox.open()
    said = len(server.heard)
    assert mailbox.move(5, "Verwerkt") is False
    assert [heard for heard in server.heard[said:] if heard != "CAPABILITY"] == []


def test_a_mail_that_the_server_cannot_hand_over_comes_with_its_headers_and_keeps_nobody_waiting(
    scripted: Start,
) -> None:
    sizes = [
        '* 1 FETCH (UID 5 RFC822.SIZE 40 INTERNALDATE "23-Jun-2021 07:16:29 +0000")',
        '* 2 FETCH (UID 6 RFC822.SIZE 40 INTERNALDATE "23-Jun-2021 07:16:29 +0000")',
        "{tag} OK done",
    ]
    _server, mailbox = scripted(
        {
            "UID FETCH 5,6 (RFC822.SIZE": sizes,
            "UID FETCH 5 (RFC822.SIZE": SIZES,
            "UID FETCH 5,6 (BODY.PEEK[])": ["{tag} NO could not be converted"],
            "UID FETCH 5 (BODY.PEEK[])": ["{tag} NO could not be converted"],
            "UID FETCH 5 (BODY.PEEK[HEADER])": ["* 1 FETCH (UID 5 BODY[HEADER] {{8}}", "From: an)", "{tag} OK done"],
            "UID FETCH 6 (BODY.PEEK[])": ["* 2 FETCH (UID 6 BODY[] {{4}}", "heel)", "{tag} OK done"],
        }
    )
    mailbox.open()
    assert mailbox.fetch_many([5, 6], MIB) == [
        Fetched(5, b"From: an", 40, RECEIVED, truncated=True),
        Fetched(6, b"heel", 4, RECEIVED),
    ]


def test_a_size_that_the_server_understates_does_not_lift_the_limit(
    scripted: Start,
) -> None:
    _server, mailbox = scripted(
        {
            "UID FETCH 5 (RFC822.SIZE": SIZES,
            "UID FETCH 5 (BODY.PEEK[])": ["* 1 FETCH (UID 5 BODY[] {{60}}", "x" * 60 + ")", "{tag} OK done"],
        }
    )
    mailbox.open()
    assert mailbox.fetch(5, 50) == Fetched(5, b"x" * 50, 60, RECEIVED, truncated=True)


def test_an_answer_that_makes_no_sense_closes_the_connection(scripted: Start) -> None:
    _server, mailbox = scripted({"UID SEARCH": ["* SEARCH geen getal", "{tag} OK done"]})
    mailbox.open()
    with pytest.raises(ServerUnreachable) as nonsense:
        mailbox.uids_above(0)
    assert nonsense.value.what.endswith("gave no usable answer while searching")
    assert mailbox.open() == Opened(7, 9)
