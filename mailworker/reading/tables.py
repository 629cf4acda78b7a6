"""Which tables a piece of text names: ids, names, configured words, shared stems, all, all but, typing errors.

It tells what stands there, also what it says no to or leaves open; whether the sender wishes it is decided elsewhere.
The words are the programme's configuration; id and name alone give a sensible reading.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache

from rapidfuzz.distance import OSA

from mailworker.domain.programme import Programme, Table
from mailworker.reading.folding import fold
from mailworker.reading.phrases import any_of, words_of


class Polarity(Enum):
    """Whether the text names a table to have it, to say no to it, or to say that it stays as it is."""

    YES = "yes"
    NO = "no"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place [start, end) where a text names tables.

    `near` is true where the word "tafel" stands beside it or the whole name is given: then even a weak word (a
    paraphrase such as "effluent") names a table.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    near: bool = False
    weak: bool = False
    polarity: Polarity = Polarity.YES
    every: bool = False
    misspelt: bool = False

    @property
    def is_clear(self) -> bool:
        """Whether it names a table by itself or by what stands beside it."""
        return self.near or not self.weak


class Vagueness(Enum):
    """Why a text that speaks of tables names none, or not which."""

    ORDER = "by number or order"
    UNKNOWN = "a table that does not exist"
    EITHER = "one of several, not chosen"
    SAME = "the same as somebody else"
    SOME = "one of them, not which"
    COUNT = "another number of tables than are named"


@dataclass(frozen=True, slots=True)
class TablesRead:
    """The mentions of a text in order, and what is vague in it."""

    mentions: tuple[Mention, ...]
    vague: Vagueness | None = None

    def ids(self, polarity: Polarity = Polarity.YES) -> frozenset[str]:
        """The ids that are named with that polarity."""
        return frozenset(i for mention in self.mentions if mention.polarity is polarity for i in mention.ids)


_TABLE = any_of(r"""
(?:werk|water|thema|overleg)?-?\s?(?:tafel(?:s|tje|tjes)?|tabel)
tables?(?: de travail)? | (?:working |work )?(?:tables?|groups?) | wts? | werkgroep(?:en)? | werktafel\(s\)
tafel\(s\)
""")
_TABLE_WORD = re.compile(rf"\b(?:{_TABLE})\b")
_LINK = (
    r"(?:\s*[\"'(:\[-]*\s*"
    + any_of(r"""
over | rond(?:om)? | rondom | van | voor | inzake | omtrent | betreffende | m\.?b\.?t\.? | met betrekking tot
on | about | for | of | concerning | sur | des? | du | relative aux? | aux? | de la | de l' | \" | op
(?:het|de|den|diene|dat|die|the|la|les|le) ?(?:thema|onderwerp|luik|topic|theme)?
thema | onderwerp | bevoorrading | uit | waterbevoorrading | approvisionnement | a partir | d' | supply | from
with | gewijd aan | dedicated to | devoted to | dealing with | which deals with
die (?:gaat|handelt|gaan) over | met als (?:thema|onderwerp) | genaamd | getiteld | called | named
intitulee? | consacree? a(?:ux|u)? | qui traite des? | relatives? a(?:ux|u)? | name | namelijk | nl\.?
m\.n\. | zijnde | te weten
""")
    + r"\b\.?)*\s*[\"'(:\[-]*\s*(?:')?(?:t |l')?"
)
_NEAR_BEFORE = re.compile(
    rf"(?:\b(?:{_TABLE})|\b(?:die|deze|degene|dat|that|the one|celle|diegene|eentje|luik|thema|aan tafel)"
    rf"(?= (?:over|rond|van|voor|uit|on|about|sur|des|de la|met|bij|inzake)))\b{_LINK}$"
)
_NEAR_AFTER = re.compile(r"^[\"')\]]*[\s-]*(?:werk|work|working )?-?(?:tafels?|tables?|groep|group|werkgroep)\b")
TOGETHER = re.compile(
    r"^[\s\"')\]]*"
    + any_of(r"""
