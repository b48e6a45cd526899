"""One agent as the floor holds it: its open calls and pace, which decide, and its last hour, which is shown."""

from app.engine.calls import Call
from app.engine.events import TryRefused
from app.engine.pacing import Pace
from app.engine.people import Agent
from app.engine.value import HOUR, MINUTE, Duration, Id, Instant
from app.engine.windows import NEVER, WindowLog

_MINUTES = 60


class MinuteCounts:
    """How many of something happened in the last 60 minutes, by whole minute: a flood costs sixty numbers.

    With another `step` it is the last `steps` of those: 24 hours, by whole hour.
    """

    __slots__ = ("_counts", "_step", "_steps")

    def __init__(self, step: Duration = MINUTE, steps: int = _MINUTES) -> None:
        self._counts: dict[int, int] = {}
        self._step, self._steps = step, steps

    def add(self, at: Instant, times: int = 1) -> None:
        """Count `times` at an instant."""
        minute = at // self._step
        self._counts[minute] = self._counts.get(minute, 0) + times
        if len(self._counts) > 2 * self._steps:
            edge = minute - self._steps
            self._counts = {key: count for key, count in self._counts.items() if key > edge}

    def total(self, now: Instant) -> int:
        """The count of the minute that holds `now` and the 59 before it."""
        edge = now // self._step - self._steps
        return sum(count for minute, count in self._counts.items() if minute > edge)

    def by_minute(self, now: Instant) -> list[int]:
        """Sixty counts, oldest first, the last being the minute that holds `now`; empty if there is nothing to say."""
        last = now // MINUTE
        edge = last - _MINUTES
        if not any(minute > edge for minute in self._counts):
            return []
        return [self._counts.get(minute, 0) for minute in range(edge + 1, last + 1)]


class Desk:
    """An agent's place on the floor. Only the floor's changes and its committed facts write it."""

    __slots__ = (
        "agent",
        "answered",
        "blocked_until",
        "due_at",
        "empty_since",
        "finished",
        "last_call",
        "last_refused",
        "open_calls",
        "pace",
        "refusal_run",
        "refusals",
        "session_id",
        "state",
        "state_since",
    )

    def __init__(self, agent: Agent) -> None:
        self.agent = agent
        self.pace = Pace()
        self.open_calls: dict[Id, Call] = {}
        # Before this instant time brings nothing about for the agent; decisions ask it before they look.
        self.due_at: Instant = NEVER
        self.session_id: Id | None = None
        self.last_call: Call | None = None
        self.finished = WindowLog(HOUR)
        self.answered = WindowLog(HOUR)
        self.refusals = MinuteCounts()
        self.last_refused: TryRefused | None = None
        self.refusal_run = 0
        self.blocked_until: Instant | None = None
        # Since when whoever asked for this agent was told that there is no contact.
        self.empty_since: Instant | None = None
        self.state = "offline"
        self.state_since: Instant = agent.created_at
