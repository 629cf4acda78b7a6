"""Words of questions: those that only staff can answer, and wishes and courtesies in the form of one."""

from mailworker.reading.phrases.patterns import one_of

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
laat (?:het|de|uw|jullie) .{0,50}?toe(?= *\?)
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
