"""The chain over all evidence: one record for each committed batch, written in the transaction of the batch itself.

Record 1 says from when on the chain holds, and counts what an older program had left in the folder by then.
"""

import hashlib
import sqlite3

from app.engine.value import Instant
from db.evidence_leaves import Leaves

ZERO = bytes(32)
"""What the first record has as the hash before it."""

SOURCES = (
    ("call_logs", "created_at"),
    ("call_events", "at"),
    ("power_dialer_sessions", "started_at"),
    ("session_events", "at"),
    ("refusals", "first_at"),
    ("limit_revisions", "at"),
    ("audit_records", "at"),
)
"""The tables of the evidence and when a row of each was written."""

_LAST = "SELECT number, at, hash FROM chain_records ORDER BY number DESC LIMIT 1"
_INSERT = "INSERT INTO chain_records (number, at, leaves, hash) VALUES (?, ?, ?, ?)"


def hash_of(previous: bytes, number: int, at: Instant, leaves: bytes) -> bytes:
    """SHA-256 of the hash before, the number and instant in eight bytes each, and the SHA-256 of the leaves."""
    place = number.to_bytes(8, "big") + at.to_bytes(8, "big", signed=True)
    return hashlib.sha256(previous + place + hashlib.sha256(leaves).digest()).digest()


def append_batch(connection: sqlite3.Connection, leaves: Leaves) -> None:
    """Append one record inside the caller's transaction, which holds the write lock, so that nobody forks the chain."""
    if len(leaves):
        _append(connection, leaves.at, leaves.joined())


def last_record(connection: sqlite3.Connection) -> tuple[int, Instant, bytes] | None:
    """Number, instant and hash of the newest record, None without one."""
    found: tuple[int, Instant, bytes] | None = connection.execute(_LAST).fetchone()
    return found


def begin_chain(connection: sqlite3.Connection) -> None:
    """Write record 1: `{"from": instant, "rows": {table: count}}` of what was there before the chain."""
    import msgspec

    newest, counts = 0, {}
    for table, time in SOURCES:
        count, last = connection.execute(f"SELECT count(*), coalesce(max({time}), 0) FROM {table}").fetchone()
        newest, counts[table] = max(newest, last), count
    _append(connection, newest, msgspec.json.encode({"from": newest, "rows": counts}))


def _append(connection: sqlite3.Connection, at: Instant, leaves: bytes) -> None:
    last = connection.execute(_LAST).fetchone()
    number, before, previous = last if last is not None else (0, 0, ZERO)
    # Never earlier than the record before it: a day of the chain is one stretch of it.
    moment = max(before, at)
    connection.execute(_INSERT, (number + 1, moment, leaves, hash_of(previous, number + 1, moment, leaves)))
