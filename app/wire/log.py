"""Bodies about the log: one call's history, one refusal explained, the monitoring, what can be chosen to search by."""

from datetime import datetime
from typing import Literal

from app.wire.base import Body
from app.wire.operator import CallItem, Enforcement, RefusalItem

LimitSource = Literal["agent", "tenant", "tier", "system"]


class LogFilter(Body, frozen=True, kw_only=True):
    """What calls or refusals are searched by: those that are all of what is given, with since <= time < until.

    `number` is the end of a phone number, or with a plus its beginning; `same_as` is a call whose number it is to be,
    for who has seen only the masked one. `status`, `disposition`, `campaign_id`, `number` and `same_as` are a call's,
    `code` is a refusal's.
    """

    since: datetime | None = None
    until: datetime | None = None
    agent_id: str | None = None
    session_id: str | None = None
    user_id: str | None = None
    campaign_id: str | None = None
    status: str | None = None
    disposition: str | None = None
    number: str | None = None
    same_as: str | None = None
    code: str | None = None


class CallMomentItem(Body, frozen=True, kw_only=True):
    """What a call was reported to be, when and by whom: the dialer, a timer, the session's end."""

    at: datetime
    status: str
    disposition: str | None
    by: str


class LimitThen(Body, frozen=True, kw_only=True):
    """A limit as it was in force at an instant, where it came from, and what was used of it then, if it is counted."""

    limit_id: str
    limit: int
    used: int | None
    source: LimitSource
    enforcement: Enforcement


class DecisionThen(Body, frozen=True, kw_only=True):
    """What the rules of calling hours said of a call when it was handed out, and by what.

    `code` is the gravest rule that forbids it, empty if none does; `failed` are all of them. `attempts` were counted,
    `list_revision` steps of the tenant's own lists known. `national_version` is empty where no copy was asked.
    """

    mode: Literal["off", "alert-only", "enforce"]
    code: str
    failed: list[str]
    attempts: int
    place: str
    jurisdictions: list[str]
    zones: list[str]
    list_revision: int
    national_version: str
    rules_version: str
    tz_version: str


class LoggedSession(Body, frozen=True, kw_only=True):
    """The session that a call or a refusal belongs to, in short."""

    id: str
    mode: str
    status: str
    started_at: datetime
    ended_at: datetime | None
    started_by: str


class CallDetail(Body, frozen=True, kw_only=True):
    """One call: who, whom, what came of it and when, and the limits in force when it was handed out.

    `used` of a limit counts this call too. `others` are the newest other calls to the same contact. `decision` is null
    of calls that are older than the record of decisions.
    """

    call: CallItem
    user: str
    contact: str | None
    answered_at: datetime | None
    given_back_at: datetime | None
    closed_by: str | None
    recording_url: str | None
    notes: str | None
    session: LoggedSession | None
    moments: list[CallMomentItem]
    limits: list[LimitThen]
    others: list[CallItem]
    decision: DecisionThen | None = None


class RefusalDetail(Body, frozen=True, kw_only=True):
    """One folded refusal: `sentence` is what the dialer was told.

    `source` is null for a limit whose past cannot be told. `charges` are the events that filled the window
    (`window_from`, `refusal.last_at`], oldest first; empty for a limit without one, and when they are no longer kept.
    """

    refusal: RefusalItem
    sentence: str
    source: LimitSource | None
    window_from: datetime | None
    charges: list[datetime]
    session: LoggedSession | None


class UserRequests(Body, frozen=True, kw_only=True):
    """A user's API requests that were admitted in the last hour, and its limit for them."""

    user_id: str
    user: str
    requests: int
    limit: int
    source: LimitSource


class SessionCalls(Body, frozen=True, kw_only=True):
    """A session's calls in the last hour, and its agent's limit for them over all its sessions."""

    session_id: str
    agent_id: str
    agent: str
    campaign: str | None
    status: str
    calls: int
    limit: int
    source: LimitSource


class MonitoringPage(Body, frozen=True, kw_only=True):
    """The specification's monitoring queries over (`now` - 1 h, `now`], most first."""

    now: datetime
    requests: list[UserRequests]
    sessions: list[SessionCalls]


class NamedItem(Body, frozen=True, kw_only=True):
    """An id and its name."""

    id: str
    name: str


class LogChoices(Body, frozen=True, kw_only=True):
    """What calls and refusals can be searched by; `codes` are the reasons of refusals."""

    agents: list[NamedItem]
    users: list[NamedItem]
    campaigns: list[NamedItem]
    statuses: list[str]
    dispositions: list[str]
    codes: list[str]
