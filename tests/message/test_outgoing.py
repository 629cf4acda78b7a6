"""What a mail of ours looks like on the wire, and that no stranger's word can change its shape."""

import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailworker.message.inbound import Address
from mailworker.message.outgoing import (
    Attachment,
    Outgoing,
    answer_references,
    can_be_addressed,
    compose,
    new_message_id,
)

MAIL = Outgoing(
    subject="Re: Inschrijving [WT-7K3Q]",
    text="Bevestigd: één plaats.\n",
    html="<p>Bevestigd: één plaats.</p>\n",
    sender=Address("Werktafels waterbevoorrading", "werktafels@dienst.example"),
    recipient="jan@voorbeeld.test",
    message_id="notice.17@mailworker.dienst.example",
    date=datetime(2021, 7, 5, 9, 30, tzinfo=timezone(timedelta(hours=2))),
    auto_submitted="auto-replied",
    in_reply_to="abc@voorbeeld.test",
    references=("root@voorbeeld.test", "abc@voorbeeld.test"),
)
HEADERS = (
    "Date",
    "From",
    "Reply-To",
    "To",
    "Message-ID",
    "In-Reply-To",
    "References",
    "Subject",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
    "Content-Language",
    "X-Mailworker-Loop",
    "MIME-Version",
    "Content-Type",
)
WORDS = st.text(alphabet=st.characters(codec="utf-8"), max_size=300) | st.text(
    alphabet='aé<>"\\=?,;:()[]@ \r\n\t\x00\u202e\u2028_', max_size=300
)
IDS = st.text(alphabet="ab1.@<> \r\n\té", max_size=30) | st.text(alphabet="ab1.", max_size=700).map("{}@x.test".format)


def parsed(mail: Outgoing) -> Message:
    """Read with the lenient old parser, which shows the header lines as they are."""
    return message_from_bytes(compose(mail), policy=policy.compat32)


def decoded(message: Message, header: str) -> str:
    return str(make_header(decode_header(str(message[header]).replace("\r\n", ""))))


def unfolded(message: Message, header: str) -> str:
    return re.sub(r"\r?\n ", " ", str(message[header]))


def test_the_headers_of_an_answer_are_exactly_these() -> None:
    message = parsed(MAIL)
    assert tuple(message.keys()) == HEADERS
    assert {name: unfolded(message, name) for name in HEADERS[:-1]} == {
        "Date": "Mon, 05 Jul 2021 09:30:00 +0200",
        "From": "Werktafels waterbevoorrading <werktafels@dienst.example>",
        "Reply-To": "Werktafels waterbevoorrading <werktafels@dienst.example>",
        "To": "jan@voorbeeld.test",
        "Message-ID": "<notice.17@mailworker.dienst.example>",
        "In-Reply-To": "<abc@voorbeeld.test>",
        "References": "<root@voorbeeld.test> <abc@voorbeeld.test>",
        "Subject": "Re: Inschrijving [WT-7K3Q]",
        "Auto-Submitted": "auto-replied",
        "X-Auto-Response-Suppress": "OOF, AutoReply",
        "Content-Language": "nl",
        "X-Mailworker-Loop": "mailworker",
        "MIME-Version": "1.0",
    }


def test_a_mail_of_our_own_accord_answers_nothing() -> None:
    message = parsed(replace(MAIL, auto_submitted="auto-generated", in_reply_to=None, references=()))
    assert (message["Auto-Submitted"], message["In-Reply-To"], message["References"]) == ("auto-generated", None, None)


def test_the_text_comes_before_the_html_and_both_are_whole() -> None:
    message = parsed(MAIL)
    assert message.get_content_type() == "multipart/alternative"
    parts = message.get_payload()
    assert isinstance(parts, list)
    leaves = [part for part in parts if isinstance(part, Message)]
    assert [part.get_content_type() for part in leaves] == ["text/plain", "text/html"]
    assert [part["Content-Transfer-Encoding"] for part in leaves] == ["quoted-printable"] * 2
    bodies = [part.get_payload(decode=True) for part in leaves]
    assert [body.decode().replace("\r\n", "\n") for body in bodies if isinstance(body, bytes)] == [MAIL.text, MAIL.html]


