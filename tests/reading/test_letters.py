"""Every letter of tests/reading/letters, and every mail of the corpus, is read as a careful clerk reads it."""

from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from mailworker.reading.understand import Knowledge, explanation, understand
from tests import accuracy
from tests.reading.letter_cases import Case, cases

_NOT_YET = frozenset(
    f"{name}-{number:03}"
    for name, numbers in {
        "fresh1": (18, 30),
        "fresh2": (24, 26),
        "fresh5": (2, 3, 5, 10, 13, 15, 20),
    }.items()
    for number in numbers
)
"""Letters that a person still has to read; none of them is acted on wrongly."""


@cache
def _knowledge() -> Knowledge:
    return accuracy.knowledge()


@cache
def _scorer() -> ModuleType:
    return accuracy.scorer()


def _verdict(case: Case) -> str:
    predicted: dict[str, Any] = explanation(understand(case.raw, _knowledge()), case.gold["file"])
    return str(_scorer().judge(case.gold, predicted))


@pytest.mark.parametrize("case", [c for c in cases() if c.name not in _NOT_YET], ids=lambda case: case.name)
def test_a_letter_is_read_as_a_clerk_reads_it(case: Case) -> None:
    assert _verdict(case) == "exact"


@pytest.mark.parametrize("case", [c for c in cases() if c.name in _NOT_YET], ids=lambda case: case.name)
def test_a_letter_that_is_not_understood_harms_nobody(case: Case) -> None:
    assert _verdict(case) != "harmful"


def _verdicts(folder: Path) -> Counter[str]:
    verdicts: Counter[str] = Counter()
    for gold in _scorer().load(str(folder / "gold.jsonl")):
        raw = (folder / gold["file"]).read_bytes()
        verdicts[_scorer().judge(gold, explanation(understand(raw, _knowledge()), gold["file"]))] += 1
    return verdicts


def test_the_corpus_is_read_without_harm_and_as_well_as_before() -> None:
    verdicts = _verdicts(accuracy.CORPUS)
    assert verdicts["harmful"] == 0
    assert verdicts["exact"] >= 160


_REACHED = {
    "01": (180, 0),
    "02": (159, 0),
    "03": (132, 0),
    "04": (168, 0),
    "05": (155, 0),
    "06": (232, 2),
    "07": (142, 0),
    "08": (191, 1),
    "09": (195, 0),
    "10": (193, 0),
    "11": (147, 1),
}
"""For each set by another writer: the fewest exact mails, and the most harmful ones."""


@pytest.mark.parametrize("folder", accuracy.OTHERS, ids=lambda folder: folder.name)
def test_the_mails_of_other_writers_are_read_as_well_as_before(folder: Path) -> None:
    exact, harmful = _REACHED[folder.name]
    verdicts = _verdicts(folder)
    assert verdicts["harmful"] <= harmful
    assert verdicts["exact"] >= exact
