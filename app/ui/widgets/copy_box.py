"""Text to be copied, and the button that does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton

from app.ui.design.look import Look
from app.ui.tongue import tr


class CopyBox(QFrame):
    """Lines that are shown whole, read only; the button says when they were copied."""

    def __init__(self, look: Look, name: str, lines: int) -> None:
        super().__init__()
        self._look = look
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(name)
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(18 + 18 * lines)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.copy = QPushButton(tr("Copy"))
        self.copy.setAccessibleName(tr("Copy {what}").format(what=name))
        self.copy.clicked.connect(self._copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        look.changed.connect(self._paint_icon)
        self._paint_icon()

    def _paint_icon(self) -> None:
        self.copy.setIcon(self._look.icon("content-copy"))

    @property
    def text(self) -> str:
        """What would be copied."""
        return self._text.toPlainText()

    def show_text(self, text: str) -> None:
        """Offer this text."""
        if text != self.text:
            self._text.setPlainText(text)
            self.copy.setText(tr("Copy"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self.copy.setText(tr("Copied"))
