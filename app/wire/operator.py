"""Bodies and answers of `/v1`: what windows, the command line and operators' own programs speak."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from app.wire.base import LINE, WORDS, Body
from app.wire.dialer import DialingMode, LimitUse
from app.wire.feed import FloorAgent, LimitChanged

Role = Literal["dialer", "supervisor", "admin", "compliance"]
Name = Annotated[str, Meta(min_length=1, max_length=120, pattern=LINE)]
Reason = Annotated[str, Meta(min_length=3, max_length=500, pattern=WORDS)]
Enforcement = Literal["enforce", "alert-only"]


class Me(Body, frozen=True, kw_only=True):
    """Who the credentials name. `tenants` lists more than one only for the local operator."""

    tenant_id: str | None
    tenant: str | None
    user: str
    role: Role
    may: list[str]
    tenants: list["TenantItem"]


class TenantItem(Body, frozen=True, kw_only=True):
    """A tenant by id and name."""

    id: str
    name: str


class CreateTenant(Body, frozen=True, kw_only=True):
    """Make a tenant (the local operator only)."""

    name: Name


class EditAgent(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """New values for one agent's limits; what is left out stays. `null` calls per hour means the preset again.

    With `until` the values hold until then, and the former ones from that instant on.
    """

    expected_revision: int
    reason: Reason
    mode: DialingMode | msgspec.UnsetType = msgspec.UNSET
    max_calls_per_hour: Annotated[int, Meta(ge=0, le=100_000)] | None | msgspec.UnsetType = msgspec.UNSET
    call_timeout: Annotated[int, Meta(ge=15, le=600)] | msgspec.UnsetType = msgspec.UNSET
    auto_dial_delay: Annotated[int, Meta(ge=0, le=3_600)] | msgspec.UnsetType = msgspec.UNSET
    enforcement: Enforcement | msgspec.UnsetType = msgspec.UNSET
    until: Annotated[datetime, Meta(tz=True)] | msgspec.UnsetType = msgspec.UNSET


class EditLimit(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A new amount for a tenant, tier or system limit; `amount: null` removes the setting of that scope."""

    expected_revision: int
    reason: Reason
    amount: Annotated[int, Meta(ge=0, le=10_000_000)] | None
    enforcement: Enforcement = "enforce"


class LimitSetting(Body, frozen=True, kw_only=True):
    """A limit as set at one scope, and the revision that set it."""

    scope: Literal["tenant", "tier", "system"]
    scope_id: str | None
    subject: str
    limit_id: str
    amount: int | None
    enforcement: Enforcement
    revision: int


class LimitsPage(Body, frozen=True, kw_only=True):
    """Every limit setting the caller's tenant is subject to, and what is in use of the tenant's own."""

    revision: int
    settings: list[LimitSetting]
    in_use: list[LimitUse]


