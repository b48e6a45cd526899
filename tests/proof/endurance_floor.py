"""The real engine, all of it, on a clock that jumps from deed to deed: its jobs, its feed on a real socket, its alerts.

Only HTTP before a decision is left out. What the schedule does by the wall goes on beside; here each job also comes
as often as it would in the time that passes.
"""

import asyncio
import random
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

import msgspec

from app.api.http_server import HttpServer
from app.bootstrap.engine import Engine
from app.bootstrap.serve import listen
from app.clock import ManualClock
from app.controller.admission import admit_request
from app.controller.change import Change
from app.controller.edit_agent import edit_agent
from app.controller.edit_limit import LimitPlace, edit_limit
from app.controller.outcomes import Limited, Outcome
from app.engine.limits import LimitId
from app.engine.people import Contact, Identity
from app.engine.rulebook import Scope
from app.engine.value import DAY, HOUR, MINUTE, SECOND, Duration, Instant
from app.ids import new_id
from app.wire.base import utc
from app.wire.operator import EditAgent, EditLimit
from db.contacts_store import SqliteContactLists
from db.open import connect
from tests.fakes.bare_engine import Deed as Asked
from tests.fakes.model_world import deed_of_test
from tests.proof.endurance_crew import EnduranceCrew, gives_back
from tests.proof.endurance_world import START, TENANT, EnduranceWorld

TOGETHER = 48
"""Decisions that share a commit: what a floor that is asked by a thousand dialers brings together, too."""

SWEEP_EVERY = 30 * SECOND
EDITS_AN_HOUR = 6
REASON = "a supervisor of the endurance run"
_EDITS: tuple[tuple[str, tuple[object, ...]], ...] = (
    ("maxCallsPerHour", (30, 45, 60, 90, 120, None)),
    ("autoDialDelay", (0, 2, 5)),
    ("callTimeout", (15, 30, 45)),
)
_SWEEPS = ("expire-sessions", "close-lost-calls", "flush-refusals")
_MINUTES = ("end-idle-sessions", "forget-old", "remember-tokens")
_NIGHTLY = {3 * HOUR + 17 * MINUTE: "backup", 4 * HOUR + 7 * MINUTE: "clean-old"}


