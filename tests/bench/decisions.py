"""A decision in process, ours and the yardsticks in turn, in one run: `python -m tests.bench.decisions`.

60 requests a minute and 500 an hour, 10,000 keys, hot ones asked far more often than they may: some tries are
admitted, some refused, as they fall. Everyone answers the same tries in the same order; each must read a clock once
and say whether the try is admitted. Rounds are interleaved, so that a busy machine slows all of them alike.
"""

import gc
import platform
import random
import statistics
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from importlib.metadata import version

from limits import RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from pyrate_limiter import Duration, InMemoryBucket, Rate, RateItem
from throttled import MemoryStore, RateLimiterType, Throttled
from throttled.rate_limiter import per_hour, per_min

from app.engine.limits import Enforcement, Limit, LimitId
from app.engine.pacing import Pace, gap_gate
from app.engine.usage import CallTry, Usage
from app.engine.value import HOUR, SECOND, Instant
from app.engine.verdict import Admitted

KEYS = 10_000
TRIES = 200_000
ROUNDS = 5
GOAL_LIMITS = 5.0
GOAL_PYRATE = 2.0


def _limit(limit_id: LimitId, amount: int) -> Limit:
    return Limit(limit_id=limit_id, amount=amount, enforcement=Enforcement.ENFORCE, source="system")


PER_MINUTE = _limit(LimitId.API_MINUTE, 60)
PER_HOUR = _limit(LimitId.API_HOUR, 500)
CALLS_HOUR = _limit(LimitId.CALLS_HOUR, 100)
CALLS_DAY = _limit(LimitId.CALLS_DAY, 800)
GAP = _limit(LimitId.CALLS_GAP, 2)

Pass = Callable[[Sequence[str]], int]
"""Answers every try of one pass and returns how many it admitted."""


