"""How well the mails of a corpus are understood: the code of `explain --json`, scored by the corpus's own score.py.

    python -m tests.accuracy [FOLDER] [--json FILE] [--misses N]

FOLDER holds mails/ and gold.jsonl; without it, tests/mails/corpus, and after it one line for each set by another writer
(tests/mails/others). `--misses N` shows only every Nth miss, so that a
corpus may serve as an example and as an examination at once.
"""

import argparse
import importlib.util
import json
import statistics
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from rich.console import Console
from rich.table import Table as Grid

from mailworker.message.automatic import Ourselves
from mailworker.programme_files import read_organisations, read_programme
from mailworker.reading.understand import Knowledge, explanation, understand
from mailworker.resources import shipped

CORPUS = Path(__file__).parent / "mails" / "corpus"
OTHERS = tuple(sorted(file.parent for file in (CORPUS.parent / "others").glob("*/gold.jsonl")))


def scorer() -> ModuleType:
    """The score.py that lies in the corpus."""
    spec = importlib.util.spec_from_file_location("corpus_score", CORPUS / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def knowledge() -> Knowledge:
    """What the shipped configuration knows."""
    folder = shipped("config")
    programme, programme_faults = read_programme(folder / "programme.toml")
    directory, directory_faults = read_organisations(folder / "organisations.toml")
    assert programme is not None, programme_faults
    assert directory is not None, directory_faults
    ourselves = Ourselves(frozenset({programme.mailbox}), "mailworker.test", "accuracy")
    return Knowledge(programme, directory, ourselves, frozenset({"mx.vmm.be"}))


def predictions(folder: Path, known: Knowledge) -> tuple[list[dict[str, Any]], list[float]]:
    """One object of `explain --json` for each mail of the folder, and the seconds that each took."""
    lines, seconds = [], []
    for mail in sorted((folder / "mails").glob("*.eml")):
        raw = mail.read_bytes()
        begin = time.perf_counter()
        lines.append(explanation(understand(raw, known), f"mails/{mail.name}"))
        seconds.append(time.perf_counter() - begin)
    return lines, seconds


def score(folder: Path, lines: list[dict[str, Any]]) -> dict[str, Any]:
    """The summary of score.py."""
    module = scorer()
    golds = module.load(str(folder / "gold.jsonl"))
    result: dict[str, Any] = module.summary(golds, {line["file"]: line for line in lines})
    return result


def show(result: dict[str, Any], seconds: list[float], console: Console) -> None:
    """The summary as a person reads it."""
    grid = Grid(title=f"{result['n']} mails", title_justify="left")
    for heading in (
        "exact",
        "harmful",
        "lost",
        "partial",
        "participant",
        "organisation",
        "tables",
        "question",
        "missing",
    ):
        grid.add_column(heading, justify="right")
    fields = result["fields"]
    grid.add_row(
        f"{result['exact']} = {result['exact_rate']:.1%}",
        *(str(result[key]) for key in ("harmful", "lost", "partial")),
        *(_rate(fields[key]) for key in ("participant", "organisation", "tables")),
        _rate(result["question_among_handled"]),
        _rate(result["missing_among_asked"]),
    )
    console.print(grid)
    confusion = Grid(title="gold (down), read (across)", title_justify="left")
    outcomes = list(result["confusion"])
    confusion.add_column("")
    for outcome in outcomes:
        confusion.add_column(outcome, justify="right")
    for outcome in outcomes:
        confusion.add_row(outcome, *(str(result["confusion"][outcome][other]) for other in outcomes))
    console.print(confusion)
    if seconds:
        ordered = sorted(seconds)
        console.print(
            f"median {1000 * statistics.median(seconds):.1f} ms, "
            f"99th percentile {1000 * ordered[-1 - len(ordered) // 100]:.0f} ms"
        )


def _rate(value: float | None) -> str:
    return "-" if value is None else f"{value:.1%}"


def misses(folder: Path, lines: list[dict[str, Any]], every: int, console: Console) -> None:
    """What was read and what stands in the gold, for the mails that are not exact."""
    module = scorer()
    by_file = {line["file"]: line for line in lines}
    number = 0
    for gold in module.load(str(folder / "gold.jsonl")):
        read = by_file.get(gold["file"])
        verdict = module.judge(gold, read)
        if verdict == "exact":
            continue
        number += 1
        if number % every:
            continue
        console.print(f"\n[bold]{number}. {verdict}[/bold] {gold['file']}", highlight=False)
        for name, one in (("gold", gold), ("read", read or {})):
            requests = json.dumps(one.get("requests", []), ensure_ascii=False)
            console.print(
                f"  {name}: {one.get('outcome')} {requests} {one.get('missing')}", markup=False, highlight=False
            )
        console.print(f"  why:  {gold.get('why')} | {(read or {}).get('why')}", markup=False, highlight=False)


def overview(known: Knowledge, console: Console) -> None:
    """One line for each set of mails by another writer."""
    grid = Grid(title="mails by other writers", title_justify="left")
    for heading in ("set", "mails", "exact", "harmful", "lost", "partial"):
        grid.add_column(heading, justify="right")
    for folder in OTHERS:
        result = score(folder, predictions(folder, known)[0])
        numbers = (str(result[key]) for key in ("harmful", "lost", "partial"))
        grid.add_row(folder.name, str(result["n"]), f"{result['exact']} = {result['exact_rate']:.1%}", *numbers)
    console.print(grid)


def main(arguments: list[str] | None = None) -> int:
    """Score a folder and print the result."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=None)
    parser.add_argument("--json", type=Path, help="write the predictions to this file")
    parser.add_argument("--misses", type=int, default=1, metavar="N", help="show every Nth miss; 0 shows none")
    chosen = parser.parse_args(arguments)
    console = Console(width=150, soft_wrap=True)
    known, folder = knowledge(), chosen.folder or CORPUS
    lines, seconds = predictions(folder, known)
    if chosen.json:
        chosen.json.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    result = score(folder, lines)
    if chosen.misses:
        misses(folder, lines, chosen.misses, console)
    show(result, seconds, console)
    if chosen.folder is None:
        overview(known, console)
    return 0


if __name__ == "__main__":
    sys.exit(main())
