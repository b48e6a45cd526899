"""The bar under the table while several agents are chosen: how many, and what can be done for all."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from app.ui.design.look import Look
from app.ui.tongue import tr
from app.ui.widgets.labels import label


class SelectionBar(QFrame):
    """Shown from two chosen agents on; asks by signal."""

    asked = Signal(str)
    """pause, resume, end, edit or clear."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("role", "inset")
        self.setAccessibleName(tr("Several agents chosen"))
        self.count = label(look, "", "strong")
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(8)
        row.addWidget(self.count)
        row.addStretch(1)
        for id_, words, icon in (
            ("pause", tr("Pause"), "pause"),
            ("resume", tr("Resume"), "play"),
            ("end", tr("End"), "stop"),
            ("edit", tr("Edit limits"), "tune-variant"),
            ("clear", "", "close"),
        ):
            row.addWidget(self._button(id_, words, icon))
        self.hide()
        look.changed.connect(self._paint_icons)
        self._paint_icons()

    def _button(self, id_: str, words: str, icon: str) -> QPushButton:
        button = QPushButton(words)
        button.setIconSize(QSize(14, 14))
        button.setProperty("icon_name", icon)
        if not words:
            button.setProperty("kind", "quiet")
            button.setToolTip(tr("Choose only one again (Esc)"))
            button.setAccessibleName(tr("Choose only one again"))
            button.setFixedWidth(34)
        button.clicked.connect(lambda: self.asked.emit(id_))
        self.buttons[id_] = button
        return button

    def _paint_icons(self) -> None:
        for button in self.buttons.values():
            button.setIcon(self._look.icon(str(button.property("icon_name"))))

    def show_chosen(self, chosen: int, *, sessions: bool, limits: bool) -> None:
        """Say how many are chosen and offer what this user may do."""
        self.count.setText(tr("%Ln agents chosen", "", chosen))
        for id_ in ("pause", "resume", "end"):
            self.buttons[id_].setVisible(sessions)
        self.buttons["edit"].setVisible(limits)
        self.setVisible(chosen > 1)
