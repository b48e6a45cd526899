"""Frozen values, and `Retry-After` from both sides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.limits import Rate
from app.engine.value import DAY, SECOND, seconds_until

NOW = 1_700_000_000 * SECOND


@given(st.integers(0, 2 * DAY))
def test_that_many_seconds_later_is_at_or_past_it_and_one_less_is_before(wait: int) -> None:
    seconds = seconds_until(NOW + wait, NOW)
    assert NOW + seconds * SECOND >= NOW + wait
    assert wait == 0 or NOW + (seconds - 1) * SECOND < NOW + wait


@pytest.mark.parametrize(("wait", "seconds"), [(-5, 0), (0, 0), (1, 1), (SECOND, 1), (SECOND + 1, 2)])
def test_seconds_are_rounded_up(wait: int, seconds: int) -> None:
    assert seconds_until(NOW + wait, NOW) == seconds


def test_a_value_cannot_be_changed() -> None:
    rate = Rate(amount=1, window=SECOND)
    with pytest.raises(AttributeError, match="immutable"):
        setattr(rate, "amount", 2)  # noqa: B010 - a plain assignment does not pass the type checker, which is the point
