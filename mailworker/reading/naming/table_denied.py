"""Whether the words around a table say no to it: 'niet voor X', 'X: neen', 'op X na', 'X slaan we over'.

What is said of a list holds for each table of it.
"""

import re
from collections.abc import Sequence

from mailworker.reading.naming.mention import Mention, Polarity
from mailworker.reading.phrases.patterns import any_of

NO_BEFORE = re.compile(
    any_of(r"""
(?:\b(?:niet(?! (?:meer|langer|alleen|enkel|slechts|te missen|toevallig))|geen(?: van)?|behalve|uitgezonderd|\
uitgenomen|behoudens|zonder|exclusief|excl\.?|minus|noch|except(?:ing)?|excluding|not|but not|without|sauf|hormis|\
pas(?= (?:pour|aux?|les|la|le|l'|des|du|de)\b)|ni|no|afgezien van|met uitzondering van|op uitzondering van|\
buiten)(?:[\s:(\"'-]*\b(?:voor|bij|aan|naar|in|op|over|rond|de|het|die|dat|den|van|uit|for|the|at|in|on|pour|la|\
le|les|l'|celle|de la|des|du|dus|zozeer|per se|direct|tafels?|werktafels?|bevoorrading|table|tables|werktafel|\
wt|aux?|eens|ook|deze|diene|that|about|one|ones|sur)\b)*[\s:(\"'-]*(?:l')?)$
\b(?:niet|geen|not|no)\b(?! (?:meer|langer|longer|ontbreken|missen|wachten|aarzelen|vergeten|alleen|enkel|only|\
te laat))(?: (?!maar\b|ik\b|wij\b|we\b|graag\b|wel\b)\w+){1,4} (?:in|voor|aan|bij|naar|op|for|in|at)\s*:?\s+(?:de |\
het |die |deze |the )?(?:(?:werk)?(?:tafels?|thema's?|tables?) )?(?:over |rond |van (?:de |het )?)?[\"'(]*$
\bniet\s*:\s*$
\b(?:do|does|will|would|shall) not (?:\w+ ){1,4}(?:the )?$
(?:^|[.;,\n(])\s*(?:nee|neen|niet|no|non|geen(?: (?:deelname|interesse))?(?: aan| in| voor)?)\s*:\s*$
\b(?:niks|niets|weinig|geen uitstaans|geen zaken) (?:te maken |te zoeken )?(?:met|bij|in|aan)\s+(?:de |\
het )?(?:(?:werk)?\
tafels? )?$
""")
)
_NO_AROUND = re.compile(
    r"\bop (?:(?:de|het|die|dat) )?(?:(?:werk)?tafels? )?(?:over |rond |van (?:de "
    r"|het )?)?(?:bevoorrading uit )?[\"'(]*\0"
    r"[\"')]*(?: ?-?tafel)? na\b"
    r"|\b(?:slaan|sla|slaat) (?:\w+ ){0,2}(?:(?:de|het|die|dat) )?(?:(?:werk)?tafels? )?(?:over |rond |van (?:de "
    r"|het )?)?"
    r"(?:bevoorrading uit )?[\"'(]*\0[\"')]*(?: ?-?tafel)? (?:\w+ )?over\b"
)
"""'Op de wateraudit na': the table stands for the \\0."""
NO_AFTER = re.compile(
    r"^[\s\"')\]]*(?:-?tafels?|tables?)?[\s\"')\]]*"
    + any_of(r"""
\((?:neen|nee|niet|no|non|nok)\)
(?:,|:|=|-)?\s*(?:uitgezonderd|uitgenomen|niet inbegrepen|niet meegerekend|excluded|excepte)\b
,?\s*(?:komt|komen|volgt|volgen) (?:\w+ )?(?:later|volgend jaar|een volgende keer|een andere keer)\b
(?:,|:|=|-)?\s*(?:dus |dan |wel |eigenlijk |liever |beter |helaas |(?:daar ?voor |daar )|voorlopig |alvast |\
momenteel |zeker |deze keer |dit keer |hoeft (?:voor (?:mij|ons) )?(?:dus )?|interesseert (?:mij|me|ons) |\
is (?:voor (?:mij|ons) )?(?:dus )?|zegt (?:mij|me|ons) |hoef(?: ik|t)? |wil(?:len)? (?:ik|we|wij) |(?:ga|kan|\
zal|neem|doe|volg|hoef) (?:ik|ek) |(?:gaan|kunnen|nemen|doen|volgen|hoeven) (?:we|wij) |en zo |enzo |ook |\
al )*(?:niet|neen|nee|geen|evenmin|\
no|non|nope|nok|not|pas)\b(?! (?:(?:met|voor|aan|bij|naar|op|in|aux?|pour|for|the|at) )?(?:de |die |het |the |les |\
al |vier |drie |twee )*\
(?:andere|overige|rest|autres?|others?))(?! (?:namens|in naam|vanuit|als|omdat|alleen|enkel|te missen|meer|langer|\
ontbreken|missen|achterblijven|weg te slaan))
\s*(?:ken|kennen|kent|weet|weten|begrijp|snap|vaardig(?:en)?|stuur|sturen|heb|hebben|heeft|duid|duiden|zend|zenden|\
voorzien|leveren|is|wordt|komt|hadden|had|\
have|has) (?:wij |we |ik |er |men |i )?(?:(?!wel\b|graag\b)\w+ ){0,4}(?:niemand|geen|niets|niks|weinig|nobody|nothing)\b
\s*(?:laat|laten) (?:mij|me|ons) koud
\s*(?:schrijf|schrijven|meld|melden|neem|nemen|doe|doen|kom|komen|ga|gaan|sluit|sluiten|schuif|schuiven) (?:ik|we|wij) \
(?:(?:me|mij|ons|ook|zeker|helaas|dus|dan|wel|voorlopig|liever|nu) ){0,3}niet\b(?! (?:alleen|enkel|te|meer|langer))
\s*(?:zegt|zeggen|boeit|boeien) (?:mij|me|ons) (?:niets|niet|weinig|minder)
,?\s*(?:mag|mogen|kan|kunt|kunnen) (?:u|je|jullie|we|wij|ik)\b.{0,20}\b(?:overslaan|weglaten|skippen|\
zonder (?:mij|ons))
,?\s*(?:pas|passen|bedank|bedanken|past) (?:we|wij|ik|zij|ze|hij)\b(?! (?:\w+ )?(?:goed|bij|aan|in))
,?\s*(?:slaan|sla) (?:we|wij|ik)\b.{0,30}\bover\b
,?\s*(?:en (?:de rest|de andere\w*|al het andere) )?(?:laat|laten|lieten|liet) (?:ik|we|\
wij)\b(?:(?!\bniet\b).){0,40}\b(?:voorbij ?gaan|liggen|vallen|passeren|schieten|varen|over aan|aan (?:anderen|\
een ander|collega|\
de|het|onze))
\s*(?:is|zijn) (?:voor (?:mij|ons) )?(?:niet|geen|minder|niets|niks|te technisch|te ver)\b(?! (?:alleen|enkel))
\s*(?:is|zijn) (?:iets |eerder |veeleer |meer )?voor (?:anderen|later|de (?:gemeenten|andere\w*|collega's|\
provincie\w*)|\
een (?:ander|andere)\b)
\s*valt (?:af|weg)\b
(?:\s*\([^()]{1,30}\))?\s*(?:is|zijn|zit|ligt) (?:bij (?:mij|ons) )?in (?:de )?handen van een (?:andere?|aparte)\b
\s*(?:past|passen|interesseert|interesseren|spreekt|spreken|ligt|liggen) (?:mij|me|ons) (?:niet|minder)
\s*hoeft? (?:voor (?:mij|ons) )?niet | \s*(?:not |does not |doesn't )(?:interest|needed)
""")
)
_BRACKETS = re.compile(r"\([^()]{0,60}\)")
_LISTED = re.compile(r"-?[\s\"']*(?:,|en|of|noch|/|&|,? en)?\s*(?:(?:de|het|die|the|la|les|l)\b)?[\s\"']*")


