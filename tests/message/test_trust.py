"""Only what our own server wrote, topmost, says whether a sender is who they say they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailworker.message.inbound import parse
from mailworker.message.trust import Authentication, authentication

OURS = frozenset({"mx.water.test"})
PASSED, FAILED, ABSENT = Authentication.PASSED, Authentication.FAILED, Authentication.ABSENT


def found(*values: str, sender: str = "jan@b.test", ours: frozenset[str] = OURS) -> Authentication:
    fields = "".join(f"Authentication-Results: {value}\r\n" for value in values)
    return authentication(parse(f"{fields}From: {sender}\r\n\r\nx".encode()), ours)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "mx.water.test; spf=pass smtp.mailfrom=b.test; dkim=pass header.d=b.test; dmarc=pass header.from=b.test",
            PASSED,
        ),
        ("mx.water.test; dmarc=pass (p=reject dis=none) header.from=b.test", PASSED),
        ("mx.water.test; dmarc=pass", PASSED),
        ("MX.Water.Test; DMARC=PASS header.from=B.TEST", PASSED),
        ("mx.water.test 1; dmarc=pass header.from=b.test", PASSED),
        ('"mx.water.test"; dmarc=pass header.from=b.test', PASSED),
        ("(our server) mx.water.test (v (nested) 1); dmarc (method) = pass header.from=b.test", PASSED),
        ("mx.water.test (at; the; door); dmarc=pass (a; b) header.from=b.test", PASSED),
        (
            "mx.water.test;\r\n\tdkim=pass\r\n\t(2048-bit key; unprotected)"
            " header.d=b.test;\r\n\tdmarc=pass header.from=b.test",
            PASSED,
        ),
        ("mx.water.test; iprev=pass policy.iprev=2001:db8::1; dmarc=pass header.from=b.test", PASSED),
        ("mx.water.test; spf=pass smtp.mailfrom=jan@münchen.test; dmarc=pass header.from=b.test", PASSED),
        ('mx.water.test; dkim=fail reason="bad; dmarc=pass"; dmarc=fail header.from=b.test', FAILED),
        ("mx.water.test; dmarc=fail (p=none) header.from=b.test", FAILED),
        ("mx.water.test; dmarc=pass header.from=b.test; dmarc=fail header.from=c.test", FAILED),
        ("mx.water.test; dmarc/1=fail header.from=b.test", FAILED),
        ("mx.water.test; dmarc=none header.from=b.test", ABSENT),
        ("mx.water.test; dmarc=temperror", ABSENT),
        ("mx.water.test; dmarc=bestguesspass", ABSENT),
        ("mx.water.test; spf=fail smtp.mailfrom=b.test; dkim=none", ABSENT),
        ("mx.water.test; none", ABSENT),
        ("mx.water.test", ABSENT),
        ("", ABSENT),
        ("mx.water.test; dmarc=pass header.from=other.test", FAILED),
        ("mx.water.test.evil.test; dmarc=pass header.from=b.test", ABSENT),
        ("evil.test; dmarc=pass header.from=b.test", ABSENT),
        ("(mx.water.test) evil.test; dmarc=pass header.from=b.test", ABSENT),
        ("evil.test mx.water.test; dmarc=pass header.from=b.test", ABSENT),
        (
            "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=b.test; dkim=pass; dmarc=pass action=none"
            " header.from=b.test",
            ABSENT,
        ),
        ("mx.water.test; dmarc=pass (unclosed header.from=b.test", PASSED),
        ("mx.water.test) ; dmarc=pass", ABSENT),
    ],
)
def test_each_form_of_the_field_is_read(value: str, expected: Authentication) -> None:
    assert found(value) is expected


def test_only_the_topmost_of_our_servers_counts() -> None:
    passed, failed = (f"mx.water.test; dmarc={result} header.from=b.test" for result in ("pass", "fail"))
    assert (found(failed, passed), found(passed, failed)) == (FAILED, PASSED)


def test_fields_of_other_servers_are_passed_over() -> None:
    assert found("relay.b.test; dmarc=pass", "mx.water.test; dmarc=fail header.from=b.test") is FAILED


def test_nothing_of_ours_is_nothing_at_all() -> None:
    assert (found("mx.water.test; dmarc=pass", ours=frozenset()), found()) == (ABSENT, ABSENT)


def test_other_fields_of_authentication_do_not_count() -> None:
    raw = (
        b"ARC-Authentication-Results: i=1; mx.water.test; dmarc=pass\r\nX-Authentication-Results: mx.water.test;"
        b" dmarc=pass\r\nFrom: a@b.test\r\n\r\nx"
    )
    assert authentication(parse(raw), OURS) is ABSENT


@given(st.text(max_size=200))
def test_no_field_makes_it_raise(value: str) -> None:
    assert found(value.replace("\n", " ").replace("\r", " ")) in set(Authentication)
