"""The only readers of time. Everything else is handed an instant.

`SystemClock` counts on the machine's steady clock from an anchor, so that a wall clock set back or forward
neither opens nor closes a window (docs/adr/0003-clock.md).
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from app.engine.value import DAY, Instant, Value

_BOOTTIME: int | None = getattr(time, "CLOCK_BOOTTIME", None)
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class Clock(Protocol):
    """Says what time it is."""

    def now(self) -> Instant:
        """Microseconds since the Unix epoch, UTC, never less than before."""
        ...


class Anchor(Value, frozen=True, kw_only=True):
    """What ties the steady clock to the calendar for one boot: instant = steady + `offset`, in microseconds."""

    boot_id: str
    offset: int


def read_wall() -> Instant:
    """The machine's wall clock, which anyone may set."""
    return time.time_ns() // 1_000


def read_steady() -> int:
    """Microseconds on a clock that only goes forward and counts suspended time where the system has one."""
    if _BOOTTIME is not None:
        return time.clock_gettime_ns(_BOOTTIME) // 1_000
    return time.monotonic_ns() // 1_000


def read_boot_id() -> str:
    """What names this boot of the machine; empty where the system does not say."""
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def anchor_for(stored: Anchor | None, last_logged: Instant, boot_id: str, wall: Instant, steady: int) -> Anchor:
    """The anchor of a program that starts now.

    In the boot that the stored anchor belongs to, its offset still holds whatever was done to the wall clock,
    unless nothing was logged in the last 24 h, when no window holds anything and the wall is taken anew. In
    another boot the wall is all there is. Time never starts before the last logged instant, or new entries
    would come before old ones.
    """
    if stored is not None and boot_id and stored.boot_id == boot_id:
        now = steady + stored.offset
        if now < last_logged:
            return Anchor(boot_id=boot_id, offset=last_logged - steady)
        if now - last_logged < DAY:
            return stored
    return Anchor(boot_id=boot_id, offset=max(wall, last_logged) - steady)


class SystemClock:
    """Real time: the steady clock from an anchor."""

    def __init__(self, anchor: Anchor | None = None, steady: Callable[[], int] = read_steady) -> None:
        self._steady = steady
        self._offset = anchor.offset if anchor is not None else read_wall() - steady()
        self._last = 0

    def now(self) -> Instant:
        """Microseconds since the epoch; each answer is at least the one before."""
        instant = self._steady() + self._offset
        self._last = max(self._last, instant)
        return self._last


class FastClock:
    """Time that runs `speed` times as fast as another clock, for simulated floors."""

    def __init__(self, clock: Clock, speed: float) -> None:
        self._clock = clock
        self._speed = speed
        self._start = clock.now()

    def now(self) -> Instant:
        """Microseconds since the epoch, on the fast scale."""
        return self._start + int((self._clock.now() - self._start) * self._speed)


class ManualClock:
    """Time that moves only when told to."""

    def __init__(self, start: Instant) -> None:
        self._now = start

    def now(self) -> Instant:
        """The instant it was set to."""
        return self._now

    def advance(self, duration: int) -> Instant:
        """Move on by `duration` microseconds; returns the new instant."""
        self._now += duration
        return self._now
