"""Cells of the floor table, painted once and kept: rows that only move are copied, not drawn again."""

from typing import Protocol

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.ui.design.look import Look
from app.ui.models.agents_model import AgentsModel
from app.ui.models.columns import COLUMNS, Column
from app.ui.models.moment import Instant
from app.ui.models.order import is_pinned
from app.ui.widgets.cells import Cell, CellPainter
from app.wire.feed import FloorAgent

TICKING = ("state", "session", "hour")
"""Columns that hold a timer: they are drawn anew each second."""
MOST_KEPT = 1_200
"""Cells kept, about two screens of the largest kind: 20 MB at most."""


class RowsShown(Protocol):
    """What the delegate asks of the table."""

    agents: AgentsModel
    now: Instant
    hovered_row: int

    def chosen_row(self) -> int:
        """The chosen agent's row."""
        ...

    def is_marked(self, row: int) -> bool:
        """Whether the row is chosen, alone or among several."""
        ...

    def is_first(self, section: int) -> bool:
        """Whether a column stands leftmost."""
        ...

    def hasFocus(self) -> bool:
        """Whether keys go to the table."""
        ...


MARKED, HOVERED, CHOSEN, FOCUSED = 1, 2, 4, 8
"""What lies under a cell: the row's hue, and the bar of the chosen row."""
Stamp = tuple[int, int, int, float]
"""Ground, second, width, and the screen's ratio: with the agent's row, everything that a picture was drawn from."""


class RowDelegate(QStyledItemDelegate):
    """Background of the row, then the column's painter; a picture of both is kept until one of them is another.

    A table that is sorted by a live figure moves its rows with every batch and Qt then paints all of them:
    copying 230 pictures costs a third of drawing 230 cells.
    """

    def __init__(self, look: Look, table: RowsShown, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._table = table
        self._cells = CellPainter(look, self)
        self._kept: dict[tuple[str, str], tuple[FloorAgent, Stamp, QPixmap]] = {}
        self._now: Instant | None = None
        self._second = 0
        # A slot of this object: the look outlives the table, and would keep a bare dict's method, and all in it.
        look.changed.connect(self._forget)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        rect: QRect = option.rect
        row, column = index.row(), COLUMNS[index.column()]
        agent = self._table.agents.agent_at(row)
        ground = self._ground(row, index.column())
        stamp = (ground, self._moment(column, agent), rect.width(), painter.device().devicePixelRatioF())
        kept = self._kept.get((agent.id, column.id))
        if kept is None or kept[0] is not agent or kept[1] != stamp:
            kept = (agent, stamp, self._draw(rect, stamp, column, agent))
            self._keep(agent.id, column.id, kept)
        painter.drawPixmap(rect.topLeft(), kept[2])

    def _forget(self) -> None:
        self._kept.clear()

    def _keep(self, agent_id: str, column: str, kept: tuple[FloorAgent, Stamp, QPixmap]) -> None:
        if len(self._kept) >= MOST_KEPT:
            # What is on screen is drawn anew at once; a list of the least used would cost more than that.
            self._kept.clear()
        self._kept[agent_id, column] = kept

    def _moment(self, column: Column, agent: FloorAgent) -> int:
        now = self._table.now
        if now is not self._now:
            self._now, self._second = now, int(now.timestamp())
        if column.id in TICKING:
            return self._second
        return is_pinned(agent, now) if column.id == "agent" else 0

    def _ground(self, row: int, section: int) -> int:
        table = self._table
        ground = MARKED if table.is_marked(row) else HOVERED if row == table.hovered_row else 0
        if row == table.chosen_row() and table.is_first(section):
            ground |= FOCUSED if table.hasFocus() else CHOSEN
        return ground

    def _draw(self, rect: QRect, stamp: Stamp, column: Column, agent: FloorAgent) -> QPixmap:
        ground, _, _, ratio = stamp
        picture = QPixmap(max(1, round(rect.width() * ratio)), max(1, round(rect.height() * ratio)))
        picture.setDevicePixelRatio(ratio)
        # Opaque, so that it is copied and not blended, and letters keep the screen's own smoothing.
        picture.fill(self._look.colour("surface"))
        room = QRect(QPoint(0, 0), rect.size())
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._background(painter, room, ground)
        self._cells.paint(column, Cell(painter=painter, rect=room, agent=agent, now=self._table.now))
        painter.end()
        return picture

    def _background(self, painter: QPainter, rect: QRect, ground: int) -> None:
        if ground & (MARKED | HOVERED):
            painter.fillRect(rect, self._look.colour("selected" if ground & MARKED else "hover"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._look.colour("hairline"))
        if ground & (CHOSEN | FOCUSED):
            bar = self._look.colour("focus" if ground & FOCUSED else "accent")
            wide = self._look.theme.ring + 1
            painter.fillRect(QRect(rect.left(), rect.top(), wide, rect.height()), bar)
