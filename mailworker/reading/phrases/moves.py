"""Words that tell, beside the name of a table, that it goes or that it comes.

Each is looked for in the stretch between a table and its neighbours, up to the next comma or "en". The names of tables
are blotted out: a run of x.
"""

import re

from mailworker.reading.phrases.patterns import any_of, one_of

_TO_TABLE = (
    r"\s*(?:(?:de|het|die|dat|diegene|celle|the|la|les|een|a|une|mijn|bij|voor|aan|op|in|at|for|over|rond|van|des|du|\
on|"
    r"about|that|tafel|tafels|werktafel|werktafels|table|thema|plaats|plek|stoel|zitje|seat|bevoorrading uit)\s+"
    r"|l'|\"|'|\()*$"
)


def _before(lines: str) -> re.Pattern[str]:
    """Phrases that stand right before a table, with at most an article or "de tafel" between."""
    return re.compile(rf"(?<![a-z0-9]){any_of(lines)}{_TO_TABLE}")


def _after(lines: str) -> re.Pattern[str]:
    """Phrases that follow a table at once."""
    return re.compile(rf"^[\"')\s]*(?:,\s)?{any_of(lines)}(?![a-z0-9])")


GOES_BEFORE = _before(r"""
in plaats van | inplaats van | i\.?p\.?v\.? | instead of | au lieu de | plutot que | rather than | dan | than
en niet | not | niet | weg van | weg uit | weg bij | zonder | i\.p\.v
stop(?:pen)? met | verlaat | verlaten
""")
"""What stands right behind these goes."""

GOES_BY = one_of(r"""
niet (?:meer|langer)
stop(?:pen|t)? met
(?:haal|haalt|halen|schrap|schrapt|schrappen|wis|verwijder|annuleer|annuleren|vervang|vervangt|remplacer|replace)
(?:uit ?schrijven|uit te schrijven|schrijf .{0,12}uit|af ?melden|af te melden|meld .{0,12}af)
(?:wissel|wissel(?:en)?|ruil(?:en)?|verander(?:en)?|wijzig(?:en)?|pas)(?! (?:voor|naar|in|tegen|door|van tafel)\b)
verkeerd\w*
per (?:ongeluk|vergissing|abuis)
by mistake
(?:schreef|tikte|tikten|typte|vulde|koos|noteerde|noteerden|bevestigde|bevestigden|vermeldde|vermeldt)
""")
"""The table of a clause with these words goes."""

WAS = one_of(r"""
i (?:have )?(?:registered|signed up|enrolled)
(?:sta|staat|stond|staan|stonden|zit|zat|zitten|was|werd)(?! .{0,40}(?:niet|geen))
(?:mijn|onze|de|zijn|haar|my|ma|mon) (?:\w+ )?(?:inschrijving|aanmelding|registratie|deelname|keuze|plaats|stoel|\
zitje|plek|registration|seat|place|inscription) (?:voor|bij|van|aan|in|op|for|at|a)
(?:verplaats|verzet|move|zet) (?:\w+ ){0,3}?(?:van|uit|from)
""")
"""The table behind these words is one that somebody had."""

RATHER = one_of(r"""
liever
toch
eigenlijk
eerder
rather
plutot
beter
nuttiger
""")
"""What is said with these is no longer past."""

WAS_AFTER = _after(r"""
doorgegeven | ingevuld | aangevinkt | aangekruist | gekozen | vermeld | geschreven | opgegeven | , waarvoor ik
waarvoor ik | waar ik nu | waar u mij
""")
"""The table before these words is one that somebody had."""

GOES_WEAKLY = _before(r"van | from | uit | de(?= (?:l'|la |des |cette ))")

COMES_BEFORE = _before(r"""
worden door | vervangen door | bedoelde | bedoel | in de plaats daarvan | ten voordele van | ten gunste van | had
erin | naar | to | vers
in ruil(?: voor)? | door | by | with | par | tegen | moest | moet | moeten | wordt | worden | werd
over(?:stappen|schakelen|gaan|zetten|te stappen|te schakelen)? op | switch to | should be | should have been
i meant | meant | (?:ik|we|wij) (?:vroeg|vroegen) | ging om | ging het om | had ik | had het
""")
"""What stands right behind these comes."""

COMES_BY = one_of(r"""
(?:zet|zetten|voeg|noteer|noteren|registreer|inschrijven|in te schrijven|aansluiten|sluit)
(?:in de plaats|in ruil|de bedoeling)
(?:wel|liever|graag|ga|kies|gaan|kiezen|wil|willen|wou|wilde|wilden|prefer\w*|verkies)
(?:moest|moet|moeten|had(?:den)?|wordt|worden|hoort|bedoel\w*|should|meant)
(?:ik|we|wij) (?:vroeg|vroegen|had|hadden|wou|wilde|bedoelde)
het (?:ging|is|gaat) (?:wel )?om
""")
"""The table of a clause with these words comes."""

