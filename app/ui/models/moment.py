"""Instants as the window reckons with them: aware datetimes from the wire, and the engine's own present."""

from datetime import UTC, datetime, timedelta

Instant = datetime
TRUSTED_US = 2_000_000
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def since(start: Instant, end: Instant) -> int:
    """Whole seconds from `start` to `end`, floored; negative when `end` is earlier."""
    return (end - start) // timedelta(seconds=1)


def seconds_of(moment: Instant) -> float:
    """Seconds since the epoch, for plots."""
    return (moment - EPOCH).total_seconds()


class EngineTime:
    """The engine's present, from the last message's `now` and how long ago it came by the local clock.

    Local readings are microseconds of any one clock; only their differences are used, so a wrong
    wall clock on the supervisor's machine shifts no timer.
    """

    def __init__(self) -> None:
        self._now: Instant | None = None
        self._heard_us = 0

    def hear(self, now: Instant, local_us: int) -> None:
        """A message stamped `now` arrived at this local reading."""
        self._now = now
        self._heard_us = local_us

    def silence_s(self, local_us: int) -> float | None:
        """Seconds since the last message; None before the first."""
        return None if self._now is None else max(0, local_us - self._heard_us) / 1e6

    def at(self, local_us: int) -> Instant:
        """The engine's present at this local reading; the epoch before the first message.

        It runs on for `TRUSTED_US` without a message and then stands: a timer that counts on over a dead line
        would promise slots and lengthen calls that nobody has heard of.
        """
        if self._now is None:
            return EPOCH
        return self._now + timedelta(microseconds=min(TRUSTED_US, max(0, local_us - self._heard_us)))
