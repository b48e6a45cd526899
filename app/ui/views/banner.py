"""A banner over a floor that stays on screen: what is wrong, and what is being done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from app.ui.design.look import Look
from app.ui.widgets.labels import ElidedLabel, set_flag


class Banner(QFrame):
    """Icon, sentence, and one thing to do."""

    pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(44)
        self._icon = QLabel()
        self.text = ElidedLabel(look, "", "strong")
        self.button = QPushButton()
        self.button.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 6, 0)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.hide()

    def say(self, icon: str, text: str, button: str = "", *, problem: bool = True) -> None:
        """Show a sentence; without a button's words there is none."""
        set_flag(self, "role", "problem" if problem else "warning")
        self._icon.setPixmap(self._look.icon(icon, "danger" if problem else "warn").pixmap(18, 18))
        self.text.setText(text)
        self.setAccessibleName(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.show()
