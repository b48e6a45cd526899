"""The engine against the naive oracle, through any story of requests, calls, edits, give-backs and restarts."""

from collections.abc import Callable
from copy import deepcopy

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.engine.limits import Enforcement, Limit, LimitId
from app.engine.pacing import Pace, gap_gate
from app.engine.usage import CallTry, Gate, Usage
from app.engine.value import DAY, HOUR, MINUTE, SECOND, Id, Instant, seconds_until
from app.engine.verdict import Admitted, Refused, Verdict
from tests.fakes.usage_oracle import WINDOWS, NaiveUsage

START = 1_700_000_000 * SECOND
SUBJECTS = ("ada", "bob")
SESSIONS = ("morning", "evening")
STEPS = (0, 1, SECOND - 1, SECOND, 2 * SECOND, 20 * SECOND, MINUTE, 20 * MINUTE, HOUR, 7 * HOUR, DAY)
EDITABLE = (*WINDOWS, LimitId.CALLS_GAP)
SMALL = {LimitId.API_MINUTE: 2, LimitId.API_HOUR: 4, LimitId.CALLS_HOUR: 3, LimitId.CALLS_DAY: 5, LimitId.CALLS_GAP: 2}

subjects = st.sampled_from(SUBJECTS)
paces = st.sampled_from([0, SECOND, 2 * SECOND - 1, 2 * SECOND, MINUTE])
enforcements = st.sampled_from([Enforcement.ENFORCE, Enforcement.ENFORCE, Enforcement.ALERT_ONLY])


def limit_of(limit_id: LimitId, amount: int, enforcement: Enforcement = Enforcement.ENFORCE) -> Limit:
    return Limit(limit_id=limit_id, amount=amount, enforcement=enforcement, source="system")


Ask = Callable[[Instant], Verdict]


