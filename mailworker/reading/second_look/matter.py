"""What the second look makes of a mail's matter: whether its words go with registering, leaving or replacing at all."""

import re

from mailworker.domain.request import Action
from mailworker.reading.folding import fold
from mailworker.reading.second_look import words
from mailworker.reading.second_look.clauses import Sentence
from mailworker.reading.second_look.view import View
from mailworker.reading.who.person_names import key
from mailworker.reading.wish import Doubt

_A_SENTENCE = 7
"""So many words beside the tables make a line more than a list of names."""


_OF_A_SEAT = re.compile(
    r"x{4,}|q{4,}|\b(?:ik|mij|me|hij|zij|hem|haar|collega|i|my|me|je|mon|ma"
    r"|plaats|stoel|inschrijving|deelname|lijst"
    r"|tafels?|naam|vertegenwoordig\w+|afgevaardigd\w+|deelnem\w+)\b"
)


def leaves_though_registered(view: View) -> Doubt | None:
    """Somebody is registered by a mail that speaks of leaving, changing or handing over."""
    if not view.only_registers:
        return None
    for one in view.sentences:
        if not one.own and one.text.rstrip().endswith("?"):
            continue
        if not one.own and words.CHANGES.search(one.plain):
            return Doubt("leaving or changing", "The subject speaks of leaving, replacing or changing.")
        explained = [match.span() for match in words.LEAVES_NOT.finditer(one.plain)]
        for match in words.LEAVES.finditer(one.plain):
            if not any(a <= match.start() < b for a, b in explained) and _is_of_a_seat(one, match.start()):
                return Doubt("leaving or changing", "The mail speaks of leaving, replacing or changing.")
    return None


def _is_of_a_seat(one: Sentence, position: int) -> bool:
    """Whether the clause there speaks of people, tables or seats: machines are replaced as well."""
    if not one.own:
        return True
    start, end = next(clause for clause in one.clauses() if position < clause[1])
    return _OF_A_SEAT.search(one.plain[start:end]) is not None


def nobody_leaves(view: View) -> Doubt | None:
    """Somebody is taken from a table by a mail that only registers, or replaced by one that has no word for it."""
    registers = words.INSCRIBES.search(view.text) is not None
    moving = {request.participant for request in view.requests if request.action is Action.REGISTER}
    for request in view.requests:
        is_moved = request.participant in moving
        if request.action is Action.CANCEL and registers and not is_moved and not words.CANCELS.search(view.text):
            return Doubt("unclear cancellation", "The mail has no word of leaving a table.")
        corrects = bool(set(key(request.participant or "")) & set(key(request.replacement or "")))
        if request.action is Action.REPLACE and not corrects and not words.REPLACES.search(view.text):
            return Doubt("unaccounted replacement", "The mail has no word of replacing somebody.")
    return None


def no_wish(view: View) -> Doubt | None:
    """Somebody is registered by a mail of whole sentences that has no word of wishing."""
    if not view.only_registers or view.is_form or view.answers or words.WISHES.search(view.text):
        return None
    if any(_is_sentence(one) and any(p.table in view.tables for p in one.places) for one in view.own):
        return Doubt("no wish", "The mail names a table, but has no word of taking part.")
    return None


def _is_sentence(one: Sentence) -> bool:
    written = re.findall(r"[a-z]{2,}", re.sub(r"[xqz]{3,}|\b(?:voor|van|aub|dank)\b", " ", one.plain))
    return len(written) >= _A_SENTENCE


def other_wish(view: View) -> Doubt | None:
    """Somebody is registered by a mail about something else that asks for no seat in so many words."""
    text = _LISTS.sub(" ", view.text)
    if not view.only_registers or view.is_form or words.INSCRIBES.search(text) or not words.OTHER_MATTER.search(text):
        return None
    about = [one for one in view.own if any(place.table in view.tables for place in one.places)]
    if about and all(words.OTHER_MATTER.search(one.plain) or not words.WISHES.search(one.plain) for one in about):
        return Doubt("other wish", "The mail seems to want something else than a place at a table.")
    return None


