"""The floor table's header: click sorts, shift-click sorts further, arrows carry their rank."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from app.ui.design.look import Look
from app.ui.models.columns import COLUMN_IDS, COLUMNS, ColumnId
from app.ui.models.order import SortKey
from app.ui.tongue import tr
from app.ui.widgets.cells import LEFT, PAD, RIGHT

MARK = 24
"""The side of the square that opens the legend, in pixels."""


class SortHeader(QHeaderView):
    """Paints titles with the sort's direction and rank; asks by signal, decides nothing."""

    asked = Signal(str, bool)
    """Column id, and whether shift was held."""
    legend_asked = Signal()
    """The mark in the state column's header was clicked."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._keys: tuple[SortKey, ...] = ()
        self._pressed_at: QPoint | None = None
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(56)
        self.setFixedHeight(36)
        self.setHighlightSections(False)
        self.setAccessibleName(tr("Columns of the floor table"))
        self.setFont(look.font("caption"))

    def show_keys(self, keys: tuple[SortKey, ...]) -> None:
        """Mark the columns that sort the table."""
        self._keys = keys
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, to tell a click from a drag or a resize."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click that did not move a section asks for a sort."""
        super().mouseReleaseEvent(event)
        start, self._pressed_at = self._pressed_at, None
        at = event.position().toPoint()
        still = start is not None and (at - start).manhattanLength() < 4
        resizing = self.cursor().shape() == Qt.CursorShape.SplitHCursor
        if event.button() != Qt.MouseButton.LeftButton or not still or resizing:
            return
        section = self.logicalIndexAt(at)
        if self.legend_mark().contains(at):
            self.legend_asked.emit()
        elif section >= 0:
            self.asked.emit(COLUMNS[section].id, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Title, then arrow and rank if this column sorts; a hairline under all."""
        column = COLUMNS[section]
        key = self._key(column.id)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._look.colour("hairline"))
        painter.setFont(self._look.font("caption"))
        painter.setPen(self._look.colour("text" if key else "muted"))
        left = PAD + (4 if column.id == "agent" else 0)
        room = rect.adjusted(left, 0, -PAD - (MARK if column.id == "state" else 0), 0)
        metrics = painter.fontMetrics()
        mark = self._mark(column.id)
        tail = metrics.horizontalAdvance(mark) + 4 if mark else 0
        full = tr(column.title)
        fits = metrics.horizontalAdvance(full) + tail <= room.width()
        title = metrics.elidedText(full if fits else tr(column.short), Qt.TextElideMode.ElideRight, room.width() - tail)
        wide = metrics.horizontalAdvance(title)
        start = room.right() - wide - tail if column.right else room.left()
        painter.drawText(QRect(start, rect.top(), wide + 2, rect.height()), int(LEFT), title)
        if column.id == "state":
            self._look.icon("information-outline", "muted").paint(painter, self.legend_mark().adjusted(5, 5, -5, -5))
        if mark:
            painter.setPen(self._look.colour("accent"))
            end = QRect(start + wide + 4, rect.top(), tail, rect.height())
            painter.drawText(end, int(RIGHT if column.right else LEFT), mark)

    def legend_mark(self) -> QRect:
        """Where the state column's legend is opened from, in the viewport; empty while the column is hidden."""
        section = COLUMN_IDS.index("state")
        if self.isSectionHidden(section):
            return QRect()
        right = self.sectionViewportPosition(section) + self.sectionSize(section)
        return QRect(right - MARK - 4, (self.height() - MARK) // 2, MARK, MARK)

    def _key(self, column: ColumnId) -> SortKey | None:
        return next((key for key in self._keys if key.column == column), None)

    def _mark(self, column: ColumnId) -> str:
        key = self._key(column)
        if key is None:
            return ""
        rank = str(self._keys.index(key) + 1) if len(self._keys) > 1 else ""
        return ("↓" if key.descending else "↑") + rank
