"""Filters by key, panel and chip: combined with the typed one, counted, remembered, never silent."""

import pytest
from PySide6.QtCore import Qt

from app.ui.models.columns import NEAR, used_share
from app.ui.models.floor_filter import FloorFilter, counts_of, remembered
from app.ui.views.filter_panel import FilterPanel
from tests.ui.conftest import Open, Stage

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
SHIFT = Qt.KeyboardModifier.ShiftModifier


def panel_of(stage: Stage) -> FilterPanel:
    stage.click(stage.window.top.filters)
    return stage.dialog(FilterPanel)


def shut(stage: Stage, panel: FilterPanel) -> None:
    stage.press(panel, Qt.Key.Key_Escape)
    stage.until(lambda: not stage.window.findChildren(FilterPanel))


def test_keys_narrow_to_near_limits_and_to_refused(stage: Open) -> None:
    one = stage().open()
    everyone = one.names
    one.press(one.window.floor.table, Qt.Key.Key_N, SHIFT)
    near = [name for name in everyone if used_share(one.agent(name)) >= NEAR]
    assert near
    assert sorted(one.names) == sorted(near)
    shares = [used_share(one.agent(name)) for name in one.names]
    assert shares == sorted(shares, reverse=True)
    assert one.window.floor.filters.isVisible()
    one.press(one.window.floor.table, Qt.Key.Key_R, SHIFT)
    assert sorted(one.names) == sorted(name for name in near if one.agent(name).refusals_hour)
    one.press(one.window.floor.table, Qt.Key.Key_Escape)
    assert one.names == everyone
    assert not one.window.floor.filters.isVisible()


def test_the_panel_narrows_at_once_by_group_and_says_how_many(stage: Open) -> None:
    one = stage().open()
    panel = panel_of(one)
    counts = counts_of(one.window.agents.floor.agents.values())
    box = panel.boxes["mode", "power"]
    assert box.text() == f"Power  {counts['mode', 'power']}"
    one.click(box, pos=box.rect().center() - box.rect().topRight() / 4)
    assert {one.agent(name).mode for name in one.names} == {"power"}
    one.click(panel.boxes["mode", "preview"])
    assert {one.agent(name).mode for name in one.names} == {"power", "preview"}
    one.click(panel.boxes["state", "on_call"])
    assert {one.agent(name).state for name in one.names} == {"on_call"}
    shut(one, panel)
    assert set(one.window.floor.filters.chips) == {("mode", "power"), ("mode", "preview"), ("state", "on_call")}


def test_it_is_combined_with_the_typed_filter_and_the_footer_counts(stage: Open) -> None:
    one = stage().open()
    one.press(one.window.floor.table, Qt.Key.Key_N, SHIFT)
    near = one.names
    one.window.top.search.setText("power")
    assert one.names == [name for name in near if one.agent(name).mode == "power"]
    assert one.window.footer._count.text().startswith(f"{len(one.names)} of 24 agents")


def test_a_chip_takes_its_filter_back(stage: Open) -> None:
    one = stage().open()
    everyone = one.names
    one.press(one.window.floor.table, Qt.Key.Key_N, SHIFT)
    one.press(one.window.floor.table, Qt.Key.Key_R, SHIFT)
    one.click(one.window.floor.filters.chips["quick", "near"])
    assert one.names == [name for name in everyone if one.agent(name).refusals_hour]
    one.click(one.window.floor.filters.clear)
    assert one.names == everyone


def test_the_keyboard_goes_through_the_panel(stage: Open) -> None:
    one = stage().open()
    one.press(one.window.floor.table, Qt.Key.Key_F, SHIFT)
    panel = one.dialog(FilterPanel)
    one.until(panel.boxes["quick", "near"].hasFocus)
    one.press(panel.boxes["quick", "near"], Qt.Key.Key_Down)
    one.press(panel.boxes["quick", "refused"], Qt.Key.Key_Space)
    assert one.window.acts.more.filter.narrow.chosen == {("quick", "refused")}
    shut(one, panel)


def test_it_is_remembered_and_rows_come_and_go_with_it(stage: Open) -> None:
    one = stage().open()
    one.press(one.window.floor.table, Qt.Key.Key_N, SHIFT)
    kept = one.names
    one.window.close()
    again = stage().open()
    assert again.names == kept
    assert again.window.floor.filters.isVisible()
    person = again.floor.world.by_id[again.agent(kept[-1]).id]
    again.floor.world.set_limit(person, 10_000, "Maria Keller", "a test of the list")
    again.hear(again.floor.world.edits_only())
    again.until(lambda: person.name not in again.names)


def test_a_damaged_memory_is_no_filter(stage: Open) -> None:
    one = stage()
    one.window.memory._settings.setValue("filter", '[["mode", "flying"], ["quick", 7], 3, ["state", "paused"]]')
    assert one.window.memory.filter.chosen == {("state", "paused")}
    assert remembered([]) == FloorFilter()
    one.open()
