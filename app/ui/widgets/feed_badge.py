"""The badge that says how true the screen is: Live, Stale, Reconnecting, Frozen."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.design.look import Look
from app.ui.models.truth import Truth, connecting
from app.ui.tongue import tr


class FeedBadge(QWidget):
    """A pill with an icon and words; a screen reader gets the words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.truth = connecting()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Feed: {state}").format(state=self.words))

    @property
    def words(self) -> str:
        """What it says: over every view, whatever the line's state, with the age of what is on screen."""
        truth = self.truth
        return truth.text if truth.lasted in truth.text else f"{truth.text} · {truth.lasted}"

    def show_truth(self, truth: Truth) -> None:
        """Say this."""
        if truth == self.truth:
            return
        self.truth = truth
        self.setAccessibleName(tr("Feed: {state}").format(state=self.words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon and words."""
        return QSize(QFontMetrics(self._look.font("strong")).horizontalAdvance(self.words) + 44, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.edge(self.truth.colour))
        painter.setBrush(self._look.colour(self.truth.tint))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        self._look.icon(self.truth.icon, self.truth.colour).paint(painter, 9, 8, 16, 16)
        painter.setFont(self._look.font("strong"))
        painter.setPen(self._look.colour(self.truth.colour))
        painter.drawText(self.rect().adjusted(31, 0, -8, 0), int(Qt.AlignmentFlag.AlignVCenter), self.words)
