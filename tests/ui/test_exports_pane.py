"""The exports of the compliance view: last month's calls in three clicks, columns, saved ones, and those made."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from app.ui.views.compliance_page import CompliancePage
from app.ui.views.export_fields_dialog import ExportFieldsDialog
from app.ui.views.export_preset_dialogs import PresetNameDialog, ScheduleDialog
from app.ui.views.exports_pane import MADE, NEW, SAVED, ExportsPane
from app.wire.exports import StartExport
from tests.fakes.floor_gateway import refused
from tests.ui.conftest import Open, Stage
from tests.ui.test_alert_calls import SECOND, later, raise_alert, stack


def exports_of(one: Stage) -> ExportsPane:
    one.press(one.window, Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    page = one.window.views.page
    assert isinstance(page, CompliancePage)
    one.click(page.buttons["exports"])
    pane = page.pane
    assert isinstance(pane, ExportsPane)
    one.until(lambda: pane.form.preview.rowCount() == 20)
    return pane


def test_last_months_calls_are_one_click_in_the_section(stage: Open, tmp_path: Path) -> None:
    one = stage().open()
    pane = exports_of(one)
    assert "38,210 rows" in pane.form.found.text()
    one.click(pane.form.go)
    one.until(pane.form.open_folder.isVisible)
    assert one.floor.exports.wanted == [StartExport(kind="calls", range="last-month")]
    (file,) = tmp_path.glob("calls-*.csv")
    assert str(file) in pane.form.found.text()
    one.until(lambda: len(pane.made.runs.rows) == 4)


def test_a_toast_leaves_the_lowest_buttons_of_a_section_free(stage: Open) -> None:
    one = stage().open()
    raise_alert(one, "refusals", "Alicia Romero")
    over_footer = stack(one).geometry().bottom()
    pane = exports_of(one)
    later(one, SECOND)
    assert stack(one).geometry().bottom() < pane.form.go.mapTo(one.window, QPoint(0, 0)).y()
    one.press(pane, Qt.Key.Key_1)
    later(one, SECOND)
    assert stack(one).geometry().bottom() == over_footer, "nothing is below on the map"


def test_a_range_without_rows_says_what_to_choose(stage: Open) -> None:
    one = stage().open()
    pane = exports_of(one)
    one.floor.exports.rows = 0
    pane.form.ask_preview()
    one.until(lambda: pane.form.preview.rowCount() == 0)
    assert "Choose another range" in pane.form.found.text()


def test_cancel_leaves_no_file_and_says_so(stage: Open, tmp_path: Path) -> None:
    one = stage().open()
    pane = exports_of(one)
    one.floor.exports.rows, one.floor.exports.step = 10_000_000, 1_000
    one.press(pane.form.preview, Qt.Key.Key_N)
    one.until(lambda: "rows written" in pane.form.line.words.text())
    pane.show_tab(SAVED)
    pane.saved.table.choose("p1")
    one.click(pane.saved.go)
    assert pane.tabs.currentIndex() == NEW
    one.click(pane.form.cancel)
    one.until(lambda: "remove_export" in one.floor.asked)
    assert len(one.floor.exports.wanted) == 1, "what ran was not replaced by the saved one"
    assert "no file was written" in pane.form.found.text()
    assert list(tmp_path.glob("*.csv")) == []
    assert pane.form.go.isEnabled()


def test_columns_are_ticked_and_moved(stage: Open) -> None:
    one = stage().open()
    pane = exports_of(one)
    one.click(pane.form.bar.columns)
    dialog = one.dialog(ExportFieldsDialog)
    one.click(dialog.none)
    assert not dialog.go.isEnabled()
    for name in ("status", "phone_number"):
        item = dialog.list.findItems(name, Qt.MatchFlag.MatchExactly)[0]
        item.setCheckState(Qt.CheckState.Checked)
    dialog.list.setCurrentRow(6)
    one.click(dialog.up)
    one.click(dialog.go)
    one.until(lambda: pane.form.preview.titles == ["status", "phone_number"])
    assert "2 of 12 columns" in pane.form.bar.columns.text()
    one.click(pane.form.go)
    one.until(lambda: bool(one.floor.exports.wanted))
    assert one.floor.exports.wanted[0].fields == ["status", "phone_number"]
    one.until(pane.form.open_folder.isVisible)


def test_evidence_is_whole_and_a_range_may_be_ones_own(stage: Open) -> None:
    one = stage().open()
    form = exports_of(one).form
    form.bar.kind.setCurrentIndex(form.bar.kind.findData("evidence"))
    assert not form.bar.columns.isEnabled()
    assert not form.bar.campaign.isEnabled()
    one.until(lambda: form.preview.titles == ["table", "rows"])
    form.bar.range.setCurrentIndex(form.bar.range.findData("custom"))
    assert form.bar.since.isVisible()
    form.bar.until.setDateTime(form.bar.since.dateTime())
    assert not form.go.isEnabled()
    assert "ends before it begins" in form.found.text()


def test_a_campaign_has_periods_of_its_own(stage: Open) -> None:
    one = stage().open()
    bar = exports_of(one).form.bar
    bar.offer_campaigns([("c1", "Renewals")])
    assert bar.range.findData("this-period") < 0
    bar.campaign.setCurrentIndex(1)
    bar.range.setCurrentIndex(bar.range.findData("this-period"))
    assert (bar.wanted.campaign_id, bar.wanted.range) == ("c1", "this-period")
    bar.campaign.setCurrentIndex(0)
    assert bar.wanted.range != "this-period"


def test_what_is_chosen_is_saved_under_a_name(stage: Open) -> None:
    one = stage().open()
    pane = exports_of(one)
    one.click(pane.form.keep)
    dialog = one.dialog(PresetNameDialog)
    dialog.name.setText("For the auditor")
    one.click(dialog.go)
    one.until(lambda: dialog.name.property("invalid") == "true")
    dialog.name.setText("Monthly calls")
    one.click(dialog.go)
    one.until(lambda: pane.tabs.currentIndex() == SAVED and len(pane.saved.presets.rows) == 3)
    chosen = pane.saved.table.chosen_row
    assert chosen is not None
    assert (chosen.name, chosen.what.range) == ("Monthly calls", "last-month")


def test_a_saved_one_is_scheduled_with_what_is_wrong_at_its_field(stage: Open) -> None:
    one = stage().open()
    pane = exports_of(one)
    pane.show_tab(SAVED)
    pane.saved.table.choose("p1")
    one.press(pane.saved.table, Qt.Key.Key_E)
    dialog = one.dialog(ScheduleDialog)
    assert not dialog.go.isEnabled()
    dialog.folder.setText("exports")
    one.click(dialog.go)
    one.until(lambda: dialog.folder.property("invalid") == "true")
    dialog.folder.setText("/srv/exports")
    one.click(dialog.go)
    one.until(lambda: one.floor.exports.presets["p1"].schedule is not None)
    one.until(pane.saved.pause.isVisible)
    one.click(pane.saved.pause)
    one.until(lambda: one.floor.exports.presets["p1"].schedule is None)
    one.press(pane.saved.table, Qt.Key.Key_Delete)
    one.until(lambda: "p1" not in one.floor.exports.presets)


def test_a_failed_night_is_said_on_the_tab_and_in_the_row(stage: Open) -> None:
    one = stage().open()
    pane = exports_of(one)
    pane.show_tab(SAVED)
    pane.saved.table.choose("p0")
    assert "is no folder of the engine's machine" in pane.saved.said.text()
    one.click(pane.saved.go)
    assert pane.tabs.currentIndex() == NEW
    one.until(pane.form.open_folder.isVisible)
    assert one.floor.exports.wanted[0].range == "yesterday"


def test_past_ones_are_verified_saved_and_deleted(stage: Open, tmp_path: Path) -> None:
    one = stage().open()
    pane = exports_of(one)
    pane.show_tab(MADE)
    pane.made.table.choose("old1")
    one.click(pane.made.verify)
    one.until(lambda: "is what was written" in pane.made.said.text())
    one.floor.exports.broken.add("old1")
    one.click(pane.made.verify)
    one.until(lambda: "was changed" in pane.made.said.text())
    pane.made.show_runs(pane.made.runs.rows)
    assert "was changed" in pane.made.said.text(), "a list shown anew does not take it away"
    pane.made.save_to(tmp_path / "again.zip")
    one.until((tmp_path / "again.zip").exists)
    one.click(pane.made.end)
    one.until(lambda: not one.floor.exports.runs["old1"].is_kept)
    one.until(lambda: not pane.made.save.isEnabled())


def test_a_supervisor_exports_and_saves_nothing(stage: Open) -> None:
    import msgspec

    made = stage()
    made.floor.me_answer = msgspec.structs.replace(made.floor.me_answer, role="supervisor")
    one = made.open()
    pane = exports_of(one)
    assert pane.form.go.isVisible()
    assert not pane.form.keep.isVisible()
    pane.show_tab(SAVED)
    assert not pane.saved.schedule.isVisible()


@pytest.mark.parametrize("kind", ["calls", "evidence"])
def test_an_engine_that_says_no_is_heard_and_asked_again(stage: Open, kind: str) -> None:
    one = stage().open()
    form = exports_of(one).form
    form.bar.kind.setCurrentIndex(form.bar.kind.findData(kind))
    one.floor.trouble = refused(503, "unavailable", "The log cannot be read")
    one.click(form.go)
    one.until(lambda: "The log cannot be read" in form.found.text())
    one.floor.trouble = None
    assert form.go.isEnabled()
