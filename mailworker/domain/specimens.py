"""Invented notices of every kind, for the check of templates, the tests and whoever wants to see a mail.

Between them they reach every branch that a template can take: each status, one person and many, nothing known.
"""

from dataclasses import replace
from itertools import cycle, islice

from mailworker.domain.notice import Notice, NoticeKind, Question, Row, RowStatus
from mailworker.domain.programme import Programme
from mailworker.domain.request import Action, Missing, Request

_JAN, _ELS, _AN = "Jan Peeters", "Els Van den Berghe", "An d'Hoore"
_PEOPLE = (_JAN, _ELS, _AN, "Piet Claes", "Fatima El Amrani", "Joke 't Serstevens")
_ORGANISATION = "Aquafin"
_OTHERS = ("Farys", "Pidpa", "Stad Mechelen", "Boerenbond", "De Watergroep")


def specimens(programme: Programme) -> dict[str, Notice]:
    """Notices by a short name, at least one of each kind, on the tables of this programme."""
    tables = tuple(islice(cycle(programme.table_ids), 5))
    return _done(tables) | _in_part(tables) | _asking(tables) | _for_staff(tables) | _to_others(tables)


def _notice(kind: NoticeKind, *rows: Row, understood: tuple[Request, ...] = ()) -> Notice:
    return Notice(kind, "jan.peeters@voorbeeld.test", "7K3Q", "Inschrijving werktafels", rows, understood=understood)


def _rows(person: str, status: RowStatus, *tables: str, position: int | None = None) -> tuple[Row, ...]:
    return tuple(Row(table, person, _ORGANISATION, status, position) for table in tables)


def _register(person: str | None, *tables: str, organisation: str | None = _ORGANISATION) -> Request:
    return Request(Action.REGISTER, person, organisation, tables)


def _done(tables: tuple[str, ...]) -> dict[str, Notice]:
    first, _, _, fourth, _ = tables
    many = tuple(
        Row(table, person, organisation, RowStatus.CONFIRMED)
        for person, organisation, table in zip(_PEOPLE, (_ORGANISATION, *_OTHERS), cycle(tables), strict=False)
    )
    return {
        "confirmation": _notice(
            NoticeKind.CONFIRMATION,
            *_rows(_JAN, RowStatus.CONFIRMED, first, fourth),
            understood=(_register(_JAN, first, fourth),),
        ),
        "confirmation of what was so already": _notice(
            NoticeKind.CONFIRMATION,
            *_rows(_JAN, RowStatus.ALREADY_CONFIRMED, first),
            understood=(_register(_JAN, first),),
        ),
        "confirmation of many": _notice(
            NoticeKind.CONFIRMATION,
            *many,
            understood=tuple(_register(row.participant, row.table, organisation=row.organisation) for row in many),
        ),
        "replacement": _notice(
            NoticeKind.CONFIRMATION,
            *_rows(_JAN, RowStatus.CANCELLED, first),
            *_rows(_AN, RowStatus.CONFIRMED, first),
            understood=(Request(Action.REPLACE, _JAN, _ORGANISATION, (first,), _AN),),
        ),
        "change of table": _notice(
            NoticeKind.CONFIRMATION,
            *_rows(_JAN, RowStatus.CANCELLED, first),
            *_rows(_JAN, RowStatus.CONFIRMED, fourth),
            understood=(Request(Action.CANCEL, _JAN, _ORGANISATION, (first,)), _register(_JAN, fourth)),
        ),
        "name corrected": _notice(
            NoticeKind.CONFIRMATION,
            Row(first, _JAN, _ORGANISATION, RowStatus.CONFIRMED, renamed_from="Jan Peters"),
            Row(fourth, _JAN, _ORGANISATION, RowStatus.WAITING, 2, renamed_from="Jan Peters"),
            understood=(Request(Action.REPLACE, "Jan Peters", _ORGANISATION, (first, fourth), _JAN),),
        ),
        "organisation corrected": _notice(
            NoticeKind.CONFIRMATION,
            Row(first, _JAN, _ORGANISATION, RowStatus.CONFIRMED, moved_from="Farys"),
            understood=(Request(Action.CORRECT, _JAN, _ORGANISATION),),
        ),
        "cancellation": _notice(
            NoticeKind.CANCELLATION,
            *_rows(_JAN, RowStatus.CANCELLED, first),
            *_rows(_JAN, RowStatus.NOT_REGISTERED, fourth),
            understood=(Request(Action.CANCEL, _JAN, _ORGANISATION, (first, fourth)),),
        ),
        "cancellation of what was so already": _notice(
            NoticeKind.CANCELLATION,
            *_rows(_JAN, RowStatus.ALREADY_CANCELLED, first),
            understood=(Request(Action.CANCEL, _JAN, _ORGANISATION, (first,)),),
        ),
    }


