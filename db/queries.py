"""What is read from the log: one call, one session, pages by keyset. Every query is an index seek."""

import sqlite3
from typing import Any

import msgspec

from app.engine.calls import Call, CallStatus
from app.engine.events import LimitEdited
from app.engine.records import AuditRecord, CampaignCount, Deeds, RefusalRecord, Span
from app.engine.rulebook import Scope
from app.engine.sessions import Session, SessionStatus
from app.engine.value import Id, Instant
from db.abandonment_store import with_pickups
from db.packing import pack, recall, unpack, unpack_or_none

CALL_COLUMNS = (
    "SELECT id, tenant_id, session_id, agent_id, user_id, contact_id, campaign_id, phone_number, created_at, status,"
    " disposition, duration, recording_url, notes, answered_at, ended_at, deadline, closed_by"
)
CALL_SELECT = f"{CALL_COLUMNS} FROM call_logs"
SESSION_SELECT = (
    "SELECT id, tenant_id, agent_id, started_by, campaign_id, mode, started_at, expires_at, last_activity_at, status,"
    " ended_at, end_reason, paused_at, paused_us, contacts_attempted, contacts_reached, contacts_converted"
    " FROM power_dialer_sessions"
)
REFUSAL_COLUMNS = (
    "SELECT r.id, r.user_id, coalesce(u.name, ''), r.agent_id, r.session_id, r.code, r.limit_id, r.amount, r.used,"
    " r.retry_at, r.first_at, r.last_at, r.count"
)
REFUSAL_SELECT = f"{REFUSAL_COLUMNS} FROM refusals r LEFT JOIN users u ON u.id = r.user_id"

Row = tuple[Any, ...]


def call_of(row: Row) -> Call:
    """A call from a row of `CALL_SELECT`."""
    return Call(
        id=unpack(row[0]),
        tenant_id=recall(row[1]),
        session_id=recall(row[2]),
        agent_id=recall(row[3]),
        user_id=recall(row[4]),
        contact_id=unpack(row[5]),
        campaign_id=unpack_or_none(row[6]),
        phone_number=row[7],
        created_at=row[8],
        status=CallStatus(row[9]),
        disposition=row[10],
        duration=row[11],
        recording_url=row[12],
        notes=row[13],
        answered_at=row[14],
        ended_at=row[15],
        deadline=row[16],
        closed_by=row[17],
    )


def session_of(row: Row) -> Session:
    """A session from a row of `SESSION_SELECT`."""
    return Session(
        id=unpack(row[0]),
        tenant_id=unpack(row[1]),
        agent_id=unpack(row[2]),
        started_by=unpack(row[3]),
        campaign_id=unpack_or_none(row[4]),
        mode=row[5],
        started_at=row[6],
        expires_at=row[7],
        last_activity_at=row[8],
        status=SessionStatus(row[9]),
        ended_at=row[10],
        end_reason=row[11],
        paused_at=row[12],
        paused_total=row[13],
        attempted=row[14],
        reached=row[15],
        converted=row[16],
    )


def refusal_of(row: Row) -> RefusalRecord:
    """A refusal from a row of the refusals query."""
    return RefusalRecord(
        id=unpack(row[0]),
        user_id=unpack(row[1]),
        user=row[2],
        agent_id=unpack_or_none(row[3]),
        session_id=unpack_or_none(row[4]),
        code=row[5],
        limit_id=row[6],
        amount=row[7],
        used=row[8],
        retry_at=row[9],
        first_at=row[10],
        last_at=row[11],
        count=row[12],
    )


def recent_refusals(connection: sqlite3.Connection, edge: Instant) -> list[RefusalRecord]:
    """Every refusal after `edge`, of all tenants, oldest first."""
    rows = connection.execute(f"{REFUSAL_SELECT} WHERE r.last_at > ? ORDER BY r.last_at", (edge,))
    return [refusal_of(row) for row in rows]


def find_session(connection: sqlite3.Connection, tenant_id: Id, session_id: Id) -> Session | None:
    """One session of a tenant."""
    row = connection.execute(
        f"{SESSION_SELECT} WHERE id = ? AND tenant_id = ?", (pack(session_id), pack(tenant_id))
    ).fetchone()
    return None if row is None else session_of(row)


def find_call(connection: sqlite3.Connection, tenant_id: Id, call_id: Id) -> Call | None:
    """One call of a tenant."""
    row = connection.execute(
        f"{CALL_SELECT} WHERE id = ? AND tenant_id = ?", (pack(call_id), pack(tenant_id))
    ).fetchone()
    return None if row is None else with_pickups(connection, [call_of(row)])[0]


def page_of_calls(connection: sqlite3.Connection, tenant_id: Id, span: Span) -> list[Call]:
    """A page of a tenant's calls, newest first, by keyset: the same cost at any depth."""
    where, values = _keyset("created_at", span)
    column, subject = "tenant_id", tenant_id
    if span.session_id is not None:
        column, subject = "session_id", span.session_id
    elif span.agent_id is not None:
        column, subject = "agent_id", span.agent_id
    rows = connection.execute(
        # The plus keeps the tenant's index out: with it an agent's twenty calls are looked for among all of them.
        f"{CALL_SELECT} WHERE {column} = ? AND +tenant_id = ? AND {where} ORDER BY created_at DESC, id DESC LIMIT ?",
        (pack(subject), pack(tenant_id), *values, span.size),
    )
    return [call_of(row) for row in rows]


