"""Numbers as people write them, to E.164 or a reason."""

import pytest

from app.controller.import_contacts import normalise_phone, why_no_phone


@pytest.mark.parametrize(
    "text",
    [
        "2125550134",
        "(212) 555-0134",
        "212.555.0134",
        "212 555 0134",
        "1-212-555-0134",
        "+1 212 555 0134",
        " +12125550134 ",
        "2125550134.0",
        "212-555-0134 ext. 7",
        "tel:+1-212-555-0134",
    ],
)
def test_one_number_is_one_number_however_it_is_written(text: str) -> None:
    assert normalise_phone(text, "US") == "+12125550134"


def test_numbers_of_other_countries_and_toll_free_ones_are_kept_because_the_gate_is_elsewhere() -> None:
    assert normalise_phone("+44 20 7946 0018", "US") == "+442079460018"
    assert normalise_phone("0171 2345678", "DE") == "+491712345678"
    assert normalise_phone("800 555 0134", "US") == "+18005550134"
    assert normalise_phone("1-800-FLOWERS", "US") == "+18003569377"


@pytest.mark.parametrize("text", ["", "  ", "n/a", "555-0134", "123", "2.12555E+09", "21255501341234567", "9" * 500])
def test_what_cannot_be_a_number_is_none_and_the_reason_is_short(text: str) -> None:
    assert normalise_phone(text, "US") is None
    assert len(why_no_phone(text)) < 120


def test_a_spreadsheets_rounding_is_told_apart() -> None:
    assert "rounded by a spreadsheet" in why_no_phone("2.12555E+09")
    assert why_no_phone("") == "no phone number"
