"""What one mail asks, as a careful clerk reads it: requests with their evidence, or why a person must look.

The order is that of a clerk: is there anything to read, is it about these tables, does it hang on something, what is
asked, for whom, on whose behalf, at which tables. What is missing is left open and asked for; what can be read in two
ways is held. Pure and deterministic; nothing is guessed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mailworker.domain.organisation import Directory
from mailworker.domain.programme import Programme
from mailworker.domain.request import Action, Evidence, Outcome, Reading, Request, Source
from mailworker.message.body import Body
from mailworker.message.inbound import Inbound
from mailworker.reading.affiliation import Cue, domain_label
from mailworker.reading.capitals import calmed, in_capitals
from mailworker.reading.changes import move_from_background, moves_of, replacement_of
from mailworker.reading.choosing import Chosen, choose
from mailworker.reading.doubts import denies, depends, leaves, leaves_or_changes, plain_of_tables
from mailworker.reading.forms import Record, records_of
from mailworker.reading.gates import gate
from mailworker.reading.language import is_known, language_of
from mailworker.reading.letter import Kind, Letter, Unit, letter_of
from mailworker.reading.people import addresses, find_people, key, same_person
from mailworker.reading.phrases import any_of
from mailworker.reading.roles import Role
from mailworker.reading.said import (
    Actor,
    Said,
    Who,
    distinct,
    is_single_name,
    say,
    with_pronouns,
    with_ticks,
    without_names,
)
from mailworker.reading.sender import Sender, from_name, fuller, sender_of
from mailworker.reading.speaker import Speaker, speaker_of
from mailworker.reading.subjects import with_subjects
from mailworker.reading.tables import Mention, Polarity, Vagueness, Vocabulary, read_tables, vocabulary
from mailworker.reading.wishes import Doubt, Span, Wish, register_wishes


@dataclass(frozen=True, slots=True)
class Context:
    """All that was found in one mail."""

    inbound: Inbound
    letter: Letter
    said: tuple[Said, ...]
    subject: Said
    records: tuple[Record, ...]
    sender: Sender
    words: Vocabulary
    directory: Directory
    organiser: frozenset[str]
    language: str

    @property
    def own(self) -> str:
        """The folded words of the sender."""
        return "\n".join(one.unit.folded for one in self.said)

    @property
    def answers_us(self) -> bool:
        """Whether the mail replies to a question."""
        return self.letter.reply and ("?" in self.letter.quoted or not self.letter.quoted)


def read(inbound: Inbound, body: Body, programme: Programme, directory: Directory) -> Reading:
    """What a mail of a person asks; never raises on what a stranger wrote."""
    context = _context(inbound, body, programme, directory)
    asks = _question(context)
    about = _is_about(context)
    held = gate(context)
    if held is not None:
        rule, why = held
        return Reading(Outcome.REVIEW, _proposal(context, rule), asks, about or rule in _ABOUT, why, rule)
    try:
        wishes, chosen = _wishes(context)
    except Doubt as doubt:
        return Reading(Outcome.REVIEW, (), asks, True, doubt.why, doubt.rule)
    if not wishes:
        return _without_wish(context, asks, about)
    return _decided(context, wishes, chosen, asks)


_WITH_A_WISH = frozenset(("conditional wish", "uncertain wish", "complaint", "citizen", "outsider", "attachment"))
"""Rules that hold a mail which may say plainly what it wants: staff are shown that."""


def _proposal(context: Context, rule: str) -> tuple[Request, ...]:
    """What would be done if staff said yes to a mail that is held; nothing where that is not wholly clear."""
    if rule not in _WITH_A_WISH:
        return ()
    try:
        wishes, chosen = _wishes(context)
    except Doubt:
        return ()
    requests = _decided(context, wishes, chosen, False).requests if wishes else ()
    return () if any(request.missing for request in requests) else requests


_ABOUT = frozenset(("conditional wish", "second thoughts", "complaint", "citizen", "refusal", "uncertain wish"))


def _context(inbound: Inbound, body: Body, programme: Programme, directory: Directory) -> Context:
    letter = letter_of(inbound, body)
    words = vocabulary(programme)
    organiser = _organiser(programme, directory)
    header = from_name(inbound, directory)
    if in_capitals(letter):
        letter = calmed(letter, [header] if header else [], directory)
    records, rest = records_of(letter.units, words)
    names = [header] if header else []
    names += [p.name for unit in letter.closing[:6] for p in find_people(unit.text, names)[:1] if p.sure > 1]
    names += [p.name for unit in (*rest, letter.subject) for p in find_people(unit.text) if p.sure > 1]
    names += [name for record in records for name, *_ in record.people if name]
    known = distinct(names)[:12]
    label = domain_label(inbound.sender.domain if inbound.sender else "", directory)
    said = [say(unit, words, directory, known, organiser, label) for unit in rest]
    said, trailing = _without_name_under_it(said, letter, header)
    letter = replace(letter, closing=(*trailing, *letter.closing))
    subject = say(letter.subject, words, directory, known, organiser, label)
    sender = sender_of(inbound, letter, [*said, subject], directory)
    said = with_pronouns(with_subjects(with_ticks(said)), sender.name)
    language = language_of(" ".join([letter.own, letter.subject.folded]))
    return Context(inbound, letter, tuple(said), subject, tuple(records), sender, words, directory, organiser, language)


def _organiser(programme: Programme, directory: Directory) -> frozenset[str]:
    """Names of the organisation that the programme is of: who writes to it also names it."""
    found = set()
    for piece in re.split(r"[()]", programme.organiser):
        if piece.strip() and (organisation := directory.find(piece)) is not None:
            found.add(organisation.name)
    return frozenset(found)


def _without_name_under_it(said: Sequence[Said], letter: Letter, header: str | None) -> tuple[list[Said], list[Unit]]:
    """The sentences, and the lines at their end that are only the writer's name and function."""
    rest = _before_name_line(said, header)
    taken: list[Unit] = [one.unit for one in said[len(rest) :]]
    while rest and rest[-1].unit.answers is None and len(taken) < 6 and rest[-1].unit.kind is Kind.SENTENCE:
        last = rest[-1]
        if is_single_name(last) or _is_signature_line(last, bool(taken)):
            taken.insert(0, rest.pop().unit)
            continue
        break
    named = [number for number, unit in enumerate(taken) if find_people(unit.text, [header] if header else [])]
    first_name = [
        n for n, unit in enumerate(taken) if header and key(unit.text) and set(key(unit.text)) <= set(key(header))
    ]
    if not named and not first_name:
        # Only lines that name nobody: an organisation under the mail is still a signature.
        if taken and any(find_org(one) for one in said[len(rest) :]):
            return rest, taken
        return list(said), []
    return rest, taken


