"""The next 24 hours by zone: each band is as high as many of the zone's states are open; own painter."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.design.look import Look
from app.ui.models.callable_bands import AHEAD, Band, band_words
from app.ui.models.moment import EPOCH, Instant
from app.ui.tongue import tr

HEAD, LABEL, LEAST_ROW = 18, 148, 12
_STEP = timedelta(minutes=15)
_MOVES: Mapping[int, tuple[int, int]] = MappingProxyType(
    {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
)


class ZoneBands(QWidget):
    """`explained` says in words what is under the pointer or the cursor that arrows move."""

    explained = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._bands: Sequence[Band] = ()
        self._now: Instant = EPOCH
        self._row, self._ahead = 0, timedelta()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("The next 24 hours by time zone. Arrows move through it"))
        self._fit()
        look.changed.connect(self.update)

    def _fit(self) -> None:
        self.setMinimumHeight(HEAD + LEAST_ROW * max(4, len(self._bands)))

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(480, HEAD + 15 * max(4, len(self._bands)))

    def show_bands(self, bands: Sequence[Band], now: Instant) -> None:
        """Draw these, from `now` on."""
        self._bands, self._now = bands, now
        self._row = min(self._row, max(0, len(bands) - 1))
        self._fit()
        self.updateGeometry()
        self._explain()
        self.update()

    def _span(self) -> tuple[float, float]:
        return float(LABEL), max(LABEL + 1.0, self.width() - 4.0)

    def x_of(self, moment: Instant) -> float:
        """Where an instant of the day to come stands."""
        left, right = self._span()
        return left + (right - left) * min(1.0, max(0.0, (moment - self._now) / AHEAD))

    def _height(self) -> float:
        return (self.height() - HEAD) / max(1, len(self._bands))

    def rect_of(self, row: int) -> QRectF:
        """A band's row without its label."""
        left, right = self._span()
        return QRectF(left, HEAD + row * self._height(), right - left, self._height() - 2)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Explain what is under the pointer."""
        self._point(event.position())

    def _point(self, pos: QPointF) -> None:
        left, right = self._span()
        row = int((pos.y() - HEAD) / self._height())
        if self._bands and 0 <= row < len(self._bands) and left <= pos.x() <= right:
            self._row = row
            self._ahead = AHEAD * ((pos.x() - left) / (right - left))
            self._explain()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right by a quarter of an hour, up and down by zone."""
        move = _MOVES.get(event.key())
        if move is None or not self._bands:
            super().keyPressEvent(event)
            return
        self._ahead = min(AHEAD - _STEP, max(timedelta(), self._ahead + move[0] * _STEP))
        self._row = min(len(self._bands) - 1, max(0, self._row + move[1]))
        self._explain()
        self.update()

    def _explain(self) -> None:
        if self._bands:
            words = band_words(self._bands[self._row], self._now + self._ahead)
            self.setAccessibleDescription(words)
            self.explained.emit(words)

    def focusInEvent(self, event: object) -> None:
        """The cursor is drawn while we have the keys."""
        self.update()

    def focusOutEvent(self, event: object) -> None:
        """And taken away."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axis, bands, cursor."""
        painter = QPainter(self)
        painter.setFont(self._look.font("caption"))
        self._paint_axis(painter)
        for row, band in enumerate(self._bands):
            self._paint_band(painter, row, band)
        self._paint_cursor(painter)

    def _paint_axis(self, painter: QPainter) -> None:
        hour = self._now.astimezone().replace(minute=0, second=0, microsecond=0)
        every = 2 if self.width() > 560 else 4
        for step in range(1, 25):
            moment = hour + timedelta(hours=step)
            if moment - self._now > AHEAD or moment.hour % every:
                continue
            x = self.x_of(moment)
            painter.setPen(self._look.colour("border" if moment.hour == 0 else "hairline"))
            painter.drawLine(QPointF(x, HEAD - 3), QPointF(x, self.height()))
            painter.setPen(self._look.colour("muted"))
            words = f"{moment:%a}" if moment.hour == 0 else f"{moment:%H}"
            if x - 14 > LABEL + 26 and x + 14 < self.width():
                painter.drawText(QRectF(x - 20, 0, 40, HEAD - 3), int(Qt.AlignmentFlag.AlignCenter), words)
        painter.setPen(self._look.colour("accent"))
        painter.drawText(QRectF(LABEL, 0, 60, HEAD - 3), int(Qt.AlignmentFlag.AlignVCenter), tr("now"))

    def _paint_band(self, painter: QPainter, row: int, band: Band) -> None:
        room = self.rect_of(row)
        label = QRectF(0, room.top() - 1, LABEL - 8, room.height() + 2)
        painter.setPen(self._look.colour("text" if band.open_states(self._now) else "muted"))
        clock = f"{self._now.astimezone(band.sample.local_time.tzinfo):%H:%M}"
        fits = painter.fontMetrics().elidedText(band.name, Qt.TextElideMode.ElideRight, int(label.width()) - 38)
        painter.drawText(label, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), fits)
        painter.drawText(label, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), clock)
        painter.fillRect(room, self._look.colour("track"))
        ink = self._look.colour("ok")
        edges = (*band.starts, self._now + AHEAD)
        for (start, end), names in zip(pairwise(edges), band.open_at, strict=True):
            if names:
                height = room.height() * len(names) / band.states
                left, right = self.x_of(start), self.x_of(end)
                box = QRectF(left, room.bottom() - height, right - left, height)
                painter.fillRect(box, ink)

    def _paint_cursor(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._look.colour("accent"), 2))
        painter.drawLine(QPointF(LABEL + 1, HEAD - 3), QPointF(LABEL + 1, self.height()))
        if self._bands and self.hasFocus():
            x = self.x_of(self._now + self._ahead)
            room = self.rect_of(self._row)
            painter.setPen(self._look.ring())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(x - 3, room.top() - 1, 6, room.height() + 2))
