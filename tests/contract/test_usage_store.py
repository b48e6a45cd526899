"""What every usage store promises: exact windows, all or nothing, give-back; one of them forgets all but the log."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.engine.calls import Call
from app.engine.events import CallGivenBack
from app.engine.limits import Enforcement, Limit, LimitId
from app.engine.ports import UsageStore
from app.engine.usage import CallTry, Usage
from app.engine.value import DAY, HOUR, MINUTE, SECOND, Id, Instant
from app.engine.verdict import Admitted, Refused, Verdict
from app.ids import new_id
from db.packing import pack
from db.rebuild import rebuild
from db.usage_memory import MemoryUsageStore
from tests.fakes.log_folder import T0, LogFolder

USER, OTHER = new_id(T0), new_id(T0)


class RebuiltUsageStore:
    """Reads its windows back from the SQLite log before each question, as a restart in between would."""

    def __init__(self, log: LogFolder) -> None:
        self._log = log
        self._calls: list[Call] = []

    def reserve_request(self, user_id: Id, minute: Limit, hour: Limit, now: Instant) -> Verdict:
        verdict = self._usage(now).reserve_request(user_id, minute, hour, now)
        if isinstance(verdict, Admitted):
            self._log.request(now, user_id)
        return verdict

    def reserve_calls(self, attempt: CallTry, now: Instant) -> Verdict:
        verdict = self._usage(now).reserve_calls(attempt, now)
        if isinstance(verdict, Admitted):
            who = {"agent_id": attempt.agent_id, "session_id": attempt.session_id}
            self._calls += [self._log.call(now, **who) for _ in range(attempt.lines)]
        return verdict

    def give_back_request(self, user_id: Id, instant: Instant) -> None:
        """A request that could not be logged is not in the log."""
        self._log.connection.execute(
            "DELETE FROM api_rate_limits WHERE number = (SELECT max(number) FROM api_rate_limits"
            " WHERE user_id = ? AND created_at = ?)",
            (pack(user_id), instant),
        )

    def give_back_calls(self, agent_id: Id, session_id: Id, instant: Instant, lines: int = 1) -> None:
        place = (agent_id, session_id, instant)
        found = [call for call in self._calls if (call.agent_id, call.session_id, call.created_at) == place][:lines]
        for call in found:
            self._calls.remove(call)
            self._log.write(CallGivenBack(call=call, at=instant))

    def _usage(self, now: Instant) -> Usage:
        return rebuild(self._log.connection, now).usage


@pytest.fixture(params=["memory", "rebuilt from the log"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[UsageStore]:
    if request.param == "memory":
        yield MemoryUsageStore()
        return
    log = LogFolder(tmp_path)
    log.agent("Bob")
    yield RebuiltUsageStore(log)
    log.close()


@pytest.fixture
def agent(store: UsageStore, request: pytest.FixtureRequest) -> Id:
    return store._log.agent_id if isinstance(store, RebuiltUsageStore) else new_id(T0)


def limit(limit_id: LimitId, amount: int, enforcement: Enforcement = Enforcement.ENFORCE) -> Limit:
    return Limit(limit_id=limit_id, amount=amount, enforcement=enforcement, source="system")


def ask(store: UsageStore, now: Instant, minute: int = 3, hour: int = 5, user: Id = USER) -> Instant | None:
    """None if it is admitted, else when it would be."""
    verdict = store.reserve_request(user, limit(LimitId.API_MINUTE, minute), limit(LimitId.API_HOUR, hour), now)
    return verdict.retry_at if isinstance(verdict, Refused) else None


def call(store: UsageStore, agent: Id, now: Instant, session: Id, lines: int = 1, **amounts: int) -> Verdict:
    attempt = CallTry(
        agent_id=agent,
        session_id=session,
        hour=limit(LimitId.CALLS_HOUR, amounts.get("hour", 4)),
        day=limit(LimitId.CALLS_DAY, amounts.get("day", 6)),
        lines=lines,
    )
    return store.reserve_calls(attempt, now)


def test_a_window_is_open_at_its_old_end_and_closed_at_its_new_one(store: UsageStore) -> None:
    for step in range(3):
        assert ask(store, T0 + step) is None
    assert ask(store, T0 + 3) == T0 + MINUTE
    assert ask(store, T0 + MINUTE - 1) == T0 + MINUTE
    assert ask(store, T0 + MINUTE) is None
    assert ask(store, T0 + MINUTE) == T0 + MINUTE + 1


def test_of_two_windows_the_later_decides(store: UsageStore) -> None:
    for step in range(5):
        assert ask(store, T0 + step * 21 * SECOND) is None
    assert ask(store, T0 + 85 * SECOND) == T0 + HOUR
    assert ask(store, T0 + HOUR - 1) == T0 + HOUR
    assert ask(store, T0 + HOUR) is None


def test_users_are_apart_and_refusals_cost_nothing(store: UsageStore) -> None:
    for step in range(10):
        ask(store, T0 + step)
    assert ask(store, T0 + 11, user=OTHER) is None
    assert ask(store, T0 + MINUTE + 2) is None
    assert ask(store, T0 + MINUTE + 2) is None
    assert ask(store, T0 + MINUTE + 3) == T0 + HOUR, "five were admitted, not twelve"


def test_a_request_given_back_was_never_made(store: UsageStore) -> None:
    for step in (0, 0, 1):
        assert ask(store, T0 + step) is None
    store.give_back_request(USER, T0)
    assert ask(store, T0 + 2) is None
    assert ask(store, T0 + 3) == T0 + MINUTE


def test_a_batch_is_charged_whole_to_hour_and_day_or_not_at_all(store: UsageStore, agent: Id) -> None:
    morning, evening = new_id(T0), new_id(T0)
    assert isinstance(call(store, agent, T0, morning, lines=3), Admitted)
    refused = call(store, agent, T0 + 1, morning, lines=2)
    assert isinstance(refused, Refused)
    assert (refused.limit.limit_id, refused.used, refused.retry_at) == (LimitId.CALLS_HOUR, 3, T0 + HOUR)
    assert isinstance(call(store, agent, T0 + 1, morning), Admitted)
    assert isinstance(call(store, agent, T0 + 2, evening), Refused), "the hour is the agent's"
    assert isinstance(call(store, agent, T0 + HOUR, morning, lines=2), Admitted)
    refused = call(store, agent, T0 + HOUR + 1, morning)
    assert isinstance(refused, Refused)
    assert (refused.limit.limit_id, refused.retry_at) == (LimitId.CALLS_DAY, T0 + DAY)
    assert isinstance(call(store, agent, T0 + HOUR + 1, evening), Admitted), "the day is the session's"


def test_calls_given_back_free_both_windows(store: UsageStore, agent: Id) -> None:
    session = new_id(T0)
    assert isinstance(call(store, agent, T0, session, lines=4, day=4), Admitted)
    store.give_back_calls(agent, session, T0, 2)
    assert isinstance(call(store, agent, T0 + 1, session, lines=3, day=4), Refused)
    assert isinstance(call(store, agent, T0 + 1, session, lines=2, day=4), Admitted)
    store.give_back_calls(agent, session, T0 + 7)
    assert isinstance(call(store, agent, T0 + 2, session, day=4), Refused), "nothing was charged at that instant"


def test_an_edit_keeps_what_was_used(store: UsageStore, agent: Id) -> None:
    session = new_id(T0)
    for step in range(4):
        call(store, agent, T0 + step, session)
    refused = call(store, agent, T0 + 5, session, hour=2)
    assert isinstance(refused, Refused)
    assert (refused.used, refused.retry_at) == (4, T0 + 2 + HOUR)
    assert isinstance(call(store, agent, T0 + 5, session, hour=5), Admitted)
    blocked = call(store, agent, T0 + 2 * HOUR, session, hour=0)
    assert isinstance(blocked, Refused)
    assert blocked.retry_at is None


def test_an_alert_only_limit_counts_on(store: UsageStore) -> None:
    minute = limit(LimitId.API_MINUTE, 1, Enforcement.ALERT_ONLY)
    hour = limit(LimitId.API_HOUR, 3)
    verdicts = [store.reserve_request(USER, minute, hour, T0 + step) for step in range(4)]
    assert [len(verdict.warnings) for verdict in verdicts if isinstance(verdict, Admitted)] == [0, 1, 1]
    assert isinstance(verdicts[3], Refused)
