"""The statistics for the commands: for people as tables on a terminal, for programs as JSON. Numbers only."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from rich.table import Table

from mailworker.console import console
from mailworker.domain.statistics import Fate, Span, Standing, Step, folded, step_for

_MOST_ROWS = 31


def show(days: Sequence[Span], standings: Sequence[Standing], tables: Mapping[str, str]) -> None:
    """The register as it is, then registrations and mails over time, by day or by week or month where that is long."""
    out = console()
    out.print(_standings(standings, tables))
    step = step_for(days, _MOST_ROWS)
    spans = folded(days, step)
    for over_time in (_registrations(spans, step, tables), _mails(spans, step)):
        if over_time.row_count:
            out.print(over_time)


def _standings(standings: Sequence[Standing], tables: Mapping[str, str]) -> Table:
    table = _table("Registrations now", "table")
    for heading in ("confirmed", "waiting", "cancelled"):
        table.add_column(heading, justify="right")
    for one in standings:
        table.add_row(tables[one.table], str(one.confirmed), str(one.waiting), str(one.cancelled))
    return table


def _registrations(spans: Sequence[Span], step: Step, tables: Mapping[str, str]) -> Table:
    table = _table(f"Confirmed at the end of each {step}, and how many came (+) and left (-)", step)
    for name in tables.values():
        table.add_column(name, justify="right", overflow="fold")
    for span in spans:
        if span.joined or span.left:
            table.add_row(_when(span, step), *(_moved(span, one) for one in tables))
    return table


def _moved(span: Span, table: str) -> str:
    came, went = span.joined.get(table, 0), span.left.get(table, 0)
    moved = f"{f' +{came}' if came else ''}{f' -{went}' if went else ''}"
    return f"{span.confirmed.get(table, 0)}{moved}"


def _mails(spans: Sequence[Span], step: Step) -> Table:
    found = [one for one in Fate if any(span.mails.get(one) for span in spans)]
    table = _table(f"Mails by {step} and what became of them", step, footer="all")
    for one in found:
        total = sum(span.mails.get(one, 0) for span in spans)
        table.add_column(one.value, str(total), justify="right")
    table.add_column("all", str(sum(sum(span.mails.values()) for span in spans)), justify="right")
    for span in spans:
        if span.mails:
            counts = [span.mails.get(one, 0) for one in found]
            table.add_row(_when(span, step), *(str(count or "") for count in counts), str(sum(counts)))
    return table


def _table(title: str, first: str, footer: str = "") -> Table:
    table = Table(title=title, title_justify="left", show_footer=bool(footer))
    table.add_column(first, footer, no_wrap=True)
    return table


def _when(span: Span, step: Step) -> str:
    return f"{span.first:%Y-%m}" if step is Step.MONTH else span.first.isoformat()


def to_json(days: Sequence[Span], standings: Sequence[Standing], since: date | None, until: date | None) -> str:
    """The facts as one JSON object: the register as it is, and each day on which something happened."""
    facts: dict[str, Any] = {
        "since": _iso(since),
        "until": _iso(until),
        "tables": [
            {"table": one.table, "confirmed": one.confirmed, "waiting": one.waiting, "cancelled": one.cancelled}
            for one in standings
        ],
        "days": [
            {
                "day": day.first.isoformat(),
                "joined": day.joined,
                "left": day.left,
                "confirmed": day.confirmed,
                "mails": day.mails,
            }
            for day in days
        ],
    }
    return json.dumps(facts, ensure_ascii=False, indent=1)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
