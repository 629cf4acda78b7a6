"""What a mail as a whole is about, told by single phrases: rights, citizens, the press, events, attachments, quotes."""

import re

from mailworker.reading.phrases import doubt, enclosed, matter
from mailworker.reading.phrases import sentence as wording


def hangs_on_answer(folded: str) -> bool:
    """Whether a sentence after a question hangs on the answer: 'Is IMDC welkom? In dat geval graag ...'."""
    return bool(doubt.IN_THAT_CASE.search(folded))


def speaks_twice(folded: str) -> bool:
    """Whether the text takes back its own words: 'of nee', 'wacht', 'alhoewel'."""
    return bool(doubt.SECOND_THOUGHTS.search(folded))


def is_legal_request(folded: str) -> bool:
    """Whether the mail speaks of rights over personal data or documents."""
    return bool(matter.LEGAL.search(folded))


def is_citizen(folded: str) -> bool:
    """Whether the sender writes for no organisation."""
    return bool(matter.CITIZEN.search(folded))


def is_perhaps_citizen_only(folded: str) -> bool:
    """Whether only such words say so as somebody who writes for an organisation may use too: "gepensioneerd leraar"."""
    return not matter.CITIZEN.search(matter.PERHAPS_CITIZEN.sub(" ", folded))


def is_outsider(folded: str) -> bool:
    """Whether the sender is of the press, a student or a seller."""
    return bool(matter.OUTSIDER.search(folded))


def speaks_of_event(folded: str) -> bool:
    """Whether the mail speaks of a webinar, a study day or another thing that one registers for elsewhere."""
    return bool(matter.EVENT.search(folded))


def speaks_of_tables(folded: str) -> bool:
    """Whether the mail speaks of tables or of the programme."""
    return bool(wording.TABLE_WORD.search(folded))


def points_to_attachment(folded: str) -> bool:
    """Whether the wish stands in an attachment: a list, a form."""
    return any(
        enclosed.ATTACHMENT.search(sentence)
        and enclosed.ATTACHED_LIST.search(sentence)
        and not enclosed.NOT_LIST.search(sentence)
        for sentence in re.split(r"[.!?\n]", folded)
    )


def points_to_quote(folded: str) -> bool:
    """Whether the text says that what matters stands in the mail below it."""
    return bool(enclosed.FORWARDED.search(folded))
