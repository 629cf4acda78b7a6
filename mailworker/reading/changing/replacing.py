"""One person for another, one table for another: the wishes of changes, with the tables that they are about."""

import re
from collections.abc import Sequence

from mailworker.domain.request import Action
from mailworker.reading.background import subject_mentions
from mailworker.reading.changing.moves import Move, Run, exchanges, half_move, move_over, moves_of, speaks_of_move
from mailworker.reading.changing.succession import Replacement, replacement_of
from mailworker.reading.choice.choosing import Chosen
from mailworker.reading.context import Context
from mailworker.reading.gate.doubts import leaves
from mailworker.reading.phrases.patterns import one_of
from mailworker.reading.said import Said, without_names
from mailworker.reading.who.actors import Actor, Who
from mailworker.reading.wish import Doubt, Span, Where, Wish, places, span_of, whole

_UNCLEAR = Doubt("replacement", "The mail speaks of a replacement, but not clearly of who leaves and who comes.")
_SUCCESSOR = re.compile(r"opvolg|vervang|successor|replac|remplac")


def replacements(context: Context, chosen: Chosen) -> list[Wish] | Doubt:
    """One person for another at some tables."""
    said = context.said
    changes = any(one.intent.change for one in said)
    if not any(_may_replace(one, changes) for one in (*said, context.subject)):
        return []
    if not any(
        one.people or one.intent.unnamed or one.intent.undecided or _SUCCESSOR.search(one.unit.folded) for one in said
    ):
        return []
    found = replacement_of([one for one in said if not one.intent.backup], context.sender.name)
    if found is None:
        return _UNCLEAR if any(one.intent.replace and len(one.people) > 1 for one in said) else []
    if found.newcomer.who is Who.UNNAMED and any(one.intent.hard_cancel for one in said) and not _will_come(said):
        return []
    if found.leaver.who is Who.SENDER and any(_never_came(one) for one in said):
        return []
    if Who.SENDER not in (found.leaver.who, found.newcomer.who) and any(_comes_instead(one) for one in said):
        return _UNCLEAR
    return [_replacement(found.leaver, found.newcomer, found, _tables_of(context, chosen))]


_WILL_COME = re.compile(r"\b(?:zal|zullen|komt|gaat|wordt|neemt|volgt|will|wie|nog)\b")


def _will_come(said: Sequence[Said]) -> bool:
    """Whether somebody comes in the place of who leaves, even if it is not known yet who."""
    return any(
        one.intent.replace and (one.intent.unnamed or one.intent.undecided) and _WILL_COME.search(one.unit.folded)
        for one in said
    )


_NEVER_CAME = re.compile(r"\b(?:ga|gaan|neem|zal|wil|wens|kan) ik (?:\w+ ){0,4}niet(?! (?:meer|langer))")


def _never_came(one: Said) -> bool:
    """'Ik ga hier zelf niet aan deelnemen. Neem in mijn plaats Jan op': who never had a seat gives none up."""
    return one.intent.refusal and not one.intent.past and _NEVER_CAME.search(one.unit.folded) is not None


_NOT_BUT = one_of("niet (?:PERSON|ik|ikzelf|mezelf|mijzelf) maar (?:wel )?PERSON")


def _may_replace(one: Said, changes: bool) -> bool:
    if changes and _NOT_BUT.search(without_names(one.unit.folded, one.tables.mentions, one.people)):
        return True
    return one.intent.replace or (bool(one.people) and (one.intent.in_place or leaves(one.unit.folded)))


def _comes_instead(one: Said) -> bool:
    """'Het ben dus ikzelf die ons vertegenwoordigt': the writer comes, whoever else was thought of."""
    return one.intent.self_strong and one.intent.wish and bool(one.wished) and not one.intent.replace


def _tables_of(context: Context, chosen: Chosen) -> Where:
    """The tables of a replacement: those of its sentences, else of the subject, else of what was before."""
    found: list[tuple[str, Span]] = []
    for number, one in enumerate(context.said):
        mentions = [m for m, _ in chosen.of.get(number, ())]
        if not mentions and (one.intent.replace or one.intent.cancel) and not one.intent.asks:
            mentions = [m for m in one.wished if m.is_clear and not set(m.ids) <= chosen.kept]
        found += places(one.unit, mentions)
    where = tuple(found) or places(context.subject.unit, subject_mentions(context))
    where = where or tuple(w for one in context.said if one.intent.past for w in places(one.unit, one.wished))
    return tuple((table, span) for table, span in where if table not in chosen.kept)


def _replacement(leaver: Actor, newcomer: Actor, found: Replacement, where: Where) -> Wish:
    return Wish(
        Action.REPLACE,
        leaver,
        actor_span=_span(leaver, found.leaver_said),
        newcomer=newcomer,
        newcomer_span=_span(newcomer, found.newcomer_said),
    ).at(where)


def _span(actor: Actor, said: Said | None) -> Span | None:
    return span_of(said.unit, actor) if said is not None and actor.who is Who.NAMED else None


def moved_from_background(context: Context) -> list[Wish]:
    """A change that several sentences tell, or of which the mail names one side only."""
    move = move_over(context.said) or half_move(context.said)
    return _change(move) if move is not None else []


def moves(context: Context) -> list[Wish]:
    """Changes of table: a cancel and a register each."""
    wishes: list[Wish] = []
    for one in context.said:
        for move in [] if one.intent.only_asks else moves_of(one):
            halves = _change(move)
            wishes += halves[1:] if _mends_this_mail(context, move) else halves
    return wishes


def _mends_this_mail(context: Context, move: Move) -> bool:
    """'PS: lees hierboven grondwater in plaats van hemelwater': what goes was only asked for in this same mail."""
    gone = {i for run in move.old for i in run.ids}
    by = {run.said.unit for run in (*move.old, *move.new)}
    asking = [
        one
        for one in context.said
        if one.unit not in by and one.intent.wish and not one.intent.past and not speaks_of_move(one)
    ]
    asked = {i for one in asking if not one.intent.cancel for m in one.wished for i in m.ids}
    return bool(gone) and gone <= asked and not context.letter.reply


def unclear_exchange(context: Context) -> Doubt | None:
    """One table for another, where it can't be told which goes and which comes."""
    if any(exchanges(one) for one in context.said if not one.intent.only_asks):
        return Doubt("change of table", "The mail changes one table for another, but not clearly which for which.")
    return None


def _change(move: Move) -> list[Wish]:
    return [_half(move, move.old, Action.CANCEL), _half(move, move.new, Action.REGISTER)]


def _half(move: Move, runs: Sequence[Run], action: Action) -> Wish:
    by = (runs or move.old or move.new)[0].said
    where = tuple(w for run in runs for w in places(run.said.unit, run.mentions))
    wish = Wish(action, None, cue=whole(by.unit)).at(where)
    return wish if move.actor is None else wish.of(move.actor, span_of(by.unit, move.actor))
