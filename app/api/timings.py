"""How long decisions take, from the request to the synced answer: for the floor view and `/metrics`."""

from collections import Counter, deque

from app.clock import read_steady
from app.engine.spread import Spread

_KEPT = 2_048
_BOUNDS_US = (500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 500_000, 1_000_000, 5_000_000)


class Timings:
    """Counts as plain numbers, which cost a decision next to nothing; `app/bootstrap/measures.py` tells them on."""

    def __init__(self) -> None:
        self._recent: deque[int] = deque(maxlen=_KEPT)
        self.answers: Counter[int] = Counter()
        self.took_us = Spread(_BOUNDS_US)

    def start(self) -> int:
        """When a decision began, for `stop`."""
        return read_steady()

    def stop(self, started: int, status: int) -> None:
        """Count a decision."""
        took = read_steady() - started
        self._recent.append(took)
        self.answers[status] += 1
        self.took_us.count(took)

    def p99_ms(self) -> float:
        """The 99th percentile of the last decisions, in milliseconds; 0 before the first."""
        if not self._recent:
            return 0.0
        ordered = sorted(self._recent)
        return ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)] / 1_000
