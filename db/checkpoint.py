"""Moves committed pages from the write-ahead log into the database, beside the journal and not inside its commits.

SQLite would do it within the commit that fills the log's thousandth page: ten to twenty milliseconds that one
decision in a hundred would wait for.
"""

import sqlite3
import threading
from pathlib import Path

from app.engine.ports import StoreUnavailable
from db.faults import sentence_of
from db.open import connect


class WalCheckpoint:
    """A connection of its own; a passive checkpoint makes no writer wait, and leaves out what a reader still needs."""

    def __init__(self, database: Path) -> None:
        self._connection = connect(database, seldom=True)
        self._lock = threading.Lock()

    def run(self) -> int:
        """Move what can be moved; returns how many pages the log still holds. Raises `StoreUnavailable`."""
        with self._lock:
            try:
                _, held, moved = self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            except sqlite3.Error as fault:
                raise StoreUnavailable(sentence_of(fault)) from fault
        return int(held - moved)

    def close(self) -> None:
        """Let the database go."""
        self._connection.close()
