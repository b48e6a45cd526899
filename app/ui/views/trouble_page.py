"""The page shown when there is no floor to show: what is happening or wrong, and the next step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.ui.design.look import Look
from app.ui.troubles import Trouble
from app.ui.widgets.labels import label, paragraph


class TroublePage(QWidget):
    """One trouble in the middle of the window."""

    retry_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("canvas")
        self.trouble: Trouble | None = None
        self._icon = QLabel()
        self._title = label(look, "", "title")
        self._sentence = paragraph(look, "", "text")
        self._step = paragraph(look)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedWidth(240)
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        self.button.setMinimumWidth(140)
        self.button.clicked.connect(self.retry_asked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        look.changed.connect(self._paint_icon)

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(12)
        for widget in (self._icon, self._title, self._sentence, self._step, self._busy, self.button):
            middle.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (self._title, self._sentence, self._step):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for text in (self._sentence, self._step):
            text.setFixedWidth(520)
        row = QHBoxLayout(self)
        row.addStretch(1)
        column = QVBoxLayout()
        column.addStretch(2)
        column.addLayout(middle)
        column.addStretch(3)
        row.addLayout(column)
        row.addStretch(1)

    def _paint_icon(self) -> None:
        if self.trouble is not None:
            self._icon.setPixmap(self._look.icon(self.trouble.icon, self.trouble.colour).pixmap(56, 56))

    def tell(self, trouble: Trouble) -> None:
        """Show a trouble."""
        self.trouble = trouble
        self._paint_icon()
        self._title.setText(trouble.title)
        self._sentence.setText(trouble.sentence)
        self._step.setText(trouble.step)
        self.setAccessibleName(f"{trouble.title}. {trouble.sentence} {trouble.step}")
        self._busy.setVisible(trouble.busy)
        self.button.setVisible(bool(trouble.button))
        self.button.setText(trouble.button)
