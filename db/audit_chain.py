"""The audit trail's chain: each record is numbered without gaps and carries the SHA-256 of the one before."""

import hashlib
import sqlite3
from collections.abc import Sequence

import msgspec

from app.engine.events import DeedRecorded
from db.evidence_chain import append_batch
from db.evidence_leaves import Kind, Leaves, number_content
from db.packing import pack_or_none
from db.statements import insert_many

COLUMNS = ("number", "tenant_id", "at", "user", "action", "subject", "before", "after", "reason", "previous", "hash")
GENESIS = bytes(32)
"""What the first record carries as the hash before it."""


def append_deeds(connection: sqlite3.Connection, deeds: Sequence[DeedRecorded]) -> None:
    """Append records inside the caller's transaction, which holds the write lock, so that nobody forks the chain."""
    leaves = Leaves()
    add_deeds(connection, deeds, leaves)
    append_batch(connection, leaves)


def add_deeds(connection: sqlite3.Connection, deeds: Sequence[DeedRecorded], leaves: Leaves) -> bytes:
    """`append_deeds`, for a batch whose `leaves` the caller appends to the chain; returns the last record's hash."""
    if not deeds:
        return GENESIS
    last = connection.execute("SELECT number, hash FROM audit_records ORDER BY number DESC LIMIT 1").fetchone()
    number, previous = last if last is not None else (0, GENESIS)
    rows = []
    for deed in deeds:
        number += 1
        fields = _fields(number, deed)
        digest = hash_record(fields, previous)
        rows.append((*fields, previous, digest))
        leaves.add_hash(Kind.AUDIT, number_content(number), digest, deed.at)
        previous = digest
    insert_many(connection, "audit_records", COLUMNS, rows)
    return previous


def hash_record(fields: Sequence[object], previous: bytes) -> bytes:
    """SHA-256 over the previous hash and the record's fields as a JSON array, ids in hex."""
    plain = [value.hex() if isinstance(value, bytes) else value for value in fields]
    return hashlib.sha256(previous + msgspec.json.encode(plain)).digest()


def _fields(number: int, deed: DeedRecorded) -> tuple[object, ...]:
    return (
        number,
        pack_or_none(deed.tenant_id),
        deed.at,
        deed.user,
        deed.action,
        deed.subject,
        msgspec.json.encode(deed.before).decode(),
        msgspec.json.encode(deed.after).decode(),
        deed.reason,
    )