_RESUMES = re.compile(r"^(?:p\.?\s?s|n\.?b)\b|\?|\b(?:ik|mij|mijn|ikzelf|wij|we|gelieve|graag|kan u|i|my)\b")


def _before_name_line(said: Sequence[Said], header: str | None) -> list[Said]:
    """The sentences before a line that is only the writer's name, where nobody speaks again after it."""
    if header is None:
        return list(said)
    for number in range(1, len(said)):
        one = said[number]
        if one.unit.answers is not None or one.unit.field is not None:
            continue
        letters = key(one.unit.text)
        is_name = (bool(letters) and (letters == key(header) or letters == key(header.split()[0]))) or (
            is_single_name(one) and same_person(one.people[0].name, header) and one.people[0].start == 0
        )
        after = said[number + 1 :]
        if any(m.near or not m.weak for o in after for m in o.wished) and not any(o.wished for o in said[:number]):
            continue
        if is_name and not any(_RESUMES.search(o.unit.folded) or o.unit.field is not None for o in after):
            return list(said[:number])
    return list(said)


def find_org(one: Said) -> bool:
    """Whether a line names an organisation."""
    return bool(one.organisations)


def _is_signature_line(one: Said, below: bool) -> bool:
    intent = one.intent
    if one.tables.mentions or intent.asks or intent.polite or one.unit.text.rstrip().endswith((":", "?")):
        return False
    if len(one.unit.text) > 70 or not one.is_fragment:
        return False
    if len(one.people) > 1:
        return False
    if one.unit.text.rstrip()[-1:] in ".!" and not one.people:
        return False
    words = one.unit.folded.split()
    return (
        len(words) <= 7 and not intent.cancel and not (intent.register and not one.organisations) and not intent.thanks
    )


def _question(context: Context) -> bool:
    return any(one.intent.asks for one in context.said) or any(
        record_unit.field is not None and record_unit.field.value == "question" and record_unit.text.strip(" /-")
        for record_unit in context.letter.units
    )


def _is_about(context: Context) -> bool:
    own = context.own + "\n" + context.subject.unit.folded
    return (
        any(one.tables.mentions or one.intent.table_word for one in (*context.said, context.subject))
        or "inschrij" in own
    )


def _wishes(context: Context) -> tuple[list[Wish], Chosen]:
    """The wishes of the mail, and the tables that they were read from."""
    said = context.said
    chosen = choose(said, context.answers_us, context.words)
    from_records = _of_records(context)
    if from_records:
        from_records = _with_prose_tables(context, from_records, chosen)
        prose = (
            [w for w in _prose(context, chosen) if w.actor is not None and w.tables]
            if not _complete(from_records)
            else []
        )
        return from_records + prose, chosen
    moved = _moves(context)
    if moved and not any(one.people for one in context.said if one.intent.replace):
        return moved, chosen
    replaced = _replacements(context, chosen)
    if replaced:
        return replaced, chosen
    moved = moved or _moved_from_background(context, chosen)
    if moved:
        return moved, chosen
    return _prose(context, chosen), chosen


def _with_prose_tables(context: Context, wishes: list[Wish], chosen: Chosen) -> list[Wish]:
    """The tables of the sentences, for a form that has a place for people only."""
    if (
        any(w.tables for w in wishes)
        or any(r.open_tables or r.vague for r in context.records)
        or chosen.vague is not None
    ):
        return wishes
    where = tuple(
        (i, Span(context.said[n].unit, m.start, m.end))
        for n, pairs in chosen.of.items()
        for m, _ in pairs
        for i in m.ids
    )
    return [replace(w, tables=frozenset(i for i, _ in where), where=where) for w in wishes] if where else wishes


def _complete(wishes: Sequence[Wish]) -> bool:
    return all(w.tables and w.actor is not None for w in wishes)


def _of_records(context: Context) -> list[Wish]:
    """The wishes of forms and tables; what the form leaves out may stand in the sentences."""
    wishes: list[Wish] = []
    action = (
        Action.CANCEL if any(one.intent.hard_cancel for one in (*context.said, context.subject)) else Action.REGISTER
    )
    for record in context.records:
        wishes += _of_record(context, record, action)
    return wishes


def _of_record(context: Context, record: Record, action: Action) -> list[Wish]:
    if record.vague:
        tables: list[tuple[str, Span]] = []
    else:
        tables = [(i, Span(unit, 0, len(unit.text))) for m, unit in record.tables for i in m.ids]
    organisation = None
    if record.organisation is not None:
        text, unit = record.organisation
        speaker = speaker_of(context, [], text)
        if speaker.name:
            organisation = (speaker.name, Span(unit, 0, len(unit.text)), speaker.known)
    base = Wish(
        action, None, frozenset(i for i, _ in tables), tuple(tables), None, organisation, address=record.address
    )
    if record.leaver is not None or record.newcomer is not None:
        return [_record_replacement(context, record, base)]
    wishes = []
    for name, unit, start, end in record.people:
        actor = Actor(Who.NAMED, start, end, name, "", 3) if name else Actor(Who.SENDER, start, end)
        wishes.append(replace(base, actor=actor, actor_span=Span(unit, start, end)))
    if not record.people and (tables or record.nameless or organisation is not None):
        wishes.append(replace(base, actor=Actor(Who.UNNAMED, 0, 0) if record.nameless else None))
    if len(wishes) > 1 and record.address:
        wishes = [replace(w, address=None) for w in wishes]
    return wishes


