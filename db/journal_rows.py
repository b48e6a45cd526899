"""Facts to rows: one batch of facts as a handful of statements, inside the caller's transaction.

Rows are made before they are changed, and each row is changed once: the last fact about it wins, because
every fact carries the whole value.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import msgspec

from app.engine import events
from app.engine.basis import DecisionRecord
from app.engine.calls import NOT_PLACED_REST, Call, ContactFate
from app.engine.sessions import Session
from db.abandonment_store import write_counted, write_line_holds, write_pickups
from db.alerts_store import write_alert_settings, write_alerts
from db.audit_chain import add_deeds
from db.calling_store import write_calling_settings, write_held
from db.decision_store import KnownBases, write_bases, write_refused, write_versions
from db.evidence_chain import append_batch
from db.evidence_leaves import Kind, Leaves, json_text
from db.evidence_rows import (
    chain_calls,
    chain_moved_sessions,
    chain_numbered,
    chain_returns,
    chain_sessions,
    chain_state,
)
from db.packing import pack, pack_or_none
from db.people_rows import dispositions_json
from db.rule_store import write_released, write_rule_changes, write_rule_signatures
from db.statements import insert_many, update_many
from db.suppressions_store import write_listed
from db.tiers_store import write_tiers
from db.writer_memory import WriterMemory

_CALL_FACTS = ("status", "disposition", "duration", "recording_url", "notes", "answered_at", "ended_at", "deadline")
_CALL = ("id", "tenant_id", "session_id", "agent_id", "user_id", "contact_id", "campaign_id", "phone_number")
_DECISION = ("basis_id", "list_revision", "verdict")
_CALL_COLUMNS = (*_CALL, "created_at", *_CALL_FACTS, "closed_by", *_DECISION)
_NO_DECISION = (None, None, None)
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
_SESSION_COLUMNS = ("id", "tenant_id", "agent_id", "started_by", "campaign_id", "mode", "started_at", *_SESSION_FACTS)
_RANK = {ContactFate.CALLBACK: 0, ContactFate.OPEN: 2, ContactFate.CLOSED: 2, ContactFate.DO_NOT_CALL: 2}

ByKind = dict[type, list[Any]]
F = TypeVar("F")


def write_facts(
    connection: sqlite3.Connection, facts: Iterable[events.Fact], memory: WriterMemory | None = None
) -> None:
    """Write a batch of facts. The caller begins and commits; `memory` spares it what it knows from batches before."""
    memory = memory or WriterMemory()
    by_kind: ByKind = defaultdict(list)
    sessions: dict[str, Session] = {}
    leaves = Leaves()
    for fact in facts:
        by_kind[type(fact)].append(fact)
        if isinstance(fact, events.SessionMoved | events.SessionCounted):
            sessions[fact.session.id] = fact.session
    _write_tenants(connection, _of(by_kind, events.TenantChanged))
    write_tiers(connection, _of(by_kind, events.TierChanged), _of(by_kind, events.TierRemoved))
    _write_agents(connection, _of(by_kind, events.AgentChanged), leaves)
    _write_started(connection, _of(by_kind, events.SessionStarted), leaves)
    _write_requests(connection, _of(by_kind, events.RequestAdmitted))
    _write_decisions(connection, by_kind, memory.bases, leaves)
    _write_handed_out(connection, _of(by_kind, events.CallHandedOut), memory, leaves)
    _write_moves(connection, _of(by_kind, events.SessionMoved), leaves)
    _write_sessions(connection, sessions, leaves)
    _write_calls(connection, _of(by_kind, events.CallReported), _of(by_kind, events.CallGivenBack), leaves)
    _write_settled(connection, _of(by_kind, events.ContactSettled))
    write_held(connection, _of(by_kind, events.ContactHeld))
    write_line_holds(connection, _of(by_kind, events.LinesHeld))
    write_calling_settings(connection, _of(by_kind, events.CallingSettingsEdited))
    write_rule_changes(connection, _of(by_kind, events.RuleChanged))
    write_rule_signatures(connection, _of(by_kind, events.RuleSigned))
    write_released(connection, _of(by_kind, events.HoldsReleased))
    write_listed(connection, [fact.entry for fact in _of(by_kind, events.NumberListed)], leaves)
    _write_limits(connection, _of(by_kind, events.LimitEdited), leaves)
    add_deeds(connection, _of(by_kind, events.DeedRecorded), leaves)
    append_batch(connection, leaves)
    _write_answers(connection, _of(by_kind, events.AnswerKept))
    write_alerts(connection, _of(by_kind, events.AlertChanged))
    write_alert_settings(connection, _of(by_kind, events.AlertSettingsEdited))


def _of(by_kind: ByKind, kind: type[F]) -> list[F]:
    found: list[F] = by_kind.get(kind, [])
    return found


def _write_requests(connection: sqlite3.Connection, facts: Sequence[events.RequestAdmitted]) -> None:
    rows = [(pack(fact.tenant_id), pack(fact.user_id), fact.endpoint, fact.at) for fact in facts]
    insert_many(connection, "api_rate_limits", ("tenant_id", "user_id", "endpoint", "created_at"), rows)


def _write_tenants(connection: sqlite3.Connection, facts: Sequence[events.TenantChanged]) -> None:
    latest = {fact.tenant.id: fact.tenant for fact in facts}
    rows = [
        (pack(tenant.id), dispositions_json(tenant.dispositions), pack_or_none(tenant.tier_id))
        for tenant in latest.values()
    ]
    update_many(connection, "tenants", "id", ("dispositions", "tier_id"), rows)


def _write_decisions(connection: sqlite3.Connection, by_kind: ByKind, known: KnownBases, leaves: Leaves) -> None:
    write_versions(connection, _of(by_kind, events.VersionKept), leaves)
    refused = [fact.refused for fact in _of(by_kind, events.ContactRefused)]
    handed_out = _of(by_kind, events.CallHandedOut)
    bases = [(fact.decision.basis, fact.call.created_at) for fact in handed_out if fact.decision is not None]
    bases += [(one.decision.basis, one.at) for one in refused]
    write_bases(connection, bases, known, leaves)
    write_refused(connection, refused, leaves)


def _decision(decision: DecisionRecord | None) -> tuple[object, ...]:
    return _NO_DECISION if decision is None else (decision.basis.id, decision.list_revision, decision.verdict)


def _write_agents(connection: sqlite3.Connection, facts: Sequence[events.AgentChanged], leaves: Leaves) -> None:
    columns = ("id", "tenant_id", "user_id", "name", "agent_type", "status", "configuration", "created_at")
    for fact in facts:
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
            insert_many(connection, "ai_agents", columns, [row])
        else:
            update_many(connection, "ai_agents", "id", ("configuration",), [(row[0], row[6])])
        leaves.add(Kind.AGENT, row[0], row, agent.created_at)


def _write_started(connection: sqlite3.Connection, facts: Sequence[events.SessionStarted], leaves: Leaves) -> None:
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
        for session in (fact.session for fact in facts)
    ]
    insert_many(connection, "power_dialer_sessions", _SESSION_COLUMNS, rows)
    chain_sessions(leaves, rows)


def _write_moves(connection: sqlite3.Connection, facts: Sequence[events.SessionMoved], leaves: Leaves) -> None:
    rows = [(pack(fact.session.id), fact.at, fact.how, fact.by, fact.reason) for fact in facts]
    last = insert_many(connection, "session_events", ("session_id", "at", "how", "by", "reason"), rows)
    chain_numbered(leaves, Kind.SESSION_EVENT, last, rows, 1)


def _write_sessions(connection: sqlite3.Connection, latest: dict[str, Session], leaves: Leaves) -> None:
    rows = [(pack(session.id), *_session_facts(session)) for session in latest.values()]
    update_many(connection, "power_dialer_sessions", "id", _SESSION_FACTS, rows)
    chain_moved_sessions(leaves, rows)


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


def _write_handed_out(
    connection: sqlite3.Connection, facts: Sequence[events.CallHandedOut], memory: WriterMemory, leaves: Leaves
) -> None:
    rows = [
        (
            pack(call.id),
            pack(call.tenant_id),
            pack(call.session_id),
            pack(call.agent_id),
            pack(call.user_id),
            pack(call.contact_id),
            pack_or_none(call.campaign_id),
            call.phone_number,
            call.created_at,
            *_call_facts(call),
            *_decision(fact.decision),
        )
        for fact, call in ((fact, fact.call) for fact in facts)
    ]
    insert_many(connection, "call_logs", _CALL_COLUMNS, rows)
    if facts:
        chain_calls(leaves, memory.number_key(connection), rows)
    contacts = {fact.call.contact_id: fact for fact in facts}
    marks = [(pack(contact), fact.due_at, fact.call.created_at, 2) for contact, fact in contacts.items()]
    # The rank it had is kept beside the new one, for a call that is not placed after all.
    update_many(connection, "contacts", "id", ("due_at", "last_called_at", "rank"), marks, kept={"rank_before": "rank"})


def _write_calls(
    connection: sqlite3.Connection,
    reported: Sequence[events.CallReported],
    back: Sequence[events.CallGivenBack],
    leaves: Leaves,
) -> None:
    latest = {fact.call.id: fact for fact in reported}
    rows = [(pack(fact.call.id), *_call_facts(fact.call)) for fact in latest.values()]
    update_many(connection, "call_logs", "id", (*_CALL_FACTS, "closed_by"), rows)
    for row, fact in zip(rows, latest.values(), strict=True):
        chain_state(leaves, row, fact.at)
    given_back = [(pack(fact.call.id), fact.at) for fact in back]
    update_many(connection, "call_logs", "id", ("given_back_at",), given_back)
    chain_returns(leaves, given_back)
    returned = {fact.call.contact_id: fact.at for fact in back}
    # It goes to the end of its rank. A callback's rank comes before all others, so it rests first.
    rest = f"new.column2 + (coalesce(rank_before, rank) = 0) * {NOT_PLACED_REST}"
    kept = {"rank": "coalesce(rank_before, rank)", "due_at": rest}
    update_many(connection, "contacts", "id", (), [(pack(contact), at) for contact, at in returned.items()], kept=kept)
    steps = [(pack(fact.call.id), fact.at, fact.call.status.value, fact.call.disposition, fact.by) for fact in reported]
    last = insert_many(connection, "call_events", ("call_id", "at", "status", "disposition", "by"), steps)
    chain_numbered(leaves, Kind.CALL_EVENT, last, steps, 1)
    write_counted(connection, reported)
    write_pickups(connection, reported, leaves)


def _call_facts(call: Call) -> tuple[object, ...]:
    return (
        call.status.value,
        call.disposition,
        call.duration,
        call.recording_url,
        call.notes,
        call.answered_at,
        call.ended_at,
        call.deadline,
        call.closed_by,
    )


def _write_settled(connection: sqlite3.Connection, facts: Sequence[events.ContactSettled]) -> None:
    latest = {fact.contact_id: fact for fact in facts}
    rows = []
    for contact_id, fact in latest.items():
        waits = fact.fate in (ContactFate.OPEN, ContactFate.CALLBACK)
        rows.append((pack(contact_id), "open" if waits else fact.fate.value, _RANK[fact.fate], fact.due_at))
    update_many(connection, "contacts", "id", ("state", "rank", "due_at"), rows)


def _write_limits(connection: sqlite3.Connection, facts: Sequence[events.LimitEdited], leaves: Leaves) -> None:
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
        for fact in facts
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
    last = insert_many(connection, "limit_revisions", columns, rows)
    chain_numbered(leaves, Kind.LIMIT, last, rows, 10)


def _write_answers(connection: sqlite3.Connection, facts: Sequence[events.AnswerKept]) -> None:
    for fact in facts:
        # REPLACE, because a key may come again once its day is over.
        connection.execute(
            "REPLACE INTO idempotency_keys (user_id, key, action, fingerprint, answer, at) VALUES (?, ?, ?, ?, ?, ?)",
            (pack(fact.user_id), fact.key, fact.action, fact.fingerprint, fact.answer, fact.at),
        )
