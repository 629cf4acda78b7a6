"""Words of other matters: questions, complaints, events, personal data, attachments, what is forwarded."""

from mailworker.reading.phrases import one_of

COMPLAINT = one_of(r"""
eis(?:en)? dat
wie heeft dat (?:bedacht|beslist|verzonnen)
ongehoord
klacht(?!en? (?:over|van) (?:bewoners|burgers))
klagen
schanda\w*
schande\w*
onaanvaardbaar
onbegrijpelijk
ontgoocheld
teleurgesteld
teleurstellend
niet tevreden
ontevreden
onvrede
niet akkoord
begrijp(?:en)? (?:\w+ ){0,3}niet waarom
niet (?:te )?begrijpen
protest\w*
bezwaar (?:tegen|aan)
aan te klagen
oneerlijk
onrechtvaardig
belachelijk
niet correct
niet ernstig
niet fair
zo werkt het niet
wanbeheer
ramp
frustr\w+
verontwaardig\w*
verbazing
verbaasd
nooit (?:\w+ ){0,3}(?:ingeschreven|opgegeven|aangemeld|gevraagd)
nergens (?:\w+ ){0,2}(?:opgegeven|ingeschreven|aangemeld)
zonder (?:mijn|ons) (?:medeweten|toestemming)
wie heeft (?:mij|me|ons)
ombuds\w+
verwaardig\w*
eis(?:en)? (?:\w+ ){0,4}(?:antwoord|reactie|uitleg)
(?:nog steeds|nog altijd|nooit) (?:\w+ ){0,3}antwoord
geen antwoord (?:gekregen|ontvangen|gehad)
(?<!geen )aangetekend
advocaat
rechtbank
schadevergoeding
ingebrekestelling
wantoestand\w*
waarom (?:sta|staat|zijn|word|worden|werd|mag|mogen|kan|krijg|krijgen|ben|is)
complain\w*
unacceptable
disappoint\w*
inadmissible
plainte
inacceptable
ergernis
erger mij
storend
betreur\w*
hoe komt het dat
vind het (?:\w+ ){0,3}(?:vreemd|raar|jammer|spijtig|erg) dat
ik ben tegen
""")

CITIZEN = one_of(r"""
(?:ik )?vertegenwoordig (?:ik )?(?:niemand|enkel mezelf|alleen mezelf)
als .{3,40}? inwoner(?:ster)?
als (?:gewone |bezorgde |betrokken |geinteresseerde )?(?:burger|inwoner|inwoonster|particulier|buurtbewoner|\
bewoner|privepersoon|individu)
(?:gewone|bezorgde|betrokken|geinteresseerde|mondige) (?:burger|inwoner|inwoonster|bewoner)
ten persoonlijke titel
op persoonlijke titel
prive ?persoon
uit persoonlijke (?:interesse|naam)
geen (?:enkele )?(?:vereniging|organisatie|bedrijf)
niet (?:aan|bij) (?:een|geen) organisatie
zonder organisatie
citoyen\w*
as a citizen
private citizen
concerned citizen
gepensioneerd(?:e)? (?:en|leraar|leerkracht|ambtenaar|ingenieur)
ik ben (?:\w+ ){0,3}(?:burger|inwoner|inwoonster|particulier)
in eigen naam(?! van| als)
""")

PERHAPS_CITIZEN = one_of(r"""
gepensioneerd(?:e)? (?:en|leraar|leerkracht|ambtenaar|ingenieur)
in eigen naam
""")

LEGAL = one_of(r"""
gdpr
avg
rgpd
persoonsgegevens
recht (?:op|van) (?:inzage|verwijdering|vergetelheid)
gegevens (?:te )?(?:verwijderen|wissen|wist)
gegevensbescherming
dpo
vergetelheid
wob-verzoek
openbaarheid van bestuur
bestuursdocument\w*
donnees personnelles
personal data
""")

EVENT = one_of(r"""
(?:overleg|vergadering|bijeenkomst|zitting) van (?:het|de|ons|onze) (?:bekken\w+|bestuur|raad|college|commissie|\
stuurgroep)
webinar\w*
gastcollege\w*
gastspreker\w*
gastles\w*
lessenreeks\w*
spreekbeurt\w*
studiedag\w*
opleiding\w*
congres\w*
symposi\w+
infosessie\w*
infoavond\w*
informatievergadering
excursie\w*
cursus\w*
workshop\w*
lezing\w*
conferentie\w*
training\w*
seminarie\w*
seminar\w*
plaatsbezoek\w*
vlario-?dag
open ?dag
opendeurdag
netwerkmoment
receptie
nieuwsbrief
e-learning
vacature
stage
openbaar onderzoek
hoorzitting
""")