def _record_replacement(context: Context, record: Record, base: Wish) -> Wish:
    def actor(entry: tuple[str | None, Unit] | None) -> tuple[Actor, Span | None]:
        if entry is None:
            return Actor(Who.UNNAMED, 0, 0), None
        name, unit = entry
        who = (
            Who.NAMED
            if name
            else Who.SENDER
            if unit.text.strip() and re.search(r"ik|ondergetekende|mezelf", unit.folded)
            else Who.UNNAMED
        )
        return Actor(who, 0, len(unit.text), name), Span(unit, 0, len(unit.text))

    people = record.people[:1]
    leaver, leaver_span = actor(record.leaver)
    newcomer, newcomer_span = actor(record.newcomer)
    if record.leaver is None and people:
        leaver, leaver_span = (
            Actor(Who.NAMED, people[0][2], people[0][3], people[0][0]),
            Span(people[0][1], people[0][2], people[0][3]),
        )
    if record.newcomer is None and people:
        newcomer, newcomer_span = (
            Actor(Who.NAMED, people[0][2], people[0][3], people[0][0]),
            Span(people[0][1], people[0][2], people[0][3]),
        )
    return replace(
        base,
        action=Action.REPLACE,
        actor=leaver,
        actor_span=leaver_span,
        newcomer=newcomer,
        newcomer_span=newcomer_span,
    )


def _replacements(context: Context, chosen: Chosen) -> list[Wish]:
    """One person for another at some tables."""
    said = [*context.said]
    if not any(
        one.intent.replace or (one.intent.in_place and one.people) or (one.people and leaves(one.unit.folded))
        for one in (*said, context.subject)
    ):
        return []
    if not any(
        one.people or one.intent.unnamed or re.search(r"opvolg|vervang|successor|replac|remplac", one.unit.folded)
        for one in said
    ):
        return []
    found = replacement_of([one for one in said if not one.intent.backup], context.sender.name)
    if (
        found is not None
        and found.newcomer is not None
        and found.newcomer.who is Who.UNNAMED
        and any(one.intent.hard_cancel for one in said)
    ):
        return []
    if found is None or found.leaver is None or found.newcomer is None:
        if any(one.intent.replace and (len(one.people) > 1) for one in said):
            raise Doubt("replacement", "The mail speaks of a replacement, but not clearly of who leaves and who comes.")
        return []
    if Who.SENDER not in (found.leaver.who, found.newcomer.who) and any(_comes_instead(one) for one in said):
        raise Doubt("replacement", "The mail speaks of a replacement, but not clearly of who leaves and who comes.")
    tables: list[tuple[str, Span]] = []
    for number, one in enumerate(said):
        mentions = [m for m, _ in chosen.of.get(number, ())]
        if not mentions and (one.intent.replace or one.intent.cancel) and not one.intent.asks:
            mentions = [m for m in one.wished if (m.near or not m.weak) and not set(m.ids) <= chosen.kept]
        tables += [(i, Span(one.unit, m.start, m.end)) for m in mentions for i in m.ids]
    if not tables:
        tables = [(i, Span(context.subject.unit, m.start, m.end)) for m in _subject_mentions(context) for i in m.ids]
    if not tables:
        tables = [
            (i, Span(one.unit, m.start, m.end)) for one in said if one.intent.past for m in one.wished for i in m.ids
        ]
    ids = frozenset(i for i, _ in tables) - chosen.kept
    return [
        Wish(
            Action.REPLACE,
            found.leaver,
            ids,
            tuple((i, s) for i, s in tables if i in ids),
            _span(found.leaver, found.leaver_said),
            None,
            found.newcomer,
            _span(found.newcomer, found.newcomer_said),
        )
    ]


def _comes_instead(one: Said) -> bool:
    """'Het ben dus ikzelf die ons vertegenwoordigt': the writer comes, whoever else was thought of."""
    return one.intent.self_strong and one.intent.wish and bool(one.wished) and not one.intent.replace


def _span(actor: Actor, said: Said | None) -> Span | None:
    return Span(said.unit, actor.start, actor.end) if said is not None and actor.who is Who.NAMED else None


def _moved_from_background(context: Context, chosen: Chosen) -> list[Wish]:
    named = [
        (context.said[number], m)
        for number, pairs in chosen.of.items()
        for m, action in pairs
        if action is Action.REGISTER
    ]
    named = named or [
        (one, m) for one in context.said if not one.intent.asks for m in one.wished if m.near or not m.weak
    ]
    move = move_from_background(context.said, named)
    if move is None:
        return []
    wishes = []
    background = next((one for one in context.said if one.intent.past), move.said)
    for action, mentions, one in ((Action.CANCEL, move.old, background), (Action.REGISTER, move.new, move.said)):
        where = tuple((i, Span(one.unit, m.start, m.end)) for m in mentions for i in m.ids)
        wishes.append(
            Wish(action, None, frozenset(i for i, _ in where), where, cue=Span(one.unit, 0, len(one.unit.text)))
        )
    return wishes


def _moves(context: Context) -> list[Wish]:
    """Changes of table: a cancel and a register each."""
    wishes: list[Wish] = []
    for one in context.said:
        if one.intent.asks and not one.intent.polite:
            continue
        for move in moves_of(one):
            for action, mentions in ((Action.CANCEL, move.old), (Action.REGISTER, move.new)):
                where = tuple((i, Span(one.unit, m.start, m.end)) for m in mentions for i in m.ids)
                span = Span(one.unit, move.actor.start, move.actor.end) if move.actor else None
                wishes.append(
                    Wish(
                        action,
                        move.actor,
                        frozenset(i for i, _ in where),
                        where,
                        span,
                        cue=Span(one.unit, 0, len(one.unit.text)),
                    )
                )
    return wishes


