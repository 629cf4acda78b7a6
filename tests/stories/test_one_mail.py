"""What the project is for: a mail that somebody wrote leads to a registration and an answer in their thread."""

from mailworker.domain.states import MessageState, NoticeState
from mailworker.store import outbox
from tests.stories.conftest import MAILBOX, Day, mail

JAN = "Jan Peeters <jan.peeters@aquafin.be>"
JANS_MAIL = "Beste, graag nemen wij deel aan de werktafels grondwater en hemelwater. Mvg, Jan Peeters, Aquafin"


def test_a_mail_is_registered_and_answered_in_its_thread(day: Day) -> None:
    raw = mail(JAN, JANS_MAIL, "Inschrijving werktafels")
    done = day.arrives(raw)
    assert (done.errors, done.handled, done.sent.sent) == ([], [MessageState.HANDLED], 1)
    assert day.register == [
        ("Jan Peeters", "Aquafin", "grondwater", "confirmed"),
        ("Jan Peeters", "Aquafin", "hemelwater", "confirmed"),
    ]
    (answer,) = day.sent
    message = answer.message
    theirs = raw.split(b"Message-ID: ")[1].split(b"\r\n")[0].decode()
    assert answer.recipient == "jan.peeters@aquafin.be"
    assert (message["In-Reply-To"], message["References"]) == (theirs, theirs)
    assert message["Auto-Submitted"] == "auto-replied"
    assert message["X-Auto-Response-Suppress"] == "OOF, AutoReply"
    assert message["Content-Language"] == "nl"
    assert message["Reply-To"] == message["From"]
    assert MAILBOX in str(message["From"])
    assert message["Precedence"] is None
    assert answer.subject.startswith("Re: Inschrijving werktafels [WT-")
    assert "Jan Peeters (Aquafin)" in answer.first_line
    assert 'lang="nl"' in answer.html
    assert "Jan Peeters" in answer.html
    assert day.submission.submitted[0].sender == MAILBOX


def test_a_second_colleague_for_a_table_waits(day: Day) -> None:
    day.arrives(mail(JAN, JANS_MAIL))
    day.arrives(mail("Els Maes <els.maes@aquafin.be>", "Dag, ik schrijf me in voor grondwater.\n\nEls Maes\nAquafin"))
    assert day.register[-1] == ("Els Maes", "Aquafin", "grondwater", "waiting")
    assert "wachtlijst" in day.sent[-1].first_line.lower()
    assert "Jan Peeters" not in day.sent[-1].text + day.sent[-1].html


def test_polling_again_changes_nothing_and_sends_nothing(day: Day) -> None:
    day.arrives(mail(JAN, JANS_MAIL))
    register, sent = day.register, len(day.sent)
    for _ in range(2):
        done = day.round()
        assert (done.received.new, done.handled, done.sent.sent) == (0, [], 0)
    day.restart()
    assert day.round().received.new == 0
    assert (day.register, len(day.sent)) == (register, sent)


def test_the_same_mail_delivered_again_changes_nothing_and_sends_nothing(day: Day) -> None:
    raw = mail(JAN, JANS_MAIL)
    day.arrives(raw)
    over_another_road = b"Received: from mx2.vmm.be; Mon, 05 Jul 2021 11:11:11 +0200\r\n" + raw
    for again in (raw, over_another_road):
        done = day.arrives(again)
        assert (done.received.new, done.received.known, done.handled) == (0, 1, [])
    assert len(day.sent) == 1


def test_an_out_of_office_gets_no_answer(day: Day) -> None:
    words = "Ik ben afwezig tot 16 augustus. Voor grondwater kan u terecht bij Els Maes, Aquafin."
    done = day.arrives(mail(JAN, words, "Automatisch antwoord: Werktafels", Auto_Submitted="auto-replied"))
    assert (done.handled, day.sent, day.register) == ([MessageState.IGNORED], [], [])


