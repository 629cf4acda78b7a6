"""What a wish takes from elsewhere in the mail: the registration that it gives back, the table of the subject."""

from collections.abc import Sequence

from mailworker.domain.request import Action
from mailworker.reading.choice.choosing import Chosen
from mailworker.reading.context import Context
from mailworker.reading.naming.mention import Mention, Polarity
from mailworker.reading.said import Said
from mailworker.reading.who.actors import Actor, Who
from mailworker.reading.wish import Where, Wish, named_in, places, span_of, whole


def subject_mentions(context: Context) -> list[Mention]:
    """The tables of a subject that the sender wrote; an answer's subject is ours."""
    if context.letter.reply or context.letter.forward:
        return []
    subject = context.subject
    is_only_tables = subject.unknown_words == 0 and not subject.intent.verb
    return [m for m in subject.wished if m.is_clear or is_only_tables]


def with_background(context: Context, wishes: list[Wish], chosen: Chosen) -> list[Wish]:
    """The wishes; a cancellation without table or person takes them from what tells of the registration."""
    cancelling = [one for one in context.said if one.intent.cancel]
    cancels = any(w.action is Action.CANCEL for w in wishes)
    if not cancels and all(one.intent.asks for one in cancelling):
        return wishes
    refers = any(one.intent.same_table for one in cancelling)
    background = [one for one in context.said if (one.intent.past or refers) and not one.intent.hard_cancel]
    if not background:
        return wishes or _said_no(cancelling)
    if not cancels:
        wishes = [*wishes, Wish(Action.CANCEL, None)]
    told = [(one, [m for m in one.wished if m.is_clear and not chosen.kept & {*m.ids}]) for one in background]
    where = tuple(w for one, mentions in told for w in places(one.unit, mentions))
    people = [(actor, one) for one in background for actor in named_in(one)]
    if chosen.vague is not None:
        where = ()
    return [_given_back(w, where, people) if w.action is Action.CANCEL else w for w in wishes]


def _said_no(cancelling: Sequence[Said]) -> list[Wish]:
    """'Ik blijf bij X maar Y laat ik vallen': a cancellation of the tables that it says no to."""
    denied = [one for one in cancelling if any(m.polarity is Polarity.NO for m in one.tables.mentions)]
    return [Wish(Action.CANCEL, None, cue=whole(one.unit)) for one in denied[:1] if not one.intent.only_asks]


def _given_back(wish: Wish, where: Where, people: Sequence[tuple[Actor, Said]]) -> Wish:
    if not wish.tables and where:
        wish = wish.at(where)
    if wish.who in (None, Who.UNNAMED) and len({actor.name for actor, _ in people}) == 1:
        actor, by = people[0]
        wish = wish.of(actor, span_of(by.unit, actor))
    return wish


def with_subject(context: Context, wishes: list[Wish], chosen: Chosen) -> list[Wish]:
    """The wishes with the subject's tables, where the text names none."""
    subject = context.subject
    mentions = subject_mentions(context)
    if subject.tables.vague is not None and chosen.vague is None and not context.letter.reply:
        chosen.vague = subject.tables.vague
    if not mentions or chosen.vague is not None:
        return wishes
    cancels = any(one.intent.cancel for one in (*context.said, subject))
    action = Action.CANCEL if cancels else Action.REGISTER
    where = places(subject.unit, mentions)
    if wishes:
        return [
            Wish(action, w.actor, actor_span=w.actor_span, organisation=w.organisation, cue=w.cue).at(where)
            for w in wishes
        ]
    base = Wish(action, None).at(where)
    people = [base.of(actor, span_of(subject.unit, actor)) for actor in named_in(subject)]
    return people or ([base] if _wants_something(context) else [])


def _wants_something(context: Context) -> bool:
    """Whether the text asks for what the subject names, or says nothing that speaks against it."""
    if not context.said or context.subject.intent.register or context.subject.intent.cancel:
        return True
    if any(_wants(one) for one in context.said):
        return True
    return all(one.is_fragment and not one.intent.thanks for one in context.said)


def _wants(one: Said) -> bool:
    intent = one.intent
    return (intent.register or intent.cancel or intent.change) and not intent.only_asks
