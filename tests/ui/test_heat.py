"""The heat map: the limit as its scale, explained on hover, drilled into by click and keys."""

from datetime import timedelta

import msgspec
import numpy as np
from PySide6.QtCore import QPoint, Qt

from app.ui.models.heat import BLOCKED, HOTTEST, MINUTES, PACE, REFUSED, Heat, calls_in, explain, levels_of
from app.ui.views.heat_panel import HeatPanel
from app.ui.views.heat_view import scale_colours
from app.wire.feed import FloorAgent
from tests.fakes.floor_world import START, FloorWorld
from tests.ui.conftest import Open, Stage


def row_with(minutes: list[int], limit: int, state: str = "waiting") -> FloorAgent:
    world = FloorWorld(agents=2)
    row = world.row(world.people[0])
    return msgspec.structs.replace(
        row, minutes=minutes, minutes_end=START, hour_limit=limit, state=state, last_refusal=None
    )


def panel_of(stage: Stage) -> HeatPanel:
    stage.press(stage.window.floor.table, Qt.Key.Key_H)
    panel = stage.window.acts.more.heat.panel
    assert panel is not None
    stage.until(panel.isVisible)
    return panel


def seen(stage: Stage, panel: HeatPanel) -> bool:
    """Whether the rows painted are the table's first, in its order."""
    rows = stage.window.agents.order[: len(panel.view.levels)]
    expected = Heat().levels(rows, stage.window.agents.floor.agents, stage.window.watching.now)
    return len(rows) > 10 and np.array_equal(panel.view.levels, expected)


def test_the_limit_is_the_scale() -> None:
    calls = [0] * 57 + [1, 2, 9]
    assert list(levels_of(row_with(calls, 120))[-3:]) == [PACE // 2, PACE, HOTTEST]
    assert list(levels_of(row_with(calls, 60))[-3:]) == [PACE, PACE * 2, HOTTEST]
    assert list(levels_of(row_with(calls, 0))[-4:]) == [0, HOTTEST, HOTTEST, HOTTEST]


def test_blocked_minutes_and_the_last_refusal_are_marked() -> None:
    world = FloorWorld(agents=24)
    person = next(one for one in world.people if one.name == "Dana Nair")
    row = world.row(person)
    levels = levels_of(row)
    assert row.last_refusal is not None
    assert REFUSED in levels
    quiet = msgspec.structs.replace(row, minutes=[0] * 60, last_refusal=None, state_since=START - timedelta(minutes=3))
    assert list(levels_of(quiet)[-5:]) == [0, BLOCKED, BLOCKED, BLOCKED, BLOCKED]


def test_every_minute_with_refusals_is_marked_and_explained() -> None:
    refused = [0] * 60
    refused[10], refused[58] = 4, 1
    row = msgspec.structs.replace(row_with([1] * 60, 60), refused_minutes=refused)
    assert list(np.flatnonzero(levels_of(row) == REFUSED)) == [10, 58]
    assert "4 tries refused" in explain(row, 10, START)
    assert "refused" not in explain(row, 11, START)
    later = START + timedelta(minutes=3)
    assert "4 tries refused" in explain(row, 7, later)
    heat = Heat().levels([row.id], {row.id: row}, later)
    assert list(np.flatnonzero(heat[0] == REFUSED)) == [7, 55]


def test_a_quiet_agents_minutes_move_on() -> None:
    agent = row_with([0] * 59 + [3], 60)
    heat = Heat()
    now = heat.levels([agent.id], {agent.id: agent}, START)
    later = heat.levels([agent.id], {agent.id: agent}, START + timedelta(minutes=5))
    assert now[0, 59] == later[0, 54] == 3 * PACE
    assert not later[0, 55:].any()
    assert calls_in(agent, 54, START + timedelta(minutes=5)) == 3
    gone = heat.levels([agent.id], {agent.id: agent}, START + timedelta(minutes=90))
    assert not gone.any()


def test_a_cell_is_explained_in_words() -> None:
    agent = row_with([0] * 59 + [2], 90)
    words = explain(agent, MINUTES - 1, START)
    assert words.startswith(f"{agent.name} · ")
    assert words.endswith("2 calls · limit 90/h is 1.5 a minute")


def test_h_shows_it_sorted_like_the_table_and_h_goes_back(stage: Open) -> None:
    one = stage().open()
    panel = panel_of(one)
    one.until(lambda: seen(one, panel))
    one.window.floor.table.sort_on("hour")
    one.until(lambda: seen(one, panel))
    one.press(panel.view, Qt.Key.Key_H)
    assert one.window.floor.table.isVisible()
    assert one.window.floor.table.hasFocus()


def test_hover_explains_and_a_click_chooses(stage: Open) -> None:
    one = stage().open()
    panel = panel_of(one)
    spot = panel.view.cell(3, 40).center().toPoint()
    wanted = one.window.agents.agent_at(3)
    one.point(panel.view.viewport(), spot + QPoint(1, 0))
    one.until(lambda: panel.note.text().startswith(wanted.name))
    assert " calls · limit " in panel.note.text().replace("call ·", "calls ·")
    one.click(panel.view.viewport(), pos=spot)
    one.window.agents.hold(None)
    assert one.window.chosen.agent_id == wanted.id
    assert one.window.floor.table.chosen_id == wanted.id


def test_keys_go_through_it_and_enter_opens_the_row(stage: Open) -> None:
    one = stage().open()
    panel = panel_of(one)
    one.window.floor.table.choose(one.window.agents.order[2])
    one.press(panel.view, Qt.Key.Key_Down)
    assert one.window.chosen.agent_id == one.window.agents.order[3]
    one.press(panel.view, Qt.Key.Key_Left)
    assert panel.note.text().startswith(one.window.agents.agent_at(3).name)
    one.press(panel.view, Qt.Key.Key_Return)
    assert one.window.floor.table.isVisible()
    assert one.window.floor.table.currentIndex().row() == 3


def test_the_whole_floor_fits_and_colours_are_the_tokens(stage: Open) -> None:
    one = stage(agents=300).open()
    panel = panel_of(one)
    assert panel.view.verticalScrollBar().maximum() > 0
    one.click(panel.fit)
    assert panel.view.verticalScrollBar().maximum() == 0
    assert panel.view.cell(299, 0).bottom() <= panel.view.viewport().height() + 1
    colours = scale_colours(one.window.look)
    assert len(colours) == 256
    assert colours[PACE] == one.window.look.colour("accent")
    one.window.top.search.setText("nobody of that name")
    panel.view.grab()
    assert len(panel.view.levels) == 0
