"""Active and paused stretches of a session as a ribbon, told apart by hatching and words, not by colour alone."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.design.look import Look
from app.ui.models.moment import Instant, seconds_of, since
from app.ui.models.wording import age
from app.ui.tongue import tr
from app.wire.operator import Stretch


class Ribbon(QWidget):
    """One line under the rate curve, on the span of time that the curve shows."""

    def __init__(self, look: Look, left: int, right: int) -> None:
        super().__init__()
        self._look = look
        self._left, self._right = left, right
        self._stretches: list[Stretch] = []
        self._now: Instant | None = None
        self._span = (0.0, 0.0)
        self.setFixedHeight(18)
        look.changed.connect(self.update)

    def show_stretches(self, stretches: list[Stretch], now: Instant) -> None:
        """Draw them up to `now`."""
        self._stretches, self._now = stretches, now
        paused = sum(since(s.since, s.until or now) for s in stretches if s.status == "paused")
        pauses = sum(1 for s in stretches if s.status == "paused")
        words = tr("Never paused")
        if pauses:
            words = tr("Paused %n times, {time} in all", "", pauses).format(time=age(paused))
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def show_span(self, left: float, right: float) -> None:
        """Seconds since the epoch at the curve's left and right edge."""
        self._span = (left, right)
        self.update()

    def place_of(self, moment: Instant) -> float:
        """Where a moment stands, in this widget's pixels; outside the curve's span it stands at its edge."""
        left, right = self._span
        width = self.width() - self._left - self._right
        share = (seconds_of(moment) - left) / (right - left) if right > left else 0.0
        return self._left + width * min(1.0, max(0.0, share))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ribbon."""
        if not self._stretches or self._now is None:
            return
        painter = QPainter(self)
        painter.setFont(self._look.font("caption"))
        left, right = self._span
        for stretch in self._stretches:
            until = stretch.until or self._now
            if seconds_of(until) < left or seconds_of(stretch.since) > right:
                continue
            begin, end = self.place_of(stretch.since), self.place_of(until)
            self._draw(painter, stretch, QRectF(begin, 2, max(2.0, end - begin - 1), 14))

    def _draw(self, painter: QPainter, stretch: Stretch, box: QRectF) -> None:
        paused = stretch.status == "paused"
        chip = self._look.chip("paused" if paused else "waiting", 0)
        painter.fillRect(box, self._look.colour(chip.fill))
        if paused:
            painter.fillRect(box, QBrush(self._look.colour(chip.ink), Qt.BrushStyle.BDiagPattern))
        word = tr("Paused") if paused else tr("Active")
        if painter.fontMetrics().horizontalAdvance(word) + 10 < box.width() and not paused:
            painter.setPen(self._look.colour(chip.ink))
            painter.drawText(box.adjusted(5, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), word)
