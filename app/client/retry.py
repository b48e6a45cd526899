"""When to try again, as the specification's best practices say; pure: chance is an argument, time is durations.

Waits are exponential with full jitter (a uniform draw from zero to the step), because clients that were
refused together must not come back together (Brooker, "Exponential Backoff and Jitter", AWS, 2015).
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from app.client.outcomes import Answered, Limited, Outcome, Refused, Unreachable
from app.wire.errors import ErrorBody

Draw = Callable[[], float]
"""A source of chance: uniform in [0, 1), such as `random.Random(seed).random`."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPolicy:
    """How patient a client is. Seconds, and a count of tries that includes the first.

    A `Retry-After` above `longest_retry_after_s` is not waited for: the caller should be told instead.
    """

    first_step_s: float = 0.5
    cap_s: float = 30.0
    tries: int = 5
    longest_retry_after_s: float = 3_600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """A policy with its chance and its way to wait (`asyncio.sleep`, or that divided by a speed)."""

    policy: RetryPolicy
    draw: Draw
    sleep: Callable[[float], Awaitable[None]]


def backoff(failures: int, policy: RetryPolicy, draw: Draw) -> float:
    """Seconds to wait after that many failures in a row (at least 1), with full jitter, never over the cap."""
    # The exponent is bounded so that a feed that has failed for a week does not overflow a float.
    step = min(policy.cap_s, policy.first_step_s * 2.0 ** min(failures - 1, 32))
    return step * draw()


def wait_for(outcome: Outcome[T], tries: int, policy: RetryPolicy, draw: Draw) -> float | None:
    """Seconds until the same request is worth sending again, or None if this outcome is final.

    `Retry-After` is honoured to the second and gets no jitter: the engine's figure is exact, and a caller that
    comes later than told wastes the slot. Final are success, `session_expired` (waiting does not help), any 4xx but
    429, any 5xx but 503, and everything once `tries` (those made so far) has used up the policy's budget.
    """
    if tries >= policy.tries:
        return None
    match outcome:
        case Answered():
            return None
        case Limited(body=body) | Refused(status=503, body=body):
            return _wait_after(body, tries, policy, draw)
        case Refused():
            return None
        case Unreachable():
            return backoff(tries, policy, draw)


def _wait_after(body: ErrorBody, tries: int, policy: RetryPolicy, draw: Draw) -> float | None:
    if body.code == "session_expired":
        return None
    if isinstance(body.retry_after, int):
        return float(body.retry_after) if body.retry_after <= policy.longest_retry_after_s else None
    return backoff(tries, policy, draw)
