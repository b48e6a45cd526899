"""How long decisions take, from the request to the synced answer: for the floor view and `/metrics`."""

from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterator

from prometheus_client import CollectorRegistry
from prometheus_client.core import CounterMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from app.clock import read_steady

_KEPT = 2_048
_BOUNDS_US = (500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 500_000, 1_000_000, 5_000_000)


class Timings(Collector):
    """Counts as plain numbers, which cost a decision nothing, and tells Prometheus of them when it asks."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._recent: deque[int] = deque(maxlen=_KEPT)
        self._answers: Counter[int] = Counter()
        self._buckets = [0] * (len(_BOUNDS_US) + 1)
        self._total_us = 0
        registry.register(self)

    def start(self) -> int:
        """When a decision began, for `stop`."""
        return read_steady()

    def stop(self, started: int, status: int) -> None:
        """Count a decision."""
        took = read_steady() - started
        self._recent.append(took)
        self._answers[status] += 1
        self._buckets[bisect_left(_BOUNDS_US, took)] += 1
        self._total_us += took

    def p99_ms(self) -> float:
        """The 99th percentile of the last decisions, in milliseconds; 0 before the first."""
        if not self._recent:
            return 0.0
        ordered = sorted(self._recent)
        return ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)] / 1_000

    def collect(self) -> Iterator[Metric]:
        """The counts as Prometheus wants them: seconds, and buckets that include the ones before."""
        answers = CounterMetricFamily("dialfloor_answers", "Answers of the dialer path by status", labels=["status"])
        for status, count in self._answers.items():
            answers.add_metric([str(status)], count)
        yield answers
        buckets: list[tuple[str, float]] = []
        so_far = 0
        for bound, count in zip([*(f"{bound / 1e6:g}" for bound in _BOUNDS_US), "+Inf"], self._buckets, strict=True):
            so_far += count
            buckets.append((bound, so_far))
        seconds = HistogramMetricFamily("dialfloor_decision_seconds", "From a dialer's request to its synced answer")
        seconds.add_metric([], buckets, self._total_us / 1e6)
        yield seconds
