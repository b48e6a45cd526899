"""Tries that were refused, or would have been, since the last look: a flood costs a number and not a list."""

from app.controller.desk import MinuteCounts
from app.engine import events
from app.engine.alert_rules import Level, Tries
from app.engine.alerts import AlertRule, AlertSubject
from app.engine.limits import LIMITS, LimitId
from app.engine.value import SECOND, Duration, Id, Instant

COUNT_EVERY: Duration = 30 * SECOND
"""An alert that stands is told of more refusals this often, not with each one."""

TryKey = tuple[AlertRule, Id]


class TryTally:
    """The tries about one subject under one rule."""

    __slots__ = ("_counts", "_last", "new", "seen", "subject", "tenant_id")

    def __init__(self, tenant_id: Id, subject: AlertSubject) -> None:
        self.tenant_id = tenant_id
        self.subject = subject
        self.new = 0
        # How many of the new ones were too few to raise an alert when they were looked at.
        self.seen = 0
        self._counts = MinuteCounts()
        self._last: events.TryRefused | events.TryWarned | None = None

    def add(self, fact: events.TryRefused | events.TryWarned) -> None:
        """One more."""
        self.new += 1
        self._counts.add(fact.at)
        self._last = fact

    def add_earlier(self, at: Instant, times: int) -> None:
        """Some from before a restart: they count towards the hour, and were told of then."""
        self._counts.add(at, times)

    def is_idle(self, now: Instant) -> bool:
        """True if the last hour has none."""
        return self._counts.total(now) == 0

    def tries(self, last_at: Instant, now: Instant) -> Tries:
        """What the rule asks; `last_at` is the last one that an alert knows of."""
        last = self._last
        if last is None:
            return Tries(0, self._counts.total(now), last_at, "", Level(LimitId.CALLS_HOUR, 0, 0))
        kind = LIMITS[LimitId(last.limit_id)]
        level = Level(kind.limit_id, last.used, last.amount)
        return Tries(self.new, self._counts.total(now), max(last.at, last_at), kind.code, level)
