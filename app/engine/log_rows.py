"""Rows of the log as a report reads them, by the million: tuples with names, ids as the 16 bytes that are stored."""

from typing import NamedTuple

from app.engine.value import Instant


class LoggedCall(NamedTuple):
    """A call and what is known of it by now."""

    id: bytes
    created_at: Instant
    phone_number: str
    agent_id: bytes
    user_id: bytes
    session_id: bytes
    contact_id: bytes
    campaign_id: bytes | None
    status: str
    disposition: str | None
    duration: int | None
    answered_at: Instant | None
    ended_at: Instant | None
    closed_by: str | None
    given_back_at: Instant | None
    recording_url: str | None
    notes: str | None


class LoggedRefusal(NamedTuple):
    """Refused tries of one minute, folded."""

    id: bytes
    last_at: Instant
    first_at: Instant
    tries: int
    code: str
    limit_id: str
    amount: int
    used: int
    retry_at: Instant | None
    user_id: bytes
    agent_id: bytes | None
    session_id: bytes | None


class LoggedRecord(NamedTuple):
    """An audit record with what chains it; `before` and `after` are JSON texts."""

    number: int
    at: Instant
    user: str
    action: str
    subject: str
    before: str
    after: str
    reason: str
    previous: bytes
    hash: bytes


class LoggedCharge(NamedTuple):
    """A call as the limits saw it: when it was charged, given back, and ended by whom; ids are 16 bytes."""

    created_at: Instant
    id: bytes
    tenant_id: bytes
    agent_id: bytes
    session_id: bytes
    ended_at: Instant | None
    closed_by: str | None
    given_back_at: Instant | None


class LoggedDecision(NamedTuple):
    """A call as the rules of calling hours saw it; the number is empty once it was erased."""

    created_at: Instant
    id: bytes
    agent_id: bytes
    phone_number: str
    basis_id: bytes
    list_revision: int
    verdict: str | None


class LoggedAnswer(NamedTuple):
    """A call that was answered, and what was told of it; a call of no campaign has its tenant's id there."""

    tenant_id: bytes
    campaign_id: bytes
    answered_at: Instant
    status: str
    by: str | None
    told_answered_at: Instant | None
    greeting_ended_at: Instant | None
    connected_at: Instant | None


class LoggedCount(NamedTuple):
    """What the log says that a campaign counted on one day of its tenant's zone."""

    tenant_id: bytes
    campaign_id: bytes
    day: int
    live: int
    abandoned: int
    greeted: int


class LoggedListing(NamedTuple):
    """A call to a number that was on one of its tenant's lists by then, and the step that put it there.

    `rank` is that step's place among the tenant's; `source` is `import` of one that another process wrote.
    """

    created_at: Instant
    id: bytes
    agent_id: bytes
    list_revision: int
    kind: str
    listed_at: Instant
    source: str
    rank: int


class LoggedRequest(NamedTuple):
    """An API request that was admitted."""

    created_at: Instant
    number: int
    tenant_id: bytes
    user_id: bytes


class LoggedSession(NamedTuple):
    """A session from start to end; `expires_at` is the last one it was given."""

    started_at: Instant
    id: bytes
    tenant_id: bytes
    expires_at: Instant
    ended_at: Instant | None


class LoggedEdit(NamedTuple):
    """One field of one scope's limits changed; `before` and `after` are JSON values."""

    revision: int
    at: Instant
    scope: str
    scope_id: bytes | None
    field: str
    before: object
    after: object


class LoggedAgent(NamedTuple):
    """An agent's configuration as it is now."""

    id: bytes
    tenant_id: bytes
    name: str
    configuration: dict[str, object]


class LoggedLimits(NamedTuple):
    """Everything the rulebooks of the past are folded from: edits in order, agents, and each tenant's tier."""

    edits: list[LoggedEdit]
    agents: list[LoggedAgent]
    tiers: dict[bytes, bytes]


class AuditLink(NamedTuple):
    """One record of the audit trail and what is wrong with it or before it; None if the chain is whole here."""

    number: int
    at: Instant
    fault: str | None


class EvidenceFault(NamedTuple):
    """One thing that is wrong with the evidence: what record, from when, and why, for a person."""

    record: str
    at: Instant
    sentence: str
