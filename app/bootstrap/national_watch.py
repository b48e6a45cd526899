"""Gives the floor each new version of the national list, and lets contacts that the old one held be judged anew."""

import asyncio
import sqlite3
from pathlib import Path

from app.bootstrap.number_lists import FolderLists
from app.clock import Clock
from app.controller.calling import NATIONAL_CODES
from app.controller.lawful_line import LawfulQueue
from app.engine.value import MINUTE, Id, Instant
from db.calling_store import look_again
from db.national_lists import NationalList
from db.open import connect
from db.people_store import writing
from db.queue_sqlite import SqliteQueue

_A_BATCH = 1_000
"""Contacts in one transaction: decisions wait for the log no longer than for an import's batch."""

_TAKEN_WITHIN = MINUTE
"""An engine sees another version within a second; what a copy of before held until then was held by the one before."""


class NationalWatch:
    """Asked each second, and at once when an import of the engine's own has ended. Raises `StoreUnavailable`."""

    def __init__(self, database: Path, lists: FolderLists, lawful: LawfulQueue, queue: SqliteQueue) -> None:
        self._connection: sqlite3.Connection = connect(database)
        self._lists = lists
        self._lawful = lawful
        self._queue = queue
        self._turn = asyncio.Lock()
        self._looked_at = ""

    async def look(self, clock: Clock) -> None:
        """Take the version in force, and make due whom another one held."""
        async with self._turn:
            before = self._lawful.calling.national
            found = await asyncio.to_thread(self._lists.current)
            self._lawful.calling.national = found
            if found is None or found.manifest.id == self._looked_at:
                return
            now = clock.now()
            # At a start nobody knows which version held them: those held before this one came are looked at again.
            is_start = not self._looked_at and before is not None
            await asyncio.to_thread(self._release, _held_until(found, now, is_start=is_start), now)
            self._looked_at = found.manifest.id
            self._queue.forget()
            self._lawful.forget()

    def close(self) -> None:
        """Let the database go."""
        self._connection.close()

    def _release(self, held_until: Instant, now: Instant) -> None:
        after: Id | None = None
        while True:
            with writing(self._connection):
                after = look_again(self._connection, NATIONAL_CODES, held_until, now, after, _A_BATCH)
            if after is None:
                return


def _held_until(found: NationalList, now: Instant, *, is_start: bool) -> Instant:
    return min(now, found.manifest.imported_at + _TAKEN_WITHIN) if is_start else now
