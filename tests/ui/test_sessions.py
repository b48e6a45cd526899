"""Pause, resume and end: by key, by button, by the row's menu; each with a reason."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.ui.views.reason_dialog import ReasonDialog
from tests.fakes.floor_gateway import refused
from tests.ui.conftest import Open, Stage

# Qt says these of every menu that pops up where there is no screen.
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)


def give_reason(stage: Stage, reason: str) -> None:
    dialog = stage.dialog(ReasonDialog)
    assert not dialog.go.isEnabled()
    stage.write(dialog.reason, reason)
    stage.click(dialog.go)


def test_p_pauses_and_then_resumes(stage: Open) -> None:
    one = stage().open()
    one.window.floor.table.choose(one.agent("Ben Haddad").id)
    one.press(one.window.floor.table, Qt.Key.Key_P)
    give_reason(one, "coaching")
    one.until(lambda: one.agent("Ben Haddad").state == "paused")
    assert one.detail.pause.text() == "Resume"
    one.until(lambda: not any(d.isVisible() for d in one.window.findChildren(ReasonDialog)))
    one.press(one.window.floor.table, Qt.Key.Key_P)
    give_reason(one, "coaching done")
    one.until(lambda: one.agent("Ben Haddad").state == "waiting")
    assert "paused: coaching" in one.floor.asked
    assert "active: coaching done" in one.floor.asked


def test_the_button_ends_a_session(stage: Open) -> None:
    one = stage().open()
    one.window.floor.table.choose(one.agent("Ben Haddad").id)
    one.click(one.detail.end)
    give_reason(one, "stuck")
    one.until(lambda: one.agent("Ben Haddad").session is None)
    assert not one.detail.end.isEnabled()


def test_the_rows_menu_pauses(stage: Open) -> None:
    one = stage().open()
    table = one.window.floor.table
    row = one.window.agents.row_of(one.agent("Chen Novak").id)
    assert row is not None
    at = table.visualRect(one.window.agents.index(row, 0)).center()
    table.customContextMenuRequested.emit(at)
    menu = one.dialog(QMenu)
    texts = [action.text() for action in menu.actions()]
    assert texts[0] == "Pause session…"
    menu.actions()[0].trigger()
    menu.close()
    give_reason(one, "break")
    one.until(lambda: one.agent("Chen Novak").state == "paused")


def test_a_no_from_the_engine_is_said_in_the_dialog(stage: Open) -> None:
    one = stage().open()
    one.window.floor.table.choose(one.agent("Ben Haddad").id)
    one.press(one.window.floor.table, Qt.Key.Key_X)
    one.floor.trouble = refused(409, "conflict", "The session has already ended")
    dialog = one.dialog(ReasonDialog)
    give_reason(one, "end of shift")
    one.until(dialog.trouble.isVisible)
    assert dialog.trouble.accessibleName() == "The session has already ended"
    assert dialog.go.isEnabled()
    dialog.reject()
    one.floor.trouble = None


def test_a_compliance_officer_sees_no_dead_buttons(stage: Open) -> None:
    one = stage()
    one.floor.me_answer = msgspec.structs.replace(one.floor.me_answer, role="compliance")
    one.open()
    assert not one.detail.pause.isVisible()
    assert not one.detail.edit.isVisible()
    assert not one.window.top.edit.isVisible()
