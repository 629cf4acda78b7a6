"""A letter with a section for each table: 'Grondwater. Wij sturen niemand. / Afvalwater. Hier kom ik zelf.'

The heading names the table, what stands below it decides: somebody comes, nobody comes, or it is only talk. Where one
section says who comes, those that only talk ask for nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mailworker.reading.layout.unit import Kind
from mailworker.reading.naming.mention import Mention, Polarity
from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.said import Said, with_tables
from mailworker.reading.who.actors import Actor, Who

_LEAD = (
    r"[\s\"'(*_]*(?:(?:wat (?:betreft )?|over |inzake |voor |bij )?(?:de |het )?(?:werk)?(?:tafel |thema |luik )?"
    r"(?:over |rond )?(?:de |het )?(?:[1-5][.):]? )?(?:bevoorrading uit )?[\"'(]*)"
)
_HEADING = re.compile(rf"{_LEAD}$")
_BEHIND = re.compile(r"[\"')*_]*\s*(?:betreft)?\s*[:.–-]*\s*$")
_INLINE = re.compile(r"[\"')*_]*\s*(?:[:–]|\s-\s)\s*(?=\w)")
_NOBODY = re.compile(
    r"\b"
    + any_of(r"""
niemand
geen (?:\w+ )?(?:deelnemer|afgevaardigde|vertegenwoordiger|interesse|deelname|expertise|mensen|rol|meerwaarde|\
inbreng|behoefte|kandidaat|vragende partij|iets) | niet (?:deel|mee|bij|aan|voor ons|van toepassing|relevant|nodig)
(?:nemen|neem|doen|doe|sluiten|schuiven|schrijf|schrijven|hoeven|gaan|zullen|willen|wensen|komen|zijn) (?:wij |we |\
ik )?\
(?:\w+ ){0,4}niet
hoeft niet | niets mee | weinig mee | evenmin | pas(?:sen)? (?:wij|we|ik)? ?(?:voor|hier)? | (?:wij|we|ik) pas(?:sen|s)?
sla(?:an)? (?:wij|we|ik) .{0,20}over | over(?:slaan|gelaten|laten) | lat?en (?:wij|we|ik) .{0,40}(?:aan|voorbij|over)
zien (?:wij|we) (?:hiervan |daarvan )?af | nobody | no one | none of us | niet ons (?:ding|terrein|domein)
buiten (?:onze|ons) (?:\w+ ){0,2}(?:werking|bevoegdheid|domein|terrein|opdracht)
""")
    + r"(?![a-z])"
)
_SOMEBODY = re.compile(
    r"\b"
    + any_of(r"""
