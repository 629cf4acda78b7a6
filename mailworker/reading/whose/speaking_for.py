"""The organisation that a mail speaks for, with where that stands."""

from dataclasses import dataclass

from mailworker.domain.request import Evidence, Source
from mailworker.reading.layout.unit import Unit


@dataclass(frozen=True, slots=True)
class Speaker:
    """The organisation, if the mail leaves no doubt. `several`: its lines name one each."""

    name: str | None
    known: bool = True
    evidence: Evidence | None = None
    several: bool = False


def evidence_of(name: str, unit: Unit, span: tuple[int, int], source: Source, certainty: float) -> Evidence:
    start, end = span
    return Evidence("organisation", name, source, unit.text[start:end], unit.at(start), unit.at(end), certainty)
