"""What makes a person look before anything is done: nothing to read, other matters, complaints, conditions."""

import re

from mailworker.reading.context import Context
from mailworker.reading.gate.elsewhere import wants_no_seat
from mailworker.reading.gate.matters import (
    points_to_attachment,
    points_to_quote,
    speaks_of_event,
    speaks_of_tables,
)
from mailworker.reading.gate.outsiders import INSCRIBES, citizen, complaint, legal, outsider
from mailworker.reading.gate.refusing import refusal
from mailworker.reading.gate.uncertain import uncertain
from mailworker.reading.language import is_known
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.who.actors import Who
from mailworker.reading.wish import Doubt


def gate(context: Context) -> Doubt | None:
    """The rule that holds the mail and the sentence that says why, or None."""
    for rule in (
        _unreadable,
        _invitation,
        _language,
        legal,
        outsider,
        citizen,
        complaint,
        _event,
        _attachment,
        _single_session,
        uncertain,
        refusal,
        wants_no_seat,
        _forwarded,
    ):
        held = rule(context)
        if held is not None:
            return held
    return None


_ENCRYPTED = ("application/pgp-encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")


def _unreadable(context: Context) -> Doubt | None:
    inbound = context.inbound
    if any(part.content_type in _ENCRYPTED for part in inbound.parts) and not context.said:
        return Doubt("unreadable", "The mail is encrypted and can't be read.")
    if not context.said and not context.records:
        attached = [p for p in inbound.parts if p.filename or not p.content_type.startswith("text/")]
        subject = context.subject
        if attached and not subject.tables.mentions:
            return Doubt(
                "only an attachment", "The mail has no words of its own; what it wants may stand in its attachment."
            )
        if context.letter.forward or (context.letter.reply and not subject.unit.folded.strip()):
            return Doubt("only a forward", "The mail passes on another one without a word of its own.")
    return None


def _invitation(context: Context) -> Doubt | None:
    if any(part.content_type == "text/calendar" and not part.inside_message for part in context.inbound.parts):
        return Doubt("calendar", "The mail carries a calendar invitation or an answer to one.")
    return None


def _language(context: Context) -> Doubt | None:
    if not is_known(context.language):
        return Doubt("language", "The mail is in a language that the readers do not know.")
    return None


def _event(context: Context) -> Doubt | None:
    own = context.own
    ours = context.letter.reply or context.letter.forward
    text = own if ours else own + "\n" + context.subject.unit.folded
    if speaks_of_event(text) and not speaks_of_tables(text):
        return Doubt("other event", "The mail is about another event than the tables.")
    return None


def _attachment(context: Context) -> Doubt | None:
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
        return Doubt("attachment", "What the mail wants stands in an attachment.")
    if (
        (attached or photo)
        and points_to_attachment(context.own)
        and re.search(
            r"\b(?:lijst|formulier|deelnemers|excel|overzicht|tabel|inschrijvingen|form|list|liste|formulaire)\b",
            context.own,
        )
    ):
        return Doubt("attachment", "What the mail wants stands in an attachment.")
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


def _single_session(context: Context) -> Doubt | None:
    wishing = [
        one for one in context.said if one.intent.session_only and not (one.intent.asks and not one.intent.replace)
    ]
    if any(
        one.intent.session_only and one.intent.wish and not INSCRIBES.search(one.unit.folded) for one in context.said
    ):
        return Doubt("one session", "The mail is about one session, not about the table.")
    if any(
        one.intent.replace
        or one.intent.cancel
        or _CANNOT.search(one.unit.folded)
        or re.search(r"\b(?:enkel|alleen|only|eenmalig)\b", one.unit.folded)
        for one in wishing
    ):
        return Doubt("one session", "The mail is about one session, not about the table.")
    return None


def _forwarded(context: Context) -> Doubt | None:
    """Somebody else's wish in the quoted mail is not the sender's."""
    if not context.letter.quoted:
        return None
    wished = any(one.wished and not one.intent.only_asks for one in context.said)
    if wished or context.records:
        return None
    if points_to_quote(context.own) and not any(
        one.intent.self_strong or (one.intent.self_verb and one.intent.register) for one in context.said
    ):
        return Doubt("forwarded wish", "The wish stands in a mail of somebody else that is passed on.")
    return None
