"""Wishes without a table: the missing piece in answer to our question, a wish to take part in something."""

import re
from collections.abc import Sequence

from mailworker.domain.request import Action, Source
from mailworker.reading.choice.choosing import Chosen
from mailworker.reading.context import Context
from mailworker.reading.naming.mention import Vagueness
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.said import Said
from mailworker.reading.who.actors import Actor, Who
from mailworker.reading.whose.affiliation import Cue
from mailworker.reading.wish import Wish, different, named_in
from mailworker.reading.wishes import register_wishes

_ABOUT = re.compile(r"\binschrij|\bdeelna|\bdeelnem|\bdeel te nemen|\baanmeld|\bregist|\binscri|\buitschrij|\bannul")


def implied(context: Context) -> tuple[list[Wish], Chosen] | None:
    """A wish that names no table, or the missing piece in answer to our question."""
    if _sells(context.own) or not _is_about(context):
        return None
    said, subject, letter = context.said, context.subject, context.letter
    cancels = [one for one in said if one.intent.hard_cancel and not one.intent.only_asks]
    if cancels:
        actors = [actor for one in cancels for actor in one.actors]
        return [Wish(Action.CANCEL, actors[0] if actors else None)], Chosen(vague=_vague(context))
    asking = any(one.intent.only_asks for one in said)
    if any(_wants_in(one) and (not asking or _wants_itself(one)) for one in said):
        found = register_wishes(said, Chosen())
        people = different(found) if isinstance(found, list) else []
        named = [w for w in people if w.who is Who.NAMED]
        return named or people or [Wish(Action.REGISTER, None)], Chosen(vague=_vague(context))
    if not said and not (letter.forward or letter.reply) and _WISH_WORD.search(subject.unit.folded):
        return _named([subject]), Chosen(vague=subject.tables.vague)
    if context.answers_us and (said or subject.unit.folded.strip()) and _answers(context):
        return _named(said) if said else _only_a_name(context), Chosen()
    return None


def _only_a_name(context: Context) -> list[Wish]:
    """A mail that is nothing but somebody else's name gives it: who sends it only passes it on."""
    sender = context.sender
    if not sender.disputed or sender.source is not Source.OWN or sender.name is None:
        return [Wish(Action.REGISTER, None)]
    return [Wish(Action.REGISTER, Actor(Who.NAMED, 0, len(sender.name), sender.name))]


def _is_about(context: Context) -> bool:
    """Whether the mail speaks of tables or of registering, or answers one that does."""
    said, subject = context.said, context.subject
    if any(one.intent.table_word for one in (*said, subject)) or "werktafel" in context.letter.quoted:
        return True
    return _ABOUT.search(f"{context.own}\n{subject.unit.folded}") is not None


def _named(said: Sequence[Said]) -> list[Wish]:
    people = different([Wish(Action.REGISTER, actor) for one in said for actor in named_in(one)])
    return people or [Wish(Action.REGISTER, None)]


def _answers(context: Context) -> bool:
    """Whether a mail gives what we may have asked: a name, an organisation, tables, a yes, its signature."""
    if any(_informs(one) or _YES.match(one.unit.folded) for one in context.said):
        return True
    closing = context.letter.closing
    return not context.said and bool(closing) and not any(_THANKS.search(unit.folded) for unit in closing)


def _informs(one: Said) -> bool:
    if one.people and (one.is_fragment or one.actors):
        return True
    return one.tables.vague is not None or any(a.cue >= Cue.BELONGS or one.is_fragment for a in one.organisations)


_FIRST_PERSON = re.compile(r"\b(?:ik|mij|me|wij|we|ons|i|us|je|nous)\b")


def _wants_in(one: Said) -> bool:
    """Whether a sentence wishes to take part, without a table that we know."""
    if one.intent.only_asks or one.intent.past or one.intent.farewell:
        return False
    if one.tables.vague is not None and _FIRST_PERSON.search(one.unit.folded):
        return True
    return one.intent.wish or _WISH_WORD.search(one.unit.folded) is not None


def only_asks(context: Context, wishes: Sequence[Wish]) -> bool:
    """Whether the mail asks something and its words of taking part are nobody's wish: 'sturen wij normaal iemand'."""
    if any(w.tables or w.action is not Action.REGISTER or w.who in (Who.NAMED, Who.SENDER) for w in wishes):
        return False
    asking = any(one.intent.only_asks for one in context.said)
    return asking and not any(_wants_in(one) and _wants_itself(one) for one in context.said)


_WE_WISH = re.compile(
    r"\b(?:wij|we) (?:(?:\w+ ){0,2}graag|willen|wensen|zouden|nemen|doen|schrijven|sturen|gaan|komen)\b"
    r"|\bgraag (?:nemen|doen|sluiten|schuiven|komen) (?:wij|we)\b|\bwe would\b"
)


def _wants_itself(one: Said) -> bool:
    """Whether it is the writer's own wish, beside a question: "Welke zijn er? Ik neem graag deel"."""
    intent = one.intent
    if intent.tentative or intent.condition:
        return False
    speaks = intent.self_strong or intent.self_verb or intent.polite or bool(named_in(one))
    return speaks or _WE_WISH.search(one.unit.folded) is not None


_THANKS = re.compile(r"\b(?:dank\w*|bedankt|merci|thanks|thank you|prima|perfect|super|ok|oke)\b")
_YES = re.compile(r"^\W*(?:ja|yes|oui|graag|zeker|akkoord|ok|oke|jazeker|absoluut|volgaarne|natuurlijk)\b")
_WISH_WORD = re.compile(
    r"\b"
    + any_of(r"""
in ?schrij\w* | schrijf\b.{0,40}\b(?:in|op)\b | aan ?meld\w* | meld\b.{0,40}\baan\b
deel ?(?:nem|neem|name)\w* | neem(?:t)?\b.{0,60}\bdeel | nemen\b.{0,60}\bdeel
mee ?(?:doe|doen|werken|denken|praten|volgen|schuiven) | doe(?:n|t)?\b.{0,30}\bmee | interesse
geinteresseerd | interested | belangstelling | kandida\w+ | noteer | noteren | vertegenwoordig\w*
afvaardig\w* | aan ?sluit\w* | aan ?schui\w* | aan ?te ?schuiven | sluit\b.{0,40}\baan | erbij | er ?bij
van de partij | plaats(?:je)? | uitnodig\w* | regist\w+ | join | participat\w+ | sign up | contribute
take part | inscri\w+ | participer | tafels? als | de lijst | rekenen | volgen | toevoegen | bijwonen
stuur(?:t|en)? | zend(?:t|en) | duid(?:t|en)? (?:\w+ ){0,6}aan | draag(?:t|en)? (?:\w+ ){0,6}voor
""")
    + r"\b"
)


def _vague(context: Context) -> Vagueness | None:
    for one in (*context.said, context.subject):
        if one.tables.vague is not None:
            return one.tables.vague
    return None


_MONEY = re.compile(
    any_of(r"""
https?:// | www\.
\b(?:deposit|bitcoin|crypto\w*|guaranteed|unsubscribe|click|klik hier|casino|loan|lening|offerte|seo|invoice|\
factuur|winner|eur|usd|backlinks?)\b
\$\s?\d
""")
)


def _sells(text: str) -> bool:
    """Whether a mail that names no table wants our money rather than a seat."""
    return _MONEY.search(text) is not None
