"""A person at a real window on a running engine, and a dialer that calls it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.client.dialer import DialerClient
from app.client.dialer_pool import DialerPool
from app.client.outcomes import Answered, Limited
from app.clock import SystemClock
from app.ui.bridge import Bridge
from app.ui.design.look import Look
from app.ui.memory import Memory
from app.ui.target import RemoteTarget
from app.ui.views.limit_dialog import LimitDialog
from app.ui.window import MainWindow, Parts
from app.ui.wiring import ClientWiring
from app.wire.dialer import NextContactAnswer, StartAnswer
from app.wire.feed import FloorAgent

PATIENCE_MS = 10_000


class Supervisor:
    """A person at a window on a running engine."""

    def __init__(self, qtbot: QtBot, look: Look, url: str, token: str, folder: Path) -> None:
        self._qtbot = qtbot
        bridge = Bridge(RemoteTarget(url=url, token=token), ClientWiring(), "")
        self.window = MainWindow(
            Parts(look=look, bridge=bridge, memory=Memory(folder), clock=SystemClock(), downloads=folder)
        )
        self.window.acts.unattended = True
        self.window.resize(1280, 720)
        self.window.show()
        self.window.add_detail()
        bridge.open()

    def until(self, holds: Callable[[], bool], patience_ms: int = PATIENCE_MS) -> None:
        self._qtbot.waitUntil(holds, timeout=patience_ms)

    def agent(self, name: str) -> FloorAgent | None:
        return next((row for row in self.window.agents.floor.agents.values() if row.name == name), None)

    def sees(self, name: str, holds: Callable[[FloorAgent], bool]) -> FloorAgent:
        """Waits until the row of an agent is as wanted; returns it."""

        def as_wanted() -> bool:
            row = self.agent(name)
            return row is not None and holds(row)

        self.until(as_wanted)
        row = self.agent(name)
        assert row is not None
        return row

    def edit_calls_per_hour(self, name: str, amount: int) -> None:
        """By keys and clicks, as a person does."""
        row = self.sees(name, lambda _: True)
        self.window.floor.table.choose(row.id)
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        QTest.keyClick(self.window.floor.table, Qt.Key.Key_L)
        self.until(lambda: any(dialog.isVisible() for dialog in self.window.findChildren(LimitDialog)))
        dialog = next(dialog for dialog in self.window.findChildren(LimitDialog) if dialog.isVisible())
        dialog.calls_per_hour.selectAll()
        QTest.keyClicks(dialog.calls_per_hour, str(amount))
        QTest.keyClicks(dialog.reason, "the carrier asked for it")
        QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)

    def leave(self) -> None:
        self.window.close()
        self.window.deleteLater()
        self.window.bridge.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


async def dial(url: str, token: str) -> tuple[str, str]:
    """A dialer starts a session, takes a contact and talks; returns the session's and the call's ids."""
    pool = DialerPool(url)
    try:
        client = DialerClient(pool, token)
        started = await client.start(mode="power")
        assert isinstance(started, Answered)
        assert isinstance(started.answer, StartAnswer)
        session_id = started.answer.session.id
        handed_out = await client.next_contact(session_id)
        assert isinstance(handed_out, Answered)
        assert isinstance(handed_out.answer, NextContactAnswer)
        call_id = handed_out.answer.call_id or ""
        await client.call_status(call_id, "answered")
        return session_id, call_id
    finally:
        await pool.close()


async def try_again(url: str, token: str, session_id: str) -> Limited:
    pool = DialerPool(url)
    try:
        outcome = await DialerClient(pool, token).next_contact(session_id)
    finally:
        await pool.close()
    assert isinstance(outcome, Limited)
    return outcome
