"""An alert's life: open, acknowledged, snoozed, resolved. What a rule sees of a subject moves it, and so do people.

One alert stands for one rule and one subject until the tenant's day is over: what comes again on that day is
counted on it, so that one agent gives one or two a day and not fifty. An alert whose condition lasts past
midnight is still the same one.
"""

from enum import StrEnum
from typing import NamedTuple

import msgspec

from app.engine.value import HOUR, Id, Instant, Value

REMIND_AFTER = 4 * HOUR
"""What comes again sooner than this after people were told is counted and shown, but does not call for them."""


class AlertRule(StrEnum):
    """What an alert is about."""

    NEAR_LIMIT = "near_limit"
    REFUSALS = "refusals"
    WOULD_REFUSE = "would_refuse"
    SESSION_AGE = "session_age"
    SESSION_EXPIRED = "session_expired"
    ABANDONMENT = "abandonment"
    EXPORT_FAILED = "export_failed"
    NATIONAL_LIST = "national_list"


class Severity(StrEnum):
    """How much it matters: a notice, a warning, or the worst there is of its kind."""

    NOTICE = "notice"
    WARNING = "warning"
    CRITICAL = "critical"


RANK = {severity: rank for rank, severity in enumerate(Severity)}


class AlertState(StrEnum):
    """Where an alert is in its life."""

    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    SNOOZED = "snoozed"
    RESOLVED = "resolved"


class Phase(StrEnum):
    """What a rule says of its subject now. `held` keeps an alert that stands and raises none: the hysteresis."""

    RAISED = "raised"
    HELD = "held"
    CLEAR = "clear"


class SubjectKind(StrEnum):
    """What sort of thing an alert is about."""

    AGENT = "agent"
    SESSION = "session"
    TENANT = "tenant"
    USER = "user"
    CAMPAIGN = "campaign"


class AlertSubject(Value, frozen=True, kw_only=True):
    """Whom or what an alert is about, with the name people know; `agent_id` is whose row of the floor to look at."""

    kind: SubjectKind
    id: Id
    name: str
    agent_id: Id | None = None


class Sign(Value, frozen=True, kw_only=True):
    """What a rule sees of a subject at one instant.

    `used` of `limit` is in the unit of the limit (calls, requests, sessions, seconds), for abandonment abandoned of
    live answers, for the national list days. `times` is how often it happened since the last look, 0 where only a
    level is looked at.
    """

    rule: AlertRule
    subject: AlertSubject
    phase: Phase
    severity: Severity = Severity.NOTICE
    limit_id: str | None = None
    code: str | None = None
    used: int = 0
    limit: int = 0
    times: int = 0


class Alert(Value, frozen=True, kw_only=True):
    """One alert as it stands.

    `severity` is the worst of its day. `standing` says that its condition still holds, whatever people did with it;
    one that does not stand is resolved.
    `told_at` is when it last called for people; `tell_due` that it has yet to, and waits for the end of the quiet
    hours. Until `fold_until` what comes again is counted here.
    """

    id: Id
    tenant_id: Id
    rule: AlertRule
    subject: AlertSubject
    severity: Severity
    limit_id: str | None
    code: str | None
    used: int
    limit: int
    count: int
    opened_at: Instant
    last_at: Instant
    changed_at: Instant
    fold_until: Instant
    state: AlertState = AlertState.OPEN
    standing: bool = True
    tell_due: bool = True
    told_at: Instant | None = None
    snoozed_until: Instant | None = None
    resolved_at: Instant | None = None
    by: str | None = None
    note: str | None = None

    @property
    def is_over(self) -> bool:
        """True once it is resolved."""
        return self.state is AlertState.RESOLVED


class AlertMoment(Value, frozen=True, kw_only=True):
    """One entry of an alert's history: how it came to be in this state, with how many counted by then."""

    at: Instant
    how: str
    state: AlertState
    severity: Severity
    count: int
    by: str | None
    note: str | None


class Step(NamedTuple):
    """An alert as it became, and how, in a word for its history."""

    alert: Alert
    how: str


def begin(sign: Sign, alert_id: Id, tenant_id: Id, now: Instant, fold_until: Instant) -> Step:
    """A new alert of a sign that is raised."""
    alert = Alert(
        id=alert_id,
        tenant_id=tenant_id,
        rule=sign.rule,
        subject=sign.subject,
        severity=sign.severity,
        limit_id=sign.limit_id,
        code=sign.code,
        used=sign.used,
        limit=sign.limit,
        count=max(1, sign.times),
        opened_at=now,
        last_at=now,
        changed_at=now,
        fold_until=fold_until,
    )
    return Step(alert, "raised")


def takes(alert: Alert | None, now: Instant) -> bool:
    """True if what comes now is counted on this alert: its condition still holds, or its day is not over."""
    return alert is not None and (alert.standing or now < alert.fold_until)


