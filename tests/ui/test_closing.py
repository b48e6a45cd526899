"""Closing over edits that were not applied: asked first, and gone back to."""

from typing import Literal

from PySide6.QtCore import QTimer

from app.ui.views.keep_dialog import DropDialog, KeepDialog
from tests.ui.conftest import Open
from tests.ui.test_limits_page import limits, write


def test_closing_over_edits_that_were_not_applied_asks_first_and_goes_back_to_them(stage: Open) -> None:
    one, page = limits(stage)
    write(one, page, "Ben Haddad", "70")
    one.window.views.go("floor")
    one.window.acts.unattended = False

    def stop_engine() -> None:
        one.dialog(KeepDialog).stop.click()

    def answer(button: Literal["go", "cancel"]) -> None:
        dialog = one.dialog(DropDialog)
        if button == "go":
            QTimer.singleShot(0, one.window, stop_engine)
        {"go": dialog.go, "cancel": dialog.cancel}[button].click()

    QTimer.singleShot(0, one.window, lambda: answer("cancel"))
    one.window.close()
    assert one.window.isVisible()
    assert one.window.views.page is page
    assert len(page.book.draft) == 1
    QTimer.singleShot(0, one.window, lambda: answer("go"))
    one.window.close()
    assert not one.window.isVisible()
