"""What part a person plays in a sentence: who takes part (or leaves, or comes), who only stands by, or neither.

A name alone makes nobody a participant: something must say so, a verb of taking part behind it, a verb of registering
beside it, a label before it. A preposition before it ("overleg met", "op vraag van") makes a bystander.
"""

import re
from collections.abc import Sequence
from enum import Enum

from mailworker.reading.phrases.patterns import any_of
from mailworker.reading.who.person_names import Person


class Role(Enum):
    """The part that a person plays in a sentence."""

    PARTICIPANT = "participant"
    BYSTANDER = "bystander"
    UNCLEAR = "unclear"


_TITLED = (
    r"(?:\s+"
    + any_of(r"""
de heer | mevrouw | mevr\.? | mw\.? | dhr\.? | mijn | onze | ons | uw | jullie | collega(?:'s)? | de | het
haar | zijn | directeur | voorzitter | schepen | burgemeester | expert | ingenieur | our | my | colleagues?
mr\.? | mrs\.? | ms\.? | notre | mon | ma | collegue | dr\.? | ir\.? | ing\.? | prof\.? | nieuwe
[a-z]+ambtenaar | [a-z]*adviseur | [a-z]*medewerk(?:er|ster) | [a-z]*coordinator | [a-z]*leider | [a-z]*oloog
griffier | ontvanger | secretaris | dijkgraaf | [a-z]*meester | consulent | studente? | stagiaire?
doctorandus | professor | heer
""")
    + r",?)*[\s:]*$"
)
_OWN_OF = re.compile(
    r"\b"
    + any_of(r"""
inschrijving(?:en)? | kandidatuur | kandidatuurstelling | deelname | aanmelding | registratie | naam | namen
persoon | plaats | stoel | afvaardiging | aanduiding | opname | vervanging | annulatie | afmelding
uitschrijving | registration | participation | participation de | inscription | candidature
vertegenwoordiging | gegevens
""")
    + r"\s+(?:van|of|de|d'|door|voor|for)"
    + _TITLED
)
_STANDS_BEFORE = re.compile(
    r"\b"
    + any_of(r"""
met | van | via | bij | aan | over | namens(?!\s+ons?\s+$) | dankzij | volgens | zoals | dank | bedankt | cc | kopie
groeten van | behalve | niet | from | with | to | thanks to | by way of | avec | chez | tegen | naast | tussen
in (?:de )?cc | in (?:de )?kopie | opdracht van | verzoek van | vraag van | aanraden van | advies van
""")
    + _TITLED
)
_TOGETHER_WITH = re.compile(
    r"\b"
    + any_of(r"""
samen | ook | graag | along | together | eventueel | wij zijn | we zijn | we komen | wij komen | kom
neem deel
""")
    + r" (?:met|with)"
    + _TITLED
    + r"|\bensemble avec\s+$"
)
_AS_DELEGATE = re.compile(
    r"^[\s,)]*(?:\([^)]*\)\s*)?(?:als|as|comme)\s+(?:onze |haar |our |vaste |notre )*"
    + any_of(r"""
deelne\w+ | vertegenwoordig\w+ | afgevaardigde | contactpersoon | aanspreekpunt | kandidaat | lid | delegate
representative | participant | attendee | delegue\w* | representante?
""")
    + r"\b"
)
_LABEL_BEFORE = re.compile(
    any_of(r"""
(?:^|\n) | [:;=>\t|(\[] | [-–•*]
\b(?:door|namelijk|m\.n\.|te weten|met name|zijnde|nl\.|wordt het|wordt dat|is het|is dat|zal het|\
in de persoon van|deelne\w+|vertegenwoordig\w+|afgevaardigde\w*|contactpersoon|aanspreekpunt|\
reken(?:en)? (?:we |wij |ik |u |jullie )?(?:dan )?op|beroep op|(?:komt|komen|neemt|nemen|volgt|gaat)(?: er| dan| ook|\
[ ]dus)+|kandida\w+|delegate|representative|is|wordt|worden|zijn|ben|voor|als|om|betreft|naar|heet|hier|stuur\w*|\
stuurt|par|pour|est|sera|for|be|by|komt|komen|neemt|nemen|volgt|zal|zullen|gaat|gaan|duidt|draagt|zetelt|\
schuift|namelijk)
""")
    + _TITLED
)
_MIDDLE = (
    r"\)?(?:\s*\([^)]{0,60}\))?(?:\s*,[^,.;]{2,70},)?(?:\s*[-–]\s*[^,.;–-]{2,50}\s*[-–])?(?:,?\s*(?:van|uit|bij"
    r"|from|of|de|du|afdeling|dienst)\s+[^,.;:]{2,50}?)?"
)
_TAKES_PART_AFTER = re.compile(
    "^"
    + _MIDDLE
    + r"[\s,]*(?:die\s+|who\s+|qui\s+|en ik\s+|en ikzelf\s+)?(?:ons\s+|er\s+|daar\s+|graag\s+|ook\s+|zelf\s+"
    r"|dit\s+|dat\s+)*"
    + any_of(r"""
er ?bij | zal | zou | zouden | zullen | wil(?! dat) | willen | wenst | wensen | gaat | gaan | mag | mogen | kan | kunnen
neemt | nemen | volgt | volgen | vertegenwoordigt | vertegenwoordigen | komt | komen | schuift | schuiven
sluit | sluiten | zetelt | zetelen | tekent | stapt | stappen | doet | doen | schrijft | meldt | geeft | wordt
worden | werd | staat (?:in|op|klaar|ingeschreven|genoteerd) | treedt | treden | engageert | hoort | moet
blijft | stelt | trekt | haakt | stopt | verlaat | vertrekt | vervangt | van de partij
is (?:graag |ook |daar |er |hiervoor |daarvoor |voor \w+ )*(?:onze|ons|mijn|de|het|kandidaat|contactpersoon|\
aanspreekpunt|verantwoordelijke?|afgevaardigd\w*|aangeduid|bereid|beschikbaar|present|erbij|er bij|deelnem\w*|\
ingeschreven|degene|diegene|van de partij|niet (?:meer|langer)|verhinderd|afwezig|langdurig|ziek|met|\
van de partij)
zijn (?:graag |ook )*(?:onze|kandidaat|kandidaten|erbij|de|afgevaardigd\w*|aangeduid)
will | would | is our | are our | shall | represents? | attends? | joins? | wants | is going | participe\w*
represente\w* | sera | seront | souhaite\w* | assiste\w* | va\b | me remplace\w* | remplace\w* | can no longer
is leaving
""")
    + r"\b"
)
_BYSTANDS_AFTER = re.compile(
    "^"
    + _MIDDLE
    + r"[\s,]*(?:die\s+|who\s+|qui\s+)?"
    + any_of(r"""
ontvangt | krijgt | leest | vroeg(?:en)? | vraagt | zei | zegt | liet | laat | meldde | meldt mij | stuurde
vertelde | wees | raadde | bezorgde | gaf mij | gaf me | mailde | belde | zag | las | hoorde | vernam
\w{2,}(?:te|de)n? (?:mij|me|ons|om (?:me|mij|ons|zelf)|dat (?:ik|wij|we)) | stelde voor | wou dat | wil dat | zou (?:graag )?(?:hebben|zien|willen) dat | had graag (?:\w+ )?dat | ziet graag | vond | vindt | dacht | denkt | verwees | schreef (?:mij|me)
heeft (?:mij|me|ons|gevraagd|gezegd|beslist|beslissing) | had (?:mij|me|ons|gevraagd) | zat
zit (?:daar|er) al | staat (?:daar |er )?al | is (?:al|reeds) ingeschreven | is van een andere | volgde
woonde | was aanwezig | heeft de | komt niet mee | neemt (?:zelf )?niet deel | gaat (?:zelf )?niet mee
doet (?:zelf )?niet mee | hoeft niet | kan niet mee | asked | told | suggested | mentioned | informed | said
wrote | forwarded | does not | m'a (?:demande|dit|transmis) | nous a
(?:doet|neemt|volgt) (?:wel )?(?:de rest|de andere|het andere)
(?:zal|gaat|moet|kan|wil) (?:zich(?:zelf)?|zelf) (?:\w+ ){0,3}(?:aanmelden|inschrijven|contacteren|melden)
werd(?:en)? (?:ik|wij|we|mij|ons) | beloofd | toegezegd | verteld | gezegd dat | gemeld dat | leest mee | weet (?:er|daar)van | is (?:\w+ ){0,2}(?:op de hoogte|akkoord) | gaf (?:zijn|haar) akkoord
tekende | ondertekent
""")
    + r"\b"
)
_TRANSITIVE = re.compile(
    r"\b"
    + any_of(r"""
in ?schrij\w* | in te schrijven | ingeschreven | schrij(?:f|ft|ven)\b.{0,140}?\b(?:in|op)(?=[\s.,;:!?)]|$)
aan ?meld\w* | aangemeld | opgegeven | doorgegeven | toegevoegd | aan te melden | meld(?:t|en)?\b.{0,120}?\baan | noteer\w* | noteren | genoteerd | regist\w+
af ?vaardig\w* | af te vaardigen | vaardig\w*\b.{0,120}?\baf | dui(?:dt|den|d)\b.{0,120}?\baan | aangeduid
aan ?te ?duiden | aanduiden | dra(?:agt|gen|ag)\b.{0,120}?\bvoor | voordragen | voor te dragen | voorgedragen
op (?:de|uw|jullie) (?:\w+)?lijst (?:te )?(?:zetten|plaatsen) | stuur(?:t)? | sturen | zend(?:t|en) | op ?nemen | op te nemen | opgenomen | toe ?voegen | toe te voegen
voeg\b.{0,80}\btoe | zet(?:ten)?\b.{0,80}?\b(?:op|bij) | opgeven | op te geven
geef(?:t)?\b.{0,120}?\b(?:op|door) | geven\b.{0,120}?\b(?:op|door)
stel(?:t|len)?\b.{0,120}?\b(?:kandidaat|voor) | delege\w+ | kandidaat | kandidaten
deelnemers? (?:is|zijn|wordt) | laten (?:\w+ ){0,3}(?:aansluiten|deelnemen|meedoen|aanschuiven|zetelen|volgen) | mag (?:u|je)\b.{0,70}\b(?:zetten|plaatsen) | afgevaardigd\w* | reserve\w+ | plaats voor | inplannen | schrap\w* | geschrapt
uit ?schrij\w* | uit te schrijven | annul\w+ | af ?meld\w* | verwijder\w* | weghalen | haal\b | vervang\w*
verplaats\w* | wissel\w* | nominat\w+ | nomin\w+ | regist\w+ | add\b | adding | sign(?:ing)? .{0,40}up
put .{0,40}(?:down|on) | enrol\w* | inscri\w+ | ajout\w+ | remplac\w+ | replac\w+ | design\w+ | cancel\w*
withdraw\w* | remove\w* | opvolg\w+ | invullen | in te vullen | vertegenwoordig\w* | zetelt? | deelnemen
deel te nemen | wensen wij
""")
    + r"\b"
)


