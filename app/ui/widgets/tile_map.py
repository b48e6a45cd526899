"""The map of the states as tiles: who may be called where, told by colour, pattern, icon and word; own painter."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QToolTip, QWidget

from app.ui.design.look import Look
from app.ui.models.callable_grid import COLUMNS, PLACES, ROWS, step
from app.ui.models.callable_words import (
    ICONS,
    SHORT_WORDS,
    TINTS,
    TONES,
    WORDS,
    Standing,
    local_clock,
    short_name,
    standing_of,
    state_standing,
    tile_hint,
)
from app.ui.models.moment import EPOCH, Instant
from app.ui.tongue import tr
from app.wire.callable import CallableNowPage, CallableState

GAP, ICON = 4, 12
_LEAST = (52, 41)
_WIDE = 68
"""A tile of at least this width has room for two clocks."""

_MOVES: Mapping[int, tuple[int, int]] = MappingProxyType(
    {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
)


class TileMap(QWidget):
    """`chosen` tells which state was chosen by click or arrow, `opened` on Enter or a double click.

    `looked_at` tells which one the pointer is on, empty between tiles and when it has left.
    """

    chosen = Signal(str)
    opened = Signal(str)
    looked_at = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._states: dict[str, CallableState] = {}
        self._asked_at = self._now = EPOCH
        self._picture: QPixmap | None = None
        self.current = self._under = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(int(COLUMNS * _LEAST[0]), ROWS * _LEAST[1])
        self.setMouseTracking(True)
        self._name()
        look.changed.connect(self._draw_anew)

    def sizeHint(self) -> QSize:
        """As large as there is room; this much is comfortable."""
        return QSize(int(COLUMNS * 56), ROWS * 44)

    def show_page(self, page: CallableNowPage) -> None:
        """Draw another answer."""
        self._states = {short_name(state.jurisdiction): state for state in page.states}
        self._asked_at = self._now = page.now
        self._name()
        self._draw_anew()

    def clear(self) -> None:
        """Nothing is known."""
        self._states = {}
        self._name()
        self._draw_anew()

    def show_now(self, now: Instant) -> None:
        """Time went on; painted anew only when a clock on it shows another minute."""
        if now.replace(second=0, microsecond=0) != self._now.replace(second=0, microsecond=0):
            self._now = now
            self._name()
            self._draw_anew()

    def choose(self, name: str) -> None:
        """Mark a state and tell of it."""
        if name in PLACES and name != self.current:
            self.current = name
            self._name()
            self.update()
            self.chosen.emit(name)

    def _name(self) -> None:
        said = tr("Map of the states: who may be called now. Arrows go from state to state")
        state = self._states.get(self.current)
        self.setAccessibleName(said)
        self.setAccessibleDescription("" if state is None else tile_hint(state, self._asked_at, self._now))

    def rect_of(self, name: str) -> QRectF:
        """Where a state's tile stands."""
        column, row = PLACES[name]
        width, height = self.width() / COLUMNS, self.height() / ROWS
        return QRectF(column * width, row * height, width - GAP, height - GAP)

    def name_at(self, pos: QPointF) -> str:
        """The state under a point, empty between tiles."""
        return next((name for name in PLACES if self.rect_of(name).contains(pos)), "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the pointer is on."""
        self._look_at(self.name_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """It is on nothing any more."""
        self._look_at("")

    def _look_at(self, name: str) -> None:
        if name != self._under:
            self._under = name
            self.looked_at.emit(name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose."""
        self.choose(self.name_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open."""
        name = self.name_at(event.position())
        if name:
            self.opened.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the nearest tile that way, Enter opens."""
        move = _MOVES.get(event.key())
        if move is not None:
            self.choose(step(self.current, *move))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """A tile says in full how it stands while the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            state = self._states.get(self.name_at(QPointF(event.pos())))
            said = "" if state is None else tile_hint(state, self._asked_at, self._now)
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def focusInEvent(self, event: object) -> None:
        """The ring is drawn by us."""
        self.update()

    def focusOutEvent(self, event: object) -> None:
        """And taken away."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tiles as they were drawn last, and the frame of the chosen one, which moves more often."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn())
        if self.current:
            pen = self._look.ring()
            if not self.hasFocus():
                pen.setColor(self._look.colour("text"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pen)
            painter.drawRoundedRect(self.rect_of(self.current).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def _drawn(self) -> QPixmap:
        """Every tile and the legend: drawn once a minute, answer, size or theme, for it takes longer than a frame."""
        ratio = self.devicePixelRatioF()
        size = QSize(round(self.width() * ratio), round(self.height() * ratio))
        if self._picture is None or self._picture.size() != size:
            self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for name in PLACES:
                self._paint_tile(painter, name, self.rect_of(name))
            self._paint_legend(painter)
            painter.end()
        return self._picture

    def _draw_anew(self) -> None:
        self._picture = None
        self.update()

    def _paint_tile(self, painter: QPainter, name: str, box: QRectF) -> None:
        state = self._states.get(name)
        if state is None:
            self._paint_frame(painter, box, "muted")
            painter.setPen(self._look.colour("faint"))
            painter.setFont(self._look.font("strong"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), name)
            return
        standing = state_standing(state, self._now)
        self._paint_parts(painter, state, box)
        self._paint_frame(painter, box, TONES[standing])
        self._write(painter, name, state, standing, box.adjusted(5, 1, -4, -1))

    def _paint_parts(self, painter: QPainter, state: CallableState, box: QRectF) -> None:
        # West stands on the left: the earlier clock first.
        zones = sorted(state.zones, key=lambda zone: zone.local_time.replace(tzinfo=None))
        width = box.width() / len(zones)
        for at, zone in enumerate(zones):
            part = QRectF(box.left() + at * width, box.top(), width, box.height())
            standing = standing_of(zone, self._now)
            painter.fillRect(part, self._look.colour(TINTS[standing]))
            if standing == "banned":
                ink = QColor(self._look.colour("danger"))
                ink.setAlpha(70)
                painter.fillRect(part, QBrush(ink, Qt.BrushStyle.BDiagPattern))
            if at:
                painter.setPen(self._look.colour("border"))
                painter.drawLine(part.topLeft(), part.bottomLeft())

    def _paint_frame(self, painter: QPainter, box: QRectF, ink: str) -> None:
        painter.setPen(self._look.edge(ink) if self._look.theme.outlined else QPen(self._look.colour("hairline"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def _write(self, painter: QPainter, name: str, state: CallableState, standing: Standing, box: QRectF) -> None:
        line = box.height() / 3
        lines = [QRectF(box.left(), box.top() + at * line, box.width(), line) for at in range(3)]
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(self._look.font("strong"))
        painter.setPen(self._look.colour("text"))
        painter.drawText(lines[0], left, name)
        self._paint_icon(painter, standing, QPointF(box.right() - ICON, lines[0].center().y() - ICON / 2))
        painter.setFont(self._look.font("caption"))
        painter.setPen(self._look.colour("muted"))
        painter.drawText(lines[1], left, self._clocks(state, wide=box.width() >= _WIDE))
        painter.setPen(self._look.colour(TONES[standing]))
        metrics = painter.fontMetrics()
        words = tr(WORDS[standing])
        if metrics.horizontalAdvance(words) > lines[2].width() + 2:
            words = metrics.elidedText(
                tr(SHORT_WORDS[standing]), Qt.TextElideMode.ElideRight, int(lines[2].width()) + 2
            )
        painter.drawText(lines[2].adjusted(0, 0, 3, 0), left, words)

    def _clocks(self, state: CallableState, *, wide: bool) -> str:
        zones = sorted(state.zones, key=lambda zone: zone.local_time.replace(tzinfo=None))
        times = list(dict.fromkeys(local_clock(zone, self._asked_at, self._now) for zone in zones))
        if len(times) == 1:
            return times[0]
        return " | ".join(times) if wide else "|".join(time[:2] for time in times)

    def _paint_icon(self, painter: QPainter, standing: Standing, at: QPointF) -> None:
        icon = self._look.icon(ICONS[standing], TONES[standing])
        painter.drawPixmap(at, icon.pixmap(QSize(ICON, ICON), self.devicePixelRatioF()))

    def _paint_legend(self, painter: QPainter) -> None:
        """What the colours and icons say, in the empty row over the Rockies."""
        box = self.rect_of("AK")
        at = QPointF(box.right() + 3 * GAP, box.center().y())
        painter.setFont(self._look.font("caption"))
        end = self.rect_of("ME").left() - GAP
        for standing, words in WORDS.items():
            said = tr(words)
            width = painter.fontMetrics().horizontalAdvance(said)
            if at.x() + ICON + 4 + width > end:
                return
            self._paint_icon(painter, standing, QPointF(at.x(), at.y() - ICON / 2))
            painter.setPen(self._look.colour(TONES[standing]))
            room = QRectF(at.x() + ICON + 4, at.y() - 10, width + 4, 20)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), said)
            at.setX(room.right() + 12)
