"""Words of taking part: those that say it by themselves, and those that say it only of a table beside them."""

from mailworker.reading.phrases.patterns import one_of

WISH = one_of(r"""
aan ?(?:te )?zitten
waag .{0,10}?(?:mijn|onze) kans
neer ?pennen
# inschrijven
in ?schrij\w*
ingeschreven
in te schrijven
schrij(?:f|ft|ven) .{0,120}?(?:in|op)(?= *[.,;:!?)]| *$| voor| bij| aub| a\.u\.b| graag| als| namens| vanuit)
opschrijven
opgeschreven
aan ?meld(?!ingsformulier)\w*
aangemeld
aan te melden
meld(?:t|en)? .{0,100}?aan
meld (?:ik )?(?:mij|me)(?! af)
ge(?:ef|eft|ven) (?!.{0,40}(?:vrij|terug)).{0,80}?(?:op|door)(?! aan)
opgeven
opgegeven
op te geven
intekenen
in te tekenen
teken(?:t|en)? .{0,60}?(?:in|present)
noteer\w*
noteren
genoteerd
regist(?:reer|reren|reert|reerde|ratie|reert)\w*
op (?:de|jullie|uw) (?:deelnemers)?lijst
zet(?:ten)? .{0,50}?(?:bij|op|neer|in)(?! optie)
voeg(?:t|en)? .{0,80}?(?:toe|bij)
toe ?voegen
toe te voegen
bij te voegen
op ?nemen in
op te nemen
opnemen
(?:tel|telt|tellen) .{0,20}?mee
reken(?:en)? .{0,20}?op
(?:mag|mogen|kan|kunnen) (?:u|je|jullie) (?:mij|me|ons) (?:\w+ ){0,2}(?:verwachten|rekenen|inplannen)
mij .{0,20}rekenen
# deelnemen
deel ?(?:nemen|te nemen|neem|neemt|genomen|name|nemer|nemers|neemster)
neem(?:t)? .{0,120}?(?:deel|plaats|zitting)
nemen .{0,120}?(?:deel|plaats|zitting)
neem(?:t)? .{0,60}?voor (?:mijn|zijn|haar|onze) rekening
deel (?:uitmaken|uit te maken)
mee ?(?:te )?(?:doen|werken|denken|praten|volgen|schuiven|stappen|bouwen|draaien|spreken|nadenken)
meedoe
meegedaan
meegewerkt
mee over nadenken
mee na ?denken
doe[nt]? .{0,60}?mee
(?:werk|denk)(?:t|en)? .{0,50}?mee
(?:graag|wil|willen|zou|zouden|ook) .{0,80}?mee (?:aan|in|op|bij|rond|naar|met) .{0,30}(?:tafel\w*|x{5,})
aan ?(?:te )?(?:sluiten|schuiven)
aan(?:sluit|schuif|schuift)
mee(?:werk|werkt|denk|denkt|volg|volgt|praat|ga)
sluit(?:en)? .{0,80}?aan
schui(?:f|ft|ven) .{0,80}?(?:aan|bij|mee|naar voren)
bij ?(?:te )?wonen
woon(?:t)? .{0,80}?bij
zetel(?:t|en)?
gezeteld
zitting
in ?(?:te )?stappen
stap(?:t|pen)? .{0,60}?(?:in|mee)(?! de tafel)
vervoeg\w*
te vervoegen
erbij
van de partij
(?:ben|is|zijn|teken|tekent|tekenen) .{0,20}present
(?:zal|zullen|ben|is|zijn) .{0,40}?aanwezig(?: zijn)?
aantreden
engageer\w*
engageren
(?:een )?bijdrage (?:te )?leveren
bij ?(?:te )?dragen
steentje
# een plaats
een ?(?:plaats|plaatsje|zitje|stoel|plek|plekje)
(?:plaats|plaatsje|plekje|zitje) (?:aan|in|bij|voor)
aan tafel (?:te )?(?:zitten|komen|schuiven)
# afvaardigen
kandida(?:at|atstelling|ten|tuur)
kandideer\w*
stel(?:t|len)? .{0,40}?(?:beschikbaar|kandidaat)
vertegenwoordig\w*
afgevaardigd\w*
af ?(?:te )?vaardig\w*
vaardig\w* .{0,120}?af
afvaardiging
dui(?:dt|den|d) .{0,100}?aan
aangeduid
aanduiden
aan te duiden
aangesteld
aanstellen
dra(?:agt|gen|ag) .{0,100}?voor
voordragen
voor te dragen
voorgedragen
nomin\w+
delege\w+
stuur(?:t|en)? .{0,60}?naar
stuur(?:t|en)? (?:\w+ ){0,5}(?:iemand|afgevaardigde|vertegenwoordiger|deelnemer|collega|delegatie|mensen|er twee)
sturen (?:\w+ ){0,6}(?:naar|iemand|afgevaardigde|vertegenwoordiger|deelnemer|collega|delegatie|mensen|twee)
te sturen naar
zend(?:t|en) .{0,60}?naar
contactpersoon
aanspreekpunt
contactpunt
# kiezen
kie(?:s|st|zen) .{0,50}?voor
(?:zal|zullen) (?:ik |wij |we )?(?:er|daar) (?:bij )?zijn
(?:ga|gaat|gaan) (?:\w+ ){0,2}mee(?= *[.,;!:]| op(?! excursie)| naar| aan)
(?:kom|komt|komen|ga|gaat|gaan) (?:\w+ ){0,3}(?:naar|bij) (?:deze|die|dezelfde) (?:werk)?tafels?
gekozen voor
opteer\w*
opteren
(?:onze|mijn) (?:keuze|voorkeur)
beperk(?:t|en)? (?:ons|ik|mij|me|zich|we)
concentreren
wil(?:len)? (?:er |daar )?(?:graag )?bij zijn
daar (?:\w+ ){0,4}(?:ik|we|wij) (?:\w+ ){0,3}bij
daar (?:wil|willen|zou|zouden) (?:ik|we|wij) .{0,40}?(?:zitten|zetelen)(?= *[.,;!]| *$)
neem(?:t)? (?:ik|hij|zij) (?:deze|die) (?:werk)?tafel (?:\w+ )?op (?:mij|me|zich)
(?:neem|neemt) (?:ik )?(?:dit|dat|het|deze) (?:mandaat|taak) (?:\w+ )?op
interesse(?! in uw| van)
geinteresseerd
belangstelling
(?:ik|wij|we) (?:kom|komen) (?:zelf|naar|ook|graag|mee|dus)
(?:kom|komen) (?:ik|wij|we) (?:zelf|naar|ook|graag|mee|dus)
ik kom
ikzelf (?:zal|zou|kom|neem|wil|ga)\w*
(?:zal|ga|doe|neem|wil) (?:ik )?(?:dat|dit|het) (?:zelf )?(?:doen|opnemen|op mij nemen|waarnemen|volgen|zijn)
zal (?:dat|dit|het) (?:doen|opnemen|op zich nemen|waarnemen)
doe (?:dat|dit) zelf
doe mij
(?:ben ik dat|dat ben ik)(?: ?zelf)?
ik dus(?= *[.!]? *$)
here i come
(?:ik|wij|we) (?:zal|zullen|ga|gaan|wil|willen|kan) (?:\w+ ){0,1}(?:zelf|graag|ook) (?:\w+ )?komen
verg(?:at|aten|eten) .{0,80}?(?:welke (?:werk)?tafels?|wie (?:er )?(?:komt|deelneemt)|de (?:werk)?tafels?|de deelnemer)
uitnodiging ontvangen
# English
signing up
signup
regist\w+
enrol\w*
join\w*
participat\w*
attend\w*
tak(?:e|ing) part
be part of
put (?:my|our) name (?:forward|down)
represent\w*
nominat\w*
count me in
sit (?:in|on|at)
contribute to
include (?:me|us)
interested in
# francais
inscri\w+
rejoindre
rejoins
sieg(?:er|erai|era|erons|e)
faire partie
participer\w*
participation
participe
prend(?:re|s|ra|rai)? part
assister\w*
(?:sera|serai|seront|serons) present\w*
ajout(?:er|ez|e)
delegu\w*
representer\w*
(?:gaat|gaan|zal|zullen|wil|willen|zou|zouden) (?:\w+ ){0,4}(?:iemand|afgevaardigde|vertegenwoordiger|deelnemer|\
collega|PERSON) (?:\w+ ){0,2}(?:te )?(?:sturen|zenden)
(?:stuur(?:t|en)?|sturen|zend(?:t|en)) (?:\w+ ){0,3}PERSON
sign (?:me|us|him|her|up|PERSON up)
put (?:me|us|him|her|PERSON) (?:down|on|forward)
add (?:me|us|him|her|PERSON) to
er (?:(?!niet )\w+ ){0,4}bij
hou(?:d|den)? (?:ik |wij |we )?er ?aan (?:om )?(?:\w+ ){0,4}te (?:zijn|zetelen|komen|nemen)
(?:eraan|er aan) .{0,30}?(?:aanwezig|deel)\b
erop te zien .{0,20}?deel
confirm (?:my|our) (?:seat|place|participation|registration)
appointed to
designated to
speak for
bevestig\w* (?:graag )?(?:mijn|onze) (?:plaats|deelname)
keen to
like to be (?:involved|included|there|present)
zit(?:ten)? (?:ik|we|wij) .{0,40}?(?:mee )?(?:aan|bij)(?= *[.,;!?]| *$)
rond (?:de|die) tafel (?:te )?(?:zitten|schuiven)
neem(?:t)? (?:ik|wij|we|hij|zij)? .{0,30}?(?:honneurs|taak|rol|plaats|dit|dat) .{0,10}?waar
(?:onze|mijn|een) stem (?:\w+ )?(?:te )?(?:laten (?:horen|klinken)|geven)
(?:wij|we|ik) (?:willen|wil|zouden|zou) .{0,40}?(?:gehoord worden|meepraten|mee aan tafel|meespreken)
(?:take|taking|have|having) a seat
definitief (?:wordt|is) (?:het|dat)
""")

