"""What the second look makes of the writer: whether they come themselves, stay away, or only write for somebody."""

import re

from mailworker.reading.folding import fold
from mailworker.reading.phrases.patterns import one_of
from mailworker.reading.second_look import words
from mailworker.reading.second_look.view import View
from mailworker.reading.wish import Doubt

_WHO = Doubt("who takes part", "Who takes part is not clear.")


def stays_away(view: View) -> Doubt | None:
    """The writer is registered by a mail in which they say that they do not come."""
    if not view.only_registers or not any(view.is_sender(request.participant) for request in view.requests):
        return None
    if any(words.PLAINLY_COMES.search(one.plain) for one in view.own):
        return None
    for one in view.sentences:
        if words.STAYS_AWAY.search(one.plain) and not words.DECLINES_NOT.search(one.plain):
            return Doubt("refusal", "The writer seems to say that they do not take part.")
    return None


_SOMEBODY = r"(?:een|1) van (?:de|onze|ons|mijn)|iemand van|mijn|onze?|de"
_OFFICE = (
    r"(?:\w*directeur|directrice|chef|baas|\w*hoofd|hoofd \w+"
    r"|verantwoordelijke(?: \w+)?|medewerk\w+|\w*coordinator|\w*manager|collega"
    r"|ingenieur|voorzitter|voorzitster|schepen|deskundige|expert|bedrijfsleider|zaakvoerder|burgemeester)"
)
_FOR_SOMEBODY = one_of(rf"""
(?:in opdracht van|namens|in naam van|op vraag van) (?:mijn|onze?) {_OFFICE}
(?:{_SOMEBODY}) {_OFFICE}(?: van \w+| in (?:kopie|cc))? (?:wil|wenst|zal|zou|komt|neemt|gaat|volgt|schuift|sluit)
(?:{_SOMEBODY}) {_OFFICE} (?:op te nemen|in te schrijven|aan te melden|te noteren|op te geven)
(?:hem|haar|hen) (?:\w+ )?(?:in te schrijven|door te geven|op te geven|aan te melden|inschrijven|aanmelden)
(?:hij|zij|ze) (?:wil|wenst|zal|zou|komt|neemt|gaat)(?: \w+){{0,6}}? (?:deel\w*|volgen|aan\w*|mee\w*|bij\w*|x+)
""")
_I_COME = one_of(r"""
ik ben het(?: zelf)? | ondergetekende | ikzelf | mezelf | mijzelf | zelf
(?:in|aan)? ?schrijf (?:ik )?(?:mij|me) | ik schrijf (?:mij|me)
(?:zal|kom|wil|volg|neem|ga|zit|zetel|vertegenwoordig|schuif|sluit) ik
ik (?:zal|kom|wil|volg|neem|ga|zit|zetel|vertegenwoordig|schuif|sluit|word|doe|ben)
(?:mij|me) (?!om )(?:\w+ ){0,4}(?:in|aan|op|bij|voor|noteren|inschrijven|aanmelden|aangeduid|afgevaardigd|gevraagd)
(?:met|door|aan|voor) mij | mijn (?:naam|deelname|inschrijving) | dat ik
ik (?:\w+ ){0,4}(?:mee|opvolg|deelneem|bijwoon|aanschuif) | noteer (?:mij|me) | zet (?:mij|me)
duidde (?:mij|me) | ik dus
""")


def comes_for_somebody(view: View) -> Doubt | None:
    """Only the writer is registered, by a mail that speaks of somebody else without a name and never of them coming."""
    if not view.only_registers or not view.names or not all(view.is_sender(name) for name in view.names):
        return None
    text = "\n".join(one.plain for one in view.own)
    if _FOR_SOMEBODY.search(text) and not _I_COME.search(text) and "q" * len(view.names[0]) not in text:
        return _WHO
    return None


