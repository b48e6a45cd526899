"""The engine without its wire: floor, controller, queue and journal on a real database; a machine with clocks to set.

What `app.bootstrap.engine` wires for the dialer path is wired here, with nothing faked but the clocks. It can be
closed, killed and opened again, and its log can be made to fail.
"""

import asyncio
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from typing import NamedTuple

from app.bootstrap.calling import lawful_queue
from app.bootstrap.clock import Readings, folder_clock
from app.controller.admission import admit_request
from app.controller.change import Change
from app.controller.floor import Floor, Ports
from app.controller.outcomes import Limited, Outcome
from app.engine.events import Fact, TryRefused, TryWarned
from app.engine.people import Identity
from app.engine.value import SECOND, Duration, Instant
from app.ids import new_id
from db.directory_sqlite import SqliteDirectory
from db.folder import Folder
from db.journal import SqliteJournal
from db.open import connect
from db.queue_sqlite import SqliteQueue
from db.rebuild import last_logged, rebuild
from db.suppressions_store import all_steps
from db.upkeep_sqlite import SqliteUpkeep
from db.usage_memory import MemoryUsageStore

Deed = Callable[[Change, Instant], Outcome[object]]


class Try(NamedTuple):
    """Somebody asks for something; `identity` is None for what no API limit counts: operators and jobs."""

    identity: Identity | None
    deed: Deed


class Machine:
    """A machine whose wall clock anyone may set; its steady clock only goes on, and begins anew at a boot."""

    def __init__(self, wall: Instant) -> None:
        self.wall = wall
        self.steady = 500 * SECOND
        self.boot = "boot"

    def pass_time(self, duration: Duration) -> None:
        self.wall += duration
        self.steady += duration

    def reboot(self) -> None:
        self.boot += "'"
        self.steady = 20 * SECOND

    @property
    def readings(self) -> Readings:
        return Readings(boot_id=lambda: self.boot, wall=lambda: self.wall, steady=lambda: self.steady)


class _Deaf:
    """A journal for tries that are only thought through: it keeps nothing."""

    async def append(self, facts: Sequence[Fact], undo: Callable[[], None]) -> None:
        raise AssertionError((facts, undo))

    def note(self, fact: Fact) -> None:
        """Nothing is kept of a try that was not made."""


class BareEngine:
    """One folder's engine; the caller prepared its database."""

    def __init__(self, folder: Folder, machine: Machine) -> None:
        self.folder = folder
        self.machine = machine
        self.warned: list[TryWarned] = []
        self.refused: list[TryRefused] = []
        self._lives = 1
        self._runner = asyncio.Runner()
        self._runner.run(self._open())

    @property
    def now(self) -> Instant:
        return self.clock.now()

    def ask(self, asked: Try) -> Outcome[object]:
        """Decide, write, and only then answer. Raises `StoreUnavailable`."""
        return self.together([asked])[0]

    def together(self, tries: Sequence[Try]) -> list[Outcome[object]]:
        """Tries that are all decided before the first is on the disk. Raises `StoreUnavailable` if one is not."""

        async def gather() -> list[Outcome[object]]:
            found = await asyncio.gather(*map(self._answer, tries), return_exceptions=True)
            faults = [one for one in found if isinstance(one, BaseException)]
            if faults:
                raise faults[0]
            return [one for one in found if not isinstance(one, BaseException)]

        return self._runner.run(gather())

    def decide_only(self, tries: Sequence[Try]) -> None:
        """Decide, and die before anything is written."""
        for one in tries:
            self._decide(one, Change(self.floor), self.now)

    def imagine(self, asked: Try, at: Instant) -> Outcome[object]:
        """What the same try would be told at an instant if nothing else happened; nothing is kept of it."""
        ports, usage = self.floor.ports, self.floor.usage
        with self._deaf():
            change = Change(self.floor)
            try:
                return self._decide(asked, change, at)
            finally:
                change.undo()
                self.queue.forget()
                ports.usage, self.floor.usage = MemoryUsageStore(usage), usage

    def break_log(self, *, broken: bool) -> None:
        """Make every write fail, or let it succeed again."""
        self.journal._connection.execute(f"PRAGMA query_only={'ON' if broken else 'OFF'}")

    def flush(self) -> None:
        """Write what was folded."""
        self._runner.run(self.journal.flush())

    def restart(self) -> None:
        """Close in order and open again."""
        self._runner.run(self._close())
        self._runner.run(self._open())

    def kill(self) -> None:
        """Go on with the files as they are at this instant: what only memory knew is gone."""
        self._lives += 1
        after = self.folder.root.with_name(f"life-{self._lives}")
        shutil.copytree(self.folder.root, after, ignore=shutil.ignore_patterns("*-shm"))
        self._runner.run(self._close())
        shutil.rmtree(self.folder.root)
        self.folder = Folder(after)
        self._runner.run(self._open())

    def close(self) -> None:
        self._runner.run(self._close())
        self._runner.close()

    async def _answer(self, asked: Try) -> Outcome[object]:
        change = Change(self.floor)
        outcome = self._decide(asked, change, self.now)
        if change.facts:
            await change.commit()
        return outcome

    def _decide(self, asked: Try, change: Change, now: Instant) -> Outcome[object]:
        if asked.identity is not None:
            refused = admit_request(change, asked.identity, "model", now)
            if refused is not None:
                return Limited(refused=refused.refused)
        return asked.deed(change, now)

    @contextmanager
    def _deaf(self) -> Iterator[None]:
        ports, journal = self.floor.ports, self.floor.ports.journal
        ports.journal = _Deaf()
        self.floor.usage = deepcopy(self.floor.usage)
        ports.usage = MemoryUsageStore(self.floor.usage)
        try:
            yield
        finally:
            ports.journal = journal

    async def _open(self) -> None:
        self._reader = connect(self.folder.database, read_only=True)
        self._upkeep = SqliteUpkeep(self.folder)
        self.clock = folder_clock(self._upkeep, last_logged(self._reader), 1.0, self.machine.readings)
        restored = rebuild(self._reader, self.clock.now())
        directory = SqliteDirectory(self._reader)
        self.queue = SqliteQueue(self._reader)
        self.journal = SqliteJournal(self.folder.database, self._hear, new_id)
        # What is killed here is the program and never the power: a sync would only cost time.
        self.journal._connection.execute("PRAGMA synchronous=OFF")
        ports = Ports(
            clock=self.clock,
            usage=MemoryUsageStore(restored.usage),
            journal=self.journal,
            directory=directory,
            agents=directory,
            queue=self.queue,
            new_id=new_id,
        )
        self.floor = Floor(ports, restored.usage)
        self.floor.restore(restored)
        self.floor.suppressions.restore(all_steps(self._reader))
        self.floor.lawful = lawful_queue(self._reader, self.queue, self.clock.now())

    async def _close(self) -> None:
        await self.journal.close()
        self._upkeep.close()
        self._reader.close()

    def _hear(self, facts: Sequence[Fact]) -> None:
        self.floor.committed(facts)
        self.warned += [fact for fact in facts if isinstance(fact, TryWarned)]
        self.refused += [fact for fact in facts if isinstance(fact, TryRefused)]
