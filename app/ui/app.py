"""The window as a program: paints at once, then starts or asks its engine, and leaves nothing running behind."""

import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

# Grids of pyqtgraph cost 11 ms a frame with Qt's pool, 2 ms without.
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from app.clock import SystemClock
from app.ui.bridge import Bridge
from app.ui.design.look import Look
from app.ui.memory import Memory
from app.ui.sweeping import swept_here
from app.ui.target import LocalTarget, RemoteTarget, Target
from app.ui.tongue import speak, wished
from app.ui.window import SIZE, MainWindow, Parts
from app.ui.wiring import ClientWiring

__all__ = ["START_AGAIN", "LocalTarget", "RemoteTarget", "close_unasked", "run_window"]
SETTLE_MS = 400
PLOTS_MS = 1_500
"""How long the plots wait for the first rows: without an engine there are none to wait for."""
START_AGAIN = 75


def run_window(target: Target, settings_dir: Path, exit_after_s: float | None = None, shot: Path | None = None) -> int:
    """Show the window until it is closed.

    Args:
        target: the engine of a folder, started as our child, or a shared one.
        settings_dir: where the window remembers its layout; made if missing.
        exit_after_s: close by itself after so many seconds, asking nothing; a local engine ends with it.
        shot: with `exit_after_s`, a picture (PNG) of the window is saved here just before it closes.

    Returns:
        0 when closed, 1 if the picture could not be saved, `START_AGAIN` if the person asked for another start.
    """
    memory = Memory(settings_dir)
    # Read by Qt when its application is made, and never again: the reason why a size holds from the next start on.
    os.environ.setdefault("QT_SCALE_FACTOR", f"{memory.scale / 100:g}")
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("Dialfloor")
    app.setDesktopFileName("dialfloor")
    speak(app, memory.language or wished())
    look = Look(app, memory.theme)
    bridge = Bridge(target, ClientWiring(), memory.tenant)
    downloads = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation) or Path.home())
    folder = downloads if downloads.is_dir() else Path.home()
    window = MainWindow(Parts(look=look, bridge=bridge, memory=memory, clock=SystemClock(), downloads=folder))
    window.painted.connect(lambda: _begin(window))
    saved: list[bool] = []
    if exit_after_s is not None:
        window.acts.unattended = True
        # A picture of a fixed size, and no layout of a screen that nobody looked at.
        window.remembers_frame = False
        window.resize(*SIZE)
        QTimer.singleShot(int(exit_after_s * 1000), window, lambda: _leave(window, shot, saved))
    window.show()
    with swept_here(), _closed_by_signals(window):
        code = app.exec()
    if window.again:
        return START_AGAIN
    return code if all(saved) else 1


@contextmanager
def _closed_by_signals(window: MainWindow) -> Iterator[None]:
    # Ctrl-C and a stopping desktop close the window as the cross does, but nobody is there to be asked. The window's
    # own timers give the interpreter its turn, without which no handler would run under Qt's loop. The closing itself
    # waits for that loop: a signal comes between any two steps, of painting too, and must not pull the floor from
    # under them.
    def close(_signal: int, _frame: FrameType | None) -> None:
        window.acts.unattended = True
        QTimer.singleShot(0, window, lambda: close_unasked(window))

    before = {number: signal.signal(number, close) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def close_unasked(window: MainWindow) -> None:
    """Take back every open question, or the window would wait for its answer; then close."""
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.reject()
    window.close()


def _begin(window: MainWindow) -> None:
    # Rows first: the import of the plots takes the interpreter for as long as asking, decoding and painting them.
    plots = QTimer(window)
    plots.setSingleShot(True)
    plots.timeout.connect(lambda: window.bridge.load("app.ui.views.detail_view", window, lambda: _complete(window)))
    window.watching.applied.connect(lambda: plots.start(0) if plots.isActive() else None)
    plots.start(PLOTS_MS)
    window.bridge.open()


def _complete(window: MainWindow) -> None:
    window.add_detail()
    from app.ui.desktop_tray import DesktopTray
    from app.ui.sound import ProgramSound

    window.alerts.attach(DesktopTray(window.look, window), ProgramSound(window))
    # A full collection of everything imported takes 24 ms, a dropped frame: what is here now stays.
    gc.collect()
    gc.freeze()


def _leave(window: MainWindow, shot: Path | None, saved: list[bool]) -> None:
    if shot is None:
        window.close()
        return
    window.choose_most_interesting()

    def finish() -> None:
        shot.parent.mkdir(parents=True, exist_ok=True)
        saved.append(window.grab().save(str(shot)))
        window.close()

    QTimer.singleShot(SETTLE_MS, window, finish)
