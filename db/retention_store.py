"""How long rows are kept, as admins set it, and the small steps in which older ones are deleted."""

import sqlite3

from app.engine.events import DeedRecorded
from app.engine.records import RetentionSetting
from app.engine.value import Id, Instant
from db.audit_chain import add_deeds, append_deeds
from db.columns import pack, unpack
from db.evidence_chain import append_batch
from db.evidence_leaves import DELETED, Kind, Leaves, number_content
from db.holds_store import HELD_CALL, HELD_TENANT

_OLD = {
    "calls": "SELECT id FROM call_logs WHERE tenant_id = ? AND created_at <= ?"
    f" AND NOT {HELD_CALL} ORDER BY created_at LIMIT ?",
    "refusals": f"SELECT id FROM refusals WHERE tenant_id = ? AND last_at <= ? AND NOT {HELD_TENANT} LIMIT ?",
    "alerts": "SELECT id FROM alerts WHERE tenant_id = ? AND state = 'resolved' AND resolved_at <= ? LIMIT ?",
}
_DELETED = {
    "calls": (("call_events", "call_id"), ("call_logs", "id")),
    "refusals": (("refusals", "id"),),
    "alerts": (("alert_events", "alert_id"), ("alerts", "id")),
}

_EVIDENCE = {
    "calls": (
        (Kind.CALL, "SELECT id FROM call_logs WHERE id IN ({marks})"),
        (Kind.CALL_EVENT, "SELECT number FROM call_events WHERE call_id IN ({marks})"),
    ),
    "refusals": ((Kind.REFUSAL, "SELECT id FROM refusals WHERE id IN ({marks})"),),
}
"""The rows that are evidence, by their keys."""


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


def delete_old(
    connection: sqlite3.Connection, name: str, tenant_id: Id, before: Instant, most: int, now: Instant
) -> int:
    """Delete up to `most` rows of a kind (calls, refusals, alerts) from before an instant, with what hangs on them.

    Inside the caller's transaction; returns how many. What a legal hold keeps stays. The deletion is a record of the
    audit trail, and each row of evidence leaves a leaf that says so: the chain still verifies.
    """
    ids = [row[0] for row in connection.execute(_OLD[name], (pack(tenant_id), before, most))]
    marks = ", ".join("?" * len(ids))
    if not ids:
        return 0
    leaves = Leaves()
    cause = add_deeds(connection, [_deed(name, tenant_id, len(ids), before, now)], leaves)
    for kind, query in _EVIDENCE.get(name, ()):
        for (key,) in connection.execute(query.format(marks=marks), ids).fetchall():
            leaves.add_hash(DELETED | kind, key if isinstance(key, bytes) else number_content(key), cause, now)
    append_batch(connection, leaves)
    for table, column in _DELETED[name]:
        connection.execute(f"DELETE FROM {table} WHERE {column} IN ({marks})", ids)
    return len(ids)


def _deed(name: str, tenant_id: Id, rows: int, before: Instant, now: Instant) -> DeedRecorded:
    return DeedRecorded(
        tenant_id=tenant_id,
        at=now,
        user="retention",
        action="retention.delete",
        subject=name,
        before={"rows": rows, "until": before},
        after=None,
        reason="older than it is kept",
    )
