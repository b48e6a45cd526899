"""A window on a fake floor, and the proof that it leaves nothing behind."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.clock import ManualClock
from app.ui.bridge import Bridge
from app.ui.design.look import Look
from app.ui.memory import Memory
from app.ui.target import LocalTarget, RemoteTarget, Target
from app.ui.tongue import speak
from app.ui.views.detail_view import DetailView
from app.ui.window import MainWindow, Parts
from app.wire.feed import FeedMessage, FloorAgent
from tests.fakes.floor_gateway import FloorGateway, FloorWiring, floor_wiring

Found = TypeVar("Found", bound=QWidget)
NONE = Qt.KeyboardModifier.NoModifier
START_US = 1_795_528_800_000_000


@dataclass
class Stage:
    """A window, the floor behind it, and the person at it."""

    window: MainWindow
    wiring: FloorWiring
    clock: ManualClock
    qtbot: QtBot

    @property
    def floor(self) -> FloorGateway:
        return self.wiring.floor

    @property
    def detail(self) -> DetailView:
        assert self.window.detail is not None
        return self.window.detail

    @property
    def names(self) -> list[str]:
        """The agents in the table, top row first."""
        agents = self.window.agents
        return [agents.floor.agents[id_].name for id_ in agents.order]

    def agent(self, name: str) -> FloorAgent:
        return next(row for row in self.window.agents.floor.agents.values() if row.name == name)

    def press(self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key there, as the person at the active window."""
        widget.activateWindow()
        self.until(widget.isActiveWindow)
        QTest.keyClick(widget, key, modifier)

    def write(self, widget: QWidget, text: str) -> None:
        QTest.keyClicks(widget, text)

    def click(self, widget: QWidget, modifier: Qt.KeyboardModifier = NONE, pos: QPoint | None = None) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, modifier, pos or widget.rect().center())

    def point(self, widget: QWidget, pos: QPoint) -> None:
        QTest.mouseMove(widget, pos)

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=5000)

    def open(self) -> "Stage":
        """Show the window and wait for the floor."""
        self.show()
        self.until(lambda: self.window.pages.currentWidget() is self.window.floor)
        self.until(lambda: self.detail.detail is not None)
        return self

    def show(self) -> "Stage":
        self.window.show()
        self.window.add_detail()
        self.window.bridge.open()
        return self

    def hear(self, message: FeedMessage) -> None:
        """Send a message over the feed and wait until the window took it in, frozen or not."""
        with self.qtbot.waitSignal(self.window.bridge.batch, timeout=3000):
            self.floor.publish(message)

    def dialog(self, kind: type[Found]) -> Found:
        """The open dialog of a kind, once it is there."""
        self.until(lambda: any(d.isVisible() for d in self.window.findChildren(kind)))
        return next(d for d in self.window.findChildren(kind) if d.isVisible())


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    # English too has its own plurals, and they come from a file as every language's do.
    speak(qapp, "en")
    worn = Look(qapp, "dark")
    # What was imported stays for good: every look for timers, and every collection, would go through it again.
    gc.collect()
    gc.freeze()
    return worn


def _running_timers() -> set[int]:
    return {id(t) for t in gc.get_objects() if issubclass(type(t), QTimer) and isValid(t) and t.isActive()}


@pytest.fixture(autouse=True)
def no_widget_or_timer_outlives_its_test(qapp: QApplication, look: Look) -> Iterator[None]:
    """Fail the test that leaves a widget on screen or a timer ticking."""
    timers = _running_timers()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    left = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    assert not left, f"widgets left on screen: {left}"
    assert not _running_timers() - timers, "a timer was left ticking"


Open = Callable[..., Stage]


@pytest.fixture
def stage(qapp: QApplication, qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[Open]:
    """Makes windows; every one is closed and deleted at the end."""
    made: list[Stage] = []

    def make(agents: int = 24, *, tenants: bool = True, target: Target | None = None, settings: str = "s") -> Stage:
        wiring = floor_wiring(agents=agents, tenants=tenants)
        memory = Memory(tmp_path / settings)
        bridge = Bridge(target or LocalTarget(data_dir=tmp_path / "floor"), wiring, memory.tenant)
        clock = ManualClock(START_US)
        window = MainWindow(Parts(look=look, bridge=bridge, memory=memory, clock=clock, downloads=tmp_path))
        window.acts.unattended = True
        if memory.geometry.isEmpty():
            window.resize(1280, 720)
        made.append(Stage(window=window, wiring=wiring, clock=clock, qtbot=qtbot))
        return made[-1]

    yield make
    for one in made:
        one.window.acts.unattended = True
        one.window.close()
        one.window.deleteLater()
        one.window.bridge.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    look.wear("dark")


@pytest.fixture
def remote() -> RemoteTarget:
    return RemoteTarget(url="https://floor.example:8787", token="t")
