"""The fields of the alert rules: from where on each raises, and when nothing calls."""

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QSpinBox, QTimeEdit, QWidget

from app.ui.design.look import Look
from app.ui.models.alert_settings_form import Marks, read_marks, show_marks
from app.ui.models.alert_words import rule_name
from app.ui.tongue import tr
from app.ui.widgets.labels import label, set_flag, set_tone
from app.wire.alerts import AlertThresholds, QuietHours

MOST_PERCENT, MOST_POINTS = 100, 10_000


class MarksField(QLineEdit):
    """Up to three rising marks, typed with commas between them."""

    def __init__(self, name: str, most: int, scale: int) -> None:
        super().__init__()
        self._most, self._scale = most, scale
        self.setAccessibleName(name)
        self.setMaxLength(40)

    @property
    def marks(self) -> Marks:
        """What is typed."""
        return read_marks(self.text(), self._most, self._scale)

    def show_values(self, values: tuple[int, ...]) -> None:
        """Put values there."""
        self.setText(show_marks(values, self._scale))


class AlertRulesPane(QWidget):
    """A tick, a field and a hint a rule; a rule without its tick is off."""

    changed = Signal()

    def __init__(self, look: Look, zone: str) -> None:
        super().__init__()
        self._look = look
        self.near_on = QCheckBox(rule_name("near_limit"))
        self.near = _spin(1, 100, tr(" % of the limit"), tr("Near a limit from"))
        self.refusals_on = QCheckBox(tr("Refused, would refuse"))
        self.refusals = _spin(1, 1_000_000, tr(" in an hour"), tr("Refusals from"))
        self.ages_on = QCheckBox(rule_name("session_age"))
        self.ages = MarksField(tr("Marks of a session's age"), MOST_PERCENT, 1)
        self.lost_on = QCheckBox(rule_name("abandonment"))
        self.lost = MarksField(tr("Marks of abandonment"), MOST_POINTS, 100)
        self.quiet_on = QCheckBox(tr("Quiet hours"))
        self.quiet_from, self.quiet_to = _clock(tr("Quiet from")), _clock(tr("Quiet until"))
        self.notes: dict[QWidget, QLabel] = {}
        self._hints: dict[QWidget, str] = {}
        self._lay_out(zone)
        for tick in (self.near_on, self.refusals_on, self.ages_on, self.lost_on, self.quiet_on):
            tick.toggled.connect(self._check)
        for spin in (self.near, self.refusals):
            spin.valueChanged.connect(self._check)
        for field in (self.ages, self.lost):
            field.textChanged.connect(self._check)
        for time in (self.quiet_from, self.quiet_to):
            time.timeChanged.connect(self._check)

    def _lay_out(self, zone: str) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        hours = QWidget()
        row = QHBoxLayout(hours)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.quiet_from, 1)
        row.addWidget(label(self._look, tr("to"), "body", "muted"))
        row.addWidget(self.quiet_to, 1)
        for at, (tick, field, hint) in enumerate(
            (
                (self.near_on, self.near, tr("Calls, API requests, sessions. Over ten points under the mark")),
                (self.refusals_on, self.refusals, tr("Over after 15 minutes without one")),
                (self.ages_on, self.ages, tr("Percent of 8 h, up to three; the last is critical")),
                (self.lost_on, self.lost, tr("Percent of live answers in 30 days; the law allows 3")),
                (self.quiet_on, hours, tr("Raised all the same, but told at their end. {zone}").format(zone=zone)),
            )
        ):
            note = self.notes[field] = label(self._look, hint, "caption", "muted")
            note.setWordWrap(True)
            self._hints[field] = hint
            grid.addWidget(tick, at * 2, 0)
            grid.addWidget(field, at * 2, 1)
            grid.addWidget(note, at * 2 + 1, 1)
            grid.setRowMinimumHeight(at * 2 + 1, 20)
        self._hours = hours
        grid.setRowStretch(grid.rowCount(), 1)

    def show_rules(self, thresholds: AlertThresholds, quiet: QuietHours | None) -> None:
        """Put what is in force into the fields."""
        self.near_on.setChecked(thresholds.near_limit_percent is not None)
        self.near.setValue(thresholds.near_limit_percent or 80)
        self.refusals_on.setChecked(thresholds.refusals_per_hour is not None)
        self.refusals.setValue(thresholds.refusals_per_hour or 1)
        self.ages_on.setChecked(bool(thresholds.session_age_percents))
        self.ages.show_values(tuple(thresholds.session_age_percents or (80, 90, 100)))
        self.lost_on.setChecked(bool(thresholds.abandonment_basis_points))
        self.lost.show_values(tuple(thresholds.abandonment_basis_points or (200, 250, 300)))
        self.quiet_on.setChecked(quiet is not None)
        self.quiet_from.setTime(QTime.fromString(quiet.start if quiet else "22:00", "HH:mm"))
        self.quiet_to.setTime(QTime.fromString(quiet.end if quiet else "07:00", "HH:mm"))
        self._check()

    @property
    def thresholds(self) -> AlertThresholds:
        """What stands in the fields."""
        return AlertThresholds(
            near_limit_percent=self.near.value() if self.near_on.isChecked() else None,
            refusals_per_hour=self.refusals.value() if self.refusals_on.isChecked() else None,
            session_age_percents=list(self.ages.marks.values) if self.ages_on.isChecked() else [],
            abandonment_basis_points=list(self.lost.marks.values) if self.lost_on.isChecked() else [],
        )

    @property
    def quiet_hours(self) -> QuietHours | None:
        """When nothing calls."""
        if not self.quiet_on.isChecked():
            return None
        start, end = (str(edit.time().toString("HH:mm")) for edit in (self.quiet_from, self.quiet_to))
        return QuietHours(start=start, end=end)

    @property
    def good(self) -> bool:
        """Whether it can be asked for."""
        return not any(self._faults().values())

    def _faults(self) -> dict[QWidget, str]:
        quiet = self.quiet_hours
        same = quiet is not None and quiet.start == quiet.end
        return {
            self.ages: self.ages.marks.fault if self.ages_on.isChecked() else "",
            self.lost: self.lost.marks.fault if self.lost_on.isChecked() else "",
            self._hours: tr("They must end at another time than they start") if same else "",
        }

    def _check(self) -> None:
        for tick, field in (
            (self.near_on, self.near),
            (self.refusals_on, self.refusals),
            (self.ages_on, self.ages),
            (self.lost_on, self.lost),
            (self.quiet_on, self._hours),
        ):
            field.setEnabled(tick.isChecked())
        for field, fault in self._faults().items():
            self.notes[field].setText(fault or self._hints[field])
            set_tone(self.notes[field], "danger" if fault else "muted")
            set_flag(field, "invalid", "true" if fault else "false")
        self.changed.emit()


def _spin(least: int, most: int, unit: str, name: str) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(least, most)
    spin.setSuffix(unit)
    spin.setGroupSeparatorShown(True)
    spin.setAccessibleName(name)
    spin.lineEdit().setTextMargins(6, 0, 0, 0)
    return spin


def _clock(name: str) -> QTimeEdit:
    edit = QTimeEdit()
    edit.setDisplayFormat("HH:mm")
    edit.setAccessibleName(name)
    edit.setMinimumHeight(32)
    edit.lineEdit().setTextMargins(6, 0, 0, 0)
    return edit
