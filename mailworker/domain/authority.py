"""One public authority under its many names: stad, gemeente, their boards and departments, in three languages.

"Stad Gent", "gemeente Gent", "Gemeentebestuur van Gent" and "stad Gent - Dienst Milieu" are one organisation, and so
are a province and its board. A town's OCMW, AGB, police zone and province are others, and so is a name that only has
the town in it ("Havenbedrijf Gent").
"""

import re

_MUNICIPALITY, _PROVINCE, _UNIVERSITY = "gemeente", "provincie", "universiteit"
_OFFICES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("college", "van", "burgemeester", "en", "schepenen"), _MUNICIPALITY),
    (("lokaal", "bestuur"), _MUNICIPALITY),
    (("stadsbestuur",), _MUNICIPALITY),
    (("gemeentebestuur",), _MUNICIPALITY),
    (("schepencollege",), _MUNICIPALITY),
    (("stad",), _MUNICIPALITY),
    (("gemeente",), _MUNICIPALITY),
    (("ville", "de"), _MUNICIPALITY),
    (("ville",), _MUNICIPALITY),
    (("commune", "de"), _MUNICIPALITY),
    (("city", "of"), _MUNICIPALITY),
    (("municipality", "of"), _MUNICIPALITY),
    (("provinciebestuur",), _PROVINCE),
    (("provincie",), _PROVINCE),
    (("province", "of"), _PROVINCE),
    (("province", "de"), _PROVINCE),
    (("universiteit",), _UNIVERSITY),
    (("university", "of"), _UNIVERSITY),
    (("universite", "de"), _UNIVERSITY),
)
"""Words before the place, and the authority that they mean."""
_EXONYMS = {
    "antwerp": "antwerpen", "anvers": "antwerpen", "danvers": "antwerpen", "ghent": "gent", "gand": "gent",
    "bruges": "brugge", "louvain": "leuven", "brussels": "brussel", "bruxelles": "brussel", "courtrai": "kortrijk",
    "malines": "mechelen", "mechlin": "mechelen", "ostende": "oostende", "ostend": "oostende",
}  # fmt: skip
"""Places as they are called in English and French."""
_DEPARTMENT = re.compile(
    r"(?:[a-z]*dienst(?:en)?|afdeling|afd|departement|dept|directie|team|cel|cluster|loket|departementen)"
)
_TAIL = re.compile(
    r"\s*(?:\s[-\u2013\u2014|/]\s|,\s*|\s?\()\s*(?:[a-zà-ÿ]*dienst(?:en)?|afdeling|afd\.?|dept\.?|departement|directie|team"
    r"|cel|cluster|vakgroep|faculteit|secretariaat|campus|vestiging)(?![a-zà-ÿ-]).*$",
    re.IGNORECASE,
)
_TOWN_TAIL = re.compile(
    r"^(\s*(?:(?:de|het)\s+)?(?:stad|gemeente|stadsbestuur|gemeentebestuur|lokaal bestuur)\s[^|/,(;]*?)"
    r"\s*(?:\s[-\u2013\u2014]\s|[|/,(;]).*$",
    re.IGNORECASE,
)


def without_department(name: str) -> str:
    """The name without the department that is written behind it: "VMM - Afdeling Rapportering Water"."""
    cut = _TOWN_TAIL.sub(r"\1", name)
    return _TAIL.sub("", cut) or name


def of_authority(words: list[str]) -> list[str] | None:
    """The words of the one name of a municipality or a province, or None for the plain words of another name."""
    found = _office(words, 0)
    if found is None and words and _DEPARTMENT.fullmatch(words[0]):
        # "Dienst Milieu van de stad Gent"
        found = next((one for n in range(1, len(words) - 1) if (one := _office(words, n)) is not None), None)
    if found is None:
        return None
    at, kind = found
    place = words[_behind_welfare(words, at) :]
    while len(place) > 1 and place[0] == "van":
        place = place[1:]
    if place[:2] == ["de", "stad"] or place[:2] == ["de", "gemeente"]:
        place = place[2:]
    end = next((n for n, word in enumerate(place) if n and _is_end(place, n)), len(place))
    place = [_EXONYMS.get(word, word) for word in place]
    return [kind, *place[:end]] if place and place[0] not in ("en", "voor", "zonder") else None


def _behind_welfare(words: list[str], at: int) -> int:
    """Where the place begins in "stad en OCMW Gent": both halves of one local authority."""
    if words[at : at + 2] == ["en", "ocmw"] and len(words) > at + 2:
        return at + 2
    return at + 1 if words[at : at + 1] == ["ocmw"] and len(words) > at + 1 else at


def _is_end(place: list[str], number: int) -> bool:
    if place[number] == "ocmw" or place[number : number + 2] == ["en", "ocmw"]:
        return True
    return _DEPARTMENT.fullmatch(place[number]) is not None


def spellings(words: list[str]) -> tuple[str, ...]:
    """The letters of the usual spellings of an authority, as they follow each other in a text; none for others."""
    kinds = {
        _MUNICIPALITY: ("stad", "gemeente", "stadsbestuur", "gemeentebestuur", "lokaalbestuur", "schepencollege"),
        _PROVINCE: ("provincie", "provinciebestuur"),
        _UNIVERSITY: ("universiteit",),
    }
    place = "".join(words[1:])
    abroad = [name for name, home in _EXONYMS.items() if home == place]
    foreign = {_MUNICIPALITY: ("cityof", "villede", "ville"), _UNIVERSITY: ("universityof", "universitede")}
    others = [office + name for office in foreign.get(words[0], ()) for name in (*abroad, place)]
    own = [office + link + place for office in kinds.get(words[0], ()) for link in ("", "van")]
    return tuple(own + others) if place else ()


def _office(words: list[str], at: int) -> tuple[int, str] | None:
    """Where the place begins behind the words of an office that stand there, and which authority it is."""
    for office, kind in _OFFICES:
        if tuple(words[at : at + len(office)]) == office and len(words) > at + len(office):
            return at + len(office), kind
    return None
