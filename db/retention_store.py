"""How long rows are kept, as admins set it, and the small steps in which older ones are deleted."""

import sqlite3
from collections.abc import Sequence

from app.engine.events import DeedRecorded
from app.engine.records import RetentionSetting
from app.engine.value import Id, Instant
from db.audit_chain import add_deeds, append_deeds
from db.evidence_chain import append_batch
from db.evidence_leaves import DELETED, Kind, Leaves, number_content
from db.holds_store import HELD_CALL, HELD_REFUSED, HELD_TENANT
from db.packing import pack, unpack

_PURPOSE_SET = (
    "(SELECT s.purpose FROM purpose_steps AS s WHERE s.tenant_id = call_logs.tenant_id AND s.campaign_id = {campaign}"
    " AND s.at <= call_logs.created_at ORDER BY s.at DESC, s.number DESC LIMIT 1)"
)
_IS_DEBT = (
    # A tenant that never collected a debt is asked once, and not once a call.
    "EXISTS (SELECT 1 FROM purpose_steps WHERE tenant_id = :tenant AND purpose = 'debt') AND "
    f"coalesce(nullif({_PURPOSE_SET.format(campaign='call_logs.campaign_id')}, ''),"
    f" {_PURPOSE_SET.format(campaign='zeroblob(16)')}, '') = 'debt'"
)
"""True of a call that was about a debt when it was placed, whatever its campaign is for now."""

_STILL_ACTIVE = (
    "EXISTS (SELECT 1 FROM call_logs AS l WHERE (l.created_at > :before OR l.ended_at > :before)"
    " AND l.contact_id IN (SELECT call_logs.contact_id UNION SELECT c.id FROM contacts AS c"
    " WHERE c.tenant_id = call_logs.tenant_id AND c.phone = call_logs.phone_number AND c.phone <> ''))"
)
"""True of a call whose person was called later than `:before`, by any campaign: found by contact and by number."""

_ALERTS = (
    "FROM alerts WHERE {by}tenant_id = :tenant AND state = 'resolved'"
    " AND resolved_at >= :after AND resolved_at <= :before"
)
_CALLS = "FROM call_logs WHERE {by}tenant_id = :tenant AND created_at >= :after AND created_at <= :before"
_OF_KIND = {
    "calls": (_CALLS + f" AND NOT ({_IS_DEBT})", HELD_CALL, "created_at"),
    "debt_calls": (_CALLS + f" AND {_IS_DEBT} AND NOT {_STILL_ACTIVE}", HELD_CALL, "created_at"),
    "refusals": (
        "FROM refusals WHERE {by}tenant_id = :tenant AND last_at >= :after AND last_at <= :before",
        HELD_TENANT,
        "last_at",
    ),
    "contact_refusals": (
        "FROM contact_refusals WHERE {by}tenant_id = :tenant AND last_at >= :after AND last_at <= :before",
        HELD_REFUSED,
        "last_at",
    ),
    "alerts": (_ALERTS, "0", "resolved_at"),
}
"""By kind: the rows that are older than they are kept, what of them a legal hold keeps, and what they are as old as."""

_BY_AGE, _BY_KEY = "", "+"
"""What stands before the tenant in a clause: a plus keeps SQLite from the index by age, so that keys are looked up."""

_OF_CALL = (("call_events", "call_id"), ("pickups", "call_id"), ("call_logs", "id"))
_DELETED = {
    "calls": _OF_CALL,
    "debt_calls": _OF_CALL,
    "refusals": (("refusals", "id"),),
    "contact_refusals": (("contact_refusals", "id"),),
    "alerts": (("alert_events", "alert_id"), ("alerts", "id")),
}

_CALL_EVIDENCE = (
    (Kind.CALL, "SELECT id FROM call_logs WHERE id IN ({marks})"),
    (Kind.CALL_EVENT, "SELECT number FROM call_events WHERE call_id IN ({marks})"),
)
_EVIDENCE = {
    "calls": _CALL_EVIDENCE,
    "debt_calls": _CALL_EVIDENCE,
    "refusals": ((Kind.REFUSAL, "SELECT id FROM refusals WHERE id IN ({marks})"),),
    "contact_refusals": ((Kind.CONTACT_REFUSAL, "SELECT id FROM contact_refusals WHERE id IN ({marks})"),),
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


def old_rows(
    connection: sqlite3.Connection, name: str, tenant_id: Id, span: tuple[Instant, Instant], most: int
) -> list[tuple[bytes, Instant]]:
    """Up to `most` rows of a kind (calls, debt_calls, refusals, alerts) that may go, oldest first, each with its age.

    `span` is from where on to look, and the last instant that is old enough. What a legal hold keeps is not among them.
    """
    rows, held, age = _OF_KIND[name]
    return connection.execute(
        f"SELECT id, {age} {rows.format(by=_BY_AGE)} AND NOT {held} ORDER BY {age} LIMIT :most",
        {"tenant": pack(tenant_id), "after": span[0], "before": span[1], "most": most},
    ).fetchall()


def count_old(connection: sqlite3.Connection, name: str, tenant_id: Id, before: Instant) -> tuple[int, int]:
    """How many rows of a kind would go at an instant, and how many more a legal hold keeps."""
    rows, held, _ = _OF_KIND[name]
    values = {"tenant": pack(tenant_id), "after": 0, "before": before}
    query = f"SELECT coalesce(sum(NOT {held}), 0), coalesce(sum({held}), 0) {rows.format(by=_BY_AGE)}"
    free, kept = connection.execute(query, values).fetchone()
    return int(free), int(kept)


def delete_rows(
    connection: sqlite3.Connection,
    name: str,
    tenant_id: Id,
    found: Sequence[tuple[bytes, Instant]],
    before: Instant,
    now: Instant,
) -> int:
    """Delete rows that `old_rows` found before an instant, with what hangs on them; returns how many.

    Inside the caller's transaction. What came under a hold meanwhile, or was called again, stays. The deletion is a
    record of the audit trail, and each row of evidence leaves a leaf that says so: the chain still verifies.
    """
    keys = {f"key{at}": key for at, (key, _) in enumerate(found)}
    values = {"tenant": pack(tenant_id), "after": 0, "before": before, **keys}
    ids = [row[0] for row in connection.execute(_still(name, list(keys)), values)]
    if not ids:
        return 0
    marks = ", ".join("?" * len(ids))
    leaves = Leaves()
    cause = add_deeds(connection, [_deed(name, tenant_id, len(ids), before, now)], leaves)
    for kind, query in _EVIDENCE.get(name, ()):
        for (key,) in connection.execute(query.format(marks=marks), ids).fetchall():
            leaves.add_hash(DELETED | kind, key if isinstance(key, bytes) else number_content(key), cause, now)
    append_batch(connection, leaves)
    for table, column in _DELETED[name]:
        connection.execute(f"DELETE FROM {table} WHERE {column} IN ({marks})", ids)
    return len(ids)


def _still(name: str, keys: Sequence[str]) -> str:
    """Which of the rows with these keys may still go. Few rows, however many others are as old: the lock is held."""
    rows, held, _ = _OF_KIND[name]
    return f"SELECT id {rows.format(by=_BY_KEY)} AND NOT {held} AND id IN ({', '.join(f':{key}' for key in keys)})"


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
