"""A banner over a floor that stays on screen: what is wrong, and what is being done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from app.ui.design.look import Look
from app.ui.widgets.labels import ElidedLabel, set_flag


class Banner(QFrame):
    """Icon, sentence, and one thing to do."""

    pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(56)
        self._icon = QLabel()
        self.text = ElidedLabel(look, "", "strong")
        self.step = ElidedLabel(look, "", "body", "text")
        self.button = QPushButton()
        self.button.clicked.connect(self.pressed)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addStretch(1)
        lines.addWidget(self.text)
        lines.addWidget(self.step)
        lines.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 6, 0)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addLayout(lines, 1)
        row.addWidget(self.button)
        self.hide()

    def say(self, icon: str, text: str, step: str, button: str = "") -> None:
        """Show what is wrong and the next step; without a button's words there is none."""
        set_flag(self, "role", "problem")
        self._icon.setPixmap(self._look.icon(icon, "danger").pixmap(18, 18))
        self.text.setText(text)
        self.step.setText(step)
        self.setAccessibleName(f"{text} {step}")
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.show()
