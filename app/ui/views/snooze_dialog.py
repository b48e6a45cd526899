"""Snoozing: silent for a while, then open again if its condition still holds."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QButtonGroup, QDateTimeEdit, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from app.ui.bridge import Bridge
from app.ui.design.look import Look
from app.ui.models.moment import EPOCH, Instant
from app.ui.models.snoozing import SnoozeId, choices, fault_of
from app.ui.ports import GatewayPort
from app.ui.tongue import tr
from app.ui.views.alert_dialogs import AlertSheet
from app.ui.widgets.labels import label, set_flag
from app.ui.widgets.one_of import choose_one
from app.wire.alerts import AlertItem


class SnoozeDialog(AlertSheet):
    """A quarter, an hour, until tomorrow, or a time of one's own; an hour stands there, so that Enter will do."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, alerts: Sequence[AlertItem], now: Instant) -> None:
        title = tr("Snooze %n alerts", "", len(alerts)) if len(alerts) > 1 else tr("Snooze alert")
        super().__init__(look, parent, bridge, alerts, title, tr("Snooze"))
        self._now = now
        self._spans = {choice.id: choice for choice in choices(now)}
        self.spans: dict[SnoozeId, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self.own = QDateTimeEdit()
        self.fault = label(look, "", "caption", "danger")
        self._lay_out(now)
        self.ask_note(tr("Note"), (), tr("If there is something to say: at least 3 letters"))
        self._check()
        self.spans["hour"].setFocus()

    def _lay_out(self, now: Instant) -> None:
        self.own.setDisplayFormat("ddd d MMM yyyy, HH:mm")
        self.own.setCalendarPopup(True)
        self.own.setAccessibleName(tr("Snooze until"))
        at = now + timedelta(hours=4)
        self.own.setDateTime(QDateTime.fromSecsSinceEpoch(int((at - EPOCH).total_seconds())))
        self.own.dateTimeChanged.connect(self._own_chosen)
        block = QVBoxLayout()
        block.setSpacing(4)
        block.addWidget(label(self._look, tr("Silent for"), "strong"))
        for choice in self._spans.values():
            block.addWidget(self._radio(choice.id, choice.words))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._radio("own", tr("Until")))
        row.addWidget(self.own, 1)
        block.addLayout(row)
        block.addWidget(self.fault)
        self.body.addLayout(block)
        choose_one(self._group, self.spans["hour"])
        self._group.buttonToggled.connect(lambda *_: self._check())

    def _radio(self, id_: SnoozeId, words: str) -> QRadioButton:
        radio = self.spans[id_] = QRadioButton(words)
        self._group.addButton(radio)
        return radio

    def _own_chosen(self) -> None:
        # Whoever sets a time means that time.
        choose_one(self._group, self.spans["own"])
        self._check()

    @property
    def until(self) -> Instant:
        """What is chosen."""
        chosen = next((choice for id_, choice in self._spans.items() if self.spans[id_].isChecked()), None)
        if chosen is not None:
            return chosen.until
        return EPOCH + timedelta(seconds=self.own.dateTime().toSecsSinceEpoch())

    @property
    def ready(self) -> bool:
        """A time ahead, within a week."""
        return not fault_of(self.until, self._now) and (not self.note.reason or self.note.good)

    def _check(self) -> None:
        fault = fault_of(self.until, self._now)
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        set_flag(self.own, "invalid", "true" if fault else "false")
        super()._check()

    def question(self, alert: AlertItem) -> Callable[[GatewayPort], object]:
        """Snooze it."""
        id_, until, note = alert.id, self.until, self.note.reason or None
        return lambda gateway: gateway.snooze_alert(id_, until, note)
