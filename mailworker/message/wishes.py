"""Whether a text asks, in the first person, to take part, to change or to leave: the mark of a person's mail.

Only used to keep people from being taken for machines; what exactly is asked is for `reading` to tell. It looks at one
sentence at a time: a verb of taking part, and somebody who speaks of themselves.
"""

import re

_SENTENCE_END = re.compile(r"[!?;\n]+|\.(?=\s|$)")
_TAKING_PART = re.compile(
    "|".join(
        (
            r"\b(?:in|uit|op)(?:\s?ge|\ste\s|\s)?schr(?:ij|e)\w*|\bschrijf\w*\b.*\b(?:in|uit|op)\b"
            r"|\bop(?:\ste\s)?geven\b|\bgeef\b.*\bop\b",
            r"\bdeel(?:\ste\s|ge|\s)?n[ea]m\w*|\bneem\w*\b.*\bdeel\b|\bnemen\b.*\bdeel\b|\bdeelname\b|\bdeelnemer\w*",
            r"\b(?:aan|af)(?:\ste\s|ge)?meld\w*|\bmeld\w*\b.*\b(?:aan|af)\b|\baan(?:\ste\s|ge)?sl(?:ui|o)t\w*"
            r"|\bsluit\w*\b.*\baan\b|\b(?:aan|mee)schuiven\b|\bschui\w+\b.*\b(?:aan|mee)\b",
            r"\bmee(?:\ste\s|ge)?(?:werk|doe|doen|volg|praat|denk)\w*|\b(?:doe|doen|werk\w*|volg)\b.*\bmee\b"
            r"|\bbij(?:\ste\s|ge)?won\w*|\bvan\sde\spartij\b|\berbij\szijn\b|\bkomen?\b.*\bnaar\b",
            r"\bnote(?:er|ren)\b|\bregistre(?:er|ren)\b|\bplaats(?:en|je|jes)?\b|\bvertegenwoordig\w*|\bafvaardig\w*"
            r"|\binschrijving\w*|\bzet\b.*\bop\b|\bteken\w*\b.*\b(?:in|voor)\b|\bopvolgen\b|\bop\sde\slijst\b",
            r"\bannul\w*|\bschrap\w*|\bvervang\w*|\bin\s(?:mijn|zijn|haar|onze)\splaats\b|\bverhinderd\b"
            r"|\bintrekken\b|\bwijzig\w*|\bhaal\b.*\baf\b",
            r"\bregist(?:er|ration)\w*|\bsign\s\w+\sup\b|\bsign\sup\b|\bjoin\w*|\bparticipat\w*|\btake\spart\b"
            r"|\battend\w*|\bcancel\w*|\bwithdraw\w*|\breplac\w*|\bput\s(?:me|us)\b|\bremove\sme\b",
            r"\binscri\w*|\bparticip\w*|\bprendre\spart\b|\bassist\w*|\bannul\w*|\bremplac\w*|\brepr[ée]sent\w*"
            r"|\bd[ée]sist\w*",
            r"\bteilnehm\w*|\b(?:an|ab)(?:zu)?meld\w*|\bmitmach\w*|\beintrag\w*|\bstornier\w*",
        )
    )
)
_OF_THEMSELVES = re.compile(
    r"\b(?:ik|ikzelf|wij|we|mij|mijzelf|me|mezelf|ons|mijn|m'n|onze?|collega\w*|ondergetekende|namens|i|me|us|my|our"
    r"|myself"
    r"|je|j'\w*|moi|nous|mon|ma|notre|coll[èe]gue|m'\w+|ich|mich|wir|uns|mein\w*|kollege\w*)\b"
)
_BARE_WISH = re.compile(
    r"\s*(?:ook\s|dus\s|en\s|hallo,?\s|beste,?\s|dag,?\s)*(?:graag|gaarne|gelieve|hierbij|bij\sdeze|aub|please|prière"
    r"|svp|bitte)\b"
)
_TO_THE_READER = re.compile(
    r"\b(?:uw|je|jouw|your|votre|ihre?)\s(?:inschrijving|deelname|aanvraag|registratie|registration|participation"
    r"|inscription|annulatie|anmeldung|plaats)\b"
    r"|\b(?:u|je|jij|you|vous|sie)\s(?:kan|kunt|kan\sje|mag|moet|dient|can|may|pouvez|k[öo]nnen)\b|\bschrijf\s(?:u|je"
    r"|jullie)\b|\b(?:kan|kunt|mag)\su\szich\b"
)


_REFERS_ELSEWHERE = re.compile(
    r"\b(?:please|kindly)\s(?:contact|reach)|\bcontacteer\b|\bcontact\s(?:op|opnemen)\b|\bwend(?:en|t)?\b.*\btot\b"
    r"|\bveuillez\s(?:contacter|vous)\b|\b(?:kan|kunt|mag)\s(?:u|je)\b.*\b(?:terecht|contact\w*|mailen|bellen)\b"
)
_WISH = re.compile(
    r"\b(?:ik|wij|we)\s(?:zou|zouden|wil|willen|wens|wensen)\b(?!\s(?:u|je|jullie|iedereen)\b)|\b(?:zou|zouden|wil"
    r"|willen|wens|wensen|had"
    r"|hadden)\s(?:ik|wij|we)\b"
    r"|\b(?:kan|kunt|kunnen|mag|wil|wilt|gelieve)\s(?:u|jullie|je|jij)?\s?(?:mij|me|hem|haar)\b(?!.*\b(?:bereik"
    r"|contacteer|bel|mail|vind)\w*)"
    r"|\bvoor\s(?:mij|ons)\s(?:graag|maar)\b|\bdoe\s(?:mij|ons)\smaar\b"
    r"|\b(?:i|we)\s(?:would\slike|want|wish)\b|\b(?:je|nous)\s(?:souhait|voudr|d[ée]sir)\w*|\b(?:ich"
    r"|wir)\s(?:m[öo]chten?|w[üu]rden?)\b"
)


def asks_to_take_part(text: str) -> bool:
    """Whether a sentence of this text, in small letters, asks to take part, to change or to leave."""
    for sentence in _SENTENCE_END.split(text):
        part = sentence[:400]
        if _TO_THE_READER.search(part) or _REFERS_ELSEWHERE.search(part):
            continue
        if _WISH.search(part):
            return True
        if not _TAKING_PART.search(part):
            continue
        if _OF_THEMSELVES.search(part) or _BARE_WISH.match(part):
            return True
    return False
