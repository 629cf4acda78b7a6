"""Words that tell, around a name, that somebody leaves a table or comes to it in the place of another."""

import re

from mailworker.reading.phrases.patterns import any_of

LEAVES_BEFORE = re.compile(
    r"\b"
    + any_of(r"""
i\.?p\.?v\.? | in plaats van | inplaats van | vervangt | vervang | vervangen | ter vervanging van
als vervang(?:er|ing) (?:van|voor) | opvolg(?:er|ster) van | (?:het )?werk van
(?:fakkel|plaats|stoel|zitje|plek|tafel|inschrijving) (?:\w+ ){0,3}(?:over )?van
de plaats van | over(?:neemt|genomen)? van | neem(?:t)? (?:\w+ ){0,6}over van | instead of
replac(?:e|es|ing) | remplacer? | take(?:s)? over from | succeeds? | volg(?:t)? | afscheid van | vertrek van
schrap(?:pen)? | uitschrijven van | in (?:de )?plaats van | a la place de | substitute for | au lieu de
(?:plaats|stoel|zitje|plek|inschrijving|deelname|registratie|(?<!op )(?<!op de )naam) (?:\w+ ){0,2}van | plaats in van
niet
(?:in )?opvolging van | los ik | tot nu toe (?:\w+ ){0,3} | uitgaande? | uittredende? | aftredende? | uit dienst:?
neem de plaats in van | not | sitting in for | sit in for | in for
""")
    + r"\s+(?:(?:de heer|mevrouw|mevr\.?|dhr\.?|mijn|onze|collega|voorganger|voorgangster|mr\.?|ms\.?|my|our"
    r"|colleague|mon|ma|collegue|dr\.?|ir\.?|prof\.?),? ?)*$"
)
LEAVES_AFTER = re.compile(
    r"^[\s,)]*(?:\([^)]{0,40}\))?[\s,]*(?:die |who |qui )?"
    + any_of(r"""
eruit | wordt [A-Z]
gaat\b.{0,40}\b(?:weg|pensioen|verlof|loopbaan\w*|verandert?|verlaten|met)
van (?:dienst|job|functie|werk\w*|afdeling) (?:verandert|veranderde|is veranderd|wisselt)
(?:heeft|kreeg|krijgt|neemt|nam) (?:een )?(?:andere|nieuwe) (?:job|functie|opdracht|uitdaging|werkgever)
niet (?:meer|langer) | gaat (?:\w+ ){0,4}niet (?:meer|langer) | has moved | moved to | is moving
has (?:now )?retired | retired
verlaat | verliet | vertrekt | vertrok | heeft\b.{0,60}\bverlaten | stopt
is (?:niet meer|niet langer|geen|met pensioen|weg|uit dienst|afwezig|langdurig|ziek)
werkt niet (?:meer|langer)
zal (?:\w+ ){0,4}(?:niet (?:meer|langer)|worden vervangen|vervangen worden)
kan (?:\w+ ){0,6}niet | wordt\b.{0,40}\bvervangen | wordt\b.{0,30}\bopgevolgd | will no longer | can no longer
is leaving | leaves | left | has left | will be replaced | is replaced | quitte | ne pourra plus
sera remplacee? | neemt (?:\w+ ){0,4}niet (?:meer|langer) | geeft\b.{0,40}\bdoor | draagt\b.{0,40}\bover
verandert van | moet (?:\w+ ){0,4}afhaken | haakt af | trekt zich terug | heeft ons verlaten | komt niet meer
mag (?:u )?(?:geschrapt|weg|eraf) | valt weg
""")
)
WAS_SEATED = re.compile(
    r"^\s*,?\s*(?:die |who )?(?:tot nu toe|tot (?:op )?heden|tot voor kort|voordien|until now|vroeger|voorheen"
    r"|oorspronkelijk)\b"
)

