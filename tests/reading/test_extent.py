"""Mails beyond what the readers read, too long or encrypted: held, never read in part."""

from mailworker.domain.request import Outcome
from mailworker.reading.understand import understand
from tests.accuracy import knowledge
from tests.message.writing import raw_mail

KNOWLEDGE = knowledge()
WISH = "Graag schrijf ik mij in voor de werktafel grondwater."


def outcome(text: str) -> tuple[Outcome, str]:
    reading = understand(raw_mail(text + "\n\nMet vriendelijke groeten\nJan Peeters\nAquafin\n"), KNOWLEDGE).reading
    return reading.outcome, reading.rule


def test_who_writes_more_than_is_read_is_held() -> None:
    talk = "We hebben lang over water gesproken.\n"
    assert outcome(WISH) == (Outcome.HANDLE, "complete")
    assert outcome(f"{WISH}\n\n{talk * 300}") == (Outcome.REVIEW, "too long")
    assert outcome(f"{WISH}\n\n{'Water. ' * 400}") == (Outcome.REVIEW, "too long")


def test_a_long_quotation_does_not_make_a_mail_too_long() -> None:
    quote = "> Wij nodigen u uit voor de werktafels.\n" * 2000
    assert outcome(f"{WISH}\n\nOp 5/07/2021 om 10:00 schreef VMM:\n{quote}") == (Outcome.HANDLE, "complete")


def test_armour_in_the_text_is_no_list_of_people() -> None:
    assert outcome("-----BEGIN PGP MESSAGE-----\n\nhQEMA\n=abcd\n-----END PGP MESSAGE-----") == (
        Outcome.REVIEW,
        "unreadable",
    )
