"""Words of leaving, refusing, changing and replacing."""

from mailworker.reading.phrases import one_of

CANCEL = one_of(r"""
(?:have|need|want|going|like) to drop .{0,40}?(?:table|seat|place|TABLE)
(?:renoncer|renonce|renoncons) a
(?:mij|ons|zich) genoodzaakt .{0,80}?(?:deelname|inschrijving|engagement|tafels?)
(?:mag|mogen|kan|kunnen) (?:u |je |jullie )?(?:mij|me|ons|hem|haar|PERSON) .{0,40}?(?:laten vallen|vergeten|\
wegdenken|afvoeren)
(?:afvoeren|af te voeren) .{0,10}(?:van|uit)
(?:give|giving|gives) up (?:my|our|his|her) (?:seat|place)
annul\w+
geannuleerd
cancel\w*
geschrapt
schrap(?:t|pen|ping)?(?! wat)
uit ?schrij(?:f|ft|ven|ving)\w*(?! (?:voor|van|uit) (?:deze|onze|de) (?:berichten|mail\w*|e-?mail\w*|nieuwsbrie\w*))
uit te schrijven
uitgeschreven
schrij(?:f|ft|ven) .{0,60}?(?<!thuis )(?<!hier )uit(?= *[.,;!?)]| *$| voor| van| aub| a\.u| bij| graag| op)
af ?meld(?:en|ing|t|ingen)?
af te melden
afgemeld
meld(?:t|en)? .{0,60}?af
af ?(?:te )?haken
afgehaakt
haa?k(?:t|en)? .{0,30}?af
terug ?trek\w*
terug te trekken
teruggetrokken
tre(?:k|kt|kken) .{0,70}?terug
intrekken
in te trekken
trek(?:t|ken)? .{0,60}?(?:inschrijving|kandidatuur|deelname|aanmelding) .{0,40}?in
weg ?(?:te )?(?:halen|nemen|laten)
neem(?:t)? .{0,40}?weg(?= *[.,;!]| *$)
(?:mag|mogen|kan|moet) .{0,40}?van (?:mijn|het|onze|uw|jullie|de|zijn|haar) (?:deelnemers|wacht|inschrijvings)?lijst(?:je)?
af ?(?:te )?halen
afgehaald
verwijder(?:en|t|d)?(?! .{0,30}gegevens)
(?:mag|mogen|kan|kunnen) .{0,50}?(?:weg|eruit|er uit|vervallen|vrijgegeven|vrijgemaakt|weggelaten|eraf|weghalen)
moet(?:en)? .{0,60}?(?:uit (?:de|het|die|alle)|eruit|eraf|geschrapt)
(?:mag|kan|wil) (?:ik|hij|zij|ze) (?:daar |er |dus |ook |nog ){0,3}(?:van|uit) (?:de|die|deze) (?:deelnemers|\
wacht)?(?:lijst|tafel)
van (?:de|die|jullie|uw|deze|alle) (?:deelnemers|wacht)?lijst(?:en)? .{0,30}?(?:af|halen|gehaald|schrappen|\
verwijder\w*|weg)
doe mij (?:er )?maar (?:uit|weg)
vrij (?:te )?geven
vrijgegeven
geef .{0,60}?(?:vrij|terug)
(?:mijn|zijn|haar|onze|de|die|deze|zo) (?:\w+ )?(?:plaats|stoel|zitje|plek) .{0,40}?(?:vrij|naar iemand anders|\
aan iemand anders)
komt er .{0,20}?vrij
(?:als )?(?:niet bestaande|onbestaande|ongeldig|nietig|niet gedaan) (?:te )?(?:beschouwen|beschouwd)
plaats .{0,40}?(?:aan|naar|voor) (?:iemand anders|een ander\w*|de volgende|wie wil)
afzeggen
af te zeggen
afgezegd
zeg(?:gen|t)? .{0,40}?af
opzeggen
op te zeggen
stopzetten
stop te zetten
zet .{0,60}?(?:deelname|inschrijving|engagement|medewerking) .{0,60}?stop
stop(?:t)? (?:ik |hij |zij )?(?:met|ermee|als)
ermee (?:te )?(?:stoppen|ophouden)
(?:ik|hij|zij|we|wij) stopp?(?:t|en)?
stap(?:t|pen)? (?:ik |wij |we )?uit
uit ?(?:te )?stappen
laat .{0,40}?(?:vallen|schieten)
(?:te )?laten (?:vallen|schieten)
moet ik .{0,40}?opgeven
ik moet .{0,40}?opgeven
(?:ongedaan (?:te )?(?:maken|gemaakt))
reken(?:en)? (?:\w+ ){0,2}niet (?:meer |langer )?op (?:mij|ons|me)
niet (?:meer|langer) op (?:mij|ons|me) .{0,12}?(?:te )?rekenen
(?:mag|kan) (?:\w+ ){0,4}niet (?:meer|langer) op (?:mij|ons) rekenen
zonder (?:mij|ons) (?:moeten|verder|doen|gaan)
zal zonder (?:mij|ons)
laat maar zitten
streep (?:mij|me|hem|haar)
door ?(?:te )?strepen
door ?(?:te )?halen
weg ?(?:te )?doen
eruit (?:te )?halen
bedank ik voor
verzaak\w*
afstand (?:te )?doen van
hou (?:ik )?(?:\w+ ){0,3}voor bekeken
kap ermee
verstek (?:te )?(?:laten )?gaan
komt te vervallen
vervallen
vervalt
beeindig\w*
withdraw\w*
unregister
deregister
de-register
unsubscribe (?:me|us) from
pull out
step(?:ping)? down
drop(?:ping)? out
give up my (?:seat|place)
desinscri\w*
desist\w*
supprim(?:er|ez|e)
retir(?:er|ez|e|ons) .{0,40}?(?:nom|inscription|participation|candidature|liste)
(?:me|m'en|nous) retir(?:e|er|ons|erai)
liberer ma place
haal(?:t)? (?:\w+ ){0,3}?(?:mij|me|hem|haar|ons|er|die|dat|onze|mijn|PERSON) .{0,50}?(?:uit|van|af|eruit|weg)
(?:mij|me|hem|haar|ons|PERSON) (?:\w+ ){0,2}(?:uit|van) .{0,40}?(?:te )?halen
take (?:me|us|him|her|my name|our name|PERSON) off
remove (?:me|us|him|her|my|our|PERSON)
(?:TABLE|die|dat) (?:mag|mogen|kan|kunnen) (?:u|je|jullie|ge) (?:\w+ ){0,2}(?:vergeten|weglaten|schrappen|wissen)
(?:vergeet|wis) (?:u |je |maar |dus ){0,2}TABLE
(?:neem|neemt|haal|haalt|doe|doet|gooi|gooit|laat) (?:u |je |maar |dus ){0,2}TABLE["')]* (?:er |maar |dus ){0,2}(?:weg|af|uit|eraf|eruit|vallen)
""")

