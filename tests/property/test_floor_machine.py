"""The whole engine with its journal against the naive floor, through any story of dialers, operators and accidents.

5,000 steps here; `python -m tests.proof.model` goes on for 100,000.
"""

import os

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.engine.calls import CallStatus
from app.engine.limits import LimitId
from app.engine.value import DAY, HOUR, MINUTE, SECOND, Duration, Id
from tests.fakes.floor_story import FloorStory, Line
from tests.fakes.naive_records import NaiveSession
from tests.fakes.naive_rules import DEFAULTS, Setting
from tests.fakes.story_edits import FloorEdits
from tests.fakes.story_end import hold_the_floor, hold_the_log
from tests.fakes.story_lines import DialerLines

STEPS = (0, 1, SECOND - 1, SECOND, 2 * SECOND, 3 * SECOND, 20 * SECOND, 45 * SECOND, MINUTE, 20 * MINUTE, HOUR)
LEAPS = (2 * HOUR, 7 * HOUR, 8 * HOUR, DAY - 1, DAY, 2 * DAY)
MODES = ("preview", "power", "predictive")
WORDS = ("answered", "no_answer", "interested", "callback", "callback", "do_not_call", "wrong_number", "converted")
USERS = tuple(f"{tenant}/{name}" for tenant in ("Acme", "Acme", "Birch", "Cedar") for name in ("ann", "bob"))
SMALL: dict[str, tuple[int | None, ...]] = {
    "api.minute": (0, 3, 20, 60, None),
    "api.hour": (0, 12, 500, 500, None),
    "calls.hour": (0, 1, 2, 4, None),
    "calls.day": (0, 3, 6, 800, None),
    "calls.gap": (0, 2, 30, 3_600, None),
    "sessions.active": (0, 1, 2, 5, None),
    "session.age": (60, 600, 3_600, 36_000, None),
}
FIELDS: dict[str, tuple[Setting, ...]] = {
    "mode": MODES,
    "maxCallsPerHour": (0, 1, 2, 3, None),
    "callTimeout": (15, 30, 600),
    "autoDialDelay": (0, 1, 3, 60, 3_600),
    "enforcement": ("enforce", "alert-only"),
}
picks = st.integers(0, 1_000)
ENDS = (
    ("ringing", "answered", "completed", "interested"),
    ("ringing", "no_answer"),
    ("no_answer",),
    ("answered", "callback"),
    ("not_placed",),
    ("ringing", "busy"),
)
users = st.sampled_from(USERS)
seldom = st.integers(0, 9).map(lambda dice: dice == 9)


