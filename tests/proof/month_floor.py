"""The engine for a month in minutes: its floor, controllers, queue and log, on a clock that jumps from deed to deed.

Many decisions are written in one transaction, as the demo's morning is, and every night the floor is read back from
the log. What a decision needs of the disk, such as a slot given back, is written at once.
"""

import sqlite3
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

from app.bootstrap.calling import lawful_queue
from app.bootstrap.history_journal import HistoryJournal
from app.clock import ManualClock
from app.controller.admission import admit_request
from app.controller.change import Change
from app.controller.floor import Floor, Ports
from app.controller.outcomes import Outcome
from app.engine.events import Fact
from app.engine.people import Identity
from app.engine.value import Instant
from app.ids import new_id
from db.directory_sqlite import SqliteDirectory
from db.folder import Folder
from db.open import connect
from db.queue_sqlite import SqliteQueue
from db.rebuild import rebuild
from db.suppressions_store import all_steps
from db.usage_memory import MemoryUsageStore
from tests.fakes.bare_engine import Deed


class MonthFloor:
    """One folder's floor on a clock of its own."""

    def __init__(self, root: Path, start: Instant) -> None:
        self.clock = ManualClock(start)
        self.connection: sqlite3.Connection = connect(Folder(root).database)
        self.connection.execute("PRAGMA synchronous=OFF")
        self._open()

    def be_at(self, at: Instant) -> Instant:
        """Let time pass, never back."""
        return self.clock.advance(max(0, at - self.clock.now()))

    def ask(self, identity: Identity | None, deed: Deed) -> Outcome[object]:
        """One decision now; `identity` is None for what no API limit counts."""
        now, change = self.clock.now(), Change(self.floor)
        refused = admit_request(change, identity, "month", now) if identity is not None else None
        outcome = refused if refused is not None else deed(change, now)
        self.keep(change)
        return outcome

    def keep(self, change: Change) -> None:
        """Write what was decided, with the next few hundred."""
        if change.facts:
            _finish(change.commit())

    def write(self) -> None:
        """Write all of it now."""
        self._journal.flush()

    def restart(self) -> None:
        """Forget everything and read the floor back from the log."""
        self.write()
        self._open()

    def close(self) -> None:
        self.write()
        self.connection.close()

    def _open(self) -> None:
        restored = rebuild(self.connection, self.clock.now())
        directory, queue = SqliteDirectory(self.connection), SqliteQueue(self.connection)
        self._journal = HistoryJournal(self.connection, self._hear, new_id)
        ports = Ports(
            clock=self.clock,
            usage=MemoryUsageStore(restored.usage),
            journal=self._journal,
            directory=directory,
            agents=directory,
            queue=queue,
            new_id=new_id,
        )
        self.floor = Floor(ports, restored.usage)
        self.floor.restore(restored)
        self.floor.suppressions.restore(all_steps(self.connection))
        self.floor.lawful = lawful_queue(self.connection, queue, self.clock.now())

    def _hear(self, facts: Sequence[Fact]) -> None:
        self.floor.committed(facts)


def _finish(work: Coroutine[Any, Any, None]) -> None:
    """Run a coroutine that waits for nothing: this journal never makes anyone wait."""
    try:
        work.send(None)
    except StopIteration:
        return
    raise AssertionError(work)
