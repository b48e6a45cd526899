"""What is used, per subject; reserve every limit or none, give back, rebuild.

The decision of the product. Not safe for threads by itself: one loop owns it (`db.usage_memory` adds a lock).
"""

from collections.abc import Iterable

from app.engine.limits import Enforcement, Limit, LimitId
from app.engine.value import DAY, HOUR, MINUTE, Id, Instant, Value
from app.engine.verdict import Admitted, Refused, Verdict, Warned
from app.engine.windows import WindowLog

_REQUESTS = (MINUTE, HOUR)
_CALLS_HOUR = (HOUR,)
_CALLS_DAY = (DAY,)
_PLACE: dict[LimitId, tuple[str, int]] = {
    LimitId.API_MINUTE: ("requests", 0),
    LimitId.API_HOUR: ("requests", 1),
    LimitId.CALLS_HOUR: ("agents", 0),
    LimitId.CALLS_DAY: ("sessions", 0),
}
_SPANS = {"requests": _REQUESTS, "agents": _CALLS_HOUR, "sessions": _CALLS_DAY}


class Gate(Value, frozen=True, kw_only=True):
    """A limit without a window that a try must pass: a gap, a gauge, an age.

    `opens_at` is the instant from which it lets the try pass, None if waiting does not help;
    `closed` says that it does not let it pass now.
    """

    limit: Limit
    subject: Id
    used: int
    closed: bool
    opens_at: Instant | None


class CallTry(Value, frozen=True, kw_only=True):
    """A try to place `lines` calls for one agent in one session."""

    agent_id: Id
    session_id: Id
    hour: Limit
    day: Limit
    lines: int = 1
    gates: tuple[Gate, ...] = ()


class Usage:
    """Every window in memory, exact, keyed by subject: user, agent, session."""

    def __init__(self) -> None:
        self._logs: dict[str, dict[Id, WindowLog]] = {"requests": {}, "agents": {}, "sessions": {}}
        self._requests = self._logs["requests"]

    def reserve_request(self, user_id: Id, minute: Limit, hour: Limit, now: Instant) -> Verdict:
        """One API request of one user: charged to both windows, or refused and charged to neither."""
        log = self._requests.get(user_id)
        if log is None:
            log = self._requests[user_id] = WindowLog(_REQUESTS)
        if log.used(0, now) < minute.amount and log.used(1, now) < hour.amount:
            log.charge(now)
            return Admitted(at=now)
        tries = ((minute, log, 0, user_id), (hour, log, 1, user_id))
        verdict = _judge(
            [_window_gate(limit, log, index, subject, 1, now) for limit, log, index, subject in tries], now
        )
        if isinstance(verdict, Admitted):
            log.charge(now)
        return verdict

    def reserve_calls(self, attempt: CallTry, now: Instant) -> Verdict:
        """`lines` calls: charged to the agent's hour and the session's day, or refused and charged to neither."""
        agent = self._log("agents", attempt.agent_id)
        session = self._log("sessions", attempt.session_id)
        gates = [
            *attempt.gates,
            _window_gate(attempt.hour, agent, 0, attempt.agent_id, attempt.lines, now),
            _window_gate(attempt.day, session, 0, attempt.session_id, attempt.lines, now),
        ]
        verdict = _judge(gates, now)
        if isinstance(verdict, Admitted):
            agent.charge(now, attempt.lines)
            session.charge(now, attempt.lines)
        return verdict

    def give_back_request(self, user_id: Id, instant: Instant) -> None:
        """Take back a request whose log entry could not be written."""
        self._log("requests", user_id).give_back(instant)

    def give_back_calls(self, agent_id: Id, session_id: Id, instant: Instant, lines: int = 1) -> None:
        """Take back calls charged at `instant`: not placed, or not written to the log."""
        self._log("agents", agent_id).give_back(instant, lines)
        self._log("sessions", session_id).give_back(instant, lines)

    def used(self, limit_id: LimitId, subject: Id, now: Instant) -> int:
        """How much of a windowed limit a subject has used at `now`."""
        kind, index = _PLACE[limit_id]
        log = self._logs[kind].get(subject)
        return log.used(index, now) if log is not None else 0

    def next_free_at(self, limit_id: LimitId, subject: Id, now: Instant) -> Instant | None:
        """When the oldest event leaves the window: the next used slot comes free. None if nothing is used."""
        kind, index = _PLACE[limit_id]
        log = self._logs[kind].get(subject)
        oldest = log.oldest(index, now) if log is not None else None
        return None if oldest is None else oldest + _SPANS[kind][index]

    def call_instants(self, agent_id: Id, edge: Instant) -> list[Instant]:
        """When the agent's calls after `edge` were charged, as far back as its window keeps them."""
        log = self._logs["agents"].get(agent_id)
        return log.since(edge) if log is not None else []

    def restore(self, limit_id: LimitId, charges: Iterable[tuple[Id, list[Instant]]]) -> None:
        """Rebuild the windows that `limit_id` looks at from the log: subject and its instants, oldest first."""
        kind, _ = _PLACE[limit_id]
        logs = self._logs[kind]
        for subject, instants in charges:
            logs[subject] = WindowLog(_SPANS[kind], instants)

    def forget_idle(self, now: Instant) -> int:
        """Drop subjects whose windows are empty, so that memory follows the floor; returns how many."""
        dropped = 0
        for logs in self._logs.values():
            for subject in [subject for subject, log in logs.items() if log.is_idle(now)]:
                del logs[subject]
                dropped += 1
        return dropped

    def _log(self, kind: str, subject: Id) -> WindowLog:
        logs = self._logs[kind]
        log = logs.get(subject)
        if log is None:
            log = logs[subject] = WindowLog(_SPANS[kind])
        return log


def _window_gate(limit: Limit, log: WindowLog, index: int, subject: Id, lines: int, now: Instant) -> Gate:
    used = log.used(index, now)
    if used + lines <= limit.amount:
        return Gate(limit=limit, subject=subject, used=used, closed=False, opens_at=now)
    opens_at = log.frees_at(index, limit.amount - lines, now)
    return Gate(limit=limit, subject=subject, used=used, closed=True, opens_at=opens_at)


def judge(gates: Iterable[Gate], now: Instant) -> Verdict:
    """The verdict on a try that must pass every gate, for tries that charge no window (starting a session)."""
    return _judge(list(gates), now)


def _judge(gates: list[Gate], now: Instant) -> Verdict:
    deciding: Gate | None = None
    warnings: tuple[Warned, ...] = ()
    for gate in gates:
        if not gate.closed:
            continue
        if gate.limit.enforcement is Enforcement.ALERT_ONLY:
            warnings += (Warned(limit=gate.limit, subject=gate.subject, used=gate.used),)
        elif deciding is None or _later(gate, deciding):
            deciding = gate
    if deciding is None:
        return Admitted(at=now, warnings=warnings)
    return Refused(
        limit=deciding.limit, subject=deciding.subject, used=deciding.used, retry_at=deciding.opens_at, at=now
    )


def _later(gate: Gate, other: Gate) -> bool:
    """Never (None) is later than any instant; of two equal ones the first asked decides."""
    if other.opens_at is None:
        return False
    return gate.opens_at is None or gate.opens_at > other.opens_at
