"""The floor view: strip, table, the chosen agent beside it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.ui.design.look import Look
from app.ui.models.agents_model import AgentsModel
from app.ui.views.filter_bar import FilterBar
from app.ui.views.floor_table import FloorTable
from app.ui.views.selection_bar import SelectionBar
from app.ui.views.strip_view import StripView


class FloorPage(QWidget):
    """Strip above, table and detail side by side. The detail's plots are imported after the first paint."""

    def __init__(self, look: Look, agents: AgentsModel) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("canvas")
        self.strip = StripView(look)
        self.table = FloorTable(look, agents)
        self.filters = FilterBar(look)
        self.selection = SelectionBar(look)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._table_card = QFrame()
        self._table_card.setProperty("role", "card")
        inner = QVBoxLayout(self._table_card)
        inner.setContentsMargins(1, 1, 1, 6)
        inner.addWidget(self.filters)
        self.views = QStackedWidget()
        self.views.addWidget(self.table)
        inner.addWidget(self.views, 1)
        inner.addWidget(self.selection)
        self.side = QWidget()
        self._side_box = QHBoxLayout(self.side)
        self._side_box.setContentsMargins(0, 0, 0, 0)
        self.splitter.addWidget(self._table_card)
        self.splitter.addWidget(self.side)
        self.splitter.setHandleWidth(12)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 0, 16, 0)
        box.setSpacing(12)
        box.addWidget(self.strip)
        box.addWidget(self.splitter, 1)

    def set_side(self, detail: QWidget) -> None:
        """Put the detail pane beside the table."""
        self._side_box.addWidget(detail)

    def share_out(self) -> None:
        """Give the detail 28 % of the width, within bounds, and the table the rest."""
        width = self.splitter.width() - 12
        side = max(346, min(540, int(width * 0.28)))
        self.splitter.setSizes([width - side, side])
        QTimer.singleShot(0, self.table, self.table.fit_columns)
