"""Octets to values: header fields, addresses, the MIME tree; and nothing that a stranger sends makes it raise."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailworker.message.body import read_body
from mailworker.message.inbound import Address, Part, parse
from tests.message.writing import parsed

SMALL = b"From: a@b.test\r\nTo: tafels@water.test\r\n"


def head(**fields: str) -> bytes:
    return "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items()).encode() + b"\r\nDag\r\n"


def test_a_plain_mail_is_read() -> None:
    mail = parse(
        b"From: =?utf-8?Q?Ren=C3=A9e_De_Meester?= <Renee@Unizo.test>\r\nTo: tafels@water.test\r\n"
        b"Subject: =?iso-8859-1?Q?Caf=E9?=\r\nMessage-ID: <a1@unizo.test>\r\nIn-Reply-To: <b2@water.test>\r\n"
        b"References: <c3@water.test>\r\n <b2@water.test>\r\nReturn-Path: <renee@unizo.test>\r\n\r\nDag\r\n"
    )
    assert mail.sender == Address("Renée De Meester", "Renee@unizo.test")
    assert (mail.subject, mail.message_id, mail.in_reply_to) == ("Café", "a1@unizo.test", ("b2@water.test",))
    assert (mail.references, mail.return_path) == (("c3@water.test", "b2@water.test"), "renee@unizo.test")
    assert mail.parts == (Part("text/plain", "Dag\n", 5),)
    assert (mail.content_type, mail.defects) == ("text/plain", ())


@pytest.mark.parametrize(
    ("field", "name", "address"),
    [
        ("Jan Peeters <jan@water.test>", "Jan Peeters", "jan@water.test"),
        ('"Peeters, Jan (Dienst Water)" <jan@water.test>', "Peeters, Jan (Dienst Water)", "jan@water.test"),
        ("jan@WATER.Test", "", "jan@water.test"),
        ("<jan@water.test>", "", "jan@water.test"),
        ("jan@water.test (Jan Peeters)", "Jan Peeters", "jan@water.test"),
        ("=?utf-8?B?UGVldGVycywgSmFu?= <jan@water.test>", "Peeters, Jan", "jan@water.test"),
        ('"=?utf-8?Q?Ren=C3=A9?= Peeters" <jan@water.test>', "René Peeters", "jan@water.test"),
        ("=?utf-8?Q?Ren=C3?= =?utf-8?Q?=A9?= <jan@water.test>", "René", "jan@water.test"),
        ("=?utf-8?Q?Jan_=3Cevil=40x.test=3E?= <jan@water.test>", "Jan <evil@x.test>", "jan@water.test"),
        ("=?x-unknown?Q?Jan?= <jan@water.test>", "Jan", "jan@water.test"),
        ("Ren\u00e9 'T Kindt <jan@water.test>", "René 'T Kindt", "jan@water.test"),
        ("d'Hoore An <an@water.test>, Jan <jan@water.test>", "d'Hoore An", "an@water.test"),
    ],
)
def test_the_sender_is_read_in_all_shapes(field: str, name: str, address: str) -> None:
    assert parse(head(From=field, Subject="x")).sender == Address(name, address)


@pytest.mark.parametrize("field", ["", "Jan Peeters", "undisclosed-recipients:;", "<>", "@", "jan@", "a b c @ d <"])
def test_a_field_without_an_address_gives_no_sender(field: str) -> None:
    assert parse(head(From=field)).sender is None


def test_raw_octets_in_a_field_are_repaired() -> None:
    mail = parse(b"From: Chlo\xe9 <a@b.test>\r\nSubject: caf\xc3\xa9\r\n\r\nx")
    assert (mail.from_[0].name, mail.subject) == ("Chloé", "café")


def test_groups_and_lists_of_addresses_are_read() -> None:
    mail = parse(head(To="Werkgroep: an@water.test, Jan <jan@water.test>;, els@water.test", Cc="piet@water.test"))
    assert [address.address for address in mail.to] == ["an@water.test", "jan@water.test", "els@water.test"]
    assert mail.cc == (Address("", "piet@water.test"),)


def test_a_field_that_occurs_twice_counts_once() -> None:
    mail = parse(b"Subject: een\r\nSubject: twee\r\nFrom: a@b.test\r\nFrom: c@d.test\r\n\r\nx")
    assert (mail.subject, mail.all("subject"), mail.sender) == ("een", ("een", "twee"), Address("", "a@b.test"))


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("Mon, 5 Jul 2021 10:03:00 +0200", datetime(2021, 7, 5, 8, 3, tzinfo=UTC)),
        ("ma, 5 Jul 2021 10:03:00 +0200", datetime(2021, 7, 5, 8, 3, tzinfo=UTC)),
        ("Mon, 5 Jul 2021 10:03:00 CEST", datetime(2021, 7, 5, 8, 3, tzinfo=UTC)),
        ("5 Jan 2021 10:03 CET", datetime(2021, 1, 5, 9, 3, tzinfo=UTC)),
        ("gisteren", None),
        ("", None),
    ],
)
def test_the_date_is_read_or_none(field: str, expected: datetime | None) -> None:
    assert parse(head(Date=field, From="a@b.test")).date == expected


@pytest.mark.parametrize(
    ("field", "expected"),
    [("<a@b.test>", "a@b.test"), (" <a@b.test> (x)", "a@b.test"), ("a@b.test", "a@b.test"), ("", None), ("<>", None)],
)
def test_the_message_id_stands_without_brackets(field: str, expected: str | None) -> None:
    assert parse(head(Message_ID=field)).message_id == expected


@pytest.mark.parametrize(("field", "expected"), [("<>", ""), ("", ""), ("<a@b.test>", "a@b.test"), (None, None)])
def test_the_null_reverse_path_is_not_a_missing_one(field: str | None, expected: str | None) -> None:
    assert parse(head(Return_Path=field) if field is not None else head(X="y")).return_path == expected


MIXED = (
    SMALL
    + b"Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n"
    b"--a\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nDag\r\n--a\r\nContent-Type: text/html\r\n\r\n<p>Dag"
    b"</p>\r\n--a--\r\n"
    b"--m\r\nContent-Type: application/pdf; name*=utf-8''lijst%20%C3%A9.pdf\r\nContent-Transfer-Encoding: base64\r\n"
    b"Content-Disposition: attachment\r\n\r\nQUJDRA==\r\n--m\r\nContent-Type: message/rfc822\r\n\r\nSubject:"
    b" oud\r\n\r\nhemelwater\r\n--m--\r\n"
)


def test_the_tree_is_a_list_of_parts_in_order() -> None:
    assert [
        (p.content_type, p.text, p.size, p.filename, p.disposition, p.inside_message, p.alternative)
        for p in parse(MIXED).parts
    ] == [
        ("text/plain", "Dag", 3, "", "", False, 1),
        ("text/html", "<p>Dag</p>", 10, "", "", False, 1),
        ("application/pdf", None, 4, "lijst é.pdf", "attachment", False, 0),
        ("message/rfc822", "Subject: oud\n", 0, "", "", False, 0),
        ("text/plain", "hemelwater", 10, "", "", True, 0),
    ]


def test_an_attached_mail_is_not_the_senders_text() -> None:
    assert read_body(parse(MIXED)).text == "Dag"


def test_a_file_name_is_read_however_it_is_written() -> None:
    ways = [
        'attachment; filename="a b.xlsx"',
        "attachment; filename==?utf-8?Q?a_b.xlsx?=",
        'attachment; filename*0=a; filename*1=" b.xlsx"',
    ]
    names = [
        parse(SMALL + f"Content-Type: x/y\r\nContent-Disposition: {way}\r\n\r\nx".encode()).parts[0].filename
        for way in ways
    ]
    assert names == ["a b.xlsx", "a b.xlsx", "a b.xlsx"]


def test_a_large_attachment_is_measured_and_the_rest_read() -> None:
    line = b"QUJD" * 19 + b"\r\n"
    raw = MIXED.replace(b"QUJDRA==\r\n", line * 5000)
    mail = parse(raw)
    assert (mail.parts[2].size, read_body(mail).text, len(mail.parts)) == (5000 * 57, "Dag", 5)


def test_a_large_text_in_base64_is_read() -> None:
    line = b"Z3JvbmR3YXRlciAgIGdyb25kd2F0ZXIgICBncm9uZHdhdGVyICAgZ3JvbmR3YXRlciAg\r\n"
    raw = (
        SMALL + b"Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\n"
        b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    )
    mail = parse(raw + line * 3000 + b"--m--\r\n")
    assert (mail.parts[0].text or "").split() == ["grondwater"] * 12000


def test_a_multipart_whose_boundary_never_comes_is_text() -> None:
    mail = parse(SMALL + b"Content-Type: multipart/mixed; boundary=nooit\r\n\r\nGraag grondwater\r\n")
    assert read_body(mail).text == "Graag grondwater"


def test_a_mail_from_an_mbox_is_read() -> None:
    assert parse(b"From jan@water.test Mon Jul  5 10:03:00 2021\r\nFrom: a@b.test\r\n\r\nx").sender == Address(
        "", "a@b.test"
    )


def test_a_header_block_that_is_too_long_is_cut() -> None:
    mail = parse(SMALL + b"X-Lang: " + b"a" * 300_000 + b"\r\nSubject: y\r\n\r\nGraag grondwater")
    assert (mail.defects, mail.sender, read_body(mail).text) == (
        ("header block cut",),
        Address("", "a@b.test"),
        "Graag grondwater",
    )


def test_too_many_parts_are_cut() -> None:
    raw = SMALL + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 3000 + b"--b--\r\n"
    mail = parse(raw)
    assert (mail.defects, len(mail.parts)) == (("too many parts",), 1999)


def test_parts_nested_too_deeply_keep_their_text() -> None:
    nest = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(1500))
    mail = parse(SMALL + nest + b"\r\nGraag grondwater\r\n")
    assert (mail.defects, "Graag grondwater" in read_body(mail).text) == (("structure not read: RecursionError",), True)


HOSTILE = {
    "nothing": b"",
    "NUL": b"\0" * 1000,
    "no header": b"\r\n\r\nGraag",
    "brackets": b"From: " + b"(" * 5000 + b"\r\n\r\nx",
    "quotes": b"From: " + b'"' * 5001 + b"\r\n\r\nx",
    "angles": b"From: " + b"<" * 5000 + b"\r\n\r\nx",
    "encoded words": b"Subject: " + b"=?utf-8?q?a?= " * 5000 + b"\r\n\r\nx",
    "bad base64 word": b"Subject: =?utf-8?B?A?= =?utf-8?B?====?= =?utf-8?B?QUJDR?=\r\n\r\nx",
    "NUL in charset": SMALL + b'Content-Type: text/plain; charset="a\0b"\r\n\r\nx',
    "delivery-status with a multipart": SMALL
    + b"Content-Type: message/delivery-status\r\n\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\nx",
    "rfc822 with a multipart": SMALL
    + b"Content-Type: message/rfc822\r\n\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\nx",
    "inner boundary never starts": SMALL + b"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n"
    b"Content-Type: multipart/mixed; boundary=b\r\n\r\nx\r\n--a--",
    "rfc2231": SMALL + b"Content-Type: text/plain;" + b"".join(b" n*%d*=%%;" % n for n in range(300)) + b"\r\n\r\nx",
    "uuencode": SMALL + b"Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 a\r\n!!!!\r\n",
    "quoted-printable": SMALL + b"Content-Transfer-Encoding: quoted-printable\r\n\r\n=\r\n=Z=e\r\n=",
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_mail_is_read_without_raising(raw: bytes) -> None:
    body = read_body(parse(raw))
    assert "".join(body.text[span.start : span.end] for span in body.spans) == body.text


@given(st.binary(max_size=400))
def test_any_octets_are_a_mail(raw: bytes) -> None:
    mail = parse(raw)
    assert (parse(raw), isinstance(read_body(mail).text, str)) == (mail, True)


PIECES = st.sampled_from(
    [
        b"From: a@b.test",
        b"Subject: =?utf-8?Q?=C3?=",
        b"Content-Type: multipart/mixed; boundary=x",
        b"Content-Type: text/html",
        b"--x",
        b"--x--",
        b"Content-Type: message/rfc822",
        b'Content-Type: multipart/alternative; boundary="y"',
        b"--y",
        b"",
        b"",
        b"hallo",
        b"\xe9\xff",
        b"<table><tr><td>",
        b"Content-Type: application/ms-tnef",
        b"Content-Type: application/pkcs7-mime",
        b"Content-Transfer-Encoding: base64",
        b"QUJD",
        b"> x",
        b"MIME-Version: 1.0",
        b"Content-Type: message/delivery-status",
        b"Content-Disposition: attachment; filename*=x''%",
        b'x\x9f>"\x00\x00\x02\x00\x00\x00\x00',
    ]
)


@given(st.lists(PIECES, max_size=25))
def test_any_order_of_the_pieces_of_a_mail_is_a_mail(pieces: list[bytes]) -> None:
    body = read_body(parse(b"\r\n".join(pieces)))
    assert "".join(body.text[span.start : span.end] for span in body.spans) == body.text


def test_no_break_spaces_and_invisible_characters_are_not_seen() -> None:
    assert read_body(parsed("Graag\u00a0grond\u00adwater\u200b en\u202faudit\ufeff")).text == (
        "Graag grondwater en audit"
    )
