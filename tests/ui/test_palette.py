"""The command palette by keys and mouse: a few letters find an action or an agent."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.ui.design.look import Look
from app.ui.keys import KEYS
from app.ui.models.palette import actions, letters_of, search
from app.ui.views.palette_dialog import PaletteDialog
from tests.ui.conftest import Open, Stage

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier


def open_palette(stage: Stage) -> PaletteDialog:
    stage.press(stage.window.floor.table, Qt.Key.Key_K, CTRL)
    return stage.dialog(PaletteDialog)


def found(dialog: PaletteDialog) -> list[str]:
    return [one.entry.words for one in dialog.model.found]


def test_letters_are_found_whole_at_word_starts_or_in_order() -> None:
    assert letters_of("Export calls to CSV", "csv") == (16, 17, 18)
    assert letters_of("Export calls to CSV", "ectc") == (0, 7, 13, 16)
    assert letters_of("Freeze or unfreeze the screen", "fzscr") is not None
    assert letters_of("Edit limits", "xyz") is None


def test_the_best_match_stands_first() -> None:
    entries = actions(frozenset())
    assert search(entries, "lim")[0].entry.id == "edit"
    assert search(entries, "full")[0].entry.id == "fullscreen"
    assert search(entries, "qqq") == []


def test_every_action_is_offered_with_its_key_and_no_key_is_given_twice() -> None:
    offered = {entry.id: entry.hint for entry in actions(frozenset())}
    assert offered == {key.id: " or ".join(key.shortcuts) for key in KEYS}
    shortcuts = [text for key in KEYS for text in key.shortcuts]
    assert len(shortcuts) == len(set(shortcuts))


def test_ctrl_k_letters_and_enter_do_an_action(stage: Open, look: Look) -> None:
    one = stage().open()
    dialog = open_palette(one)
    one.write(dialog.field, "next theme")
    one.press(dialog.field, Qt.Key.Key_Return)
    one.until(lambda: not one.window.findChildren(PaletteDialog))
    assert look.theme.name == "light"


def test_arrows_go_through_the_list_and_round(stage: Open) -> None:
    one = stage().open()
    dialog = open_palette(one)
    one.write(dialog.field, "the")
    assert len(found(dialog)) > 2
    one.press(dialog.field, Qt.Key.Key_Down)
    assert dialog.list.currentIndex().row() == 1
    one.press(dialog.field, Qt.Key.Key_Up)
    one.press(dialog.field, Qt.Key.Key_Up)
    assert dialog.list.currentIndex().row() == len(found(dialog)) - 1
    one.press(dialog.field, Qt.Key.Key_PageUp)
    assert dialog.list.currentIndex().row() == max(0, len(found(dialog)) - 11)
    one.press(dialog.field, Qt.Key.Key_Escape)


def test_an_agent_is_chosen_by_name_even_outside_the_filter(stage: Open) -> None:
    one = stage().open()
    one.window.top.search.setText("blocked")
    wanted = one.agent("Alicia Romero")
    assert one.window.agents.row_of(wanted.id) is None
    dialog = open_palette(one)
    one.write(dialog.field, "alirom")
    assert found(dialog)[0] == "Alicia Romero"
    one.press(dialog.field, Qt.Key.Key_Return)
    assert one.window.chosen.agent_id == wanted.id
    assert one.window.agents.row_of(wanted.id) is not None


def test_a_click_picks_and_nothing_found_says_so(stage: Open) -> None:
    one = stage().open()
    dialog = open_palette(one)
    one.write(dialog.field, "nobody of that name")
    assert dialog.nothing.isVisible()
    dialog.field.selectAll()
    one.write(dialog.field, "scheduled jobs")
    assert not dialog.nothing.isVisible()
    one.click(dialog.list.viewport(), pos=dialog.list.visualRect(dialog.model.index(0)).center())
    assert one.window.views.current == "admin", "an admin finds the jobs where they can be run"


def test_what_a_role_may_not_is_not_offered(stage: Open) -> None:
    one = stage()
    one.floor.me_answer = type(one.floor.me_answer)(
        tenant_id="t", tenant="Northgate", user="Olga", role="compliance", may=[], tenants=[]
    )
    one.open()
    dialog = open_palette(one)
    ids = {found.entry.id for found in dialog.model.found}
    assert "export" in ids
    assert not ids & {"pause", "end", "edit"}
    dialog.reject()


def test_the_mouse_reaches_it_through_more(stage: Open) -> None:
    one = stage().open()
    one.click(one.window.top.more)
    menu = one.dialog(QMenu)
    next(action for action in menu.actions() if action.text().startswith("Commands")).trigger()
    menu.close()
    one.dialog(PaletteDialog).reject()
