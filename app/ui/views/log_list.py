"""One list of the log: a thin line while it is searched, a pill when new rows came, a foot that says how far."""

from typing import Generic

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from app.ui.design.look import Look
from app.ui.log_search import PAGE, LogSearch, Row
from app.ui.models.log_rows import when_text
from app.ui.models.moment import Instant
from app.ui.models.paged_rows import PagedRows
from app.ui.models.wording import count
from app.ui.tongue import tr
from app.ui.widgets.busy_line import BusyLine
from app.ui.widgets.labels import ElidedLabel, set_tone
from app.ui.widgets.rows_table import RowsTable

PILL_TOP = 42


class LogList(QFrame, Generic[Row]):
    """Shows what a `LogSearch` finds, calls or refusals."""

    fresh_asked = Signal()

    def __init__(self, look: Look, name: str, model: PagedRows[Row], search: LogSearch[Row], refusals: bool) -> None:
        super().__init__()
        self._look = look
        self._model: PagedRows[Row] = model
        self._search: LogSearch[Row] = search
        self.refusals = refusals
        self.setProperty("role", "card")
        self.table: RowsTable[Row] = RowsTable(look, name, model, "")
        self.busy = BusyLine(look, tr("Searching"))
        self.foot = ElidedLabel(look, "", "caption", "muted")
        self.go_on = self._small(tr("Go on"))
        self.stop = self._small(tr("Stop"))
        self.pill = QPushButton(self.table)
        self.pill.setProperty("kind", "primary")
        self.pill.setIconSize(QSize(14, 14))
        self.pill.hide()
        self.narrowed = False
        self._lay_out()
        # Always there: columns that move when a list comes to be longer than its view are hard to read.
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.installEventFilter(self)
        self.pill.clicked.connect(self.fresh_asked)
        self.go_on.clicked.connect(search.go_on)
        self.stop.clicked.connect(search.stop)

    def _small(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("kind", "quiet")
        button.hide()
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.foot, 1)
        row.addWidget(self.stop)
        row.addWidget(self.go_on)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 4)
        box.setSpacing(0)
        box.addWidget(self.busy)
        box.addWidget(self.table, 1)
        box.addLayout(row)
        # As high with its buttons as without: a list that grows by a line when it is searched would jump.
        row.addStrut(34)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pill stays in the middle of the table's top."""
        if event.type() == QEvent.Type.Resize:
            self._place_pill()
        return super().eventFilter(watched, event)

    def _place_pill(self) -> None:
        self.pill.adjustSize()
        self.pill.move(max(0, (self.table.width() - self.pill.width()) // 2), PILL_TOP)

    def show_state(self, now: Instant) -> None:
        """Say what is so: searching, searched, failed; how many are new."""
        search = self._search
        self.busy.show_busy(search.asking)
        self.foot.setText(self._foot_words(now))
        set_tone(self.foot, "danger" if search.trouble is not None else "muted")
        self.stop.setVisible(search.asking and search.searched_to is not None)
        self.go_on.setVisible(search.paused or search.trouble is not None)
        self.go_on.setText(tr("Try again") if search.trouble is not None else tr("Go on"))
        self.table.empty = self._empty_words(now)
        self.table.viewport().update()
        self._show_pill(search.fresh)

    def _show_pill(self, fresh: int) -> None:
        self.pill.setVisible(fresh > 0)
        if not fresh:
            return
        if fresh >= PAGE:
            words = tr("More than {count} new refusals") if self.refusals else tr("More than {count} new calls")
            self.pill.setText(words.format(count=PAGE - 1))
        else:
            self.pill.setText(tr("%n new refusals", "", fresh) if self.refusals else tr("%n new calls", "", fresh))
        self.pill.setIcon(self._look.icon("arrow-up", "accent_ink"))
        self.pill.setToolTip(tr("Load them (U)"))
        self._place_pill()
        self.pill.raise_()

    def _foot_words(self, now: Instant) -> str:
        search = self._search
        shown = count(len(self._model.rows))
        if search.trouble is not None:
            return tr("{why}. What was found stays.").format(why=str(search.trouble).rstrip("."))
        if search.wanted is None:
            return ""
        if search.searched_to is not None and (search.asking or search.paused):
            back = when_text(search.searched_to, now)
            words = (
                tr("{count} found, searched back to {back} …")
                if search.asking
                else tr("{count} found, searched back to {back}")
            )
            return words.format(count=shown, back=back)
        if search.asking:
            return tr("Searching …")
        if search.complete:
            return tr("{count} found, that is all").format(count=shown)
        return tr("{count} loaded, newest first; more below").format(count=shown)

    def _empty_words(self, now: Instant) -> str:
        search = self._search
        if search.trouble is not None:
            return tr("The engine did not answer. Try again below; what you chose stays.")
        if search.wanted is None or (search.asking and search.searched_to is None):
            return tr("Searching …")
        if search.searched_to is not None and not search.complete:
            return tr("Searched back to {back}, none yet.").format(back=when_text(search.searched_to, now))
        if self.narrowed:
            return tr("Nothing fits these filters. Take one back above, or press Esc to clear all.")
        if self.refusals:
            return tr("No try was refused yet. A refusal will say here which limit, and when the next slot is free.")
        return tr("No call yet. Import contacts, point a dialer here, and calls come in by themselves.")
