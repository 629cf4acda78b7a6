"""Words by which the second look reads a mail: wide on purpose, since they only ever turn an act into a question.

They are matched on folded text in which the names of tables, people and organisations are blotted out.
"""

from mailworker.reading.phrases.patterns import one_of

DECLINES = one_of(r"""
neen? | non | nope | niet | geen | not | no | nooit | niemand | niets | niks | noch | overslaan | voorbijgaan
afzien | bedank(?:en)? | pas | passen | koud
(?:zonder|behalve|uitgezonderd|uitgenomen|behoudens|sauf|hormis|except|without) (?:(?:de|het|die|voor|aan|bij|\
tafel|over|rond|van|the|la|les) )*x{4,}
""")
"""In the clause of a table: it is not wanted."""

DECLINES_NOT = one_of(r"""
niet (?:alleen|enkel|slechts|wachten|te missen|missen|ontbreken|vergeten|aarzelen|meer wachten|langer wachten)
niet (?:schieten|vallen|links|liggen|voorbij\w*|passeren|aan ons) | nog (?:niemand|geen)
verander\w* (?:\w+ )?(?:niets|niks) | not only | waarom niet | zo niet | geen probleem | geen twijfel\w*
niemand minder | pas (?:op|vanaf|sinds|nu) | het (?:\w+ )?van pas | (?:komt|komen|kom) (?:\w+ ){0,3}van pas
goed van pas | laat \w+ niet koud | geen (?:paraplu|ander\w*|enkel probleem) | (?:niets|niks|geen) ander\w*
anders (?:niks|niets|geen|niet) | verder (?:niets|geen|niemand) | neen?,
""")
"""Turns of phrase with such a word that say nothing of the table."""

ALL = one_of(r"""
alle | alles | allemaal | elke? | iedere? | all | every | everything | each | tout | toute?s | tous | overal
rest | andere | overige | resterende | others? | autres | vijf | five | cinq | vier | four | quatre
bevoorradings?\w* | pakket | beide | allebei | [45] (?:\w+ )?(?:werk)?(?:tafels|tables|thema's|themes)
""")
"""Words by which tables are meant that are not named."""

LEAVES = one_of(r"""
haa?ke?n? (?:ik|we|wij) af | mag (?:dus )?weg | mogen (?:dus )?weg | vervalt | komt (?:dus )?vrij
neem\b.{0,40}\bweg | (?:word ik|ik word|q{4,} wordt)\b.{0,50}\bop ?gevolgd door | (?:mij|hem|haar) op ?volgen
volgt (?:mij|hem|haar) op | ter vervanging | (?:mijn|zijn|haar) opvolg(?:er|ster)
(?:mijn|zijn|haar|de) (?:stoel|plek|plaats|seats?)\b.{0,70}\b(?:gaat naar|go to|goes to|over|door aan|ingenomen)
(?:my) seats?\b.{0,60}\bgo(?:es)? to | overgaan op | overgezet op | werkt niet (?:langer|meer) bij
(?:ik|heeft) (?:verlaat|[\w-]+ verlaten) | in (?:de )?plaats daarvan | in (?:de )?plaats van [qx]{4,}
i\.?p\.?v\.? x{4,} | om te wisselen | move (?:me|us) from | drop the | ik stop bij | niet langer onze
wordt (?:er )?een voor | annul\w+ | uit ?schrij(?:ven|ving|f) | uitgeschreven | uit te schrijven
af ?meld(?:en|ing)? | afgemeld | af te melden | geschrapt | schrap(?!pen wat)\w* | verwijder(?:en|d)?
vervang(?:t|en|er|ster|ing)? | plaatsvervang\w+ | in (?:zijn|haar|mijn|diens) plaats(?! voor)
i\.?p\.?v\.? (?:hem|haar|mij|q+|mijn|onze) | neemt? (?:het|de fakkel) over
(?:dossiers?|taken|werk|plaats) over | verplaats(?:en|t|ing naar)? | omwissel\w* | (?:ver)?wissel van
switch\w* | (?:om|in)?ruil(?:en|t)? | overstap(?:pen)? | omzetten | omgezet | neemt? afscheid | met pensioen
ontslag\w* | uit dienst | withdraw\w* | cancel\w* | remove | removed | replac\w+ | unsubscribe | unregister
take(?:s|n)? over | taking over | sitting in for | in (?:his|her|my) place | remplac\w+ | retirer | desinscri\w+
desist\w+ | liberer | renonc\w+ | changer de table | wegvallen | opzeg\w* | af ?zeggen | terug ?trek\w*
trek \w+ terug | teruggetrokken | haal\b.{0,60}\b(?:af|uit|weg) | haal (?:mij|me|hem|haar|ons|q+) | mag er ?af
stopzet\w* | stop te zetten | beeindig\w+ | ongedaan | af ?halen | af te halen | stap uit | stappen uit
streep \w+ (?:\w+ )?door | give up | doorstrep\w+ | over ?zetten | zet \w+ over van | eruit | eraf
laten schieten | (?:lijst|tafel)\b.{0,60}\bhalen | intrekken | trek\b.{0,50}\bin | plaats innemen
plaats(?: \w+){0,3} vrij ?maken | plaats(?: \w+){0,6} komt(?: \w+)? vrij | werk van q+
(?:mijn|zijn|haar) plaats in | plaats van q+ in | laten vallen | moved to (?:our|another|a)
(?:mag|mogen) vervallen | los(?:t)?\b.{0,40}\baf | aflossing | afgelost | uitgaand\w* | mutatie\w*
""")
"""Somebody leaves a table, changes it or hands a place over."""

