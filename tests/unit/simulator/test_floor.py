"""The real-time driver over real HTTP, fast enough that its hours are milliseconds."""

import asyncio
from urllib.parse import unquote

import pytest

from app.client.dialer import DialerClient
from app.client.dialer_pool import DialerPool
from app.client.dialer_requests import DialerRequest, NextContact, Start, Stop
from app.client.errors import GatewayUnreachable
from app.client.outcomes import AnyOutcome, Limited
from app.simulator.badges import NotAllowed
from app.simulator.crew import make_crew
from app.simulator.floor import simulate
from app.simulator.steps import Brain, Wait
from app.simulator.tally import Counting, Tally
from app.simulator.worker import Worker
from app.wire.operator import Role
from tests.fakes.loopback_engine import Asked, LoopbackEngine
from tests.fakes.loopback_floor import DIALER_PATH, LoopbackFloor
from tests.fakes.strict_floor import StrictFloor
from tests.fakes.wire_answers import limited

FAST = 3_000.0


class Until:
    """Ends a run once enough was asked; keeps every count that it was told."""

    def __init__(self, requests: int, seen: list[Tally]) -> None:
        self._requests = requests
        self._seen = seen

    def __call__(self, tally: Tally) -> bool:
        self._seen.append(tally)
        return tally.requests < self._requests


def run(engine: LoopbackEngine, agents: int = 12, requests: int = 300) -> Tally:
    return simulate(engine.url, "given", agents, 60, FAST, seed=2, on_look=Until(requests, []))


def test_an_admins_floor_works_under_its_agents_names_and_leaves_nothing_behind() -> None:
    world = LoopbackFloor()
    with LoopbackEngine(world.answer) as engine:
        tally = run(engine)
    assert world.names == [member.name for member in make_crew(12, 2)]
    assert world.used == {f"token-badge{number}" for number in range(1, 13)}
    assert world.badges == set()
    assert {desk.status for desk in world.floor.desks.values()} == {"completed"}
    assert tally.left_open == 0
    starts = [request for _, _, request in world.floor.asked if isinstance(request, Start)]
    assert {start.campaign_id for start in starts} == {"spring", "solar"}


def test_the_tally_agrees_with_what_the_engine_saw() -> None:
    world = LoopbackFloor()
    with LoopbackEngine(world.answer) as engine:
        tally = run(engine)
    assert tally.requests == len(world.floor.asked) >= 300
    assert tally.admitted_calls == len(world.floor.calls) > 0
    assert tally.refusals == dict(world.floor.codes)
    assert tally.errors == {}
    assert 0 < tally.p50_ms <= tally.p99_ms


def test_a_dialers_token_is_shared_by_all_and_no_other_is_made() -> None:
    world = LoopbackFloor(role="dialer")
    with LoopbackEngine(world.answer) as engine:
        tally = run(engine)
    assert (world.used, world.names, tally.left_open) == ({"given"}, [], 0)


@pytest.mark.parametrize("role", ["supervisor", "compliance"])
def test_another_role_is_told_what_is_needed(role: Role) -> None:
    with LoopbackEngine(LoopbackFloor(role=role).answer) as engine, pytest.raises(NotAllowed, match=role):
        run(engine)


def refuse_stops(_agent: int, request: DialerRequest, _now: int) -> AnyOutcome | None:
    return Limited(body=limited("api_requests_per_hour", 1_800_000)) if isinstance(request, Stop) else None


def test_sessions_that_agents_may_not_stop_any_more_are_ended_by_the_admin() -> None:
    world = LoopbackFloor(floor=StrictFloor(least_ring=0, trouble=refuse_stops))
    with LoopbackEngine(world.answer) as engine:
        tally = run(engine)
    started = {desk.session_id for desk in world.floor.desks.values() if desk.status in {"active", "paused"}}
    assert {unquote(session_id) for session_id in world.ended} == started
    assert tally.left_open == 0


def test_sessions_that_nobody_may_stop_are_counted() -> None:
    world = LoopbackFloor(role="dialer", floor=StrictFloor(least_ring=0, trouble=refuse_stops))
    with LoopbackEngine(world.answer) as engine:
        tally = run(engine)
    assert tally.left_open == sum(desk.status in {"active", "paused"} for desk in world.floor.desks.values()) > 0


def test_an_engine_that_goes_away_in_the_middle_is_counted_and_not_a_crash() -> None:
    world = LoopbackFloor()

    def dies(asked: Asked) -> bytes | None:
        return None if len(world.floor.asked) > 100 else world.answer(asked)

    with LoopbackEngine(dies) as engine:
        tally = run(engine)
    assert tally.errors["unreachable"] > 0
    assert tally.left_open > 0


def test_without_an_engine_there_is_no_floor() -> None:
    with LoopbackEngine(LoopbackFloor().answer) as engine:
        url = engine.url
    with pytest.raises(GatewayUnreachable):
        simulate(url, "given", 3, 1)


def test_a_run_ends_by_its_seconds_and_tells_how_it_goes() -> None:
    seen: list[Tally] = []
    with LoopbackEngine(LoopbackFloor().answer) as engine:
        tally = simulate(engine.url, "given", 4, 0.3, FAST, seed=2, on_look=Until(10**9, seen))
    assert len(seen) >= 2
    assert seen[-1].requests <= tally.requests


def test_a_request_whose_answer_was_lost_is_repeated_under_the_same_key() -> None:
    world = LoopbackFloor()
    lost: list[bytes] = []

    # Twice, because the pool itself asks once more where a kept connection was closed on it.
    def loses_the_first_contact(asked: Asked) -> bytes | None:
        answer = world.answer(asked)
        if b'"next-contact"' in asked.body and len(lost) < 2:
            lost.append(answer)
            return None
        return answer

    def brain() -> Brain:
        yield Start()
        contact = NextContact(session_id=world.floor.desks[1].session_id)
        yield contact
        yield Wait(seconds=1)
        yield contact
        yield contact

    async def work() -> None:
        pool = DialerPool(engine.url)
        await Worker(brain(), DialerClient(pool, "t"), Counting(), FAST).work()
        await pool.close()

    with LoopbackEngine(loses_the_first_contact) as engine:
        asyncio.run(work())
    sent = [asked.headers["idempotency-key"] for asked in engine.asked if b"next-contact" in asked.body]
    assert len(sent) == 4
    assert sent[0] == sent[1] == sent[2] != sent[3]
    assert {asked.path for asked in engine.asked} == {DIALER_PATH}
