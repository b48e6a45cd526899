"""What every section of the admin's view is: a title, what it is for, its buttons, and a line for what went wrong."""

from collections.abc import Callable
from typing import Any, Literal, TypeVar

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.bridge import Trouble
from app.ui.page import Place
from app.ui.ports import GatewayPort
from app.ui.tongue import tr
from app.ui.widgets.labels import label, paragraph
from app.ui.widgets.rows_table import RowsTable

Answer = TypeVar("Answer")
Deed = Literal["make_new", "change_chosen", "end_chosen"]


class SectionPane(QWidget):
    """One section. It asks anew when it is opened; an answer to what was asked of another tenant is dropped."""

    def __init__(self, place: Place, title: str, what_for: str) -> None:
        super().__init__()
        self.place = place
        self.look = place.look
        self._turn = 0
        self._icons: list[tuple[QPushButton, str, str]] = []
        self.words = paragraph(place.look, what_for)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.trouble = QFrame()
        self.trouble.setProperty("role", "problem")
        self._trouble_words = paragraph(place.look, "", "text")
        self.again = QPushButton(tr("Ask again"))
        self._lists: list[tuple[RowsTable[Any], str]] = []
        self._frame_in(title)
        place.look.changed.connect(self._paint_icons)

    def _frame_in(self, title: str) -> None:
        inner = QHBoxLayout(self.trouble)
        inner.setContentsMargins(12, 8, 12, 8)
        inner.addWidget(self._trouble_words, 1)
        inner.addWidget(self.again)
        self.trouble.hide()
        self.again.clicked.connect(lambda _=False: self.refresh())
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(label(self.look, title, "title"))
        said.addWidget(self.words)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(said, 1)
        head.addLayout(self.buttons)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addLayout(head)
        box.addWidget(self.trouble)
        box.addLayout(self.body, 1)

    def card(self, widget: QWidget) -> QFrame:
        """Put a widget into a card."""
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.setSpacing(8)
        inside.addWidget(widget, 1)
        return card

    def listed(self, table: RowsTable[Any]) -> QFrame:
        """A list in its card; it says that nothing is known, and not that there is nothing, where nothing is."""
        self._lists.append((table, table.empty))
        table.empty = tr("Asking the engine …")
        return self.card(table)

    def button(self, words: str, icon: str, act: Callable[[], object], kind: str = "") -> QPushButton:
        """A button with its icon; the caller puts it where it belongs."""
        made = QPushButton(words)
        made.setAutoDefault(False)
        if kind:
            made.setProperty("kind", kind)
        made.clicked.connect(lambda _=False: act())
        self._icons.append((made, icon, "accent_ink" if kind == "primary" else "muted"))
        made.setIcon(self.look.icon(icon, self._icons[-1][2]))
        return made

    def _paint_icons(self) -> None:
        for button, icon, colour in self._icons:
            button.setIcon(self.look.icon(icon, colour))

    def ask(
        self,
        question: Callable[[GatewayPort], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[Trouble], None] | None = None,
    ) -> None:
        """Ask the engine in this section's name; a failure is said on top of it unless `failed` takes it."""
        turn = self._turn
        said = failed or self.say_trouble_of
        self.place.bridge.ask(
            question,
            self,
            lambda answer: done(answer) if turn == self._turn else None,
            lambda trouble: said(trouble) if turn == self._turn else None,
        )

    def say_trouble_of(self, trouble: Trouble) -> None:
        """Show why the engine was not asked or said no."""
        self.say_trouble(str(trouble))

    def say_trouble(self, sentence: str) -> None:
        """Show what went wrong; empty takes it away."""
        self._trouble_words.setText(sentence)
        self.trouble.setAccessibleName(sentence)
        self.trouble.setVisible(bool(sentence))
        for table, empty in self._lists:
            table.empty = tr("The engine did not say") if sentence else empty
            table.viewport().update()

    @property
    def trouble_words(self) -> str:
        """What is said to be wrong, empty if nothing is."""
        return "" if self.trouble.isHidden() else self._trouble_words.text()

    def foot(self) -> QWidget | None:
        """The lowest button that is seen, if it stands in the last quarter of the section; None if none does."""
        seen = [button for button in self.findChildren(QPushButton) if button.isVisible()]
        lowest = max(seen, key=self._bottom, default=None)
        return lowest if lowest is not None and self._bottom(lowest) > self.height() * 3 // 4 else None

    def _bottom(self, widget: QWidget) -> int:
        return widget.mapTo(self, widget.rect().bottomLeft()).y()

    def search_field(self) -> QLineEdit | None:
        """Where `/` goes; None if there is nothing to search."""
        return None

    def refresh(self) -> None:
        """Nothing to fetch by default: asked when the section is opened and after something was done."""

    def enter(self) -> None:
        """The section is seen."""
        self.refresh()

    def leave(self) -> None:
        """Nothing to stop by default: the section is no longer seen."""

    def tick(self) -> None:
        """Nothing counts on by default: a second went by while the section is seen."""

    def relink(self) -> None:
        """Another tenant or user: late answers are of the old one."""
        self._turn += 1
        self.say_trouble("")

    def offers(self, deed: Deed) -> bool:
        """Whether this section has a deed of its own under that key: what it left as it is below does nothing."""
        return getattr(type(self), deed) is not getattr(SectionPane, deed)

    def make_new(self) -> None:
        """Nothing to make by default: the key for a new one."""

    def change_chosen(self) -> None:
        """Nothing to change by default: the key for the chosen one."""

    def end_chosen(self) -> None:
        """Nothing to end by default: the key that revokes, disables, removes."""
