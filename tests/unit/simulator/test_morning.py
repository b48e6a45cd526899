"""The virtual-time driver: order, accounting, and sessions stopped at the end."""

from collections import Counter

from app.client.dialer_requests import DialerRequest, NextContact, Start, Stop
from app.client.outcomes import Answered, AnyOutcome, Limited, Refused
from app.simulator.crew import make_crew
from app.simulator.morning import relive
from tests.fakes.strict_floor import HOUR, MINUTE, StrictFloor
from tests.fakes.wire_answers import refusal

NINE = 1_790_000_000_000_000


def test_time_only_goes_forward_and_stays_inside_the_morning() -> None:
    floor = StrictFloor()
    relive(make_crew(20, 3), floor, NINE, NINE + 2 * HOUR)
    times = [now for now, _, _ in floor.asked]
    assert times == sorted(times)
    assert NINE <= times[0] < NINE + 6 * MINUTE
    assert times[-1] == NINE + 2 * HOUR


def test_the_tally_counts_what_the_engine_said() -> None:
    floor = StrictFloor()
    tally = relive(make_crew(20, 3), floor, NINE, NINE + 2 * HOUR)
    assert tally.requests == len(floor.asked)
    assert tally.admitted_calls == len(floor.calls)
    assert tally.refusals == dict(floor.codes)
    assert (tally.errors, tally.p50_ms, tally.p99_ms, tally.left_open) == ({}, 0.0, 0.0, 0)


def test_every_session_is_stopped_at_the_end() -> None:
    floor = StrictFloor()
    relive(make_crew(20, 3), floor, NINE, NINE + HOUR)
    assert {desk.status for desk in floor.desks.values()} == {"completed"}


def test_sessions_may_stay_open_for_whoever_carries_on() -> None:
    floor = StrictFloor()
    tally = relive(make_crew(20, 3), floor, NINE, NINE + HOUR, stop_sessions=False)
    still_open = sum(desk.status in {"active", "paused"} for desk in floor.desks.values())
    assert tally.left_open == still_open > 0


def test_a_session_that_cannot_be_stopped_is_counted() -> None:
    def no_stop(_agent: int, request: DialerRequest, _now: int) -> AnyOutcome | None:
        return Refused(status=503, body=refusal("unavailable")) if isinstance(request, Stop) else None

    tally = relive(make_crew(5, 3), StrictFloor(trouble=no_stop), NINE, NINE + HOUR)
    assert tally.left_open == 5
    assert tally.errors == {"503 unavailable": 5}


def test_campaigns_are_dealt_in_turn() -> None:
    floor = StrictFloor()
    relive(make_crew(9, 3), floor, NINE, NINE + HOUR, campaign_ids=("spring", "solar", "fiber"))
    dealt = Counter(request.campaign_id for _, _, request in floor.asked if isinstance(request, Start))
    assert dealt.keys() == {"spring", "solar", "fiber"}


def test_a_blocked_floor_hands_out_nothing_and_does_not_run_hot() -> None:
    floor = StrictFloor(hourly=1)
    tally = relive(make_crew(10, 3), floor, NINE, NINE + HOUR)
    assert tally.admitted_calls <= 10
    assert 0 < tally.refusals["calls_per_hour"] < 10 * 400
    refused = [request for _, _, request in floor.asked if isinstance(request, NextContact)]
    assert len(refused) >= tally.refusals["calls_per_hour"]


def test_the_outcomes_reach_the_brain_that_asked() -> None:
    class Remembering(StrictFloor):
        def ask(self, agent: int, request: DialerRequest, now: int) -> AnyOutcome:
            outcome = super().ask(agent, request, now)
            assert isinstance(outcome, Answered | Limited | Refused)
            return outcome

    # StrictFloor raises on any session or call that is another agent's: a mixed-up reply would be seen at once.
    relive(make_crew(50, 8), Remembering(), NINE, NINE + HOUR)
