"""Reading the chain of focus leaves every widget with its parent, or an open dialog is destroyed as garbage."""

import gc
from pathlib import Path

from PySide6.QtWidgets import QDialog, QMainWindow, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from app.ui.views.limit_dialog import LimitDialog
from app.ui.widgets.focus_chain import focus_chain
from tests.ui.conftest import Open

ROOT = Path(__file__).parents[2]


def test_a_dialog_still_belongs_to_its_window_after_its_chain_was_read(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    dialog = QDialog(window)
    box = QVBoxLayout(dialog)
    buttons = [QPushButton(words, dialog) for words in ("Apply", "Cancel")]
    for button in buttons:
        box.addWidget(button)
    assert [one for one in focus_chain(dialog) if one in buttons] == buttons
    assert dialog in gc.get_referents(window)
    assert all(button in gc.get_referents(dialog) for button in buttons)


def test_an_open_dialog_that_only_the_window_holds_outlives_every_collection(stage: Open) -> None:
    one = stage().open()
    one.window.acts.edit()
    dialog = one.dialog(LimitDialog)
    gone: list[str] = []
    dialog.destroyed.connect(lambda: gone.append("destroyed"))
    del dialog
    for _ in range(3):
        gc.collect()
    assert gone == []
    assert one.dialog(LimitDialog).isVisible()


def test_nothing_else_walks_the_chain() -> None:
    walkers = [
        path.relative_to(ROOT).as_posix()
        for folder in ("app", "tests")
        for path in (ROOT / folder).rglob("*.py")
        if "InFocusChain()" in path.read_text(encoding="utf-8").replace("`nextInFocusChain()`", "")
    ]
    assert [path for path in walkers if path != Path(__file__).relative_to(ROOT).as_posix()] == [
        "app/ui/widgets/focus_chain.py"
    ]
