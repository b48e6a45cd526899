"""End to end: a real engine process, real dialers over HTTP, and real windows that click."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
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
from tests.e2e.serving import Serving, import_contacts, make_token
from tests.ui.conftest import look, no_widget_or_timer_outlives_its_test

__all__ = ["look", "no_widget_or_timer_outlives_its_test"]
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

    def until(self, holds: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(holds, timeout=PATIENCE_MS)

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


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Serving]:
    make_token(tmp_path / "floor", "ana")
    import_contacts(tmp_path / "floor", tmp_path / "leads.csv", 50)
    with Serving(tmp_path / "floor") as serving:
        yield serving


@pytest.fixture
def supervisors(
    qapp: QApplication, qtbot: QtBot, look: Look, engine: Serving, tmp_path: Path
) -> Iterator[Callable[[str], Supervisor]]:
    del qapp
    made: list[Supervisor] = []

    def make(name: str) -> Supervisor:
        token = make_token(engine.data, name, "supervisor")
        made.append(Supervisor(qtbot, look, engine.url, token, tmp_path / name))
        return made[-1]

    yield make
    for supervisor in made:
        supervisor.leave()


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


def test_a_call_an_edit_and_a_refusal_are_seen_in_every_window(
    engine: Serving, supervisors: Callable[[str], Supervisor]
) -> None:
    sam, kim = supervisors("sam"), supervisors("kim")
    token = make_token(engine.data, "ana")
    session_id, _ = asyncio.run(dial(engine.url, token))
    row = sam.sees("ana", lambda row: row.state == "on_call" and row.hour_used == 1)
    assert (row.hour_limit, row.limit_source) == (100, "system")
    kim.sees("ana", lambda row: row.state == "on_call")

    sam.edit_calls_per_hour("ana", 1)
    kim.sees("ana", lambda row: row.hour_limit == 1)
    kim.until(lambda: "carrier asked" in kim.window.footer.notice.text())
    sam.sees("ana", lambda row: row.hour_limit == 1 and row.limit_source == "agent")

    refused = asyncio.run(try_again(engine.url, token, session_id))
    assert (refused.body.code, refused.body.limit, refused.body.used) == ("calls_per_hour", 1, 1)
    row = kim.sees("ana", lambda row: row.last_refusal is not None)
    assert row.last_refusal is not None
    assert row.last_refusal.sentence == "Call rate limit exceeded: 1 calls per hour allowed"
    assert row.refusals_hour == 1


def test_the_window_tells_an_engine_that_is_gone_and_keeps_what_it_showed(
    engine: Serving, supervisors: Callable[[str], Supervisor]
) -> None:
    sam = supervisors("sam")
    asyncio.run(dial(engine.url, make_token(engine.data, "ana")))
    sam.sees("ana", lambda row: row.hour_used == 1)
    engine.process.kill()
    engine.process.wait()
    sam.until(lambda: "Live" not in sam.window.top.badge.accessibleName())
    assert sam.agent("ana") is not None
