"""Marks that single agents have of their own; what is left at "as the tenant" follows the tenant's."""

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.ui.design.look import Look
from app.ui.models.alert_settings_form import own_text
from app.ui.models.alert_words import rule_name
from app.ui.tongue import tr
from app.ui.views.alert_rules_pane import MOST_PERCENT, MarksField
from app.ui.widgets.labels import label, set_flag, set_tone
from app.wire.alerts import AgentAlertThresholds

AS_TENANT, OFF, OWN = 0, 1, 2
ID = Qt.ItemDataRole.UserRole


class AlertAgentsPane(QWidget):
    """The agents with marks of their own on the left, the chosen one's on the right."""

    changed = Signal()

    def __init__(self, look: Look, names: Mapping[str, str]) -> None:
        super().__init__()
        self._look = look
        self._names = names
        self._own: dict[str, AgentAlertThresholds] = {}
        self._filling = False
        self.list = QListWidget()
        self.agent = QComboBox()
        self.add = QPushButton(tr("Add"))
        self.drop = QPushButton(tr("As the tenant again"))
        self.near_how, self.refusals_how, self.ages_how = (_how() for _ in range(3))
        self.near, self.refusals = QSpinBox(), QSpinBox()
        self.ages = MarksField(tr("Marks of this agent's session age"), MOST_PERCENT, 1)
        self.note = label(look, "", "caption", "muted")
        self._prepare()
        self._lay_out()

    def _prepare(self) -> None:
        self.list.setAccessibleName(tr("Agents with marks of their own"))
        self.list.setMinimumHeight(150)
        self.agent.setEditable(True)
        self.agent.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.agent.setAccessibleName(tr("Agent"))
        for id_, name in sorted(self._names.items(), key=lambda pair: pair[1].casefold()):
            self.agent.addItem(name, id_)
        self.agent.setCurrentIndex(-1)
        edit = self.agent.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(tr("An agent's name"))
        for spin in (self.near, self.refusals):
            spin.lineEdit().setTextMargins(6, 0, 0, 0)
        self.near.setAccessibleName(rule_name("near_limit"))
        self.refusals.setAccessibleName(rule_name("refusals"))
        self.near.setRange(1, 100)
        self.near.setSuffix(tr(" % of the limit"))
        self.refusals.setRange(1, 1_000_000)
        self.refusals.setSuffix(tr(" in an hour"))
        self.add.clicked.connect(self._add)
        self.drop.clicked.connect(self._drop)
        self.list.currentItemChanged.connect(lambda *_: self._show_chosen())
        for how, name in (
            (self.near_how, rule_name("near_limit")),
            (self.refusals_how, rule_name("refusals")),
            (self.ages_how, rule_name("session_age")),
        ):
            how.setAccessibleName(name)
            how.currentIndexChanged.connect(self._edited)
        self.near.valueChanged.connect(self._edited)
        self.refusals.valueChanged.connect(self._edited)
        self.ages.textChanged.connect(self._edited)

    def _lay_out(self) -> None:
        picking = QHBoxLayout()
        picking.setSpacing(8)
        picking.addWidget(self.agent, 1)
        picking.addWidget(self.add)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(picking)
        left.addWidget(self.list, 1)
        left.addWidget(self.drop)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for row, (words, how, field) in enumerate(
            (
                (rule_name("near_limit"), self.near_how, self.near),
                (rule_name("refusals"), self.refusals_how, self.refusals),
                (rule_name("session_age"), self.ages_how, self.ages),
            )
        ):
            grid.addWidget(label(self._look, words, "strong"), row * 2, 0, 1, 2)
            grid.addWidget(how, row * 2 + 1, 0)
            grid.addWidget(field, row * 2 + 1, 1)
        grid.addWidget(self.note, 6, 0, 1, 2)
        grid.setRowStretch(7, 1)
        grid.setColumnStretch(1, 1)
        row_box = QHBoxLayout(self)
        row_box.setContentsMargins(0, 8, 0, 0)
        row_box.setSpacing(16)
        row_box.addLayout(left, 1)
        row_box.addLayout(grid, 1)

    def show_agents(self, agents: Sequence[AgentAlertThresholds]) -> None:
        """Put what is in force there."""
        self._own = {own.agent_id: own for own in agents}
        self._fill_list(next(iter(self._own), ""))

    @property
    def agents(self) -> tuple[AgentAlertThresholds, ...]:
        """Those that have anything of their own."""
        return tuple(own for id_, own in self._own.items() if own != AgentAlertThresholds(agent_id=id_))

    @property
    def good(self) -> bool:
        """Whether it can be asked for."""
        return not self._fault()

    def _fault(self) -> str:
        chosen = self.list.currentRow() >= 0 and self.ages_how.currentIndex() == OWN
        return self.ages.marks.fault if chosen else ""

    def _fill_list(self, chosen: str) -> None:
        self.list.clear()
        for id_, own in self._own.items():
            item = QListWidgetItem(self._names.get(id_, id_))
            item.setData(ID, id_)
            item.setToolTip(own_text(own))
            self.list.addItem(item)
            if id_ == chosen:
                self.list.setCurrentItem(item)
        self._show_chosen()

    def _add(self) -> None:
        text = self.agent.currentText().strip().casefold()
        id_ = next((id_ for id_, name in self._names.items() if name.casefold() == text), None)
        if id_ is None:
            self.note.setText(tr("No agent is called that"))
            set_tone(self.note, "danger")
            return
        self._own.setdefault(id_, AgentAlertThresholds(agent_id=id_))
        self.agent.setCurrentIndex(-1)
        self.agent.clearEditText()
        self._fill_list(id_)
        self.changed.emit()

    def _drop(self) -> None:
        self._own.pop(self._chosen_id, None)
        self._fill_list(next(iter(self._own), ""))
        self.changed.emit()

    @property
    def _chosen_id(self) -> str:
        at = self.list.currentRow()
        return "" if at < 0 else str(self.list.item(at).data(ID))

    def _show_chosen(self) -> None:
        own = self._own.get(self._chosen_id)
        self._filling = True
        shown = AgentAlertThresholds(agent_id="") if own is None else own
        near, refusals, ages = shown.near_limit_percent, shown.refusals_per_hour, shown.session_age_percents
        self.near_how.setCurrentIndex(_how_of(near))
        self.near.setValue(near if isinstance(near, int) else 80)
        self.refusals_how.setCurrentIndex(_how_of(refusals))
        self.refusals.setValue(refusals if isinstance(refusals, int) else 1)
        self.ages_how.setCurrentIndex(_how_of(ages))
        self.ages.show_values(tuple(ages) if isinstance(ages, list) and ages else (80, 90, 100))
        self._filling = False
        self._check(own is not None)

    def _edited(self) -> None:
        if self._filling or not self._chosen_id:
            return
        id_ = self._chosen_id
        near, refusals, ages = (how.currentIndex() for how in (self.near_how, self.refusals_how, self.ages_how))
        self._own[id_] = AgentAlertThresholds(
            agent_id=id_,
            near_limit_percent=msgspec.UNSET if near == AS_TENANT else None if near == OFF else self.near.value(),
            refusals_per_hour=msgspec.UNSET
            if refusals == AS_TENANT
            else None
            if refusals == OFF
            else self.refusals.value(),
            session_age_percents=msgspec.UNSET
            if ages == AS_TENANT
            else []
            if ages == OFF
            else list(self.ages.marks.values),
        )
        self._check(True)
        self.changed.emit()

    def _check(self, chosen: bool) -> None:
        self.drop.setEnabled(chosen)
        for how, field in (
            (self.near_how, self.near),
            (self.refusals_how, self.refusals),
            (self.ages_how, self.ages),
        ):
            how.setEnabled(chosen)
            field.setEnabled(chosen and how.currentIndex() == OWN)
        fault = self._fault()
        set_flag(self.ages, "invalid", "true" if fault else "false")
        set_tone(self.note, "danger" if fault else "muted")
        hint = own_text(self._own.get(self._chosen_id)) if chosen else tr("Add an agent to give it marks of its own")
        self.note.setText(fault or hint)
        self.note.setWordWrap(True)


def _how_of(own: object) -> int:
    if own is msgspec.UNSET:
        return AS_TENANT
    return OFF if own is None or own == [] else OWN


def _how() -> QComboBox:
    box = QComboBox()
    for words in (tr("As the tenant"), tr("Off"), tr("Own")):
        box.addItem(words)
    return box
