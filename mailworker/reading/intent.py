"""What a sentence wants: register, cancel, change, replace, ask, complain; and what makes a wish uncertain.

One folded sentence at a time, with the names of tables blotted out. It says what a sentence contains; the reader
decides what the mail as a whole asks. The phrases are in the modules phrases_*.
"""

import re
from dataclasses import dataclass

from mailworker.reading import phrases_doubt as doubt
from mailworker.reading import phrases_enclosed as enclosed
from mailworker.reading import phrases_leaving as leaving
from mailworker.reading import phrases_matter as matter
from mailworker.reading import phrases_question as questions
from mailworker.reading import phrases_sentence as wording
from mailworker.reading import phrases_wish as wishing

_LONGEST = 1500


@dataclass(frozen=True, slots=True)
class Intent:
    """What one sentence contains."""

    register: bool = False
    """A word that goes with registering."""
    wish: bool = False
    """A plain word of registering, or of taking part in the table beside it."""
    farewell: bool = False
    cancel: bool = False
    hard_cancel: bool = False
    """It asks to be taken off, not only tells of not coming any more."""
    change: bool = False
    in_place: bool = False
    replace: bool = False
    backup: bool = False
    """Who stands in for somebody now and then takes nobody's place."""
    refusal: bool = False
    past: bool = False
    condition: bool = False
    tentative: bool = False
    second_thoughts: bool = False
    correction: bool = False
    complaint: bool = False
    thanks: bool = False
    asks: bool = False
    """A question that only staff can answer."""
    polite: bool = False
    """A question in form, a wish in substance."""
    self_strong: bool = False
    self_verb: bool = False
    agent: bool = False
    unnamed: bool = False
    undecided: bool = False
    same_table: bool = False
    idem: bool = False
    respectively: bool = False
    each: bool = False
    table_word: bool = False
    session_only: bool = False
    verb: bool = False

    @property
    def only_asks(self) -> bool:
        """Whether it is a question, and no wish in the form of one."""
        return self.asks and not self.polite


_NO_LONGER = re.compile(r"\bniet (?:meer|langer)\b|\bno longer\b|\bplus\b")


def intent_of(blotted: str) -> Intent:
    """What a folded sentence contains, with the names of tables blotted out."""
    text = blotted[:_LONGEST]
    wish = bool(wishing.WISH.search(text) or ("xxxxx" in text and wishing.AT_TABLE.search(text)))
    hard = bool(leaving.CANCEL.search(leaving.CANCELLED_BEFORE.sub(" ", text)))
    cancel = hard or bool(leaving.NO_MORE.search(text))
    change = bool(leaving.CHANGE.search(text))
    backup = bool(leaving.BACKUP.search(text))
    replaces = bool(leaving.REPLACE.search(text)) and not leaving.NO_REPLACEMENT.search(text) and not backup
    asks, polite = _question(text, wish or cancel or change or replaces)
    return Intent(
        register=wish or bool(wishing.LOOSE.search(text)),
        wish=wish,
        farewell=bool(wishing.FAREWELL.search(text)),
        cancel=cancel,
        hard_cancel=hard,
        change=change,
        in_place=bool(leaving.IN_PLACE.search(text)),
        replace=replaces,
        backup=backup,
        refusal=not hard
        and bool(leaving.REFUSAL.search(text))
        and not _NO_LONGER.search(text)
        and not _seat(text, cancel),
        past=bool(leaving.PAST.search(text)),
        condition=is_conditional(text),
        tentative=bool(doubt.TENTATIVE.search(text)),
        second_thoughts=bool(doubt.SECOND_THOUGHTS.search(text)),
        correction=bool(doubt.CORRECTION.search(text)),
        complaint=bool(matter.COMPLAINT.search(text)),
        thanks=bool(matter.THANKS.search(text)),
        asks=asks,
        polite=polite,
        self_strong=bool(self_spans(text)),
        self_verb=bool(wishing.SELF_VERB.search(wishing.PERFORMATIVE.sub(" ", text))),
        agent=bool(wishing.AGENT.search(text)),
        unnamed=bool(wishing.UNNAMED.search(text)),
        undecided=bool(wishing.UNDECIDED.search(text)) and not wishing.FORGOT.search(text),
        same_table=bool(wording.SAME_TABLE.search(text)),
        idem=bool(wishing.IDEM.search(text)),
        respectively=bool(wishing.RESPECTIVELY.search(text)),
        each=bool(wishing.EACH.search(text)),
        table_word=bool(wording.TABLE_WORD.search(text)),
        session_only=bool(matter.SESSION.search(text)),
        verb=bool(wording.VERB.search(text)),
    )


