"""The legend of the states: opened by key, by the column's header and by the palette; the tokens of the table."""

from PySide6.QtCore import QPoint, Qt

from app.ui.models.columns import COLUMN_IDS
from app.ui.models.wording import STATES, state_step
from app.ui.views.legend_dialog import MEANINGS, LegendDialog, starts_of
from app.ui.widgets.sort_header import SortHeader
from tests.ui.conftest import Open, Stage


def header_of(stage: Stage) -> SortHeader:
    header = stage.window.floor.table.horizontalHeader()
    assert isinstance(header, SortHeader)
    return header


def test_s_opens_it_with_every_state_in_the_steps_the_table_paints(stage: Open) -> None:
    one = stage().open()
    one.press(one.window.floor.table, Qt.Key.Key_S)
    dialog = one.dialog(LegendDialog)
    assert set(MEANINGS) == set(STATES)
    for state, words in STATES.items():
        for step, seconds in enumerate(starts_of(words)):
            assert state_step(state, seconds) == step
            assert (state, step) in dialog.chips
    chip = dialog.chips[("on_call", 2)]
    assert chip.accessibleName() == "On call, very long, from 10:00"
    picture = chip.grab().toImage()
    fill = one.window.look.chip("on_call", 2).fill
    assert picture.pixelColor(4, picture.height() // 2).name() == fill
    one.press(dialog, Qt.Key.Key_Return)


def test_the_mark_in_the_state_header_opens_it_and_does_not_sort(stage: Open) -> None:
    one = stage().open()
    header = header_of(one)
    keys = one.window.agents.keys
    one.click(header.viewport(), pos=header.legend_mark().center())
    one.dialog(LegendDialog).reject()
    assert one.window.agents.keys == keys


def test_the_rest_of_the_header_still_sorts(stage: Open) -> None:
    one = stage().open()
    header = header_of(one)
    left = header.sectionViewportPosition(COLUMN_IDS.index("state"))
    one.click(header.viewport(), pos=QPoint(left + 20, header.height() // 2))
    assert [key.column for key in one.window.agents.keys] == ["state"]
    assert not one.window.findChildren(LegendDialog)