def test_the_same_mail_is_the_same_bytes() -> None:
    assert compose(MAIL) == compose(replace(MAIL))


def test_letters_beyond_ascii_stand_in_encoded_words() -> None:
    mail = replace(MAIL, subject="Re: Één plaats [WT-7K3Q]", sender=Address("Dienst Één", "d@dienst.example"))
    message = parsed(mail)
    assert decoded(message, "Subject") == "Re: Één plaats [WT-7K3Q]"
    assert decoded(message, "From") == "Dienst Één <d@dienst.example>"


def test_a_display_name_with_special_characters_is_quoted() -> None:
    mail = replace(MAIL, sender=Address('Dienst "Water", VMM', "d@dienst.example"))
    assert unfolded(parsed(mail), "From") == r'"Dienst \"Water\", VMM" <d@dienst.example>'


def test_an_encoded_word_that_a_stranger_wrote_is_shown_and_not_decoded() -> None:
    subject = "Re: =?utf-8?q?a=0D=0ABcc:_b@x.test?= [WT-7K3Q]"
    message = parsed(replace(MAIL, subject=subject))
    assert decoded(message, "Subject") == subject
    assert tuple(message.keys()) == HEADERS


def test_a_line_end_in_a_subject_is_a_blank() -> None:
    message = parsed(replace(MAIL, subject="Re: een\r\nBcc: b@x.test\n\n<b>"))
    assert unfolded(message, "Subject") == "Re: een Bcc: b@x.test <b>"
    assert tuple(message.keys()) == HEADERS


def test_ids_that_cannot_stand_in_a_header_are_left_out() -> None:
    hostile = ("a" * 501, "a b@x.test", "a@x.test>\r\nBcc: b@x.test", "é@x.test", "", "<a@x.test>", "good@x.test")
    message = parsed(replace(MAIL, in_reply_to=hostile[2], references=hostile))
    assert (message["In-Reply-To"], message["References"]) == (None, "<good@x.test>")


def test_of_many_references_the_first_and_the_last_stay() -> None:
    ids = tuple(f"{number}@x.test" for number in range(500))
    kept = unfolded(parsed(replace(MAIL, references=ids)), "References").split(" ")
    assert kept == [f"<{number}@x.test>" for number in (0, *range(481, 500))]


def test_the_references_of_an_answer_are_those_of_the_mail_and_then_the_mail() -> None:
    assert answer_references("c@x", ("b@x",), ("a@x", "b@x")) == ("a@x", "b@x", "c@x")
    assert answer_references("c@x", ("b@x",), ()) == ("b@x", "c@x")
    assert answer_references("c@x", ("a@x", "b@x"), ()) == ("c@x",)
    assert answer_references(None, (), ("a@x",)) == ("a@x",)
    assert answer_references("a@x", (), ("a@x", "b@x")) == ("a@x", "b@x")


@pytest.mark.parametrize(
    "address",
    ["", "jan", "jan@", "@x.test", "jan@x.test\r\nBcc: b@x.test", "jan @x.test", "a,b@x.test", "jan@x_y.test",
     "é@x.test", "jan@x.test,piet@x.test", "<jan@x.test>", "jan@-x.test", ".jan@x.test", "a" * 250 + "@x.test"],
)  # fmt: skip
def test_what_is_no_mailbox_cannot_be_addressed(address: str) -> None:
    assert not can_be_addressed(address)
    with pytest.raises(ValueError, match="recipient"):
        compose(replace(MAIL, recipient=address))


def test_ordinary_mailboxes_can_be_addressed() -> None:
    addresses = ("jan@x.test", "j.o'neil+wt@sub.x-y.test", "JAN_P@X.TEST", "1@1.test")
    assert [address for address in addresses if not can_be_addressed(address)] == []


def test_a_sender_or_an_id_of_ours_that_is_not_lawful_is_refused() -> None:
    with pytest.raises(ValueError, match="sender"):
        compose(replace(MAIL, sender=Address("", "nobody")))
    with pytest.raises(ValueError, match="Message-ID"):
        compose(replace(MAIL, message_id="a b"))