def roles_of(folded: str, people: Sequence[Person], fragment: bool, replaces: bool, wished: bool) -> list[Role]:
    """The role of each of the people in a sentence, in their order; `wished`: it wishes for a table."""
    transitive = _TRANSITIVE.search(folded) is not None
    roles: list[Role] = []
    for number, person in enumerate(people):
        if number + 1 < len(people) and _sends(folded, person, people[number + 1]):
            roles.append(Role.BYSTANDER)
            continue
        between = folded[people[number - 1].end : person.start] if number else None
        if between is not None and re.fullmatch(
            r"(?:\s*\([^)]{0,60}\))?\s*(?:,|;|/|&|\+|\ben\b|\band\b|\bet\b|,?\s*\b(?:alsook|evenals|en ook|samen met"
            r"|and also)\b)\s*(?:(?:mijn|onze|de|collega|mevrouw|de heer|mevr\.?|dhr\.?|ir\.?|dr\.?|prof\.?|ing\.?)"
            r"\s+)*",
            between,
        ):
            roles.append(roles[-1])
            continue
        roles.append(_role(folded, person, transitive=transitive, fragment=fragment, replaces=replaces, wished=wished))
    return roles


_SENDS = re.compile(
    r"^"
    + _MIDDLE
    + r"\s+(?:vaardigt|stuurt|zendt|duidt|draagt|meldt|schrijft|kiest|delegeert|nominates|sends|delegue)\s+[^.;,]{0,60}$"
)


