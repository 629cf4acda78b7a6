"""Whether two names are one person's, one of them misspelt: what makes a replacement a correction of the name.

Careful on purpose. Tom and Tim, Maria and Marie, Vermeulen and Vermeiren are different people; where that is
possible the newcomer is somebody else, who gets the place all the same.
"""

import re

from rapidfuzz.distance import OSA

from mailworker.domain.registration import same_person, words_of

_SHORTEST_SURNAME, _SHORTEST_GIVEN = 5, 5
"""Letters of a name in which one may be wrong: shorter ones are other names, one letter apart (Maes is not Mees)."""
_SOUNDS = (
    (r"sch(?=[^aeiouy]|$)", "s"),
    (r"ph", "f"),
    (r"c?q(?:u)?", "k"),
    (r"ck|c(?=[aoulrkt]|$)|ch(?=r)", "k"),
    (r"x", "ks"),
    (r"gh", "g"),
    (r"th|dt|d$", "t"),
    (r"ij|y", "i"),
    (r"ae|aa", "a"),
    (r"oe", "u"),
    (r"ie", "i"),
    (r"z", "s"),
    (r"(.)\1", r"\1"),
)
"""Ways in which one Flemish name is spelled, as the sound that they share."""


def corrects(wrong: str, right: str) -> bool:
    """Whether `right` is how the person is really called who stands there as `wrong`.

    The same words in another order or with other accents, initials written out, a surname in one word or in two, one
    more name, the same sound, or one wrong letter in one part.
    """
    one, other = words_of(wrong), words_of(right)
    if one and other and same_person(wrong, right):
        return True
    if len(one) < 2 or len(other) < 2:
        return False
    # "Peeters Jan": the given name is the last word. Not in both: then the given name would count as the surname.
    orders = ((one, other), (_turned(one), other), (one, _turned(other)))
    return any(_is_respelling(first, second) for first, second in orders)


def _turned(words: list[str]) -> list[str]:
    return [words[-1], *words[:-1]]


def _is_respelling(one: list[str], other: list[str]) -> bool:
    if one[0] == other[0] or _initials(one[0], other[0]):
        return _same_surname(one[1:], other[1:])
    if "".join(one[1:]) != "".join(other[1:]):
        return False
    return _same_given_name(one[0], other[0])


def _initials(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and long.startswith(short)


def _same_surname(one: list[str], other: list[str]) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < len(long) and (long[: len(short)] == short or long[-len(short) :] == short):
        return True
    first, second = "".join(one), "".join(other)
    if _sound(first) == _sound(second):
        return True
    return first[:1] == second[:1] and _one_letter_apart(first, second, _SHORTEST_SURNAME)


def _same_given_name(one: str, other: str) -> bool:
    """The beginning and the end make another name of it: Louis and Louise, Maria and Marie, Dries and Andries."""
    if _sound(one) == _sound(other):
        return True
    ends_alike = one[:1] == other[:1] and one[-1:] == other[-1:]
    return ends_alike and _one_letter_apart(one, other, _SHORTEST_GIVEN)


def _one_letter_apart(one: str, other: str, shortest: int) -> bool:
    return min(len(one), len(other)) >= shortest and OSA.distance(one, other, score_cutoff=1) <= 1


def _sound(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = re.sub(pattern, sound, word)
    return word