class WithReason(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why a supervisor paused, resumed or ended a session; kept in the audit trail."""

    reason: Reason


class Stretch(Body, frozen=True, kw_only=True):
    """One stretch of a session in one status; `until` is null while it lasts."""

    status: Literal["active", "paused"]
    since: datetime
    until: datetime | None


class CallItem(Body, frozen=True, kw_only=True):
    """A call in a list or a search."""

    id: str
    at: datetime
    agent_id: str
    agent: str
    session_id: str
    contact_id: str
    phone_number: str
    status: str
    disposition: str | None
    duration: int | None
    ended_at: datetime | None
    user_id: str = ""
    campaign_id: str | None = None
    campaign: str | None = None


class RefusalItem(Body, frozen=True, kw_only=True):
    """Refused tries, folded per minute: `count` tries from `first_at` to `last_at` for one reason."""

    id: str = ""
    user_id: str = ""
    first_at: datetime
    last_at: datetime
    count: int
    user: str
    agent_id: str | None
    agent: str | None
    session_id: str | None
    code: str
    limit_id: str
    limit: int
    used: int
    retry_at: datetime | None


class LimitStep(Body, frozen=True, kw_only=True):
    """The calls-per-hour limit in force from `at` on."""

    at: datetime
    amount: int


class AgentDetail(Body, frozen=True, kw_only=True):
    """The chosen agent: what the detail pane draws. `calls` are the instants of the last nine hours' calls.

    From them a client draws the rolling rate (calls in (t - 1 h, t]) and when each used slot comes free
    (call + 1 h). `edits` are newest first.
    """

    agent: FloorAgent
    calls: list[datetime]
    limit_steps: list[LimitStep]
    refusals: list[RefusalItem]
    edits: list[LimitChanged]
    stretches: list[Stretch]
    last_calls: list[CallItem]
    limits: list[LimitUse]


class CallsPage(Body, frozen=True, kw_only=True):
    """Calls, newest first; `cursor` asks for the page after, null when all was searched.

    A page that is not full and has a cursor has read its share of rows: nothing more was found down to `searched_to`.
    """

    calls: list[CallItem]
    cursor: str | None
    searched_to: datetime | None = None


class RefusalsPage(Body, frozen=True, kw_only=True):
    """Refusals, newest first, likewise."""

    refusals: list[RefusalItem]
    cursor: str | None
    searched_to: datetime | None = None


class AuditItem(Body, frozen=True, kw_only=True):
    """One record of the audit trail: who did what to whom, from what to what, and why."""

    number: int
    at: datetime
    user: str
    action: str
    subject: str
    before: object
    after: object
    reason: str


class AuditPage(Body, frozen=True, kw_only=True):
    """Audit records, newest first."""

    records: list[AuditItem]
    cursor: str | None


class SessionItem(Body, frozen=True, kw_only=True):
    """A session in the list of all sessions.

    `paused_seconds` is the total of ended pauses, `paused_at` starts the open one. `calls` count against `calls_limit`
    in the session's last 24 hours; null of a session that has ended. Of one that ended: who ended it, and why.
    """

    id: str
    agent_id: str
    agent: str
    campaign: str | None
    mode: str
    status: str
    started_at: datetime
    expires_at: datetime
    ended_at: datetime | None
    attempted: int
    reached: int
    converted: int
    started_by: str
    campaign_id: str | None = None
    last_activity_at: datetime | None = None
    paused_at: datetime | None = None
    paused_seconds: int = 0
    calls: int | None = None
    calls_limit: int = 0
    ended_by: str | None = None
    end_reason: str | None = None


class SessionsPage(Body, frozen=True, kw_only=True):
    """Sessions by when they started, newest first; `cursor` asks for the page after, null on the last.

    A first page also counts what the search finds, live and ended, and says how the tenant's `sessions.active` stands.
    """

    sessions: list[SessionItem]
    cursor: str | None = None
    live: int | None = None
    ended: int | None = None
    in_use: LimitUse | None = None


class JobItem(Body, frozen=True, kw_only=True):
    """A scheduled job: when it last ran and what came of it, when it runs next, and since when it is running now."""

    name: str
    what: str
    last_started_at: datetime | None
    last_ended_at: datetime | None
    last_outcome: str | None
    next_run_at: datetime | None
    running_since: datetime | None = None


class JobsPage(Body, frozen=True, kw_only=True):
    """All scheduled jobs, and the engine's time, by which their times are read."""

    now: datetime
    jobs: list[JobItem]


class CreateToken(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Make a token for a user, who is made on first use."""

    user: Name
    role: Role


class TokenMade(Body, frozen=True, kw_only=True):
    """A new token. `token` is shown this once: only its hash is kept."""

    id: str
    token: str
    user_id: str
    user: str
    role: Role


class CampaignItem(Body, frozen=True, kw_only=True):
    """A campaign and how many of its contacts wait; `split_from` names the campaign it was split from."""

    id: str
    name: str
    contacts: int
    waiting: int
    split_from: str | None = None


class CampaignsPage(Body, frozen=True, kw_only=True):
    """All campaigns of the tenant."""

    campaigns: list[CampaignItem]
