"""What alerts cost a decision: hearing of its facts, and the longest look that the loop spends between two decisions.

1,000 agents under full load, 200 of them near their limits: `python -m tests.bench.alert_looks`. The yardstick is the
decision itself in the same run: a call reserved in memory, which is the least that a decision can cost.
"""

import asyncio
import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.bootstrap.engine import Engine
from app.clock import ManualClock
from app.controller.floor import Floor
from app.engine import events
from app.engine.calls import Call
from app.engine.people import Agent, Tenant
from app.engine.sessions import Session
from app.engine.usage import CallTry
from app.engine.value import HOUR, MINUTE, SECOND, Id, Instant
from app.ids import new_id
from db.folder import Folder
from db.open import prepare
from tests.bench.decisions import CALLS_DAY, CALLS_HOUR
from tests.bench.report import goal, heading, say

T0: Instant = 1_790_000_000 * SECOND
AGENTS = 1_000
NEAR = 200
DECISIONS = 20_000
ROUNDS = 5
GOAL_SHARE = 0.5
GOAL_LOOK_MS = 5.0


def main() -> None:
    """Measure both and say whether they keep their goals."""
    heading(f"Alerts, {AGENTS:,} agents, {NEAR} near their limits")
    asyncio.run(_measure())


async def _measure() -> None:
    with tempfile.TemporaryDirectory() as root:
        folder = Folder(Path(root))
        prepare(folder)
        clock = ManualClock(T0)
        engine = Engine(folder, clock=clock)
        facts = _crowd(engine.floor)
        await _looks(engine, clock, facts)
        _hearing(engine, facts)
        await engine.stop()


def _hearing(engine: Engine, facts: list[list[events.Fact]]) -> None:
    hears: list[float] = []
    reserves: list[float] = []
    for _ in range(ROUNDS):
        hears.append(_timed(lambda: _hear_all(engine, facts)))
        reserves.append(_timed(lambda: _reserve_all(engine.floor)))
    hear, reserve = statistics.median(hears), statistics.median(reserves)
    say(f"a decision's facts heard: {hear * 1e9:.0f} ns; a call reserved: {reserve * 1e9:.0f} ns")
    goal("hearing of a decision / reserving its call", hear / reserve, GOAL_SHARE, at_most=True)


async def _looks(engine: Engine, clock: ManualClock, facts: list[list[events.Fact]]) -> None:
    """A minute of the floor, every agent heard of each second; the first looks raise what there is to raise."""
    for _ in range(2 * AGENTS // 100):
        await engine.alerts.look()
        clock.advance(SECOND // 10)
    took: list[float] = []
    watch = engine.alerts._watch
    for turn in range(600):
        if turn % 10 == 0:
            for heard in facts:
                engine.alerts.hear(heard)
        clock.advance(SECOND // 10)
        before = time.perf_counter()
        change = watch.sweep(clock.now())
        took.append((time.perf_counter() - before) * 1e3)
        await change.commit()
    took.sort()
    stands = sum(1 for _ in engine.floor.alerts.unresolved())
    say(f"a look: median {took[300]:.2f} ms, p99 {took[594]:.2f} ms, worst {took[-1]:.2f} ms; {stands} alerts stand")
    goal("99th percentile of a look, ms", took[594], GOAL_LOOK_MS, at_most=True)


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    before = time.perf_counter()
    work()
    return (time.perf_counter() - before) / DECISIONS


def _hear_all(engine: Engine, facts: list[list[events.Fact]]) -> None:
    for place in range(DECISIONS):
        engine.alerts.hear(facts[place % AGENTS])


def _reserve_all(floor: Floor) -> None:
    agents = list(floor.desks)
    for place in range(DECISIONS):
        agent_id = agents[place % AGENTS]
        floor.ports.usage.reserve_calls(
            CallTry(agent_id=agent_id, session_id=agent_id, hour=CALLS_HOUR, day=CALLS_DAY), T0 + place
        )


def _crowd(floor: Floor) -> list[list[events.Fact]]:
    """Agents in sessions, some near their limit; returns what a decision of each would have written."""
    tenant = Tenant(id=new_id(T0), name="Acme", tier_id=None, time_zone="UTC")
    floor.tenants[tenant.id] = tenant
    return [_agent(floor, tenant.id, place) for place in range(AGENTS)]


def _agent(floor: Floor, tenant_id: Id, place: int) -> list[events.Fact]:
    agent_id, session_id, user_id = new_id(T0), new_id(T0), new_id(T0)
    floor.put_agent(
        Agent(
            id=agent_id,
            tenant_id=tenant_id,
            user_id=user_id,
            name=f"agent {place}",
            agent_type="power_dialer",
            status="active",
            configuration={},
            created_at=T0,
        )
    )
    session = Session(
        id=session_id,
        tenant_id=tenant_id,
        agent_id=agent_id,
        started_by=user_id,
        campaign_id=None,
        mode="power",
        started_at=T0,
        expires_at=T0 + 8 * HOUR,
        last_activity_at=T0,
    )
    floor.put_session(session)
    for _ in range(85 if place < NEAR else 40):
        attempt = CallTry(agent_id=agent_id, session_id=session_id, hour=CALLS_HOUR, day=CALLS_DAY)
        floor.ports.usage.reserve_calls(attempt, T0 - MINUTE)
    return _decision(session)


def _decision(session: Session) -> list[events.Fact]:
    call = Call(
        id=new_id(T0),
        tenant_id=session.tenant_id,
        session_id=session.id,
        agent_id=session.agent_id,
        user_id=session.started_by,
        contact_id=new_id(T0),
        campaign_id=None,
        phone_number="+12125550100",
        created_at=T0,
    )
    return [
        events.RequestAdmitted(tenant_id=session.tenant_id, user_id=session.started_by, endpoint="next-contact", at=T0),
        events.CallHandedOut(call=call, due_at=T0 + HOUR),
        events.SessionCounted(session=session),
    ]


if __name__ == "__main__":
    main()
