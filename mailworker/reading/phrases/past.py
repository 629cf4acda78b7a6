"""Words that tell of an earlier registration, and of somebody who goes away."""

from mailworker.reading.phrases.patterns import one_of

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
