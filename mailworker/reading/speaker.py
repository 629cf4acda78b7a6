"""For which organisation a mail speaks: by its text, else its signature, else the sender's mail domain."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mailworker.domain.organisation import identity, without_legal_form
from mailworker.domain.request import Evidence, Source
from mailworker.reading.affiliation import Affiliation, Cue
from mailworker.reading.context import Context
from mailworker.reading.folding import fold
from mailworker.reading.organisations import find_organisations
from mailworker.reading.phrases import any_of
from mailworker.reading.said import Said, Who
from mailworker.reading.signed_organisations import signature_organisation
from mailworker.reading.slots import under_a_name
from mailworker.reading.unit import Unit
from mailworker.reading.wish import Wish


@dataclass(frozen=True, slots=True)
class Speaker:
    """The organisation, if the mail leaves no doubt. `several`: its lines name one each."""

    name: str | None
    known: bool = True
    evidence: Evidence | None = None
    several: bool = False


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
        return Speaker(name, known, _evidence(name, span.unit, (span.start, span.end), Source.OWN, 1.0), True)
    if _two_hats(context):
        return Speaker(None)
    denied = _denied(context)
    for find in (_in_text_of(wishes), _in_signature, _in_header, _of_domain, _named, _under_the_name):
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
    spoken_for = {a.name for a, _ in _candidates(context) if a.cue is Cue.SPEAKS}
    return {a.name for a, _ in _candidates(context) if a.cue is Cue.DENIED} - spoken_for


def _in_text_of(wishes: Sequence[Wish]) -> Callable[[Context], Speaker | None]:
    return lambda context: _in_text(context, wishes)


def _of_form(context: Context, value: str) -> Speaker:
    found = find_organisations(value, context.directory)
    if found and found[0].start <= 12:
        return Speaker(found[0].name, found[0].known)
    organisation = context.directory.find(value)
    if organisation is not None:
        return Speaker(organisation.name)
    name = without_legal_form(value.strip(" .,;"))
    return Speaker(name, False) if identity(name) and len(name) <= 90 else Speaker(None)


def _evidence(name: str, unit: Unit, span: tuple[int, int], source: Source, certainty: float) -> Evidence:
    start, end = span
    return Evidence("organisation", name, source, unit.text[start:end], unit.at(start), unit.at(end), certainty)


def _candidates(context: Context) -> list[tuple[Affiliation, Said]]:
    found = []
    for one in (*context.said, context.subject):
        if one is context.subject and (context.letter.reply or context.letter.forward):
            continue
        for affiliation in one.organisations:
            if affiliation.name in context.organiser and affiliation.cue is not Cue.SPEAKS:
                continue
            found.append((affiliation, one))
    return found


def _in_text(context: Context, wishes: Sequence[Wish]) -> Speaker | None:
    candidates = _candidates(context)
    denied = {a.name for a, _ in candidates if a.cue is Cue.DENIED}
    speaking = [(a, s) for a, s in candidates if a.cue is Cue.SPEAKS and a.name not in denied and not _asked(s)]
    if context.organiser & {a.name for a, _ in speaking}:
        speaking = _organiser_checked(context, speaking)
    speaking = [(a, s) for a, s in speaking if s is not context.subject] or speaking
    speaking = _without_sites(speaking)
    chosen = _one(context, speaking)
    if chosen is not None:
        return chosen
    if len({a.name for a, _ in speaking}) > 1:
        return Speaker(None)
    belonging = [
        (a, s)
        for a, s in candidates
        if a.cue is Cue.BELONGS and a.name not in denied and a.name not in context.organiser and not _asked(s)
    ]
    names = {a.name for a, _ in belonging}
    if len(names) == 1:
        other = _in_signature(context) or _of_domain(context)
        if other is None or other.name in names or any(_of_writer(context, a, s, wishes) for a, s in belonging):
            return _one(context, belonging)
        return None
    if len(names) > 1:
        other = _in_signature(context) or _of_domain(context)
        if other is not None and other.name in names:
            return other
        of_people = [(a, s) for a, s in belonging if _beside_person(a, s)]
        return _one(context, of_people) or Speaker(None)
    return None


_SITE = re.compile(r"(?:[a-z]*centrum|site|vestiging|campus|faculteit|vakgroep|labo\w*|[a-z]*centrale|[a-z]*station)\b")


def _without_sites(speaking: list[tuple[Affiliation, Said]]) -> list[tuple[Affiliation, Said]]:
    """Without the places of work of an organisation named too: 'vanuit het productiecentrum, voor De Watergroep'."""
    if not any(a.known for a, _ in speaking):
        return speaking
    return [(a, s) for a, s in speaking if a.known or not _SITE.match(fold(a.name))]


_I_AM_OF = re.compile(
    r"\b"
    + any_of(r"""