def _in_part(tables: tuple[str, ...]) -> dict[str, Notice]:
    first, second, third, fourth, fifth = tables
    return {
        "waiting": _notice(
            NoticeKind.WAITING,
            *_rows(_ELS, RowStatus.WAITING, first, position=1),
            understood=(_register(_ELS, first),),
        ),
        "waiting for a full table": _notice(
            NoticeKind.WAITING,
            Row(first, _ELS, "", RowStatus.ALREADY_WAITING, 3, table_full=True),
            Row(fourth, _ELS, "", RowStatus.WAITING, None, table_full=True),
        ),
        "confirmed and waiting": _notice(
            NoticeKind.CONFIRMATION,
            *_rows(_JAN, RowStatus.CONFIRMED, first, third, fifth),
            *_rows(_JAN, RowStatus.WAITING, second, position=2),
            understood=(_register(_JAN, first, second, third, fifth),),
        ),
        "confirmed and refused": _notice(
            NoticeKind.CONFIRMATION,
            *_rows(_JAN, RowStatus.CONFIRMED, first),
            *_rows(_ELS, RowStatus.REFUSED, first),
            *_rows(_AN, RowStatus.UNDER_REVIEW, second),
            understood=(_register(_JAN, first), _register(_ELS, first), _register(_AN, second)),
        ),
        "refused": _notice(
            NoticeKind.WAITING,
            *_rows(_ELS, RowStatus.REFUSED, first),
            Row(second, _ELS, _ORGANISATION, RowStatus.REFUSED, table_full=True),
            understood=(_register(_ELS, first, second),),
        ),
    }


def _asking(tables: tuple[str, ...]) -> dict[str, Notice]:
    first, second, third, fourth, fifth = tables
    no_tables = _register(_JAN)
    nothing = Request(Action.REGISTER)
    no_newcomer = Request(Action.REPLACE, _JAN, _ORGANISATION, (first,))
    no_leaver = Request(Action.CANCEL, None, None, (first,))
    question = replace(
        _notice(NoticeKind.QUESTION, understood=(no_tables,)), questions=(Question(Missing.TABLES, no_tables),)
    )
    mixed = _notice(
        NoticeKind.QUESTION,
        *_rows(_JAN, RowStatus.CONFIRMED, first, second, third),
        *_rows(_JAN, RowStatus.WAITING, fifth, position=1),
        understood=(_register(_JAN, first, second, third, fifth), _register(None, fourth)),
    )
    everything = tuple(Question(missing, nothing) for missing in Missing)
    return {
        "question": question,
        "question beside what is done": replace(
            mixed, questions=(Question(Missing.PARTICIPANT, _register(None, fourth)),), staff_question=True
        ),
        "question about everything": replace(
            _notice(NoticeKind.QUESTION, understood=(nothing,)), subject="", questions=everything
        ),
        "questions about changes": replace(
            _notice(NoticeKind.QUESTION, understood=(no_newcomer, no_leaver)),
            questions=(
                Question(Missing.PARTICIPANT, no_newcomer, (_AN, _ELS)),
                Question(Missing.PARTICIPANT, no_leaver),
                Question(Missing.ORGANISATION, no_leaver, (_ORGANISATION, "Aquaduin")),
                Question(Missing.TABLES, replace(no_newcomer, replacement=_AN, tables=()), (first, "ochtendtafel")),
            ),
        ),
        "reminder": replace(question, kind=NoticeKind.REMINDER),
        "reminder about everything": replace(question, kind=NoticeKind.REMINDER, understood=(), questions=everything),
    }


