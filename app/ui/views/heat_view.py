"""The heat map: one row an agent in the table's order, one column a minute, painted as one indexed image."""

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea

from app.ui.design.look import Look
from app.ui.models.agents_model import AgentsModel
from app.ui.models.heat import BLOCKED, HOTTEST, MINUTES, PACE, REFUSED, Heat, Levels, explain
from app.ui.models.moment import Instant
from app.ui.tongue import tr
from app.wire.feed import FloorAgent

LABEL, HEAD, ROW, READABLE = 184, 26, 20, 13
"""Widths and heights in pixels: labels, the axis, a row one can read, and the least that holds a name."""
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -20, Qt.Key.Key_PageDown: 20}
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class HeatView(QAbstractScrollArea):
    """Says which agent was chosen and what is under the pointer."""

    chosen = Signal(str)
    opened = Signal(str)
    explained = Signal(str)

    def __init__(self, look: Look, agents: AgentsModel) -> None:
        super().__init__()
        self._look = look
        self._agents = agents
        self._heat = Heat()
        self.levels: Levels = np.zeros((0, MINUTES), dtype=np.uint8)
        self._colours: list[int] = []
        self.now: Instant = agents.now
        self.chosen_id = ""
        self.fit_all = False
        self._column = MINUTES - 1
        self.setAccessibleName(tr("Heat map of calls, one row an agent, one column a minute"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(ROW * 3)
        look.changed.connect(self._recolour)
        self._recolour()

    def _recolour(self) -> None:
        self._colours = [colour.rgb() for colour in scale_colours(self._look)]
        self.viewport().update()

    def refresh(self, now: Instant) -> None:
        """Rows, their order or the minute may be another: paint what is in sight anew."""
        self.now = now
        self._fit_bar()
        self.viewport().update()

    def choose(self, agent_id: str) -> None:
        """Mark an agent's row and bring it into sight."""
        self.chosen_id = agent_id
        row = self._agents.row_of(agent_id)
        if row is not None:
            top, bar = row * self.row_height, self.verticalScrollBar()
            bar.setValue(int(min(max(bar.value(), top + self.row_height - self._room()), top)))
        self.viewport().update()

    def fit(self, fit_all: bool) -> None:
        """The whole floor at once, or rows one can read."""
        self.fit_all = fit_all
        self._fit_bar()
        self.choose(self.chosen_id)

    @property
    def row_height(self) -> float:
        """Pixels a row takes; under one when a large floor is fitted."""
        rows = max(1, self._agents.rowCount())
        return self._room() / rows if self.fit_all else float(ROW)

    def _room(self) -> int:
        return max(1, self.viewport().height() - HEAD)

    def _fit_bar(self) -> None:
        rest = int(self._agents.rowCount() * self.row_height) - self._room()
        self.verticalScrollBar().setRange(0, 0 if self.fit_all else max(0, rest))
        self.verticalScrollBar().setPageStep(self._room())

    def _cell_width(self) -> float:
        return (self.viewport().width() - LABEL - 8) / MINUTES

    def cell(self, row: int, column: int) -> QRectF:
        """Where a minute of an agent is painted, in the viewport."""
        height, width = self.row_height, self._cell_width()
        return QRectF(LABEL + column * width, HEAD + row * height - self.verticalScrollBar().value(), width, height)

    def _at(self, pos: QPoint) -> tuple[int, int] | None:
        if pos.y() < HEAD:
            return None
        row = int((pos.y() - HEAD + self.verticalScrollBar().value()) / self.row_height)
        column = int((pos.x() - LABEL) / self._cell_width()) if pos.x() >= LABEL else MINUTES - 1
        return (row, min(MINUTES - 1, column)) if row < self._agents.rowCount() else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """The image of the rows in sight, then names, axis and the chosen row's frame."""
        painter = QPainter(self.viewport())
        rows = self._agents.rowCount()
        if not rows:
            self.levels = self.levels[:0]
            painter.setPen(self._look.colour("muted"))
            painter.drawText(
                self.viewport().rect(), int(Qt.AlignmentFlag.AlignCenter), tr("No agent matches the filter.")
            )
            return
        first = int(self.verticalScrollBar().value() / self.row_height)
        last = min(rows, first + int(self._room() / self.row_height) + 2)
        # Only what is in sight is reckoned: a floor of thousands costs no more than a screen of it.
        order = self._agents.order[first:last]
        self.levels = self._heat.levels(order, self._agents.floor.agents, self.now)
        painter.setClipRect(QRect(0, HEAD, self.viewport().width(), self._room()))
        self._paint_cells(painter, first, last)
        self._paint_names(painter, first, last)
        painter.setClipping(False)
        self._paint_axis(painter)

    def _paint_cells(self, painter: QPainter, first: int, last: int) -> None:
        image = QImage(self.levels.data, MINUTES, last - first, MINUTES, QImage.Format.Format_Indexed8)
        image.setColorTable(self._colours)
        top, bottom = self.cell(first, 0), self.cell(last - 1, MINUTES - 1)
        # Qt scales 32-bit images by a fast path of its own, indexed ones pixel by pixel.
        wide = image.convertToFormat(QImage.Format.Format_RGB32)
        painter.drawImage(QRectF(top.topLeft(), bottom.bottomRight()).toAlignedRect(), wide)
        if self.row_height < READABLE:
            return
        line = self._look.colour("surface")
        for row in range(first, last):
            painter.fillRect(QRectF(LABEL, self.cell(row, 0).bottom() - 2, MINUTES * self._cell_width(), 2), line)
        for column in range(MINUTES):
            edge = self.cell(first, column)
            painter.fillRect(QRectF(edge.right() - 1, edge.top(), 1, bottom.bottom() - edge.top()), line)
        self._paint_marks(painter, first, last)

    def _paint_marks(self, painter: QPainter, first: int, last: int) -> None:
        # Not by colour alone: a cross is a refusal, a bar a minute blocked.
        ink = self._look.colour("canvas")
        painter.setPen(ink)
        for row, column in np.argwhere(self.levels == REFUSED):
            middle = self.cell(first + int(row), int(column)).center().toPoint()
            painter.drawLine(middle.x() - 3, middle.y() - 4, middle.x() + 2, middle.y() + 1)
            painter.drawLine(middle.x() - 3, middle.y() + 1, middle.x() + 2, middle.y() - 4)
        for row, column in np.argwhere(self.levels == BLOCKED):
            box = self.cell(first + int(row), int(column))
            painter.fillRect(QRectF(box.left() + 3, box.center().y() - 2, max(2.0, box.width() - 7), 2), ink)

    def _paint_names(self, painter: QPainter, first: int, last: int) -> None:
        chosen = self._agents.row_of(self.chosen_id)
        if chosen is not None and first <= chosen < last:
            self._paint_chosen(painter, chosen)
        painter.setFont(self._look.font("small"))
        metrics = QFontMetrics(self._look.font("small"))
        step = max(1, round(16 / self.row_height))
        for row in range(first - first % step, last, step):
            agent = self._agents.agent_at(row)
            box = QRectF(self.cell(row, 0).topLeft() - QPoint(LABEL, 0), self.cell(row + step - 1, 0).bottomLeft())
            if self.fit_all and box.bottom() > self.viewport().height() + 1:
                continue
            room = box.adjusted(12, 0, -10, 0)
            figure = f"{agent.hour_used}/{agent.hour_limit}"
            wide = metrics.horizontalAdvance(figure)
            name = metrics.elidedText(agent.name, Qt.TextElideMode.ElideRight, int(room.width()) - wide - 8)
            painter.setPen(self._look.colour("muted" if row != chosen else "text"))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), figure)
            painter.setPen(self._look.colour("text"))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), name)

    def _paint_chosen(self, painter: QPainter, row: int) -> None:
        box = QRectF(0, self.cell(row, 0).top(), LABEL, max(2.0, self.row_height))
        painter.fillRect(box, self._look.colour("selected"))
        painter.fillRect(QRectF(0, box.top(), 3, box.height()), self._look.colour("accent"))
        if self.hasFocus() and self.row_height >= READABLE:
            painter.setPen(self._look.ring())
            painter.drawRect(self.cell(row, self._column).adjusted(0, 0, -2, -2))

    def _paint_axis(self, painter: QPainter) -> None:
        painter.setFont(self._look.font("caption"))
        painter.setPen(self._look.colour("muted"))
        for back in (60, 45, 30, 15, 0):
            x = LABEL + (MINUTES - back) * self._cell_width()
            text = tr("{time} min ago").format(time=back) if back else tr("now")
            side = Qt.AlignmentFlag.AlignLeft if back else Qt.AlignmentFlag.AlignRight
            box = QRectF(x if back else x - 60, 0, 100 if back else 60, HEAD)
            painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), text)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Explain the cell under the pointer, and hold its row there."""
        spot = self._at(event.position().toPoint())
        self._agents.hold(None if spot is None else spot[0])
        self.explained.emit("" if spot is None else self._words(*spot))

    def _words(self, row: int, column: int) -> str:
        agent: FloorAgent = self._agents.agent_at(row)
        return explain(agent, column, self.now)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer left: rows may move again."""
        super().leaveEvent(event)
        self._agents.hold(None)
        self.explained.emit("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the agent."""
        spot = self._at(event.position().toPoint())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self._column = spot[1]
            self._take(spot[0])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click goes to the agent's row in the table."""
        if self._at(event.position().toPoint()) is not None:
            self.opened.emit(self.chosen_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from agent to agent and minute to minute; Enter goes to the row in the table."""
        key = Qt.Key(event.key())
        row = self._agents.row_of(self.chosen_id) or 0
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.chosen_id)
        elif key in _SIDEWAYS:
            self._column = min(MINUTES - 1, max(0, self._column + _SIDEWAYS[key]))
            self._take(row)
        elif key in _MOVES:
            self._take(min(self._agents.rowCount() - 1, max(0, row + _MOVES[key])))
        else:
            event.ignore()

    def _take(self, row: int) -> None:
        if not 0 <= row < self._agents.rowCount():
            return
        agent_id = self._agents.order[row]
        self.explained.emit(self._words(row, self._column))
        self.choose(agent_id)
        self.chosen.emit(agent_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer rows fit."""
        super().resizeEvent(event)
        self._fit_bar()


def scale_colours(look: Look) -> list[QColor]:
    """A colour a byte: no call, then blue up to the limit's pace, amber beyond it, and the two marks."""
    track, quiet, full = look.colour("raised"), look.colour("spark_fill"), look.colour("accent")
    over, most = look.colour("warn"), look.colour("danger")
    pale = mixed(look.colour("surface"), over, 0.4)
    colours = [track]
    for level in range(1, 256):
        if level <= PACE:
            colours.append(mixed(quiet, full, level / PACE))
        else:
            colours.append(mixed(pale, over, (level - PACE) / (HOTTEST - PACE)))
    colours[BLOCKED] = mixed(look.colour("danger_tint"), most, 0.45)
    colours[REFUSED] = most
    return colours


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """A colour between two, `share` of the way to the other."""
    part = min(1.0, max(0.0, share))
    return QColor(
        *(
            round(a + (b - a) * part)
            for a, b in zip(
                (one.red(), one.green(), one.blue()), (other.red(), other.green(), other.blue()), strict=True
            )
        )
    )
