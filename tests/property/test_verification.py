"""Whatever the engine admits, the verifier finds kept; whatever it refuses, planted in the log, is found."""

from hypothesis import given
from hypothesis import strategies as st

from app.engine.limits import LimitId
from app.engine.log_rows import LoggedAgent, LoggedCharge, LoggedEdit, LoggedLimits, LoggedRequest, LoggedSession
from app.engine.pacing import Pace, gap_gate
from app.engine.usage import CallTry, Usage
from app.engine.value import HOUR, MINUTE, SECOND, Instant
from app.engine.verdict import Admitted, Refused, Verdict
from app.reports.limit_history import LimitHistory, id_of
from app.reports.replay import Offence
from app.reports.verification import first_offence, verify
from tests.fakes.memory_log import MemoryLog

TENANT, USER, SESSION = b"t" * 16, b"u" * 16, b"s" * 16
AGENTS = (b"a" * 16, b"b" * 16)
T0: Instant = 1_000 * HOUR
STEPS = st.sampled_from([0, 1, SECOND - 1, SECOND, 2 * SECOND, 7 * MINUTE, 20 * MINUTE, HOUR - 1, HOUR])


class Floor:
    """A floor that asks the engine and logs what it admits."""

    def __init__(self, edits: list[tuple[Instant, int]]) -> None:
        logged = [
            LoggedEdit(number, at, "agent", AGENTS[0], "maxCallsPerHour", before, after)
            for number, (at, before, after) in enumerate(_steps(edits), 1)
        ]
        now = edits[-1][1] if edits else 6
        agents = [
            LoggedAgent(agent, TENANT, "Ann", {"maxCallsPerHour": amount, "autoDialDelay": 1})
            for agent, amount in zip(AGENTS, (now, 4), strict=True)
        ]
        self.limits = LoggedLimits(logged, agents, {})
        self.history = LimitHistory(self.limits)
        self.log = MemoryLog(self.limits)
        self.log.started.append(LoggedSession(T0, SESSION, TENANT, T0 + 8 * HOUR, None))
        self.usage = Usage()
        self.paces: dict[bytes, Pace] = {}
        self.number = 0

    def ask(self, now: Instant, agent: bytes, lines: int) -> Verdict:
        book = self.history.books_at(now)[-1]
        tenant_id, agent_id = id_of(TENANT), id_of(agent)
        gap = gap_gate(book.limit(LimitId.CALLS_GAP, tenant_id, agent_id), agent_id, self.pace(agent), now)
        attempt = CallTry(
            agent_id=agent_id,
            session_id=id_of(SESSION),
            hour=book.limit(LimitId.CALLS_HOUR, tenant_id, agent_id),
            day=book.limit(LimitId.CALLS_DAY, tenant_id, agent_id),
            lines=lines,
            gates=(gap,),
        )
        return self.usage.reserve_calls(attempt, now)

    def pace(self, agent: bytes) -> Pace:
        return self.paces.get(agent, Pace())

    def write(self, now: Instant, agent: bytes, lines: int, lasted: Instant | None, returned: Instant | None) -> None:
        """Log a batch; its calls ended and were given back so long after they were handed out."""
        for _ in range(lines):
            self.number += 1
            self.log.called.append(
                LoggedCharge(
                    created_at=now,
                    id=self.number.to_bytes(16, "big"),
                    tenant_id=TENANT,
                    agent_id=agent,
                    session_id=SESSION,
                    ended_at=None if lasted is None else now + lasted,
                    closed_by="dialer",
                    given_back_at=None if returned is None else now + returned,
                )
            )

    def broken(self) -> Offence | None:
        return first_offence(list(verify(self.log)))


def _steps(edits: list[tuple[Instant, int]]) -> list[tuple[Instant, int, int]]:
    before = 6
    steps = []
    for at, after in edits:
        steps.append((at, before, after))
        before = after
    return steps


TRIES = st.lists(st.tuples(STEPS, st.sampled_from(AGENTS), st.integers(1, 3), st.booleans()), min_size=1, max_size=40)
EDITS = st.lists(st.tuples(st.integers(0, 6 * HOUR), st.integers(0, 8)), max_size=4).map(
    lambda edits: sorted((T0 + at, amount) for at, amount in edits)
)


@given(TRIES, EDITS)
def test_what_the_engine_admits_is_kept_and_the_first_try_it_refuses_is_found(
    tries: list[tuple[int, bytes, int, bool]], edits: list[tuple[Instant, int]]
) -> None:
    floor = Floor(edits)
    now, last = T0, T0 + 8 * HOUR - 1
    refused: list[tuple[Instant, bytes, int, Refused]] = []
    for step, agent, lines, placed in tries:
        now += step
        if now > last:
            break
        verdict = floor.ask(now, agent, lines)
        if isinstance(verdict, Refused):
            refused.append((now, agent, lines, verdict))
            continue
        floor.write(now, agent, lines, None, None if placed else 0)
        if not placed:
            floor.usage.give_back_calls(id_of(agent), id_of(SESSION), now, lines)
        floor.paces[agent] = Pace(handed_out_at=now, ended_at=None)
    assert floor.broken() is None
    # What shares its microsecond with an edit or with a batch of its agent cannot be told from what was admitted.
    shared = {at for at, _ in edits} | {call.created_at for call in floor.log.called}
    for at, agent, lines, verdict in [one for one in refused if one[0] not in shared][:1]:
        floor.write(at, agent, lines, None, None)
        found = floor.broken()
        assert found is not None
        assert (found.at, found.rule) == (at, verdict.limit.limit_id.value)


@given(st.lists(st.sampled_from([0, 1, SECOND, MINUTE // 60 - 1, MINUTE, HOUR - MINUTE]), min_size=1, max_size=300))
def test_requests_that_the_engine_admits_are_kept_and_one_that_it_refuses_is_found(steps: list[int]) -> None:
    floor = Floor([])
    usage, now = Usage(), T0
    refused: Instant | None = None
    for number, step in enumerate(steps):
        now += step
        book = floor.history.books_at(now)[-1]
        minute, hour = book.limit(LimitId.API_MINUTE, id_of(TENANT)), book.limit(LimitId.API_HOUR, id_of(TENANT))
        if isinstance(usage.reserve_request(id_of(USER), minute, hour, now), Admitted):
            floor.log.asked.append(LoggedRequest(now, number, TENANT, USER))
        elif refused is None:
            refused = now
    assert floor.broken() is None
    if refused is not None:
        floor.log.asked.append(LoggedRequest(refused, len(steps), TENANT, USER))
        found = floor.broken()
        assert found is not None
        assert found.rule == "api.minute"