def _sends(folded: str, person: Person, following: Person) -> bool:
    """Whether a person is the one who sends the next: 'schepen Ledoux vaardigt haar raadgever Nils Vermaut af'."""
    return _SENDS.match(folded[person.end : following.start]) is not None


def _role(folded: str, person: Person, *, transitive: bool, fragment: bool, replaces: bool, wished: bool) -> Role:
    before = folded[max(0, person.start - 70) : person.start]
    after = folded[person.end : person.end + 160]
    together = _TOGETHER_WITH.search(before) is not None and (wished or transitive or _JOINS_IN.search(folded))
    if _OWN_OF.search(before) or together or _AS_DELEGATE.match(after):
        return Role.PARTICIPANT
    if _BYSTANDS_AFTER.match(after) and not TO_REGISTER.search(after):
        return Role.BYSTANDER
    if replaces or _AND_I.match(after) or _I_AND.search(before):
        return Role.PARTICIPANT
    if _STANDS_BEFORE.search(before) and not before.rstrip().endswith(":"):
        return Role.PARTICIPANT if TO_REGISTER.search(after) else Role.BYSTANDER
    if _TAKES_PART_AFTER.match(after) or transitive or wished or TO_REGISTER.search(after):
        return Role.PARTICIPANT
    if _TABLE_AFTER.match(after) or _TABLE_BEFORE.search(before):
        return Role.PARTICIPANT
    if _LABEL_BEFORE.search(before) or fragment:
        return Role.PARTICIPANT
    return Role.UNCLEAR


