"""Changes of table and replacements of people: what goes and what comes.

'ipv hemelwater liever oppervlaktewater', 'van X naar Y', 'het moest X zijn en niet Y'; 'mijn plaats gaat naar B',
'B vervangt A', 'in zijn plaats komt B'.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailworker.reading.person_names import same_person
from mailworker.reading.phrases import any_of
from mailworker.reading.said import Actor, Said, Who, distinct
from mailworker.reading.tables import Mention, Polarity

_OLD_BEFORE = re.compile(
    r"(?:\b"
    + any_of(r"""
(?:sta|staat|stond|ben|was|werd|noteerde\w*|schreef|ingeschreven|aangemeld|genoteerd|opgegeven|geregistreerd|\
registered)\b[^,;.]{0,40}?(?:voor|bij|op|in|aan|for|at)
(?:u|jullie|je) noteerden?
(?:mijn|onze|my|ma) (?:plaats|stoel|zitje|seat|place) (?:aan|bij|voor|in|at|a)
in plaats van | inplaats van | i\.?p\.?v\.? | instead of | au lieu de | plutot que | rather than | dan | than
en niet | not | niet | weg van | weg uit | uit
(?:wissel(?:en)?|ruil(?:en)?|verander(?:en)?|wijzig(?:en)?|vervang(?:en)?)(?! (?:voor|naar|in|tegen|door)\b)
(?:keuze|inschrijving|aanmelding|registratie|plaats|stoel) (?:voor|bij|van|aan)
schreef | tikte | verplaats\w* (?:\w+ ){0,3}van | van | from | de(?= (?:l'|la |des |cette )) | replace
remplacer
""")
    + r")\s+(?:bij |voor |aan )?(?:de |het |die |the |la |l'|les )?(?:werk)?(?:tafels?|table|thema)? ?(?:over "
    r"|rond |van (?:de |het )?|de |des |du |on )?(?:bevoorrading uit )?[\"'(]*$"
)
_NEW_BEFORE = re.compile(
    r"\b"
    + any_of(r"""
worden door | vervangen door | bedoelde | bedoel | in de plaats daarvan | a | aux? | had | erin | naar | to
vers | in ruil voor | door | by | with | par | in | tegen | voor | for | liever | wel | toch | moest | moet
wordt | worden | bij | graag | nu | eerder | prefer
""")
    + r"\s+(?:(?:een|a|une) (?:plaats|plek|stoel|zitje|seat|place) )?(?:(?:bij|voor|aan) )?(?:de |het |die "
    r"|diegene |the |la |l'|les )?(?:werk)?(?:tafels?|table|thema|die|celle)? ?(?:over |rond |van (?:de |het )?"
    r"|de |des |du |on )?(?:bevoorrading uit )?[\"'(]*$"
)
_SHOULD_BE = re.compile(
    r"[\s\"')]*(?:moest|moet|had|diende|dient|should be|should have been|devait etre)(?: \w+){0,2}[\s\"'(]*"
)
_OLD_AFTER = re.compile(
    r"^[\"')]*\s*(?:,? ?"
    + any_of(r"""
vervangen | te vervangen | eruit | weg | af | inruilen | wordt | worden | moet(?:en)? | zou
om ?(?:zetten|wisselen|ruilen) | omzetten | wijzigen | veranderen | verplaatsen | inruilen | vervangen
te (?:vervangen|wijzigen|veranderen)
""")
    + r"\b|(?:->|=>|→|-->))"
)
_REPLACED_BY = re.compile(
    r"^[\"')]*\s*(?:te )?"
    + any_of(r"""
vervangen | gewijzigd | wijzigen | veranderd | veranderen | omgezet | omgeruild | ingeruild
""")
    + r" (?:te )?(?:(?:worden|wordt) )?(?:door|in|naar|voor|met|tegen)\b"
)
_NEW_AFTER = re.compile(
    r"^[\"')]*\s*(?:,? ?"
    + any_of(r"""
erin | erbij | moeten zijn | bedoeld | bedoelde | in plaats van | inplaats van | i\.?p\.?v\.? | instead of
au lieu de | moest | zijn\b | moeten zijn | past beter | sluit beter | is beter | ligt
""")
    + r")"
)
_FROM_TO = re.compile(r"\bvan\b.{0,40}\bnaar\b|\bfrom\b.{0,40}\bto\b|\bbeter\b.{0,60}\bdan\b")


@dataclass(frozen=True, slots=True)
class Move:
    """From some tables to others, of one actor or of whoever the mail speaks of."""

    old: tuple[Mention, ...]
    new: tuple[Mention, ...]
    actor: Actor | None
    said: Said


def moves_of(one: Said) -> list[Move]:
    """The changes of table in a sentence; none where it names only one table or no change."""
    if not one.intent.change and not one.intent.replace and not _FROM_TO.search(one.unit.folded):
        return []
    mentions = [m for m in one.tables.mentions if not m.every]
    if len({i for m in mentions for i in m.ids}) < 2:
        return []
    named = [a for a in one.actors if a.who is not Who.UNNAMED]
    people: list[Actor] = []
    for actor in named:
        if not any(o.who is actor.who and o.name == actor.name for o in people):
            people.append(actor)
    if len(people) > 1:
        return _for_each(one, people, mentions)
    move = _move(one, mentions, people[0] if people else None)
    return [move] if move else []


def _for_each(one: Said, people: Sequence[Actor], mentions: Sequence[Mention]) -> list[Move]:
    moves = []
    bounds = [p.start for p in people[1:]] + [len(one.unit.folded)]
    for actor, end in zip(people, bounds, strict=True):
        inside = [m for m in mentions if actor.start <= m.start < end]
        move = _move(one, inside, actor)
        if move is None:
            return []
        moves.append(move)
    return moves


def _move(one: Said, mentions: Sequence[Mention], actor: Actor | None) -> Move | None:
    folded = one.unit.folded
    old: list[Mention] = []
    new: list[Mention] = []
    last: list[Mention] | None = None
    for number, mention in enumerate(mentions):
        floor = mentions[number - 1].end if number else 0
        ceiling = mentions[number + 1].start if number + 1 < len(mentions) else len(folded)
        before, after = folded[max(floor, mention.start - 60) : mention.start], folded[mention.end : ceiling]
        if number + 1 < len(mentions) and _SHOULD_BE.fullmatch(after):
            # "Grondwater moest afvalwater zijn": the first is the mistake.
            old, new, last = [*old, mention], [*new, mentions[number + 1]], new
            continue
        if mention in new:
            continue
        came, went = _NEW_BEFORE.search(before), _OLD_BEFORE.search(before)
        if came and went:
            # "naar die van het afvalwater": the word that stands first governs.
            came, went = (came, None) if came.start() < went.start() else (None, went)
        if _REPLACED_BY.match(after):
            came, went = None, _REPLACED_BY.match(after)
        is_new = bool(came) or bool(_NEW_AFTER.match(after))
        is_old = mention.polarity is Polarity.NO or bool(went)
        if not is_old and not is_new and _OLD_AFTER.match(after):
            is_old = True
        if is_old == is_new:
            if last is None or not re.fullmatch(r"[\s\"')]*(?:,|en|and|et|&|\+)[\s\"'(]*(?:de |het )?", before):
                if is_old:
                    is_new = False
                else:
                    continue
            else:
                last.append(mention)
                continue
        last = old if is_old else new
        last.append(mention)
    placed = {i for m in (*old, *new) for i in m.ids}
    rest = [m for m in mentions if not set(m.ids) & placed]
    if old and not new:
        new, rest = rest, []
    elif new and not old:
        old, rest = rest, []
    if not old or not new or rest or {i for m in old for i in m.ids} & {i for m in new for i in m.ids}:
        return None
    return Move(tuple(old), tuple(new), actor, one)


def move_from_background(said: Sequence[Said], chosen: Sequence[tuple[Said, Mention]]) -> Move | None:
    """'Ik had me opgegeven voor X, maar Y ligt mij beter. Kan ik wisselen?': what was, and what is named since."""
    if not any(one.intent.change or (one.intent.past and _RATHER.search(one.unit.folded)) for one in said):
        return None
    old = [m for one in said if one.intent.past for m in _in_past(one)]
    old_ids = {i for m in old for i in m.ids}
    new = [(one, m) for one, m in chosen if not set(m.ids) & old_ids]
    if len(old_ids) != 1 or not new:
        return None
    return Move(tuple(old), tuple(m for _, m in new), None, new[0][0])


_RATHER = re.compile(r"\b(?:liever|toch|eigenlijk|eerder|rather|plutot)\b")
_PAST_PART = re.compile(
    r"\b"
    + any_of(r"""
opgegeven | ingeschreven | aangemeld | genoteerd | geregistreerd | gekozen | gezet | geplaatst | ingedeeld
registered | signed up | inscrit\w* | sta | staan | stond | stonden | zit | zat
""")
    + r"\b"
)


def _in_past(one: Said) -> list[Mention]:
    """The tables of the part of a sentence that tells of an earlier registration."""
    folded = one.unit.folded
    found = []
    for mention in one.wished:
        left = max((folded.rfind(cut, 0, mention.start) for cut in (",", ";", " maar ", " but ", " mais ")), default=-1)
        rights = [at for cut in (",", ";", " maar ", " but ", " mais ") if (at := folded.find(cut, mention.end)) >= 0]
        part = folded[left + 1 : min(rights, default=len(folded))]
        if _PAST_PART.search(part):
            found.append(mention)
    return found


@dataclass(frozen=True, slots=True)
class Replacement:
    """Who leaves and who comes; None for who has no name, `leaver_is_sender` and so on for the writer."""

    leaver: Actor | None
    newcomer: Actor | None
    leaver_said: Said | None
    newcomer_said: Said | None


_LEAVER_BEFORE = re.compile(
    r"\b"
    + any_of(r"""
i\.?p\.?v\.? | in plaats van | inplaats van | vervangt | vervang | vervangen | ter vervanging van
als vervang(?:er|ing) (?:van|voor) | opvolg(?:er|ster) van | (?:het )?werk van
(?:fakkel|plaats|stoel|zitje|plek|tafel|inschrijving) (?:\w+ ){0,3}(?:over )?van
de plaats van | over(?:neemt|genomen)? van | neem(?:t)? (?:\w+ ){0,6}over van | instead of
replac(?:e|es|ing) | remplacer? | take(?:s)? over from | succeeds? | volg(?:t)? | afscheid van | vertrek van
schrap(?:pen)? | uitschrijven van | in de plaats van | a la place de | substitute for | au lieu de
""")
    + r"\s+(?:(?:de heer|mevrouw|mevr\.?|dhr\.?|mijn|onze|collega|voorganger|voorgangster|mr\.?|ms\.?|my|our"
    r"|colleague|mon|ma|collegue|dr\.?|ir\.?|prof\.?),? ?)*$"
)
_LEAVER_AFTER = re.compile(
    r"^[\s,)]*(?:\([^)]{0,40}\))?[\s,]*(?:die |who |qui )?"
    + any_of(r"""
eruit | wordt [A-Z]
gaat\b.{0,40}\b(?:weg|pensioen|verlof|loopbaan\w*|verandert?|verlaten|met)
verlaat | verliet | vertrekt | vertrok | heeft\b.{0,60}\bverlaten | stopt
is (?:niet meer|niet langer|geen|met pensioen|weg|uit dienst|afwezig|langdurig|ziek)
werkt niet (?:meer|langer)
zal (?:\w+ ){0,4}(?:niet (?:meer|langer)|worden vervangen|vervangen worden)
kan (?:\w+ ){0,6}niet | wordt\b.{0,40}\bvervangen | wordt\b.{0,30}\bopgevolgd | will no longer | can no longer
is leaving | leaves | left | has left | will be replaced | is replaced | quitte | ne pourra plus
sera remplacee? | neemt (?:\w+ ){0,4}niet (?:meer|langer) | geeft\b.{0,40}\bdoor | draagt\b.{0,40}\bover
verandert van | moet (?:\w+ ){0,4}afhaken | haakt af | trekt zich terug | heeft ons verlaten | komt niet meer
mag (?:u )?(?:geschrapt|weg|eraf) | valt weg
""")
)
_NEWCOMER_BEFORE = re.compile(
    r"\b"
    + any_of(r"""
door die van | door | naar | opvolg(?:er|ster)(?: \w+){0,2}?(?: is| wordt|:)?
vervang(?:er|ster)(?: \w+){0,2}?(?: is| wordt|:)? | aan | successor(?: \w+){0,2}? is | successor | replaced by
by | with | par | noteer(?: \w+){0,2} | noteert(?: u| je)?
in (?:zijn|haar|mijn|diens|hun|onze) plaats(?: \w+){0,3}
(?:zijn|haar|mijn) (?:plaats|stoel|plek|zitje)(?: \w+){0,8}(?: naar| door| aan)
overgenomen door | voortaan | vanaf (?:nu|heden|dan) | nieuwe deelnemer(?: is|:)? | in de plaats komt | komt
stuurt | sturen (?:wij|we) | schrijf(?:t|ven)?(?: \w+){0,3} | vertegenwoordigd door | wordt
is(?: nu| voortaan| vanaf nu)?
""")
    + r"\s*:?\s*(?:(?:de heer|mevrouw|mevr\.?|dhr\.?|mijn|onze|collega|mr\.?|ms\.?|mrs\.?|my|our|colleague|mon"
    r"|ma|collegue|dr\.?|ir\.?|prof\.?|nieuwe),? ?)*$"
)
_NEWCOMER_AFTER = re.compile(
    r"^[\s,)]*(?:\([^)]{0,60}\))?(?:,[^,]{2,40},)?[\s,]*(?:die |who |qui )?"
    + any_of(r"""
erin | wel\b | in de plaats\b
(?:zal|gaat|wil|mag|will|va|zou)\b(?: \w+){0,6}? (?:vervangen|overnemen|opvolgen|innemen|replace|succeed|\
remplacer|overneemt|deelnemen|volgen|zetelen|vertegenwoordigen|komen)
vervangt | neemt\b.{0,60}\b(?:over|deel|plaats in|stoel|waar) | volgt\b.{0,40}\bop
komt (?:in|voortaan|nu|dan) | (?:i\.?p\.?v\.?|in plaats van|instead of|au lieu de)\b | replaces | takes over
will take | me remplacera | remplacera | remplace | succede | prendra
is (?:de |mijn |zijn |haar )?(?:nieuwe|opvolg\w+|vervang\w+) | in (?:mijn|zijn|haar|diens) plaats
mijn plaats | neemt mijn
(?:mijn|zijn|haar|diens) (?:plaats|stoel|plek|zitje) (?:\w+ ){0,2}(?:in|over)
zal mij | zal me | mij vervang\w+ | schuift
""")
)
_SELF_LEAVES = re.compile(
    r"\b"
    + any_of(r"""
volgt (?:mij|me) (?:\w+ )?op | (?<!op )mijn (?:taken|dossiers?|werk|job|functie|naam) | je serai remplacee?
van mij (?:\w+ )?over\b | (?<!op )(?:mijn|my) (?:vertrek|departure|place|seat)
geef ik (?:\w+ ){0,8}(?:door|over)\b | draag ik (?:\w+ ){0,8}over | hang ik\b | werk ik niet (?:meer|langer)
ik werk (?:\w+ ){0,4}niet (?:meer|langer)
(?:i\.?p\.?v\.?|in plaats van|inplaats van|instead of|ter vervanging van|a la place de) (?:door |van |voor |\
met )?(?:mij|me|mezelf|mijzelf|ondergetekende|moi)(?:zelf)?
i (?:will |shall )?be(?:ing)? (?:replaced|succeeded) | ik word (?:\w+ ){0,8}(?:vervangen|opgevolgd|afgelost)
word ik (?:\w+ ){0,8}(?:vervangen|opgevolgd|afgelost)
mijn (?:plaats|stoel|zitje|plek|inschrijving|deelname|opvolg(?:er|ster)|vervang(?:er|ster)|taak|rol)
(?:vervangt|vervangen|vervang) (?:mij|me)\b | (?:mij|me) (?:\w+ ){0,4}(?:vervang\w*|opvolg\w*|aflos\w*)
in mijn plaats
ik (?:\w+ ){0,3}(?:verlaat|vertrek|stop|ga (?:\w+ ){0,4}(?:met pensioen|weg)|verander|\
word (?:\w+ ){0,3}(?:vervangen|opgevolgd)|kan (?:\w+ ){0,6}niet|neem (?:\w+ ){0,4}afscheid|moet)
(?:ga|verlaat|vertrek|verander|stop|word|kan) ik\b
i (?:am leaving|leave|will be leaving|can no longer|will no longer|cannot)
replace me | my (?:place|seat|successor|replacement|registration) | in my place | je quitte
me (?:remplacera|remplace|succedera|succede) | ma place | mon (?:remplacant|successeur) | a ma place
ik geef (?:\w+ ){0,5}door
""")
    + r"\b"
)
_SELF_COMES = re.compile(
    r"\b"
    + any_of(r"""
op mijn naam (?:\w+ )?(?:zetten|plaatsen|overzetten|overschrijven|komen|registreren)
(?:dossiers?|taken|werk) (?:\w+ )?(?:geerfd|overgenomen|overgekregen)
zit ik (?:\w+ ){0,3}in de plaats | ik (?:zit|kom) (?:\w+ ){0,3}in de plaats
ik neem de (?:plaats|stoel) (?:van|in) | neem ik de (?:plaats|stoel)
(?:plaats|stoel|inschrijving|deelname) (?:\w+ ){0,8}op mijn naam
ben ik (?:het|degene|diegene) die | ter vervanging van | ik doe (?:\w+ ){0,6}het werk van
doe ik (?:\w+ ){0,6}het werk van | ben de nieuwe | ik volg (?:\w+ ){0,3}op
ik (?:\w+ ){0,3}(?:vervang|neem (?:\w+ ){0,8}over|volg (?:\w+ ){0,6}op|kom in (?:de |zijn |haar )?plaats|\
ben (?:de |zijn |haar )?(?:opvolg\w+|vervang\w+|nieuwe))
(?:vervang|volg|neem) ik (?:\w+ ){0,8}(?:op|over)\b | vervang ik
i (?:will |am )?(?:replac\w+|tak\w+ over|succeed\w*) | je (?:remplace|remplacerai|succede|reprends)
neem ik (?:\w+ ){0,6}(?:plaats|stoel) (?:\w+ )?in | word ik (?:de )?(?:opvolg\w+|nieuwe)
zal ik (?:\w+ ){0,6}(?:vervangen|opvolgen|overnemen) | door mij(?:zelf)?(?: vervangen)?
""")
    + r"\b"
)
_NEWCOMER_OPEN = re.compile(
    r"\b"
    + any_of(r"""
een (?:opvolg\w+|vervang\w+|andere? collega|collega|nieuwe (?:collega|vertegenwoordiger|afgevaardigde))
iemand | opvolg\w+ | vervang\w+ | wie (?:het|dat|er) | successor | replacement | remplacant | successeur
""")
    + r"\b"
)


def replacement_of(said: Sequence[Said], sender: str | None) -> Replacement | None:
    """Who leaves and who comes by these sentences; None where that is not clear."""
    leavers: list[tuple[Actor, Said]] = []
    newcomers: list[tuple[Actor, Said]] = []
    open_people: list[tuple[Actor, Said]] = []
    self_leaves = self_comes = False
    anchor: Said | None = None
    for one in said:
        folded = one.unit.folded
        self_leaves = self_leaves or _SELF_LEAVES.search(folded) is not None
        self_comes = self_comes or _SELF_COMES.search(folded) is not None
        if one.intent.replace:
            anchor = anchor or one
        for actor in (a for a in one.actors if a.who is Who.NAMED):
            before, after = folded[max(0, actor.start - 70) : actor.start], folded[actor.end : actor.end + 90]
            comes = bool(_NEWCOMER_BEFORE.search(before)) + bool(_NEWCOMER_AFTER.match(after))
            leaves = 2 * bool(_LEAVER_BEFORE.search(before)) + bool(_LEAVER_AFTER.match(after))
            if leaves > comes:
                leavers.append((actor, one))
            elif comes > leaves:
                newcomers.append((actor, one))
            else:
                open_people.append((actor, one))
    leaving, coming = distinct(a.name for a, _ in leavers), distinct(a.name for a, _ in newcomers)
    if len(coming) == 1 and len(leaving) > 1:
        leaving = [n for n in leaving if not same_person(n, coming[0])]
    coming = [n for n in coming if not any(same_person(n, other) for other in leaving)]
    unsure = [
        n
        for n in distinct(a.name for a, _ in open_people)
        if not any(same_person(n, other) for other in (*leaving, *coming))
        and not (sender is not None and self_leaves and same_person(n, sender))
    ]
    if len(unsure) == 1:
        if leaving and not coming:
            coming = unsure
        elif coming and not leaving and not self_leaves:
            leaving = unsure
        elif not coming and not leaving and self_leaves:
            coming = unsure
        elif not coming and not leaving and self_comes:
            leaving = unsure
        elif not self_leaves and not self_comes:
            return None
    elif unsure and len(unsure) > 1:
        return None
    if len(leaving) > 1 or len(coming) > 1:
        return None
    leaver = _actor(leaving[0], said) if leaving else None
    newcomer = _actor(coming[0], said) if coming else None
    found = _among_named(leaver, newcomer, (self_leaves, self_comes), anchor)
    return found or _open_place(leaver, newcomer, (self_leaves, said, anchor))


_Placed = tuple[Actor, Said]


def _among_named(
    leaver: _Placed | None, newcomer: _Placed | None, by_sender: tuple[bool, bool], anchor: Said | None
) -> Replacement | None:
    """Two people, one of whom may be the sender; `by_sender`: whether the sender leaves, and comes."""
    sender = Actor(Who.SENDER, 0, 0)
    leaves, comes = by_sender
    if leaver is not None and newcomer is not None:
        return Replacement(leaver[0], newcomer[0], leaver[1], newcomer[1])
    if newcomer is not None and leaves:
        return Replacement(sender, newcomer[0], anchor, newcomer[1])
    if leaver is not None and comes:
        return Replacement(leaver[0], sender, leaver[1], anchor)
    return None


def _open_place(
    leaver: _Placed | None, newcomer: _Placed | None, sentences: tuple[bool, Sequence[Said], Said | None]
) -> Replacement | None:
    """Somebody leaves and a successor without a name comes."""
    self_leaves, said, anchor = sentences
    opened = next((one for one in said if _NEWCOMER_OPEN.search(one.unit.folded)), None)
    if newcomer is not None or opened is None:
        return None
    nobody = Actor(Who.UNNAMED, 0, 0)
    if leaver is not None:
        return Replacement(leaver[0], nobody, leaver[1], opened)
    return Replacement(Actor(Who.SENDER, 0, 0), nobody, anchor, opened) if self_leaves else None


def _actor(name: str, said: Sequence[Said]) -> tuple[Actor, Said] | None:
    for one in said:
        for actor in one.actors:
            if actor.who is Who.NAMED and actor.name and same_person(actor.name, name):
                return Actor(Who.NAMED, actor.start, actor.end, name, actor.title, actor.sure), one
    return None
