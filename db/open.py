"""Opens a folder's database: makes a new one, upgrades an old one after keeping a copy, refuses a newer one."""

import sqlite3
from pathlib import Path

from app.engine.ports import RuleViolation
from db.copying import copy_database
from db.evidence_keys import number_key
from db.faults import FolderDamaged, FolderUnwritable, sentence_of
from db.folder import Folder

HEAD = "0016"
"""The schema this program writes. Alembic is imported only when a folder is not at it: that takes 270 ms."""

BUSY_MS = 10_000

_LOG_KEPT_BYTES = 16 << 20

LOG_PAGES = 20_000
"""Pages (80 MB) of the write-ahead log at which a writer moves it after all: the checkpoint job does it long before.

At SQLite's own thousand the commit that fills them would wait for the disk, and if the disk hangs with what it holds:
a job's short note, or an admin's edit.
"""


_CACHE_KIB = 32_000
_SMALL_CACHE_KIB = 2_000


def connect(database: Path, *, read_only: bool = False, seldom: bool = False) -> sqlite3.Connection:
    """A bare connection with our settings: WAL, synced commits, transactions by hand.

    One that is used `seldom`, by a job or an admin, keeps 2 MB of pages and not 32: within days each fills what it may.
    Raises `FolderDamaged` or `FolderUnwritable` with a sentence for a person.
    """
    mode = "ro" if read_only else "rwc"
    try:
        connection = sqlite3.connect(
            f"{database.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=512,
        )
        connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        if not read_only:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(f"PRAGMA wal_autocheckpoint={LOG_PAGES}")
            # What an import made of it is given back to the disk once the log begins anew.
            connection.execute(f"PRAGMA journal_size_limit={_LOG_KEPT_BYTES}")
        # In WAL mode FULL syncs the log at each commit: an acknowledged row survives a power cut.
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute(f"PRAGMA cache_size=-{_SMALL_CACHE_KIB if seldom else _CACHE_KIB}")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.DatabaseError as fault:
        raise _folder_fault(database, fault) from fault
    return connection


def prepare(folder: Folder) -> None:
    """Bring the folder's database to this program's schema; the caller holds the lock.

    Raises `FolderDamaged` if it is damaged or newer, `FolderUnwritable` if it cannot be written.
    """
    folder.make()
    connection = connect(folder.database)
    try:
        # Made now, while nobody waits for a call: the journal must not find the disk full over a key.
        number_key(connection)
        version = _version(connection)
        if version == HEAD:
            return
        if version is not None:
            # Whole, synced and under its name before a table is touched: whatever comes, this is the way back.
            copy_database(connection, folder.backups / f"before-upgrade-from-{version}.db")
        _upgrade(folder)
    except sqlite3.DatabaseError as fault:
        raise _folder_fault(folder.database, fault) from fault
    except OSError as fault:
        message = f"{folder.root} cannot be written ({fault.strerror}); free some space or choose another folder"
        raise FolderUnwritable(message) from fault
    finally:
        connection.close()


def schema_version(database: Path) -> str | None:
    """The schema a database is at, None for an empty one."""
    connection = connect(database, read_only=True)
    try:
        return _version(connection)
    finally:
        connection.close()


def _version(connection: sqlite3.Connection) -> str | None:
    known = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'").fetchone()
    if known is None:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def _upgrade(folder: Folder) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError
    from sqlalchemy import create_engine, event
    from sqlalchemy.exc import DatabaseError
    from sqlalchemy.pool import NullPool

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    if ScriptDirectory.from_config(config).get_current_head() != HEAD:
        message = "db.open.HEAD does not name the newest migration"
        raise RuleViolation(message)
    engine = create_engine("sqlite://", creator=lambda: connect(folder.database), poolclass=NullPool)
    # The driver by itself would commit each CREATE: a disk that fills up, or a kill, would leave half a schema.
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except CommandError as fault:
        message = f"{folder.database} was written by a newer Dialfloor; install that version to open it"
        raise FolderDamaged(message) from fault
    except DatabaseError as fault:
        if isinstance(fault.orig, sqlite3.DatabaseError):
            raise _folder_fault(folder.database, fault.orig) from fault
        raise
    finally:
        engine.dispose()


def _folder_fault(database: Path, fault: sqlite3.DatabaseError) -> FolderDamaged | FolderUnwritable:
    sentence = f"{database}: {sentence_of(fault)}"
    return FolderDamaged(sentence) if "damaged" in sentence else FolderUnwritable(sentence)
