"""Whether a sentence asks something that only staff can answer, or wishes for something in the form of a question."""

import re

from mailworker.reading.phrases import question as questions
from mailworker.reading.phrases import wish as wishing


def is_wish(blotted: str) -> bool:
    """Whether it holds a plain word of registering, or of taking part in the table beside it."""
    return bool(wishing.WISH.search(blotted) or ("xxxxx" in blotted and wishing.AT_TABLE.search(blotted)))


_BREAK = re.compile(r"(?:\b(?:en|maar|and|but|et|mais)|[,;:.-])\s*(?:\w+\s+){0,2}$")
_QUESTION_CLAUSE = re.compile(
    r"[,;:]\s+(?:en |maar |and |but )?(?:hoe|wanneer|waar|welke?|wie|hoeveel|is er|zijn er|komt er|krijg\w*|when"
    r"|where|how)\b"
)


def _wishes_first(before: str) -> bool:
    """Whether a whole wish stands before the words that ask: 'Schrijf mij in, en laat weten waar de sessies zijn'."""
    if _BREAK.search(before) is None or questions.QUESTION_WORD.search(before) or questions.ASKS.search(before):
        return False
    return is_wish(before)


_WHICH = re.compile(r"\b(?:die|dat|deze|welke)\b")
_WHEN = re.compile(r"\b(?:wanneer|waar|hoe|hoeveel|waarom|is er|zijn er|when|where|how)\b")


def question_in(text: str, wishes: bool) -> tuple[bool, bool]:
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
