"""One authority under its many names, and its neighbours apart."""

import pytest

from mailworker.domain.organisation import Directory, Organisation, identity


@pytest.mark.parametrize(
    "spelling",
    [
        "Gemeente Gent",
        "stad Gent",
        "De Stad Gent",
        "Stadsbestuur Gent",
        "Gemeentebestuur van Gent",
        "het gemeentebestuur van de stad Gent",
        "stad Gent - Dienst Milieu",
        "Stad Gent, Milieudienst",
        "Stad Gent (Departement Stedelijke Ontwikkeling)",
        "Stad Gent dienst Milieu",
        "Milieudienst Stad Gent",
        "Dienst Milieu en Klimaat van de stad Gent",
        "Stad en OCMW Gent",
        "Stad Gent en OCMW Gent",
        "Lokaal bestuur Gent",
        "College van burgemeester en schepenen van Gent",
        "STAD GENT",
        "City of Gent",
    ],
)
def test_a_municipality_is_one_organisation_under_all_its_names(spelling: str) -> None:
    assert identity(spelling) == identity("Stad Gent")


@pytest.mark.parametrize(
    "other",
    [
        "OCMW Gent",
        "AGB Gent",
        "Autonoom gemeentebedrijf Gent",
        "Politiezone Gent",
        "Provincie Gent",
        "Havenbedrijf Gent",
        "Universiteit Gent",
        "Jeugdraad Stad Gent",
        "Stad Genk",
        "Gemeente Gentbrugge",
    ],
)
def test_what_only_has_the_town_in_its_name_is_another_organisation(other: str) -> None:
    assert identity(other) != identity("Stad Gent")


def test_a_place_keeps_its_dashes_and_its_article() -> None:
    assert identity("Gemeente Heist-op-den-Berg") == identity("Gemeentebestuur van Heist-op-den-Berg")
    assert identity("Gemeente De Haan - Omgeving") == identity("gemeente De Haan")


def test_a_province_and_its_board_are_one_and_its_autonomous_company_another() -> None:
    assert identity("Provinciebestuur Limburg") == identity("Provincie Limburg")
    assert identity("AGB Deinze") == identity("Autonoom Gemeentebedrijf Deinze") != identity("Stad Deinze")


def test_a_department_behind_a_name_makes_no_other_organisation() -> None:
    assert identity("VMM - Afdeling Rapportering Water") == identity("VMM")
    assert identity("Universiteit Gent, vakgroep Geologie") == identity("Universiteit Gent")


def test_a_known_town_is_found_by_each_of_its_names_and_by_their_letters() -> None:
    town = Organisation("Stad Gent", ("Stadsbestuur Gent",), ("stad.gent",))
    directory = Directory((town, Organisation("OCMW Gent")))
    assert directory.find("gemeente Gent") == town
    assert directory.exactly("gemeentebestuurvangent") == town
    assert directory.find("OCMW Gent") == Organisation("OCMW Gent")


@pytest.mark.parametrize(
    ("abroad", "home"),
    [
        ("City of Ghent", "Stad Gent"),
        ("Ville de Gand", "Stad Gent"),
        ("Ville d'Anvers", "Stad Antwerpen"),
        ("University of Antwerp", "Universiteit Antwerpen"),
        ("Universiteit van Gent", "Universiteit Gent"),
    ],
)
def test_a_place_in_another_language_is_the_same_place(abroad: str, home: str) -> None:
    assert identity(abroad) == identity(home)
