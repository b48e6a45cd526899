"""The alerts as photographed: the list in each state, what is done with them, and toasts over the floor."""

from collections.abc import Callable
from types import MappingProxyType

import msgspec

from app.ui.views.alert_dialogs import AcknowledgeDialog
from app.ui.views.alert_settings_dialog import AlertSettingsDialog
from app.ui.views.alerts_page import AlertsView
from app.ui.views.snooze_dialog import SnoozeDialog
from tests.fakes.alerts_gateway import AlertDesk
from tests.fakes.floor_gateway import unreachable
from tests.shots.set_up import Scene

Act = Callable[[Scene], None]
URL = "http://127.0.0.1:50731"


def busy_morning(desk: AlertDesk) -> list[str]:
    """One of everything that a floor raises before noon."""
    names = [person.name for person in desk.world.people]
    near = [
        desk.raise_alert("near_limit", names[at], severity="notice", used=80 + at, limit=100) for at in (0, 4, 9, 12)
    ]
    full = desk.raise_alert("near_limit", names[3], severity="warning", used=100, limit=100)
    desk.world.advance(540)
    refused = desk.raise_alert("refusals", names[3], used=100, limit=100, times=7, code="calls_per_hour")
    gap = desk.raise_alert("refusals", names[6], used=0, limit=2, times=41, limit_id="calls.gap", code="call_gap")
    would = desk.raise_alert("would_refuse", names[8], severity="notice", used=80, limit=80, code="calls_per_hour")
    desk.world.advance(1_260)
    old = desk.raise_alert(
        "session_age", names[11], severity="critical", used=28_790, limit=28_800, limit_id="session.age"
    )
    expired = desk.raise_alert("session_expired", names[18], used=28_800, limit=28_800, limit_id="session.age")
    lost = desk.raise_alert("abandonment", desk.world.tenant, severity="warning", used=263, limit=10_412, limit_id=None)
    desk.world.advance(240)
    return [*near, full, refused, gap, would, old, expired, lost]


def raised(scene: Scene) -> list[str]:
    scene.open()
    ids = busy_morning(scene.wiring.floor.alert_desk)
    desk = scene.wiring.floor.alert_desk
    desk.user = "Maria Keller"
    desk.act("acknowledge", ids[0], "Talking to the agent")
    desk.act("snooze", ids[1], None, desk.world.now.replace(hour=16, minute=30))
    scene.wiring.floor.publish(desk.changes())
    # The morning went by for the alerts alone: the floor's rows are of its end.
    scene.wiring.floor.feeds[-1].reload()
    scene.settle()
    return ids


def page(scene: Scene) -> AlertsView:
    found = scene.window.views.go("alerts")
    if not isinstance(found, AlertsView):
        raise TypeError("the alerts did not open")
    scene.settle()
    return found


def open_alerts(scene: Scene) -> None:
    raised(scene)
    page(scene)


def detail(scene: Scene) -> None:
    ids = raised(scene)
    desk = scene.wiring.floor.alert_desk
    desk.act("snooze", ids[5], "after the break", desk.world.now.replace(hour=14, minute=59))
    desk.world.advance(1_200)
    desk.wake_due()
    desk.act("acknowledge", ids[5], "Raised the limit to 120 for the hour")
    scene.wiring.floor.publish(desk.changes())
    scene.settle()
    page(scene).show_alert(ids[5])


def acknowledging(scene: Scene) -> None:
    raised(scene)
    page(scene).table.selectAll()
    scene.window.alerts.acknowledge(page(scene).table.marked)
    scene.find(AcknowledgeDialog)


def snoozing(scene: Scene) -> None:
    ids = raised(scene)
    page(scene).show_alert(ids[6])
    scene.window.alerts.snooze([ids[6]])
    own = scene.find(SnoozeDialog).own
    scene.settle()
    own.setFocus()
    own.setDateTime(own.dateTime().addSecs(3_600))


def resolved(scene: Scene) -> None:
    ids = raised(scene)
    desk = scene.wiring.floor.alert_desk
    for id_ in ids[2:6]:
        desk.act("resolve", id_, "Done")
    desk.clear(ids[9])
    scene.wiring.floor.publish(desk.changes())
    page(scene).bar.choose_state("resolved")
    scene.settle()


def empty(scene: Scene) -> None:
    scene.open()
    page(scene)


def toasts(scene: Scene) -> None:
    raised(scene)


def settings(scene: Scene) -> None:
    raised(scene)
    page(scene)
    scene.window.alerts.settings()
    dialog = scene.find(AlertSettingsDialog)
    scene.until(lambda: dialog.rules is not None)
    if dialog.rules is not None:
        dialog.rules.near.setValue(85)
        dialog.rules.quiet_on.setChecked(True)
    dialog.reason.setEditText("Too many alerts")


def settings_of_agents(scene: Scene) -> None:
    settings(scene)
    dialog = scene.find(AlertSettingsDialog)
    if dialog.agents is not None:
        dialog.tabs.setCurrentWidget(dialog.agents)
        dialog.agents.agent.setEditText("Alicia Romero")
        dialog.agents.add.click()
        dialog.agents.near_how.setCurrentIndex(2)
        dialog.agents.near.setValue(95)


def settings_here(scene: Scene) -> None:
    settings(scene)
    dialog = scene.find(AlertSettingsDialog)
    dialog.tabs.setCurrentWidget(dialog.here)


def settings_conflict(scene: Scene) -> None:
    settings(scene)
    dialog = scene.find(AlertSettingsDialog)
    desk = scene.wiring.floor.alert_desk
    theirs = msgspec.structs.replace(desk.settings.thresholds, near_limit_percent=70)
    desk.settings = msgspec.structs.replace(desk.settings, revision=9, thresholds=theirs)
    dialog.go.click()
    scene.until(dialog.conflict.isVisible)


def trouble(scene: Scene) -> None:
    raised(scene)
    view = page(scene)
    scene.wiring.floor.trouble = unreachable(URL)
    scene.clock.advance(14_000_000)
    scene.window.alerts.beat()
    view.bar.choose_state("resolved")
    scene.settle()


ALERT_ACTS: MappingProxyType[str, Act] = MappingProxyType(
    {
        "alerts-open": open_alerts,
        "alerts-detail": detail,
        "alerts-acknowledging": acknowledging,
        "alerts-snoozing": snoozing,
        "alerts-resolved": resolved,
        "alerts-settings": settings,
        "alerts-settings-agents": settings_of_agents,
        "alerts-settings-here": settings_here,
        "alerts-settings-conflict": settings_conflict,
        "alerts-empty": empty,
        "alerts-toasts": toasts,
        "alerts-trouble": trouble,
    }
)
