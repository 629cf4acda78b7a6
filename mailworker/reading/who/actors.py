"""Who takes part by a sentence: people by name, the writer, and somebody without a name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from mailworker.reading.intent import Intent, self_spans, self_verb_spans, unnamed_spans
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.who.person_names import Person
from mailworker.reading.who.roles import Role


class Who(Enum):
    """How the text speaks of an actor."""

    NAMED = "by name"
    SENDER = "as the sender"
    UNNAMED = "without a name"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who takes part, at [start, end) of the unit. `name` is None for the sender and for who has no name."""

    who: Who
    start: int
    end: int
    name: str | None = None
    title: str = ""
    sure: int = 1


_STAYS_AWAY = re.compile(
    r"^[^;:]{0,90}\b(?:komt|gaat|doet|schuift|sluit|neemt|is|comes) (?:\w+ ){0,2}(?:niet|not) (?:\w+ )?(?:mee"
    r"|deel|aan|bij)\b"
)
"""A colleague without a name of whom it only says that he does not come along."""
_INTRANSITIVE = re.compile(
    r"\b"
    + any_of(r"""
deel | mee | deelnemen | meedoen | meewerken | meedenken | aansluiten | aanschuiven | bijwonen
vertegenwoordig\w* | zetel\w* | volg\w* | opvolgen | neem | doe | kom | komen | kies | zitten | zit | stap
instappen | treed | intekenen | teken | participate | join | attend | represent\w* | participer\w*
representer\w* | aanwezig | kandidaat | schuif
""")
    + r"\b"
)
_TRANSITIVE = re.compile(
    r"\b"
    + any_of(r"""
aangemeld | ingeschreven | opgegeven | genoteerd | afgevaardigd | toegevoegd | voorgedragen
inschrijven | in te schrijven | aanmelden | aan te melden | opgeven | op te geven | noteren | af ?vaardigen
voordragen | sturen | aanduiden | registreren | toevoegen | schrijf | meld | geef | duid | draag | stuur
register | nominate | inscrire | inscris
""")
    + r"\b"
)


def actors_of(
    folded: str, people: Sequence[Person], roles: Sequence[Role], intent: Intent, half_named: Sequence[Person] = ()
) -> list[Actor]:
    """Who takes part by this sentence, in order of mention."""
    spoken = [p for p, role in zip(people, roles, strict=True) if role is Role.PARTICIPANT]
    actors = [Actor(Who.NAMED, p.start, p.end, p.name, p.title, p.sure) for p in spoken]
    for start, end in self_spans(folded):
        if not (spoken and _NOT_MYSELF.match(folded[end:])):
            actors.append(Actor(Who.SENDER, start, end))
    if intent.self_verb and not any(a.who is Who.SENDER for a in actors):
        named = [a for a in actors if a.who is Who.NAMED]
        for start, end in self_verb_spans(folded)[:4]:
            if (named or intent.unnamed) and _IS_NOT_THERE.match(folded, start):
                continue
            agent_only = bool(named or _SENDS_SOMEBODY.search(folded)) and (
                _TRANSITIVE.search(folded) is not None or not _INTRANSITIVE.search(folded[start : start + 90])
            )
            if not agent_only or _TAKES_TABLE.match(folded[start:]):
                actors.append(Actor(Who.SENDER, start, end))
    for start, end in unnamed_spans(folded):
        told = _STAYS_AWAY.search(folded[end:]) or (actors and _PREDICATE.search(folded[:start]))
        if not _has_name(folded, start, end, people) and not told:
            actors.append(Actor(Who.UNNAMED, start, end))
    if any(a.who is Who.SENDER for a in actors):
        actors += [Actor(Who.UNNAMED, *match.span(1)) for match in _FOR_SOMEBODY.finditer(folded)]
    for person in half_named:
        if all(person.end <= a.start or a.end <= person.start for a in actors if a.who is not Who.SENDER):
            actors = [a for a in actors if a.who is not Who.UNNAMED or not (0 <= person.start - a.end <= 3)]
            actors.append(Actor(Who.UNNAMED, person.start, person.end))
    return _either(folded, _without_spoken_of(folded, sorted(actors, key=lambda actor: actor.start)))


