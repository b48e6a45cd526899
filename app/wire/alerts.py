"""Alerts as windows and programs see them: items of the feed and of `/v1/alerts`, what may be done, the settings."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from app.wire.base import WORDS, Body

Rule = Literal[
    "near_limit",
    "refusals",
    "would_refuse",
    "session_age",
    "session_expired",
    "abandonment",
    "export_failed",
    "national_list",
]
AlertSeverity = Literal["notice", "warning", "critical"]
AlertWord = Literal["open", "acknowledged", "snoozed", "resolved"]
Note = Annotated[str, Meta(min_length=3, max_length=500, pattern=WORDS)]
Percent = Annotated[int, Meta(ge=1, le=100)]
TimeOfDay = Annotated[str, Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class AlertItem(Body, frozen=True, kw_only=True):
    """One alert, whole: a reader replaces the one with the same id, and drops it from its list once it is resolved.

    `notify` is true in the one message of the feed by which the alert calls for people; a window shows a toast once
    per (`id`, `told_at`), which also tells a reader that missed the message. `muted` says that it has yet to call
    and waits for the end of the quiet hours. `severity` is the worst of its day, `count` how often it happened on
    it. `used` of `limit` is calls, requests, sessions, seconds of a session's age, abandoned of live answers, or
    days of the national list. `by` and `note` are the last person's; an alert that nobody moved, or that ended by
    itself, has none of its own.
    """

    id: str
    rule: Rule
    severity: AlertSeverity
    state: AlertWord
    sentence: str
    subject_kind: Literal["agent", "session", "tenant", "user", "campaign"]
    subject_id: str
    subject: str
    agent_id: str | None
    limit_id: str | None
    code: str | None
    used: int
    limit: int
    count: int
    opened_at: datetime
    last_at: datetime
    changed_at: datetime
    told_at: datetime | None
    notify: bool
    muted: bool
    snoozed_until: datetime | None
    resolved_at: datetime | None
    by: str | None
    note: str | None


class AlertsPage(Body, frozen=True, kw_only=True):
    """Alerts, newest first; `cursor` asks for the next page."""

    alerts: list[AlertItem]
    cursor: str | None


class AlertEvent(Body, frozen=True, kw_only=True):
    """What happened to an alert: raised, recurred, rose, told, cleared, woke, acknowledged, snoozed, resolved."""

    at: datetime
    how: str
    state: AlertWord
    severity: AlertSeverity
    count: int
    by: str | None
    note: str | None


class AlertDetail(Body, frozen=True, kw_only=True):
    """One alert with its history, oldest first."""

    alert: AlertItem
    history: list[AlertEvent]


class AcknowledgeAlert(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Someone sees to it: what they do about it, in words."""

    note: Note


class SnoozeAlert(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Silent until an instant, a week at most; then it calls again if its condition still holds."""

    until: Annotated[datetime, Meta(tz=True)]
    note: Note | None = None


class ResolveAlert(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Done with; it comes again if its condition grows worse, or ends and returns."""

    note: Note | None = None


class AlertThresholds(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From where on the rules raise; null, or an empty list, switches a rule off.

    Percents are of the limit. The marks rise in severity, lowest first: of a session's age in percent, of abandonment
    (30 days) in hundredths of a percent of live answers, so that 250 is 2.5 %.
    """

    near_limit_percent: Percent | None = 80
    refusals_per_hour: Annotated[int, Meta(ge=1, le=1_000_000)] | None = 1
    session_age_percents: Annotated[list[Percent], Meta(max_length=3)] = msgspec.field(
        default_factory=lambda: [80, 90, 100]
    )
    abandonment_basis_points: Annotated[list[Annotated[int, Meta(ge=1, le=10_000)]], Meta(max_length=3)] = (
        msgspec.field(default_factory=lambda: [200, 250, 300])
    )


class AgentAlertThresholds(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What one agent has of its own; what is left out is the tenant's, null switches the rule off for it."""

    agent_id: str
    near_limit_percent: Percent | None | msgspec.UnsetType = msgspec.UNSET
    refusals_per_hour: Annotated[int, Meta(ge=1, le=1_000_000)] | None | msgspec.UnsetType = msgspec.UNSET
    session_age_percents: Annotated[list[Percent], Meta(max_length=3)] | msgspec.UnsetType = msgspec.UNSET


class QuietHours(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From `start` until `end` ("22:00", "07:00") of the tenant's local day nothing calls; over midnight if later."""

    start: TimeOfDay
    end: TimeOfDay


class AlertSettingsPage(Body, frozen=True, kw_only=True):
    """A tenant's settings at `revision`, wanted back by an edit; `time_zone` is the one its quiet hours are in."""

    revision: int
    time_zone: str
    thresholds: AlertThresholds
    quiet_hours: QuietHours | None
    agents: list[AgentAlertThresholds]


class EditAlertSettings(Body, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The settings as they are to be, all of them; 409 with both if `expected_revision` is old."""

    expected_revision: int
    reason: Note
    thresholds: AlertThresholds
    quiet_hours: QuietHours | None
    agents: list[AgentAlertThresholds]
