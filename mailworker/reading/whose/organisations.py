"""Every organisation that a text names, known or not, in order, each with what its place says."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mailworker.domain.organisation import Directory, identity
from mailworker.reading.folding import fold
from mailworker.reading.whose.affiliation import Affiliation
from mailworker.reading.whose.cues import in_context
from mailworker.reading.whose.known_organisations import capital_runs, known_in, numbered_in
from mailworker.reading.whose.organisation_names import shown_name, without_own_kind
from mailworker.reading.whose.organisation_units import end_with_part, with_part
from mailworker.reading.whose.slots import slot_spans
from mailworker.reading.whose.unknown_organisations import unknown_in


def find_organisations(text: str, directory: Directory, label: str = "") -> list[Affiliation]:
    """The organisations that a text names, in order, each with what its place says.

    `label` is the sender's own mail domain without its ending: a word that equals it names the sender's organisation.
    """
    folded = fold(text)
    found = known_in(text, directory)
    found += [one for one in numbered_in(text, directory) if not _within(found, one.start, one.end)]
    for start, end in [*unknown_in(text, folded, label), *with_part(text), *slot_spans(text)]:
        _add(found, text, folded, start, end, directory)
    for start, end in capital_runs(text)[:40]:
        organisation = directory.find(text[start:end]) if not _within(found, start, end) else None
        if organisation is not None:
            found.append(Affiliation(organisation.name, start, end, True, sure=0.7))
    found.sort(key=lambda affiliation: affiliation.start)
    found = [replace(one, end=end_with_part(text, one.end)) for one in found]
    return _explained(folded, in_context(folded, found))


def _add(found: list[Affiliation], text: str, folded: str, start: int, end: int, directory: Directory) -> None:
    """Add what stands in a span, less the known name that it runs into: "stad Aalst en Farys"."""
    starts = [one.start for one in found if start < one.start < end]
    end = min((start + cut.start() for at in starts if (cut := _JOINS.search(text[start:at]))), default=end)
    if _within(found, start, end) or _is_place_of(folded, start, found):
        return
    start = without_own_kind(text, folded, start, end)
    written = text[start:end]
    organisation = directory.find(written) if len(written) > 5 else None
    name = organisation.name if organisation else shown_name(written)
    if name and identity(name):
        found.append(Affiliation(name, start, end, organisation is not None, sure=0.8))


def _within(found: Sequence[Affiliation], start: int, end: int) -> bool:
    return any(start < one.end and one.start < end for one in found)


_JOINS = re.compile(r"(?:,| en| and| et| &)\s*(?:de |het )?$")


def _is_place_of(folded: str, start: int, found: Sequence[Affiliation]) -> bool:
    """Whether it is where the organisation before it is: "Wasserij Teugels uit Herentals"."""
    return any(folded[one.end : start] in (" uit ", " te ", " in ") for one in found)


def _explained(folded: str, found: Sequence[Affiliation]) -> list[Affiliation]:
    """Without a name that the known one in brackets behind it explains: "het havenbedrijf (Port of Antwerp-Bruges)"."""
    return [
        one
        for number, one in enumerate(found)
        if one.known
        or number + 1 == len(found)
        or not found[number + 1].known
        or not re.fullmatch(r"\s*\(", folded[one.end : found[number + 1].start])
    ]
