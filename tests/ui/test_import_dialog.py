"""Contacts imported from the window: a file is mapped, looked at, imported, stopped; nothing is lost on failure."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from app.ui.views.admin_page import AdminPage
from app.ui.views.campaigns_pane import CampaignsPane
from app.ui.views.import_dialog import ImportDialog
from tests.fakes.floor_gateway import unreachable
from tests.ui.conftest import Open, Stage

HEADER = "First Name,Phone,Second,City"


def leads(folder: Path, count: int = 30, header: str = HEADER) -> Path:
    file = folder / "leads.csv"
    rows = [f"Person {at},+1212555{at:04d},{at},Rome" for at in range(count)]
    rows[3] = "Nobody,12,+12125559999,Oslo"
    file.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return file


def campaigns_of(one: Stage) -> CampaignsPane:
    one.press(one.window, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    page = one.window.views.page
    assert isinstance(page, AdminPage)
    one.click(page.buttons["campaigns"])
    pane = page.pane
    assert isinstance(pane, CampaignsPane)
    one.until(lambda: len(pane.campaigns.rows) == 3)
    return pane


def looked_through(one: Stage, file: Path) -> ImportDialog:
    pane = campaigns_of(one)
    pane.import_file(file)
    dialog = one.dialog(ImportDialog)
    one.until(dialog.preview.isVisible)
    return dialog


def test_a_file_is_mapped_by_its_headers_and_imported_into_the_chosen_campaign(stage: Open, tmp_path: Path) -> None:
    one = stage().open()
    pane = campaigns_of(one)
    pane.table.choose(pane.campaigns.identity_at(1))
    pane.import_file(leads(tmp_path))
    dialog = one.dialog(ImportDialog)
    one.until(dialog.preview.isVisible)
    assert dialog.campaign.currentText() == "Spring reminders"
    assert dialog.preview.columns["phone"].currentText() == "Phone"
    assert dialog.preview.verdict.text() == "29 lines can be imported, 1 cannot"
    assert dialog.preview.sample.item(0, 0) is not None
    one.click(dialog.go)
    one.until(lambda: dialog.go.text() == "Done")
    assert "29 added" in dialog.status.text()
    assert "1 rejected" in dialog.status.text()
    sent = one.floor.imports.started[0]
    assert (sent.campaign, sent.places.phone, sent.places.first_name) == ("Spring reminders", 1, 0)
    dialog.save_rejected(tmp_path / "bad.csv")
    one.until(lambda: "Saved" in dialog.save.text())
    assert "5,'12' cannot be a phone number" in (tmp_path / "bad.csv").read_text(encoding="utf-8")
    one.click(dialog.go)
    one.until(lambda: any(row.id == "imported" for row in pane.campaigns.rows))


def test_another_column_is_looked_at_before_anything_is_written(stage: Open, tmp_path: Path) -> None:
    one = stage().open()
    dialog = looked_through(one, leads(tmp_path))
    phone = dialog.preview.columns["phone"]
    phone.setCurrentIndex(phone.findText("Second"))
    assert not dialog.go.isEnabled(), "not before it was looked at"
    one.until(lambda: "29 cannot" in dialog.preview.verdict.text())
    one.until(dialog.go.isEnabled)
    first = dialog.preview.columns["first_name"]
    first.setCurrentIndex(first.findText("Second"))
    one.until(lambda: not dialog.trouble.isHidden())
    assert not dialog.go.isEnabled()
    one.click(dialog.cancel)
    one.until(lambda: "cancel_import" in one.floor.asked)
    assert one.floor.imports.started == []


def test_without_a_phone_column_it_cannot_start(stage: Open, tmp_path: Path) -> None:
    one = stage().open()
    dialog = looked_through(one, leads(tmp_path, header="A,B,C,D"))
    assert dialog.preview.verdict.text() == "Say which column holds the phone number"
    assert not dialog.go.isEnabled()
    phone = dialog.preview.columns["phone"]
    phone.setCurrentIndex(phone.findText("B"))
    one.until(dialog.go.isEnabled)
    dialog.preview.region.setCurrentText("D")
    dialog.preview.changed.emit()
    assert not dialog.go.isEnabled(), "a country is two letters"
    one.press(dialog, Qt.Key.Key_Escape)


def test_a_running_import_is_stopped_and_says_what_stays(stage: Open, tmp_path: Path) -> None:
    one = stage().open()
    one.floor.imports.scale, one.floor.imports.held = 1_000, True
    dialog = looked_through(one, leads(tmp_path))
    one.click(dialog.go)
    one.until(lambda: "4,000 of 30,000 lines" in dialog.status.text())
    assert dialog.cancel.text() == "Stop the import"
    one.press(dialog, Qt.Key.Key_Escape)
    one.until(lambda: "What was added stays" in dialog.status.text())
    one.click(dialog.go)


def test_trouble_keeps_what_was_chosen(stage: Open, tmp_path: Path) -> None:
    one = stage().open()
    dialog = looked_through(one, leads(tmp_path))
    dialog.campaign.setCurrentText("Winter")
    one.floor.trouble = unreachable("http://127.0.0.1:1")
    one.click(dialog.go)
    one.until(lambda: not dialog.trouble.isHidden())
    assert dialog.campaign.currentText() == "Winter"
    one.floor.trouble = None
    one.click(dialog.go)
    one.until(lambda: dialog.go.text() == "Done")
    assert one.floor.imports.started[-1].campaign == "Winter"
    one.click(dialog.go)


def test_a_file_that_is_gone_is_told(stage: Open, tmp_path: Path) -> None:
    one = stage().open()
    pane = campaigns_of(one)
    pane.import_file(tmp_path / "nowhere.csv")
    dialog = one.dialog(ImportDialog)
    one.until(lambda: not dialog.trouble.isHidden())
    assert not dialog.go.isEnabled()
    one.click(dialog.cancel)


def test_a_file_is_dropped_on_the_section(stage: Open, tmp_path: Path) -> None:
    one = stage().open()
    pane = campaigns_of(one)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(leads(tmp_path)))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, carried, buttons, keys)
    pane.dragEnterEvent(over)
    assert over.isAccepted()
    pane.dropEvent(QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, carried, buttons, keys))
    dialog = one.dialog(ImportDialog)
    one.until(dialog.preview.isVisible)
    one.press(dialog, Qt.Key.Key_Escape)
