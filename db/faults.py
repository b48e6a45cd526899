"""Why a data folder cannot be used, each with a sentence that says what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from app.engine.ports import StoreUnavailable


class FolderOwned(StoreUnavailable):
    """Another living process owns the folder; the sentence names it."""


class FolderDamaged(StoreUnavailable):
    """The database is damaged, or was written by a newer program."""


class FolderUnwritable(StoreUnavailable):
    """The folder cannot be made or written."""


def sentence_of(fault: sqlite3.Error) -> str:
    """What a fault of SQLite means, for a person."""
    text = str(fault)
    if "full" in text:
        return "The disk is full; free some space and try again"
    if "malformed" in text or "not a database" in text:
        return "The database is damaged; restore a copy from the folder's backups"
    if "readonly" in text or "unable to open" in text:
        return "The database cannot be written; check the folder's permissions"
    if "locked" in text or "busy" in text:
        return "The database is locked by another program; close it and try again"
    return f"The database cannot be used ({text})"


@contextmanager
def reading_back() -> Iterator[None]:
    """While a folder's log is read back: what SQLite finds wrong is the folder's trouble.

    Raises `FolderDamaged` or `FolderUnwritable` with the sentence for it.
    """
    try:
        yield
    except sqlite3.Error as fault:
        sentence = sentence_of(fault)
        raise (FolderDamaged(sentence) if "damaged" in sentence else FolderUnwritable(sentence)) from fault
