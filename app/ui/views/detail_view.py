"""The pane of the chosen agent: its curves, its pauses, its last calls, its limits, and who changed them."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from app.ui.design.look import Look
from app.ui.models.moment import Instant, seconds_of, since
from app.ui.models.rate import freed_within, instants
from app.ui.models.wording import (
    age,
    change_words,
    clock_text,
    limit_words,
    mode_words,
    outcome_words,
    reason_words,
    scope_words,
    source_words,
    state_words,
    stopwatch,
)
from app.ui.tongue import tr
from app.ui.views.rate_plot import AXIS_WIDTH, RatePlot, SlotsPlot
from app.ui.widgets.fact_table import FactTable
from app.ui.widgets.labels import ElidedLabel, label
from app.ui.widgets.ribbon import Ribbon
from app.ui.widgets.state_chip import StateChip
from app.wire.dialer import LimitUse
from app.wire.feed import FloorAgent
from app.wire.operator import AgentDetail, CallItem


class DetailView(QFrame):
    """Draws an `AgentDetail`; asks by signal for what is to be done."""

    pause_asked = Signal()
    end_asked = Signal()
    edit_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.detail: AgentDetail | None = None
        self._rate_words = ""
        self._explaining = self._explaining_slots = False
        self._slots_said = ""
        self.setProperty("role", "card")
        self.setMinimumWidth(330)
        self.setAccessibleName(tr("The chosen agent"))
        self._name = ElidedLabel(look, "", "heading")
        self._line = ElidedLabel(look, "", "caption", "muted")
        self._chip = StateChip(look)
        self.pause = self._button(tr("Pause"), "pause", self.pause_asked)
        self.end = self._button(tr("End session", "one of three buttons in a row"), "stop", self.end_asked)
        self.edit = self._button(tr("Edit limit", "one of three buttons in a row"), "tune-variant", self.edit_asked)
        self._rate_note = ElidedLabel(look, "", "caption", "muted")
        self._slots_note = ElidedLabel(look, "", "caption", "muted")
        self.rate = RatePlot(look)
        self.slots = SlotsPlot(look)
        self.ribbon = Ribbon(look, AXIS_WIDTH, 12)
        self.tabs = QTabWidget()
        self.calls, self.limits, self.edits, self.refusals = _tables(look)
        self._lay_out()
        self.rate.explained.connect(self._explain)
        self.slots.explained.connect(self._explain_slots)
        self.rate.spanned.connect(self.ribbon.show_span)
        look.changed.connect(self._recolour)

    def _button(self, text: str, icon: str, signal: object) -> QPushButton:
        button = QPushButton(text)
        button.setIconSize(QSize(14, 14))
        button.setProperty("icon_name", icon)
        button.setIcon(self._look.icon(icon))
        button.clicked.connect(signal)
        return button

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 8)
        box.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._chip)
        box.addLayout(head)
        box.addWidget(self._line)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.setContentsMargins(0, 6, 0, 6)
        for button in (self.pause, self.end, self.edit):
            row.addWidget(button, 1)
        box.addLayout(row)
        box.addLayout(self._titled(tr("Calls per hour"), self._rate_note))
        box.addWidget(self.rate, 5)
        box.addWidget(self.ribbon)
        box.addLayout(self._titled(tr("Free slots, next hour"), self._slots_note))
        box.addWidget(self.slots, 3)
        self.tabs.setDocumentMode(True)
        for title, table in (
            (tr("Calls"), self.calls),
            (tr("Limits"), self.limits),
            (tr("Changes"), self.edits),
            (tr("Refusals"), self.refusals),
        ):
            self.tabs.addTab(table, title)
        box.addWidget(self.tabs, 6)

    def _titled(self, title: str, note: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(self._look, title, "strong"))
        row.addWidget(note, 1)
        return row

    def _recolour(self) -> None:
        for button in (self.pause, self.end, self.edit):
            button.setIcon(self._look.icon(str(button.property("icon_name"))))
        for table in (self.calls, self.limits, self.edits, self.refusals):
            table.recolour()

    def allow(self, *, sessions: bool, limits: bool) -> None:
        """What this user may do: what it may not is not shown as a dead button."""
        self.pause.setVisible(sessions)
        self.end.setVisible(sessions)
        self.edit.setVisible(limits)

    def show_row(self, agent: FloorAgent, now: Instant) -> None:
        """The head, from the row on the feed: at once, before the rest is fetched."""
        self._name.setText(agent.name)
        self._chip.show_state(agent.state, since(agent.state_since, now), state_words(agent))
        mode = mode_words(agent.mode)
        session = agent.session
        if session is None:
            self._line.setText(tr("{mode} · no session").format(mode=mode))
        else:
            started = stopwatch(since(session.started_at, now))
            span = age(since(session.started_at, session.expires_at))
            self._line.setText(
                tr("Session {time} of {span} · {mode} · {campaign}").format(
                    time=started, span=span, mode=mode, campaign=session.campaign or tr("no campaign")
                )
            )
        paused = session is not None and session.status == "paused"
        self.pause.setText(tr("Resume") if paused else tr("Pause"))
        self.pause.setProperty("icon_name", "play" if paused else "pause")
        self.pause.setIcon(self._look.icon("play" if paused else "pause"))
        for button in (self.pause, self.end):
            button.setEnabled(session is not None)

    def show_detail(self, detail: AgentDetail, now: Instant) -> None:
        """Everything else."""
        self.detail = detail
        agent = detail.agent
        self.show_row(agent, now)
        self.rate.show_detail(detail, now)
        self.slots.show_detail(detail, now)
        self.ribbon.show_stretches(detail.stretches, now)
        said = tr("{used} of {limit}, set by {source}")
        if agent.enforcement != "enforce":
            said = tr("{used} of {limit}, set by {source}, alert only")
        source = source_words(agent.limit_source)
        self._rate_words = said.format(used=agent.hour_used, limit=agent.hour_limit, source=source)
        if not self._explaining:
            self._rate_note.setText(self._rate_words)
        self._slots_said = self._slots_words(detail, now)
        if not self._explaining_slots:
            self._slots_note.setText(self._slots_said)
        self.calls.show_facts(
            [self._call(call, now) for call in sorted(detail.last_calls, key=lambda c: c.at, reverse=True)]
        )
        self.limits.show_facts([_limit_fact(use) for use in detail.limits])
        self.edits.show_facts(
            [(clock_text(edit.at, now), edit.by, f"{change_words(edit)}: {edit.reason}") for edit in detail.edits]
        )
        newest = sorted(detail.refusals, key=lambda item: item.last_at, reverse=True)
        self.refusals.show_facts(
            [(clock_text(r.last_at, now), str(r.count), f"{reason_words(r.code)} {r.used}/{r.limit}") for r in newest]
        )

    @staticmethod
    def _slots_words(detail: AgentDetail, now: Instant) -> str:
        agent = detail.agent
        free = max(0, agent.hour_limit - agent.hour_used)
        soon = freed_within(instants(detail.calls), agent.hour_limit, seconds_of(now), 300)
        if agent.next_slot_at is None:
            return tr("%n free now", "", free)
        said = tr("{free} now · next {time} · +{soon} in 5 min")
        return said.format(free=free, time=stopwatch(since(now, agent.next_slot_at)), soon=soon)

    @staticmethod
    def _call(call: CallItem, now: Instant) -> tuple[str, ...]:
        outcome = call.disposition or call.status
        length = "–" if call.duration is None else stopwatch(call.duration)
        return (clock_text(call.at, now), call.phone_number, outcome_words(outcome), length)

    @property
    def note(self) -> str:
        """What stands beside the curve's title: use and limit, or what is under the pointer."""
        return self._rate_note.text()

    @property
    def slots_note(self) -> str:
        """What stands beside the coming hour's title."""
        return self._slots_note.text()

    def _explain_slots(self, words: str) -> None:
        self._explaining_slots = bool(words)
        self._slots_note.setText(words or self._slots_said)

    def _explain(self, words: str) -> None:
        self._explaining = bool(words)
        self._rate_note.setText(words or self._rate_words)


