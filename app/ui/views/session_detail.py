"""The pane of one session: its figures, its stretches, who did what to it and why."""

from types import MappingProxyType

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.design.look import Look
from app.ui.models.moment import Instant, seconds_of
from app.ui.models.session_rows import SessionRow, paused_hint, paused_words, status_words, success_words
from app.ui.models.wording import clock_text, count, mode_words, share, stopwatch
from app.ui.tongue import marked, tr
from app.ui.widgets.fact_table import FactTable
from app.ui.widgets.labels import ElidedLabel, label
from app.ui.widgets.ribbon import Ribbon
from app.ui.widgets.state_chip import StateChip
from app.wire.sessions import SessionDetail, SessionEvent

FACTS: tuple[tuple[str, str], ...] = (
    ("time", marked("Time")),
    ("paused", marked("Paused")),
    ("started", marked("Started")),
    ("ends", marked("Ends")),
    ("calls", marked("Calls")),
    ("attempted", marked("Attempted")),
    ("reached", marked("Reached")),
    ("converted", marked("Converted")),
)
HOW = MappingProxyType(
    {
        "started": marked("Started"),
        "paused": marked("Paused"),
        "resumed": marked("Resumed"),
        "ended": marked("Ended"),
        "expired": marked("Expired"),
    }
)


