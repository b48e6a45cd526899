"""Copies of a folder's database: made beside a running engine, read through, and remembered as read."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec

from app.engine.ports import StoreUnavailable
from app.engine.value import Instant
from db.copying import Told, copy_database
from db.faults import FolderDamaged, FolderUnwritable, sentence_of
from db.folder import Folder
from db.open import connect

COUNTED = ("call_logs", "power_dialer_sessions", "contacts", "refusals", "audit_records")


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """What a look through every page of a copy found; kept beside it, and believed while the file is the same."""

    size: int
    mtime_ns: int
    checked_at: Instant
    broken: str | None
    version: str | None = None
    last_at: Instant | None = None
    rows: dict[str, int] = {}


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """One copy as it lies there."""

    path: Path
    made_at: Instant
    size: int
    looked: Looked | None


def back_up(database: Path, target: Path, told: Told | None = None) -> None:
    """Copy a database in use to `target`, whole or not at all, as it was at one instant.

    Raises `FolderDamaged` or `FolderUnwritable`.
    """
    try:
        with closing(connect(database, read_only=True)) as source:
            copy_database(source, target, told)
    except sqlite3.DatabaseError as fault:
        raise _fault(target, fault) from fault
    except OSError as fault:
        message = f"{target} cannot be written ({fault.strerror})"
        raise FolderUnwritable(message) from fault


def make_backup(folder: Folder, stamp: str, now: Instant, keep: int, told: Told | None = None) -> Path:
    """A copy under `backups/dialfloor-STAMP.db`, read through; the newest `keep` of those made here stay.

    Raises `StoreUnavailable`; a copy that is not whole is removed first.
    """
    target = folder.backups / f"dialfloor-{stamp}.db"
    back_up(folder.database, target, told)
    looked = look_through(target, now)
    if looked.broken is not None:
        remove(target)
        message = f"The copy is not whole ({looked.broken}); it was removed"
        raise FolderDamaged(message)
    for old in sorted(folder.backups.glob("dialfloor-*.db"))[:-keep]:
        remove(old)
    return target


def look_through(backup: Path, now: Instant) -> Looked:
    """Read every page of a copy and remember what was found. Raises `FolderUnwritable` if it cannot be read at all."""
    try:
        stat = backup.stat()
        found = _look(backup, stat, now)
        note = _note(backup)
        partial = note.with_suffix(".part")
        partial.write_bytes(msgspec.json.encode(found))
        partial.replace(note)
    except OSError as fault:
        message = f"{backup} cannot be read ({fault.strerror})"
        raise FolderUnwritable(message) from fault
    return found


def _look(backup: Path, stat: os.stat_result, now: Instant) -> Looked:
    plain = Looked(size=stat.st_size, mtime_ns=stat.st_mtime_ns, checked_at=now, broken=None)
    try:
        with closing(read_copy(backup)) as connection:
            faults = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(3)")]
            if faults != ["ok"]:
                return msgspec.structs.replace(plain, broken="; ".join(faults))
            version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            last = connection.execute("SELECT max(at) FROM audit_records").fetchone()[0]
            call = connection.execute("SELECT max(created_at) FROM call_logs").fetchone()[0]
            rows = count_rows(connection)
    except sqlite3.DatabaseError as fault:
        return msgspec.structs.replace(plain, broken=sentence_of(fault))
    newest = max((at for at in (last, call) if at is not None), default=None)
    return msgspec.structs.replace(plain, version=str(version[0]) if version else None, last_at=newest, rows=rows)


def read_copy(backup: Path) -> sqlite3.Connection:
    """A connection to a copy that nobody writes: it leaves no log beside it."""
    return sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)


def count_rows(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows the tables hold that a restore would lose rows of."""
    return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COUNTED}


def rows_now(folder: Folder) -> dict[str, int]:
    """The same of the database itself. Raises `StoreUnavailable`."""
    with closing(connect(folder.database, read_only=True)) as connection:
        try:
            return count_rows(connection)
        except sqlite3.Error as fault:
            raise StoreUnavailable(sentence_of(fault)) from fault


def backups_of(folder: Folder) -> list[Backup]:
    """Every copy in the folder's backups, newest first."""
    found = [_backup(path) for path in folder.backups.glob("*.db")] if folder.backups.exists() else []
    return sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)


def _backup(path: Path) -> Backup:
    stat = path.stat()
    looked = _remembered(path)
    same = looked is not None and (looked.size, looked.mtime_ns) == (stat.st_size, stat.st_mtime_ns)
    return Backup(path=path, made_at=stat.st_mtime_ns // 1_000, size=stat.st_size, looked=looked if same else None)


def _remembered(path: Path) -> Looked | None:
    try:
        return msgspec.json.decode(_note(path).read_bytes(), type=Looked)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def _note(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")


def remove(backup: Path) -> None:
    """Remove a copy and what is remembered of it."""
    for path in (backup, _note(backup)):
        path.unlink(missing_ok=True)


def _fault(path: Path, fault: sqlite3.DatabaseError) -> StoreUnavailable:
    sentence = f"{path}: {sentence_of(fault)}"
    return FolderDamaged(sentence) if "damaged" in sentence else FolderUnwritable(sentence)
