"""The fields of one rule's wording: those that its kind has, each with what is wrong with it under it."""

import re
from collections.abc import Sequence
from datetime import date

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.ui.design.look import Look
from app.ui.models.rule_words import DAYS, GROUPS
from app.ui.tongue import tr
from app.ui.widgets.labels import label, set_flag, set_tone
from app.wire.rules import DayName, GroupName, KindName, RuleWording

LONGEST_TEXT = 300
COUNTED = frozenset({"attempts", "cooldown_after_conversation", "cooldown_after_abandon"})
AMOUNTS = frozenset({"abandon", "ring_min", "dnc_internal_max_delay", "dnc_internal_retention"})
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00", re.ASCII)


class RuleFields(QWidget):
    """Shows a wording and makes one of what was typed. `changed` on every touch."""

    changed = Signal()

    def __init__(self, look: Look, kind: KindName, wording: RuleWording) -> None:
        super().__init__()
        self._look, self._kind, self._was = look, kind, wording
        self.start, self.end = QLineEdit(), QLineEdit()
        self.days: dict[DayName, QPushButton] = {}
        self.holidays = QCheckBox(tr("and on holidays"))
        self.cap, self.hours = QSpinBox(), QSpinBox()
        self.amount, self.citation, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.applies = QComboBox()
        self.first, self.last = QLineEdit(), QLineEdit()
        self._notes: dict[str, tuple[QWidget, QLabel]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._make_fields()
        self._lay_out()
        self.show_wording(wording)
        self._listen()

    def _make_fields(self) -> None:
        for day, words in DAYS.items():
            button = self.days[day] = QPushButton(tr(words))
            button.setCheckable(True)
            button.setAutoDefault(False)
        for group, words in GROUPS.items():
            self.applies.addItem(tr(words), group)
        self.cap.setRange(1, 1_000)
        self.hours.setRange(1, 720)
        self.hours.setSuffix(tr(" h"))
        for field in (self.amount, self.citation, self.note):
            field.setMaxLength(LONGEST_TEXT)
        for field in (self.first, self.last):
            field.setPlaceholderText(tr("2026-12-01, or empty"))

    def _lay_out(self) -> None:
        for row, fields in enumerate(self._rows()):
            for at, (name, words, widget) in enumerate(fields):
                wide = 6 // len(fields)
                self._grid.addLayout(self._named(name, words, widget), row, at * wide, 1, wide)

    def _rows(self) -> Sequence[Sequence[tuple[str, str, QWidget]]]:
        rows: list[Sequence[tuple[str, str, QWidget]]] = []
        applies = ("appliesTo", tr("Binds"), self.applies)
        if self._kind == "hours":
            rows.append((("start", tr("Calls from"), self.start), ("end", tr("to"), self.end), applies))
        elif self._kind == "attempts":
            rows.append((("cap", tr("At most"), self.cap), ("windowHours", tr("calls in"), self.hours), applies))
        elif self._kind in COUNTED:
            rows.append((("windowHours", tr("No call for"), self.hours), applies))
        elif self._kind in AMOUNTS:
            rows.append((("amount", tr("At most or at least"), self.amount), applies))
        else:
            rows.append((applies,))
        if self._kind in ("hours", "ban"):
            words = tr("On these days") if self._kind == "hours" else tr("No calls on")
            rows.append((("days", words, self._week()),))
        rows.append((("citation", tr("Citation, or where it comes from"), self.citation),))
        dates = (
            ("effectiveFrom", tr("Holds from (empty: at once)"), self.first),
            ("effectiveTo", tr("Until before (empty: for good)"), self.last),
        )
        return (*rows, dates, (("note", tr("Note"), self.note),))

    def _week(self) -> QWidget:
        week = QWidget()
        box = QHBoxLayout(week)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for button in self.days.values():
            box.addWidget(button, 1)
        if self._kind == "ban":
            box.addSpacing(8)
            box.addWidget(self.holidays)
        return week

    def _named(self, name: str, words: str, widget: QWidget) -> QVBoxLayout:
        said = label(self._look, words, "strong")
        said.setBuddy(widget)
        widget.setAccessibleName(words)
        widget.setMinimumHeight(32)
        wrong = label(self._look, "", "caption", "danger")
        wrong.setWordWrap(True)
        wrong.hide()
        self._notes[name] = (widget, wrong)
        box = QVBoxLayout()
        box.setSpacing(4)
        box.addWidget(said)
        box.addWidget(widget)
        box.addWidget(wrong)
        return box

    def _listen(self) -> None:
        for field in (self.start, self.end, self.amount, self.citation, self.note, self.first, self.last):
            field.textChanged.connect(self.changed)
        for button in self.days.values():
            button.toggled.connect(self.changed)
        self.holidays.toggled.connect(self.changed)
        self.cap.valueChanged.connect(self.changed)
        self.hours.valueChanged.connect(self.changed)
        self.applies.currentIndexChanged.connect(self.changed)

    def show_wording(self, wording: RuleWording) -> None:
        """Show what a rule says."""
        self._was = wording
        self.start.setText(wording.start)
        self.end.setText(wording.end)
        for day, button in self.days.items():
            button.setChecked(day in wording.days)
        self.holidays.setChecked(wording.on_holidays)
        self.cap.setValue(wording.cap or 3)
        self.hours.setValue(wording.window_hours or 24)
        self.amount.setText(wording.amount)
        self.citation.setText(wording.citation)
        self.note.setText(wording.note)
        self.applies.setCurrentIndex(self.applies.findData(wording.applies_to))
        self.first.setText(_date_text(wording.effective_from))
        self.last.setText(_date_text(wording.effective_to))

    def wording(self) -> RuleWording | None:
        """What was typed, None while a field cannot be read; that field then says so."""
        self.mark("", "")
        for name, field, sentence in self._faults():
            # What nobody has typed into yet is not wrong, only missing.
            if field.isModified() or field.text():
                self.mark(name, sentence)
            return None
        group: GroupName = self.applies.currentData()
        counted = self._kind in COUNTED
        return msgspec.structs.replace(
            self._was,
            start=self.start.text().strip(),
            end=self.end.text().strip(),
            days=[day for day, button in self.days.items() if button.isChecked()],
            on_holidays=self.holidays.isChecked(),
            cap=self.cap.value() if self._kind == "attempts" else None,
            window_hours=self.hours.value() if counted else None,
            amount=self.amount.text().strip(),
            citation=self.citation.text().strip(),
            note=self.note.text().strip(),
            applies_to=group,
            effective_from=_date(self.first.text()),
            effective_to=_date(self.last.text()),
        )

    def _faults(self) -> list[tuple[str, QLineEdit, str]]:
        found = []
        for name, field in (("start", self.start), ("end", self.end)):
            if _TIME.fullmatch(field.text().strip()) is None:
                found.append((name, field, tr("A time of day such as 08:00; 24:00 is its end")))
        if len(self.citation.text().strip()) < 3:
            found.append(("citation", self.citation, tr("The statute, or “our own policy”: at least 3 letters")))
        for name, field in (("effectiveFrom", self.first), ("effectiveTo", self.last)):
            if field.text().strip() and _date(field.text()) is None:
                found.append((name, field, tr("A date such as 2026-12-01, or nothing")))
        return found

    def mark(self, name: str, sentence: str) -> bool:
        """Say under a field what is wrong with it; the others are good. False if there is no such field."""
        for known, (widget, wrong) in self._notes.items():
            bad = known == name
            set_flag(widget, "invalid", "true" if bad else "false")
            wrong.setText(sentence if bad else "")
            wrong.setVisible(bad)
            set_tone(wrong, "danger")
        return name in self._notes


def empty_wording(kind: KindName) -> RuleWording:
    """What a new rule of a kind begins with."""
    every: list[DayName] = list(DAYS)
    days = every if kind in ("hours", "attempts") or kind in COUNTED else []
    return RuleWording(citation="", start="08:00", end="21:00", days=days, cap=3, window_hours=24)


def _date_text(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
