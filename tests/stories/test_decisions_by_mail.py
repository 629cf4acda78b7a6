"""Staff decide by answering our mails: only they, only where our server vouches for them, only in their thread."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
import time_machine
from sqlalchemy import select

from mailworker.domain.states import MessageState
from mailworker.store import held, organisations
from mailworker.store.schema import ConversationRow, EventRow, MessageRow, NoticeRow
from mailworker.worker import clock
from tests.stories.conftest import Day, Sent, mail

AN, BART = "An Claes <an.claes@vmm.be>", "Bart Maes <bart.maes@vmm.be>"
JAN = "Jan Peeters <jan.peeters@aquafin.be>"
ELS = "Els Maes <els.maes@aquafin.be>"
WISH = "Dag, graag schrijf ik me in voor de werktafel grondwater.\n\nJan Peeters\nAquafin"
CANCEL = "Dag, mijn collega Jan Peeters moet uit de tafel grondwater, gelieve hem te schrappen.\n\nEls Maes\nAquafin"
OUTLOOK = "\n\nVan: VMM\nVerzonden: maandag 5 juli 2021 7:30\nAan: An\nOnderwerp: x\n\n"
REGISTERED = ("Jan Peeters", "Aquafin", "grondwater", "confirmed")
CANCELLED = ("Jan Peeters", "Aquafin", "grondwater", "cancelled")


@pytest.fixture
def desk(day: Day) -> Day:
    """A day with two members of staff who hear of held mail at once."""
    day.environ |= {
        "MAILWORKER_STAFF__ADDRESSES": "an.claes@vmm.be,bart.maes@vmm.be",
        "MAILWORKER_STAFF__NOTIFY_AT_ONCE": "true",
    }
    return day


def to(day: Day, address: str) -> list[Sent]:
    return [one for one in day.sent if one.recipient == address]


def text(one: Sent) -> str:
    return one.text.replace("\r\n", "\n")


def held_number(day: Day) -> int:
    """A cancellation by a colleague who did not register the participant."""
    day.arrives(mail(JAN, WISH))
    assert day.arrives(mail(ELS, CANCEL)).handled == [MessageState.HELD]
    with day.worker.sessions() as session:
        (one,) = held.listing(session)
    return one.number


def answer(day: Day, words: str, sender: str = AN, *, quoting: str = "an.claes@vmm.be", **headers: str) -> bytes:
    """An answer to the last mail to that address, quoted as Outlook does."""
    ours = to(day, quoting)[-1]
    quoted = OUTLOOK + text(ours)
    return mail(sender, words + quoted, f"RE: {ours.subject}", answers=str(ours.message["Message-ID"]), **headers)


def transcript(day: Day, address: str = "an.claes@vmm.be") -> str:
    return text(to(day, address)[-1])


# --- What staff are told at once


def test_staff_are_told_at_once_with_the_original_and_the_words_to_answer(desk: Day) -> None:
    number = held_number(desk)
    ours = [one for one in desk.sent if one.recipient in {"an.claes@vmm.be", "bart.maes@vmm.be"}]
    assert sorted(one.recipient for one in ours) == ["an.claes@vmm.be", "bart.maes@vmm.be"]
    first = ours[0]
    assert re.fullmatch(
        rf"Te behandelen: nr\. {number}, els\.maes@aquafin\.be \[WT-[2-9A-HJ-NP-Z]{{12}}\]", first.subject
    )
    assert first.message["Auto-Submitted"] == "auto-generated"
    for line in (
        "  Begrepen: afmelding van Jan Peeters (Aquafin) voor grondwater",
        "  Reden: de afzender is niet de deelnemer, en schreef die ook niet in",
        f"  Antwoord met “ok {number}”, “weiger {number} [reden]” of “negeer {number}”",
        f"  Nummer: {number}",
        "  Actie: afmelden",
    ):
        assert line in text(first).split("\n")
    (original,) = first.message.iter_attachments()
    assert (original.get_content_type(), original.get_filename()) == ("message/rfc822", f"mail-{number}.eml")
    (theirs,) = original.iter_parts()
    assert "gelieve hem te schrappen" in theirs.get_content()
    assert len({re.findall(r"\[WT-(.*)\]", one.subject)[0] for one in ours}) == 2


def test_staff_are_told_once_and_never_of_what_they_wrote_themselves(desk: Day) -> None:
    number = held_number(desk)
    before = len(desk.sent)
    with desk.worker.sessions.begin() as session:
        held.replay(session, number, clock())
    assert desk.round().handled == [MessageState.HELD]
    assert len(desk.sent) == before
    question = mail(AN, "Beste, wanneer gaat de eerste werktafel grondwater door? Groeten, An Claes")
    assert desk.arrives(question).handled == [MessageState.HELD]
    assert [one for one in desk.sent[before:] if "Te behandelen" in one.subject] == []


def test_without_the_setting_staff_hear_nothing_at_once(day: Day) -> None:
    day.environ |= {"MAILWORKER_STAFF__ADDRESSES": "an.claes@vmm.be"}
    held_number(day)
    assert to(day, "an.claes@vmm.be") == []


# --- Each order


def test_an_ok_is_carried_out_in_the_same_round_and_answered_with_a_transcript(desk: Day) -> None:
    number = held_number(desk)
    done = desk.arrives(answer(desk, f"Ok {number}\n\nMvg, An"))
    assert done.handled == [MessageState.HANDLED, MessageState.HANDLED]
    assert desk.register == [CANCELLED]
    ours = to(desk, "an.claes@vmm.be")[-1]
    assert ours.message["Auto-Submitted"] == "auto-replied"
    assert (ours.first_line, ours.subject.count("[WT-")) == ("Uitgevoerd: 1 opdracht.", 1)
    assert (
        f"- Nr. {number}, mail van els.maes@aquafin.be: wordt uitgevoerd zoals begrepen; de afzender krijgt antwoord."
        in text(ours).split("\n")
    )
    assert {one.recipient for one in desk.sent[-3:]} == {
        "an.claes@vmm.be",
        "els.maes@aquafin.be",
        "jan.peeters@aquafin.be",
    }
    with desk.worker.sessions() as session:
        told = [(e.what, e.rule) for e in session.scalars(select(EventRow).order_by(EventRow.id))]
    assert told == [("confirmed", "place free"), ("accept", "an.claes@vmm.be"), ("cancelled", "cancelled")]


def test_a_refusal_reaches_the_sender_with_the_reason(desk: Day) -> None:
    number = held_number(desk)
    desk.arrives(answer(desk, f"weiger {number}: Jan laat zelf weten of hij stopt."))
    assert desk.register == [REGISTERED]
    assert "Jan laat zelf weten of hij stopt." in to(desk, "els.maes@aquafin.be")[-1].text
    assert f"Nr. {number}, mail van els.maes@aquafin.be: geweigerd" in transcript(desk)


def test_a_dismissed_mail_is_put_aside_without_a_word(desk: Day) -> None:
    number = held_number(desk)
    before = len(to(desk, "els.maes@aquafin.be"))
    desk.arrives(answer(desk, f"negeer {number}"))
    assert (desk.register, len(to(desk, "els.maes@aquafin.be"))) == ([REGISTERED], before)
    with desk.worker.sessions() as session:
        assert held.listing(session) == []


def test_a_form_is_carried_out_as_filled_in(desk: Day) -> None:
    number = held_number(desk)
    form = f"Nummer: {number}\nActie: inschrijven\nNaam: Els Maes\nOrganisatie: Farys\nTafels: hemelwater en audit"
    desk.arrives(answer(desk, form))
    assert desk.register == [
        REGISTERED,
        ("Els Maes", "Farys", "hemelwater", "confirmed"),
        ("Els Maes", "Farys", "wateraudit", "confirmed"),
    ]
    assert "wordt uitgevoerd zoals u invulde" in transcript(desk)


def test_the_form_of_our_mail_filled_in_where_it_stands(desk: Day) -> None:
    number = held_number(desk)
    ours = to(desk, "an.claes@vmm.be")[-1]
    written = "vervangen\n  Naam: Jan Peeters\n  Vervanger: Els Maes"
    changed = text(ours).replace("afmelden\n  Naam: Jan Peeters", written)
    assert changed != text(ours)
    raw = mail(AN, "Zie onder." + OUTLOOK + changed, f"RE: {ours.subject}", answers=str(ours.message["Message-ID"]))
    assert desk.arrives(raw).handled == [MessageState.HANDLED, MessageState.HANDLED]
    assert desk.register == [CANCELLED, ("Els Maes", "Aquafin", "grondwater", "confirmed")]
    assert transcript(desk).startswith("Deels uitgevoerd: 1 van 2 opdrachten.")
    assert f"Nr. {number}" in transcript(desk)


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ("Naam: Els Maes", "die mail vraagt geen gewone inschrijving"),
        ("Actie: inschrijven\nNaam: Els Maes, Tom Claes\nTafels: audit", "een formulier is voor één deelnemer"),
        ("Actie: inschrijven\nNaam: Els Maes\nTafels: zeewater", "we kennen geen werktafel “zeewater”"),
        ("Actie: inschrijven\nTafels: audit", "in het formulier ontbreekt nog naam en organisatie."),
    ],
)
def test_a_form_that_cannot_be_carried_out_changes_nothing_and_says_why(desk: Day, form: str, says: str) -> None:
    number = held_number(desk)
    desk.arrives(answer(desk, f"Nummer: {number}\n{form}"))
    assert desk.register == [REGISTERED]
    assert says in transcript(desk)
    with desk.worker.sessions() as session:
        assert [one.number for one in held.listing(session)] == [number]


UNKNOWN = "Beste, namens Aqf Zuid kom ik naar de werktafel grondwater.\n\nTom Claes"


def named(day: Day) -> int:
    """A registration for an organisation by a name that nobody knows, held since its sender may be forged."""
    failed = "mx.vmm.be; dmarc=fail header.from=zuid.be"
    assert day.arrives(mail("Tom Claes <tom@zuid.be>", UNKNOWN, Authentication_Results=failed)).handled == [
        MessageState.HELD
    ]
    with day.worker.sessions() as session:
        return held.listing(session)[-1].number


def test_a_name_is_carried_out_and_remembered(desk: Day) -> None:
    number = named(desk)
    desk.arrives(answer(desk, f"{number} is Aquafin"))
    assert desk.register == [("Tom Claes", "Aquafin", "grondwater", "confirmed")]
    assert "wordt uitgevoerd voor Aquafin" in transcript(desk)
    assert "“Aqf Zuid” is voortaan een andere naam van Aquafin." in transcript(desk)
    desk.arrives(mail("Piet Wouters <piet@ander.be>", UNKNOWN.replace("Tom Claes", "Piet Wouters")))
    assert desk.register[-1] == ("Piet Wouters", "Aquafin", "grondwater", "waiting")
    with desk.worker.sessions() as session:
        (alias,) = organisations.listing(session)
    assert (alias.organisation, alias.value, alias.added_by) == ("Aquafin", "Aqf Zuid", "an.claes@vmm.be")


def test_a_name_that_nobody_knows_changes_nothing(desk: Day) -> None:
    number = named(desk)
    desk.arrives(answer(desk, f"{number} is al geregeld"))
    assert desk.register == []
    assert "we kennen geen organisatie “al geregeld”" in transcript(desk)


def test_another_organisations_own_name_is_not_remembered_but_the_mail_is_carried_out(desk: Day) -> None:
    number = held_number(desk)
    desk.arrives(answer(desk, f"{number} is Farys"))
    assert "“Aquafin” onthouden we niet als andere naam: zo heet Aquafin al." in transcript(desk)
    with desk.worker.sessions() as session:
        assert organisations.listing(session) == []


def test_a_name_that_people_are_registered_under_is_merged_where_nobody_loses_by_it(desk: Day) -> None:
    desk.arrives(mail("Piet Wouters <piet@ander.be>", "Ik kom namens Aqf Zuid naar hemelwater.\n\nPiet Wouters"))
    number = named(desk)
    desk.arrives(answer(desk, f"{number} is Aquafin"))
    assert desk.register == [
        ("Piet Wouters", "Aquafin", "hemelwater", "confirmed"),
        ("Tom Claes", "Aquafin", "grondwater", "confirmed"),
    ]
    assert "“Aqf Zuid” is voortaan een andere naam van Aquafin." in transcript(desk)


def test_a_name_that_would_cost_somebody_the_place_is_left_for_the_operator(desk: Day) -> None:
    desk.arrives(mail(JAN, WISH))
    desk.arrives(mail("Piet Wouters <piet@ander.be>", "Ik kom namens Aqf Zuid naar grondwater.\n\nPiet Wouters"))
    number = named(desk)
    desk.arrives(answer(desk, f"{number} is Aquafin"))
    assert desk.register == [
        REGISTERED,
        ("Piet Wouters", "Aqf Zuid", "grondwater", "confirmed"),
        ("Tom Claes", "Aquafin", "grondwater", "waiting"),
    ]
    assert "Onder de naam “Aqf Zuid” is al iemand ingeschreven die zo een plaats zou verliezen" in transcript(desk)


def test_several_orders_in_one_mail_and_what_is_not_understood_is_told_back(desk: Day) -> None:
    one, other = held_number(desk), named(desk)
    words = f"Dag,\n\n- ok {one}\n- negeer {other}\n- ok 9999\nBel Tom nog eens.\n\nGroeten\nAn"
    desk.arrives(answer(desk, words))
    assert desk.register == [CANCELLED]
    text = transcript(desk)
    assert text.startswith("Deels uitgevoerd: 2 van 4 opdrachten.")
    assert "- Nr. 9999: dat nummer bestaat niet." in text
    assert "DIT BEGREPEN WE NIET\n\n- “Bel Tom nog eens.”" in text


def test_the_question_of_a_handled_mail_is_closed_by_a_word_and_what_it_asked_stays(desk: Day) -> None:
    held_number(desk)
    tom = mail("Tom Claes <tom.claes@farys.be>", "Ik schrijf me in voor hemelwater. Is er parking?\n\nTom Claes\nFarys")
    assert desk.arrives(tom).handled == [MessageState.HANDLED]
    with desk.worker.sessions() as session:
        (row,) = held.questions(session)
    desk.arrives(answer(desk, f"negeer {row.id}"))
    toms = f"- Nr. {row.id}, mail van tom.claes@farys.be: "
    assert f"{toms}de vraag is afgehandeld; aan wat al verwerkt was, verandert niets." in transcript(desk)
    assert ("Tom Claes", "Farys", "hemelwater", "confirmed") in desk.register
    desk.arrives(answer(desk, f"negeer {row.id}"))
    assert f"{toms}wacht niet op een beslissing." in transcript(desk)


def test_the_same_order_again_is_told_and_changes_nothing(desk: Day) -> None:
    number = held_number(desk)
    desk.arrives(answer(desk, f"negeer {number}"))
    desk.arrives(answer(desk, f"ok {number}", BART, quoting="bart.maes@vmm.be"))
    assert desk.register == [REGISTERED]
    says = "wacht niet meer op een beslissing; er is al beslist door an.claes@vmm.be."
    assert says in transcript(desk, "bart.maes@vmm.be")


def test_the_same_mail_delivered_twice_is_answered_once(desk: Day) -> None:
    raw = answer(desk, f"negeer {held_number(desk)}")
    desk.arrives(raw)
    before = len(desk.sent)
    assert desk.arrives(b"Received: from mx2.vmm.be; Mon, 05 Jul 2021 11:11:11 +0200\r\n" + raw).received.new == 0
    assert len(desk.sent) == before


def test_two_different_orders_about_one_number_are_both_left(desk: Day) -> None:
    number = held_number(desk)
    desk.arrives(answer(desk, f"ok {number}\nnegeer {number}"))
    assert desk.register == [REGISTERED]
    assert "uw mail zegt er twee verschillende dingen over." in transcript(desk)


def test_orders_follow_one_another_in_the_thread_of_the_transcript(desk: Day) -> None:
    number = held_number(desk)
    desk.arrives(answer(desk, "Wat is dit?"))
    assert "Niets uitgevoerd" in transcript(desk)
    desk.arrives(answer(desk, f"ok {number}"))
    assert desk.register == [CANCELLED]


def test_the_token_in_the_subject_is_enough_where_a_program_drops_the_thread(desk: Day) -> None:
    number = held_number(desk)
    desk.arrives(mail(AN, f"ok {number}", f"Antw: {to(desk, 'an.claes@vmm.be')[-1].subject}"))
    assert desk.register == [CANCELLED]


def test_an_answer_to_the_digest_decides(day: Day) -> None:
    with time_machine.travel(datetime(2021, 7, 5, 9, 0, tzinfo=UTC), tick=False) as watch:
        number = held_number(day)
        day.restart(MAILWORKER_DIGEST__RECIPIENTS="an.claes@vmm.be")
        assert day.round().reported == 1
        assert "1 te behandelen" in to(day, "an.claes@vmm.be")[-1].subject
        watch.shift(60)
        day.arrives(answer(day, f"ok {number}"))
        assert day.register == [CANCELLED]
        assert transcript(day).startswith("Uitgevoerd: 1 opdracht.")


# --- Who may not


def forged(result: str) -> dict[str, str]:
    return {"Authentication_Results": f"mx.vmm.be; dmarc={result} header.from=vmm.be"}


Attempt = Callable[[Day, int], bytes]
ATTEMPTS: dict[str, tuple[Attempt, MessageState]] = {
    "authentication failed": (lambda day, n: answer(day, f"ok {n}", **forged("fail")), MessageState.HELD),
    "authentication absent": (lambda day, n: answer(day, f"ok {n}", **forged("none")), MessageState.HELD),
    "vouched for by another server": (
        lambda day, n: answer(day, f"ok {n}", Authentication_Results="mx.evil.example; dmarc=pass header.from=vmm.be"),
        MessageState.HELD,
    ),
    "a stranger in the thread": (
        lambda day, n: answer(day, f"ok {n}", "Els Maes <els.maes@aquafin.be>"),
        MessageState.HELD,
    ),
    "no token and no thread": (lambda day, n: mail(AN, f"ok {n}", "Te behandelen"), MessageState.HELD),
    "somebody else's token": (lambda day, n: answer(day, f"ok {n}", BART), MessageState.HELD),
    "an invented token above our mail": (
        lambda day, n: mail(AN, f"ok {n}{OUTLOOK}{text(to(day, 'an.claes@vmm.be')[-1])}", "x [WT-AAAAAAAAAAAA]"),
        MessageState.HELD,
    ),
    "an invented token": (lambda day, n: mail(AN, f"ok {n}", "x [WT-AAAAAAAAAAAA]"), MessageState.HELD),
    "an out-of-office": (
        lambda day, n: answer(day, f"ok {n}", Auto_Submitted="auto-replied"),
        MessageState.IGNORED,
    ),
}


@pytest.mark.parametrize("name", ATTEMPTS)
def test_nobody_else_decides(desk: Day, name: str) -> None:
    number = held_number(desk)
    attempt, state = ATTEMPTS[name]
    (became,) = desk.arrives(attempt(desk, number)).handled
    assert became is state
    assert desk.register == [REGISTERED]
    assert [one.subject for one in desk.sent if "itgevoerd" in one.text.split("\n", 1)[0]] == []
    with desk.worker.sessions() as session:
        assert number in [one.number for one in held.listing(session)]


def test_a_token_of_staff_is_long_and_random(desk: Day) -> None:
    held_number(desk)
    with desk.worker.sessions() as session:
        tokens = list(session.scalars(select(ConversationRow.token).where(ConversationRow.staff)))
    assert ([len(token) for token in tokens], len(set(tokens))) == ([12, 12], 2)


# --- Approval mode


@pytest.fixture
def withheld(desk: Day) -> Day:
    desk.environ |= {"MAILWORKER_ANSWERS__MODE": "withheld"}
    return desk


def numbers(day: Day, state: str = "withheld") -> list[int]:
    with day.worker.sessions() as session:
        rows = session.scalars(select(NoticeRow).where(NoticeRow.state == state).order_by(NoticeRow.id))
        return [row.id for row in rows]


def test_answers_wait_until_staff_let_them_go_while_mail_to_staff_leaves(withheld: Day) -> None:
    day = withheld
    number = held_number(day)
    assert {one.recipient for one in day.sent} == {"an.claes@vmm.be", "bart.maes@vmm.be"}
    waiting = numbers(day)
    assert len(waiting) == 2
    day.arrives(answer(day, f"verstuur {waiting[0]}-{waiting[0] + 0}"))
    assert [one.recipient for one in day.sent if "vmm" not in one.recipient] == ["jan.peeters@aquafin.be"]
    assert f"- 1 antwoord vertrekt: {waiting[0]}." in transcript(day)
    day.arrives(answer(day, f"ok {number}\nverstuur alles"))
    assert day.register == [CANCELLED]
    fresh = numbers(day)
    assert (len(fresh), set(fresh) & set(waiting)) == (2, set())


def test_that_a_colleague_will_look_is_not_said_any_more_once_one_decided(withheld: Day) -> None:
    day = withheld
    number = held_number(day)
    day.arrives(answer(day, f"ok {number}"))
    assert "vertrekken pas als u ze vrijgeeft" in transcript(day)
    day.arrives(answer(day, "verstuur alles"))
    told = [one.first_line for one in to(day, "els.maes@aquafin.be")]
    assert told == ["Afgemeld: Jan Peeters (Aquafin) is afgemeld voor grondwater."]


def test_what_is_not_withheld_is_told_and_not_sent_again(withheld: Day) -> None:
    day = withheld
    held_number(day)
    first, second = numbers(day)
    day.arrives(answer(day, f"verstuur {first}"))
    before = len(day.sent)
    day.arrives(answer(day, f"verstuur {first}, {second}"))
    assert len(day.sent) == before + 2
    assert f"- 1 antwoord vertrekt: {second}." in transcript(day)
    assert f"- Bij “{first}” staat niets klaar om te vertrekken." in transcript(day)
    day.arrives(answer(day, "verstuur alles"))
    assert "- Bij “verstuur alles” staat niets klaar om te vertrekken." in transcript(day)


def test_all_that_is_let_go_is_what_staff_saw_in_their_digest(withheld: Day) -> None:
    day = withheld
    day.environ |= {"MAILWORKER_DIGEST__RECIPIENTS": "an.claes@vmm.be"}
    with time_machine.travel(datetime(2021, 7, 5, 5, 0, tzinfo=UTC), tick=False) as clock:
        day.arrives(mail(JAN, WISH))
        clock.move_to(datetime(2021, 7, 5, 5, 30, tzinfo=UTC))
        assert day.round().reported == 1
        day.arrives(mail(ELS, "Dag, ik schrijf me in voor de werktafel hemelwater.\n\nEls Maes\nAquafin"))
        day.arrives(answer(day, "Verstuur alles"))
        assert [one.recipient for one in day.sent if "vmm" not in one.recipient] == ["jan.peeters@aquafin.be"]
        later = "1 antwoord kwam er bij na uw laatste samenvatting en wacht nog: het staat in de volgende."
        assert later in transcript(day).split("\n")
        assert day.arrives(mail(ELS, CANCEL)).handled == [MessageState.HELD]
        with day.worker.sessions() as session:
            (waits,) = held.listing(session)
        day.arrives(answer(day, f"ok {waits.number}"))
        day.arrives(answer(day, "Verstuur alles"))
        to_els = [one.first_line for one in to(day, "els.maes@aquafin.be")]
        assert to_els == ["Afgemeld: Jan Peeters (Aquafin) is afgemeld voor grondwater."]
        assert later in transcript(day).split("\n")
        clock.move_to(datetime(2021, 7, 6, 5, 30, tzinfo=UTC))
        assert day.round().reported == 1
        day.arrives(answer(day, "Verstuur alles"))
    assert to(day, "els.maes@aquafin.be")[-1].first_line.startswith("Bevestigd: Els Maes")
    assert "nog: " not in transcript(day)


def test_nothing_that_staff_wrote_is_left_unanswered(desk: Day) -> None:
    held_number(desk)
    desk.arrives(answer(desk, ""))
    assert transcript(desk).startswith("Niets uitgevoerd: in uw mail staat geen opdracht.")
    with desk.worker.sessions() as session:
        states = list(session.scalars(select(MessageRow.state).where(MessageRow.rule == "staff")))
    assert states == ["handled"]
