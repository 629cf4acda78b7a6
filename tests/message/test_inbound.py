"""Octets to values: headers, addresses, charsets, parts."""

from mailworker.message.inbound import Address, parse


def test_a_plain_mail_is_read() -> None:
    mail = parse(
        b"From: =?utf-8?Q?Ren=C3=A9e_De_Meester?= <Renee@Unizo.test>\r\nTo: tafels@water.test\r\n"
        b"Subject: =?iso-8859-1?Q?Caf=E9?=\r\nMessage-ID: <a1@unizo.test>\r\nIn-Reply-To: "
        b"<b2@water.test>\r\n\r\nDag\r\n"
    )
    assert mail.sender == Address("Renée De Meester", "Renee@unizo.test")
    assert (mail.subject, mail.message_id, mail.in_reply_to) == ("Café", "a1@unizo.test", ("b2@water.test",))
    assert [part.text for part in mail.parts] == ["Dag\n"]
