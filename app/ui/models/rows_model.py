"""A list of wire rows as a table: columns are values, rows are replaced whole, and the end asks for more."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon

from app.ui.design.look import Look
from app.ui.widgets.labels import Tone

Row = TypeVar("Row")
AnyIndex = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowColumn(Generic[Row]):
    """One column. `text` is what stands there, `icon` a name of the icon font, `hint` the tooltip.

    `order` makes the column sortable in the window, for lists that are held whole. `width` is in pixels; the one
    column with `stretch` takes what is left.
    """

    id: str
    title: str
    width: int
    text: Callable[[Row], str]
    right: bool = False
    stretch: bool = False
    strong: bool = False
    tone: Callable[[Row], Tone] | None = None
    icon: Callable[[Row], str] | None = None
    hint: Callable[[Row], str] | None = None
    order: Callable[[Row], Any] | None = None


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows in the order shown. While `more` is set, reaching the end emits `wanted_more` once a page."""

    wanted_more = Signal()

    def __init__(self, look: Look, columns: Sequence[RowColumn[Row]], identity: Callable[[Row], str]) -> None:
        super().__init__()
        self._look = look
        self.columns = tuple(columns)
        self._identity = identity
        self.rows: list[Row] = []
        self._at: dict[str, int] = {}
        self.more = False
        self._asked = False
        self.sort_column: int | None = None
        self.descending = False

    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """How many rows are held."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object | None:
        """The titles, aligned as their columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return self.alignment(self.columns[section]) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object | None:
        """What a cell shows and says."""
        say = _SAID.get(role)
        if say is None or not index.isValid() or index.row() >= len(self.rows):
            return None
        return say(self, self.columns[index.column()], self.rows[index.row()])

    def alignment(self, column: RowColumn[Row]) -> Qt.AlignmentFlag:
        """Numbers stand right, words left."""
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _tone(self, column: RowColumn[Row], row: Row) -> Tone:
        return "text" if column.tone is None else column.tone(row)

    def ink(self, column: RowColumn[Row], row: Row) -> QColor:
        """The colour of a cell's meaning."""
        return self._look.colour(self._tone(column, row))

    def font(self, column: RowColumn[Row]) -> QFont:
        """Strong for the column that names the row."""
        return self._look.font("strong" if column.strong else "body")

    def icon(self, column: RowColumn[Row], row: Row) -> QIcon | None:
        """The icon before a cell's words, None without one."""
        name = "" if column.icon is None else column.icon(row)
        tone = self._tone(column, row)
        colour = "muted" if tone == "text" else tone
        # A chosen row of a table is only tinted: its icon keeps the colour of its meaning.
        return self._look.icon(name, colour, colour) if name else None

    def show_rows(self, rows: Sequence[Row], *, more: bool = False) -> None:
        """Replace all rows; `more` says that there are others after them."""
        self.beginResetModel()
        self.rows = list(rows)
        self._order()
        self.more, self._asked = more, False
        self.endResetModel()

    def add_rows(self, rows: Sequence[Row], *, more: bool) -> None:
        """Put the next page after the rows held."""
        if rows:
            first = len(self.rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._at.update({self._identity(row): first + at for at, row in enumerate(rows)})
            self.rows.extend(rows)
            self.endInsertRows()
        self.more, self._asked = more, False

    def put_row(self, row: Row) -> None:
        """Replace the row with the same identity where it stands, or put a new one on top."""
        at = self._at.get(self._identity(row))
        if at is None:
            self.beginInsertRows(QModelIndex(), 0, 0)
            self.rows.insert(0, row)
            self._index()
            self.endInsertRows()
            return
        self.rows[at] = row
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def row_at(self, at: int) -> Row | None:
        """The row shown there, None beyond the end."""
        return self.rows[at] if 0 <= at < len(self.rows) else None

    def place_of(self, identity: str) -> int | None:
        """Where a row stands, None if it is not held."""
        return self._at.get(identity)

    def identity_at(self, at: int) -> str:
        """Which row stands there, empty beyond the end."""
        row = self.row_at(at)
        return "" if row is None else self._identity(row)

    def canFetchMore(self, parent: AnyIndex) -> bool:
        """Whether there are rows after the last one held that nobody asked for yet."""
        return not parent.isValid() and self.more and not self._asked

    def fetchMore(self, parent: AnyIndex) -> None:
        """The view came near the end."""
        if self.canFetchMore(parent):
            self._asked = True
            self.wanted_more.emit()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows held, if that column can be sorted; later rows are sorted in."""
        if not 0 <= column < len(self.columns) or self.columns[column].order is None:
            return
        self.layoutAboutToBeChanged.emit()
        self.sort_column, self.descending = column, order == Qt.SortOrder.DescendingOrder
        kept = self.persistentIndexList()
        names = [self.identity_at(index.row()) for index in kept]
        self._order()
        places = [self.index(self._at[name], index.column()) for name, index in zip(names, kept, strict=True)]
        self.changePersistentIndexList(kept, places)
        self.layoutChanged.emit()

    def _order(self) -> None:
        column = None if self.sort_column is None else self.columns[self.sort_column]
        if column is not None and column.order is not None:
            self.rows.sort(key=column.order, reverse=self.descending)
        self._index()

    def _index(self) -> None:
        self._at = {self._identity(row): at for at, row in enumerate(self.rows)}


_SAID: MappingProxyType[int, Callable[[RowsModel[Any], RowColumn[Any], Any], object | None]] = MappingProxyType(
    {
        Qt.ItemDataRole.DisplayRole: lambda _, column, row: column.text(row),
        Qt.ItemDataRole.AccessibleTextRole: lambda _, column, row: column.text(row),
        Qt.ItemDataRole.ToolTipRole: lambda _, column, row: (column.hint or column.text)(row),
        Qt.ItemDataRole.TextAlignmentRole: lambda model, column, _: model.alignment(column),
        Qt.ItemDataRole.ForegroundRole: lambda model, column, row: model.ink(column, row),
        Qt.ItemDataRole.FontRole: lambda model, column, _: model.font(column),
        Qt.ItemDataRole.DecorationRole: lambda model, column, row: model.icon(column, row),
    }
)