CANCELLED_BEFORE = one_of(r"""
(?:had|hadden) .{0,40}?(?:geannuleerd|afgemeld|uitgeschreven|teruggetrokken|afgezegd|ingetrokken|afgehaakt)
had (?:cancelled|withdrawn)
(?:avais|avions) annule
""")
"""A cancellation that is told, not asked for."""

NO_MORE = one_of(r"""
# Not coming any more: a cancellation where a seat is spoken of.
(?:niet|geen) (?:meer|langer|verder)(?! (?:onze|mijn|een|als|zijn|haar) ) .{0,60}?(?:deel ?nemen|deel|opvolgen|op te volgen|volgen|bijwonen|\
bij te wonen|aanwezig|komen|mee|lukken|lukt|rond|vertegenwoordig\w*|zetelen|aan|blijven|zitten|doen|combineren|\
bolwerken|naar|bij|gecombineerd|gebolwerkt)
(?:kan|kunnen|zal|zullen|ga|gaan|neem|neemt|nemen|volg|kom|komt|doe|lukt|krijg|ben|is|wens|wil|werkt|werk|zit|valt|\
hoort) .{0,70}?niet (?:meer|langer|verder)
geen enkele .{0,60}?(?:meer|langer|nog)
TABLE (?:dus |dan |helaas )?niet (?:meer|langer)(?= *[.,;!)]| *$)
niet (?:meer|langer) (?:voor|bij|aan|in|naar) TABLE
(?:toch|helaas|uiteindelijk|spijtig genoeg|jammer genoeg) (?:toch )?niet (?:meer )?(?:kunnen )?(?:deelnemen|deel|\
volgen|komen|bijwonen|aanwezig|meer|lukken|mee)
zal(?: ik| hij| zij| ze)?(?: toch| helaas)? niet (?:kunnen|meer)
(?:hij|zij|ze|ik) (?:kan|zal|komt?|gaat|ga)(?: er| dat)? (?:helaas |toch |spijtig genoeg |\
dan )?niet(?! meer) .{0,30}?(?:komen|deelnemen|volgen|bij zijn|doen|kunnen doen|;|\.|$)
(?:hij|zij|ze|ik) (?:kan|zal)(?: er)? (?:helaas |toch )?niet(?= *[.,;!]| *$)
toch niet (?:kunnen|naar|bij|aan|meer|deel)
neem(?: ik)? toch niet deel
zie(?:n|t)? (?:\w+ ){0,3}(?:toch |alsnog )?af van mijn
komt niet naar
valt weg
(?<!ben )(?<!zijn )(?:eraf|er ?uit)(?= *:)
TABLE (?:er ?af|er ?uit)(?= *[,.;]| *$| en)
vallen weg
moet(?: ik)? .{0,40}?(?:passen|verstek)
te hoog gegrepen
niet nakomen
verlaat de (?:werk)?tafel
no longer
not be able to (?:attend|participate|join)
cannot (?:attend|participate|join)(?: any ?more)?
can't (?:attend|make it|participate)
won't be able
ne (?:pourrai|pourra|pourrons|participerai|participera|participerons|peux|peut|pouvons|serai|serons)\w* (?:plus|pas)
ne .{0,20} plus (?:participer|assister|suivre)
""")

