"""The panel of filters under its button: each choice with how many agents it would keep; it acts at once."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.design.look import Look
from app.ui.models.floor_filter import Choice, FloorFilter, Group, words_of
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import label

TITLES: tuple[tuple[Group, str], ...] = (
    ("quick", marked("Look at")),
    ("mode", marked("Mode")),
    ("state", marked("State")),
    ("campaign", marked("Campaign")),
)
CAMPAIGNS_HEIGHT = 210


class FilterPanel(QFrame):
    """Check boxes in groups; Esc or a click beside it closes it."""

    changed = Signal(object, bool)
    """A `Choice`, and whether it is made or taken back."""

    def __init__(self, look: Look, parent: QWidget, narrow: FloorFilter, counts: Mapping[Choice, int]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._look = look
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr("Filters"))
        self.boxes: dict[Choice, QCheckBox] = {}
        # A campaign that is chosen but has nobody left must still be there to be taken back.
        offered = {choice: counts.get(choice, 0) for choice in (*counts, *sorted(narrow.chosen))}
        columns = QHBoxLayout(self)
        columns.setContentsMargins(16, 12, 16, 12)
        columns.setSpacing(24)
        first = QVBoxLayout()
        for group, title in TITLES:
            column = first if group in ("quick", "mode") else QVBoxLayout()
            self._fill(column, group, title, {c: n for c, n in offered.items() if c[0] == group}, narrow)
            if group != "quick":
                column.addStretch(1)
                columns.addLayout(column)

    def _fill(
        self, column: QVBoxLayout, group: Group, title: str, offered: Mapping[Choice, int], narrow: FloorFilter
    ) -> None:
        column.setSpacing(4)
        column.addWidget(label(self._look, tr(title), "caption", "accent"))
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(2)
        order = sorted(offered, key=words_of) if group == "campaign" else list(offered)
        for choice in order:
            inner.addWidget(self._box(choice, offered[choice], narrow))
        if group != "campaign":
            column.addLayout(inner)
            return
        holder, area = QWidget(), QScrollArea()
        area.setProperty("role", "bare")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner.addStretch(1)
        holder.setLayout(inner)
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(holder.sizeHint().width() + 16)
        area.setFixedHeight(min(CAMPAIGNS_HEIGHT, holder.sizeHint().height() + 4))
        column.addWidget(area)

    def _box(self, choice: Choice, count: int, narrow: FloorFilter) -> QCheckBox:
        box = QCheckBox(f"{words_of(choice)}  {count:,}".replace("&", "&&"))
        box.setAccessibleName(tr("{choice}, %Ln agents", "", count).format(choice=words_of(choice)))
        box.setChecked(choice in narrow.chosen)
        box.toggled.connect(lambda on: self.changed.emit(choice, on))
        self.boxes[choice] = box
        return box

    def open_under(self, button: QWidget) -> None:
        """Show it under its button, its right edges in line."""
        self.adjustSize()
        at = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        left = button.window().mapToGlobal(QPoint(8, 0)).x()
        self.move(max(left, at.x()), at.y())
        self.show()
        next(iter(self.boxes.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from box to box, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)
