"""Words of other matters: complaints, citizens, personal data, events, outsiders, one session only, thanks."""

from mailworker.reading.phrases.patterns import one_of

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
(?:dit|dat) begrijp(?:en)? (?:ik|wij|we) (?:echt |helemaal )?niet(?= *[.,:;!]| *$)
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
(?<!doe )(?<!loop )stage
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
