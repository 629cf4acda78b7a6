"""Organisations in a mail: known ones in all their spellings, unknown ones by their kind or their legal form.

What a place says about an organisation differs: "namens X" and "X schrijft in" make the sender speak for it, "na
overleg met X" only mentions it. Which one counts for a request is decided elsewhere, from these cues.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from mailworker.domain.organisation import Directory, Organisation, identity, without_legal_form
from mailworker.reading.folding import fold
from mailworker.reading.names import NOT_NAMES
from mailworker.reading.person_names import is_first_name
from mailworker.reading.phrases import any_of, words_of
from mailworker.reading.slots import slot_spans


class Cue(IntEnum):
    """How much the place says that somebody speaks for the organisation."""

    DENIED = -1
    """It is named to say that it is not the one: "Sweco zelf neemt niet deel"."""
    PASSING = 0
    """Others are spoken of: "na overleg met X", "vroeger bij X"."""
    NAMED = 1
    """It stands there, without more."""
    BELONGS = 2
    """Somebody is of it: "Jan Peeters (X)", "ik werk bij X", "van X"."""
    SPEAKS = 3
    """Somebody speaks for it: "namens X", "X schrijft in", "Organisatie: X"."""


@dataclass(frozen=True, slots=True)
class Affiliation:
    """An organisation in a text, at [start, end). `name` is the configured one, or as written without legal form."""

    name: str
    start: int
    end: int
    known: bool
    cue: Cue = Cue.NAMED
    sure: float = 1.0


_WORD = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ÿĀ-ſ]+(?:['’.](?=[0-9A-Za-zÀ-ÿ]))?")
_GAP = re.compile(r"[ \n\t]{0,3}(?:[-–—.,&+/'’]{1,2}[ \n\t]{0,2}|[ \n\t])?[ \n\t]{0,2}")
_COMMON_WORDS = frozenset(
    ("de", "het", "water", "vlaamse", "stad", "en", "in", "natuur", "haven", "centrum", "capture")
)

_KINDS = any_of(r"""
polder | watering | stad | stadsbestuur | gemeente | gemeentebestuur | lokaal bestuur | provincie | ocmw | agb
universiteit | hogeschool | universite | university | agentschap | departement | dept\.? | vereniging
verbond | bond | federatie | koepel | intercommunale | maatschappij | drinkwatermaatschappij | studiebureau
ingenieursbureau | adviesbureau | studie- en adviesbureau | bureau | advocatenkantoor | landbouwbedrijf
tuinbouwbedrijf | bedrijf | firma | aannemer | aannemersbedrijf | bouwbedrijf | grondwerken | boomkwekerij
kwekerij | brouwerij | cooperatie | cooperatieve | [a-z]{3,16}cooperatie | hoeve | boerderij | melkveebedrijf
groenteveiling | [a-z]{2,14}veiling | veiling | proefstation | proefcentrum | praktijkcentrum | instituut
institute | instituut voor | onderzoekscentrum | kenniscentrum | kenniscluster | centrum | stichting | raad
adviesraad | waterschap | hoogheemraadschap | rijkswaterstaat | zeehaven | haven | havenbedrijf
textielveredeling | ververij | slachterij | zuivel | natuurvereniging | vzw | nv | bv | bvba | cvba
kabinet | hulpverleningszone | brandweerzone | politiezone | regionaal landschap | bosgroep | bekkenbestuur | bekkensecretariaat | waterbedrijf | rioolbeheerder
watermaatschappij | golfclub | college | school | ziekenhuis | az | uz | industriezone | groep | groupe
group | wijkcomite | actiecomite | jeugdraad | milieuraad | gecoro | erfgoed | kasteel | domein | camping
zorgbedrijf | woonmaatschappij | autonoom gemeentebedrijf | streekvereniging | vlaamse | koninklijke
confederatie | syndicaat | boerensyndicaat | unie | sectorfederatie | werkgeversorganisatie | milieuvereniging
vissersvereniging | hengelsportvereniging | landelijke gilde | bedrijfsgilde | gilde | societe | association
ville de | commune de | province de | institut | centre | bureau d'etudes | agence | port of | port
municipality of | city of | water company | company
""")
_NO_NAME = r"(?!vak|werk|onderzoeks|stuur|thema|project|kern|doel|studie|klankbord|netwerk)"
_COMPOUND_KINDS = (
    _NO_NAME
    + r"[a-z]{2,16}"
    + any_of(r"""
centrum | bedrijf | bureau | groep | vereniging | instituut | federatie | bond | raad | maatschappij | school
veiling | cooperatie | club | gilde | kring | [a-z]{2,12}erij | huis | fabriek | platform | beheer | werken | verbond
syndicaat | combinatie | kantoor | atelier | handel | telers | tuin
""")
)
_KIND = re.compile(rf"(?<![a-z-])(?:{_KINDS}|{_COMPOUND_KINDS})(?![a-z])")
_ENDING_KIND = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’&-]{1,24} (?:(?:en|&|voor|van|de|der) )?){1,5}"
    + any_of(r"""
