"""Words that make a wish hang on something, make it uncertain, or take it back."""

from mailworker.reading.phrases.patterns import one_of

CONDITION = one_of(r"""
(?:als|indien|wanneer|zodra) (?:de|het|een|er|dit|dat|mijn|onze|jullie|u|ik|we|wij|alles|ORG|\
PERSON) [^,;]{3,80}?(?:zit|zitten|zetelt|zetelen|deelneemt|deelnemen|meedoet|meedoen|instapt|wordt|worden|\
is|zijn|kan|kunnen|mag|gaat|gaan|komt|komen|heeft|hebben|lukt|blijft|krijg\w*|valt|vallen|doorga\w*|instem\w*|\
toelaat|toelaten), (?:dan )?(?:wil|willen|kom|komen|neem|nemen|schrijf|zou|zal|doe|ga|sluit|volg|stap|teken|mag|mogen|\
kan|kunnen) (?:ik|wij|we|u|je|jullie|ORG|PERSON)
als .{3,60}? (?:akkoord|toestemming|toelating|goedkeur\w*|groen licht|zijn fiat|haar fiat|het licht op groen)
(?:mits|behoudens|in afwachting van) (?:akkoord|goedkeuring|toestemming) (?:van|door)
onder voorbehoud
onder (?:de )?voorwaarde
op voorwaarde
voorwaarde is
mits
tenzij
hangt (?:er |nog )?(?:van )?af
zo ja
zo niet
zoniet
in ?zover
voor zover
zolang
stel dat
in geval
indien (?!nodig|gewenst|u (?:nog )?(?:vragen|meer|bijkomende)|er (?:nog )?(?:vragen|problemen)|mogelijk|\
nog mogelijk|jullie (?:nog )?(?:vragen|info)|vereist|van toepassing|het kan|dat kan|nog iets|iets)
(?:enkel|alleen|slechts|pas) (?:als|indien|wanneer|mits)
als (?:er|het (?:nog )?(?:niet|op|in|tijdens|past|digitaal|online|fysiek|'s|maar)|de (?:data|sessies|agenda|uren|\
timing|eerste|vergadering\w*)|(?:mijn|onze|ons) \w+ (?:akkoord|het|ja|toestemming|mag|kan|wil)|wij (?:mogen|welkom|\
toegelaten)|we (?:mogen|welkom|toegelaten)|ik (?:mag|tijd|welkom|toestemming|groen|kan)|dat (?:op|in|past|niet|\
geen)|jullie (?:nog )?(?:plaats|ruimte|mij|iemand|het)|u (?:nog )?(?:plaats|ruimte|mij|het)|niemand|\w+ (?:niet|\
akkoord|het niet|zelf))
pas (?:\w+ ){0,3}(?:beslissen|zeker|bevestigen)
mocht (?!.{0,60}(?:vragen|ontbreken))\w+
komt er (?:niemand|iemand|geen)
is er (?:niemand|nog plaats|geen) .{0,30}?,? dan
alvorens (?!tot)
wacht(?:en)? (?:\w+ ){0,3}(?:op|af)
before (?:i|we) (?:sign|register|join)
if (?:possible there|there|the dates|it|you (?:still )?have (?:a )?(?:place|room|seat)|we|the|that|so|my|our)
unless
provided
depending
subject to
sous reserve
a condition
sauf si
si (?:il|vous|les|le|la|elle|mon|ma)
s'il (?:reste|y a)
en fonction
afhankelijk van (?!x{5,}|water|(?:ons |onze |het |de )?(?:put|neerslag|regen|grond))
(?:vooraleer|voordat|voor|alvorens) (?:ik|we|wij) (?:\w+ ){0,6}?(?:voordrag\w*|afvaardig\w*|toehap\w*|beslis\w*|\
besluit\w*|kies|kiezen|inschrij\w*|\
toezeg\w*|bevestig\w*|engageer\w*|vastleg\w*|aanmeld\w*)
""")

