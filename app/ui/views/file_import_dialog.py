"""Import a CSV: it is sent and looked through, its columns are mapped, it is imported, and can be stopped."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QProgressBar, QPushButton, QWidget

from app.ui.bridge import Bridge, Trouble
from app.ui.design.look import Look
from app.ui.models.import_words import line_facts, outcome_words, progress_words
from app.ui.ports import GatewayPort
from app.ui.tongue import tr
from app.ui.views.import_preview import ImportPreview
from app.ui.widgets.fact_table import FactTable
from app.ui.widgets.labels import paragraph, set_tone
from app.ui.widgets.sheet import Sheet
from app.wire.imports import CheckImport, ImportFacts, ImportState

POLL_MS = 250
SETTLE_MS = 300
Step = Literal["sending", "choosing", "importing", "ended"]


class FilesPort(Protocol):
    """Where such a file goes: contacts, or numbers of a list."""

    def send(self, file: Path) -> ImportState:
        """Send it; nothing is written yet."""
        ...

    def state(self, import_id: str) -> ImportState:
        """How far it is."""
        ...

    def check(self, import_id: str, wanted: CheckImport) -> ImportState:
        """Look through it again with other columns."""
        ...

    def cancel(self, import_id: str) -> ImportState:
        """Stop it at a whole batch."""
        ...

    def save_rejected(self, import_id: str, target: Path) -> None:
        """Write the lines that were left out."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportGoal:
    """What a file is imported for: where it goes, how it is begun, what came of it in words.

    `into` holds what else a person chooses, `complete` says whether they have.
    """

    into: QWidget
    files: Callable[[GatewayPort], FilesPort]
    begin: Callable[[str, ImportPreview], Callable[[GatewayPort], ImportState]]
    outcome: Callable[[ImportState], str]
    complete: Callable[[], bool]


