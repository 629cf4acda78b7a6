"""Words of changing: one table for another, one person for another; and of what stays as it is."""

from mailworker.reading.phrases.patterns import one_of

CHANGE = one_of(r"""
aanpassing\w*
la(?:at|ten) .{0,10}?vallen .{0,5}?ten (?:voordele|gunste) van
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
my (?:seats?|places?) .{0,60}?go(?:es)? to
(?:prend|prendra|reprend|reprendra) (?:ma|sa) place
(?:verander\w*|wissel\w*|wijzig\w*) van (?:vertegenwoordig\w*|afgevaardigde|deelnemer|contactpersoon)
los(?:t|sen)? .{0,10}?PERSON .{0,20}?af(?= *[.,;!]| *$)
(?:uitgaande?|uittredende?|aftredende?)(?: lid)?:? PERSON
erf(?:t|de)? .{0,20}?(?:plaats|zitje|stoel|taken|dossiers?)
(?:inschrijving|deelname|registratie|plaats|stoel|zitje|plek) (?:\w+ ){0,2}van PERSON .{0,60}?(?:naar|aan|\
op) .{0,30}?PERSON
(?:overzetten|overgezet|over te zetten|overschrijven|overgeschreven|omzetten|omgezet) (?:\w+ ){0,2}(?:op|\
naar) .{0,30}?PERSON
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
(?<!een )(?<!1 )(?:stoel|stokje|fakkel|plaats|zitje|plek) (?:\w+ ){0,8}(?:door aan|over aan|doorgeven|doorgegeven|\
overdragen|innemen)
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
of er (?:\w+ ){0,2}(?:opvolg|vervang)\w+
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