REFUSAL = one_of(r"""
(?:neemt?|nemen|zal|zullen|gaan|ga|kan|kunnen|wensen|wens|wenst|willen|wil) .{0,50}?(?:niet|geen) .{0,30}?(?:deel|\
deelnemen|deel te nemen|aan deel|in te gaan|mee|meedoen|ingaan|inschrijven|in te schrijven|meewerken|aansluiten)
nemen (?:dus |helaas )?niet deel
niet (?:in te gaan|ingaan) op
niet (?:in te schrijven|deel te nemen|aan te melden|te laten vertegenwoordigen|mee te doen|mee te werken|kandidaat)
(?:stuur|stuurt|sturen|vaardig\w*|duid\w*) (?:\w+ ){0,3}niemand
geen (?:meerwaarde|nut|interesse|belangstelling|behoefte|kandidaat|kandidaten|deelname|afvaardiging|vertegenwoordig\w+|tijd|\
capaciteit|ruimte|mensen)
zie(?:n|t)? (?:\w+ ){0,3}af van
afzien van
laten (?:\w+ ){0,3}aan ons voorbij ?gaan
(?:moeten|moet) (?:\w+ ){0,3}passen
passen voor
slaan (?:\w+ ){0,3}over
gaan (?:\w+ ){0,3}niet in op
niet (?:mogelijk|haalbaar) om (?:\w+ ){0,5}deel
past niet in
niet aan de orde
hoeft (?:dit|dat|het) (?:voor ons )?niet
voor ons hoeft (?:dit|dat|het) niet
niets voor ons
not (?:be )?(?:interested|participat\w*|able to participate|join\w*|take part)
will not (?:participate|take part|join|attend)
decline
pass on this
ne (?:participer\w+|souhait\w+|desir\w+|prendr\w+) .{0,30}?pas
""")