_IS_NOT_THERE = re.compile(
    r"(?:ik|ikzelf|zelf)\b (?:\w+ ){0,4}niet (?:bij|mee|aanwezig|aan|komen|deel|present|van de partij)\b(?: nemen)?(?= *(?:[,;.!)]|$))"
)
"""Beside somebody who does: 'Een collega volgt grondwater, ik ben er zelf niet bij.'"""
_NOT_MYSELF = re.compile(
    r" (?:\w+ ){0,2}?(?:heb (?:\w+ )?geen tijd|kan (?:\w+ )?niet|ben (?:\w+ )?(?:niet|verhinderd)|blijf (?:lekker "
    r"|gewoon )?thuis"
    r"|kom (?:\w+ )?niet|neem (?:\w+ )?niet|moet passen|pas)\b"
)
"""'Ikzelf heb geen tijd, maar Jan Peeters wel'."""
_FOR_SOMEBODY = re.compile(
    r"x{5,}[\"')]* (?:is )?voor (een (?:[a-z]+ )?[a-z]{3,}(?:er|or|ist|eur|oog|lid|man|vrouw|ster|genoot))\b"
)
"""'Een bij hemelwater voor mezelf, een bij afvalwater voor een bedrijfsleider'."""
_TAKES_TABLE = re.compile(
    r"i(?:'ll| will| would| shall)? (?:take|cover|do|follow|attend|join) (?:on )?(?:the )?x{5,}"
    r"|(?:ik(?:zelf)? )?(?:neem|doe|volg|zou|kies|pak|wil|zal|behartig)\b(?: ik(?:zelf)?)?"
    r"(?: (?:zelf|graag|dan|wel|dus|voorlopig))* (?:de |het )?(?:tafel )?x{5,}(?!.{0,40}\b(?:door|laten|voor q{4}"
    r"|aan q{4}))"
)
"""'Ik zou grondwater doen en Jan Peeters hemelwater': the table is the writer's own."""
_PREDICATE = re.compile(r"\b(?:is|ben|zijn|wordt|word|blijft|blijf|am|are|suis|est)\b[^.;,]{0,60}$")
"""'Ik ben het aanspreekpunt en de deelnemer': what somebody is, is not somebody else."""


_SENDS_SOMEBODY = re.compile(
    r"\b"
    + any_of(r"""
(?:stuur|duid|vaardig|draag|geef|meld|schrijf) ik | ik (?:stuur|vaardig) | sturen (?:we|wij)
(?:we|wij) sturen
""")
    + r"\b.{0,40}\b"
    + any_of(r"""
iemand | een collega | een medewerk(?:er|ster) | een vertegenwoordig(?:er|ster)
""")
    + r"\b"
)
_EITHER = re.compile(
    r"\s*(?:,\s*)?(?:of|ofwel|hetzij|or|ou|en anders|of anders)\s+(?:(?:mijn|onze|collega|ik|ikzelf|de heer"
    r"|mevrouw)\s+)*"
)


def _either(folded: str, actors: Sequence[Actor]) -> list[Actor]:
    """'Ofwel Jan Peeters ofwel An Sels': one of two people is nobody yet."""
    out: list[Actor] = []
    for actor in actors:
        if out and actor.who is not Who.UNNAMED and _EITHER.fullmatch(folded[out[-1].end : actor.start]):
            out[-1] = Actor(Who.UNNAMED, out[-1].start, actor.end)
            continue
        out.append(actor)
    return out


_JOINED = re.compile(
    r"(?:\b(?:en|samen met|alsook|evenals|plus|voor|and|together with|et|met)|[&+,])(?: (?:onze|mijn|ons|our"
    r"|my|notre|mon|collega))*\s*$"
)


def _without_spoken_of(folded: str, actors: Sequence[Actor]) -> list[Actor]:
    """Without the colleagues that have no name and are only spoken of beside somebody who takes part."""
    if all(actor.who is Who.UNNAMED for actor in actors):
        return list(actors)
    return [
        actor
        for number, actor in enumerate(actors)
        if actor.who is not Who.UNNAMED
        or (number > 0 and _JOINED.search(folded[: actor.start]))
        or (number == 0 and re.match(r"\s*(?:\([^)]*\)\s*)?(?:en|and|et)\b", folded[actor.end :]))
    ]


def _has_name(folded: str, start: int, end: int, people: Sequence[Person]) -> bool:
    """Whether the colleague, the director is the person named beside: 'onze collega Jan Peeters', 'Jan, onze chef'."""
    for person in people:
        if 0 <= person.start - end <= 45 and not re.search(r"[.;]|\b(?:en|maar)\b", folded[end : person.start]):
            return True
        if 0 <= start - person.end <= 40 and re.fullmatch(
            r"[\s,(-]*(?:\([^)]*\))?[\s,(-]*(?:is |wordt |,? ?als |van [\w -]{2,30}, ?)?", folded[person.end : start]
        ):
            return True
    # A word such as "die persoon" or "onze voorzitter" that is only spoken of elsewhere in the sentence.
    return bool(people) and re.search(r"\b(?:is|wordt|heet|namelijk|zijnde|zal)\b", folded[end : end + 40]) is not None
