"""Why a text that speaks of tables names none, or not which: by number, one of several, another count, the same."""

import itertools
import re
from collections.abc import Sequence

from mailworker.reading.naming.mention import Mention, Polarity, Vagueness
from mailworker.reading.naming.table_names import Vocabulary
from mailworker.reading.naming.unknown_tables import unknown_table
from mailworker.reading.phrases.patterns import any_of

_OR = re.compile(r"(?:^|[\s,\"'(-])(?:of|ofwel|hetzij|or|ou|dan wel)(?=[\s\"'(])")
_AND_OR = re.compile(r"\b(?:en/of|and/or|et/ou)\b")
NUMBERS = {
    "twee": 2,
    "2": 2,
    "beide": 2,
    "two": 2,
    "both": 2,
    "deux": 2,
    "drie": 3,
    "3": 3,
    "three": 3,
    "trois": 3,
    "vier": 4,
    "4": 4,
    "four": 4,
    "quatre": 4,
}
_COUNT = re.compile(
    any_of(r"""
\b(twee|drie|vier|2|3|4|two|three|four|deux|trois|quatre) (?:(?:van (?:de|jullie|uw)|of (?:the|your)|des|\
de vos) (?:vijf |5 |five |cinq )?)?(?:andere |working )?(?:(?:werk)?(?:tafels|tables)|thema's|onderwerpen|\
topics|themes)\b
\b(twee|drie|vier|two|three|four|deux|trois|quatre) (?:van de|of the|des) (?:vijf|5|five|cinq)\b
""")
)
_OWN = re.compile(r"\b(?:mijn|onze|zijn|haar|hun|my|our|mes|nos)\s$")
_ORDER = re.compile(
    any_of(r"""
\b(?:werk)?tafels?\s?(?:nr\.?|nummers?|n°|#)?\s?(?:\d\b|een\b(?= en (?:twee|drie|vier|vijf))|i{1,3}\b)
\bwt\s?\d\b
\b(?:eerste|tweede|derde|vierde|vijfde|laatste|eerste twee|eerste drie)(?: (?:en|of|tot en met|\
t\.?e\.?m\.?) (?:de )?(?:eerste|tweede|derde|vierde|vijfde|laatste))?(?: \w+){0,2}? (?:werk)?tafels?\b
\b(?:tafels?|nummers?) (?:een|twee|drie|vier|vijf|[1-5])(?:,? ?(?:en|of|,|&|\+) ?(?:een|twee|drie|vier|vijf|\
[1-5]))*\b
\b(?:first|second|third|fourth|fifth|last)(?: and (?:the )?(?:first|second|third|fourth|fifth|\
last))? (?:working )?tables?\b
\btables? (?:no\.? ?|number ?)?\d\b | \b(?:premiere|deuxieme|troisieme|derniere) table\b
\bde bovenste\b.{0,20}\b(?:van (?:de|het|jullie) lijst|tafels?)
\bnummers? \d\b
""")
)
_SOME = re.compile(
    any_of(r"""
(?<!geen )\b(?:een|1|eentje|een enkele|een van|1 van|one of|any of|une des?|twee van|paar|enkele|een paar|\
een aantal|minstens een)(?: van)? (?:de |deze |mijn |onze |jullie |uw |your |the |these |vos |les )?(?:vijf |5 |\
five )?(?:werk|working )?-?(?:tafels?|tables|tables de travail)\b
\been of meer(?:dere)? (?:van|tafels)\b | \been van de (?:vijf|5)\b | \beentje\b
\bmaakt (?:mij|me|ons)? ?(?:eigenlijk )?niet uit welke\b
\bwelke (?:tafel|werktafel)s? (?:er )?(?:nog )?(?:vrij|plaats|het best)
""")
)
_SAME = re.compile(
    any_of(r"""
\b(?:de)?zelfde (?:werk)?(?:tafels?|keuzes?|werktafels?)(?: \w+){0,2}? (?:als|dan|lak)\b
\b(?:de)?zelfde als\b | \bidem (?:als|dito|aan)\b
\bzoals (?:mijn|onze) (?:collega|baas|voorganger)\b(?=.{0,40}\b(?:tafel|ook))
\bsame (?:working )?tables? as\b | \bthe same as\b | \b(?:les )?memes? tables? que\b
""")
)


def vagueness_of(folded: str, mentions: Sequence[Mention], words: Vocabulary) -> Vagueness | None:
    if _SAME.search(folded):
        return Vagueness.SAME
    wished = [m for m in mentions if m.polarity is Polarity.YES]
    for one, other in itertools.pairwise(wished):
        between = folded[one.end : other.start]
        if len(between) < 60 and one.ids != other.ids and (_AND_OR.search(between) or _OR.search(between)):
            return Vagueness.EITHER
    if unknown_table(folded, mentions, words):
        return Vagueness.UNKNOWN
    if not wished:
        if _ORDER.search(folded):
            return Vagueness.ORDER
        if _SOME.search(folded):
            return Vagueness.SOME
    count = _COUNT.search(folded)
    if count and _OWN.search(folded[: count.start()]):
        count = None
    named = {i for m in mentions if m.polarity is not Polarity.NO and m.is_clear for i in m.ids}
    if count and named and len(named) != NUMBERS[count.group(1) or count.group(2)]:
        return Vagueness.COUNT
    return None
