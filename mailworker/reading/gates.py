"""What makes a person look before anything is done: nothing to read, other matters, complaints, conditions."""

import re

from mailworker.reading.affiliation import Cue
from mailworker.reading.clauses import clauses_of
from mailworker.reading.context import Context
from mailworker.reading.elsewhere import wants_no_seat
from mailworker.reading.intent import intent_of
from mailworker.reading.language import is_known
from mailworker.reading.matters import (
    hangs_on_answer,
    is_citizen,
    is_legal_request,
    is_outsider,
    is_perhaps_citizen_only,
    points_to_attachment,
    points_to_quote,
    speaks_of_event,
    speaks_of_tables,
    speaks_twice,
)
from mailworker.reading.phrases import any_of
from mailworker.reading.said import Said, Who, without_names

Held = tuple[str, str]


def gate(context: Context) -> Held | None:
    """The rule that holds the mail and the sentence that says why, or None."""
    for rule in (
        _unreadable,
        _invitation,
        _language,
        _legal,
        _outsider,
        _citizen,
        _complaint,
        _event,
        _attachment,
        _single_session,
        _uncertain,
        _refusal,
        wants_no_seat,
        _forwarded,
    ):
        held = rule(context)
        if held is not None:
            return held
    return None


_ENCRYPTED = ("application/pgp-encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")


def _unreadable(context: Context) -> Held | None:
    inbound = context.inbound
    if any(part.content_type in _ENCRYPTED for part in inbound.parts) and not context.said:
        return "unreadable", "The mail is encrypted and can't be read."
    if not context.said and not context.records:
        attached = [p for p in inbound.parts if p.filename or not p.content_type.startswith("text/")]
        subject = context.subject
        if attached and not subject.tables.mentions:
            return "only an attachment", "The mail has no words of its own; what it wants may stand in its attachment."
        if context.letter.forward or (context.letter.reply and not subject.unit.folded.strip()):
            return "only a forward", "The mail passes on another one without a word of its own."
    return None


def _invitation(context: Context) -> Held | None:
    if any(part.content_type == "text/calendar" and not part.inside_message for part in context.inbound.parts):
        return "calendar", "The mail carries a calendar invitation or an answer to one."
    return None


def _language(context: Context) -> Held | None:
    if not is_known(context.language):
        return "language", "The mail is in a language that the readers do not know."
    return None


_INSCRIBES = re.compile(
    r"\b"
    + any_of(r"""
in ?schrij\w* | schrijf | aanmeld\w* | meld | noteer\w* | deelnem\w* | kandidaat | regist\w+ | inscri\w+
""")
    + r"\b"
)


def _outsider(context: Context) -> Held | None:
    """Press, students, sellers: they write about the tables without wanting to sit at them."""
    if not is_outsider(context.own + "\n" + context.subject.unit.folded):
        return None
    if any(
        one.wished and one.intent.self_strong and _INSCRIBES.search(one.unit.folded) and not one.intent.asks
        for one in context.said
    ):
        return None
    return "outsider", "The mail is from the press, a student or a seller."


_NOTICE = re.compile(
    r"\blees (?:hoe|onze|meer|ook|er)|\bprivacy(?:verklaring|beleid|policy)|\bhoe (?:wij|we) (?:\w+ ){0,3}(?:omgaan|"
    r"behandelen|verwerken)|\b(?:wij|we) (?:verwerken|behandelen)\b|\bconform de\b|\bin lijn met\b"
)
"""A footer that tells how personal data are kept."""


def _legal(context: Context) -> Held | None:
    said = [one.unit.folded for one in (*context.said, context.subject)]
    if any(is_legal_request(text) and not _NOTICE.search(text) for text in said):
        return "personal data", "The mail asks about personal data or documents."
    return None


def _citizen(context: Context) -> Held | None:
    if is_citizen(context.own) and not (is_perhaps_citizen_only(context.own) and _speaks_for_one(context)):
        return "citizen", "The sender writes as a citizen, for no organisation."
    return None


def _speaks_for_one(context: Context) -> bool:
    """Whether the mail names an organisation that we know, and not as somebody else's."""
    return any(a.known and a.cue >= Cue.NAMED for one in context.said for a in one.organisations)


def _complaint(context: Context) -> Held | None:
    if any(one.intent.complaint for one in (*context.said, context.subject)):
        return "complaint", "The mail complains or disputes something."
    return None