class EnduranceFloor:
    """One engine and its crew. Make it and use it on one running loop."""

    def __init__(
        self, world: EnduranceWorld, crew: EnduranceCrew, seed: int, sweep_every: Duration = SWEEP_EVERY
    ) -> None:
        self.world = world
        self.clock = ManualClock(START)
        self.engine = Engine(world.folder, clock=self.clock)
        self.decisions = 0
        self.refused = 0
        self.imported = 0
        self._crew = crew
        self._sweep_every = sweep_every
        self._dice = random.Random(f"{seed}/house")
        self._open: list[tuple[Change, Any]] = []
        self._works: set[asyncio.Task[bool]] = set()
        # What could be killed here is the program and never the power: a sync would only cost time.
        for connection in (self.engine.journal._connection, self.engine._upkeep._connection):
            connection.execute("PRAGMA synchronous=OFF")
        self._server = HttpServer(self.engine.application, None)
        self._listener = listen("127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._serving: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Serve, and give the tenant a seat for everybody."""
        ready = asyncio.Event()
        self.engine.start()
        self._serving = asyncio.create_task(self._server.serve(self._listener, ready.set))
        await ready.wait()
        place = LimitPlace(scope=Scope.TENANT, scope_id=self.world.tenant_id, limit_id=LimitId.SESSIONS_ACTIVE)
        seats = EditLimit(expected_revision=0, reason=REASON, amount=len(self.world.crew))
        self._decide(None, lambda change, now: edit_limit(change, self.world.admin, place, seats, now, operator=False))
        await self.settle()

    async def stop(self) -> None:
        """End everything, in order."""
        await self.settle()
        await asyncio.gather(*self._works)
        self._server.end()
        if self._serving is not None:
            await self._serving
        await self.engine.stop()

    async def live(self, until: Instant) -> None:
        """Let time pass to `until`, with all that falls due."""
        due = self._house(until)
        while True:
            at, act = due[-1] if due else (until, None)
            await self._work_until(at)
            self.clock.advance(max(0, at - self.clock.now()))
            if act is None:
                return
            due.pop()
            await act()

    async def settle(self) -> None:
        """Wait until everything that was decided is written."""
        waiting, self._open = self._open, []
        for change, written in waiting:
            await written
            change.let_go()

    async def sweep(self) -> None:
        """What ends by time alone, ends."""
        await self.settle()
        for name in _SWEEPS:
            await self.engine._schedule.run_now(name)

    async def _work_until(self, until: Instant) -> None:
        crew = self._crew
        while (at := crew.next_at()) is not None and at <= until:
            due = crew.take()
            self.clock.advance(max(0, at - self.clock.now()))
            now = self.clock.now()
            crew.tell(due, self._decide(crew.identity(due), crew.asked(due, now)), now)
            if len(self._open) >= TOGETHER or gives_back(due):
                await self.settle()

    def _decide(self, identity: Identity | None, deed: Asked) -> Outcome[object]:
        """Decide now; it is written with what else is decided before the next wait."""
        now, change = self.clock.now(), Change(self.engine.floor)
        refused = admit_request(change, identity, "endurance", now) if identity is not None else None
        outcome = Limited(refused=refused.refused) if refused is not None else deed(change, now)
        self.decisions += identity is not None
        self.refused += isinstance(outcome, Limited)
        if change.facts:
            self._open.append((change, change.write()))
        return outcome

    def _house(self, until: Instant) -> list[tuple[Instant, Callable[[], Coroutine[Any, Any, None]]]]:
        """What the house does up to `until`, the last first: jobs, edits, imports."""
        now, dice = self.clock.now(), self._dice
        due: list[tuple[Instant, Callable[[], Coroutine[Any, Any, None]]]] = [
            (at, self.sweep) for at in range(_next(now, self._sweep_every), until + 1, self._sweep_every)
        ]
        for at in range(_next(now, MINUTE), until + 1, MINUTE):
            if at % self._sweep_every == 0 or self._sweep_every < MINUTE:
                due += [(at, partial(self._job, name)) for name in _MINUTES]
            if at % (10 * MINUTE) == 0:
                due.append((at, partial(self._begin, "clean-rate-limits")))
            if at % DAY in _NIGHTLY:
                due.append((at, partial(self._begin, _NIGHTLY[at % DAY])))
        for at in range(_next(now, HOUR), until + 1, HOUR):
            due += [(at - dice.randrange(1, HOUR), self._edit_somebody) for _ in range(EDITS_AN_HOUR)]
            due.append((at - dice.randrange(1, HOUR), self._import))
        due = [one for one in due if one[0] > now]
        return sorted(due, key=lambda one: one[0], reverse=True)

    async def _job(self, name: str) -> None:
        await self.settle()
        await self.engine._schedule.run_now(name)

    async def _begin(self, name: str) -> None:
        """A job that takes its time, beside the decisions."""
        work = asyncio.create_task(self.engine._schedule.run_now(name))
        self._works.add(work)
        work.add_done_callback(self._works.discard)

    async def _edit_somebody(self) -> None:
        floor, dice = self.engine.floor, self._dice
        agents = list(floor.agents_of_tenant.get(self.world.tenant_id, {}))
        if not agents:
            return
        agent_id = dice.choice(agents)
        field, values = dice.choice(_EDITS)
        settings = floor.rulebook.agent(agent_id)
        revision = settings.revision if settings is not None else 0
        body: dict[str, object] = {field: dice.choice(values), "expectedRevision": revision, "reason": REASON}
        if dice.random() < 0.3:
            body["until"] = utc(self.clock.now() + 20 * MINUTE)
        intent = msgspec.convert(body, EditAgent)
        self._decide(None, lambda change, now: edit_agent(change, self.world.admin, agent_id, intent, now))

    async def _import(self) -> None:
        """A file of numbers, by another connection, as another process would."""
        now = self.clock.now()
        first, count = self.imported, len(self.world.crew) // 2
        self.imported += count
        await asyncio.to_thread(_import_contacts, self.world, first, count, now)


def _next(now: Instant, step: int) -> Instant:
    return (now // step + 1) * step


def _import_contacts(world: EnduranceWorld, first: int, count: int, now: Instant) -> None:
    connection = connect(world.folder.database)
    try:
        connection.execute("PRAGMA synchronous=OFF")
        lists = SqliteContactLists(connection, new_id)
        list_id, _ = lists.open_list(TENANT, None, bytes(32), deed_of_test())
        made = [_contact(world, number, now) for number in range(first, first + count)]
        for place in range(0, count, 500):
            lists.add(list_id, made[place : place + 500], 0, now + place)
        lists.close_list(deed_of_test())
    finally:
        connection.close()


def _contact(world: EnduranceWorld, number: int, now: Instant) -> Contact:
    return Contact(
        id=new_id(now),
        tenant_id=world.tenant_id,
        campaign_id=None,
        first_name="Bo",
        last_name=f"Import {number}",
        phone=f"+1305{2_000_000 + number:07d}",
        email=None,
        fields={},
        place="",
    )
