"""What a sentence wants: register, cancel, change, replace, ask, complain; and what makes a wish uncertain.

One folded sentence at a time, with the names of tables blotted out. It says what a sentence contains; the reader
decides what the mail as a whole asks. The phrases are in the modules phrases_*.
"""

import re
from dataclasses import dataclass

from mailworker.reading.asking import is_wish, question_in
from mailworker.reading.phrases import beside, changing, doubt, leaving, matter, past, who
from mailworker.reading.phrases import sentence as wording

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


_PLAIN = {
    "farewell": beside.FAREWELL,
    "change": changing.CHANGE,
    "in_place": changing.IN_PLACE,
    "backup": changing.BACKUP,
    "past": past.PAST,
    "tentative": doubt.TENTATIVE,
    "second_thoughts": doubt.SECOND_THOUGHTS,
    "correction": doubt.CORRECTION,
    "complaint": matter.COMPLAINT,
    "thanks": matter.THANKS,
    "agent": who.AGENT,
    "unnamed": who.UNNAMED,
    "same_table": wording.SAME_TABLE,
    "idem": who.IDEM,
    "respectively": who.RESPECTIVELY,
    "each": who.EACH,
    "table_word": wording.TABLE_WORD,
    "session_only": matter.SESSION,
    "verb": wording.VERB,
}
"""What a single list of phrases tells."""


def intent_of(blotted: str) -> Intent:
    """What a folded sentence contains, with the names of tables blotted out."""
    text = blotted[:_LONGEST]
    plain = {name: pattern.search(text) is not None for name, pattern in _PLAIN.items()}
    wish = is_wish(text)
    hard = bool(leaving.CANCEL.search(leaving.CANCELLED_BEFORE.sub(" ", text)))
    cancel = hard or bool(leaving.NO_MORE.search(text))
    replaces = bool(changing.REPLACE.search(text)) and not changing.NO_REPLACEMENT.search(text) and not plain["backup"]
    asks, polite = question_in(text, wish or cancel or plain["change"] or replaces)
    return Intent(
        register=wish or bool(beside.LOOSE.search(text)),
        wish=wish,
        cancel=cancel,
        hard_cancel=hard,
        replace=replaces,
        refusal=not hard and _refuses(text, cancel),
        condition=is_conditional(text),
        asks=asks,
        polite=polite,
        self_strong=bool(self_spans(text)),
        self_verb=bool(who.SELF_VERB.search(who.PERFORMATIVE.sub(" ", text))),
        undecided=bool(who.UNDECIDED.search(text)) and not who.FORGOT.search(text),
        **plain,
    )


def _refuses(text: str, cancel: bool) -> bool:
    if not leaving.REFUSAL.search(text) or _NO_LONGER.search(text):
        return False
    # Who does not come gives a seat back: "ik zie af van mijn deelname".
    return not (cancel and _SEAT.search(text))


_SEAT = re.compile(r"\b(?:mijn (?:deelname|inschrijving|plaats)|toch niet|my (?:registration|participation|place))\b")


def is_conditional(text: str) -> bool:
    """Whether the sentence makes its wish hang on something."""
    if changing.BACKUP.search(text):
        return False
    return bool(doubt.CONDITION.search(text)) and not doubt.BENIGN.search(text)


def unnamed_spans(folded: str) -> list[tuple[int, int]]:
    """Where a sentence speaks of a person without a name: 'een collega', 'onze directeur'."""
    return [m.span() for m in who.UNNAMED.finditer(folded) if not _is_sought(folded[m.end() : m.end() + 60])]


def _is_sought(after: str) -> bool:
    match = who.SOUGHT.search(after)
    return match is not None and match.start() <= (
        30 if match.group()[:2] in ("zo", "te", "no", "ge", "vo", "vi", "lo", "ne") else 1
    )


def self_spans(folded: str) -> list[tuple[int, int]]:
    """Where a sentence speaks of the sender as who takes part: 'mij', 'ikzelf', 'ondergetekende'."""
    hidden = [match.span() for match in who.NOT_SELF.finditer(folded)]
    return [
        match.span()
        for match in who.SELF_STRONG.finditer(folded)
        if not any(a <= match.start() and match.end() <= b for a, b in hidden)
    ]


def self_verb_spans(folded: str) -> list[tuple[int, int]]:
    """Where the sender is the subject of a verb of taking part: 'ik neem deel', 'zal ik volgen'."""
    hidden = [match.span() for match in who.PERFORMATIVE.finditer(folded)]
    return [
        match.span()
        for match in who.SELF_VERB.finditer(folded)
        if not any(a < match.end() and match.start() < b for a, b in hidden)
    ]
