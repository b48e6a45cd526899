"""The decision of the product, as a dialogue: ask, admitted; ask again, refused; wait, admitted."""

import pytest

from app.engine.limits import Enforcement, Limit, LimitId
from app.engine.pacing import Pace, gap_gate
from app.engine.usage import CallTry, Gate, Usage, judge
from app.engine.value import DAY, HOUR, MINUTE, SECOND, Instant
from app.engine.verdict import Admitted, Refused, Verdict, Warned

T = 1_700_000_000 * SECOND
ENFORCE, ALERT = Enforcement.ENFORCE, Enforcement.ALERT_ONLY


def limit(limit_id: LimitId, amount: int, enforcement: Enforcement = ENFORCE) -> Limit:
    return Limit(limit_id=limit_id, amount=amount, enforcement=enforcement, source="system")


MINUTE_60 = limit(LimitId.API_MINUTE, 60)
HOUR_500 = limit(LimitId.API_HOUR, 500)
HOUR_100 = limit(LimitId.CALLS_HOUR, 100)
DAY_800 = limit(LimitId.CALLS_DAY, 800)


class Dialer:
    """One agent in one session, with the limits of the moment."""

    def __init__(self, hour: Limit = HOUR_100, day: Limit = DAY_800) -> None:
        self.usage = Usage()
        self.hour = hour
        self.day = day

    def call(self, now: Instant, lines: int = 1, gates: tuple[Gate, ...] = (), session: str = "morning") -> Verdict:
        attempt = CallTry(agent_id="ada", session_id=session, hour=self.hour, day=self.day, lines=lines, gates=gates)
        return self.usage.reserve_calls(attempt, now)

    def used(self, now: Instant) -> tuple[int, int]:
        hour = self.usage.used(LimitId.CALLS_HOUR, "ada", now)
        return hour, self.usage.used(LimitId.CALLS_DAY, "morning", now)


def test_sixty_a_minute_then_refused_until_the_first_is_a_minute_old() -> None:
    usage = Usage()
    for number in range(60):
        assert usage.reserve_request("ada", MINUTE_60, HOUR_500, T + number) == Admitted(at=T + number)
    early = usage.reserve_request("ada", MINUTE_60, HOUR_500, T + MINUTE - 1)
    assert early == Refused(limit=MINUTE_60, subject="ada", used=60, retry_at=T + MINUTE, at=T + MINUTE - 1)
    assert isinstance(usage.reserve_request("bob", MINUTE_60, HOUR_500, T + MINUTE - 1), Admitted)
    assert isinstance(usage.reserve_request("ada", MINUTE_60, HOUR_500, T + MINUTE), Admitted)
    assert isinstance(usage.reserve_request("ada", MINUTE_60, HOUR_500, T + MINUTE), Refused)


def test_when_minute_and_hour_refuse_the_later_decides() -> None:
    usage, minute, hour = Usage(), limit(LimitId.API_MINUTE, 2), limit(LimitId.API_HOUR, 2)
    for _ in range(2):
        usage.reserve_request("ada", minute, hour, T)
    verdict = usage.reserve_request("ada", minute, hour, T + 1)
    assert verdict == Refused(limit=hour, subject="ada", used=2, retry_at=T + HOUR, at=T + 1)


def test_of_two_that_free_at_once_the_first_asked_decides() -> None:
    dialer = Dialer(hour=limit(LimitId.CALLS_HOUR, 0), day=limit(LimitId.CALLS_DAY, 0))
    verdict = dialer.call(T)
    assert isinstance(verdict, Refused)
    assert (verdict.limit.limit_id, verdict.retry_at, verdict.code) == (LimitId.CALLS_HOUR, None, "calls_per_hour")


def test_of_two_gates_that_open_at_one_instant_the_first_decides_too() -> None:
    gap, hour = limit(LimitId.CALLS_GAP, 2), limit(LimitId.CALLS_HOUR, 1)
    gates = [Gate(limit=one, subject="ada", used=1, closed=True, opens_at=T + HOUR) for one in (gap, hour)]
    for first, second in (gates, gates[::-1]):
        verdict = judge([first, second], T)
        assert isinstance(verdict, Refused)
        assert verdict.limit is first.limit


