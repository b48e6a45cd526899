"""Several agents chosen at once: with Ctrl, Shift and arrows; one reason for all; each failure is named."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from app.ui.models.bulk_edit import BulkEdit
from app.ui.views.bulk_dialogs import BulkLimitDialog, BulkSessionDialog
from app.ui.views.reason_dialog import ReasonDialog
from tests.ui.conftest import NONE, Open, Stage

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def place(stage: Stage, row: int) -> QPoint:
    table = stage.window.floor.table
    return table.visualRect(stage.window.agents.index(row, 0)).center()


def click_row(stage: Stage, row: int, modifier: Qt.KeyboardModifier = NONE) -> str:
    stage.click(stage.window.floor.table.viewport(), modifier, place(stage, row))
    stage.window.agents.hold(None)
    return stage.window.agents.order[row]


def choose(stage: Stage, *rows: int) -> list[str]:
    return [click_row(stage, row, CTRL if at else NONE) for at, row in enumerate(rows)]


def with_sessions(stage: Stage, status: str = "active") -> list[int]:
    rows = [stage.window.agents.agent_at(row) for row in range(stage.window.agents.rowCount())]
    return [at for at, row in enumerate(rows) if row.session is not None and row.session.status == status]


def run(stage: Stage, dialog: BulkSessionDialog | BulkLimitDialog, reason: str = "end of shift") -> None:
    stage.write(dialog.reason, reason)
    stage.click(dialog.go)
    stage.until(dialog.results.isVisible)


def texts(dialog: BulkSessionDialog | BulkLimitDialog) -> list[tuple[str, str]]:
    found = []
    for row in range(dialog.results.rowCount()):
        left, right = dialog.results.item(row, 0), dialog.results.item(row, 1)
        found.append((left.text() if left else "", right.text() if right else ""))
    return found


def test_a_plain_click_chooses_one_and_offers_no_bar(stage: Open) -> None:
    one = stage().open()
    chosen = click_row(one, 3)
    assert one.window.floor.table.marked == {chosen}
    assert not one.window.floor.selection.isVisible()
    one.press(one.window.floor.table, Qt.Key.Key_X)
    one.dialog(ReasonDialog).reject()


def test_ctrl_and_shift_clicks_choose_several(stage: Open) -> None:
    one = stage().open()
    first = click_row(one, 1)
    third = click_row(one, 3, CTRL)
    assert one.window.floor.table.marked == {first, third}
    click_row(one, 5, SHIFT)
    assert one.window.floor.table.marked == {first, *one.window.agents.order[3:6]}
    assert one.window.floor.selection.count.text() == "4 agents chosen"


def test_shift_arrows_extend_and_escape_leaves_one(stage: Open) -> None:
    one = stage().open()
    table = one.window.floor.table
    click_row(one, 2)
    one.press(table, Qt.Key.Key_Down, SHIFT)
    one.press(table, Qt.Key.Key_Down, SHIFT)
    assert table.marked == set(one.window.agents.order[2:5])
    assert table.chosen_id == one.window.agents.order[4]
    one.press(table, Qt.Key.Key_Escape)
    assert table.marked == {one.window.agents.order[4]}
    assert not one.window.floor.selection.isVisible()


def test_the_chosen_stay_chosen_when_rows_move_and_when_the_filter_hides_some(stage: Open) -> None:
    one = stage().open()
    table = one.window.floor.table
    ids = choose(one, 2, 4, 6)
    one.window.floor.table.sort_on("refusals")
    one.hear(one.floor.world.advance(2))
    assert table.marked == set(ids)
    rows = {index.row() for index in table.selectionModel().selectedRows()}
    assert rows == {one.window.agents.row_of(id_) for id_ in ids}
    name = one.window.agents.floor.agents[ids[1]].name
    one.window.top.search.setText(name)
    assert table.marked == {ids[1]}


def test_all_are_paused_with_one_reason(stage: Open) -> None:
    one = stage().open()
    ids = choose(one, *with_sessions(one)[:3])
    one.press(one.window.floor.table, Qt.Key.Key_P)
    dialog = one.dialog(BulkSessionDialog)
    assert dialog.windowTitle() == "Pause 3 sessions"
    assert not dialog.go.isEnabled()
    run(one, dialog, "coaching")
    assert dialog.status.text() == "Done for 3 of 3."
    assert one.floor.asked.count("paused: coaching") == 3
    one.until(lambda: all(one.window.agents.floor.agents[id_].state == "paused" for id_ in ids))
    one.click(dialog.go)
    one.until(lambda: not one.window.findChildren(BulkSessionDialog))


def test_each_failure_is_named_and_stays_chosen(stage: Open) -> None:
    one = stage().open()
    ids = choose(one, *with_sessions(one)[:3])
    one.click(one.window.floor.selection.buttons["end"])
    dialog = one.dialog(BulkSessionDialog)
    person = one.floor.world.by_id[ids[1]]
    person.started, person.ended = None, True
    run(one, dialog)
    assert texts(dialog)[0] == (person.name, "409: The session has already ended")
    assert dialog.status.text() == "Done for 2 of 3. 1 failed: it stays chosen."
    assert one.window.floor.table.marked == {ids[1]}
    one.click(dialog.go)


def test_stop_ends_between_two_and_names_those_not_tried(stage: Open) -> None:
    one = stage().open()
    choose(one, *with_sessions(one)[:4])
    one.press(one.window.floor.table, Qt.Key.Key_X)
    dialog = one.dialog(BulkSessionDialog)
    one.write(dialog.reason, "end of shift")
    one.click(dialog.go)
    one.click(dialog.cancel)
    one.until(dialog.results.isVisible)
    assert ("Not tried") in [result for _, result in texts(dialog)]
    assert "not tried" in dialog.status.text()
    one.click(dialog.go)


def test_the_menu_offers_resume_for_the_paused_only(stage: Open) -> None:
    one = stage(agents=40).open()
    rows = (with_sessions(one)[0], with_sessions(one, "paused")[0])
    one.window.floor.table.mark([one.window.agents.order[row] for row in rows])
    one.window.acts.row_menu("", one.window.mapToGlobal(QPoint(100, 100)))
    menu = one.dialog(QMenu)
    words = [action.text() for action in menu.actions()]
    assert words[:3] == ["Pause 1 session…", "Resume 1 session…", "End 2 sessions…"]
    menu.actions()[1].trigger()
    menu.close()
    dialog = one.dialog(BulkSessionDialog)
    assert [agent.state for agent in dialog.agents] == ["paused"]
    dialog.reject()


def test_limits_of_all_are_edited_and_a_conflict_is_named(stage: Open) -> None:
    one = stage().open()
    ids = choose(one, *with_sessions(one)[:3])
    one.press(one.window.floor.table, Qt.Key.Key_L)
    dialog = one.dialog(BulkLimitDialog)
    dialog.calls_per_hour.selectAll()
    one.write(dialog.calls_per_hour, "30")
    assert "refused at once" in dialog.effect.text()
    rival = one.floor.world.by_id[ids[2]]
    one.floor.world.set_limit(rival, 70, "Maria Keller", "complaints")
    run(one, dialog, "complaints from 212")
    assert texts(dialog)[0] == (rival.name, f"409: {rival.name} was edited by someone else in the meantime")
    one.until(lambda: all(one.window.agents.floor.agents[id_].hour_limit == 30 for id_ in ids[:2]))
    assert rival.own_limit == 70
    one.click(dialog.go)


def test_what_is_left_alone_stays_each_agents_own(stage: Open) -> None:
    one = stage().open()
    agent = one.agent("Alicia Romero")
    nothing = BulkEdit(
        mode=None, calls_per_hour=None, preset=False, call_timeout=None, auto_dial_delay=None, enforcement=None
    )
    assert nothing.empty
    assert nothing.edit(agent, "no reason") is None
    assert nothing.limit_of(agent) == agent.hour_limit
