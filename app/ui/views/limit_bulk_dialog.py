"""The same for many agents: what is written holds for all, what is left empty stays as it is with each."""

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox, QLineEdit

from app.ui.limits_book import LimitsBook
from app.ui.models.limit_values import ENFORCEMENTS, Key, Value, ValueFault, read_agent_value
from app.ui.models.wording import MODES
from app.ui.page import Place
from app.ui.tongue import tr
from app.ui.widgets.labels import paragraph, set_flag, set_tone
from app.ui.widgets.sheet import Sheet

_KEEP = "keep"
_MOST_NAMED = 6


class LimitManyDialog(Sheet):
    """Makes edits of what is written: nothing is sent to the engine yet."""

    def __init__(self, place: Place, book: LimitsBook, ids: list[str]) -> None:
        title = tr("Edit limits of %n agents", "", len(ids))
        super().__init__(place.look, place.window, title, tr("Take as changes"), width=520)
        self._book, self._ids = book, ids
        self.mode = _box(((value, tr(words)) for value, words in MODES.items()))
        over = (("", tr("As the wider scope")), *((value, tr(words)) for value, words in ENFORCEMENTS.items()))
        self.over = _box(over)
        self.hour, self.timeout, self.delay = QLineEdit(), QLineEdit(), QLineEdit()
        self.body.addWidget(paragraph(place.look, self._names()))
        hints = {
            "maxCallsPerHour": tr("As 100/1h; “preset” for that of the mode; empty leaves it as it is"),
            "callTimeout": tr("As 30 s; at least 15 s: 47 CFR 64.1200(a)(6)"),
            "autoDialDelay": tr("As 2 s; “inherit” for that of the tenant"),
        }
        self._lines = {"maxCallsPerHour": self.hour, "callTimeout": self.timeout, "autoDialDelay": self.delay}
        self.field(tr("Mode"), self.mode)
        titles = {"maxCallsPerHour": tr("Calls per hour"), "callTimeout": tr("Call timeout")}
        self._notes = {
            name: (self.field(titles.get(name, tr("Delay between calls")), line, hints[name]), hints[name])
            for name, line in self._lines.items()
        }
        self.field(tr("Over the limit"), self.over)
        for line in self._lines.values():
            line.textChanged.connect(self._check)
        for box in (self.mode, self.over):
            box.currentIndexChanged.connect(self._check)
        self.go.clicked.connect(self._take)
        self._check()
        self.hour.setFocus()

    def _names(self) -> str:
        names = [self._book.subject(("agent", id_, "")) for id_ in self._ids]
        shown = ", ".join(names[:_MOST_NAMED])
        more = len(names) - _MOST_NAMED
        return shown if more <= 0 else tr("{names} and {more} more").format(names=shown, more=more)

    def _values(self) -> tuple[dict[str, Value], dict[str, str]]:
        """What is to hold, and what is wrong, by field."""
        values: dict[str, Value] = {}
        faults: dict[str, str] = {}
        for name, box in (("mode", self.mode), ("enforcement", self.over)):
            if box.currentData() != _KEEP:
                values[name] = str(box.currentData()) or None
        for name, line in self._lines.items():
            if line.text().strip():
                try:
                    values[name] = read_agent_value(name, line.text())
                except ValueFault as fault:
                    faults[name] = str(fault)
        return values, faults

    def _check(self) -> None:
        values, faults = self._values()
        for name, (note, hint) in self._notes.items():
            note.setText(faults.get(name, hint))
            set_tone(note, "danger" if name in faults else "muted")
            set_flag(self._lines[name], "invalid", "true" if name in faults else "false")
        self.go.setEnabled(bool(values) and not faults)

    def _take(self) -> None:
        values, _ = self._values()
        wanted: dict[Key, Value] = {("agent", id_, name): value for id_ in self._ids for name, value in values.items()}
        self._book.edit(wanted)
        self.accept()


def _box(choices: Iterable[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.addItem(tr("Leave as it is"), _KEEP)
    for value, words in choices:
        box.addItem(words, value)
    return box
