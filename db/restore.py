"""Puts a copy in the database's place: whatever ends the program midway leaves the old database whole, or the new one.

The copy is made ready in a folder of its own (checked, brought to this program's schema, its audit trail told of the
restore) while nothing else is touched. The database that was is kept under a second name; then one rename, which the
file system does whole or not at all, makes the new one the database.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from app.engine.events import DeedRecorded
from app.engine.ports import StoreUnavailable
from db.audit_chain import append_deeds
from db.backups import read_copy
from db.durable import copy_synced, sync_file, sync_folder
from db.evidence_keys import share_number_key
from db.faults import FolderDamaged, FolderUnwritable, sentence_of
from db.folder import Folder
from db.heads import HeadBook
from db.machine_facts import quick_check
from db.open import connect, prepare
from db.people_store import writing

Step = Callable[[str], None]
"""Told each step once it is done: copied, ready, kept, folded, swapped."""

_PATIENCE_MS = 1_000
_LOGS = ("-wal", "-shm")


def restore(folder: Folder, backup: Path, deed: DeedRecorded, stamp: str, told: Step) -> Path:
    """Restore `backup`; returns where the database that was is kept.

    The caller holds the folder's lock, and no connection of its own is open. `deed` is recorded in the restored audit
    trail. Raises `FolderDamaged` if the copy is not whole, `FolderUnwritable` if the disk or another reader forbids
    it; the database is then as it was.
    """
    staging = Folder(folder.root / "restoring")
    shutil.rmtree(staging.root, ignore_errors=True)
    try:
        _require_whole(backup)
        staging.make()
        copy_synced(backup, staging.database)
        share_number_key(folder.root, staging.root)
        told("copied")
        _make_ready(staging, deed)
        told("ready")
        kept = _keep_aside(folder, stamp, told)
        staging.database.replace(folder.database)
        sync_folder(folder.root)
        # They tell of a log that is no longer this one; copies elsewhere go on telling what a restore lost.
        HeadBook(folder.root).set_aside(stamp)
        told("swapped")
    except OSError as fault:
        message = f"{folder.root} cannot be written ({fault.strerror}); nothing was restored"
        raise FolderUnwritable(message) from fault
    finally:
        shutil.rmtree(staging.root, ignore_errors=True)
    return kept


def _require_whole(backup: Path) -> None:
    try:
        with closing(read_copy(backup)) as connection:
            broken = quick_check(connection)
    except sqlite3.DatabaseError as fault:
        broken = sentence_of(fault)
    if broken is not None:
        message = f"{backup.name} is not whole ({broken}); choose another copy"
        raise FolderDamaged(message)


def _make_ready(staging: Folder, deed: DeedRecorded) -> None:
    prepare(staging)
    with closing(connect(staging.database)) as connection:
        with writing(connection):
            append_deeds(connection, [deed])
        _fold_log(connection, staging)
    _drop_logs(staging)
    sync_file(staging.database)


def _keep_aside(folder: Folder, stamp: str, told: Step) -> Path:
    """The database under a second name; and nothing of its log left, or the new one would read it."""
    kept = folder.backups / f"before-restore-{stamp}.db"
    folder.backups.mkdir(exist_ok=True)
    if not folder.database.exists():
        return kept
    try:
        with closing(connect(folder.database)) as connection:
            _fold_log(connection, folder)
    except FolderDamaged:
        # A damaged database cannot be folded: it is kept with its log, byte by byte, for whoever may save rows of it.
        for ending in _LOGS:
            log = folder.database.with_name(folder.database.name + ending)
            if log.exists():
                copy_synced(log, kept.with_name(kept.name + ending))
    try:
        os.link(folder.database, kept)
    except OSError:
        copy_synced(folder.database, kept)
    sync_folder(folder.backups)
    told("kept")
    _drop_logs(folder)
    told("folded")
    return kept


def _fold_log(connection: sqlite3.Connection, folder: Folder) -> None:
    """Move the whole write-ahead log into the database. Raises `FolderUnwritable` while someone else reads it."""
    try:
        connection.execute(f"PRAGMA busy_timeout={_PATIENCE_MS}")
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.DatabaseError as fault:
        sentence = sentence_of(fault)
        raise FolderDamaged(sentence) if "damaged" in sentence else StoreUnavailable(sentence) from fault
    if busy:
        message = f"Another program has {folder.database} open; close it and restore again"
        raise FolderUnwritable(message)


def _drop_logs(folder: Folder) -> None:
    for ending in _LOGS:
        folder.database.with_name(folder.database.name + ending).unlink(missing_ok=True)
    sync_folder(folder.root)
