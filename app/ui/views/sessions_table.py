"""The table of sessions: the floor's own painters for timers and states, columns that leave when room is short."""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.design.look import Look
from app.ui.models.moment import Instant
from app.ui.models.session_rows import SessionRow, status_words
from app.ui.models.sessions_model import SessionsModel
from app.ui.models.wording import stopwatch
from app.ui.tongue import tr
from app.ui.widgets.cells import CellPainter, Spot
from app.ui.widgets.rows_table import RowsTable

TICKING = ("session", "paused")
LEAVING = ("mode", "by", "started", "converted", "reached", "calls", "campaign", "attempted", "success", "paused")
"""Which column leaves first when room is short; the rest of a row is in the detail beside it."""
ROOM_FOR_NAMES = 150
AGE_COLUMN = 2
"""By which the live ones are sorted until another is clicked: the longest on top."""


class SessionDelegate(QStyledItemDelegate):
    """Timers, states and names are painted as on the floor; the other cells as in every list."""

    def __init__(self, look: Look, table: "SessionsTable") -> None:
        super().__init__(table)
        self._look = look
        self._table = table
        self._cells = CellPainter(look, self)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell over the row's background."""
        model = self._table.sessions
        column, row = model.columns[index.column()], model.row_at(index.row())
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._background(painter, option, index)
        spot = Spot(painter=painter, rect=option.rect)
        if column.id in ("agent", "status", "session"):
            self._special(column.id, spot, row)
        else:
            tone = column.tone(row) if column.tone is not None else "text" if row.live else "muted"
            self._cells.words(spot, column.text(row), tone, right=column.right)
        painter.restore()

    def _background(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect, state = option.rect, option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._look.colour("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._look.colour("hover"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._look.colour("hairline"))
        if index.column() == 0 and index.row() == self._table.currentIndex().row():
            bar = self._look.colour("focus" if self._table.hasFocus() else "accent")
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), bar)

    def _special(self, column: str, spot: Spot, row: SessionRow) -> None:
        now = self._table.sessions.now
        if column == "agent":
            self._cells.named(spot, row.agent, pinned=row.old(now), quiet=not row.live)
        elif column == "status":
            word, icon, hue = status_words(row.status)
            self._cells.chip(spot, hue, 0, word, icon)
        else:
            self._cells.timer(spot, row.part(now), stopwatch(row.seconds(now)), over=not row.live)


class SessionsTable(RowsTable[SessionRow]):
    """Several rows can be chosen; `marked` are those that live, in the order shown."""

    menu_asked = Signal(QPoint)
    marked_changed = Signal()

    def __init__(self, look: Look, model: SessionsModel) -> None:
        self.sessions = model
        super().__init__(look, tr("Sessions"), model, "")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegate(SessionDelegate(look, self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.selectionModel().selectionChanged.connect(lambda *_: self.marked_changed.emit())
        head = self.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSortIndicator(AGE_COLUMN, Qt.SortOrder.DescendingOrder)
        head.setToolTip(tr("Click sorts the live sessions; ended ones stand newest first"))

    @property
    def marked(self) -> list[SessionRow]:
        """The chosen sessions, top row first."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [row for row in map(self.sessions.row_at, rows) if row is not None]

    def mark(self, ids: list[str]) -> None:
        """Choose these together, as far as they are shown."""
        last, selection = self.sessions.columnCount() - 1, QItemSelection()
        for at in filter(lambda at: at is not None, map(self.sessions.place_of, ids)):
            selection.select(self.sessions.index(at or 0, 0), self.sessions.index(at or 0, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def tick(self, now: Instant) -> None:
        """Let the timers on screen count on: only the columns that hold one are painted."""
        self.sessions.now = now
        for at, column in enumerate(self.sessions.columns):
            if column.id in TICKING and not self.isColumnHidden(at):
                left = self.columnViewportPosition(at)
                self.viewport().update(QRect(left, 0, self.columnWidth(at), self.viewport().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns there is room for."""
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Put columns away, the least asked-for first, until the agent's name has room."""
        columns = self.sessions.columns
        shown = {column.id: column.width for column in columns if not column.stretch}
        for name in LEAVING:
            if sum(shown.values()) + ROOM_FOR_NAMES <= self.viewport().width():
                break
            shown.pop(name, None)
        for at, column in enumerate(columns):
            self.setColumnHidden(at, not column.stretch and column.id not in shown)

    def _ask_menu(self, at: QPoint) -> None:
        if self.indexAt(at).isValid():
            self.menu_asked.emit(self.viewport().mapToGlobal(at))