def test_a_message_id_holds_nothing_but_letters_digits_and_marks() -> None:
    assert new_message_id("information.7K3Q/é 9", "mw.dienst.example") == "information.7K3Q---9@mw.dienst.example"
    assert new_message_id("...", "mw.dienst.example") == "notice@mw.dienst.example"


@given(subject=WORDS, name=WORDS, text=WORDS, html=WORDS, ids=st.lists(IDS, max_size=30), loop=WORDS, language=WORDS)
def test_no_word_of_a_stranger_changes_the_shape_of_a_mail(
    subject: str, name: str, text: str, html: str, ids: list[str], loop: str, language: str
) -> None:
    mail = replace(
        MAIL,
        subject=subject,
        sender=Address(name, "d@dienst.example"),
        text=text,
        html=html,
        in_reply_to=ids[0] if ids else None,
        references=tuple(ids),
        loop=loop,
        language=language,
    )
    raw = compose(mail)
    lines = raw.split(b"\r\n")
    assert raw.isascii()
    assert b"\x00" not in raw
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)
    assert max(map(len, lines)) <= 998
    message = message_from_bytes(raw, policy=policy.compat32)
    assert set(message.keys()) <= set(HEADERS)
    assert len(message.keys()) == len(set(message.keys()))
    assert message["To"] == MAIL.recipient
    assert parseaddr(unfolded(message, "From"))[1] == "d@dienst.example"
    shown = " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", subject).split())
    assert " ".join(decoded(message, "Subject").split()) == shown
    assert [part.get_content_type() for part in message.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert message.defects == []


@given(words=st.lists(st.text(alphabet="ab", min_size=1, max_size=30), max_size=40))
def test_header_lines_are_as_short_as_they_should_be(words: list[str]) -> None:
    raw = compose(replace(MAIL, subject=" ".join(words)[:390], text="x" * 2000 + " y" * 2000))
    assert max(map(len, raw.split(b"\r\n"))) <= 78


SHEET = Attachment("deelnemers-2021-10-14.xlsx", "application/vnd.ms-excel", bytes(range(256)))
LIST = Attachment("wijzigingen.csv", "text/csv", "\ufeffnaam;één\r\n=1+1\n".encode())


def test_attachments_stand_beside_the_words_and_arrive_octet_for_octet() -> None:
    raw = compose(replace(MAIL, attachments=(SHEET, LIST)))
    assert raw.isascii()
    message = message_from_bytes(raw, policy=policy.default)
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", SHEET.content_type, LIST.content_type
    ]  # fmt: skip
    assert message.get_body(("plain",)).get_content().splitlines() == MAIL.text.splitlines()  # type: ignore[union-attr]
    attached = [part for part in message.walk() if part.get_content_disposition() == "attachment"]
    assert [(part.get_filename(), part.get_payload(decode=True)) for part in attached] == [
        (file.name, file.content) for file in (SHEET, LIST)
    ]
    assert attached[1].get_content_charset() == "utf-8"
    assert message.defects == []


def test_a_mail_with_attachments_is_the_same_octets_again_and_others_have_other_boundaries() -> None:
    mails = [replace(MAIL, attachments=files) for files in ((SHEET,), (LIST,), (SHEET, LIST))]
    assert [compose(mail) for mail in mails] == [compose(mail) for mail in mails]
    assert len({parsed(mail).get_boundary() for mail in mails}) == 3


@given(name=WORDS)
def test_a_file_name_keeps_its_letters_and_begins_no_header(name: str) -> None:
    raw = compose(replace(MAIL, attachments=(replace(SHEET, name=name),)))
    message = message_from_bytes(raw, policy=policy.default)
    assert raw.isascii()
    assert set(message.keys()) <= set(HEADERS)
    (attached,) = message.iter_attachments()
    assert set(attached.keys()) <= {"Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "MIME-Version"}
    assert attached.get_payload(decode=True) == SHEET.content


def test_a_file_name_with_accents_is_written_as_rfc_2231_has_it() -> None:
    raw = compose(replace(MAIL, attachments=(replace(SHEET, name="één lijst.xlsx"),)))
    assert b"filename*=utf-8''%C3%A9%C3%A9n%20lijst.xlsx" in raw
