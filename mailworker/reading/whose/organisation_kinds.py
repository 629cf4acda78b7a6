"""Words of which names of organisations are made: their kinds, their legal forms, and what is never inside one."""

import re

from mailworker.reading.phrases.patterns import any_of, words_of
from mailworker.reading.who.names import NOT_NAMES

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
KIND = re.compile(rf"(?<![a-z-])(?:{_KINDS}|{_COMPOUND_KINDS})(?![a-z])")
ENDING_KIND = re.compile(
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
INNER = words_of(
    """
    van de den der het ten ter voor en of d' du des la le les et aan op und & 't t sur of the and for &
    """
)
_LEGAL = any_of(r"""
n\.?v\.? | b\.?v\.? | b\.?v\.?b\.?a\.? | c\.?v\.?b\.?a\.? | c\.?v\.? | v\.?z\.?w\.? | ivzw | a\.?s\.?b\.?l\.?
aisbl | s\.?p\.?r\.?l\.? | s\.?r\.?l\.? | s\.?a\.? | comm\.?\s?v | vof | gcv | gmbh | ltd\.? | inc\.? | plc
""")
LEGAL_AFTER = re.compile(rf"^[\s,(]{{1,3}}{_LEGAL}\)?(?![a-z0-9])")
LEGAL_ANYWHERE = re.compile(rf"(?<=[\s,(]){_LEGAL}(?=[\s,.;:)]|$)")
NEVER_INSIDE = words_of(
    """
    i je nous pour chez avec vers dans werktafel werktafels tafel tafels bevoorrading met graag beste geachte gelieve mvg groeten groet inschrijving
    deelname ik wij we grondwater afvalwater oppervlaktewater hemelwater wateraudit hierbij voor namens mevrouw heer
    mr dr ir prof
    """
)
AFTER_A_NAME = NOT_NAMES - frozenset(
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
COMPOUND = re.compile(
    r"\b[A-ZÀ-Þ][\w-]{2,30}"
    + any_of(r"""
polder | watering | veiling | cooperatie | coöperatie | bond | gilde | kwekerij | brouwerij | bedrijf | hoeve
federatie | syndicaat | raad | waterschap
""")
    + r"\b(?: [A-ZÀ-Þ][\w'’-]{2,30}){0,3}"
)
NAME_PARTS = frozenset(
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
DEPARTMENT = re.compile(r"dienst$|afdeling$|directie$|team$|cel$|secretariaat$|kabinet$|loket$|college$|bestuur$")
