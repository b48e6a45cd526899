"""A month of a floor through the engine: every decision held against an oracle that shares nothing with it.

`python -m tests.proof.month [--agents 100] [--days 30] [--seed 7]`
"""

import argparse
import random
import tempfile
from collections.abc import Callable
from functools import partial
from heapq import heappop, heappush
from pathlib import Path
from typing import NamedTuple

import msgspec

from app.clock import read_steady
from app.controller.change import Change
from app.controller.edit_agent import edit_agent
from app.controller.edit_limit import LimitPlace, edit_limit
from app.controller.outcomes import Done, Outcome
from app.controller.sweep import close_lost_calls, expire_sessions
from app.engine.limits import LimitId
from app.engine.people import Identity
from app.engine.rulebook import Scope
from app.engine.value import DAY, HOUR, MINUTE, Duration, Id, Instant
from app.wire.base import utc
from app.wire.operator import EditAgent, EditLimit
from db.folder import Folder
from db.open import connect
from db.upkeep_sqlite import SqliteUpkeep
from tests.fakes.model_world import World, make_world
from tests.fakes.naive_rules import Setting
from tests.fakes.story_end import verified
from tests.proof.month_contacts import Contacts
from tests.proof.month_crew import FIRST_DAY, Deed, Life, Member, local
from tests.proof.month_deeds import Deeds, Seated
from tests.proof.month_floor import MonthFloor
from tests.proof.month_oracle import MonthOracle

TENANTS = ("Acme", "Birch")
CONTACTS_EACH = 1_200
"""Contacts for each agent: each may be called once a day, and every working day some are done with for good."""

REASON = "a supervisor of the month"
EDITS: tuple[tuple[str, tuple[Setting, ...]], ...] = (
    ("maxCallsPerHour", (0, 30, 60, 80, 120, None)),
    ("maxCallsPerHour", (45, 90, None)),
    ("autoDialDelay", (0, 2, 5, 30)),
    ("callTimeout", (15, 30, 45)),
    ("enforcement", ("enforce", "enforce", "alert-only")),
)


class Waiting(NamedTuple):
    """Something that is to happen: a deed of a member, or with none an act of the house."""

    at: Instant
    number: int
    member: int
    deed: Deed | None
    act: Callable[[], None] | None


