"""Words that tell who takes part: the writer, somebody without a name, nobody yet, each of several."""

from mailworker.reading.phrases.patterns import one_of

SELF_STRONG = one_of(r"""
(?<=[>:=] )ik(?:zelf)?(?=[\s.,;)]*$)
ik(?:zelf)?(?= ?[:=>-]{1,2} ?(?:de |het )?(?:(?:werk)?tafel )?x{5,})
ikzelf
mezelf
mijzelf
ik zelf
zelf (?=(?:volg|kom|neem|wil|zal|ga|schrijf|kies|zou|doe) ik)
ondergetekende?
myself
soussignee?
moi-meme
(?:mij|me|mijn inschrijving|mijn deelname|mijn kandidatuur|mijn naam|mijn stoel|mijn plaats|mijn persoon|\
my registration|my participation|my name|ma participation|mon inscription)(?=[\s,.!?;:)]|$)
(?:ik|ikzelf|zelf)(?= (?:voor|bij|naar|aan) (?:de |het )?(?:tafel |werktafel |table )?x{5,})
(?:(?<=[,;:] )|(?<=en )|(?<=terwijl ))(?:ik|ikzelf)(?= (?:dan )?(?:de |het |die van )?(?:(?:werk)?tafel |\
table )?x{5,}(?! (?:volg|op|doe|bij)))
(?<=q en )(?:ik|ikzelf)(?! (?:ben|heb|wil|zal|neem|kom|volg|kan|zou|doe|ga|had|schrijf|stuur|vind|denk)\b)
(?<=q and )(?:i|me)(?=[ ]*(?:[.,;:?!)(]|$))
(?:ik|ikzelf|mezelf|mijzelf)(?= (?:en|and) (?:\w+ ){0,3}q{4,})
""")

SELF_VERB = one_of(r"""
(?:neem|doe|kom|volg|schuif|sluit|teken|vertegenwoordig|zetel|zit|stap|ga|geef|meld|wil|wens|zou|had|zal|kan|mag|\
heb|ben|kies|opteer|kandideer|treed|engageer|woon|werk|denk|verkies|hoop|schrijf) ik(?:zelf)?
dien ik
word ik
ik word
ik (?:(?!q{3,}|maar )\w+ ){0,2}(?:neem|doe|kom|volg|schuif|sluit|teken|vertegenwoordig|zetel|zit|stap|ga|wil|wens|\
zou|had|zal|kies|opteer|kandideer|treed|engageer|woon|werk|meld|geef|ben|schrijf|hou)
i (?:would|will|want|wish|am|shall|can|represent|join)
i'd
i'll
i'm
je (?:souhaite|voudrais|participerai|participe|representerai|represente|desire|serai|m'inscris)
graag (?:ook )?(?:ik|voor mij)
ik ook
ook ik
voor mij
voor mijzelf
""")

NOT_SELF = one_of(r"""
niet (?:voor )?(?:ikzelf|ik zelf|mezelf|mijzelf|mij|ik|myself|ondergetekende)
met (?:mij|me|mezelf) als (?:\w+ )?(?:contact\w*|aanspreekpunt|tussenpersoon)
(?:mij|me) (?:\w+ )?(?:gevraagd|verzocht|opvolgen|opvolgt|vervangen|vervangt|aflossen|voorgesteld|gemeld|\
doorgestuurd|te (?:vervangen|volgen))
# "Mij" and "me" of whom something is told or sent.
(?:vroeg(?:en)?|vraagt|laat|laten|lieten?|liet|stuur(?:t|en)?|stuurde|bezorg(?:t|en|de)?|bel(?:t|len)?|mail(?:t|\
en)?|contacteer|contacteert|helpt?|help|lijkt|interesseert|bereikte|geef(?:t)?|gaf|zeg(?:t|gen)?|vertel\w*|bericht|\
informeer\w*|verwittig\w*|antwoord\w*|spreekt|werd|hou(?:d|dt)?|houden|stoort|bij|naar|van|met|aan|via|na|past|\
gevraagd|suggested|asked|told) (?:u |jullie |je |ze |dit |dat |er |ook |gerust )?(?:mij|me)(?! (?:af )?naar (?:de |\
het )?(?:(?:werk)?tafel )?(?:over |rond )?x{5})
(?:mij|me) (?:laten weten|bevestigen|bezorgen|informeren|contacteren|bellen|opbellen|terugbellen|zeggen|meedelen|\
vertellen|verwittigen|mailen|op de hoogte|kennen|herinner|afvraag|af|dunkt|best|wel (?:iets|wat)|erg|sterk|\
te richten)
""")

