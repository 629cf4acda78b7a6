"""What today's rules would decide differently, for the commands: a table for people, a line of JSON each for programs.

Everything that came from a mail is shown as text, as `console` does.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rich.table import Table
from rich.text import Text

from mailworker.console import console, plain, request_sentence
from mailworker.domain.request import Action, Request
from mailworker.replaying import Compared, Skipped, Verdict

MOST = 500
"""Rows of the table; there may be any number of differences, and JSON tells them all."""
_STYLES = {"handle": "green", "ask": "yellow", "review": "magenta", "ignore": "bright_black", "failed": "red"}


@dataclass(slots=True)
class Tally:
    """The messages as they were compared: how many of each kind, and the first that differ."""

    same: int = 0
    different: int = 0
    skipped: Counter[Skipped] = field(default_factory=Counter)
    shown: list[Compared] = field(default_factory=list)

    def add(self, one: Compared) -> None:
        """Counts one, and keeps it for the table while that has room."""
        if one.skipped is not None:
            self.skipped[one.skipped] += 1
        elif not one.differs:
            self.same += 1
        else:
            self.different += 1
            if len(self.shown) < MOST:
                self.shown.append(one)

    def __str__(self) -> str:
        looked_at = self.same + self.different
        not_compared = ", ".join(f"{number} {reason}" for reason, number in self.skipped.items())
        return (
            f"{looked_at} {'mail' if looked_at == 1 else 'mails'} compared: {self.same} decided the same today, "
            f"{self.different} differently" + (f"; not compared: {not_compared}" if not_compared else "")
        )


def show(tally: Tally) -> None:
    """The differences as a table, and the count."""
    out = console()
    if tally.shown:
        table = Table("id", "then", "today", title="Decided differently today", title_justify="left", show_lines=True)
        for one in tally.shown:
            assert one.then is not None
            assert one.now is not None
            table.add_row(str(one.number), _verdict(one.then, one.differs), _verdict(one.now, one.differs))
        out.print(table)
    if tally.different > len(tally.shown):
        out.print(f"… and {tally.different - len(tally.shown)} more: --json tells them all")
    out.print(str(tally), soft_wrap=True)


def _verdict(verdict: Verdict, differs: Sequence[str]) -> Text:
    """The outcome and its reason; the requests and the question where they are not the same."""
    text = Text(verdict.outcome, f"bold {_STYLES.get(verdict.outcome, '')}")
    text.append(f" [{plain(verdict.rule)}]" if verdict.rule else "", "bright_black")
    if verdict.why:
        text.append(f"\n{plain(verdict.why)}", "italic")
    if "requests" in differs:
        for request in verdict.requests:
            text.append(f"\n{request_sentence(_request(request))}", "")
    if "question" in differs:
        text.append("\nasks staff a question" if verdict.question else "\nasks staff nothing", "")
    return text


def _request(values: Mapping[str, Any]) -> Request:
    return Request(
        action=Action(values["action"]),
        participant=values.get("participant"),
        organisation=values.get("organisation"),
        tables=tuple(values.get("tables") or ()),
        replacement=values.get("replacement"),
    )


def to_json(one: Compared) -> str:
    """One difference on one line."""
    values = {"id": one.number, "differs": list(one.differs), "then": _values(one.then), "now": _values(one.now)}
    return json.dumps(values, ensure_ascii=False)


def _values(verdict: Verdict | None) -> dict[str, Any] | None:
    if verdict is None:
        return None
    return {
        "outcome": verdict.outcome,
        "rule": verdict.rule,
        "why": verdict.why,
        "requests": list(verdict.requests),
        "question": verdict.question,
    }
