"""What filled a limit's window, drawn: each event a tick between the window's start and the refused try."""

from datetime import datetime

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.design.look import Look
from app.ui.models.moment import seconds_of
from app.ui.models.wording import clock_text
from app.ui.tongue import tr

HEIGHT = 74
_TOP, _BOTTOM = 6, 22


class ChargeStrip(QWidget):
    """A hundred ticks in a row show a burst at a glance; the oldest is the first to leave."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._start: datetime | None = None
        self._end: datetime | None = None
        self._charges: list[datetime] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As high as ticks and two times of the day."""
        return QSize(240, HEIGHT)

    def show_window(self, start: datetime, end: datetime, charges: list[datetime]) -> None:
        """Draw the events of a window, oldest first."""
        self._start, self._end, self._charges = start, end, charges
        self.setAccessibleName(tr("%n events filled the window", "", len(charges)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The window, its events, the refused try, and when both were."""
        if self._start is None or self._end is None:
            return
        painter = QPainter(self)
        room = QRectF(0, _TOP, self.width() - 1, self.height() - _TOP - _BOTTOM)
        painter.fillRect(room, self._look.colour("track"))
        first, span = seconds_of(self._start), max(1e-6, seconds_of(self._end) - seconds_of(self._start))
        wide = room.width() - 3
        painter.setPen(QPen(self._look.colour("accent"), 1))
        lines = [
            QLineF(x, room.top() + 4, x, room.bottom() - 4)
            for x in (room.left() + wide * (seconds_of(at) - first) / span for at in self._charges)
        ]
        painter.drawLines(lines)
        painter.setPen(QPen(self._look.colour("danger"), 2))
        painter.drawLine(QLineF(room.right(), _TOP - 4, room.right(), room.bottom() + 4))
        self._label(painter)

    def _label(self, painter: QPainter) -> None:
        if self._start is None or self._end is None:
            return
        painter.setFont(self._look.font("caption"))
        painter.setPen(self._look.colour("muted"))
        words = QRectF(0, self.height() - _BOTTOM + 4, self.width(), _BOTTOM - 4)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft), clock_text(self._start, self._end))
        told = tr("refused {at}").format(at=clock_text(self._end, self._end))
        painter.setPen(self._look.colour("danger"))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignRight), told)
