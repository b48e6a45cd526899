"""The alert's sound, played by a program of the machine in a process of its own; the bell where there is none."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtWidgets import QApplication

from app.ui.design.tokens import RESOURCES
from app.ui.players import players
from app.ui.tongue import tr

FILE = RESOURCES / "sounds" / "alert.wav"
PATIENCE_MS = 1_000


class ProgramSound(QObject):
    """A player that fails (no card, no server) is not asked again: the next one is, and the bell at last."""

    def __init__(self, parent: QObject, commands: Sequence[tuple[str, ...]] | None = None, file: Path = FILE) -> None:
        super().__init__(parent)
        self._commands = list(players() if commands is None else commands)
        self._file = file
        self.rings = 0
        self._process = QProcess(self)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._failed)

    @property
    def name(self) -> str:
        """What plays."""
        if sys.platform == "win32":
            return "Windows"
        return Path(self._commands[0][0]).name if self._commands else tr("the bell of this computer")

    def play(self) -> None:
        """Once; nothing while it still sounds."""
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(str(self._file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
        elif self._commands:
            if self._process.state() == QProcess.ProcessState.NotRunning:
                program, *options = self._commands[0]
                self._process.start(program, [*options, str(self._file)])
        else:
            self.rings += 1
            QApplication.beep()

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        if code != 0 and status == QProcess.ExitStatus.NormalExit:
            self._next_player()

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._next_player()

    def _next_player(self) -> None:
        if self._commands:
            del self._commands[0]
            # From the event loop: the process that failed is not over yet while it says so.
            QTimer.singleShot(0, self, self.play)

    def stop(self) -> None:
        """Silence, now."""
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(None, winsound.SND_PURGE)
        elif self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(PATIENCE_MS)
