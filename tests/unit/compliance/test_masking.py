"""A masked number says where it is and how it ends, and no more."""

import pytest

from app.compliance.masking import masked, veiled, veiled_cell


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("+12125550134", "(212) ***-**34"),
        ("2125550134", "(212) ***-**34"),
        ("+442079460018", "+44 *** **18"),
        ("+35312345678", "+353 *** **78"),
        ("+77011234567", "+7 *** **67"),
        ("+9991234567", "+ *** **67"),
        ("+1212555013", "+1 *** **13"),
        ("", ""),
        ("call 2125550134", "***"),
        ("+1", "***"),
    ],
)
def test_only_the_place_and_the_last_two_digits_are_shown(phone: str, shown: str) -> None:
    assert masked(phone) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("row +12125550134 failed", "row +*********34 failed"),
        ("(212) 555-0134, 212.555.0135 or 2125550136", "(***) ***-**34, ***.***.**35 or ********36"),
        ("1-212-555-0134", "*-***-***-**34"),
        ("'+44 20 7946 0018' cannot be", "'+** ** **** **18' cannot be"),
        (
            "2026-11-24 13:38:54,123 ERROR 0198a000-0000-7000-8000-0000000000ff",
            "2026-11-24 13:38:54,123 ERROR 0198a000-0000-7000-8000-0000000000ff",
        ),
        ("1790000000123456 and 40, 100/1h", "1790000000123456 and 40, 100/1h"),
    ],
)
def test_a_text_keeps_everything_but_numbers(text: str, shown: str) -> None:
    assert veiled(text) == shown


@pytest.mark.parametrize(
    ("cell", "elsewhere", "in_its_column"),
    [
        ("2.125550134E+09", "2.125550134E+09", "*.*********E+09"),
        ("212 555 0134", "*** *** **34", "*** *** **34"),
        ("030/12 34 56", "***/** ** 56", "***/** ** 56"),
        ("2026-12-01", "2026-12-01", "****-**-01"),
        ("12/31/2026", "12/31/2026", "**/**/**26"),
        ("ask Kim at 212-555-0134", "ask Kim at ***-***-**34", "ask Kim at ***-***-**34"),
        ("none", "none", "none"),
        ("123456", "123456", "****56"),
    ],
)
def test_a_cell_keeps_how_it_is_written(cell: str, elsewhere: str, in_its_column: str) -> None:
    assert veiled_cell(cell, is_number=False) == elsewhere
    assert veiled_cell(cell, is_number=True) == in_its_column