CHANGE = one_of(r"""
aanpassing\w*
TABLE\w* ?(?:->|=>|→|-->) ?TABLE
(?:ge)?wijzig\w*
verander\w*
een wissel
te wisselen
switch\w*
verplaats\w*
over ?(?:te )?(?:stappen|schakelen|zetten)
stap(?:pen)? over
zet .{0,20}?over
om ?(?:te )?(?:zetten|wisselen|ruilen|boeken)
zet .{0,60}?om
ruil(?:en|t)?
inruilen
in te ruilen
verhui[sz]\w*
aan ?(?:te )?passen
aangepast
pas(?:t|sen)? .{0,30}?aan
recht ?(?:te )?zetten
vergist
vergissing
foutje
fout(?:ief)?
verkeerde tafel
verkeerd(?:e|elijk)? (?:ingeschreven|doorgegeven|aangevinkt|aangekruist|gekozen|genoteerd)
moest .{0,40}?zijn
had .{0,40}?(?:moeten zijn|bedoeld)
moet .{0,30}?(?:zijn|worden)
should (?:be|have been)
(?:correct|fix) (?:it|that|this)
(?:te )?verbeteren
verkeerdelijk
(?:m'etre|me suis|nous sommes) tromp\w*
ce n'est pas .{0,60}? mais
TABLE (?:wordt|werd) (?:dus |nu )?TABLE
bedoelde
in plaats van
in de plaats daarvan
i\.?p\.?v\.?
inplaats van
liever (?:\w+ ){0,4}dan
instead of
rather than
plutot que
au lieu de
prefer\w*
change\w*
move (?:me|us|my)
modifi\w*
passer de
omruilen
(?<!zijn )(?<!ben )(?<!er )eruit
(?:ge)?wissel(?:en|d)?
omgewisseld
omgeruild
(?:ge)?ruild
""")

IN_PLACE = one_of(r"""
in plaats van
inplaats van
i\.?p\.?v\.?(?= )
instead of
au lieu de
plutot que
rather than
""")

