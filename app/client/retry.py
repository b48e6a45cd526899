"""When to try again, as the specification's best practices say; pure: chance is an argument, and time is durations.

Waits are exponential with full jitter (a uniform draw from zero to the step), because clients that were
refused together must not come back together (Brooker, "Exponential Backoff and Jitter", AWS, 2015).
"""

from collections.abc import Callable
from dataclasses import dataclass

from app.wire.errors import ErrorBody

Draw = Callable[[], float]
"""A source of chance: uniform in [0, 1), such as `random.Random(seed).random`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPolicy:
    """How patient a client is. Seconds, and a count of tries that includes the first."""

    first_step_s: float = 0.5
    cap_s: float = 30.0
    tries: int = 5
    longest_retry_after_s: float = 3_600.0


def backoff(attempt: int, policy: RetryPolicy, draw: Draw) -> float:
    """Seconds to wait after failure number `attempt` (the first is 1), with full jitter, never over the cap."""
    # The exponent is bounded so that a feed that has failed for a week does not overflow a float.
    step = min(policy.cap_s, policy.first_step_s * 2.0 ** min(attempt - 1, 32))
    return step * draw()


def retry_wait(status: int, body: ErrorBody, attempt: int, policy: RetryPolicy, draw: Draw) -> float | None:
    """Seconds until an answer is worth another try, or None if it is final.

    `Retry-After` is honoured to the second, plus up to one step of jitter would only waste the slot: the
    engine's figure is exact. `session_expired` has none and is final, as is any 4xx but 429 and any 5xx but
    503. `attempt` counts the tries made so far.
    """
    if attempt >= policy.tries or status not in (429, 503) or body.code == "session_expired":
        return None
    if isinstance(body.retry_after, int):
        return float(body.retry_after) if body.retry_after <= policy.longest_retry_after_s else None
    return backoff(attempt, policy, draw)
