"""What the log remembers, as the engine's readers want it: refusals, deeds, stretches, finished calls."""

from app.engine.abandonment import Tally
from app.engine.sessions import Session, SessionStatus
from app.engine.value import Id, Instant, Value


class RefusalRecord(Value, frozen=True, kw_only=True):
    """Refused tries folded per minute."""

    id: Id
    user_id: Id
    user: str
    agent_id: Id | None
    session_id: Id | None
    code: str
    limit_id: str
    amount: int
    used: int
    retry_at: Instant | None
    first_at: Instant
    last_at: Instant
    count: int


class AuditRecord(Value, frozen=True, kw_only=True):
    """One record of the audit trail; `before` and `after` are JSON values."""

    number: int
    at: Instant
    user: str
    action: str
    subject: str
    before: object
    after: object
    reason: str


class SessionStep(Value, frozen=True, kw_only=True):
    """A session was started, paused, resumed or ended."""

    at: Instant
    how: str
    by: str
    reason: str


class FinishedCalls(Value, frozen=True, kw_only=True):
    """When an agent's calls of the last hour ended, and when those that had been answered."""

    agent_id: Id
    ended: list[Instant]
    answered: list[Instant]


class AbandonmentDay(Value, frozen=True, kw_only=True):
    """A campaign's answers of one local day (days since the epoch); those of no campaign have their tenant's id."""

    tenant_id: Id
    campaign_id: Id
    day: int
    live: int
    abandoned: int
    greeted: int


class CampaignDay(Value, frozen=True, kw_only=True):
    """What one campaign counted on one local day, and the family that it counts with, made at `family_made_at`.

    Calls of no campaign have their tenant's id and no name.
    """

    campaign_id: Id
    campaign: str | None
    family: Id
    family_name: str | None
    family_made_at: Instant | None
    day: int
    tally: Tally


class HeldLines(Value, frozen=True, kw_only=True):
    """How often one agent got fewer contacts than it asked for within one minute, and what the last time went by."""

    agent_id: Id
    agent: str
    code: str
    first_at: Instant
    last_at: Instant
    times: int
    asked: int
    given: int
    live: int
    abandoned: int
    in_flight: int


class CampaignCount(Value, frozen=True, kw_only=True):
    """A campaign, its contacts, how many of them may be called now, and the name of what it was split from."""

    id: Id
    name: str
    contacts: int
    waiting: int
    split_from: str | None = None


class UserRecord(Value, frozen=True, kw_only=True):
    """A user of a tenant."""

    id: Id
    name: str
    role: str
    created_at: Instant
    last_seen_at: Instant | None = None
    disabled_at: Instant | None = None
    tokens: int = 0


class TokenRecord(Value, frozen=True, kw_only=True):
    """A token without its secret."""

    id: str
    user_id: Id
    user: str
    role: str
    created_at: Instant
    revoked_at: Instant | None
    last_used_at: Instant | None = None


class LimitsSeen(Value, frozen=True, kw_only=True):
    """Whose limit edits may be seen: a tenant's own, its tier's and the system's; every tier's for the operator."""

    tenant_id: Id
    tier_id: Id | None
    all_tiers: bool = False


class EditsPage(Value, frozen=True, kw_only=True):
    """Which limit edits: with `start` <= time < `stop`, numbered before `before`, of one subject if it is named."""

    start: Instant = 0
    stop: Instant = 1 << 62
    before: int = 1 << 62
    size: int = 100
    scope: str | None = None
    scope_id: Id | None = None


class RetentionSetting(Value, frozen=True, kw_only=True):
    """How long one kind of row is kept, as an admin set it; `amount` None is for ever."""

    tenant_id: Id
    name: str
    amount: int | None
    by: str
    edited_at: Instant


class Deeds(Value, frozen=True, kw_only=True):
    """Which records of the audit trail: of one user, and of one kind, the first word of their action; None is any."""

    user: str | None = None
    kind: str | None = None


class Span(Value, frozen=True, kw_only=True):
    """Which rows: `start` <= time < `stop`, those before `cursor`, `size` of them at most, newest first."""

    start: Instant = 0
    stop: Instant = 1 << 62
    cursor: tuple[Instant, bytes] | None = None
    size: int = 100
    agent_id: Id | None = None
    session_id: Id | None = None


class SessionSearch(Value, frozen=True, kw_only=True):
    """Which sessions: of these statuses, started within `span`; for each word, of one of its agents or campaigns."""

    statuses: tuple[SessionStatus, ...]
    span: Span
    words: tuple[tuple[frozenset[Id], frozenset[Id]], ...] = ()


class SessionRecord(Value, frozen=True, kw_only=True):
    """A session, and by whom it ended; None while it lives."""

    session: Session
    ended_by: str | None
