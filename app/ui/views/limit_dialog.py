"""The limit editor of one agent: live validation, what the edit will do, and the choice when another was faster."""

from itertools import pairwise

import msgspec
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.client.errors import GatewayRefused
from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.models.limit_form import MOST_CALLS, PRESETS, FieldName, LimitForm, consequence, edit_of, faults_of, form_of
from app.ui.models.moment import Instant, seconds_of
from app.ui.models.rate import instants
from app.ui.models.wording import MODES, field_words, mode_words, source_words
from app.ui.tongue import marked, tr
from app.ui.views.conflict_box import ConflictBox
from app.ui.widgets.labels import label, paragraph, set_flag, set_tone
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.term_box import TermBox
from app.wire.dialer import DialingMode
from app.wire.feed import FloorAgent, LimitChanged
from app.wire.operator import AgentDetail, Enforcement

HINTS: dict[FieldName, str] = {
    "calls_per_hour": marked("In any 60 minutes, over all its sessions; 0 blocks"),
    "call_timeout": marked("At least 15 s: 47 CFR 64.1200(a)(6)"),
    "auto_dial_delay": marked("After a call was handed out or ended, the later"),
    "reason": marked("Kept in the audit trail; every supervisor can read it"),
}


class LimitDialog(Sheet):
    """Edits mode, calls per hour, timeout, delay and enforcement of one agent.

    The floor is not repainted from here: the row changes when the edit comes back on the feed, as in every window.
    """

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, detail: AgentDetail, now: Instant) -> None:
        super().__init__(
            look, parent, tr("Limits of {agent}").format(agent=detail.agent.name), tr("Apply edit"), width=600
        )
        self._bridge = bridge
        self._detail = detail
        self._calls = instants(detail.calls)
        self._now = now
        self._before = form_of(detail.agent)
        self._revision = detail.agent.revision
        self._heard = self._revision
        self._asking = False
        self.mode = QComboBox()
        self.preset = QCheckBox()
        self.calls_per_hour = _spin(0, MOST_CALLS, "")
        self.call_timeout = _spin(0, 9_999, " s")
        self.auto_dial_delay = _spin(0, 9_999, " s")
        self.enforcement = QComboBox()
        self.reason = QLineEdit()
        self.effect = label(look, "", "strong")
        self.effect.setWordWrap(True)
        self.conflict = ConflictBox(look)
        self.term = TermBox(look, detail.agent.limits_until, now)
        self._notes: dict[FieldName, QLabel] = {}
        self._fill_choices()
        self._lay_out(detail.agent)
        self._show_form(self._before)
        self._connect()
        self._check()
        self.calls_per_hour.setFocus()
        self.calls_per_hour.selectAll()

    def _fill_choices(self) -> None:
        for mode in MODES:
            self.mode.addItem(f"{mode_words(mode)} ({PRESETS[_mode(mode)]}/h)", mode)
        self.enforcement.addItem(tr("Enforce: refuse calls over the limit"), "enforce")
        self.enforcement.addItem(tr("Alert only: count and warn, refuse nothing"), "alert-only")
        self.reason.setPlaceholderText(tr("For example: complaints from the 212 area"))
        self.reason.setMaxLength(500)

    def _lay_out(self, agent: FloorAgent) -> None:
        state = tr("Now {used} of %n calls used in the last hour; limit set by {source}.", "", agent.hour_limit)
        state = state.format(used=agent.hour_used, source=source_words(agent.limit_source))
        self.body.addWidget(paragraph(self._look, state))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        self._place(grid, 0, 0, tr("Mode"), self.mode, None)
        self._place(grid, 0, 1, tr("Enforcement"), self.enforcement, None)
        self._place(grid, 1, 0, tr("Calls per hour"), self.calls_per_hour, "calls_per_hour", self.preset)
        self._place(grid, 1, 1, tr("Ring at most (call timeout)"), self.call_timeout, "call_timeout")
        self._place(grid, 2, 0, tr("Delay between calls"), self.auto_dial_delay, "auto_dial_delay")
        self._place(grid, 2, 1, tr("Reason"), self.reason, "reason")
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.term)
        box = QFrame()
        box.setProperty("role", "inset")
        inner = QHBoxLayout(box)
        inner.setContentsMargins(12, 10, 12, 10)
        inner.addWidget(self.effect)
        self.body.addWidget(box)
        self.body.addWidget(self.conflict)
        asked = (self.mode, self.enforcement, self.calls_per_hour, self.preset, self.call_timeout)
        for first, then in pairwise((*asked, self.auto_dial_delay, self.reason, self.term.choice)):
            QWidget.setTabOrder(first, then)

    def _place(
        self,
        grid: QGridLayout,
        row: int,
        column: int,
        words: str,
        widget: QWidget,
        name: FieldName | None,
        extra: QWidget | None = None,
    ) -> None:
        title = label(self._look, words, "strong")
        title.setBuddy(widget)
        widget.setAccessibleName(words)
        block = QVBoxLayout()
        block.setSpacing(4)
        block.addWidget(title)
        block.addWidget(widget)
        if extra is not None:
            block.addWidget(extra)
        if name is not None:
            note = label(self._look, tr(HINTS[name]), "caption", "muted")
            note.setWordWrap(True)
            note.setMinimumHeight(30)
            block.addWidget(note)
            self._notes[name] = note
        block.addStretch(1)
        grid.addLayout(block, row, column)

    def _connect(self) -> None:
        self.calls_per_hour.valueChanged.connect(self._own_amount)
        for spin in (self.call_timeout, self.auto_dial_delay):
            spin.valueChanged.connect(self._check)
        self.mode.currentIndexChanged.connect(self._check)
        self.enforcement.currentIndexChanged.connect(self._check)
        self.preset.toggled.connect(self._check)
        self.reason.textChanged.connect(self._check)
        self.go.clicked.connect(self._ask)
        self.conflict.take_theirs.connect(self._take_theirs)
        self.conflict.keep_mine.connect(self._keep_mine)

    def _show_form(self, form: LimitForm) -> None:
        self.mode.setCurrentIndex(self.mode.findData(form.mode))
        self.enforcement.setCurrentIndex(self.enforcement.findData(form.enforcement))
        with QSignalBlocker(self.calls_per_hour):
            self.calls_per_hour.setValue(form.limit)
        self.preset.setChecked(form.calls_per_hour is None)
        self.call_timeout.setValue(form.call_timeout)
        self.auto_dial_delay.setValue(form.auto_dial_delay)

    def note(self, name: FieldName) -> QLabel:
        """The line under a field: its hint, or what is wrong with it."""
        return self._notes[name]

    @property
    def form(self) -> LimitForm:
        """What stands in the fields."""
        kind: Enforcement = "alert-only" if self.enforcement.currentData() == "alert-only" else "enforce"
        return LimitForm(
            mode=_mode(self.mode.currentData()),
            calls_per_hour=None if self.preset.isChecked() else self.calls_per_hour.value(),
            call_timeout=self.call_timeout.value(),
            auto_dial_delay=self.auto_dial_delay.value(),
            enforcement=kind,
            reason=self.reason.text(),
        )

    def _own_amount(self) -> None:
        # Whoever types a number means that number, and need not first put the preset away.
        with QSignalBlocker(self.preset):
            self.preset.setChecked(False)
        self._check()

    def _check(self) -> None:
        form = self.form
        self.preset.setText(tr("Preset of the mode, {amount}").format(amount=PRESETS[form.mode]))
        if form.calls_per_hour is None and self.calls_per_hour.value() != form.limit:
            with QSignalBlocker(self.calls_per_hour):
                self.calls_per_hour.setValue(form.limit)
        faults = faults_of(form)
        fields: dict[FieldName, QWidget] = {
            "calls_per_hour": self.calls_per_hour,
            "call_timeout": self.call_timeout,
            "auto_dial_delay": self.auto_dial_delay,
            "reason": self.reason,
        }
        for name, note in self._notes.items():
            # An untouched reason is not yet a mistake.
            wrong = faults.get(name) if name != "reason" or form.reason else None
            note.setText(wrong or tr(HINTS[name]))
            set_tone(note, "danger" if wrong else "muted")
            set_flag(fields[name], "invalid", "true" if wrong else "false")
        agent = self._detail.agent
        self.effect.setText(consequence(form, agent.hour_used, self._calls, seconds_of(self._now)))
        blocks = form.enforcement == "enforce" and agent.hour_used >= form.limit
        set_tone(self.effect, "danger" if blocks else "text")
        changed = edit_of(form, self._before, self._revision) is not None
        self.go.setEnabled(changed and not faults and self.conflict.isHidden())

    def _ask(self) -> None:
        edit = edit_of(self.form, self._before, self._revision)
        if edit is None:
            return
        self.wait(True)
        self._asking = True
        self.say_trouble("")
        agent_id, bound = self._detail.agent.id, self.term.bound(edit)
        self._bridge.ask(
            lambda gateway: gateway.edit_agent(agent_id, bound), self, lambda _: self.accept(), self._refused
        )

    def _refused(self, trouble: Trouble) -> None:
        self.wait(False)
        self._asking = False
        if isinstance(trouble, GatewayRefused) and trouble.status == 409:
            agent_id = self._detail.agent.id
            self._bridge.ask(lambda gateway: gateway.agent(agent_id), self, self._show_conflict, self._refused)
            return
        field = trouble.body.field if isinstance(trouble, GatewayRefused) else msgspec.UNSET
        self.say_trouble(f"{trouble} ({field_words(field)})" if isinstance(field, str) else str(trouble))

    def hear_edit(self, edit: object) -> None:
        """Another edited this very agent while the dialog is open: it is said at once, not only at Apply."""
        if not isinstance(edit, LimitChanged) or edit.scope_id != self._detail.agent.id:
            return
        # Our own edit comes back over the feed too, mostly before the engine's answer.
        if self._asking or edit.revision <= self._heard:
            return
        self._heard = edit.revision
        agent_id = edit.scope_id
        self._bridge.ask(lambda gateway: gateway.agent(agent_id), self, self._overtaken, self._refused)

    def _overtaken(self, detail: AgentDetail) -> None:
        if not self._asking and detail.agent.revision > self._revision:
            self._show_both(detail)

    def _show_conflict(self, detail: AgentDetail) -> None:
        self._show_both(detail)
        self.conflict.theirs.setFocus()

    def _show_both(self, detail: AgentDetail) -> None:
        self._detail = detail
        self._heard = max(self._heard, detail.agent.revision)
        self._calls = instants(detail.calls)
        self.conflict.show_both(detail, form_of(detail.agent), self.form, self._before)
        self._check()

    def _rebase(self) -> None:
        self._before = form_of(self._detail.agent)
        self._revision = self._detail.agent.revision
        self.conflict.hide()

    def _take_theirs(self) -> None:
        self._rebase()
        self._show_form(self._before)
        self._check()
        self.adjustSize()

    def _keep_mine(self) -> None:
        self._rebase()
        self._check()
        # Overtaken in the middle of an edit, there may be more to say first: the reason at least.
        if self.go.isEnabled():
            self._ask()


def _spin(least: int, most: int, unit: str) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(least, most)
    spin.setSuffix(unit)
    spin.setGroupSeparatorShown(True)
    spin.setMinimumHeight(32)
    spin.lineEdit().setTextMargins(6, 0, 0, 0)
    return spin


def _mode(text: object) -> DialingMode:
    modes: dict[object, DialingMode] = {"preview": "preview", "power": "power", "predictive": "predictive"}
    return modes[text]
