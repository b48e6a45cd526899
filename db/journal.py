"""The log's writer: concurrent decisions share one synced commit, and each answer waits for its own.

One thread writes. The loop that owns the journal adds entries while a commit is under way; the next commit
takes all of them. A commit that fails undoes everything that was decided on top of it, newest first, before
anything else is written, so that memory never runs ahead of the disk.
"""

import asyncio
import contextlib
import logging
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from app.engine.events import Fact, TryRefused, TryWarned
from app.engine.ports import StoreUnavailable
from app.engine.spread import Spread
from app.engine.value import Id, Instant
from db.faults import sentence_of
from db.journal_rows import write_facts
from db.open import connect
from db.refusal_fold import RefusalFold
from db.writer_memory import WriterMemory

Publish = Callable[[Sequence[Fact]], None]

_log = logging.getLogger("dialfloor.journal")


_MEASURED = 1_024
"""Commits that the percentile is taken of."""

_SYNC_US = (500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 5_000_000)
_BATCH = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000)


class Entry(NamedTuple):
    """What one decision wants written, how to undo it, and who waits."""

    facts: Sequence[Fact]
    undo: Callable[[], None]
    waiter: asyncio.Future[None]


class SqliteJournal:
    """The journal of one folder, on the loop that made it. `publish` hears facts in commit order, after commit.

    `steady` reads microseconds of a clock that only goes forward, by which commits are measured: `commits_us` from
    BEGIN to synced, `sizes` by how many decisions share one.
    """

    def __init__(
        self,
        database: Path,
        publish: Publish,
        new_id: Callable[[Instant], Id],
        steady: Callable[[], int] | None = None,
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._publish = publish
        self._connection = connect(database)
        self._wake = threading.Condition()
        self._open: list[Entry] = []
        self._fold = RefusalFold(new_id)
        self._memory = WriterMemory()
        self._failing = False
        self._closing = False
        self._idle = False
        self._thread = threading.Thread(target=self._write_batches, name="journal", daemon=True)
        self._thread.start()
        self.batches = 0
        self.entries = 0
        self.failures = 0
        self.commits_us = Spread(_SYNC_US)
        self.sizes = Spread(_BATCH)
        self._steady = steady
        self._took: deque[int] = deque(maxlen=_MEASURED)

    def append(self, facts: Sequence[Fact], undo: Callable[[], None]) -> asyncio.Future[None]:
        """Queue facts for the next commit; the future ends once they are on the disk, or fails."""
        waiter: asyncio.Future[None] = self._loop.create_future()
        with self._wake:
            if self._closing:
                undo()
                waiter.set_exception(StoreUnavailable("The engine is stopping"))
                return waiter
            self._open.append(Entry(facts, undo, waiter))
            if self._idle:
                self._wake.notify()
        return waiter

    def note(self, fact: Fact) -> None:
        """Fold a refusal into the minute's row; published at once, written with the next commit or flush."""
        if isinstance(fact, TryRefused):
            with self._wake:
                self._fold.add(fact)
        if isinstance(fact, TryRefused | TryWarned):
            self._publish((fact,))

    def p99_us(self) -> int:
        """The 99th percentile of the last commits, from BEGIN to synced, in microseconds; 0 if none was measured."""
        took = sorted(self._took)
        return took[min(len(took) - 1, len(took) * 99 // 100)] if took else 0

    async def flush(self) -> None:
        """Write the folded refusals now. Raises `StoreUnavailable`."""
        await self.append((), _nothing)

    async def close(self) -> None:
        """Write what is open and stop the writer."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        await self._loop.run_in_executor(None, self._thread.join)
        self._connection.close()

    def _write_batches(self) -> None:
        while True:
            with self._wake:
                self._idle = True
                self._wake.wait_for(lambda: not self._failing and (self._open or self._closing))
                self._idle = False
                batch, self._open = self._open, []
                refusals = self._fold.take()
                closing = self._closing
            if batch or refusals:
                self._write(batch, refusals)
            if closing:
                return

    def _write(self, batch: list[Entry], refusals: list[tuple[object, ...]]) -> None:
        began = self._steady() if self._steady is not None else 0
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            write_facts(self._connection, (fact for entry in batch for fact in entry.facts), self._memory)
            self._fold.write(self._connection, refusals)
            self._connection.execute("COMMIT")
        except Exception as fault:  # noqa: BLE001 -- a writer that died would leave every caller waiting for ever
            self._roll_back()
            self._memory.forget()
            with self._wake:
                self._failing = True
                self._fold.restore(refusals)
            self._tell(self._failed, batch, _sentence(fault))
        else:
            if self._steady is not None:
                took = self._steady() - began
                self._took.append(took)
                self.commits_us.count(took)
            self._tell(self._committed, batch)

    def _tell(self, what: Callable[..., None], *args: object) -> None:
        """Call on the loop; a loop that has gone takes its waiters with it."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(what, *args)

    def _roll_back(self) -> None:
        # A ROLLBACK that fails leaves the transaction open, and the next BEGIN fails for it: still closed, still said.
        with contextlib.suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _committed(self, batch: list[Entry]) -> None:
        self.batches += 1
        self.entries += len(batch)
        self.sizes.count(len(batch))
        try:
            self._publish([fact for entry in batch for fact in entry.facts])
        except Exception:  # noqa: BLE001 -- what is on the disk is answered for, even if it cannot be shown
            _log.exception("committed facts could not be told on")
        for entry in batch:
            if not entry.waiter.done():
                entry.waiter.set_result(None)

    def _failed(self, batch: list[Entry], sentence: str) -> None:
        """Undo the failed batch and all that was decided since, then let the writer go on."""
        self.failures += 1
        with self._wake:
            lost = [*batch, *self._open]
            self._open = []
        for entry in reversed(lost):
            entry.undo()
        for entry in lost:
            if not entry.waiter.done():
                entry.waiter.set_exception(StoreUnavailable(sentence))
        with self._wake:
            self._failing = False
            self._wake.notify()


def _sentence(fault: Exception) -> str:
    if isinstance(fault, sqlite3.Error):
        return sentence_of(fault)
    _log.error("a batch could not be written", exc_info=fault)
    return "The log could not be written; the engine has noted why"


def _nothing() -> None:
    """A flush decides nothing, so there is nothing to undo."""
