"""A sheet that has more to say stays where its buttons can be reached."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.design.look import Look
from app.ui.widgets.sheet import Sheet


def test_a_sheet_that_grows_at_the_lower_edge_moves_up(qtbot: QtBot, look: Look) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    sheet = Sheet(look, parent, "Import", "Import")
    area = sheet.screen().availableGeometry()
    sheet.show()
    sheet.move(0, area.bottom() - sheet.frameGeometry().height())
    more = QWidget()
    more.setMinimumHeight(200)
    sheet.body.addWidget(more)
    qtbot.waitUntil(lambda: sheet.height() > 200 and sheet.frameGeometry().bottom() <= area.bottom())
    assert sheet.frameGeometry().top() >= area.top()
    sheet.close()
