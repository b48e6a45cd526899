"""How often something happened in each of sixty minutes."""

from collections.abc import Iterable
from datetime import datetime


def per_minute(instants: Iterable[datetime], first: datetime) -> list[int]:
    """Counts for the minute that begins at `first` and the 59 after it."""
    counts = [0] * 60
    for at in instants:
        place = int((at - first).total_seconds() // 60)
        if 0 <= place < 60:
            counts[place] += 1
    return counts
