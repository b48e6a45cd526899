"""A simulated agent's day: always the same for a seed, always sensible, whatever the engine says."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.client.dialer_requests import DialerRequest, NextContact, Resume, Start, Status, Stop
from app.client.outcomes import Answered, AnyOutcome, Limited, Refused, Unreachable
from app.simulator.crew import brain_of, make_crew
from app.simulator.morning import relive
from app.simulator.presence import OpenSession
from app.simulator.steps import Brain, Step, Wait
from tests.fakes.strict_floor import HOUR, SECOND, StrictFloor
from tests.fakes.wire_answers import SESSION_ID, handed_out, limited, refusal, started, status_answer

ANSWER_LOST = Unreachable(sentence="gone")


def work(floor: StrictFloor, agents: int = 30, seed: int = 1, hours: float = 3) -> StrictFloor:
    relive(make_crew(agents, seed), floor, 0, round(hours * HOUR))
    return floor


def next_request(brain: Brain, reply: AnyOutcome | None = None) -> tuple[DialerRequest, float]:
    """The brain's next request after `reply`, and the seconds that it waited before."""
    waited = 0.0
    step: Step = next(brain) if reply is None else brain.send(reply)
    while isinstance(step, Wait):
        waited += step.seconds
        step = brain.send(None)
    return step, waited


def power_brain() -> Brain:
    """The brain of an obedient agent that dials one line at a time."""
    crew = make_crew(200, 1)
    member = next(one for one in crew if one.habits.mode == "power" and one.habits.obedience == 0.95)
    return brain_of(member, None, 60.0)


def started_brain() -> Brain:
    brain = power_brain()
    request, _ = next_request(brain)
    assert isinstance(request, Start)
    request, _ = next_request(brain, Answered(answer=started()))
    assert request == NextContact(session_id=SESSION_ID)
    return brain


def test_the_same_seed_lives_the_same_day_and_another_does_not() -> None:
    first, again, other = (work(StrictFloor(), seed=seed).asked for seed in (5, 5, 6))
    assert first == again
    assert first != other


def test_a_larger_crew_begins_with_the_same_people() -> None:
    assert make_crew(500, 9)[:40] == make_crew(40, 9)


def test_a_thousand_agents_have_a_thousand_names() -> None:
    assert len({member.name for member in make_crew(1_000, 1)}) == 1_000


def test_a_morning_makes_only_sensible_requests_and_a_plausible_floor() -> None:
    floor = work(StrictFloor(hourly=100_000), agents=60)
    endings = Counter(call.status for call in floor.calls.values())
    live = endings["completed"] + endings["abandoned"]
    assert 0.12 < live / endings.total() < 0.35
    assert 0 < endings["abandoned"] / live < 0.06
    assert {"no_answer", "voicemail", "busy", "failed", "not_placed"} <= endings.keys()
    said = {call.disposition for call in floor.calls.values()}
    assert {"interested", "not_interested", "converted", "callback", "do_not_call", "wrong_number"} <= said
    per_hour = endings.total() / 60 / 3
    assert 30 < per_hour < 120


def test_fast_agents_reach_a_hundred_calls_an_hour_and_impatient_ones_the_api_limit() -> None:
    floor = work(StrictFloor(), agents=60)
    assert floor.codes["calls_per_hour"] > 50
    assert floor.codes["api_requests_per_minute"] > 0


def test_no_agent_spins_without_letting_time_pass() -> None:
    floor = work(StrictFloor(), agents=60)
    at_once = Counter((now, agent) for now, agent, _ in floor.asked)
    assert max(at_once.values()) <= 8


OUTCOMES: tuple[AnyOutcome, ...] = (
    Limited(body=limited("calls_per_hour", 30)),
    Limited(body=limited("active_sessions", None)),
    Limited(body=limited("session_expired", None)),
    Refused(status=503, body=refusal("unavailable", 1)),
    Refused(status=409, body=refusal("conflict")),
    Refused(status=404, body=refusal("not_found")),
    Unreachable(sentence="gone"),
)


