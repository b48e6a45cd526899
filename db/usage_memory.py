"""What is used, in memory: the engine's `Usage` behind a lock, so that any thread may ask."""

import threading

from app.engine.limits import Limit
from app.engine.usage import CallTry, Usage
from app.engine.value import Id, Instant
from app.engine.verdict import Verdict


class MemoryUsageStore:
    """One process's usage. The lock makes check and charge one step for every thread."""

    def __init__(self, usage: Usage | None = None) -> None:
        self.usage = usage if usage is not None else Usage()
        self._lock = threading.Lock()

    def reserve_request(self, user_id: Id, minute: Limit, hour: Limit, now: Instant) -> Verdict:
        """Charge one API request to both windows, or refuse it and charge neither."""
        with self._lock:
            return self.usage.reserve_request(user_id, minute, hour, now)

    def reserve_calls(self, attempt: CallTry, now: Instant) -> Verdict:
        """Charge calls to the agent's hour and the session's day, or refuse them and charge neither."""
        with self._lock:
            return self.usage.reserve_calls(attempt, now)

    def give_back_request(self, user_id: Id, instant: Instant) -> None:
        """Take back a request that could not be logged."""
        with self._lock:
            self.usage.give_back_request(user_id, instant)

    def give_back_calls(self, agent_id: Id, session_id: Id, instant: Instant, lines: int = 1) -> None:
        """Take back calls that were not placed or could not be logged."""
        with self._lock:
            self.usage.give_back_calls(agent_id, session_id, instant, lines)