REPLACE = one_of(r"""
(?:verander\w*|wissel\w*|wijzig\w*) van (?:vertegenwoordig\w*|afgevaardigde|deelnemer|contactpersoon)
los(?:t|sen)? .{0,10}?PERSON .{0,20}?af(?= *[.,;!]| *$)
(?:uitgaande?|uittredende?|aftredende?)(?: lid)?:? PERSON
erf(?:t|de)? .{0,20}?(?:plaats|zitje|stoel|taken|dossiers?)
(?:inschrijving|deelname|registratie|plaats|stoel|zitje|plek) (?:\w+ ){0,2}van PERSON .{0,60}?(?:naar|aan|op) .{0,30}?PERSON
(?:overzetten|overgezet|over te zetten|overschrijven|overgeschreven|omzetten|omgezet) (?:\w+ ){0,2}(?:op|naar) .{0,30}?PERSON
op (?:de )?naam van PERSON
op naam van (?:mijn|onze) (?:collega|opvolg\w+|vervang\w+)
(?:in )?opvolging van PERSON
neem(?:t)? (?:\w+ ){0,2}de plaats in van
neem(?:t)? (?:het|dit|dat) (?:\w+ ){0,2}van (?:mij|me|hem|haar|PERSON) over
(?:ik kom|kom ik|ik ga|ga ik) (?:\w+ ){0,3}(?:i\.?p\.?v\.?|in plaats van)
sit(?:ting)? in for
(?:na|sinds|door) het (?:vertrek|pensioen|ontslag|overlijden) van PERSON
niet PERSON maar PERSON(?=.{0,120}(?:aanpas|aan te passen|wijzig|verbeter|recht))
(?:mij|me|hem|haar|ons) (?:\w+ ){0,3}(?:opvolgen|op te volgen|opvolgt|vervangen|aflossen|remplacer)
vervang(?:en|t|ing|er|ster|d)?
te vervangen
opvolg(?:er|ster)
opgevolgd door
volgt .{0,40}?op als
(?:in|neemt) (?:zijn|haar|mijn|diens|hun) (?:plaats|stoel)
in de plaats van
(?:zijn|haar|mijn|diens|de) (?:plaats|stoel|zitje|plek|inschrijving|naam) .{0,60}?(?:gaat naar|wordt ingenomen|\
ingenomen door|overneemt|doorgeven aan|overdragen|over te dragen|wordt overgenomen|door die van)
mijn (?:plaats|stoel|zitje|plek) .{0,40}?aan (?:PERSON|iemand(?! anders)|een(?! ander)|mijn|onze|collega|hem|haar)
(?<!een )(?<!1 )(?:stoel|stokje|fakkel|plaats|zitje|plek) (?:\w+ ){0,8}(?:door aan|over aan|doorgeven|doorgegeven|overdragen|innemen)
dra(?:ag|agt|gen) .{0,60}?over aan
ge(?:ef|eft|ven) .{0,40}?door aan (?:PERSON|mijn|onze|collega)
geef ik (?:\w+ ){0,8}door aan
neem(?:t)? (?:(?!deel)\w+ ){0,10}over(?= (?:van|voor)| *[.,;!?)]| *$)
neem het over van
overneem\w*
overneemt
overnemen
over te nemen
overgenomen
fakkel
komt in .{0,20}?plaats
ben de nieuwe
(?:het )?werk van
wijzigt: .{3,40} wordt
tak(?:e|es|ing) over
successor
replac\w*
in (?:my|his|her) place
stead
substitute
remplac\w*
succed\w*
a (?:ma|sa) place
prendra la releve
volgt? (?:hem|haar|mij|me|PERSON) (?:\w+ ){0,3}op
volg ik PERSON (?:\w+ ){0,3}op
in de plaats(?! daarvan)
PERSON eruit
naam .{0,20}?vervang\w*
tak(?:e|es|ing) (?:my|his|her) (?:place|seat|chair)
van PERSON naar PERSON
de (?:plaats|stoel) van (?!ORG).{3,60}?(?:wordt|ingenomen|overgenomen)
neem(?:t)? .{0,40}?(?:(?:mijn|zijn|haar|diens) (?:plaats|stoel)|taken|dossier|taak) .{0,20}?(?:over|in)
neem(?:t)? (?:ik )?de (?:plaats|stoel) van PERSON
neem(?:t)? (?:mijn|zijn|haar|diens) (?:\w+ ){1,3}over
""")

NO_REPLACEMENT = one_of(r"""
(?:dossier|zaak|mail|vraag|besluit|punt|materie|thema|project|uitvoering)\w* .{0,30}?opgevolgd
intern opgevolgd
voor (?:opvolging|vervanging) wordt niet gezorgd
(?:geen|no|pas de|niet|niemand) .{0,30}?(?:vervang\w*|opvolg(?:er|ster)|successor|replacement|remplacant\w*)
(?:vervanger|opvolger) is er niet
TABLE [^,]{0,20}?(?:wordt|worden|zal|zullen|is|zou) [^,]{0,20}?opgevolgd
TABLE .{0,10}?opgevolgd (?:zal |zou )?(?:wordt|worden) door
opgevolgd door .{0,60}?(?:wordt|worden) TABLE
(?:volgt|volgen|volg) .{0,40}?TABLE (?:\w+ ){0,2}op
(?:vervang|vervangt|vervangen) (?:ik )?niemand
niet van tafel (?:te )?(?:veranderen|wisselen)
(?:niet|geen|niets) (?:\w+ ){0,3}(?:veranderen|wisselen|wijzigen|aanpassen|wijziging|verandering|wissel)
""")

BACKUP = one_of(r"""
plaatsvervang\w*
back-?up
reserve
invaller
stand-?in
deputy
(?:als|indien|wanneer|mocht|bij|in geval van|tijdens|if|when|in case|en cas|si) .{0,40}?(?:niet kan|niet kunnen|\
afwezig\w*|verhinderd|verhindering|ziek\w*|verlof|vakantie|overmacht|absence|absent|unable|cannot|empechement|\
niet beschikbaar|buiten strijd)
""")

