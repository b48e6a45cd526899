"""The bar of edits that are not applied: how many, what stands in their way, and what can be done with them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from app.ui.design.look import Look
from app.ui.models.limit_draft import LimitDraft
from app.ui.tongue import tr
from app.ui.widgets.labels import ElidedLabel, set_tone

_BUTTONS = (
    ("undo", "undo-variant"),
    ("redo", "redo-variant"),
    ("discard", "close"),
    ("preview", "crystal-ball"),
    ("apply", "check"),
)


class PendingBar(QFrame):
    """Always there, so that nothing jumps: without edits it says how to make one."""

    asked = Signal(str)
    """undo, redo, discard, preview or apply."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("role", "inset")
        self.icon = QLabel()
        self.words = ElidedLabel(look, "", "strong")
        self.buttons: dict[str, QPushButton] = {}
        texts = {
            "undo": tr("Undo"),
            "redo": tr("Redo"),
            "discard": tr("Discard"),
            "preview": tr("What this would do…"),
            "apply": tr("Apply…"),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(8)
        row.addWidget(self.icon)
        row.addWidget(self.words, 1)
        for id_, _ in _BUTTONS:
            button = QPushButton(texts[id_])
            button.clicked.connect(lambda _=False, what=id_: self.asked.emit(what))
            self.buttons[id_] = button
            row.addWidget(button)
        self.buttons["apply"].setProperty("kind", "primary")
        look.changed.connect(self._paint)
        self.show_draft(LimitDraft(), edit=False)

    def show_draft(self, draft: LimitDraft, *, edit: bool) -> None:
        """Say how many edits wait, and how many of them someone else came between."""
        count, clashes = len(draft), len(draft.clashes)
        if clashes:
            said = tr("%n changes, not applied", "", count)
            decide = tr("someone else changed %n of them meanwhile: decide under Apply", "", clashes)
            self.words.setText(f"{said} · {decide}")
        elif count:
            self.words.setText(tr("%n changes, not applied", "", count))
        else:
            self.words.setText(tr("No changes. Enter, F2 or a double click on a cell edits it.") if edit else "")
        self._tone = "warn" if clashes else "accent" if count else "muted"
        set_tone(self.words, "warn" if clashes else "accent" if count else "muted")
        self.setAccessibleName(self.words.text())
        self.buttons["undo"].setEnabled(draft.can_undo)
        self.buttons["redo"].setEnabled(draft.can_redo)
        for id_ in ("discard", "preview", "apply"):
            self.buttons[id_].setEnabled(count > 0)
        self.setVisible(edit)
        self._paint()

    def _paint(self) -> None:
        name = {"warn": "account-alert", "accent": "pencil"}.get(self._tone, "pencil-outline")
        self.icon.setPixmap(self._look.icon(name, self._tone).pixmap(16, 16))
        for id_, icon in _BUTTONS:
            self.buttons[id_].setIcon(self._look.icon(icon, "accent_ink" if id_ == "apply" else "muted"))
