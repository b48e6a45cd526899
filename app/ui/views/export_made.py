"""Exports that were made: how many rows, by whom, with which fingerprint; saved again, verified, deleted."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.models.export_words import run_columns
from app.ui.models.rows_model import RowsModel
from app.ui.tongue import tr
from app.ui.views.section_pane import SectionPane
from app.ui.widgets.labels import ElidedLabel, Tone, set_tone
from app.ui.widgets.rows_table import RowsTable
from app.wire.exports import ExportState, ExportVerified


class MadeExports(QWidget):
    """The list, and what can be done with the file of the chosen one."""

    def __init__(self, pane: SectionPane) -> None:
        super().__init__()
        self._pane = pane
        self._told: ExportState | None = None
        look = pane.look
        self.runs: RowsModel[ExportState] = RowsModel(look, run_columns(), lambda run: run.id)
        empty = tr("Nothing was exported yet. “New export” is the first tab.")
        self.table = RowsTable(look, tr("Exports that were made"), self.runs, empty)
        self.said = ElidedLabel(look, "", "body", "muted")
        self.save = pane.button(tr("Save as…"), "download-outline", self._choose_target)
        self.folder = pane.button(tr("Open folder"), "folder-open-outline", self._open_folder)
        self.verify = pane.button(tr("Verify"), "shield-check-outline", self._verify)
        self.end = pane.button(tr("Delete the file"), "delete-outline", self.remove)
        self._lay_out()
        self.table.chosen.connect(lambda _: self._chosen())
        self.table.opened.connect(lambda _: self._verify())
        self._chosen()

    def _lay_out(self) -> None:
        card: QFrame = self._pane.listed(self.table)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in (self.end, self.folder, self.verify, self.save):
            foot.addWidget(button)
        inside = card.layout()
        if isinstance(inside, QVBoxLayout):
            inside.addWidget(self.said)
            inside.addLayout(foot)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card, 1)

    @property
    def has_running(self) -> bool:
        """Whether one still runs."""
        return any(run.state == "running" for run in self.runs.rows)

    def show_runs(self, runs: Sequence[ExportState]) -> None:
        """Show these."""
        self.runs.show_rows(runs)
        self._allow()

    def _chosen(self) -> None:
        run = self.table.chosen_row
        if run != self._told:
            # The list is shown anew each second while one runs: what a check of the chosen one said stays.
            self._told = run
            sealed = "" if run is None or run.sha256 is None else tr("SHA-256 {sha256}").format(sha256=run.sha256)
            self._say(sealed if run is None else run.error or sealed, "danger" if run and run.error else "muted")
        self._allow()

    def _allow(self) -> None:
        run = self.table.chosen_row
        kept = run is not None and run.is_kept
        self.save.setEnabled(kept)
        self.verify.setEnabled(kept)
        self.end.setEnabled(run is not None and (kept or run.state == "running"))
        self.end.setText(tr("Cancel it") if run is not None and run.state == "running" else tr("Delete the file"))
        # The engine's folder can be opened where the engine is on this machine.
        here = self._pane.place.bridge.folder is not None
        self.folder.setVisible(here)
        self.folder.setEnabled(here and kept)

    def _say(self, sentence: str, tone: Tone = "muted") -> None:
        self.said.setText(sentence)
        set_tone(self.said, tone)

    def _choose_target(self) -> None:
        run = self.table.chosen_row
        if run is not None:
            usual = str(self._pane.place.downloads / run.file)
            kinds = tr("Zip files (*.zip)") if run.kind == "evidence" else tr("CSV (*.csv)")
            chosen, _ = QFileDialog.getSaveFileName(self, tr("Save the export to"), usual, kinds)
            if chosen:
                self.save_to(Path(chosen))

    def save_to(self, target: Path) -> None:
        """Save the chosen one's file."""
        run = self.table.chosen_row
        if run is not None:
            export_id = run.id
            said = tr("Saved: {file}").format(file=target)
            self._pane.ask(lambda gateway: gateway.exports.save(export_id, target), lambda _: self._say(said, "ok"))

    def _open_folder(self) -> None:
        run = self.table.chosen_row
        if run is not None and run.folder:
            QDesktopServices.openUrl(QUrl.fromLocalFile(run.folder))

    def _verify(self) -> None:
        run = self.table.chosen_row
        if run is not None and run.is_kept:
            export_id = run.id
            self._say(tr("Reading the file through …"))
            self._pane.ask(lambda gateway: gateway.exports.verify(export_id), self._verified)

    def _verified(self, answer: ExportVerified) -> None:
        self._say(answer.sentence, "ok" if answer.is_whole else "danger")

    def remove(self) -> None:
        """Cancel the chosen one, or delete its file; that it was made stays on record."""
        run = self.table.chosen_row
        if run is not None and self.end.isEnabled():
            export_id = run.id
            self._pane.ask(lambda gateway: gateway.exports.remove(export_id), lambda _: self._pane.refresh())
