"""The engine's alerts for a fake floor: its own life of an alert, its own sentences, and its conflicts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import msgspec

from app.client.errors import GatewayRefused
from app.controller.alert_items import alert_event, alert_item
from app.engine import alerts as life
from app.engine.alerts import (
    Alert,
    AlertMoment,
    AlertRule,
    AlertState,
    AlertSubject,
    Phase,
    Severity,
    Sign,
    SubjectKind,
)
from app.engine.value import DAY
from app.wire.alerts import (
    AlertDetail,
    AlertItem,
    AlertSettingsPage,
    AlertsPage,
    AlertThresholds,
    EditAlertSettings,
)
from app.wire.errors import ErrorBody
from app.wire.feed import Changes
from tests.fakes.floor_world import FloorWorld

TENANT_ID = "0198a000-0000-7000-8000-000000000001"
SETTINGS = AlertSettingsPage(
    revision=3, time_zone="America/New_York", thresholds=AlertThresholds(), quiet_hours=None, agents=[]
)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _us(at: datetime) -> int:
    return (at - EPOCH) // timedelta(microseconds=1)


@dataclass
class AlertDesk:
    """Alerts by id with their histories; every step is the engine's own function."""

    world: FloorWorld
    user: str = "Local operator"
    settings: AlertSettingsPage = SETTINGS
    alerts: dict[str, Alert] = field(default_factory=dict)
    history: dict[str, list[AlertMoment]] = field(default_factory=dict)
    unsaid: dict[str, AlertItem] = field(default_factory=dict)

    @property
    def now(self) -> int:
        return _us(self.world.now)

    @property
    def standing(self) -> list[AlertItem]:
        """What a snapshot carries."""
        return [alert_item(alert) for alert in self.alerts.values() if not alert.is_over]

    def raise_alert(
        self,
        rule: str,
        name: str,
        *,
        severity: str = "warning",
        used: int = 80,
        limit: int = 100,
        times: int = 1,
        limit_id: str | None = "calls.hour",
        code: str | None = None,
        quiet: bool = False,
    ) -> str:
        """A rule sees something of an agent, or of the tenant if no agent is called that; the alert's id."""
        sign = Sign(
            rule=AlertRule(rule),
            subject=self._subject(name, rule),
            phase=Phase.RAISED,
            severity=Severity(severity),
            limit_id=limit_id,
            code=code,
            used=used,
            limit=limit,
            times=times,
        )
        known = next((one for one in self.alerts.values() if self._same(one, sign)), None)
        id_ = f"0198e000-0000-7000-8000-{len(self.alerts) + 1:012d}" if known is None else known.id
        step = (
            life.begin(sign, id_, TENANT_ID, self.now, self.now + DAY)
            if known is None
            else life.follow(known, sign, self.now)
        )
        if step is not None:
            self._keep(step, None, None, quiet=quiet)
        return id_

    @staticmethod
    def _same(alert: Alert, sign: Sign) -> bool:
        return (alert.rule, alert.subject.id) == (sign.rule, sign.subject.id)

    def _subject(self, name: str, rule: str) -> AlertSubject:
        person = next((person for person in self.world.people if person.name == name), None)
        if person is None:
            return AlertSubject(kind=SubjectKind.TENANT, id=f"{TENANT_ID} {name}", name=name)
        kind = SubjectKind.SESSION if rule == "session_age" else SubjectKind.AGENT
        return AlertSubject(kind=kind, id=person.id, name=person.name, agent_id=person.id)

    def clear(self, alert_id: str) -> None:
        """Its condition ended by itself."""
        alert = self.alerts[alert_id]
        step = life.follow(alert, Sign(rule=alert.rule, subject=alert.subject, phase=Phase.CLEAR), self.now)
        if step is not None:
            self._keep(step, None, None)

    def wake_due(self) -> None:
        """Snoozes that are over wake, and quiet alerts call."""
        for alert in list(self.alerts.values()):
            step = life.wake(alert, self.now)
            if step is not None:
                self._keep(step, None, None)
            elif alert.tell_due:
                self._keep(life.Step(alert, "counted"), None, None)

    def act(self, what: str, alert_id: str, note: str | None, until: datetime | None = None) -> AlertItem:
        """As a person does; refused with who was quicker."""
        alert = self.alerts[alert_id]
        match what:
            case "acknowledge":
                step = life.acknowledge(alert, self.user, note or "", self.now)
            case "snooze":
                step = life.snooze(alert, self.user, note, _us(until or self.world.now), self.now)
            case _:
                step = life.resolve(alert, self.user, note, self.now)
        if isinstance(step, str):
            current: dict[str, object] = {"state": alert.state.value, "by": alert.by, "note": alert.note}
            raise _conflict(step, current, {"note": note})
        self._keep(step, self.user, note)
        return alert_item(self.alerts[alert_id])

    def _keep(self, step: life.Step, by: str | None, note: str | None, *, quiet: bool = False) -> None:
        told = life.tell(step.alert, self.now, quiet=quiet)
        calls = told.told_at != step.alert.told_at
        self.alerts[told.id] = told
        moment = AlertMoment(
            at=self.now, how=step.how, state=told.state, severity=told.severity, count=told.count, by=by, note=note
        )
        if step.how != "counted":
            self.history.setdefault(told.id, []).append(moment)
        self.unsaid[told.id] = alert_item(told, notify=calls)

    def changes(self) -> Changes:
        """What the feed says next of alerts."""
        self.world.seq += 1
        unsaid, self.unsaid = self.unsaid, {}
        return Changes(seq=self.world.seq, now=self.world.now, alerts=list(unsaid.values()))

    def page(self, state: str | None, cursor: str | None, limit: int) -> AlertsPage:
        """Newest first, as the archive answers."""
        found = [alert for alert in self.alerts.values() if state in (None, alert.state.value)]
        found.sort(key=lambda alert: (alert.opened_at, alert.id), reverse=True)
        if cursor is not None:
            found = [alert for alert in found if f"{alert.opened_at:020d}.{alert.id}" < cursor]
        page = found[:limit]
        more = f"{page[-1].opened_at:020d}.{page[-1].id}" if len(found) > limit else None
        return AlertsPage(alerts=[alert_item(alert) for alert in page], cursor=more)

    def detail(self, alert_id: str) -> AlertDetail:
        moments = self.history.get(alert_id, [])
        return AlertDetail(alert=alert_item(self.alerts[alert_id]), history=[alert_event(moment) for moment in moments])

    def edit(self, edit: EditAlertSettings) -> AlertSettingsPage:
        """All settings; a stale revision is refused with both."""
        if edit.expected_revision != self.settings.revision:
            sentence = "Someone else changed the alert settings meanwhile"
            raise _conflict(sentence, msgspec.to_builtins(self.settings), msgspec.to_builtins(edit))
        self.settings = msgspec.structs.replace(
            self.settings,
            revision=self.settings.revision + 1,
            thresholds=edit.thresholds,
            quiet_hours=edit.quiet_hours,
            agents=edit.agents,
        )
        return self.settings

    def open_ids(self) -> Iterable[str]:
        return [alert.id for alert in self.alerts.values() if alert.state is AlertState.OPEN]


