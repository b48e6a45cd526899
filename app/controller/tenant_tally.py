"""A tenant's counts for the head of the floor view: the last hour, and abandonment by day."""

from app.controller.desk import MinuteCounts
from app.controller.floor import Floor
from app.engine import events
from app.engine.calls import live_answers
from app.engine.limits import LimitId
from app.engine.value import DAY, HOUR, MINUTE, Id, Instant
from app.engine.windows import WindowLog
from app.wire.feed import Abandonment, Strip

_ROLLING_DAYS = 30


class TenantTally:
    """Counts of committed facts."""

    def __init__(self) -> None:
        self.calls = WindowLog(HOUR)
        self.finished = WindowLog(HOUR)
        self.answered = WindowLog(HOUR)
        self.refusals: dict[str, MinuteCounts] = {}
        self._days: dict[int, tuple[int, int]] = {}

    def count_report(self, fact: events.CallReported) -> None:
        """Count a live answer, or one left without an agent, at the report of it."""
        live, abandoned = live_answers(fact.call, fact.at)
        if live or abandoned:
            self.count_day(fact.at // DAY, live, abandoned)

    def count_day(self, day: int, live: int, abandoned: int) -> None:
        """Add to one UTC day; days beyond the rolling thirty are forgotten."""
        known = self._days.get(day, (0, 0))
        self._days[day] = (known[0] + live, known[1] + abandoned)
        for old in [old for old in self._days if old <= day - _ROLLING_DAYS]:
            del self._days[old]

    def abandonment(self, now: Instant) -> Abandonment:
        """Live answers and abandoned ones of the thirty days that end with today."""
        recent = [counts for day, counts in self._days.items() if day > now // DAY - _ROLLING_DAYS]
        return Abandonment(live=sum(count[0] for count in recent), abandoned=sum(count[1] for count in recent))

    def strip(self, floor: Floor, tenant_id: Id, now: Instant, decision_p99_ms: float) -> Strip:
        """The figures at `now`."""
        live = [session for session in floor.live_sessions(tenant_id) if not floor.expires(session, now)]
        today = self._days.get(now // DAY, (0, 0))
        refusals = {code: counts.total(now) for code, counts in self.refusals.items()}
        return Strip(
            sessions_active=len(live),
            sessions_limit=floor.limit(LimitId.SESSIONS_ACTIVE, tenant_id).amount,
            calls_hour=self.calls.used(HOUR, now),
            calls_minute=self.calls.used(MINUTE, now),
            answered_hour=self.answered.used(HOUR, now),
            finished_hour=self.finished.used(HOUR, now),
            refusals_hour={code: count for code, count in refusals.items() if count},
            abandonment_today=Abandonment(live=today[0], abandoned=today[1]),
            abandonment_30d=self.abandonment(now),
            decision_p99_ms=decision_p99_ms,
        )
