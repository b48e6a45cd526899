"""Legal holds: what may be neither deleted nor erased, by tenant, campaign, number or span of time."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from app.engine.events import DeedRecorded
from app.engine.holds import HeldWhat, HoldScope, LegalHold
from app.engine.value import Id, Instant
from db.audit_chain import append_deeds
from db.packing import pack, unpack
from db.people_store import writing

HELD_CALL = (
    "EXISTS (SELECT 1 FROM legal_holds AS h WHERE h.tenant_id = call_logs.tenant_id AND h.released_at IS NULL"
    " AND (h.scope = 'tenant' OR (h.scope = 'number' AND h.subject = call_logs.phone_number)"
    " OR (h.scope = 'campaign' AND h.subject = lower(hex(call_logs.campaign_id)))"
    " OR (h.scope = 'range' AND call_logs.created_at >= h.starts_at AND call_logs.created_at < h.ends_at)))"
)
"""True of a call that is under a hold."""

HELD_TENANT = "EXISTS (SELECT 1 FROM legal_holds AS h WHERE h.tenant_id = refusals.tenant_id AND h.released_at IS NULL)"
"""True of a refusal whose tenant has any hold: a refusal knows neither campaign nor number, so it stays."""

HELD_REFUSED = (
    "EXISTS (SELECT 1 FROM legal_holds AS h WHERE h.tenant_id = contact_refusals.tenant_id AND h.released_at IS NULL)"
)
"""True of a contact that was not called, likewise."""


def holds_of(connection: sqlite3.Connection, tenant_id: Id) -> list[LegalHold]:
    """The holds of a tenant that were not released, oldest first."""
    rows = connection.execute(
        "SELECT h.number, h.scope, h.subject, h.starts_at, h.ends_at, coalesce(c.name, ''), h.reason, h.by, h.at"
        " FROM legal_holds AS h LEFT JOIN campaigns AS c ON h.scope = 'campaign' AND lower(hex(c.id)) = h.subject"
        " WHERE h.tenant_id = ? AND h.released_at IS NULL ORDER BY h.number",
        (pack(tenant_id),),
    )
    return [_hold(row) for row in rows]


def campaign_named(connection: sqlite3.Connection, tenant_id: Id, name: str) -> Id | None:
    """The id of a campaign of this name, None if the tenant has none."""
    row = connection.execute(
        "SELECT id FROM campaigns WHERE tenant_id = ? AND name = ?", (pack(tenant_id), name)
    ).fetchone()
    return None if row is None else unpack(row[0])


def add_hold(connection: sqlite3.Connection, tenant_id: Id, what: HeldWhat, why: tuple[str, str], at: Instant) -> int:
    """Hold what is named; `why` is by whom and the reason. Returns the hold's number."""
    by, reason = why
    subject = what.phone if what.campaign_id is None else pack(what.campaign_id).hex()
    with writing(connection):
        number = connection.execute(
            "INSERT INTO legal_holds (tenant_id, scope, subject, reason, by, at, starts_at, ends_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (pack(tenant_id), what.scope.value, subject, reason, by, at, what.starts_at, what.ends_at),
        ).lastrowid
        after: dict[str, object] = {"number": number, "scope": what.scope.value}
        if what.scope is HoldScope.RANGE:
            after |= {"from": what.starts_at, "to": what.ends_at}
        append_deeds(connection, [_deed("hold.add", tenant_id, why, at, after)])
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


def _hold(row: tuple[Any, ...]) -> LegalHold:
    number, scope, subject, starts_at, ends_at, campaign, reason, by, at = row
    named = HoldScope(scope)
    what = HeldWhat(
        scope=named,
        campaign_id=unpack(bytes.fromhex(subject)) if named is HoldScope.CAMPAIGN else None,
        phone=subject if named is HoldScope.NUMBER else "",
        starts_at=starts_at,
        ends_at=ends_at,
    )
    return LegalHold(number=number, what=what, campaign=campaign, reason=reason, by=by, at=at)


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
