"""Where a mail closes: the closing phrase, the name and signature under it, a postscript, the small print."""

import re

from mailworker.reading.folding import fold
from mailworker.reading.layout.lines import Line
from mailworker.reading.phrases.patterns import any_of

_CLOSING = re.compile(
    r"^\s*"
    + any_of(r"""
(?:met )?(?:de |onze )?(?:meeste |zeer |heel )?(?:vriendelijke|hartelijke|beste|warme|groene|zonnige|collegiale|\
lieve|sportieve|toffe|bijzondere|oprechte)\s(?:groet\w*|hoogachting|achting)
(?:met )?(?:bijzondere |de meeste )?(?:hoogachting|achting) | hoogachtend | m\.?v\.?g\.? | mvrgr
vr\.? ?gr\w* | [a-z]{3,14}groet(?:en|jes|je)? | groet\w* | grtn?j?s? | grtz | gr\.?
(?:alvast )?(?:bedankt|dank(?: ?(?:je|u))?(?: ?wel)?|merci|thanks?|thx)(?: (?:alvast|bij voorbaat|op voorhand|\
en groeten?|en groetjes|en vriendelijke groet\w*|in advance))?
(?:hartelijk|veel|met) dank(?: (?:voor|aan) [\w ]{3,40})?(?=\s*[,.!]?\s*$)
met (?:veel )?dank(?: en (?:vriendelijke )?groet\w*)? | tot (?:dan|binnenkort|ziens|snel|later|gauw|weldra)
(?:with )?(?:kind|best|warm|kindest)?\s?(?:regards|wishes) | best | cheers | sincerely
yours (?:sincerely|faithfully) | many thanks | (?:bien )?cordialement | bien a vous
(?:meilleures|sinceres|cordiales) salutations | salutations | mit freundlichen gru\w+ | viele grusse
de groeten(?: uut| uit| van)?
""")
    + r"(?=[\s,.!:\-]|$)"
)
_FOOTER = re.compile(
    r"\b(?:nv|bv|vzw|cv|bvba|cvba|sa|asbl)\b.{0,40}\b[a-z'-]{3,40}"
    + any_of(r"""
straat | laan | weg | steenweg | plein | dreef | kaai | lei | park | baan | rue .{2,30} | avenue .{2,30}
""")
    + r" \d{1,4}\b.{0,20}\b\d{4} [a-z]"
)
"""An organisation with its legal form, street and postcode: the footer that it puts under its mails."""
_FOOTNOTE = re.compile(
    r"^\s*/{8,}|\b"
    + any_of(r"""
lees (?:ook|hoe|meer) | surf naar | volg ons | abonneer je | (?:op|voor) onze nieuwsbrief | uitschrijven voor deze
privacyverklaring
(?:uw|je) persoonsgegevens behandelen | vertrouwelijk(?:e)? (?:bericht|informatie|mail|en) | confidential
unauthori[sz]ed
this (?:message|e-?mail) (?:is|may|and|contains)
(?:deze|dit) (?:mail|e-mail|bericht|e-mailbericht) (?:vervangt|bevat|is enkel|\
is uitsluitend|is vertrouwelijk|kan vertrouw\w+) | tevreden over onze | onbedoeld in uw | louter informatief
gelieve bij elk antwoord | denk aan het milieu | think before you print | think of the environment
""")
    + r"(?![a-z])"
)
"""What an organisation prints under each of its mails."""
_POSTSCRIPT = re.compile(r"^\s*(?:p\.?\s?s\.?|n\.?b\.?|ps)\s?[:.,\-\s]")
_ONLY_THANKS = re.compile(
    r"\W*(?:alvast )?(?:hartelijk )?(?:be)?(?:dankt?|merci|thanks?|thx)(?: ?(?:je|u))?(?: ?wel)?\W*$"
)


def split_closing(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines before and after the closing phrase; what speaks again after it (a postscript) stays a line."""
    own: list[Line] = []
    closing: list[Line] = []
    closed = False
    for line in lines:
        folded = fold(line.text)
        if _POSTSCRIPT.match(folded):
            closed = False
        elif _ONLY_THANKS.match(folded) and not any(o.text.strip() for o in own):
            # "Bedankt!" above a name is all that the mail says: without it, the name would look like an answer.
            own.append(line)
            continue
        elif not closed and (match := _CLOSING.match(folded)) and _is_name_like(folded[match.end() :]):
            closed = True
            rest = line.text[match.end() :]
            closing.append(Line(rest.lstrip(" ,.!:-"), line.start + len(line.text) - len(rest.lstrip(" ,.!:-"))))
            continue
        elif (_FOOTER.search(folded) and any(o.text.strip() for o in own)) or (
            not closed and _is_footnote(line, folded, own)
        ):
            closed = True
        elif closed and (line.first or (len(folded) > 90 or "?" in folded)):
            closed = False
        (closing if closed else own).append(line)
    return own, closing


def _is_footnote(line: Line, folded: str, own: list[Line]) -> bool:
    """Whether a line opens the small print under a mail: in a paragraph of its own, and nobody speaks in it."""
    opens = line.first or not own or not own[-1].text.strip()
    spoken = any(len(o.text.split()) > 2 for o in own)
    return opens and spoken and _FOOTNOTE.search(folded) is not None and not _SPEAKS.search(folded)


_SPEAKS = re.compile(r"\b(?:ik|mij|mijn|wij willen|wij wensen|graag|i|my)\b")


def _is_name_like(rest: str) -> bool:
    """Whether what follows a closing phrase on its line may be the writer's name and no more."""
    return len(rest) <= 50 and not re.search(
        r"\b(?:voor|ik|wij|we|mij|me|om|dat|graag|the|for|your|de (?:snelle|vlotte|info|uitnodiging|organisatie"
        r"|bevestiging)|mag|kan|zal|goed|ontvangen|alles|alvast|snel|morgen|info|reactie|antwoord|bevestiging"
        r"|begrepen|genoteerd|hopelijk|succes|gezien|akkoord)\b|\?|\d{3}",
        rest,
    )