@pytest.mark.parametrize(("minute", "hour"), [(0, 500), (60, 0)])
def test_zero_blocks_and_waiting_does_not_help(minute: int, hour: int) -> None:
    limits = limit(LimitId.API_MINUTE, minute), limit(LimitId.API_HOUR, hour)
    verdict = Usage().reserve_request("ada", *limits, T)
    assert isinstance(verdict, Refused)
    assert (verdict.limit, verdict.used, verdict.retry_at) == (limits[minute > 0], 0, None)


def test_a_cut_from_100_to_80_with_90_used_refuses_until_11_have_left() -> None:
    dialer = Dialer()
    for number in range(90):
        assert isinstance(dialer.call(T + number * SECOND), Admitted)
    dialer.hour = limit(LimitId.CALLS_HOUR, 80)
    verdict = dialer.call(T + 90 * SECOND)
    eleventh = T + 10 * SECOND
    assert verdict == Refused(limit=dialer.hour, subject="ada", used=90, retry_at=eleventh + HOUR, at=T + 90 * SECOND)
    assert isinstance(dialer.call(eleventh + HOUR - 1), Refused)
    assert isinstance(dialer.call(eleventh + HOUR), Admitted)
    assert isinstance(dialer.call(eleventh + HOUR), Refused)


def test_a_raise_opens_only_what_was_added() -> None:
    dialer = Dialer(hour=limit(LimitId.CALLS_HOUR, 2))
    assert [type(dialer.call(T)) for _ in range(3)] == [Admitted, Admitted, Refused]
    dialer.hour = limit(LimitId.CALLS_HOUR, 3)
    assert [type(dialer.call(T)) for _ in range(2)] == [Admitted, Refused]


def test_each_line_is_charged_and_a_batch_is_all_or_nothing() -> None:
    dialer = Dialer(hour=limit(LimitId.CALLS_HOUR, 5))
    assert isinstance(dialer.call(T, lines=3), Admitted)
    verdict = dialer.call(T + SECOND, lines=3)
    assert isinstance(verdict, Refused)
    assert (verdict.used, verdict.retry_at) == (3, T + HOUR)
    assert dialer.used(T + SECOND) == (3, 3)
    assert isinstance(dialer.call(T + SECOND, lines=2), Admitted)


def test_more_lines_than_the_limit_will_never_fit() -> None:
    verdict = Dialer(hour=limit(LimitId.CALLS_HOUR, 5)).call(T, lines=6)
    assert isinstance(verdict, Refused)
    assert (verdict.used, verdict.retry_at) == (0, None)


def test_the_days_limit_is_of_the_session_and_the_hours_of_the_agent() -> None:
    dialer = Dialer(hour=limit(LimitId.CALLS_HOUR, 3), day=limit(LimitId.CALLS_DAY, 2))
    assert [type(dialer.call(T)) for _ in range(3)] == [Admitted, Admitted, Refused]
    assert isinstance(dialer.call(T, session="evening"), Admitted)
    assert isinstance(dialer.call(T, session="evening"), Refused)


def test_the_days_slot_comes_back_after_a_day_to_the_microsecond() -> None:
    dialer = Dialer(day=limit(LimitId.CALLS_DAY, 1))
    dialer.call(T)
    verdict = dialer.call(T + DAY - 1)
    assert isinstance(verdict, Refused)
    assert (verdict.limit, verdict.retry_at) == (dialer.day, T + DAY)
    assert isinstance(dialer.call(T + DAY), Admitted)


def test_gap_hour_and_day_refuse_together_and_charge_nothing() -> None:
    dialer = Dialer(hour=limit(LimitId.CALLS_HOUR, 1))
    dialer.call(T)
    gap = gap_gate(limit(LimitId.CALLS_GAP, 2), "ada", Pace(handed_out_at=T), T + SECOND)
    verdict = dialer.call(T + SECOND, gates=(gap,))
    assert isinstance(verdict, Refused)
    assert (verdict.limit.limit_id, verdict.retry_at) == (LimitId.CALLS_HOUR, T + HOUR)
    assert dialer.used(T + SECOND) == (1, 1)


def test_a_closed_gap_alone_refuses_and_charges_nothing() -> None:
    dialer, gap = Dialer(), limit(LimitId.CALLS_GAP, 2)
    verdict = dialer.call(T + 1, gates=(gap_gate(gap, "ada", Pace(handed_out_at=T), T + 1),))
    assert verdict == Refused(limit=gap, subject="ada", used=1, retry_at=T + 2 * SECOND, at=T + 1)
    assert dialer.used(T + 1) == (0, 0)