_I_TOO = one_of(r"""
(?:ik|ikzelf|mezelf|mijzelf|ondergetekende|(?<!hij )(?<!zij )(?<!ze )zelf)(?: zelf| dan)? (?:voor|bij|naar|aan|\
in|volg|neem|doe|kom|ga|zal|schuif|zit|zetel|kies) [^,;.]{0,50}x{4,}
(?:ik|kom|ga|zal) (?:ga |kom |ik )?(?:er |daar |dus )*zelf,? (?!niet|geen)[^;.]{0,40}x{4,}
x{4,}[^,;.]{0,30} (?:doe|neem|volg|kies|vertegenwoordig) ik | x{4,}[ :=-]* (?:ikzelf|mezelf|ik|ondergetekende)
(?:voor|bij|aan) x{4,} (?:ga|zal|kom|ben|zetel|zit|schuif|volg|neem)\w* (?:ik|ikzelf|ondergetekende)
(?:en|and) (?:ik|ikzelf|mezelf|mij)(?:zelf)? (?:ook )?(?:voor|bij|naar|aan) [^,;.]{0,20}x{4,}
""")


def writer_left_out(view: View) -> Doubt | None:
    """The writer says at which table they sit themselves, and no request is theirs."""
    if view.sender is None or not view.only_registers or any(view.is_sender(name) for name in view.names):
        return None
    for one in view.own:
        match = _I_TOO.search(one.plain)
        if match and not words.DECLINES.search(match.group()) and not _BY_HAND.search(one.plain):
            return _WHO
    return None


_BY_HAND = re.compile(
    r"\bik (?:schrijf|meld|geef|stel|duid|vaardig|stuur)\b"
    r"|\b(?:schrijf|meld|geef|stel|duid|vaardig|stuur) ik (?!mij|me|mezelf)\b"
)

_SPOKEN_WITH = one_of(r"""
(?:besproken|gesproken|gesprek|afgesproken|overleg\w*|contact|mailwisseling|telefoon\w*|belde?) (?:\w+ ){0,4}?met
hoorde (?:\w+ ){0,2}van | vernam (?:\w+ ){0,2}van | via | met dank aan | dank aan | doorgestuurd door
gekregen van | verwijzing van | aanraden van | groeten (?:aan|van)
""")
_BETWEEN = re.compile(
    r"[\s,]*(?:(?:uw|mijn|onze|jullie|de|collega|heer|mevrouw|directeur|chef|voorzitter|dhr\.?|mevr\.?) ?){0,4}"
)


_CANNOT = one_of(r"""
(?:is|was) (?:\w+ ){0,2}(?:niet (?:beschikbaar|vrij|aanwezig)|verhinderd|afwezig|ziek)
(?:kan|komt|gaat|zal|neemt) (?:\w+ ){0,2}niet (?!alleen|enkel) | heeft (?:\w+ ){0,2}(?:geen|niet genoeg) tijd
(?:cannot|can't|will not|won't) | is not available
""")


def cannot_come(view: View) -> Doubt | None:
    """Somebody is registered of whom the mail says that they can not come."""
    if not view.only_registers:
        return None
    for name in view.names:
        for one in view.own:
            for match in re.finditer(rf"(?<!\w){re.escape(fold(name))}(?!\w),? ", one.text):
                if _CANNOT.match(one.text, match.end()):
                    return _WHO
    return None


def only_spoken_with(view: View) -> Doubt | None:
    """A participant stands nowhere but behind words of having spoken with them."""
    text = "\n".join(one.text for one in view.own)
    for name in view.names:
        if view.is_sender(name):
            continue
        places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(fold(name))}(?!\w)", text)]
        if places and all(_is_behind(text[max(0, at - 90) : at]) for at in places):
            return _WHO
    return None


def _is_behind(before: str) -> bool:
    matches = list(_SPOKEN_WITH.finditer(before))
    return bool(matches) and _BETWEEN.fullmatch(before, matches[-1].end()) is not None
