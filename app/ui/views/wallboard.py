"""The wallboard: full screen, no controls but Esc, pages that turn by themselves, painted by the screen's height."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.design.look import Look
from app.ui.models.truth import Truth, connecting
from app.ui.models.wall import MOST_ROWS, WallItem, WallPage
from app.ui.tongue import tr

TURN_MS = 12_000
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What stands on the wall: the pages, how true they are, and the engine's clock."""

    pages: tuple[WallPage, ...]
    truth: Truth
    clock: str


class Wallboard(QWidget):
    """Letters are at least a thirtieth of the height: on a 65 cm high screen that is 2 cm, read from 3 m and more."""

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._look = look
        self.shown = Shown(pages=(), truth=connecting(), clock="")
        self.page = 0
        self.setWindowTitle(tr("Dialfloor wallboard"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._turning = QTimer(self)
        self._turning.setInterval(TURN_MS)
        self._turning.timeout.connect(self.turn)
        self._turning.start()
        look.changed.connect(self.update)

    @property
    def live(self) -> bool:
        """Whether the figures are the floor's present."""
        return bool(self.shown.pages) and not self.shown.truth.old and self.shown.truth.colour == "ok"

    @property
    def words(self) -> str:
        """What the page says, for tests and screen readers."""
        if not self.live:
            return f"{self.shown.truth.text}. {self._stale_words}"
        page = self.shown.pages[self.page]
        said = [f"{item.label} {item.figure} {item.note}".strip() for item in page.items] or [page.empty]
        return f"{page.title}: {'; '.join(said)}"

    def show_floor(self, shown: Shown) -> None:
        """New figures, or how old they are by now."""
        if shown == self.shown:
            return
        self.shown = shown
        self.page = self.page % max(1, len(shown.pages))
        self.setAccessibleName(self.words)
        self.update()

    def turn(self) -> None:
        """The next page."""
        self.page = (self.page + 1) % max(1, len(self.shown.pages))
        self.setAccessibleName(self.words)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; nothing else does anything."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Turn no more pages."""
        self._turning.stop()
        self.closed.emit()
        super().closeEvent(event)

    def _font(self, share: float, weight: int = 600) -> QFont:
        font = QFont(self._look.font("figure"))
        font.setPixelSize(max(8, round(self.height() * share)))
        font.setWeight(QFont.Weight(weight))
        return font

    def _ink(self, tone: str) -> QColor:
        return self._look.colour(tone)

    def _write(
        self, painter: QPainter, room: QRectF, text: str, font: QFont, tone: str, align: Qt.AlignmentFlag = _LEFT
    ) -> float:
        # A figure is made smaller rather than cut: half a number is a wrong number.
        wide = QFontMetricsF(font).horizontalAdvance(text)
        if wide > room.width() > 0:
            font = QFont(font)
            font.setPixelSize(max(8, int(font.pixelSize() * room.width() / wide)))
            wide = QFontMetricsF(font).horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(self._ink(tone))
        painter.drawText(room, int(align), text)
        return wide

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page, or that its figures are not to be trusted."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._look.colour("canvas"))
        edge = self.height() * 0.05
        body = QRectF(self.rect()).adjusted(edge, self.height() * 0.17, -edge, -edge)
        if not self.live:
            self._paint_stale(painter, body)
            return
        page = self.shown.pages[self.page]
        self._paint_head(painter, page, edge)
        if not page.items:
            self._write(painter, body, page.empty, self._font(0.06), "ok", Qt.AlignmentFlag.AlignCenter)
        elif page.kind == "figures":
            self._paint_figures(painter, page, body)
        else:
            self._paint_rows(painter, page, body)

    def _paint_head(self, painter: QPainter, page: WallPage, edge: float) -> None:
        high = self.height()
        line = QRectF(edge, high * 0.04, self.width() - 2 * edge, high * 0.09)
        self._write(painter, line.adjusted(0, 0, -line.width() * 0.42, 0), page.title, self._font(0.055), "text")
        right = line.adjusted(line.width() * 0.6, 0, 0, 0)
        said = f"{self.shown.truth.text} · {self.shown.clock}"
        wide = self._write(painter, right, said, self._font(0.036), self.shown.truth.colour, _RIGHT)
        side = high * 0.04
        at = QRectF(right.right() - wide - side * 1.4, right.center().y() - side / 2, side, side)
        self._look.icon(self.shown.truth.icon, self.shown.truth.colour).paint(painter, at.toRect())
        self._paint_dots(painter, high * 0.975)

    def _paint_dots(self, painter: QPainter, y: float) -> None:
        radius = self.height() * 0.006
        count = len(self.shown.pages)
        painter.setPen(Qt.PenStyle.NoPen)
        for at in range(count):
            x = self.width() / 2 + (at - (count - 1) / 2) * radius * 5
            painter.setBrush(self._ink("accent" if at == self.page else "border"))
            painter.drawEllipse(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))

    def _paint_figures(self, painter: QPainter, page: WallPage, body: QRectF) -> None:
        lines = 2 if len(page.items) > 3 else 1
        gap = self.height() * 0.03
        wide = (body.width() - 2 * gap) / 3
        tall = (body.height() - (lines - 1) * gap) / lines
        for at, item in enumerate(page.items):
            left, top = body.left() + at % 3 * (wide + gap), body.top() + at // 3 * (tall + gap)
            self._paint_card(painter, QRectF(left, top, wide, tall), item)

    def _paint_card(self, painter: QPainter, box: QRectF, item: WallItem) -> None:
        high = self.height()
        painter.setPen(self._ink("hairline" if item.tone == "text" else item.tone))
        painter.setBrush(self._ink("surface"))
        painter.drawRoundedRect(box, high * 0.015, high * 0.015)
        room = box.adjusted(high * 0.03, high * 0.03, -high * 0.03, -high * 0.03)
        top = QRectF(room.left(), room.top(), room.width(), high * 0.05)
        self._write(painter, top.adjusted(0, 0, -high * 0.06, 0), item.label, self._font(0.036), "muted")
        if item.icon:
            mark = QRectF(top.right() - high * 0.05, top.top(), high * 0.05, high * 0.05)
            self._look.icon(item.icon, item.tone).paint(painter, mark.toRect())
        middle = QRectF(room.left(), top.bottom(), room.width(), room.height() - high * 0.1)
        self._write(painter, middle, item.figure, self._font(0.15, 700), item.tone)
        foot = QRectF(room.left(), room.bottom() - high * 0.05, room.width(), high * 0.05)
        self._write(painter, foot, item.note, self._font(0.034), "muted")

    def _paint_rows(self, painter: QPainter, page: WallPage, body: QRectF) -> None:
        tall = body.height() / MOST_ROWS
        for at, item in enumerate(page.items):
            self._paint_row(painter, QRectF(body.left(), body.top() + at * tall, body.width(), tall), item)
        if page.more:
            room = QRectF(body.left(), body.top() + len(page.items) * tall, body.width(), tall)
            self._write(painter, room, tr("and %Ln more", "", page.more), self._font(0.042), "muted")

    def _paint_row(self, painter: QPainter, box: QRectF, item: WallItem) -> None:
        high, width = self.height(), box.width()
        line = box.adjusted(0, 0, 0, -box.height() * 0.28)
        side = high * 0.05
        if item.icon:
            self._look.icon(item.icon, item.tone).paint(
                painter, QRectF(line.left(), line.center().y() - side / 2, side, side).toRect()
            )
        name = QRectF(line.left() + side * 1.4, line.top(), width * 0.48 - side * 1.4, line.height())
        self._write(painter, name, item.label, self._font(0.05), "text")
        figure = QRectF(line.left() + width * 0.48, line.top(), width * 0.22, line.height())
        self._write(painter, figure, item.figure, self._font(0.062, 700), item.tone, _RIGHT)
        note = QRectF(line.left() + width * 0.73, line.top(), width * 0.27, line.height())
        self._write(painter, note, item.note, self._font(0.04), "muted", _RIGHT)
        if item.part is not None:
            bar = QRectF(box.left(), box.bottom() - box.height() * 0.2, width, max(3.0, high * 0.008))
            painter.fillRect(bar, self._ink("track"))
            bar.setWidth(width * item.part)
            painter.fillRect(bar, self._ink("accent" if item.tone == "text" else item.tone))

    @property
    def _stale_words(self) -> str:
        if not self.shown.pages:
            return tr("There are no figures yet.")
        said = tr("The last figures are of {time}. They come back by themselves.")
        return said.format(time=self.shown.clock)

    def _paint_stale(self, painter: QPainter, body: QRectF) -> None:
        truth, high = self.shown.truth, self.height()
        painter.fillRect(self.rect(), self._look.colour(truth.tint))
        side = high * 0.2
        icon = QRectF(body.center().x() - side / 2, high * 0.2, side, side)
        self._look.icon(truth.icon, truth.colour).paint(painter, icon.toRect())
        line = QRectF(body.left(), high * 0.46, body.width(), high * 0.16)
        told = not truth.old or truth.lasted in truth.text
        text = truth.text if told else f"{truth.text}, {truth.old}"
        self._write(painter, line, text, self._font(0.12, 700), truth.colour, Qt.AlignmentFlag.AlignCenter)
        below = QRectF(body.left(), high * 0.66, body.width(), high * 0.08)
        self._write(painter, below, self._stale_words, self._font(0.042), "text", Qt.AlignmentFlag.AlignCenter)
