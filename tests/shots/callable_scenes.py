"""The compliance view's map and look-up."""

from collections.abc import Callable
from datetime import timedelta
from types import MappingProxyType

from app.ui.views.calling_dialogs import CallingRulesDialog
from app.ui.views.calling_pane import CallingPane
from app.ui.views.holds_dialogs import EraseDialog, HoldDialog
from app.ui.views.holds_pane import HoldsPane
from app.ui.views.lookup_pane import LookupPane
from app.ui.views.map_pane import MapPane
from tests.shots.compliance_scenes import opened
from tests.shots.set_up import Scene


def map_at(scene: Scene, hours: float, state: str) -> MapPane:
    """The map as many hours after noon UTC, with a state chosen."""
    scene.wiring.floor.calling.ahead = timedelta(hours=hours)
    pane = opened(scene, "map").pane
    if not isinstance(pane, MapPane):
        raise TypeError("the map is not seen")
    scene.until(lambda: pane.page is not None)
    pane.map.choose(state)
    return pane


def day(scene: Scene) -> None:
    map_at(scene, 0, "FL")


def looked_up(scene: Scene, *numbers: str) -> LookupPane:
    """The look-up with numbers asked for, the last one's answer shown."""
    pane = opened(scene, "lookup").pane
    if not isinstance(pane, LookupPane):
        raise TypeError("the look-up is not seen")
    for number in numbers:
        pane.number.setText(number)
        pane.look_up()
        scene.until(pane.go.isEnabled)
    return pane


def forbidden(scene: Scene) -> None:
    looked_up(scene, "800 555 0100", "212-555-0134", "(305) 555-0199")


def listed(scene: Scene) -> None:
    looked_up(scene, "212 555 0188")


def setting_rules(scene: Scene) -> None:
    pane = opened(scene, "calling").pane
    if isinstance(pane, CallingPane):
        scene.until(lambda: pane.page is not None and pane.waiting is not None)
        pane.table.choose("tenant")
        pane.change_chosen()
        dialog = scene.find(CallingRulesDialog)
        dialog.mode.setCurrentIndex(0)
        dialog.emergencies.setText("LA, QQ")


def holds(scene: Scene) -> HoldsPane:
    scene.wiring.floor.admin.amounts.update({"calls": 1_827, "debt_calls": 1_096, "refusals": 400})
    pane = opened(scene, "holds").pane
    if not isinstance(pane, HoldsPane):
        raise TypeError("the holds are not seen")
    scene.until(lambda: bool(pane.kept.rows and pane.holds.rows and pane.next.text()))
    pane.table.choose("calls")
    pane.hold_table.choose("1")
    return pane


def holding(scene: Scene) -> None:
    holds(scene).make_new()
    dialog = scene.find(HoldDialog)
    dialog.scope.setCurrentIndex(3)
    dialog.reason.setCurrentIndex(0)


def erasing(scene: Scene) -> None:
    holds(scene).erase.click()
    dialog = scene.find(EraseDialog)
    dialog.number.setText("(305) 555-0199")
    dialog.reason.setCurrentIndex(0)
    dialog.word.setText("era")


def sunday(scene: Scene) -> None:
    map_at(scene, 5 * 24 + 9, "AL")


CALLABLE_SCENES: MappingProxyType[str, Callable[[Scene], object]] = MappingProxyType(
    {
        "compliance-map": day,
        "compliance-map-sunday": sunday,
        "compliance-lookup": forbidden,
        "compliance-lookup-listed": listed,
        "compliance-calling-rules": setting_rules,
        "compliance-holds": holds,
        "compliance-hold": holding,
        "compliance-erasing": erasing,
    }
)