COMES_WEAKLY = _before(r"""
in | voor | for | pour | liever | wel | toch | bij | graag | nu | eerder | prefer | a | aux? | aan | op | mais
maar | but
""")

GOES_AFTER = _after(r"""
te vervangen | vervangen | eruit | weg | af | inruilen
om ?(?:zetten|wisselen|ruilen) | omzetten | wijzigen | veranderen | verplaatsen | inruilen | schrappen | geschrapt
te (?:vervangen|wijzigen|veranderen|schrappen|annuleren) | annuleren | geannuleerd | (?:te )?laten (?:vallen|schieten)
laat (?:ik|u|je)? ?(?:maar )?(?:vallen|schieten) | (?:mag|mogen|kan|kunnen) | valt weg | vervalt | vervallen
opgeven | te verlaten | verlaten | verlaat | was (?:fout|verkeerd|een|niet) | is (?:fout|verkeerd|een vergissing|niet)
klopt niet | (?:had|heb|hadden) (?:ik|we|wij) niet | niet (?:meer|langer) | inwisselen | ruilen | wisselen
""")
"""What stands right before these goes."""

BECOMES = _after(r"""
wordt | worden | werd | moet(?:en)? | moest(?:en)? | zou | naar | tegen | voor | door | to | vers | by | par
should be | should have been | had | hoort
""")
"""What stands right before these goes, where another table follows at once."""

LEAVES_AFTER = re.compile(r"^[\"')\s]*(?:->|=>|→|-->)")

REPLACED_BY = _after(r"""
(?:te )?(?:vervangen|gewijzigd|wijzigen|veranderd|veranderen|omgezet|omgeruild|ingeruild|omzetten) (?:te )?\
(?:(?:worden|wordt) )?(?:door|in|naar|voor|met|tegen)
""")

COMES_AFTER = _after(r"""
(?:interesse\w*|spreekt|past|ligt|lijkt|boeit) (?:mij|me|ons) | wel
(?:moest|moet|had|hoort|should) (?:het |dat |dit |it )?(?:zijn|worden|be|moeten zijn) | erin | erbij | moeten zijn
bedoeld | bedoelde | in plaats van | inplaats van | i\.?p\.?v\.? | instead of
au lieu de | zijn | te zijn | past beter | sluit beter | is beter | ligt | toevoegen | toe te voegen
(?:in|er) de plaats | in (?:de )?plaats | gevraagd | gewild | worden | dan | rather than | plutot que | bedoel ik
(?:\w+ ){0,3}(?:beter|liever|nuttiger|interessanter|relevanter) (?:\w+ ){0,5}dan | bij | in te schrijven
""")
"""What stands right before these comes."""

STAYS = one_of(r"""
over(?= *[.,;]| *$)
klopt(?! niet)
(?:is|was) (?:wel )?(?:goed|ok|oke|juist|correct|in orde|prima)
blij(?:ft|ven|f)
behoud\w*
hou(?:d|den)? (?:ik|we|wij)
(?:mag|mogen) blijven
ongewijzigd
verander(?:t|en) (?:er )?(?:niets|niks|niet)
wijzig(?:t|en) (?:er )?(?:niets|niks|niet)
""")
"""The table of a clause with these words stays as it is."""

MOREOVER = one_of(r"""
ook
erbij
daarnaast
bijkomend\w*
extra
naast
bovenop
toevoegen
toe te voegen
also
as well
aussi
""")
"""Words of a table that comes beside another one, not for it."""

OTHER_TABLE = one_of(r"""
(?:een )?andere (?:werk)?tafel
een ander thema
iets anders
another (?:table|one)
a different (?:table|one)
une autre table
""")
"""A table without a name, for another."""

MOVES_TO = one_of(r"""
(?:over ?(?:te )?stappen|over ?(?:te )?schakelen|stap(?:pen)? over|verhuizen|verhuis|over ?(?:te )?gaan) naar
(?:wisselen|wissel|switch\w*|wijzigen|wijzig|veranderen|verander|aanpassen|omzetten|\
om te zetten) (?:\w+ ){0,2}(?:naar|in|to)
(?:verplaats\w*|zet) (?:mij|me|ons) (?:over )?naar
(?:change|move) (?:\w+ ){0,4}to
""")
"""A move that tells only where to."""

EXCHANGES = one_of(r"""
(?:ge)?wissel(?:en|d)?
(?:om|in)?(?:ge)?ruil(?:en|d)?
omruilen
inruilen
inwisselen
over ?(?:te )?(?:stappen|schakelen|zetten)
om ?(?:te )?(?:zetten|wisselen)
verhui[sz]\w*
verplaats\w*
switch\w*
(?:in plaats van|inplaats van|i\.?p\.?v\.?|instead of|au lieu de)(?= (?:\w+ ){0,4}x{5,})
""")
"""One table for another, whichever that is."""