PERFORMATIVE = one_of(r"""
# "I" who only writes: "heb ik de eer u mee te delen dat".
(?:heb|hebben) (?:ik|wij|we) (?:de eer|het genoegen|het plezier)
(?:kan|mag|wil|wou|moet|laat|deel|meld|bevestig|bericht|informeer|bezorg|geef) ik (?:u|jullie|je|hierbij|\
bij deze)(?: (?:hierbij|bij deze|graag|alvast|nog|ook))* (?:mee|weten|meedelen|melden|laten weten|laat weten|\
bevestigen|door|dat)
i (?:hereby )?(?:inform|confirm to) you
j'ai l'honneur
""")

AGENT = one_of(r"""
schrij(?:f|ven) (?:ik|wij|we)
(?:ik|wij|we) schrij(?:f|ven)
meld(?:en)? (?:ik|wij|we)
(?:ik|wij|we) (?:melden|meld|vaardigen|duiden|sturen|stuur|dragen|draag|geven|geef|registreren|wensen|delegeren|\
stellen)
mag ik
kan ik
mogen (?:wij|we)
wil ik
zou ik
graag (?:schrijf|meld|geef|stel|draag)
regist\w+
nominate
inscris
inscrivons
hierbij de inschrijving
in te schrijven
inschrijven voor
noteren
noteer
noteert
""")

UNNAMED = one_of(r"""
(?:ons|onze|mijn|een) (?:\w+ )?(?:[a-z]*(?:oloog|ologe)|jurist|juriste|chemicus|analist|analiste|technieker|raadgever|\
raadgeefster|planner|ontwerper|doctoranda|doctorandus|assistent|assistente|beleidsmedewerker|stafmedewerker)
(?:mijn|onze) (?:vrouw|man|broer|zus|vader|zoon|dochter|partner|echtgenoot|echtgenote|schoonbroer|schoonzoon|neef|\
nicht|\
zakenpartner|vennoot)
(?:ons|onze|mijn|het|our|my|notre|mon) (?:\w+ )?(?:hoofd|afdelingshoofd|teamhoofd|dienstchef|ploegbaas|\
[a-z]+(?:leider|leidster|ambtenaar|verantwoordelijke|meester|coordinator|manager|adviseur|expert|deskundige|\
specialist|ingenieur|medewerker|medewerkster|secretaris|directeur|bestuurder))
(?:een|1|mijn|onze|ons|de|nog een|een andere|een tweede|de nieuwe|een nieuwe|een van onze|een van mijn|een van de|\
haar|zijn|a|our|my|one of our|one of my|un|une|notre|mon|ma) (?:\w+ )?(?:collega|collegue|directeur|directrice|\
medewerker|medewerkster|vertegenwoordiger|vertegenwoordigster|afgevaardigde|ingenieur|expert|experte|adviseur|\
diensthoofd|afdelingshoofd|bestuurder|voorzitter|schepen|burgemeester|deelnemer|deelneemster|persoon|specialist|\
hydroloog|milieuambtenaar|duurzaamheidsambtenaar|ambtenaar|technicus|projectleider|projectleidster|coordinator|\
baas|chef|opvolger|opvolgster|vervanger|vervangster|kandidaat|lid|delegatie|bestuurslid|griffier|dijkgraaf|\
stagiair|doctoraatsstudent|onderzoeker|milieucoordinator|manager|verantwoordelijke|teamlead\w*|teamleider|\
zaakvoerder|secretaris|ceo|colleague|director|engineer|representative|researcher|collegue|directeur|ingenieur)
(?:een|1) van (?:onze|mijn) (?:[\w-]+ )?(?!tafels|werktafels|sessies|klanten|projecten|opties|themas|keuzes|plaatsen|\
putten|\
leden|sites|vestigingen|gemeenten|bedrijven)[a-z-]{3,}(?:en|s|'s)
(?:een|1) van (?:onze|mijn|de|ons) (?:\w+ )?(?:collega's|medewerkers|ingenieurs|experten|mensen|leden|adviseurs|\
bestuurders|projectleiders|technici|onderzoekers)
one of (?:our|my) (?:\w+ )?(?:colleagues|engineers|experts|people|staff)
un de nos \w+
iemand(?! (?:van jullie|anders|van uw|van de vmm|spreken|sprak))
someone
somebody
quelqu'un
(?:twee|drie|2|3|enkele|meerdere|een paar) (?:\w+ )?(?:collega's|medewerkers|personen|mensen|vertegenwoordigers|\
afgevaardigden|colleagues|people)
(?:die|dat|deze) (?:persoon|collega)
""")

