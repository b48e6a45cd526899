"""The next 48 hours of one number as a strip: when it may be called; own painter."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.design.look import Look
from app.ui.models.callable_words import viewer_clock
from app.ui.models.moment import Instant
from app.ui.tongue import tr
from app.wire.callable import OpenStretch

AHEAD = timedelta(hours=48)
HEAD, BAND = 18, 26


class HoursStrip(QWidget):
    """Open stretches are filled, the rest hatched; the words of them are its tooltip and its accessible name."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._start: Instant | None = None
        self._open: Sequence[OpenStretch] = ()
        self.setFixedHeight(HEAD + BAND + 2)
        self.show_openings(None, ())
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(480, HEAD + BAND + 2)

    def show_openings(self, start: Instant | None, found: Sequence[OpenStretch]) -> None:
        """Draw the 48 hours from an instant on; None for nothing asked."""
        self._start, self._open = start, found
        spans = [f"{viewer_clock(one.start)}–{viewer_clock(one.end)}" for one in found]
        words = tr("In the next 48 hours it may be called: {spans} (your time)").format(spans=", ".join(spans))
        none = tr("In the next 48 hours it may not be called at all")
        said = "" if start is None else words if spans else none
        self.setToolTip(said)
        self.setAccessibleName(said)
        self.update()

    def _x(self, moment: Instant) -> float:
        if self._start is None:
            return 0.0
        return self.width() * min(1.0, max(0.0, (moment - self._start) / AHEAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axis in the viewer's time, and the stretches."""
        if self._start is None:
            return
        painter = QPainter(self)
        painter.setFont(self._look.font("caption"))
        band = QRectF(0, HEAD, self.width(), BAND)
        painter.fillRect(band, self._look.colour("track"))
        ink = QColor(self._look.colour("faint"))
        ink.setAlpha(70)
        painter.fillRect(band, QBrush(ink, Qt.BrushStyle.BDiagPattern))
        self._paint_axis(painter, self._start)
        for one in self._open:
            left, right = self._x(one.start), self._x(one.end)
            self._paint_open(painter, QRectF(left, HEAD, right - left, BAND))

    def _paint_open(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, self._look.colour("canvas"))
        painter.fillRect(box, self._look.colour("ok_tint"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 3, box.width(), 3), self._look.colour("ok"))
        words = tr("may be called")
        if painter.fontMetrics().horizontalAdvance(words) + 12 < box.width():
            painter.setPen(self._look.colour("ok"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_axis(self, painter: QPainter, start: Instant) -> None:
        hour = start.astimezone().replace(minute=0, second=0, microsecond=0)
        every = 6 if self.width() < 700 else 3
        painter.setPen(self._look.colour("accent"))
        painter.drawText(QRectF(0, 0, 60, HEAD - 2), int(Qt.AlignmentFlag.AlignVCenter), tr("now"))
        for step in range(1, 49):
            moment = hour + timedelta(hours=step)
            x = self._x(moment)
            if moment.hour % every or x < 44 or x > self.width() - 16:
                continue
            painter.setPen(self._look.colour("border" if moment.hour == 0 else "hairline"))
            painter.drawLine(QPointF(x, HEAD - 3), QPointF(x, HEAD + BAND))
            painter.setPen(self._look.colour("muted"))
            words = f"{moment:%a}" if moment.hour == 0 else f"{moment:%H}"
            painter.drawText(QRectF(x - 20, 0, 40, HEAD - 3), int(Qt.AlignmentFlag.AlignCenter), words)
