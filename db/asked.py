"""A connection that several threads ask, one question at a time; what SQLite says wrong is a `StoreUnavailable`."""

import sqlite3
import threading
from collections.abc import Callable
from typing import TypeVar

from app.engine.ports import StoreUnavailable
from db.faults import sentence_of

T = TypeVar("T")


class Asked:
    """The base of stores that are asked from any thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()

    def close(self) -> None:
        """Let the database go."""
        self._connection.close()

    def _ask(self, question: Callable[[sqlite3.Connection], T]) -> T:
        with self._lock:
            try:
                return question(self._connection)
            except sqlite3.Error as fault:
                raise StoreUnavailable(sentence_of(fault)) from fault
