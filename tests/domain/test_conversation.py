"""What a conversation adds to a mail: gaps are filled, words are never overridden."""

from dataclasses import replace

from mailworker.domain.conversation import Intent, from_second_address, settle, still_open
from mailworker.domain.putting_right import to_correct
from mailworker.domain.registration import Registration
from mailworker.domain.request import Action, Evidence, Outcome, Reading, Request, Source
from mailworker.domain.states import RegistrationStatus

ANSWERED, ANEW = "an answer to our question came", "the sender wrote the whole wish anew"
SANDER = Request(Action.REGISTER, "Sander Wijns", "Bouwunie", ("hemelwater",))


def reading(*requests: Request, written: tuple[str, ...] = (), outcome: Outcome | None = None) -> Reading:
    """A reading in which the sender speaks of these names in their own words, before they say at which table."""
    missing = any(request.missing for request in requests)
    names = (Evidence("participant", name, Source.OWN, name, 0, len(name)) for name in written)
    evidence = (*names, Evidence("tables", "hemelwater", Source.OWN, "hemelwater", 40, 50))
    return Reading(outcome or (Outcome.ASK if missing else Outcome.HANDLE), requests, evidence=evidence, why="why")


def answer(read: Reading, *pending: Request, rounds: int = 1, own: tuple[Registration, ...] = ()) -> Intent:
    return settle(read, pending, rounds, own, "Sander Wijns")


def registered(participant: str, organisation: str = "Bouwunie", table: str = "hemelwater") -> Registration:
    return Registration(
        table, organisation, organisation.casefold(), participant, RegistrationStatus.CONFIRMED, "x@y.test", 1, 1
    )


def test_a_complete_mail_needs_no_conversation() -> None:
    assert answer(reading(SANDER), rounds=0) == Intent(complete=(SANDER,))


def test_complete_requests_are_carried_out_and_only_the_rest_is_asked() -> None:
    colleague = replace(SANDER, participant=None, tables=("grondwater",))
    assert answer(reading(SANDER, colleague), rounds=0) == Intent((SANDER,), (colleague,))


def test_the_answer_brings_the_tables() -> None:
    bare = reading(replace(SANDER, organisation=None))
    assert answer(bare, replace(SANDER, tables=())) == Intent(complete=(SANDER,), closed=ANSWERED)


def test_two_facts_may_come_in_two_answers() -> None:
    asked = replace(SANDER, organisation=None, tables=())
    half = answer(reading(replace(SANDER, organisation=None)), asked)
    assert half == Intent(incomplete=(replace(SANDER, organisation=None),), closed=ANSWERED)
    rest = reading(replace(SANDER, tables=()))
    assert answer(rest, *half.incomplete, rounds=2) == Intent(complete=(SANDER,), closed=ANSWERED)


def test_a_bare_table_is_about_the_person_we_asked_about_not_about_who_sends_it() -> None:
    asked = Request(Action.REGISTER, "Els Maes", "Bouwunie")
    from_header_only = reading(SANDER)
    assert answer(from_header_only, asked) == Intent(
        complete=(replace(asked, tables=("hemelwater",)),), closed=ANSWERED
    )


def test_an_answer_that_names_its_own_participant_is_a_request_beside_the_open_one() -> None:
    asked = Request(Action.REGISTER, "Els Maes", "Bouwunie")
    assert answer(reading(SANDER, written=("Sander Wijns",)), asked) == Intent((SANDER,), open=(asked,))


def test_a_mail_that_says_everything_again_closes_the_question() -> None:
    intent = answer(reading(SANDER, written=("Sander Wijns",)), replace(SANDER, tables=()))
    assert intent == Intent((SANDER,), closed=ANEW)


def test_the_answer_names_the_participant_of_a_mailbox_without_a_person() -> None:
    asked = replace(SANDER, participant=None)
    named = reading(replace(SANDER, tables=()), written=("Sander Wijns",))
    assert answer(named, asked) == Intent(complete=(SANDER,), closed=ANSWERED)


def test_who_signs_i_do_not_know_yet_is_not_the_colleague_we_asked_for() -> None:
    asked = replace(SANDER, participant=None, tables=("grondwater",))
    signed = reading(replace(SANDER, tables=()))
    intent = answer(signed, asked, own=(registered("Sander Wijns"),))
    assert intent == Intent(held="the answer does not bring what we asked for")


def test_the_newcomer_of_a_replacement_comes_in_the_answer() -> None:
    asked = Request(Action.REPLACE, "Els Maes", "Bouwunie", ("hemelwater",))
    named = reading(replace(SANDER, tables=()), written=("Sander Wijns",))
    mixed = replace(named, requests=(replace(asked, replacement="Sander Wijns", tables=()),))
    newcomer = replace(asked, replacement="Sander Wijns")
    assert answer(mixed, asked) == Intent(complete=(newcomer,), closed=ANSWERED)


def test_the_same_question_is_never_asked_twice() -> None:
    asked = replace(SANDER, organisation=None)
    assert answer(reading(replace(asked, tables=())), asked).held == "the answer does not bring what we asked for"


