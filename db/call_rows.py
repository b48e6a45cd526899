"""Calls and their contacts as rows: handed out, reported, given back, settled."""

from collections.abc import Mapping
from types import MappingProxyType

from app.engine import events
from app.engine.basis import DecisionRecord
from app.engine.calls import NOT_PLACED_REST, Call, ContactFate
from db.abandonment_store import write_counted, write_pickups
from db.batch import Batch
from db.decision_store import write_bases, write_refused, write_versions
from db.evidence_leaves import Kind
from db.evidence_rows import chain_calls, chain_numbered, chain_returns, chain_state
from db.packing import pack, pack_again
from db.statements import insert_many, update_many

_CALL_FACTS = ("status", "disposition", "duration", "recording_url", "notes", "answered_at", "ended_at", "deadline")
_CALL = ("id", "tenant_id", "session_id", "agent_id", "user_id", "contact_id", "campaign_id", "phone_number")
_DECISION = ("basis_id", "list_revision", "verdict")
_CALL_COLUMNS = (*_CALL, "created_at", *_CALL_FACTS, "closed_by", *_DECISION)
_NO_DECISION = (None, None, None)
_KEPT_RANK: Mapping[str, str] = MappingProxyType({"rank_before": "rank"})
_RANK = {ContactFate.CALLBACK: 0, ContactFate.OPEN: 2, ContactFate.CLOSED: 2, ContactFate.DO_NOT_CALL: 2}


def write_decisions(batch: Batch) -> None:
    """The versions and bases that decisions refer to, and who was refused."""
    connection, leaves = batch.connection, batch.leaves
    write_versions(connection, batch.of(events.VersionKept), leaves)
    refused = [fact.refused for fact in batch.of(events.ContactRefused)]
    handed_out = batch.of(events.CallHandedOut)
    bases = [(fact.decision.basis, fact.call.created_at) for fact in handed_out if fact.decision is not None]
    bases += [(one.decision.basis, one.at) for one in refused]
    write_bases(connection, bases, batch.memory.bases, leaves)
    write_refused(connection, refused, leaves)


def _decision(decision: DecisionRecord | None) -> tuple[object, ...]:
    return _NO_DECISION if decision is None else (decision.basis.id, decision.list_revision, decision.verdict)


def write_handed_out(batch: Batch) -> None:
    """Calls as they were handed out; their contacts wait for another day."""
    connection, facts = batch.connection, batch.of(events.CallHandedOut)
    rows = [
        (
            pack(call.id),
            pack_again(call.tenant_id),
            pack_again(call.session_id),
            pack_again(call.agent_id),
            pack_again(call.user_id),
            pack(call.contact_id),
            None if call.campaign_id is None else pack_again(call.campaign_id),
            call.phone_number,
            call.created_at,
            *_call_facts(call),
            *_decision(fact.decision),
        )
        for fact, call in ((fact, fact.call) for fact in facts)
    ]
    insert_many(connection, "call_logs", _CALL_COLUMNS, rows)
    chain_calls(batch.leaves, batch.memory.number_key(connection), rows)
    marks = {row[5]: (row[5], fact.due_at, row[8], 2) for row, fact in zip(rows, facts, strict=True)}
    # The rank it had is kept beside the new one, for a call that is not placed after all.
    update_many(connection, "contacts", "id", ("due_at", "last_called_at", "rank"), [*marks.values()], kept=_KEPT_RANK)


def write_reported(batch: Batch) -> None:
    """What was reported of calls: each row as it stands now, and every step."""
    connection, leaves, reported = batch.connection, batch.leaves, batch.of(events.CallReported)
    latest = {fact.call.id: fact for fact in reported}
    rows = [(pack(fact.call.id), *_call_facts(fact.call)) for fact in latest.values()]
    update_many(connection, "call_logs", "id", (*_CALL_FACTS, "closed_by"), rows)
    for row, fact in zip(rows, latest.values(), strict=True):
        chain_state(leaves, row, fact.at)
    steps = [(pack(fact.call.id), fact.at, fact.call.status.value, fact.call.disposition, fact.by) for fact in reported]
    last = insert_many(connection, "call_events", ("call_id", "at", "status", "disposition", "by"), steps)
    chain_numbered(leaves, Kind.CALL_EVENT, last, steps, 1)
    write_counted(connection, reported)
    write_pickups(connection, reported, leaves)


def write_returned(batch: Batch) -> None:
    """Calls that were not placed: their contacts wait again."""
    connection, back = batch.connection, batch.of(events.CallGivenBack)
    given_back = [(pack(fact.call.id), fact.at) for fact in back]
    update_many(connection, "call_logs", "id", ("given_back_at",), given_back)
    chain_returns(batch.leaves, given_back)
    returned = {fact.call.contact_id: fact.at for fact in back}
    # It goes to the end of its rank. A callback's rank comes before all others, so it rests first.
    rest = f"new.column2 + (coalesce(rank_before, rank) = 0) * {NOT_PLACED_REST}"
    kept = {"rank": "coalesce(rank_before, rank)", "due_at": rest}
    update_many(connection, "contacts", "id", (), [(pack(contact), at) for contact, at in returned.items()], kept=kept)


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


def write_settled(batch: Batch) -> None:
    """Contacts that a disposition has settled, or a list."""
    latest = {fact.contact_id: fact for fact in batch.of(events.ContactSettled)}
    rows = []
    for contact_id, fact in latest.items():
        waits = fact.fate in (ContactFate.OPEN, ContactFate.CALLBACK)
        rows.append((pack(contact_id), "open" if waits else fact.fate.value, _RANK[fact.fate], fact.due_at))
    update_many(batch.connection, "contacts", "id", ("state", "rank", "due_at"), rows)
