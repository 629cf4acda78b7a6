"""The careful clerk who reads the mail once more against what was understood, before anything is done.

The readers choose; this sets what they chose against the mail's own words, with a few plain principles and without
their ways of choosing, so that their mistakes are not made twice. It never mends: what the reading does not account for
is a reason to let a person look.
"""

from collections.abc import Callable, Sequence

from mailworker.domain.request import Request
from mailworker.reading.context import Context
from mailworker.reading.second_look import matter as second_matter
from mailworker.reading.second_look import pairs as second_pairs
from mailworker.reading.second_look import people as second_people
from mailworker.reading.second_look import tables as second_tables
from mailworker.reading.second_look import writer as second_writer
from mailworker.reading.second_look.view import View, view_of
from mailworker.reading.wish import Doubt

Principle = Callable[[View], Doubt | None]
"""What a view does not bear out, if so."""

_PRINCIPLES: tuple[Principle, ...] = (
    second_people.no_name,
    second_matter.corrected,
    second_matter.pending,
    second_matter.leaves_though_registered,
    second_matter.nobody_leaves,
    second_writer.stays_away,
    second_writer.comes_for_somebody,
    second_writer.writer_left_out,
    second_writer.cannot_come,
    second_writer.only_spoken_with,
    second_people.overlooked,
    second_people.first_name_alone,
    second_pairs.goes_elsewhere,
    second_pairs.turned_round,
    second_pairs.ticked,
    second_tables.denied,
    second_tables.either_or,
    second_tables.subject_says_other,
    second_tables.only_background,
    second_tables.more_than_said,
    second_tables.kept,
    second_tables.unnamed,
    second_tables.given_and_wished,
    second_matter.other_wish,
    second_matter.about_something_else,
    second_matter.no_wish,
    second_matter.one_session,
    second_matter.conditional,
    second_matter.for_another_organisation,
    second_matter.no_organisation,
)


_OF_A_PART: tuple[Principle, ...] = (
    second_people.no_name,
    second_matter.corrected,
    second_pairs.goes_elsewhere,
    second_pairs.turned_round,
    second_pairs.ticked,
    second_tables.denied,
    second_tables.either_or,
    second_tables.kept,
    second_matter.about_something_else,
    second_matter.one_session,
    second_matter.for_another_organisation,
    second_matter.no_organisation,
)
"""Those that hold where the mail also asks for something that it leaves open."""


def looked_at_again(context: Context, requests: Sequence[Request]) -> Doubt | None:
    """The first principle that the mail's own words do not bear out, as a reason to let a person look; never raises.

    What is incomplete is only asked about: of such a mail only what is done already is looked at.
    """
    complete = [request for request in requests if not request.missing]
    if not complete:
        return None
    principles = _PRINCIPLES if len(complete) == len(requests) else _OF_A_PART
    view = view_of(context, complete)
    return next((doubt for principle in principles if (doubt := principle(view)) is not None), None)
