"""How long rows are kept, as admins set it, and the small steps in which older ones are deleted."""

import sqlite3

from app.engine.events import DeedRecorded
from app.engine.records import RetentionSetting
from app.engine.value import Id, Instant
from db.audit_chain import append_deeds
from db.columns import pack, unpack

_OLD = {
    "calls": "SELECT id FROM call_logs WHERE tenant_id = ? AND created_at <= ? ORDER BY created_at LIMIT ?",
    "refusals": "SELECT id FROM refusals WHERE tenant_id = ? AND last_at <= ? LIMIT ?",
    "alerts": "SELECT id FROM alerts WHERE tenant_id = ? AND state = 'resolved' AND resolved_at <= ? LIMIT ?",
}
_DELETED = {
    "calls": (("call_events", "call_id"), ("call_logs", "id")),
    "refusals": (("refusals", "id"),),
    "alerts": (("alert_events", "alert_id"), ("alerts", "id")),
}


def retention_settings(connection: sqlite3.Connection) -> list[RetentionSetting]:
    """Everything that was set, of every tenant."""
    rows = connection.execute("SELECT tenant_id, name, amount, by, edited_at FROM retention_settings")
    return [
        RetentionSetting(tenant_id=unpack(row[0]), name=row[1], amount=row[2], by=row[3], edited_at=row[4])
        for row in rows
    ]


def put_retention(connection: sqlite3.Connection, setting: RetentionSetting, deed: DeedRecorded) -> None:
    """Set one; inside the caller's transaction, `deed` says from what to what and why."""
    connection.execute(
        "REPLACE INTO retention_settings (tenant_id, name, amount, by, edited_at) VALUES (?, ?, ?, ?, ?)",
        (pack(setting.tenant_id), setting.name, setting.amount, setting.by, setting.edited_at),
    )
    append_deeds(connection, [deed])


def delete_old(connection: sqlite3.Connection, name: str, tenant_id: Id, before: Instant, most: int) -> int:
    """Delete up to `most` rows of a kind (calls, refusals, alerts) from before an instant, with what hangs on them.

    Inside the caller's transaction; returns how many.
    """
    ids = [row[0] for row in connection.execute(_OLD[name], (pack(tenant_id), before, most))]
    marks = ", ".join("?" * len(ids))
    for table, column in _DELETED[name] if ids else ():
        connection.execute(f"DELETE FROM {table} WHERE {column} IN ({marks})", ids)
    return len(ids)
