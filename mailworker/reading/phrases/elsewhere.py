"""Phrases of mails that name a table and want no seat: plans of others, jobs, sales, minutes, lists to look up."""

from mailworker.reading.phrases.patterns import one_of

HEARSAY = one_of(r"""
(?:zal|zullen|gaat|gaan) (?:het )?(?:u|jullie|je) (?:\w+ ){0,3}(?:laten weten|bevestigen|verwittigen) of
naar (?:ik|wij|we) (?:hoor(?:de)?|verneem|vernam(?:en)?|verstond|begreep)
(?:ik|wij|we) (?:hoorde|hoorden|vernam|vernamen|las|lazen) dat
naar verluidt
blijkbaar (?:wil|willen|zou|zouden)
(?:is|zijn|was) (?:\w+ ){0,6}van plan (?:om|zich)
(?:zal|zullen|gaat|gaan) (?:u|jullie|je|zich) (?:\w+ ){0,3}zelf (?:\w+ ){0,2}(?:mailen|schrijven|contacteren|\
inschrijven|aanmelden|melden|bezorgen)
(?:zal|zullen|gaat|gaan) zich (?:nog )?zelf
(?:neemt|nemen|zal|zullen) zelf (?:nog )?contact
i (?:heard|understand) that
(?:plans|intends|is planning) to
will (?:write|mail|contact) you
j'ai (?:appris|entendu)
compte s'inscrire
(?:zal|zullen|gaat|gaan) (?:u|jullie|je) (?:\w+ ){0,3}(?:mailen|schrijven|contacteren|bellen|aanschrijven|bereiken)
(?:zal|zullen|gaat|gaan) zich (?:apart|afzonderlijk|zelf|nog)
""")
"""Somebody else may want something and says so themselves."""

JOB = one_of(r"""
(?:kandidaat|kandidatuur|kandideer|kandidateer|solliciteer) .{0,30}?(?:functie|job|vacature|betrekking|baan|\
post van|plaats van|stage)
(?:functie|job|vacature|betrekking|stageplaats) (?:van|als|bij (?:u|jullie|vmm))
(?:binnen|in) (?:uw|jullie) (?:team|dienst|afdeling|organisatie)
mijn (?:cv|curriculum|motivatiebrief|sollicitatie\w*)
werken bij (?:de )?(?:vmm|jullie|u)
(?:job|position|vacancy|internship) (?:of|as|at)
(?:poste|offre d'emploi|stage) (?:de|comme|chez)
""")
"""A candidate for work, not for a table."""

OFFER = one_of(r"""
(?:een |gratis |korte )?demo
met (?:onze|ons) (?:\w+ )?(?:dashboard|software|tool|toestel\w*|platform|product\w*|oplossing\w*|app|sensor\w*|\
systeem)
(?:onze|ons) (?:\w+ )?(?:dashboard|software|tool|toestellen|platform|app|sensoren|systeem) (?:\w+ )?(?:helpt|biedt|\
maakt|meet)
(?:maakt|bespaart|verdient) u
(?:laten|kunnen|komen|te|zouden|eens) (?:\w+ ){0,3}(?:voor ?(?:te )?stellen|presenteren)(?= *[.?!,]| *$| aan|\
[ ]tijdens| op| bij)
is er (?:\w+ )?interesse (?:om|in|voor)
interesse in (?:een|onze|ons)
(?:korting|offerte|prijslijst|promotie|aanbieding)
spreker
presentatie (?:te )?(?:geven|houden|aanbieden|aan te bieden|verzorgen)
""")
"""Somebody has something to sell or to show."""

INFORMED = one_of(r"""
met (?:grote |veel )?(?:belangstelling|interesse|aandacht)(?! (?:in|voor|om|aan)).{0,20}(?:vanop|van op|vanaf) afstand
(?:vanop|van op|vanaf) (?:een )?(?:de )?(?:afstand|zijlijn)
(?:verslag(?:en)?|notulen|presentaties?|slides|documenten|nota's|resultaten|minutes|reports?|\
comptes? rendus?) .{0,60}?(?:ontvangen|krijgen|bezorgen|bezorgd|doorsturen|door te sturen|inkijken|nalezen|receive|\
get|recevoir)
(?:ontvang|krijg|receive) .{0,30}?(?:verslag(?:en)?|notulen|presentaties?|slides|documenten|minutes)
(?:mailinglijst|verzendlijst|mailing ?list)
op de hoogte (?:ge)?(?:houden|blijven|te blijven|te houden|brengen)
op de hoogte gehouden (?:te )?worden
(?:in contact|contact) (?:te )?brengen (?:met)?
contactgegevens van
kept informed
keep (?:me|us) (?:posted|informed)
tenir (?:au courant|informe\w*)
""")
"""They want to hear about it, not to sit at it."""