@settings(max_examples=25)
@given(st.integers(0, 10_000), st.floats(0.0, 0.6))
def test_whatever_goes_wrong_requests_stay_sensible_and_time_passes(seed: int, rate: float) -> None:
    dice = Random(seed)

    def trouble(_agent: int, _request: DialerRequest, _now: int) -> AnyOutcome | None:
        return dice.choice(OUTCOMES) if dice.random() < rate else None

    # A start whose answer was lost leaves a session: the floor then refuses another, as an engine may.
    floor = work(StrictFloor(trouble=trouble), agents=4, seed=seed, hours=2)
    assert len(floor.asked) < 4 * 2 * 3_600


@pytest.mark.parametrize("status", [400, 401, 403])
def test_an_agent_that_the_engine_will_not_have_goes_home(status: int) -> None:
    brain = power_brain()
    next_request(brain)
    with pytest.raises(StopIteration):
        next_request(brain, Refused(status=status, body=refusal("forbidden")))


def test_an_agent_waits_out_a_refusal() -> None:
    request, waited = next_request(started_brain(), Limited(body=limited("calls_per_hour", 300)))
    assert request == NextContact(session_id=SESSION_ID)
    assert 300 < waited <= 301.5


def test_a_lost_answer_is_asked_again_a_little_later() -> None:
    request, waited = next_request(started_brain(), ANSWER_LOST)
    assert request == NextContact(session_id=SESSION_ID)
    assert waited >= 1.0


def test_an_expired_session_is_looked_at_and_another_is_started() -> None:
    brain = started_brain()
    request, _ = next_request(brain, Limited(body=limited("session_expired", None)))
    assert request == Status(session_id=SESSION_ID)
    request, _ = next_request(brain, Answered(answer=status_answer(SESSION_ID, "expired")))
    assert isinstance(request, Start)


def test_an_agent_whose_session_a_supervisor_paused_sits_and_looks_until_it_is_resumed() -> None:
    brain = started_brain()
    conflict = Refused(status=409, body=refusal("conflict"))
    assert next_request(brain, conflict)[0] == Status(session_id=SESSION_ID)
    for _ in range(3):
        request, waited = next_request(brain, Answered(answer=status_answer(SESSION_ID, "paused")))
        assert request == Status(session_id=SESSION_ID)
        assert waited >= 20
    request, _ = next_request(brain, Answered(answer=status_answer(SESSION_ID, "active")))
    assert request == NextContact(session_id=SESSION_ID)


def test_an_empty_queue_is_asked_again_after_a_while() -> None:
    request, waited = next_request(started_brain(), Answered(answer=handed_out([])))
    assert request == NextContact(session_id=SESSION_ID)
    assert waited >= 20


def test_predictive_agents_ask_for_lines_and_others_do_not() -> None:
    floor = work(StrictFloor(), agents=60, hours=1)
    crew = make_crew(60, 1)
    for _, agent, request in floor.asked:
        if isinstance(request, NextContact):
            predictive = crew[agent].habits.mode == "predictive"
            assert (request.lines is not None) is predictive
    assert {member.habits.mode for member in crew} == {"power", "preview", "predictive"}


def test_agents_take_breaks_and_go_home_for_a_while_over_a_day() -> None:
    floor = work(StrictFloor(), agents=10, hours=9)
    kinds = Counter(type(request).__name__ for _, _, request in floor.asked)
    assert kinds["Pause"] >= 20
    assert kinds["Resume"] >= 20
    assert kinds["Stop"] > 10
    assert kinds["Start"] > 15
    assert all(isinstance(request, Stop) for now, _, request in floor.asked if now == 9 * HOUR)
    assert SECOND < floor.now <= 9 * HOUR


def test_an_agent_goes_on_with_the_session_that_an_earlier_run_left_open() -> None:
    crew = make_crew(1, 1)
    working = brain_of(crew[0], None, 5.0, OpenSession(id=SESSION_ID, is_paused=False))
    resting = brain_of(crew[0], None, 5.0, OpenSession(id=SESSION_ID, is_paused=True))
    first, _ = next_request(working)
    assert isinstance(first, NextContact)
    assert first.session_id == SESSION_ID
    assert next_request(resting)[0] == Resume(session_id=SESSION_ID)