def _subject_mentions(context: Context) -> list:  # type: ignore[type-arg]
    if context.letter.reply or context.letter.forward:
        return []
    return [m for m in context.subject.wished if not m.weak or m.near]


def _prose(context: Context, chosen: Chosen) -> list[Wish]:
    """The wishes of sentences, with the subject's table where the text has none."""
    wishes = register_wishes(context.said, chosen)
    wishes = _with_background(context, wishes, chosen)
    wants = [one for one in context.said if _wants(one)]
    if not any(w.tables for w in wishes):
        wishes = _with_subject(context, wishes, chosen, wants)
    return _joined(context, wishes)


def _wants(one: Said) -> bool:
    intent = one.intent
    return (intent.register or intent.cancel or intent.change) and not (intent.asks and not intent.polite)


def _with_background(context: Context, wishes: list[Wish], chosen: Chosen) -> list[Wish]:
    """A cancellation that names neither table nor person takes them from the sentence that tells of the registration."""
    cancelling = [w for w in wishes if w.action is Action.CANCEL]
    cancels: list[Wish] | list[Said] = cancelling or [
        one for one in context.said if one.intent.cancel and not one.intent.asks
    ]
    if not cancels:
        return wishes
    refers = any(one.intent.same_table for one in context.said if one.intent.cancel)
    background = [one for one in context.said if (one.intent.past or refers) and not one.intent.hard_cancel]
    if not background:
        return wishes
    tables = [
        (i, Span(one.unit, m.start, m.end))
        for one in background
        for m in one.wished
        if not m.weak or m.near
        for i in m.ids
    ]
    people = [(a, one) for one in background for a in one.actors if a.who is Who.NAMED]
    if not cancelling:
        wishes = [*wishes, Wish(Action.CANCEL, None, frozenset())]
    out = []
    for wish in wishes:
        if wish.action is Action.CANCEL:
            if not wish.tables and tables and chosen.vague is None:
                wish = replace(wish, tables=frozenset(i for i, _ in tables), where=tuple(tables))
            if (
                (wish.actor is None or wish.actor.who is not Who.NAMED)
                and len({a.name for a, _ in people}) == 1
                and not (wish.actor is not None and wish.actor.who is Who.SENDER)
            ):
                actor, by = people[0]
                wish = replace(wish, actor=actor, actor_span=Span(by.unit, actor.start, actor.end))
        out.append(wish)
    return out


def _with_subject(context: Context, wishes: list[Wish], chosen: Chosen, wants: Sequence[Said]) -> list[Wish]:
    """The subject's tables, where the text names none."""
    subject = context.subject
    mentions = _subject_mentions(context)
    cancels = any(one.intent.cancel for one in (*context.said, subject))
    action = Action.CANCEL if cancels else Action.REGISTER
    if mentions and not chosen.vague and subject.tables.vague is None:
        where = tuple((i, Span(subject.unit, m.start, m.end)) for m in mentions for i in m.ids)
        ids = frozenset(i for i, _ in where)
        if wishes:
            return [
                replace(w, tables=ids, where=where, action=action if w.action is not Action.REPLACE else w.action)
                for w in wishes
            ]
        people = [a for a in subject.actors if a.who is Who.NAMED]
        base = Wish(action, None, ids, where)
        if people:
            return [replace(base, actor=a, actor_span=Span(subject.unit, a.start, a.end)) for a in people]
        return (
            [base]
            if wants or not context.said or subject.intent.register or subject.intent.cancel or _all_fragments(context)
            else []
        )
    if subject.tables.vague is not None and not chosen.vague and not context.letter.reply:
        chosen.vague = subject.tables.vague
    return wishes


def _all_fragments(context: Context) -> bool:
    return bool(context.said) and all(one.is_fragment and not one.intent.thanks for one in context.said)


def _joined(context: Context, wishes: list[Wish]) -> list[Wish]:
    """People of one sentence and tables of another, put together where there is only one way to do it."""
    with_both = _without_general([w for w in wishes if w.actor is not None and w.tables])
    only_tables = [w for w in wishes if w.actor is None and w.tables]
    only_people = [w for w in wishes if w.actor is not None and not w.tables]
    neither = [w for w in wishes if w.actor is None and not w.tables]
    if with_both and all(w.actor is not None and w.actor.who is Who.UNNAMED for w in with_both):
        # "Iemand van ons moet daarbij zijn. Ik stel me beschikbaar."
        strong = [w for w in only_people if w.actor is not None and w.actor.who is Who.SENDER]
        if strong and len(only_people) == len(strong):
            return [replace(w, actor=strong[0].actor, actor_span=strong[0].actor_span) for w in with_both]
    if not only_tables:
        if not only_people:
            return with_both or neither
        if not with_both:
            return only_people
        return _extra_people(context, with_both, only_people)
    named = [w for w in only_people if w.actor is not None and w.actor.who is Who.NAMED]
    unnamed = [w for w in only_people if w.actor is not None and w.actor.who is Who.UNNAMED]
    people = named or unnamed or [w for w in only_people if w.actor is not None]
    actors = {(w.actor.who, w.actor.name) for w in people if w.actor is not None}
    out: list[Wish] = list(with_both)
    for wish in only_tables:
        fitting = [p for p in people if p.action is wish.action] or people
        if not fitting:
            previous = {(w.actor.who, w.actor.name) for w in with_both if w.actor is not None}
            if len(previous) == 1:
                first = next(w for w in with_both)
                out.append(replace(wish, actor=first.actor, actor_span=first.actor_span))
            elif len(previous) > 1:
                raise Doubt("who goes where", "The mail names several people, and a table that goes with none of them.")
            else:
                out.append(wish)
            continue
        if (
            len(actors) > 1
            and len({i for w in only_tables for i in w.tables}) > 1
            and not _every_table(only_tables, context)
        ):
            raise Doubt("who goes where", "The mail names several people and tables, but not clearly who goes where.")
        out += [
            replace(wish, actor=p.actor, actor_span=p.actor_span, organisation=p.organisation or wish.organisation)
            for p in _different(fitting)
        ]
    return out


