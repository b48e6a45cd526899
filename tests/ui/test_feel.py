"""Help, themes, size and language: by menu, palette and key, and kept."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.ui.design.look import Look
from app.ui.models.scale import SCALES, bigger, fits, smaller
from app.ui.page import Page
from app.ui.pages import PAGES
from app.ui.tongue import LANGUAGES
from app.ui.views.again_dialog import AgainDialog
from app.ui.views.help_dialog import HelpDialog, help_text
from tests.ui.conftest import Open, Stage

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def choose(one: Stage, title: str, words: str) -> None:
    """An entry of a menu in the More menu."""
    one.click(one.window.top.more)
    menu = one.dialog(QMenu)
    inner = next(entry.menu() for entry in menu.actions() if entry.text() == title)
    assert isinstance(inner, QMenu)
    next(entry for entry in inner.actions() if entry.text() == words).trigger()
    menu.close()


def test_a_theme_is_chosen_by_name_and_kept(stage: Open, look: Look) -> None:
    one = stage().open()
    choose(one, "Theme", "High contrast")
    assert look.theme.name == "contrast"
    assert one.window.memory.theme == "contrast"
    choose(one, "Theme", "Like the system")
    assert look.theme.name == look.wished()
    assert one.window.memory.theme is None


def test_larger_holds_from_the_next_start_and_the_start_is_offered(stage: Open) -> None:
    one = stage().open()
    one.press(one.window, Qt.Key.Key_Equal, CONTROL)
    dialog = one.dialog(AgainDialog)
    assert one.window.memory.scale == 125
    one.click(dialog.cancel)
    assert one.window.isVisible()
    one.press(one.window, Qt.Key.Key_0, CONTROL)
    assert one.window.memory.scale == 100
    one.click(one.dialog(AgainDialog).go)
    assert one.window.again
    assert not one.window.isVisible()


def test_a_language_is_chosen_in_its_own_words_and_kept(stage: Open) -> None:
    one = stage().open()
    one.window.memory.keep_language("en")
    choose(one, "Language", "Español")
    assert one.window.memory.language == "es"
    one.dialog(AgainDialog).reject()


def test_a_screen_has_room_for_a_size_or_has_not() -> None:
    assert fits(100, (1280, 720), 100)
    assert not fits(200, (1280, 720), 100)
    assert fits(200, (3840, 2160), 100)
    assert fits(200, (1920, 1080), 200)
    assert (bigger(100), bigger(SCALES[-1]), smaller(125), smaller(SCALES[0])) == (125, 200, 100, 100)


def test_a_small_window_scrolls_instead_of_squeezing(stage: Open) -> None:
    one = stage().open()
    one.window.resize(640, 400)
    area = one.window.centralWidget()
    canvas = one.window.pages.parentWidget()
    assert area is not None
    assert canvas is not None
    assert canvas.width() >= 1024
    assert area.width() <= 660


def test_shift_f1_helps_with_what_is_seen(stage: Open) -> None:
    one = stage().open()
    one.press(one.window, Qt.Key.Key_F1, SHIFT)
    dialog = one.dialog(HelpDialog)
    assert "What the colours mean" in dialog.text.toPlainText()
    one.press(dialog, Qt.Key.Key_Escape)
    one.press(one.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert isinstance(one.window.views.page, Page)
    one.click(one.window.rail.help)
    assert "8 hours" in one.dialog(HelpDialog).text.toPlainText()
    one.dialog(HelpDialog).accept()


def test_every_view_has_its_help_in_every_language() -> None:
    for page in PAGES:
        shapes = set()
        for language in LANGUAGES:
            text = help_text(page.id, language)
            assert "**" in text
            shapes.add((text.count("\n- "), len(re.findall(r"^\*\*", text, re.MULTILINE))))
        assert len(shapes) == 1, f"the help of {page.id} is not the same in every language"