OUTSIDER = one_of(r"""
gastcollege\w*
gastles\w*
gastspreker\w*
gastdocent\w*
spreekbeurt
persvraag
persdienst
journalist\w*
redactie
reportage
interview\w*
masterproef
bachelorproef
thesis
eindwerk
scriptie
enquete
(?:een|onze|mijn|korte|volgende) bevraging
offerte
vrijblijvend
vacature
sollicit\w+
zaalverhuur
catering
press
student aan
als student
(?:onze|ons) (?:oplossing|product|diensten|aanbod|brochure)
bieden .{0,40}?aan
nodigen (?:u|jullie) .{0,20}?uit
wij organiseren zelf
""")

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

ATTACHMENT = one_of(r"""
(?:in|als|zie) (?:de )?bijlage
bijgevoegd\w*
bijgaand\w*
in bijl\.?
attached
attachment
en annexe
ci-joint\w*
pi[e]ce jointe
aanhangsel
toegevoegd bestand
excel\w*
xlsx
pdf
docx?
scan
foto
""")

ATTACHED_LIST = one_of(r"""
lijst\w*
formulier\w*
deelnemerslijst\w*
overzicht\w*
tabel
excel\w*
inschrijving(?:en|sformulier\w*)?
ingevuld\w*
gegevens
antwoordstrook
antwoordformulier
deelnemers
namen
contactpersonen
list
form
liste
formulaire
document
kandidaturen
kandidatuur
brief
foto
scan
afvaardiging
aanmelding(?:en)?
rooster
keuze(?:s)?
""")

NOT_LIST = one_of(r"""
(?:zonder|geen) bijlagen?
nota
presentatie
mail in bijlage
""")

FORWARDED = one_of(r"""
onderstaand\w*
hieronder
zie onder(?:aan)?
zie lager
doorgestuurd\w*
doorsturen
stuur(?:en)? (?:\w+ ){0,4}door
ter (?:info|informatie|opvolging|kennisgeving)
bestemd voor
voor gevolg
voor verdere
below
forward\w*
fyi
ci-dessous
transf\w+
""")

SESSION = one_of(r"""
(?:voor )?(?:die|deze|dat|dit) (?:ene|een) (?:keer|maal|dag|namiddag|voormiddag|avond)
(?:laten )?verontschuldig(?:en|t|d)
(?:enkel|alleen|slechts|only) (?:voor |for )?(?:deze|die|de (?:eerste|tweede|derde|volgende|laatste)|this|that|\
the (?:first|next)) (?:ene )?(?:sessie|keer|session|vergadering|datum|dag)
(?:eerste|tweede|derde|vierde|vijfde|volgende|laatste|ene) (?:sessie|vergadering|bijeenkomst)
sessie (?:van|op|[a-z]+ van) (?:\d|maandag|dinsdag|woensdag|donderdag|vrijdag)
(?:deze|die) (?:sessie|keer)
de sessie (?:van|op|x{5,}|over)
sessie (?:van )?x{5,}
sessie [1-5]
(?:first|second|next) session
die dag (?:niet|kan)
eenmalig
een halfuur (?:later|vroeger)
""")

THANKS = one_of(r"""
dank
dankjewel
dankuwel
bedankt
merci
thanks
thank you
thx
prima
perfect
super
top
genoteerd
goed ontvangen
in orde
oke?
great
fijn
mooi zo
tot dan
well received
begrepen
""")

QUESTION_WORD = one_of(r"""
wie
wat
waar
wanneer
welke?
hoe
hoeveel
waarom
waarvoor
hoelang
is er
zijn er
zijn de
is het
is de
is dat
is dit
komt er
komen er
moet(?:en)? (?:ik|we|wij|er|dat)
wordt (?:er|dit|dat|het)
worden (?:er|de)
gaan? de
gaat (?:het|dit|dat)
krijg(?:en)? (?:we|wij|ik)
hebben jullie
heeft u
heb je
ben ik
volstaat
klopt het
later nog
who
what
where
when
which
how
why
is there
are there
will (?:there|the|it)
do (?:we|i|you)
does
is it
are the
quand
ou (?:se|aura|est)
comment
combien
quel\w*
est-ce que
y a-t-il
faut-il
auront-elles
whether
tell me
let me know
zeggen of
weten of
""")