COMES_BEFORE = re.compile(
    r"\b"
    + any_of(r"""
door die van | door | naar | opvolg(?:er|ster)(?: \w+){0,2}?(?: is| wordt|:)?
vervang(?:er|ster)(?: \w+){0,2}?(?: is| wordt|:)? | aan | successor(?: \w+){0,2}? is | successor | replaced by
by | with | par | noteer(?: \w+){0,2} | noteert(?: u| je)?
in (?:zijn|haar|mijn|diens|hun|onze) plaats(?: \w+){0,3}
(?:zijn|haar|mijn) (?:plaats|stoel|plek|zitje)(?: \w+){0,8}(?: naar| door| aan)
goe?s? to | op (?:de )?naam van | voortaan is (?:het|dat) | inkomende? | intredende? | overgezet op | overzetten op
maar | overgeschreven op | omgezet naar | noteert u beter
overgenomen door | voortaan | vanaf (?:nu|heden|dan) | nieuwe deelnemer(?: is|:)? | in de plaats komt | komt
stuurt | sturen (?:wij|we) | schrijf(?:t|ven)?(?: \w+){0,3} | vertegenwoordigd door | wordt
is(?: nu| voortaan| vanaf nu)?
""")
    + r"\s*:?\s*(?:(?:de heer|mevrouw|mevr\.?|dhr\.?|mijn|onze|collega|mr\.?|ms\.?|mrs\.?|my|our|colleague|mon"
    r"|ma|collegue|dr\.?|ir\.?|prof\.?|nieuwe),? ?)*$"
)
COMES_AFTER = re.compile(
    r"^[\s,)]*(?:\([^)]{0,60}\))?(?:,[^,]{2,40},)?[\s,]*(?:die |who |qui )?"
    + any_of(r"""
erin | wel\b | in de plaats\b
(?:zal|gaat|wil|mag|will|va|zou)\b(?: \w+){0,6}? (?:vervangen|overnemen|opvolgen|innemen|replace|succeed|\
remplacer|overneemt|deelnemen|volgen|zetelen|vertegenwoordigen|komen)
vervangt | neemt\b.{0,60}\b(?:over|deel|plaats in|stoel|waar) | volgt\b.{0,40}\bop
komt (?:in|voortaan|nu|dan) | voortaan | zal (?:u )?voortaan | vanaf nu | from now on
(?:i\.?p\.?v\.?|in plaats van|instead of|au lieu de)\b | replaces | takes over
will take | me remplacera | remplacera | remplace | succede | prendra
is (?:de |mijn |zijn |haar )?(?:nieuwe|opvolg\w+|vervang\w+) | in (?:mijn|zijn|haar|diens) plaats
mijn plaats | neemt mijn
(?:mijn|zijn|haar|diens) (?:plaats|stoel|plek|zitje) (?:\w+ ){0,2}(?:in|over)
zal mij | zal me | mij vervang\w+ | schuift
""")
)
SENDER_LEAVES = re.compile(
    r"\b"
    + any_of(r"""
mijn (?:plaatsen|stoelen|zitjes|inschrijvingen|tafels) | my (?:seats|places|registrations) | i am moving
niet (?:ik|ikzelf|mezelf|mijzelf|ondergetekende) maar
neemt het (?:\w+ )?van (?:mij|me) over | (?:mij|me) (?:\w+ ){0,4}niet (?:meer|langer)
in mijn plaats (?!door)
volgt (?:mij|me) (?:\w+ )?op | (?<!op )mijn (?:taken|dossiers?|werk|job|functie|naam) | je serai remplacee?
van mij (?:\w+ )?over\b | (?<!op )(?:mijn|my) (?:vertrek|departure|place|seat)
geef ik (?:\w+ ){0,8}(?:door|over)\b | draag ik (?:\w+ ){0,8}over | hang ik\b | werk ik niet (?:meer|langer)
ik werk (?:\w+ ){0,4}niet (?:meer|langer)
(?:i\.?p\.?v\.?|in plaats van|inplaats van|instead of|ter vervanging van|a la place de) (?:door |van |voor |\
met )?(?:mij|me|mezelf|mijzelf|ondergetekende|moi|ik(?= *[.,;]| *$))(?:zelf)?
i (?:will |shall )?be(?:ing)? (?:replaced|succeeded) | ik word (?:\w+ ){0,8}(?:vervangen|opgevolgd|afgelost)
word ik (?:\w+ ){0,8}(?:vervangen|opgevolgd|afgelost)
mijn (?:plaats|stoel|zitje|plek|inschrijving|deelname|opvolg(?:er|ster)|vervang(?:er|ster)|taak|rol)
(?:vervangt|vervangen|vervang) (?:mij|me)\b | (?:mij|me) (?:\w+ ){0,4}(?:vervang\w*|opvolg\w*|aflos\w*)
in mijn plaats
ik (?:\w+ ){0,3}(?:verlaat|vertrek|stop|ga (?:\w+ ){0,4}(?:met pensioen|weg)|verander|\
word (?:\w+ ){0,3}(?:vervangen|opgevolgd)|kan (?:\w+ ){0,6}niet|neem (?:\w+ ){0,4}afscheid|moet)
(?:ga|verlaat|vertrek|verander|stop|word|kan) ik\b
i (?:am leaving|leave|will be leaving|can no longer|will no longer|cannot)
replace me | my (?:place|seat|successor|replacement|registration) | in my place | je quitte
me (?:remplacera|remplace|succedera|succede) | ma place | mon (?:remplacant|successeur) | a ma place
ik geef (?:\w+ ){0,5}door
""")
    + r"\b"
)
SENDER_COMES = re.compile(
    r"\b"
    + any_of(r"""
zal (?:ik )?(?:hem|haar) (?:\w+ ){0,3}(?:vervangen|opvolgen) | ik .{0,60}?(?:overgenomen|overgekregen|geerfd)
(?:in opvolging|ter vervanging|ter opvolging|in plaats) van [^.;]{0,60}?\b\w+ ik\b
(?:mij|me) (?:\w+ ){0,3}in (?:de |zijn |haar |diens |hun )?plaats(?! door)
als (?:\w+ )?(?:opvolg\w+|vervang\w+|nieuwe \w+) [^.;]{0,60}?\b\w+ ik | los ik .{0,60}?\baf | ik (?:erop|erin|erbij)
ik (?:kom|ga|neem|zetel|zit) (?:\w+ ){0,3}(?:i\.?p\.?v\.?|in plaats van|in (?:zijn|haar|diens) plaats)
ik (?:\w+ ){0,3}neem de plaats in van | (?:kom|ga|neem|zetel) ik (?:\w+ ){0,6}in (?:zijn|haar|diens|de) plaats
i (?:will|shall|am)(?: be)? (?:\w+ ){0,3}(?:sit(?:ting)?|fill(?:ing)?|stand(?:ing)?) in for
i(?:'ll| will) (?:\w+ ){0,2}(?:attend|take part|participate|come) (?:\w+ ){0,2}(?:instead|in (?:his|her) place)
op mijn naam (?:\w+ )?(?:zetten|plaatsen|overzetten|overschrijven|komen|registreren)
(?:dossiers?|taken|werk) (?:\w+ )?(?:geerfd|overgenomen|overgekregen)
zit ik (?:\w+ ){0,3}in de plaats | ik (?:zit|kom) (?:\w+ ){0,3}in de plaats
ik neem de (?:plaats|stoel) (?:van|in) | neem ik de (?:plaats|stoel)
(?:plaats|stoel|inschrijving|deelname) (?:\w+ ){0,8}op mijn naam
ben ik (?:het|degene|diegene) die | ter vervanging van | ik doe (?:\w+ ){0,6}het werk van
doe ik (?:\w+ ){0,6}het werk van | ben de nieuwe | ik volg (?:\w+ ){0,3}op
ik (?:\w+ ){0,3}(?:vervang|neem (?:\w+ ){0,8}over|volg (?:\w+ ){0,6}op|kom in (?:de |zijn |haar )?plaats|\
ben (?:de |zijn |haar )?(?:opvolg\w+|vervang\w+|nieuwe))
(?:vervang|volg|neem) ik (?:\w+ ){0,8}(?:op|over)\b | vervang ik
i (?:will |am )?(?:replac\w+|tak\w+ over|succeed\w*) | je (?:remplace|remplacerai|succede|reprends)
neem ik (?:\w+ ){0,6}(?:plaats|stoel) (?:\w+ )?in | word ik (?:de )?(?:opvolg\w+|nieuwe)
zal ik (?:\w+ ){0,6}(?:vervangen|opvolgen|overnemen) | door mij(?:zelf)?(?: vervangen)?
""")
    + r"\b"
)
SOMEBODY_COMES = re.compile(
    r"\b"
    + any_of(r"""
een (?:opvolg\w+|vervang\w+|andere? collega|collega|nieuwe (?:collega|vertegenwoordiger|afgevaardigde))
iemand | collega van | opvolg\w+ | vervang\w+ | wie (?:het|dat|er) | successor | replacement | remplacant | successeur
""")
    + r"\b"
)
