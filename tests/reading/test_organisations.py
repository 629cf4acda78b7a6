"""Organisations in a text: known and unknown ones, what their place says, the one of a signature."""

import pytest

from mailworker.domain.organisation import Directory, Organisation
from mailworker.reading.whose.affiliation import Cue
from mailworker.reading.whose.organisations import find_organisations
from mailworker.reading.whose.signed_organisations import domain_label, signature_organisation

DIRECTORY = Directory(
    (
        Organisation("Aquafin", (), ("aquafin.be",)),
        Organisation("Farys", ("TMVW",), ("farys.be",)),
        Organisation("Stad Gent", ("Stadsbestuur Gent",), ("stad.gent",)),
        Organisation("De Watergroep", ("VMW",), ("dewatergroep.be",)),
        Organisation("VLARIO", (), ("vlario.be",)),
        Organisation("Universiteit Antwerpen", ("UA",), ("uantwerpen.be",)),
    ),
    frozenset({"telenet.be", "gmail.com"}),
)


def _cues(text: str, label: str = "") -> list[tuple[str, str]]:
    return [(one.name, one.cue.name) for one in find_organisations(text, DIRECTORY, label)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Namens Aquafin neem ik deel.", [("Aquafin", "SPEAKS")]),
        ("Aquafin wil graag deelnemen.", [("Aquafin", "SPEAKS")]),
        ("Ik werk bij Aquafin.", [("Aquafin", "BELONGS")]),
        ("Na overleg met Aquafin kom ik.", [("Aquafin", "PASSING")]),
        ("Wij werken vaak voor Aquafin en Farys.", [("Aquafin", "PASSING"), ("Farys", "PASSING")]),
        ("Aquafin zelf neemt niet deel.", [("Aquafin", "DENIED")]),
        ("Farys zal geen andere persoon sturen.", [("Farys", "SPEAKS")]),
        ("Vroeger werkte ik bij Aquafin.", [("Aquafin", "PASSING")]),
        ("Na tien jaar bij Aquafin werk ik nu voor Farys.", [("Aquafin", "PASSING"), ("Farys", "SPEAKS")]),
        ("Ik ben overgestapt van Aquafin naar Farys.", [("Aquafin", "PASSING"), ("Farys", "BELONGS")]),
    ],
)
def test_the_words_around_an_organisation_say_who_speaks_for_it(text: str, found: list[tuple[str, str]]) -> None:
    assert _cues(text) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("voor de gemeente Gent", "Stad Gent"),
        ("het gemeentebestuur van Gent", "Stad Gent"),
        ("on behalf of the City of Ghent I join", "Stad Gent"),
        ("University of Antwerp", "Universiteit Antwerpen"),
        ("namens De Watergreop", "De Watergroep"),
        ("stad Aalst en niets anders", "Stad Aalst"),
        ("Steenbakkerij Hoste & Zonen nv", "Steenbakkerij Hoste & Zonen"),
        ("namens Waterwijs", "Waterwijs"),
        ("wij zijn een vzw (De Groene Emmer) met tuintjes", "De Groene Emmer"),
        ("met ons groentebedrijf Hof ter Linden", "Hof ter Linden"),
        ("Wasserij Teugels uit Herentals", "Wasserij Teugels"),
        ("Pour les Papeteries du Senne SA je participe", "Papeteries du Senne"),
    ],
)
def test_an_organisation_is_named_as_configured_or_as_written(text: str, name: str) -> None:
    assert [one.name for one in find_organisations(text, DIRECTORY)] == [name]


def test_a_word_in_small_letters_is_the_senders_organisation_where_the_mail_domain_repeats_it() -> None:
    assert _cues("pcfruit schuift mee aan", "pcfruit") == [("Pcfruit", "SPEAKS")]
    assert _cues("gemeente zottebeke wil graag deelnemen", "zottebeke") == [("Gemeente zottebeke", "SPEAKS")]
    assert _cues("pcfruit schuift mee aan") == []


def test_two_organisations_in_one_breath_share_their_cue_unless_the_second_has_its_own_verb() -> None:
    assert _cues("overleg met Aquafin en Farys") == [("Aquafin", "PASSING"), ("Farys", "PASSING")]
    assert _cues("Ik werk voor Aquafin en Farys is onze rioolbeheerder") == [("Aquafin", "SPEAKS"), ("Farys", "NAMED")]


@pytest.mark.parametrize(
    ("lines", "domain", "name"),
    [
        (["Bert Nys", "Hydroscan NV", "Lid van VLARIO"], "hydroscan.example", "Hydroscan"),
        (["Bert Nys", "Hydroscan NV", "VLARIO"], "hydroscan.example", "Hydroscan"),
        (["Bert Nys", "Aquafin NV"], "telenet.be", "Aquafin"),
        (["Bert Nys", "Delcoma"], "delcoma.example", "Delcoma"),
        (["Bert Nys", "projectleider"], "telenet.be", None),
    ],
)
def test_a_signature_gives_the_employer_and_not_the_umbrella(lines: list[str], domain: str, name: str | None) -> None:
    found = signature_organisation(lines, DIRECTORY, domain)
    assert (found.name if found is not None else None) == name


def test_only_a_domain_of_ones_own_has_a_label() -> None:
    labels = [domain_label(domain, DIRECTORY) for domain in ("hazelbeke.be", "telenet.be", "aquafin.be")]
    assert labels == ["hazelbeke", "", ""]


def test_cues_are_ordered_by_how_much_they_say() -> None:
    assert sorted(Cue) == [Cue.DENIED, Cue.PASSING, Cue.NAMED, Cue.BELONGS, Cue.SPEAKS]