POSSIBILITY = one_of(r"""
nog plaats
nog vrij
nog plek
nog ruimte
nog (?:altijd )?mogelijk
nog (?:in)?schrijven
nog kan
kan (?:het|dat) nog(?! (?:\w+ )?(?:gewijzigd|aangepast|veranderd|geannuleerd|rechtgezet|ongedaan))
is het (?:nog )?mogelijk(?! om (?:mij|me|ons|hem|haar|PERSON|mijn collega|onze collega) .{0,40}?(?:in te schrijven|\
aan te melden|toe te voegen|te noteren|op te geven))
mogelijk om (?!(?:mij|me|ons|hem|haar|PERSON|mijn collega|onze collega) .{0,40}?(?:in te schrijven|aan te melden|\
toe te voegen|te noteren|op te geven))
toegelaten
toegestaan
welkom
(?:digitaal|online|via (?:teams|zoom|webex)|van ?op afstand|hybride|virtueel|remotely) (?:\w+ ){0,2}(?:aansluiten|\
aan te sluiten|deelnemen|deel te nemen|volgen|te volgen|meevolgen|bijwonen|meedoen)
met (?:twee|drie|meer(?:dere)?|2|3|hoeveel)
meerdere (?:personen|collega's|deelnemers)
twee (?:personen|mensen|deelnemers)
ook (?:bedrijven|studiebureaus|burgers|landbouwers|privepersonen)
(?:mogen|kunnen) (?:\w+ )?(?:bedrijven|studiebureaus|burgers|studenten|particulieren|gemeenten|buitenstaanders|\
waarnemers)
in aanmerking
als (?:interne|burger|waarnemer|observator|student|buitenstaander|gast)
te laat
volzet
is it (?:still )?possible(?! to (?:register|sign|put|add|include|enrol) (?:me|us|PERSON))
still possible
places left
allowed
welcome to
est-il (?:encore )?possible
encore possible
peut-on
""")

TO_YOU = one_of(r"""
(?:kan|kunt|kunnen|wil|wilt|willen|zou|zouden|zoudt|tel|telt|tellen|pas|past|geef|geeft|geven|maak|maakt|laat|\
laten|noteer|noteert|noteren|schrijft|schrijven|zet|zetten|plaatst|plaatsen|voegt|voegen|registreert|registreren|\
neemt|nemen|haalt|halen|passen|schrapt|schrappen|annuleert|annuleren|verplaatst|verplaatsen|meldt|melden|doen|doe|\
reserveert|reserveren|wijzigt|wijzigen|vervangt|vervangen) (?:u|je|jij|jullie|ge|gij|iemand|men|vmm)
could you
can you
would you
will you
please
pourriez
pouvez
voulez
veuillez
""")

MAY = one_of(r"""
(?:mag|kan|mogen|kunnen) (?:daar|hier) .{0,40}?bij
(?:mag|kan|mogen|kunnen) (?:ik|wij|we|die|deze|mijn|onze|dat|er|hij|zij|x{5,}|de x{5,}|\w+ \w+)
(?:may|can|could) (?:i|we|\w+ \w+)
puis-je
pourrais-je
pouvons-nous
zou(?:den)? (?:ik|wij|we) (?:\w+ ){0,5}(?:mogen|kunnen)
""")

PERMIT = one_of(r"""
is het (?:nog |ook )?mogelijk om (?:mij|me|ons|hem|haar|PERSON|mijn collega|onze collega)(?! te)
# "Is het goed als ik deelneem?" asks for the seat.
is (?:het|dit|dat) (?:goed|ok|oke|in orde|prima|akkoord) (?:als|dat|indien|zo) .{0,20}?(?:ik|wij|we|mijn|onze|PERSON)
vind(?:t)? (?:u|je|jullie) het (?:goed|ok|oke) (?:als|dat)
would it be (?:ok|okay|alright|fine) (?:if|for) (?:i|we|me|us|my|our)
is it (?:ok|okay|alright|fine) (?:if|for) (?:i|we|me|us|my|our)
""")

ASKS_FOR_SEAT = one_of(r"""
# "Ik wou vragen of ik mag meedoen": a wish, told as a question.
(?:wou|wil|wilde|wilden|willen|zou|zouden|wouden) (?:\w+ ){0,3}vragen of (?:ik|wij|we|mijn collega|onze collega|PERSON)
(?:mag|kan) ik (?:u |jullie )?vragen of (?:ik|wij|we|mijn collega|onze collega|PERSON)
vraag of (?:ik|wij|we|mijn collega|onze collega|PERSON) (?:\w+ ){0,3}(?:mag|mogen|kan|kunnen)
""")

