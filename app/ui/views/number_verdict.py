"""What is known of one number that was looked for: on which list, since when, by whom and why."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from app.ui.design.look import Look
from app.ui.models.list_words import verdict_of, why_words
from app.ui.widgets.labels import label, paragraph, set_tone
from app.wire.suppressions import NumberLookUp


class NumberVerdict(QFrame):
    """Hidden until a number was found or not found."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.found: NumberLookUp | None = None
        self._icon = QLabel()
        self._words = label(look, "", "strong")
        self._why = paragraph(look, "", "text")
        self.setProperty("role", "inset")
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._icon)
        said.addWidget(self._words, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(4)
        box.addLayout(said)
        box.addWidget(self._why)
        self.hide()
        look.changed.connect(self._paint)

    def show_found(self, found: NumberLookUp) -> None:
        """Say it."""
        self.found = found
        words, _, tone = verdict_of(found)
        self._words.setText(words)
        set_tone(self._words, tone)
        self._why.setText(why_words(found))
        self.setAccessibleName(f"{words}. {self._why.text()}")
        self._paint()
        self.show()

    def clear(self) -> None:
        """No number is looked for."""
        self.found = None
        self.hide()

    def _paint(self) -> None:
        if self.found is not None:
            _, icon, tone = verdict_of(self.found)
            self._icon.setPixmap(self._look.icon(icon, tone).pixmap(16, 16))