def page_of_refusals(connection: sqlite3.Connection, tenant_id: Id, span: Span) -> list[RefusalRecord]:
    """A page of a tenant's refusals, newest first."""
    where, values = _keyset("r.last_at", span, "r.id")
    column, subject = ("r.agent_id", span.agent_id) if span.agent_id is not None else ("r.tenant_id", tenant_id)
    rows = connection.execute(
        f"{REFUSAL_SELECT} WHERE {column} = ? AND +r.tenant_id = ? AND {where}"
        " ORDER BY r.last_at DESC, r.id DESC LIMIT ?",
        (pack(subject), pack(tenant_id), *values, span.size),
    )
    return [refusal_of(row) for row in rows]


def page_of_audit(
    connection: sqlite3.Connection, tenant_id: Id, span: Span, before: int | None, deeds: Deeds
) -> list[AuditRecord]:
    """A page of a tenant's audit trail, newest first; `before` is the number of the record after the page."""
    rows = connection.execute(
        'SELECT number, at, "user", action, subject, before, after, reason FROM audit_records'
        " WHERE tenant_id = :tenant AND number < :before AND at >= :start AND at < :stop"
        ' AND (:user IS NULL OR "user" = :user)'
        " AND (:kind IS NULL OR action = :kind OR substr(action, 1, length(:kind) + 1) = :kind || '.')"
        " ORDER BY number DESC LIMIT :size",
        {
            "tenant": pack(tenant_id),
            "before": before if before is not None else 1 << 62,
            "start": span.start,
            "stop": span.stop,
            "user": deeds.user,
            "kind": deeds.kind,
            "size": span.size,
        },
    )
    return [
        AuditRecord(
            number=row[0],
            at=row[1],
            user=row[2],
            action=row[3],
            subject=row[4],
            before=msgspec.json.decode(row[5]),
            after=msgspec.json.decode(row[6]),
            reason=row[7],
        )
        for row in rows
    ]


def choices_of_audit(connection: sqlite3.Connection, tenant_id: Id) -> tuple[list[str], list[str]]:
    """Who is in a tenant's audit trail, and the first words of the actions in it, each in order."""
    rows = connection.execute(
        'SELECT DISTINCT "user", action FROM audit_records WHERE tenant_id = ?', (pack(tenant_id),)
    )
    users, kinds = set(), set()
    for user, action in rows:
        users.add(user)
        kinds.add(action.partition(".")[0])
    return sorted(users, key=str.casefold), sorted(kinds)


def _keyset(time: str, span: Span, identity: str = "id") -> tuple[str, tuple[object, ...]]:
    if span.cursor is None:
        return f"{time} >= ? AND {time} < ?", (span.start, span.stop)
    return f"{time} >= ? AND ({time}, {identity}) < (?, ?)", (span.start, *span.cursor)


def campaigns_of(connection: sqlite3.Connection, tenant_id: Id, now: Instant) -> list[CampaignCount]:
    """A tenant's campaigns with how many contacts each has and how many may be called now."""
    rows = connection.execute(
        "SELECT c.id, c.name, count(k.id), coalesce(sum(k.state = 'open' AND k.due_at <= ?), 0), p.name"
        " FROM campaigns c LEFT JOIN campaign_splits s ON s.campaign_id = c.id"
        " LEFT JOIN campaigns p ON p.id = s.split_from"
        " LEFT JOIN contacts k ON k.campaign_id = c.id AND k.tenant_id = c.tenant_id"
        " WHERE c.tenant_id = ? GROUP BY c.id ORDER BY c.name",
        (now, pack(tenant_id)),
    )
    return [
        CampaignCount(id=unpack(row[0]), name=row[1], contacts=row[2], waiting=row[3], split_from=row[4])
        for row in rows
    ]


def call_instants(connection: sqlite3.Connection, agent_id: Id, edge: Instant) -> list[Instant]:
    """When an agent's calls after `edge` were charged and not given back, oldest first."""
    rows = connection.execute(
        "SELECT created_at FROM call_logs WHERE agent_id = ? AND created_at > ? AND given_back_at IS NULL"
        " ORDER BY created_at",
        (pack(agent_id), edge),
    )
    return [row[0] for row in rows]


def edits_of(connection: sqlite3.Connection, scope_id: Id, size: int) -> list[LimitEdited]:
    """The last limit edits of one agent or tenant, newest first."""
    rows = connection.execute(
        f"SELECT {EDIT_COLUMNS} FROM limit_revisions WHERE scope_id = ? ORDER BY at DESC, number DESC LIMIT ?",
        (pack(scope_id), size),
    )
    return [edit_of(row) for row in rows]


EDIT_COLUMNS = "revision, tenant_id, scope, scope_id, subject, field, before, after, by, reason, at"


def edit_of(row: Row) -> LimitEdited:
    """A limit edit from a row of `EDIT_COLUMNS`."""
    return LimitEdited(
        revision=row[0],
        tenant_id=unpack_or_none(row[1]),
        scope=Scope(row[2]),
        scope_id=unpack_or_none(row[3]),
        subject=row[4],
        field=row[5],
        before=stored_json(row[6]),
        after=stored_json(row[7]),
        by=row[8],
        reason=row[9],
        at=row[10],
    )


def stored_json(stored: object) -> object:
    """A value of a JSON column: SQLite's affinity turns the text of a bare number into the number."""
    return msgspec.json.decode(stored) if isinstance(stored, str) else stored
