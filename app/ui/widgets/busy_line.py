"""A thin line that runs while an answer is late; one that comes at once shows none, so that nothing flickers."""

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.design.look import Look

LATE_MS = 150
STEP_MS = 40
HEIGHT = 2
_STEPS = 36
_SHARE = 0.28


class BusyLine(QWidget):
    """Two pixels high and always there, so that nothing moves when it runs."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._place = 0
        self.running = False
        self.setAccessibleName(name)
        self.setFixedHeight(HEIGHT)
        self._late, self._step = QTimer(self), QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LATE_MS)
        self._late.timeout.connect(self._run)
        self._step.setInterval(STEP_MS)
        self._step.timeout.connect(self._move)

    def show_busy(self, busy: bool) -> None:
        """Run soon, or stand."""
        if not busy:
            self._late.stop()
            self._step.stop()
            self.running = False
            self.update()
        elif not self.running and not self._late.isActive():
            self._late.start()

    def _run(self) -> None:
        self.running = True
        if self.isVisible():
            self._step.start()
        self.update()

    def _move(self) -> None:
        self._place = (self._place + 1) % _STEPS
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Not seen, nothing runs."""
        super().hideEvent(event)
        self.show_busy(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A stretch of accent that goes from left to right."""
        if not self.running:
            return
        painter = QPainter(self)
        long = self.width() * _SHARE
        left = (self.width() + long) * self._place / _STEPS - long
        painter.fillRect(QRectF(left, 0, long, HEIGHT), self._look.colour("accent"))
