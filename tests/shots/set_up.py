"""A window on the fake floor, ready to be photographed."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QPoint, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from app.clock import ManualClock
from app.ui.bridge import Bridge
from app.ui.design.look import Look
from app.ui.design.tokens import ThemeName
from app.ui.memory import Memory
from app.ui.target import LocalTarget, Target
from app.ui.views.filter_panel import FilterPanel
from app.ui.views.wallboard import Wallboard
from app.ui.window import MainWindow, Parts
from tests.fakes.floor_gateway import FloorWiring, floor_wiring

Found = TypeVar("Found", bound=QWidget)
FOLDER = Path("/home/maria/.local/share/dialfloor")
START_US = 1_795_528_800_000_000
PATIENCE_MS = 20_000
SOON_MS = 120
"""What a layout, a fade or a typed word takes; a timer that goes off later is not waited for."""


@dataclass
class Scene:
    """One window in one theme at one size."""

    app: QApplication
    window: MainWindow
    wiring: FloorWiring
    clock: ManualClock
    settings: tempfile.TemporaryDirectory[str]
    hurried: bool = False
    """Wait until the window rests, and no longer: nobody looks at this picture."""

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the window work until something holds; raises if it never does."""
        deadline = QDeadlineTimer(PATIENCE_MS)
        while not holds():
            if deadline.hasExpired():
                raise TimeoutError("the scene never came about")
            QTest.qWait(2)

    def settle(self) -> None:
        """Let everything that is due happen."""
        if not self.hurried:
            QTest.qWait(350)
            return
        deadline, still = QDeadlineTimer(PATIENCE_MS), 0
        while still < 3 and not deadline.hasExpired():
            QTest.qWait(1)
            still = still + 1 if self._rests() else 0

    def _rests(self) -> bool:
        """Whether nothing is asked, nothing was told that is not shown, and no timer goes off soon."""
        bridge = self.window.bridge
        pool = bridge._pool
        if pool._work_queue.qsize() or pool._idle_semaphore._value < len(pool._threads) or bridge._pending:
            return False
        timers = (*self.window.findChildren(QTimer), *bridge.findChildren(QTimer))
        return not any(t.isActive() and t.isSingleShot() and t.remainingTime() < SOON_MS for t in timers)

    def show(self) -> None:
        self.window.show()
        self.window.add_detail()
        self.window.bridge.open()

    def open(self) -> None:
        """The floor, alive for a while, its most interesting agent chosen."""
        self.show()
        self.until(lambda: self.window.pages.currentWidget() is self.window.floor)
        for _ in range(40):
            self.clock.advance(250_000)
            self.wiring.floor.publish(self.wiring.floor.world.advance(0.25))
        self.settle()
        self.window.choose_most_interesting()
        self.settle()
        table = self.window.floor.table
        table.verticalScrollBar().setValue(0)

    def find(self, kind: type[Found]) -> Found:
        """The visible widget of a kind, once it is there."""
        self.until(lambda: any(w.isVisible() for w in self.window.findChildren(kind)))
        return next(w for w in self.window.findChildren(kind) if w.isVisible())

    def picture(self) -> QPixmap:
        """The window, with the dialog or menu that is open over it."""
        self.settle()
        wall = next((w for w in self.window.findChildren(Wallboard) if w.isVisible()), None)
        if wall is not None:
            wall.showNormal()
            wall.resize(self.window.size())
            return wall.grab()
        picture = self.window.grab()
        over = [
            w
            for w in self.window.findChildren(QWidget)
            if isinstance(w, QDialog | QMenu | FilterPanel) and w.isVisible()
        ]
        painter = QPainter(picture)
        for widget in over:
            grabbed = widget.grab()
            if isinstance(widget, QDialog):
                painter.fillRect(picture.rect(), QColor(0, 0, 0, 110))
                middle = self.window.rect().center() - QPoint(widget.width() // 2, widget.height() // 2)
                painter.drawPixmap(middle, grabbed)
            else:
                painter.drawPixmap(self.window.mapFromGlobal(widget.pos()), grabbed)
        painter.end()
        return picture

    def close(self) -> None:
        for widget in self.window.findChildren(QMenu):
            widget.close()
        self.window.close()
        self.window.deleteLater()
        self.window.bridge.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.settings.cleanup()


def make_scene(
    app: QApplication,
    look: Look,
    theme: ThemeName,
    size: tuple[int, int],
    *,
    agents: int = 40,
    tenants: bool = True,
    target: Target | None = None,
) -> Scene:
    """A window that remembers nothing and is not shown yet."""
    if look.theme.name != theme:
        look.wear(theme)
    wiring = floor_wiring(agents=agents, tenants=tenants)
    bridge = Bridge(target or LocalTarget(data_dir=FOLDER), wiring)
    clock = ManualClock(START_US)
    settings = tempfile.TemporaryDirectory(prefix="dialfloor-shots-")
    memory = Memory(Path(settings.name))
    window = MainWindow(
        Parts(look=look, bridge=bridge, memory=memory, clock=clock, downloads=Path(tempfile.gettempdir()))
    )
    window.acts.unattended = True
    window.resize(*size)
    return Scene(app=app, window=window, wiring=wiring, clock=clock, settings=settings)
