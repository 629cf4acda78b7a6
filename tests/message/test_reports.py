"""Delivery reports name who was not reached, and which mail it was."""

from mailworker.message.inbound import parse
from mailworker.message.reports import DeliveryReport, delivery_reports, reported_message_ids

REPORT = (
    b"From: mailer-daemon@mx.water.test\r\nIn-Reply-To: <wt-1@water.test>\r\n"
    b"Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nNiet"
    b" bezorgd.\r\n--b\r\n"
    b"Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.water.test\r\n\r\n"
    b"Final-Recipient: rfc822; jan@waterland.be\r\nAction: failed\r\nStatus: 5.1.1 (unknown)\r\n"
    b"Diagnostic-Code: smtp; 550 5.1.1 no such\r\n user\r\n\r\n"
    b"Final-Recipient: rfc822;<an@waterland.be>\r\nAction: DELAYED\r\nStatus: 4.4.1\r\n\r\n--b\r\n"
    b"Content-Type: message/rfc822\r\n\r\nMessage-ID: <wt-2@water.test>\r\nSubject: Bevestiging\r\n\r\nx\r\n--b--\r\n"
)


def test_each_recipient_is_reported() -> None:
    assert delivery_reports(parse(REPORT)) == (
        DeliveryReport("jan@waterland.be", "failed", "5.1.1", "550 5.1.1 no such user"),
        DeliveryReport("an@waterland.be", "delayed", "4.4.1", ""),
    )


def test_a_delay_is_no_failure() -> None:
    assert [report.failed for report in delivery_reports(parse(REPORT))] == [True, False]


def test_the_mail_that_came_back_is_named() -> None:
    assert reported_message_ids(parse(REPORT)) == ("wt-2@water.test", "wt-1@water.test")


def test_a_report_that_somebody_attached_is_none() -> None:
    wrapped = (
        b"From: a@b.test\r\nContent-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\n\r\nKijk.\r\n--o\r\nContent-Type:"
        b" message/rfc822\r\n\r\n"
    )
    assert delivery_reports(parse(wrapped + REPORT + b"--o--\r\n")) == ()