def test_what_is_missing_is_asked_and_the_answer_completes_it(day: Day) -> None:
    day.arrives(mail(JAN, "Dag, ik doe graag mee met een van de werktafels.\n\nJan Peeters\nAquafin"))
    assert day.register == []
    assert "nog niet volledig" in (day.sent[0].subject + day.sent[0].first_line).lower()
    question = day.last_id_to("jan.peeters@aquafin.be")
    quoted = "\n".join(f"> {line}" for line in day.sent[0].text.splitlines())
    day.arrives(
        mail(JAN, f"Oppervlaktewater!\n\nOp ma 5 jul. 2021 schreef VMM:\n{quoted}", "Re: Werktafels", answers=question)
    )
    assert day.register == [("Jan Peeters", "Aquafin", "oppervlaktewater", "confirmed")]
    assert len(day.sent) == 2


def test_a_question_that_only_staff_can_answer_is_held_and_its_sender_is_told(day: Day) -> None:
    done = day.arrives(mail(JAN, "Beste, wanneer gaat de eerste werktafel grondwater door? Groeten, Jan Peeters"))
    assert (done.handled, day.register, len(day.sent)) == ([MessageState.HELD], [], 1)
    assert "bekeken" in (day.sent[0].subject + day.sent[0].first_line).lower()


def test_a_mail_whose_authentication_failed_is_held_without_a_word(day: Day) -> None:
    forged = mail(JAN, JANS_MAIL, Authentication_Results="mx.vmm.be; dmarc=fail header.from=aquafin.be")
    assert day.arrives(forged).handled == [MessageState.HELD]
    assert (day.register, day.sent) == ([], [])


def test_mail_is_marked_as_read_once_it_is_stored(day: Day) -> None:
    day.arrives(mail(JAN, JANS_MAIL))
    assert [message.flags for message in day.mailbox.messages()] == [{"\\Seen"}]


def test_a_cancellation_gives_the_place_to_who_waits_and_tells_both(day: Day) -> None:
    day.arrives(mail(JAN, JANS_MAIL))
    day.arrives(mail("Els Maes <els.maes@aquafin.be>", "Ik kom naar grondwater.\n\nEls Maes, Aquafin"))
    day.arrives(mail(JAN, "Schrap mij voor grondwater aub.\n\nJan Peeters, Aquafin"))
    assert ("Jan Peeters", "Aquafin", "grondwater", "cancelled") in day.register
    assert ("Els Maes", "Aquafin", "grondwater", "confirmed") in day.register
    assert {one.recipient for one in day.sent[2:]} == {"jan.peeters@aquafin.be", "els.maes@aquafin.be"}
    assert [one.message["Auto-Submitted"] for one in day.sent[2:]] == ["auto-replied", "auto-generated"]


def test_a_delivery_report_marks_the_answer_that_did_not_arrive(day: Day) -> None:
    day.arrives(mail(JAN, JANS_MAIL))
    report = (
        "From: MAILER-DAEMON@aquafin.be\r\nTo: {to}\r\nSubject: Undelivered Mail\r\nReturn-Path: <>\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\nMIME-Version: 1.0\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nsorry\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.aquafin.be\r\n\r\n"
        "Final-Recipient: rfc822; jan.peeters@aquafin.be\r\nAction: failed\r\nStatus: 5.1.1\r\n"
        "--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {id}\r\n\r\n--b--\r\n"
    )
    bounce = report.format(to=MAILBOX, id=day.last_id_to("jan.peeters@aquafin.be")).encode()
    assert day.arrives(bounce).handled == [MessageState.IGNORED]
    with day.worker.sessions() as session:
        (listed,) = outbox.listing(session)
    assert (listed.state, listed.recipient) == (NoticeState.BOUNCED, "jan.peeters@aquafin.be")
    assert "5.1.1" in listed.answer
    assert len(day.sent) == 1
