"""For staff and operators: organisations under all their names, and two that turn out to be one."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from mailworker.commands import start

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mailworker.domain.merge import Merger
    from mailworker.domain.organisation import Directory
    from mailworker.domain.registration import Registration
    from mailworker.merging import Refused
    from mailworker.store.mergers import Pair
    from mailworker.store.organisations import Addition, Alias

organisations = typer.Typer(
    help="Which names and mail domains are one organisation's: list them, add to them, merge two.", no_args_is_help=True
)

Organisation = Annotated[str, typer.Argument(metavar="ORGANISATION", help="One that is known or has registrations.")]
Remove = Annotated[bool, typer.Option("--remove", help="Take it back instead.")]


@organisations.command("list")
def list_all(as_json: start.AsJson = False) -> None:
    """List the organisations with their other names, their mail domains and how many people they registered."""
    from mailworker.store import organisations as ledger
    from mailworker.store import registrations

    settings = start.settings()
    with start.ledger(settings) as sessions, sessions() as session:
        given = ledger.listing(session)
        directory = ledger.directory_with(session, settings.directory)
        active = [one for one in registrations.listing(session) if one.status.value != "cancelled"]
    facts = list(_facts(settings.directory, directory, given, Counter(one.organisation for one in active)))
    if as_json:
        typer.echo(json.dumps(facts, ensure_ascii=False, indent=1))
    else:
        _show(facts)


@organisations.command()
def alias(
    organisation: Organisation,
    name: Annotated[str, typer.Argument(metavar="ALIAS", help="Another name that people write.")],
    remove: Remove = False,
) -> None:
    """Remember another name of an organisation; every worker knows it from its next round on."""
    _give("name", organisation, name, remove)


@organisations.command()
def domain(
    organisation: Organisation,
    name: Annotated[str, typer.Argument(metavar="DOMAIN", help="A mail domain that only it uses, as aquafin.be.")],
    remove: Remove = False,
) -> None:
    """Remember a mail domain of an organisation: who writes from there speaks for it."""
    _give("domain", organisation, name, remove)


@organisations.command()
def merge(
    name: Annotated[str, typer.Argument(metavar="A", help="The organisation that turns out to be another.")],
    into: Annotated[str, typer.Argument(metavar="B", help="The one that it is, and whose name stays.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do it; without this it is only shown.")] = False,
) -> None:
    """Make two organisations one: show who would keep and who would lose a place, and with --yes do it.

    The limit is applied again in order of arrival, who loses or gains a place is told, and A stays a name of B.
    """
    from mailworker import merging, wiring
    from mailworker.store import mergers
    from mailworker.store import organisations as ledger
    from mailworker.worker import clock

    settings = start.settings()
    stationery = wiring.stationery(settings, wiring.templates(settings))
    with start.ledger(settings) as sessions, sessions() as session:
        directory = ledger.directory_with(session, settings.directory)
        pair = merging.pair_of(session, settings.directory, directory, name, into)
        if isinstance(pair, merging.Refused):
            _refuse(pair)
        merger = mergers.propose(session, pair, settings.programme)
        if yes:
            merging.unite(
                session, pair, merger, directory=directory, stationery=stationery, by="command line", now=clock()
            )
            session.commit()
    _show_merger(pair, merger, done=yes)


def _give(kind: str, organisation: str, value: str, remove: bool) -> None:
    from mailworker.store import organisations as ledger
    from mailworker.worker import clock

    settings = start.settings()
    with start.ledger(settings) as sessions, sessions.begin() as session:
        directory = ledger.directory_with(session, settings.directory)
        known = _known(session, directory, organisation)
        if remove:
            if not ledger.remove(session, kind, value, by="command line", now=clock()):
                start.fail(f"Nobody gave {known} the {kind} {value!r}", "Look at: mailworker organisations list")
            typer.echo(f"{value} is no {kind} of {known} any more")
            return
        add = ledger.add_alias if kind == ledger.NAME else ledger.add_domain
        became = add(session, directory, known, value, by="command line", now=clock())
    _tell(became, kind, known, value)


def _known(session: "Session", directory: "Directory", name: str) -> str:
    from mailworker.store import organisations as ledger

    known = ledger.known_as(session, directory, name)
    if known is None:
        near = ", ".join(directory.nearest(name))
        start.fail(f"There is no organisation {name!r}", f"Near it are: {near}" if near else "See: organisations list")
    return known


def _tell(became: "Addition", kind: str, organisation: str, value: str) -> None:
    from mailworker.store.organisations import Added

    match became.added:
        case Added.DONE:
            typer.echo(f"{value} is a {kind} of {organisation} from now on")
        case Added.KNOWN:
            typer.echo(f"{value} is a {kind} of {organisation} already")
        case Added.TAKEN if became.registered:
            remedy = f"If they are one: mailworker organisations merge {became.owner!r} {organisation!r}"
            start.fail(f"People are registered for {became.owner!r}, which is an organisation of its own", remedy)
        case Added.TAKEN:
            start.fail(f"{value!r} is a {kind} of {became.owner}", "A name or a domain belongs to one organisation")
        case Added.SHARED:
            start.fail(f"Everybody may have an address at {value}", "It can't prove an organisation")
        case Added.UNFIT:
            start.fail(f"{value!r} is no {kind}", "Write it as people do")


def _refuse(refused: "Refused") -> NoReturn:
    from mailworker.merging import Refusal

    near = ", ".join(refused.candidates)
    what, remedy = {
        Refusal.UNKNOWN: (f"Nobody knows or registered for {refused.name!r}", f"Near it are: {near or 'none'}"),
        Refusal.SAME: (f"Both are {refused.name}", "There is nothing to merge"),
        Refusal.CONFIGURED: (
            f"{refused.name} is an organisation of the configuration",
            "Make it an alias of the other one in organisations.toml first",
        ),
    }[refused.why]
    start.fail(what, remedy)


def _facts(
    configured: "Directory", directory: "Directory", given: "Sequence[Alias]", registrations: Counter[str]
) -> Iterator[dict[str, object]]:
    """An object for each organisation that is known or has registrations, by name."""
    ours = {one.name for one in configured.organisations}
    known = {one.name: one for one in directory.organisations}
    for name in sorted({*known, *registrations}, key=str.casefold):
        yield {
            "organisation": name,
            "configured": name in ours,
            "aliases": list(known[name].aliases) if name in known else [],
            "domains": list(known[name].domains) if name in known else [],
            "given": [
                {
                    "kind": one.kind,
                    "value": one.value,
                    "by": one.added_by,
                    "at": one.added_at.isoformat(timespec="seconds"),
                }
                for one in given
                if one.organisation == name
            ],
            "registrations": registrations[name],
        }


def _show(facts: "Sequence[dict[str, object]]") -> None:
    from rich.table import Table
    from rich.text import Text

    from mailworker import console

    table = Table("organisation", "other names", "mail domains", "registrations")
    for one in facts:
        aliases, domains = one["aliases"], one["domains"]
        assert isinstance(aliases, list)
        assert isinstance(domains, list)
        cells = (str(one["organisation"]), ", ".join(aliases), ", ".join(domains), str(one["registrations"]))
        table.add_row(*(Text(console.plain(cell)) for cell in cells))
    console.console().print(table)


def _show_merger(pair: "Pair", merger: "Merger", *, done: bool) -> None:
    from rich.text import Text

    from mailworker import console

    out = console.console()
    would = "" if done else "would "
    out.print(Text(console.plain(f"{pair.name} {'is' if done else 'would be'} {pair.into}"), "bold"))
    for what, rows in (
        (f"{would}keep the place", merger.keep),
        (f"{would}lose the place and wait", merger.lose),
        (f"{would}get a place that comes free", merger.gain),
        ("stand in both, and keep one registration", merger.twice),
    ):
        for row in rows:
            out.print(Text(console.plain(f"  {what}: {_row(row)}")))
    if not merger.changes:
        out.print("  nobody is registered for it: only the name is remembered")
    if not done:
        out.print("Nothing was changed. To do it: the same command with --yes")


def _row(row: "Registration") -> str:
    return f"{row.participant} ({row.organisation}) at {row.table}"