AT_TABLE = one_of(r"""
TABLE, (?:en )?(?:dat (?:ben|doe) )?ik(?: dus)?(?= *[.,;!]| *$)
verg(?:at|aten|eten) .{0,80}?(?:vermelden|zeggen|mee te (?:geven|delen)|meegeven|door ?(?:te )?geven|schrijven|\
noteren|melden)
forgot to (?:mention|say|tell)
overal .{0,30}?(?:graag|deel|mee|aan|bij|inschrijven|noteren)
(?:keuze|oog|voorkeur) .{0,40}?(?:gevallen|valt|viel|gaat uit|ging uit) (?:op|naar) TABLE
(?:is|wordt|werd) (?:het|dat) (?:\w+ )?(?:TABLE)(?: geworden)?
TABLE (?:is|wordt|werd) (?:het|dat)(?: geworden)?
TABLE geworden
laat het (?:dan |maar |dus )?TABLE (?:zijn|worden)
(?:dan|dus) maar TABLE
TABLE,? (?:dat (?:ben|word) )?ik(?: dus| zelf)?(?= *[.!,]| *$)
TABLE (?:is|wordt|blijft|zal) (?:\w+ ){0,3}(?:voor|van) (?:mij|mezelf|mijzelf|ons|PERSON)
dus (?:graag |voor |bij |naar |aan |op ){0,2}TABLE(?= *[.!]? *$)
TABLE (?:\w+ ){0,2}gekozen
krijg(?:t|en)? TABLE
(?:is|zijn|wordt|als) (?:onze|mijn|de) (?:man|vrouw|persoon|expert|specialist|afgevaardigde|vertegenwoordiger|keuze|\
mensen) \
(?:voor|bij|aan) TABLE
(?:onze|mijn) (?:man|vrouw|persoon|expert|specialist|mensen) (?:voor|bij|aan) TABLE
hou(?:d|dt|den)? .{0,20}?bij .{0,20}?TABLE
(?:pik|pikt|pikken) .{0,40}?(?:op|uit|eruit)
(?:smijt|smijten|stort|storten|gooi|gooien|toeleggen|leg .{0,15}toe) (?:\w+ ){0,3}op TABLE
kom(?:t|en)? .{0,60}?mee
(?:mee )?rond de tafel .{0,20}?(?:zit|zitten|gaan|ga|komen)
aan tafel .{0,20}?(?:zit|zitten|zetelen)
(?:aankruisen|aan te kruisen|kruis .{0,30}?aan|vink .{0,30}?aan|aanvinken)
schrijf .{0,20}?bij (?:voor|op|in)
aan ?te ?zitten
aanzitten
# Said of a table beside them these too are words of taking part.
graag (?:\w+ ){0,2}(?:voor |bij |naar |aan |in |op )?TABLE
graag (?:\w+ ){0,2}(?:een )?(?:plaats\w*|plek\w*|stoel|zitje) .{0,20}TABLE
TABLE\w*[\"')]* (?:\w+ ){0,1}(?:graag|aub|a\.u\.b|please|s\.?v\.?p|alstublieft|alsjeblieft)
(?:voor mij|voor ons|mij|me|ons) (?:\w+ ){0,3}TABLE
(?:ik|wij|we|ook) (?:\w+ ){0,4}(?:volg|volgen|opvolg|opvolgen) .{0,40}TABLE
(?:volg|volgen|volgt) (?:\w+ ){0,4}TABLE
TABLE .{0,40}?(?:volgen|opvolgen|op te volgen|volg ik|volgt)
(?:wil|zou|zal|zullen|willen|graag|gaan|ga) .{0,60}?TABLE .{0,50}?(?:volgen|opvolgen|bijwonen|zitten|komen|doen|nemen)
(?:kom|komt|komen|ga|gaat|gaan) (?:\w+ ){0,4}(?:naar|bij) TABLE
(?:naar|bij) TABLE .{0,30}?(?:komen|gaan|kom|ga)
(?:plaatsneemt|plaatsnemen|plaats neemt|plaats nemen|plaats te nemen) (?:\w+ )?(?:aan|in|bij|op) TABLE
naar TABLE (?:sturen|stuurt?|zenden|zendt|vaardig(?:t|en)?|gaat|komt)
(?:voor|bij|naar|aan) TABLE (?:kom|neem|doe|volg|zit) (?:ik|wij|we)
TABLE,? (?:dat|die) (?:doet|volgt|neemt) (?:dan )?PERSON
TABLE,? dat (?:doet|volgt|neemt) (?:mijn|onze|ons) (?:\w+ )?PERSON
(?:zit|zitten|zetel\w*) .{0,30}?(?:aan|in|bij|op) TABLE
(?:aan|in|bij|op) TABLE .{0,30}?(?:zitten|zit|zetelen)
(?:ga|gaan|gaat) (?:ik |wij |we )?(?:\w+ )?voor TABLE
(?:kies|kiest|kiezen|verkies|verkiest|verkiezen) (?:ik |wij |we )?(?:\w+ )?(?:voor )?TABLE
(?:doe|doet|doen|neem|neemt|nemen|pak|pakt|behartigt|wil|willen) (?:ik |wij |we |mij |me )?(?:\w+ ){0,2}TABLE
(?:dat|het|dit) (?:wordt|zal|is|worden|zou)(?: \w+){0,2}? TABLE
(?:voor|bij) TABLE (?:wordt|is|ben|zal|zijn|worden|komt|gaat|sturen|stuur|zenden|zorg\w*|reken\w*|schrij\w*|\
noteer\w*|mag|mogen|kan|zou|wil|had|hadden|willen|graag|meld)
TABLE .{0,30}?(?:lijkt|spreekt|spreken|interesseert|interesseren|past|sluit|ligt) .{0,20}?(?:mij|me|ons|mijn|onze|\
het best|wel wat)
(?:wil|willen|zou|zal|zullen|graag|wens|wensen|wenst|ga|gaan|hoop) .{0,80}?(?:in|aan|naar|bij|tot|op) TABLE
(?:wil|willen|zou|zal|graag) .{0,40}?bij (?:te )?(?:zijn|komen) .{0,30}?TABLE
(?:inbrengen|inbreng|expertise|stem|ervaring|perspectief) .{0,40}?(?:in|aan|naar|bij) TABLE
would (?:like|love) .{0,60}?TABLE
(?:i'd|we'd) (?:like|love) .{0,60}?TABLE
souhait\w* .{0,60}?TABLE
voudr\w* .{0,60}?TABLE
desir\w* .{0,60}?TABLE
(?:interesse|keuze|voorkeur|kandidaat|kandidaten|deelnemers?|inschrijving|aanmelding)\s*:? (?:voor |in |aan )?TABLE
(?:als|wanneer|indien) het over TABLE gaat
(?:mogen|mag|kunnen|kan) (?:ik|wij|we) (?:\w+ )?mee .{0,20}TABLE
TABLE (?:er |nog |ook )?(?:\w+ ){0,4}bij(?= *[.,;!?)]| *$| voor| komen *\?)
""")
