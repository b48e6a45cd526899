"""What one writer of the log has looked up or written before, so that no batch does it again."""

import sqlite3

from db.decision_store import KnownBases
from db.evidence_keys import number_key


class WriterMemory:
    """Of one connection, for as long as its folder has the same keys: a restore comes between two writers."""

    def __init__(self) -> None:
        self.bases = KnownBases()
        self._number_key: bytes | None = None

    def number_key(self, connection: sqlite3.Connection) -> bytes:
        """The key that the folder's numbers are chained under; made on first use."""
        if self._number_key is None:
            self._number_key = number_key(connection)
        return self._number_key

    def forget(self) -> None:
        """Know nothing any more, after a transaction that failed: what it wrote is not there."""
        self.bases.forget()
        self._number_key = None
