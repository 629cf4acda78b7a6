"""What one mail asks, as a careful clerk reads it: requests with their evidence, or why a person must look.

The order is that of a clerk: is there anything to read, is it about these tables, does it hang on something, what is
asked, for whom, on whose behalf, at which tables. What is missing is left open and asked for; what can be read in two
ways is held. Pure and deterministic; nothing is guessed.
"""

from collections.abc import Sequence
from dataclasses import replace

from mailworker.domain.organisation import Directory
from mailworker.domain.programme import Programme
from mailworker.domain.request import Evidence, Outcome, Reading, Request
from mailworker.message.body import Body
from mailworker.message.inbound import Inbound
from mailworker.reading.answering import implied, only_asks
from mailworker.reading.background import with_background, with_subject
from mailworker.reading.changing.correcting import corrections
from mailworker.reading.changing.replacing import moved_from_background, moves, replacements, unclear_exchange
from mailworker.reading.choice.choosing import Chosen, choose
from mailworker.reading.context import Context, context_of
from mailworker.reading.from_forms import is_complete, wishes_of_records
from mailworker.reading.gate.gates import gate
from mailworker.reading.gate.left_over import subject_conflict, unaccounted
from mailworker.reading.joining import joined
from mailworker.reading.naming.mention import Vagueness
from mailworker.reading.requests import clash, merged_requests, request_of, why_of
from mailworker.reading.second_look.look import looked_at_again
from mailworker.reading.whose.speaker import speaker_of
from mailworker.reading.wish import Doubt, Wish
from mailworker.reading.wishes import register_wishes

Found = tuple[list[Wish], Chosen]
"""Wishes, and the tables that they were read from."""

_ABOUT = frozenset(("conditional wish", "second thoughts", "complaint", "citizen", "refusal", "uncertain wish"))
"""Rules that hold a mail of somebody who may take part."""

_WITH_A_WISH = frozenset(("conditional wish", "uncertain wish", "complaint", "citizen", "outsider", "attachment"))
"""Rules that hold a mail which may say plainly what it wants: staff are shown that."""


def read(inbound: Inbound, body: Body, programme: Programme, directory: Directory) -> Reading:
    """What a mail of a person asks; never raises on what a stranger wrote."""
    context = context_of(inbound, body, programme, directory)
    held = gate(context)
    if held is not None:
        about = context.is_about_tables or held.rule in _ABOUT
        return Reading(Outcome.REVIEW, _proposal(context, held.rule), context.asks, about, held.why, held.rule)
    found = _wishes(context)
    if isinstance(found, Doubt):
        return Reading(Outcome.REVIEW, (), context.asks, True, found.why, found.rule)
    asked = found if found[0] and not only_asks(context, found[0]) else implied(context)
    return _without_wish(context) if asked is None else _decided(context, *asked)


def _proposal(context: Context, rule: str) -> tuple[Request, ...]:
    """What would be done if staff said yes to a mail that is held; nothing where that is not wholly clear."""
    found = _wishes(context) if rule in _WITH_A_WISH else None
    if found is None or isinstance(found, Doubt) or not found[0]:
        return ()
    requests = _decided(context, *found).requests
    return () if any(request.missing for request in requests) else requests


def _wishes(context: Context) -> Found | Doubt:
    """The wishes of forms, of changes and of plain sentences, whichever comes first."""
    chosen = choose(context.said, context.answers_us, context.words)
    corrected = corrections(context)
    if corrected:
        return corrected if isinstance(corrected, Doubt) else (corrected, chosen)
    filled_in = wishes_of_records(context, chosen)
    if filled_in:
        return _beside_form(context, filled_in, chosen)
    moved = moves(context)
    if moved and not any(one.people for one in context.said if one.intent.replace):
        return moved, chosen
    replaced = replacements(context, chosen)
    if isinstance(replaced, Doubt):
        return replaced
    wishes = replaced or moved or moved_from_background(context)
    if wishes:
        return wishes, chosen
    return unclear_exchange(context) or _prose(context, chosen)


def _beside_form(context: Context, filled_in: list[Wish], chosen: Chosen) -> Found | Doubt:
    """The wishes of a form, with those of the sentences where it is not complete."""
    if is_complete(filled_in):
        return filled_in, chosen
    prose = _prose(context, chosen)
    if isinstance(prose, Doubt):
        return prose
    return filled_in + [w for w in prose[0] if w.actor is not None and w.tables], chosen


def _prose(context: Context, chosen: Chosen) -> Found | Doubt:
    """The wishes of sentences, with the subject's table where the text has none."""
    registered = register_wishes(context.said, chosen)
    if isinstance(registered, Doubt):
        return registered
    wishes = with_background(context, registered, chosen)
    if not any(w.tables for w in wishes):
        wishes = with_subject(context, wishes, chosen)
    together = joined(context, wishes)
    return together if isinstance(together, Doubt) else (together, chosen)


def _without_wish(context: Context) -> Reading:
    """Nothing is asked for that we could do: a question, thanks, or something else."""
    about = context.is_about_tables
    if context.asks:
        return Reading(Outcome.REVIEW, (), True, about, "The mail only asks a question.", "question")
    if any(one.intent.thanks for one in context.said) and len(context.own) < 300:
        # Who thanks is not told that a colleague will look at it.
        return Reading(Outcome.REVIEW, (), False, False, "The mail thanks and asks for nothing.", "thanks")
    return Reading(Outcome.REVIEW, (), False, about, "The mail does not say what it wants of the tables.", "no wish")


def _decided(context: Context, wishes: Sequence[Wish], chosen: Chosen) -> Reading:
    """The requests of the wishes, with names and organisations filled in."""
    asks = context.asks
    conflict = subject_conflict(context, wishes, chosen)
    if conflict is not None:
        return Reading(Outcome.REVIEW, (), asks, True, conflict, "subject and text differ")
    speaker = speaker_of(context, wishes)
    found = [request_of(context, wish, chosen, speaker) for wish in wishes]
    requests = merged_requests([request for request, _, _ in found], context.words)
    if chosen.vague is Vagueness.UNKNOWN:
        # What is known stands complete beside what is not.
        requests += [replace(request, tables=()) for request in requests if request.tables]
    if clash(requests):
        return Reading(Outcome.REVIEW, (), asks, True, "The mail asks a table both in and out.", "contradiction")
    missing = [fact for request in requests for fact in request.missing]
    left_over = (None if missing else unaccounted(context, requests, chosen)) or looked_at_again(context, requests)
    if left_over is not None:
        return Reading(Outcome.REVIEW, tuple(requests), asks, True, left_over.why, left_over.rule)
    evidence = [one for _, shown, _ in found for one in shown] + _questions(context)
    near = next((names for _, _, names in found if names), ())
    outcome, rule = (Outcome.ASK, "asks for more") if missing else (Outcome.HANDLE, "complete")
    why = why_of(requests, missing)
    return Reading(outcome, tuple(requests), asks, True, why, rule, tuple(dict.fromkeys(evidence)), near)


def _questions(context: Context) -> list[Evidence]:
    units = [one.unit for one in context.said if one.intent.asks]
    return [Evidence("question", "yes", u.source, u.text, u.start, u.start + len(u.text)) for u in units]
