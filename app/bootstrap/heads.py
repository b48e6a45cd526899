"""Signs the heads of one folder's chain and copies them to where its operator wants them."""

import logging
import sqlite3

from app.engine.ports import StoreUnavailable
from app.engine.value import Instant
from db.folder import Folder
from db.heads import HeadBook
from db.open import connect

_log = logging.getLogger("dialfloor.heads")


class HeadKeeper:
    """Callable from any thread; each call opens the log for itself."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._book = HeadBook(folder.root)

    def sign(self, now: Instant) -> str:
        """Sign what is new and copy it; a word on what came of it. What cannot be written is told, never thrown."""
        try:
            connection = connect(self._folder.database, read_only=True)
            try:
                signed = self._book.sign(connection, now)
            finally:
                connection.close()
            copied = self._book.copy()
        except (OSError, sqlite3.Error, StoreUnavailable, ValueError) as fault:
            _log.warning("heads of the log could not be signed or copied: %s", fault)
            return f"failed: {fault}"
        return f"{len(signed)} signed, {copied} copied"