Polder | Watering | [Cc]entrum | [Ii]nstituut | [Bb]ond | [Ff]ederatie | Groep | Group | Consult | Consulting | Consultants
Engineering | Advies | Solutions | Services | Systems | Agency | Institute | Association | Foundation
University | Company | Technologies | Technics | Partners | Landschap | Kring | Verbond | Gilde | Syndicaat
Unie | Maatschappij | Vereniging | [Rr]aad | Academie | Projects | Energy | Environment | Technieken
Industries | International | Belgium | Europe | Holding | Milieu | Research | Labs? | Netwerk | Network
Platform | Waterbouw | Projecten | Environnement | Ingenierie | Conseil | Recherche
""")
    + r"\b(?: (?:voor|van|der|des) (?:(?:de|het|den) )?[A-ZÀ-Þ][\w\'’-]+(?: en [A-ZÀ-Þ][\w\'’-]+)?)?"
)
_INNER = words_of(
    """
    van de den der het ten ter voor en of d' du des la le les et aan op und & 't t sur of the and for &
    """
)
_LEGAL = any_of(r"""
n\.?v\.? | b\.?v\.? | b\.?v\.?b\.?a\.? | c\.?v\.?b\.?a\.? | c\.?v\.? | v\.?z\.?w\.? | ivzw | a\.?s\.?b\.?l\.?
aisbl | s\.?p\.?r\.?l\.? | s\.?r\.?l\.? | s\.?a\.? | comm\.?\s?v | vof | gcv | gmbh | ltd\.? | inc\.? | plc
""")
_LEGAL_AFTER = re.compile(rf"^[\s,(]{{1,3}}{_LEGAL}\)?(?![a-z0-9])")
_LEGAL_ANYWHERE = re.compile(rf"(?<=[\s,(]){_LEGAL}(?=[\s,.;:)]|$)")
_NEVER_INSIDE = words_of(
    """
    i je werktafel werktafels tafel tafels bevoorrading met graag beste geachte gelieve mvg groeten groet inschrijving
    deelname ik wij we grondwater afvalwater oppervlaktewater hemelwater wateraudit hierbij voor namens mevrouw heer
    mr dr ir prof
    """
)

_SPEAKS_BEFORE = re.compile(
    any_of(r"""
