"""A tenant's counts for the head of the floor view: the last hour, and its campaigns' abandonment."""

from app.controller.abandonment import begun_standings, sum_of, worst_campaign
from app.controller.desk import MinuteCounts
from app.controller.floor import Floor
from app.engine.limits import LimitId
from app.engine.value import HOUR, MINUTE, Id, Instant
from app.engine.windows import WindowLog
from app.wire.feed import Strip


class TenantTally:
    """Counts of committed facts."""

    def __init__(self) -> None:
        self.calls = WindowLog(HOUR)
        self.finished = WindowLog(HOUR)
        self.answered = WindowLog(HOUR)
        self.refusals: dict[str, MinuteCounts] = {}

    def strip(self, floor: Floor, tenant_id: Id, now: Instant, decision_p99_ms: float) -> Strip:
        """The figures at `now`."""
        live = [session for session in floor.live_sessions(tenant_id) if not floor.expires(session, now)]
        begun = begun_standings(floor, tenant_id, now)
        refusals = {code: counts.total(now) for code, counts in self.refusals.items()}
        return Strip(
            sessions_active=len(live),
            sessions_limit=floor.limit(LimitId.SESSIONS_ACTIVE, tenant_id).amount,
            calls_hour=self.calls.used(HOUR, now),
            calls_minute=self.calls.used(MINUTE, now),
            answered_hour=self.answered.used(HOUR, now),
            finished_hour=self.finished.used(HOUR, now),
            refusals_hour={code: count for code, count in refusals.items() if count},
            abandonment_today=sum_of(one.figures.today for one in begun),
            abandonment_30d=sum_of(one.figures.rolling.tally for one in begun),
            abandonment_worst=worst_campaign(floor, begun),
            decision_p99_ms=decision_p99_ms,
        )
