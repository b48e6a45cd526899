"""What is used, per subject; reserve every limit or none, give back, rebuild.

The decision of the product. Not safe for threads by itself: one loop owns it (`db.usage_memory` adds a lock).
"""

from collections.abc import Iterable

from app.engine.limits import Enforcement, Limit, LimitId
from app.engine.value import DAY, HOUR, MINUTE, Duration, Id, Instant, Value
from app.engine.verdict import Admitted, Refused, Verdict, Warned
from app.engine.windows import NEVER, WindowLog

_ALERT_ONLY = Enforcement.ALERT_ONLY

_Logs = dict[Id, WindowLog]


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
        self._requests: _Logs = {}
        self._agents: _Logs = {}
        self._sessions: _Logs = {}
        self._places: dict[LimitId, tuple[_Logs, Duration, Duration]] = {
            LimitId.API_MINUTE: (self._requests, MINUTE, HOUR),
            LimitId.API_HOUR: (self._requests, HOUR, HOUR),
            LimitId.CALLS_HOUR: (self._agents, HOUR, HOUR),
            LimitId.CALLS_DAY: (self._sessions, DAY, DAY),
        }

    def reserve_request(self, user_id: Id, minute: Limit, hour: Limit, now: Instant) -> Verdict:
        """One API request of one user: charged to both windows, or refused and charged to neither."""
        log = self._requests.get(user_id)
        if log is None:
            log = self._requests[user_id] = WindowLog(HOUR)
        minute_at = log.opens_at(MINUTE, minute.amount - 1)
        hour_at = log.opens_at(HOUR, hour.amount - 1)
        if minute_at <= now and hour_at <= now:
            log.charge(now)
            return Admitted(at=now)
        closed: tuple[Gate, ...] = ()
        if minute_at > now:
            closed = (_closed(minute, user_id, log.used(MINUTE, now), minute_at),)
        if hour_at > now:
            closed += (_closed(hour, user_id, log.used(HOUR, now), hour_at),)
        verdict = judge(closed, now)
        if type(verdict) is Admitted:
            log.charge(now)
        return verdict

    def reserve_calls(self, attempt: CallTry, now: Instant) -> Verdict:
        """`lines` calls: charged to the agent's hour and the session's day, or refused and charged to neither."""
        agent = _log(self._agents, attempt.agent_id, HOUR)
        session = _log(self._sessions, attempt.session_id, DAY)
        verdict = _judge_calls(agent, session, attempt, now)
        if type(verdict) is Admitted:
            agent.charge(now, attempt.lines)
            session.charge(now, attempt.lines)
        return verdict

    def judge_calls(self, attempt: CallTry, now: Instant) -> Verdict:
        """What `reserve_calls` would say; nothing is charged, so that `now` may be any instant to come."""
        agent = self._agents.get(attempt.agent_id) or WindowLog(HOUR)
        session = self._sessions.get(attempt.session_id) or WindowLog(DAY)
        return _judge_calls(agent, session, attempt, now)

    def give_back_request(self, user_id: Id, instant: Instant) -> None:
        """Take back a request whose log entry could not be written."""
        _give_back(self._requests, user_id, instant, 1)

    def give_back_calls(self, agent_id: Id, session_id: Id, instant: Instant, lines: int = 1) -> None:
        """Take back calls charged at `instant`: not placed, or not written to the log."""
        _give_back(self._agents, agent_id, instant, lines)
        _give_back(self._sessions, session_id, instant, lines)

    def used(self, limit_id: LimitId, subject: Id, now: Instant) -> int:
        """How much of a windowed limit a subject has used at `now`."""
        logs, window, _ = self._places[limit_id]
        log = logs.get(subject)
        return log.used(window, now) if log is not None else 0

    def request_use(self, user_id: Id, now: Instant) -> tuple[int, Instant, int, Instant]:
        """A user's requests in the minute and in the hour, each with when the next used slot comes free.

        What `used` and `next_free_at` say of both API limits, in one look: every answer tells it.
        """
        log = self._requests.get(user_id)
        if log is None:
            return 0, now, 0, now
        return *log.use(MINUTE, now), *log.use(HOUR, now)

    def next_free_at(self, limit_id: LimitId, subject: Id, now: Instant) -> Instant | None:
        """When the oldest event leaves the window: the next used slot comes free. None if nothing is used."""
        logs, window, _ = self._places[limit_id]
        log = logs.get(subject)
        oldest = log.oldest(window, now) if log is not None else None
        return None if oldest is None else oldest + window

    def call_instants(self, agent_id: Id, edge: Instant) -> list[Instant]:
        """When the agent's calls after `edge` were charged, as far back as its window keeps them."""
        log = self._agents.get(agent_id)
        return log.since(edge) if log is not None else []

    def restore(self, limit_id: LimitId, charges: Iterable[tuple[Id, list[Instant]]]) -> None:
        """Rebuild the windows that `limit_id` looks at from the log: subject and its instants, oldest first."""
        logs, _, longest = self._places[limit_id]
        for subject, instants in charges:
            logs[subject] = WindowLog(longest, instants)

    def forget_idle(self, now: Instant) -> int:
        """Drop subjects whose windows are empty, so that memory follows the floor; returns how many."""
        dropped = 0
        for logs in (self._requests, self._agents, self._sessions):
            idle = [subject for subject, log in logs.items() if log.is_idle(now)]
            for subject in idle:
                del logs[subject]
            dropped += len(idle)
        return dropped


def _log(logs: _Logs, subject: Id, longest: Duration) -> WindowLog:
    log = logs.get(subject)
    if log is None:
        log = logs[subject] = WindowLog(longest)
    return log


def _judge_calls(agent: WindowLog, session: WindowLog, attempt: CallTry, now: Instant) -> Verdict:
    agent_id, session_id, lines, gates = attempt.agent_id, attempt.session_id, attempt.lines, attempt.gates
    hour_at = agent.opens_at(HOUR, attempt.hour.amount - lines)
    day_at = session.opens_at(DAY, attempt.day.amount - lines)
    if hour_at > now:
        gates += (_closed(attempt.hour, agent_id, agent.used(HOUR, now), hour_at),)
    if day_at > now:
        gates += (_closed(attempt.day, session_id, session.used(DAY, now), day_at),)
    return judge(gates, now)


def _give_back(logs: _Logs, subject: Id, instant: Instant, times: int) -> None:
    log = logs.get(subject)
    if log is not None:
        log.give_back(instant, times)


def _closed(limit: Limit, subject: Id, used: int, opens_at: Instant) -> Gate:
    return Gate(limit=limit, subject=subject, used=used, closed=True, opens_at=None if opens_at == NEVER else opens_at)


def judge(gates: Iterable[Gate], now: Instant) -> Verdict:
    """The verdict on a try that must pass every gate: the closed gate that opens last decides.

    By itself it serves tries that charge no window (starting a session).
    """
    deciding: Gate | None = None
    warnings: tuple[Warned, ...] = ()
    for gate in gates:
        if not gate.closed:
            continue
        if gate.limit.enforcement is _ALERT_ONLY:
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
