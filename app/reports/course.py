"""What calls were charged to and when, walked in the order of the log with the engine's own arithmetic.

One course is one way it might have gone: of what happened, or of what would have happened under other limits.
"""

from collections.abc import Iterable, Iterator, Mapping
from heapq import heappop, heappush

from app.engine.calls import LONGEST_CALL
from app.engine.limits import LIMITS, Enforcement, Limit, LimitId
from app.engine.log_rows import LoggedCharge
from app.engine.pacing import Pace, gap_gate
from app.engine.rulebook import Rulebook
from app.engine.sessions import expiry
from app.engine.usage import CallTry, Gate, Usage
from app.engine.value import SECOND, Id, Instant
from app.engine.verdict import Verdict
from app.reports.limit_history import id_of

SESSION_END = "session end"
Spans = Mapping[bytes, tuple[Instant, Instant]]
"""Each session's start and the expiry it was last given, by id."""

_NO_PACE = Pace()
_CALLS_HOUR = LIMITS[LimitId.CALLS_HOUR].highest
_CALLS_DAY = LIMITS[LimitId.CALLS_DAY].highest


class Course:
    """Usage and paces after the calls that went out so far. Whoever walks calls `settle`, `reserve`, `remember`."""

    def __init__(self, spans: Spans, *, stored_expiries: bool) -> None:
        self.usage = Usage()
        self._spans = spans
        self._stored_expiries = stored_expiries
        self._paces: dict[Id, Pace] = {}
        self._ends: list[tuple[Instant, Id]] = []
        self._returns: list[tuple[Instant, Id, Id, Instant]] = []

    @property
    def agents(self) -> int:
        """How many agents have called."""
        return len(self._paces)

    def settle(self, now: Instant) -> None:
        """What had ended before `now`, and what had been given back by then."""
        while self._ends and self._ends[0][0] < now:
            ended_at, agent_id = heappop(self._ends)
            pace = self._pace(agent_id)
            self._paces[agent_id] = Pace(handed_out_at=pace.handed_out_at, ended_at=max(ended_at, pace.ended_at or 0))
        while self._returns and self._returns[0][0] <= now:
            _, agent_id, session_id, charged_at = heappop(self._returns)
            self.usage.give_back_calls(agent_id, session_id, charged_at)

    def reserve(self, book: Rulebook, batch: list[LoggedCharge], now: Instant) -> Verdict:
        """The engine's verdict on a batch under a rulebook; admitted, it is charged."""
        first = batch[0]
        tenant_id, agent_id, session_id = id_of(first.tenant_id), id_of(first.agent_id), id_of(first.session_id)
        attempt = CallTry(
            agent_id=agent_id,
            session_id=session_id,
            hour=book.limit(LimitId.CALLS_HOUR, tenant_id, agent_id),
            day=book.limit(LimitId.CALLS_DAY, tenant_id, agent_id),
            lines=len(batch),
            gates=tuple(self._gates(book, first, tenant_id, agent_id, now)),
        )
        return self.usage.reserve_calls(attempt, now)

    def charge(self, batch: list[LoggedCharge], now: Instant) -> None:
        """Charge a batch that went out, whatever any limit says."""
        agent_id, session_id = id_of(batch[0].agent_id), id_of(batch[0].session_id)
        attempt = CallTry(
            agent_id=agent_id,
            session_id=session_id,
            hour=_unbounded(LimitId.CALLS_HOUR, _CALLS_HOUR),
            day=_unbounded(LimitId.CALLS_DAY, _CALLS_DAY),
            lines=len(batch),
        )
        self.usage.reserve_calls(attempt, now)

    def _gates(self, book: Rulebook, call: LoggedCharge, tenant_id: Id, agent_id: Id, now: Instant) -> Iterator[Gate]:
        """The gap and the age, where they are closed."""
        gap = gap_gate(book.limit(LimitId.CALLS_GAP, tenant_id, agent_id), agent_id, self._pace(agent_id), now)
        if gap.closed:
            yield gap
        yield from self.age_gates(book, call.session_id, tenant_id, now)

    def age_gates(self, book: Rulebook, session: bytes, tenant_id: Id, now: Instant) -> Iterator[Gate]:
        """The age of a session, if it is over."""
        span = self._spans.get(session)
        if span is None:
            return
        started_at, stored_expiry = span
        age = book.limit(LimitId.SESSION_AGE, tenant_id)
        # An edit of the age moves the expiry of sessions that run, and the log keeps only the last one.
        expires_at = expiry(started_at, age.amount)
        if self._stored_expiries:
            expires_at = min(expires_at, stored_expiry)
        if now >= expires_at:
            used = (now - started_at) // SECOND
            yield Gate(limit=age, subject=id_of(session), used=used, closed=True, opens_at=None)

    def _pace(self, agent_id: Id) -> Pace:
        return self._paces.get(agent_id, _NO_PACE)

    def remember(self, batch: list[LoggedCharge], now: Instant) -> None:
        """The batch went out at `now`: its ends and returns are to come."""
        agent_id = id_of(batch[0].agent_id)
        self._paces[agent_id] = Pace(handed_out_at=now, ended_at=self._pace(agent_id).ended_at)
        for call in batch:
            is_correction = call.ended_at is not None and call.ended_at - call.created_at >= LONGEST_CALL
            if call.ended_at is not None and not is_correction and not self._ended_unnoticed(call):
                heappush(self._ends, (call.ended_at, agent_id))
            if call.given_back_at is not None:
                heappush(self._returns, (call.given_back_at, agent_id, id_of(call.session_id), now))

    def _ended_unnoticed(self, call: LoggedCharge) -> bool:
        """True of a call that ended with the expiry of its session.

        An expiry is noticed later than it falls: another session of the agent may have called in between.
        """
        span = self._spans.get(call.session_id)
        return call.closed_by == SESSION_END and span is not None and call.ended_at == span[1]


def _unbounded(limit_id: LimitId, amount: int) -> Limit:
    return Limit(limit_id=limit_id, amount=amount, enforcement=Enforcement.ALERT_ONLY, source="")


def batches_of(together: Iterator[LoggedCharge]) -> Iterable[list[LoggedCharge]]:
    """Calls of one instant by agent and session: one decision handed them out."""
    batches: dict[tuple[bytes, bytes], list[LoggedCharge]] = {}
    for call in together:
        batches.setdefault((call.agent_id, call.session_id), []).append(call)
    return batches.values()
