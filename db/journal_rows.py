"""Facts to rows: one batch of facts as a handful of statements, inside the caller's transaction.

Rows are made before they are changed, and each row is changed once: the last fact about it wins, because
every fact carries the whole value.
"""

import sqlite3
from collections.abc import Callable, Iterable

import msgspec

from app.engine import events
from app.engine.sessions import Session
from db.abandonment_store import write_line_holds
from db.alerts_store import write_alert_settings, write_alerts
from db.audit_chain import add_deeds
from db.batch import Batch, F
from db.call_rows import write_decisions, write_handed_out, write_reported, write_returned, write_settled
from db.calling_store import write_calling_settings, write_held
from db.evidence_chain import append_batch
from db.evidence_leaves import Kind, json_text
from db.evidence_rows import (
    chain_moved_sessions,
    chain_numbered,
    chain_sessions,
)
from db.packing import pack, pack_again, pack_or_none
from db.people_rows import dispositions_json
from db.rule_store import write_released, write_rule_changes, write_rule_signatures
from db.statements import insert_many, update_many
from db.suppressions_store import write_listed
from db.tiers_store import write_tiers
from db.writer_memory import WriterMemory

_SESSION_FACTS = (
    "status",
    "expires_at",
    "ended_at",
    "end_reason",
    "paused_at",
    "paused_us",
    "contacts_attempted",
    "contacts_reached",
    "contacts_converted",
    "last_activity_at",
)
_SESSION_COUNTS = _SESSION_FACTS[1:]
_SESSION_COLUMNS = ("id", "tenant_id", "agent_id", "started_by", "campaign_id", "mode", "started_at", *_SESSION_FACTS)


def write_facts(
    connection: sqlite3.Connection, facts: Iterable[events.Fact], memory: WriterMemory | None = None
) -> None:
    """Write a batch of facts. The caller begins and commits; `memory` is the writer's, so that it asks for less."""
    batch = Batch(connection, facts, memory or WriterMemory())
    kinds = batch.by_kind.keys()
    for concerned, write in _STEPS:
        # A batch has facts of three kinds or four: the other writers are not even called.
        if not kinds.isdisjoint(concerned):
            write(batch)
    append_batch(connection, batch.leaves)


def _write_requests(batch: Batch) -> None:
    facts = batch.of(events.RequestAdmitted)
    rows = [(pack_again(fact.tenant_id), pack_again(fact.user_id), fact.endpoint, fact.at) for fact in facts]
    insert_many(batch.connection, "api_rate_limits", ("tenant_id", "user_id", "endpoint", "created_at"), rows)


def _write_tenants(batch: Batch) -> None:
    latest = {fact.tenant.id: fact.tenant for fact in batch.of(events.TenantChanged)}
    rows = [
        (pack(tenant.id), dispositions_json(tenant.dispositions), pack_or_none(tenant.tier_id))
        for tenant in latest.values()
    ]
    update_many(batch.connection, "tenants", "id", ("dispositions", "tier_id"), rows)


def _write_agents(batch: Batch) -> None:
    columns = ("id", "tenant_id", "user_id", "name", "agent_type", "status", "configuration", "created_at")
    for fact in batch.of(events.AgentChanged):
        agent = fact.agent
        row = (
            pack(agent.id),
            pack(agent.tenant_id),
            pack_or_none(agent.user_id),
            agent.name,
            agent.agent_type,
            agent.status,
            msgspec.json.encode(agent.configuration).decode(),
            agent.created_at,
        )
        if fact.is_new:
            insert_many(batch.connection, "ai_agents", columns, [row])
        else:
            update_many(batch.connection, "ai_agents", "id", ("configuration",), [(row[0], row[6])])
        batch.leaves.add(Kind.AGENT, row[0], row, agent.created_at)


def _write_started(batch: Batch) -> None:
    rows = [
        (
            pack(session.id),
            pack(session.tenant_id),
            pack(session.agent_id),
            pack(session.started_by),
            pack_or_none(session.campaign_id),
            session.mode,
            session.started_at,
            *_session_facts(session),
        )
        for session in (fact.session for fact in batch.of(events.SessionStarted))
    ]
    insert_many(batch.connection, "power_dialer_sessions", _SESSION_COLUMNS, rows)
    chain_sessions(batch.leaves, rows)


def _write_moves(batch: Batch) -> None:
    facts = batch.of(events.SessionMoved)
    rows = [(pack(fact.session.id), fact.at, fact.how, fact.by, fact.reason) for fact in facts]
    last = insert_many(batch.connection, "session_events", ("session_id", "at", "how", "by", "reason"), rows)
    chain_numbered(batch.leaves, Kind.SESSION_EVENT, last, rows, 1)


