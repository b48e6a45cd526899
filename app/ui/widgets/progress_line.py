"""How far something long is: a thin bar and a line of words under it."""

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.ui.design.look import Look
from app.ui.widgets.labels import ElidedLabel


class ProgressLine(QWidget):
    """A bar without an end until the total is known."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(name)
        self.words = ElidedLabel(look, "", "caption", "muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.bar)
        box.addWidget(self.words)

    def show_course(self, words: str, done: int, total: int | None) -> None:
        """So much is done, of so much if that is known."""
        self.bar.setRange(0, total or 0)
        if total:
            self.bar.setValue(min(done, total))
        self.words.setText(words)
