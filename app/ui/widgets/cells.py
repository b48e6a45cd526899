"""The painters of the floor table's cells: each draws one column from an agent's row and keeps only caches."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

from app.ui.design.look import Look
from app.ui.design.tokens import FontRole
from app.ui.models.columns import COLUMNS, NEAR, Column, session_share, used_share
from app.ui.models.moment import Instant, since
from app.ui.models.order import is_pinned
from app.ui.models.wording import STATES, reason_words, slot_words, state_step, state_words, stopwatch
from app.ui.widgets.sparklines import Sparklines
from app.wire.feed import FloorAgent

PAD = 8
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

MOST_WIDTHS = 4_096
"""Texts whose width is remembered: several screens full of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where something is painted."""

    painter: QPainter
    rect: QRect


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Spot):
    """What a painter of the floor table is handed: where, for whom, and when."""

    agent: FloorAgent
    now: Instant


def level_colour(used: float) -> str:
    """The meaning of a share of a limit: quiet, near, reached."""
    if used >= 1.0:
        return "danger"
    return "warn" if used >= NEAR else "accent"


class CellPainter(QObject):
    """Paints cells by column id, with measures and pixmaps kept between paints until the look changes."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._sparks = Sparklines(look)
        self._metrics: dict[str, QFontMetrics] = {}
        self._pixmaps: dict[tuple[str, str, int], QPixmap] = {}
        self._widths: dict[tuple[str, str], int] = {}
        # A slot of this object: the look outlives it, and would keep a bare dict's method, and all in it.
        look.changed.connect(self._forget)
        self._by_column = {
            "agent": self._agent,
            "state": self._state,
            "session": self._session,
            "hour": self._hour,
            "spark": self._spark,
            "refusals": self._refusals,
        }

    def _forget(self) -> None:
        self._pixmaps.clear()
        self._sparks.forget()

    def paint(self, column: Column, cell: Cell) -> None:
        """Draw one cell over the row's background."""
        special = self._by_column.get(column.id)
        if special is not None:
            special(cell)
            return
        room = cell.rect.adjusted(PAD, 0, -PAD, 0)
        colour = "text" if column.right else "muted"
        self._write(cell, room, column.text(cell.agent, cell.now), "body", colour, RIGHT if column.right else LEFT)

    def _write(
        self,
        cell: Spot,
        room: QRect,
        text: str,
        role: FontRole,
        colour: str | QColor,
        align: Qt.AlignmentFlag,
    ) -> int:
        painter = cell.painter
        painter.setFont(self._look.font(role))
        painter.setPen(self._look.colour(colour) if isinstance(colour, str) else colour)
        width = self._width(role, text)
        if width > room.width():
            text = self._measure(role).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(align), text)
        return min(width, room.width())

    def _measure(self, role: FontRole) -> QFontMetrics:
        found = self._metrics.get(role)
        if found is None:
            font: QFont = self._look.font(role)
            found = self._metrics[role] = QFontMetrics(font)
        return found

    def _width(self, role: FontRole, text: str) -> int:
        found = self._widths.get((role, text))
        if found is None:
            if len(self._widths) > MOST_WIDTHS:
                self._widths.clear()
            found = self._widths[(role, text)] = self._measure(role).horizontalAdvance(text)
        return found

    def _icon(self, cell: Spot, at: QPoint, name: str, colour: str, size: int = 14) -> None:
        key = (name, colour, size)
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            ratio = cell.painter.device().devicePixelRatioF()
            pixmap = self._look.icon(name, colour).pixmap(size, size)
            pixmap.setDevicePixelRatio(max(1.0, min(ratio, pixmap.width() / size)))
            self._pixmaps[key] = pixmap
        cell.painter.drawPixmap(at, pixmap)

    def _agent(self, cell: Cell) -> None:
        agent = cell.agent
        self.named(cell, agent.name, pinned=is_pinned(agent, cell.now), quiet=agent.state == "offline")

    def _state(self, cell: Cell) -> None:
        lasted = since(cell.agent.state_since, cell.now)
        words, icon = state_words(cell.agent)
        width = self.chip(cell, cell.agent.state, state_step(cell.agent.state, lasted), words, icon)
        room = cell.rect.adjusted(PAD + width + 4, 0, -PAD, 0)
        if cell.agent.state != "offline":
            self._write(cell, room, stopwatch(lasted), "body", "muted", RIGHT)

    def chip(self, spot: Spot, state: str, step: int, words: str, icon: str) -> int:
        """A state as hue, icon and word, at the left; returns how wide it is."""
        chip = self._look.chip(state, step)
        width = min(self._width("body", words) + 34, spot.rect.width() - PAD)
        box = QRectF(spot.rect.left() + PAD, spot.rect.center().y() - 11.5, width, 24)
        spot.painter.setPen(self._look.edge(chip.ink))
        spot.painter.setBrush(self._look.colour(chip.fill))
        spot.painter.drawRoundedRect(box, 6, 6)
        self._icon(spot, QPoint(int(box.left()) + 7, int(box.center().y()) - 7), icon, chip.ink)
        self._write(spot, box.toRect().adjusted(26, 0, -4, 0), words, "body", chip.ink, LEFT)
        return width

    def _session(self, cell: Cell) -> None:
        session = cell.agent.session
        if session is None:
            self._write(cell, cell.rect.adjusted(PAD, 0, -PAD, 0), "–", "body", "faint", RIGHT)
            return
        self.timer(cell, session_share(cell.agent, cell.now), stopwatch(since(session.started_at, cell.now)))

    def timer(self, spot: Spot, part: float, text: str, *, over: bool = False) -> None:
        """A session's time on a bar of its whole span, marked at 80, 90 and 100 %; of one that is over, quietly."""
        room = spot.rect.adjusted(PAD, 0, -PAD, 0)
        colour = "accent" if over else level_colour(part)
        ink = ("muted" if over else "text") if colour == "accent" else colour
        self._write(spot, room.adjusted(0, 4, 0, -10), text, "body", ink, RIGHT)
        bar = QRectF(room.left(), spot.rect.bottom() - 9, room.width(), 3)
        self._bar(spot, bar, part, "faint" if colour == "accent" else colour)
        for mark in (NEAR, 0.9, 1.0):
            x = bar.left() + bar.width() * mark - 1
            spot.painter.fillRect(QRectF(x, bar.top() - 2, 1, 7), self._look.colour("border"))

    def words(self, spot: Spot, text: str, tone: str, *, right: bool) -> None:
        """Plain words or figures of a cell."""
        self._write(spot, spot.rect.adjusted(PAD, 0, -PAD, 0), text, "body", tone, RIGHT if right else LEFT)

    def named(self, spot: Spot, name: str, *, pinned: bool, quiet: bool) -> None:
        """Who the row is about; a pin says that it stays on top."""
        room = spot.rect.adjusted(PAD + 4, 0, -PAD, 0)
        if pinned:
            self._icon(spot, QPoint(room.left(), room.center().y() - 6), "pin", "warn")
            room.setLeft(room.left() + 18)
        self._write(spot, room, name, "strong", "muted" if quiet else "text", LEFT)

    def _bar(self, cell: Spot, bar: QRectF, part: float, colour: str) -> None:
        round_ = bar.height() / 2
        cell.painter.setPen(Qt.PenStyle.NoPen)
        cell.painter.setBrush(self._look.colour("track"))
        cell.painter.drawRoundedRect(bar, round_, round_)
        if part > 0:
            filled = QRectF(bar)
            filled.setWidth(max(bar.height(), bar.width() * min(1.0, part)))
            cell.painter.setBrush(self._look.colour(colour))
            cell.painter.drawRoundedRect(filled, round_, round_)

    def _hour(self, cell: Cell) -> None:
        agent = cell.agent
        room = cell.rect.adjusted(PAD, 0, -PAD, 0)
        part = used_share(agent)
        colour = level_colour(part)
        line = room.adjusted(0, 4, 0, -10)
        head = f"{agent.hour_used}/{agent.hour_limit}"
        wide = self._write(cell, line, head, "strong", "text" if colour == "accent" else colour, LEFT)
        if agent.limits_until is not None:
            self._icon(cell, QPoint(line.left() + wide + 4, line.center().y() - 6), "timer-outline", "accent", 12)
            wide += 16
        tail = f"· {slot_words(agent.hour_limit, agent.next_slot_at, cell.now)}"
        mark = 18 if part >= NEAR else 0
        self._write(cell, line.adjusted(wide + 5, 0, -mark, 0), tail, "body", "muted", LEFT)
        if part >= NEAR:
            icon = "alert-octagon" if part >= 1.0 else "alert"
            self._icon(cell, QPoint(room.right() - 13, line.center().y() - 6), icon, colour)
        bar = QRectF(room.left(), cell.rect.bottom() - 9, room.width(), 4)
        self._bar(cell, bar, 1.0 if agent.hour_limit == 0 else part, colour)

    def _spark(self, cell: Cell) -> None:
        room = cell.rect.adjusted(PAD, 7, -PAD, -7)
        picture = self._sparks.picture(
            cell.agent, room.width(), room.height(), cell.painter.device().devicePixelRatioF()
        )
        cell.painter.drawPixmap(room.topLeft(), picture)

    def _refusals(self, cell: Cell) -> None:
        agent = cell.agent
        room = cell.rect.adjusted(PAD, 0, -PAD, 0)
        if agent.refusals_hour == 0:
            self._write(cell, room, "–", "body", "faint", LEFT)
            return
        wide = self._write(cell, room, f"{agent.refusals_hour:,}", "strong", "text", LEFT)
        if agent.last_refusal is not None:
            rest = room.adjusted(wide + 8, 0, 0, 0)
            self._write(cell, rest, reason_words(agent.last_refusal.code), "body", "muted", LEFT)


def columns_of(look: Look) -> tuple[Column, ...]:
    """The columns as wide as the language in force needs: a state's word must not push its timer out of sight."""
    metrics = QFontMetrics(look.font("body"))
    word = max(metrics.horizontalAdvance(words.said) for words in STATES.values())
    least = word + 34 + 2 * PAD + 4 + metrics.horizontalAdvance("00:00")
    return tuple(
        replace(column, narrow=max(column.narrow, least)) if column.id == "state" else column for column in COLUMNS
    )
