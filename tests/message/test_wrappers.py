"""The text inside winmail.dat, S/MIME, OpenPGP and flowed text."""

import struct
from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailworker.message.body import read_body
from mailworker.message.flowed import unflowed
from mailworker.message.inbound import Inbound, parse
from mailworker.message.rtf import decompressed, rtf_text
from mailworker.message.smime import is_enveloped, signed_content
from mailworker.message.tnef import read_tnef
from tests.message.writing import parts_of, read, words

# The first example of MS-OXRTFCP, 3.1.1.
COMPRESSED = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)


def attribute(level: int, identity: int, data: bytes) -> bytes:
    return struct.pack("<BII", level, identity, len(data)) + data + struct.pack("<H", sum(data) % 65536)


def property_of(kind: int, tag: int, value: bytes) -> bytes:
    return struct.pack("<HHII", kind, tag, 1, len(value)) + value + b"\0" * (-len(value) % 4)


def winmail(*attributes: bytes) -> bytes:
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(attributes)


def attached(octets: bytes, content_type: str, name: str, before: str = "") -> Inbound:
    return parse(
        (
            "From: jan@water.test\r\nTo: tafels@water.test\r\nSubject: x\r\nContent-Type: multipart/mixed;"
            " boundary=b\r\n\r\n"
            f"--b\r\nContent-Type: text/plain\r\n\r\n{before}\r\n--b\r\nContent-Type: {content_type}; name={name}\r\n"
            f"Content-Transfer-Encoding: base64\r\n\r\n{b64encode(octets).decode()}\r\n--b--\r\n"
        ).encode()
    )


CODE_PAGE = attribute(1, 0x00069007, struct.pack("<II", 1252, 0))
RTF = rb"{\rtf1\ansi\ansicpg1252{\fonttbl\f0 Arial;}\f0 Graag caf\'e9 en \u8364?5\par wateraudit\par}"
RTF_OF_HTML = (
    rb"{\rtf1\ansi\ansicpg1252\fromhtml1 {\*\htmltag19 <html>}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Graag grondwater"
    rb"{\*\htmltag84 &nbsp;}\htmlrtf \par }\htmlrtf0{\*\htmltag72 </p>}{\*\htmltag27 </html>}}"
)


def plain_rtf(rtf: bytes) -> bytes:
    return struct.pack("<IIII", len(rtf) + 12, len(rtf), 0x414C454D, 0) + rtf


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ([CODE_PAGE, attribute(1, 0x0002800C, b"Graag caf\xe9\0")], "Graag café"),
        ([attribute(1, 0x00069003, struct.pack("<I", 1) + property_of(0x1E, 0x1000, b"Graag\0"))], "Graag"),
        (
            [
                attribute(
                    1, 0x00069003, struct.pack("<I", 1) + property_of(0x1F, 0x1000, "Geëerd\0".encode("utf-16-le"))
                )
            ],
            "Geëerd",
        ),
        ([attribute(1, 0x00069003, struct.pack("<I", 1) + property_of(0x102, 0x1013, b"<p>Graag</p>"))], "Graag"),
        (
            [attribute(1, 0x00069003, struct.pack("<I", 1) + property_of(0x102, 0x1009, plain_rtf(RTF)))],
            "Graag café en €5\nwateraudit",
        ),
        (
            [attribute(1, 0x00069003, struct.pack("<I", 1) + property_of(0x102, 0x1009, plain_rtf(RTF_OF_HTML)))],
            "Graag grondwater",
        ),
        ([attribute(1, 0x00069003, struct.pack("<I", 1) + property_of(0x102, 0x1009, COMPRESSED))], "hello world"),
    ],
    ids=["text", "string", "unicode", "html", "rtf", "rtf of html", "compressed rtf"],
)
def test_the_body_of_a_winmail_dat_is_read(attributes: list[bytes], text: str) -> None:
    body = read_body(attached(winmail(*attributes), "application/ms-tnef", "winmail.dat"))
    assert (body.origin, body.text) == ("tnef", text)


def test_a_named_property_before_the_body_is_passed_over() -> None:
    named = (
        struct.pack("<HH16sIII", 0x1E, 0x8001, b"g" * 16, 1, 6, 0)[:-4]
        + b"a\0b\0\0\0\0\0"
        + struct.pack("<II", 1, 3)
        + b"xy\0\0"
    )
    data = struct.pack("<I", 3) + named + struct.pack("<HHI", 0x0003, 0x0E07, 5) + property_of(0x1E, 0x1000, b"Graag\0")
    found = read_tnef(winmail(attribute(1, 0x00069003, data)))
    assert found is not None
    assert found.text == "Graag"


def test_text_outside_a_winmail_dat_is_preferred() -> None:
    octets = winmail(attribute(1, 0x0002800C, b"Graag grondwater\0"), attribute(2, 0x00018010, b"lijst.xlsx\0"))
    mail = attached(octets, "application/ms-tnef", "winmail.dat", "Graag grondwater")
    assert (read_body(mail).text, mail.parts[-1].filename) == ("Graag grondwater", "lijst.xlsx")


def test_a_damaged_winmail_dat_is_a_defect() -> None:
    assert attached(b"geen tnef", "application/ms-tnef", "winmail.dat").defects == ("winmail.dat not read",)


def test_compressed_rtf_is_decompressed() -> None:
    assert decompressed(COMPRESSED) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


