"""What belongs to one call or one refusal: a handful of index seeks each."""

import sqlite3

import msgspec

from app.engine.basis import Basis, DecisionRecord
from app.engine.limits import LIMITS, LimitId
from app.engine.log_rows import LoggedAgent, LoggedEdit, LoggedLimits
from app.engine.log_search import CallMoment, CallStory, RefusalStory
from app.engine.records import RefusalRecord
from app.engine.sessions import Session
from app.engine.value import DAY, HOUR, Id, Instant
from db.packing import pack
from db.queries import (
    CALL_COLUMNS,
    CALL_SELECT,
    REFUSAL_SELECT,
    call_of,
    find_session,
    refusal_of,
    stored_json,
)

OTHERS = 20
"""How many other calls to the same contact are told."""

MOST_CHARGES = 1_000
"""How many instants of a full window are told: more cannot be told apart in a picture."""


def story_of_call(connection: sqlite3.Connection, tenant_id: Id, call_id: Id) -> CallStory | None:
    """One call of a tenant, None if there is none of this id."""
    row = connection.execute(
        f"{CALL_COLUMNS}, given_back_at, basis_id, list_revision, verdict FROM call_logs"
        " WHERE id = ? AND tenant_id = ?",
        (pack(call_id), pack(tenant_id)),
    ).fetchone()
    if row is None:
        return None
    call, at = call_of(row), row[8]
    moments = connection.execute(
        'SELECT at, status, disposition, "by" FROM call_events WHERE call_id = ? ORDER BY number', (row[0],)
    )
    others = connection.execute(
        f"{CALL_SELECT} WHERE contact_id = ? AND id != ? AND tenant_id = ? ORDER BY id DESC LIMIT ?",
        (row[5], row[0], row[1], OTHERS),
    )
    session = find_session(connection, tenant_id, call.session_id)
    return CallStory(
        call=call,
        given_back_at=row[18],
        moments=[CallMoment(at=at_, status=status, disposition=word, by=by) for at_, status, word, by in moments],
        session=session,
        starter=_starter(connection, session),
        user=_name(connection, "users", row[4]) or "",
        campaign=_name(connection, "campaigns", row[6]),
        contact=_contact(connection, row[5]),
        hour=len(_charges(connection, "agent_id", call.agent_id, at - HOUR, at)),
        day=len(_charges(connection, "session_id", call.session_id, at - DAY, at)),
        others=[call_of(other) for other in others],
        decision=_decision(connection, row[-3:]),
    )


def _decision(connection: sqlite3.Connection, kept: tuple[bytes | None, int, str | None]) -> DecisionRecord | None:
    """Why a call might be placed, None of one from before that was kept."""
    basis_id, revision, verdict = kept
    row = connection.execute("SELECT document FROM decision_bases WHERE id = ?", (basis_id,)).fetchone()
    if basis_id is None or row is None:
        return None
    return DecisionRecord(basis=Basis(id=basis_id, document=row[0]), list_revision=revision, verdict=verdict)


def story_of_refusal(connection: sqlite3.Connection, tenant_id: Id, refusal_id: Id) -> RefusalStory | None:
    """One folded refusal of a tenant, None if there is none of this id."""
    row = connection.execute(
        f"{REFUSAL_SELECT} WHERE r.id = ? AND r.tenant_id = ?", (pack(refusal_id), pack(tenant_id))
    ).fetchone()
    if row is None:
        return None
    refusal = refusal_of(row)
    session = None if refusal.session_id is None else find_session(connection, tenant_id, refusal.session_id)
    return RefusalStory(
        refusal=refusal,
        session=session,
        starter=_starter(connection, session),
        charges=_filled_by(connection, refusal, session),
    )


def _starter(connection: sqlite3.Connection, session: Session | None) -> str:
    if session is None:
        return ""
    return _name(connection, "users", pack(session.started_by)) or ""


def _contact(connection: sqlite3.Connection, contact_id: bytes) -> str | None:
    row = connection.execute("SELECT first_name, last_name FROM contacts WHERE id = ?", (contact_id,)).fetchone()
    return None if row is None else " ".join(row).strip() or None


def _filled_by(connection: sqlite3.Connection, refusal: RefusalRecord, session: Session | None) -> list[Instant]:
    """The events of the limit's window at the last try; of a limit without a window, none."""
    limit_id = LimitId(refusal.limit_id)
    window = LIMITS[limit_id].window
    if window is None:
        return []
    start, stop = refusal.last_at - window, refusal.last_at
    if limit_id is LimitId.CALLS_HOUR and refusal.agent_id is not None:
        return _charges(connection, "agent_id", refusal.agent_id, start, stop)[-MOST_CHARGES:]
    if limit_id is LimitId.CALLS_DAY and session is not None:
        return _charges(connection, "session_id", session.id, start, stop)[-MOST_CHARGES:]
    if limit_id in (LimitId.API_MINUTE, LimitId.API_HOUR):
        rows = connection.execute(
            "SELECT created_at FROM api_rate_limits WHERE created_at > ? AND created_at <= ? AND user_id = ?"
            " ORDER BY created_at",
            (start, stop, pack(refusal.user_id)),
        )
        return [row[0] for row in rows][-MOST_CHARGES:]
    return []


def _charges(
    connection: sqlite3.Connection, subject: str, identity: Id, start: Instant, stop: Instant
) -> list[Instant]:
    """When calls in (start, stop] were charged that were not given back by then, oldest first."""
    rows = connection.execute(
        f"SELECT created_at FROM call_logs WHERE {subject} = ? AND created_at > ? AND created_at <= ?"
        " AND (given_back_at IS NULL OR given_back_at > ?) ORDER BY created_at",
        (pack(identity), start, stop, stop),
    )
    return [row[0] for row in rows]


def limits_of(connection: sqlite3.Connection, tenant_id: Id, agent_id: Id | None) -> LoggedLimits:
    """The limit edits that touch a tenant and one of its agents, and that agent as it is now.

    Those of every tier are among them: the tenant may have been of another one then, which is gone now.
    """
    edits = connection.execute(
        "SELECT revision, at, scope, scope_id, field, before, after FROM limit_revisions"
        " WHERE scope IN ('tier', 'system') OR scope_id IN (?, ?) ORDER BY number",
        (pack(tenant_id), pack(agent_id or tenant_id)),
    )
    agents = connection.execute(
        "SELECT id, tenant_id, name, configuration FROM ai_agents WHERE id = ? AND tenant_id = ?",
        (pack(agent_id or tenant_id), pack(tenant_id)),
    )
    tiers = connection.execute(
        "SELECT id, tier_id FROM tenants WHERE id = ? AND tier_id IS NOT NULL", (pack(tenant_id),)
    )
    return LoggedLimits(
        edits=[LoggedEdit._make((*row[:5], stored_json(row[5]), stored_json(row[6]))) for row in edits],
        agents=[LoggedAgent._make((*row[:3], msgspec.json.decode(row[3]))) for row in agents],
        tiers=dict(tiers.fetchall()),
    )


def _name(connection: sqlite3.Connection, table: str, identity: bytes | None) -> str | None:
    row = connection.execute(f"SELECT name FROM {table} WHERE id = ?", (identity,)).fetchone()
    return None if row is None else str(row[0])
