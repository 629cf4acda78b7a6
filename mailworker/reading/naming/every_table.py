"""All tables, all but some, the rest of them: 'alle werktafels behalve X', 'de vijf', 'de vier bevoorradingstafels'."""

import re
from collections.abc import Sequence

from mailworker.reading.naming.mention import Mention, Polarity
from mailworker.reading.naming.table_denied import NO_AFTER, NO_BEFORE
from mailworker.reading.naming.table_names import Vocabulary
from mailworker.reading.naming.vague_tables import NUMBERS
from mailworker.reading.phrases.patterns import any_of

_BUT = re.compile(
    r"\b"
    + any_of(r"""
behalve | uitgezonderd | uitgenomen | m\.?u\.?v\.? | met uitzondering van | op uitzondering van
met uitsluiting van | behoudens | exclusief | excl\.? | except(?: for)? | excepting | excluding | sauf | hormis
a l'exception d[eu] | tenzij | zonder | minus | niet | maar niet | buiten | but | afgezien van | apart from
other than
""")
    + r"(?=[\s:(]|$)"
)
_NA = re.compile(r"\bop\b(.{3,60}?)\bna\b")
_EVERY = re.compile(
    any_of(r"""
\b(?:al(?:le)?(?: de)?|elke?|elk van de|elk der|iedere|all(?: of)?(?: the)?|every|each(?: of the)?|\
toutes(?: les)?|chaque|chacune des|in totaliteit|de volle)(?: (?:vijf|5|five|cinq|voorgestelde|geplande|\
bestaande|genoemde|aangekondigde|your|jullie|uw|onze|deze|these))*[\s-]+(?:thematische |themat\. |working |\
work )?(?:werk)?(?:tafels?|tables?(?: de travail)?|werkgroepen|thema's|wt'?s?)\b
\b(?:alle|all)[\s-]?(?:vijf|5|five)\b | \b(?:alle|elk) van de (?:vijf|5)\b
\b(?:bij|aan|in|voor|de|op|tot|van) (?:de )?(?:volledige |voltallige )?(?:vijf|5) (?:voorgestelde |geplande |\
aangekondigde |genoemde |thematische )?(?:werk)?tafels\b
\b(?:the|all) five (?:working )?tables\b | \bles cinq tables(?: de travail)?\b | \btoutes les (?:cinq|5)\b
\b(?:bij|aan|in|voor|van) (?:ze )?alle(?:maal)\b
\b(?:ze )?allemaal\b(?=.{0,30}\b(?:tafel|graag|aub|volg|inschrij))
\beach of (?:them|the five)\b | \bde (?:vijf|5)\b(?= (?:graag|aub|allemaal)) | \bhet hele pakket\b
\b(?:alle|all) (?:5|vijf|five) (?:themes|topics|onderwerpen|thema's|luiken)\b
(?<!ons )(?<!we )(?<!wij )(?<!jullie )(?<!u )\ballemaal\b(?=.*(?:tafel|graag|aub|volg|inschrij|noteer|meld|deel|\
bij\b|mee\b))
\bvoor allemaal\b
\boveral\b(?=.{0,40}\b(?:naam|noteren|bij|inschrij|mee|aan|deel|graag|komen|present|af))
(?<!dat is )(?<!is dat )(?<!dit is )(?<!was )\b(?:alles|everything|tout)\b(?=[\s,]*(?:\(?(?:behalve|uitgezonderd|\
uitgenomen|op |m\.?u\.?v|except|but|sauf|\
met uitzondering|op|aub|graag|opvolg|volg)|$|[.!,]))
\b(?:volg|opvolg|doe|neem|wil|noteer|kies)\w*(?: \w+){0,3} alles\b
\b(?:ieder|iedere|elke) (?:ervan|tafel)\b
\b(?:alle|all|toutes|tous)\b(?=[\s,(]*(?:behalve|uitgezonderd|uitgenomen|m\.?u\.?v|met uitzondering|except|but|sauf)\b)
""")
)
_REST = re.compile(
    r"\b(?:de|alle|al de|the|les) (?:andere|overige|resterende|other|others?|remaining|autres)(?: (?:vier"
    r"|drie|twee|4|3|2|four|three|two))?(?: (?:werk)?(?:tafels|tables))?\b"
)
RESTRICTED = re.compile(
    r"^\s*"
    + any_of(r"""
met (?!plezier|veel|graag|ons|uitzondering)
waar(?:van|in|bij)?\b(?! .{0,60}\b(?:sta|staat|staan|vermeld|ingeschreven|genoteerd)\b) | die (?!jullie|u |vmm|er)
with\b
where\b | that\b | avec\b
""")
)