def ours(keys: Sequence[str]) -> int:
    """`Usage.reserve_request`, the full verdict."""
    reserve, now, admitted = Usage().reserve_request, time.time_ns, 0
    for key in keys:
        admitted += type(reserve(key, PER_MINUTE, PER_HOUR, now() // 1_000)) is Admitted
    return admitted


def ours_moving(keys: Sequence[str]) -> int:
    """The same while three hours go by, so that windows move and logs are compacted."""
    reserve, now, admitted = Usage().reserve_request, time.time_ns, 0
    step, instant = 3 * HOUR // len(keys), now() // 1_000
    for key in keys:
        now()
        instant += step
        admitted += type(reserve(key, PER_MINUTE, PER_HOUR, instant)) is Admitted
    return admitted


def ours_calls(keys: Sequence[str]) -> int:
    """`Usage.reserve_calls`: the gap before, the agent's hour and the session's day."""
    reserve, now, admitted = Usage().reserve_calls, time.time_ns, 0
    handed_out: dict[str, Instant] = {}
    step, instant = 3 * HOUR // len(keys), now() // 1_000
    for key in keys:
        now()
        instant += step
        gate = gap_gate(GAP, key, Pace(handed_out_at=handed_out.get(key)), instant)
        attempt = CallTry(agent_id=key, session_id=key, hour=CALLS_HOUR, day=CALLS_DAY, gates=(gate,))
        if type(reserve(attempt, instant)) is Admitted:
            handed_out[key] = instant
            admitted += 1
    return admitted


def _limits_pass(storage: MemoryStorage, keys: Sequence[str]) -> int:
    """Test both, then hit both: how its users keep a refused try from being charged to the other limit."""
    limiter, admitted = MovingWindowRateLimiter(storage), 0
    minute, hour = RateLimitItemPerMinute(60), RateLimitItemPerHour(500)
    test, hit = limiter.test, limiter.hit
    for key in keys:
        if test(minute, key) and test(hour, key) and hit(minute, key) and hit(hour, key):
            admitted += 1
    return admitted


def limits_with_cleaner(keys: Sequence[str]) -> int:
    """`limits` as it comes: a thread walks over all keys a hundred times a second."""
    storage = MemoryStorage()
    try:
        return _limits_pass(storage, keys)
    finally:
        storage.timer.join()


class Running(threading.Timer):
    """A cleaner that says it runs, so that `limits` starts no other."""

    def is_alive(self) -> bool:
        return True


def limits_without_cleaner(keys: Sequence[str]) -> int:
    """`limits` with its cleaner held still: at its best."""
    storage = MemoryStorage()
    storage.timer.join()
    storage.timer = Running(0, int)
    return _limits_pass(storage, keys)


def pyrate(keys: Sequence[str]) -> int:
    """`InMemoryBucket.put`, a bucket a key, with the item made for each try as its users do."""
    rates = [Rate(60, Duration.MINUTE), Rate(500, Duration.HOUR)]
    buckets: dict[str, InMemoryBucket] = {}
    now, admitted = time.time_ns, 0
    for key in keys:
        bucket = buckets.get(key)
        if bucket is None:
            bucket = buckets[key] = InMemoryBucket(rates)
        admitted += bucket.put(RateItem(key, now() // 1_000_000))
    return admitted


def _throttled_pass(using: RateLimiterType, keys: Sequence[str]) -> int:
    """`limit` of both and no look before, which is throttled-py at its fastest: a look would halve its rate."""
    store = MemoryStore(options={"MAX_SIZE": 10 * KEYS})
    minute = Throttled(using=using.value, quota=per_min(60), store=store).limiter.limit
    hour = Throttled(using=using.value, quota=per_hour(500), store=store).limiter.limit
    admitted = 0
    for key in keys:
        # One store serves both limits, and its own prefix does not tell them apart.
        if not minute("m" + key).limited and not hour("h" + key).limited:
            admitted += 1
    return admitted


def throttled_sliding(keys: Sequence[str]) -> int:
    """`throttled-py`, the sliding window: two counters weighted by time, its nearest to exact."""
    return _throttled_pass(RateLimiterType.SLIDING_WINDOW, keys)


def throttled_gcra(keys: Sequence[str]) -> int:
    """`throttled-py`, GCRA: its fastest but for fixed windows."""
    return _throttled_pass(RateLimiterType.GCRA, keys)


def bare_deque(keys: Sequence[str]) -> int:
    """A deque of instants a key, no verdict and no function: what Python itself costs."""
    logs: dict[str, deque[int]] = {}
    now, admitted = time.time_ns, 0
    for key in keys:
        log = logs.get(key)
        if log is None:
            log = logs[key] = deque()
        instant = now() // 1_000
        while log and log[0] <= instant - HOUR:
            log.popleft()
        if len(log) < 500 and (len(log) < 60 or log[-60] <= instant - 60 * SECOND):
            log.append(instant)
            admitted += 1
    return admitted


PASSES: tuple[tuple[str, Pass], ...] = (
    ("ours", ours),
    ("ours, three hours go by", ours_moving),
    ("ours, calls: gap, hour, day", ours_calls),
    ("limits, cleaner on", limits_with_cleaner),
    ("limits, cleaner off", limits_without_cleaner),
    ("pyrate-limiter", pyrate),
    ("throttled-py, sliding window", throttled_sliding),
    ("throttled-py, GCRA", throttled_gcra),
    ("bare deque", bare_deque),
)


def tries(seed: int = 11) -> list[str]:
    """The keys that ask, in order: cubed, so that the hottest tenth asks half of the time."""
    dice = random.Random(seed)
    names = [f"{number:08x}-0000-7000-8000-000000000000" for number in range(KEYS)]
    return [names[int(KEYS * dice.random() ** 3)] for _ in range(TRIES)]


def measure(run: Pass, keys: Sequence[str]) -> tuple[float, int]:
    """Tries a second and how many were admitted, with nothing left to collect from the pass before."""
    gc.collect()
    start = time.perf_counter()
    admitted = run(keys)
    return len(keys) / (time.perf_counter() - start), admitted


def main() -> None:
    """Print the table; every figure is the median of the rounds."""
    keys = tries()
    rates: dict[str, list[float]] = {name: [] for name, _ in PASSES}
    admitted: dict[str, int] = {}
    for _ in range(ROUNDS):
        for name, run in PASSES:
            rate, admitted[name] = measure(run, keys)
            rates[name].append(rate)
    medians = {name: statistics.median(values) for name, values in rates.items()}
    print(f"A decision in process: 60/min & 500/h, {KEYS:,} keys, {TRIES:,} tries, median of {ROUNDS} rounds")
    peers = ", ".join(f"{name} {version(name)}" for name in ("limits", "pyrate-limiter", "throttled-py"))
    print(f"Python {platform.python_version()}, {peers}")
    print(f"{'':30}{'tries/s':>12}{'ns':>8}{'admitted':>10}{'ours is':>9}")
    for name, rate in medians.items():
        share = 100 * admitted[name] / TRIES
        print(f"{name:30}{rate:12,.0f}{1e9 / rate:8,.0f}{share:9.1f}%{medians['ours'] / rate:8.2f}x")
    for yardstick, goal in (("limits, cleaner off", GOAL_LIMITS), ("pyrate-limiter", GOAL_PYRATE)):
        ratio = medians["ours"] / medians[yardstick]
        print(f"goal: >= {goal:.0f}x {yardstick}: {ratio:.2f}x {'met' if ratio >= goal else 'MISSED'}")


if __name__ == "__main__":
    main()
