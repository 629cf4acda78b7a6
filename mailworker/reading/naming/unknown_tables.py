"""A table of which a text speaks and that the programme does not have."""

import re
from collections.abc import Sequence

from mailworker.reading.naming.mention import Mention
from mailworker.reading.naming.table_names import Vocabulary
from mailworker.reading.phrases.patterns import any_of, words_of

_UNKNOWN_BARE = re.compile(
    r"\b(?:de|een|the|onze) (?:werk)?tafel (?:\"|')?(?P<noun>[a-z][a-z-]{5,30})(?:\"|')?(?=\s*(?:[.,;:!?)]|$"
    r"|\ben\b|\bof\b))"
)
_THE_ONE_ABOUT = re.compile(
    r"\b"
    + any_of(r"""
the one (?:about|on) | die (?:over|rond|rondom|inzake|omtrent) | degene over | celle sur | celle relative
""")
    + r"\s+(?:(?:de|het|the|la|le|les|l')\s*)?(?P<noun>[a-z][a-z'-]{2,30})"
)
_AFTER_TABLE = words_of(
    """
    volgen opvolgen bijwonen zitten zetelen aanschuiven aanschuif deelnemen inschrijven noteren schrappen
    alstublieft aansluiten ingeschreven genoteerd aangemeld vertegenwoordigen komen plaatsnemen nemen meewerken
    meedoen meedenken worden hebben kunnen zullen willen houden blijven aanmelden opgeven bovenvermeld onderwerp
    hieronder hierboven gewenst namens vanuit vrijhouden opnemen toevoegen annuleren uitschrijven afmelden verlaten
    begint doorgaat plaatsvindt brengen vervangen afgevaardigd vertegenwoordigd schuiven gegeven gevraagd
    voorgesteld aanwezig
    """
)
_UNKNOWN_NAME = re.compile(
    r"\b(?:bevoorrading|waterbevoorrading) (?:uit|van|door|met) (?:het |de )?(?P<noun>[a-z'-]{4,30})"
)
_UNKNOWN_PREPOSITION = re.compile(
    r"\b(?:(?:werk|water)?-?tafel|working table|table de travail|wt)\b[\s\"'(]*"
    + any_of(r"""
over | rond | rondom | inzake | omtrent | betreffende | on | about | concerning | sur | bevoorrading uit
""")
    + r"\s+(?:(?:de|het|the|la|le|les|onze|ons)\s+)?[\"'(]*(?P<noun>[a-z][a-z'-]{2,30})"
)
_UNKNOWN_COMPOUND = re.compile(r"\b(?P<noun>[a-z]{3,30}?)-?(?:werk)?tafel(?:s)?\b")
_UNKNOWN_QUOTED = re.compile(
    r"\b(?:(?:werk)?tafel|working table|table)\b\s*(?:\"|')(?P<noun>[a-z][a-z' -]{2,40})(?:\"|')"
)
_WATER_NOUN = re.compile(
    r"\b(?:werktafels?|tafels?|wt|tables?|bevoorrading uit)[\s\"':(-]+(?P<noun>(?:drink|zee|proces|koel|kraan"
    r"|leiding|zwem|brak|bron|zout|zoet|grijs|zwart|ballast|polder|spoel|huishoudelijk |industrieel )-?water)"
    r"\b"
)
_PLAIN_COMPOUNDS = words_of(
    """
    werk water thema overleg ronde onderhandelings praat gespreks keuken dis water- waterbevoorradings planning
    planbevoorrading strategische sub hoofd deel kern stuur eet teken ron
    """
)
_PROGRAMME_NOUNS = words_of(
    """
    strategische strategisch waterbevoorrading bevoorrading planning water drinkwaterbevoorrading waterbeleid deze
    thema thema's onderwerp the water- kader jullie strategic supply daarover daarrond hierover hierrond ervan
    waarover daarvan die dit dat van uw welke onderwerpen
    """
)
_NAME_WORDS = words_of(
    """
    bevoorrading waterbevoorrading approvisionnement supply werktafel tafel table water uit de het van over en a
    partir d des la l the from of and et thema met op rond
    """
)


def _names_more(quoted: str, start: int, mentions: Sequence[Mention]) -> bool:
    """Whether a quoted name says more than a table's: "Waterhergebruik op bedrijventerreinen" is another."""
    inside = [m for m in mentions if start <= m.start < start + len(quoted)]
    for mention in reversed(inside):
        quoted = quoted[: mention.start - start] + " " + quoted[mention.end - start :]
    return bool(inside) and any(word not in _NAME_WORDS for word in re.findall(r"[a-z]+", quoted))


def unknown_table(folded: str, mentions: Sequence[Mention], words: Vocabulary) -> bool:
    """Whether the text speaks of one table that the programme does not have."""

    def is_known(match: re.Match[str]) -> bool:
        start, end = match.span("noun")
        noun = match["noun"]
        return any(m.start < end and start < m.end for m in mentions) or noun in _PROGRAMME_NOUNS

    if any(_names_more(match["noun"], match.start("noun"), mentions) for match in _UNKNOWN_QUOTED.finditer(folded)):
        return True
    for pattern in (_WATER_NOUN, _UNKNOWN_QUOTED, _UNKNOWN_NAME):
        for match in pattern.finditer(folded):
            if not is_known(match):
                return True
    for match in _UNKNOWN_PREPOSITION.finditer(folded):
        if not is_known(match) and not any(0 <= m.start - match.end("noun") < 40 for m in mentions):
            return True
    for match in _UNKNOWN_BARE.finditer(folded):
        if (
            not is_known(match)
            and match["noun"] not in _AFTER_TABLE
            and not any(0 <= m.start - match.end("noun") < 12 for m in mentions)
        ):
            return True
    if mentions:
        for match in _THE_ONE_ABOUT.finditer(folded):
            if not is_known(match) and not any(0 <= m.start - match.start("noun") < 40 for m in mentions):
                return True
    for match in _UNKNOWN_COMPOUND.finditer(folded):
        if not is_known(match) and match["noun"] not in _PLAIN_COMPOUNDS and "water" in match["noun"]:
            return True
    return False
