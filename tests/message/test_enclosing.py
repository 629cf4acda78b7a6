"""Somebody's mail within ours: as it came where it can be, readable in any case."""

import email
import email.policy
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailworker.message.enclosing import enclosed
from mailworker.message.inbound import Address, parse
from mailworker.message.outgoing import MESSAGE, Attachment, Outgoing, compose
from tests.message.writing import raw_mail

CORPUS = Path(__file__).parent.parent / "mails" / "corpus"
OURS = Outgoing(
    subject="Te behandelen",
    text="Hallo\n",
    html="<p>Hallo</p>",
    sender=Address("Dienst", "tafels@planning.example"),
    recipient="an@planning.example",
    message_id="held.1@planning.example",
    date=datetime(2021, 7, 5, tzinfo=UTC),
    auto_submitted="auto-generated",
)
SEVEN_BIT = raw_mail("Dag,\nik kom naar grondwater.\n.\nFrom hier\n")


def parts(raw: bytes) -> list[str]:
    return [part.get_content_type() for part in email.message_from_bytes(raw, policy=email.policy.default).walk()]


def inner(raw: bytes) -> bytes:
    """The octets between the head of the enclosed mail's part and the boundary after it."""
    boundary = email.message_from_bytes(raw, policy=email.policy.default).get_boundary()
    part = raw.split(f"--{boundary}".encode())[2]
    return part.partition(b"\r\n\r\n")[2].removesuffix(b"\r\n")


def test_a_seven_bit_mail_is_enclosed_as_it_came() -> None:
    file = enclosed(SEVEN_BIT, "mail-12.eml")
    assert file == Attachment("mail-12.eml", MESSAGE, SEVEN_BIT)
    raw = compose(replace(OURS, attachments=(file,)))
    assert parts(raw) == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "message/rfc822",
        "text/plain",
    ]
    assert inner(raw) == SEVEN_BIT
    assert raw == compose(replace(OURS, attachments=(file,)))


def test_bare_line_ends_become_those_of_mail() -> None:
    assert enclosed(b"From: a@b.example\n\neen\rtwee\n", "x.eml").content == b"From: a@b.example\r\n\r\neen\r\ntwee\r\n"


def test_an_eight_bit_mail_is_encoded_part_by_part_and_reads_the_same() -> None:
    theirs = raw_mail("Ik kom naar één tafel.\n", "Café").replace(b"Subject: Caf\xc3\xa9", "Subject: Café".encode())
    file = enclosed(theirs, "mail-12.eml")
    assert (file.content_type, file.content.isascii()) == (MESSAGE, True)
    again = parse(file.content)
    assert [part.text and part.text.strip() for part in again.parts] == ["Ik kom naar één tafel."]


def test_what_cannot_stand_in_a_mail_is_a_file() -> None:
    for theirs in (b"Subject: x\r\n\r\n" + b"x" * 2000, b"\x00\x01", b""):
        file = enclosed(theirs, "mail-12.eml")
        assert file == Attachment("mail-12.eml", "application/octet-stream", theirs)


@pytest.mark.parametrize("path", sorted(CORPUS.rglob("*.eml"))[::12], ids=lambda path: path.stem)
def test_every_mail_of_the_corpus_can_be_enclosed(path: Path) -> None:
    raw = compose(replace(OURS, attachments=(enclosed(path.read_bytes(), "mail.eml"),)))
    assert raw.isascii()
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    assert parts(raw)[:2] == ["multipart/mixed", "multipart/alternative"]


@given(st.binary(max_size=400))
def test_no_octets_make_a_mail_of_ours_unlawful(raw: bytes) -> None:
    mail = compose(replace(OURS, attachments=(enclosed(raw, "mail.eml"),)))
    assert mail.isascii()
    assert b"\r" not in mail.replace(b"\r\n", b"")
    assert b"\n" not in mail.replace(b"\r\n", b"")