def _event(context: Context) -> Held | None:
    own = context.own
    ours = context.letter.reply or context.letter.forward
    text = own if ours else own + "\n" + context.subject.unit.folded
    if speaks_of_event(text) and not speaks_of_tables(text):
        return "other event", "The mail is about another event than the tables."
    return None


def _attachment(context: Context) -> Held | None:
    attached = any(
        (p.filename or p.disposition == "attachment")
        and not p.content_type.startswith(("image/", "text/", "multipart/"))
        and "signature" not in p.content_type
        and "pkcs7" not in p.content_type
        and "tnef" not in p.content_type
        for p in context.inbound.parts
        if not p.inside_message
    )
    photo = any(p.content_type.startswith("image/") and p.disposition == "attachment" for p in context.inbound.parts)
    if points_to_attachment(context.own) and not _says_all(context) and (attached or photo or not _spelt_out(context)):
        return "attachment", "What the mail wants stands in an attachment."
    if (
        (attached or photo)
        and points_to_attachment(context.own)
        and re.search(
            r"\b(?:lijst|formulier|deelnemers|excel|overzicht|tabel|inschrijvingen|form|list|liste|formulaire)\b",
            context.own,
        )
    ):
        return "attachment", "What the mail wants stands in an attachment."
    return None


def _spelt_out(context: Context) -> bool:
    """Whether the text itself names people and tables."""
    return bool(context.records) or any(
        one.wished and any(a.who is Who.NAMED for a in one.actors) for one in context.said
    )


def _says_all(context: Context) -> bool:
    named = any(one.wished for one in (*context.said, context.subject)) or any(r.tables for r in context.records)
    return named and bool(
        re.search(
            r"\bmail in bijlage\b|\bnota\b|\bpresentatie\b|\bmandaat\b|\bvolmacht\b|\bbesluit\b|\bbeslissing\b|\bcv\b"
            r"|\bbrochure\b",
            context.own,
        )
    )


_CANNOT = re.compile(
    any_of(r"""
\b(?:kan|kunnen|zal|zullen|kom|komen|ben|zijn|can|cannot)\b.{0,40}\b(?:niet|not)\b
\bverhinderd\b | \bafwezig\b
""")
)


def _single_session(context: Context) -> Held | None:
    wishing = [
        one for one in context.said if one.intent.session_only and not (one.intent.asks and not one.intent.replace)
    ]
    if any(
        one.intent.session_only and one.intent.wish and not _INSCRIBES.search(one.unit.folded) for one in context.said
    ):
        return "one session", "The mail is about one session, not about the table."
    if any(
        one.intent.replace
        or one.intent.cancel
        or _CANNOT.search(one.unit.folded)
        or re.search(r"\b(?:enkel|alleen|only|eenmalig)\b", one.unit.folded)
        for one in wishing
    ):
        return "one session", "The mail is about one session, not about the table."
    return None


def _asks(one: Said) -> bool:
    intent = one.intent
    return intent.wish or intent.cancel or intent.change or intent.replace


def _wishes(one: Said) -> bool:
    intent = one.intent
    return intent.register or intent.cancel or intent.change or intent.replace or bool(one.tables.mentions)


def _uncertain(context: Context) -> Held | None:
    wished = [one for one in (*context.said, context.subject) if _wishes(one) and one.checked is not False]
    if (
        any(one.intent.condition for one in wished)
        or any(
            one.intent.condition and number and _asks(context.said[number - 1])
            for number, one in enumerate(context.said)
        )
        or any(
            number and hangs_on_answer(one.unit.folded) and context.said[number - 1].intent.asks
            for number, one in enumerate(context.said)
        )
    ):
        return "conditional wish", "The wish hangs on something that is not known yet."
    tentative = [one for one in wished if one.intent.tentative and not (one.intent.asks and not one.tables.mentions)]
    if any(_about_wish(one) for one in tentative):
        return "uncertain wish", "The sender is not sure yet."
    if any(one.intent.second_thoughts and not one.intent.correction for one in context.said) and not _settled(context):
        return "second thoughts", "The mail takes back what it says."
    return None


_UNSURE_PERSON = re.compile(
    r"\b(?:wie|naam|naam van|who|name|persoon|opvolger|vervanger)\b"
    r"|\bwelke\b(?:\W*$| (?:werk)?tafels?\b)"
)


def _about_wish(one: Said) -> bool:
    """Whether the doubt is about taking part at all, not about who it will be or what the sender may know."""
    if one.intent.undecided or _UNSURE_PERSON.search(one.unit.folded):
        return False
    return not re.search(
        r"\b(?:wellicht|misschien) (?:ken|kennen|weet|weten|herinner\w*|nog van)\b|\bkennen (?:mij|me)"
        r"\b.{0,20}\bwellicht\b|\beventuele?\b.{0,30}\b(?:vragen|data|documenten|kosten)",
        one.unit.folded,
    )


