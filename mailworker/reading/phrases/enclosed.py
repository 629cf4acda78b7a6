"""Words that point to what is attached to a mail or passed on with it."""

from mailworker.reading.phrases.patterns import one_of

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
bestand
wie (?:van ons|waar|er)
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
