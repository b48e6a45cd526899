"""A journal for making history: many decisions a transaction, because nobody waits for the past."""

import sqlite3
from collections.abc import Callable, Generator, Sequence

from app.engine.events import Fact, TryRefused
from app.engine.value import Id, Instant
from db.journal_rows import write_facts
from db.refusal_fold import RefusalFold
from db.writer_memory import WriterMemory

_BATCH = 600


class _Written:
    """An answer that does not wait."""

    def __await__(self) -> Generator[None, None, None]:
        yield from ()


class HistoryJournal:
    """`Journal` over one connection, in one thread; `flush` writes what is left."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        publish: Callable[[Sequence[Fact]], None],
        new_id: Callable[[Instant], Id],
    ) -> None:
        self._connection = connection
        self._publish = publish
        self._facts: list[Fact] = []
        self._fold = RefusalFold(new_id)
        self._memory = WriterMemory()

    def append(self, facts: Sequence[Fact], undo: Callable[[], None]) -> _Written:
        """Take facts; they are written with the next few thousand. A failure ends the making of history."""
        del undo
        self._facts.extend(facts)
        if len(self._facts) >= _BATCH:
            self.flush()
        return _Written()

    def note(self, fact: Fact) -> None:
        """Fold a refusal."""
        if isinstance(fact, TryRefused):
            self._fold.add(fact)

    def flush(self) -> None:
        """Write what is held."""
        facts, self._facts = self._facts, []
        self._connection.execute("BEGIN IMMEDIATE")
        write_facts(self._connection, facts, self._memory)
        self._fold.write(self._connection, self._fold.take())
        self._connection.execute("COMMIT")
        # Told only now: a contact that was let go before its row says "called" would be handed out again.
        self._publish(facts)
