"""For which organisation a mail speaks: by its text, else its signature, else the sender's mail domain."""

import re
from collections.abc import Callable, Sequence

from mailworker.domain.organisation import identity, without_legal_form
from mailworker.domain.request import Source
from mailworker.reading.context import Context
from mailworker.reading.who.actors import Who
from mailworker.reading.whose.affiliation import Cue
from mailworker.reading.whose.organisations import find_organisations
from mailworker.reading.whose.speaker_elsewhere import in_header, in_signature, of_domain, under_the_name
from mailworker.reading.whose.speaker_in_text import in_text, merely_named, organisations_said
from mailworker.reading.whose.speaking_for import Speaker, evidence_of
from mailworker.reading.wish import Wish


def speaker_of(context: Context, wishes: Sequence[Wish], form_value: str | None = None) -> Speaker:
    """The organisation that the mail speaks for; of a form, the one that its field names."""
    if form_value is not None:
        return _of_form(context, form_value)
    named = {w.organisation[0] for w in wishes if w.organisation is not None}
    rows = [w for w in wishes if w.organisation is not None and w.who in (Who.NAMED, Who.SENDER)]
    several = len(named) > 1 and len(rows) == len([w for w in wishes if w.actor is not None])
    if several:
        return Speaker(None, several=True)
    from_record = [
        w.organisation for w in wishes if w.organisation is not None and w.organisation[1].unit.field is not None
    ]
    if from_record and len({o[0] for o in from_record}) == 1:
        name, span, known = from_record[0]
        return Speaker(name, known, evidence_of(name, span.unit, (span.start, span.end), Source.OWN, 1.0), True)
    if _two_hats(context):
        return Speaker(None)
    denied = _denied(context)
    for find in (_in_text_of(wishes), in_signature, in_header, of_domain, merely_named, under_the_name):
        speaker = find(context)
        if speaker is not None and speaker.name not in denied:
            return speaker
    return Speaker(None)


_TWO_HATS = re.compile(
    r"\b(?:ik ben|ik zetel als|i am|je suis)\b[^.;!?]{3,60}\b(?:maar|en|but|and|mais|et)\b(?: \w+)? (?:ook"
    r"|tegelijk|tevens|also|aussi|egalement)\b[^.;!?]{3,40}\b(?:bij|van|in|voor|of|at|de|chez)\b"
)


def _two_hats(context: Context) -> bool:
    """Whether the writer holds two offices and does not say in which of them they take part."""
    if not any(_TWO_HATS.search(one.unit.folded) for one in context.said):
        return False
    return not any(
        a.cue is Cue.SPEAKS for one in context.said if not _TWO_HATS.search(one.unit.folded) for a in one.organisations
    )


def _denied(context: Context) -> set[str]:
    """Organisations of which the text says that they are not the one."""
    spoken_for = {a.name for a, _ in organisations_said(context) if a.cue is Cue.SPEAKS}
    return {a.name for a, _ in organisations_said(context) if a.cue is Cue.DENIED} - spoken_for


def _in_text_of(wishes: Sequence[Wish]) -> Callable[[Context], Speaker | None]:
    return lambda context: in_text(context, wishes)


def _of_form(context: Context, value: str) -> Speaker:
    found = find_organisations(value, context.directory)
    if found and found[0].start <= 12:
        return Speaker(found[0].name, found[0].known)
    organisation = context.directory.find(value)
    if organisation is not None:
        return Speaker(organisation.name)
    name = without_legal_form(value.strip(" .,;"))
    return Speaker(name, False) if identity(name) and len(name) <= 90 else Speaker(None)