def _without_general(wishes: Sequence[Wish]) -> list[Wish]:
    """Without "wij willen bij elke tafel iemand" where a later sentence says who comes to those tables."""
    out = []
    for number, wish in enumerate(wishes):
        later = [
            w
            for w in wishes[number + 1 :]
            if w.cue != wish.cue and w.actor is not None and w.actor.who is not Who.UNNAMED
        ]
        covered = {i for w in later for i in w.tables}
        if (
            wish.actor is not None
            and wish.actor.who is Who.UNNAMED
            and wish.action is Action.REGISTER
            and wish.tables <= covered
        ):
            if not any(
                w.cue is not None and re.search(r"\b(?:ook|nog|daarnaast|zelf|also)\b", w.cue.unit.folded)
                for w in later
            ):
                continue
        out.append(wish)
    return out


def _every_table(wishes: Sequence[Wish], context: Context) -> bool:
    return any(len(w.tables) == len(context.words.ids) for w in wishes)


def _different(wishes: Sequence[Wish]) -> list[Wish]:
    out: list[Wish] = []
    for wish in wishes:
        if wish.actor is None or any(
            o.actor is not None and o.actor.who is wish.actor.who and (o.actor.name or "") == (wish.actor.name or "")
            for o in out
        ):
            continue
        out.append(wish)
    return out


def _extra_people(context: Context, with_both: list[Wish], only_people: list[Wish]) -> list[Wish]:
    """People without tables beside complete wishes: the same people again, or somebody whose tables are open."""
    out = list(with_both)
    for wish in only_people:
        actor = wish.actor
        if actor is None:
            continue
        if actor.who is not Who.NAMED:
            continue
        name = actor.name or ""
        if any(w.actor and w.actor.name and same_person(w.actor.name, name) for w in out):
            continue
        if all(w.actor is not None and w.actor.who is Who.UNNAMED for w in out):
            out = [replace(w, actor=actor, actor_span=wish.actor_span) for w in out]
            continue
        if context.sender.name and same_person(name, context.sender.name):
            if any(w.actor is not None and w.actor.who is Who.SENDER for w in out):
                out = [
                    replace(w, actor=actor, actor_span=wish.actor_span)
                    if w.actor is not None and w.actor.who is Who.SENDER
                    else w
                    for w in out
                ]
            continue
        if all(w.actor is not None and w.actor.who is Who.SENDER for w in out) and not any(
            one.intent.idem for one in context.said
        ):
            raise Doubt(
                "who takes part", "The mail names a person beside its writer; who of them takes part is not clear."
            )
        raise Doubt("who goes where", "The mail names a person without saying at which table.")
    return out


def _without_wish(context: Context, asks: bool, about: bool) -> Reading:
    """Nothing is asked for that we could do: a question, thanks, or something else."""
    own = context.own
    partial = _answer(context)
    if partial is not None:
        return partial
    if asks:
        return Reading(Outcome.REVIEW, (), True, about, "The mail only asks a question.", "question")
    if any(one.intent.thanks for one in context.said) and len(own) < 300:
        return Reading(Outcome.REVIEW, (), False, about, "The mail thanks and asks for nothing.", "thanks")
    return Reading(Outcome.REVIEW, (), False, about, "The mail does not say what it wants of the tables.", "no wish")


_FIRST_PERSON = re.compile(r"\b(?:ik|mij|me|wij|we|ons|i|us|je|nous)\b")


def _wants_in(one: Said) -> bool:
    """Whether a sentence wishes to take part, without a table that we know."""
    if (one.intent.asks and not one.intent.polite) or one.intent.past or one.intent.farewell:
        return False
    if one.tables.vague is not None and _FIRST_PERSON.search(one.unit.folded):
        return True
    return one.intent.wish or _WISH_WORD.search(one.unit.folded) is not None


_THANKS = re.compile(r"\b(?:dank\w*|bedankt|merci|thanks|thank you|prima|perfect|super|ok|oke)\b")
_YES = re.compile(r"^\W*(?:ja|yes|oui|graag|zeker|akkoord|ok|oke|jazeker|absoluut|volgaarne|natuurlijk)\b")
_WISH_WORD = re.compile(
    r"\b"
    + any_of(r"""
in ?schrij\w* | schrijf\b.{0,40}\b(?:in|op)\b | aan ?meld\w* | meld\b.{0,40}\baan\b
deel ?(?:nem|neem|name)\w* | neem(?:t)?\b.{0,60}\bdeel | nemen\b.{0,60}\bdeel
mee ?(?:doe|doen|werken|denken|praten|volgen|schuiven) | doe(?:n|t)?\b.{0,30}\bmee | interesse
geinteresseerd | interested | belangstelling | kandida\w+ | noteer | noteren | vertegenwoordig\w*
afvaardig\w* | aan ?sluit\w* | aan ?schui\w* | aan ?te ?schuiven | sluit\b.{0,40}\baan | erbij | er ?bij
van de partij | plaats(?:je)? | uitnodig\w* | regist\w+ | join | participat\w+ | sign up | contribute
take part | inscri\w+ | participer | tafels? als | de lijst | rekenen | volgen | toevoegen | bijwonen
stuur(?:t|en)? | zend(?:t|en) | duid(?:t|en)? (?:\w+ ){0,6}aan | draag(?:t|en)? (?:\w+ ){0,6}voor
""")
    + r"\b"
)