LEAVES_NOT = one_of(r"""
lees\b[^.;]*
(?:niet|niemand|geen|nooit|not|neen?)\b[^.;]{0,40}\b(?:vervang\w*|veranderen|wissel\w*|annul\w*|schrap\w*)
vervang \w+ niemand | vervang(?:t|en)? (?:\w+ ){0,3}(?:niemand|niet)
(?:vervang(?:er|ing|ster)|plaatsvervang\w+)\b[^.;]{0,40}\bals\b
(?:als|mijn|onze|eventuele?) (?:plaats)?vervang(?:er|ster) | schrappen wat niet | annuler\w* kan
kan (?:ik )?(?:nog )?annuleren | voorganger\b[^.;]*
(?:uitschrijven|uitschrijving|unsubscribe|af ?melden) (?:voor|van|from|uit) (?:deze|onze|die|de|this|\
our) (?:berichten|mails?|nieuws\w*|mailing\w*|list)
bij (?:\w+ )?(?:afwezigheid|verhindering|ziekte|belet)\b[^.;]* | (?:zijn|ben|kwamen|geraakten) eruit
vervang(?:t|en) geen | (?:uitschrijven|afmelden) kan | doorhalen wat | tenzij\b[^.;]* | (?:plaats)?vervangend\w*
indien (?:\w+ ){0,3}verhinderd\b[^.;]* | (?:ter|als) vervanging van (?:put|leiding)\w*
""")

CANCELS = one_of(r"""
(?:ge)?annul\w+ | meld\w*\b.{0,60}\baf | van\b.{0,60}\baf | uit ?schrij\w+ | uitgeschreven | uit te schrijven
af ?meld\w* | afgemeld | af te melden | (?:ge)?schrap\w* | verwijder\w* | haal\w* | halen | niet (?:meer|langer)
niet | geen | stop\w* | vertrek\w* | verlat?a?\w* | pensioen | ontslag | cancel\w* | withdr\w+ | remov\w+
unsub\w+ | unregister | no longer | not | won't | can't | cannot | retir\w+ | desinscri\w+ | desist\w+
renonc\w+ | supprim\w+ | liber\w+ | plus | opzeg\w* | af ?zeg\w* | terug\w* | trek\b.{0,60}\bin | in ?trek\w*
zie .{0,20}\baf | af ?zien | vrij\w* | verval\w* | weg\w* | er ?uit | eraf | wissel\w* | switch\w*
(?:om|in)?ruil\w* | verplaats\w* | verander\w* | wijzig\w* | omzet\w* | over ?(?:zet|stap|schakel)\w* | instead
in (?:de )?plaats | liever | verhuis\w* | verhuiz\w* | minder | laat | laten | te veel | teveel | opgeven
af ?ha[ak]+\w* | haak\w* .{0,30}\baf | verhinder\w* | doorstrep\w* | streep | ongedaan | beeindig\w*
stap\w*\b.{0,40}\buit | geef\b.{0,60}\b(?:op|vrij|terug|af) | af ?haal\w* | afhalen | give up
giv\w+ .{0,30}\bup | step\w* (?:down|out|back) | drop\w* | past | passen | sorry | helaas | jammer\w* | spijt\w*
fout\w* | vergis\w* | vergeten | moe(?:s)?t\b.{0,40}\bzijn | moest .{0,40}\bx+ | terwijl | bedoel\w*
verkeerd\w* | mijn plaats | van (?:de )?(?:\w+ )?x+ naar | from .{0,40}\bto | afwezig | ziek | vervang\w*
de lijst | iemand anders | had moeten | wordt x+ | chang\w+ | move | moved | pas | uit\w*
""")
"""Without any of these nobody is taken from a table."""