def with_polarity(folded: str, mentions: Sequence[Mention], number: int) -> Mention:
    mention = mentions[number]
    before = folded[max(0, mention.start - 60) : mention.start]
    polarity = Polarity.YES
    head = number
    while head and _LISTED.fullmatch(_BRACKETS.sub("", folded[mentions[head - 1].end : mentions[head].start])):
        head -= 1
    if head < number:
        # "niet voor grondwater en hemelwater": what stands before the first holds for the second.
        before = folded[max(0, mentions[head].start - 60) : mentions[head].start]
    last = _last_of_list(folded, mentions, number)
    after = folded[mentions[last].end : mentions[last].end + 70]
    following = mentions[last + 1].start - mentions[last].end if last + 1 < len(mentions) else len(after)
    after = after[: max(following, 0)]
    of_next = number + 1 < len(mentions) and NO_BEFORE.search(folded[mention.end : mentions[number + 1].start])
    around = f"{folded[max(0, mentions[head].start - 60) : mentions[head].start]}\0{folded[mentions[last].end :][:30]}"
    if NO_BEFORE.search(before) or (NO_AFTER.match(after) and not of_next) or _NO_AROUND.search(around):
        polarity = Polarity.NO
    return Mention(
        mention.start, mention.end, mention.ids, mention.near, mention.weak, polarity, mention.every, mention.misspelt
    )


def _last_of_list(folded: str, mentions: Sequence[Mention], number: int) -> int:
    """The last table of a list that ends with "en": what is said behind it holds for all of it."""
    for last in range(number + 1, len(mentions)):
        between = _ARTICLE.sub("", folded[mentions[last - 1].end : mentions[last].start]).strip(" \"'")
        if between in {"en", "&", "/", "noch", "and", "et", ", en"}:
            return last
        if between != ",":
            return number
    # "Grondwater, afvalwater, wateraudit: niet voor ons."
    return len(mentions) - 1 if re.match(r"\s*[:=]", folded[mentions[-1].end :]) else number


_ARTICLE = re.compile(r"\b(?:de|het|die|the|la|les|(?:werk)?tafels?)\b|^-")