BENIGN = one_of(r"""
bel (?:me|mij|ons)
onduidelijk\w*
gerust
voor zover (?:ik|wij|we) (?:weet|weten|zie|zien)
vragen
vraag
nodig (?:heeft|hebt|hebben)
inlichtingen
meer info
bijkomende info
informatie (?:nodig|wenst)
contacteren
contact op
hoor (?:ik|je|jij|u)
laat (?:gerust|maar|het)
questions
als het (?:over|gaat)
als het (?:u|je|jullie|ulieder) (?:belieft|blieft)
(?:beoogde|bedoelde|juiste) (?:bestemmeling|ontvanger|geadresseerde)
als (?:mijn|onze|ons) (?:inschrijving|aanmelding|kandidatuur|opgave|registratie) (?:kan|mag|het)
(?:als|indien) er maar (?:een|1)\b.{0,30}? mag .{0,20}?wacht
als dat mag
als het kan
als dat kan
als het mag
als (?:dat|het|dit) (?:nog )?(?:mogelijk is|kan|lukt|past|mag)
nog iets nodig
if any
bellen
bereikbaar
aarzel
iets niet klopt
iets ontbreekt
anders hoor
problemen?
in afwachting
wachtlijst
""")

IN_THAT_CASE = one_of(r"""
in dat geval
dan (?:wil|schrijf|zou|graag|neem|mag|kom|schuif)
indien (?:ja|dat|dit|wel)
als (?:dat|dit) (?:zo is|mag|kan|wel)
zo ja
if so
in that case
then (?:i|we|please)
si oui
dans ce cas
""")

TENTATIVE = one_of(r"""
bepaalt (?:mee )?of (?:ik|we|wij)
zou .{0,30}?(?:keuze|beslissing) .{0,12}?(?:vergemakkelijken|helpen|bepalen|beinvloeden)
(?:bekijkt|bekijken|onderzoekt|onderzoeken|overlegt|overleggen|gaat na|gaan na) (?:\w+ ){0,4}of
misschien
wellicht
waarschijnlijk
vermoedelijk
mogelijk(?:s)? (?:ook|nog|kom|komt|neem)
eventueel
twijfel(?:en|t)?
aarzel(?:en|t)?
nog niet (?:zeker|beslist|helemaal zeker|uit|besloten|bepaald)
weet (?:ik |nog )?(?:het )?nog niet
weet(?:en)? (?:ik|we|wij)? ?of
(?:moet(?:en)?|zal|zullen|wil|willen) (?:\w+ ){0,6}(?:nog |eerst )?(?:navragen|overleggen|bekijken|aftoetsen|\
intern bespreken|afstemmen|nakijken|afchecken|bespreken|beslissen|toestemming)
eerst .{0,40}?(?:overleggen|navragen|bekijken|bespreken|toestemming)
(?:nog )?toestemming (?:te )?(?:vragen|krijgen|nodig)
overwe(?:eg|gen|egt)
denk(?:en)? (?:er(?:aan|over)|na over|eraan)
denk ik na
nog te bevestigen
te bevestigen
bevestig(?:ing)? (?:\w+ )?(?:nog|volgt|later)
voorlopig (?:optie|onder)
op optie
in optie
optie op
in beraad
bekijk(?:en)? (?:\w+ ){0,3}(?:of|intern)
beslis(?:sen|t)? (?:\w+ ){0,8}(?:later|of (?:ik|we|wij|er|en (?:wie|met|hoe)))
nog (?:niet )?(?:beslist|beslissen) of
laten (?:\w+ ){0,4}(?:nog )?weten of (?:ik|we|wij)
laat (?:\w+ ){0,6}weten of (?:ik|we|wij)
(?:u|jullie|je) hoort? (?:\w+ ){0,2}nog van (?:mij|ons)
zou kunnen dat
als tweede keuze
tweede keus
reservekeuze
bij voorkeur .{0,40}? anders
nog even (?:wachten|afwachten|bekijken)
kom ik op terug
kom er (?:later )?op terug
perhaps
maybe
might
possibly
not (?:yet )?(?:sure|decided)
considering
tentative(?:ly)?
to be confirmed
tbc
peut-etre
eventuellement
probablement
pas encore (?:sur|decide)
a confirmer
""")

SECOND_THOUGHTS = one_of(r"""
alhoewel
bij nader inzien
of nee
of neen
nee wacht
nee,? toch
neen,? toch
wacht,
toch beter
of toch
toch maar (?:niet)?
weet ge wat
weet je wat
bedenk me
bedenk mij
euh
correctie
rechtzetting
ik bedoel\w*
sorry,? ik bedoel\w*
on second thought
actually,? no
finalement
ou plutot
laat maar(?! (?:\w+ ){0,2}(?:weten|horen|komen|iets))
""")

CORRECTION = one_of(r"""
bedoel ik
correctie
rechtzetting
ik bedoel(?:de)?
bedoelde ik
i mean
i meant
correction
""")