def test_an_answer_from_a_second_address_only_counts_when_the_participant_completes_everything() -> None:
    asked = replace(SANDER, tables=())
    whole, nothing = reading(SANDER), reading(asked)
    by_sander = {"sender_name": "Sander Wijns", "asked_at": "sander@here.test"}
    done = Intent((replace(SANDER, participant_address="sander@here.test"),), closed=ANSWERED)
    assert from_second_address(whole, (asked,), 1, (), **by_sander) == done
    assert from_second_address(nothing, (asked,), 1, (), **by_sander) is None
    leaves = replace(asked, action=Action.CANCEL)
    assert from_second_address(whole, (leaves,), 1, (), **by_sander) is None
    somebody = by_sander | {"sender_name": "Ann Vos"}
    assert from_second_address(whole, (asked,), 1, (), **somebody) is None


def test_after_two_questions_staff_take_over() -> None:
    asked = replace(SANDER, organisation=None, tables=())
    half = reading(replace(SANDER, organisation=None))
    intent = answer(half, asked, rounds=2)
    assert intent.held == "still incomplete after 2 questions"
    assert intent.open == half.requests


def test_a_cancellation_in_answer_to_a_question_fills_no_gap() -> None:
    asked = replace(SANDER, tables=())
    leaving = replace(SANDER, action=Action.CANCEL)
    assert answer(reading(leaving), asked) == Intent((leaving,), open=(asked,))


def test_a_mail_for_staff_is_held_whatever_was_asked() -> None:
    thanks = reading(outcome=Outcome.REVIEW)
    assert answer(thanks, replace(SANDER, tables=())) == Intent(held="why")


def test_the_register_knows_the_organisation_of_who_leaves() -> None:
    leaving = Request(Action.CANCEL, "Sander Wijns", None, ("hemelwater",))
    intent = answer(reading(leaving), rounds=0, own=(registered("Sander Wijns"),))
    assert intent == Intent(complete=(replace(leaving, organisation="Bouwunie"),))


def test_a_table_more_needs_no_organisation_from_who_is_registered_for_one() -> None:
    more = Request(Action.REGISTER, "Sander Wijns", None, ("grondwater",))
    intent = answer(reading(more), rounds=0, own=(registered("Sander Wijns"),))
    assert intent == Intent(complete=(replace(more, organisation="Bouwunie"),))


def test_a_secretary_of_two_people_is_asked_whom_she_means() -> None:
    leaving = Request(Action.CANCEL, None, None, ("hemelwater",))
    own = (registered("Els Maes"), registered("Ann Vos", table="hemelwater"))
    assert answer(reading(leaving), rounds=0, own=own) == Intent(incomplete=(leaving,))


def test_who_is_registered_for_two_organisations_is_asked_which_one() -> None:
    more = Request(Action.REGISTER, "Sander Wijns", None, ("grondwater",))
    own = (registered("Sander Wijns"), registered("Sander Wijns", "Embuild"))
    assert answer(reading(more), rounds=0, own=own) == Intent(incomplete=(more,))


ELS = Request(Action.REGISTER, "Els Maes", "Bouwunie", ("grondwater",))


def test_a_whole_wish_for_somebody_else_leaves_the_question_open_and_does_not_ask_it_again() -> None:
    asked = replace(SANDER, tables=())
    assert answer(reading(ELS, written=("Els Maes",)), asked) == Intent((ELS,), open=(asked,))


def test_a_wish_for_somebody_else_that_lacks_something_is_asked_about_alone() -> None:
    asked, els = replace(SANDER, tables=()), replace(ELS, tables=())
    intent = answer(reading(els, written=("Els Maes",)), asked)
    assert intent == Intent(incomplete=(els,), open=(asked,))


def test_one_of_two_answers_closes_one_of_two_questions() -> None:
    no_tables, nobody = replace(ELS, tables=()), replace(SANDER, participant=None)
    intent = answer(reading(replace(ELS, organisation=None)), no_tables, nobody)
    assert intent == Intent((ELS,), open=(nobody,))


def test_a_whole_wish_of_the_same_person_for_another_organisation_closes_the_question() -> None:
    asked = replace(SANDER, organisation="Embuild", tables=())
    assert answer(reading(SANDER, written=("Sander Wijns",)), asked) == Intent((SANDER,), closed=ANEW)


def test_who_signs_an_answer_about_a_colleague_is_not_registered_by_it() -> None:
    signed = Evidence("participant", "Sander Wijns", Source.OWN, "Sander Wijns", 60, 72)
    tables = Evidence("tables", "hemelwater", Source.OWN, "hemelwater", 0, 10)
    below = replace(reading(SANDER), evidence=(tables, signed))
    asked = replace(ELS, tables=())
    assert answer(below, asked) == Intent((replace(asked, tables=("hemelwater",)),), closed=ANSWERED)


def test_who_says_i_in_answer_to_a_question_about_a_colleague_is_registered() -> None:
    says_i = Evidence("participant", "Sander Wijns", Source.OWN, "Ik kom", 0, 6)
    asked = replace(ELS, tables=())
    assert answer(replace(reading(SANDER), evidence=(says_i,)), asked) == Intent((SANDER,), open=(asked,))


