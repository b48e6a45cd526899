"""Backups in the window: made now with progress, saved elsewhere, restored after a check and a question."""

from pathlib import Path

import msgspec
from PySide6.QtCore import Qt

from app.ui.views.admin_page import AdminPage
from app.ui.views.backups_pane import BackupsPane
from app.ui.views.restore_dialog import RestoreDialog
from app.wire.backups import BackupLoss
from tests.fakes.floor_gateway import unreachable
from tests.ui.conftest import Open, Stage


def backups_of(one: Stage) -> BackupsPane:
    one.press(one.window, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    page = one.window.views.page
    assert isinstance(page, AdminPage)
    one.click(page.buttons["backups"])
    pane = page.pane
    assert isinstance(pane, BackupsPane)
    one.until(lambda: len(pane.backups.rows) == 4)
    return pane


def restoring(one: Stage, pane: BackupsPane) -> RestoreDialog:
    pane.table.choose(pane.backups.identity_at(0))
    one.click(pane.restore)
    dialog = one.dialog(RestoreDialog)
    one.until(dialog.accepted_loss.isVisible)
    return dialog


def test_b_makes_a_copy_and_shows_how_far_it_is(stage: Open) -> None:
    one = stage().open()
    pane = backups_of(one)
    one.floor.backups.held = True
    one.press(pane.table, Qt.Key.Key_B)
    one.until(pane.progress.isVisible)
    assert (pane.progress.value(), pane.progress.maximum()) == (5_200, 11_990)
    assert not pane.make.isEnabled()
    one.floor.backups.held = False
    one.window.tick()
    one.until(lambda: len(pane.backups.rows) == 5)
    assert "is made and whole" in pane.said.text()
    assert pane.make.isEnabled()


def test_a_copy_is_saved_elsewhere(stage: Open, tmp_path: Path) -> None:
    one = stage().open()
    pane = backups_of(one)
    assert not pane.save.isEnabled()
    pane.table.choose(pane.backups.identity_at(1))
    pane.save_to(tmp_path / "usb.db")
    one.until((tmp_path / "usb.db").exists)


def test_a_broken_copy_cannot_be_restored(stage: Open) -> None:
    one = stage().open()
    pane = backups_of(one)
    pane.table.choose(next(row.name for row in pane.backups.rows if row.broken))
    assert not pane.restore.isEnabled()


def test_a_restore_says_what_is_lost_and_waits_for_the_engine(stage: Open) -> None:
    one = stage().open()
    pane = backups_of(one)
    dialog = restoring(one, pane)
    assert "1,204 calls" in dialog.effect.text()
    assert "no longer count against any limit" in dialog.effect.text()
    one.write(dialog.reason, "A wrong list was dialed")
    assert not dialog.go.isEnabled(), "the loss is not accepted yet"
    dialog.accepted_loss.setChecked(True)
    one.floor.backups.held = True
    one.click(dialog.go)
    one.until(lambda: "comes up again" in pane.said.text())
    assert one.floor.backups.restored[0].calls_lost == 1_204
    one.floor.trouble = unreachable("http://127.0.0.1:1")
    one.window.tick()
    one.until(lambda: one.floor.asked.count("backups") > 3)
    assert not pane.trouble_words, "an engine that is being restarted is no trouble"
    one.floor.trouble, one.floor.backups.held = None, False

    def restored() -> bool:
        one.window.tick()
        return "is the database now" in pane.said.text()

    one.until(restored)
    assert pane.make.isEnabled()


def test_calls_that_went_on_are_counted_and_accepted_again(stage: Open) -> None:
    one = stage().open()
    dialog = restoring(one, backups_of(one))
    one.write(dialog.reason, "test of the copies")
    dialog.accepted_loss.setChecked(True)
    one.floor.backups.loss = BackupLoss(calls=1_300, sessions=6, contacts=0, refusals=0, audit_records=0)
    one.click(dialog.go)
    one.until(lambda: "1,300 calls" in dialog.effect.text())
    assert not dialog.accepted_loss.isChecked()
    assert dialog.reason.reason == "test of the copies"
    one.click(dialog.cancel)


def test_who_does_not_own_the_folder_sees_no_backups(stage: Open) -> None:
    one = stage()
    me = one.floor.me_answer
    one.floor.me_answer = msgspec.structs.replace(me, may=[right for right in me.may if right != "folder"])
    one.open()
    one.press(one.window, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    page = one.window.views.page
    assert isinstance(page, AdminPage)
    assert not page.buttons["backups"].isVisible()
    one.press(page, Qt.Key.Key_B)
    assert page.current == "people"
