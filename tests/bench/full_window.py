"""A decision over a window that holds few calls and over one that holds a million: it should cost the same."""

import time

from app.engine.limits import Enforcement, Limit, LimitId
from app.engine.usage import CallTry, Usage
from app.engine.value import HOUR, SECOND, Instant
from app.engine.verdict import Admitted

T0: Instant = 1_790_000_000 * SECOND
TRIES = 40_000
SUBJECT = "00000000-0000-7000-8000-000000000000"


class FullWindow:
    """One agent and one session that made `calls` in the last hour, and go on at that pace: each try is admitted."""

    def __init__(self, calls: int) -> None:
        self._step = max(1, HOUR // calls)
        self._now = T0
        self._usage = Usage()
        for limit_id in (LimitId.CALLS_HOUR, LimitId.CALLS_DAY):
            self._usage.restore(limit_id, [(SUBJECT, list(range(T0 - calls * self._step, T0, self._step)))])
        # Twice what it uses in the hour, so that a try is admitted.
        self._try = CallTry(
            agent_id=SUBJECT,
            session_id=SUBJECT,
            hour=_limit(LimitId.CALLS_HOUR, 2 * calls),
            day=_limit(LimitId.CALLS_DAY, 50 * calls + TRIES),
        )

    def rate(self) -> float:
        """Decisions in a second of the thread's own."""
        reserve, attempt, now, step = self._usage.reserve_calls, self._try, self._now, self._step
        began = time.thread_time()
        for _ in range(TRIES):
            now += step
            if type(reserve(attempt, now)) is not Admitted:
                raise AssertionError("a try was refused")
        took = time.thread_time() - began
        self._now = now
        return TRIES / took


def _limit(limit_id: LimitId, amount: int) -> Limit:
    return Limit(limit_id=limit_id, amount=amount, enforcement=Enforcement.ENFORCE, source="system")
