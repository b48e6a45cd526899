"""Thirty days of a share, a bar for each, under the line that it may not pass."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.ui.design.look import Look

HEIGHT = 44
_FOOT = 2
"""Pixels of a day without any: somebody answered, and nobody was dropped."""


class DayBars(QWidget):
    """Bars of `(share, words)`, the last one today; a share of None is a day on which nobody answered."""

    def __init__(self, look: Look, limit: float) -> None:
        super().__init__()
        self._look = look
        self._limit = limit
        self._days: list[tuple[float | None, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as it may be, as high as a glance needs."""
        return QSize(200, HEIGHT)

    def show_days(self, days: Sequence[tuple[float | None, str]], said: str) -> None:
        """Draw these days, oldest first; `said` sums them up for whoever cannot see them."""
        self._days = list(days)
        self.setAccessibleName(said)
        self.update()

    @property
    def words(self) -> list[str]:
        """What each bar says under the mouse."""
        return [said for _, said in self._days]

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bars, and the line."""
        del event
        if not self._days:
            return
        painter = QPainter(self)
        top = max(self._limit * 1.25, *(share or 0.0 for share, _ in self._days))
        high = self.height() - 1
        for at, (share, _) in enumerate(self._days):
            room = self._room(at)
            painter.fillRect(QRectF(room.left(), high - 1, room.width(), 1), self._look.colour("track"))
            if share is None:
                continue
            tone = "danger" if share > self._limit else "accent"
            tall = max(_FOOT, (high - 1) * share / top)
            painter.fillRect(QRectF(room.left(), high - tall, room.width(), tall), self._look.colour(tone))
        line = high - (high - 1) * self._limit / top
        painter.setPen(QPen(self._look.colour("danger"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(0, line, self.width(), line))

    def _room(self, at: int) -> QRectF:
        wide = self.width() / max(1, len(self._days))
        return QRectF(at * wide + 1, 0, max(1.0, wide - 2), self.height())

    def event(self, event: QEvent) -> bool:
        """The words of the day under the mouse."""
        if isinstance(event, QHelpEvent) and self._days:
            at = min(len(self._days) - 1, max(0, int(event.pos().x() * len(self._days) / max(1, self.width()))))
            QToolTip.showText(event.globalPos(), self._days[at][1], self)
            return True
        return super().event(event)
