"""What `dialfloor doctor --data DIR` looks at: the folder, its owner, its database, the disk, the clock."""

import errno
import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import psutil

from app.bootstrap.finding import Finding, disk_finding, drift_finding, fail, warn, well
from app.cli.doctor_calling import calling_findings
from app.cli.doctor_copies import copy_findings
from app.cli.doctor_engine import engine_findings, job_findings, living, sync_finding
from app.clock import read_boot_id, read_steady, read_wall
from app.engine.ports import StoreUnavailable
from db.faults import FolderUnwritable
from db.folder import Folder
from db.machine_facts import clock_of, quick_check, row_counts
from db.open import HEAD, connect, schema_version
from db.wal import commits_cut_off, damage_sentence


def folder_findings(data: Path) -> Iterator[Finding]:
    """Every check of one data folder. Nothing is changed but a probe file, written and removed."""
    folder = Folder(data)
    if not data.exists():
        yield disk_finding(shutil.disk_usage(_existing(data)).free)
        yield well("Folder", f"{data} is not there yet; `dialfloor serve` makes it")
        return
    yield _writable(folder)
    yield disk_finding(shutil.disk_usage(data).free)
    yield sync_finding(folder)
    yield holder_finding(folder)
    yield from engine_findings(folder)
    if folder.database.exists():
        yield from _database_findings(folder)
    else:
        yield well("Database", "none yet; `dialfloor serve` makes it")


def _existing(path: Path) -> Path:
    return next(parent for parent in path.absolute().parents if parent.exists())


def _writable(folder: Folder) -> Finding:
    try:
        folder.make()
    except StoreUnavailable as fault:
        cause = fault.__cause__
        if isinstance(cause, OSError) and cause.errno == errno.EROFS:
            step = "the disk is mounted read-only: look at dmesg for why, then mount it writable again"
            return fail("Folder", str(fault), step)
        return fail("Folder", str(fault), f"give your user the folder: chown -R $USER {folder.root}")
    if os.name != "nt" and folder.root.stat().st_mode & 0o077:
        return warn("Folder", f"{folder.root} can be read by other users", f"chmod 700 {folder.root}")
    return well("Folder", f"{folder.root} can be written")


def holder_finding(folder: Folder) -> Finding:
    """Who owns the folder."""
    holder = folder.holder()
    if holder is None:
        return well("Owner", "nobody; an engine may start")
    shown = f"{holder.program} (process {holder.pid} on {holder.host}, since {holder.since})"
    if holder.host == socket.gethostname() and not psutil.pid_exists(holder.pid):
        return well("Owner", f"nobody: {shown} is gone, and the next engine takes over")
    return well("Owner", f"{shown}{f' listens on {holder.url}' if holder.url else ''}")


def _database_findings(folder: Folder) -> Iterator[Finding]:
    cut_off = commits_cut_off(folder.database) if living(folder.holder()) is None else 0
    if cut_off:
        # Nothing is opened: whoever closes the database last would drop what cannot be read.
        yield fail("Database", damage_sentence(folder, cut_off), _restore_step(folder))
        return
    try:
        version = schema_version(folder.database)
        connection = connect(folder.database, read_only=True)
    except StoreUnavailable as fault:
        unwritable = isinstance(fault, FolderUnwritable)
        yield fail("Database", str(fault), "first mend the folder" if unwritable else _restore_step(folder))
        return
    try:
        yield schema_finding(version, folder)
        broken = quick_check(connection)
        if broken is not None:
            yield fail("Database", broken, _restore_step(folder))
            return
        yield well("Database", _size(folder))
        if version == HEAD:
            counts = ", ".join(f"{count:,} {table}" for table, count in row_counts(connection).items())
            yield well("Rows", counts)
            yield clock_finding(clock_of(connection))
            yield from job_findings(connection, folder)
            yield from calling_findings(connection, folder, read_wall())
            yield from copy_findings(connection, folder, read_wall())
    finally:
        connection.close()


def schema_finding(version: str | None, folder: Folder) -> Finding:
    """Whether this program's schema is that of the database."""
    if version == HEAD:
        return well("Schema", f"{version}, which this program writes")
    if version is None:
        return warn("Schema", "the database is empty", "start `dialfloor serve` once; it makes the tables")
    if version < HEAD:
        return warn("Schema", f"{version} is old", "start `dialfloor serve`: it upgrades it, and keeps a copy first")
    return fail("Schema", f"{version} is newer than this program", f"install the Dialfloor that wrote {folder.root}")


def clock_finding(anchor: tuple[str, int] | None) -> Finding:
    """How far the wall clock has moved since the engine's clock was tied to it, in this boot of the machine."""
    if anchor is None or anchor[0] != read_boot_id() or not anchor[0]:
        return well("Clock", "no engine has run on this folder since the machine started")
    return drift_finding(read_wall() - read_steady() - anchor[1])


def _size(folder: Folder) -> str:
    size = sum(path.stat().st_size for path in folder.root.glob("dialfloor.db*"))
    copies = len(list(folder.backups.glob("*.db"))) if folder.backups.exists() else 0
    return f"whole, {size / (1 << 20):,.0f} MiB; {copies} copies in backups"


def _restore_step(folder: Folder) -> str:
    copies = sorted(folder.backups.glob("*.db"), key=lambda path: path.stat().st_mtime) if folder.root.exists() else []
    if not copies:
        return "keep the file; with `sqlite3 dialfloor.db .recover` most rows can be read"
    return f"stop the engine and run: dialfloor restore {copies[-1].name} --data {folder.root}"
