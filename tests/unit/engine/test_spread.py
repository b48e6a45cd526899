"""Counts by bounds: what equals a bound is within it, and the last count is of all values."""

from app.engine.spread import Spread


def test_values_are_counted_within_their_bounds_and_summed_up_when_asked() -> None:
    spread = Spread((10, 100))
    assert spread.up_to() == [0, 0, 0]
    for value in (0, 10, 11, 100, 101, 5_000):
        spread.count(value)
    assert spread.up_to() == [2, 4, 6]
    assert spread.total == 5_222