_DECIDES = re.compile(r"\b(?:toch maar|toch beter|of toch|bij nader inzien|finalement)\b")


def _decides(context: Context, one: Said) -> bool:
    """Whether it is the end of a doubt about the only table named: 'ik kies dus toch maar voor grondwater'."""
    ids = {i for o in (*context.said, context.subject) for m in o.tables.mentions for i in m.ids}
    plain = _DECIDES.sub(" ", one.unit.folded)
    denies = re.search(r"\b(?:niet|geen|not|pas)\b", context.own)
    return len(ids) == 1 and one.intent.wish and not one.intent.cancel and not denies and not speaks_twice(plain)


def _settled(context: Context) -> bool:
    """Whether a second thought is a plain change or cancellation."""
    for number, one in enumerate(context.said):
        if not one.intent.second_thoughts:
            continue
        if _decides(context, one):
            continue
        around = context.said[max(0, number - 1) : number + 2]
        plain = any(o.intent.change or o.intent.hard_cancel or o.intent.replace or o.intent.cancel for o in around)
        if not plain or re.search(
            r"\b(?:alhoewel|weet ge wat|weet je wat|of nee|of neen|of toch|toch maar)\b", one.unit.folded
        ):
            return False
    return True


def _refusal(context: Context) -> Held | None:
    soft = [one for one in context.said if one.intent.cancel and not one.intent.hard_cancel]
    if (
        (
            soft
            and not context.letter.reply
            and not any(
                o.intent.hard_cancel or o.intent.replace or o.intent.change or o.intent.past
                for o in (*context.said, context.subject)
            )
        )
        and not any(one.wished and one.intent.wish for one in context.said if one not in soft)
        and not any(_of_place(one) for one in soft)
    ):
        return "refusal", "The sender does not come, but asks for nothing to be changed."
    refusing = [one for one in context.said if one.intent.refusal and not one.intent.past]
    if not refusing:
        return None
    others = [
        one
        for one in context.said
        if one not in refusing
        and (one.intent.register or one.intent.cancel or one.is_fragment)
        and (one.wished or any(a.who is not Who.UNNAMED for a in one.actors))
    ]
    if others or context.records or any(one.intent.replace or one.intent.in_place for one in context.said):
        return None
    if all(any(a.cue is Cue.DENIED for a in one.organisations) and one.wished for one in refusing):
        return None
    if any(one.wished and one.intent.register and (_mixed(one) or _but_wishes(one)) for one in refusing):
        return None
    if any(one.intent.hard_cancel for one in (*context.said, context.subject)):
        return None
    return "refusal", "The sender does not take part."


_SEAT = re.compile(r"\b(?:inschrijving|deelname|lijst|mijn plaats|tafel|werktafel|table|registration|participation)\b")


def _of_place(one: Said) -> bool:
    """Whether who can not come any more speaks of a seat at a table: then it is given back."""
    return bool(_SEAT.search(one.unit.folded)) or any(
        c.intent.cancel and any(m.is_clear for m in c.mentions) for c in clauses_of(one)
    )


_BUT = re.compile(r"\b(?:maar|but|mais)\b")


def _but_wishes(one: Said) -> bool:
    """'Zelf heb ik geen tijd, maar Jan Peeters komt wel naar grondwater': a wish behind the refusal."""
    text = without_names(one.unit.folded, one.tables.mentions, one.people, one.organisations)
    but = _BUT.search(text)
    if but is None:
        return False
    behind = intent_of(text[but.end() :])
    return behind.register and not behind.refusal and any(m.start > but.end() for m in one.wished)


def _mixed(one: Said) -> bool:
    """Whether a sentence refuses one table and asks for another."""
    negative = {m.start for m in one.tables.mentions if m not in one.wished}
    return bool(negative) and bool(one.wished)


def _forwarded(context: Context) -> Held | None:
    """Somebody else's wish in the quoted mail is not the sender's."""
    if not context.letter.quoted:
        return None
    wished = any(one.wished and not one.intent.only_asks for one in context.said)
    if wished or context.records:
        return None
    if points_to_quote(context.own) and not any(
        one.intent.self_strong or (one.intent.self_verb and one.intent.register) for one in context.said
    ):
        return "forwarded wish", "The wish stands in a mail of somebody else that is passed on."
    return None
