"""Names of people: their shape, their spelling, and the places where a text gives them."""

import pytest

from mailworker.reading.who.display_names import sender_name
from mailworker.reading.who.genders import gender_of
from mailworker.reading.who.half_names import half_names
from mailworker.reading.who.mail_addresses import address_beside, addresses
from mailworker.reading.who.people import comma_name, find_people, name_of_text
from mailworker.reading.who.person_names import is_initial, same_person, tokens_of
from mailworker.reading.who.small_letters import small_letter_people


@pytest.mark.parametrize(
    ("display", "address", "name"),
    [
        ("Jan Peeters", "", "Jan Peeters"),
        ("Peeters, Jan (Dienst Water)", "", "Jan Peeters"),
        ("PEETERS Jan", "", "Jan Peeters"),
        ("VAN DEN BOSSCHE Marie-Claire", "", "Marie-Claire Van Den Bossche"),
        ("dr. ir. Jan Peeters", "", "Jan Peeters"),
        ("Bosw. Ivo Paesmans", "", "Ivo Paesmans"),
        ("Heremans Pascal", "pascal.heremans@fluvius.be", "Pascal Heremans"),
        ("Van Laere Sofie", "sofie.vanlaere@oost-vlaanderen.be", "Sofie Van Laere"),
        ("Jan Peeters - Hydra Consult", "", "Jan Peeters"),
        ("jan peeters", "", "Jan Peeters"),
    ],
)
def test_a_display_name_gives_the_person_in_the_order_of_speech(display: str, address: str, name: str) -> None:
    assert sender_name(display, address) == name


@pytest.mark.parametrize("display", ["Secretariaat", "Info Aquafin", "Hof ter Linden", "Jan", "2de verdieping", ""])
def test_a_mailbox_a_house_and_a_first_name_are_no_sender(display: str) -> None:
    assert sender_name(display, "", {"aquafin"}) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Jan Peeters", "Peeters Jan", True),
        ("Els Maes", "E. Maes", True),
        ("Jean-Marie De Clercq", "J-M De Clercq", True),
        ("Sofie Van Hecke-Claes", "Sofie Claes", True),
        ("Jan Peeters", "An Peeters", False),
        ("Jan Peeters", "Jan Peters", False),
        ("J. Peeters", "K. Peeters", False),
    ],
)
def test_two_spellings_of_a_name_are_one_person_and_neighbours_two(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


def test_an_initial_may_be_double_and_a_word_is_none() -> None:
    assert [is_initial(word) for word in ("J.", "J.P.", "J-M", "Jan", "j.")] == [True, True, True, False, False]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gelieve Jan Van den Broeck in te schrijven.", ["Jan Van den Broeck"]),
        ("Mijn collega J.P. Van Damme komt.", ["J.P. Van Damme"]),
        ("Onze afgevaardigde is Jean-Pierre d'Hondt van Aquafin.", ["Jean-Pierre d'Hondt"]),
        ("An Sels en Youssef El Amrani komen.", ["An Sels", "Youssef El Amrani"]),
        ("Dienst Jan Peeters komt.", []),
        ("Graag Grondwater en Hemelwater.", []),
    ],
)
def test_full_names_stand_out_by_their_shape(text: str, names: list[str]) -> None:
    assert [person.name for person in find_people(text)] == names


def test_a_name_of_the_header_is_found_in_any_letters_and_as_the_text_orders_it() -> None:
    assert [p.name for p in find_people("ik ben xandra wijffels", ["Xandra Wijffels"])] == ["Xandra Wijffels"]
    assert [p.name for p in find_people("Pascal Heremans volgt", ["Heremans Pascal"])] == ["Pascal Heremans"]


def test_what_is_masked_holds_no_people() -> None:
    assert find_people("Jan Peeters", masked=[(0, 11)]) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("graag mijn collega jan peeters inschrijven", ["Jan Peeters"]),
        ("collega lieve van der meersch komt", ["Lieve Van Der Meersch"]),
        ("pieter jan verbeke schuift aan", ["Pieter Jan Verbeke"]),
        ("wij wassen elke nacht honderden bussen", []),
        ("ik ken de materie", []),
        ("sofie wil graag komen", []),
        ("per ongeluk ingeschreven", []),
    ],
)
def test_a_name_in_small_letters_needs_a_first_name_and_no_word_of_the_sentence(text: str, names: list[str]) -> None:
    assert [person.name for person in small_letter_people(text, tokens_of(text))] == names


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        ("Sofie en Tom komen.", ["Sofie", "Tom"]),
        ("Mevrouw De Smet komt.", ["De Smet"]),
        ("J.V. komt.", ["J.V."]),
        ("J.P. Van Damme komt.", []),
        ("Ben benieuwd.", []),
    ],
)
def test_a_first_name_a_titled_surname_and_initials_are_half_a_name(text: str, halves: list[str]) -> None:
    assert [person.name for person in half_names(text, [])] == halves


def test_a_value_may_be_a_name_with_its_function() -> None:
    assert name_of_text("Jan Peeters (hydroloog)") == "Jan Peeters"
    assert name_of_text("nog te bepalen") is None
    person = comma_name("Adriaensen, Quinten (doctoraatsstudent)")
    assert person is not None
    assert person.name == "Quinten Adriaensen"


def test_the_address_behind_a_name_is_that_persons() -> None:
    text = "Hilde Aerts (hilde.aerts@vito.be)"
    assert address_beside(text, find_people(text)[0]) == "hilde.aerts@vito.be"
    assert addresses("mail naar a.b@vito.be of c@farys.be") == ["a.b@vito.be", "c@farys.be"]


@pytest.mark.parametrize(
    ("name", "title", "gender"),
    [("An Sels", "", "f"), ("Jan Peeters", "", "m"), ("Robin Maes", "", ""), ("Robin Maes", "mevrouw", "f")],
)
def test_a_first_name_or_a_title_tells_a_man_from_a_woman_where_it_is_sure(name: str, title: str, gender: str) -> None:
    assert gender_of(name, title) == gender
