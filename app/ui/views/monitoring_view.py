"""The specification's monitoring: requests per user and calls per session of the last hour, beside their limits."""

from collections.abc import Callable
from typing import Generic

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStyleOptionViewItem, QVBoxLayout, QWidget

from app.ui.bridge import Trouble
from app.ui.design.look import Look
from app.ui.models.moment import Instant, since
from app.ui.models.rows_model import Row, RowColumn, RowsModel
from app.ui.models.wording import SOURCES, age, clock_text
from app.ui.tongue import tr
from app.ui.widgets.cells import level_colour
from app.ui.widgets.labels import ElidedLabel, Tone, set_tone
from app.ui.widgets.rows_table import RowsDelegate, RowsTable
from app.wire.log import MonitoringPage, SessionCalls, UserRequests

STALE_S = 10
_BAR = 8


class BarCells(RowsDelegate, Generic[Row]):
    """Draws a share of a limit as a bar with its mark of 80 %."""

    def __init__(self, look: Look, model: RowsModel[Row], share: Callable[[Row], float], parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._rows, self._share = look, model, share

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row's ground as ever, and the bar on it."""
        super().paint(painter, option, index)
        row = self._rows.row_at(index.row())
        if row is None:
            return
        share = self._share(row)
        room = QRectF(option.rect)
        bar = QRectF(room.left() + 8, room.center().y() - _BAR / 2, room.width() - 16, _BAR)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("track"))
        painter.drawRoundedRect(bar, 4, 4)
        painter.setBrush(self._look.colour(level_colour(share)))
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * min(1.0, share), _BAR), 4, 4)
        painter.restore()


class MonitoringView(QWidget):
    """Two lists side by side, the fullest on top, and how old they are."""

    session_asked = Signal(str)
    """See the calls of a session."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.page: MonitoringPage | None = None
        self.age = ElidedLabel(look, "", "caption", "muted")
        self.sessions = RowsModel(look, _session_columns(), lambda row: row.session_id)
        self.requests = RowsModel(look, _request_columns(), lambda row: row.user_id)
        loading = tr("Asking the engine …")
        self.session_table = RowsTable(look, tr("Calls per session in the last hour"), self.sessions, loading)
        self.request_table = RowsTable(look, tr("API requests per user in the last hour"), self.requests, loading)
        self.session_table.setItemDelegateForColumn(3, BarCells(look, self.sessions, _session_share, self))
        self.request_table.setItemDelegateForColumn(2, BarCells(look, self.requests, _request_share, self))
        self.session_table.opened.connect(self.session_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(
            self._card(
                tr("Calls per session"),
                tr("In the last hour, beside the limit of the session's agent. Enter shows the calls."),
                self.session_table,
            ),
            3,
        )
        sides.addWidget(
            self._card(
                tr("API requests per user"),
                tr("Admitted in the last hour; refused ones cost nothing and are not counted."),
                self.request_table,
            ),
            2,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(sides, 1)
        box.addWidget(self.age)

    def _card(self, title: str, note: str, table: QWidget) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 12, 1, 4)
        inside.setSpacing(4)
        for line in (ElidedLabel(self._look, title, "strong"), ElidedLabel(self._look, note, "caption", "muted")):
            indented = QHBoxLayout()
            indented.setContentsMargins(12, 0, 12, 0)
            indented.addWidget(line)
            inside.addLayout(indented)
        inside.addWidget(table, 1)
        return card

    def show_page(self, page: MonitoringPage) -> None:
        """What the engine counted; a chosen row stays chosen."""
        self.page = page
        self.session_table.empty = tr("No call in the last hour.")
        self.request_table.empty = tr("No request in the last hour.")
        self.sessions.show_rows(page.sessions)
        self.requests.show_rows(page.requests)

    def show_age(self, now: Instant, trouble: Trouble | None) -> None:
        """How old the figures are; why, if they are not renewed."""
        if self.page is None:
            self.age.setText("" if trouble is None else str(trouble))
            set_tone(self.age, "danger")
            return
        old = max(0, since(self.page.now, now))
        words = tr("Counted at {at}, {age} ago").format(at=clock_text(self.page.now, now), age=age(old))
        if trouble is not None:
            words = tr("{words}. {why}").format(words=words, why=trouble)
        self.age.setText(words)
        set_tone(self.age, "danger" if trouble is not None else "warn" if old >= STALE_S else "muted")

    def forget(self) -> None:
        """Another tenant is looked at."""
        self.page = None
        self.sessions.show_rows([])
        self.requests.show_rows([])
        for table in (self.session_table, self.request_table):
            table.empty = tr("Asking the engine …")


def _session_share(row: SessionCalls) -> float:
    return row.calls / row.limit if row.limit else 1.0


def _request_share(row: UserRequests) -> float:
    return row.requests / row.limit if row.limit else 1.0


def _tone(share: float) -> Tone:
    colour = level_colour(share)
    return "danger" if colour == "danger" else "warn" if colour == "warn" else "text"


def _icon(share: float) -> str:
    colour = level_colour(share)
    return "hand-back-left-outline" if colour == "danger" else "alert-outline" if colour == "warn" else ""


def _session_columns() -> tuple[RowColumn[SessionCalls], ...]:
    return (
        RowColumn(id="agent", title=tr("Agent"), width=150, text=lambda row: row.agent, strong=True, stretch=True),
        RowColumn(id="campaign", title=tr("Campaign"), width=130, text=lambda row: row.campaign or "–"),
        RowColumn(
            id="used",
            title=tr("Calls"),
            width=104,
            text=lambda row: f"{row.calls:,}/{row.limit:,}",
            right=True,
            tone=lambda row: _tone(_session_share(row)),
            icon=lambda row: _icon(_session_share(row)),
        ),
        RowColumn(id="bar", title="", width=120, text=lambda _: "", hint=lambda row: f"{row.calls}/{row.limit}"),
        RowColumn(id="source", title=tr("Set by"), width=96, text=lambda row: tr(SOURCES[row.source])),
    )


def _request_columns() -> tuple[RowColumn[UserRequests], ...]:
    return (
        RowColumn(id="user", title=tr("User"), width=120, text=lambda row: row.user, strong=True, stretch=True),
        RowColumn(
            id="used",
            title=tr("Requests"),
            width=104,
            text=lambda row: f"{row.requests:,}/{row.limit:,}",
            right=True,
            tone=lambda row: _tone(_request_share(row)),
            icon=lambda row: _icon(_request_share(row)),
        ),
        RowColumn(id="bar", title="", width=110, text=lambda _: "", hint=lambda row: f"{row.requests}/{row.limit}"),
        RowColumn(id="source", title=tr("Set by"), width=96, text=lambda row: tr(SOURCES[row.source])),
    )