ik ben | ik werk | ik zetel | ik zit | ik kom | i am | i work | je suis | je travaille | wij zijn | we zijn
hier | collega | medewerk\w+
""")
    + r"\b[^.;!?]{0,60}$"
)


def _of_writer(context: Context, affiliation: Affiliation, said: Said, wishes: Sequence[Wish]) -> bool:
    """Whether the sentence says that the writer, or who takes part, is of that organisation."""
    if _I_AM_OF.search(said.unit.folded[: affiliation.start]):
        return True
    if not any(c.isalpha() for c in said.unit.folded[: affiliation.start]):
        return True
    return any(0 <= affiliation.start - a.end <= 40 for a in said.actors)


def _asked(said: Said) -> bool:
    return said.intent.only_asks and not said.intent.register


def _organiser_checked(context: Context, speaking: list[tuple[Affiliation, Said]]) -> list[tuple[Affiliation, Said]]:
    """The organiser is spoken to in every mail; only its own people speak for it."""
    domain = _of_domain(context)
    if domain is not None and domain.name in context.organiser:
        return speaking
    others = [(a, s) for a, s in speaking if a.name not in context.organiser]
    if others:
        return others
    return [
        (a, s)
        for a, s in speaking
        if "namens" in s.unit.folded or "vanuit" in s.unit.folded or "behalf" in s.unit.folded
    ]


def _one(context: Context, found: Sequence[tuple[Affiliation, Said]]) -> Speaker | None:
    """The one organisation among these; a shorter and a longer form of a name are one."""
    names: dict[str, tuple[Affiliation, Said]] = {}
    for affiliation, said in found:
        match = next((n for n in names if _same(n, affiliation.name) or _abbreviates(n, affiliation.name)), None)
        if match is None:
            names[affiliation.name] = affiliation, said
        elif len(affiliation.name) > len(match) and not names[match][0].known:
            names[affiliation.name] = names.pop(match) and (affiliation, said)
    if len(names) != 1:
        return None
    name, (affiliation, said) = next(iter(names.items()))
    return _confirmed(
        context,
        Speaker(
            name,
            affiliation.known,
            _evidence(name, said.unit, (affiliation.start, affiliation.end), said.unit.source, affiliation.sure),
        ),
    )


def _confirmed(context: Context, speaker: Speaker) -> Speaker:
    """An unknown name in the text that the signature writes in full is the signature's."""
    if speaker.known or speaker.name is None:
        return speaker
    other = _in_signature(context)
    if (
        other is not None
        and other.name is not None
        and _same(speaker.name, other.name)
        and identity(speaker.name) != identity(other.name)
        and len(other.name) > len(speaker.name)
    ):
        return other
    domain = _of_domain(context)
    if (
        domain is not None
        and domain.name is not None
        and domain.name in context.directory.nearest(speaker.name, 1)
        and identity(domain.name)[:5] == identity(speaker.name)[:5]
    ):
        return domain
    return speaker


def _same(one: str, other: str) -> bool:
    a, b = identity(one), identity(other)
    return a == b or (
        min(len(a), len(b)) >= 5 and (a.startswith(b) or b.startswith(a) or a.endswith(b) or b.endswith(a))
    )


def _abbreviates(name: str, short: str) -> bool:
    """'VAC' for 'Vlaams Agrarisch Centrum'."""
    initials = "".join(word[0] for word in re.findall(r"[A-Za-zÀ-ÿ]+", name) if word[0].isupper())
    return len(short) >= 2 and short.isupper() and initials.upper().startswith(short)


def _beside_person(affiliation: Affiliation, said: Said) -> bool:
    return any(0 <= affiliation.start - p.end <= 30 for p in said.people)


def _in_signature(context: Context) -> Speaker | None:
    sender = context.inbound.sender
    domain = sender.domain if sender is not None else ""
    lines = [unit.text for unit in context.letter.closing[:12]]
    found = signature_organisation(lines, context.directory, domain)
    if found is None or (found.name in context.organiser and not domain.endswith(_organiser_domains(context))):
        return None
    for unit in context.letter.closing[:12]:
        for affiliation in find_organisations(unit.text, context.directory):
            if affiliation.name == found.name:
                return Speaker(
                    found.name,
                    found.known,
                    _evidence(found.name, unit, (affiliation.start, affiliation.end), Source.SIGNATURE, 0.9),
                )
    unit = next((u for u in context.letter.closing if found.name in u.text), context.letter.closing[0])
    start = max(unit.text.find(found.name), 0)
    return Speaker(
        found.name,
        found.known,
        _evidence(found.name, unit, (start, min(len(unit.text), start + len(found.name))), Source.SIGNATURE, 0.8),
    )


def _organiser_domains(context: Context) -> tuple[str, ...]:
    return tuple(d for o in context.directory.organisations if o.name in context.organiser for d in o.domains) or (
        "\0",
    )


def _in_header(context: Context) -> Speaker | None:
    """An organisation in the From display name: 'Jan Peeters (VLM)', 'Secretariaat AquaFlanders'."""
    sender = context.inbound.sender
    if sender is None:
        return None
    found = [a for a in find_organisations(sender.name, context.directory) if a.name not in context.organiser]
    if len({a.name for a in found}) != 1:
        return None
    one = found[0]
    return Speaker(
        one.name,
        one.known,
        Evidence("organisation", one.name, Source.FROM, sender.name[one.start : one.end], one.start, one.end, 0.8),
    )


def _of_domain(context: Context) -> Speaker | None:
    sender = context.inbound.sender
    organisation = context.directory.of_domain(sender.domain) if sender is not None else None
    if organisation is None or sender is None:
        return None
    at = sender.address.rfind("@") + 1
    return Speaker(
        organisation.name,
        True,
        Evidence("organisation", organisation.name, Source.DOMAIN, sender.domain, at, len(sender.address), 0.9),
    )


def _under_the_name(context: Context) -> Speaker | None:
    """A line of capital words under the writer's name."""
    if context.sender.name is None:
        return None
    lines = [unit.text for unit in context.letter.closing[:12]]
    name = under_a_name(lines, context.sender.name)
    if name is None:
        return None
    unit = next(u for u in context.letter.closing if name in u.text)
    start = unit.text.find(name)
    return Speaker(name, False, _evidence(name, unit, (start, start + len(name)), Source.SIGNATURE, 0.6))


def _named(context: Context) -> Speaker | None:
    """The one organisation that the mail names at all."""
    named = [
        (a, s)
        for a, s in _candidates(context)
        if a.cue is Cue.NAMED and a.name not in context.organiser and not _asked(s)
    ]
    return _one(context, named)