class Month:
    """So many agents for so many days, from a seed."""

    def __init__(self, root: Path, agents: int, days: int, seed: int) -> None:
        names = tuple(f"agent-{number:03d}" for number in range(-(-agents // len(TENANTS))))
        self.world: World = make_world(root, tuple((name, CONTACTS_EACH * len(names)) for name in TENANTS), names)
        self._folder = Folder(root)
        self._dice = random.Random(seed)
        self._days = days
        start = local(FIRST_DAY, 0)
        self._set_zone()
        self.floor = MonthFloor(root, start)
        self.oracle = MonthOracle()
        due = {contact: due_at for contact, (_, due_at) in self.world.contacts.items()}
        self.deeds = Deeds(self.floor, self.oracle, Contacts(due))
        self._crew = [
            Seated(Member(number, seed), self.world.users[f"{TENANTS[number % 2]}/{names[number // 2]}"])
            for number in range(agents)
        ]
        self._queue: list[Waiting] = []
        self._count = self._shown = 0
        # One tenant has a seat for everybody, the other has not.
        for tenant, seats in zip(self.world.admins, (agents, max(1, agents * 9 // 20)), strict=True):
            self._limit_seats(tenant, seats)

    def run(self, said: Callable[[str], None]) -> None:
        """Live it through; `said` hears how far it is."""
        lives: list[Life] = [seated.member.life(self._days) for seated in self._crew]
        for member, life in enumerate(lives):
            self._go_on(member, partial(next, life))
        self._plan(said)
        while self._queue:
            one = heappop(self._queue)
            if one.deed is None or one.act is not None:
                self.floor.be_at(one.at)
                if one.act is not None:
                    one.act()
                continue
            told = self.deeds.take(self._crew[one.member], one.deed)
            self._go_on(one.member, partial(lives[one.member].send, told))
        self.floor.write()

    def close(self) -> None:
        self.floor.close()

    def _go_on(self, member: int, step: Callable[[], Deed]) -> None:
        try:
            deed = step()
        except StopIteration:
            return
        self._wait(deed.at, member, deed, None)

    def _wait(self, at: Instant, member: int, deed: Deed | None, act: Callable[[], None] | None) -> None:
        self._count += 1
        heappush(self._queue, Waiting(at, self._count, member, deed, act))

    def _plan(self, said: Callable[[str], None]) -> None:
        """Edits by day, jobs that come when they come, and every night a restart and a cleaning."""
        dice = self._dice
        for day in range(self._days):
            midnight = local(FIRST_DAY, 0) + day * DAY
            for _ in range(12):
                self._wait(midnight + dice.randrange(7 * HOUR, 23 * HOUR), -1, None, self._edit_somebody)
            at = midnight
            while at < midnight + DAY:
                at += dice.randrange(MINUTE, 40 * MINUTE)
                self._wait(at, -1, None, self._sweep)
            self._wait(midnight + 3 * HOUR, -1, None, self._restart)
            self._wait(midnight + DAY - 1, -1, None, partial(self._tell, day, said))

    def _tell(self, day: int, said: Callable[[str], None]) -> None:
        deeds = self.deeds
        said(f"day {day + 1}: {deeds.decisions:,} decisions, {deeds.refused:,} refused, {len(deeds.wrong)} wrong")
        for line in deeds.wrong[self._shown : self._shown + 3]:
            said(line)
        self._shown = len(deeds.wrong)

    def _sweep(self) -> None:
        floor, now = self.floor.floor, self.floor.clock.now()
        self.floor.keep(expire_sessions(floor, now))
        self.floor.keep(close_lost_calls(floor, now))
        floor.forget_old(now)

    def _restart(self) -> None:
        self.floor.write()
        upkeep = SqliteUpkeep(self._folder)
        while upkeep.delete_requests(self.floor.clock.now() - DAY, 5_000) == 5_000:
            continue
        upkeep.close()
        self.floor.restart()

    def _edit_somebody(self) -> None:
        agents = self.oracle.rules.agents
        if not agents:
            return
        agent_id = self._dice.choice(list(agents))
        field, values = self._dice.choice(EDITS)
        lasts = self._dice.choice((None, 20 * MINUTE, HOUR))
        self._edit(agent_id, field, self._dice.choice(values), lasts)

    def _edit(self, agent_id: Id, field: str, value: Setting, lasts: Duration | None) -> None:
        now = self.floor.clock.now()
        until = None if lasts is None else now + lasts
        admin = self.world.admins[self.oracle.rules.agents[agent_id].tenant]
        for _ in range(2):
            # Who is told 409, because a term has just ended, looks and asks again.
            if isinstance(self.floor.ask(None, partial(self._edited, admin, agent_id, field, value, until)), Done):
                self.oracle.rules.agents[agent_id].put(field, value, now, until)
                return
        raise AssertionError((agent_id, field, value))

    def _edited(
        self,
        admin: Identity,
        agent_id: Id,
        field: str,
        value: Setting,
        until: Instant | None,
        change: Change,
        at: Instant,
    ) -> Outcome[object]:
        settings = self.floor.floor.rulebook.agent(agent_id)
        revision = settings.revision if settings is not None else 0
        body: dict[str, object] = {field: value, "expectedRevision": revision, "reason": REASON}
        if until is not None:
            body["until"] = utc(until)
        return edit_agent(change, admin, agent_id, msgspec.convert(body, EditAgent), at)

    def _limit_seats(self, tenant_id: Id, seats: int) -> None:
        place = LimitPlace(scope=Scope.TENANT, scope_id=tenant_id, limit_id=LimitId.SESSIONS_ACTIVE)
        intent = EditLimit(expected_revision=0, reason=REASON, amount=seats)
        admin = self.world.admins[tenant_id]
        self.floor.ask(None, lambda change, now: edit_limit(change, admin, place, intent, now, operator=False))
        self.oracle.rules.put("tenant", tenant_id, "sessions.active", seats, enforced=True)

    def _set_zone(self) -> None:
        connection = connect(self._folder.database)
        connection.execute("UPDATE tenants SET time_zone = 'America/New_York'")
        connection.close()


def main() -> None:
    """Run it and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--agents", type=int, default=100)
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    began = read_steady()
    with tempfile.TemporaryDirectory(prefix="dialfloor-month-") as root:
        month = Month(Path(root) / "floor", asked.agents, asked.days, asked.seed)
        month.run(lambda line: print(line, flush=True))
        seconds = (read_steady() - began) / 1_000_000
        offence = verified(Folder(Path(root) / "floor"))
        checked = (read_steady() - began) / 1_000_000 - seconds
        month.close()
    deeds = month.deeds
    print("\n".join(deeds.wrong[:10]))
    print(f"{asked.agents} agents, {asked.days} days, seed {asked.seed}: {len(month.oracle.calls):,} calls")
    print(f"{deeds.decisions:,} decisions ({deeds.refused:,} refused) in {seconds:.0f} s, wrong = {len(deeds.wrong)}")
    print(f"verify: {'OK' if offence is None else offence} in {checked:.0f} s")
    raise SystemExit(1 if deeds.wrong or offence is not None else 0)


if __name__ == "__main__":
    main()
