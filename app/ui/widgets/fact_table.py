"""A short read-only list: when, what, how much; rebuilt only when its facts differ."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.ui.design.look import Look

Fact = tuple[str, ...]


class FactTable(QTableWidget):
    """Rows of words under titles; the `wide` column takes the room."""

    def __init__(
        self, look: Look, name: str, titles: Sequence[str], widths: Sequence[int], wide: int, empty: str
    ) -> None:
        super().__init__(0, len(titles))
        self._look = look
        self._facts: Sequence[Fact] = ()
        self._empty = empty
        self._right: frozenset[int] = frozenset()
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(titles))
        self.setFont(look.font("small"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        self.verticalHeader().setMinimumSectionSize(26)
        header = self.horizontalHeader()
        header.setFont(look.font("caption"))
        header.setFixedHeight(28)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for section, width in enumerate(widths):
            mode = QHeaderView.ResizeMode.Stretch if section == wide else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(section, mode)
            self.setColumnWidth(section, width)

    def wrap(self) -> "FactTable":
        """Let long words take several lines, for lists that hold sentences."""
        self.setWordWrap(True)
        return self

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these rows, newest first as given; says so when there are none."""
        if list(facts) == list(self._facts) and self.rowCount():
            return
        self._facts = facts
        self.clearSpans()
        self.clearContents()
        self.setRowCount(max(1, len(facts)))
        if not facts:
            self._put(0, 0, self._empty, "faint")
            self.setSpan(0, 0, 1, self.columnCount())
        for row, fact in enumerate(facts):
            for section, text in enumerate(fact):
                self._put(row, section, text, "text" if section else "muted")
        if self.wordWrap():
            self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences break anew at another width."""
        super().resizeEvent(event)
        if self.wordWrap():
            self.resizeRowsToContents()

    def _put(self, row: int, section: int, text: str, colour: str) -> None:
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        item.setForeground(self._look.colour(colour))
        self.setItem(row, section, item)

    def recolour(self) -> None:
        """Draw again in the theme in force."""
        facts, self._facts = self._facts, ()
        self.setRowCount(0)
        self.show_facts(facts)