def _answer(context: Context) -> Reading | None:
    """A wish that names no table, or the missing piece in answer to our question."""
    said, subject = context.said, context.subject
    text = context.own
    whole = text + "\n" + subject.unit.folded
    if _sells(text):
        return None
    cancels = [one for one in said if one.intent.hard_cancel and not (one.intent.asks and not one.intent.polite)]
    wants = [one for one in said if _wants_in(one)]
    about = (
        any(one.intent.table_word for one in (*said, subject))
        or "werktafel" in context.letter.quoted
        or re.search(
            r"\binschrij|\bdeelna|\bdeelnem|\bdeel te nemen|\baanmeld|\bregist|\binscri|\buitschrij|\bannul", whole
        )
    )
    if cancels and about:
        actors = [a for one in cancels for a in one.actors]
        wish = Wish(Action.CANCEL, actors[0] if actors else None, frozenset())
        return _decided(context, [wish], Chosen(vague=_vague(context)), _question(context))
    if wants and about:
        people = [w for w in register_wishes(said, Chosen()) if w.actor is not None]
        wishes = _different(people) or [Wish(Action.REGISTER, None, frozenset())]
        named = [w for w in wishes if w.actor is not None and w.actor.who is Who.NAMED]
        return _decided(context, named or wishes, Chosen(vague=_vague(context)), _question(context))
    if not said and not subject.unit.folded.strip():
        return None
    if (
        not said
        and _WISH_WORD.search(subject.unit.folded)
        and about
        and not context.letter.forward
        and not context.letter.reply
    ):
        people = [Wish(Action.REGISTER, a, frozenset()) for a in subject.actors if a.who is Who.NAMED]
        return _decided(
            context, people or [Wish(Action.REGISTER, None, frozenset())], Chosen(vague=subject.tables.vague), False
        )
    if context.answers_us and about:
        informs = any(
            (one.people and (one.is_fragment or one.actors))
            or any(a.cue >= Cue.BELONGS or one.is_fragment for a in one.organisations)
            or one.tables.vague is not None
            for one in said
        )
        if (
            informs
            or any(_YES.match(one.unit.folded) for one in said)
            or (
                not said
                and context.letter.closing
                and not any(_THANKS.search(unit.folded) for unit in context.letter.closing)
            )
        ):
            people = [Wish(Action.REGISTER, a, frozenset()) for one in said for a in one.actors if a.who is Who.NAMED]
            return _decided(
                context, _different(people) or [Wish(Action.REGISTER, None, frozenset())], Chosen(), _question(context)
            )
    return None


def _vague(context: Context) -> Vagueness | None:
    for one in (*context.said, context.subject):
        if one.tables.vague is not None:
            return one.tables.vague
    return None


_MONEY = re.compile(
    any_of(r"""
https?:// | www\.
\b(?:deposit|bitcoin|crypto\w*|guaranteed|unsubscribe|click|klik hier|casino|loan|lening|offerte|seo|invoice|\
factuur|winner|eur|usd|\$)\b
""")
)


def _sells(text: str) -> bool:
    """Whether a mail that names no table wants our money rather than a seat."""
    return _MONEY.search(text) is not None


_CANCEL_ONE = re.compile(
    r"\b"
    + any_of(r"""
eentje | een (?:ervan|van (?:de|mijn|onze)) | 1 van | one of | een tafel | eentje minder | een inschrijving
sommige | (?<!geen )enkele
""")
    + r"\b"
)


def _decided(context: Context, wishes: Sequence[Wish], chosen: Chosen, asks: bool) -> Reading:
    """The requests of the wishes, with names and organisations filled in."""
    conflict = _subject_conflict(context, wishes, chosen)
    if conflict is not None:
        return Reading(Outcome.REVIEW, (), asks, True, conflict, "subject and text differ")
    requests: list[Request] = []
    evidence: list[Evidence] = []
    near: tuple[str, ...] = ()
    speaker = speaker_of(context, wishes)
    for wish in wishes:
        request, found, unknown = _request(context, wish, chosen, speaker, len(wishes))
        requests.append(request)
        evidence += found
        near = near or unknown
    requests = _merged(requests, context.words)
    if chosen.vague is Vagueness.UNKNOWN:
        # What is known stands complete beside what is not.
        requests += [replace(request, tables=()) for request in requests if request.tables]
    if _clash(requests):
        return Reading(Outcome.REVIEW, (), asks, True, "The mail asks a table both in and out.", "contradiction")
    if asks:
        evidence += [
            Evidence(
                "question", "yes", one.unit.source, one.unit.text, one.unit.start, one.unit.start + len(one.unit.text)
            )
            for one in context.said
            if one.intent.asks
        ]
    missing = [fact for request in requests for fact in request.missing]
    open_end = None if missing else _unaccounted(context, requests, chosen)
    if open_end is not None:
        return Reading(Outcome.REVIEW, tuple(requests), asks, True, open_end[1], open_end[0])
    outcome = Outcome.ASK if missing else Outcome.HANDLE
    why = _why(requests, missing)
    rule = "asks for more" if missing else "complete"
    return Reading(outcome, tuple(requests), asks, True, why, rule, tuple(dict.fromkeys(evidence)), near)


_PERSON_OPEN = re.compile(r"\b(?:wie|naam|namen|iemand|collega|who|name|qui|nom)\b")