@given(st.binary(max_size=300))
def test_no_octets_make_the_readers_of_wrappers_raise(octets: bytes) -> None:
    read_tnef(winmail() + octets)
    read_tnef(winmail(attribute(1, 0x00069003, octets)))
    rtf_text(decompressed(struct.pack("<IIII", 400, 400, 0x75465A4C, 0) + octets))
    rtf_text(b"{\\rtf1\\fromhtml1 " + octets)
    assert isinstance(signed_content(octets) or b"", bytes)
    assert is_enveloped(octets) in (True, False)


def der(tag: int, *contents: bytes, indefinite: bool = False) -> bytes:
    content = b"".join(contents)
    if indefinite:
        return bytes((tag, 0x80)) + content + b"\0\0"
    size = len(content)
    length = bytes((size,)) if size < 128 else b"\x82" + size.to_bytes(2, "big")
    return bytes((tag,)) + length + content


SIGNED, DATA = bytes.fromhex("2a864886f70d010702"), bytes.fromhex("2a864886f70d010701")
ENTITY = b"Content-Type: text/plain; charset=utf-8\r\n\r\nGraag grondwater, " + b"x" * 200 + b"\r\n"


def signed_data(content: bytes, indefinite: bool = False) -> bytes:
    half = len(content) // 2
    pieces = (
        der(0x24, der(4, content[:half]), der(4, content[half:]), indefinite=True) if indefinite else der(4, content)
    )
    return der(
        0x30,
        der(6, SIGNED),
        der(
            0xA0,
            der(
                0x30,
                der(2, b"\1"),
                der(0x31),
                der(0x30, der(6, DATA), der(0xA0, pieces, indefinite=indefinite), indefinite=indefinite),
                der(0x31),
                indefinite=indefinite,
            ),
            indefinite=indefinite,
        ),
        indefinite=indefinite,
    )


@pytest.mark.parametrize("indefinite", [False, True], ids=["DER", "BER in pieces"])
def test_what_an_opaque_signature_holds_is_the_mail(indefinite: bool) -> None:
    mail = attached(signed_data(ENTITY, indefinite), "application/pkcs7-mime; smime-type=signed-data", "smime.p7m")
    assert (read_body(mail).text[:16], mail.defects) == ("Graag grondwater", ())


def test_an_encrypted_mail_is_a_defect() -> None:
    enveloped = der(0x30, der(6, bytes.fromhex("2a864886f70d010703")), der(0xA0, b""))
    assert attached(enveloped, "application/pkcs7-mime", "smime.p7m").defects == ("encrypted",)
    assert attached(b"?", "application/pkcs7-mime", "smime.p7m").defects == ("signed content not reached",)


def test_an_encrypted_mail_that_somebody_attached_is_no_defect() -> None:
    inner = b"Subject: oud\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nhQIM\r\n"
    raw = b"From: a@b.test\r\nContent-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\n\r\nGraag\r\n--o\r\n"
    mail = parse(raw + b"Content-Type: message/rfc822\r\n\r\n" + inner + b"--o--\r\n")
    assert (mail.defects, read_body(mail).text) == ((), "Graag")


def test_a_signed_multipart_is_read() -> None:
    mail = parse(
        b"From: a@b.test\r\nContent-Type: multipart/signed; boundary=s\r\n\r\n--s\r\nContent-Type:"
        b" text/plain\r\n\r\nGraag\r\n"
        b"--s\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nxx\r\n--s--\r\n"
    )
    assert read_body(mail).text == "Graag"


@pytest.mark.parametrize("content_type", ["multipart/encrypted; protocol=application/pgp-encrypted; boundary=s"])
def test_an_openpgp_envelope_is_a_defect(content_type: str) -> None:
    mail = parse(
        f"From: a@b.test\r\nContent-Type: {content_type}\r\n\r\n--s\r\nContent-Type: x/y\r\n\r\nx\r\n--s--\r\n".encode()
    )
    assert mail.defects == ("encrypted",)


def test_an_inline_openpgp_message_is_a_defect() -> None:
    raw = b"From: a@b.test\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nhQIM\r\n-----END PGP MESSAGE-----\r\n"
    assert parse(raw).defects == ("encrypted",)


def test_the_frame_of_a_clear_signed_mail_is_taken_off() -> None:
    body = read(
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nGraag grondwater\n- - en wateraudit\n\n-----BEGIN PGP"
        " SIGNATURE-----\n\n"
        "iQEz\n-----END PGP SIGNATURE-----\n\nPS: met twee\n"
    )
    assert parts_of(body) == {"own": "Graag grondwater - en wateraudit PS: met twee"}


@pytest.mark.parametrize(
    ("lines", "delsp", "expected"),
    [
        (["een ", "twee ", "drie", "vier"], False, ["een twee drie", "vier"]),
        (["wa ", "ter ", "audit"], True, ["wateraudit"]),
        (["> een ", "> twee", ">> drie ", "> vier"], False, ["> een twee", ">> drie", "> vier"]),
        (["tekst ", "-- ", "Jan"], False, ["tekst", "--", "Jan"]),
        ([" From hier", " > geen citaat"], False, ["From hier", "> geen citaat"]),
        (["een ", "", "twee"], False, ["een", "twee"]),
    ],
)
def test_soft_line_breaks_are_undone(lines: list[str], delsp: bool, expected: list[str]) -> None:
    assert [line.rstrip() for line in unflowed(lines, delsp)] == expected


def test_flowed_text_is_read_as_paragraphs() -> None:
    body = read(
        "Graag de werktafel \ngrondwater.\n-- \nJan Peeters\n", Content_Type="text/plain; charset=utf-8; format=flowed"
    )
    assert parts_of(body) == {"own": "Graag de werktafel grondwater.", "signature": words("-- Jan Peeters")}
