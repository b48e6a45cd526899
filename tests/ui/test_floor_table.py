"""The floor table as a supervisor uses it: sort, filter, freeze, choose, keep one's place."""

from itertools import pairwise

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from app.ui.models.columns import COLUMN_IDS, ColumnId, used_share
from app.ui.models.order import is_pinned
from tests.ui.conftest import Open, Stage

# Qt says these of every menu that pops up where there is no screen.
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)


def click_title(stage: Stage, column: ColumnId, *, shift: bool = False) -> None:
    header = stage.window.floor.table.horizontalHeader()
    section = COLUMN_IDS.index(column)
    at = QPoint(header.sectionViewportPosition(section) + 30, header.height() // 2)
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    stage.click(header.viewport(), modifier, at)


def free_names(stage: Stage) -> list[str]:
    """The rows below the pinned ones."""
    now = stage.window.agents.now
    return [name for name in stage.names if not is_pinned(stage.agent(name), now)]


def test_opens_by_name_with_old_sessions_on_top(stage: Open) -> None:
    one = stage().open()
    assert free_names(one) == sorted(free_names(one), key=str.casefold)
    assert one.names[0] == "Liam Bianchi"
    assert one.agent("Liam Bianchi").session is not None


def test_a_click_on_a_title_sorts_and_a_second_one_turns_it_round(stage: Open) -> None:
    one = stage().open()
    click_title(one, "hour")
    shares = [used_share(one.agent(name)) for name in free_names(one)]
    assert shares == sorted(shares, reverse=True)
    click_title(one, "hour")
    shares = [used_share(one.agent(name)) for name in free_names(one)]
    assert shares == sorted(shares)


def test_shift_click_sorts_further(stage: Open) -> None:
    one = stage().open()
    click_title(one, "state")
    click_title(one, "hour", shift=True)
    keys = [(key.column, key.descending) for key in one.window.agents.keys]
    assert keys == [("state", False), ("hour", True)]
    rows = [one.agent(name) for name in free_names(one)]
    for above, below in pairwise(rows):
        assert above.state != below.state or used_share(above) >= used_share(below)


def test_slash_and_typing_filters_and_escape_clears(stage: Open) -> None:
    one = stage().open()
    everyone = one.names
    one.press(one.window, Qt.Key.Key_Slash)
    one.until(one.window.top.search.hasFocus)
    one.write(one.window.top.search, "block")
    assert one.names
    assert all(one.agent(name).state == "blocked" for name in one.names)
    one.press(one.window.top.search, Qt.Key.Key_Escape)
    assert one.names == everyone


def test_a_filter_that_matches_nobody_says_so_and_names_old_sessions(stage: Open) -> None:
    one = stage().open()
    one.write(one.window.top.search, "nobody here")
    assert one.names == []
    assert one.window.floor.table.empty_words.startswith("No agent matches")
    assert one.window.agents.outside_filter() == 1


def test_freeze_holds_the_screen_and_unfreeze_catches_up(stage: Open) -> None:
    one = stage().open()
    person = one.floor.world.by_id[one.agent("Alicia Romero").id]
    one.press(one.window.floor.table, Qt.Key.Key_F)
    assert one.window.watching.frozen
    one.floor.world.set_limit(person, 7, "Maria Keller", "complaints")
    one.hear(one.floor.world.edits_only())
    one.hear(one.floor.world.advance(3))
    assert one.agent("Alicia Romero").hour_limit != 7
    assert one.window.top.badge.truth.text.startswith("Frozen")
    assert "Maria Keller" in one.window.footer.notice.text(), "a notice is not held back"
    one.click(one.window.top.freeze)
    assert one.agent("Alicia Romero").hour_limit == 7
    assert not one.window.watching.frozen


def test_the_chosen_agent_stays_chosen_when_rows_move(stage: Open) -> None:
    one = stage().open()
    table = one.window.floor.table
    click_title(one, "refusals")
    target = one.window.agents.agent_at(5)
    at = table.visualRect(one.window.agents.index(5, 0)).center()
    one.click(table.viewport(), pos=at)
    table.agents.hold(None)
    assert one.window.chosen.agent_id == target.id
    person = one.floor.world.by_id[target.id]
    person.refusals = [(one.floor.world.now, "call_gap")] * 500
    one.floor.world.touch(person)
    one.hear(one.floor.world.edits_only())
    assert one.window.agents.row_of(target.id) == 1, "below the pinned row, on top by refusals"
    assert table.currentIndex().row() == 1
    assert table.chosen_id == target.id


def test_a_row_keeps_its_place_while_the_pointer_is_on_it(stage: Open) -> None:
    one = stage().open()
    click_title(one, "refusals")
    table = one.window.floor.table
    row = 4
    held = one.window.agents.agent_at(row).id
    one.point(table.viewport(), table.visualRect(one.window.agents.index(row, 0)).center())
    one.until(lambda: table.hovered_row == row)
    person = one.floor.world.by_id[held]
    person.refusals = [(one.floor.world.now, "call_gap")] * 500
    one.floor.world.touch(person)
    one.hear(one.floor.world.edits_only())
    assert one.window.agents.row_of(held) == row
    table.agents.hold(None)
    one.floor.world.touch(person)
    one.hear(one.floor.world.edits_only())
    assert one.window.agents.row_of(held) == 1


def test_columns_are_chosen_from_a_menu_by_key(stage: Open) -> None:
    one = stage().open()
    table = one.window.floor.table
    assert table.isColumnHidden(COLUMN_IDS.index("campaign")), "no room for it at 1280"
    one.press(table, Qt.Key.Key_C)
    menu = one.dialog(QMenu)
    entry = next(action for action in menu.actions() if action.text() == "Campaign")
    entry.trigger()
    menu.close()
    assert not table.isColumnHidden(COLUMN_IDS.index("campaign"))


def test_cells_speak_in_words(stage: Open) -> None:
    one = stage().open()
    agents = one.window.agents
    row = agents.row_of(one.agent("Dana Nair").id)
    assert row is not None
    words = [
        str(agents.data(agents.index(row, at), Qt.ItemDataRole.AccessibleTextRole)) for at in range(len(COLUMN_IDS))
    ]
    assert "State: Blocked 4:18" in words
    assert any(word.startswith("Calls in the last hour: 40/40 · next slot 0:") for word in words)


def test_agents_come_and_go(stage: Open) -> None:
    one = stage().open()
    world = one.floor.world
    gone = world.people[0].id
    message = world.heartbeat()
    one.hear(msgspec.structs.replace(message, removed=[gone]))
    assert one.window.agents.row_of(gone) is None
    world.touch(world.people[0])
    one.hear(world.edits_only())
    assert one.window.agents.row_of(gone) is not None
    assert free_names(one) == sorted(free_names(one), key=str.casefold)
