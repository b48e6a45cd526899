"""The table of every view but the floor: fixed rows, a chosen row that stays chosen, endless at its end."""

from typing import Generic

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.ui.design.look import Look
from app.ui.models.rows_model import Row, RowsModel

ROW_HEIGHT = 34
HEAD_HEIGHT = 34
Index = QModelIndex | QPersistentModelIndex


class RowsDelegate(QStyledItemDelegate):
    """A chosen row is tinted and no more: its words and icons keep the colour of their meaning."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The chosen row's inks are those of any row."""
        super().initStyleOption(option, index)
        if not option.state & QStyle.StateFlag.State_Selected:
            return
        palette = option.palette
        palette.setBrush(QPalette.ColorRole.HighlightedText, palette.brush(QPalette.ColorRole.Text))
        option.palette = palette
        if not option.icon.isNull():
            plain = option.icon.pixmap(option.decorationSize, option.widget.devicePixelRatioF())
            kept = QIcon(plain)
            kept.addPixmap(plain, QIcon.Mode.Selected)
            option.icon = kept


class RowsTable(QTableView, Generic[Row]):
    """Shows a `RowsModel`. Without rows it says `empty` in its middle."""

    chosen = Signal(str)
    """The row that the keyboard or the mouse chose."""
    opened = Signal(str)
    """A row was double-clicked, or Enter was pressed on it."""

    def __init__(self, look: Look, name: str, model: RowsModel[Row], empty: str) -> None:
        super().__init__()
        self._look = look
        self._rows = model
        self._chosen = self._was = ""
        self._scrolled = 0
        self.empty = empty
        self.setModel(model)
        self.setAccessibleName(name)
        self._prepare()
        self._head()
        model.modelAboutToBeReset.connect(self._note)
        model.modelReset.connect(self._restore)
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.identity_at(index.row())))
        look.changed.connect(self.viewport().update)

    def _prepare(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setIconSize(QSize(16, 16))
        self.setItemDelegate(RowsDelegate(self))
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)

    def _head(self) -> None:
        head = self.horizontalHeader()
        head.setFont(self._look.font("caption"))
        head.setFixedHeight(HEAD_HEIGHT)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(40)
        for section, column in enumerate(self._rows.columns):
            self.setColumnWidth(section, column.width)
            if column.stretch:
                head.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        if any(column.order is not None for column in self._rows.columns):
            head.setSectionsClickable(True)
            head.setSortIndicatorClearable(True)
            head.setSortIndicatorShown(True)
            head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            head.sortIndicatorChanged.connect(self._rows.sort)

    @property
    def chosen_id(self) -> str:
        """Which row is chosen, empty without one."""
        return self._chosen

    @property
    def chosen_row(self) -> Row | None:
        """The chosen row itself."""
        at = self._rows.place_of(self._chosen)
        return None if at is None else self._rows.row_at(at)

    def choose(self, identity: str) -> None:
        """Choose a row by what it is, and bring it into sight."""
        at = self._rows.place_of(identity)
        if at is not None:
            self.setCurrentIndex(self._rows.index(at, 0))
            self.scrollTo(self._rows.index(at, 0))

    def _choose(self, index: QModelIndex) -> None:
        self._chosen = self._rows.identity_at(index.row()) if index.isValid() else ""
        self.chosen.emit(self._chosen)

    def _note(self) -> None:
        self._scrolled = self.verticalScrollBar().value()
        self._was = self._chosen

    def _restore(self) -> None:
        # A refreshed list must not pull the row from under the eye.
        at = self._rows.place_of(self._was)
        if at is not None:
            self.setCurrentIndex(self._rows.index(at, 0))
            self.verticalScrollBar().setValue(self._scrolled)
        else:
            self._chosen = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the chosen row; Home and End go to the first and the last."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen:
            self.opened.emit(self._chosen)
            return
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._rows.rows:
            at = 0 if event.key() == Qt.Key.Key_Home else len(self._rows.rows) - 1
            self.setCurrentIndex(self._rows.index(at, 0))
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or why there are none."""
        super().paintEvent(event)
        if self._rows.rows:
            return
        painter = QPainter(self.viewport())
        painter.setFont(self._look.font("body"))
        painter.setPen(self._look.colour("muted"))
        room = self.viewport().rect().adjusted(24, 0, -24, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.empty)
