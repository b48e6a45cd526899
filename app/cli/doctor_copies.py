"""What `dialfloor doctor --data DIR` says of copies: whether a recent one is there, and what a kill left half made."""

import shlex
import sqlite3
from collections.abc import Iterator

from app.bootstrap.finding import Finding, warn, well
from app.cli.doctor_engine import living
from app.engine.value import DAY, HOUR, Instant
from app.wire.base import utc
from db.backups import backups_of
from db.folder import Folder

_RECENT = 50 * HOUR
"""One is made each night: two missed ones are no accident."""

_MAKE = "start the engine, which makes one each night, or make one now: Admin, Backups, Back up now"


def copy_findings(connection: sqlite3.Connection, folder: Folder, now: Instant) -> Iterator[Finding]:
    """Whether the newest copy is recent and whole, and half ones that nobody works on."""
    copies = backups_of(folder)
    yield _newest(connection, copies[0].made_at if copies else None, now)
    broken = [copy.path.name for copy in copies if copy.looked is not None and copy.looked.broken is not None]
    if broken:
        yield warn("Copies", f"{', '.join(broken[:3])} cannot be restored", "remove them, and look at the disk")
    yield from leftover_findings(folder)


def leftover_findings(folder: Folder) -> Iterator[Finding]:
    """What a kill left half made: it does no harm but takes room. Nothing while an engine runs: it may be its work."""
    if living(folder.holder()) is not None:
        return
    left = sorted((*folder.backups.glob("*.part"), *folder.root.glob("restoring")))
    if left:
        names = ", ".join(str(path.relative_to(folder.root)) for path in left[:3])
        step = f"remove them: rm -r {' '.join(shlex.quote(str(path)) for path in left)}"
        yield warn("Leftovers", f"half made when the program was killed: {names}", step)


def _newest(connection: sqlite3.Connection, made_at: Instant | None, now: Instant) -> Finding:
    if made_at is None:
        since = connection.execute("SELECT min(created_at) FROM tenants").fetchone()[0]
        if since is None or now - since < DAY:
            return well("Backups", "none yet; the engine makes the first one tonight")
        return warn("Backups", "there is no copy of the database", _MAKE)
    shown = f"the newest copy is of {utc(made_at):%Y-%m-%d %H:%M} UTC"
    if now - made_at > _RECENT:
        return warn("Backups", f"{shown}, {(now - made_at) // DAY} days old", _MAKE)
    return well("Backups", shown)