REPLACES = one_of(r"""
vervang\w* | plaats | plaatsvervang\w* | i\.?p\.?v\.? | op ?volg\w* | volgt? .{0,30}\bop | over ?ne(?:men|emt?)
overgenomen | neemt?\b.{0,80}\bover | dra(?:ag|gt|agt|gen)\b.{0,60}\bover | wissel\w* | (?:om)?ruil\w* | instead
replac\w+ | take\w* over | taking over | succe\w+ | remplac\w+ | sitting in | aflos\w* | afgelost | voortaan
seats? | hand ?over | (?:gaat|gaan) naar | go(?:es)? to | los\w*\b.{0,60}\baf | maak\w* | stond\w*
niet\b.{0,60}\bmaar | mutatie | uitgaand\w* | inkomend\w* | over ?(?:ge)?zet\w* | niet q+ maar
aan ?(?:te )?passen | niet (?:meer|langer) | nieuwe? | pensioen | step\w* | estafette | stokje | fakkel | stoel
uit .{0,60}\bin | hand\w* over | my place | place | mijn naam | dossiers? | (?:er)?uit | wijzig\w* | verander\w*
wordt | naam | ziek | stop\w* | verla\w+ | vertrek\w*
""")
"""Without any of these nobody comes for somebody else."""

WISHES = one_of(r"""
in ?schrij\w* | in ?te ?schrijven | ingeschreven | schrij[fv]\w* | op ?schrij\w* | aan ?meld\w* | aangemeld
aan te melden | meld\w* | noteer\w* | noteren | genoteerd | zet(?:ten)? | regist\w+ | deel(?:ne?\w*|name)?
mee\w* | aan ?sluit\w* | aan te sluiten | sluit\w* | aan ?schui\w* | aan te schuiven | schui\w* | zetel\w*
vertegenw\w+ | (?:af)?vaardig\w* | afgevaardig\w* | aan ?dui\w* | aangeduid | duid\w* | aan te duiden
kandida\w+ | kandid(?:eer|eren|eert) | graag | gaarne | wens\w* | wil(?:len|t)? | wou | volg(?!end)\w*
op ?volg\w* | gekozen | kie[sz]\w* | keuze\w* | op ?ge\w+ | geef\w* | op mijn naam | naam | namen | interesse\w*
plaats\w* | stoel\w* | zit\w* | kom(?:t|en)? | bij | aanwezig | present | aub | a\.u\.b\.? | gelieve
alsjeblieft | alstublieft | gaa?t? | gaan | ga | please | join\w* | attend\w* | sign\w* | partic\w+
represent\w* | would | want\w* | put | add | inscri\w+ | souhait\w* | voudr\w+ | takes? | taken | rejoin\w*
assist\w+ | ajout\w* | voorkeur | bij ?wo\w+ | bij te wonen | teken\w* | in ?teken\w* | opne\w+ | op te nemen
opgenomen | neem\w* | nemen | toevoeg\w* | toe te voegen | reken\w* | tel\w* | treed\w* | treden | stap\w*
haak | erbij | doe(?:t|n)? | lijst\w* | sturen? | stuur\w* | gestuurd | zend\w* | draa?g\w* | opt\w+ | afspraak
tafel\w* | tables? | voor (?:mij|ons|mezelf) | namens | opgave | delega\w+ | delegue\w* | design\w+ | nomin\w+
plek\w* | strook | erin | popel\w* | here i come | antwoord\w* | wel | ja | yes | oui | is dat q+ | spreekt voor
gerne | nehmen? | teil\w* | mochte\w* | anmeld\w* | ins?[cg]h?r\w* | zou | zal | zullen | wordt | worden | hou
pik\w* | ok | akkoord | zoals beloofd | beloofd | belangstelling
""")
"""Without any of these nothing is wished for."""