SOUGHT = one_of(r"""
# "Iemand" of whom nothing is said but that he is looked for or written to.
(?:te )?(?:zoeken|zoekt|zoek|nodig|gezocht|zochten|vonden|vinden|looking for|needed)
(?:kan|mij|me|hierover|anders|daarover|hiervan)
""")

FORGOT = one_of(r"""
verg(?:at|aten|eten)
(?:niet|onvoldoende) (?:vermeld|gezegd|meegedeeld|opgegeven|doorgegeven)
(?:ontbrak|ontbraken)
forgot\w*
""")
"""What an earlier mail did not tell, this one does."""

UNDECIDED = one_of(r"""
(?:de )?naam (?:\w+ ){0,4}(?:volgt|volgen|bezorg\w*|laten (?:we|wij|ik)|geven (?:we|wij|ik) (?:\w+ ){0,2}(?:later|\
nog|door)|nog (?:door|niet|bezorgen))
(?:persoon|deelnemer|afgevaardigde) (?:zelf )?(?:\w+ ){0,2}(?:geven (?:we|wij) door|volgt|volgen|bezorgen|delen)
namen volgen
(?:wie|welke (?:collega|persoon|medewerker)) (?:\w+ ){0,6}(?:nog|later|precies|exact|wordt|komt|gaat|zal|zullen)
(?:u|je|jullie) hoort? (?:\w+ ){0,2}(?:later |nog )?wie
nog (?:te bepalen|niet (?:bekend|beslist|gekend|aangeduid|geweten|bepaald|duidelijk|ingevuld|vast))
nader te bepalen
n\.?t\.?b\.?
t\.?b\.?d\.?
volgt (?:later|nog|zo snel|spoedig|zodra)
laten? (?:\w+ ){0,4}(?:nog|later) weten (?:wie|welke)
(?:delen|deel) (?:we|wij|ik)? ?(?:\w+ )?later mee
later mee(?:delen|gedeeld|te delen)
(?:kijken|bekijken|zien|navragen|uitzoeken|afspreken|spreken nog af|beslissen|beslissen we) (?:\w+ ){0,3}wie
to be (?:announced|determined|decided|confirmed)
name will follow
nom suivra
a determiner
(?:wij|we|ik) (?:\w+ ){0,3}nog iemand (?:te zoeken|zoeken|aanduiden)
stelt? nog iemand aan
wordt nog (?:aangeduid|bepaald|gezocht|beslist)
""")

RESPECTIVELY = one_of(r"""
respectievelijk
resp\.?
respectively
respectivement
in (?:die|deze) volgorde
in that order
""")

EACH = one_of(r"""
beiden?
allebei
elk
alle(?:maal| drie| twee)
samen
both
telkens
tous les deux
each
""")

IDEM = one_of(r"""
idem
ook
eveneens
hetzelfde
tevens
mee
samen met
likewise
too
also
egalement
aussi
net als ik
zelfde (?:geldt )?voor
evenals
alsook
""")