(?:kom|neem|doe|volg|zit|zal|ga|wil|ben|schuif|sluit|zou|teken|schrijf|meld|vertegenwoordig|zetel) ik(?:zelf)?
ik(?:zelf)? (?:\w+ )?(?:kom|neem|doe|volg|zit|zal|ga|wil|ben|schuif|sluit|zou|teken|schrijf|meld|vertegenwoordig|\
zetel) | mezelf | ikzelf | ja\b | graag (?:een plaats|bij|deel|mee|inschrijven|aanwezig) | ondergetekende
(?:nemen|doen|sluiten|schuiven|schrijven|vaardigen|komen|zijn) (?:wij|we) .{0,40}(?:deel|mee|aan|in|af|bij)
(?:wij|we) (?:nemen|doen|sluiten|schuiven|schrijven|vaardigen|komen|zijn) .{0,40}(?:deel|mee|aan|in|af|bij)
""")
    + r"(?![a-z])"
)
_COMES = re.compile(
    r"\b(?:hij|zij|ze|he|she) (?:komt|neemt|volgt|zal|schuift|sluit|will)\b|\b(?:gaat|komt) naar (?:deze|die) tafel\b"
)
_THERE = re.compile(
    r"\b(?:(?:hier|daar)(?:voor|aan|bij|naar(?:toe)?|over|in|op)?|(?:aan |bij |voor |naar |op )?(?:die"
    r"|deze) (?:werk)?tafel"
    r"|(?:er)(?:bij|aan|voor))\b"
)


@dataclass(slots=True)
class _Topic:
    """A heading, and the sentences below it (or behind it: then the heading is one of them)."""

    heading: int
    mention: Mention
    body: list[int]

    @property
    def is_inline(self) -> bool:
        return self.heading in self.body


def with_topics(said: Sequence[Said]) -> list[Said]:
    """The sentences; in a letter by table, each table stands where its section says who comes."""
    topics = _topics(said)
    if all(_is_heading_over_names(said, topic) for topic in topics):
        return list(said)
    tables = {i for topic in topics for i in topic.mention.ids}
    if len(topics) < 2 or len(tables) < len(topics) or not any(_is_prose(said, topic) for topic in topics):
        return list(said)
    decided = [_decided(said, topic) for topic in topics]
    if not any(yes for yes, _ in decided) or all(
        topic.heading in yes for topic, (yes, _) in zip(topics, decided, strict=True)
    ):
        return list(said)
    out = list(said)
    for topic, (yes, no) in zip(topics, decided, strict=True):
        _settle(out, topic, yes, no)
    return out


def _topics(said: Sequence[Said]) -> list[_Topic]:
    topics: list[_Topic] = []

    for number, one in enumerate(said):
        mention = _heads(one)
        if mention is not None:
            rest = one.unit.folded[mention.end :]
            topics.append(_Topic(number, mention, [number] if _INLINE.match(rest) else []))
        elif topics and _belongs(said, topics[-1], number):
            topics[-1].body.append(number)
    return [topic for topic in topics if topic.body]


def _heads(one: Said) -> Mention | None:
    """The table that a line has as its heading."""
    if one.checked is not None or one.unit.field is not None or not one.tables.mentions:
        return None
    first = one.tables.mentions[0]
    folded = one.unit.folded
    if first.every or not _HEADING.fullmatch(folded[: first.start]):
        return None
    rest = folded[first.end :]
    alone = _BEHIND.fullmatch(rest) is not None and len(one.tables.mentions) == 1
    return first if alone or _INLINE.match(rest) else None


def _belongs(said: Sequence[Said], topic: _Topic, number: int) -> bool:
    """Whether a sentence goes on with the section: it follows it, in its paragraph or the one below the heading."""
    last = topic.body[-1] if topic.body else topic.heading
    if number != last + 1 or said[number].checked is not None or said[number].unit.field is not None:
        return False
    if said[number].unit.kind is Kind.ITEM and said[last].unit.kind is Kind.ITEM:
        return False
    gap = said[number].unit.paragraph - said[last].unit.paragraph
    return gap == 0 or (gap == 1 and not topic.body)


def _is_prose(said: Sequence[Said], topic: _Topic) -> bool:
    """Whether the section says something, or only a name: then the name is who comes."""
    return any(said[n].intent.verb or (n != topic.heading and said[n].people) for n in topic.body)


def _is_heading_over_names(said: Sequence[Said], topic: _Topic) -> bool:
    """'Grondwater: / - Jan Peeters': a heading over a list, which is read as such."""
    above = said[topic.heading].unit.folded.rstrip()
    return above.endswith(":") and not any(said[n].intent.verb for n in topic.body)


def _decided(said: Sequence[Said], topic: _Topic) -> tuple[list[int], bool]:
    """The sentences of a section that say who comes, and whether it says that nobody comes."""
    denies = [n for n in topic.body if _NOBODY.search(said[n].unit.folded)]
    somebody = [n for n in topic.body if n not in denies and _says_who(said[n])]
    named = [n for n in somebody if any(a.who is Who.NAMED for a in said[n].actors)]
    if not somebody and not denies:
        named = [n for n in topic.body if len(said[n].people) == 1 and _COMES.search(said[n].unit.folded)]
    return (named or somebody[:1]), bool(denies)


def _says_who(one: Said) -> bool:
    if one.intent.only_asks or one.intent.past:
        return False
    named = any(a.who is Who.NAMED for a in one.actors)
    return named or one.intent.unnamed or _SOMEBODY.search(one.unit.folded) is not None or one.intent.self_strong


def _settle(out: list[Said], topic: _Topic, yes: Sequence[int], denied: bool) -> None:
    """Puts the table of a section at the sentences that say who comes, and takes it from the others."""
    ids = set(topic.mention.ids)
    headings = {topic.heading: out[topic.heading]}
    for number in {topic.heading, *topic.body}:
        one = out[number]
        if number in yes and not one.actors and len(one.people) == 1 and not _SOMEBODY.search(one.unit.folded):
            person = one.people[0]
            one = replace(
                one, actors=(Actor(Who.NAMED, person.start, person.end, person.name, person.title, person.sure),)
            )
        own = [m for m in one.tables.mentions if set(m.ids) == ids]
        if number in yes:
            place = own[:1] or _anaphor(one, topic.mention)
            if not place:
                one, place = _below(headings[topic.heading], one), [topic.mention]
            out[number] = replace(with_tables(one, [replace(place[0], near=True, polarity=Polarity.YES)]), checked=True)
        elif yes or not denied:
            out[number] = replace(with_tables(one, []), checked=False)
        else:
            refused = [replace(m, polarity=Polarity.NO) for m in one.tables.mentions]
            out[number] = replace(with_tables(one, refused), checked=False)


def _anaphor(one: Said, mention: Mention) -> list[Mention]:
    """The table, at the word that points back to it."""
    match = _THERE.search(one.unit.folded)
    return [] if match is None else [Mention(match.start(), match.end(), mention.ids, True)]


def _below(heading: Said, one: Said) -> Said:
    """A sentence together with its heading; all that was found in it keeps its place in the mail."""
    shift = max(one.unit.start - heading.unit.start, len(heading.unit.text) + 1)
    gap = " " * (shift - len(heading.unit.text))
    unit = replace(
        one.unit,
        text=heading.unit.text + gap + one.unit.text,
        folded=heading.unit.folded + gap + one.unit.folded,
        start=heading.unit.start,
    )
    return replace(
        one,
        unit=unit,
        people=tuple(replace(p, start=p.start + shift, end=p.end + shift) for p in one.people),
        organisations=tuple(replace(a, start=a.start + shift, end=a.end + shift) for a in one.organisations),
        actors=tuple(replace(a, start=a.start + shift, end=a.end + shift) for a in one.actors),
    )
