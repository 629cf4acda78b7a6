"""Whether a word stands beside "tafel", "table", "thema": then even a paraphrase names a table."""

import re

from mailworker.reading.naming.mention import Mention
from mailworker.reading.phrases.patterns import any_of

_TABLE = any_of(r"""
(?:werk|water|thema|overleg)?-?\s?(?:tafel(?:s|tje|tjes)?|tabel)
tables?(?: de travail)? | (?:working |work )?(?:tables?|groups?) | wts? | werkgroep(?:en)? | werktafel\(s\)
tafel\(s\)
""")
_LINK = (
    r"(?:\s*[\"'(:\[-]*\s*"
    + any_of(r"""
over | rond(?:om)? | rondom | van | voor | inzake | omtrent | betreffende | m\.?b\.?t\.? | met betrekking tot
on | about | for | of | concerning | sur | des? | du | relative aux? | aux? | de la | de l' | \" | op
(?:het|de|den|diene|dat|die|the|la|les|le) ?(?:thema|onderwerp|luik|topic|theme)?
thema | onderwerp | bevoorrading | uit | waterbevoorrading | approvisionnement | a partir | d' | supply | from
with | gewijd aan | dedicated to | devoted to | dealing with | which deals with
die (?:gaat|handelt|gaan) over | met als (?:thema|onderwerp) | genaamd | getiteld | called | named
intitulee? | consacree? a(?:ux|u)? | qui traite des? | relatives? a(?:ux|u)? | name | namelijk | nl\.?
m\.n\. | zijnde | te weten
""")
    + r"\b\.?)*\s*[\"'(:\[-]*\s*(?:')?(?:t |l')?"
)
_NEAR_BEFORE = re.compile(
    rf"(?:\b(?:{_TABLE})|\b(?:die|deze|degene|dat|that|the one|celle|diegene|eentje|luik|thema|aan tafel)"
    rf"(?= (?:over|rond|van|voor|uit|on|about|sur|des|de la|met|bij|inzake)))\b{_LINK}$"
)
_NEAR_AFTER = re.compile(r"^[\"')\]]*[\s-]*(?:werk|work|working )?-?(?:tafels?|tables?|groep|group|werkgroep)\b")
TOGETHER = re.compile(
    r"^[\s\"')\]]*"
    + any_of(r"""
, met daarnaast | samen met | evenals | , | / | \+ | & | ; | \ben\b | \band\b | \bet\b | \bof\b | \bor\b | \bou\b
\balsook\b | \balsmede\b | \bals\b
\bplus\b | \been?\b | \bzowel\b | \bas well as\b | \bainsi que\b | \bainsi qu'\s?(?:aux?|a)?(?![a-z])
\boverigens\b | \book\b | \bvoor\b
\bbij\b | \baan\b | \bde\b | \bdie\b | \bvan\b | \bhet\b | \brond\b | \bover\b | \buit\b | \d\) | \bwt\b
\btafel\b | \bwerktafel\b | \bbevoorrading\b | \bthe\b | \bon\b | \bla\b | \bles\b | \bdes\b | \bdu\b
\bsur\b | \bop\b | \bin\b | \btot slot\b | \bten slotte\b | \bdaarnaast\b | - | \" | ' | \( | \.\.\. | \s
""")
    + r"*$"
)


def with_neighbourhood(folded: str, found: list[Mention]) -> list[Mention]:
    """Marks the mentions beside a word for table, and those that stand in one enumeration with them."""
    near: list[bool] = []
    for number, mention in enumerate(found):
        beside = mention.near or bool(
            _NEAR_BEFORE.search(folded[max(0, mention.start - 70) : mention.start])
            or _NEAR_AFTER.match(folded[mention.end : mention.end + 14])
        )
        if not beside and number and near[number - 1]:
            between = folded[found[number - 1].end : mention.start]
            beside = len(between) < 40 and TOGETHER.match(between) is not None
        near.append(beside)
    for number in range(len(found) - 2, -1, -1):
        between = folded[found[number].end : found[number + 1].start]
        if near[number + 1] and not near[number] and len(between) < 40 and TOGETHER.match(between):
            near[number] = True
    return [
        Mention(m.start, m.end, m.ids, n, m.weak, m.polarity, m.every, m.misspelt)
        for m, n in zip(found, near, strict=True)
    ]
