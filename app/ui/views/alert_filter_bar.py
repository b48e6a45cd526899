"""Over the list of alerts: the states with their counts, what else narrows it, and what can be done with the chosen."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.design.look import Look
from app.ui.models.alert_filter import AlertFilter, Order
from app.ui.models.alert_words import RULES, SEVERITIES, STATE_MARKS, rule_name, severity_word
from app.ui.tongue import marked, tr
from app.ui.widgets.labels import label
from app.ui.widgets.one_of import choose_one
from app.wire.alerts import AlertSeverity, AlertWord, Rule

ACTS: tuple[tuple[str, str, str, str], ...] = (
    ("acknowledge", marked("Acknowledge"), "account-check-outline", "A"),
    ("snooze", marked("Snooze"), "bell-sleep-outline", "Z"),
    ("resolve", marked("Resolve"), "check-circle-outline", "R"),
)


class AlertFilterBar(QWidget):
    """Two lines: states and settings; choices, search and acts. Says by signal what was chosen."""

    filtered = Signal(object)
    asked = Signal(str)
    """acknowledge, snooze or resolve the chosen; settings; quiet."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._icons: list[tuple[QPushButton, str]] = []
        self.states: dict[AlertWord, QPushButton] = {}
        self.acts: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.rule, self.severity, self.order = QComboBox(), QComboBox(), QComboBox()
        self.search = QLineEdit()
        self.chosen = label(look, "", "body", "muted")
        self.quiet = self._button(tr("Quiet for an hour"), "bell-sleep-outline", "quiet", tr("Ctrl+Shift+M"))
        self.settings = self._button(tr("Settings"), "tune-variant", "settings", tr("Marks, quiet hours, sound (S)"))
        self.quiet.setCheckable(True)
        self._fill()
        self._lay_out()
        look.changed.connect(self._paint_icons)
        self._paint_icons()

    def _button(self, words: str, icon: str, what: str, hint: str) -> QPushButton:
        button = QPushButton(words)
        button.setIconSize(QSize(16, 16))
        button.setToolTip(hint)
        button.clicked.connect(lambda: self.asked.emit(what))
        self._icons.append((button, icon))
        return button

    def _fill(self) -> None:
        for state, mark in STATE_MARKS.items():
            button = self.states[state] = QPushButton(tr(mark.word))
            button.setCheckable(True)
            button.setIconSize(QSize(16, 16))
            self._icons.append((button, mark.icon))
            self._group.addButton(button)
            button.clicked.connect(self._tell)
        self.states["open"].setChecked(True)
        self.rule.addItem(tr("All rules"), None)
        for rule in RULES:
            self.rule.addItem(rule_name(rule), rule)
        self.severity.addItem(tr("Any severity"), None)
        for severity in SEVERITIES:
            self.severity.addItem(severity_word(severity), severity)
        self.order.addItem(tr("Gravest first"), "gravest")
        self.order.addItem(tr("Newest first"), "newest")
        for box, name in (
            (self.rule, tr("Rule")),
            (self.severity, tr("Severity")),
            (self.order, tr("Order")),
        ):
            box.setAccessibleName(name)
            box.currentIndexChanged.connect(self._tell)
        self.search.setPlaceholderText(tr("Find an agent or words (/)"))
        self.search.setAccessibleName(tr("Find in the alerts"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._tell)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        for button in self.states.values():
            above.addWidget(button)
        above.addStretch(1)
        above.addWidget(self.quiet)
        above.addWidget(self.settings)
        below = QHBoxLayout()
        below.setSpacing(8)
        for box in (self.rule, self.severity, self.order):
            below.addWidget(box)
        below.addWidget(self.search, 1)
        below.addSpacing(8)
        below.addWidget(self.chosen)
        for what, words, icon, key in ACTS:
            button = self.acts[what] = self._button(tr(words), icon, what, f"{tr(words)} ({key})")
            below.addWidget(button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(above)
        lines.addLayout(below)

    def _paint_icons(self) -> None:
        for button, icon in self._icons:
            button.setIcon(self._look.icon(icon))

    @property
    def filter(self) -> AlertFilter:
        """What is chosen."""
        rules: dict[object, Rule] = {rule: rule for rule in RULES}
        severities: dict[object, AlertSeverity] = {severity: severity for severity in SEVERITIES}
        order: Order = "newest" if self.order.currentData() == "newest" else "gravest"
        state = next(state for state, button in self.states.items() if button.isChecked())
        return AlertFilter(
            state=state,
            rule=rules.get(self.rule.currentData()),
            severity=severities.get(self.severity.currentData()),
            text=self.search.text(),
            order=order,
        )

    def _tell(self) -> None:
        # What is over comes from the log a page at a time, newest first.
        self.order.setEnabled(not self.states["resolved"].isChecked())
        self.filtered.emit(self.filter)

    def choose_state(self, state: AlertWord) -> None:
        """See the alerts of a state."""
        if not self.states[state].isChecked():
            choose_one(self._group, self.states[state])
            self._tell()

    def clear(self) -> None:
        """Narrow by nothing but the state."""
        self.rule.setCurrentIndex(0)
        self.severity.setCurrentIndex(0)
        self.search.clear()

    def show_counts(self, counts: Mapping[AlertWord, int]) -> None:
        """How many there are of each state; what is over is not counted."""
        for state, button in self.states.items():
            word = tr(STATE_MARKS[state].word)
            button.setText(f"{word}  {counts[state]}" if state in counts else word)

    def show_chosen(self, chosen: int, offered: frozenset[str], *, may_act: bool) -> None:
        """How many are chosen, and which acts make sense for them."""
        self.chosen.setText(tr("%n chosen", "", chosen) if chosen > 1 else "")
        for what, button in self.acts.items():
            button.setVisible(may_act)
            button.setEnabled(what in offered)

    def show_quiet(self, quiet: bool) -> None:
        """Whether calls are held back on this computer."""
        self.quiet.setChecked(quiet)
        self.quiet.setText(tr("Quiet: press to end it") if quiet else tr("Quiet for an hour"))
