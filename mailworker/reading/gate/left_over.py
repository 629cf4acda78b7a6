"""What the mail says and the requests do not: then it was read wrongly, or not wholly, and a person looks."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mailworker.domain.request import Action, Request
from mailworker.reading.background import subject_mentions
from mailworker.reading.choice.choosing import Chosen
from mailworker.reading.context import Context
from mailworker.reading.gate.doubts import denies, depends, leaves_or_changes, plain_of_tables
from mailworker.reading.naming.mention import Mention, Polarity
from mailworker.reading.said import Said, without_names
from mailworker.reading.who.person_names import Person, same_person
from mailworker.reading.who.roles import Role
from mailworker.reading.whose.affiliation import Cue
from mailworker.reading.wish import Doubt, Wish

_PERSON_OPEN = re.compile(r"\b(?:wie|naam|namen|iemand|collega|who|name|qui|nom)\b")
_SURE_ENOUGH = 3
"""How sure a name and its sentence are together, before it counts as somebody who was overlooked."""


def unaccounted(context: Context, requests: Sequence[Request], chosen: Chosen) -> Doubt | None:
    """A person, a colleague, a change or a table that the mail speaks of and no request holds."""
    names = [name for r in requests for name in (r.participant, r.replacement) if name]
    names += [context.sender.name] if context.sender.name else []
    actions = {r.action for r in requests}
    sender = context.sender.name
    others = all(r.participant and not (sender and same_person(r.participant, sender)) for r in requests)
    for number, one in enumerate(context.said):
        if one.intent.only_asks or one.intent.backup:
            continue
        person = _overlooked(one, names, number in chosen.of)
        if person is not None:
            return Doubt("unaccounted person", f"The mail also names {person.name}; what for is not clear.")
        open_person = one.intent.undecided and not context.records
        if open_person and Action.CANCEL not in actions and _PERSON_OPEN.search(one.unit.folded):
            return Doubt("unaccounted colleague", "The mail speaks of somebody who is not known yet.")
        denied = {i for m in one.tables.mentions for i in m.ids}
        doubt = _changes(one, actions, len(names), others) if not (denied and denied <= chosen.denied) else None
        if doubt is not None:
            return doubt
    doubt = _doubtful(context, chosen) if actions == {Action.REGISTER} else None
    return doubt or _other_table(context, requests, chosen)


def _overlooked(one: Said, names: Sequence[str], is_chosen: bool) -> Person | None:
    """Somebody whom a sentence names as who does something, and no request does."""
    intent = one.intent
    changes = intent.cancel or intent.replace
    if intent.past and not is_chosen and not (changes or intent.change):
        return None
    acts = intent.register or changes or bool(one.tables.mentions)
    for person, role in zip(one.people, one.roles, strict=True):
        if role is Role.BYSTANDER or person.sure + acts < _SURE_ENOUGH:
            continue
        if not any(same_person(person.name, name) for name in names):
            return person
    return None


_MYSELF = re.compile(r"\b(?:ik|ikzelf|zelf|mezelf|myself|i)\b")


def _stays_away(one: Said, others: bool) -> bool:
    """'Zelf moet ik passen. Mijn collega neemt deel': the writer does not come, and asks a seat for others only."""
    return others and _MYSELF.search(one.unit.folded) is not None


def _changes(one: Said, actions: set[Action], people: int, others: bool) -> Doubt | None:
    """A cancellation or a replacement that a sentence speaks of and no request is."""
    intent = one.intent
    if intent.hard_cancel and not actions & {Action.CANCEL, Action.REPLACE}:
        return Doubt("unaccounted cancellation", "The mail speaks of a cancellation that is not clear.")
    if intent.replace and (people > 1 or intent.unnamed) and not actions & {Action.CANCEL, Action.REPLACE}:
        return Doubt("unaccounted replacement", "The mail speaks of a replacement that is not clear.")
    if intent.cancel and actions == {Action.REGISTER} and not intent.register and not _stays_away(one, others):
        return Doubt("unaccounted cancellation", "The mail speaks of not coming, but it is not clear to what.")
    return None


def _other_table(context: Context, requests: Sequence[Request], chosen: Chosen) -> Doubt | None:
    """A table that a sentence wishes something of and no request holds."""
    taken = {i for r in requests for i in r.tables} | chosen.kept | chosen.denied
    for one in context.said:
        intent = one.intent
        acts = intent.register or intent.cancel or intent.change or intent.replace
        if intent.only_asks or intent.past or one.checked is False or not acts:
            continue
        if any(m.near and not m.every and not set(m.ids) <= taken for m in one.wished):
            return Doubt("unaccounted table", "The mail also names another table; what for is not clear.")
    return None


def _doubtful(context: Context, chosen: Chosen) -> Doubt | None:
    """Words in what looks like a plain registration that such a mail does not hold."""
    for number, one in enumerate(context.said):
        intent = one.intent
        if intent.only_asks or intent.backup:
            continue
        text = _without_reasons(one)
        beside = any(n in chosen.of for n in (number - 1, number, number + 1))
        of_people = intent.self_strong or intent.self_verb or intent.unnamed or bool(one.people)
        if beside and of_people and leaves_or_changes(text) and not intent.correction:
            return Doubt("leaving or changing", "The mail speaks of leaving, replacing or changing, but not clearly.")
        if (beside or intent.wish) and depends(text):
            return Doubt("conditional wish", "The wish seems to hang on something.")
        if any(denies(part) for part in _parts(one, chosen.of.get(number, ()))) and not _denial_explained(one):
            return Doubt("denial", "The mail says no to something; to what is not clear.")
    return None


_REASON = re.compile(r"\b(?:want|omdat|aangezien|doordat|gezien|because|since|car|parce que|puisque)\b[^;.]*")
_FIRST_PERSON = re.compile(r"\b(?:ik|mij|me|wij|we|ons|i|us|je|nous)\b")


def _without_reasons(one: Said) -> str:
    """A sentence without the reasons that speak of somebody else: "want Katrien is in zwangerschapsverlof"."""
    text = plain_of_tables(without_names(one.unit.folded, one.tables.mentions))
    for match in _REASON.finditer(text):
        names_somebody = any(match.start() <= person.start < match.end() for person in one.people)
        if not names_somebody and not _FIRST_PERSON.search(match.group()):
            text = text[: match.start()] + " " * len(match.group()) + text[match.end() :]
    return text


_CUT = re.compile(r"[,;:()]|\bmaar\b|\bbut\b|\bmais\b")


def _parts(one: Said, chosen: Sequence[tuple[Mention, Action]]) -> Iterator[str]:
    """The parts of a sentence, between its commas, that name the tables that were read."""
    text = one.unit.folded
    cuts = [0, *(match.start() for match in _CUT.finditer(text)), len(text)]
    for start, end in pairwise(cuts):
        if any(start <= mention.start < end for mention, _ in chosen):
            yield text[start:end]


def _denial_explained(one: Said) -> bool:
    """Whether the "no" of a sentence is to a table, an organisation or a person that was left out for it."""
    return (
        any(m.polarity is Polarity.NO for m in one.tables.mentions)
        or any(a.cue is Cue.DENIED for a in one.organisations)
        or any(role is Role.BYSTANDER for role in one.roles)
    )


def subject_conflict(context: Context, wishes: Sequence[Wish], chosen: Chosen) -> str | None:
    """Why subject and text do not go together, if the subject names tables of which the text says nothing."""
    wished = {i for w in wishes for i in w.tables}
    subject = {i for m in subject_mentions(context) for i in m.ids}
    if not wished or context.subject.tables.vague is not None:
        return None
    mentioned = {i for one in context.said for m in one.tables.mentions for i in m.ids}
    mentioned |= {i for record in context.records for m, _ in record.tables for i in m.ids}
    if subject - mentioned - wished - chosen.kept - chosen.denied:
        return "The subject names other tables than the text."
    return None
