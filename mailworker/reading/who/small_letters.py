"""Names that a hurried writer leaves in small letters: 'mijn collega jan peeters', 'krista demuynck gaat mee'.

Without capitals only a first name that is no other word begins a name, and what follows must be no word of the
sentence: a function word, a verb of taking part, a word of the matter.
"""

import re
from collections.abc import Sequence

from mailworker.reading.folding import fold
from mailworker.reading.phrases.patterns import any_of, words_of
from mailworker.reading.who.names import FIRST_NAMES, NOT_NAMES, PARTICLES, TITLES
from mailworker.reading.who.person_names import Person, Token, cased, ordered

_ALSO_WORDS = words_of(
    """
    elke anders ken just job koos lot hein gie nel ama mats wolf hana loes constant roman ben an do wil roos mark ine bo sam rik jos ton toon riet merel linde iris amber wei li hui
    min ming jing long ruth storm bie bas stef bert els leen dag stan per tine til tim val pier jo pia ria ada aya stien
    lies trees fleur lore isla hazel summer august juni april june mia min lien wies aron sol
    """
)
"""First names that may be other words in a sentence without capitals; after a cue they are names all the same."""
_NO_SURNAME = words_of(
    """
    zit zitten mee deel toch dus weer samen later straks hier even gewoon mailt mailde belt belde schreef vroeg vraagt
    zei zegt werkt kent weet denkt heet zich bestaat mee heel erg net pas ervoor erbij ervan eerder meteen terug thuis
    aanwezig beschikbaar verantwoordelijke hoofd chef baas mail telefoon gsm tel www be com familienaam achternaam
    naam voornaam zonder met geen iets niets veel weinig genoeg momenteel tijdens tegelijk inschrijven aanmelden
    noteren opgeven toevoegen sturen afvaardigen deelnemen meedoen komen volgen schuiven zetten kunnen zouden
    """
)
_NEVER = words_of("per al door mei cas will may adam august april juni june val sun")
"""First names that are words of any sentence."""
_CUE = re.compile(
    r"(?:\b"
    + any_of(r"""
collega(?:'s)? | mevrouw | mevr\.? | mw\.? | de heer | dhr\.? | meneer | ik ben | mijn naam is | naam | deelnemer
deelneemster | deelnemers | vertegenwoordig\w+ | afgevaardigde | aanspreekpunt | contactpersoon | baas | chef
directeur | voorzitter | ingenieur | ik, | heet | inschrijven | ikzelf,? | ondergetekende,? | sturen | stuur
""")
    + r"(?: (?:is|zijn|wordt|worden))?\s*[:,]?\s*)$"
)
_SURNAME = re.compile(r"[a-zà-ÿ][a-zà-ÿ'’-]{2,24}")


def small_letter_people(text: str, tokens: Sequence[Token]) -> list[Person]:
    """The people whom a text names in small letters."""
    found: list[Person] = []
    number = 0
    while number < len(tokens) - 1:
        last = _name_end(text, tokens, number)
        if last is None:
            number += 1
            continue
        words = [token.text for token in tokens[number:last]]
        name = ordered(words, "")
        if name is not None:
            found.append(Person(cased(name).full, tokens[number].start, tokens[last - 1].end, 3))
        number = last
    return found


def _name_end(text: str, tokens: Sequence[Token], number: int) -> int | None:
    """Where a name that begins at this token ends: behind its surname and the particles before that."""
    token = tokens[number]
    given = token.folded
    if not token.text.islower() or not (given in FIRST_NAMES or given.partition("-")[0] in FIRST_NAMES):
        return None
    if given in _NEVER or (given in _ALSO_WORDS and not _CUE.search(fold(text[: token.start]))):
        return None
    last = number + 1
    if last < len(tokens) - 1 and tokens[last].folded in FIRST_NAMES and tokens[last].folded not in _ALSO_WORDS:
        # "pieter jan verbeke": two first names, where a surname still follows.
        if _is_surname(text, tokens, last + 1):
            return last + 2
    while last < len(tokens) and last - number < 4 and tokens[last].folded in PARTICLES and _joined(text, tokens, last):
        last += 1
    return last + 1 if _is_surname(text, tokens, last) else None


def _is_surname(text: str, tokens: Sequence[Token], number: int) -> bool:
    if number >= len(tokens) or not _joined(text, tokens, number):
        return False
    token = tokens[number]
    word = token.folded.strip(".")
    return (
        _SURNAME.fullmatch(token.text) is not None
        and word not in NOT_NAMES | _NO_SURNAME | TITLES
        and word not in PARTICLES
    )


def _joined(text: str, tokens: Sequence[Token], number: int) -> bool:
    return text[tokens[number - 1].end : tokens[number].start] == " "