class SessionDetailView(QFrame):
    """Draws a row at once, and its history when that has come; asks by signal for what is to be done."""

    asked = Signal(str)
    """pause, end, agent or calls."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._row: SessionRow | None = None
        self.detail: SessionDetail | None = None
        self.setProperty("role", "card")
        self.setMinimumWidth(330)
        self.setAccessibleName(tr("The chosen session"))
        self._name = ElidedLabel(look, "", "heading")
        self._line = ElidedLabel(look, "", "caption", "muted")
        self._chip = StateChip(look)
        self.buttons: dict[str, QPushButton] = {}
        self.facts: dict[str, QLabel] = {}
        self.ribbon = Ribbon(look, 0, 0)
        self._left, self._right = label(look, "", "caption", "muted"), label(look, "", "caption", "muted")
        self.events = FactTable(
            look,
            tr("What happened to the session"),
            (tr("When"), tr("What"), tr("Who and why")),
            (74, 76, 120),
            2,
            tr("Asking the engine…"),
        ).wrap()
        self._body = QWidget()
        self._empty = label(look, tr("No session is chosen."), "body", "muted")
        self._lay_out()
        look.changed.connect(self._recolour)
        self.show_nothing()

    def _button(self, id_: str, words: str, icon: str) -> QPushButton:
        button = QPushButton(words)
        button.setIconSize(QSize(14, 14))
        button.setProperty("icon_name", icon)
        button.setIcon(self._look.icon(icon))
        button.clicked.connect(lambda: self.asked.emit(id_))
        self.buttons[id_] = button
        return button

    def _lay_out(self) -> None:
        box = QVBoxLayout(self._body)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._chip)
        box.addLayout(head)
        box.addWidget(self._line)
        acts = (("pause", tr("Pause"), "pause"), ("end", tr("End session"), "stop"))
        links = (("agent", tr("Agent on the floor"), "view-dashboard-outline"), ("calls", tr("Its calls"), "phone-log"))
        for row_of_buttons in (acts, links):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.setContentsMargins(0, 4, 0, 2)
            for button in row_of_buttons:
                row.addWidget(self._button(*button), 1)
            box.addLayout(row)
        box.addSpacing(4)
        box.addLayout(self._grid())
        box.addSpacing(8)
        box.addWidget(label(self._look, tr("Active and paused"), "strong"))
        box.addWidget(self.ribbon)
        ends = QHBoxLayout()
        ends.addWidget(self._left)
        ends.addStretch(1)
        ends.addWidget(self._right)
        box.addLayout(ends)
        box.addSpacing(4)
        box.addWidget(label(self._look, tr("What happened"), "strong"))
        box.addWidget(self.events, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 12, 14, 8)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        outer.addWidget(self._empty, 1)
        outer.addWidget(self._body, 1)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for at, (id_, words) in enumerate(FACTS):
            value = ElidedLabel(self._look, "", "body")
            value.setAccessibleName(tr(words))
            self.facts[id_] = value
            grid.addWidget(label(self._look, tr(words), "body", "muted"), at, 0)
            grid.addWidget(value, at, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _recolour(self) -> None:
        for button in self.buttons.values():
            button.setIcon(self._look.icon(str(button.property("icon_name"))))
        self.events.recolour()

    def allow(self, *, sessions: bool) -> None:
        """What this user may do: what cannot be is not shown."""
        for id_ in ("pause", "end"):
            self.buttons[id_].setVisible(sessions and self._row is not None and self._row.live)

    def show_nothing(self) -> None:
        """No session is chosen."""
        self._row = self.detail = None
        self._body.hide()
        self._empty.show()

    def show_row(self, row: SessionRow, now: Instant) -> None:
        """What the list knows of it: at once, and on each tick."""
        if self._row is None or self._row.id != row.id:
            self.detail = None
            self.events.show_facts([])
            self.ribbon.show_stretches([], now)
        self._row = row
        self._body.show()
        self._empty.hide()
        self._name.setText(row.agent)
        word, icon, hue = status_words(row.status)
        self._chip.show_state(hue, row.paused_now(now) if row.status == "paused" else None, (word, icon))
        campaign = row.campaign or tr("no campaign")
        self._line.setText(f"{mode_words(row.mode)} · {campaign}")
        self._show_facts(row, now)
        paused = row.status == "paused"
        pause = self.buttons["pause"]
        pause.setText(tr("Resume") if paused else tr("Pause"))
        pause.setProperty("icon_name", "play" if paused else "pause")
        pause.setIcon(self._look.icon("play" if paused else "pause"))

    def _show_facts(self, row: SessionRow, now: Instant) -> None:
        percent = int(100 * row.part(now))
        told: dict[str, str] = {
            "time": tr("{time}, {percent} % of its span").format(time=stopwatch(row.seconds(now)), percent=percent),
            "paused": paused_words(row, now),
            "started": tr("{time} by {who}").format(time=clock_text(row.started_at, now), who=row.started_by or "…"),
            "ends": _ends(row, now),
            "calls": self._calls(row),
            "attempted": count(row.attempted),
            "reached": tr("{number}, {share} of attempted").format(
                number=count(row.reached), share=share(row.reached, row.attempted)
            ),
            "converted": tr("{number}, success {share} of reached").format(
                number=count(row.converted), share=success_words(row)
            ),
        }
        for id_, words in told.items():
            self.facts[id_].setText(words)
        self.facts["paused"].setToolTip(paused_hint(row, now))

    def _calls(self, row: SessionRow) -> str:
        known = self.detail is not None and self.detail.session.id == row.id
        placed = count(self.detail.calls) if known and self.detail is not None else "…"
        if row.calls is None:
            return placed
        return tr("{used} of {limit} a day; {placed} in all").format(
            used=count(row.calls), limit=count(row.calls_limit), placed=placed
        )

    def show_detail(self, detail: SessionDetail, row: SessionRow, now: Instant) -> None:
        """Its history."""
        self.detail = detail
        self._show_facts(row, now)
        until = detail.session.ended_at or now
        self.ribbon.show_span(seconds_of(row.started_at), seconds_of(until))
        self.ribbon.show_stretches(detail.stretches, until)
        self._left.setText(clock_text(row.started_at, now))
        self._right.setText(tr("now") if row.live else clock_text(until, now))
        self.events.show_facts([_event(event, now) for event in reversed(detail.events)])


def _ends(row: SessionRow, now: Instant) -> str:
    if row.ended_at is None:
        return tr("by itself at {time}").format(time=clock_text(row.expires_at, now))
    ended = tr("{time} by {who}").format(time=clock_text(row.ended_at, now), who=_who(row.ended_by or ""))
    return f"{ended}: {row.end_reason}" if row.end_reason else ended


def _event(event: SessionEvent, now: Instant) -> tuple[str, str, str]:
    how = tr(HOW[event.how]) if event.how in HOW else event.how
    who = _who(event.by)
    return clock_text(event.at, now), how, f"{who}: {event.reason}" if event.reason else who


def _who(by: str) -> str:
    return tr("the engine’s clock") if by == "clock" else by
