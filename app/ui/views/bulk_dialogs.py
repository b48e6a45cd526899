"""Pause, resume or end the sessions of many agents, or edit their limits, with one reason."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from app.ui.bridge import Bridge
from app.ui.design.look import Look
from app.ui.models.bulk import SessionAct, concerned
from app.ui.models.bulk_edit import BulkEdit
from app.ui.models.limit_form import LONGEST_DELAY_S, LONGEST_RING_S, MOST_CALLS, PRESETS, SHORTEST_RING_S
from app.ui.models.wording import mode_words
from app.ui.ports import GatewayPort
from app.ui.tongue import marked, tr
from app.ui.views.bulk_sheet import BulkSheet, Task
from app.ui.views.reason_dialog import USUAL
from app.ui.widgets.labels import label, paragraph, set_tone
from app.wire.dialer import DialingMode
from app.wire.feed import FloorAgent
from app.wire.operator import EditAgent, Enforcement

AS_IT_IS = marked("Leave as it is")
EFFECTS = {
    "pause": marked("They get no further calls. Their sessions go on counting to 8 h and to the tenant’s limit."),
    "resume": marked("They may ask for calls again, within the same limits."),
    "end": marked("The sessions end for good; dialers have to start new ones. Calls already out are not cut."),
}
EDIT_REASONS = (
    marked("Complaints from called people"),
    marked("End of campaign"),
    marked("Slow the floor down"),
    marked("Back to the preset"),
)


def title_of(act: SessionAct, sessions: int) -> str:
    """`Pause 4 sessions`."""
    match act:
        case "pause":
            return tr("Pause %Ln sessions", "", sessions)
        case "resume":
            return tr("Resume %Ln sessions", "", sessions)
        case "end":
            return tr("End %Ln sessions", "", sessions)


def left_alone(act: SessionAct, agents: int) -> str:
    """How many of the chosen it does not concern, and why."""
    match act:
        case "pause":
            return tr("%Ln agents with nothing to pause: left alone.", "", agents)
        case "resume":
            return tr("%Ln agents with nothing to resume: left alone.", "", agents)
        case "end":
            return tr("%Ln agents without a session: left alone.", "", agents)


class BulkSessionDialog(BulkSheet):
    """One act on the sessions of those it concerns; the others are named and left alone."""

    def __init__(
        self, look: Look, parent: QWidget, bridge: Bridge, act: SessionAct, agents: Sequence[FloorAgent]
    ) -> None:
        self._act = act
        self.agents = concerned(agents, act)
        words = title_of(act, len(self.agents))
        super().__init__(look, parent, bridge, words, words, danger=act == "end")
        self.body.addWidget(paragraph(look, tr(EFFECTS[act])))
        self.body.addWidget(paragraph(look, names_of(self.agents), "text"))
        left = len(agents) - len(self.agents)
        if left:
            self.body.addWidget(paragraph(look, left_alone(act, left)))
        self.ask_reason([tr(usual) for usual in USUAL[act]], self.tasks)
        self.reason.setFocus()

    @property
    def ready(self) -> bool:
        """Whether it concerns anybody."""
        return bool(self.agents)

    def tasks(self, reason: str) -> list[Task]:
        """One question a session."""
        return [Task(agent=agent, question=self._question(agent, reason)) for agent in self.agents]

    def _question(self, agent: FloorAgent, reason: str) -> Callable[[GatewayPort], object] | None:
        if agent.session is None:
            return None
        session_id = agent.session.id
        match self._act:
            case "pause":
                return lambda gateway: gateway.pause_session(session_id, reason)
            case "resume":
                return lambda gateway: gateway.resume_session(session_id, reason)
            case "end":
                return lambda gateway: gateway.end_session(session_id, reason)


class BulkLimitDialog(BulkSheet):
    """The same limits for all chosen; what is not touched stays each agent's own."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, agents: Sequence[FloorAgent]) -> None:
        words = tr("Edit limits of %Ln agents", "", len(agents))
        super().__init__(look, parent, bridge, words, tr("Apply to all"), danger=False)
        self.agents = list(agents)
        self.mode, self.enforcement = QComboBox(), QComboBox()
        self.calls_per_hour = _spin(-1, MOST_CALLS, "")
        self.preset = QCheckBox(tr("Each its mode’s preset"))
        self.call_timeout = _spin(SHORTEST_RING_S - 1, LONGEST_RING_S, " s")
        self.auto_dial_delay = _spin(-1, LONGEST_DELAY_S, " s")
        self.effect = label(look, "", "strong")
        self.effect.setWordWrap(True)
        self._fill()
        self._place()
        self.ask_reason([tr(usual) for usual in EDIT_REASONS], self.tasks)
        self.calls_per_hour.setFocus()
        self.calls_per_hour.selectAll()

    def _fill(self) -> None:
        self.mode.addItem(tr(AS_IT_IS), None)
        modes: tuple[DialingMode, ...] = ("preview", "power", "predictive")
        for mode in modes:
            self.mode.addItem(f"{mode_words(mode)} ({PRESETS[mode]}/h)", mode)
        self.enforcement.addItem(tr(AS_IT_IS), None)
        self.enforcement.addItem(tr("Enforce"), "enforce")
        self.enforcement.addItem(tr("Alert only"), "alert-only")

    def _place(self) -> None:
        self.body.addWidget(paragraph(self._look, names_of(self.agents)))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        fields: tuple[tuple[str, QWidget], ...] = (
            (tr("Mode"), self.mode),
            (tr("Enforcement"), self.enforcement),
            (tr("Calls per hour"), self.calls_per_hour),
            (tr("Ring at most (call timeout)"), self.call_timeout),
            (tr("Delay between calls"), self.auto_dial_delay),
        )
        for at, (words, widget) in enumerate(fields):
            block = QVBoxLayout()
            block.setSpacing(4)
            name = label(self._look, words, "strong")
            name.setBuddy(widget)
            widget.setAccessibleName(words)
            block.addWidget(name)
            block.addWidget(widget)
            if widget is self.calls_per_hour:
                block.addWidget(self.preset)
            block.addStretch(1)
            widget.setMinimumHeight(32)
            grid.addLayout(block, at // 2, at % 2)
        self.body.addLayout(grid)
        self.body.addWidget(self.effect)
        for spin in (self.calls_per_hour, self.call_timeout, self.auto_dial_delay):
            spin.valueChanged.connect(self.check)
        for box in (self.mode, self.enforcement):
            box.currentIndexChanged.connect(self.check)
        self.preset.toggled.connect(self._preset)

    def _preset(self, chosen: bool) -> None:
        self.calls_per_hour.setEnabled(not chosen)
        self.check()

    @property
    def wanted(self) -> BulkEdit:
        """What stands in the fields."""
        kinds: dict[object, Enforcement] = {"enforce": "enforce", "alert-only": "alert-only"}
        modes: dict[object, DialingMode] = {"preview": "preview", "power": "power", "predictive": "predictive"}
        preset = self.preset.isChecked()
        return BulkEdit(
            mode=modes.get(self.mode.currentData()),
            calls_per_hour=None if preset else _value(self.calls_per_hour),
            preset=preset,
            call_timeout=_value(self.call_timeout),
            auto_dial_delay=_value(self.auto_dial_delay),
            enforcement=kinds.get(self.enforcement.currentData()),
        )

    @property
    def ready(self) -> bool:
        """Whether anything is to change."""
        return not self.wanted.empty

    def check(self) -> None:
        """Say what it would do right away."""
        super().check()
        wanted = self.wanted
        refused = wanted.refused_at_once(self.agents)
        if wanted.empty:
            self.effect.setText(tr("Nothing to change yet."))
        else:
            said = tr("Nobody is refused at once; each keeps what it has used in the last hour.")
            if refused:
                said = tr("%Ln agents are refused at once; each keeps what it has used in the last hour.", "", refused)
            self.effect.setText(said)
        set_tone(self.effect, "danger" if refused and not wanted.empty else "muted")

    def lock(self) -> None:
        """While it runs nothing can be changed."""
        super().lock()
        for widget in (self.mode, self.enforcement, self.calls_per_hour, self.preset):
            widget.setEnabled(False)
        for spin in (self.call_timeout, self.auto_dial_delay):
            spin.setEnabled(False)

    def tasks(self, reason: str) -> list[Task]:
        """One edit an agent, against the revision on its row: who was edited since the sheet opened is not overrun."""
        made: list[Task] = []
        for agent in self.agents:
            edit = self.wanted.edit(agent, reason)
            question = None if edit is None else partial(_edit, agent_id=agent.id, edit=edit)
            made.append(Task(agent=agent, question=question))
        return made


def _edit(gateway: GatewayPort, *, agent_id: str, edit: EditAgent) -> object:
    return gateway.edit_agent(agent_id, edit)


def names_of(agents: Sequence[FloorAgent], most: int = 6) -> str:
    """The first few by name, and how many more."""
    shown = ", ".join(agent.name for agent in agents[:most])
    return shown if len(agents) <= most else tr("{names} and %Ln more", "", len(agents) - most).format(names=shown)


def _spin(least: int, most: int, unit: str) -> QSpinBox:
    # One below the least that can be meant stands for "leave it": no number that is a limit is spent on it.
    spin = QSpinBox()
    spin.setRange(least, most)
    spin.setSpecialValueText(tr(AS_IT_IS))
    spin.setValue(least)
    spin.setSuffix(unit)
    spin.setGroupSeparatorShown(True)
    spin.lineEdit().setTextMargins(6, 0, 0, 0)
    return spin


def _value(spin: QSpinBox) -> int | None:
    return None if spin.value() == spin.minimum() else spin.value()
