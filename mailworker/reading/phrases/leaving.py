"""Words of leaving a table and of refusing to come to one."""

from mailworker.reading.phrases.patterns import one_of

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
(?:mag|mogen|kan|moet) .{0,40}?van (?:mijn|het|onze|uw|jullie|de|zijn|haar) (?:deelnemers|wacht|\
inschrijvings)?lijst(?:je)?
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
zeg(?:gen|t)? .{0,70}?af(?= *[.,;!]| *$| voor| bij| aan)
(?:neem|haal|doe) .{0,40}?van (?:de|die|jullie|uw) (?:deelnemers|wacht)?lijst
opzeggen
op te zeggen
zeg(?:gen|t)? .{0,30}?(?:deelname|deelneming|inschrijving|engagement|medewerking) .{0,70}?op(?= *[.,;!]| *$)
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
(?:je|nous) (?:quitte|quittons) (?:la |les |cette |ces )?(?:tables?|TABLE)
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
(?:neem|neemt|haal|haalt|doe|doet|gooi|gooit|laat) (?:u |je |maar |dus ){0,2}TABLE["')]* (?:er |maar |\
dus ){0,2}(?:weg|af|uit|eraf|eruit|vallen)
""")

CANCELLED_BEFORE = one_of(r"""
niets? (?:te )?(?:annuleren|schrappen)
(?:had|hadden) .{0,40}?(?:geannuleerd|afgemeld|uitgeschreven|teruggetrokken|afgezegd|ingetrokken|afgehaakt)
had (?:cancelled|withdrawn)
(?:avais|avions) annule
""")
"""A cancellation that is told or denied, not asked for."""

NO_MORE = one_of(r"""
# Not coming any more: a cancellation where a seat is spoken of.
(?:niet|geen) (?:meer|langer|verder)(?! (?:onze|mijn|een|als|zijn|haar) ) .{0,60}?(?:deel ?nemen|deel|opvolgen|\
op te volgen|volgen|bijwonen|\
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
(?:zullen|zal|gaan|ga) (?:\w+ ){0,4}niet (?:volgen|meevolgen|bijwonen)
(?:neemt?|nemen|zal|zullen|gaan|ga|kan|kunnen|wensen|wens|wenst|willen|wil) .{0,50}?(?:niet|geen) .{0,30}?(?:deel|\
deelnemen|deel te nemen|aan deel|in te gaan|mee|meedoen|ingaan|inschrijven|in te schrijven|meewerken|aansluiten)
nemen (?:dus |helaas )?niet deel
niet (?:in te gaan|ingaan) op
niet (?:in te schrijven|deel te nemen|aan te melden|te laten vertegenwoordigen|mee te doen|mee te werken|kandidaat)
(?:stuur|stuurt|sturen|vaardig\w*|duid\w*) (?:\w+ ){0,3}niemand
geen (?:meerwaarde|nut|interesse|belangstelling|behoefte|kandidaat|kandidaten|deelname|afvaardiging|\
vertegenwoordig\w+|tijd|\
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