, | / | \+ | & | ; | \ben\b | \band\b | \bet\b | \bof\b | \bor\b | \bou\b | \balsook\b | \balsmede\b | \bals\b
\bplus\b | \been?\b | \bzowel\b | \bas well as\b | \bainsi que\b | \boverigens\b | \book\b | \bvoor\b
\bbij\b | \baan\b | \bde\b | \bdie\b | \bvan\b | \bhet\b | \brond\b | \bover\b | \buit\b | \d\) | \bwt\b
\btafel\b | \bwerktafel\b | \bbevoorrading\b | \bthe\b | \bon\b | \bla\b | \bles\b | \bdes\b | \bdu\b
\bsur\b | \bop\b | \bin\b | \btot slot\b | \bten slotte\b | \bdaarnaast\b | - | \" | ' | \( | \.\.\. | \s
""")
    + r"*$"
)
_OR = re.compile(r"(?:^|[\s,\"'(-])(?:of|ofwel|hetzij|or|ou|dan wel)(?=[\s\"'(])")
_AND_OR = re.compile(r"\b(?:en/of|and/or|et/ou)\b")

_NO_BEFORE = re.compile(
    any_of(r"""
(?:\b(?:niet(?! (?:meer|langer|alleen|enkel|slechts|te missen|toevallig))|geen(?: van)?|behalve|uitgezonderd|\
uitgenomen|behoudens|zonder|exclusief|excl\.?|minus|noch|except(?:ing)?|excluding|not|but not|without|sauf|hormis|\
pas(?= (?:pour|aux?|les|la|le|l'|des|du|de)\b)|ni|no|afgezien van|met uitzondering van|op uitzondering van|\
buiten)(?:[\s:(\"'-]*\b(?:voor|bij|aan|naar|in|op|over|rond|de|het|die|dat|den|van|uit|for|the|at|in|on|pour|la|\
le|les|l'|celle|de la|des|du|dus|zozeer|per se|direct|tafels?|werktafels?|bevoorrading|table|tables|werktafel|\
wt|aux?|eens|ook|deze|diene|that|about|one|ones|sur)\b)*[\s:(\"'-]*(?:l')?)$
\b(?:niet|geen|not|no)\b(?! (?:meer|langer|longer|ontbreken|missen|wachten|aarzelen|vergeten|alleen|enkel|only|\
te laat))(?: (?!maar\b|ik\b|wij\b|we\b|graag\b|wel\b)\w+){1,4} (?:in|voor|aan|bij|naar|op|for|in|at)\s+(?:de |\
het |die |deze |the )?(?:(?:werk)?(?:tafels?|thema's?|tables?) )?(?:over |rond |van (?:de |het )?)?[\"'(]*$
\bniet\s*:\s*$
\b(?:do|does|will|would|shall) not (?:\w+ ){1,4}(?:the )?$
(?:^|[.;,\n(])\s*(?:nee|neen|niet|no|non|geen(?: (?:deelname|interesse))?(?: aan| in| voor)?)\s*:\s*$
\b(?:niks|niets|weinig|geen uitstaans|geen zaken) (?:te maken |te zoeken )?(?:met|bij|in|aan)\s+(?:de |het )?(?:(?:werk)?\
tafels? )?$
""")
)
_NO_AROUND = re.compile(
    r"\bop (?:(?:de|het|die|dat) )?(?:(?:werk)?tafels? )?(?:over |rond |van (?:de |het )?)?(?:bevoorrading uit )?[\"'(]*\0"
    r"[\"')]*(?: ?-?tafel)? na\b"
    r"|\b(?:slaan|sla|slaat) (?:\w+ ){0,2}(?:(?:de|het|die|dat) )?(?:(?:werk)?tafels? )?(?:over |rond |van (?:de |het )?)?"
    r"(?:bevoorrading uit )?[\"'(]*\0[\"')]*(?: ?-?tafel)? (?:\w+ )?over\b"
)
"""'Op de wateraudit na': the table stands for the \\0."""
_NO_AFTER = re.compile(
    r"^[\s\"')\]]*(?:-?tafels?|tables?)?[\s\"')\]]*"
    + any_of(r"""
\((?:neen|nee|niet|no|non|nok)\)
(?:,|:|=|-)?\s*(?:uitgezonderd|uitgenomen|niet inbegrepen|niet meegerekend|excluded|excepte)\b
,?\s*(?:komt|komen|volgt|volgen) (?:\w+ )?(?:later|volgend jaar|een volgende keer|een andere keer)\b
(?:,|:|=|-)?\s*(?:dus |dan |wel |eigenlijk |liever |beter |helaas |(?:daar ?voor |daar )|voorlopig |alvast |\
momenteel |zeker |deze keer |dit keer |hoeft (?:voor (?:mij|ons) )?(?:dus )?|interesseert (?:mij|me|ons) |\
is (?:voor (?:mij|ons) )?(?:dus )?|zegt (?:mij|me|ons) |hoef(?: ik|t)? |wil(?:len)? (?:ik|we|wij) |(?:ga|kan|\
zal|neem|doe|volg|hoef) (?:ik|ek) |(?:gaan|kunnen|nemen|doen|volgen|hoeven) (?:we|wij) |en zo |enzo |ook |al )*(?:niet|neen|nee|geen|evenmin|\
no|non|nope|nok|not|pas)\b(?! (?:(?:met|voor|aan|bij|naar|op|in|aux?|pour|for|the|at) )?(?:de |die |het |the |les |al )*\
(?:andere|overige|rest|autres?|others?))(?! (?:namens|in naam|vanuit|als|omdat|alleen|enkel|te missen|meer|langer|ontbreken|missen|achterblijven|weg te slaan))
\s*(?:ken|kennen|kent|weet|weten|begrijp|snap|vaardig(?:en)?|stuur|sturen|heb|hebben|heeft|duid|duiden|zend|zenden|voorzien|leveren|is|wordt|komt|hadden|had|\
have|has) (?:wij |we |ik |er |men |i )?(?:(?!wel\b|graag\b)\w+ ){0,4}(?:niemand|geen|niets|niks|weinig|nobody|nothing)\b
\s*(?:laat|laten) (?:mij|me|ons) koud
\s*(?:zegt|zeggen|boeit|boeien) (?:mij|me|ons) (?:niets|niet|weinig|minder)
,?\s*(?:mag|mogen|kan|kunt|kunnen) (?:u|je|jullie|we|wij|ik)\b.{0,20}\b(?:overslaan|weglaten|skippen|\
zonder (?:mij|ons))
,?\s*(?:pas|passen|bedank|bedanken|past) (?:we|wij|ik|zij|ze|hij)\b(?! (?:\w+ )?(?:goed|bij|aan|in))
,?\s*(?:slaan|sla) (?:we|wij|ik)\b.{0,30}\bover\b
,?\s*(?:en (?:de rest|de andere\w*|al het andere) )?(?:laat|laten|lieten|liet) (?:ik|we|\
wij)\b(?:(?!\bniet\b).){0,40}\b(?:voorbij ?gaan|liggen|vallen|passeren|schieten|varen|over aan|aan (?:anderen|een ander|collega|\
de|het|onze))
\s*(?:is|zijn) (?:voor (?:mij|ons) )?(?:niet|geen|minder|niets|te technisch|te ver)\b(?! (?:alleen|enkel))
\s*(?:is|zijn) (?:iets |eerder |veeleer |meer )?voor (?:anderen|later|de (?:gemeenten|andere\w*|collega's|provincie\w*)|\
een (?:ander|andere)\b)
\s*valt (?:af|weg)\b | \s*(?:past|passen|interesseert|interesseren|spreekt|spreken|ligt|liggen) (?:mij|me|ons) (?:niet|minder)
\s*hoeft? (?:voor (?:mij|ons) )?niet | \s*(?:not |does not |doesn't )(?:interest|needed)
""")
)
_LEAVING_OUT = re.compile(
    r"\b"
    + any_of(r"""
niet | geen interesse | sla(?:an)? .{0,20}over
laten? .{0,40}(?:voorbij ?gaan|aan ons voorbij|vallen|schieten|liggen|varen|passeren)
zie(?:n)? .{0,10}af van | hoeft niet | hoeven niet | passen .{0,12}voor | skip(?:pen)? | pass on
""")
    + r"\b"
)
_KEEP = re.compile(
    r"\b"
    + any_of(r"""
blij(?:ft|ven|f)\b(?! (?:ik|we|wij) (?:graag )?op de hoogte)
laten? (?:we|wij|ik|u|jullie)? ?(?:wel |maar |gerust )?(?:zo |gewoon )?staan
behoud(?:en|t)? | houd(?:en)? (?:ik|we|wij) | hou ik | ongewijzigd | onveranderd | stays? | remains? | keep
garde | gardons | reste | staan laten | (?:mag|mogen) (?:wel )?blijven | doe ik (?:wel )?(?:zelf )?verder
doe ik voort
""")
    + r"\b"
)
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
_NUMBER = {
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
\been of meer(?:dere)? (?:van|tafels)\b | \been van de (?:vijf|5)\b | \beentje\b | \bmaakt (?:mij|me|ons)? ?(?:eigenlijk )?niet uit welke\b
\bwelke (?:tafel|werktafel)s? (?:er )?(?:nog )?(?:vrij|plaats|het best)
""")
)
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
_SAME = re.compile(
    any_of(r"""
\b(?:de)?zelfde (?:werk)?(?:tafels?|keuzes?|werktafels?)(?: \w+){0,2}? (?:als|dan|lak)\b
\b(?:de)?zelfde als\b | \bidem (?:als|dito|aan)\b
\bzoals (?:mijn|onze) (?:collega|baas|voorganger)\b(?=.{0,40}\b(?:tafel|ook))
\bsame (?:working )?tables? as\b | \bthe same as\b | \b(?:les )?memes? tables? que\b
""")
)
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
(?<!dat is )(?<!is dat )(?<!dit is )(?<!was )\b(?:alles|everything|tout)\b(?=[\s,]*(?:\(?(?:behalve|uitgezonderd|uitgenomen|op |m\.?u\.?v|except|but|sauf|\
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
_UNKNOWN = re.compile(
    r"\b(?:werktafel|tafel|working table|table de travail|wt)\b\s*[\"'(:-]*\s*(?:"
    + any_of(r"""
over
rond
rondom
inzake
omtrent
betreffende
on
about
concerning
sur
""")
    + r"\s+(?:(?:de|het|the|la|le|les)\s+)?[\"'(]*|(?:bevoorrading uit|supply from)\s+)?"
    r"(?P<noun>[a-z][a-z'-]{3,30})"
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
_WORD = re.compile(r"[a-z]{7,24}")
_ABBREVIATION_CONTEXT = re.compile(r"\b(?:wt|tafels?|werktafels?|table)\b")


@lru_cache(maxsize=16)
def vocabulary(programme: Programme) -> "Vocabulary":
    """The words for the tables of a programme, compiled once."""
    return Vocabulary(programme)


@dataclass(slots=True)
class _Found:
    """The places found so far; none overlaps another."""

    taken: list[bool]
    mentions: list[Mention] = field(default_factory=list)

    def add(
        self, start: int, end: int, table_id: str, *, near: bool = False, weak: bool = False, misspelt: bool = False
    ) -> None:
        """Notes a place, unless a part of it is taken."""
        if not any(self.taken[start:end]):
            self.taken[start:end] = [True] * (end - start)
            self.mentions.append(Mention(start, end, (table_id,), near, weak, misspelt=misspelt))


class Vocabulary:
    """What the tables of a programme are called."""

    def __init__(self, programme: Programme) -> None:
        self.ids = programme.table_ids
        self._order = {table_id: number for number, table_id in enumerate(self.ids)}
        self.phrases: dict[str, str] = {}
        self.whole_names: set[str] = set()
        cores = _cores(programme.tables)
        for table in programme.tables:
            for phrase in (table.id, table.name, cores[table.id], *table.words):
                folded = " ".join(fold(phrase).replace("-", " ").split())
                if folded:
                    self.phrases.setdefault(folded, table.id)
            if fold(table.name) != cores[table.id]:
                self.whole_names.add(" ".join(fold(table.name).split()))
        self._strong_suffixes = _shared_suffixes([cores[i] for i in self.ids])
        self._own = {fold(i) for i in self.ids} | set(cores.values()) | self.whole_names
        self._abbreviations = {p for p in self.phrases if len(p) <= 3 and p not in self._own}
        self._groups = _groups(programme.tables)
        self._pattern = self._compile()
        self._stems, self._stem_pattern = self._compile_stems()
        self._heads = self._compile_heads()
        self._singles = {
            phrase: table_id
            for phrase, table_id in self.phrases.items()
            if " " not in phrase and len(phrase) >= 8 and (phrase in self._own or not self._is_weak(phrase))
        }
        for table_id in self.ids:
            if len(table_id) >= 6:
                self._singles.setdefault(fold(table_id) + "tafel", table_id)

    def _is_weak(self, phrase: str) -> bool:
        """Whether a word may stand in any mail about water without meaning a table."""
        if phrase in self._own:
            return False
        return not any(
            (phrase.endswith(suffix) and len(phrase) > len(suffix) + 2) for suffix in self._strong_suffixes
        ) and not (
            " " in phrase
            and any(mark in phrase for mark in ("water", "eau"))
            and not re.search(r"\b(?:van|uit)\b", phrase)
        )

    def _compile(self) -> re.Pattern[str]:
        alternatives = []
        for phrase in sorted(self.phrases, key=lambda p: (-len(p), p)):
            if phrase in self._abbreviations:
                continue
            parts = [re.escape(part) for part in phrase.split(" ")]
            alternatives.append(r"[\s-]{1,3}".join(parts))
            for suffix in self._strong_suffixes:
                if " " not in phrase and phrase.endswith(suffix) and len(phrase) > len(suffix) + 2:
                    alternatives.append(re.escape(phrase[: -len(suffix)]) + r"[\s-]{1,2}" + re.escape(suffix))
        if not alternatives:
            return re.compile(r"(?!)")
        return re.compile(
            rf"(?<![a-z0-9@.])(?P<word>{'|'.join(alternatives)})(?P<tail>-?(?:werk)?tafels?|s)?(?![a-z0-9])(?!@|\.(?:be|com|eu|org)\b)"
        )

    def _compile_stems(self) -> tuple[dict[str, str], re.Pattern[str] | None]:
        """Stems that share their last part in an enumeration: "grond-, hemel- en afvalwater"."""
        stems: dict[str, str] = {}
        suffixes = [s for s in self._strong_suffixes if not s.startswith(" ")]
        for phrase, table_id in self.phrases.items():
            for suffix in suffixes:
                if phrase.endswith(suffix) and len(phrase) > len(suffix) + 2:
                    stem = phrase[: -len(suffix)].strip()
                    if re.fullmatch(r"[a-z]{3,14}", stem):
                        stems.setdefault(stem, table_id)
        if not stems or not suffixes:
            return {}, None
        stem = "|".join(sorted(map(re.escape, stems), key=lambda s: (-len(s), s)))
        suffix = "|".join(map(re.escape, suffixes))
        return stems, re.compile(
            rf"(?<![a-z0-9])(?:(?:{stem})\s?-?\s?(?:,\s?(?:en|of|and|or|et)?|/|\+|&|\ben/of\b|\ben\b|\bof\b|\band\b"
            r"|\bor\b|\balsook\b|\bals\b|\bniet\b|;)\s?(?:ook |de |het |voor )?\s?){1,5}"
            rf"(?:{stem})(?:\s|-)?(?:{suffix})(?:-?(?:werk)?tafels?)?(?![a-z0-9])"
        )

    def _compile_heads(self) -> re.Pattern[str] | None:
        """Phrases that share their first word in an enumeration: "eaux souterraines et de surface"."""
        tails: dict[str, str] = {}
        for phrase, table_id in self.phrases.items():
            if phrase.startswith("eaux "):
                tails[phrase[5:]] = table_id
                if phrase[5:].startswith("de "):
                    tails[phrase[8:]] = table_id
        self._tails = tails
        if not tails:
            return None
        tail = "|".join(sorted(map(re.escape, tails), key=lambda s: (-len(s), s)))
        return re.compile(rf"\beaux (?:{tail})(?:\s*(?:,|et|ou|&|/|\+)\s*(?:aux? |les |des )?(?:{tail})\b)+")

    def mentions(self, folded: str, original: str) -> list[Mention]:
        """Every place where the text names a table, in order, without overlaps."""
        found = _Found([False] * (len(folded) + 1))
        if self._stem_pattern is not None:
            for match in self._stem_pattern.finditer(folded):
                for part in re.finditer(r"[a-z]+", match.group()):
                    stem = part.group()
                    table_id = self._stems.get(stem) or self._of_word(stem)
                    if table_id:
                        found.add(match.start() + part.start(), match.start() + part.end(), table_id)
        if self._heads is not None:
            for match in self._heads.finditer(folded):
                for tail in sorted(self._tails, key=len, reverse=True):
                    for part in re.finditer(rf"\b{re.escape(tail)}\b", match.group()):
                        found.add(match.start() + part.start(), match.start() + part.end(), self._tails[tail])
        for match in self._pattern.finditer(folded):
            if self._part_of_other(folded, match):
                continue
            phrase = " ".join(match["word"].replace("-", " ").split())
            table_id = self.phrases.get(phrase) or self.phrases.get(phrase.replace(" ", ""))
            if table_id is None:
                continue
            near = (match["tail"] or "").endswith(("tafel", "tafels")) or phrase in self.whole_names
            weak = self._is_weak(phrase) or (match["tail"] == "s" and phrase in self._own)
            found.add(match.start(), match.end(), table_id, near=near, weak=weak)
        self._add_abbreviations(folded, original, found)
        self._add_misspelt(folded, found)
        return self._with_neighbourhood(folded, sorted(found.mentions, key=lambda mention: mention.start))

    def _of_word(self, word: str) -> str | None:
        for suffix in self._strong_suffixes:
            if word.endswith(suffix) and word[: -len(suffix)] in self._stems:
                return self._stems[word[: -len(suffix)]]
        return None

    def _part_of_other(self, folded: str, match: re.Match[str]) -> bool:
        """Whether the word is only the first half of another one: "hemelwater- en droogteplannen"."""
        rest = folded[match.end() : match.end() + 40]
        if not rest.startswith("-"):
            return False
        if re.match(r"-\s?(?:en|of|,|/|&|and|or)\s?-?\s?[a-z]+", rest):
            follower = re.match(r"-\s?(?:en|of|,|/|&|and|or)\s?-?\s?([a-z]+)", rest)
            return follower is not None and not re.search(r"water|audit|tafel", follower.group(1))
        return re.match(r"-[a-z]", rest) is not None

    def _add_abbreviations(self, folded: str, original: str, found: _Found) -> None:
        """GW, OW and the like: in capitals, or beside a word for table."""
        for abbreviation in self._abbreviations:
            for match in re.finditer(rf"(?<![a-z0-9]){re.escape(abbreviation)}(?![a-z0-9])", folded):
                capitals = original[match.start() : match.end()].isupper()
                context = _ABBREVIATION_CONTEXT.search(folded[max(0, match.start() - 30) : match.start()])
                if capitals or context:
                    near, weak = bool(context), not context
                    found.add(match.start(), match.end(), self.phrases[abbreviation], near=near, weak=weak)

    def _add_misspelt(self, folded: str, found: _Found) -> None:
        checked = 0
        for match in _WORD.finditer(folded):
            word = match.group()
            if found.taken[match.start()] or word in self._singles or checked > 2000:
                continue
            checked += 1
            table_id = self._misspelt(word)
            if table_id is not None:
                near = word.endswith(("tafel", "tafels"))
                found.add(match.start(), match.end(), table_id, near=near, misspelt=True)

    @lru_cache(maxsize=4096)  # noqa: B019 (a vocabulary lives as long as its programme)
    def _misspelt(self, word: str) -> str | None:
        """The one table whose name is meant by a word with a typing error."""
        found: dict[str, int] = {}
        for single, table_id in self._singles.items():
            if abs(len(single) - len(word)) > 2 or single[0] != word[0]:
                continue
            # A plural or a longer compound is another word, not a typing error.
            if word.startswith(single) or (single.startswith(word) and len(single) - len(word) > 1):
                continue
            allowed = 1 if min(len(single), len(word)) < 9 else 2
            distance = OSA.distance(single, word, score_cutoff=allowed)
            if distance <= allowed and (distance < 2 or single[:2] == word[:2] or single[-3:] == word[-3:]):
                found[table_id] = min(distance, found.get(table_id, 9))
        return next(iter(found)) if len(found) == 1 else None

    def _with_neighbourhood(self, folded: str, found: list[Mention]) -> list[Mention]:
        """Marks the mentions beside a word for table, and those that stand in one enumeration with them."""
        near: list[bool] = []
        for number, mention in enumerate(found):
            beside = mention.near or bool(
                _NEAR_BEFORE.search(folded[max(0, mention.start - 70) : mention.start])
                or _NEAR_AFTER.match(folded[mention.end : mention.end + 14])
            )
            if not beside and number and near[number - 1]:
                between = folded[found[number - 1].end : mention.start]
                beside = len(between) < 40 and TOGETHER.match(between) is not None
            near.append(beside)
        for number in range(len(found) - 2, -1, -1):
            between = folded[found[number].end : found[number + 1].start]
            if near[number + 1] and not near[number] and len(between) < 40 and TOGETHER.match(between):
                near[number] = True
        return [
            Mention(m.start, m.end, m.ids, n, m.weak, m.polarity, m.every, m.misspelt)
            for m, n in zip(found, near, strict=True)
        ]

    def group_in(self, folded: str) -> Mention | None:
        """Where the text names the tables by the word that some of their names begin with: 'de vier bevoorradingstafels'."""
        for stem, ids in self._groups.items():
            for match in re.finditer(
                rf"\b(?P<count>vier|drie|twee|[2-4]|four|three|two|alle|elke|al de|all)\b(?: \w+){{0,3}}? (?:(?:water)?{stem}s?-?tafels?\b"
                rf"|(?:werk)?(?:tafels?|tables?)\b[^.;]{{0,30}}?\b{stem}\b(?! (?:uit|van)\b)(?P<name>[^.;]{{0,20}}\b(?:naam|titel|begint|beginnen)\b)?)",
                folded,
            ):
                named = match["name"] or re.search(r"\b(?:naam|titel|begint|beginnen|heten)\b", match.group())
                if _NUMBER.get(match["count"]) == len(ids) or named:
                    return Mention(match.start(), match.end(), ids, True, every=True)
        return None

    def in_order(self, ids: frozenset[str] | set[str]) -> tuple[str, ...]:
        """The ids in the programme's order."""
        return tuple(sorted((i for i in ids if i in self._order), key=self._order.__getitem__))


def _groups(tables: Sequence[Table]) -> dict[str, tuple[str, ...]]:
    """The first words that several names share, but not all, with their tables."""
    first = {table.id: fold(table.name).split()[0] for table in tables}
    groups = {word: tuple(i for i, w in first.items() if w == word) for word in first.values()}
    return {word: ids for word, ids in groups.items() if 1 < len(ids) < len(tables)}


def _cores(tables: Sequence[Table]) -> dict[str, str]:
    """The part of each name that the other names do not begin with: "grondwater" of "Bevoorrading uit grondwater"."""
    words = {table.id: fold(table.name).split() for table in tables}
    cores = {}
    for table in tables:
        own = words[table.id]
        shared = 0
        for other in tables:
            if other.id == table.id:
                continue
            length = 0
            while length < min(len(own), len(words[other.id])) - 1 and own[length] == words[other.id][length]:
                length += 1
            shared = max(shared, length)
        cores[table.id] = " ".join(own[shared:])
    return cores


def _shared_suffixes(cores: Sequence[str]) -> tuple[str, ...]:
    """What several names end in ("water"), longest first."""
    found: dict[str, int] = {}
    singles = [core for core in cores if " " not in core]
    for one in singles:
        for other in singles:
            if one >= other:
                continue
            length = 0
            while length < min(len(one), len(other)) - 2 and one[-1 - length] == other[-1 - length]:
                length += 1
            if length >= 4:
                found[one[-length:]] = found.get(one[-length:], 0) + 1
    # "rwater" is shared by chance: what more names share is the word.
    best = [s for s in found if not any(s != o and s.endswith(o) for o in found)]
    return tuple(sorted(best, key=lambda s: (-len(s), s)))


_CLAUSE = re.compile(r"[,;:()]|\s-\s|\b(?:maar|want|omdat|aangezien|terwijl|but|because|mais|car)\b")


def read_tables(folded: str, original: str, words: Vocabulary) -> TablesRead:
    """The tables that a text names, each with whether it says yes or no to it, and what is vague."""
    mentions = words.mentions(folded, original)
    mentions = [_with_polarity(folded, mentions, number) for number in range(len(mentions))]
    mentions = _boxed(original, mentions)
    every = _every(folded, mentions, words)
    if every is not None and _RESTRICTED.match(folded[every.end :]):
        return TablesRead(tuple(mentions), Vagueness.SOME)
    if every is not None:
        beside = [m for m in mentions if m.polarity is not Polarity.YES or m.end <= every.start]
        mentions = [every, *(m for m in beside if not set(m.ids) <= set(every.ids))]
        mentions.sort(key=lambda mention: mention.start)
        return TablesRead(tuple(mentions))
    return TablesRead(tuple(mentions), _vagueness(folded, mentions, words))


_BOX = re.compile(
    any_of(r"""
\[\s{0,2}(?P<tick>[xXvV✓✔]?)\s{0,2}\] | \(\s?(?P<round>[xXvV]?)\s?\) | (?P<sign>[☐☑☒✓✔✗✘□■])
""")
    + r"\s{0,3}(?:[Bb]evoorrading uit )?$"
)


_BOX_BEHIND = re.compile(
    r"[\s:;=-]{0,25}"
    + any_of(r"""
\[\s{0,2}(?P<tick>[xXvV✓✔]?)\s{0,2}\] | \(\s?(?P<round>[xXvV]?)\s?\) | (?P<sign>[☐☑☒✓✔✗✘□■])
""")
)


def _boxed(original: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Where tables have boxes before them, only those with a ticked box are wished for."""
    boxes = [_BOX.search(original[max(0, m.start - 30) : m.start]) for m in mentions]
    if not any(boxes):
        boxes = [_BOX_BEHIND.match(original[m.end : m.end + 30]) for m in mentions]
    if not any(boxes):
        return list(mentions)
    out = []
    for mention, box in zip(mentions, boxes, strict=True):
        ticked = box is not None and bool(box["tick"] or box["round"] or (box["sign"] and box["sign"] in "☑☒✓✔■"))
        out.append(replace(mention, polarity=mention.polarity if ticked else Polarity.NO))
    return out


_BRACKETS = re.compile(r"\([^()]{0,60}\)")
_LISTED = re.compile(r"-?[\s\"']*(?:,|en|of|noch|/|&|,? en)?\s*(?:(?:de|het|die|the|la|les|l)\b)?[\s\"']*")


def _with_polarity(folded: str, mentions: Sequence[Mention], number: int) -> Mention:
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
    of_next = number + 1 < len(mentions) and _NO_BEFORE.search(folded[mention.end : mentions[number + 1].start])
    around = f"{folded[max(0, mentions[head].start - 60) : mentions[head].start]}\0{folded[mentions[last].end :][:30]}"
    if _NO_BEFORE.search(before) or (_NO_AFTER.match(after) and not of_next) or _NO_AROUND.search(around):
        polarity = Polarity.NO
    return Mention(
        mention.start, mention.end, mention.ids, mention.near, mention.weak, polarity, mention.every, mention.misspelt
    )


_RESTRICTED = re.compile(
    r"^\s*"
    + any_of(r"""
met (?!plezier|veel|graag|ons|uitzondering) | waar(?:van|in|bij)?\b(?! .{0,60}\b(?:sta|staat|staan|vermeld|ingeschreven|genoteerd)\b) | die (?!jullie|u |vmm|er) | with\b
where\b | that\b | avec\b
""")
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


def _every(folded: str, mentions: Sequence[Mention], words: Vocabulary) -> Mention | None:
    """All tables, less those that an exception names."""
    grouped = words.group_in(folded)
    if grouped is not None and not any(m.polarity is Polarity.YES for m in mentions):
        return grouped
    match = _EVERY.search(folded)
    while match is not None and (
        _NO_BEFORE.search(folded[max(0, match.start() - 40) : match.start()])
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


_OUT_OF = re.compile(r"\b(?<!elk )(?<!elke )(?<!alle )(?:van|uit|of|des) (?:de|the)?\s?$|^(?:van|uit) ")
"""'Van de vijf tafels spreekt er mij een aan' names none of them."""
_ALL_ARE = re.compile(
    r"\s(?:zijn|lijken|klinken|lijken mij|are|sont) (?:\w+ ){0,2}(?:boeiend|interessant|nuttig|belangrijk|relevant|waardevol"
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
        if not before or not _ALL_OTHERS.search(match.group()) or _NO_AFTER.match(folded[match.end() :]):
            return None
        taken = {i for m in before for i in m.ids}
    rest = frozenset(words.ids) - taken
    return Mention(match.start(), match.end(), words.in_order(rest), True, every=True)


_NOR = re.compile(r"\s*(?:,|of|noch|en|or|nor|ni)\s*(?:(?:een|1|one|any) (?:van|of) |aan |voor |in |bij |op )*")


def _only_tables(between: str) -> bool:
    return len(between) < 90 and not re.search(r"[.;]|\b(?:maar|want|omdat|ik|wij|we)\b", between)


def _vagueness(folded: str, mentions: Sequence[Mention], words: Vocabulary) -> Vagueness | None:
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
    if count and named and len(named) != _NUMBER[count.group(1) or count.group(2)]:
        return Vagueness.COUNT
    return None


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