PAST = one_of(r"""
(?:me|mij|ons|zich|hem|haar) (?:al )?(?:had|hadden|heeft|hebben) (?:opgegeven|ingeschreven|aangemeld)
(?:inschrijving|deelname|aanmelding) (?:is|was) (?:al|reeds|intussen|ondertussen) (?:in orde|bevestigd|geregeld|\
gebeurd|doorgegeven)
(?:had|hadden) (?!.{0,20}graag).{0,50}?(?:gekozen|doorgegeven|aangeduid|aangevinkt|aangekruist)
(?:(?:vorige|afgelopen) (?:week|maand|jaar|keer|vrijdag|maandag|dinsdag|woensdag|donderdag)|eerder|destijds|\
indertijd|onlangs|gisteren|enkele (?:weken|dagen) geleden|(?:week|weken|maand|maanden|dagen) geleden|in (?:januari|\
februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)) .{0,60}?(?:registreerden|\
schreven|schreef|ingeschreven|aangemeld|meldden|meldde|gaf|gaven|genoteerd|opgegeven|registered|signed|gemaild|\
bevestigd)
registreerden
i (?:have )?(?:already )?(?:registered|signed up|enrolled)
schreven (?:wij|we|jullie|u)
schreef (?:ik|u)
ik (?:schreef|meldde|gaf)
(?:wij|we) (?:schreven|meldden)
meldden (?:wij|we)
meldde (?:ik|hij|zij)
gaf (?:ik|hij|zij)
gaven (?:wij|we)
(?:ben|is|was|sta|staat|stond|zijn|waren|werd|heb|hebt|hebben|\
heeft)(?! (?:\w+ ){0,3}graag) .{0,60}?(?:ingeschreven|aangemeld|genoteerd|geregistreerd|opgegeven)
(?:heb|hebt|heeft|hebben)(?! (?:\w+ ){0,2}graag) .{0,60}?(?:gezet|geplaatst|ingedeeld|staan)
(?:had|hadden) (?:(?:ik|wij|we) )?(?:zich|haar|hem|mij|me|ons)(?! .{0,20}graag) .{0,60}?(?:opgegeven|ingeschreven|\
aangemeld)
inschreven
(?:sta|staat|stond) (?:\w+ ){0,3}(?:op de (?:deelnemers)?lijst|nu (?:nog )?(?:bij|op|in))
mijn (?:eerdere|vorige|huidige|oorspronkelijke) (?:inschrijving|mail|keuze)
(?:was|is|were|am|are) (?:currently |already )?(?:registered|signed up)
my registration was
had registered
(?:m'etais|nous etions|suis|est|etais) inscrit\w*
bedankt voor de (?:inschrijving|bevestiging)
(?:ik|we|wij|hij|zij|die) (?:\w+ )?(?:stond|stonden) (?:\w+ )?(?:bij|voor|op|in)
(?:stond|stonden) (?:ik|we|wij) (?:\w+ )?(?:bij|voor|op|in)
(?:mij|me|ons) .{0,40}?(?:bij|op|voor) .{0,40}?(?:hebt|hebben|heeft) (?:gezet|genoteerd|geplaatst|ingedeeld|\
ingeschreven)
(?:hebt|hebben|heeft) (?:mij|me|ons) .{0,60}?(?:gezet|genoteerd|geplaatst|ingedeeld|ingeschreven)
""")

