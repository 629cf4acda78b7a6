"""For staff and operators: registrations and mails over time, as tables, as facts and as a picture."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from mailworker.commands import start
from mailworker.domain import statistics
from mailworker.domain.statistics import Span, Standing

if TYPE_CHECKING:
    from mailworker.settings import Settings

_DAY = ["%Y-%m-%d", "%d/%m/%Y"]
_NOTHING = "No mail came in and nobody was registered"


def stats(
    as_json: start.AsJson = False,
    png: Annotated[
        Path | None, typer.Option("--png", metavar="FILE", help="Write a picture; needs the extra `plots`.")
    ] = None,
    since: Annotated[
        datetime | None, typer.Option("--since", formats=_DAY, metavar="DAY", help="From this day on: 2021-10-14.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--until", formats=_DAY, metavar="DAY", help="Up to this day, with it.")
    ] = None,
) -> None:
    """Show registrations and mails over time, per table and by what became of the mails.

    Days are those of the programme's time zone. A mail counts on the day on which it came in, a registration on the
    day on which it was confirmed or ended. No names.
    """
    from mailworker import console_statistics

    loaded = start.settings()
    first, last = since.date() if since else None, until.date() if until else None
    if first and last and first > last:
        start.fail("--since is after --until", "Turn them round", start.FAULT)
    days, standings = _facts(loaded)
    days = statistics.between(days, first, last)
    tables = _names(loaded, [one.table for one in standings])
    if png is not None:
        _draw(loaded, days, tables, png)
    if as_json:
        typer.echo(console_statistics.to_json(days, standings, first, last))
    elif days:
        console_statistics.show(days, standings, tables)
    else:
        typer.echo(f"{_NOTHING}.")


def _facts(loaded: "Settings") -> tuple[tuple[Span, ...], list[Standing]]:
    from mailworker.store import database
    from mailworker.store import statistics as ledger

    zone = ZoneInfo(loaded.programme.timezone)

    def day_of(moment: datetime) -> date:
        return moment.astimezone(zone).date()

    with start.ledger(loaded) as sessions, database.reading(sessions) as session:
        moved, mails, now = ledger.movements(session, day_of), ledger.mails(session, day_of), ledger.standings(session)
    tables = dict.fromkeys((*loaded.programme.table_ids, *sorted(now)))
    return statistics.by_day(moved.joined, moved.left, mails), [now.get(one, Standing(one)) for one in tables]


def _draw(loaded: "Settings", days: tuple[Span, ...], tables: dict[str, str], path: Path) -> None:
    from mailworker import plotting

    programme = loaded.programme
    if not days:
        start.fail(_NOTHING, "So there is nothing to draw")
    drawn = plotting.picture(days, tables, programme.name, plotting.words(loaded.templates, programme.language))
    try:
        path.write_bytes(drawn)
    except OSError as error:
        start.fail(f"The file cannot be written ({error.strerror})", "Name another one")


def _names(loaded: "Settings", tables: list[str]) -> dict[str, str]:
    from mailworker.letter import table_name

    return {table: table_name(table, loaded.programme) for table in tables}