INSCRIBES = one_of(r"""
in ?schrij(?:f|ven|ving|vingen) | in ?te ?schrijven | ingeschreven | schrijf\w*\b.{0,90}\b(?:in|op|bij)
aan ?meld\w* | aangemeld | aan te melden | meld\w*\b.{0,90}\baan | noteer\w* | noteren | genoteerd | zet(?:ten)?
regist\w+ | deel ?(?:te )?ne\w+ | neemt?\b.{0,90}\bdeel | nemen\b.{0,90}\bdeel | deelname | deelgenomen
mee ?doe\w* | doe\w*\b.{0,60}\bmee | mee te (?:doen|werken|denken|volgen) | gaat?\b.{0,60}\bmee | meewerk\w*
aan ?sluit\w* | sluit\w*\b.{0,90}\b(?:aan|bij) | aan te sluiten | aan ?schui\w+ | aan te schuiven
schui\w+\b.{0,90}\b(?:aan|bij) | zetel\w* | vertegenw\w+ | (?:af)?vaardig\w* | afgevaardig\w* | aan ?dui\w+
duidt?\b.{0,60}\baan | aangeduid | aan te duiden | kandida\w+ | op ?geven | op te geven
geeft?\b.{0,90}\b(?:op|door) | opgegeven | op mijn naam | een (?:plaats|stoel|zitje|plek) | aanwezig | present
attend\w* | participat\w+ | particip\w+ | represent\w* | sign .{0,20}up | join\w* | put | add | inscri\w+
rejoin\w* | ajout\w* | bij ?wonen | bij te wonen | in ?teken\w* | teken\w* | op ?nemen | op te nemen | opgenomen
toe ?voeg\w* | toe te voegen | reken\w* op | erbij | plaats ?nemen | volgen | volg | volgt | op ?volg\w* | komt
kom | komen | keuze | gekozen | kies | kiezen | kiest | voorkeur | zit | zitten | stap | lijst | van de partij
nomin\w+ | design\w+ | opteer | opteren | op mij | plaats\w*
""")
"""A seat at a table, asked for in so many words."""

OTHER_MATTER = one_of(r"""
gastspreker\w* | gastcollege\w* | sprekers? | keynote | lezing | lesgever | docent | cursus\w* | lessenreeks
vorming\w* | opleiding\w* | webinar | studiedag | offertes? | prijsopgave | prijs\w* | demo | whitepaper
software | tools? | brochure\w* | thesis | masterproef | eindwerk | enquete\w* | bevraging | interview\w*
journalist\w* | redactie | reportage | persbericht | filmen | foto'?s? | vacature\w* | sollicit\w+ | stage
stageplaats | klacht\w* | factu\w+ | vergunning\w* | verstopp\w+ | overstrom\w+ | presentaties? | slides
verslag(?:en)? | opnames? | in contact | nakijken of | ben ik (?:al|reeds|ingeschreven) | sta ik (?:al|reeds|op)
klopt het dat | wie zit | hoeveel | deelnemers ?lijst | lijst van (?:de )?deelnemers | meer (?:info\w*|uitleg)
(?:goed|wel) ontvangen | bellen over | nota over | nieuwsbrief | nodigen? (?:u|je|jullie)
organiseren (?:wij |we )?zelf | lunches | catering | prijslijst | brandstof\w* | toestel\w* | waterfactuur
waterput | rapport\w* | resultaten | cijfers | spreken over | dankwoord | boeiende | leerrijk\w* | uiteenzetting
""")
"""What a mail may be about that is no seat at a table."""