LOOK_UP = one_of(r"""
(?:weet|wist|weten) (?:\w+ ){0,4}of (?:ik|we|wij) .{0,30}?(?:ingeschreven|aangemeld|genoteerd)
(?:heb|hebt|hebben|heeft) (?:u|je|jullie) (?:mijn|onze) .{0,60}?(?:ontvangen|gekregen|binnengekregen|genoteerd)
is (?:mijn|onze) (?:inschrijving|mail|aanmelding) .{0,60}?(?:aangekomen|ontvangen|in orde|geregistreerd)
(?:nakijken|nagaan|nazien|na te (?:kijken|gaan|zien)|checken|controleren|opzoeken|bevestigen|laten weten|zeggen|\
vertellen) of .{0,60}?(?:ingeschreven|op (?:de|jullie|uw) lijst|aangemeld|genoteerd|staat|sta|staan|\
vertegenwoordigd)
(?:staat|sta|staan|zit|zitten) (?:ik|er|we|wij|\w+) .{0,30}?(?:al|nog|nu) .{0,30}?(?:lijst|ingeschreven|genoteerd)
(?:ben|zijn|is) (?:ik|we|wij|er|\w+) (?:nu )?(?:al|eigenlijk|reeds) (?:ingeschreven|aangemeld)
(?:wie|wie er) (?:\w+ ){0,4}(?:al )?(?:ingeschreven|vertegenwoordigt|op de lijst)
check (?:if|whether)
verifier si
(?:klopt het|is het (?:juist|waar|correct)|is it (?:true|correct)) (?:dat|that) .{0,80}?(?:ingeschreven|aangemeld|\
opgegeven|genoteerd|registered)
""")
"""What the register says is asked, not changed."""

OTHER_WATER = one_of(r"""
(?:regen|hemel|grond)?waterput(?:ten)? .{0,40}?(?:keuren|aansluiten|vergunning|plaatsen|boren|dempen)
(?:keuring|keuren|gekeurd) .{0,40}?(?:put|installatie|aansluiting|riolering|privewaterafvoer)
(?:waterfactuur|heffing|waterheffing|meterstand|watermeter|premie|subsidie|\
vergunning(?:saanvraag)?) .{0,60}?(?:aanvragen|betalen|betaal|betaald|krijgen|klopt|doorgeven|indienen)
""")
"""Water matters of which the tables are not."""

LONG_AGO = one_of(r"""
(?:in|rond|sinds|van|tot) (?:19|20)[01]\d .{0,60}?(?:zat|zaten|was|waren|nam|namen|deed|deden|zetelde\w*|volgde\w*|\
vertegenwoordigde\w*|werkte\w*)
(?:toenmalige?|vroegere) (?:\w+ )?(?:\w*tafel\w*|overleg|bekkenbestuur|werkgroep)
(?:zat|zaten|zetelde|zetelden) (?:ik|wij|we) .{0,40}?(?:mee )?(?:aan|in|bij|rond)
(?:was|waren) (?:een |heel |erg |zeer )?(?:boeiende?|mooie?|leerrijke?|interessante?) (?:tijd|ervaring|periode|\
overleg)
(?:op rust|gepensioneerd|met pensioen|retired|a la retraite)
""")
"""A memory."""

NOT_COMING = one_of(r"""
(?:deelnemen|meedoen|meewerken|aansluiten|deelname|komen|aanschuiven|inschrijven|participating|\
attending) .{0,40}?(?:lukt|kan|gaat|past|hoeft|is|wil|zit er|wordt|zal) .{0,25}?(?:niet|geen|moeilijk|\
onmogelijk)(?! (?:alleen|enkel|te laat))
(?:lukt|past) (?:me|mij|ons|het) .{0,15}?niet
gaan? (?:wij|we|ik) .{0,30}?niet (?:op )?in
(?:wij|we|ik) (?:zijn|ben|zullen|zal|gaan|ga) .{0,20}?niet .{0,20}?(?:ingeschreven|inschrijven|deelnemen|meedoen)
zullen (?:dat|dit) (?:ook )?niet
is niet de bedoeling
niet de bedoeling
(?:wij|we|ik) (?:bedanken|bedank) (?:hier|er|dus )?voor
""")
"""Whoever writes does not take part."""

LOGISTICS = one_of(r"""
(?:zaal|lokaal|vergaderzaal|vergaderruimte|room) .{0,60}?(?:gereserveerd|geboekt|vastgelegd|vrij|booked|reserved)
(?:broodjes|catering|koffie|lunch|beamer)
de agenda (?:van|voor) de (?:vergadering|sessie|werktafel|bijeenkomst)
(?:vergadering|sessie|bijeenkomst) .{0,40}?(?:gaat|zal) .{0,30}?door
""")
"""Rooms, sandwiches, an agenda."""
