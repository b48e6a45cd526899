"""Dark and light, the keys' list, the remembered layout, and closing while sessions run."""

from typing import Literal

import msgspec
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel

from app.ui.app import close_unasked
from app.ui.design.look import Look
from app.ui.keys import KEYS
from app.ui.models.columns import COLUMN_IDS
from app.ui.views.jobs_dialog import JobsDialog
from app.ui.views.keep_dialog import KeepDialog
from app.ui.views.keys_dialog import KeysDialog
from tests.ui.conftest import Open, Stage


def worn(look: Look) -> str:
    return look.theme.name


def test_ctrl_t_goes_round_the_themes(stage: Open, look: Look) -> None:
    one = stage().open()
    table = one.window.floor.table
    one.press(table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert worn(look) == "light"
    assert one.window.memory.theme == "light"
    one.click(one.window.top.theme)
    assert worn(look) == "contrast"
    one.click(one.window.top.theme)
    assert worn(look) == "dark"


def test_f1_lists_every_key(stage: Open) -> None:
    one = stage().open()
    one.press(one.window.floor.table, Qt.Key.Key_F1)
    dialog = one.dialog(KeysDialog)
    said = {words.text() for words in dialog.findChildren(QLabel)}
    assert {key.words for key in KEYS if key.shortcuts} <= said
    one.press(dialog, Qt.Key.Key_Return)


def test_the_layout_is_remembered(stage: Open) -> None:
    one = stage().open()
    one.window.floor.table.show_column("mode", shown=True)
    one.window.floor.table.place_columns(["state", "agent"])
    one.window.floor.table.sort_on("hour")
    one.window.floor.splitter.setSizes([800, 500])
    frame = (one.window.saveGeometry(), one.window.floor.splitter.saveState())
    one.window.close()
    again = stage().open()
    table = again.window.floor.table
    assert not table.isColumnHidden(COLUMN_IDS.index("mode"))
    assert table.columns_placed()[:2] == ["state", "agent"]
    assert again.window.agents.keys[0].column == "hour"
    # The offscreen screen is smaller than the window, so what was kept is compared and not what fits.
    assert (again.window.memory.geometry, again.window.memory.splitter) == frame


def test_a_damaged_memory_counts_as_never_set(stage: Open) -> None:
    one = stage()
    one.window.memory._settings.setValue("columns", "{broken")
    one.window.memory._settings.setValue("theme", "purple")
    one.window.memory._settings.setValue("sort", '[["nonsense", 1], 7]')
    assert one.window.memory.columns[0] == {}
    assert one.window.memory.theme is None
    assert one.window.memory.sort == ()
    one.open()


def press_later(one: Stage, button: Literal["go", "cancel", "stop"]) -> None:
    """The dialog blocks until it is answered: answer it from its own loop."""

    def press() -> None:
        dialog = one.dialog(KeepDialog)
        {"go": dialog.go, "cancel": dialog.cancel, "stop": dialog.stop}[button].click()

    QTimer.singleShot(0, one.window, press)


def test_closing_while_sessions_run_asks_and_leaves_the_engine(stage: Open) -> None:
    one = stage().open()
    one.window.acts.unattended = False
    press_later(one, "go")
    one.window.close()
    assert one.wiring.child.kept is True


def test_a_signal_takes_the_question_back_and_closes(stage: Open) -> None:
    one = stage().open()
    one.window.acts.unattended = False

    def signalled() -> None:
        assert one.dialog(KeepDialog).isVisible()
        one.window.acts.unattended = True
        close_unasked(one.window)

    QTimer.singleShot(0, one.window, signalled)
    one.window.close()
    assert not one.window.isVisible()
    assert one.wiring.child.kept is False


def test_closing_can_be_thought_better_of(stage: Open) -> None:
    one = stage().open()
    one.window.acts.unattended = False
    press_later(one, "cancel")
    one.window.close()
    assert one.window.isVisible()
    assert one.wiring.child.kept is None


def test_the_jobs_say_when_they_ran_and_will_run(stage: Open) -> None:
    one = stage()
    one.floor.me_answer = msgspec.structs.replace(one.floor.me_answer, role="compliance")
    one.open()
    one.press(one.window.floor.table, Qt.Key.Key_J)
    dialog = one.dialog(JobsDialog)
    one.until(lambda: bool(dialog.texts("backup")))
    assert dialog.texts("expire-sessions")[3] == "0 changes"
    assert dialog.texts("backup")[2] == "not yet"
    one.press(dialog, Qt.Key.Key_Return)
