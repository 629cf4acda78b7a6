"""The same mail has the same digest on every route; another mail has another."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailworker.message.identity import content_digest, message_id
from mailworker.message.inbound import parse

MAIL = (
    b"From: Jan <jan@water.test>\r\nTo: tafels@water.test\r\nSubject: Werktafels\r\nDate: Mon, 5 Jul 2021 10:03:00"
    b" +0200\r\n"
    b"Message-ID: <a1@water.test>\r\nContent-Type: text/plain\r\n\r\nGraag grondwater.\r\n\r\nJan\r\n"
)
TRACE = (
    b"Return-Path: <jan@water.test>\r\nReceived: from a by b\r\n\tfor <c@d.test>; now\r\nAuthentication-Results: x;"
    b" none\r\n"
)


@pytest.mark.parametrize(
    "other",
    [
        TRACE + MAIL,
        b"DKIM-Signature: v=1;\r\n b=x\r\nX-Spam-Status: No\r\nDelivered-To: a@b.test\r\nARC-Seal: i=1\r\n" + MAIL,
        MAIL.replace(b"\r\n", b"\n"),
        MAIL.replace(b"\r\n", b"\r"),
        MAIL + b"\r\n\r\n",
        MAIL.replace(b"Subject: Werktafels", b"Subject:\r\n Werktafels").replace(b"From:", b"FROM:"),
        b"From jan@water.test Mon Jul  5 10:03:00 2021\r\n" + MAIL,
        MAIL.replace(b"To: tafels@water.test\r\n", b"").replace(b"Message-ID", b"To: tafels@water.test\r\nMessage-ID"),
    ],
    ids=["trace", "signatures", "line feeds", "carriage returns", "blank lines", "folding", "mbox", "order of fields"],
)
def test_the_same_mail_by_another_route_has_the_same_digest(other: bytes) -> None:
    assert content_digest(other) == content_digest(MAIL)


@pytest.mark.parametrize(
    "field", [b"Jan <jan", b"tafels@", b"Werktafels", b"10:03", b"a1@", b"text/plain", b"grondwater.", b"\r\n\r\nJan"]
)
def test_another_mail_has_another_digest(field: bytes) -> None:
    assert content_digest(MAIL.replace(field, field[:-1] + b"X")) != content_digest(MAIL)


def test_a_field_cannot_pass_for_another() -> None:
    assert content_digest(b"Subject: a\r\n\r\nb") != content_digest(b"Subject: a\r\nTo: \r\n\r\nb")


def test_the_line_ends_of_a_large_body_are_evened_out() -> None:
    body = b"Graag grondwater\r\n" * 200_000
    assert content_digest(MAIL + body) == content_digest(MAIL.replace(b"\r\n", b"\n") + body.replace(b"\r\n", b"\n"))


def test_the_digest_is_fixed() -> None:
    assert content_digest(b"From: a@b.test\r\n\r\nx") == content_digest(b"From: a@b.test\n\nx\n")
    assert re.fullmatch(r"[0-9a-f]{64}", content_digest(b"")) is not None


def test_the_message_id_is_the_fields_or_made_from_the_digest() -> None:
    without = MAIL.replace(b"Message-ID: <a1@water.test>\r\n", b"")
    assert message_id(MAIL) == "a1@water.test"
    assert message_id(without) == f"sha256-{content_digest(without)}@no-message-id.invalid"


@given(st.binary(max_size=300))
def test_any_octets_have_a_digest_and_an_identifier(raw: bytes) -> None:
    assert (len(content_digest(raw)), content_digest(raw + b"\n")) == (64, content_digest(raw + b"\r\n"))
    assert message_id(raw)


@pytest.mark.parametrize(
    "field", [b"<a@b.test>", b" a@b.test", b"=?utf-8?q?=3Ca=40b.test=3E?=", b"", b"<>", b"<a\r\n b>", b"(x) <a@b.test>"]
)
def test_it_is_the_identifier_that_parsing_finds(field: bytes) -> None:
    raw = b"Message-ID: " + field + b"\r\nFrom: a@b.test\r\n\r\nx"
    assert message_id(raw) == (parse(raw).message_id or f"sha256-{content_digest(raw)}@no-message-id.invalid")
