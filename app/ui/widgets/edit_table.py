"""A table whose cells are written in: F2, Enter or a double click opens one, each letter is checked, Esc takes back."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.design.look import Look
from app.ui.models.rows_model import Row, RowColumn, RowsModel
from app.ui.widgets.labels import set_flag
from app.ui.widgets.rows_table import RowsTable

AnyIndex = QModelIndex | QPersistentModelIndex
Choice = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditColumn(RowColumn[Row]):
    """A column that may be written in. `edits` is what stands in the editor at first; without it nothing is.

    `choices` are values and words to choose from. `pending` says that a cell has an edit that is not applied.
    """

    edits: Callable[[Row], str] | None = None
    choices: tuple[Choice, ...] = ()
    pending: Callable[[Row], bool] | None = None


class EditModel(RowsModel[Row]):
    """Rows with columns that may be written in, while `writable`."""

    writable = True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Whether a cell can be opened."""
        flags = super().flags(index)
        column = self.columns[index.column()]
        if self.writable and isinstance(column, EditColumn) and column.edits is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object | None:
        """A cell with an edit stands on a tint."""
        if role != Qt.ItemDataRole.BackgroundRole or not index.isValid():
            return super().data(index, role)
        column, row = self.columns[index.column()], self.row_at(index.row())
        edited = row is not None and isinstance(column, EditColumn) and column.pending and column.pending(row)
        return self._look.colour("accent_tint") if edited else None


class EditTable(RowsTable[Row]):
    """Shows an `EditModel`. What is written is told by `typed`; the owner decides what becomes of it."""

    typed = Signal(str, str, str)
    """A cell was written: the row, the column, the text. Only texts that `check` finds nothing wrong with."""
    cleared = Signal(str)
    """Del: the chosen rows' cells of a column are to be inherited again."""
    faulted = Signal(str)
    """What is wrong with the text in the open cell; empty once nothing is."""

    def __init__(
        self, look: Look, name: str, model: EditModel[Row], empty: str, check: Callable[[str, str, str], str]
    ) -> None:
        super().__init__(look, name, model, empty)
        self._cells = model
        self.check = check
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self._delegate = CellDelegate(look, self)
        self.setItemDelegate(self._delegate)
        self._delegate.closeEditor.connect(lambda *_: self.faulted.emit(""))

    @property
    def writing(self) -> bool:
        """Whether a cell is open: rows must not be taken from under it."""
        return self.state() == QAbstractItemView.State.EditingState

    @property
    def marked_ids(self) -> list[str]:
        """The rows that are chosen, top first."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._cells.identity_at(row) for row in rows]

    def cell(self, index: AnyIndex) -> tuple[str, EditColumn[Row] | None]:
        """The row's identity and the column, None for one that is never written in."""
        column = self._cells.columns[index.column()]
        return self._cells.identity_at(index.row()), column if isinstance(column, EditColumn) else None

    def row_of(self, index: AnyIndex) -> Row | None:
        """The row of a cell."""
        return self._cells.row_at(index.row())

    def open_cell(self, identity: str, column_id: str) -> None:
        """Choose a cell and write in it."""
        at = self._cells.place_of(identity)
        section = next((n for n, column in enumerate(self._cells.columns) if column.id == column_id), None)
        if at is not None and section is not None:
            self.setFocus()
            self.setCurrentIndex(self._cells.index(at, section))
            self.edit(self._cells.index(at, section))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a cell that can be written in; Del takes its value away."""
        if self.writing:
            # An Enter that the open cell has used comes by here too.
            event.accept()
            return
        index = self.currentIndex()
        writable = index.isValid() and bool(self._cells.flags(index) & Qt.ItemFlag.ItemIsEditable)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and writable:
            self.edit(index)
            return
        if event.key() == Qt.Key.Key_Delete and writable:
            self.cleared.emit(self._cells.columns[index.column()].id)
            return
        super().keyPressEvent(event)


class CellDelegate(QStyledItemDelegate):
    """Opens a line or a list over a cell, and draws the frame of the current one."""

    def __init__(self, look: Look, table: EditTable[Row]) -> None:
        super().__init__(table)
        self._look = look
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """The cell; the current one of a table with the keyboard in a frame."""
        super().paint(painter, option, index)
        table, here = self._table, self._table.currentIndex()
        if table.hasFocus() and (here.row(), here.column()) == (index.row(), index.column()):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._look.colour("focus"))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
            painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        """A line to write in, or a list to choose from."""
        identity, column = self._table.cell(index)
        title = "" if column is None else column.title
        if column is not None and column.choices:
            box = QComboBox(parent)
            for value, words in column.choices:
                box.addItem(words, value)
            box.activated.connect(lambda: self._choose(box))
            box.setAccessibleName(title)
            return box
        line = QLineEdit(parent)
        line.setMaxLength(60)
        line.setAccessibleName(title)
        if column is not None:
            line.textEdited.connect(lambda text: self._look_at(line, identity, column.id, text))
        return line

    def _choose(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box, QAbstractItemDelegate.EndEditHint.NoHint)

    def _look_at(self, line: QLineEdit, identity: str, column_id: str, text: str) -> None:
        fault = self._table.check(identity, column_id, text)
        set_flag(line, "invalid", "true" if fault else "false")
        line.setToolTip(fault)
        self._table.faulted.emit(fault)

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Fill it once: a row that changes underneath must not take what was typed."""
        _, column = self._table.cell(index)
        row = self._table.row_of(index)
        if editor.property("filled") or column is None or column.edits is None or row is None:
            return
        editor.setProperty("filled", True)
        text = column.edits(row)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(text)))
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        """Tell what was written, if nothing is wrong with it."""
        identity, column = self._table.cell(index)
        if column is None:
            return
        if isinstance(editor, QComboBox):
            self._table.typed.emit(identity, column.id, str(editor.currentData()))
        elif isinstance(editor, QLineEdit) and not self._table.check(identity, column.id, editor.text()):
            self._table.typed.emit(identity, column.id, editor.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on a text that is wrong leaves the cell open: what was typed stays."""
        if isinstance(watched, QLineEdit) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
            if enters and watched.property("invalid") == "true":
                return True
        return super().eventFilter(watched, event)
