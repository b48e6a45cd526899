"""The floor table: one row an agent, painted cell by cell, ticking only where it is seen."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
)

from app.ui.design.look import Look
from app.ui.models.agents_model import AgentsModel
from app.ui.models.columns import COLUMN_IDS, COLUMNS, ColumnId, fit
from app.ui.models.moment import Instant
from app.ui.models.order import SortKey, toggled
from app.ui.tongue import tr
from app.ui.views.row_delegate import TICKING, RowDelegate
from app.ui.widgets.cells import columns_of
from app.ui.widgets.sort_header import SortHeader

_FLAGS = QItemSelectionModel.SelectionFlag
ALONE = _FLAGS.ClearAndSelect | _FLAGS.Rows
KEEP = _FLAGS.NoUpdate
SECOND = timedelta(seconds=1)


class FloorTable(QTableView):
    """Rows of the floor; says which agent is chosen and what was asked for on it."""

    chosen = Signal(str)
    menu_asked = Signal(str, QPoint)
    opened = Signal(str)
    columns_changed = Signal()
    legend_asked = Signal()
    marked_changed = Signal()
    """Other agents than before are chosen together."""

    def __init__(self, look: Look, agents: AgentsModel) -> None:
        super().__init__()
        self.agents = agents
        self.now: Instant = agents.now
        self.hovered_row = -1
        self.chosen_id = ""
        self.marked: frozenset[str] = frozenset()
        self.columns_chosen: dict[str, bool] = {}
        self.own_widths: dict[str, int] = {}
        self._fitting = False
        self._look = look
        self._header = SortHeader(look, self)
        self.setHorizontalHeader(self._header)
        self.setModel(agents)
        self.setItemDelegate(RowDelegate(look, self, self))
        self._arrange_behaviour()
        self._header.show_keys(agents.keys)
        self._header.asked.connect(self._sort)
        self._header.legend_asked.connect(self.legend_asked)
        self._header.sectionResized.connect(self._keep_width)
        self._header.sectionMoved.connect(lambda *_: self.columns_changed.emit())
        agents.modelReset.connect(self._choose_again)
        look.changed.connect(self.viewport().update)

    def _arrange_behaviour(self) -> None:
        self.setAccessibleName(tr("Floor table, one row an agent"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(self._look.tokens.row)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self._look.tokens.row)
        rows.setMinimumSectionSize(self._look.tokens.row)

    def tick(self, now: Instant) -> None:
        """Let the timers on screen count on: only the three columns that hold one are painted."""
        self.now = now
        height = self.viewport().height()
        for name in TICKING:
            section = COLUMN_IDS.index(name)
            if not self.isColumnHidden(section):
                left = self.columnViewportPosition(section)
                self.viewport().update(QRect(left, 0, self.columnWidth(section), height))

    def follow(self, now: Instant) -> None:
        """A batch came: timers wait for their tick, so that a batch between two ticks paints only what it changed."""
        if not timedelta(0) <= now - self.now < SECOND:
            self.now = now

    def is_first(self, section: int) -> bool:
        """Whether this section stands leftmost."""
        return self._header.visualIndex(section) == 0

    def chosen_row(self) -> int:
        """The chosen agent's row, -1 while it is not shown."""
        row = self.agents.row_of(self.chosen_id)
        return -1 if row is None else row

    def choose(self, agent_id: str) -> None:
        """Choose an agent and bring its row into sight."""
        row = self.agents.row_of(agent_id)
        if row is not None:
            # Not setCurrentIndex: with Ctrl or Shift held it would add to the selection instead.
            index = self.agents.index(row, self._first_shown())
            self.selectionModel().setCurrentIndex(index, ALONE)

    def is_marked(self, row: int) -> bool:
        """Whether the agent in a row is chosen, alone or among several."""
        agent_id = self.agents.order[row]
        return agent_id in self.marked if self.marked else agent_id == self.chosen_id

    def mark(self, ids: Iterable[str]) -> None:
        """Choose these together, as far as they are shown."""
        rows = sorted(row for row in map(self.agents.row_of, ids) if row is not None)
        last = len(COLUMNS) - 1
        selection = QItemSelection()
        for row in rows:
            selection.select(self.agents.index(row, 0), self.agents.index(row, last))
        if rows and self.chosen_row() not in rows:
            self.selectionModel().setCurrentIndex(self.agents.index(rows[0], self._first_shown()), ALONE)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Keep the marked agents by id: rows move under them."""
        super().selectionChanged(selected, deselected)
        model = self.selectionModel()
        marked = frozenset(self.agents.order[index.row()] for index in model.selectedRows())
        if marked != self.marked:
            self.marked = marked
            self.viewport().update()
            self.marked_changed.emit()

    def _first_shown(self) -> int:
        return next((at for at in range(len(COLUMNS)) if not self.isColumnHidden(at)), 0)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Follow the current row, by agent and not by place."""
        super().currentChanged(current, previous)
        if current.isValid():
            agent_id = self.agents.agent_at(current.row()).id
            if agent_id != self.chosen_id:
                self.chosen_id = agent_id
                self.viewport().update()
                self.chosen.emit(agent_id)

    def _choose_again(self) -> None:
        self.hovered_row = -1
        marked, place = self.marked, self.verticalScrollBar().value()
        self.choose(self.chosen_id)
        # A reset empties the selection without a word; whoever the filter hides is no longer acted upon.
        self.mark(marked or {self.chosen_id})
        self.verticalScrollBar().setValue(place)

    def _sort(self, column: str, add: bool) -> None:
        self.sort_on(cast("ColumnId", column), add=add)

    def sort_on(self, column: ColumnId, *, add: bool = False) -> None:
        """Sort by a column, or the other way round if it already sorts; `add` keeps the other keys."""
        self.sort_with(toggled(self.agents.keys, column, add=add))

    def sort_with(self, keys: tuple[SortKey, ...]) -> None:
        """Sort by these keys, the deciding one first."""
        self.agents.sort_by(keys)
        self._header.show_keys(keys)
        self.columns_changed.emit()

    def show_sort(self) -> None:
        """Draw the header's marks for the keys in force."""
        self._header.show_keys(self.agents.keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the chosen agent, Menu its actions; letters are left to the window's shortcuts."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen_id:
            self.opened.emit(self.chosen_id)
            return
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.agents.order:
            self._to_end(
                event.key() == Qt.Key.Key_Home, add=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            )
            return
        if event.text().isprintable() and event.text() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _to_end(self, home: bool, *, add: bool) -> None:
        # Qt goes to the first or last column of the row, which no one looks for in a row chosen whole.
        order, at = self.agents.order, max(0, self.chosen_row())
        if add:
            self.mark(order[: at + 1] if home else order[at:])
        else:
            self.choose(order[0 if home else -1])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the pointer is held in its place."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(int(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer left: rows may move again."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        self.agents.hold(row if row >= 0 else None)
        if row == self.hovered_row:
            return
        for stale in (self.hovered_row, row):
            if stale >= 0:
                self.viewport().update(
                    0, self.rowViewportPosition(stale), self.viewport().width(), self._look.tokens.row
                )
        self.hovered_row = row

    def _ask_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid():
            kept = self.is_marked(index.row()) and len(self.marked) > 1
            self.selectionModel().setCurrentIndex(index, KEEP if kept else ALONE)
            self.menu_asked.emit(self.agents.agent_at(index.row()).id, self.viewport().mapToGlobal(at))

    @property
    def empty_words(self) -> str:
        """What stands in an empty table; nothing while there are rows."""
        return "" if self.agents.rowCount() else tr("No agent matches the filter. Esc clears it.")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, or why there are none."""
        super().paintEvent(event)
        if self.empty_words:
            painter = QPainter(self.viewport())
            painter.setPen(self._look.colour("muted"))
            painter.drawText(self.viewport().rect(), int(Qt.AlignmentFlag.AlignCenter), self.empty_words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns the room there is."""
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Show and size the columns for the width there is."""
        columns = columns_of(self._look)
        widths: Mapping[ColumnId, int] = fit(columns, self.viewport().width(), self.columns_chosen, self.own_widths)
        self._fitting = True
        for section, column in enumerate(COLUMNS):
            self.setColumnHidden(section, column.id not in widths)
            if column.id in widths:
                self.setColumnWidth(section, widths[column.id])
        self._fitting = False

    def show_column(self, column: ColumnId, *, shown: bool) -> None:
        """Choose or put away a column, whatever the width."""
        self.columns_chosen[column] = shown
        self.fit_columns()
        self.columns_changed.emit()

    def reset_columns(self) -> None:
        """Columns, widths and places as they were made."""
        self.columns_chosen.clear()
        self.own_widths.clear()
        self.place_columns(list(COLUMN_IDS))
        self.fit_columns()
        self.columns_changed.emit()

    def columns_placed(self) -> list[str]:
        """Column ids from left to right, hidden ones too."""
        return [COLUMNS[self._header.logicalIndex(at)].id for at in range(len(COLUMNS))]

    def place_columns(self, ids: list[str]) -> None:
        """Put the columns in this order; unknown ids are passed over."""
        for place, name in enumerate(name for name in ids if name in COLUMN_IDS):
            self._header.moveSection(self._header.visualIndex(COLUMN_IDS.index(name)), place)

    def _keep_width(self, section: int, _old: int, new: int) -> None:
        if not self._fitting and new > 0:
            self.own_widths[COLUMNS[section].id] = new
            self.columns_changed.emit()
