"""One export from the question to the file on this disk: started, followed, saved; its owner only shows it."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.ui.bridge import Bridge, Trouble
from app.ui.tongue import tr
from app.wire.exports import ExportState, StartExport

POLL_MS = 250


class ExportCourse(QObject):
    """Asks the engine for an export, looks how far it is, and saves its file; whoever stops it stops the engine's too.

    `window` is in whose name the engine is asked to start and to stop: it outlives the dialog that shows this.
    """

    moved = Signal(object)
    """The `ExportState` as it is now."""
    saved = Signal(object, object)
    """The `ExportState` at its end, and the `Path` where its file is now."""
    failed = Signal(object)
    """The `Trouble`: nothing is running any more and there is no file."""

    def __init__(self, bridge: Bridge, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._window = window
        self._target: Path | None = None
        self._is_ended = False
        self.export_id = ""
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._ask_state)

    @property
    def is_running(self) -> bool:
        """True from the start until the file is saved or will never be."""
        return self._target is not None

    def start(self, wanted: StartExport, target: Path) -> None:
        """Export into this file."""
        self._target, self._is_ended = target, False
        # Asked in the window's name: if the owner is gone before the answer, the export still has to be stopped.
        self._bridge.ask(lambda gateway: gateway.exports.start(wanted), self._window, self._started, self._fail)

    def stop(self) -> None:
        """Stop what runs; nothing more is told."""
        self._is_ended, self._target = True, None
        self._poll.stop()
        export_id, self.export_id = self.export_id, ""
        if export_id:
            self._remove(export_id)

    def _started(self, state: ExportState) -> None:
        if self._is_ended:
            self._remove(state.id)
            return
        self.export_id = state.id
        self._hear(state)

    def _ask_state(self) -> None:
        export_id = self.export_id
        self._poll.stop()
        self._bridge.ask(lambda gateway: gateway.exports.state(export_id), self, self._hear, self._fail)

    def _hear(self, state: ExportState) -> None:
        if self._is_ended or self._target is None:
            return
        self.moved.emit(state)
        match state.state:
            case "running":
                self._poll.start()
            case "done":
                self._save(state, self._target)
            case "cancelled":
                self._fail(OSError(tr("The export was cancelled")))
            case "failed":
                self._fail(OSError(state.error or tr("The export failed and gave no reason")))

    def _save(self, state: ExportState, target: Path) -> None:
        def done(_: None) -> None:
            if not self._is_ended:
                self._target, self.export_id = None, ""
                self.saved.emit(state, target)

        self._bridge.ask(lambda gateway: gateway.exports.save(state.id, target), self, done, self._fail)

    def _fail(self, trouble: Trouble) -> None:
        if self._is_ended:
            return
        self._poll.stop()
        self._target, self.export_id = None, ""
        self.failed.emit(trouble)

    def _remove(self, export_id: str) -> None:
        self._bridge.ask(
            lambda gateway: gateway.exports.remove(export_id), self._window, lambda _: None, lambda _: None
        )
