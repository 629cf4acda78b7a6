"""Words that tell a sentence from a bare line, and words for a table or for one named before."""

from mailworker.reading.phrases.patterns import one_of

TABLE_WORD = one_of(r"""
[a-z]*tafels?
werktafel\(s\)
working tables?
work tables?
working groups?
tables? de travail
tables?
wt's?
werkgroep(?:en)?
themagroep\w*
strategische planning
waterbevoorrading
""")
SAME_TABLE = one_of(r"""
boven(?:staande|vermelde|genoemde)
(?:in|uit|van) (?:het |de )?(?:onderwerp|titel|subject|object|objet|hoofding)
(?:zie|cfr\.?|cf\.?|conform|volgens|zoals (?:in|vermeld in)) (?:het |de )?(?:onderwerp|titel)
onderwerp vermelde
voormelde
voornoemde
deze tafel
die tafel
aan die tafel
dit thema
dat thema
hierboven
bovenvermeld
daarvoor
hiervoor
daarbij
daaraan
hieraan
daar
er(?:voor|bij)
er (?:\w+ ){0,4}bij(?= *[.,;!?]| *$)
die inschrijving
deze inschrijving
dat dossier
dit
subject line
above
ci-dessus
en objet
that one
that table
this table
""")
VERB = one_of(r"""
# Finite verbs and subjects: a line without one of these may be a bare answer, a name, a table.
we
wij
ik
hij
zij
ze
jullie
is
zijn
ben
bent
was
waren
wordt
worden
werd
werden
heeft
hebben
heb
had
hadden
kan
kunnen
zal
zullen
zou
zouden
wil
willen
mag
mogen
moet
moeten
moest
gaat
gaan
ga
ging
komt
komen
kom
doet
doen
doe
blijft
blijven
staat
staan
sta
geeft
geven
geef
neemt
nemen
neem
zit
zitten
vindt
vinden
vind
lijkt
denk
denken
dacht
dachten
weet
weten
zie
zien
ziet
zag
krijgt
krijgen
wens
wensen
wenst
laat
laten
liet
kies
kiest
kiezen
volg
volgt
volgen
schrijf
schrijft
stuur
stuurt
meld
vaardigt
duidt
vervangt
werk
werkt
werken
maakt
maken
gebruik\w*
leid\w*
speel\w*
heet
ligt
liggen
beheert?
beheren
onderzoek\w*
mis
missen
bestaat
bestaan
ontbreekt
blijkt
hangt
vraagt
vragen
zorgt
zorgen
verdwijnt
eindigt
lieten
are
am
were
has
have
had
will
would
can
could
should
do
does
did
work\w*
est
sont
suis
sommes
avons
ai
a(?= \w+e)
sera
serai
travaill\w*
""")