def _unaccounted(context: Context, requests: Sequence[Request], chosen: Chosen) -> tuple[str, str] | None:
    """What the mail says and the requests do not: then it is read wrongly, or not wholly."""
    people = [name for r in requests for name in (r.participant, r.replacement) if name]
    people += [context.sender.name] if context.sender.name else []
    actions = {r.action for r in requests}
    for number, one in enumerate(context.said):
        if (one.intent.asks and not one.intent.polite) or one.intent.backup:
            continue
        acts_now = one.intent.cancel or one.intent.replace or one.intent.change
        acts = one.intent.register or one.intent.cancel or one.intent.replace or bool(one.tables.mentions)
        for person, role in zip(one.people, one.roles, strict=True):
            if (
                role is not Role.BYSTANDER
                and not (one.intent.past and number not in chosen.of and not acts_now)
                and person.sure + acts >= 3
                and not any(same_person(person.name, name) for name in people)
            ):
                return "unaccounted person", f"The mail also names {person.name}; what for is not clear."
        if one.intent.undecided and Action.CANCEL not in actions and _PERSON_OPEN.search(one.unit.folded):
            return "unaccounted colleague", "The mail speaks of somebody who is not known yet."
        named = {i for m in one.tables.mentions for i in m.ids}
        if named and named <= chosen.denied:
            continue
        if one.intent.hard_cancel and Action.CANCEL not in actions and Action.REPLACE not in actions:
            return "unaccounted cancellation", "The mail speaks of a cancellation that is not clear."
        if (
            one.intent.replace
            and Action.REPLACE not in actions
            and (len(people) > 1 or one.intent.unnamed)
            and Action.CANCEL not in actions
        ):
            return "unaccounted replacement", "The mail speaks of a replacement that is not clear."
        if one.intent.cancel and actions == {Action.REGISTER} and not one.intent.register:
            return "unaccounted cancellation", "The mail speaks of not coming, but it is not clear to what."
    if actions == {Action.REGISTER} and (word := _doubtful(context, chosen)) is not None:
        return word
    taken = {i for r in requests for i in r.tables} | chosen.kept | chosen.denied
    for one in context.said:
        if (one.intent.asks and not one.intent.polite) or one.intent.past or one.checked is False:
            continue
        acts = one.intent.register or one.intent.cancel or one.intent.change or one.intent.replace
        if acts and any(m.near and not m.every and not set(m.ids) <= taken for m in one.wished):
            return "unaccounted table", "The mail also names another table; what for is not clear."
    return None


def _doubtful(context: Context, chosen: Chosen) -> tuple[str, str] | None:
    """Words in what looks like a plain registration that such a mail does not hold."""
    for number, one in enumerate(context.said):
        if (one.intent.asks and not one.intent.polite) or one.intent.backup:
            continue
        text = _without_reasons(one)
        beside = number in chosen.of or (number and number - 1 in chosen.of) or number + 1 in chosen.of
        of_people = one.intent.self_strong or one.intent.self_verb or bool(one.people) or one.intent.unnamed
        if beside and of_people and leaves_or_changes(text) and not one.intent.correction:
            return "leaving or changing", "The mail speaks of leaving, replacing or changing, but not clearly."
        if (beside or one.intent.wish) and depends(text):
            return "conditional wish", "The wish seems to hang on something."
        if (
            number in chosen.of
            and any(denies(part) for part in _parts(one, chosen.of[number]))
            and not _denial_explained(one)
        ):
            return "denial", "The mail says no to something; to what is not clear."
    return None


_REASON = re.compile(r"\b(?:want|omdat|aangezien|doordat|gezien|because|since|car|parce que|puisque)\b[^;.]*")


def _without_reasons(one: Said) -> str:
    """A sentence without the reasons that speak of somebody else: "want Katrien is in zwangerschapsverlof"."""
    text = plain_of_tables(without_names(one.unit.folded, one.tables.mentions))
    for match in _REASON.finditer(text):
        of_others = not _FIRST_PERSON.search(match.group()) and all(
            not match.start() <= p.start < match.end() for p in one.people
        )
        if of_others:
            text = text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
    return text


def _parts(one: Said, chosen: Sequence[tuple[Mention, Action]]) -> list[str]:
    """The parts of a sentence, between its commas, that name the tables that were read."""
    text = one.unit.folded
    cuts = [0, *(m.start() for m in re.finditer(r"[,;()]|\bmaar\b|\bbut\b|\bmais\b", text)), len(text)]
    spans = list(pairwise(cuts))
    return [text[a:b] for a, b in spans if any(a <= m.start < b for m, _ in chosen)]


def _denial_explained(one: Said) -> bool:
    return (
        any(m.polarity is Polarity.NO for m in one.tables.mentions)
        or any(a.cue is Cue.DENIED for a in one.organisations)
        or any(role is Role.BYSTANDER for role in one.roles)
    )


def _subject_conflict(context: Context, wishes: Sequence[Wish], chosen: Chosen) -> str | None:
    wished = {i for w in wishes for i in w.tables}
    subject = {i for m in _subject_mentions(context) for i in m.ids}
    if not wished or not subject:
        return None
    mentioned = (
        wished | chosen.kept | chosen.denied | {i for one in context.said for m in one.tables.mentions for i in m.ids}
    )
    mentioned |= {i for r in context.records for m, _ in r.tables for i in m.ids}
    if context.subject.tables.vague is not None:
        return None
    if subject - mentioned:
        return "The subject names other tables than the text."
    return None


def _request(
    context: Context, wish: Wish, chosen: Chosen, speaker: Speaker, count: int
) -> tuple[Request, list[Evidence], tuple[str, ...]]:
    evidence: list[Evidence] = []
    person = _person(context, wish.actor, wish.actor_span, "participant", evidence, wish.action)
    newcomer = (
        _person(context, wish.newcomer, wish.newcomer_span, "replacement", evidence, wish.action)
        if wish.newcomer
        else None
    )
    organisation, known = None, True
    own = wish.organisation
    if own is not None and (speaker.several or own[0] == speaker.name):
        organisation, span, known = own
        evidence.append(_evidence("organisation", organisation, span))
    elif speaker.name is not None:
        organisation, known = speaker.name, speaker.known
        if speaker.evidence is not None:
            evidence.append(speaker.evidence)
    tables = context.words.in_order(set(wish.tables) or _said_no_to(context, wish))
    if chosen.vague is not None and not _named_beside(chosen.vague, tables):
        tables = ()
    if not tables and wish.action is Action.CANCEL and chosen.vague is None and not _names_table(context):
        tables = context.words.ids
    shown: set[str] = set()
    for table, span in wish.where:
        if table in tables and table not in shown:
            shown.add(table)
            evidence.append(_evidence("tables", table, span))
    if wish.cue is not None:
        evidence.append(_evidence("action", wish.action.value, wish.cue))
    near = context.directory.nearest(organisation) if organisation and not known else ()
    address = wish.address or _address(context, person)
    return Request(wish.action, person, organisation, tables, newcomer, address), evidence, near


