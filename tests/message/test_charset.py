"""Text survives whatever charset was declared."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailworker.message.charset import clean, decode, known_charset

TEXT = "Geëerde, café – één “tafel” € 5"


@pytest.mark.parametrize(
    "declared", [None, "utf-8", "UTF8", "us-ascii", "iso-8859-1", "windows-1252", "x-unknown", "ANSI", "", "zip"]
)
def test_utf_8_is_read_whatever_is_declared(declared: str | None) -> None:
    assert decode(TEXT.encode(), declared) == TEXT


@pytest.mark.parametrize("declared", [None, "utf-8", "us-ascii", "iso-8859-1", "windows-1252", "x-unknown", "utf-16"])
def test_windows_1252_is_read_whatever_is_declared(declared: str | None) -> None:
    assert decode(TEXT.encode("cp1252"), declared) == TEXT


@pytest.mark.parametrize(
    "charset", ["iso-8859-15", "utf-16", "utf-16-le", "utf-7", "iso-2022-jp", "gb18030", "koi8-r", "cp850", "mac-roman"]
)
def test_other_charsets_are_read_as_declared(charset: str) -> None:
    text = "grondwater, tafel 5"
    assert decode(text.encode(charset), charset) == text


def test_the_euro_sign_of_latin_9_is_read() -> None:
    assert decode("€ 5 voor œuvre".encode("iso-8859-15"), "iso-8859-15") == "€ 5 voor œuvre"


def test_a_stray_octet_in_utf_8_spoils_only_itself() -> None:
    assert decode("één café en ".encode() + b"caf\xe9 \x93x\x94", "utf-8") == "één café en café “x”"


def test_a_byte_order_mark_decides() -> None:
    assert [decode(mark + TEXT.encode(charset), "us-ascii") for mark, charset in MARKS] == [TEXT, TEXT, TEXT]


MARKS = [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")]


def test_html_says_its_charset_where_the_header_is_silent() -> None:
    html = '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>вода</p>'
    assert decode(html.encode("koi8-r"), None, html=True) == html


def test_utf_8_that_was_encoded_twice_is_repaired() -> None:
    taken_for_western = "".join(bytes([octet]).decode("cp1252", "ignore") or chr(octet) for octet in TEXT.encode())
    assert decode(taken_for_western.encode(), "utf-8") == TEXT


def test_a_name_with_such_letters_is_left_alone() -> None:
    assert decode("MÃO en Ã© apart, België".encode(), "utf-8") == "MÃO en Ã© apart, België"


def test_letters_are_composed() -> None:
    assert decode("Rene\u0301e".encode(), "utf-8") == "Renée"


@pytest.mark.parametrize(
    ("dirty", "cleaned"),
    [
        ("a\0b\x07c", "abc"),
        ("een\r\ntwee\rdrie\u2028vier", "een\ntwee\ndrie\nvier"),
        ("\ud800a\udfff", "a"),
        ("tab\tblijft", "tab\tblijft"),
        ("\x91citaat\x92", "‘citaat’"),
    ],
)
def test_what_is_no_text_is_taken_out(dirty: str, cleaned: str) -> None:
    assert clean(dirty) == cleaned


@pytest.mark.parametrize(
    "name", ["zip", "rot13", "idna", "punycode", "hex", "undefined", "unicode_escape", "a\0b", "é", "x" * 500]
)
def test_codecs_that_are_no_charsets_are_unknown(name: str) -> None:
    assert known_charset(name) is None


@given(
    st.binary(max_size=200),
    st.one_of(st.none(), st.text(max_size=20), st.sampled_from(["utf-8", "ascii", "utf-16", "utf-7", "hz"])),
)
def test_decoding_never_raises_and_gives_storable_text(octets: bytes, declared: str | None) -> None:
    text = decode(octets, declared)
    assert (text.encode("utf-8").decode("utf-8"), "\0" in text) == (text, False)
