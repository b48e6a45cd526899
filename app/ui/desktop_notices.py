"""Notifications where there is no tray: `notify-send`, the freedesktop way, in a process that waits for the click."""

import os
import shutil
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess

from app.wire.alerts import AlertSeverity

MOST = 4
PATIENCE_MS = 1_000


class NoticeProgram(QObject):
    """Says whether it is there at all. An old one that cannot wait for a click still shows its words."""

    def __init__(self, parent: QObject, clicked: Callable[[str], object], program: str | None = None) -> None:
        super().__init__(parent)
        found = shutil.which("notify-send") if "DBUS_SESSION_BUS_ADDRESS" in os.environ else None
        self._program = found if program is None else program
        self._clicked = clicked
        self._can_wait = True
        self._waiting: deque[QProcess] = deque()

    @property
    def is_there(self) -> bool:
        """Whether there is a program and a session to show it in."""
        return bool(self._program)

    def notify(self, key: str, severity: AlertSeverity, title: str, sentence: str) -> None:
        """Show it; a click on it comes back with the key."""
        while len(self._waiting) >= MOST:
            self._end(self._waiting[0])
        process = QProcess(self)
        self._waiting.append(process)
        process.finished.connect(lambda code, _: self._ended(process, code, key, severity, title, sentence))
        urgency = "critical" if severity == "critical" else "normal"
        waits = ["--action=default=Show"] if self._can_wait else []
        words = [f"--urgency={urgency}", "--app-name=Dialfloor", "--icon=dialfloor", *waits, "--", title, sentence]
        process.start(self._program or "", words)

    def _ended(
        self, process: QProcess, code: int, key: str, severity: AlertSeverity, title: str, sentence: str
    ) -> None:
        if process not in self._waiting:
            return
        said = process.readAllStandardOutput().toStdString().strip()
        self._waiting.remove(process)
        process.deleteLater()
        if code != 0 and self._can_wait:
            # Before 0.8 it knows no actions and says so by its exit code.
            self._can_wait = False
            self.notify(key, severity, title, sentence)
        elif said == "default":
            self._clicked(key)

    def _end(self, process: QProcess) -> None:
        self._waiting.remove(process)
        process.kill()
        process.waitForFinished(PATIENCE_MS)
        process.deleteLater()

    def close(self) -> None:
        """Nobody waits for a click any more."""
        while self._waiting:
            self._end(self._waiting[0])