def follow(alert: Alert, sign: Sign, now: Instant) -> Step | None:
    """The alert after a look at its subject, None if that changes nothing."""
    match sign.phase:
        case Phase.HELD:
            return None
        case Phase.CLEAR:
            return _clear(alert, now)
        case Phase.RAISED:
            if not alert.standing:
                return _recur(alert, sign, now)
            if RANK[sign.severity] > RANK[alert.severity]:
                return _rise(alert, sign, now)
            return _count(alert, sign, now) if sign.times else None


def tell(alert: Alert, now: Instant, *, quiet: bool) -> Alert:
    """The alert calling for people, if that is due and the hours are not quiet; else as it is."""
    if quiet or not alert.tell_due or alert.state is not AlertState.OPEN:
        return alert
    return msgspec.structs.replace(alert, told_at=now, tell_due=False, changed_at=now)


def wake(alert: Alert, now: Instant) -> Step | None:
    """A snoozed alert whose time has come: open again, and calling. One whose condition ended is resolved by then."""
    if alert.state is not AlertState.SNOOZED or now < (alert.snoozed_until or now):
        return None
    woken = msgspec.structs.replace(alert, state=AlertState.OPEN, snoozed_until=None, tell_due=True, changed_at=now)
    return Step(woken, "woke")


def acknowledge(alert: Alert, by: str, note: str, now: Instant) -> Step | str:
    """Someone has seen to it, or why that cannot be said."""
    if alert.state not in (AlertState.OPEN, AlertState.SNOOZED):
        return _cannot(alert, "acknowledged")
    return Step(_moved(alert, AlertState.ACKNOWLEDGED, by, note, now), "acknowledged")


def snooze(alert: Alert, by: str, note: str | None, until: Instant, now: Instant) -> Step | str:
    """Silent until an instant, or why it cannot be."""
    if alert.is_over:
        return _cannot(alert, "snoozed")
    moved = _moved(alert, AlertState.SNOOZED, by, note, now)
    return Step(msgspec.structs.replace(moved, snoozed_until=until), "snoozed")


def resolve(alert: Alert, by: str, note: str | None, now: Instant) -> Step | str:
    """Done with, or why it cannot be. A condition that still holds opens it again only by growing worse."""
    if alert.is_over:
        return _cannot(alert, "resolved")
    moved = _moved(alert, AlertState.RESOLVED, by, note, now)
    return Step(msgspec.structs.replace(moved, resolved_at=now), "resolved")


def _clear(alert: Alert, now: Instant) -> Step | None:
    if not alert.standing:
        return None
    cleared = msgspec.structs.replace(alert, standing=False, changed_at=now)
    return Step(cleared if alert.is_over else _resolved(cleared, now), "cleared")


def _recur(alert: Alert, sign: Sign, now: Instant) -> Step:
    worse = RANK[sign.severity] > RANK[alert.severity]
    late = alert.told_at is None or now - alert.told_at >= REMIND_AFTER
    return Step(_opened(alert, sign, now, tells=late or (worse and sign.severity is Severity.CRITICAL)), "recurred")


def _rise(alert: Alert, sign: Sign, now: Instant) -> Step:
    late = alert.told_at is None or now - alert.told_at >= REMIND_AFTER
    return Step(_opened(alert, sign, now, tells=late or sign.severity is Severity.CRITICAL), "rose")


def _opened(alert: Alert, sign: Sign, now: Instant, *, tells: bool) -> Alert:
    return msgspec.structs.replace(
        _seen(alert, sign, now, max(1, sign.times)),
        severity=max(alert.severity, sign.severity, key=RANK.__getitem__),
        state=AlertState.OPEN,
        standing=True,
        tell_due=alert.tell_due or tells,
        snoozed_until=None,
        resolved_at=None,
    )


def _count(alert: Alert, sign: Sign, now: Instant) -> Step:
    return Step(_seen(alert, sign, now, sign.times), "counted")


def _seen(alert: Alert, sign: Sign, now: Instant, times: int) -> Alert:
    return msgspec.structs.replace(
        alert,
        count=alert.count + times,
        last_at=now,
        changed_at=now,
        limit_id=sign.limit_id,
        code=sign.code,
        used=sign.used,
        limit=sign.limit,
    )


def _resolved(alert: Alert, now: Instant) -> Alert:
    """Resolved by itself: nobody needs it any more, so it calls for nobody either."""
    return msgspec.structs.replace(
        alert, state=AlertState.RESOLVED, resolved_at=now, changed_at=now, snoozed_until=None, tell_due=False
    )


def _moved(alert: Alert, state: AlertState, by: str, note: str | None, now: Instant) -> Alert:
    """Whoever moves an alert has seen it: it need not call any more."""
    return msgspec.structs.replace(
        alert,
        state=state,
        by=by,
        note=note if note is not None else alert.note,
        changed_at=now,
        snoozed_until=None,
        tell_due=False,
    )


def _cannot(alert: Alert, what: str) -> str:
    by = f" by {alert.by}" if alert.by is not None else ""
    return f"The alert is {alert.state.value}{by} and cannot be {what}"