HEREBY = one_of(r"""
# A wish in passing, in a sentence that asks something else.
(?:hierbij|bij deze|bij dezen|hereby|par la presente) .{0,30}?(?:in ?schrij\w*|aan ?meld\w*|opge\w+|kandidaat)
ik (?:mij|me) (?:hierbij|bij deze|dus) .{0,20}
""")

SUFFICES = one_of(r"""
krijg(?:en)? (?:ik|we|wij) (?:\w+ ){0,4}(?:ontvangst)?bevestiging
hoe (?:gaat|maakt) (?:het|u het)
(?:will|do) (?:i|we) (?:get|receive) (?:\w+ ){0,2}confirmation
volstaat (?:deze|dit|die|mijn|een) (?:e-?)?(?:mail\w*|bericht\w*)
is (?:deze|dit|een) (?:e-?)?(?:mail\w*|bericht\w*) (?:\w+ )?(?:voldoende|genoeg)
is (?:this|an) (?:e-?)?mail (?:enough|sufficient)
""")

CONFIRM = one_of(r"""
ontvangst
bevestig\w*
goed ontvangen
goed aangekomen
in orde
alles duidelijk
ok zo
gelukt
confirm\w*
well received
accuse de reception
confirmer
akkoord
hoe maakt
hoe gaat het
(?:genoeg|voldoende) zo
""")

ASKS = one_of(r"""
graag verne(?:em|men)
verneem (?:ik )?graag
vernemen (?:wij |we )?graag
ver(?:neem|nemen) (?:ook )?(?:wanneer|waar|of)
la(?:at|ten) (?:u |je |jullie |ons |mij |me |maar |nog |ook |even |eens |gerust ){1,5}weten (?:of (?!dit|\
dat (?:goed|in|lukt|ok)|het (?:goed|in|lukt|gelukt)|alles|mijn|onze|de inschrijving|u dit|je dit|ik)|wanneer|waar|\
hoe|wat|welke|hoeveel|wie)
vr(?:oeg|aag) (?:ik )?(?:me|mij) (?:\w+ )?af
vr(?:agen|oegen) (?:we|wij) ons (?:\w+ )?af
vragen ons (?:\w+ )?af
had (?:ik|graag) (?:\w+ )?(?:graag )?geweten
hadden (?:we|wij) (?:\w+ )?geweten
wil(?:len)? (?:ik|we|wij)? ?(?:graag )?weten
benieuwd (?:of|wanneer|waar|wat|hoe|welke|hoeveel)
hoor(?:en)? (?:ik|we|wij)? ?graag (?:wanneer|waar|welke|wat|hoe|hoeveel|of (?!dit|het|alles|mijn|onze))
(?:graag|had) (?:ik |wij |we )?(?:ook |nog |wat |alvast |even |graag )*(?:meer |extra |bijkomende |\
verdere )(?:info|informatie|uitleg|toelichting|verduidelijking|duidelijkheid)
graag (?:ook |nog |wat |alvast |even )*(?:info|informatie|uitleg|toelichting|verduidelijking|\
duidelijkheid) (?:over|omtrent|rond|i\.?v\.?m|betreffende|inzake)
(?:meer|extra|bijkomende) (?:info|informatie|uitleg) (?:over|omtrent|rond)
eens (?:bellen|samenzitten|overleggen|praten|spreken)
(?:eens )?een (?:gesprek|babbel|kennismaking\w*|overleg) met
iemand (?:van jullie )?spreken
kan iemand
bel (?:me|mij|ons)
(?:mij|me|ons) (?:even )?(?:op|terug)bellen
i (?:was|am) wondering
please let (?:me|us) know (?:when|where|whether|how|what|which)
would like to know
je voudrais savoir
merci de (?:me|nous) (?:dire|preciser|indiquer)
tweede vraagje
vraagje(?= *:)
vraag(?= *:)
(?:info|informatie|uitleg|toelichting) (?:\w+ )?(?:geven|bezorgen|sturen)
(?:had|hadden) (?:ik|we|wij|graag) .{0,80}?(?:gekend|geweten|vernomen)
(?:vraagt|vragen|vroeg(?:en)?) (?:mij |me |ons |zich )?of(?! (?:u|je|jullie|uw)\b)
wat (?:mag|moet|kan) ik (?:\w+ )?antwoorden
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
