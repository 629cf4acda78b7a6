"""What the words around an organisation say: that somebody speaks for it, is of it, or only mentions it.

It looks at one sentence; what the signature and the mail domain say is weighed elsewhere."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.whose.affiliation import Affiliation, Cue

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
(?:van|voor|bij|met) (?:onder meer|onder andere|o\.a\.) | die (?:we|wij|ik) (?:\w+ ){0,3}(?:voor|bij|met|aan) | (?:wij|we) werken (?:\w+ ){0,4}(?:voor|met) | werken (?:wij|we) (?:\w+ ){0,4}(?:voor|met) | onder meer (?:voor|bij|met|van) | o\.a\. (?:voor|bij|met|van)
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
    r"^[\"')]*,?\s*(?:zelf |zelve |itself |as such |nv |vzw |bv )?(?:neemt|doet|zal|gaat|komt|schrijft|hoeft|moet|wenst"
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


_HAS_ITS_OWN_VERB = re.compile(r"\s+(?:is|was|heeft|had|zal|doet|neemt|volgt|komt|wil|schrijft)\b")
_IN_ONE_BREATH = re.compile(r"\s*(?:,|en|and|et|&|/)\s*(?:(?:ook )?(?:bij|van|voor) )?(?:de |het |the )?")
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


def in_context(folded: str, found: Sequence[Affiliation]) -> list[Affiliation]:
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
