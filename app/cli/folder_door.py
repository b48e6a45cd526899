"""Opens a data folder for a command that may run beside the engine."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from app.cli.faults import fail
from app.clock import read_wall
from db.faults import FolderDamaged, FolderOwned
from db.folder import Folder
from db.open import HEAD, connect, prepare, schema_version


@contextmanager
def open_beside(data: Path, program: str) -> Iterator[tuple[sqlite3.Connection, Folder]]:
    """A writing connection to the folder's database at this program's schema.

    The folder is brought to the schema only while nobody owns it, and is free again before a row is written, so that
    an engine can start meanwhile. Raises `StoreUnavailable` with a sentence for a person.
    """
    folder = Folder(data.expanduser())
    _bring_to_schema(folder, program)
    connection = connect(folder.database)
    try:
        yield connection, folder
    finally:
        connection.close()


def _bring_to_schema(folder: Folder, program: str) -> None:
    folder.make()
    folder.keep_to_owner()
    try:
        lock = folder.lock(program, _since())
    except FolderOwned:
        if schema_version(folder.database) != HEAD:
            message = f"{folder.root} is used by another version of Dialfloor; stop that one first"
            raise FolderDamaged(message) from None
        return
    try:
        prepare(folder)
    finally:
        lock.release()


@contextmanager
def open_to_read(data: Path) -> Iterator[sqlite3.Connection]:
    """A reading connection to a folder that holds data: without any, the command ends.

    Raises `StoreUnavailable` with a sentence for a person.
    """
    folder = Folder(data.expanduser())
    if not folder.database.exists():
        fail(f"{data} holds no Dialfloor data; name the folder that `dialfloor serve --data` uses")
    version = schema_version(folder.database)
    if version != HEAD:
        message = f"{data} has schema {version or 'none'} and this program {HEAD}; run `dialfloor serve` on it once"
        raise FolderDamaged(message)
    connection = connect(folder.database, read_only=True)
    try:
        yield connection
    finally:
        connection.close()


def _since() -> str:
    return datetime.fromtimestamp(read_wall() // 1_000_000, tz=UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
