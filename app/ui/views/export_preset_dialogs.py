"""The dialogs of saved exports: under which name, and when by itself."""

from collections.abc import Callable

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSpinBox, QTimeEdit, QWidget

from app.client.errors import GatewayRefused
from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.models.export_words import what_words
from app.ui.tongue import tr
from app.ui.widgets.labels import paragraph, set_flag, set_tone
from app.ui.widgets.sheet import Sheet
from app.wire.exports import ExportPresetItem, ExportSchedule, SaveExportPreset, StartExport

ZONES = ("America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "UTC")


class _PresetSheet(Sheet):
    """Asks the engine, and shows its no at the field it names; nothing that was typed is lost."""

    answered = Signal(object)

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, title: str, go: str) -> None:
        super().__init__(look, parent, title, go)
        self._bridge = bridge
        self._noted: dict[str, tuple[QWidget, QLabel, str]] = {}

    def noted_field(self, name: str, words: str, widget: QWidget, hint: str = "") -> None:
        """A field whose fault is said under it."""
        self._noted[name] = (widget, self.field(words, widget, hint), hint)

    def ask(self, question: Callable[..., ExportPresetItem]) -> None:
        """Ask, once at a time."""
        self.wait(True)
        self.clear_faults()
        self._bridge.ask(question, self, self._done, self._refused)

    def clear_faults(self) -> None:
        """Nothing is wrong until somebody says so."""
        self.say_trouble("")
        for widget, note, hint in self._noted.values():
            note.setText(hint)
            set_tone(note, "muted")
            set_flag(widget, "invalid", "false")

    def _done(self, preset: ExportPresetItem) -> None:
        self.answered.emit(preset)
        self.accept()

    def _refused(self, trouble: Trouble) -> None:
        self.wait(False)
        field = trouble.body.field if isinstance(trouble, GatewayRefused) else None
        known = self._noted.get(field or "")
        if known is None:
            self.say_trouble(str(trouble))
            return
        widget, note, _ = known
        note.setText(str(trouble))
        set_tone(note, "danger")
        set_flag(widget, "invalid", "true")
        widget.setFocus()


class PresetNameDialog(_PresetSheet):
    """Saves an export under a name, or gives a saved one another."""

    def __init__(
        self, look: Look, parent: QWidget, bridge: Bridge, what: StartExport, known: ExportPresetItem | None = None
    ) -> None:
        title = tr("Save this export") if known is None else tr("Another name")
        super().__init__(look, parent, bridge, title, tr("Save"))
        self._what, self._known = what, known
        self.body.addWidget(paragraph(look, what_words(what)))
        self.name = QLineEdit("" if known is None else known.name)
        self.name.setMaxLength(120)
        self.name.setPlaceholderText(tr("Monthly calls for the auditor"))
        self.noted_field("name", tr("Name"), self.name, tr("Its range moves on: last month is always the last one"))
        self.name.textChanged.connect(lambda _: self._check())
        self.go.clicked.connect(self._save)
        self._check()
        self.name.setFocus()

    def _check(self) -> None:
        self.go.setEnabled(bool(self.name.text().strip()))

    def _save(self) -> None:
        wanted = SaveExportPreset(name=self.name.text().strip(), what=self._what)
        preset_id = None if self._known is None else self._known.id
        self.ask(lambda gateway: gateway.exports.save_preset(preset_id, wanted))


class ScheduleDialog(_PresetSheet):
    """Each day at a time of a clock, into a folder of the engine's machine."""

    def __init__(self, look: Look, parent: QWidget, bridge: Bridge, preset: ExportPresetItem, zone: str) -> None:
        title = tr("Schedule “{name}”").format(name=preset.name)
        super().__init__(look, parent, bridge, title, tr("Export each night"))
        self._preset = preset
        known = preset.schedule
        self.body.addWidget(paragraph(look, what_words(preset.what)))
        self.at = QTimeEdit(QTime.fromString("02:30" if known is None else known.at, "HH:mm"))
        self.at.setDisplayFormat("HH:mm")
        self.zone = QComboBox()
        self.zone.setEditable(True)
        self.zone.addItems(list(dict.fromkeys([zone, *ZONES])))
        self.zone.setCurrentText(zone if known is None else known.zone)
        self.folder = QLineEdit("" if known is None else known.folder)
        self.folder.setPlaceholderText(tr("/srv/exports"))
        self.keep = QSpinBox()
        self.keep.setRange(1, 1_000)
        self.keep.setValue(14 if known is None else known.keep)
        for edit in (self.at.lineEdit(), self.keep.lineEdit()):
            edit.setTextMargins(6, 0, 0, 0)
        self.noted_field("at", tr("Each day at"), self.at, tr("On a night in which the clocks change it runs once too"))
        self.noted_field("zone", tr("On the clock of"), self.zone, tr("A night that was missed is made up for, once"))
        hint = tr("A folder of the engine’s machine that is there already")
        self.noted_field("folder", tr("Into"), self.folder, hint)
        self.noted_field("keep", tr("Files that stay"), self.keep, tr("Older ones of this schedule are deleted"))
        self.folder.textChanged.connect(lambda _: self._check())
        self.go.clicked.connect(self._schedule)
        self._check()
        self.folder.setFocus()

    def _check(self) -> None:
        self.go.setEnabled(bool(self.folder.text().strip()))

    def _schedule(self) -> None:
        preset_id = self._preset.id
        wanted = ExportSchedule(
            at=self.at.time().toString("HH:mm"),
            zone=self.zone.currentText().strip() or "UTC",
            folder=self.folder.text().strip(),
            keep=self.keep.value(),
        )
        self.ask(lambda gateway: gateway.exports.schedule(preset_id, wanted))
