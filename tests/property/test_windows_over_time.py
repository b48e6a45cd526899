"""What must hold over a whole run, counted afterwards from every admission."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.limits import Enforcement, Limit, LimitId
from app.engine.usage import CallTry, Usage
from app.engine.value import DAY, HOUR, MINUTE, SECOND, Id, Instant, seconds_until
from app.engine.verdict import Admitted, Refused
from app.engine.windows import WindowLog

START = 1_700_000_000 * SECOND

Tries = list[tuple[Id, int]]
"""Who asks, and how many microseconds after the try before."""

tries_of_three = st.lists(
    st.tuples(st.sampled_from(["ada", "bob", "eve"]), st.one_of(st.integers(0, 40 * SECOND), st.just(0))),
    max_size=150,
)


def limit_of(limit_id: LimitId, amount: int, enforcement: Enforcement = Enforcement.ENFORCE) -> Limit:
    return Limit(limit_id=limit_id, amount=amount, enforcement=enforcement, source="system")


def worst(instants: list[Instant], window: int) -> int:
    """The most events that any window (t - W, t] ever held: it is fullest when it ends at an event."""
    return max((sum(1 for at in instants if end - window < at <= end) for end in instants), default=0)


def admissions(usage: Usage, tries: Tries, minute: Limit, hour: Limit) -> dict[Id, list[Instant]]:
    now, admitted = START, dict[Id, list[Instant]]()
    for user, later in tries:
        now += later
        if isinstance(usage.reserve_request(user, minute, hour, now), Admitted):
            admitted.setdefault(user, []).append(now)
    return admitted


@settings(max_examples=300)
@given(tries=tries_of_three, per_minute=st.integers(0, 9), per_hour=st.integers(0, 30))
def test_no_window_is_ever_over_its_limit(tries: Tries, per_minute: int, per_hour: int) -> None:
    minute, hour = limit_of(LimitId.API_MINUTE, per_minute), limit_of(LimitId.API_HOUR, per_hour)
    for instants in admissions(Usage(), tries, minute, hour).values():
        assert worst(instants, MINUTE) <= per_minute
        assert worst(instants, HOUR) <= per_hour


@given(tries=tries_of_three, per_minute=st.integers(1, 9))
def test_each_subject_has_its_windows_to_itself(tries: Tries, per_minute: int) -> None:
    minute, hour = limit_of(LimitId.API_MINUTE, per_minute), limit_of(LimitId.API_HOUR, 30)
    together = admissions(Usage(), tries, minute, hour)
    for user in ("ada", "bob", "eve"):
        # The others' tries still let time pass, but are not made.
        now, alone, usage = START, list[Instant](), Usage()
        for other, later in tries:
            now += later
            if other == user and isinstance(usage.reserve_request(user, minute, hour, now), Admitted):
                alone.append(now)
        assert together.get(user, []) == alone


@settings(max_examples=300)
@given(
    steps=st.lists(st.integers(0, 3 * SECOND), min_size=1, max_size=120),
    lags=st.lists(st.integers(0, 5 * SECOND), min_size=1, max_size=120),
    amount=st.integers(1, 8),
)
def test_tries_that_arrive_out_of_order_never_overfill_a_window(steps: list[int], lags: list[int], amount: int) -> None:
    """Two threads may read the clock in one order and reach the lock in the other."""
    usage, now, admitted = Usage(), START, list[Instant]()
    minute, hour = limit_of(LimitId.API_MINUTE, amount), limit_of(LimitId.API_HOUR, 50)
    for place, step in enumerate(steps):
        now += step
        at = now - lags[place % len(lags)]
        if isinstance(usage.reserve_request("ada", minute, hour, at), Admitted):
            admitted.append(at)
    assert worst(admitted, MINUTE) <= amount
    assert worst(admitted, HOUR) <= 50


def test_a_client_that_never_stops_gets_every_slot_and_no_more() -> None:
    """500 an hour for three hours is 1,500, however hard it asks: 60 in each first minute, then none for long."""
    usage, now, admitted = Usage(), START, list[Instant]()
    minute, hour = limit_of(LimitId.API_MINUTE, 60), limit_of(LimitId.API_HOUR, 500)
    while now < START + 3 * HOUR:
        verdict = usage.reserve_request("ada", minute, hour, now)
        if isinstance(verdict, Admitted):
            admitted.append(now)
            continue
        assert verdict.retry_at is not None
        now += seconds_until(verdict.retry_at, now) * SECOND
    assert len(admitted) == 1_500
    assert worst(admitted, HOUR) == 500
    assert worst(admitted, MINUTE) == 60
    assert all(before <= after for before, after in pairwise(admitted))


@given(st.lists(st.tuples(st.integers(0, 90 * SECOND), st.integers(1, 5)), max_size=60))
def test_an_alert_only_limit_counts_and_warns_and_never_refuses(tries: list[tuple[int, int]]) -> None:
    usage, now, charged = Usage(), START, list[Instant]()
    hour = limit_of(LimitId.CALLS_HOUR, 3, Enforcement.ALERT_ONLY)
    day = limit_of(LimitId.CALLS_DAY, 10_000)
    for later, lines in tries:
        now += later
        attempt = CallTry(agent_id="ada", session_id="morning", hour=hour, day=day, lines=lines)
        used = sum(1 for at in charged if at > now - HOUR)
        verdict = usage.reserve_calls(attempt, now)
        charged += [now] * lines
        assert isinstance(verdict, Admitted)
        assert [(warned.used, warned.limit) for warned in verdict.warnings] == [(used, hour)] * (used + lines > 3)
        assert usage.used(LimitId.CALLS_HOUR, "ada", now) == used + lines


@given(amounts=st.tuples(st.integers(0, 5), st.integers(0, 5)), lines=st.integers(1, 4), tries=st.integers(6, 30))
def test_a_refusal_charges_neither_the_hour_nor_the_day(amounts: tuple[int, int], lines: int, tries: int) -> None:
    usage = Usage()
    hour, day = limit_of(LimitId.CALLS_HOUR, amounts[0]), limit_of(LimitId.CALLS_DAY, amounts[1])
    for number in range(tries):
        before = usage_of_both(usage, START + number)
        attempt = CallTry(agent_id="ada", session_id="morning", hour=hour, day=day, lines=lines)
        verdict = usage.reserve_calls(attempt, START + number)
        charged = 0 if isinstance(verdict, Refused) else lines
        assert usage_of_both(usage, START + number) == (before[0] + charged, before[1] + charged)
    assert usage.used(LimitId.CALLS_HOUR, "ada", START + tries) == min(amounts) // lines * lines


def usage_of_both(usage: Usage, now: Instant) -> tuple[int, int]:
    return usage.used(LimitId.CALLS_HOUR, "ada", now), usage.used(LimitId.CALLS_DAY, "morning", now)


Deeds = list[tuple[str, int, int]]
deeds = st.lists(
    st.tuples(
        st.sampled_from(["charge", "charge", "charge", "late", "give back"]), st.integers(0, 30), st.integers(1, 40)
    ),
    max_size=80,
)


@settings(max_examples=150)
@given(deeds)
def test_a_log_that_forgets_answers_as_one_that_does_not(deeds: Deeds) -> None:
    """Charges in and out of order, given back, and so many that the log is compacted again and again."""
    log, every, now = WindowLog(100), list[Instant](), 1_000
    for deed, number, times in deeds:
        if deed == "give back" and every:
            at = every[-1 - number % len(every)]
            assert log.give_back(at, times) == min(times, every.count(at)) or at <= now - 100
            every = sorted(every)
            for _ in range(min(times, every.count(at))):
                every.remove(at)
        else:
            now += number if deed == "charge" else 0
            at = now if deed == "charge" else now - number
            log.charge(at, times)
            every = sorted([*every, *[at] * times])
        for window in (10, 100):
            assert log.used(window, now) == sum(1 for at in every if at > now - window)
            for room in range(0, len(every), 7):
                opens_at = log.opens_at(window, room)
                assert (opens_at > now) == (log.used(window, now) > room)
                if opens_at > now:
                    assert opens_at == every[-1 - room] + window
        assert log.since(now - 100) == [at for at in every if at > now - 100]
        assert log.is_idle(now) == (not log.since(now - 100))


@given(st.integers(1, 3_000), st.integers(1, 400))
def test_memory_is_bounded_by_twice_the_fullest_window(charges: int, window: int) -> None:
    log, most = WindowLog(window), 0
    for now in range(charges):
        log.charge(now)
        assert log.used(window, now) == min(now + 1, window)
        most = max(most, log.used(window, now))
        assert len(log._instants) <= max(64, 2 * most) + 1


def test_a_day_of_a_subject_that_never_stops_stays_small() -> None:
    """Alert-only lets a log grow past any amount; what has left the longest window is forgotten all the same."""
    usage = Usage()
    minute = limit_of(LimitId.API_MINUTE, 0, Enforcement.ALERT_ONLY)
    hour = limit_of(LimitId.API_HOUR, 10_000_000, Enforcement.ALERT_ONLY)
    for second in range(0, DAY // SECOND, 2):
        usage.reserve_request("ada", minute, hour, START + second * SECOND)
    assert usage.used(LimitId.API_HOUR, "ada", START + DAY - 2 * SECOND) == 1_800
    assert len(usage._requests["ada"]._instants) <= 2 * 1_800 + 1
