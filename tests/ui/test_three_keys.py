"""What a supervisor does most, counted: each within three clicks or keys from the floor view."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolTip

from app.ui.filter_acts import NEAREST_FIRST
from app.ui.models.agents_model import tool_tip
from app.ui.models.columns import used_share
from app.ui.views.limit_dialog import LimitDialog
from app.ui.views.reason_dialog import ReasonDialog
from tests.ui.conftest import Open, Stage

SHIFT = Qt.KeyboardModifier.ShiftModifier


def near(stage: Stage) -> None:
    stage.press(stage.window.floor.table, Qt.Key.Key_N, SHIFT)


def test_one_key_finds_those_nearest_their_limit_and_when_each_frees(stage: Open) -> None:
    one = stage(agents=60).open()
    before = one.window.agents.keys
    near(one)
    model = one.window.agents
    shares = [used_share(model.floor.agents[id_]) for id_ in model.order]
    assert len(shares) >= 3
    assert min(shares) >= 0.8
    assert one.window.floor.table.chosen_id == model.order[0]
    column = [*range(model.columnCount())][5]
    assert "next slot" in str(model.index(0, column).data())
    near(one)
    assert one.window.agents.keys == before


def test_the_nearest_are_seen_even_if_the_first_of_them_was_chosen_before(stage: Open) -> None:
    one = stage(agents=60).open()
    table = one.window.floor.table
    near(one)
    nearest = one.window.agents.order[0]
    near(one)
    table.choose(nearest)
    bar = table.verticalScrollBar()
    bar.setValue(bar.maximum())
    near(one)
    assert one.window.agents.order[0] == nearest
    assert table.verticalScrollBar().value() == 0


def test_escape_gives_the_old_order_back_too(stage: Open) -> None:
    one = stage(agents=60).open()
    before = one.window.agents.keys
    near(one)
    assert one.window.agents.keys == NEAREST_FIRST
    one.press(one.window.floor.table, Qt.Key.Key_Escape)
    assert one.window.agents.keys == before


def test_raising_one_for_an_hour_goes_back_by_itself(stage: Open) -> None:
    one = stage(agents=60).open()
    near(one)
    agent = one.window.agents.agent_at(0)
    one.press(one.window.floor.table, Qt.Key.Key_L)
    dialog = one.dialog(LimitDialog)
    one.write(dialog.calls_per_hour, "170")
    dialog.term.choice.setFocus()
    one.press(dialog.term.choice, Qt.Key.Key_Down)
    assert dialog.term.choice.currentText().startswith("For 1 hour, until ")
    one.write(dialog.reason, "a busy hour")
    one.click(dialog.go)
    one.until(lambda: one.agent(agent.name).limits_until is not None)
    until = one.agent(agent.name).limits_until
    assert until is not None
    assert timedelta(minutes=59) < until - one.floor.world.now <= timedelta(hours=1)
    assert "Set until" in tool_tip(one.agent(agent.name), "hour", "")
    one.press(one.window.floor.table, Qt.Key.Key_L)
    again = one.dialog(LimitDialog)
    assert again.term.until is None, "an edit without an end is what one asks for unless one says so"
    again.reject()


def test_ending_a_stuck_session_takes_a_key_a_reason_and_a_key(stage: Open) -> None:
    one = stage().open()
    agent = next(row for row in one.window.agents.floor.agents.values() if row.session is not None)
    one.window.floor.table.choose(agent.id)
    one.press(one.window.floor.table, Qt.Key.Key_X)
    dialog = one.dialog(ReasonDialog)
    dialog.reason.setEditText("stuck session")
    one.press(dialog.reason, Qt.Key.Key_Return)
    one.until(lambda: one.agent(agent.name).session is None)


def test_home_and_end_go_to_the_first_and_the_last_row(stage: Open) -> None:
    one = stage().open()
    table, order = one.window.floor.table, one.window.agents.order
    one.press(table, Qt.Key.Key_End)
    assert table.chosen_id == order[-1]
    one.press(table, Qt.Key.Key_Home)
    assert table.chosen_id == order[0]
    one.press(table, Qt.Key.Key_End, SHIFT)
    assert len(table.marked) == len(order)
    assert table.chosen_id == order[0]


def test_an_agent_without_contacts_does_not_just_wait(stage: Open) -> None:
    one = stage()
    person = next(one_ for one_ in one.floor.world.people if one_.state == "waiting")
    person.empty_since = one.floor.world.now - timedelta(minutes=4)
    one.open()
    model = one.window.agents
    row = model.row_of(person.id)
    assert row is not None
    state = model.index(row, 3)
    assert str(state.data()).startswith("No contacts")
    assert "none to call" in str(state.data(Qt.ItemDataRole.ToolTipRole))
    one.window.top.search.setText("no contacts")
    assert one.names == [person.name]
    QToolTip.hideText()
    QApplication.processEvents()
