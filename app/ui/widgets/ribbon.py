"""Active and paused stretches of a session as a ribbon, told apart by hatching and words, not by colour alone."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.design.look import Look
from app.ui.models.moment import Instant, since
from app.ui.models.wording import age
from app.wire.operator import Stretch


class Ribbon(QWidget):
    """One line under the rate curve, on the same span of time."""

    def __init__(self, look: Look, left: int, right: int) -> None:
        super().__init__()
        self._look = look
        self._left, self._right = left, right
        self._stretches: list[Stretch] = []
        self._now: Instant | None = None
        self.setFixedHeight(18)
        look.changed.connect(self.update)

    def show_stretches(self, stretches: list[Stretch], now: Instant) -> None:
        """Draw them up to `now`."""
        self._stretches, self._now = stretches, now
        paused = sum(since(s.since, s.until or now) for s in stretches if s.status == "paused")
        pauses = sum(1 for s in stretches if s.status == "paused")
        words = f"Paused {pauses} times, {age(paused)} in all" if pauses else "Never paused"
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ribbon."""
        if not self._stretches or self._now is None:
            return
        painter = QPainter(self)
        painter.setFont(self._look.font("caption"))
        start = self._stretches[0].since
        whole = max(1, since(start, self._now))
        width = self.width() - self._left - self._right
        for stretch in self._stretches:
            begin = self._left + width * since(start, stretch.since) / whole
            end = self._left + width * since(start, stretch.until or self._now) / whole
            self._draw(painter, stretch, QRectF(begin, 2, max(2.0, end - begin - 1), 14))

    def _draw(self, painter: QPainter, stretch: Stretch, box: QRectF) -> None:
        paused = stretch.status == "paused"
        chip = self._look.chip("paused" if paused else "waiting", 0)
        painter.fillRect(box, self._look.colour(chip.fill))
        if paused:
            painter.fillRect(box, QBrush(self._look.colour(chip.ink), Qt.BrushStyle.BDiagPattern))
        word = "Paused" if paused else "Active"
        if painter.fontMetrics().horizontalAdvance(word) + 10 < box.width() and not paused:
            painter.setPen(self._look.colour(chip.ink))
            painter.drawText(box.adjusted(5, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), word)