_LISTS = re.compile(r"\bdeelnemers van\b|https?:\S+|www\.\S+")


def pending(view: View) -> Doubt | None:
    """The mail says that something is still to be known."""
    for one in view.own:
        if words.PENDING.search(one.plain):
            return Doubt("uncertain wish", "The mail says that something is not known yet.")
    return None


def corrected(view: View) -> Doubt | None:
    """Somebody is registered by a mail that puts something right."""
    if not view.only_registers or view.is_form:
        return None
    for one in view.own:
        if words.CORRECTS.search(one.plain) or (view.letter.reply and words.CORRECTS_AN_ANSWER.search(one.plain)):
            return Doubt("correction", "The mail corrects something in a registration.")
    return None


def about_something_else(view: View) -> Doubt | None:
    """Somebody is registered by a mail whose matter is another one, whatever other words it has."""
    if not view.only_registers or view.is_form:
        return None
    if words.PLAINLY_COMES.search(view.text):
        return None
    if any(words.STRONG_MATTER.search(one.plain) for one in view.own):
        return Doubt("other wish", "The mail seems to want something else than a place at a table.")
    return None


def one_session(view: View) -> Doubt | None:
    """Somebody is registered or replaced by a mail that speaks of one meeting."""
    if any(request.action is Action.CANCEL for request in view.requests) or view.is_form:
        return None
    if any(words.ONE_SESSION.search(one.plain) for one in view.own):
        return Doubt("one session", "The mail seems to be about one session, not about the table.")
    return None


def for_another_organisation(view: View) -> Doubt | None:
    """The organisation that was understood stands in the mail as somebody else's."""
    if any(words.NOT_OURS.search(one.plain) for one in view.own):
        return Doubt("unclear organisation", "For which organisation the mail speaks is not clear.")
    return None


_IF_THEN = re.compile(
    r"^\W*(?:als|indien|mocht\w*|wanneer|zodra|if|si)\b(?P<what>[^;.?]{3,120}?),? (?:dan|then|alors)\b"
)
_ELSE_NOT = re.compile(
    r"\b(?:als|indien|mocht\w*|doen|doet|komt|sturen|stuurt|is)\b[^.;?]{3,80}"
    r"\bdan (?:hoeft|hoeven|laten (?:we|wij)|laat ik|zie ik)\b"
)
_HANGS = Doubt("conditional wish", "The wish seems to hang on something.")
_POLITE = re.compile(
    r"\b(?:kan|mag|mogelijk|past|lukt|plaats|vragen|vraag|info\w*|nodig|goed (?:is|begrijp)|possible|questions?)\b"
)


def conditional(view: View) -> Doubt | None:
    """Somebody is registered by a sentence that says: if so, then."""
    if not view.only_registers:
        return None
    for one in view.own:
        match = _IF_THEN.match(one.plain)
        if _ELSE_NOT.search(one.plain):
            return _HANGS
        if match and not _POLITE.search(match["what"]) and any(place.table in view.tables for place in one.places):
            return _HANGS
    return None


_NO_ORGANISATION = re.compile(
    r"^(?:pour|voor|namens|vanuit|for|from|bij|onze?|mijn|afgevaardigde|vertegenwoordig\w+|deelne\w+|inschrijving"
    r"|participation|als|dat|dan)\b|\b(?:nv|bvba|vzw|cvba)\b|\b(?:te|in) [a-z-]+$"
    r"|\b(?:doet|neemt|komt|wil|wenst|zal|gaat|is)\b"
)


def no_organisation(view: View) -> Doubt | None:
    """What was understood as an organisation holds a verb, begins as a sentence does, or is a participant."""
    names = {key(name) for name in view.names}
    begins = tuple(f"{fold(name)} {word} " for name in view.names for word in ("van", "bij", "namens"))
    if any(_NO_ORGANISATION.search(fold(o)) or key(o) in names or fold(o).startswith(begins) for o in view.unknown):
        return Doubt("unclear organisation", "What was understood as an organisation may be none, or more than one.")
    return None
