"""A masked number says where it is and how it ends, and no more."""

import pytest

from app.compliance.masking import masked


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
