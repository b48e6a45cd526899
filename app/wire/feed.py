"""What travels on `WS /v1/feed`: a numbered snapshot, then numbered changes, at most four messages a second.

Rows are whole (idempotent): a client replaces the row with the same id. `seq` grows by one a message;
a gap means a lost message, and the client asks for a new snapshot by reconnecting.
"""

from datetime import datetime
from typing import Literal

from app.wire.alerts import AlertItem
from app.wire.base import Body

FloorState = Literal["offline", "waiting", "dialing", "on_call", "wrap_up", "paused", "blocked"]


class RefusalNote(Body, frozen=True, kw_only=True):
    """The last refusal of an agent: its code, the sentence the dialer was told, and when a retry is admitted."""

    code: str
    sentence: str
    at: datetime
    retry_at: datetime | None
    count: int


class FloorSession(Body, frozen=True, kw_only=True):
    """The live session of an agent. `paused_seconds` is the total of ended pauses; `paused_at` starts the open one."""

    id: str
    status: Literal["active", "paused"]
    mode: str
    campaign_id: str | None
    campaign: str | None
    started_at: datetime
    expires_at: datetime
    paused_at: datetime | None
    paused_seconds: int
    last_activity_at: datetime
    calls: int
    calls_limit: int
    attempted: int
    reached: int
    converted: int


class FloorAgent(Body, frozen=True, kw_only=True):
    """One row of the floor table.

    `hour_used` counts calls in the half-open hour that ends at the message's `now`; `next_slot_at` is when a slot
    frees: the oldest of them leaves it, or, over a limit that was lowered, so many that one more call is under it
    (null without calls, and where none are allowed); `blocked_until` when a refused agent may call again. `minutes`
    are calls placed per minute, oldest first, 60 of them, the last being the minute that holds `minutes_end`.
    `limit_source` is agent, tenant, tier or system. `revision` is the rulebook revision that last changed
    this agent's configuration, wanted back by an edit. `calls_per_hour` and the `own_` fields are what the agent
    itself sets, null where it leaves it to wider scopes; `auto_dial_delay` and `enforcement` are what holds.
    `limits_until` is when the first of its values that were set for a time goes back. `refused_minutes` are refused
    tries per minute like `minutes`; empty when there were none. `queue_empty_since` says since when the engine has no
    contact to hand out to an agent that asks for one.
    """

    id: str
    name: str
    mode: str
    state: FloorState
    state_since: datetime
    session: FloorSession | None
    hour_used: int
    hour_limit: int
    limit_source: str
    enforcement: Literal["enforce", "alert-only"]
    next_slot_at: datetime | None
    blocked_until: datetime | None
    minutes: list[int]
    minutes_end: datetime
    finished_hour: int
    answered_hour: int
    refusals_hour: int
    last_refusal: RefusalNote | None
    calls_per_hour: int | None
    call_timeout: int
    auto_dial_delay: int
    revision: int
    own_auto_dial_delay: int | None = None
    own_enforcement: Literal["enforce", "alert-only"] | None = None
    limits_until: datetime | None = None
    refused_minutes: list[int] = []
    queue_empty_since: datetime | None = None


StageName = Literal["normal", "alarm", "one_line", "no_overdialing"]


class Abandonment(Body, frozen=True, kw_only=True):
    """Calls answered live by a person (`live`) and those of them left without an agent (`abandoned`), per period.

    The ratio abandoned / live must stay at or under 3 % (47 CFR 64.1200(a)(7)).
    """

    live: int
    abandoned: int


class WorstCampaign(Body, frozen=True, kw_only=True):
    """The campaign nearest to 3 %, by the worse of its two 30-day figures; `campaign` is null for calls of none."""

    campaign_id: str | None
    campaign: str | None
    live: int
    abandoned: int
    drops_left: int
    stage: StageName


class Strip(Body, frozen=True, kw_only=True):
    """The head of the floor view, for the whole tenant. `refusals_hour` counts tries by refusal code, last 60 min.

    The law judges abandonment by campaign: `abandonment_worst` is what gates, null before the first live answer.
    """

    sessions_active: int
    sessions_limit: int
    calls_hour: int
    calls_minute: int
    answered_hour: int
    finished_hour: int
    refusals_hour: dict[str, int]
    abandonment_today: Abandonment
    abandonment_30d: Abandonment
    decision_p99_ms: float
    abandonment_worst: WorstCampaign | None = None


class LimitChanged(Body, frozen=True, kw_only=True):
    """A limit edit in force since revision `revision`, with who and why, so that every window can say so."""

    revision: int
    scope: Literal["agent", "tenant", "tier", "system"]
    scope_id: str | None
    subject: str
    field: str
    before: object
    after: object
    by: str
    reason: str
    at: datetime


class LimitWarning(Body, frozen=True, kw_only=True):
    """An alert-only limit would have refused, or a level came near its limit."""

    kind: Literal["would_have_refused", "near_limit"]
    limit_id: str
    subject: str
    subject_id: str
    used: int
    limit: int
    at: datetime


class Snapshot(Body, frozen=True, kw_only=True, tag="snapshot", tag_field="type"):
    """Everything the floor view shows, at one instant of the engine's clock. `alerts` are those not resolved."""

    seq: int
    now: datetime
    engine_started_at: datetime
    tenant_id: str
    tenant: str
    strip: Strip
    agents: list[FloorAgent]
    alerts: list[AlertItem] = []


class Changes(Body, frozen=True, kw_only=True, tag="changes", tag_field="type"):
    """Rows that changed since `seq - 1`. An empty one is the heartbeat, sent once a second on a quiet floor."""

    seq: int
    now: datetime
    strip: Strip | None = None
    agents: list[FloorAgent] = []
    removed: list[str] = []
    limits: list[LimitChanged] = []
    warnings: list[LimitWarning] = []
    alerts: list[AlertItem] = []


FeedMessage = Snapshot | Changes
