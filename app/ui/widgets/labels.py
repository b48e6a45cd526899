"""Labels that never spill: elided text with the whole of it as tooltip, in a font role and a tone."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from app.ui.design.look import Look
from app.ui.design.tokens import FontRole

Tone = Literal["text", "muted", "faint", "warn", "danger", "ok", "accent"]


def label(look: Look, text: str = "", role: FontRole = "body", tone: Tone = "text") -> QLabel:
    """A plain label in a font role and a tone."""
    made = QLabel(text)
    made.setFont(look.font(role))
    made.setTextFormat(Qt.TextFormat.PlainText)
    set_tone(made, tone)
    return made


def paragraph(look: Look, text: str = "", tone: Tone = "muted") -> QLabel:
    """A label whose text wraps."""
    made = label(look, text, "body", tone)
    made.setWordWrap(True)
    return made


def set_tone(widget: QWidget, tone: Tone) -> None:
    """Colour a label by meaning."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def set_flag(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and restyle."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def rule() -> QFrame:
    """A hairline."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where the room ends; the tooltip then says all."""

    def __init__(self, look: Look, text: str = "", role: FontRole = "body", tone: Tone = "text") -> None:
        super().__init__(text)
        self.setFont(look.font(role))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_tone(self, tone)

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(8, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
