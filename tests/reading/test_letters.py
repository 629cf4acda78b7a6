"""Every letter of tests/reading/letters, and every mail of the corpus, is read as a careful clerk reads it."""

from functools import cache
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


def test_the_corpus_is_read_without_harm_and_as_well_as_before() -> None:
    knowledge, scorer = _knowledge(), _scorer()
    verdicts = []
    for gold in scorer.load(str(accuracy.CORPUS / "gold.jsonl")):
        raw = (accuracy.CORPUS / gold["file"]).read_bytes()
        verdicts.append(scorer.judge(gold, explanation(understand(raw, knowledge), gold["file"])))
    assert verdicts.count("harmful") == 0
    assert verdicts.count("exact") >= 159
