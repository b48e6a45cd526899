"""The number of one row that somebody may be shown: of a call, a contact, a do-not-call entry, a legal hold."""

import sqlite3
from types import MappingProxyType

from app.engine.value import Id
from db.packing import pack

_QUERIES = MappingProxyType(
    {
        "call": "SELECT phone_number FROM call_logs WHERE tenant_id = ? AND id = ?",
        "contact": "SELECT phone FROM contacts WHERE tenant_id = ? AND id = ?",
        "listed": "SELECT phone FROM suppressions WHERE tenant_id = ? AND number = ?",
        "hold": "SELECT subject FROM legal_holds WHERE tenant_id = ? AND number = ? AND scope = 'number'",
    }
)


def number_of_row(connection: sqlite3.Connection, kind: str, tenant_id: Id, row_id: str) -> str | None:
    """The number of a row, empty if it was erased; None if the tenant has no such row, or the id is none."""
    key = _key(kind, row_id)
    row = None if key is None else connection.execute(_QUERIES[kind], (pack(tenant_id), key)).fetchone()
    return None if row is None else str(row[0])


def _key(kind: str, row_id: str) -> bytes | int | None:
    if kind in ("listed", "hold"):
        return int(row_id) if row_id.isascii() and row_id.isdecimal() and len(row_id) <= 18 else None
    try:
        return pack(row_id) if len(row_id) == 36 else None
    except ValueError:
        return None
