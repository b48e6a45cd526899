"""Legal holds: what may be neither deleted nor erased, by tenant, campaign or number."""

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from app.engine.events import DeedRecorded
from app.engine.value import Id, Instant
from db.audit_chain import append_deeds
from db.columns import pack
from db.people_store import writing

HELD_CALL = (
    "EXISTS (SELECT 1 FROM legal_holds AS h WHERE h.tenant_id = call_logs.tenant_id AND h.released_at IS NULL"
    " AND (h.scope = 'tenant' OR (h.scope = 'number' AND h.subject = call_logs.phone_number)"
    " OR (h.scope = 'campaign' AND h.subject = lower(hex(call_logs.campaign_id)))))"
)
"""True of a call that is under a hold."""

HELD_TENANT = "EXISTS (SELECT 1 FROM legal_holds AS h WHERE h.tenant_id = refusals.tenant_id AND h.released_at IS NULL)"
"""True of a refusal whose tenant has any hold: a refusal knows neither campaign nor number, so it stays."""


class Hold(NamedTuple):
    """One hold; `subject` is empty for a tenant, the name of a campaign, or a number in E.164."""

    number: int
    scope: str
    subject: str
    reason: str
    by: str
    at: Instant


def holds_of(connection: sqlite3.Connection, tenant_id: Id) -> list[Hold]:
    """The holds of a tenant that were not released, oldest first."""
    rows = connection.execute(
        "SELECT h.number, h.scope, coalesce(c.name, h.subject), h.reason, h.by, h.at FROM legal_holds AS h"
        " LEFT JOIN campaigns AS c ON h.scope = 'campaign' AND lower(hex(c.id)) = h.subject"
        " WHERE h.tenant_id = ? AND h.released_at IS NULL ORDER BY h.number",
        (pack(tenant_id),),
    )
    return list(map(Hold._make, rows))


def campaign_named(connection: sqlite3.Connection, tenant_id: Id, name: str) -> str | None:
    """What a hold calls a campaign of this name, None if the tenant has none."""
    row = connection.execute(
        "SELECT lower(hex(id)) FROM campaigns WHERE tenant_id = ? AND name = ?", (pack(tenant_id), name)
    ).fetchone()
    return None if row is None else str(row[0])


def add_hold(
    connection: sqlite3.Connection, tenant_id: Id, place: tuple[str, str], why: tuple[str, str], at: Instant
) -> int:
    """Hold what `place` (scope, subject) names; `why` is by whom and the reason. Returns the hold's number."""
    (scope, subject), (by, reason) = place, why
    with writing(connection):
        number = connection.execute(
            "INSERT INTO legal_holds (tenant_id, scope, subject, reason, by, at) VALUES (?, ?, ?, ?, ?, ?)",
            (pack(tenant_id), scope, subject, reason, by, at),
        ).lastrowid
        append_deeds(connection, [_deed("hold.add", tenant_id, why, at, {"number": number, "scope": scope})])
    return number or 0


def release_hold(connection: sqlite3.Connection, tenant_id: Id, number: int, why: tuple[str, str], at: Instant) -> bool:
    """Release a hold of the tenant; False if it has none of this number."""
    with writing(connection):
        released = connection.execute(
            "UPDATE legal_holds SET released_by = ?, released_at = ?"
            " WHERE number = ? AND tenant_id = ? AND released_at IS NULL",
            (why[0], at, number, pack(tenant_id)),
        ).rowcount
        if released:
            append_deeds(connection, [_deed("hold.release", tenant_id, why, at, {"number": number})])
    return bool(released)


def _deed(action: str, tenant_id: Id, why: tuple[str, str], at: Instant, after: Mapping[str, object]) -> DeedRecorded:
    """The record of it. A number that is held is not in it: it may be erased once the hold is released."""
    by, reason = why
    return DeedRecorded(
        tenant_id=tenant_id,
        at=at,
        user=by,
        action=action,
        subject=f"legal hold {after['number']}",
        before=None,
        after=dict(after),
        reason=reason,
    )
