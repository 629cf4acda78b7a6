"""The identity of organisations: spellings of one are one, neighbours are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailworker.domain.organisation import Directory, Organisation, identity, without_legal_form

DIRECTORY = Directory(
    (
        Organisation("De Watergroep", ("Watergroep", "VMW"), ("dewatergroep.be",)),
        Organisation("Aquafin", (), ("aquafin.be",)),
        Organisation("Aquaduin", ("IWVA",), ("aquaduin.be", "iwva.be")),
        Organisation("Stad Gent", ("Stadsbestuur Gent",), ("stad.gent",)),
        Organisation("Universiteit Gent", ("UGent", "Ghent University"), ("ugent.be",)),
        Organisation("OCMW Mechelen", (), ("ocmwmechelen.be",)),
        Organisation("Witteveen+Bos Belgium", ("Witteveen+Bos",), ("witteveenbos.com",)),
        Organisation("Vlaamse Landmaatschappij", ("VLM",), ("vlm.be",)),
        Organisation("Vlaamse Milieumaatschappij", ("VMM",), ("vmm.be",)),
        Organisation("Departement Omgeving", ("dOMG",), ("omgeving.vlaanderen.be",)),
        Organisation("water-link", (), ("water-link.be",)),
    ),
    frozenset({"vlaanderen.be", "gmail.com"}),
)


def name_of(found: Organisation | None) -> str | None:
    return None if found is None else found.name


@pytest.mark.parametrize(
    "spelling",
    [
        "Aquafin",
        "AQUAFIN",
        "aquafin nv",
        "N.V. Aquafin",
        "Aquafin (NV)",
        "Aquafin, n.v.",
        " Aquafin NV van publiek recht",
    ],
)
def test_case_dots_and_legal_forms_make_no_other_organisation(spelling: str) -> None:
    assert identity(spelling) == "aquafin"


def test_dashes_spaces_accents_and_signs_make_no_other_organisation() -> None:
    assert {identity(name) for name in ("water-link", "Water link", "WATERLINK", "Water–Link cvba")} == {"waterlink"}
    assert identity("Witteveen & Bos") == identity("Witteveen+Bos") == identity("Witteveen en Bos")
    assert identity("Coördinatie") == identity("Coordinatie")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Textielveredeling Callens NV", "Textielveredeling Callens"),
        ("Groenteveiling Hageland (cv)", "Groenteveiling Hageland"),
        ("V.Z.W. De Brug", "De Brug"),
        ("De Brug, v.z.w.", "De Brug"),
        ("Havenbedrijf Noord NV van publiek recht", "Havenbedrijf Noord"),
        ("AGB Deinze", "AGB Deinze"),
        ("Polder van Vliet en Zegge", "Polder van Vliet en Zegge"),
    ],
)
def test_a_name_is_shown_without_its_legal_form(name: str, shown: str) -> None:
    assert without_legal_form(name) == shown


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("watergroep", "De Watergroep"),
        ("De Watergoep", "De Watergroep"),
        ("Aquafinn", "Aquafin"),
        ("Ghent University", "Universiteit Gent"),
        ("ugent", "Universiteit Gent"),
        ("V.M.W.", "De Watergroep"),
        ("Aquaduin", "Aquaduin"),
        ("Waterlink", "water-link"),
    ],
)
def test_a_name_an_alias_and_a_typing_error_are_found(asked: str, found: str) -> None:
    assert name_of(DIRECTORY.find(asked)) == found


@pytest.mark.parametrize("asked", ["mechelen", "Mechelen", "Stad Genk", "VNM", "Gent", "Aqua", "", "!!!", "De", "nv"])
def test_a_part_or_a_neighbour_of_a_name_is_not_found(asked: str) -> None:
    assert name_of(DIRECTORY.find(asked)) is None


@pytest.mark.parametrize(
    ("domain", "found"),
    [
        ("aquafin.be", "Aquafin"),
        ("mail.aquafin.be", "Aquafin"),
        ("AQUAFIN.BE", "Aquafin"),
        ("omgeving.vlaanderen.be", "Departement Omgeving"),
        ("vlaanderen.be", None),
        ("elders.vlaanderen.be", None),
        ("gmail.com", None),
        ("notaquafin.be", None),
        ("be", None),
        ("", None),
    ],
)
def test_a_domain_speaks_for_its_organisation_unless_it_is_shared(domain: str, found: str | None) -> None:
    assert name_of(DIRECTORY.of_domain(domain)) == found


def test_what_two_organisations_claim_belongs_to_none() -> None:
    directory = Directory((Organisation("A Water", ("AW",), ("a.be",)), Organisation("B Water", ("AW",), ("a.be",))))
    assert (directory.find("AW"), directory.of_domain("a.be")) == (None, None)


def test_the_nearest_known_names_are_told_for_an_unknown_one() -> None:
    assert DIRECTORY.nearest("Aquafen", 2) == ("Aquafin", "Aquaduin")
    assert DIRECTORY.nearest("???") == ()


def test_additions_give_a_directory_that_knows_more_and_leave_the_old_one() -> None:
    more = DIRECTORY.with_additions(
        {"Aquafin": ("Het Zuiveringsbedrijf",), "Polder Noord": ()}, {"Polder Noord": ("poldernoord.be",)}
    )
    assert name_of(more.find("zuiveringsbedrijf")) == "Aquafin"
    assert name_of(more.of_domain("poldernoord.be")) == "Polder Noord"
    assert name_of(DIRECTORY.find("zuiveringsbedrijf")) is None
    assert more == DIRECTORY.with_additions(
        {"Aquafin": ("Het Zuiveringsbedrijf",), "Polder Noord": ()}, {"Polder Noord": ("poldernoord.be",)}
    )


@given(st.text(max_size=300))
def test_any_text_has_an_identity_and_is_looked_up_without_an_error(text: str) -> None:
    key = identity(text)
    assert key == identity(text.upper().lower()) or not text.isascii()
    DIRECTORY.find(text)
    DIRECTORY.of_domain(text)


@given(
    st.sampled_from([o.name for o in DIRECTORY.organisations]),
    st.sampled_from(["{}", "{} nv", "vzw {}", "{}, BV", "{} (cvba)"]),
)
def test_every_known_organisation_is_found_with_any_legal_form(name: str, shape: str) -> None:
    assert name_of(DIRECTORY.find(shape.format(name).upper())) == name