def _said_no_to(context: Context, wish: Wish) -> set[str]:
    """ "Ik neem toch niet deel aan grondwater": what a cancellation says no to is what it gives back."""
    if wish.action is not Action.CANCEL:
        return set()
    cancelling = [one for one in context.said if one.intent.cancel]
    return {i for one in cancelling for m in one.tables.mentions if m.polarity is Polarity.NO for i in m.ids}


def _names_table(context: Context) -> bool:
    """Whether the mail names a table at all, or one of several: then a cancellation is not one of all."""
    named = any(
        (m.near or not m.weak) and not m.every for one in (*context.said, context.subject) for m in one.tables.mentions
    )
    return named or _CANCEL_ONE.search(context.own) is not None


def _named_beside(vague: Vagueness, tables: Sequence[str]) -> bool:
    """Whether tables are named all the same, beside what is vague."""
    return vague in (Vagueness.SOME, Vagueness.ORDER, Vagueness.UNKNOWN) and bool(tables)


def _evidence(field: str, value: str, span: Span, certainty: float = 1.0) -> Evidence:
    unit = span.unit
    return Evidence(
        field, value, unit.source, unit.text[span.start : span.end], unit.at(span.start), unit.at(span.end), certainty
    )


_OPEN_NAME = re.compile(r"\b(?:zie (?:hier)?onder|ondergetekende|ik|mezelf)\b")


def _person(
    context: Context, actor: Actor | None, span: Span | None, field: str, evidence: list[Evidence], action: Action
) -> str | None:
    if actor is not None and actor.who is Who.NAMED and actor.name is not None:
        name = actor.name
        if context.sender.name is not None and same_person(name, context.sender.name):
            name = fuller(name, context.sender.name)
        if span is not None:
            evidence.append(_evidence(field, name, span, 0.9 if actor.sure < 3 else 1.0))
        return name
    if actor is not None and actor.who is Who.UNNAMED:
        return None
    if (
        actor is None
        and action is not Action.CANCEL
        and any(one.intent.undecided and not one.intent.asks for one in context.said)
    ):
        return None
    sender = context.sender
    if sender.disputed or sender.name is None:
        if (
            sender.name is not None
            and sender.source is not Source.FROM
            and actor is not None
            and actor.who is Who.SENDER
            and not _differs(context)
        ):
            return sender.name
        return None
    evidence.append(Evidence(field, sender.name, sender.source, sender.text, sender.start, sender.end, 0.95))
    return sender.name


def _differs(context: Context) -> bool:
    return context.sender.disputed


def _address(context: Context, person: str | None) -> str | None:
    """The mail address that the text gives for a person: one whose local part holds the surname."""
    if person is None:
        return None
    for address in addresses(context.letter.own):
        local = re.sub(r"[^a-z]", "", address.partition("@")[0].lower())
        if (
            key(person)
            and all(word in local for word in key(person) if len(word) > 3)
            and address.lower() != (context.inbound.sender.address.lower() if context.inbound.sender else "")
        ):
            return _as_written(context, address)
    return None


def _as_written(context: Context, address: str) -> str:
    for unit in context.letter.units:
        at = unit.folded.find(address)
        if at >= 0:
            return unit.text[at : at + len(address)]
    return address


def _merged(requests: Sequence[Request], words: Vocabulary) -> list[Request]:
    """One request for each action and person."""
    out: list[Request] = []
    for request in requests:
        for number, other in enumerate(out):
            if (
                other.action is request.action
                and other.participant == request.participant
                and other.organisation == request.organisation
                and other.replacement == request.replacement
                and other.participant is not None
            ):
                tables = words.in_order({*other.tables, *request.tables})
                out[number] = replace(
                    other, tables=tables, participant_address=other.participant_address or request.participant_address
                )
                break
        else:
            out.append(request)
    if len(out) > 1:
        # Two wishes for nobody in particular at nothing in particular are one.
        out = [r for r in out if r.participant or r.tables or r.organisation is None] or out[:1]
        seen: list[Request] = []
        for request in out:
            if request not in seen:
                seen.append(request)
        out = seen
    return out


def _clash(requests: Sequence[Request]) -> bool:
    taken = {(r.participant, t) for r in requests if r.action is Action.REGISTER for t in r.tables}
    given = {(r.participant, t) for r in requests if r.action is Action.CANCEL for t in r.tables}
    return bool(taken & given)


def _why(requests: Sequence[Request], missing: Sequence[object]) -> str:
    verbs = {Action.REGISTER: "registers", Action.CANCEL: "cancels", Action.REPLACE: "replaces"}
    parts = []
    for request in requests:
        who = request.participant or "somebody"
        what = ", ".join(request.tables) or "no table that we know"
        by = f" by {request.replacement or 'somebody'}" if request.action is Action.REPLACE else ""
        parts.append(
            f"{verbs[request.action]} {who}{by} of {request.organisation or 'no organisation that we know'} for {what}"
        )
    sentence = "The mail " + "; ".join(parts) + "."
    if missing:
        lacking = ", ".join(dict.fromkeys(str(getattr(m, "value", m)) for m in missing))
        sentence = f"{sentence[:-1]}; missing: {lacking}."
    return sentence


__all__ = ["Context", "Polarity", "is_known", "read", "read_tables"]
