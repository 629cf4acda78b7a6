"""Changes of table: which way each table leans, one sentence at a time and over several."""

import pytest

from mailworker.reading.changing.moves import Move, exchanges, half_move, move_over, moves_of, runs_of
from tests.reading.sentences import context_with


def _ids(move: Move | None) -> tuple[list[str], list[str]]:
    assert move is not None
    old, new = ([i for run in side for i in sorted(run.ids)] for side in (move.old, move.new))
    return old, new


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik wil van grondwater naar hemelwater.",
        "Liever hemelwater dan grondwater.",
        "Hemelwater in plaats van grondwater graag.",
        "Vervang grondwater door hemelwater.",
        "Grondwater moest hemelwater zijn.",
        "Ik wil stoppen met grondwater en in ruil hemelwater volgen.",
        "Ik stond bij grondwater maar zou liever hemelwater doen.",
        "Kleine aanpassing: grondwater -> hemelwater.",
    ],
)
def test_one_table_goes_and_another_comes(sentence: str) -> None:
    (move,) = moves_of(context_with(sentence).said[0])
    assert _ids(move) == (["grondwater"], ["hemelwater"])


def test_tables_that_are_named_together_go_the_same_way() -> None:
    (move,) = moves_of(context_with("Graag grondwater eruit en hemelwater en wateraudit erbij.").said[0])
    assert _ids(move) == (["grondwater"], ["hemelwater", "wateraudit"])


def test_a_table_that_stays_is_neither_old_nor_new() -> None:
    said = context_with("Wateraudit klopt, maar grondwater moest hemelwater zijn.").said[0]
    (move,) = moves_of(said)
    assert _ids(move) == (["grondwater"], ["hemelwater"])
    assert [run.stays for run in runs_of(said)] == [True, False, False]


def test_a_sentence_without_a_word_of_change_moves_nobody() -> None:
    assert moves_of(context_with("Ik schrijf mij in voor grondwater en hemelwater.").said[0]) == []


def test_what_was_and_what_is_wished_now_may_stand_in_two_sentences() -> None:
    context = context_with("Ik zit nu bij grondwater. Hemelwater ligt mij beter. Kan ik wisselen?")
    assert _ids(move_over(context.said)) == (["grondwater"], ["hemelwater"])


def test_a_table_that_comes_beside_another_takes_nothing_away() -> None:
    context = context_with("Ik zit nu bij grondwater. Graag ook hemelwater erbij. Kan u dat aanpassen?")
    assert move_over(context.said) is None


def test_another_table_without_a_name_leaves_the_new_side_open() -> None:
    assert _ids(half_move(context_with("Ik wil grondwater ruilen voor een andere tafel.").said)) == (["grondwater"], [])


def test_an_exchange_is_seen_even_where_its_sides_are_not_clear() -> None:
    assert exchanges(context_with("Kan er gewisseld worden tussen grondwater en hemelwater?").said[0])
