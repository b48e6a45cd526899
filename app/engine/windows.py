"""Exact sliding windows over one log of instants.

A window is the half-open interval (now - W, now]. One subject has one log, however many windows look at it:
`api.minute` and `api.hour` count the same requests. A log is read from its end: the nth event from the end says
when there is room again, so a decision costs the same with ten events in the window as with ten million.
"""

from bisect import bisect_left, bisect_right

from app.engine.value import Duration, Instant

NEVER: Instant = 2**63 - 1
"""Later than any instant: waiting does not help."""

ALWAYS: Instant = -NEVER
"""Earlier than any instant: there is room whatever the time."""

_COMPACT_AT = 64
"""Events a log may hold before it looks for some to forget."""


class WindowLog:
    """The instants charged to one subject, oldest first, as far back as its longest window looks.

    `longest` is that window's length in microseconds. Charges may come out of order; the log stays sorted.
    """

    __slots__ = ("_compact_at", "_instants", "_longest")

    def __init__(self, longest: Duration, instants: list[Instant] | None = None) -> None:
        self._longest = longest
        self._instants: list[Instant] = sorted(instants) if instants else []
        self._compact_at = max(_COMPACT_AT, 2 * len(self._instants))

    def used(self, window: Duration, now: Instant) -> int:
        """How many instants lie in the window of this length at `now`."""
        return len(self._instants) - bisect_right(self._instants, now - window)

    def opens_at(self, window: Duration, room: int) -> Instant:
        """The instant from which `room` or fewer instants lie in the window; `ALWAYS` or `NEVER` if there is none.

        With `room = amount - n` it is when n more are admitted, if nothing else is charged meanwhile: the window
        refuses them at every instant before it and at none from it on.
        """
        instants = self._instants
        if room >= len(instants):
            return ALWAYS
        if room < 0:
            return NEVER
        return instants[-1 - room] + window

    def use(self, window: Duration, now: Instant) -> tuple[int, Instant]:
        """How many instants lie in the window, and when the oldest of them leaves it (`now` if none does)."""
        instants = self._instants
        place = bisect_right(instants, now - window)
        used = len(instants) - place
        return (used, instants[place] + window) if used else (0, now)

    def oldest(self, window: Duration, now: Instant) -> Instant | None:
        """The oldest instant in the window, None if it is empty."""
        place = bisect_right(self._instants, now - window)
        return self._instants[place] if place < len(self._instants) else None

    def charge(self, instant: Instant, times: int = 1) -> None:
        """Count `times` events at `instant`."""
        instants = self._instants
        if instants and instant < instants[-1]:
            # Replayed out of order: its place is after its equals, and the log stays sorted.
            place = bisect_right(instants, instant)
            instants[place:place] = [instant] * times
        elif times == 1:
            instants.append(instant)
        else:
            instants.extend([instant] * times)
        if len(instants) > self._compact_at:
            self._compact()

    def give_back(self, instant: Instant, times: int = 1) -> int:
        """Take back up to `times` events charged at `instant`; returns how many there still were."""
        instants = self._instants
        start = bisect_left(instants, instant)
        stop = min(bisect_right(instants, instant, start), start + times)
        del instants[start:stop]
        return stop - start

    def since(self, edge: Instant) -> list[Instant]:
        """The instants after `edge`, oldest first (as far back as the longest window keeps them)."""
        return self._instants[bisect_right(self._instants, edge) :]

    def is_idle(self, now: Instant) -> bool:
        """True if no window holds anything at `now`, so that the log may be dropped."""
        return not self._instants or self._instants[-1] <= now - self._longest

    def _compact(self) -> None:
        """Forget what the longest window has passed.

        The next look comes when the log has doubled: a charge pays for it in constant time, amortised, and a log
        never holds more than twice what its window did when it was fullest (and 64).
        """
        instants = self._instants
        del instants[: bisect_right(instants, instants[-1] - self._longest)]
        self._compact_at = max(_COMPACT_AT, 2 * len(instants))
