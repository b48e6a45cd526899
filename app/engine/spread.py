"""How often measured values fell below some bounds: counted as they come, summed up when somebody asks."""

from bisect import bisect_left
from collections.abc import Sequence


class Spread:
    """Counts of values by bounds that only grow. One thread counts; another may read, and sees all but the newest."""

    __slots__ = ("bounds", "counts", "total")

    def __init__(self, bounds: Sequence[int]) -> None:
        self.bounds = tuple(bounds)
        self.counts = [0] * (len(self.bounds) + 1)
        self.total = 0

    def count(self, value: int) -> None:
        """Count one value; one that equals a bound is within it."""
        self.counts[bisect_left(self.bounds, value)] += 1
        self.total += value

    def up_to(self) -> list[int]:
        """How many values were within each bound, and last how many there were."""
        so_far = 0
        found = []
        for count in self.counts:
            so_far += count
            found.append(so_far)
        return found
