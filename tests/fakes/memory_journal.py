"""The journal in memory: what `db.journal` promises, with a list for the disk."""

import asyncio
from collections.abc import Callable, Sequence

from app.engine.events import Fact, TryRefused, TryWarned
from app.engine.ports import StoreUnavailable

Publish = Callable[[Sequence[Fact]], None]
_Entry = tuple[Sequence[Fact], Callable[[], None], "asyncio.Future[None]"]


class MemoryJournal:
    """`Journal` whose disk is `disk`; while `broken` is set a write fails and says so."""

    def __init__(self, publish: Publish) -> None:
        self._publish = publish
        self._open: list[_Entry] = []
        self._unwritten: list[Fact] = []
        self.disk: list[Fact] = []
        self.broken: str | None = None
        self.commits = 0

    def append(self, facts: Sequence[Fact], undo: Callable[[], None]) -> "asyncio.Future[None]":
        """Queue facts for the next turn of the loop, which commits all that were queued by then."""
        loop = asyncio.get_running_loop()
        waiter: asyncio.Future[None] = loop.create_future()
        if not self._open:
            loop.call_soon(self._commit)
        self._open.append((facts, undo, waiter))
        return waiter

    def note(self, fact: Fact) -> None:
        """Publish a refusal or warning at once; a refusal is written with the next commit."""
        if isinstance(fact, TryRefused):
            self._unwritten.append(fact)
        if isinstance(fact, TryRefused | TryWarned):
            self._publish((fact,))

    def _commit(self) -> None:
        batch, self._open = self._open, []
        if self.broken is not None:
            for _, undo, _ in reversed(batch):
                undo()
            for _, _, waiter in batch:
                if not waiter.done():
                    waiter.set_exception(StoreUnavailable(self.broken))
            return
        self.commits += 1
        self.disk += [*(fact for facts, _, _ in batch for fact in facts), *self._unwritten]
        self._unwritten = []
        for facts, _, waiter in batch:
            self._publish(facts)
            if not waiter.done():
                waiter.set_result(None)
