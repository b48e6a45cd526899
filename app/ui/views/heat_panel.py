"""The heat map with its title, its scale, and the line that explains what is under the pointer."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.design.look import Look
from app.ui.models.agents_model import AgentsModel
from app.ui.models.heat import BLOCKED, HOTTEST, PACE, REFUSED
from app.ui.tongue import marked, tr
from app.ui.views.heat_view import HeatView, scale_colours
from app.ui.widgets.labels import ElidedLabel, label

HINT = marked("Point at a minute to have it explained; click to choose the agent, Enter to see its row")
SCALE: tuple[tuple[int, str], ...] = (
    (0, marked("no call")),
    (PACE // 3, marked("under the limit’s pace")),
    (PACE, marked("at its pace")),
    (PACE * 2, marked("twice its pace")),
    (HOTTEST, marked("four times")),
    (BLOCKED, marked("– blocked")),
    (REFUSED, marked("× refused")),
)
SWATCH = 14


class Swatch(QWidget):
    """One colour of the scale."""

    def __init__(self, look: Look, level: int) -> None:
        super().__init__()
        self._look, self._level = look, level
        self.setFixedSize(QSize(SWATCH, SWATCH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), scale_colours(self._look)[self._level])


class HeatPanel(QWidget):
    """Stands in the table's place; what is chosen here is chosen in the table."""

    def __init__(self, look: Look, agents: AgentsModel) -> None:
        super().__init__()
        self.view = HeatView(look, agents)
        self.note = ElidedLabel(look, tr(HINT), "body", "muted")
        self.fit = QPushButton(tr("Fit all"))
        self.fit.setCheckable(True)
        self.fit.setToolTip(tr("The whole floor at once"))
        self.back = QPushButton(tr("Table"))
        self.back.setToolTip(tr("Back to the table (H)"))
        self.fit.toggled.connect(self.view.fit)
        self.view.explained.connect(lambda words: self.note.setText(words or tr(HINT)))
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 4)
        head.setSpacing(12)
        head.addWidget(label(look, tr("Calls by minute"), "strong"))
        head.addWidget(self.note, 1)
        head.addWidget(self.fit)
        head.addWidget(self.back)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.view, 1)
        box.addLayout(_scale(look))


def _scale(look: Look) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(12, 8, 12, 4)
    row.setSpacing(6)
    for level, words in SCALE:
        row.addWidget(Swatch(look, level))
        row.addWidget(label(look, tr(words), "caption", "muted"))
        row.addSpacing(10)
    row.addStretch(1)
    return row