def _write_sessions(batch: Batch) -> None:
    """Sessions as they stand. One that did not move leaves its status alone, which an index holds."""
    moved = {fact.session.id for fact in batch.of(events.SessionMoved)}
    rows = [(pack_again(session.id), *_session_facts(session)) for session in batch.sessions.values()]
    whole = [row for row, session in zip(rows, batch.sessions, strict=True) if session in moved]
    update_many(batch.connection, "power_dialer_sessions", "id", _SESSION_FACTS, whole)
    counts = [(row[0], *row[2:]) for row, session in zip(rows, batch.sessions, strict=True) if session not in moved]
    update_many(batch.connection, "power_dialer_sessions", "id", _SESSION_COUNTS, counts)
    chain_moved_sessions(batch.leaves, rows)


def _session_facts(session: Session) -> tuple[object, ...]:
    return (
        session.status.value,
        session.expires_at,
        session.ended_at,
        session.end_reason,
        session.paused_at,
        session.paused_total,
        session.attempted,
        session.reached,
        session.converted,
        session.last_activity_at,
    )


def _write_limits(batch: Batch) -> None:
    rows = [
        (
            fact.revision,
            pack_or_none(fact.tenant_id),
            fact.scope.value,
            pack_or_none(fact.scope_id),
            fact.subject,
            fact.field,
            json_text(fact.before),
            json_text(fact.after),
            fact.by,
            fact.reason,
            fact.at,
        )
        for fact in batch.of(events.LimitEdited)
    ]
    columns = (
        "revision",
        "tenant_id",
        "scope",
        "scope_id",
        "subject",
        "field",
        "before",
        "after",
        "by",
        "reason",
        "at",
    )
    last = insert_many(batch.connection, "limit_revisions", columns, rows)
    chain_numbered(batch.leaves, Kind.LIMIT, last, rows, 10)


def _write_answers(batch: Batch) -> None:
    for fact in batch.of(events.AnswerKept):
        # REPLACE, because a key may come again once its day is over.
        batch.connection.execute(
            "REPLACE INTO idempotency_keys (user_id, key, action, fingerprint, answer, at) VALUES (?, ?, ?, ?, ?, ?)",
            (pack(fact.user_id), fact.key, fact.action, fact.fingerprint, fact.answer, fact.at),
        )


def _write_tiers(batch: Batch) -> None:
    write_tiers(batch.connection, batch.of(events.TierChanged), batch.of(events.TierRemoved))


def _write_listed(batch: Batch) -> None:
    write_listed(batch.connection, [fact.entry for fact in batch.of(events.NumberListed)], batch.leaves)


def _write_deeds(batch: Batch) -> None:
    add_deeds(batch.connection, batch.of(events.DeedRecorded), batch.leaves)


def _simply(kind: type[F], write: Callable[[sqlite3.Connection, list[F]], None]) -> "_Step":
    """A writer that wants the facts of one kind, and writes no evidence."""
    return (kind,), lambda batch: write(batch.connection, batch.of(kind))


_Step = tuple[tuple[type, ...], Callable[[Batch], None]]
_DECISIONS = (events.CallHandedOut, events.ContactRefused, events.VersionKept)
# In this order: rows are made before they are changed, and the chain's record holds what all before it wrote.
_STEPS: tuple[_Step, ...] = (
    ((events.TenantChanged,), _write_tenants),
    ((events.TierChanged, events.TierRemoved), _write_tiers),
    ((events.AgentChanged,), _write_agents),
    ((events.SessionStarted,), _write_started),
    ((events.RequestAdmitted,), _write_requests),
    (_DECISIONS, write_decisions),
    ((events.CallHandedOut,), write_handed_out),
    ((events.SessionMoved,), _write_moves),
    ((events.SessionMoved, events.SessionCounted), _write_sessions),
    ((events.CallReported,), write_reported),
    ((events.CallGivenBack,), write_returned),
    ((events.ContactSettled,), write_settled),
    _simply(events.ContactHeld, write_held),
    _simply(events.LinesHeld, write_line_holds),
    _simply(events.CallingSettingsEdited, write_calling_settings),
    _simply(events.RuleChanged, write_rule_changes),
    _simply(events.RuleSigned, write_rule_signatures),
    _simply(events.HoldsReleased, write_released),
    ((events.NumberListed,), _write_listed),
    ((events.LimitEdited,), _write_limits),
    ((events.DeedRecorded,), _write_deeds),
    ((events.AnswerKept,), _write_answers),
    _simply(events.AlertChanged, write_alerts),
    _simply(events.AlertSettingsEdited, write_alert_settings),
)
