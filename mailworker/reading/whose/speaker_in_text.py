"""For which organisation the sentences of a mail speak, where they name any.

Who speaks for one in plain words counts before who is of one, and that before a bare name."""

import re
from collections.abc import Sequence

from mailworker.domain.organisation import identity
from mailworker.reading.context import Context
from mailworker.reading.folding import fold
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.said import Said
from mailworker.reading.whose.affiliation import Affiliation, Cue
from mailworker.reading.whose.speaker_elsewhere import in_signature, of_domain
from mailworker.reading.whose.speaking_for import Speaker, evidence_of
from mailworker.reading.wish import Wish


def organisations_said(context: Context) -> list[tuple[Affiliation, Said]]:
    found = []
    for one in (*context.said, context.subject):
        if one is context.subject and (context.letter.reply or context.letter.forward):
            continue
        for affiliation in one.organisations:
            if affiliation.name in context.organiser and affiliation.cue is not Cue.SPEAKS:
                continue
            found.append((affiliation, one))
    return found


def in_text(context: Context, wishes: Sequence[Wish]) -> Speaker | None:
    candidates = organisations_said(context)
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
        other = in_signature(context) or of_domain(context)
        if other is None or other.name in names or any(_of_writer(context, a, s, wishes) for a, s in belonging):
            return _one(context, belonging)
        return None
    if len(names) > 1:
        other = in_signature(context) or of_domain(context)
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
    domain = of_domain(context)
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
            evidence_of(name, said.unit, (affiliation.start, affiliation.end), said.unit.source, affiliation.sure),
        ),
    )


def _confirmed(context: Context, speaker: Speaker) -> Speaker:
    """An unknown name in the text that the signature writes in full is the signature's."""
    if speaker.known or speaker.name is None:
        return speaker
    other = in_signature(context)
    if (
        other is not None
        and other.name is not None
        and _same(speaker.name, other.name)
        and identity(speaker.name) != identity(other.name)
        and len(other.name) > len(speaker.name)
    ):
        return other
    domain = of_domain(context)
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


def merely_named(context: Context) -> Speaker | None:
    """The one organisation that the mail names at all."""
    named = [
        (a, s)
        for a, s in organisations_said(context)
        if a.cue is Cue.NAMED and a.name not in context.organiser and not _asked(s)
    ]
    return _one(context, named)
