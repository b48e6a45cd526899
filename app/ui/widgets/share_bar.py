"""A column that draws how far a share has come towards its limit, with a tick at each mark on the way."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.ui.design.look import Look
from app.ui.widgets.labels import Tone
from app.ui.widgets.rows_table import RowsDelegate

HIGH = 8
"""Pixels of the bar; ticks stand out of it above and below."""
_OUT = 3
_MARGIN = 10


class ShareBarDelegate(RowsDelegate):
    """Draws `share(row)` of `limit` in the tone of that row; the cell's own words are for whoever cannot see it."""

    def __init__(
        self,
        look: Look,
        parent: QObject,
        share: Callable[[int], tuple[float, Tone]],
        limit: float,
        marks: Sequence[float],
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._share = share
        self._limit, self._marks = limit, tuple(marks)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row's ground, the groove, what is filled, and the ticks."""
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        share, tone = self._share(index.row())
        room = QRectF(option.rect).adjusted(_MARGIN, 0, -_MARGIN, 0)
        groove = QRectF(room.left(), room.center().y() - HIGH / 2, room.width(), HIGH)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("track"))
        painter.drawRoundedRect(groove, HIGH / 2, HIGH / 2)
        filled = QRectF(groove)
        filled.setWidth(groove.width() * min(1.0, share / self._limit))
        if share > 0:
            painter.setBrush(self._look.colour(tone))
            painter.drawRoundedRect(filled, HIGH / 2, HIGH / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for mark in (*self._marks, self._limit):
            across = round(groove.left() + groove.width() * mark / self._limit) - (mark == self._limit)
            passed = share >= mark
            painter.fillRect(
                QRectF(across, groove.top() - _OUT, 1, HIGH + 2 * _OUT),
                self._look.colour("text" if passed or mark == self._limit else "muted"),
            )
        painter.restore()
