"""The command palette: type a few letters of what is to be done, or of whom to choose."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QFontMetrics, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.design.look import Look
from app.ui.models.palette import Entry, Found, search
from app.ui.tongue import tr
from app.ui.widgets.labels import label, rule

ROW = 38
ROWS_SHOWN = 10
Index = QModelIndex | QPersistentModelIndex
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: ROWS_SHOWN,
    Qt.Key.Key_PageUp: -ROWS_SHOWN,
}


class FoundModel(QAbstractListModel):
    """What the letters found, best first."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = entries
        self.found: list[Found] = search(entries, "")

    def search(self, typed: str) -> None:
        """Find anew."""
        self.beginResetModel()
        self.found = search(self._entries, typed)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an empty value
        """As many as were found."""
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The entry in words; the delegate paints from `found`."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            entry = self.found[index.row()].entry
            return f"{entry.words}, {entry.group}, {entry.hint}"
        return None


class FoundDelegate(QStyledItemDelegate):
    """Icon, words with the meant letters in the accent, group, and the key at the right."""

    def __init__(self, look: Look, model: FoundModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height for all."""
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one entry."""
        found = self._model.found[index.row()]
        rect: QRect = option.rect
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("selected"))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 6, 6)
        icon = self._look.icon(found.entry.icon, "accent" if current else "muted")
        icon.paint(painter, rect.left() + 12, rect.center().y() - 7, 16, 16)
        room = rect.adjusted(40, 0, -14, 0)
        room.setRight(room.right() - self._hint(painter, room, found.entry) - 16)
        self._words(painter, room, found)
        painter.restore()

    def _hint(self, painter: QPainter, room: QRect, entry: Entry) -> int:
        text = shown_keys(entry.hint) if entry.kind == "action" else entry.hint
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.colour("muted"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
        return painter.fontMetrics().horizontalAdvance(text)

    def _words(self, painter: QPainter, room: QRect, found: Found) -> None:
        metrics = QFontMetrics(self._look.font("strong"))
        left = room.left()
        meant = frozenset(found.letters)
        painter.setFont(self._look.font("strong"))
        base = room.center().y() + (metrics.ascent() - metrics.descent()) // 2
        for at, letter in enumerate(found.entry.words):
            wide = metrics.horizontalAdvance(letter)
            if left + wide > room.right():
                return
            painter.setPen(self._look.colour("accent" if at in meant else "text"))
            painter.drawText(left, base, letter)
            left += wide


class PaletteDialog(QDialog):
    """One field and the list under it; says what was picked and closes."""

    picked = Signal(object)
    """The `Entry` that Enter or a click picked."""

    def __init__(self, look: Look, parent: QWidget, entries: Sequence[Entry]) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(tr("Commands and agents"))
        self.setAccessibleName(tr("Commands and agents"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = FoundModel(entries)
        self.field = QLineEdit()
        self.list = QListView()
        self.nothing: QLabel = label(look, tr("Nothing is called that"), "body", "muted")
        self._pointer = QCursor.pos()
        self._prepare()
        self._lay_out()
        self._show_found()

    def _prepare(self) -> None:
        self.field.setPlaceholderText(tr("Type what to do, or an agent's name"))
        self.field.setAccessibleName(tr("Find a command or an agent"))
        self.field.textChanged.connect(self._search)
        self.list.setModel(self.model)
        self.list.setItemDelegate(FoundDelegate(self._look, self.model, self.list))
        self.list.setAccessibleName(tr("Commands and agents found"))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setProperty("keys_go_to_field", True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.entered.connect(self._follow)
        self.list.clicked.connect(lambda _: self._pick())
        self.list.setFixedHeight(ROW * ROWS_SHOWN)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 12, 10)
        box.setSpacing(8)
        box.addWidget(self.field)
        box.addWidget(self.list)
        box.addWidget(self.nothing)
        box.addWidget(rule())
        box.addWidget(label(self._look, tr("↑ ↓ to go through, Enter to do it, Esc to leave"), "caption", "muted"))
        self.setFixedWidth(600)

    def _search(self, typed: str) -> None:
        self.model.search(typed)
        self._show_found()

    def _show_found(self) -> None:
        some = bool(self.model.found)
        self.nothing.setVisible(not some)
        self.nothing.setFixedHeight(self.list.height() if not some else 0)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.list.setVisible(some)
        if some:
            self.list.setCurrentIndex(self.model.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through the list while the field keeps the keyboard; Enter picks."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            self._move(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick()
        else:
            super().keyPressEvent(event)

    def _move(self, by: int) -> None:
        last = len(self.model.found) - 1
        if last < 0:
            return
        at = self.list.currentIndex().row()
        # One step past an end goes round; a page stops there.
        to = (at + by) % (last + 1) if abs(by) == 1 else min(last, max(0, at + by))
        self.list.setCurrentIndex(self.model.index(to))

    def _follow(self, index: QModelIndex) -> None:
        # A list that scrolls under a pointer at rest is not a person choosing: only one that moved is followed.
        at = QCursor.pos()
        if at != self._pointer:
            self._pointer = at
            self.list.setCurrentIndex(index)

    def _pick(self) -> None:
        at = self.list.currentIndex().row()
        if 0 <= at < len(self.model.found):
            entry = self.model.found[at].entry
            self.accept()
            self.picked.emit(entry)


def shown_keys(keys: str) -> str:
    """Shortcuts as this machine writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return tr(" or ").join(QKeySequence(text).toString(native) for text in keys.split(" or "))