_JOINS_IN = re.compile(
    r"x{5,}|\b(?:deel ?(?:nem|te nemen|name)\w*|neem\w* .{0,40}deel|komen?|schui\w+|sluit\w*|kandida\w+|participate|join)\b"
)
"""Of a sentence that speaks of taking part, so that "samen met" names another who does."""
_AND_I = re.compile(
    r"^\s*(?:\([^)]*\)\s*)?(?:en|and)\s+(?:ik|ikzelf|mezelf|mijzelf|ondergetekende|i|me|myself)\b(?!\s+(?:heb|hebben|hadden|bespraken|spraken|bekeken|denken|vinden|leiden|werken"
    r"|had|dacht|vind|denk|have))"
)
_I_AND = re.compile(r"\b(?:ik|ikzelf|mezelf|mijzelf|ondergetekende|myself)\s+(?:en|and)\b" + _TITLED)

# Names of tables are blotted out with x's.
_TABLE_AFTER = re.compile(
    r"^(?:\s*\([^)x]{0,60}\))?[\s,(:=>-]*(?:mee )?[\s(]*(?:voor |bij |naar |aan |in |op |for |at |pour |a )?(?:de |het |the "
    r"|la )?(?:werk)?(?:tafels? |table )?(?:over |rond |van (?:het |de )?)?x{5,}"
)
_TABLE_BEFORE = re.compile(
    r"x{5,}[\s:=(>-]*"
    + any_of(r"""
is (?:dat )? | wordt (?:dat )? | , dat (?:doet|volgt|neemt|wordt|is)[ ] | doet[ ] | volgt[ ] | neemt[ ] | dat is[ ] | dat wordt[ ] | komt[ ] | met[ ] | door[ ] | voor[ ]
""")
    + r"?(?:mijn |onze |de )?(?:collega |heer |mevrouw )?$"
)

TO_REGISTER = re.compile(
    any_of(r"""
\b(?:om|dat|to|de)\b(?! (?:me|mij|ons)\b).{0,12}\b(?:hem|haar|zich|ze|him|her|(?:te|in te|aan te|op te))\b.{0,30}\b(?:schrijven|\
inschrijven|melden|aanmelden|geven|noteren|register)\b
\b(?:wil|wenst) (?:graag )?(?:deel|mee|aan)
""")
)
