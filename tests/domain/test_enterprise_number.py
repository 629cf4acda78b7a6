"""Enterprise numbers: how they are written, what is none, where they stand in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailworker.domain.enterprise_number import enterprise_number, enterprise_numbers_in


@pytest.mark.parametrize(
    "written",
    ["BE 0123.456.749", "BE0123456749", "be 0123 456 749", "0123.456.749", "0123-456-749", "123.456.749", "0123456749"],
)
def test_every_spelling_of_a_number_is_the_same_ten_digits(written: str) -> None:
    assert enterprise_number(written) == "0123456749"


@pytest.mark.parametrize("written", ["0123.456.789", "0475.12.34.56", "+32123456749", "123", "", "BE68 5390 0754 7034"])
def test_what_has_no_right_checksum_or_shape_is_no_number(written: str) -> None:
    assert enterprise_number(written) is None


@given(st.integers(min_value=10**6, max_value=2 * 10**7 - 1))
def test_a_number_with_its_checksum_is_found_in_a_text(first: int) -> None:
    digits = f"{first:08d}{97 - first % 97:02d}"
    written = f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"
    assert list(enterprise_numbers_in(f"BTW BE {written}, tel. 050")) == [(digits, 4, 4 + len("BE ") + len(written))]


def test_numbers_stand_behind_a_label_and_telephones_are_left_alone() -> None:
    text = "Ondernemingsnr.0123.456.749 | 0475.12.34.56 | +32 9 123 45 67"
    assert list(enterprise_numbers_in(text)) == [("0123456749", 15, 27)]
