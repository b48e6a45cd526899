"""How long decisions take, from the request to the synced answer: for the floor view and `/metrics`."""

from collections import deque

from prometheus_client import CollectorRegistry, Counter, Histogram

from app.clock import read_steady

_KEPT = 2_048


class Timings:
    """The last decisions' times, and the counters that Prometheus reads."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._recent: deque[int] = deque(maxlen=_KEPT)
        self._answers = Counter(
            "dialfloor_answers", "Answers of the dialer path by status", ("status",), registry=registry
        )
        self._seconds = Histogram(
            "dialfloor_decision_seconds",
            "From a dialer's request to its synced answer",
            buckets=(0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5),
            registry=registry,
        )
        self._of_status = {
            status: self._answers.labels(str(status)) for status in (200, 400, 401, 403, 404, 409, 429, 503)
        }

    def start(self) -> int:
        """When a decision began, for `stop`."""
        return read_steady()

    def stop(self, started: int, status: int) -> None:
        """Count a decision."""
        took = read_steady() - started
        self._recent.append(took)
        self._seconds.observe(took / 1_000_000)
        (self._of_status.get(status) or self._answers.labels(str(status))).inc()

    def p99_ms(self) -> float:
        """The 99th percentile of the last decisions, in milliseconds; 0 before the first."""
        if not self._recent:
            return 0.0
        ordered = sorted(self._recent)
        return ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)] / 1_000
