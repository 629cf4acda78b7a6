"""Words that a plain registration does not hold: of condition and of denial, and what explains them."""

from mailworker.reading.phrases.patterns import one_of

DEPENDS = one_of(r"""
# Words of condition at the start of a clause, in what looks like a plain registration.
(?:mocht|moest) (?!.{0,60}ontbreken)\w+
indien
als (?:er|het|dat|dit|die|ik|we|wij|u|jullie|je|niemand|iemand|mijn|onze|ons|hij|zij|ze|geen|alles|mogelijk|nodig|\
\w+ (?:zelf|niet|geen))
zodra
zolang
tenzij
zoniet
zo niet
anders
komt er
if
unless
sauf si
s'il
""")

POLITE_CONDITION = one_of(r"""
als (?:dat|het|dit) (?:nog )?mogelijk is
nodig (?:heeft|hebt|hebben)
(?:u|je|jullie) (?:belieft|blieft)
(?:beoogde|bedoelde|juiste) (?:bestemmeling|ontvanger|geadresseerde)
(?:als|indien) er maar (?:een|1)\b.{0,30}? mag .{0,20}?wacht
hoor ik het
vragen
vraag
inlichtingen
info
informatie
contacteren
contact
aarzel
gerust
questions
gewenst
van toepassing
iets niet klopt
ontbreekt
bellen
bereik\w*
anders hoor
niet anders
anders (?:niets|niks)
of iets anders
als het (?:over|gaat om)
data
datum
sessies? (?:gekend|vastlig\w*|bekend)
gekend
hopelijk
hoop (?:dat )?(?:er|ik)
als dat (?:mag|kan|lukt)
als het (?:mag|kan|lukt)
indien mogelijk
indien nog mogelijk
zo mogelijk
if possible
si possible
onder andere
""")

NEGATION = one_of(r"""
niet
geen
nooit
nergens
niemand
noch
not
never
nobody
none
don't
doesn't
won't
can't
cannot
jamais
aucun\w*
personne ne
ne .{0,30}?pas
""")

EXPLAINED = one_of(r"""
niet (?:verbazen|verwonderen|verrassen)
niet (?:alleen|enkel|slechts|te laat|missen|te missen|vergeten|onbelangrijk|onbekend|ontbreken|aarzelen|toevallig|\
meteen|direct|zo|erg|echt|genoeg|evident|altijd|helemaal|zeker hoe|veel)
(?:mag|mogen|kan|kunnen|wil|willen) .{0,40}?niet (?:\w+ )?(?:ontbreken|missen|achterblijven)
nog niet (?:bekend|gekend|ingeschreven|vertegenwoordigd|te laat|ontvangen|gedaan|aangemeld|iemand)
of niet
niet onder
not only
pas seulement
geen (?:probleem|enkel probleem|bezwaar|idee|specialist|twijfel)
zonder (?:meer|twijfel)
liever niet
waarom niet
nog geen (?:data|bevestiging|antwoord|mail|deelnemer)
als geen (?:ander|een)
niets
niet voor
niet naar
niet bij
niet aan
""")