def _conflict(sentence: str, current: dict[str, object], yours: dict[str, object]) -> GatewayRefused:
    body = ErrorBody(error=sentence, code="conflict", rate_limit_exceeded=False, current=current, yours=yours)
    return GatewayRefused(409, body)


class AlertAnswers:
    """The gateway's part for alerts, of a gateway that says what it was asked and publishes on its feeds."""

    alert_desk: AlertDesk
    _ask: Callable[[str], None]
    publish: Callable[[Changes], None]

    def alerts(
        self,
        *,
        state: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        agent_id: str | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> AlertsPage:
        self._ask(f"alerts {state} {cursor}")
        return self.alert_desk.page(state, cursor, limit or 100)

    def alert(self, alert_id: str) -> AlertDetail:
        self._ask("alert")
        return self.alert_desk.detail(alert_id)

    def _act(self, what: str, alert_id: str, note: str | None, until: datetime | None = None) -> AlertItem:
        self._ask(f"{what}: {note}")
        item = self.alert_desk.act(what, alert_id, note, until)
        self.publish(self.alert_desk.changes())
        return item

    def acknowledge_alert(self, alert_id: str, note: str) -> AlertItem:
        return self._act("acknowledge", alert_id, note)

    def snooze_alert(self, alert_id: str, until: datetime, note: str | None = None) -> AlertItem:
        return self._act("snooze", alert_id, note, until)

    def resolve_alert(self, alert_id: str, note: str | None = None) -> AlertItem:
        return self._act("resolve", alert_id, note)

    def alert_settings(self) -> AlertSettingsPage:
        self._ask("alert_settings")
        return self.alert_desk.settings

    def edit_alert_settings(self, edit: EditAlertSettings) -> AlertSettingsPage:
        self._ask("edit_alert_settings")
        return self.alert_desk.edit(edit)