\b(?:namens|vanuit|vanwege|in (?:eigen )?naam van|op naam van|uit naam van|in opdracht van|vanwege|\
voor rekening van|vertegenwoordig(?:t|en|ing van|er van|ster van)?|vertegenwoordiging (?:van|voor)|\
afvaardiging (?:van|voor)|afgevaardigde (?:van|voor)|afgevaardigden (?:van|voor)|on behalf of|representing|\
represents?|representative of|au nom de|pour le compte de|organisatie ?:?|bedrijf ?:|organisation ?:|\
het gaat om|het betreft|dat is (?:voor|namens)|is (?:voor|namens)|deelname(?: van)?|inschrijving(?:en)?(?: van|\
[ ]voor| vanuit| namens)?|aanmelding(?: van| voor)?|kandidaat (?:van|voor)|lid van de delegatie van|\
delegatie van|deelnemers? (?:van|voor|vanuit|namens)|wegens|op last van|in dienst van|mandaat van|\
(?<!nog )(?<!destijds )(?<!vroeger )als (?!collega|klant|gast|buur|leverancier|partner|lezer|\
inwoner)[a-z-]{3,25} (?:van|voor|bij))
(?:^|[.,;:!?(-]\s*|\b(?:wil|zou|zal|ik|mij|me|mezelf|ikzelf|en|daar|deel|aan|in|ook|plaats|registratie|\
registration|was|nog steeds|ons|tafel) )(?:voor|for|pour|bij)
\bvoor
""")
    + r"\s+(?:"
    + any_of(r"""
de | het | ons | onze | mijn | the | our | la | le | l' | the firm | firma | bedrijf | de firma | het bedrijf
de vzw | vzw | intercommunale | werkgever | organisatie | klant | client | opdrachtgever | leden? | our client
notre client | eigen | zaak | vereniging | kwekerij | bureau | kleine | onszelf:? | mezelf:? | mijzelf:?
""")
    + r",?\s+){0,4}[\"'(]?$"
)
_BELONGS_BEFORE = re.compile(
    any_of(r"""
\b(?:van|bij|at|from|of|with|de|chez|aan|werk(?:zaam)? (?:bij|voor|aan|op)|actief bij|in dienst bij|\
tewerkgesteld bij|medewerk(?:er|ster) (?:van|bij)|collega's? (?:van|bij)|lid van|secretaris-ontvanger|dijkgraaf|\
ontvanger-griffier|griffier|voorzitter|werknemer van|zit(?: ik)?(?: nu)? bij|kom(?: ik)? van|\
werk(?:t)?(?: ik)? (?:sinds|vanaf|nu|intussen|ondertussen|momenteel) [\w ]{0,25}?(?:bij|voor)|researcher at|\
work(?:ing)? (?:at|for))
[(,|–-] | ^
""")
    + r"\s*(?:(?:de|het|ons|onze|the|la|le|l'|firma|de firma)\s+)?[\"']?$"
)
_PASSING_BEFORE = re.compile(
    r"\b"
    + any_of(r"""
overleg(?:gen|d)?(?: gehad)? met | afspra(?:ak|ken) met | samen(?:werking|werken|gewerkt|werkt|werkend)? met
samen met | afstemming met | afgestemd met | contact met | in tegenstelling tot | net zoals | zoals | net als
naast | vroeger(?: bij)? | tijd(?: nog)? bij | destijds (?:bij|voor) | voormalig(?:e)?(?: werkgever)? | ex-
gewezen | oud- | vorige werkgever | vertrok(?:ken)? bij | weg bij | niet langer (?:bij|voor)
niet meer (?:bij|voor) | via | dankzij | volgens | klant(?:en)? (?:van|zoals|is|bij)
(?:wij|we) werken (?:\w+ ){0,4}(?:voor|met) | werken (?:wij|we) (?:\w+ ){0,4}(?:voor|met) | onder meer (?:voor|bij|met|van) | o\.a\. (?:voor|bij|met|van)
partner(?:s)? (?:van|of) | gecertificeerd door | erkend door | gesteund door | member of | dochter(?:bedrijf)? van
(?:een )?bedrijf van(?: de)? | onderdeel van | deel van | part of | aangesloten bij | lidmaatschap van
(?:overgestapt|verhuisd|overgekomen|gewisseld|overstap) van
(?<!in )opdracht(?:gever)? (?:van|is)? | project (?:met|van|voor|bij) | buren van | onderzoek (?:met|voor)
(?:krant|magazine|tijdschrift|blad|site|webstek|ledenblad|facebookpagina) van
nieuwsbrief van | website van | oproep van | mail van | bericht van | brief van | uitnodiging van
collega's van | mensen van | water van | leiding van | together with | consult(?:ed|ing|ation) with
formerly (?:at|with) | worked (?:at|for) | previously at | ondersteunen | ondersteunt | begeleid(?:en|t)?
adviseren | tussen | aangesloten bij | lid van | leden van | gehoord van | gehoord bij
vernomen (?:van|bij|via) | gekregen van | ontvangen van | doorgestuurd door | werkgroep van | webinar van
studiedag van | onze leden | leverancier | partner(?:s)?(?: als| zoals)? | concurrent | subsidie van
vergunning van | met
""")
    + r"\s+(?:"
    + any_of(r"""
de | het | ons | onze | the | o\.a\. | onder meer | bijvoorbeeld | bv\.? | collega's (?:van|bij)
mensen (?:van|bij) | firma
""")
    + r"\s+){0,2}[\"']?$"
)
_DENIED_BEFORE = re.compile(
    r"\b"
    + any_of(r"""
niet (?:onder|voor|namens|vanuit|als|bij|op naam van|in naam van|van)
not (?:for|on behalf of|under) | dus niet | pas (?:pour|au nom de) | geen
""")
    + r"\s+(?:(?:de|het|the)\s+)?[\"']?$"
)
_DENIED_AFTER = re.compile(
    r"^[\"')]*,?\s*(?:zelf |zelve |itself |as such |nv |vzw |bv )?(?:neemt|doet|zal|gaat|komt|schrijft|wenst"
    r"|wil|does|will)\b(?! (?:niet|geen|not) (?:ik|ikzelf|wij)\b).{0,30}?\b(?:niet|geen|not)\b"
    r"(?! (?:\w+ )?(?:missen|ontbreken|alleen|enkel|langer alleen|andere|vervang\w*|opvolg\w*|nieuwe|extra|tweede|another|only|miss)\b)"
)
_SPEAKS_AFTER = re.compile(
    any_of(r"""
^[\"')]*(?:\s*\([^)]{0,60}\))?,?\s*(?:(?:nv|vzw|bv|cvba|bvba)\s+)?(?:zelf\s+|zou\s+|zal\s+|gaat\s+|mag\s+|\
kan\s+|wenst\s+|wil\s+|hier\s+|graag\s+|ook\s+|onze\s+){0,3}(?:neemt|nemen|schrijft|tekent|wenst|wil|zou|zal|\
meldt|vaardigt|duidt|draagt|stuurt|kiest|vraagt|stelt|wordt|geeft|sluit|schuift|doet|is (?:graag )?(?:kandidaat|\
van de partij|erbij|geinteresseerd|vragende partij)|past|treedt|zit|stapt|vertegenwoordigd|heeft (?:in zitting|\
beslist|interesse)|besliste?|would|wants|wishes|will|nominates|souhaite|participe|participera|desire|delegue|\
designe|voudrais|hoort|engageert|noemt|trekt|verkiest|opteert|kandideert|registreert|zendt|delegeert|levert|\
vervangt|zetelt|volgt)\b
^[\"')]*\s*(?:heeft|hebben) (?:mij|me|ons) (?:\w+ ){0,2}(?:gevraagd|aangeduid|afgevaardigd|verzocht|gestuurd|\
voorgedragen|aangesteld)\b
^[\"')]*\s*(?:vroeg|vraagt|verzocht|verzoekt|asked|a demande a) (?:\w+ )?(?:ons|mij|me|us|\
nous)\b.{0,30}\b(?:haar|hen|hem|het|ze|in|aan|them|it)\b.{0,20}\b(?:schrijven|melden|geven|register)\b
""")
)
_OF_SOMEBODY = re.compile(r"\b(?:van|bij|of|from|at|voor|namens)\s+(?:de\s+|het\s+|the\s+)?$|\(\s*$")
_ROLE_AFTER = re.compile(r"^[\"')]*,\s*(?:daar|waar)\s+(?:ben|werk|zit)\s+ik")
_AFTER_A_NAME = NOT_NAMES - frozenset(
    (
        "belgie",
        "belgium",
        "vlaanderen",
        "brussel",
        "antwerpen",
        "gent",
        "leuven",
        "brugge",
        "hasselt",
        "mechelen",
        "kortrijk",
        "limburg",
        "kempen",
        "nederland",
    )
)
_SIGNS_AS = re.compile(
    r"\b"
    + any_of(r"""
ik ben | ik werk | mijn naam is | ik zetel | tis | i am | i work | je suis | je travaille | ik zit | hier
ondergetekende
""")
    + r"\b[^.;!?]{0,60}$"
)
_FORMERLY = re.compile(
    r"\b"
    + any_of(r"""
na (?:\w+ ){1,3}(?:jaar|jaren|maanden) (?:bij|voor|in dienst) | vroeger | destijds | tot voor kort | ex- | voormalige? | tot (?:vorige?|eind|begin) \w+ | mijn tijd
werkte (?:ik|we|wij) | (?:ik|we|wij) werkten? | \w+ geleden
nog als [a-z-]+(?: van| bij)? | formerly | previously | niet meer | niet langer | ancien | jadis
""")
    + r"\b(?:(?!\b(?:nu|intussen|ondertussen|thans|momenteel|vandaag|sindsdien)\b)[^.;,]){0,30}$"
)
_OUR_OWN = re.compile(r"\b(?:met|bij|vanuit) (?:ons|onze|mijn|eigen) (?:[a-z]*(?:bedrijf|erij|bureau|zaak|firma) )?$")
_GONE_TO = re.compile(
    r"\b(?:overgestapt|verhuisd|overgekomen|overstap\w*|gegaan|gewisseld)\b[^.;,]{0,50} naar\s+(?:de |het )?$"
)


WITH = re.compile(r"\s*(?:\([^)]*\))?\s*(?:met|door|via|:|=|->|stuurt|zendt)\s+(?:\w+ ){0,3}$")
"""Between an organisation and the person whom it sends."""


def leads_a_person(folded: str, organisations: Sequence[Affiliation], start: int) -> bool:
    """Whether an organisation stands before a name as who sends it: then "met" makes no bystander."""
    return any(a.end <= start and WITH.fullmatch(folded[a.end : start]) is not None for a in organisations)


def find_organisations(text: str, directory: Directory, label: str = "") -> list[Affiliation]:
    """The organisations that a text names, in order, each with what its place says.

    `label` is the sender's own mail domain without its ending: a word that equals it names the sender's organisation.
    """
    folded = fold(text)
    found = _known(text, directory)
    for start, end in [*_spans(text, folded, label), *slot_spans(text)]:
        _add(found, text, folded, start, end, directory)
    for start, end in _capital_runs(text)[:40]:
        organisation = directory.find(text[start:end]) if not _within(found, start, end) else None
        if organisation is not None:
            found.append(Affiliation(organisation.name, start, end, True, sure=0.7))
    found.sort(key=lambda affiliation: affiliation.start)
    return _explained(folded, _in_context(folded, found))


def _add(found: list[Affiliation], text: str, folded: str, start: int, end: int, directory: Directory) -> None:
    """Add what stands in a span, less the known name that it runs into: "stad Aalst en Farys"."""
    starts = [one.start for one in found if start < one.start < end]
    end = min((start + cut.start() for at in starts if (cut := _JOINS.search(text[start:at]))), default=end)
    if _within(found, start, end) or _is_place_of(folded, start, found):
        return
    start = _without_own_kind(text, folded, start, end)
    written = text[start:end]
    organisation = directory.find(written) if len(written) > 5 else None
    name = organisation.name if organisation else _shown(written)
    if name and identity(name):
        found.append(Affiliation(name, start, end, organisation is not None, sure=0.8))


def _within(found: Sequence[Affiliation], start: int, end: int) -> bool:
    return any(start < one.end and one.start < end for one in found)


_JOINS = re.compile(r"(?:,| en| and| et| &)\s*(?:de |het )?$")


def _is_place_of(folded: str, start: int, found: Sequence[Affiliation]) -> bool:
    """Whether it is where the organisation before it is: "Wasserij Teugels uit Herentals"."""
    return any(folded[one.end : start] in (" uit ", " te ", " in ") for one in found)


_OWN_KIND = re.compile(
    r"[a-z][a-z-]*(?:bedrijf|bedrijfje|erij|bureau|zaak|firma|winkel) (?=[A-ZÀ-Þ]\S* (?:\S+ )?[A-ZÀ-Þ])"
)


def _without_own_kind(text: str, folded: str, start: int, end: int) -> int:
    """Where the name begins behind "ons groentebedrijf Hof ter Linden": who owns it tells its kind first."""
    if not re.search(r"\b(?:ons|onze|mijn|een|our)\s+$", folded[:start]):
        return start
    kind = _OWN_KIND.match(text, start, end)
    return kind.end() if kind is not None else start


def _explained(folded: str, found: Sequence[Affiliation]) -> list[Affiliation]:
    """Without a name that the known one in brackets behind it explains: "het havenbedrijf (Port of Antwerp-Bruges)"."""
    return [
        one
        for number, one in enumerate(found)
        if one.known
        or number + 1 == len(found)
        or not found[number + 1].known
        or not re.fullmatch(r"\s*\(", folded[one.end : found[number + 1].start])
    ]


_HAS_ITS_OWN_VERB = re.compile(r"\s+(?:is|was|heeft|had|zal|doet|neemt|volgt|komt|wil|schrijft)\b")
_IN_ONE_BREATH = re.compile(r"\s*(?:,|en|and|et|&|/)\s*(?:(?:ook )?(?:bij|van|voor) )?(?:de |het |the )?")
_CAPITAL_RUN = re.compile(
    r"(?:\b(?:De|Het) )?\b[A-ZÀ-Þ][\w'’&+-]{5,30}(?: (?:van |voor |en |de )?[A-ZÀ-Þ][\w'’&+-]{2,30}){0,4}"
)


def _capital_runs(text: str) -> list[tuple[int, int]]:
    """Runs of capital words: a known name with a typing error may stand there."""
    spans: list[tuple[int, int]] = []
    for match in _CAPITAL_RUN.finditer(text):
        spans.append(match.span())
        first = re.match(r"(?:(?:De|Het) )?\S+", match.group())
        if first is not None and first.end() < len(match.group()):
            spans.append((match.start(), match.start() + first.end()))
    return spans


_COMPOUND = re.compile(
    r"\b[A-ZÀ-Þ][\w-]{2,30}"
    + any_of(r"""
polder | watering | veiling | cooperatie | coöperatie | bond | gilde | kwekerij | brouwerij | bedrijf | hoeve
federatie | syndicaat | raad | waterschap
""")
    + r"\b(?: [A-ZÀ-Þ][\w'’-]{2,30}){0,3}"
)


_BEHIND_A_PERSON = re.compile(r"[A-ZÀ-Þ][\w'’-]+ (?:[A-ZÀ-Þ][\w'’-]+ )?van (?=[A-ZÀ-Þ])")


def _compound_spans(text: str, folded: str) -> list[tuple[int, int]]:
    """Names that are one word with their kind, or end with it: 'Zuidijzerpolder', 'Vlaams Agrarisch Centrum'."""
    spans = []
    for match in _ENDING_KIND.finditer(text):
        start = match.start()
        words = match.group().split()
        while len(words) > 1 and (fold(words[0]) in _NEVER_INSIDE or (fold(words[0]) in NOT_NAMES - _NAME_PARTS)):
            start += len(words[0]) + 1
            words.pop(0)
        if behind := _BEHIND_A_PERSON.match(text[start : match.end()]):
            # "Ann Peeters van Aqua Consult": the name begins behind the person.
            start += behind.end()
            words = text[start : match.end()].split()
        if len(words) > 1 and not is_first_name(words[0]):
            spans.append((start, match.end()))
    return spans + [
        m.span()
        for m in _COMPOUND.finditer(text)
        if not is_first_name(m.group().split()[0])
        and (m.start() > 0 or " " in text[: m.end() + 1].strip() or len(text) < 60)
    ]


def _labelled_spans(text: str, label: str) -> list[tuple[int, int]]:
    """Capital words that the sender's mail domain repeats: 'IGEMOL' in a mail from igemol.be."""
    if len(label) < 3:
        return []
    words = [(m.start(), m.end()) for m in re.finditer(r"[^\W_][\w'’&+-]*", text)]
    spans = []
    for first in range(len(words)):
        if not text[words[first][0]].isupper():
            word = text[words[first][0] : words[first][1]]
            if len(label) > 3 and fold(word) == label and label not in NOT_NAMES:
                spans.append(words[first])
            continue
        joined = ""
        for last in range(first, min(first + 5, len(words))):
            joined += identity_of_word(text[words[last][0] : words[last][1]])
            if joined == label or (len(label) >= 6 and joined.startswith(label) and last == first):
                spans.append((words[first][0], _whole_name(text, words, last)))
                break
            if not label.startswith(joined):
                break
    return spans


def _whole_name(text: str, words: Sequence[tuple[int, int]], last: int) -> int:
    """Where the name ends that begins with the domain's word: "Metalux Genk" in a mail from metalux.be."""
    end = words[last][1]
    for start, stop in words[last + 1 : last + 4]:
        word = text[start:stop]
        if text[end:start] != " " or not word[0].isupper() or is_first_name(word) or fold(word) in _AFTER_A_NAME:
            break
        end = stop
    return end


_CUED = re.compile(
    r"\b"
    + any_of(r"""
namens | vanuit | in naam van | op naam van | uit naam van | ik vertegenwoordig | vertegenwoordigt
vertegenwoordig er | werk(?:zaam)? (?:bij|voor) | actief bij | in dienst (?:bij|van) | zit bij | kom van
organisatie is | bedrijf heet
(?:bureau|bedrijf|organisatie|vereniging|firma) (?:heet|is|genaamd)
(?:ons|onze|mijn) [a-z]*(?:bedrijf|houderij|erij|hoeve|zaak|bureau|kring|club|groep|boerderij) (?:heet|noemt)
on behalf of | i represent | representing | i work (?:for|at) | au nom de | je represente
je travaille (?:chez|pour) | afgevaardigde van | vertegenwoordiger van | vertegenwoordiging van
zaakvoerder van | zaakvoerster van | directeur van | bestuurder van | medewerker van | medewerker bij
bestuurslid van | voorzitter van | secretaris van
""")
    + r"\s+(?:"
    + any_of(r"""
de | het | ons | onze | mijn | the | la | le | firma | bedrijf | bureau | studiebureau | vereniging
organisatie | werkgever
""")
    + r"\s+){0,3}[\"'(]?"
)


def _cued_spans(text: str, folded: str) -> list[tuple[int, int]]:
    """Names after words that only an organisation follows: 'namens Waterwijs'."""
    spans: list[tuple[int, int]] = []
    for match in _CUED.finditer(folded):
        run = _RUN.match(text, match.end())
        if run is None:
            continue
        words = run.group().split()
        start = _with_article(text, run.start())
        while words and fold(words[-1]) in _INNER:
            words.pop()
        if not words or fold(words[0]).strip(".") in NOT_NAMES - _NAME_PARTS:
            continue
        if is_first_name(words[0]) and len(words) >= 2 and fold(words[1]) not in ("en", "&"):
            continue
        spans.append((start, run.start() + len(" ".join(words))))
    return spans


def _with_article(text: str, start: int) -> int:
    """Where a name begins whose article has a capital: "namens De Groene Tak"."""
    match = re.search(r"\b(?:De|Het|The|La|Le) $", text[max(0, start - 4) : start])
    return start - len(match.group()) if match is not None else start


_NAME_PARTS = frozenset(
    (
        "vlaams",
        "belgische",
        "belgisch",
        "koninklijk",
        "koninklijke",
        "regionaal",
        "nationaal",
        "provinciaal",
        "europees",
        "europese",
        "landelijke",
        "milieu",
        "natuur",
        "energie",
        "lokaal",
        "stad",
        "gemeente",
        "provincie",
        "polder",
        "watering",
        "vlaamse",
        "blue",
        "water",
        "aqua",
        "natuur",
    )
)
_RUN = re.compile(
    r"[A-ZÀ-Þ0-9][\w'’&+-]{1,30}(?: (?:(?:van|de|den|der|het|ten|ter|&|voor) ){0,2}[A-ZÀ-Þ0-9][\w'’&+-]{0,30}){0,4}"
)


_FOR_THEMSELVES_AFTER = re.compile(
    r"\s*(?:zal|zullen|gaat|gaan|schrijft|schrijven|meldt|melden|neemt|nemen) (?:zich |zelf )?(?:\w+ )?"
    r"(?:apart|zelf|afzonderlijk|via een andere)\b"
)
"""Others that will write themselves: "INBO zal zich apart inschrijven"."""
_TOLD_OF_AFTER = re.compile(
    r"\s*"
    + any_of(r"""
was | waren | kwam(?:en)? | vond(?:en)? | zei(?:den)? | liet(?:en)? | gaf | gaven | deed | deden
stelde(?:n)? | werkte(?:n)? | bleek | had (?:al|reeds|ons|mij) | pompt(?:e)? | levert | leverde | bouwt
bouwde
""")
    + r"\b"
)
"""What is told of an organisation: "Pidpa was al eens op bezoek"."""


def _in_context(folded: str, found: Sequence[Affiliation]) -> list[Affiliation]:
    """The organisations with their cues; what is named in one breath shares the cue of the first."""
    cued: list[Affiliation] = []
    for affiliation in found:
        one = _with_cue(folded, affiliation)
        joins = cued and _IN_ONE_BREATH.fullmatch(folded[cued[-1].end : one.start]) is not None
        shares = joins and not _HAS_ITS_OWN_VERB.match(folded, one.end)
        if shares and (one.cue is Cue.NAMED or cued[-1].cue is Cue.PASSING):
            one = replace(one, cue=cued[-1].cue)
        cued.append(one)
    return cued


def _with_cue(folded: str, affiliation: Affiliation) -> Affiliation:
    before = folded[max(0, affiliation.start - 60) : affiliation.start]
    after = folded[affiliation.end : affiliation.end + 70]
    cue = Cue.NAMED
    of_somebody = _OF_SOMEBODY.search(before) is not None
    if _DENIED_BEFORE.search(before) or (_DENIED_AFTER.match(after) and not of_somebody):
        cue = Cue.DENIED
    elif _GONE_TO.search(before) or _OUR_OWN.search(before):
        cue = Cue.BELONGS
    elif _FORMERLY.search(before) or _FOR_THEMSELVES_AFTER.match(after) or _PASSING_BEFORE.search(before):
        cue = Cue.PASSING
    elif _SPEAKS_BEFORE.search(before) or _SPEAKS_AFTER.match(after) or _ROLE_AFTER.match(after):
        cue = Cue.SPEAKS
    elif _SIGNS_AS.search(before) and not (before.endswith("en ") and _HAS_ITS_OWN_VERB.match(after)):
        cue = Cue.BELONGS
    elif _BELONGS_BEFORE.search(before):
        cue = Cue.PASSING if _TOLD_OF_AFTER.match(after) and not any(c.isalpha() for c in before) else Cue.BELONGS
    return replace(affiliation, cue=cue)


def _known(text: str, directory: Directory) -> list[Affiliation]:
    """The known organisations, longest names first at each place."""
    words = [
        (match.group().rstrip(".'’"), match.start(), match.start() + len(match.group().rstrip(".'’")))
        for match in _WORD.finditer(text)
    ]
    keys = [identity_of_word(word) for word, _, _ in words]
    found: list[Affiliation] = []
    number = 0
    while number < len(words):
        match = _longest_at(text, words, keys, number, directory)
        if match is None:
            number += 1
            continue
        organisation, last = match
        start, end = words[number][1], words[last][2]
        found.append(Affiliation(organisation.name, start, end, True))
        number = last + 1
    return found


def identity_of_word(word: str) -> str:
    """The letters and digits of a word, as they stand in an identity."""
    return "".join(re.findall(r"[0-9a-z]+", fold(word.replace("ß", "ss").replace("æ", "ae").replace("œ", "oe"))))


def _longest_at(
    text: str, words: Sequence[tuple[str, int, int]], keys: Sequence[str], first: int, directory: Directory
) -> tuple[Organisation, int] | None:
    joined = ""
    best: tuple[Organisation, int] | None = None
    for last in range(first, min(first + directory.most_words + 1, len(words))):
        if last > first:
            gap = text[words[last - 1][2] : words[last][1]]
            if len(gap) > 8 or not _GAP.fullmatch(gap):
                break
            if "&" in gap or "+" in gap:
                joined += "en"
        joined += keys[last]
        key = joined
        for article in ("de", "het", "the"):
            if last > first and key.startswith(article) and keys[first] == article:
                key = key[len(article) :]
                break
        organisation = directory.exactly(key)
        if organisation is not None and _spelt_like_a_name(text, words, first, last, key):
            best = organisation, last
    return best


def _spelt_like_a_name(text: str, words: Sequence[tuple[str, int, int]], first: int, last: int, key: str) -> bool:
    """Short names are names only in capitals; the longer ones in any letters."""
    written = text[words[first][1] : words[last][2]]
    if key in _COMMON_WORDS and not (written[:1].isupper() and written != written.capitalize()):
        return False
    # A domain or an address is not a word of the text.
    before, after = text[max(0, words[first][1] - 1) : words[first][1]], text[words[last][2] : words[last][2] + 2]
    if before in {"@", "."} or before == "/" or after[:1] == "@" or re.match(r"\.[a-z]", after):
        return False
    if len(key) <= 4:
        return (
            any(c.isupper() for c in written)
            or re.search(
                r"\b(?:voor|namens|vanuit|bij|van|organisatie:)\s+(?:de |het )?$", fold(text[: words[first][1]])[-20:]
            )
            is not None
        )
    return len(key) > 6 or any(c.isupper() for c in written) or first == last


def _spans(text: str, folded: str, label: str) -> list[tuple[int, int]]:
    """Where a text names an organisation by its kind, its form, a cue or the sender's mail domain."""
    return [
        *_unknown_spans(text, folded, label),
        *_compound_spans(text, folded),
        *_cued_spans(text, folded),
        *_labelled_spans(text, label),
    ]


def _unknown_spans(text: str, folded: str, label: str) -> list[tuple[int, int]]:
    """Where the text names an organisation of a known kind or with a legal form: 'Polder van Vliet en Zegge'."""
    spans: list[tuple[int, int]] = []
    for match in _KIND.finditer(folded):
        if (spans and match.start() < spans[-1][1]) or is_first_name(match.group()):
            continue
        end = _name_end(text, folded, match.end())
        if end is None and len(label) > 3 and folded.startswith(f" {label}", match.end()):
            # "gemeente zottebeke", in a mail from zottebeke.be
            end = match.end() + 1 + len(label)
        if end is None:
            continue
        start = _adjectives(text, match.start())
        capital = text[start].isupper()
        with_form = _LEGAL_AFTER.match(folded[end:]) is not None and match.group().endswith("erij")
        if not capital and (with_form or match.group() in ("vzw", "nv", "bv", "bvba", "cvba", "firma", "bedrijf")):
            start += len(text[match.end() : end]) - len(text[match.end() : end].lstrip()) + len(match.group())
        spans.append((start, end))
    for match in _LEGAL_ANYWHERE.finditer(folded):
        first = _name_start(text, folded, match.start())
        if first is not None and not any(a < match.end() and first < b for a, b in spans):
            spans.append((first, match.start()))
    return [(s, _trim(text, s, e)) for s, e in spans if e > s]


_ADJECTIVE = re.compile(r"([A-ZÀ-Þ][\w'-]{3,24}) $")


def _adjectives(text: str, start: int) -> int:
    """Where the capital words before a kind begin: 'Technisch Instituut', 'Regionaal Landschap'."""
    for _ in range(3):
        match = _ADJECTIVE.search(text[max(0, start - 26) : start])
        if match is None or not text[start].isupper() or not _is_adjective(fold(match.group(1))):
            break
        start -= len(match.group())
    return start


_DEPARTMENT = re.compile(r"dienst$|afdeling$|directie$|team$|cel$|secretariaat$|kabinet$|loket$|college$|bestuur$")


def _is_adjective(word: str) -> bool:
    """Whether a word before a kind may be part of the name: "Milieudienst Gemeente X" is a part of Gemeente X."""
    return word not in (NOT_NAMES | _NEVER_INSIDE) - _NAME_PARTS and not _DEPARTMENT.search(word)


def _trim(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip(" ,.(;:-\n"))


_NEXT_WORD = re.compile(r"([ \n]{1,2}|[-–&+]|\s&\s|\s\+\s)(['’]?[^\W\d_][\w'’.&+-]*|\d{1,4}(?=\s[A-Z])|&)")


def _name_end(text: str, folded: str, begin: int) -> int | None:
    """Where a name that starts with its kind ends: after its last capital word."""
    at = begin
    end: int | None = None
    for _ in range(9):
        match = _NEXT_WORD.match(text, at)
        if match is None:
            break
        word = match.group(2)
        plain = fold(word).rstrip(".")
        if plain in ("en", "and", "et", "&") and _person_follows(text, match.end()):
            break
        if plain in _NEVER_INSIDE and not (plain == "voor" and (end is None or _whom_for(text, match.end()))):
            break
        if word[:1].isupper() or (word[:1].isdigit()) or (word[:1] in "'’" and word[1:2].isupper()):
            at = match.end()
            end = at - (1 if word.endswith(".") else 0)
            if word.endswith("."):
                break
        elif plain in _INNER:
            at = match.end()
        else:
            break
    return end


def _whom_for(text: str, at: int) -> bool:
    """Whether "voor" goes on with the name: "Vereniging voor Hengelaars", not "Stad Gent voor Grondwater"."""
    match = re.match(r"\s(?:de |het )?([A-ZÀ-Þ][\w'’-]+)", text[at : at + 40])
    return match is not None and fold(match.group(1)) not in _NEVER_INSIDE and not is_first_name(match.group(1))


def _person_follows(text: str, at: int) -> bool:
    """Whether a first name stands there: "Bosgroep Zuid en Lies Put" are two."""
    match = re.match(r"\s+([A-ZÀ-Þ][\w'’-]+)", text[at : at + 40])
    return match is not None and is_first_name(match.group(1))


def _name_start(text: str, folded: str, end: int) -> int | None:
    """Where a name before a legal form starts: at the first of the capital words before it."""
    words = [(m.group(), m.start()) for m in re.finditer(r"['’]?[^\W_][\w'’&+.-]*|&|\+", text[max(0, end - 80) : end])]
    offset = max(0, end - 80)
    start: int | None = None
    for word, at in reversed(words):
        plain = fold(word)
        between = text[offset + at + len(word) : start if start is not None else end]
        if re.search(r"[,.;:()\n|/]", between.replace("(", "", 1) if start is None else between):
            break
        if plain in _NEVER_INSIDE:
            break
        if word[:1].isupper() or word in "&+" or word[:1].isdigit():
            start = offset + at
        elif plain not in _INNER:
            break
    return start


_LEGAL_INSIDE = re.compile(r"(?<=\w),? \(?(?:NV|BV|BVBA|CVBA|CV|VZW|nv|bv|bvba|cvba|vzw)\)?(?= (?:te|uit|in|van)\b)")


def _shown(written: str) -> str:
    """A name as its bearer would write it: with a capital, without the article before its kind."""
    text = re.sub(r"\s+", " ", written).strip(" ,.;:-\"'")
    if cut := _LEGAL_INSIDE.search(text):
        text = text[: cut.start()]
    text = without_legal_form(text)
    return text[:1].upper() + text[1:]


def domain_label(domain: str, directory: Directory) -> str:
    """The sender's own part of a mail domain, "" where the domain is shared: 'hazelbeke' of hazelbeke.be."""
    labels = domain.lower().split(".")
    if any(".".join(labels[number:]) in directory.shared_domains for number in range(len(labels))):
        return ""
    if directory.of_domain(domain) is not None:
        return ""
    own = labels[-2] if len(labels) > 1 else labels[0]
    return re.sub(r"[^a-z0-9]", "", fold(own))


def signature_organisation(lines: Sequence[str], directory: Directory, domain: str) -> Affiliation | None:
    """The organisation of a signature: a known one, one of a known kind, or the line that the mail domain repeats."""
    candidates = [
        a for line in lines for a in find_organisations(line, directory) if a.cue not in (Cue.DENIED, Cue.PASSING)
    ]
    label = domain_label(domain, directory)
    if label and (own := next((a for a in candidates if not a.known and label in identity(a.name)), None)):
        return own
    known = [a for a in candidates if a.known]
    of_domain = directory.of_domain(domain)
    if of_domain is not None and (own := next((a for a in known if a.name == of_domain.name), None)):
        return own
    return (known or candidates or [_line_of_domain(lines, label)])[0]


_NO_PIECE = re.compile(r"@|www\.|https?:|\.(?:be|com|eu|org|nl)\b")


def _line_of_domain(lines: Sequence[str], label: str) -> Affiliation | None:
    """The piece of a line that the sender's own part of the mail domain repeats."""
    if len(label) < 3:
        return None
    for line in lines:
        for piece in re.split(r"\s*[|•·,/(]\s*|\s[-–]\s|\t", line):
            name = _shown(piece)
            if (
                name[:1].isupper()
                and not _NO_PIECE.search(piece)
                and _repeats(identity(name), label)
                and not is_first_name(name)
            ):
                return Affiliation(name, 0, len(piece), False, Cue.BELONGS, 0.8)
    return None


def _repeats(key: str, label: str) -> bool:
    """Whether a name and the sender's own part of the domain are one, or begin alike."""
    if key == label:
        return len(key) <= 50
    return min(len(key), len(label)) >= 5 and len(key) <= 50 and (key.startswith(label) or label.startswith(key))