class UsageStory(RuleBasedStateMachine):
    """Each step is told to both; each answer must be the same value, to the microsecond."""

    def __init__(self) -> None:
        super().__init__()
        self.now = START
        self.usage = Usage()
        self.naive = NaiveUsage()
        self.limits: dict[LimitId, Limit] = {}
        self.last: dict[Id, tuple[Instant, Instant | None]] = {}
        self.calls: list[tuple[Id, Id, Instant, int]] = []
        self.requests: list[tuple[Id, Instant]] = []

    @initialize()
    def set_limits(self) -> None:
        self.limits = {limit_id: limit_of(limit_id, amount) for limit_id, amount in SMALL.items()}

    @rule(step=st.sampled_from(STEPS))
    def wait(self, step: int) -> None:
        self.now += step

    @precondition(lambda self: self.naive.events)
    @rule(data=st.data(), short_by=st.sampled_from([0, 1]))
    def wait_for_an_edge(self, data: st.DataObject, short_by: int) -> None:
        event = data.draw(st.sampled_from(self.naive.events))
        self.now = max(self.now, event.at + WINDOWS[event.limit_id] - short_by)

    @rule(limit_id=st.sampled_from(EDITABLE), amount=st.integers(0, 6), enforcement=enforcements)
    def edit(self, limit_id: LimitId, amount: int, enforcement: Enforcement) -> None:
        self.limits[limit_id] = limit_of(limit_id, amount, enforcement)

    @rule(user=subjects, times=st.integers(1, 3))
    def ask_for_requests(self, user: Id, times: int) -> None:
        for _ in range(times):
            self.ask_for_a_request(user, self.limits[LimitId.API_MINUTE], self.limits[LimitId.API_HOUR])

    @rule(
        agent=subjects, session=st.sampled_from(SESSIONS), lines=st.sampled_from([1, 1, 1, 2, 4]), pace=st.lists(paces)
    )
    def ask_for_calls(self, agent: Id, session: Id, lines: int, pace: list[int]) -> None:
        for step in (*pace, 0):
            self.ask_for_a_call(agent, session, lines)
            self.now += step

    @precondition(lambda self: self.last)
    @rule(data=st.data())
    def end_a_call(self, data: st.DataObject) -> None:
        agent = data.draw(st.sampled_from(sorted(self.last)))
        self.last[agent] = (self.last[agent][0], self.now)

    @precondition(lambda self: self.calls)
    @rule(data=st.data())
    def give_calls_back(self, data: st.DataObject) -> None:
        agent, session, at, lines = self.calls.pop(data.draw(st.integers(0, len(self.calls) - 1)))
        self.usage.give_back_calls(agent, session, at, lines)
        self.naive.give_back_calls(agent, session, at, lines)

    @precondition(lambda self: self.requests)
    @rule(data=st.data())
    def give_a_request_back(self, data: st.DataObject) -> None:
        user, at = self.requests.pop(data.draw(st.integers(0, len(self.requests) - 1)))
        self.usage.give_back_request(user, at)
        self.naive.give_back_request(user, at)

    @rule(forget_old=st.booleans())
    def restart(self, forget_old: bool) -> None:
        self.usage = Usage()
        for limit_id in (LimitId.API_HOUR, LimitId.CALLS_HOUR, LimitId.CALLS_DAY):
            edge = self.now - WINDOWS[limit_id] if forget_old else 0
            charges = [(who, self.naive.instants(limit_id, who)) for who in (*SUBJECTS, *SESSIONS)]
            self.usage.restore(limit_id, [(who, [at for at in times if at > edge]) for who, times in charges])

    @rule()
    def forget_idle(self) -> None:
        self.usage.forget_idle(self.now)

    @invariant()
    def counts_are_the_same(self) -> None:
        for limit_id, window in WINDOWS.items():
            for who in SESSIONS if limit_id is LimitId.CALLS_DAY else SUBJECTS:
                assert self.usage.used(limit_id, who, self.now) == self.naive.count(limit_id, who, self.now)
                oldest = self.naive.oldest(limit_id, who, self.now)
                assert self.usage.next_free_at(limit_id, who, self.now) == (oldest and oldest + window)

    @invariant()
    def the_last_hour_is_the_same(self) -> None:
        edge = self.now - HOUR
        for agent in SUBJECTS:
            naive = [at for at in self.naive.instants(LimitId.CALLS_HOUR, agent) if at > edge]
            assert self.usage.call_instants(agent, edge) == naive

    def ask_for_a_request(self, user: Id, minute: Limit, hour: Limit) -> None:
        before = deepcopy(self.usage)
        verdict = self.usage.reserve_request(user, minute, hour, self.now)
        assert verdict == self.naive.reserve_request(user, minute, hour, self.now)
        if isinstance(verdict, Admitted):
            self.requests.append((user, self.now))
        else:
            self.check_retry(verdict, lambda at: before.reserve_request(user, minute, hour, at))

    def ask_for_a_call(self, agent: Id, session: Id, lines: int) -> None:
        before = deepcopy(self.usage)
        verdict = self.usage.reserve_calls(self.attempt(agent, session, lines, self.now), self.now)
        gap = self.naive.gap(self.limits[LimitId.CALLS_GAP], agent, self.last_of(agent))
        attempt = self.attempt(agent, session, lines, self.now)
        assert verdict == self.naive.reserve_calls(attempt, [gap], self.now)
        if isinstance(verdict, Admitted):
            self.calls.append((agent, session, self.now, lines))
            self.last[agent] = (self.now, None)
        else:
            self.check_retry(verdict, lambda at: before.reserve_calls(self.attempt(agent, session, lines, at), at))

    def attempt(self, agent: Id, session: Id, lines: int, now: Instant) -> CallTry:
        hour, day = self.limits[LimitId.CALLS_HOUR], self.limits[LimitId.CALLS_DAY]
        return CallTry(
            agent_id=agent, session_id=session, hour=hour, day=day, lines=lines, gates=(self.gap(agent, now),)
        )

    def gap(self, agent: Id, now: Instant) -> Gate:
        handed_out, ended = self.last.get(agent, (None, None))
        return gap_gate(self.limits[LimitId.CALLS_GAP], agent, Pace(handed_out_at=handed_out, ended_at=ended), now)

    def last_of(self, agent: Id) -> Instant | None:
        handed_out, ended = self.last.get(agent, (None, None))
        return handed_out if ended is None else ended

    def check_retry(self, refusal: Refused, ask: Ask) -> None:
        """A second before `Retry-After` the same try is refused; at it, admitted. Asked of the usage before the try."""
        if refusal.retry_at is None:
            assert isinstance(ask(self.now + 366 * DAY), Refused)
            return
        wait = seconds_until(refusal.retry_at, self.now)
        assert wait >= 1
        assert isinstance(ask(self.now + (wait - 1) * SECOND), Refused)
        assert isinstance(ask(refusal.retry_at - 1), Refused)
        assert isinstance(ask(self.now + wait * SECOND), Admitted)


TestUsageStory = UsageStory.TestCase
TestUsageStory.settings = settings(max_examples=100, stateful_step_count=50)
