"""Export calls to CSV: a range, progress, cancel, and where the file is."""

from pathlib import Path

from PySide6.QtCore import Qt

from app.ui.views.export_dialog import ExportDialog
from tests.fakes.floor_gateway import refused
from tests.ui.conftest import Open, Stage


def open_export(stage: Stage) -> ExportDialog:
    stage.press(stage.window.floor.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    return stage.dialog(ExportDialog)


def press(stage: Stage, dialog: ExportDialog) -> None:
    stage.click(dialog.go)


def test_an_export_ends_with_where_the_file_is(stage: Open, tmp_path: Path) -> None:
    one = stage().open()
    dialog = open_export(one)
    target = tmp_path / "calls of today.csv"
    dialog.path.setText(str(target))
    press(one, dialog)
    one.until(lambda: dialog.progress.maximum() == 40_000)
    one.until(lambda: dialog.go.text() == "Done")
    assert target.read_text(encoding="utf-8").startswith("call_id,called_at")
    assert str(target) in dialog.status.text()
    assert dialog.open_folder.isVisible()
    press(one, dialog)


def test_cancel_stops_the_engines_process(stage: Open) -> None:
    one = stage().open()
    one.floor.exports.rows, one.floor.exports.step = 10_000_000, 1_000
    dialog = open_export(one)
    press(one, dialog)
    one.until(lambda: "rows written" in dialog.status.text() and dialog.progress.maximum() > 0)
    one.click(dialog.cancel)
    one.until(lambda: "remove_export" in one.floor.asked)
    assert one.floor.exports.runs["x1"].state == "cancelled"


def test_a_range_that_ends_before_it_begins_cannot_start(stage: Open) -> None:
    one = stage().open()
    dialog = open_export(one)
    assert not dialog.since.isEnabled()
    dialog.range.setCurrentIndex(dialog.range.findData("custom"))
    assert dialog.since.isEnabled()
    dialog.until.setDateTime(dialog.since.dateTime())
    assert not dialog.go.isEnabled()
    dialog.reject()


def test_a_folder_that_is_not_there_is_said(stage: Open) -> None:
    one = stage().open()
    dialog = open_export(one)
    dialog.path.setText("/nowhere/at/all/calls.csv")
    assert not dialog.go.isEnabled()
    dialog.reject()


def test_a_refused_export_can_be_tried_again(stage: Open) -> None:
    one = stage().open()
    dialog = open_export(one)
    one.floor.trouble = refused(503, "unavailable", "The log cannot be read")
    press(one, dialog)
    one.until(dialog.trouble.isVisible)
    one.floor.trouble = None
    assert dialog.go.isEnabled()
    press(one, dialog)
    one.until(lambda: dialog.go.text() == "Done")
    dialog.accept()