def every_of(folded: str, mentions: Sequence[Mention], words: Vocabulary) -> Mention | None:
    """All tables, less those that an exception names."""
    grouped = _group(folded, words)
    if grouped is not None and not any(m.polarity is Polarity.YES for m in mentions):
        return grouped
    match = _EVERY.search(folded)
    while match is not None and (
        NO_BEFORE.search(folded[max(0, match.start() - 40) : match.start()])
        or _OUT_OF.search(folded[max(0, match.start() - 12) : match.start() + 4])
        or _ALL_ARE.match(folded[match.end() :])
    ):
        match = _EVERY.search(folded, match.end())
    if match is None:
        return _rest(folded, mentions, words)
    behind = [m for m in mentions if m.start >= match.end()]
    left_out: set[str] = set()
    tail = folded[match.end() :]
    but = _BUT.search(tail)
    na = _NA.search(tail)
    for mention in behind:
        offset = mention.start - match.end()
        if (
            mention.polarity is Polarity.NO
            or (but and offset >= but.start() and _only_tables(tail[but.end() : offset]))
            or (na and na.start() <= offset < na.end())
        ):
            left_out |= set(mention.ids)
    for mention in mentions:
        if mention.start < match.start() and mention.polarity is Polarity.NO:
            left_out |= set(mention.ids)
    rest = frozenset(words.ids) - left_out
    return Mention(match.start(), match.end(), words.in_order(rest), True, every=True)


def _group(folded: str, words: Vocabulary) -> Mention | None:
    """Tables told by the word that some of their names begin with: 'de vier bevoorradingstafels'."""
    for stem, ids in words.groups.items():
        for match in re.finditer(
            rf"\b(?P<count>vier|drie|twee|[2-4]|four|three|two|alle|elke|al de"
            rf"|all)\b(?: \w+){{0,3}}? (?:(?:water)?{stem}s?-?tafels?\b"
            rf"|(?:werk)?(?:tafels?|tables?)\b[^.;]{{0,30}}?\b{stem}\b(?! (?:uit"
            rf"|van)\b)(?P<name>[^.;]{{0,20}}\b(?:naam|titel|begint|beginnen)\b)?)",
            folded,
        ):
            named = match["name"] or re.search(r"\b(?:naam|titel|begint|beginnen|heten)\b", match.group())
            if NUMBERS.get(match["count"]) == len(ids) or named:
                return Mention(match.start(), match.end(), ids, True, every=True)
    return None


_OUT_OF = re.compile(r"\b(?<!elk )(?<!elke )(?<!alle )(?:van|uit|of|des) (?:de|the)?\s?$|^(?:van|uit) ")
"""'Van de vijf tafels spreekt er mij een aan' names none of them."""
_ALL_ARE = re.compile(
    r"\s(?:zijn|lijken|klinken|lijken mij|are|sont) (?:\w+ ){0,2}(?:boeiend|interessant|nuttig|belangrijk|relevant"
    r"|waardevol"
    r"|de moeite|interesting|relevant|interessants?)"
)
"""'Alle tafels zijn boeiend' praises them."""
_ALL_OTHERS = re.compile(
    r"\b(?:alle|al de|all(?: the)?|tous les|toutes les) (?:andere|overige|resterende|others?|remaining|autres)\b"
)


def _rest(folded: str, mentions: Sequence[Mention], words: Vocabulary) -> Mention | None:
    """'De andere': all but those that the text says no to; 'alle andere' of somebody else: all but those before."""
    match = _REST.search(folded)
    if match is None:
        return None
    refused = [m for m in mentions if m.polarity is Polarity.NO]
    if any(m.end <= match.start() and _NOR.fullmatch(folded[m.end : match.start()]) for m in refused):
        # "Geen interesse in grondwater, hemelwater of een van de andere tafels."
        return None
    taken = {i for m in refused for i in m.ids}
    if not taken:
        before = [m for m in mentions if m.end <= match.start()]
        if not before or not _ALL_OTHERS.search(match.group()) or NO_AFTER.match(folded[match.end() :]):
            return None
        taken = {i for m in before for i in m.ids}
    rest = frozenset(words.ids) - taken
    return Mention(match.start(), match.end(), words.in_order(rest), True, every=True)


_NOR = re.compile(r"\s*,?\s*(?:of|noch|or|nor|ni)\s*(?:(?:een|1|one|any) (?:van|of) |aan |voor |in |bij |op )*")


def _only_tables(between: str) -> bool:
    return len(between) < 90 and not re.search(r"[.;]|\b(?:maar|want|omdat|ik|wij|we)\b", between)
