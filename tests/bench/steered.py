"""Ours and the peers under a clock that the bench steers: whether a try is admitted, and when to come back if not."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from limits import RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import (
    FixedWindowRateLimiter,
    MovingWindowRateLimiter,
    RateLimiter,
    SlidingWindowCounterRateLimiter,
)
from pyrate_limiter import Duration, InMemoryBucket, Rate, RateItem
from throttled import MemoryStore, RateLimiterType, Throttled
from throttled.rate_limiter import per_hour, per_min

from app.engine.verdict import Admitted, Refused
from db.usage_memory import MemoryUsageStore
from tests.bench.decisions import PER_HOUR, PER_MINUTE, Running

KEY = "00000000-0000-7000-8000-000000000000"


class Steered:
    """What stands for the machine's clocks while a peer is asked: microseconds since the epoch."""

    def __init__(self, now: int) -> None:
        self.now = now

    @contextmanager
    def ruling(self) -> Iterator[None]:
        """`time.time` and `time.monotonic` tell this clock, for everyone in the process."""
        kept = time.time, time.monotonic
        try:
            time.time = time.monotonic = lambda: self.now / 1e6
            yield
        finally:
            time.time, time.monotonic = kept


class Peer(Protocol):
    """One subject's 60 a minute and 500 an hour."""

    def ask(self) -> bool:
        """Whether a try now is admitted; it is charged if it is."""

    def wait_us(self) -> int:
        """What it would tell the try that it has just refused to wait, in microseconds."""


class Ours:
    """`MemoryUsageStore`, as the engine has it."""

    def __init__(self, clock: Steered) -> None:
        self._clock = clock
        self._store = MemoryUsageStore()
        self._retry_at = 0

    def ask(self) -> bool:
        verdict = self._store.reserve_request(KEY, PER_MINUTE, PER_HOUR, self._clock.now)
        if isinstance(verdict, Refused) and verdict.retry_at is not None:
            self._retry_at = verdict.retry_at
        return isinstance(verdict, Admitted)

    def wait_us(self) -> int:
        return self._retry_at - self._clock.now


class Limits:
    """`limits`, its two limits tested before both are hit."""

    def __init__(self, clock: Steered, strategy: Callable[[MemoryStorage], RateLimiter]) -> None:
        self._clock = clock
        storage = MemoryStorage()
        storage.timer.join()
        # What has expired is dropped when it is read, too: no thread need walk about by the real clock.
        storage.timer = Running(0, int)
        self._limiter = strategy(storage)
        self._items = (RateLimitItemPerMinute(60), RateLimitItemPerHour(500))

    def ask(self) -> bool:
        limiter = self._limiter
        if not all(limiter.test(item, KEY) for item in self._items):
            return False
        taken = [limiter.hit(item, KEY) for item in self._items]
        return all(taken)

    def wait_us(self) -> int:
        stats = [self._limiter.get_window_stats(item, KEY) for item in self._items]
        resets = [stat.reset_time for stat in stats if stat.remaining < 1]
        return round(max(resets, default=self._clock.now / 1e6) * 1e6) - self._clock.now


class Pyrate:
    """`pyrate-limiter`'s bucket in memory, its rates together; its clock counts milliseconds."""

    def __init__(self, clock: Steered) -> None:
        self._clock = clock
        self._bucket = InMemoryBucket([Rate(60, Duration.MINUTE), Rate(500, Duration.HOUR)])
        self._item = RateItem(KEY, 0)

    def ask(self) -> bool:
        self._item = RateItem(KEY, self._clock.now // 1_000)
        self._bucket.leak(self._clock.now // 1_000)
        return bool(self._bucket.put(self._item))

    def wait_us(self) -> int:
        waiting = self._bucket.waiting(self._item)
        assert isinstance(waiting, int)
        return waiting * 1_000


class ThrottledPy:
    """`throttled-py`, its two limits looked at before both are charged."""

    def __init__(self, clock: Steered, using: RateLimiterType) -> None:
        store = MemoryStore(options={"MAX_SIZE": 100})
        self._clock = clock
        self._parts = tuple(
            (letter + KEY, Throttled(using=using.value, quota=quota, store=store).limiter)
            for letter, quota in (("m", per_min(60)), ("h", per_hour(500)))
        )
        self._wait = 0.0

    def ask(self) -> bool:
        # A look says how much is left, but only a charge says how long to wait: those that are shut are charged, and
        # a charge that is refused takes nothing.
        shut = [part for part in self._parts if part[1].peek(part[0]).remaining < 1]
        taken = [limiter.limit(key) for key, limiter in shut or self._parts]
        self._wait = max(one.state.retry_after for one in taken)
        return not any(one.limited for one in taken)

    def wait_us(self) -> int:
        return round(self._wait * 1e6)


PEERS: tuple[tuple[str, Callable[[Steered], Peer]], ...] = (
    ("ours", Ours),
    ("limits, moving window", lambda clock: Limits(clock, MovingWindowRateLimiter)),
    ("limits, sliding counter", lambda clock: Limits(clock, SlidingWindowCounterRateLimiter)),
    ("limits, fixed window", lambda clock: Limits(clock, FixedWindowRateLimiter)),
    ("pyrate-limiter, bucket", Pyrate),
    ("throttled-py, sliding window", lambda clock: ThrottledPy(clock, RateLimiterType.SLIDING_WINDOW)),
    ("throttled-py, token bucket", lambda clock: ThrottledPy(clock, RateLimiterType.TOKEN_BUCKET)),
    ("throttled-py, GCRA", lambda clock: ThrottledPy(clock, RateLimiterType.GCRA)),
    ("throttled-py, fixed window", lambda clock: ThrottledPy(clock, RateLimiterType.FIXED_WINDOW)),
)
