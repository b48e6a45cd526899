"""The rail on the left: one button a view, its icon over its word, and how many things wait there."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from app.ui.design.look import Look
from app.ui.pages import PAGES, PageId, PageSpec
from app.ui.tongue import marked, tr
from app.ui.widgets.one_of import choose_one

WIDTH = 76
HEIGHT = 58
_ICON = 22
_MOST = 99
_SMALLEST = 9
HELP = PageSpec(
    id="floor",
    words=marked("Help"),
    hint=marked("What is seen, what the colours mean, what to do"),
    icon="help-circle-outline",
    shortcut="Shift+F1",
)


class RailButton(QAbstractButton):
    """One view. Chosen: tinted, with a bar at its edge, never by colour alone; a count stands at the icon's corner."""

    def __init__(self, look: Look, spec: PageSpec) -> None:
        super().__init__()
        self._look = look
        self._icon_name = spec.icon
        self._hovered = False
        self._words = tr(spec.words)
        self.count = 0
        self.setCheckable(True)
        self.setFixedSize(WIDTH, HEIGHT)
        self.setText(self._words)
        self.setFont(look.font("caption"))
        self.setToolTip(f"{self._words}: {tr(spec.hint)} ({spec.shortcut})")
        self.setAccessibleName(self._words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """A fixed size: a count that grows moves nothing."""
        return QSize(WIDTH, HEIGHT)

    def show_count(self, count: int) -> None:
        """How many things wait in this view; 0 shows none."""
        if count == self.count:
            return
        self.count = count
        self.setAccessibleName(f"{self._words}, {count}" if count else self._words)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tinted under the pointer."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: object) -> None:
        """Plain again."""
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tint, bar, icon, word, count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or (self._hovered and self.isEnabled()):
            painter.setPen(self._look.edge("accent" if self.isChecked() else "hairline"))
            painter.setBrush(self._look.colour("accent_tint" if self.isChecked() else "hover"))
            painter.drawRoundedRect(room, 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(self._look.colour("accent"))
            painter.drawRoundedRect(QRectF(0, room.top() + 10, 3, room.height() - 20), 1.5, 1.5)
        colour = "accent" if self.isChecked() else "muted" if self.isEnabled() else "faint"
        left, top = int((WIDTH - _ICON) / 2), int(room.top() + 6)
        painter.drawPixmap(left, top, self._look.icon(self._icon_name, colour).pixmap(_ICON, _ICON))
        painter.setFont(self._fitting())
        painter.setPen(self._look.colour("text" if self.isChecked() else colour))
        words = QRectF(2, top + _ICON + 2, WIDTH - 4, 18)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), self._words)
        if self.hasFocus():
            self._draw_focus(painter, room)
        if self.count:
            self._draw_count(painter, QPointF(left + _ICON + 2, top + 2))

    def _fitting(self) -> QFont:
        """The font of captions, narrower where another language has a longer word."""
        font = self._look.font("caption")
        wide = QFontMetrics(font).horizontalAdvance(self._words)
        if wide > WIDTH - 6:
            font = QFont(font)
            font.setPixelSize(max(_SMALLEST, font.pixelSize() * (WIDTH - 6) // wide))
        return font

    def _draw_focus(self, painter: QPainter, room: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._look.ring())
        painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 8, 8)

    def _draw_count(self, painter: QPainter, at: QPointF) -> None:
        text = str(self.count) if self.count <= _MOST else f"{_MOST}+"
        width = max(16, painter.fontMetrics().horizontalAdvance(text) + 8)
        bubble = QRectF(at.x() - width / 2, at.y() - 5, width, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("danger_fill"))
        painter.drawRoundedRect(bubble, 8, 8)
        painter.setPen(self._look.colour("danger_ink"))
        painter.drawText(bubble, int(Qt.AlignmentFlag.AlignCenter), text)


class Rail(QWidget):
    """The buttons of the views that this user's role may see."""

    asked = Signal(str)
    help_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName(tr("Views"))
        self.setFixedWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.buttons: dict[PageId, RailButton] = {}
        self._group = QButtonGroup(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(2)
        for spec in PAGES:
            button = RailButton(look, spec)
            self.buttons[spec.id] = button
            self._group.addButton(button)
            button.clicked.connect(lambda _=False, id_=spec.id: self.asked.emit(id_))
            box.addWidget(button)
        box.addStretch(1)
        self.help = RailButton(look, HELP)
        self.help.setCheckable(False)
        self.help.clicked.connect(self.help_asked)
        box.addWidget(self.help)

    def show_page(self, page: PageId) -> None:
        """Mark the view that is seen."""
        choose_one(self._group, self.buttons[page])

    def show_count(self, page: PageId, count: int) -> None:
        """How many things wait in a view."""
        if page in self.buttons:
            self.buttons[page].show_count(count)
