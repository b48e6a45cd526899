"""What came of a run: how much was asked, admitted, refused and lost, and how long answers took."""

import math
from collections import Counter
from dataclasses import dataclass

from app.client.outcomes import Answered, AnyOutcome, Limited, Refused, Unreachable
from app.wire.dialer import NextContactAnswer

STEP = 1.02
"""Latencies are kept in buckets that grow by 2 %: constant memory, and a percentile is right to 1 %."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A run's counts. `admitted_calls` counts calls handed out, each line of a batch.

    `refusals` counts 429s by code; `errors` counts every other failure, by `<status> <code>` or `unreachable`.
    Latencies are milliseconds of real time, 0 where nothing was measured. `left_open` sessions could not be stopped.
    """

    requests: int
    admitted_calls: int
    refusals: dict[str, int]
    errors: dict[str, int]
    p50_ms: float
    p99_ms: float
    left_open: int


class Counting:
    """Adds outcomes up as they come; not for several threads at once."""

    def __init__(self) -> None:
        self._requests = 0
        self._calls = 0
        self._refusals: Counter[str] = Counter()
        self._errors: Counter[str] = Counter()
        self._latencies: Counter[int] = Counter()

    def note(self, outcome: AnyOutcome, latency_s: float | None) -> None:
        """Counts one outcome; `latency_s` is None where time is virtual."""
        self._requests += 1
        match outcome:
            case Answered(answer=answer):
                self._calls += len(answer.call_ids) if isinstance(answer, NextContactAnswer) else 0
            case Limited(body=body):
                self._refusals[body.code] += 1
            case Refused(status=status, body=body):
                self._errors[f"{status} {body.code}"] += 1
            case Unreachable():
                self._errors["unreachable"] += 1
        if latency_s is not None:
            self._latencies[round(math.log(max(latency_s, 1e-6), STEP))] += 1

    def total(self, left_open: int = 0) -> Tally:
        """The counts so far, as a value."""
        return Tally(
            requests=self._requests,
            admitted_calls=self._calls,
            refusals=dict(self._refusals),
            errors=dict(self._errors),
            p50_ms=self._percentile(0.50),
            p99_ms=self._percentile(0.99),
            left_open=left_open,
        )

    def _percentile(self, share: float) -> float:
        wanted = math.ceil(self._latencies.total() * share)
        seen = 0
        for bucket in sorted(self._latencies):
            seen += self._latencies[bucket]
            if seen >= wanted:
                return round(STEP**bucket * 1_000, 4)
        return 0.0