def test_a_name_is_put_right_at_every_table_that_they_have() -> None:
    wrong = Request(Action.REPLACE, "Sander Wins", "Bouwunie", replacement="Sander Wijns")
    own = (registered("Sander Wins"), registered("Sander Wins", table="grondwater"))
    intent = answer(reading(wrong), rounds=0, own=own)
    assert intent == Intent((replace(wrong, tables=("hemelwater", "grondwater")),))


def test_who_is_replaced_without_a_table_is_replaced_at_the_only_one_that_they_have() -> None:
    leaves = Request(Action.REPLACE, "Els Maes", "Bouwunie", replacement="Ann Vos")
    one = (registered("Els Maes"),)
    assert answer(reading(leaves), rounds=0, own=one) == Intent((replace(leaves, tables=("hemelwater",)),))
    two = (*one, registered("Els Maes", table="grondwater"))
    assert answer(reading(leaves), rounds=0, own=two) == Intent(incomplete=(leaves,))


def test_who_writes_of_another_organisation_and_of_no_table_is_left_to_staff() -> None:
    other = Request(Action.REGISTER, "Sander Wijns", "Embuild")
    assert answer(reading(other), rounds=0, own=(registered("Sander Wijns"),)).held.startswith(
        "they are registered for"
    )
    both = (registered("Sander Wijns"), registered("Sander Wijns", "Embuild"))
    assert answer(reading(other), rounds=0, own=both) == Intent(incomplete=(other,))
    assert answer(reading(other), rounds=0, own=(registered("Els Maes"),)) == Intent(incomplete=(other,))


def test_an_organisation_that_staff_give_corrects_those_of_the_sender_whom_the_mail_means() -> None:
    own = (registered("Sander Wijns"), registered("Sander Wijns", table="grondwater"), registered("Els Maes"))
    sander, els = (Request(Action.CORRECT, name, "Embuild") for name in ("Sander Wijns", "Els Maes"))
    assert to_correct((), own, "Embuild") == (sander, els)
    assert to_correct((Request(Action.REGISTER, "S. Wijns", "Embuild"),), own, "Embuild") == (sander,)


def test_an_organisation_that_staff_give_corrects_nothing_where_the_mail_asks_something_or_nobody_can_tell_whom() -> (
    None
):
    own = (registered("Sander Wijns"), registered("Els Maes", "Embuild"))
    assert to_correct((SANDER,), own, "Confederatie Bouw") == ()
    assert to_correct((), own, "Confederatie Bouw") == ()
    assert to_correct((), own[:1], "Bouwunie") == ()


def test_what_staff_settle_leaves_open_what_it_is_not_about() -> None:
    asked = (replace(SANDER, tables=()), replace(ELS, tables=()))
    assert still_open(asked, (SANDER,)) == asked[1:]


def test_a_name_that_is_no_signature_is_the_one_that_we_asked_for() -> None:
    asked = replace(SANDER, participant=None, tables=("hemelwater",))
    named = reading(replace(ELS, organisation="Bouwunie", tables=()))
    intent = answer(named, asked, own=(registered("Sander Wijns"),))
    assert intent == Intent((replace(asked, participant="Els Maes"),), closed=ANSWERED)


def test_an_answer_that_names_another_organisation_is_a_wish_of_its_own() -> None:
    asked = replace(SANDER, organisation="Embuild", tables=())
    signed = Evidence("organisation", "Bouwunie", Source.SIGNATURE, "Bouwunie", 60, 68)
    by_domain = replace(signed, source=Source.DOMAIN)
    whole = reading(SANDER)
    says = replace(whole, evidence=(*whole.evidence, signed))
    assert answer(says, asked) == Intent((SANDER,), closed=ANEW)
    filled = replace(asked, tables=("hemelwater",))
    assert answer(replace(whole, evidence=(by_domain,)), asked) == Intent((filled,), closed=ANSWERED)


def test_a_table_that_the_answer_names_beside_what_we_asked_comes_on_top() -> None:
    asked = replace(SANDER, organisation=None, tables=("grondwater",))
    intent = answer(reading(SANDER), asked)
    assert intent == Intent((replace(SANDER, tables=("grondwater", "hemelwater")),), closed=ANSWERED)


def test_who_is_registered_in_another_spelling_and_names_no_table_is_left_to_staff_who_may_put_it_right() -> None:
    right = reading(Request(Action.REGISTER, "Sander Wijns", "Bouwunie"))
    own = (registered("Sander Wins"), registered("Sander Wins", table="grondwater"))
    assert answer(right, rounds=0, own=own).held.startswith("they are registered in another spelling")
    correction = Request(Action.REPLACE, "Sander Wins", "Bouwunie", ("hemelwater", "grondwater"), "Sander Wijns")
    assert settle(right, (), 0, own, "Sander Wijns", decided=True) == Intent((correction,))
    both = (*own, registered("Sander Wijns", table="afvalwater"))
    assert answer(right, rounds=0, own=both) == Intent(incomplete=right.requests)
