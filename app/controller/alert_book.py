"""Every alert that stands and those of today, in memory, with each tenant's settings. A `Change` writes it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from app.engine.alert_rules import AlertSettings
from app.engine.alerts import Alert, AlertRule, Step
from app.engine.events import AlertChanged
from app.engine.value import Id, Instant

if TYPE_CHECKING:
    from app.controller.change import Change

_DEFAULTS = AlertSettings()


class AlertBook:
    """Alerts by id, and the latest of each rule and subject."""

    def __init__(self) -> None:
        self._alerts: dict[Id, Alert] = {}
        self._latest: dict[tuple[AlertRule, Id], Id] = {}
        self._standing: dict[AlertRule, dict[Id, Alert]] = {rule: {} for rule in AlertRule}
        self._settings: dict[Id, AlertSettings] = {}

    def restore(self, alerts: Iterable[Alert], settings: Mapping[Id, AlertSettings]) -> None:
        """Take what the log left, oldest first."""
        for alert in alerts:
            self.put(alert)
        self._settings.update(settings)

    def find(self, tenant_id: Id, alert_id: Id) -> Alert | None:
        """An alert of the tenant that stands or is of today."""
        alert = self._alerts.get(alert_id)
        return alert if alert is not None and alert.tenant_id == tenant_id else None

    def latest(self, rule: AlertRule, subject_id: Id) -> Alert | None:
        """The newest alert of a rule about a subject."""
        alert_id = self._latest.get((rule, subject_id))
        return self._alerts[alert_id] if alert_id is not None else None

    def standing(self, rule: AlertRule) -> list[Alert]:
        """Every alert of a rule whose condition holds."""
        return list(self._standing[rule].values())

    def stands(self, rule: AlertRule, subject_id: Id) -> bool:
        """True if the condition of a rule holds for a subject."""
        return subject_id in self._standing[rule]

    def unresolved(self, tenant_id: Id | None = None) -> Iterator[Alert]:
        """Open, acknowledged and snoozed ones; all of them stand. Of one tenant if it is named."""
        for alerts in self._standing.values():
            for alert in alerts.values():
                if not alert.is_over and tenant_id in (None, alert.tenant_id):
                    yield alert

    def settings(self, tenant_id: Id) -> AlertSettings:
        """What the tenant has set, else the product's own."""
        return self._settings.get(tenant_id, _DEFAULTS)

    def put(self, alert: Alert) -> None:
        """Know an alert as it is now."""
        key = (alert.rule, alert.subject.id)
        self._alerts[alert.id] = alert
        self._latest[key] = alert.id
        if alert.standing:
            self._standing[alert.rule][alert.subject.id] = alert
        else:
            self._standing[alert.rule].pop(alert.subject.id, None)

    def put_settings(self, tenant_id: Id, settings: AlertSettings) -> None:
        """Know a tenant's settings as they are now."""
        self._settings[tenant_id] = settings

    def take_back(self, alert: Alert, before: Alert | None, latest: Alert | None) -> None:
        """Undo a `put`: `before` is the same alert as it was, `latest` the one that was its subject's newest."""
        if before is None:
            del self._alerts[alert.id]
            del self._latest[alert.rule, alert.subject.id]
            self._standing[alert.rule].pop(alert.subject.id, None)
        if latest is not None:
            self.put(latest)

    def forget(self, now: Instant) -> None:
        """Drop what is over and of an earlier day: the log answers for it."""
        for alert in [alert for alert in self._alerts.values() if not alert.standing and alert.fold_until <= now]:
            del self._alerts[alert.id]
            if self._latest.get((alert.rule, alert.subject.id)) == alert.id:
                del self._latest[alert.rule, alert.subject.id]


def move_alert(change: "Change", step: Step, now: Instant, by: str | None = None, note: str | None = None) -> None:
    """An alert as it became, in memory and among the facts to write."""
    book = change.floor.alerts
    alert = step.alert
    before = book.find(alert.tenant_id, alert.id)
    latest = book.latest(alert.rule, alert.subject.id)
    book.put(alert)
    change.on_undo(lambda: book.take_back(alert, before, latest))
    change.add(AlertChanged(alert=alert, how=step.how, at=now, by=by, note=note))
