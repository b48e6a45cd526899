"""A masked number is shown whole by one key, with a reason where the role must say one, and masked again when left."""

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.ui.views.reveal_dialog import RevealDialog
from tests.fakes.floor_gateway import unreachable
from tests.ui.conftest import Open
from tests.ui.test_log_view import asked, choose, number, opened

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_an_officer_sees_the_number_by_one_key_and_hides_it_by_the_same(stage: Open) -> None:
    now = stage()
    now.floor.me_answer = msgspec.structs.replace(now.floor.me_answer, role="compliance")
    page = opened(now)
    call = choose(now, page, 1)
    pane = page.calls.call_pane
    assert "*" in call.phone_number
    assert pane.head.text() == call.phone_number
    now.press(page.calls.list.table, Qt.Key.Key_V)
    now.until(lambda: pane.head.text() == number(now, call))
    assert pane.ways["show_number"].text() == "Hide number"
    now.click(pane.ways["show_number"])
    assert pane.head.text() == call.phone_number
    assert asked(now, f"reveal call {call.id}") == 1


def test_another_row_and_another_view_mask_it_again(stage: Open) -> None:
    now = stage()
    now.floor.me_answer = msgspec.structs.replace(now.floor.me_answer, role="admin")
    page = opened(now)
    call = choose(now, page, 1)
    pane = page.calls.call_pane
    now.click(pane.ways["show_number"])
    now.until(lambda: pane.revealed == number(now, call))
    other = choose(now, page, 2)
    assert pane.head.text() == other.phone_number
    now.click(pane.ways["show_number"])
    now.until(lambda: pane.revealed == number(now, other))
    now.window.views.go("floor")
    assert pane.revealed == ""
    assert pane.head.text() == other.phone_number


def test_a_supervisor_says_why_first_and_nothing_typed_is_lost_when_the_engine_is_away(stage: Open) -> None:
    now = stage()
    now.floor.me_answer = msgspec.structs.replace(now.floor.me_answer, role="supervisor")
    page = opened(now)
    call = choose(now, page, 1)
    now.press(page.calls.list.table, Qt.Key.Key_V)
    dialog = now.dialog(RevealDialog)
    assert call.phone_number in dialog.windowTitle()
    assert not dialog.go.isEnabled()
    now.write(dialog.reason, "asked by letter")
    now.floor.log.page_trouble = unreachable("http://127.0.0.1:1")
    now.click(dialog.go)
    now.until(dialog.trouble.isVisible)
    assert dialog.reason.reason == "asked by letter"
    now.floor.log.page_trouble = None
    now.click(dialog.go)
    now.until(lambda: page.calls.call_pane.head.text() == number(now, call))
    assert asked(now, f"reveal call {call.id} asked by letter") == 2


def test_copying_a_number_is_having_seen_it(stage: Open) -> None:
    now = stage()
    now.floor.me_answer = msgspec.structs.replace(now.floor.me_answer, role="admin")
    page = opened(now)
    call = choose(now, page, 1)
    now.press(page.calls.list.table, Qt.Key.Key_C, CONTROL)
    now.until(lambda: QGuiApplication.clipboard().text() == number(now, call))
    assert asked(now, f"reveal call {call.id}") == 1
    now.press(page.calls.list.table, Qt.Key.Key_C, CONTROL)
    assert asked(now, "reveal") == 1
