"""The exports of the compliance view: a new one, its columns, one that runs, the saved ones, those that were made."""

from collections.abc import Callable
from types import MappingProxyType

from PySide6.QtCore import Qt

from app.ui.views.export_fields_dialog import ExportFieldsDialog
from app.ui.views.export_preset_dialogs import ScheduleDialog
from app.ui.views.exports_pane import MADE, SAVED, ExportsPane
from tests.shots.set_up import Scene


def opened(scene: Scene) -> ExportsPane:
    """The section, with its first rows."""
    from tests.shots.compliance_scenes import opened as compliance

    pane = compliance(scene, "exports").pane
    if not isinstance(pane, ExportsPane):
        raise TypeError("the exports are not seen")
    scene.until(lambda: pane.form.preview.rowCount() > 0)
    return pane


def columns(scene: Scene) -> None:
    pane = opened(scene)
    pane.form.bar.columns.click()
    dialog = scene.find(ExportFieldsDialog)
    dialog.none.click()
    for at in (5, 1, 6):
        dialog.list.item(at).setCheckState(Qt.CheckState.Checked)


def running(scene: Scene) -> None:
    pane = opened(scene)
    exports = scene.wiring.floor.exports
    exports.rows, exports.step = 1_240_000, 310_000
    pane.form.export()
    scene.until(lambda: "1,240,000" in pane.form.line.words.text() or "1.240.000" in pane.form.line.words.text())


def done(scene: Scene) -> None:
    pane = opened(scene)
    pane.form.bar.range.setCurrentIndex(pane.form.bar.range.findData("custom"))
    pane.form.export()
    scene.until(pane.form.open_folder.isVisible)


def saved(scene: Scene) -> ExportsPane:
    pane = opened(scene)
    pane.show_tab(SAVED)
    scene.settle()
    pane.saved.table.choose("p0")
    return pane


def scheduling(scene: Scene) -> None:
    saved(scene).saved.ask_schedule()
    dialog = scene.find(ScheduleDialog)
    dialog.folder.setText("exports")
    dialog.go.click()
    scene.until(dialog.go.isEnabled)


def made(scene: Scene) -> None:
    pane = opened(scene)
    pane.show_tab(MADE)
    scene.settle()
    pane.made.table.choose("old0")


EXPORT_SCENES: MappingProxyType[str, Callable[[Scene], object]] = MappingProxyType(
    {
        "exports-new": opened,
        "exports-columns": columns,
        "exports-running": running,
        "exports-done": done,
        "exports-saved": saved,
        "exports-schedule": scheduling,
        "exports-made": made,
    }
)