_SEAT = re.compile(r"\b(?:mijn (?:deelname|inschrijving|plaats)|toch niet|my (?:registration|participation|place))\b")


def _seat(text: str, cancel: bool) -> bool:
    """Whether who does not come gives a seat back: "ik zie af van mijn deelname"."""
    return cancel and bool(_SEAT.search(text))


def is_conditional(text: str) -> bool:
    """Whether the sentence makes its wish hang on something."""
    if leaving.BACKUP.search(text):
        return False
    return bool(doubt.CONDITION.search(text)) and not doubt.BENIGN.search(text)


def hangs_on_answer(folded: str) -> bool:
    """Whether a sentence after a question hangs on the answer: 'Is IMDC welkom? In dat geval graag ...'."""
    return bool(doubt.IN_THAT_CASE.search(folded))


_BREAK = re.compile(r"(?:\b(?:en|maar|and|but|et|mais)|[,;:.-])\s*(?:\w+\s+){0,2}$")
_QUESTION_CLAUSE = re.compile(
    r"[,;:]\s+(?:en |maar |and |but )?(?:hoe|wanneer|waar|welke?|wie|hoeveel|is er|zijn er|komt er|krijg\w*|when|where|how)\b"
)


def _wishes_first(before: str) -> bool:
    """Whether a whole wish stands before the words that ask: 'Schrijf mij in, en laat weten waar de sessies zijn'."""
    if _BREAK.search(before) is None or questions.QUESTION_WORD.search(before) or questions.ASKS.search(before):
        return False
    return bool(wishing.WISH.search(before) or ("xxxxx" in before and wishing.AT_TABLE.search(before)))


_WHICH = re.compile(r"\b(?:die|dat|deze|welke)\b")
_WHEN = re.compile(r"\b(?:wanneer|waar|hoe|hoeveel|waarom|is er|zijn er|when|where|how)\b")


def _question(text: str, wishes: bool) -> tuple[bool, bool]:
    """Whether the sentence asks something of staff, and whether it is a wish in the form of a question."""
    if wishes and questions.ASKS_FOR_SEAT.search(text) and not questions.POSSIBILITY.search(text):
        return False, True
    if "?" not in text:
        asking = questions.ASKS.search(text)
        return asking is not None, asking is not None and wishes and _wishes_first(text[: asking.start()])
    asking = _QUESTION_CLAUSE.search(text)
    if asking is not None and wishes and _wishes_first(text[: asking.start() + 1]):
        return True, True
    if wishes and questions.HEREBY.search(text):
        return True, True
    if questions.SUFFICES.search(text) or (wishes and questions.PERMIT.search(text)):
        return False, True
    question_word = questions.QUESTION_WORD.search(text)
    if questions.CONFIRM.search(text) and not question_word:
        return False, True
    if questions.POSSIBILITY.search(text) or questions.ASKS.search(text):
        return True, False
    to_you = questions.TO_YOU.search(text)
    if wishes and (to_you or questions.MAY.search(text)) and not question_word:
        return False, True
    if wishes and to_you and _WHICH.search(text) and not _WHEN.search(text):
        return False, True
    return True, False


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


def unnamed_spans(folded: str) -> list[tuple[int, int]]:
    """Where a sentence speaks of a person without a name: 'een collega', 'onze directeur'."""
    return [m.span() for m in wishing.UNNAMED.finditer(folded) if not _is_sought(folded[m.end() : m.end() + 60])]


def _is_sought(after: str) -> bool:
    match = wishing.SOUGHT.search(after)
    return match is not None and match.start() <= (
        30 if match.group()[:2] in ("zo", "te", "no", "ge", "vo", "vi", "lo", "ne") else 1
    )


def self_spans(folded: str) -> list[tuple[int, int]]:
    """Where a sentence speaks of the sender as who takes part: 'mij', 'ikzelf', 'ondergetekende'."""
    hidden = [match.span() for match in wishing.NOT_SELF.finditer(folded)]
    return [
        match.span()
        for match in wishing.SELF_STRONG.finditer(folded)
        if not any(a <= match.start() and match.end() <= b for a, b in hidden)
    ]


def self_verb_spans(folded: str) -> list[tuple[int, int]]:
    """Where the sender is the subject of a verb of taking part: 'ik neem deel', 'zal ik volgen'."""
    hidden = [match.span() for match in wishing.PERFORMATIVE.finditer(folded)]
    return [
        match.span()
        for match in wishing.SELF_VERB.finditer(folded)
        if not any(a < match.end() and match.start() < b for a, b in hidden)
    ]
