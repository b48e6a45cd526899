"""Toasts call beside what somebody works with, and not on it."""

from PySide6.QtWidgets import QPushButton

from tests.ui.conftest import Open
from tests.ui.test_alert_calls import raise_alert, stack


def test_a_toast_stands_left_of_the_buttons_in_the_corner(stage: Open) -> None:
    one = stage().open()
    one.window.resize(1280, 720)
    raise_alert(one, "refusals", "Alicia Romero")
    button = QPushButton("Approve", one.window)
    button.setGeometry(1150, 610, 100, 32)
    button.show()
    stack(one).place()
    assert stack(one).geometry().right() == button.x() - 9
    button.hide()
    stack(one).place()
    assert stack(one).geometry().right() == one.window.width() - 17