def test_alert_only_charges_and_warns_with_what_was_used_before() -> None:
    hour = limit(LimitId.CALLS_HOUR, 1, ALERT)
    dialer = Dialer(hour=hour)
    assert dialer.call(T) == Admitted(at=T)
    assert dialer.call(T) == Admitted(at=T, warnings=(Warned(limit=hour, subject="ada", used=1),))
    assert dialer.used(T) == (2, 2)


def test_alert_only_does_not_soften_another_limit() -> None:
    dialer = Dialer(hour=limit(LimitId.CALLS_HOUR, 0, ALERT), day=limit(LimitId.CALLS_DAY, 1))
    assert isinstance(dialer.call(T), Admitted)
    verdict = dialer.call(T)
    assert isinstance(verdict, Refused)
    assert (verdict.limit, verdict.retry_at) == (dialer.day, T + DAY)


def test_both_api_limits_alert_only_warn_in_order() -> None:
    minute, hour = limit(LimitId.API_MINUTE, 0, ALERT), limit(LimitId.API_HOUR, 0, ALERT)
    verdict = Usage().reserve_request("ada", minute, hour, T)
    assert isinstance(verdict, Admitted)
    assert [warned.limit for warned in verdict.warnings] == [minute, hour]


def test_what_is_given_back_can_be_used_again() -> None:
    dialer = Dialer(hour=limit(LimitId.CALLS_HOUR, 3))
    dialer.call(T, lines=3)
    dialer.usage.give_back_calls("ada", "morning", T, lines=2)
    assert dialer.used(T) == (1, 1)
    assert isinstance(dialer.call(T, lines=2), Admitted)


def test_a_request_given_back_frees_both_windows() -> None:
    usage, minute = Usage(), limit(LimitId.API_MINUTE, 1)
    usage.reserve_request("ada", minute, HOUR_500, T)
    usage.give_back_request("ada", T)
    assert usage.used(LimitId.API_HOUR, "ada", T) == 0
    assert isinstance(usage.reserve_request("ada", minute, HOUR_500, T), Admitted)


def test_giving_back_for_someone_unknown_changes_nothing() -> None:
    usage = Usage()
    usage.give_back_request("eve", T)
    usage.give_back_calls("eve", "night", T)
    assert usage.forget_idle(T) == 0


def test_the_next_slot_is_that_of_the_oldest_call() -> None:
    dialer = Dialer()
    assert dialer.usage.next_free_at(LimitId.CALLS_HOUR, "ada", T) is None
    dialer.call(T)
    dialer.call(T + MINUTE)
    assert dialer.usage.next_free_at(LimitId.CALLS_HOUR, "ada", T + MINUTE) == T + HOUR
    assert dialer.usage.next_free_at(LimitId.CALLS_HOUR, "ada", T + HOUR) == T + HOUR + MINUTE
    assert dialer.usage.next_free_at(LimitId.CALLS_DAY, "morning", T + HOUR) == T + DAY
    assert dialer.usage.call_instants("ada", T) == [T + MINUTE]
    assert dialer.usage.call_instants("eve", T) == []


def test_a_restart_gives_the_same_answers() -> None:
    first, second = Usage(), Usage()
    for number in range(60):
        first.reserve_request("ada", MINUTE_60, HOUR_500, T + number)
    second.restore(LimitId.API_HOUR, [("ada", [T + number for number in range(60)])])
    for now in (T + 60, T + MINUTE - 1, T + MINUTE):
        verdicts = [usage.reserve_request("ada", MINUTE_60, HOUR_500, now) for usage in (first, second)]
        assert verdicts[0] == verdicts[1]


def test_memory_follows_the_floor() -> None:
    dialer = Dialer()
    dialer.call(T)
    dialer.usage.reserve_request("ada", MINUTE_60, HOUR_500, T)
    assert dialer.usage.forget_idle(T + HOUR - 1) == 0
    assert dialer.usage.forget_idle(T + HOUR) == 2
    assert dialer.used(T + HOUR) == (0, 1)
    assert dialer.usage.forget_idle(T + DAY) == 1


def test_a_try_that_passes_no_limit_is_admitted() -> None:
    assert judge([], T) == Admitted(at=T)