PENDING = one_of(r"""
weet ik het (?:\w+ )?niet | ik weet het (?:\w+ )?niet | misschien wel,? misschien niet
(?:ge|u|je|jullie) hoort het nog
nog (?:te |niet |wel )?(?:bepalen|bepaald|beslis\w*|bekend|geweten|navragen|bekijken|aan te duiden|aangeduid|\
gekend|uit te maken|af te wachten|te vragen|te kiezen) | moet\w* (?:\w+ ){0,6}navragen | na te vragen
laat (?:hij|zij|ze) (?:u |je |jullie |het |dat )*(?:nog|later|binnenkort)
laa?te?n? (?:ik|we|wij) (?:u |je |jullie |het |dat )*(?:nog|later|binnenkort|zo snel mogelijk) (?:iets )?weten
wie (?:het|dat) (?:wordt|zal zijn) | weet ik (?:zelf )?nog niet | weten (?:we|wij) (?:zelf )?nog niet
nog geen (?:naam|idee|zicht|beslissing) | (?:u|je|jullie) hoort (?:nog )?van (?:ons|mij)
hoort (?:u|je) nog van | in beraad | ik aarzel | we aarzelen | ik twijfel | twijfel tussen
bekijken (?:we |wij )?(?:nog )?intern | bekijken (?:we|wij|dat) (?:\w+ )?nog | to be (?:confirmed|determined)
tbc | tbd | not yet (?:sure|decided|known|clear) | (?:sais|decide|sur|savons) pas encore
pas encore (?:sur|decide|certain) | naam volgt | namen volgen | vergeten te vragen
(?:vooraleer|alvorens|voordat) (?:ik|we|wij) | beslissen we | beslissen wij
ik bevestig (?:het |dit |dat )?(?:nog|later) | bevestig ik (?:het |dit |dat )?(?:nog|later) | weet ik of
weten (?:we|wij) of | even kijken wie | nog (?:even )?kijken wie
""")
"""Something that a reading needs and the sender does not know yet."""

CORRECTS = one_of(r"""
spelfout\w* | schrijffout\w* | typfout\w* | tikfout\w*
(?:fout(?:ief)?|verkeerd(?:elijk)?) (?:gespeld\w*|geschreven|vermeld|genoteerd) | mis ?spel\w+ | spelling
schrijf(?:t)? (?:je|u|men) met | staat een fout | een fout (?:in|geslopen|gemaakt)
is (?:\w+ )?(?:fout|foutief|verkeerd) | recht ?zet\w* | recht te zetten | verbeteren | corrigeren | corrige\w+
correct that | verkeerde (?:naam|tafel|voornaam|achternaam|familienaam) | graag aanpassen | kunt u dat aanpassen
misspel\w+ | typo
""")
"""Something in a registration is to be put right."""

CORRECTS_AN_ANSWER = one_of(r"""
niet correct | klopt niet | niet juist | vergissing | foutje | fout | verkeerd
""")
"""The same, in an answer to us."""

CHOOSES_NOT = one_of(r"""
(?:laat|laten) (?:ik|we|wij) (?:\w+ ){0,2}aan (?:u|jullie) over | (?:u|je|jullie) (?:mag|mogen) (?:zelf )?kiezen
keuze (?:laat|laten) (?:ik|we|wij) | (?:laat|laten) (?:ik|we|wij) de keuze
maakt (?:mij |ons |me )?(?:\w+ )?niet uit | eender welke? | om het even welke? | wat nog vrij is
waar (?:er )?(?:nog )?plaats is
""")
"""The choice is left to us."""

STAYS_AWAY = one_of(r"""
(?:ikzelf|mezelf|zelf) (?:kan|ga|zal|kom|doe|neem|wil|heb|ben|sluit|schuif) ?(?:ik |er |daar |helaas |\
jammer genoeg )*(?:\w+ ){0,4}?(?:niet|geen|nergens) | niet ik | niet ikzelf | niet (?:voor )?mezelf | not me
(?:ik|i) (?:kan|ga|zal|kom|doe|neem|can|will) (?:er |daar |zelf |hier |helaas |jammer genoeg )*(?:niet|not)
(?:deze keer |dit keer |helaas |zelf |jammer genoeg )(?:kan|ga|zal|kom|doe|neem) ik (?:er |daar |zelf |hier |\
helaas |dit keer )*niet | ik heb (?:er )?(?:geen|niet genoeg|te weinig) (?:tijd|goesting|zin|interesse)
heb ik (?:\w+ ){0,3}(?:geen|niet genoeg|te weinig) (?:tijd|goesting|zin|interesse) | genoeg vergaderd
iemand jonger | zonder mij | pas ik | bedank ik | ik (?:bedank|pas) | neen? dank | no thank you | no thanks
ik regel (?:gewoon|enkel|alleen|slechts) | (?:doe|regel|verzorg) ik (?:gewoon|enkel|alleen|slechts) de
niet de bedoeling | lukt (?:me|mij|ons) (?:\w+ )?niet | wordt? ik niet
""")
"""The writer does not come."""

