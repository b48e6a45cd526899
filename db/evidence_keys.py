"""The folder's secrets: the key that numbers are chained under, and the one that heads are signed with.

Each is a file of its own in `keys`, for its owner's eyes only. A copy of the database is none of them: keep both.
"""

import os
import secrets
import sqlite3
from functools import lru_cache
from pathlib import Path

KEYS = "keys"
NUMBER_KEY = "number.key"
HEADS_KEY = "heads.key"


def number_key(connection: sqlite3.Connection) -> bytes:
    """The key of the numbers in the folder of this connection's database; made on first use."""
    database = connection.execute("PRAGMA database_list").fetchone()[2]
    if not database:
        # A database in memory ends with its process, and so would its key.
        return bytes(32)
    path = Path(database).parent / KEYS / NUMBER_KEY
    try:
        changed = path.stat().st_mtime_ns
    except FileNotFoundError:
        make_secret(path)
        changed = path.stat().st_mtime_ns
    return _read(path, changed)


def share_number_key(own: Path, staging: Path) -> None:
    """Give a folder in which a copy is made ready the key of the folder that the copy is for.

    What an upgrade chains there is chained under the key that stays.
    """
    secret = make_secret(own / KEYS / NUMBER_KEY)
    place = staging / KEYS
    place.mkdir(mode=0o700, exist_ok=True)
    with os.fdopen(os.open(place / NUMBER_KEY, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(secret)


def known_number_key(folder: Path) -> bytes | None:
    """The key of the numbers, None if the folder has lost it."""
    return known_secret(folder / KEYS / NUMBER_KEY)


def known_secret(path: Path) -> bytes | None:
    """What a file of secrets holds, None if there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def make_secret(path: Path) -> bytes:
    """32 random bytes in a file for its owner only; those of whoever was first if two make it at once."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(secrets.token_bytes(32))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(partial, path)
    except FileExistsError:
        return path.read_bytes()
    finally:
        partial.unlink(missing_ok=True)
    return path.read_bytes()


@lru_cache(maxsize=64)
def _read(path: Path, changed: int) -> bytes:
    del changed
    return path.read_bytes()
