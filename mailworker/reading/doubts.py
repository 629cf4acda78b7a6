"""Words that a plain registration does not hold: where a mail would be handled and such a word is left, it is held.

A clerk who reads "mijn stoel" or "niet meer" in what looks like a registration reads again. These lists are wide on
purpose: they only ever turn an act into a question to staff.
"""

import re

_LEAVING = re.compile(
    r"\b(?:niet (?:meer|langer)|stop(?:t|pen)? (?:met|als|bij|ermee)|stoppen|verlaat|verlaten|vertrek\w*|pensioen|afscheid|neerleggen|leg ik neer|loopbaanonderbreking|langdurig (?:ziek|afwezig)|uit dienst|andere (?:job|functie|uitdaging)|nieuwe (?:job|functie|uitdaging|werkgever)|verander(?:t)? van (?:job|werk|dienst|functie)|zwangerschapsverlof|quitt\w+|depart|liber\w+|leaving|leave|leaves|step(?:ping)? down|retire\w*|no longer)\b"
)
_HANDING_OVER = re.compile(
    r"\b(?:(?:mijn|zijn|haar|diens) (?:stoel|stokje|fakkel|zitje|plek|plaats|zetel|taak|rol|opvolging|inschrijving) (?:\w+ ){0,8}(?:over|door|in|innemen|overnemen)\b|(?:stoel|stokje|fakkel)\b|opvolg(?:er|ster)\b|mijn opvolging|opgevolgd|vervang\w*|(?:mijn|zijn|haar) (?:\w+ ){0,3}innemen|overneem\w*|overnem\w*|neem(?:t)?\b(?:(?!\bdeel\b).){0,40}\bover(?= (?:van|voor)\b|\s*(?:[.,;!?)]|$))|overdra\w+|doorgeven aan|geef\b.{0,60}\bdoor aan|in (?:zijn|haar|mijn|diens|hun) plaats|in de plaats|(?:het )?werk van|voorgang\w+|de nieuwe \w+|ben de nieuwe|aflos\w*|remplac\w+|succe[ds]\w+|replac\w+|take over|takes over|taking over|successor|predecessor|relais|reprend\w*|reprise)\b"
)
_CHANGING = re.compile(
    r"\b(?:wissel\w*|verander\w*|switch\w*|in plaats van|inplaats van|i\.?p\.?v|vergist|vergissing|verkeerd\w*|omruil\w*|ruil\w*|verhuis\w*|overstap\w*|liever (?:\w+ ){0,4}dan|prefer\w*|instead|plutot|au lieu|was ingeschreven|stond ingeschreven|was inscrit\w*|etais inscrit\w*|was registered)\b"
)
_CONDITION = re.compile(
    r"(?:^|[,;:(]\s*|\b(?:maar|en|dus|enkel|alleen|want)\s+)(?:mocht|moest|indien|als (?:er|het|dat|dit|die|ik|we|wij|u|jullie|je|niemand|iemand|mijn|onze|ons|hij|zij|ze|geen|alles|mogelijk|nodig|de (?!grootste|enige|eerste|vertegenwoordig\w+|koepel|beheerder|sector\w*|verantwoordelijke|organisatie)\w+|\w+ (?:zelf|ook|niet|geen|al)\b)\b|wanneer|zodra|zolang|tenzij|zoniet|zo niet|anders|if|unless|si|sauf si)\b"
)
_BENIGN = re.compile(
    r"\b(?:vragen|vraag|nodig|inlichtingen|info|informatie|contacteren|contact|aarzel|gerust|questions|gewenst|van toepassing|iets niet klopt|ontbreekt|bellen|bereik\w*|tussenkom\w*|anders hoor|niet anders|of iets anders|andere|als het (?:over|gaat om)|data|datum|agenda|sessies? (?:gekend|vastlig\w*|bekend)|bekend|gekend)\b"
)
_HOPING = re.compile(r"\b(?:hopelijk|hoop (?:dat )?(?:er|ik)|als dat (?:mag|kan|lukt)|als het (?:mag|kan|lukt)|indien mogelijk|indien nog mogelijk|zo mogelijk|if possible|si possible)\b")


def leaves(folded: str) -> bool:
    """Whether a sentence speaks of somebody who leaves."""
    return _LEAVING.search(folded) is not None


def leaves_or_changes(folded: str) -> bool:
    """Whether a sentence speaks of leaving, of handing something over or of changing."""
    return bool(_LEAVING.search(folded) or _HANDING_OVER.search(folded) or _CHANGING.search(folded))


def depends(folded: str) -> bool:
    """Whether a sentence holds a word of condition that politeness does not explain."""
    return bool(_CONDITION.search(folded)) and not _BENIGN.search(folded) and not _HOPING.search(folded)


_NEGATION = re.compile(r"\b(?:niet|geen|nooit|nergens|niemand|noch|not|never|nobody|none|don't|doesn't|won't|can't|cannot|jamais|aucun\w*|personne ne)\b|\b(?:ne|n')\b.{0,30}\bpas\b")
_EXPLAINED = re.compile(
    r"\b(?:niet (?:alleen|enkel|slechts|te laat|missen|te missen|vergeten|onbelangrijk|onbekend|ontbreken|aarzelen|toevallig|meteen|direct|zo|erg|echt|genoeg|evident|altijd|helemaal|zeker hoe|veel)|(?:mag|mogen|kan|kunnen|wil|willen)\b.{0,40}\bniet (?:\w+ )?(?:ontbreken|missen|achterblijven)|nog niet (?:bekend|gekend|ingeschreven|vertegenwoordigd|te laat|ontvangen|gedaan|aangemeld|iemand)|of niet\b|niet onder|not only|pas seulement|geen (?:probleem|enkel probleem|bezwaar|idee|specialist|twijfel)|zonder (?:meer|twijfel)|liever niet|waarom niet|nog geen (?:data|bevestiging|antwoord|mail|deelnemer)|niets|niet voor|niet naar|niet bij|niet aan)\b"
)


_REASON = re.compile(r"\b(?:omdat|want|aangezien|zodat|doordat|because|since|car|puisque|parce que)\b.*$")


def denies(folded: str) -> bool:
    """Whether a part of a sentence holds a word of denial that a usual phrase does not explain."""
    folded = _REASON.sub("", folded)
    return any(
        not any(e.start() <= match.start() < e.end() for e in _EXPLAINED.finditer(folded)) for match in _NEGATION.finditer(folded)
    )
