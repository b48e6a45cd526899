"""The rail and its views: built when first opened, by click and key, each as large as itself."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.page import Page
from app.ui.pages import PAGES, PageSpec
from app.ui.views.keys_dialog import KeysDialog
from app.ui.views.palette_dialog import PaletteDialog
from app.ui.views.sectioned_page import SectionedPage
from app.ui.widgets.view_stack import ViewStack
from tests.ui.conftest import Open

OTHERS = [spec for spec in PAGES if spec.module]


@pytest.mark.parametrize("spec", OTHERS, ids=lambda spec: spec.id)
def test_a_view_is_built_when_it_is_first_opened_and_kept(stage: Open, spec: PageSpec) -> None:
    one = stage().open()
    assert one.window.views.built == {}
    one.click(one.window.rail.buttons[spec.id])
    page = one.window.views.page
    assert isinstance(page, Page)
    assert one.window.pages.currentWidget() is page
    assert one.window.rail.buttons[spec.id].isChecked()
    one.press(one.window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    one.until(lambda: one.window.pages.currentWidget() is one.window.floor)
    one.press(one.window, Qt.Key(ord(spec.shortcut[-1])), Qt.KeyboardModifier.AltModifier)
    one.until(lambda: one.window.pages.currentWidget() is page)


@pytest.mark.parametrize("spec", OTHERS, ids=lambda spec: spec.id)
def test_keys_of_the_floor_mean_nothing_elsewhere_and_f1_lists_those_that_do(stage: Open, spec: PageSpec) -> None:
    one = stage().open()
    page = one.window.views.go(spec.id)
    assert page is not None
    assert not one.window.top.search.isVisible()
    one.press(one.window, Qt.Key.Key_F1)
    listed = {label.text() for label in one.dialog(KeysDialog).findChildren(QLabel)}
    offered = one.window.views.actions()
    assert {action.words for action in offered if action.shortcuts} <= listed
    assert "Freeze or unfreeze the screen" not in listed
    one.dialog(KeysDialog).accept()
    one.press(one.window, Qt.Key.Key_F)
    assert not one.window.watching.frozen


def test_every_view_is_in_the_palette_and_an_agent_from_there_is_on_the_floor(stage: Open) -> None:
    one = stage().open()
    one.window.views.go("sessions")
    one.press(one.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = one.dialog(PaletteDialog)
    name = one.names[5]
    one.write(palette.field, name)
    one.press(palette.field, Qt.Key.Key_Return)
    one.until(lambda: one.window.pages.currentWidget() is one.window.floor)
    assert one.agent(name).id == one.window.floor.table.chosen_id


def test_what_a_role_may_not_see_is_not_on_the_rail(stage: Open) -> None:
    one = stage()
    one.floor.me_answer = msgspec.structs.replace(one.floor.me_answer, role="supervisor")
    one.open()
    for spec in PAGES:
        shown = one.window.rail.buttons[spec.id].isVisible()
        assert shown is (spec.right is None or one.window.may(spec.right))
    hidden = [spec.id for spec in PAGES if spec.right is not None and not one.window.may(spec.right)]
    for id_ in hidden:
        assert one.window.views.go(id_) is None
    assert one.window.pages.currentWidget() is one.window.floor


def test_a_lost_floor_brings_its_trouble_to_the_front_whatever_view_was_open(stage: Open) -> None:
    one = stage(agents=0)
    one.show()
    one.until(lambda: one.window.pages.currentWidget() is one.window.welcome)
    one.window.views.go("sessions")
    assert one.window.rail.buttons["sessions"].isChecked()
    one.window.show_page(one.window.trouble)
    assert one.window.pages.currentWidget() is one.window.trouble
    assert one.window.rail.buttons["floor"].isChecked()


def test_what_acts_on_the_floor_stays_away_when_the_engine_comes_back_to_another_view(stage: Open) -> None:
    one = stage().open()
    one.press(one.window.floor.table, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    assert not one.window.top.edit.isVisible()
    # As when a new engine says who we are.
    one.window._allow()
    assert not one.window.top.edit.isVisible()


def test_a_page_that_is_not_seen_takes_no_room(qtbot: object) -> None:
    del qtbot
    stack = ViewStack()
    small, tall = QWidget(), QWidget()
    small.setMinimumHeight(40)
    box = QVBoxLayout(tall)
    words = QLabel("word " * 400)
    words.setWordWrap(True)
    box.addWidget(words)
    tall.setMinimumHeight(900)
    for page in (small, tall):
        stack.addWidget(page)
    assert stack.minimumSizeHint().height() == small.minimumSizeHint().height()
    assert not stack.hasHeightForWidth()
    stack.deleteLater()


def test_a_section_offers_only_the_deeds_that_it_has(stage: Open) -> None:
    one = stage().open()
    page = one.window.views.go("compliance")
    assert isinstance(page, SectionedPage)
    deeds = {"compliance.new", "compliance.change", "compliance.end"}

    def offered() -> set[str]:
        return {action.id for action in one.window.views.actions()} & deeds

    page.show_section("map")
    assert offered() == set()
    page.show_section("rules")
    assert offered() == deeds
