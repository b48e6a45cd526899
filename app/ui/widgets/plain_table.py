"""A table of texts as they stand in a file: columns that come with the answer, cells that are only read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.ui.design.look import Look

ROW_HEIGHT = 28
_WIDEST = 220
_NARROWEST = 72


class PlainTable(QTableWidget):
    """The first rows of a file."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFont(look.font("body"))
        self.horizontalHeader().setFont(look.font("caption"))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)

    def show_texts(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show these, and nothing of what was shown before; columns are as wide as their first rows ask for."""
        self.clear()
        self.setColumnCount(len(columns))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(list(columns))
        metrics = self.fontMetrics()
        for at, title in enumerate(columns):
            texts = [title, *(row[at] for row in rows)]
            for place, text in enumerate(texts[1:]):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(place, at, item)
            widest = max(metrics.horizontalAdvance(text) for text in texts) + 24
            self.setColumnWidth(at, max(_NARROWEST, min(_WIDEST, widest)))

    @property
    def titles(self) -> list[str]:
        """The columns that are shown."""
        heads = (self.horizontalHeaderItem(at) for at in range(self.columnCount()))
        return [head.text() for head in heads if head is not None]