class FileImportDialog(Sheet):
    """Closing it before the import has ended stops it at a whole batch."""

    imported = Signal()

    def __init__(
        self, look: Look, parent: QWidget, bridge: Bridge, file: Path, goal: ImportGoal, preview: ImportPreview
    ) -> None:
        super().__init__(look, parent, tr("Import {file}").format(file=file.name), tr("Import"), width=940)
        self._bridge, self._window, self._file = bridge, parent, file
        self._id = ""
        self._step: Step = "sending"
        self._facts: ImportFacts | None = None
        self._state: ImportState | None = None
        self._asking = self._closed = False
        self._goal, self._into = goal, goal.into
        self.preview = preview
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.status = paragraph(look, tr("Sending the file …"))
        titles = (tr("Line"), tr("Field"), tr("Why it was left out"))
        self.left_out = FactTable(look, tr("Lines that were left out"), titles, (70, 90, 300), 2, "")
        self.save = QPushButton(tr("Save the rejected lines…"))
        self._poll, self._settle = QTimer(self), QTimer(self)
        self._lay_out()
        self._connect()
        self._show_step()
        self._send()

    def _lay_out(self) -> None:
        self.body.addWidget(self._into)
        self.body.addWidget(self.preview, 1)
        for widget in (self.progress, self.status, self.left_out):
            self.body.addWidget(widget)
        self.body.addStretch(0)
        self.buttons.insertWidget(0, self.save)

    def _connect(self) -> None:
        self._poll.setInterval(POLL_MS)
        self._settle.setInterval(SETTLE_MS)
        for timer, act in ((self._poll, self._ask_state), (self._settle, self._look_again)):
            timer.setSingleShot(True)
            timer.timeout.connect(act)
        self.preview.changed.connect(self._changed)
        self.go.clicked.connect(self._press)
        self.save.clicked.connect(self._choose_target)

    def _show_step(self) -> None:
        choosing = self._step == "choosing"
        for widget in (self._into, self.preview):
            widget.setVisible(choosing)
        state = self._state
        self.progress.setVisible(self._step in ("sending", "importing"))
        self.left_out.setVisible(self._step == "ended" and state is not None and bool(state.rejected_lines))
        self.save.setVisible(self._step == "ended" and state is not None and state.rejected > 0)
        self.status.setVisible(not choosing)
        self.cancel.setVisible(self._step != "ended")
        self.cancel.setText(tr("Stop the import") if self._step == "importing" else tr("Cancel"))
        self.go.setVisible(self._step != "importing")
        self.go.setText(tr("Done") if self._step == "ended" else tr("Import"))
        self.allow()

    def allow(self) -> None:
        """Offer what can be done."""
        facts = self._facts
        fits = (
            facts is not None
            and facts.good > 0
            and not self.preview.fault
            and self._goal.complete()
            and not self._settle.isActive()
        )
        self.go.setEnabled(self._step == "ended" or (self._step == "choosing" and fits and not self._asking))

    def _send(self) -> None:
        self.progress.setRange(0, 0)
        file = self._file
        # Asked in the window's name: if this dialog is gone before the answer, the file still has to be thrown away.
        self._bridge.ask(lambda gateway: self._goal.files(gateway).send(file), self._window, self._sent, self._failed)

    def _sent(self, state: ImportState) -> None:
        if self._closed:
            self._throw_away(state.id)
            return
        self._id = state.id
        self._show(state)

    def _ask_state(self) -> None:
        import_id = self._id
        self._bridge.ask(lambda gateway: self._goal.files(gateway).state(import_id), self, self._show, self._failed)

    def _show(self, state: ImportState) -> None:
        if self._closed:
            return
        self._state = state
        match state.state:
            case "checking":
                self._show_looking(state)
            case "ready":
                self._show_found(state)
            case "importing":
                self._step = "importing"
                self._show_progress(state)
                self._poll.start()
            case "done" | "cancelled":
                self._show_end(state)
            case "failed":
                self._show_failure(state)
        self._show_step()

    def _show_looking(self, state: ImportState) -> None:
        self._asking = True
        self.progress.setRange(0, state.rows_total or 0)
        self.progress.setValue(state.rows_done)
        self.status.setText(tr("Looking through the file …"))
        self._poll.start()

    def _show_found(self, state: ImportState) -> None:
        self._asking = False
        if state.facts is None:
            return
        self._facts = state.facts
        first, self._step = self._step == "sending", "choosing"
        self.preview.show_facts(state.facts)
        if first:
            self.preview.columns["phone"].setFocus()

    def _show_progress(self, state: ImportState) -> None:
        self.progress.setRange(0, state.rows_total or 0)
        self.progress.setValue(state.rows_done)
        self.status.setText(progress_words(state))

    def _show_end(self, state: ImportState) -> None:
        self._step, self._id = "ended", self._id if state.rejected else ""
        said = self._goal.outcome(state)
        if state.state == "cancelled":
            said = tr("Stopped. {outcome}. What was added stays; import the file again to go on.")
            said = said.format(outcome=outcome_words(state))
        self.status.setText(said)
        set_tone(self.status, "warn" if state.state == "cancelled" else "ok")
        self.left_out.show_facts(line_facts(state.rejected_lines))
        self.go.setFocus()
        self.imported.emit()

    def _show_failure(self, state: ImportState) -> None:
        self._asking = False
        self.say_trouble(state.error or tr("The file could not be imported, and no reason was given"))
        if self._facts is not None:
            self._step = "choosing"
        else:
            self.progress.hide()
            self.status.setText("")

    def _changed(self) -> None:
        # A person goes through several boxes: one look for all of them.
        self.say_trouble(self.preview.fault)
        self._settle.start()
        self.allow()

    def _look_again(self) -> None:
        if self.preview.fault:
            self.allow()
            return
        import_id, wanted = self._id, CheckImport(places=self.preview.places, region=self.preview.country)
        self._asking = True
        self.allow()
        self._bridge.ask(
            lambda gateway: self._goal.files(gateway).check(import_id, wanted), self, self._show, self._failed
        )

    def _press(self) -> None:
        if self._step == "ended":
            self.accept()
            return
        import_id = self._id
        self.say_trouble("")
        self.wait(True)
        self._bridge.ask(self._goal.begin(import_id, self.preview), self, self._show, self._failed)

    def _failed(self, trouble: Trouble) -> None:
        if self._closed:
            return
        self._asking = False
        self.say_trouble(str(trouble))
        if self._step == "importing":
            # The engine goes on without us: ask again until it answers.
            self._poll.start()
        elif self._step == "sending":
            self.progress.hide()
            self.status.setText("")
        self.allow()

    def reject(self) -> None:
        """Cancel, Esc: an import that runs is stopped, and the dialog stays to say what was written."""
        if self._step == "importing":
            import_id = self._id
            self._poll.stop()
            self.cancel.setEnabled(False)
            self._bridge.ask(
                lambda gateway: self._goal.files(gateway).cancel(import_id), self, self._show, self._failed
            )
            return
        self._leave()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross leaves at once; what runs is stopped behind it."""
        self._leave()
        super().closeEvent(event)

    def _leave(self) -> None:
        self._closed = True
        self._poll.stop()
        self._settle.stop()
        import_id, self._id = self._id, ""
        if import_id and self._step != "ended":
            self._throw_away(import_id)

    def _throw_away(self, import_id: str) -> None:
        self._bridge.ask(
            lambda gateway: self._goal.files(gateway).cancel(import_id), self._window, lambda _: None, lambda _: None
        )

    def _choose_target(self) -> None:
        usual = self._file.with_name(f"{self._file.name}.rejected.csv")
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save the rejected lines to"), str(usual), tr("CSV (*.csv)"))
        if chosen:
            self.save_rejected(Path(chosen))

    def save_rejected(self, target: Path) -> None:
        """Write the lines that were left out to a file."""
        import_id = self._state.id if self._state is not None else ""
        self._bridge.ask(
            lambda gateway: self._goal.files(gateway).save_rejected(import_id, target),
            self,
            lambda _: self.save.setText(tr("Saved: {file}").format(file=target.name)),
            self._failed,
        )
