"""The frame of every dialog: a title, a body, the answer's buttons, and a line for what went wrong."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.design.look import Look
from app.ui.tongue import tr
from app.ui.widgets.focus_chain import focus_chain
from app.ui.widgets.labels import label, paragraph, rule


class Sheet(QDialog):
    """A dialog in the program's look; subclasses fill `body` and listen to `go`."""

    def __init__(
        self, look: Look, parent: QWidget, title: str, go: str, *, kind: str = "primary", width: int = 480
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(width)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.trouble = QFrame()
        self.trouble.setProperty("role", "problem")
        self._trouble_text = paragraph(look, "", "text")
        self.go = QPushButton(go)
        self.go.setProperty("kind", kind)
        self.go.setDefault(True)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.buttons = QHBoxLayout()
        self._frame_in(title)

    def _frame_in(self, title: str) -> None:
        inner = QHBoxLayout(self.trouble)
        inner.setContentsMargins(12, 8, 12, 8)
        inner.addWidget(self._trouble_text)
        self.trouble.hide()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.go)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(16)
        box.addWidget(label(self._look, title, "heading"))
        box.addLayout(self.body)
        box.addWidget(self.trouble)
        box.addWidget(rule())
        box.addLayout(self.buttons)

    def field(self, words: str, widget: QWidget, hint: str = "") -> QLabel:
        """Add a named field; returns the line under it, which holds the hint or what is wrong."""
        name = label(self._look, words, "strong")
        name.setBuddy(widget)
        widget.setAccessibleName(words)
        note = label(self._look, hint, "caption", "muted")
        note.setWordWrap(True)
        block = QVBoxLayout()
        block.setSpacing(4)
        block.addWidget(name)
        block.addWidget(widget)
        block.addWidget(note)
        self.body.addLayout(block)
        return note

    def say_trouble(self, sentence: str) -> None:
        """Show what went wrong; empty takes it away."""
        self._trouble_text.setText(sentence)
        self.trouble.setAccessibleName(sentence)
        self.trouble.setVisible(bool(sentence))

    def showEvent(self, event: QShowEvent) -> None:
        """As wide as its words need, in any language; and Tab goes through the body before the buttons under it."""
        super().showEvent(event)
        self._grow()
        self._order_tabs()

    def event(self, event: QEvent) -> bool:
        """What comes to be said later, a conflict or a trouble, gets room too."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._grow()
        return done

    def _grow(self) -> None:
        box = self.layout()
        if box is not None:
            self.setMinimumWidth(max(self.minimumWidth(), box.minimumSize().width()))
            self.resize(self.width(), max(self.height(), box.minimumHeightForWidth(self.width())))
            self._stay_on_screen()

    def _stay_on_screen(self) -> None:
        # It grows downwards: on a small screen its buttons would go over the edge.
        area, frame = self.screen().availableGeometry(), self.frameGeometry()
        over = frame.bottom() - area.bottom()
        if over > 0 and frame.top() > area.top():
            self.move(frame.left(), max(area.top(), frame.top() - over))

    def _order_tabs(self) -> None:
        places = (self.buttons.itemAt(at) for at in range(self.buttons.count()))
        buttons = [widget for place in places if place is not None and (widget := place.widget()) is not None]
        last: QWidget | None = None
        for widget in focus_chain(self):
            # Qt passes over an order that names a widget which takes no focus.
            stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
            last = widget if stops and widget not in buttons else last
        # The last first, each right behind the body: the other way round Qt leaves neighbours where they are.
        for button in reversed(buttons):
            if last is not None:
                QWidget.setTabOrder(last, button)

    def wait(self, waiting: bool) -> None:
        """While the engine is asked, the answer cannot be given twice."""
        self.go.setEnabled(not waiting)
