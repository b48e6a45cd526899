"""An alert as the wire tells it, with the sentence that a person reads."""

from app.controller.board_rows import refusal_sentence
from app.engine.alerts import Alert, AlertMoment, AlertRule, Severity
from app.wire.alerts import AlertEvent, AlertItem
from app.wire.base import utc, utc_or_none

_LEVELS = {
    "calls.hour": "{used:,} of {limit:,} calls in the last hour",
    "calls.day": "{used:,} of {limit:,} calls in this session",
    "api.hour": "{used:,} of {limit:,} API requests in the last hour",
    "sessions.active": "{used:,} of {limit:,} sessions active",
}


def alert_item(alert: Alert, *, notify: bool = False) -> AlertItem:
    """The whole alert; `notify` if this message is its call for people."""
    return AlertItem(
        id=alert.id,
        rule=alert.rule.value,
        severity=alert.severity.value,
        state=alert.state.value,
        sentence=sentence(alert),
        subject_kind=alert.subject.kind.value,
        subject_id=alert.subject.id,
        subject=alert.subject.name,
        agent_id=alert.subject.agent_id,
        limit_id=alert.limit_id,
        code=alert.code,
        used=alert.used,
        limit=alert.limit,
        count=alert.count,
        opened_at=utc(alert.opened_at),
        last_at=utc(alert.last_at),
        changed_at=utc(alert.changed_at),
        told_at=utc_or_none(alert.told_at),
        notify=notify,
        muted=alert.tell_due,
        snoozed_until=utc_or_none(alert.snoozed_until),
        resolved_at=utc_or_none(alert.resolved_at),
        by=alert.by,
        note=alert.note,
    )


def alert_event(moment: AlertMoment) -> AlertEvent:
    """One entry of an alert's history."""
    return AlertEvent(
        at=utc(moment.at),
        how=moment.how,
        state=moment.state.value,
        severity=moment.severity.value,
        count=moment.count,
        by=moment.by,
        note=moment.note,
    )


def sentence(alert: Alert) -> str:
    """What is the matter, for a person; windows with another language make their own of the fields."""
    return f"{alert.subject.name}{_said(alert)}"


def _said(alert: Alert) -> str:
    match alert.rule:
        case AlertRule.NEAR_LIMIT:
            level = _LEVELS.get(alert.limit_id or "", "{used:,} of {limit:,}")
            return f": {level.format(used=alert.used, limit=alert.limit)}"
        case AlertRule.REFUSALS | AlertRule.WOULD_REFUSE:
            was = "was" if alert.rule is AlertRule.REFUSALS else "would have been"
            return f" {was} refused {_times(alert.count)}. {_refusal(alert)}"
        case AlertRule.SESSION_AGE:
            return f": session {_hours(alert.used)} old of {_hours(alert.limit)}"
        case AlertRule.SESSION_EXPIRED:
            return f": session expired after {_hours(alert.limit)}"
        case AlertRule.ABANDONMENT:
            share = 100 * alert.used / max(1, alert.limit)
            return f": {alert.used:,} of {alert.limit:,} live answers abandoned in 30 days ({share:.2f} %)"
        case AlertRule.NATIONAL_LIST | AlertRule.EXPORT_FAILED:
            return f": {_upkeep(alert)}"


def _upkeep(alert: Alert) -> str:
    """What is the matter with what the engine keeps or does by itself."""
    if alert.rule is AlertRule.EXPORT_FAILED:
        return f"the scheduled export failed {_times(alert.count)}; Compliance, Exports says why"
    return _list(alert)


def _list(alert: Alert) -> str:
    if alert.code == "DNC_LIST_MISSING":
        return "No national do-not-call list is here; numbers that need one are not called"
    if alert.severity is Severity.CRITICAL:
        return (
            f"The national do-not-call list is {alert.used} days old and too old; numbers that need it are not called"
        )
    return f"The national do-not-call list is {alert.used} days old of {alert.limit}"


def _refusal(alert: Alert) -> str:
    return refusal_sentence(alert.code or "", alert.limit_id or "", alert.limit)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"


def _hours(seconds: int) -> str:
    hours, rest = divmod(seconds, 3_600)
    return f"{hours} h" if rest < 60 else f"{hours} h {rest // 60} min"
