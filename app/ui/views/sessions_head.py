"""The head of the Sessions view: how the limit stands, which sessions are looked at, and where to look for one."""

from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QComboBox, QDateEdit, QHBoxLayout, QLineEdit, QPushButton, QWidget

from app.ui.design.look import Look
from app.ui.models.session_search import BETWEEN, RANGES, SEGMENTS, Segment, SessionQuery
from app.ui.models.wording import count, source_words
from app.ui.tongue import tr
from app.ui.widgets.labels import ElidedLabel, label, set_tone
from app.wire.dialer import LimitUse


class SessionsHead(QWidget):
    """Says what is wanted by signal; figures are put in from outside."""

    wanted = Signal()
    """The query is another."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.figure = label(look, tr("Sessions"), "heading")
        self.source = ElidedLabel(look, "", "body", "muted")
        self.segments: dict[Segment, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.range = QComboBox()
        self.first, self.last = _day(tr("From this day")), _day(tr("To this day"))
        self.filter = QLineEdit()
        self._magnifier = QAction(self)
        self._segments_in()
        self._prepare()
        self._lay_out()
        look.changed.connect(self._paint_icons)
        self._paint_icons()

    def _segments_in(self) -> None:
        for segment, words in SEGMENTS:
            button = QPushButton(tr(words))
            button.setCheckable(True)
            button.setProperty("kind", "quiet")
            button.setAccessibleName(tr(words))
            self._group.addButton(button)
            button.clicked.connect(self.wanted)
            self.segments[segment] = button
        self.segments["live"].setChecked(True)

    def _prepare(self) -> None:
        for days, words in RANGES:
            self.range.addItem(tr(words), days)
        self.range.setCurrentIndex(1)
        self.range.setAccessibleName(tr("When ended sessions were started"))
        self.range.currentIndexChanged.connect(self._ranged)
        for day in (self.first, self.last):
            day.dateChanged.connect(self.wanted)
        self.filter.setPlaceholderText(tr("Find agent or campaign  (/)"))
        self.filter.setAccessibleName(tr("Find sessions by agent or campaign"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(150)
        self.filter.setMaximumWidth(280)
        self.filter.addAction(self._magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self.filter.textChanged.connect(self.wanted)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.figure)
        row.addWidget(self.source, 1)
        inner = QHBoxLayout()
        inner.setSpacing(2)
        for button in self.segments.values():
            inner.addWidget(button)
        row.addLayout(inner)
        for widget in (self.range, self.first, self.last):
            row.addWidget(widget)
        row.addWidget(self.filter, 1)
        self._show_days()

    def _paint_icons(self) -> None:
        self._magnifier.setIcon(self._look.icon("magnify"))

    def _ranged(self) -> None:
        self._show_days()
        self.wanted.emit()

    def _show_days(self) -> None:
        past = self.query.segment != "live"
        self.range.setVisible(past)
        for day in (self.first, self.last):
            day.setVisible(past and self.range.currentData() == BETWEEN)

    @property
    def query(self) -> SessionQuery:
        """What is looked for."""
        segment = next((name for name, button in self.segments.items() if button.isChecked()), SEGMENTS[0][0])
        return SessionQuery(
            segment=segment,
            days=str(self.range.currentData()),
            first=_date(self.first),
            last=_date(self.last),
            text=self.filter.text(),
        )

    def choose(self, segment: Segment) -> None:
        """Look at this segment."""
        self.segments[segment].setChecked(True)
        self._show_days()
        self.wanted.emit()

    def start_at(self, today: date) -> None:
        """The days between which one would look first: the last week."""
        for day, back in ((self.first, -6), (self.last, 0)):
            with QSignalBlocker(day):
                day.setDate(QDate(today.year, today.month, today.day).addDays(back))

    def show_counts(self, live: int, ended: int | None, in_use: LimitUse | None) -> None:
        """How many there are, and how the tenant's limit stands; None while the engine has not said so."""
        figures = {"live": count(live), "ended": "" if ended is None else count(ended)}
        figures["all"] = "" if ended is None else count(live + ended)
        for segment, words in SEGMENTS:
            self.segments[segment].setText(f"{tr(words)} {figures[segment]}".strip())
        self._show_days()
        if in_use is None:
            self.figure.setText(tr("Sessions {used}").format(used=count(live)))
            self.source.setText("")
            return
        self.figure.setText(tr("Sessions {used} of {limit}").format(used=count(live), limit=count(in_use.limit)))
        set_tone(self.figure, "danger" if live >= in_use.limit else "text")
        source = source_words(in_use.source)
        said = tr("limit set by {source}; paused ones count").format(source=source)
        if in_use.enforcement != "enforce":
            said = tr("{limit}, alert only").format(limit=said)
        elif live >= in_use.limit:
            said = tr("full: no session can start. {limit}").format(limit=said)
        self.source.setText(said)


def _day(name: str) -> QDateEdit:
    day = QDateEdit()
    day.setCalendarPopup(True)
    day.setAccessibleName(name)
    day.setToolTip(name)
    day.setDisplayFormat("yyyy-MM-dd")
    return day


def _date(day: QDateEdit) -> date:
    chosen = day.date()
    return date(chosen.year(), chosen.month(), chosen.day())