STRONG_MATTER = one_of(r"""
functie van | vacature | sollicit\w+
(?:voor|schrijf|maak|in) (?:mijn|een|haar|zijn|onze) (?:thesis|masterproef|eindwerk) | enquete\w* | interview\w*
journaliste? | redactie | reportage | offertes? | prijsopgave | gastspreker\w* | gastcollege\w* | demo | lunches
catering | meetapparatuur | onze oplossing\w* | onze producten | ons aanbod | nakijken of | nagaan of
ben ik (?:al|reeds|wel|ingeschreven) | sta ik (?:al|reeds|wel|op) | klopt het dat | goed aangekomen
nog geen bevestiging | (?:in)?schrijving (?:is|was) (?:al |reeds )?in orde
bedankt? voor (?:de|uw|jullie|je) (?:in ?schrijving|bevestiging|registratie)
deelnemers ?lijst\b.{0,40}\b(?:bezorgen|krijgen|ontvangen|doorsturen|sturen|opvragen)
wie (?:van|neemt|zit) (?:\w+ ){0,4}(?:deel|daar|er|aan) | in het engels | held in english | naar ik hoorde?
is van plan | was van plan | zal (?:jullie|u|je) (?:\w+ ){0,3}(?:zelf )?(?:mailen|contacteren)
zelf een werktafel | kan ik (?:\w+ ){0,6}(?:later )?(?:nog )?wijzigen | mag (?:ze|hij|zij|een gemeente|een lid)
van onze (?:leden|gemeenten) (?:vraagt|wil)
""")
"""What a mail is about that is no seat at a table, whatever other words it has."""

ONE_SESSION = one_of(r"""
(?:halfuur|kwartier|uur|uurtje) later | halfuurtje later | online (?:volgen|bijwonen|aansluiten)
(?:sessie|vergadering|bijeenkomst)\b.{0,40}\bvan (?:\d|maandag|dinsdag|woensdag|donderdag|vrijdag|volgende)
eenmalig | deze ene keer | een keer vervang\w* | (?:volgende|eerstvolgende) sessie
""")
"""Only one meeting is spoken of."""

NOT_OURS = one_of(r"""
(?:klant(?:en)?|lid|leden|leverancier|vroeger|medewerk\w+|ex-\w+) (?:\w+ ){0,2}?(?:bij|van) (?:(?:de |\
het )?[\w-]+ en (?:bij |van )?)?(?:de |het )?z{3,}
z{3,} (?:zelf |als bureau )(?:neemt|schrijft|doet|komt|stuurt)\b.{0,30}\bniet | het net van (?:de )?z{3,}
niet (?:voor|namens|vanuit|bij) (?:de )?z{3,} | (?:mail)?adres (?:is )?(?:nog )?van (?:de |het )?z{3,}
(?:vertrok|weg|gestopt) bij (?:de )?z{3,} | z{3,} was al
""")
"""The organisation of the requests is named as another one than the writer's."""

PLAINLY_COMES = one_of(r"""
(?:schrijf|noteer|zet|meld|geef) (?:\w+ )?(?:mij|me)
ik (?!\w+ [^.;,]{0,40}\b(?:niet|geen)\b)(?:neem|schuif|sluit|zetel)
(?:neem|schuif|sluit|zetel) ik(?![^.;,]{0,40}\b(?:niet|geen)\b) | ik doe mee | doe ik mee | sign me
register me | put me | i will attend
""")
"""The writer asks for a seat of their own in so many words."""

CHANGES = one_of(r"""
wissel(?!en met)\w* | wijziging\w* | verhuis | opvolging | overname | vervanging\w* | mutatie\w* | change of
switch | handover | herschikking | uitschrijv\w+ | afmelding | annulatie | annulering | cancellation
withdrawal | stoel overdracht
""")
"""In a subject: the mail is about a registration that was there."""
