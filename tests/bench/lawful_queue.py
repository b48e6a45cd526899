"""A million contacts over all zones: what the rules add to taking the next contact.

Where contacts wait is learnt beside the loop, as the engine does it: outside of the decisions' time, timed by itself.
"""

import random
import sqlite3
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from app.bootstrap.calling import lawful_queue
from app.clock import ManualClock
from app.compliance.area_codes import read_area_codes
from app.compliance.question import CallMode
from app.controller.callable_contacts import take_callable
from app.controller.calling import Dial
from app.controller.change import Change
from app.controller.floor import Floor, Ports
from app.controller.lawful_line import Places
from app.engine.calling import CallingSettings, RulesMode
from app.engine.people import Contact
from app.engine.sessions import Session
from app.engine.usage import Usage
from app.engine.value import DAY, HOUR, SECOND, Instant
from app.ids import new_id
from app.wire.base import instant_of
from db.directory_sqlite import SqliteDirectory
from db.folder import Folder
from db.open import connect, prepare
from db.packing import pack
from db.queue_places import places_of
from db.queue_sqlite import SqliteQueue
from db.usage_memory import MemoryUsageStore
from tests.bench.report import goal, heading, say
from tests.fakes.memory_journal import MemoryJournal

CONTACTS = 1_000_000
DECISIONS = 4_000
APART = SECOND // 20
LEARN_EVERY = 60
"""Decisions: three seconds."""

GOAL_MS = 1.0
NOON = instant_of(datetime(2026, 12, 1, 18, tzinfo=UTC))
NIGHT = instant_of(datetime(2026, 12, 1, 9, tzinfo=UTC))


class Bench:
    """One tenant with a million contacts, asked twenty times a second by one dialer."""

    def __init__(self, root: Path) -> None:
        folder = Folder(root)
        prepare(folder)
        self.connection: sqlite3.Connection = connect(folder.database)
        self.connection.execute("PRAGMA synchronous=OFF")
        self.tenant_id, self.campaign_id = new_id(NIGHT), new_id(NIGHT)
        self.learnt: list[float] = []
        self._fill()

    def run(self, mode: RulesMode, start: Instant) -> list[float]:
        """Milliseconds of each decision's taking, sorted."""
        floor = self._floor(start, mode)
        session = Session(
            id=new_id(start),
            tenant_id=self.tenant_id,
            agent_id=new_id(start),
            started_by=new_id(start),
            campaign_id=self.campaign_id,
            mode="power",
            started_at=start,
            expires_at=start + 8 * HOUR,
            last_activity_at=start,
        )
        dial = Dial(mode=CallMode.POWER, call_timeout=30)
        times = []
        for number in range(DECISIONS):
            now = start + number * APART
            change = Change(floor)
            began = time.perf_counter()
            taken = take_callable(change, session, dial, 1, now)
            times.append((time.perf_counter() - began) * 1e3)
            self._called(floor, taken, now)
            if number % LEARN_EVERY == 0:
                self._learn(floor, now)
        return sorted(times)

    def _floor(self, start: Instant, mode: RulesMode) -> Floor:
        queue, directory = SqliteQueue(self.connection), SqliteDirectory(self.connection)
        usage = Usage()
        ports = Ports(
            clock=ManualClock(start),
            usage=MemoryUsageStore(usage),
            journal=MemoryJournal(lambda _: None),
            directory=directory,
            agents=directory,
            queue=queue,
            new_id=new_id,
        )
        floor = Floor(ports, usage)
        floor.lawful = lawful_queue(self.connection, queue)
        floor.lawful.calling.put_settings(self.tenant_id, None, CallingSettings(mode=mode))
        return floor

    def _learn(self, floor: Floor, now: Instant) -> None:
        lawful = floor.lawful
        if lawful is None:
            return
        for key in lawful.watched():
            began = time.perf_counter()
            places = Places(places_of(self.connection, *key), now)
            lawful.warm(key, places, now)
            lawful.learn(key, places)
            self.learnt.append((time.perf_counter() - began) * 1e3)

    def _called(self, floor: Floor, taken: list[Contact], now: Instant) -> None:
        for contact in taken:
            values = (now + DAY, pack(contact.id))
            self.connection.execute("UPDATE contacts SET due_at = ?, rank = 2 WHERE id = ?", values)
            floor.ports.queue.release(contact.id)

    def _fill(self) -> None:
        draw = random.Random(1)
        codes = sorted(read_area_codes().geographic())
        states = ("", "", "", "|US-CA", "|US-TX|America/Chicago", "|US-FL|America/New_York")
        where = (pack(self.tenant_id), pack(self.campaign_id))
        self.connection.execute("BEGIN")
        self.connection.executemany(
            "INSERT INTO contacts (id, tenant_id, campaign_id, list_id, first_name, last_name, phone, fields, state,"
            " rank, due_at, attempts, place) VALUES (randomblob(16), ?, ?, x'00', '', '', ?, ?, 'open', 1, ?, 0, ?)",
            (self._row(draw, where, draw.choice(codes), draw.choice(states), at) for at in range(CONTACTS)),
        )
        self.connection.execute("COMMIT")

    @staticmethod
    def _row(draw: random.Random, where: tuple[bytes, bytes], code: str, more: str, at: int) -> tuple[object, ...]:
        _, state, zone = (*more.split("|"), "", "")[:3]
        fields = f'{{"state": "{state}", "time_zone": "{zone}"}}' if more else "{}"
        phone = f"+1{code}{draw.randrange(200, 1000)}{draw.randrange(10_000):04}"
        return (*where, phone, fields, NIGHT - DAY + at, f"{code}{more}")


def main() -> None:
    """Print what a decision takes by day and by night, with the rules and without."""
    heading(f"lawful queue: {CONTACTS:,} contacts, {DECISIONS:,} decisions 50 ms apart")
    with tempfile.TemporaryDirectory(prefix="dialfloor-lawful-") as root:
        bench = Bench(Path(root))
        for name, start in (("by day", NOON), ("by night", NIGHT)):
            plain = _told(f"{name}, without rules", bench.run(RulesMode.OFF, start))
            bound = _told(f"{name}, with them", bench.run(RulesMode.ENFORCE, start))
            say(f"where contacts wait, learnt beside the loop every 3 s: {statistics.median(bench.learnt):.0f} ms")
            goal(f"p95 beyond the taking without rules, {name}, ms", bound - plain, GOAL_MS, at_most=True)


def _told(name: str, times: list[float]) -> float:
    p95, p99 = times[len(times) * 95 // 100], times[len(times) * 99 // 100]
    say(f"{name}: p50 {statistics.median(times):.3f} ms, p95 {p95:.3f}, p99 {p99:.3f}, worst {times[-1]:.1f}")
    return p95


if __name__ == "__main__":
    main()
