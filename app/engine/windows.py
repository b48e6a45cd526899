"""Exact sliding windows over one log of instants.

A window is the half-open interval (now - W, now]. One subject has one log, however many windows look at it:
`api.minute` and `api.hour` count the same requests, so they share the instants and each keep only an index.
"""

from bisect import bisect_left, bisect_right

from app.engine.value import Duration, Instant

_COMPACT_AT = 512


class WindowLog:
    """The instants charged to one subject, oldest first, and how many lie in each of its windows.

    `windows` are lengths in microseconds, shortest first. Instants must not go back: the engine's clock is
    steady, and `charge` keeps order even if a caller's is not.
    """

    __slots__ = ("_heads", "_instants", "_windows")

    def __init__(self, windows: tuple[Duration, ...], instants: list[Instant] | None = None) -> None:
        self._windows = windows
        self._instants: list[Instant] = sorted(instants) if instants else []
        self._heads: list[int] = [0] * len(windows)

    def used(self, index: int, now: Instant) -> int:
        """How many instants lie in window `index` at `now`. Amortised O(1): the head only moves on."""
        instants = self._instants
        head = self._heads[index]
        count = len(instants)
        edge = now - self._windows[index]
        if head < count and instants[head] <= edge:
            head = bisect_right(instants, edge, head)
            self._heads[index] = head
        return count - head

    def frees_at(self, index: int, room: int, now: Instant) -> Instant | None:
        """The instant from which `room` or fewer instants lie in window `index`; None if that is never.

        With `room = amount - n`, it is when a charge of n is admitted if nothing else is charged meanwhile.
        """
        if room < 0:
            return None
        used = self.used(index, now)
        if used <= room:
            return now
        return self._instants[len(self._instants) - room - 1] + self._windows[index]

    def oldest(self, index: int, now: Instant) -> Instant | None:
        """The oldest instant in window `index`, None if it is empty."""
        used = self.used(index, now)
        return self._instants[len(self._instants) - used] if used else None

    def charge(self, instant: Instant, times: int = 1) -> None:
        """Count `times` events at `instant`."""
        instants = self._instants
        if instants and instant < instants[-1]:
            # A charge replayed out of order: keep the log sorted, and rewind the heads that passed it.
            place = bisect_right(instants, instant)
            instants[place:place] = [instant] * times
            self._rewind(place)
        elif times == 1:
            instants.append(instant)
        else:
            instants.extend([instant] * times)
        if self._heads[-1] > _COMPACT_AT:
            self._compact()

    def give_back(self, instant: Instant, times: int = 1) -> int:
        """Take back up to `times` events charged at `instant`; returns how many there still were."""
        instants = self._instants
        place = bisect_left(instants, instant)
        stop = min(bisect_right(instants, instant, place), place + times)
        del instants[place:stop]
        taken = stop - place
        for index, head in enumerate(self._heads):
            if head > place:
                self._heads[index] = max(place, head - taken)
        return taken

    def since(self, edge: Instant) -> list[Instant]:
        """The instants after `edge`, oldest first (as far back as the longest window keeps them)."""
        instants = self._instants
        return instants[bisect_right(instants, edge) :]

    def is_idle(self, now: Instant) -> bool:
        """True if no window holds anything at `now`, so that the log may be dropped."""
        return self.used(len(self._windows) - 1, now) == 0

    def _rewind(self, place: int) -> None:
        for index, head in enumerate(self._heads):
            if head > place:
                self._heads[index] = place

    def _compact(self) -> None:
        """Forget what the longest window has passed; the longest window's head is the last one."""
        passed = min(self._heads)
        if passed * 2 < len(self._instants):
            return
        del self._instants[:passed]
        self._heads = [head - passed for head in self._heads]
