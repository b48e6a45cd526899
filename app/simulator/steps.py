"""What passes between an agent's brain and whoever drives it."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeAlias

from app.client.dialer_requests import DialerRequest
from app.client.outcomes import AnyOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Let that many seconds of the floor's time pass."""

    seconds: float


Step: TypeAlias = Wait | DialerRequest
Brain: TypeAlias = Generator[Step, AnyOutcome | None, None]
"""Yields steps; is sent None after a `Wait` and the outcome after a request; returns when the agent goes home."""
