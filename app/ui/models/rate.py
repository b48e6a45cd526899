"""Curves of the detail pane, from the instants of an agent's calls: rolling rate, limit steps, slots coming free."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from app.ui.models.moment import Instant, seconds_of
from app.wire.operator import LimitStep

Curve = tuple[NDArray[np.float64], NDArray[np.float64]]
HOUR_S = 3600.0
POINTS = 480


def instants(moments: Sequence[Instant]) -> NDArray[np.float64]:
    """Sorted seconds since the epoch."""
    return np.sort(np.array([seconds_of(moment) for moment in moments], dtype=np.float64))


def rolling_rate(calls: NDArray[np.float64], start: float, end: float) -> Curve:
    """Calls in the half-open hour (t - 1 h, t] at evenly spaced t, the last being `end` exactly."""
    at = np.linspace(start, end, POINTS)
    upto = np.searchsorted(calls, at, side="right")
    gone = np.searchsorted(calls, at - HOUR_S, side="right")
    return at, (upto - gone).astype(np.float64)


def limit_line(steps: Sequence[LimitStep], start: float, end: float) -> Curve:
    """The limit in force as corners of a step line over [start, end]; empty without steps."""
    if not steps:
        return np.empty(0), np.empty(0)
    at: list[float] = []
    amounts: list[float] = []
    ordered = sorted(steps, key=lambda step: step.at)
    past = sum(1 for step in ordered if seconds_of(step.at) <= start)
    for step in ordered[max(0, past - 1) :]:
        moment = max(start, seconds_of(step.at))
        if at:
            at.append(moment)
            amounts.append(amounts[-1])
        at.append(moment)
        amounts.append(float(step.amount))
    at.append(end)
    amounts.append(amounts[-1])
    return np.array(at), np.array(amounts)


def slots_free(calls: NDArray[np.float64], limit: int, now: float) -> Curve:
    """Free slots at each instant of the coming hour if nobody calls; corners of a step line, never below 0.

    A call at c leaves the hour at c + 1 h, and its slot is free at that very instant.
    """
    inside = calls[(calls > now - HOUR_S) & (calls <= now)]
    leaves = inside + HOUR_S
    free = limit - inside.size + np.arange(inside.size + 1, dtype=np.float64)
    at = np.concatenate(([now], np.repeat(leaves, 2), [now + HOUR_S]))
    return at, np.maximum(0.0, np.repeat(free, 2))


def freed_within(calls: NDArray[np.float64], limit: int, now: float, seconds: float) -> int:
    """How many more slots are free in so many seconds; calls above the limit leave the hour without freeing one."""
    inside = calls[(calls > now - HOUR_S) & (calls <= now)]
    leaving = int(np.count_nonzero(inside + HOUR_S <= now + seconds))
    return max(0, leaving - max(0, inside.size - limit))


def next_free_after(calls: NDArray[np.float64], now: float, leave: int) -> float | None:
    """Seconds until `leave` used slots have left the hour; None if fewer than that are in it."""
    inside = calls[(calls > now - HOUR_S) & (calls <= now)]
    if leave <= 0:
        return 0.0
    return float(inside[leave - 1] + HOUR_S - now) if inside.size >= leave else None


def number_ticks(top: float, most: int) -> list[tuple[float, str]]:
    """Round numbers from 0 up to `top`, at most `most` of them above 0."""
    nice = (size * step for size in (1, 10, 100, 1_000, 10_000, 100_000) for step in (1, 2, 5))
    step = next((step for step in nice if top // step <= most), 1_000_000)
    return [(float(value), f"{value:,}") for value in range(0, int(top) + 1, step)]


def clock_ticks(start: float, end: float, most: int) -> list[tuple[float, str]]:
    """Round local times of day inside [start, end], at most `most`; minutes only where the span is short."""
    minutes = (1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720)
    step = next((60 * every for every in minutes if (end - start) / (60 * every) <= most), 86_400)
    offset = datetime.fromtimestamp(start, UTC).astimezone().utcoffset() or timedelta()
    shift = offset.total_seconds()
    first = int(-(-(start + shift) // step) * step)
    moments = range(first, int(end + shift) + 1, step)
    return [(moment - shift, f"{moment // 3600 % 24:02d}:{moment // 60 % 60:02d}") for moment in moments]
