"""Exports that are saved under a name: run by hand, changed, or given a schedule."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.models.export_words import outcome_of, preset_columns
from app.ui.models.rows_model import RowsModel
from app.ui.tongue import tr
from app.ui.views.section_pane import SectionPane
from app.ui.widgets.labels import ElidedLabel, Tone, set_tone
from app.ui.widgets.rows_table import RowsTable
from app.wire.exports import ExportPresetItem


class SavedExports(QWidget):
    """The list, and what can be done with the chosen one."""

    export_wanted = Signal(object)
    use_wanted = Signal(object)
    rename_wanted = Signal(object)
    schedule_wanted = Signal(object)

    def __init__(self, pane: SectionPane) -> None:
        super().__init__()
        self._pane = pane
        self._may = False
        self._wanted = ""
        look = pane.look
        self.presets: RowsModel[ExportPresetItem] = RowsModel(look, preset_columns(), lambda preset: preset.id)
        empty = tr("Nothing is saved yet. Choose rows and columns under “New export”, then “Save as a preset…”.")
        self.table = RowsTable(look, tr("Saved exports"), self.presets, empty)
        self.said = ElidedLabel(look, "", "body", "muted")
        self.go = pane.button(tr("Export now"), "tray-arrow-down", lambda: self._tell(self.export_wanted), "primary")
        self.use = pane.button(tr("Open"), "pencil-outline", lambda: self._tell(self.use_wanted))
        self.rename = pane.button(tr("Rename…"), "rename-box", lambda: self._tell(self.rename_wanted))
        self.schedule = pane.button(tr("Schedule…"), "calendar-clock", self.ask_schedule)
        self.pause = pane.button(tr("No schedule"), "calendar-remove", self._unschedule)
        self.end = pane.button(tr("Remove"), "close-circle-outline", self.remove)
        self._lay_out()
        self.table.chosen.connect(lambda _: self._show_chosen())
        self.table.opened.connect(lambda _: self._tell(self.use_wanted))
        self._show_chosen()

    def _lay_out(self) -> None:
        card: QFrame = self._pane.listed(self.table)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in (self.end, self.pause, self.schedule, self.rename, self.use, self.go):
            foot.addWidget(button)
        inside = card.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addWidget(self.said)
            inside.addLayout(foot)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card, 1)

    def allow(self, may: bool) -> None:
        """Only an officer changes what is saved."""
        self._may = may
        self._show_chosen()

    def show_presets(self, presets: Sequence[ExportPresetItem]) -> None:
        """Show these."""
        self.presets.show_rows(presets)
        if self._wanted:
            self.table.choose(self._wanted)
            self._wanted = ""
        self._show_chosen()

    def choose(self, preset: ExportPresetItem) -> None:
        """Choose one as soon as it is listed."""
        self._wanted = preset.id

    def _show_chosen(self) -> None:
        preset = self.table.chosen_row
        for button in (self.go, self.use, self.rename, self.schedule, self.end):
            button.setEnabled(preset is not None)
        for button in (self.rename, self.schedule, self.end):
            button.setVisible(self._may)
        self.pause.setVisible(self._may and preset is not None and preset.schedule is not None)
        nothing: tuple[str, str, Tone] = ("", "", "muted")
        words, _, tone = nothing if preset is None else outcome_of(preset)
        self.said.setText(words)
        set_tone(self.said, tone)

    def _tell(self, wanted: SignalInstance) -> None:
        preset = self.table.chosen_row
        if preset is not None:
            wanted.emit(preset)

    def ask_schedule(self) -> None:
        """When the chosen one is to run by itself."""
        self._tell(self.schedule_wanted)

    def _unschedule(self) -> None:
        preset = self.table.chosen_row
        if preset is not None:
            preset_id = preset.id
            self._pane.ask(lambda gateway: gateway.exports.schedule(preset_id, None), lambda _: self._pane.refresh())

    def remove(self) -> None:
        """Let the chosen one go; what it exported stays."""
        preset = self.table.chosen_row
        if preset is not None:
            preset_id = preset.id
            self._pane.ask(lambda gateway: gateway.exports.remove_preset(preset_id), lambda _: self._pane.refresh())
