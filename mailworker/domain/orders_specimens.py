"""Invented transcripts and held mails, for the check of templates, the tests and whoever wants to see one.

Between them they reach every branch that a template can take: each order, each way in which it is not carried out.
"""

from dataclasses import replace
from datetime import UTC, datetime

from mailworker.domain.digest import Held
from mailworker.domain.orders import Carried, HeldMail, Result, Transcript, Verb
from mailworker.domain.programme import Programme
from mailworker.domain.request import Action, Missing, Request

_ELS, _TOM, _AN = "els.maes@provincie.example", "tom.claes@stad.example", "an.wouters@dienst.example"


def transcript_specimens(programme: Programme) -> dict[str, Transcript]:
    """Transcripts by a short name."""
    done, left = _done(), _left()
    return {
        "all is done": Transcript("Re: Werktafels 5/7: 2 te behandelen", done),
        "one thing is done": Transcript("", done[:1]),
        "some of it is done": Transcript("Werktafels 5/7", (*done[:2], *left), ("Jan van Farys mag ook komen",)),
        "its answers wait": Transcript("Werktafels 5/7", done[:1], withheld=True),
        "some came later": Transcript("Werktafels 5/7", done[-1:], withheld=True, later=2),
        "one came later": Transcript("Werktafels 5/7", left[-1:], withheld=True, later=1),
        "nothing is done": Transcript("", left[:1]),
        "nothing is understood": Transcript("Werktafels", (), ("Die van 12 is goed", "Bel me even")),
        "nothing is ordered": Transcript("Werktafels"),
    }


def held_specimens(programme: Programme) -> dict[str, HeldMail]:
    """Held mails by a short name, on the tables of this programme."""
    tables = programme.table_ids[:2]
    cancel = Request(Action.CANCEL, "Jan Peeters", "Aquafin", tables[:1])
    held = Held(
        number=12,
        sender=_ELS,
        subject="Jan komt niet",
        received_at=datetime(2021, 6, 29, 7, 30, tzinfo=UTC),
        rule="complete",
        why="neither the participant nor who registered them wrote this",
        requests=(cancel,),
    )
    unknown = Request(Action.REGISTER, "Els Maes", "Aqua Fien", tables)
    swap = Request(Action.REPLACE, "Jan Peeters", "Aquafin", tables, "An d'Hoore")
    return {
        "somebody else's cancellation": HeldMail(held, "mail-12.eml"),
        "an unknown organisation": HeldMail(replace(held, requests=(unknown,), nearest="Aquafin"), "mail-12.eml"),
        "a replacement": HeldMail(replace(held, requests=(swap,)), "mail-12.eml"),
        "several wishes": HeldMail(replace(held, requests=(cancel, unknown))),
        "nothing understood": HeldMail(
            replace(
                held,
                sender="",
                subject="",
                requests=(),
                why="the mail failed the sender's authentication",
                rule="dmarc",
            )
        ),
        "a question": HeldMail(replace(held, requests=(), question=True, why="", rule="question"), "mail-12.eml"),
    }


def _done() -> tuple[Carried, ...]:
    ok = Carried(Verb.ACCEPT, Result.DONE, 12, sender=_ELS)
    named = replace(ok, verb=Verb.NAME, number=14, organisation="Aquafin", alias="Aqua Fien")
    return (
        ok,
        replace(ok, number=13, asks=True),
        named,
        replace(named, number=15, alias="Farys", owner="Farys"),
        replace(named, number=16, alias=""),
        replace(named, number=22, alias="AQF", owner="AQF", registered=True),
        replace(ok, verb=Verb.FILL_IN, number=17),
        replace(ok, verb=Verb.DECLINE, number=18, sender=_TOM, reason="Alle plaatsen zijn ingenomen."),
        replace(ok, verb=Verb.DECLINE, number=19),
        replace(ok, verb=Verb.DISMISS, number=20, sender=""),
        replace(ok, verb=Verb.DISMISS, number=23, question=True),
        replace(ok, verb=Verb.DECLINE, number=21, silent=True),
        Carried(Verb.SEND, Result.DONE, numbers=(31, 32, 33, 36)),
        Carried(Verb.SEND, Result.DONE, numbers=(40,)),
    )


def _left() -> tuple[Carried, ...]:
    held = Carried(Verb.ACCEPT, Result.NOT_HELD, 21, sender=_ELS)
    known = ("Aquafin", "Aquaduin", "Aquaflanders")
    return (
        Carried(Verb.ACCEPT, Result.UNKNOWN, 99),
        held,
        replace(held, number=22, decided_by=_AN),
        replace(held, number=23, decided_by="command line"),
        replace(held, number=43, sender="", result=Result.NO_SENDER),
        replace(held, number=24, result=Result.CONTRADICTED),
        replace(held, number=25, result=Result.NOTHING_READ),
        replace(held, number=26, verb=Verb.DECLINE, result=Result.NO_REASON),
        replace(held, number=27, result=Result.UNKNOWN_ORGANISATION, organisation="Aqua", candidates=known),
        replace(held, number=28, result=Result.UNKNOWN_ORGANISATION, organisation="Iets"),
        replace(held, number=29, result=Result.SEVERAL_ORGANISATIONS),
        replace(held, number=30, result=Result.UNKNOWN_TABLES, said="zeewater"),
        replace(held, number=44, result=Result.SEVERAL_PEOPLE),
        replace(held, number=41, result=Result.INCOMPLETE, missing=tuple(Missing)),
        replace(held, number=42, result=Result.NO_ACTION),
        Carried(Verb.SEND, Result.NONE_WITHHELD, said="verstuur 31"),
    )
