"""How Belgians sort."""

from mailworker.domain.collation import by_surname, folded


def test_people_stand_under_their_surname_with_its_particles() -> None:
    people = (
        "Jan Peeters", "Els Van den Berghe", "An d'Hoore", "Zoë Vanaken", "Joke 't Serstevens", "Fatima El Amrani",
        "Piet De Smet", "Éric Évrard", "Tom Vandenberghe", "Lieve van Damme", "An D’Haese", "Øystein Ørsted",
    )  # fmt: skip
    assert sorted(people, key=by_surname) == [
        "Piet De Smet", "An D’Haese", "An d'Hoore", "Fatima El Amrani", "Éric Évrard", "Øystein Ørsted", "Jan Peeters",
        "Joke 't Serstevens", "Zoë Vanaken", "Lieve van Damme", "Els Van den Berghe", "Tom Vandenberghe",
    ]  # fmt: skip


def test_people_of_one_surname_stand_by_their_given_name() -> None:
    assert sorted(("Tom Maes", "An Maes", "els maes"), key=by_surname) == ["An Maes", "els maes", "Tom Maes"]


def test_a_surname_that_is_written_first_is_found_by_its_particle() -> None:
    assert by_surname("Van den Berghe Els")[0].startswith("vandenberghe")


def test_a_single_word_and_nothing_at_all_are_keys_too() -> None:
    assert (by_surname("Peeters"), by_surname("")) == (("peeters", ""), ("", ""))


def test_organisations_sort_without_regard_to_case_accents_and_marks() -> None:
    assert sorted(("Zennewater", "école", "De Watergroep", "VMM", "Édulis"), key=folded) == [
        "De Watergroep", "école", "Édulis", "VMM", "Zennewater",
    ]  # fmt: skip