def _tables(look: Look) -> tuple[FactTable, FactTable, FactTable, FactTable]:
    titles = (tr("Time"), tr("Number"), tr("Outcome"), tr("Length"))
    calls = FactTable(look, tr("Last calls"), titles, (72, 104, 78, 46), 2, tr("No calls yet"))
    limit_titles = (tr("Limit"), tr("Used"), tr("Set by"))
    limits = FactTable(look, tr("Effective limits"), limit_titles, (130, 80, 70), 0, tr("No limits"))
    edit_titles = (tr("When"), tr("Who"), tr("What and why"))
    edits = FactTable(look, tr("Who changed what"), edit_titles, (72, 84, 120), 2, tr("Never changed"))
    refusal_titles = (tr("When"), tr("Tries"), tr("Why"))
    refusals = FactTable(look, tr("Refusals"), refusal_titles, (72, 44, 120), 2, tr("Nothing refused"))
    return calls, limits, edits.wrap(), refusals.wrap()


def _limit_fact(use: LimitUse) -> tuple[str, ...]:
    used = f"{use.limit} s" if use.limit_id == "calls.gap" else f"{use.used}/{use.limit}"
    words = limit_words(use.limit_id)
    if use.enforcement != "enforce":
        words = tr("{amount} (alert only)").format(amount=words)
    return (words, used, scope_words(use.source))
