"""A card of the strip: one figure, what it is of, and how old it is."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from app.ui.design.look import Look
from app.ui.widgets.labels import ElidedLabel, Tone, label, set_tone


class Card(QFrame):
    """Title and icon, the figure with a small word beside it, two lines of what it rests on."""

    def __init__(self, look: Look, title: str, icon: str) -> None:
        super().__init__()
        self._look = look
        self._icon_name = icon
        self.setProperty("role", "card")
        self._title = ElidedLabel(look, title, "caption", "muted")
        self._icon = QLabel()
        self._age = label(look, "", "caption", "warn")
        self._figure = label(look, "–", "figure")
        self._beside = ElidedLabel(look, "", "caption", "muted")
        self._first = ElidedLabel(look, "", "caption", "muted")
        self._second = ElidedLabel(look, "", "caption", "muted")
        self._tone: Tone = "text"
        self._lay_out()
        look.changed.connect(self._paint_icon)
        self._paint_icon()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._title, 1)
        head.addWidget(self._age)
        head.addWidget(self._icon)
        middle = QHBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self._figure)
        middle.addWidget(self._beside, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 10)
        box.setSpacing(1)
        box.addLayout(head)
        box.addLayout(middle)
        box.addWidget(self._first)
        box.addWidget(self._second)

    def _paint_icon(self) -> None:
        colour = "faint" if self._tone == "text" else self._tone
        self._icon.setPixmap(self._look.icon(self._icon_name, colour).pixmap(16, 16))

    def show_figure(
        self, figure: str, beside: str = "", first: str = "", second: str = "", tone: Tone = "text"
    ) -> None:
        """Show a figure; a tone other than `text` also changes the icon to one that warns."""
        for part, text in (
            (self._figure, figure),
            (self._beside, beside),
            (self._first, first),
            (self._second, second),
        ):
            if part.text() != text:
                part.setText(text)
        set_tone(self._figure, tone)
        self.setAccessibleName(f"{self._title.text()}: {figure} {beside}. {first}. {second}".replace(" .", "."))
        if tone != self._tone:
            self._tone = tone
            self._paint_icon()

    def show_age(self, text: str) -> None:
        """Say how old the figure is; empty while it is fresh."""
        if self._age.text() != text:
            self._age.setText(text)
            self._icon.setVisible(not text)

    @property
    def tone(self) -> Tone:
        """How urgent the figure is."""
        return self._tone

    @property
    def words(self) -> str:
        """Everything the card says, for tests and screen readers."""
        return f"{self.accessibleName()} {self._age.text()}".strip()
