"""Sparklines of sixty minutes, drawn once and kept until their row's figures change."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF

from app.ui.design.look import Look
from app.wire.feed import FloorAgent

MOST_KEPT = 256
"""More rows than any screen shows: a picture for each of a thousand agents is memory that nobody looks at."""


class Sparklines:
    """Pictures by agent; a picture of other figures, another size or another theme is drawn anew."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._kept: dict[str, tuple[tuple[int, int, float], list[int], QPixmap]] = {}

    def forget(self) -> None:
        """Draw all anew: the look is another."""
        self._kept.clear()

    def picture(self, agent: FloorAgent, width: int, height: int, ratio: float) -> QPixmap:
        """The agent's sparkline in logical pixels, at the screen's ratio."""
        size = (width, height, ratio)
        kept = self._kept.pop(agent.id, None)
        if kept is not None and kept[0] == size and kept[1] == agent.minutes:
            # Put back as the newest: what goes first was not looked at for longest.
            self._kept[agent.id] = kept
            return kept[2]
        if len(self._kept) >= MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        picture = self._draw(agent.minutes, width, height, ratio)
        self._kept[agent.id] = (size, agent.minutes, picture)
        return picture

    def _draw(self, minutes: list[int], width: int, height: int, ratio: float) -> QPixmap:
        picture = QPixmap(max(1, int(width * ratio)), max(1, int(height * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = height - 1.5
        painter.fillRect(QRectF(0, base, width, 1), self._look.colour("track"))
        if any(minutes):
            line = _smooth_line(minutes, width, base)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("spark_fill"))
            painter.drawPolygon(QPolygonF([QPointF(0, base), *line, QPointF(width - 1, base)]))
            painter.setPen(QPen(self._look.colour("spark"), 1.0))
            painter.drawPolyline(QPolygonF(line))
        painter.end()
        return picture


def _smooth_line(minutes: list[int], width: int, base: float) -> list[QPointF]:
    # Whole calls a minute are 0, 1 or 2: the mean of five shows the pace instead of a comb.
    paced = [sum(minutes[max(0, at - 4) : at + 1]) / min(5, at + 1) for at in range(len(minutes))]
    top = max(*paced, 1.0)
    step = (width - 1) / max(1, len(paced) - 1)
    return [QPointF(at * step, base - (base - 1.5) * value / top) for at, value in enumerate(paced)]
