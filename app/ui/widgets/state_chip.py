"""A state as icon, word and hue, stronger the longer it lasts."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.design.look import Look
from app.ui.models.wording import STATES, state_step, stopwatch


class StateChip(QWidget):
    """The chip of the chosen agent's state, with the time in it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._state = "offline"
        self._seconds = 0
        self._timed = False
        self._words, self._icon = STATES["offline"].said, STATES["offline"].icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    @property
    def _text(self) -> str:
        word = self._words
        return word if not self._timed else f"{word} {stopwatch(self._seconds)}"

    def show_state(self, state: str, seconds: int | None, words: tuple[str, str] | None = None) -> None:
        """Show a state that has lasted so many seconds, None to leave them out.

        `words` are its word and icon, where they are not the usual.
        """
        self._state, self._seconds = state, seconds or 0
        self._timed = seconds is not None and state != "offline"
        self._words, self._icon = words or (STATES[state].said, STATES[state].icon)
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon, word and time."""
        return QSize(QFontMetrics(self._look.font("strong")).horizontalAdvance(self._text) + 42, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        chip = self._look.chip(self._state, state_step(self._state, self._seconds))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.edge(chip.ink))
        painter.setBrush(self._look.colour(chip.fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._look.icon(self._icon, chip.ink).paint(painter, 8, 5, 16, 16)
        painter.setFont(self._look.font("strong"))
        painter.setPen(self._look.colour(chip.ink))
        painter.drawText(self.rect().adjusted(30, 0, -8, 0), int(Qt.AlignmentFlag.AlignVCenter), self._text)