def _for_staff(tables: tuple[str, ...]) -> dict[str, Notice]:
    cancel = Request(Action.CANCEL, _JAN, _ORGANISATION, tables[:1])
    return {
        "review": _notice(NoticeKind.REVIEW),
        "declined": replace(_notice(NoticeKind.DECLINED), reason="De inschrijvingen zijn afgesloten."),
        "declined of something": _notice(NoticeKind.DECLINED, understood=(cancel,)),
        "review of a wish": _notice(
            NoticeKind.REVIEW, *_rows(_JAN, RowStatus.UNDER_REVIEW, *tables[:1]), understood=(cancel,)
        ),
        "review beside what is done": _notice(
            NoticeKind.REVIEW,
            *_rows(_JAN, RowStatus.CANCELLED, tables[0]),
            *_rows(_ELS, RowStatus.UNDER_REVIEW, tables[1]),
        ),
        "review of what nobody has": _notice(NoticeKind.REVIEW, *_rows(_JAN, RowStatus.NOT_REGISTERED, tables[0])),
        "question for staff beside a confirmation": replace(
            _notice(NoticeKind.CONFIRMATION, *_rows(_JAN, RowStatus.CONFIRMED, *tables[:1])),
            understood=(_register(_JAN, *tables[:1]),),
            staff_question=True,
        ),
    }


def _to_others(tables: tuple[str, ...]) -> dict[str, Notice]:
    first, fourth = tables[0], tables[3]
    promotion = _notice(NoticeKind.PROMOTION, *_rows(_ELS, RowStatus.CONFIRMED, first))
    registered = *_rows(_JAN, RowStatus.CONFIRMED, first), *_rows(_JAN, RowStatus.WAITING, fourth)
    information = replace(
        _notice(NoticeKind.INFORMATION, *registered),
        asked_by="Els Wauters",
        to_participant=True,
    )
    left = replace(information, rows=_rows(_JAN, RowStatus.CANCELLED, first))
    waits = replace(information, rows=_rows(_JAN, RowStatus.WAITING, first, position=2), asked_by="", merged="AQF")
    corrected = Row(first, _JAN, _ORGANISATION, RowStatus.CONFIRMED, renamed_from="Jan Peters")
    moved = Row(fourth, _JAN, _ORGANISATION, RowStatus.WAITING, 1, moved_from="Farys")
    displaced = Row(first, _ELS, _ORGANISATION, RowStatus.WAITING, 1, displaced=True)
    own_accord = {
        "information to whose name was corrected": replace(information, rows=(corrected, moved)),
        "information to who was also promoted": replace(
            information, rows=(registered[0], Row(fourth, _JAN, _ORGANISATION, RowStatus.CONFIRMED, promoted=True))
        ),
        "information to whose name staff corrected": replace(information, rows=(corrected,), asked_by=""),
        "information to who lost the place to who came earlier": replace(
            information, rows=(displaced,), recipient="els.van.den.berghe@voorbeeld.test", asked_by=""
        ),
        "information to who lost the place in a merger": waits,
        "promotion": replace(promotion, to_participant=True),
        "promotion of a colleague": promotion,
        "information to who was registered": information,
        "information to who was cancelled": left,
        "information to a secretary": replace(left, to_participant=False, asked_by=_JAN),
        "information without a name": replace(left, asked_by=""),
    }
    return {name: replace(notice, subject="") for name, notice in own_accord.items()}