KEEP = one_of(r"""
(?:verander\w*|wijzig\w*) (?:er )?(?:niets|niet)
niets (?:aan )?(?:te )?(?:veranderen|wijzigen)
la(?:at|ten) (?:u |je |jullie )?(?:mij|me|ons|hem|haar|PERSON) .{0,60}?staan
(?:behoudt|houdt) TABLE
(?:aan|voor|bij) TABLE (?:wijzigt|verandert|veranderen|wijzigen|verander|wijzig) (?:er |ik |wij |we )?(?:niets|niks)
TABLE (?:wijzigt|verandert) niet
hou(?:d|dt|den)? .{0,25}?over(?! (?:van|aan))
laten? (?:we|wij|ik|u|jullie)? ?(?:wel |maar |gerust )?(?:zo |gewoon )?staan
staan laten
behoud(?!ens)\w*
TABLE (?:over)?houden
houd(?:en)? (?:ik|we|wij)(?! het bij)
ongewijzigd
onveranderd
stays?
remains?
keep(?:ing)?
garde
gardons
reste
doe ik (?:wel )?(?:zelf )?verder
doe ik wel nog
hou ik(?! (?:er ?aan|me|mij|rekening|eraan))
blij(?:ft|ven|f)(?! (?:(?:ik |we |wij )?(?:graag )?op de hoogte|over|nog over))
""")

LEAVING = one_of(r"""
(?<!planning is )(?<!agenda is )(?<!situatie is )veranderd
# Words that a plain registration does not hold.
niet (?:meer|langer)
stop(?:t|pen)? (?:met|als|bij|ermee)
stoppen
verlaat
verlaten
vertrek\w*
pensioen
afscheid
neer ?leggen
leg ik neer
loopbaanonderbreking
langdurig (?:ziek|afwezig)
uit dienst
andere (?:job|functie|uitdaging)
nieuwe (?:job|functie|uitdaging|werkgever)
verander(?:t)? van (?:job|werk|dienst|functie)
zwangerschapsverlof
quitt\w+
depart
liber\w+
leaving
(?<!before i )leave
leaves
step(?:ping)? down
retire\w*
no longer
leeg
aan de haak
(?:mijn|zijn|haar|diens) (?:stoel|stokje|fakkel|zitje|plek|plaats|zetel|taak|rol|opvolging|\
inschrijving) (?:\w+ ){0,8}(?:over|door|in|innemen|overnemen|vrij|weg)
(?:stokje|fakkel|(?:mijn|zijn|haar|diens|de|die) stoel)
opvolg(?:er|ster)
mijn opvolging
vervang\w*
(?:mijn|zijn|haar) (?:\w+ ){0,3}innemen
ingenomen
overneem\w*
overnem\w*
neem(?:t)? (?:(?!deel)\w+ ){0,8}over(?= (?:van|voor)| *[.,;!?)]| *$)
overdra\w+
doorgeven aan
geef .{0,60}?door aan
in (?:zijn|haar|mijn|diens|hun) plaats
in de plaats
(?:het )?werk van
voorgang\w+
de nieuwe \w+
ben de nieuwe
aflos\w*
remplac\w+
succe[ds]\w+
replac\w+
tak(?:e|es|ing) over
successor
predecessor
relais
reprend\w*
reprise
wissel\w*
(?:ge)?wijzig\w*
verander(?!d\b)\w*
switch\w*
in plaats van
inplaats van
i\.?p\.?v
vergist
vergissing
ongedaan
verkeerd\w*
omruil\w*
ruil\w*
verhuis\w*
overstap\w*
liever (?:\w+ ){0,4}dan
prefer\w*
instead
plutot
au lieu
was ingeschreven
stond ingeschreven
was registered
(?<!zijn )(?<!ben )(?<!er )eruit
erin
(?:word(?:t)?|worden) (?:ik |wij |hij |zij )?.{0,30}?opgevolgd(?= door| *[.,;])
""")

LEAVES = one_of(r"""
van (?:dienst|job|functie|werk\w*|afdeling) verander\w*
has moved
moved to
niet (?:meer|langer)
stop(?:t|pen)?
verlaat
verlaten
vertrek\w*
pensioen
afscheid
loopbaanonderbreking
langdurig (?:ziek|afwezig)
uit dienst
andere (?:job|functie|uitdaging)
nieuwe (?:job|functie|uitdaging|werkgever)
zwangerschapsverlof
quitt\w+
leaving
leaves
no longer
retire\w*
""")
