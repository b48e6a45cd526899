"""A supervisor acknowledges, snoozes or resolves an alert; each is kept in its history and in the audit trail."""

from app.controller.alert_book import move_alert
from app.controller.alert_items import alert_item
from app.controller.change import Change
from app.controller.outcomes import Conflict, Done, Invalid, Missing, Outcome
from app.engine import events
from app.engine.alerts import Alert, Step, acknowledge, resolve, snooze
from app.engine.people import Identity
from app.engine.value import DAY, Duration, Instant
from app.wire.alerts import AcknowledgeAlert, AlertItem, ResolveAlert, SnoozeAlert
from app.wire.base import instant_of

LONGEST_SNOOZE: Duration = 7 * DAY

Act = AcknowledgeAlert | SnoozeAlert | ResolveAlert


def act_on_alert(
    change: Change, identity: Identity, logged: Alert | None, intent: Act, now: Instant
) -> Outcome[AlertItem]:
    """The alert moved, or why it cannot be.

    `logged` is the alert as the log has it, None if the tenant has none such; the floor's own is newer. One that the
    floor no longer holds is over, and of an earlier day.
    """
    if logged is None:
        return Missing(what="alert")
    alert = change.floor.alerts.find(identity.tenant_id, logged.id) or logged
    step = _step(alert, identity.user, intent, now)
    if isinstance(step, Invalid):
        return step
    if isinstance(step, str):
        current: dict[str, object] = {"state": alert.state.value, "by": alert.by, "note": alert.note}
        return Conflict(sentence=step, current=current, yours={"note": intent.note})
    move_alert(change, step, now, identity.user, intent.note)
    change.add(
        events.DeedRecorded(
            tenant_id=identity.tenant_id,
            at=now,
            user=identity.user,
            action=f"alerts.{step.how}",
            subject=f"{alert.rule.value} {alert.subject.name} {alert.id}",
            before=alert.state.value,
            after=step.alert.state.value,
            reason=intent.note or "",
        )
    )
    return Done(alert_item(step.alert))


def _step(alert: Alert, by: str, intent: Act, now: Instant) -> Step | str | Invalid:
    match intent:
        case AcknowledgeAlert():
            return acknowledge(alert, by, intent.note, now)
        case SnoozeAlert():
            until = instant_of(intent.until)
            if not now < until <= now + LONGEST_SNOOZE:
                return Invalid(field="until", sentence="until must be later than now and within seven days")
            return snooze(alert, by, intent.note, until, now)
        case ResolveAlert():
            return resolve(alert, by, intent.note, now)
