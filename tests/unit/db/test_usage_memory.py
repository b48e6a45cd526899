"""Threads race for the last slots, switched as often as the interpreter can."""

import sys
import threading
from collections.abc import Callable, Iterator

import pytest

from app.engine.limits import Enforcement, Limit, LimitId
from app.engine.ports import UsageStore
from app.engine.usage import CallTry
from app.engine.value import HOUR, MINUTE, SECOND
from app.engine.verdict import Admitted, Refused, Verdict
from db.usage_memory import MemoryUsageStore

NOW = 1_700_000_000 * SECOND
THREADS = 64


def limit(limit_id: LimitId, amount: int) -> Limit:
    return Limit(limit_id=limit_id, amount=amount, enforcement=Enforcement.ENFORCE, source="system")


MINUTE_60 = limit(LimitId.API_MINUTE, 60)
HOUR_500 = limit(LimitId.API_HOUR, 500)
HOUR_60 = limit(LimitId.CALLS_HOUR, 60)
DAY_800 = limit(LimitId.CALLS_DAY, 800)


@pytest.fixture(autouse=True)
def threads_switch_all_the_time() -> Iterator[None]:
    """Without this a thread runs 5 ms at a stretch, and a race that is there is hardly ever run."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def race(ask: Callable[[int], list[Verdict]]) -> list[Verdict]:
    """What all threads were told, each asking with its number, all let go at once."""
    barrier, verdicts = threading.Barrier(THREADS), list[Verdict]()

    def run(number: int) -> None:
        barrier.wait()
        verdicts.extend(ask(number))

    threads = [threading.Thread(target=run, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return verdicts


def admitted(verdicts: list[Verdict]) -> int:
    return sum(isinstance(verdict, Admitted) for verdict in verdicts)


def test_of_400_requests_from_64_threads_exactly_60_are_admitted() -> None:
    store: UsageStore = MemoryUsageStore()
    verdicts = race(lambda _: [store.reserve_request("ada", MINUTE_60, HOUR_500, NOW) for _ in range(7)])
    assert len(verdicts) == 7 * THREADS
    assert admitted(verdicts) == 60
    refused = [verdict for verdict in verdicts if isinstance(verdict, Refused)]
    assert {(verdict.used, verdict.retry_at) for verdict in refused} == {(60, NOW + MINUTE)}


def test_another_user_does_not_notice() -> None:
    store = MemoryUsageStore()
    others = list[Verdict]()

    def ask(number: int) -> list[Verdict]:
        if number < 60:
            others.append(store.reserve_request("bob", MINUTE_60, HOUR_500, NOW))
        return [store.reserve_request("ada", MINUTE_60, HOUR_500, NOW) for _ in range(7)]

    assert admitted(race(ask)) == 60
    assert admitted(others) == 60


def test_batches_never_pass_the_hour_and_charge_both_windows_alike() -> None:
    store = MemoryUsageStore()
    attempt = CallTry(agent_id="ada", session_id="morning", hour=HOUR_60, day=DAY_800, lines=7)
    verdicts = race(lambda _: [store.reserve_calls(attempt, NOW) for _ in range(3)])
    assert admitted(verdicts) == 60 // 7
    assert store.usage.used(LimitId.CALLS_HOUR, "ada", NOW) == 56
    assert store.usage.used(LimitId.CALLS_DAY, "morning", NOW) == 56


def test_what_is_given_back_amid_the_race_is_free_again_and_nothing_is_lost() -> None:
    store = MemoryUsageStore()
    attempt = CallTry(agent_id="ada", session_id="morning", hour=HOUR_60, day=DAY_800)

    def ask(number: int) -> list[Verdict]:
        verdicts = [store.reserve_calls(attempt, NOW + number) for _ in range(20)]
        for _ in range(admitted(verdicts)):
            store.give_back_calls("ada", "morning", NOW + number)
        return verdicts

    verdicts = race(ask)
    assert admitted(verdicts) >= 60
    assert store.usage.used(LimitId.CALLS_HOUR, "ada", NOW + HOUR - 1) == 0
    assert [type(store.reserve_calls(attempt, NOW + HOUR)) for _ in range(61)] == [Admitted] * 60 + [Refused]


def test_requests_given_back_by_many_threads_leave_nothing_behind() -> None:
    store = MemoryUsageStore()

    def ask(number: int) -> list[Verdict]:
        verdict = store.reserve_request("ada", MINUTE_60, HOUR_500, NOW + number)
        if isinstance(verdict, Admitted):
            store.give_back_request("ada", NOW + number)
        return [verdict]

    race(ask)
    assert store.usage.used(LimitId.API_HOUR, "ada", NOW + THREADS) == 0
