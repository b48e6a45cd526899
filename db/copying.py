"""Copies a database through an open connection, whole or not at all."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from db.durable import sync_file, sync_folder

Told = Callable[[int, int], None]
"""Told pages done and pages in all."""

_PAGES = 256
_BREATH_S = 0.002
"""Between two megabytes, so that the journal's syncs get the disk."""


def copy_database(source: sqlite3.Connection, target: Path, told: Told | None = None) -> None:
    """Copy what `source` reads to `target`, as it was at one instant; `source` ends its transaction with it.

    The copy reads under one read transaction: without it SQLite starts over at each commit of another connection, and
    beside a busy floor it would never end. Raises `sqlite3.Error` or `OSError`, and then leaves nothing behind.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".part")
    gate = threading.Event()

    def progress(_status: int, remaining: int, total: int) -> None:
        if told is not None:
            told(total - remaining, total)
        gate.wait(_BREATH_S)

    try:
        partial.unlink(missing_ok=True)
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        with closing(sqlite3.connect(partial)) as copy:
            source.backup(copy, pages=_PAGES, progress=progress)
        sync_file(partial)
        partial.replace(target)
        sync_folder(target.parent)
    except (sqlite3.Error, OSError):
        partial.unlink(missing_ok=True)
        raise
    finally:
        if source.in_transaction:
            source.execute("ROLLBACK")
