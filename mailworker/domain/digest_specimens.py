"""Invented digests, for the check of templates, the tests and whoever wants to see one: a busy day, an empty one, a day
on which everything went wrong. Between them they reach every branch that a template can take."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import cycle, islice

from mailworker.domain.collation import by_surname
from mailworker.domain.digest import (
    Awaiting,
    Completeness,
    Digest,
    Health,
    Held,
    Meeting,
    NewOrganisation,
    Occupancy,
    Participant,
    Ruled,
    Undelivered,
    Withheld,
)
from mailworker.domain.happenings import Happening, changes
from mailworker.domain.programme import Programme, Session
from mailworker.domain.request import Action, Request
from mailworker.domain.states import MessageState, NoticeState

_DAY = date(2021, 10, 13)
_NOW = datetime(2021, 10, 13, 5, 30, tzinfo=UTC)
_HOUR = timedelta(hours=1)
_PEOPLE = (
    ("Jan Peeters", "Aquafin"),
    ("Els Van den Berghe", "Farys"),
    ("An d'Hoore", "Pidpa"),
    ("Piet Claes", "Stad Mechelen"),
    ("Fatima El Amrani", "Boerenbond"),
    ("Joke 't Serstevens", "De Watergroep"),
    ("Koen De Smet", "Vlario"),
)


def digest_specimens(programme: Programme) -> dict[str, Digest]:
    """Digests by a short name, on the tables of this programme."""
    tables = tuple(islice(cycle(programme.table_ids), 5))
    empty = _empty(programme)
    return {"a busy day": _busy(empty, programme, tables), "an empty day": empty, "a bad day": _bad(empty, tables)}


def _empty(programme: Programme) -> Digest:
    return Digest(
        day=_DAY,
        made_at=_NOW,
        since=_NOW - 24 * _HOUR,
        held=(),
        withheld=(),
        undelivered=(),
        awaiting=(),
        happenings=(),
        changes=(),
        ruled=(),
        occupancy=tuple(Occupancy(table, 0, 0, 0, None) for table in programme.table_ids),
        meetings=(),
        organisations=(),
        health=Health(_NOW - _HOUR / 60, 0, None, 0, None, ()),
        completeness=_books(new=0),
    )


def _books(new: int, *, received: int = 214, held: int = 0, asked: int = 0) -> Completeness:
    states = dict(zip(MessageState, (0, 189 - held - asked, asked, held, 25, 0), strict=True))
    return Completeness(received, new, states)


def _busy(empty: Digest, programme: Programme, tables: tuple[str, ...]) -> Digest:
    happenings = _happenings(tables)
    session = Session(_NOW + 26 * _HOUR, "Gebouw Zuid, Kadeplein 1, Brussel")
    later = Session(_NOW + 24 * 9 * _HOUR)
    sheet = tuple(Participant(*person) for person in sorted(_PEOPLE, key=lambda person: by_surname(person[0])))
    return replace(
        empty,
        held=_held(tables),
        undelivered=(
            Undelivered(
                31,
                "confirmation",
                "koen@vlario.example",
                NoticeState.REFUSED,
                NoticeState.REFUSED,
                550,
                _NOW - 9 * _HOUR,
            ),
            Undelivered(
                32, "question", "info@klein.example", NoticeState.EXPIRED, NoticeState.SENT, None, _NOW - _HOUR
            ),
        ),
        awaiting=(
            Awaiting(
                9, "piet.claes@mechelen.example", (_register("Piet Claes", "Stad Mechelen"),), _NOW - 50 * _HOUR, None
            ),
            Awaiting(7, "info@klein.example", (Request(Action.REGISTER),), _NOW - 99 * _HOUR, _NOW - 9 * _HOUR),
        ),
        happenings=happenings,
        changes=changes(happenings, programme),
        ruled=(
            Ruled(3, "accept", "an.vos@dienst.example", _NOW - 20 * _HOUR),
            Ruled(4, "dismiss", "command line", _NOW - 19 * _HOUR),
        ),
        occupancy=tuple(
            Occupancy(table, confirmed, max(confirmed - 2, 1), waiting, capacity)
            for (confirmed, waiting, capacity), table in zip(
                cycle(((24, 3, 30), (18, 0, None), (9, 1, None), (2, 0, 40), (30, 6, 30))),
                programme.table_ids,
                strict=False,
            )
        ),
        meetings=(Meeting(tables[0], session, sheet), Meeting(tables[3], later), Meeting(tables[4], later)),
        organisations=(
            NewOrganisation("Aquafijn", 21, 2, "Aquafin"),
            NewOrganisation("Bronwater Zuid", 22, 1, ""),
        ),
        completeness=_books(new=14, held=7, asked=2),
    )


def _register(person: str | None, organisation: str | None, *tables: str) -> Request:
    return Request(Action.REGISTER, person, organisation, tables)


def _held(tables: tuple[str, ...]) -> tuple[Held, ...]:
    cancel = Request(Action.CANCEL, "Jan Peeters", "Aquafin", tables[:1])
    replacement = Request(Action.REPLACE, "Piet Claes", "Stad Mechelen", tables[:1], "An Vos")
    theirs = "neither the participant nor who registered them wrote this"
    return (
        Held(12, "els.maes@aquafin.example", "Afmelding", _NOW - 3 * _HOUR, "complete", theirs, requests=(cancel,)),
        Held(
            21, "info@aquafijn.example", "Inschrijving", _NOW - 26 * _HOUR, "complete", "no place is left at x",
            requests=(_register("Lies Maes", "Aquafijn", *tables[1:3]),), nearest="Aquafin",
        ),
        Held(23, "jan@voorbeeld.example", "Wanneer begint het?", _NOW - 72 * _HOUR, "question", "", question=True),
        Held(24, "burger@voorbeeld.example", "", _NOW - 4 * _HOUR, "who goes where", ""),
        Held(25, "baas@farys.example", "Vervanging", _NOW, "dmarc-failed", "may be forged", requests=(replacement,)),
        Held(27, "els.maes@aquafin.example", "Re: Bevestigd", _NOW - _HOUR, "thanks", ""),
        Held(28, "an.vos@dienst.example", "RE: Werktafels 12/10", _NOW - _HOUR, "staff not authenticated", ""),
        Held(26, "tom@pidpa.example", "Inschrijving en vraag", _NOW, "complete", "", question=True, handled=True),
    )  # fmt: skip


def _happenings(tables: tuple[str, ...]) -> tuple[Happening, ...]:
    first, second, third, fourth, _ = tables

    def happened(  # noqa: PLR0917
        id: int, what: str, rule: str, who: int, table: str, mail: int | None, asked_by: str = ""
    ) -> Happening:
        return Happening(id, _NOW - _HOUR, what, rule, mail, table, *_PEOPLE[who], asked_by)

    return (
        happened(101, "confirmed", "place free", 0, first, 11, "jan.peeters@aquafin.example"),
        happened(102, "confirmed", "place free", 1, first, 12, "secretariaat@farys.example"),
        happened(103, "waiting", "place taken", 2, first, 13, "an@pidpa.example"),
        happened(104, "waiting", "table full", 3, second, 14),
        happened(105, "cancelled", "cancelled", 4, second, 15, "fatima@boerenbond.example"),
        happened(106, "confirmed", "place came free", 5, second, 15, "fatima@boerenbond.example"),
        happened(107, "cancelled", "replaced", 6, third, 16, "koen@vlario.example"),
        replace(
            happened(108, "confirmed", "replacement", 6, third, 16, "koen@vlario.example"), participant="Lien Vermeulen"
        ),
        replace(
            happened(109, "decline", "an.vos@dienst.example", 3, fourth, 17), note="De inschrijvingen zijn afgesloten."
        ),
        happened(110, "refused", "place taken", 2, fourth, None),
        replace(
            happened(113, "corrected", "name corrected", 4, fourth, 19, "fatima@boerenbond.example"),
            formerly="Fatima El Amrini",
        ),
        happened(111, "moved", "by hand", 2, fourth, None),
        replace(happened(112, "decline", "command line", 3, "", 18), participant="", organisation=""),
    )


def _bad(empty: Digest, tables: tuple[str, ...]) -> Digest:
    withheld = tuple(
        Withheld(
            number,
            "confirmation",
            f"deelnemer{number}@voorbeeld.example",
            _NOW - 5 * _HOUR,
            "Bevestigd: Piet Claes (Stad Mechelen) is ingeschreven voor grondwater.",
        )
        for number in range(31, 75)
    )
    held = tuple(replace(_held(tables)[3], number=number) for number in range(200, 243))
    return replace(
        empty,
        since=None,
        held=held,
        withheld=withheld,
        organisations=(NewOrganisation("Bronwater Zuid", None, 1, ""),),
        meetings=(Meeting(tables[0], Session(_NOW + 26 * _HOUR), ()),),
        health=Health(None, 3, _NOW - 5 * _HOUR, 2, _NOW - 72 * _HOUR, (17, 18)),
        completeness=_books(new=1, received=215),
    )