class FloorMachine(RuleBasedStateMachine):
    """Each rule is one step. What is picked is a number, so that a story can be told again."""

    def __init__(self) -> None:
        super().__init__()
        self.story = FloorStory()
        self.naive = self.story.naive
        self.says = DialerLines(self.story)
        self.edits = FloorEdits(self.story)
        self.tiers: list[Id | None] = []

    @initialize(
        hour=st.sampled_from((2, 4)), day=st.sampled_from((5, 800)), gap=st.sampled_from((0, 2)), age=st.booleans()
    )
    def set_limits(self, hour: int, day: int, gap: int, age: bool) -> None:
        self.tiers = [None, self.edits.make_tier("Gold"), self.edits.make_tier("Lead")]
        amounts = {"calls.hour": hour, "calls.day": day, "calls.gap": gap, "session.age": 3_600 if age else 28_800}
        for limit, amount in amounts.items():
            self.edits.limit_scope("system", None, limit, amount, enforced=True)
        for user in ("Acme/ann", "Acme/bob", "Birch/ann", "Cedar/bob"):
            self.story.tell(self.says.begin(user, None, None))

    @rule(step=st.sampled_from(STEPS))
    def wait(self, step: Duration) -> None:
        self.story.machine.pass_time(step)

    @rule(step=st.sampled_from(LEAPS), really=seldom)
    def leap(self, step: Duration, really: bool) -> None:
        self.story.machine.pass_time(step if really else SECOND)

    @rule(pick=picks, off=st.sampled_from((-1, 0, 0, 1)))
    def wait_for_an_edge(self, pick: int, off: int) -> None:
        edges = self.naive.edges(self.story.now)
        if edges:
            ahead = edges[pick % min(len(edges), 8)] + off - self.story.now
            self.story.machine.pass_time(max(0, ahead))

    @rule(user=users, mode=st.sampled_from((None, *MODES)), pick=st.integers(-3, 5))
    def start(self, user: str, mode: str | None, pick: int) -> None:
        tenant_id = self.story.user(user).tenant_id
        agents = [agent_id for agent_id, agent in self.naive.rules.agents.items() if agent.tenant == tenant_id]
        self.story.tell(self.says.begin(user, mode, agents[pick] if 0 <= pick < len(agents) else None))

    @rule(
        pick=picks,
        mode=st.sampled_from((None, None, None, "predictive")),
        lines=st.sampled_from((None, 1, 2, 5)),
        rests=st.lists(st.sampled_from((0, 1, SECOND, 2 * SECOND - 1, 2 * SECOND, 30 * SECOND)), max_size=4),
    )
    def dial(self, pick: int, mode: str | None, lines: int | None, rests: list[Duration]) -> None:
        session = self._session(pick)
        for rest in (*rests, 0):
            self.story.tell(self._dial(session, mode, lines))
            self.story.machine.pass_time(rest)

    @rule(pick=picks, rings=st.sampled_from((SECOND, 20 * SECOND, 41 * SECOND)), ends=st.sampled_from(ENDS))
    def work(self, pick: int, rings: Duration, ends: tuple[str, ...]) -> None:
        """One call of a dialer as it should be: handed out, rung, talked, told."""
        session, before = self._session(pick), len(self.naive.calls)
        self.story.tell(self._dial(session, None, 2))
        for call_id in list(self.naive.calls)[before:]:
            for word in ends:
                self.story.machine.pass_time(rings)
                user = self._user_of(session.tenant, pick)
                if word in WORDS:
                    self.story.tell(self.says.dispose(user, call_id, word, None, named=True))
                else:
                    self.story.tell(self.says.report(user, call_id, word))

    @precondition(lambda self: self.naive.calls)
    @rule(pick=picks, status=st.sampled_from([status.value for status in CallStatus]))
    def report(self, pick: int, status: str) -> None:
        self.story.tell(self._report(pick, status))

    @precondition(lambda self: self.naive.calls)
    @rule(pick=picks)
    def give_back(self, pick: int) -> None:
        self.story.tell(self._report(pick, "not_placed"))

    @precondition(lambda self: self.naive.calls)
    @rule(pick=picks, word=st.sampled_from(WORDS), due=st.sampled_from((None, 0, MINUTE, HOUR)), named=st.booleans())
    def dispose(self, pick: int, word: str, due: Duration | None, named: bool) -> None:
        call_id, user = self._call(pick)
        due_in = due if word == "callback" else None
        self.story.tell(self.says.dispose(user, call_id, word, due_in, named=named))

    @rule(pick=picks, how=st.sampled_from(("pause", "resume", "end")))
    def move(self, pick: int, how: str) -> None:
        session = self._session(pick)
        self.story.tell(self.says.move(self._user_of(session.tenant, pick), session.id, how))

    @rule(user=users, times=st.integers(1, 6))
    def ask_often(self, user: str, times: int) -> None:
        for _ in range(times):
            self.story.tell(self.says.look(user))

    @rule(user=users, pick=picks)
    def reach_across(self, user: str, pick: int) -> None:
        session = self._session(pick)
        self.story.tell(self.says.dial(user, session.id, None, None))
        if self.naive.calls:
            self.story.tell(self.says.report(user, self._call(pick)[0], "not_placed"))

    @rule(picked=st.lists(picks, min_size=2, max_size=5), seed=picks)
    def all_at_once(self, picked: list[int], seed: int) -> None:
        self.story.tell(*self._mixed(picked, seed))

    @rule(picked=st.lists(picks, min_size=1, max_size=4), seed=picks, dies=st.booleans(), reboots=st.booleans())
    def lose_what_was_not_written(self, picked: list[int], seed: int, dies: bool, reboots: bool) -> None:
        lines = self._mixed(picked, seed)
        if not dies:
            self.story.tell_a_broken_log(*lines)
            return
        self.story.die_over(*lines)
        self.edits.restart("kill", reboots=reboots)

    @precondition(lambda self: self.naive.rules.agents)
    @rule(pick=picks, field=st.sampled_from(sorted(FIELDS)), value=picks, lasts=st.sampled_from((None, MINUTE, HOUR)))
    def limit_an_agent(self, pick: int, field: str, value: int, lasts: Duration | None) -> None:
        agents = list(self.naive.rules.agents)
        self.edits.limit_agent(agents[pick % len(agents)], field, FIELDS[field][value % len(FIELDS[field])], lasts)

    @rule(
        scope=st.sampled_from(("tenant", "tenant", "tier", "system")),
        pick=picks,
        limit=st.sampled_from(sorted(SMALL)),
        value=picks,
        enforced=st.sampled_from((True, True, False)),
    )
    def limit_a_scope(self, scope: str, pick: int, limit: str, value: int, enforced: bool) -> None:
        tenants = list(self.story.world.admins)
        scope_id = {"tenant": tenants[pick % len(tenants)], "tier": self.tiers[1 + pick % 2]}.get(scope)
        amount = SMALL[limit][value % len(SMALL[limit])]
        self.edits.limit_scope(scope, scope_id, limit, amount, enforced=enforced)

    @rule(pick=picks, tier=st.integers(0, 2))
    def move_a_tenant(self, pick: int, tier: int) -> None:
        tenants = list(self.story.world.admins)
        self.edits.move_tenant(tenants[pick % len(tenants)], self.tiers[tier])

    @rule(job=st.sampled_from(("expire", "lost calls", "idle", "forget")))
    def run_a_job(self, job: str) -> None:
        self.edits.sweep(job)

    @rule(how=st.sampled_from(("close", "kill")), reboots=st.booleans())
    def restart(self, how: str, reboots: bool) -> None:
        self.edits.restart(how, reboots=reboots)
        hold_the_log(self.story, replayed=False)

    @rule(by=st.sampled_from((-DAY, -HOUR, -1, 1, HOUR, DAY)))
    def set_the_wall_clock(self, by: Duration) -> None:
        self.story.machine.wall += by

    @invariant()
    def the_floor_is_what_happened(self) -> None:
        hold_the_floor(self.story)

    def teardown(self) -> None:
        try:
            self.story.engine.flush()
            hold_the_log(self.story, replayed=True)
        finally:
            self.story.close()

    def _session(self, pick: int) -> NaiveSession:
        """A session, most often one that lives; where none does one is asked for."""
        naive, now = self.naive, self.story.now
        live = [one for one in naive.sessions.values() if naive.state(one, now) == "active"]
        if not live:
            self.story.tell(self.says.begin(USERS[pick % len(USERS)], None, None))
        sessions = list(naive.sessions.values())
        found = live if live and pick % 8 else sessions
        return found[-1 - pick % min(len(found), 6)]

    def _call(self, pick: int) -> tuple[Id, str]:
        calls = list(self.naive.calls.values())
        call = calls[-1 - pick % min(len(calls), 8)]
        return call.id, self._user_of(call.tenant, pick)

    def _user_of(self, tenant_id: Id, pick: int) -> str:
        names = [name for name, identity in self.story.world.users.items() if identity.tenant_id == tenant_id]
        return names[pick % len(names)]

    def _dial(self, session: NaiveSession, mode: str | None, lines: int | None) -> Line:
        return self.says.dial(self._user_of(session.tenant, len(self.naive.calls)), session.id, mode, lines)

    def _report(self, pick: int, status: str) -> Line:
        call_id, user = self._call(pick)
        return self.says.report(user, call_id, status)

    def _mixed(self, picked: list[int], seed: int) -> list[Line]:
        """Tries of several dialers: hand-outs for the most part, and slots that are given back."""
        lines = [self._dial(self._session(pick), None, None) for pick in picked]
        if self.naive.calls and seed % 3 == 0:
            lines.insert(seed % len(lines), self._report(seed, "not_placed"))
        return lines


assert set(SMALL) == set(DEFAULTS) == {limit.value for limit in LimitId}

TestFloorMachine = FloorMachine.TestCase
TestFloorMachine.settings = settings(
    max_examples=int(os.environ.get("DIALFLOOR_STORIES", "50")), stateful_step_count=100, derandomize=True
)
